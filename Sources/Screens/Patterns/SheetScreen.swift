import FoundationEssentials
public import Interchange
import Persian
public import TerminalKit
public import Training
public import UseCases

/// Lists as they come out of the printer, page by page, and saved as a workbook, a table or text.
public struct SheetScreen: Screen {
  public typealias Environment = Portal

  public enum Command: String, CommandSet {
    case nextSheet = "next-sheet"
    case turn
    case saveWorkbook = "save-workbook"
    case saveTable = "save-table"
    case saveText = "save-text"

    public var help: String { SheetPhrases.help(self) }
  }

  public enum Reply: Sendable {
    case isThere(path: String, SheetFormat)
    case saved(Result<String, FileProblem>)
  }

  public static let name = "sheet"
  public var title: String { sheets[current].title }
  public var wantsText: Bool { saving != nil }

  private let sheets: [Sheet]
  private let repeating: Int
  private var current = 0
  private var isAcross = false
  private var pages: [[String]] = []
  private var top = 0
  private var leading = 0
  /// The format being saved and the path being typed.
  private var saving: (format: SheetFormat, path: TextInput)?
  private let page = PageRoom()

  /// - Parameters:
  ///   - sheets: At least one; the next-sheet key goes through them.
  ///   - repeating: Columns that stand again on every page where a list is wider than the paper.
  public init(_ sheets: [Sheet], repeating: Int = 0) {
    precondition(!sheets.isEmpty, "nothing to show")
    self.sheets = sheets
    self.repeating = repeating
    // As many columns as a class has sessions want the paper across.
    isAcross = sheets[0].columns.count > 10
    lay()
  }

  private var paper: SheetPaper { SheetPaper(isAcross: isAcross, repeating: repeating) }

  private mutating func lay() {
    pages = paper.pages(of: sheets[current])
    (top, leading) = (0, 0)
  }

  private var lines: Int { pages.reduce(0) { $0 + $1.count + 1 } - 1 }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(let reply): return take(reply)
    case .command(let command):
      guard saving == nil else { return .none }
      return perform(command)
    case .navigate, .text, .click, .stale, .progress: break
    }
    guard let input = event.input else { return .none }
    if saving != nil { return type(input) }
    guard case .navigate(let navigation) = input else { return .none }
    return move(navigation)
  }

  private mutating func perform(_ command: Command) -> Effect<Portal, Reply> {
    switch command {
    case .nextSheet:
      current = (current + 1) % sheets.count
      lay()
    case .turn:
      isAcross.toggle()
      lay()
    case .saveWorkbook: ask(.workbook)
    case .saveTable: ask(.table)
    case .saveText: ask(.text(paper))
    }
    return .none
  }

  public func reasonClosed(_ command: Command) -> String? {
    command == .nextSheet && sheets.count == 1 ? SheetPhrases.onlySheet : nil
  }

  private mutating func ask(_ format: SheetFormat) {
    let path = SheetFormat.folder + "/" + format.fileName(for: sheets[current])
    saving = (format, TextInput(path, limit: 1_000, direction: .ltr))
  }

  private mutating func move(_ navigation: Navigation) -> Effect<Portal, Reply> {
    let last = max(0, lines - 1)
    let step = max(1, page.rows - 1)
    switch navigation {
    case .back: return .close
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= step
    case .pageDown, .toggle: top += step
    case .home, .first: (top, leading) = (0, 0)
    case .end, .last: top = last
    case .left: leading += 8
    case .right: leading -= 8
    default: return .none
    }
    top = max(0, min(top, max(0, lines - page.rows)))
    leading = max(0, min(leading, max(0, paper.width - page.columns)))
    return .none
  }

  private mutating func type(_ input: WidgetInput) -> Effect<Portal, Reply> {
    guard let format = saving?.format, var path = saving?.path else { return .none }
    switch input {
    case .navigate(.back): saving = nil
    case .navigate(.accept):
      let file = SheetFormat.expanded(path.text)
      guard !file.isEmpty else { return .none }
      return .run { _ in .isThere(path: file, format) }
    default:
      path.handle(input)
      saving = (format, path)
    }
    return .none
  }

  private mutating func take(_ reply: Reply) -> Effect<Portal, Reply> {
    let sheet = sheets[current]
    switch reply {
    case .isThere(let path, let format):
      saving = nil
      guard FileManager.default.fileExists(atPath: path) else {
        return .background { _, _ in .saved(format.write(sheet, to: path)) }
      }
      return .open(
        AskScreen(SheetPhrases.isThere(path), yes: SheetPhrases.replace) { _, _ in
          switch format.write(sheet, to: path) {
          case .success(let path): return .success(.notice(SheetPhrases.saved(path), .good))
          case .failure(let problem): return .success(.notice(SheetPhrases.said(problem), .bad))
          }
        })
    case .saved(.success(let path)): return .notice(SheetPhrases.saved(path), .good)
    case .saved(.failure(let problem)): return .notice(SheetPhrases.said(problem), .bad)
    }
  }

  public func view(in frame: inout Frame) {
    let foot = frame.size.rows > 3 ? 1 : 0
    let room = frame.size.rows - foot
    page.note(rows: room, columns: frame.size.columns)
    frame.draw(in: Rect(row: 0, column: 0, rows: room, columns: frame.size.columns)) { part in
      var row = -top
      for page in pages {
        for line in page {
          if row >= 0, row < room, !line.isEmpty {
            part.write(line, at: Point(row: row, column: -leading))
          }
          row += 1
        }
        if row >= 0, row < room {
          part.horizontalLine(at: Point(row: row, column: 0), columns: part.size.columns)
        }
        row += 1
      }
    }
    guard foot > 0 else { return }
    let last = frame.size.rows - 1
    guard let saving else {
      frame.write(
        SheetPhrases.paper(isAcross: isAcross, pages: pages.count), at: Point(row: last, column: 1),
        width: frame.size.columns - 2, tone: .dimmed)
      return
    }
    let label = SheetPhrases.path
    let width = min(label.cellWidth, frame.size.columns / 2)
    frame.write(label, at: Point(row: last, column: 1), width: width, tone: .strong)
    saving.path.view(
      in: &frame,
      at: Rect(row: last, column: width + 2, rows: 1, columns: frame.size.columns - width - 3),
      isFocused: true)
  }
}
