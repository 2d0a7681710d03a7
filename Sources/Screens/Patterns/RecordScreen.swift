public import Store
public import TerminalKit
public import Training
public import UseCases

/// What the screen of one record shows, as it is on the day.
public struct RecordPage: Sendable {
  /// A line «label: value».
  public struct Fact: Sendable {
    let label: String
    let value: String
    let tone: Tone

    public init(_ label: String, _ value: String, tone: Tone = .body) {
      self.label = label
      self.value = value
      self.tone = tone
    }
  }

  /// Something to go to or to do; a closed one says why.
  public struct Item: Sendable {
    let title: String
    let step: Step
    let findings: [Finding]

    public init(_ title: String, step: Step, findings: [Finding] = []) {
      self.title = title
      self.step = step
      self.findings = findings
    }

    var isOpen: Bool { findings.allow }
  }

  /// A line of the history, with what it takes to take it back.
  public struct Past: Sendable {
    let sentence: String
    let reason: String
    let number: Int64
  }

  public var facts: [Fact]
  /// Parts of the record, each with a screen of its own.
  public var links: [Item]
  public var actions: [Item]
  /// The newest first; nil for whoever does not look at histories.
  public var history: [Past]?

  public init(facts: [Fact], links: [Item] = [], actions: [Item] = [], history: [Past]?) {
    self.facts = facts
    self.links = links
    self.actions = actions
    self.history = history
  }
}

/// What a record is: where its page comes from.
public protocol RecordDescription: Sendable {
  /// Key of the help page.
  static var name: String { get }
  var title: String { get }
  /// The page within the scope of whoever is signed in.
  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage
}

/// One record: its facts and history beside the menu of its parts and of what can be done with it.
public struct RecordScreen<Description: RecordDescription>: Screen {
  public enum Reply: Sendable { case loaded(Result<RecordPage, Failure>) }

  public static var name: String { Description.name }
  public var title: String { description.title }

  let description: Description
  private var page: RecordPage?
  private var menu = MenuTree([])
  private var text = Scroller([])
  private var failure: Failure?

  public init(_ description: Description) {
    self.description = description
  }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [description] portal in
      .loaded(portal.read { try description.load($0, $1) })
    }
  }

  private var items: [RecordPage.Item] { page.map { $0.links + $0.actions } ?? [] }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(.success(let page))):
      show(page)
      return .none
    case .reply(.loaded(.failure(let problem))):
      failure = problem
      return .none
    case .stale, .navigate(.refresh): return load
    case .navigate(.back): return .close
    case .navigate(.undo): return takeBack
    default: break
    }
    guard let input = event.input else { return .none }
    // The menu has the arrows; the text beside it has the page keys.
    switch input {
    case .navigate(.pageUp), .navigate(.pageDown), .navigate(.first), .navigate(.last):
      text.handle(input)
      return .none
    default: break
    }
    switch menu.handle(input) {
    case .chosen(let id):
      guard let index = Int(id), items.indices.contains(index) else { return .none }
      return items[index].step.widened()
    case .refused:
      guard let index = menu.current.flatMap({ Int($0) }), items.indices.contains(index) else {
        return .none
      }
      return .open(WhyScreen(items[index].findings))
    case .handled, .ignored: return .none
    }
  }

  /// Asks before it takes back what was done last.
  private var takeBack: Effect<Portal, Reply> {
    guard let last = page?.history?.first else {
      return .notice(Phrases.Record.nothingToTakeBack, .warning)
    }
    return .open(
      AskScreen(Phrases.Record.takeBackQuestion(last.sentence), yes: Phrases.Record.takeBack) {
        portal, _ in
        portal.undo(last.number).map { _ in .notice(Phrases.Record.takenBack, .good) }
      })
  }

  private mutating func show(_ page: RecordPage) {
    failure = nil
    let kept = menu.current
    self.page = page
    menu = MenuTree(
      items.enumerated().map { index, item in
        MenuTree.Item(
          String(index), title: item.title, mark: item.isOpen ? "" : Phrases.Record.closed,
          reason: item.isOpen ? nil : item.findings.refusals.first?.sentence)
      })
    if let kept { menu.select(kept) }
    var lines = page.facts.map {
      Scroller.Paragraph("\($0.label): \u{2068}\($0.value)\u{2069}", tone: $0.tone)
    }
    if let history = page.history { lines += Self.paragraphs(history) }
    text.paragraphs = lines
  }

  private static func paragraphs(_ history: [RecordPage.Past]) -> [Scroller.Paragraph] {
    var lines = [
      Scroller.Paragraph(""), Scroller.Paragraph(Phrases.Record.history, tone: .heading),
    ]
    if history.isEmpty {
      lines.append(Scroller.Paragraph(Phrases.Record.noHistory, tone: .dimmed))
    }
    for past in history {
      lines.append(Scroller.Paragraph(past.sentence))
      if !past.reason.isEmpty {
        lines.append(
          Scroller.Paragraph(Phrases.Record.reason(past.reason), tone: .dimmed, indent: 2))
      }
    }
    return lines
  }

  public func view(in frame: inout Frame) {
    let size = frame.size
    if let failure {
      frame.write(failure)
      return
    }
    guard page != nil else { return }
    let menuColumns = min(30, size.columns / 2)
    menu.view(
      in: &frame, at: Rect(row: 0, column: 0, rows: size.rows, columns: menuColumns),
      isFocused: true)
    frame.verticalLine(at: Point(row: 0, column: menuColumns), rows: size.rows)
    let start = menuColumns + 2
    text.view(
      in: &frame,
      at: Rect(row: 0, column: start, rows: size.rows, columns: max(0, size.columns - start)))
  }
}

