public import Store
public import TerminalKit
import Training
public import UseCases

/// What a form is: its draft, its fields, and what saving it does.
public protocol FormDescription: Sendable {
  associatedtype Draft: Sendable
  /// What the fields choose from, read when the form opens.
  associatedtype Lists: Sendable = Void
  static var name: String { get }
  var title: String { get }
  /// Who fills it in; nil is whoever is signed in, the public forms have visitors.
  var reader: Actor? { get }
  /// What F2 does where it is more than keeping what was typed, such as sending; nil for that.
  var submission: String? { get }
  /// The draft to begin with, and the lists behind the fields.
  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists)
  func fields(_ lists: Lists) -> [Field<Draft>]
  /// The draft after a field was left on which proposals in others depend; nil where none do.
  func following(_ draft: Draft, _ lists: Lists) -> Draft?
  /// What the records say of the draft so far, shown under the form while it is being filled.
  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark]
  /// The draft on what is in the records now, after a conflict has been shown: saving again then
  /// means what was typed. Nil where the form has to be opened anew.
  func rebased(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> Draft?
  /// Saves the draft; the step, mostly a notice, is taken after the form has closed.
  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure>
}

/// A sentence under a form about what has been filled in: who a code belongs to, what a rule says.
public struct FormRemark: Sendable {
  let text: String
  let tone: Tone

  public init(_ text: String, tone: Tone) {
    self.text = text
    self.tone = tone
  }

  init(_ finding: Finding) {
    self.init(finding.sentence, tone: finding.severity == .refusal ? .bad : .warning)
  }
}

extension FormDescription {
  public var reader: Actor? { nil }

  public var submission: String? { nil }

  public func following(_ draft: Draft, _ lists: Lists) -> Draft? { nil }

  public func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] { [] }

  public func rebased(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> Draft? { nil }
}

/// A form over one record; what is typed is never lost to a refusal or to other people's changes.
public struct FormScreen<Description: FormDescription>: Screen {
  public enum Reply: Sendable {
    case loaded(Result<(Description.Draft, Description.Lists), Failure>)
    case remarked(Result<[FormRemark], Failure>)
    case submitted(WritingTurn<Result<Step, Failure>>.Outcome)
    case rebased(Result<Description.Draft?, Failure>)
    case kept(DraftShelf.Kept?)
  }

  public static var name: String { Description.name }
  public var title: String { description.title }
  public var wantsText: Bool { form?.wantsText ?? false }
  public var hasUnsavedWork: Bool { form?.isChanged ?? false }
  public var helpNotes: [String] { form?.hasStars == true ? [Phrases.starred] : [] }
  public var unfinished: Unfinished? {
    guard let fields = form?.filled, !fields.isEmpty else { return nil }
    return Unfinished(key: key, title: title, fields: fields)
  }
  public var shownKeys: [Navigation] { [.save] }
  public func saying(of key: Navigation) -> String? { key == .save ? description.submission : nil }

  let description: Description
  private var form: Form<Description.Draft>?
  private var lists: Description.Lists?
  private var remarks: [FormRemark] = []
  private var failure: Failure?
  private var turn = WritingTurn<Result<Step, Failure>>()
  /// Which form of which record it is, as it was when it was opened; empty until there is a form.
  ///
  /// What it says of itself holds the record, and nobody needs to read it here. Asked for every second.
  private var key = ""

  public init(_ description: Description) {
    self.description = description
  }

  public func start() -> Effect<Portal, Reply> {
    .run { [description] portal in
      .loaded(portal.read(by: description.reader) { try description.load($0, $1) })
    }
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(.success((let draft, let lists)))):
      form = Form(draft, fields: description.fields(lists), phrases: .portal)
      self.lists = lists
      key =
        BlobDigest(of: Array("\(Self.name) \(title) \(description)".utf8)).hexadecimal
      return .all([remark, .run { [key] portal in .kept(portal.kept(key)) }])
    case .reply(.kept(let kept)):
      guard let kept else { return .none }
      form?.refill(kept.fields)
      return .all([remark, .notice(Phrases.Lock.returned, .good)])
    case .reply(.remarked(let result)):
      remarks = (try? result.get()) ?? []
      return .none
    case .reply(.loaded(.failure(let problem))):
      // A rule that closes the form says so with its remedy, before anything is typed.
      if case .refused = problem { return .replace(WhyScreen(problem)) }
      failure = problem
      return .none
    case .reply(.submitted(let outcome)): return take(outcome)
    case .reply(.rebased(let result)):
      guard let draft = try? result.get() else { return .none }
      form?.edit { $0 = draft }
      return .notice(Phrases.saveAgain, .warning)
    default: break
    }
    guard let input = event.input else { return .none }
    guard !turn.isWaiting else { return .notice(Phrases.waitsForTurn, .warning) }
    guard var form else { return input == .navigate(.back) ? .close : .none }
    let outcome = form.handle(input)
    self.form = form
    switch outcome {
    case .submitted:
      return turn.begin(Reply.submitted) { [description, draft = form.draft] portal in
        description.submit(draft, portal)
      }
    case .cancelled: return .close
    case .handled:
      // The draft moves when a field is left, not with each letter.
      guard case .navigate = input else { return .none }
      if let lists, let next = description.following(form.draft, lists) {
        self.form?.edit { $0 = next }
      }
      return remark
    case .ignored, .lookup: return .none
    }
  }

  private mutating func take(
    _ outcome: WritingTurn<Result<Step, Failure>>.Outcome
  ) -> Effect<Portal, Reply> {
    if let waiting = turn.wait(for: outcome, Reply.submitted) { return waiting }
    switch outcome.answer {
    case .success(let step): return .all([.close, step.widened()])
    case .failure(let problem):
      form?.refuse()
      // What was said under the form is of the draft before it was sent.
      guard case .conflict = problem else { return .all([remark, .open(WhyScreen(problem))]) }
      return .all([.open(WhyScreen(problem)), rebase])
    }
  }

  private var rebase: Effect<Portal, Reply> {
    guard let form else { return .none }
    return .run { [description, draft = form.draft] portal in
      .rebased(portal.read { try description.rebased(draft, $0, $1) })
    }
  }

  private var remark: Effect<Portal, Reply> {
    guard let form else { return .none }
    return .run { [description, draft = form.draft] portal in
      .remarked(
        portal.read(by: description.reader) { try description.remarks(draft, $0, $1) })
    }
  }

  public func view(in frame: inout Frame) {
    if let failure {
      frame.write(failure.sentence, at: Point(row: 1, column: 2), tone: .complaint)
    }
    let size = frame.size
    let lines = Scroller(
      remarks.map { Scroller.Paragraph("\($0.tone.remarkSign) \($0.text)", tone: $0.tone) })
    let height =
      remarks.isEmpty ? 0 : min(lines.height(width: max(1, size.columns - 2)), size.rows / 3)
    // A popup of the form may stand on the remarks, so they are drawn first.
    lines.view(
      in: &frame,
      at: Rect(row: size.rows - height, column: 1, rows: height, columns: max(0, size.columns - 2)))
    form?.view(
      in: &frame,
      at: Rect(row: 0, column: 0, rows: size.rows - height, columns: size.columns))
  }
}

extension Tone {
  /// A sign beside the colour, for terminals without one.
  fileprivate var remarkSign: String {
    switch self {
    case .good: "✓"
    case .bad: "✗"
    case .warning: "!"
    default: "•"
    }
  }
}
