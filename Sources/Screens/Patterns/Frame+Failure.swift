import TerminalKit
import UseCases

extension Frame {
  /// Why there is nothing to show, where the first lines of it would stand.
  mutating func write(_ failure: Failure) {
    write(
      failure.sentence, at: Point(row: 1, column: 2), width: max(0, size.columns - 4),
      tone: .complaint)
  }
}
