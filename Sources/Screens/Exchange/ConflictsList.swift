import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ناسازگاری‌ها»: what an office did and the records refuse, for a person to settle.
struct ConflictsList: ListDescription {
  struct Row: Sendable {
    let entry: Entry
    let who: String
    let isServers: Bool
  }

  static let name = "conflicts"
  let title = ExchangePhrases.conflicts

  let columns: [Column<Row>] = [
    Column(
      Phrases.History.day, width: 10, direction: .ltr,
      sortedBy: { .number(Int($0.entry.moment / 1000)) },
      text: { Moment.day(of: $0.entry.moment).said }),
    Column(
      Phrases.History.time, width: 6, direction: .ltr,
      text: { Say.clock(Moment.minute(of: $0.entry.moment)) }),
    Column(Phrases.History.what, text: { $0.entry.saying }),
    Column(Phrases.History.who, width: 24, text: { $0.who }),
    Column(
      ExchangePhrases.refusedBy, width: 14, text: { ExchangePhrases.refusedBy($0.isServers) }),
  ]

  func identity(of row: Row) -> Int64 { row.entry.number }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.exchange)
    return try records.conflicts(for: context.actor).map { entry in
      Row(
        entry: entry, who: try records.actor(ID<Account>(rawValue: entry.actor))?.name ?? "",
        isServers: try records.isServersConflict(entry.number))
    }
  }

  func open(_ row: Row) -> Step {
    let number = row.entry.number
    return .open(
      OpenScreen { portal in
        portal.conflict(number).map { .open(RecordScreen(ConflictRecord(conflict: $0))) }
      })
  }
}

