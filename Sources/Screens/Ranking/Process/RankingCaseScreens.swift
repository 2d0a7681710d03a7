import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// Ranking cases within reach: an applicant's own, or those that a role has to do with (S4-5a).
struct RankingCasesList: ListDescription {
  enum Command: String, CommandSet {
    case add, print
    var help: String {
      switch self {
      case .add: RankingLife.Action.create.name
      case .print: Phrases.Ranking.ranked
      }
    }
  }

  static let name = "ranking-cases"
  let role: Role
  /// What those shown wait for; nil for all.
  let matter: RankingMatter?
  var title: String {
    matter?.name ?? (role == .learner ? Phrases.Ranking.own : Phrases.Ranking.cases)
  }

  init(_ role: Role, _ matter: RankingMatter? = nil) {
    self.role = role
    self.matter = matter
  }

  struct Row: Sendable {
    let line: RankingCaseLine
    let state: RankingLife.State
  }

  var columns: [Column<Row>] {
    let people: [Column<Row>] = [
      Column(
        Phrases.Learners.name, width: 17,
        sortedBy: { .text(Collation.key($0.line.person.name.surnameFirst)) },
        text: { $0.line.person.name.surnameFirst }),
      Column(Phrases.Courses.unit, text: { Phrases.Ranking.place($0.line.unitName) }),
      Column(Phrases.Ranking.target, width: 15, text: { $0.line.rankingCase.form.target.name }),
      Column(Phrases.Ranking.state, width: 17, text: { $0.state.name }),
    ]
    let own: [Column<Row>] = [
      Column(Phrases.Ranking.phase, width: 12, text: { $0.line.rankingCase.phase.name }),
      Column(Phrases.Ranking.target, text: { $0.line.rankingCase.form.target.name }),
      Column(Phrases.Ranking.state, width: 17, text: { $0.state.name }),
    ]
    return role == .learner ? own : people
  }

  var emptyText: String? { Phrases.Ranking.Empty.cases(role) }
  func identity(of row: Row) -> Int64 { row.line.rankingCase.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(role == .learner ? .viewOwnRanking : .viewRankings)
    return try records.rankingCases(
      in: context.actor.rankingReach(on: context.today), waiting: matter?.queue
    ).map { Row(line: $0, state: context.state(of: $0.rankingCase)) }
  }

  func open(_ row: Row) -> Step { .open(RecordScreen(RankingCaseRecord(row.line))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .add: return .open(FormScreen(RankingCaseForm(nil)))
    case .print: return .open(RankingSheets.ranked())
    }
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    switch command {
    case .add: role == .learner ? nil : Phrases.Learners.notYours(command.help)
    case .print: role == .boardSecretary ? nil : Phrases.Learners.notYours(command.help)
    }
  }
}

extension Context {
  /// The state of a case today, as every list of cases names it.
  func state(of it: RankingCase) -> RankingLife.State {
    RankingLife.state(it.state, RankingLife.Dates(it, under: rules), on: today)
  }
}

/// A case: its course step by step, the points per criterion, and what SM-13 lets the role do
/// (S4-5b).
struct RankingCaseRecord: RecordDescription {
  static let name = "ranking-case"
  let id: ID<RankingCase>
  let title: String

  init(_ line: RankingCaseLine) {
    id = line.rankingCase.id
    title = Phrases.Ranking.heading(line)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try RankingLife.situation(of: id, records, context),
      let line = try records.rankingCase(id, in: context.actor.rankingReach(on: context.today))
    else { throw Failure.forbidden }
    let it = line.rankingCase
    // The form of an action asks for its letter; without one it is refused there.
    var offered = situation
    offered.facts.letter = LetterMark(number: Phrases.Ranking.none, day: context.today)
    return RecordPage(
      facts: try facts(line, situation, records, context),
      links: try links(
        line, context.actor.role, isReported: situation.facts.reports > 0, records),
      actions: RankingLife.items(
        of: id, offered, context, name: { $0.name },
        fields: { Self.step($0, line, situation.state) }),
      history: try records.past(of: "ranking_case", it.id.rawValue))
  }

  private static func step(
    _ action: RankingLife.Action, _ line: RankingCaseLine, _ state: RankingLife.State
  ) -> Step? {
    let it = line.rankingCase
    switch action {
    case .edit: return .open(FormScreen(RankingCaseForm(it)))
    case .submit:
      return .open(
        AskScreen(
          Phrases.Ranking.submitQuestion, yes: action.name, confirmation: Phrases.yes
        ) { portal, _ in
          portal.perform(SubmitRankingCase(it.id))
            .map { _ in .notice(Phrases.Record.done(action.name), .good) }
        })
    case .assess: return .open(FormScreen(AssessorReportForm(it.id)))
    case .notify, .decree, .suspend, .clear, .convict:
      return .open(FormScreen(RankLetterForm(action, it.id)))
    case .appeal: return .open(FormScreen(AppealForm(it.id)))
    case .adjust: return .open(ListScreen(CoefficientsList(it.id)))
    default: return nil
    }
  }

