import Interchange
import Persian
public import TerminalKit
import Training
public import UseCases

/// A paper as it comes out of the printer, page by page, saved as PDF or text, its tables as
/// workbook or CSV.
public struct LetterScreen: Screen {
  public typealias Environment = Portal

  public enum Command: String, CommandSet {
    case number
    case savePDF = "save-pdf"
    case print
    case saveWorkbook = "save-workbook"
    case saveTable = "save-table"
    case saveText = "save-text"

    public var help: String { LetterPhrases.help(self) }
  }

  public enum Reply: Sendable {
    case loaded(Result<Draft, LetterFailure>)
  }

  /// What was read for the preview.
  public struct Draft: Sendable { let draft: LetterDraft }

  /// What is typed at the foot.
  private enum Typing {
    case number(NumberField)
    case find
    case save(FileWriting)
  }

  /// The parts of the number of a letter, asked for one after another.
  private enum NumberField { case number, date, attachment }

  public static let name = "letter"
  public var title: String { description.title }
  public var wantsText: Bool { typing != nil }

  private let description: any LetterDescription
  private var draft: LetterDraft?
  private var reference: LetterReference
  private var letters: [Letter] = []
  private var failure: LetterFailure?
  private var pages = PaperPages()
  private var typing: (what: Typing, prompt: FootPrompt)?
  private var sought = ""

  public init(_ description: any LetterDescription) {
    self.description = description
    reference = description.reference
  }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [description] portal in
      .loaded(LetterDraft.load(description, portal).map(Draft.init))
    }
  }

  static let paper = PlainLetter(foot: SheetPhrases.foot)

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(let result)):
      show(result)
      return .none
    case .stale, .navigate(.refresh): return load
    case .command(let command):
      guard typing == nil else { return .none }
      if let reason = reasonClosed(command) { return .notice(reason, .warning) }
      return perform(command)
    default: break
    }
    guard let input = event.input else { return .none }
    if typing != nil { return type(input) }
    switch input {
    case .navigate(.back): return .close
    case .navigate(.find): ask(.find, LetterPhrases.find, sought)
    case .navigate(let navigation): _ = pages.handle(navigation)
    default: break
    }
    return .none
  }

  private mutating func show(_ result: Result<Draft, LetterFailure>) {
    switch result {
    case .success(let read):
      draft = read.draft
      lay()
    case .failure(let problem): failure = problem
    }
  }

  /// The letters anew; the pages stay where they are unless they changed.
  private mutating func lay() {
    guard let draft else { return }
    switch draft.letters(reference) {
    case .success(let letters):
      failure = nil
      guard letters != self.letters || self.letters.isEmpty else { return }
      self.letters = letters
      pages.set(PaperPreview.laying(letters))
    case .failure(let problem): failure = problem
    }
  }

  // MARK: Commands

  public func reasonClosed(_ command: Command) -> String? {
    if let failure { return failure.sentence }
    switch command {
    case .number:
      return Swift.type(of: description).shape.isNumbered ? nil : LetterPhrases.noNumber
    case .saveWorkbook, .saveTable: return sheets.isEmpty ? LetterPhrases.noTable : nil
    case .saveText, .savePDF, .print: return nil
    }
  }

  private var sheets: [Sheet] { letters.flatMap(\.sheets) }

  private mutating func perform(_ command: Command) -> Effect<Portal, Reply> {
    let letters = letters
    switch command {
    case .number: ask(.number(.number), LetterPhrases.number, reference.number)
    case .saveText: save(.text)
    case .savePDF: save(.pdf)
    case .saveWorkbook: save(.workbook)
    case .saveTable: save(.table)
    case .print:
      return .open(
        PrinterScreen(title) { path throws(FileProblem) in
          _ = try LetterFormat.pdf.write(letters, to: path).get()
        })
    }
    return .none
  }

  private mutating func save(_ format: LetterFormat) {
    let name = SheetFormat.fileName(title, ending: format.rawValue)
    let writing = FileWriting { [letters] in format.write(letters, to: $0) }
    typing = (.save(writing), FileWriting.prompt(name))
  }

  private mutating func ask(_ what: Typing, _ label: String, _ text: String) {
    typing = (what, FootPrompt(label, TextInput(text, limit: 200)))
  }

  // MARK: Typing

  private mutating func type(_ input: WidgetInput) -> Effect<Portal, Reply> {
    guard let (what, prompt) = typing else { return .none }
    switch input {
    case .navigate(.back):
      typing = nil
    case .navigate(.accept):
      typing = nil
      return accept(what, prompt.text)
    default: typing?.prompt.handle(input)
    }
    return .none
  }

  private mutating func accept(_ what: Typing, _ text: String) -> Effect<Portal, Reply> {
    switch what {
    case .find:
      sought = text
      if !pages.find(text) { return .notice(LetterPhrases.notFound, .warning) }
    case .save(let writing): return .open(writing.screen(text))
    case .number(let field):
      let text = Normalizer.line(text)
      switch field {
      case .number:
        reference.number = text
        ask(.number(.date), LetterPhrases.date, reference.date)
      case .date:
        reference.date = text
        ask(.number(.attachment), LetterPhrases.attachment, reference.attachment)
      case .attachment:
        reference.attachment = text
        lay()
      }
    }
    return .none
  }

  // MARK: Picture

  public func view(in frame: inout Frame) {
    let last = frame.size.rows - 1
    if let failure {
      frame.write(
        failure.sentence, at: Point(row: min(1, last), column: 2),
        width: max(0, frame.size.columns - 4), tone: .complaint)
      return
    }
    let foot = frame.size.rows > 3 ? 1 : 0
    pages.view(
      in: &frame, at: Rect(row: 0, column: 0, rows: last + 1 - foot, columns: frame.size.columns))
    guard foot > 0 else { return }
    if let typing { return typing.prompt.view(in: &frame, row: last) }
    frame.write(
      LetterPhrases.place(pages.current, of: pages.pages.count, letters: letters.count),
      at: Point(row: last, column: 1), width: frame.size.columns - 2, tone: .dimmed)
  }
}
