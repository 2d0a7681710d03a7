import Interchange
public import TerminalKit
public import Training
public import UseCases

/// Lists as they come out of the printer, page by page, and saved as a workbook, a table,
/// text or PDF.
public struct SheetScreen: Screen {
  public typealias Environment = Portal

  public enum Command: String, CommandSet {
    case nextSheet = "next-sheet"
    case turn
    case saveWorkbook = "save-workbook"
    case saveTable = "save-table"
    case saveText = "save-text"
    case savePDF = "save-pdf"
    case print

    public var help: String { SheetPhrases.help(self) }
  }

  public static let name = "sheet"
  public var title: String { sheets[current].title }
  public var wantsText: Bool { saving != nil }

  private let sheets: [Sheet]
  private let repeating: Int
  private var current = 0
  private var isAcross = false
  private var pages = PaperPages()
  /// The format being saved and the path being typed.
  private var saving: (format: SheetFormat, path: FootPrompt)?

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
    pages.set(PaperPreview.laying([paper.letter(of: sheets[current])]))
  }

  public mutating func update(_ event: Event<Command, Never>) -> Effect<Portal, Never> {
    switch event {
    case .command(let command):
      guard saving == nil else { return .none }
      return perform(command)
    case .navigate, .text, .click, .stale, .progress: break
    }
    guard let input = event.input else { return .none }
    if saving != nil { return type(input) }
    guard case .navigate(let navigation) = input else { return .none }
    if navigation == .back { return .close }
    _ = pages.handle(navigation)
    return .none
  }

  private mutating func perform(_ command: Command) -> Effect<Portal, Never> {
    switch command {
    case .nextSheet:
      guard sheets.count > 1 else { return .notice(SheetPhrases.onlySheet, .warning) }
      current = (current + 1) % sheets.count
      lay()
    case .turn:
      isAcross.toggle()
      lay()
    case .saveWorkbook: ask(.workbook)
    case .saveTable: ask(.table)
    case .saveText: ask(.text(paper))
    case .savePDF: ask(.pdf(paper))
    case .print:
      let letter = paper.letter(of: sheets[current])
      return .open(
        PrinterScreen(title) { path throws(FileProblem) in
          try PDFDocument.portal().write([letter], to: path)
        })
    }
    return .none
  }

  public func reasonClosed(_ command: Command) -> String? {
    command == .nextSheet && sheets.count == 1 ? SheetPhrases.onlySheet : nil
  }

  private mutating func ask(_ format: SheetFormat) {
    let name = SheetFormat.fileName(sheets[current].title, ending: format.ending)
    saving = (format, FileWriting.prompt(name))
  }

  private mutating func type(_ input: WidgetInput) -> Effect<Portal, Never> {
    guard let format = saving?.format, let path = saving?.path.text else { return .none }
    switch input {
    case .navigate(.back): saving = nil
    case .navigate(.accept):
      saving = nil
      let sheet = sheets[current]
      return .open(FileWriting { format.write(sheet, to: $0) }.screen(path))
    default: saving?.path.handle(input)
    }
    return .none
  }

  public func view(in frame: inout Frame) {
    let foot = frame.size.rows > 3 ? 1 : 0
    let last = frame.size.rows - 1
    pages.view(
      in: &frame,
      at: Rect(row: 0, column: 0, rows: frame.size.rows - foot, columns: frame.size.columns))
    guard foot > 0 else { return }
    guard let saving else {
      frame.write(
        SheetPhrases.paper(
          isAcross: isAcross, pages: pages.pages.count, continues: pages.continues),
        at: Point(row: last, column: 1), width: frame.size.columns - 2, tone: .dimmed)
      return
    }
    saving.path.view(in: &frame, row: last)
  }
}
