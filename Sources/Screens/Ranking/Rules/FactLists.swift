import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A list of facts of one person, which offices add to and correct.
protocol FactList: ListDescription where Row: RankingFact, Command == FactCommand {
  var person: Person { get }
  func facts(_ records: borrowing Reading) throws -> [Row]
  /// The form of a fact; nil is a new one.
  func form(_ before: Row?) -> Step
}

/// What is done in lists of facts.
enum FactCommand: String, CommandSet {
  case add
  var help: String { Phrases.RankFacts.add }
}

extension FactList {
  func identity(of row: Row) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewRankingFacts)
    guard try records.personLine(person.id, in: context.actor.personReach) != nil else {
      throw Failure.forbidden
    }
    return try facts(records)
  }

  func open(_ row: Row) -> Step { form(row) }
  func perform(_ command: FactCommand, on rows: [Row]) -> Step { form(nil) }
}

/// Appraisals and points by year.
struct RankingYearsList: FactList {
  typealias Command = FactCommand
  static let name = "rank-years"
  let person: Person
  var title: String { "\(Phrases.RankFacts.years) – \(person.name.inFull)" }
  init(_ person: Person) { self.person = person }

  let columns: [Column<RankingYear>] = [
    Column(Phrases.RankFacts.year, width: 8, text: { Digits.persian($0.year) }),
    Column(Phrases.RankFacts.appraisal, width: 16, text: { $0.appraisal?.said ?? "–" }),
    Column(Phrases.RankFacts.yearPoints, width: 19, text: { $0.points?.said ?? "–" }),
    Column(Phrases.RankFacts.document, text: { $0.source }),
  ]

  func facts(_ records: borrowing Reading) throws -> [RankingYear] {
    try records.rankingYears(of: person.id)
  }

  func form(_ before: RankingYear?) -> Step { .open(FormScreen(RankingYearForm(person, before))) }
}

struct RankingYearForm: FormDescription {
  struct Draft: Sendable {
    var year: Int
    var appraisal: Fraction?
    var points: Fraction?
    var source: String
  }

  static let name = "rank-year"
  let title = Phrases.RankFacts.years
  let person: Person
  let before: RankingYear?

