import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «رتبه‌های دارندگان»: who holds which rank, and whose evaluation is due (S4-9a, S4-12a).
struct PersonRanksList: ListDescription {
  enum Command: String, CommandSet {
    case print
    var help: String { Phrases.Ranking.statistics }
  }

  struct Row: Sendable {
    let line: PersonRankLine
    let state: PersonRankLife.State
    let due: JalaliDate
  }

  static let name = "person-ranks"
  /// What those shown wait for; nil for all.
  var matter: RankingMatter?
  var title: String { matter?.name ?? Phrases.Ranking.ranks }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Learners.name, sortedBy: { .text(Collation.key($0.line.person.name.surnameFirst)) },
      text: { $0.line.person.name.surnameFirst }),
    Column(
      Phrases.Ranking.rank, width: 15,
      text: { $0.line.personRank.rank?.name ?? Phrases.Ranking.outsideRanks }),
    Column(
      Phrases.Ranking.from, width: 11, direction: .ltr,
      text: { $0.line.personRank.from.said }),
    Column(
      Phrases.Ranking.paidUntil, width: 11, direction: .ltr, text: { $0.due.said }),
    Column(
      Phrases.Ranking.state, width: 20, tone: { $0.state == .valid ? .body : .warning },
      text: { $0.state.name }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.ranks }
  func identity(of row: Row) -> Int64 { row.line.personRank.id.rawValue }

  static func rows(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    guard context.actor.rankHolders != .nothing else { throw Failure.forbidden }
    return try rows(records.personRanks(in: context.actor.rankHolders), context)
  }

  /// The state of a rank today, as every list of ranks names it.
  static func state(of it: PersonRank, _ context: Context) -> PersonRankLife.State {
    PersonRankLife.state(
      it.state, PersonRankLife.Dates(it, under: context.rules), on: context.today)
  }

  private static func rows(_ lines: [PersonRankLine], _ context: Context) -> [Row] {
    lines.map {
      let it = $0.personRank
      return Row(
        line: $0, state: state(of: it, context),
        due: it.due(afterYears: context.rules.rankReassessmentYears))
    }
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try matter.map { Self.rows(try $0.ranks(records, context), context) }
      ?? Self.rows(records, context)
  }

  func open(_ row: Row) -> Step { .open(RecordScreen(PersonRankRecord(row.line))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    .open(RankingSheets.statistics())
  }
}

/// A held rank: since when, until when it is paid, earlier ones, and what SM-15 lets the role do.
struct PersonRankRecord: RecordDescription {
  static let name = "person-rank"
  let id: ID<PersonRank>
  let title: String

  init(_ line: PersonRankLine) {
    id = line.personRank.id
    title = Phrases.Ranking.held(by: line.person.name.inFull)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try PersonRankLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let it = situation.facts.personRank
    let due = it.due(afterYears: context.rules.rankReassessmentYears)
    let isPaid = it.stopped == nil && situation.state != .due && situation.state != .left
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Ranking.state, situation.state.name, tone: .strong),
      .init(Phrases.Learners.name, situation.subject),
      .init(Phrases.Ranking.rank, it.rank?.name ?? Phrases.Ranking.outsideRanks),
      .init(Phrases.Ranking.from, it.from.said),
      .init(Phrases.Ranking.paidUntil, Phrases.Ranking.due(due, on: context.today)),
      .init(
        Phrases.Ranking.payment,
        isPaid ? Phrases.Ranking.paid : Phrases.Ranking.payment(stopped: it, situation.state),
        tone: isPaid ? .good : .bad),
      .init(Phrases.Ranking.demotions, it.demotions.said),
    ]
    if it.enteredFrom.isRecorded {
      facts.append(
        .init(Phrases.RankFacts.enteredFrom, Phrases.Ranking.said(it.enteredFrom), tone: .warning))
    }
    if let retraining = situation.facts.retraining {
      facts.append(.init(Phrases.Ranking.retraining, Phrases.Ranking.said(retraining)))
    }
    facts += try records.personRanks(of: it.person).filter { $0.id != id }.map {
      .init(
        Phrases.Ranking.before,
        "\($0.rank?.name ?? Phrases.Ranking.outsideRanks) – \($0.from.said)")
    }
    // The form asks for the result; a retraining that was not passed is kept, and ends nothing.
    var offered = situation
    offered.facts.isPassed = true
    return RecordPage(
      facts: facts.filter { !$0.value.isEmpty },
      actions: PersonRankLife.items(
        of: id, offered, context, name: { $0.name },
        fields: { action in
          switch action {
          case .startRetraining, .finishRetraining:
            .open(
              FormScreen(
                RetrainingForm(id, situation.facts.retraining, ends: action == .finishRetraining)))
          default: nil
          }
        }),
      history: try records.past(of: "person_rank", id.rawValue))
  }
}

/// «بازآموزی»: the university and the days, and at the end the result (S4-12c).
struct RetrainingForm: FormDescription {
  struct Draft: Sendable {
    var university = ""
    var from: JalaliDate?
    var to: JalaliDate?
    var isPassed: Bool?
  }

  static let name = "retraining"
  let id: ID<PersonRank>
  let before: Retraining?
  let ends: Bool
  var title: String {
    ends
      ? PersonRankLife.Action.finishRetraining.name : PersonRankLife.Action.startRetraining.name
  }

  init(_ id: ID<PersonRank>, _ before: Retraining?, ends: Bool) {
    self.id = id
    self.before = before
    self.ends = ends
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    guard context.actor.role == .personnelOffice else { throw Failure.forbidden }
    return (
      Draft(
        university: before?.university ?? "", from: before?.from ?? context.today,
        to: ends ? context.today : nil, isPassed: ends ? true : nil), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    let start: [Field<Draft>] = [
      .text(Phrases.Ranking.university, \.university, limit: 100).required(),
      .day(Phrases.Ranking.from, \.from, today: today).required(),
    ]
    guard ends else { return start }
    return start + [
      .day(Phrases.Ranking.to, \.to, today: today).required(),
      .pick(
        Phrases.Ranking.passed, \.isPassed, among: [(true, Phrases.yes), (false, Phrases.no)]
      ).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from else { return .failure(.complaint(field: "from", .empty)) }
    return portal.perform(
      RecordRetraining(
        id, university: Normalizer.line(draft.university), from: from, to: draft.to,
        isPassed: draft.isPassed)
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}