/// One conflict: who did what, why it cannot be performed, both versions, and how it is settled.
struct ConflictRecord: RecordDescription {
  static let name = "conflict"
  let conflict: ExchangeConflict
  var title: String { ExchangePhrases.conflict(conflict.entry.saying) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.exchange)
    let entry = conflict.entry
    let day = Moment.day(of: entry.moment).said
    var facts = [
      RecordPage.Fact(Phrases.History.what, entry.saying, tone: .strong),
      .init(Phrases.History.who, conflict.name),
      .init(ExchangePhrases.done, "\(day) \(Say.clock(Moment.minute(of: entry.moment)))"),
    ]
    if !entry.reason.isEmpty { facts.append(.init(Phrases.History.reason, entry.reason)) }
    guard try records.entry(number: entry.number)?.state == .conflicted else {
      facts.append(.init(ExchangePhrases.state, ExchangePhrases.settled, tone: .good))
      return RecordPage(facts: facts, history: nil)
    }
    for item in conflict.obstacle?.items ?? [] {
      facts.append(.init(ExchangePhrases.obstacle, item.title, tone: .bad))
      facts += item.lines.map { .init("•", $0, tone: .dimmed) }
    }
    if conflict.obstacle == nil {
      facts.append(.init(ExchangePhrases.obstacle, ExchangePhrases.noObstacle, tone: .good))
    }
    for version in conflict.versions { facts += try self.facts(of: version, records) }
    let isElsewhere = try records.isStation() && conflict.isServers
    if isElsewhere {
      facts.append(.init(ExchangePhrases.state, ExchangePhrases.settledAtServer, tone: .warning))
    }
    return RecordPage(
      facts: facts, actions: isElsewhere ? [] : actions(context.actor.role), history: nil)
  }

  /// Both versions of every cell that the office changed, beside what stands there now.
  private func facts(
    of version: ExchangeConflict.Version, _ records: borrowing Reading
  ) throws -> [RecordPage.Fact] {
    var facts: [RecordPage.Fact] = []
    for (place, column) in version.columns.enumerated() {
      let (old, new) = (version.old[place], version.new[place])
      guard old != new, RecordWords.isShown(column), Self.tells(old) || Self.tells(new) else {
        continue
      }
      func said(_ value: Value?) throws -> String {
        try self.said(value ?? .null, of: column, in: version.table, records)
      }
      let now = version.now.map { $0.indices.contains(place) ? $0[place] : .null }
      facts.append(
        .init(
          ExchangePhrases.cell(version.table, column),
          ExchangePhrases.versions(
            old: try said(old), new: try said(new), now: try now.map { try said($0) }),
          tone: now == new ? .body : .warning))
    }
    return facts
  }

  /// Whether a value tells a person anything: something is there.
  private static func tells(_ value: Value?) -> Bool {
    switch value {
    case nil, .null?, .text("")?: false
    default: true
    }
  }

  private func said(
    _ value: Value, of column: String, in table: String, _ records: borrowing Reading
  ) throws -> String {
    switch value {
    case .null, .text(""): return "—"
    case .text(let text):
      return table == "mark" && column == "value" ? AttendancePhrases.stored(text) : text
    case .integer(let number) where column == "person":
      return try records.person(ID(rawValue: number))?.name.inFull ?? ExchangePhrases.unknownPerson
    case .integer(let number) where column == "enrolment":
      let person = try records.enrolment(ID(rawValue: number)).flatMap {
        try records.person($0.person)
      }
      return person?.name.inFull ?? ExchangePhrases.unknownPerson
    case .integer(let number) where column == "day" || column.hasSuffix("_day"):
      return JalaliDate(dayNumber: Int(number)).said
    case .integer(let number): return Digits.persian(String(number))
    case .real(let number): return Digits.persian(String(number))
    case .blob: return ExchangePhrases.file
    }
  }

  private func actions(_ role: Role) -> [RecordPage.Item] {
    let number = conflict.entry.number
    var findings: [Finding] = []
    if case .refused(let found)? = conflict.obstacle { findings = found }
    let again = RecordPage.Item(
      ExchangePhrases.performAgain,
      step: .open(
        AskScreen(ExchangePhrases.performAgainQuestion, yes: ExchangePhrases.performAgain) {
          portal, _ in
          portal.settle(number, .performAgain).map { _ in
            .notice(ExchangePhrases.performed, .good)
          }
        }), findings: findings)
    let giveUp = RecordPage.Item(
      ExchangePhrases.giveUp,
      step: .open(
        AskScreen(ExchangePhrases.giveUpQuestion, yes: ExchangePhrases.giveUp) { portal, _ in
          portal.settle(number, .giveUp).map { _ in .notice(ExchangePhrases.gaveUp, .good) }
        }))
    return [again] + correct(role) + [giveUp]
  }

  /// Where the records are put right by hand, so that the work fits again or is no longer needed.
  private func correct(_ role: Role) -> [RecordPage.Item] {
    for version in conflict.versions {
      guard let link = version.link else { continue }
      return [RecordPage.Item(ExchangePhrases.correct, step: RecordDoor.step(to: link, for: role))]
    }
    return []
  }
}

extension ExchangeConflict.Version {
  /// The record with a screen of its own that a row is, or belongs to.
  fileprivate var link: RecordLink? {
    func cell(_ name: String) -> Int64? {
      guard let place = columns.firstIndex(of: name) else { return nil }
      let values = [now?[place], new[place], old[place]]
      for case .integer(let id)? in values { return id }
      return nil
    }
    func link(_ kind: RecordLink.Kind, _ column: String) -> RecordLink? {
      cell(column).map { RecordLink(kind, ID<Unit>(rawValue: $0)) }
    }
    return switch table {
    case "person": link(.person, "id")
    case "mark", "first_session": link(.session, "session") ?? link(.enrolment, "enrolment")
    case "enrolment": link(.trainingClass, "class")
    case "training_class": link(.trainingClass, "id")
    case "session": link(.session, "id")
    case "course_request": link(.request, "id")
    case "decree", "appointment", "training_record": link(.person, "person")
    case "task": link(.task, "id")
    default: nil
    }
  }
}