  private func links(
    _ line: RankingCaseLine, _ role: Role, isReported: Bool, _ records: borrowing Reading
  ) throws -> [RecordPage.Item] {
    let it = line.rankingCase
    var links: [RecordPage.Item] = [
      .init(Phrases.Ranking.appeals, step: .open(ListScreen(AppealsList(it.id))))
    ]
    if role != .personnelOffice {
      links.append(
        .init(
          Phrases.Evidence.title,
          step: .open(ListScreen(EvidenceList(it.id, role, decided: it.course.decided)))))
      links.append(
        .init(Phrases.Ranking.sources, step: .open(ListScreen(CaseSourcesList(it.id, role)))))
    }
    if role == .boardSecretary {
      links.append(.init(Phrases.Ranking.assign, step: .open(FormScreen(AssignForm(it.id)))))
    }
    if isReported {
      links.append(.init(Phrases.Ranking.improvement, step: RankLetters.improvement(it.id)))
    }
    links += try records.rankNotices(of: it.id).map { notice in
      .init(Phrases.Ranking.notice(notice.recipient), step: RankLetters.notice(notice))
    }
    if it.course.rank != nil, role != .assessor {
      let decree = try records.rankDecrees(of: it.id).first
      links.append(.init(Phrases.Ranking.decree, step: RankLetters.decree(it.id, decree)))
    }
    // While the board may set them they are an action of its own.
    if role != .personnelOffice, role != .boardMember || it.state != .referred {
      links.append(
        .init(Phrases.Coefficients.title, step: .open(ListScreen(CoefficientsList(it.id)))))
    }
    return links
  }

  private func facts(
    _ line: RankingCaseLine, _ situation: Situation<RankingLife>,
    _ records: borrowing Reading, _ context: Context
  ) throws -> [RecordPage.Fact] {
    let it = line.rankingCase
    let reports = try records.assessorReports(of: it.id)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Ranking.state, situation.state.name, tone: .strong),
      .init(
        Phrases.Ranking.next,
        Phrases.RankingNext.step(
          situation.state, situation.facts,
          awaits: reports.filter { $0.report.day == nil }.map(\.name.inFull),
          isOnAgenda: try records.isOnAgenda(it.id, nil)), tone: .warning),
      .init(Phrases.Learners.name, line.person.name.inFull),
      .init(Phrases.Ranking.round, "\(line.roundTitle) – \(it.phase.name) – \(it.kind.name)"),
      .init(Phrases.Ranking.current, it.current?.name ?? Phrases.Ranking.none),
      .init(Phrases.Ranking.target, it.form.target.name),
      .init(Phrases.Ranking.board, line.boardTitle),
    ]
    facts += reports.map {
      .init(Phrases.Ranking.assessor, Phrases.Ranking.assessed($0))
    }
    facts += RankTimeline.facts(it, under: context.rules, on: context.today)
    if situation.state == .suspended {
      facts.append(
        .init(
          Phrases.Ranking.stopped, RankCaseReason.suspended.sentence, tone: .bad))
    }
    if !it.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, it.reason, tone: .warning))
    }
    facts += try RankTimeline.points(of: it, records)
    return facts.filter { !$0.value.isEmpty }
  }
}

/// The steps of a case with their days, and its points: what an applicant is to see (S4-5b).
enum RankTimeline {
  static func facts(
    _ it: RankingCase, under rules: Rules, on day: JalaliDate
  ) -> [RecordPage.Fact] {
    let course = it.course
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Ranking.made, it.made.said),
      .init(Phrases.Ranking.submitted, course.submitted?.said ?? ""),
      .init(Phrases.Ranking.referred, course.referred?.said ?? ""),
    ]
    if let referred = course.referred, course.decided == nil {
      let due = referred.adding(days: rules.rankDecisionDays)
      facts.append(
        .init(
          Phrases.Ranking.decisionDue, Phrases.Ranking.due(due, on: day),
          tone: day > due ? .bad : .body))
    }
    facts += [
      .init(Phrases.Ranking.decided, course.decided?.said ?? ""),
      .init(Phrases.Ranking.rank, course.rank?.name ?? "", tone: .good),
      .init(Phrases.Ranking.entitled, course.entitled?.said ?? ""),
      .init(Phrases.Ranking.notified, course.notified?.said ?? ""),
    ]
    if let notified = course.notified, it.state == .notified || it.state == .decreed {
      let last = notified.adding(days: rules.rankAppealDays)
      if day <= last {
        facts.append(.init(Phrases.Ranking.appealUntil, Phrases.Ranking.due(last, on: day)))
      }
    }
    return facts
  }

  /// The points per criterion as they were looked at last, and how they make the total.
  static func points(
    of it: RankingCase, _ records: borrowing Reading
  ) throws -> [RecordPage.Fact] {
    guard let kept = try records.keptAssessment(of: it) else { return [] }
    return kept.criteria.map { line in
      .init(
        line.indicator, Phrases.Ranking.points(line.points, of: line.maximum),
        tone: line.isComplete ? .body : .warning)
    }
      + kept.coefficients.map { one in
        .init(Phrases.Coefficients.factorOf(one), Phrases.Coefficients.explained(one))
      } + [
        .init(
          Phrases.Ranking.total, Phrases.Ranking.points(kept.points().points, of: nil),
          tone: .strong),
        .init(Phrases.Coefficients.calculation, Phrases.Coefficients.calculation(kept)),
        .init(Phrases.Coefficients.numbers, Phrases.Coefficients.basis(kept)),
      ]
  }
}