extension Lifecycle where Self: RecordedLife {
  /// The actions of whoever is signed in on a record, as its screen offers them.
  ///
  /// - Parameters:
  ///   - id: The record.
  ///   - situation: Its state and facts on the day.
  ///   - context: Who looks at it, and when.
  ///   - name: The portal's word for an action.
  ///   - fields: Where an action with fields of its own leads; nil leaves it out.
  ///   - consequence: What comes of an action, said where it is asked for; empty says nothing.
  /// - Returns: One item for each action of the role, in the order of the table.
  static func items(
    of id: ID<Record>, _ situation: Situation<Self>, _ context: Context,
    name: (Action) -> String, fields: (Action) -> Step? = { _ in nil },
    consequence: (Action) -> String = { _ in "" }
  ) -> [RecordPage.Item] {
    situation.choices(context).compactMap { choice in
      let action = choice.action
      let title = name(action)
      if withFields.contains(action) {
        return fields(action).map {
          RecordPage.Item(title, step: $0, findings: choice.findings)
        }
      }
      let traits = choice.line.traits
      // What a rule warns of is said where the answer is given.
      let warnings = choice.findings.filter { $0.severity == .warning }.map(\.sentence)
      let question = AskScreen(
        Phrases.Record.question(title, situation.subject, then: consequence(action)),
        warnings: warnings, yes: title,
        asksReason: traits.contains(.needsReason),
        confirmation: traits.contains(.dangerous) ? Phrases.yes : nil
      ) { portal, reason in
        portal.perform(Advance<Self>(id, action), reason: reason)
          .map { _ in .notice(Phrases.Record.done(title), .good) }
      }
      return RecordPage.Item(title, step: .open(question), findings: choice.findings)
    }
  }
}

extension Querying where Self: ~Copyable {
  /// The history of a record as its screen shows it: who, when, what; the newest first.
  func past(of table: String, _ key: Int64, limit: Int = 30) throws -> [RecordPage.Past] {
    try history(of: table, key).suffix(limit).reversed().map { line in
      let who = try actor(ID<Account>(rawValue: line.entry.actor))
      return RecordPage.Past(
        sentence: Phrases.Record.past(
          line.entry.saying, by: who?.name ?? "", who?.role.name ?? "",
          Moment.day(of: line.entry.moment), Moment.minute(of: line.entry.moment)),
        reason: line.entry.reason, number: line.entry.number)
    }
  }
}
