public import Interchange
import Persian
public import TerminalKit
public import UseCases

/// Chooses a printer for a paper; saving it as PDF stands beside the printers.
public struct PrinterScreen: Screen {
  public typealias Environment = Portal

  public enum Reply: Sendable {
    case found(Result<[Printer], PrintProblem>)
    case printed(String, Result<Bool, PrintProblem>)
  }

  /// Writes the paper to a path as PDF.
  typealias Writer = @Sendable (_ path: String) throws(FileProblem) -> Void

  public static let name = "printers"
  public var title: String { "\(PrinterPhrases.title): \(paper)" }
  public var wantsText: Bool { saving != nil }

  private static let save = "save"
  private let paper: String
  private let write: Writer
  private var printers: [Printer] = []
  private var problem: PrintProblem?
  private var isWaiting = true
  private var menu: MenuTree
  private var saving: FootPrompt?

  /// - Parameters:
  ///   - paper: Its title, for the queue and the name of a file.
  ///   - write: Writes it.
  init(_ paper: String, _ write: @escaping Writer) {
    self.paper = paper
    self.write = write
    menu = Self.menu(of: [])
  }

  private static func menu(of printers: [Printer]) -> MenuTree {
    MenuTree(
      printers.enumerated().map { index, printer in
        MenuTree.Item(String(index), title: PrinterPhrases.item(printer))
      } + [MenuTree.Item(save, title: PrinterPhrases.save)])
  }

  public func start() -> Effect<Portal, Reply> {
    .background { _, _ in
      .found(Result { () throws(PrintProblem) in try Printing.printers() })
    }
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.found(let result)):
      isWaiting = false
      switch result {
      case .success(let found):
        printers = found
        menu = Self.menu(of: found)
      case .failure(let failure): problem = failure
      }
      return .none
    case .reply(.printed(let printer, .success)):
      return .all([.close, .notice(PrinterPhrases.sent(to: printer), .good)])
    case .reply(.printed(_, .failure(let failure))):
      isWaiting = false
      problem = failure
      return .none
    default: break
    }
    guard let input = event.input else { return .none }
    if saving != nil { return type(input) }
    if input == .navigate(.back) { return .close }
    guard case .chosen(let id) = menu.handle(input) else { return .none }
    if id == Self.save {
      saving = FileWriting.prompt(SheetFormat.fileName(paper, ending: "pdf"))
      return .none
    }
    guard !isWaiting, let index = Int(id), printers.indices.contains(index) else { return .none }
    return print(on: printers[index].name)
  }

  private mutating func print(on printer: String) -> Effect<Portal, Reply> {
    isWaiting = true
    problem = nil
    return .background { [paper, write] _, _ in
      .printed(
        printer,
        Result { () throws(PrintProblem) in
          try Printing.print(paper, on: printer, write)
          return true
        })
    }
  }

  private mutating func type(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): saving = nil
    case .navigate(.accept):
      guard let path = saving?.text else { return .none }
      saving = nil
      let writing = FileWriting { [write] path in
        Result { () throws(FileProblem) in
          try write(path)
          return path
        }
      }
      return .replace(writing.screen(path))
    default: saving?.handle(input)
    }
    return .none
  }

  public func view(in frame: inout Frame) {
    let columns = max(0, frame.size.columns - 4)
    var row = 1
    if let problem {
      for line in frame.wrapped(problem.sentence, to: columns) {
        frame.write(line, at: Point(row: row, column: 2), width: columns, tone: .complaint)
        row += 1
      }
      row += 1
    } else {
      frame.write(
        isWaiting ? PrinterPhrases.waiting : PrinterPhrases.choose,
        at: Point(row: row, column: 2), width: columns, tone: .dimmed)
      row += 2
    }
    let foot = frame.size.rows - 1
    menu.view(
      in: &frame, at: Rect(row: row, column: 2, rows: max(1, foot - row), columns: columns),
      isFocused: saving == nil)
    saving?.view(in: &frame, row: foot)
  }
}
