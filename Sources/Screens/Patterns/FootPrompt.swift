import FoundationEssentials
import Interchange
import Persian
import TerminalKit
import UseCases

/// A label and a line to type in, at the foot of a screen.
struct FootPrompt: Sendable {
  let label: String
  private(set) var input: TextInput

  init(_ label: String, _ input: TextInput) {
    self.label = label
    self.input = input
  }

  var text: String { input.text }

  mutating func handle(_ typed: WidgetInput) { input.handle(typed) }

  func view(in frame: inout Frame, row: Int) {
    let width = min(label.cellWidth, max(frame.size.columns / 2, frame.size.columns - 20))
    frame.write(label, at: Point(row: row, column: 1), width: width, tone: .strong)
    input.view(
      in: &frame,
      at: Rect(row: row, column: width + 2, rows: 1, columns: frame.size.columns - width - 3),
      isFocused: true)
  }
}

/// Writing a file where somebody wants it, asking before one that is there is replaced.
struct FileWriting: Sendable {
  typealias Writer = @Sendable (_ path: String) -> Result<String, FileProblem>
  let write: Writer

  /// The line in which the place is typed, with a proposal.
  static func prompt(_ name: String) -> FootPrompt {
    FootPrompt(
      SheetPhrases.path,
      TextInput(SheetFormat.folder + "/" + name, limit: 1_000, direction: .ltr))
  }

  /// Writes, or asks first; `reply` brings the screen what came of it.
  func effect<Reply: Sendable>(
    _ typed: String, reply: @escaping @Sendable (Result<String, FileProblem>) -> Reply
  ) -> Effect<Portal, Reply> {
    let path = SheetFormat.expanded(typed)
    guard !path.isEmpty else { return .none }
    guard FileManager.default.fileExists(atPath: path) else {
      return .background { [write] _, _ in reply(write(path)) }
    }
    return .open(
      AskScreen(SheetPhrases.isThere(path), yes: SheetPhrases.replace) { [write] _, _ in
        .success(Self.notice(write(path)))
      })
  }

  static func notice(_ result: Result<String, FileProblem>) -> Step {
    switch result {
    case .success(let path): .notice(SheetPhrases.saved(path), .good)
    case .failure(let problem): .notice(SheetPhrases.said(problem), .bad)
    }
  }
}