  init(_ person: Person, _ before: RankingYear?) {
    self.person = person
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editRankingFacts)
    return (
      Draft(
        year: before?.year ?? context.today.year - 1, appraisal: before?.appraisal,
        points: before?.points, source: before?.source ?? ""), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .year(Phrases.RankFacts.year, \.year),
      .points(Phrases.RankFacts.appraisal, \.appraisal),
      .points(Phrases.RankFacts.yearPoints, \.points).hinted(Phrases.RankFacts.yearHint),
      .text(Phrases.RankFacts.document, \.source, limit: 120).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let it = RankingYear(
      id: before?.id ?? ID(rawValue: 0), person: person.id, year: draft.year,
      appraisal: draft.appraisal, points: draft.points, source: Normalizer.line(draft.source))
    return portal.perform(RecordFact(before, it)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Degrees.
struct DegreesList: FactList {
  typealias Command = FactCommand
  static let name = "rank-degrees"
  let person: Person
  var title: String { "\(Phrases.RankFacts.degrees) – \(person.name.inFull)" }
  init(_ person: Person) { self.person = person }

  let columns: [Column<DegreeRecord>] = [
    Column(Phrases.RankFacts.degree, width: 18, text: { DegreeRecord.name(of: $0.degree) }),
    Column(Phrases.RankFacts.field, text: { $0.field }),
    Column(Phrases.RankFacts.day, width: 11, direction: .ltr, text: { $0.day.said }),
    Column(Phrases.RankFacts.document, width: 20, text: { $0.source }),
  ]

  func facts(_ records: borrowing Reading) throws -> [DegreeRecord] {
    try records.degrees(of: person.id)
  }

  func form(_ before: DegreeRecord?) -> Step { .open(FormScreen(DegreeForm(person, before))) }
}

struct DegreeForm: FormDescription {
  struct Draft: Sendable {
    var degree: String?
    var field: String
    var day: JalaliDate?
    var source: String
  }

  struct Lists: Sendable {
    var degrees: [CodeList.Item]
    var today: JalaliDate
  }

  static let name = "rank-degree"
  let title = Phrases.RankFacts.degrees
  let person: Person
  let before: DegreeRecord?

  init(_ person: Person, _ before: DegreeRecord?) {
    self.person = person
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.editRankingFacts)
    return (
      Draft(
        degree: before?.degree, field: before?.field ?? "", day: before?.day,
        source: before?.source ?? ""),
      Lists(degrees: try records.items(of: "degree"), today: context.today)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(
        Phrases.RankFacts.degree, \.degree, among: lists.degrees.map { ($0.code, $0.title) }
      ).required(),
      .text(Phrases.RankFacts.field, \.field, limit: 80).required(),
      .day(Phrases.RankFacts.day, \.day, today: lists.today).required(),
      .text(Phrases.RankFacts.document, \.source, limit: 120),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let degree = draft.degree, let day = draft.day else {
      return .failure(.complaint(field: "day", .empty))
    }
    let it = DegreeRecord(
      id: before?.id ?? ID(rawValue: 0), person: person.id, degree: degree,
      field: Normalizer.line(draft.field), day: day, source: Normalizer.line(draft.source))
    return portal.perform(RecordFact(before, it)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Convictions (S4-11b).
struct ConvictionsList: FactList {
  typealias Command = FactCommand
  static let name = "rank-convictions"
  let person: Person
  var title: String { "\(Phrases.RankFacts.convictions) – \(person.name.inFull)" }
  init(_ person: Person) { self.person = person }

  let columns: [Column<Conviction>] = [
    Column(Phrases.RankFacts.convictionKind, width: 10, text: { $0.kind.name }),
    Column(Phrases.RankFacts.day, width: 11, direction: .ltr, text: { $0.day.said }),
    Column(
      Phrases.RankFacts.final, width: 7, text: { $0.isFinal ? Phrases.yes : Phrases.no }),
    Column(Phrases.RankFacts.provision, text: { $0.provision.name }),
    Column(
      Phrases.RankFacts.obstacle, width: 10, tone: { $0.isObstacle ? .bad : .good },
      text: { $0.isObstacle ? Phrases.yes : Phrases.no }),
  ]

  func facts(_ records: borrowing Reading) throws -> [Conviction] {
    try records.convictions(of: person.id)
  }

  func form(_ before: Conviction?) -> Step { .open(FormScreen(ConvictionForm(person, before))) }
}

struct ConvictionForm: FormDescription {
  struct Draft: Sendable {
    var kind: Conviction.Kind?
    var day: JalaliDate?
    var isFinal: Bool?
    var provision: Conviction.Provision?
    var document: String
  }

  static let name = "rank-conviction"
  let title = Phrases.RankFacts.convictions
  let person: Person
  let before: Conviction?

  init(_ person: Person, _ before: Conviction?) {
    self.person = person
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editRankingFacts)
    return (
      Draft(
        kind: before?.kind, day: before?.day, isFinal: before?.isFinal,
        provision: before?.provision ?? .other, document: before?.document ?? ""), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .pick(
        Phrases.RankFacts.convictionKind, \.kind,
        among: Conviction.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .day(Phrases.RankFacts.day, \.day, today: today).required(),
      .pick(
        Phrases.RankFacts.final, \.isFinal, among: [(true, Phrases.yes), (false, Phrases.no)]
      ).required(),
      .pick(
        Phrases.RankFacts.provision, \.provision,
        among: Conviction.Provision.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.RankFacts.document, \.document, limit: 120).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let kind = draft.kind, let day = draft.day, let isFinal = draft.isFinal,
      let provision = draft.provision
    else { return .failure(.complaint(field: "day", .empty)) }
    let it = Conviction(
      id: before?.id ?? ID(rawValue: 0), person: person.id, kind: kind, day: day,
      isFinal: isFinal, provision: provision, document: Normalizer.line(draft.document))
    return portal.perform(RecordFact(before, it)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Concessions that shorten the years asked for (S4-11).
struct ConcessionsList: FactList {
  typealias Command = FactCommand
  static let name = "rank-concessions"
  let person: Person
  var title: String { "\(Phrases.RankFacts.concessions) – \(person.name.inFull)" }
  init(_ person: Person) { self.person = person }

  let columns: [Column<RankConcession>] = [
    Column(Phrases.RankFacts.months, width: 8, text: { $0.months.said }),
    Column(Phrases.RankFacts.reason, text: { $0.reason }),
    Column(Phrases.RankFacts.document, width: 26, text: { $0.document }),
  ]

  func facts(_ records: borrowing Reading) throws -> [RankConcession] {
    try records.concessions(of: person.id)
  }

  func form(_ before: RankConcession?) -> Step {
    .open(FormScreen(ConcessionForm(person, before)))
  }
}

struct ConcessionForm: FormDescription {
  struct Draft: Sendable {
    var months: Int
    var reason: String
    var document: String
  }

  static let name = "rank-concession"
  let title = Phrases.RankFacts.concessions
  let person: Person
  let before: RankConcession?

  init(_ person: Person, _ before: RankConcession?) {
    self.person = person
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editRankingFacts)
    return (
      Draft(
        months: before?.months ?? 12, reason: before?.reason ?? "",
        document: before?.document ?? ""), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .number(Phrases.RankFacts.months, \.months, in: 1...240),
      .text(Phrases.RankFacts.reason, \.reason, limit: 120).required(),
      .text(Phrases.RankFacts.document, \.document, limit: 120).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let it = RankConcession(
      id: before?.id ?? ID(rawValue: 0), person: person.id, months: draft.months,
      reason: Normalizer.line(draft.reason), document: Normalizer.line(draft.document))
    return portal.perform(RecordFact(before, it)).map { _ in .notice(Phrases.saved, .good) }
  }
}
