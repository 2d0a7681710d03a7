import Persian
import Store
import TerminalKit
import Training
import UseCases

/// One course with its four levels: windows, states, results, and what leads to them (S2-8.1a).
struct EffectivenessRecord: RecordDescription {
  static let name = "effectiveness-record"
  private let id: ID<CourseRequest>
  let title: String

  init(_ line: RequestLine) {
    id = line.request.id
    title = "\(Phrases.Effectiveness.title): \(line.course.title)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewEffectiveness)
    guard let course = try records.effectivenessCourse(id, context) else {
      throw Failure.forbidden
    }
    return RecordPage(
      facts: try facts(course, records, context), links: try links(course, records, context),
      actions: summaries(course, context) + selection(course, context), history: nil)
  }

  // MARK: Facts

  private func facts(
    _ course: EffectivenessCourse, _ records: borrowing Reading, _ context: Context
  ) throws -> [RecordPage.Fact] {
    var facts: [RecordPage.Fact] = [
      .init(
        Phrases.Effectiveness.span,
        course.span.map { Phrases.Courses.interval($0.start, $0.end) }
          ?? Phrases.Effectiveness.noProgramme)
    ]
    for standing in course.levels {
      let level = standing.level
      guard level.isCompulsory || standing.row != nil else {
        facts.append(
          .init(
            Phrases.Effectiveness.level(level), Phrases.Effectiveness.notSelected, tone: .dimmed))
        continue
      }
      facts.append(
        .init(
          Phrases.Effectiveness.level(level),
          Phrases.Effectiveness.state(
            standing.state,
            standing.facts.map { Phrases.Effectiveness.window($0.window) } ?? ""),
          tone: standing.state.tone))
      if let value = try value(of: standing, records, context) {
        facts.append(.init(Phrases.Effectiveness.value(level), value))
      }
      if let conclusion = standing.row?.conclusion, !conclusion.isEmpty {
        facts.append(.init(Phrases.Effectiveness.conclusion, conclusion))
      }
    }
    return facts
  }

  private func value(
    of standing: LevelStanding, _ records: borrowing Reading, _ context: Context
  ) throws -> String? {
    guard let facts = standing.facts, facts.answers > 0 else { return nil }
    switch standing.level {
    case .reaction:
      return Phrases.Effectiveness.survey(
        SurveySummary(
          try records.surveySheets(of: id), questions: try records.surveyQuestions(),
          minimum: context.rules.surveyGroup))
    case .learning: return Phrases.Effectiveness.gain(try records.learningGain(of: id))
    case .behaviour:
      return Phrases.Effectiveness.behaviour(
        BehaviourSummary(
          try records.behaviourSheets(of: id),
          questions: try records.behaviourQuestions(of: id)))
    case .results: return standing.row?.figures.map { Phrases.Effectiveness.results($0) }
    }
  }

  // MARK: Parts

  private func links(
    _ course: EffectivenessCourse, _ records: borrowing Reading, _ context: Context
  ) throws -> [RecordPage.Item] {
    let role = context.actor.role
    var links: [RecordPage.Item] = []
    if role == .courseManager {
      links.append(
        .init(Phrases.Survey.paper, step: .open(ListScreen(SurveyList(course.line)))))
    }
    links += [
      .init(Phrases.Survey.form, step: .open(LetterScreen(SurveyPaper(id)))),
      .init(Phrases.Survey.summary, step: .open(LetterScreen(SurveySummaryPaper(id)))),
    ]
    guard course.isSelected else { return links }
    links += [
      .init(
        Phrases.Survey.questions,
        step: .open(ListScreen(BehaviourQuestionsList(course.line, role)))),
      .init(
        Phrases.Survey.answers, step: .open(ListScreen(BehaviourList(course.line, role)))),
      .init(Phrases.Survey.questionnaire, step: .open(LetterScreen(BehaviourPaper(id)))),
      .init(Phrases.Survey.report, step: .open(LetterScreen(ResultsPaper(id)))),
    ]
    return links
  }

  /// The summaries of the role, open or closed with their reasons.
  private func summaries(
    _ course: EffectivenessCourse, _ context: Context
  ) -> [RecordPage.Item] {
    let role = context.actor.role
    return course.levels.compactMap { standing in
      guard standing.level.summariser == role, let facts = standing.facts,
        standing.state != .summarised, standing.state != .notBegun
      else { return nil }
      let choice = EffectivenessLife.choice(
        of: .summarise, in: .collecting, for: role, facts: facts, under: context.rules)
      return .init(
        Phrases.Effectiveness.summary(standing.level),
        step: .open(FormScreen(SummaryForm(course, standing.level))),
        findings: choice?.findings ?? [])
    }
  }

  private func selection(
    _ course: EffectivenessCourse, _ context: Context
  ) -> [RecordPage.Item] {
    let role = context.actor.role
    guard Permission.selectCourses.isHeld(by: role) else { return [] }
    var items: [RecordPage.Item] = [
      .init(Phrases.Effectiveness.basis, step: .open(FormScreen(BasisForm(course)))),
      .init(
        course.isSelected ? Phrases.Effectiveness.deselect : Phrases.Effectiveness.select,
        step: course.toggleSelection),
    ]
    if let facts = course[.results].facts, course.isSelected {
      items.append(
        .init(
          Phrases.Survey.results, step: .open(FormScreen(CostBenefitForm(course))),
          findings: LevelWindow().findings(in: facts)))
    }
    return items
  }
}
