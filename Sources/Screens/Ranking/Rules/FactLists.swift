import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A list of facts of one person, which offices add to and correct.
protocol FactList: ListDescription where Row == Form.Fact, Command == FactCommand {
  associatedtype Form: FactForm
  static var heading: String { get }
  var person: Person { get }
  func facts(_ records: borrowing Reading) throws -> [Row]
}

/// What is done in lists of facts.
enum FactCommand: String, CommandSet {
  case add
  var help: String { Phrases.RankFacts.add }
}

extension FactList {
  var title: String { "\(Self.heading) – \(person.name.inFull)" }
  func identity(of row: Row) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewRankingFacts)
    guard try records.personLine(person.id, in: context.actor.personReach) != nil else {
      throw Failure.forbidden
    }
    return try facts(records)
  }

  func open(_ row: Row) -> Step { .open(FormScreen(Form(person: person, before: row))) }
  func perform(_ command: FactCommand, on rows: [Row]) -> Step {
    .open(FormScreen(Form(person: person, before: nil)))
  }
}

/// The form of one fact of a person, a new one or one that is corrected.
protocol FactForm: FormDescription {
  associatedtype Fact: RecordedFact
  var person: Person { get }
  /// Nil for a new one.
  var before: Fact? { get }
  init(person: Person, before: Fact?)
  /// What was typed; nil where something is left out.
  func fact(_ draft: Draft, _ id: ID<Fact>) -> Fact?
}

extension FactForm {
  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let fact = fact(draft, before?.id ?? ID(rawValue: 0)) else {
      return .failure(.complaint(field: "day", .empty))
    }
    return portal.perform(RecordFact(before, fact)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Appraisals and points by year.
struct RankingYearsList: FactList {
  typealias Form = RankingYearForm
  typealias Command = FactCommand
  static let name = "rank-years"
  static let heading = Phrases.RankFacts.years
  let person: Person
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
}

struct RankingYearForm: FactForm {
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

  func fact(_ draft: Draft, _ id: ID<RankingYear>) -> RankingYear? {
    RankingYear(
      id: id, person: person.id, year: draft.year,
      appraisal: draft.appraisal, points: draft.points, source: Normalizer.line(draft.source))
  }
}

/// Degrees.
struct DegreesList: FactList {
  typealias Form = DegreeForm
  typealias Command = FactCommand
  static let name = "rank-degrees"
  static let heading = Phrases.RankFacts.degrees
  let person: Person
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
}

struct DegreeForm: FactForm {
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

  func fact(_ draft: Draft, _ id: ID<DegreeRecord>) -> DegreeRecord? {
    guard let degree = draft.degree, let day = draft.day else { return nil }
    return DegreeRecord(
      id: id, person: person.id, degree: degree,
      field: Normalizer.line(draft.field), day: day, source: Normalizer.line(draft.source))
  }
}

/// Convictions (S4-11b).
struct ConvictionsList: FactList {
  typealias Form = ConvictionForm
  typealias Command = FactCommand
  static let name = "rank-convictions"
  static let heading = Phrases.RankFacts.convictions
  let person: Person
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
}

struct ConvictionForm: FactForm {
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

  func fact(_ draft: Draft, _ id: ID<Conviction>) -> Conviction? {
    guard let kind = draft.kind, let day = draft.day, let isFinal = draft.isFinal,
      let provision = draft.provision
    else { return nil }
    return Conviction(
      id: id, person: person.id, kind: kind, day: day,
      isFinal: isFinal, provision: provision, document: Normalizer.line(draft.document))
  }
}

/// Concessions that shorten the years asked for (S4-11).
struct ConcessionsList: FactList {
  typealias Form = ConcessionForm
  typealias Command = FactCommand
  static let name = "rank-concessions"
  static let heading = Phrases.RankFacts.concessions
  let person: Person
  init(_ person: Person) { self.person = person }

  let columns: [Column<RankConcession>] = [
    Column(Phrases.RankFacts.months, width: 8, text: { $0.months.said }),
    Column(Phrases.RankFacts.reason, text: { $0.reason }),
    Column(Phrases.RankFacts.document, width: 26, text: { $0.document }),
  ]

  func facts(_ records: borrowing Reading) throws -> [RankConcession] {
    try records.concessions(of: person.id)
  }
}

struct ConcessionForm: FactForm {
  struct Draft: Sendable {
    var months: Int
    var reason: String
    var document: String
  }

  static let name = "rank-concession"
  let title = Phrases.RankFacts.concessions
  let person: Person
  let before: RankConcession?

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

  func fact(_ draft: Draft, _ id: ID<RankConcession>) -> RankConcession? {
    RankConcession(
      id: id, person: person.id, months: draft.months,
      reason: Normalizer.line(draft.reason), document: Normalizer.line(draft.document))
  }
}
