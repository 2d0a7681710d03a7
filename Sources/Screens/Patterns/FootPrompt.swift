import Interchange
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
    let width = min(frame.cells(in: label), max(frame.size.columns / 2, frame.size.columns - 20))
    frame.write(label, at: Point(row: row, column: 1), width: width, tone: .strong)
    input.view(
      in: &frame,
      at: Rect(row: row, column: width + 2, rows: 1, columns: frame.size.columns - width - 3),
      isFocused: true)
  }

  /// In a box of its own over the screen below, with a line on what may be typed.
  func box(in frame: inout Frame, title: String, hint: String) {
    let area = frame.centred(rows: 4, columns: min(72, frame.size.columns))
    frame.fill(area)
    frame.box(area, title: title)
    frame.draw(in: area.inset(by: 1, columns: 1)) { part in
      view(in: &part, row: 0)
      part.write(
        hint, at: Point(row: 1, column: 1), width: part.size.columns - 2, tone: .dimmed)
    }
  }
}

/// Writing a file where somebody wants it, asking before one that is there is replaced.
struct FileWriting: Sendable {
  typealias Writer = @Sendable (_ path: String) -> Result<String, FileProblem>
  let write: Writer

  init(_ write: @escaping Writer) { self.write = write }

  /// The line in which the place is typed, with a proposal.
  static func prompt(_ name: String) -> FootPrompt {
    FootPrompt(
      SheetPhrases.path,
      TextInput(SheetFormat.folder + "/" + name, limit: 1_000, direction: .ltr))
  }

  /// What writes the file once it is known that it may stand there, asking before it takes the place
  /// of another; it says itself what came of it.
  func screen(_ typed: String) -> ExportScreen {
    ExportScreen(SheetPhrases.saving, at: typed) { [write] _, path, _ in
      _ = try write(path).get()
    }
  }
}
