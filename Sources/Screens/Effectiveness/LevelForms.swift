import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The summary of a level, with what is concluded from it (SM-7).
struct SummaryForm: FormDescription {
  struct Draft: Sendable { var conclusion = "" }

  static let name = "effectiveness-summary"
  private let request: ID<CourseRequest>
  private let level: EffectivenessLevel
  let title: String

  init(_ course: EffectivenessCourse, _ level: EffectivenessLevel) {
    request = course.line.request.id
    self.level = level
    title = "\(Phrases.Effectiveness.summary(level)) – \(course.line.course.title)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewEffectiveness)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Effectiveness.conclusion, \.conclusion, limit: 400).required()
        .hinted(Phrases.Effectiveness.conclusionHint)
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      SummariseLevel(request, level, conclusion: Normalizer.line(draft.conclusion))
    ).map { _ in .notice(Phrases.Record.done(Phrases.Effectiveness.summary(level)), .good) }
  }
}

/// What makes a course one for levels 3 and 4 (S2-8.2b).
struct BasisForm: FormDescription {
  struct Draft: Sendable {
    var isStrategic: Bool? = false
    var isCostly: Bool? = false
    var isLarge: Bool? = false
  }

  static let name = "effectiveness-basis"
  private let request: ID<CourseRequest>
  private let before: EffectivenessBasis?
  let title: String

  init(_ course: EffectivenessCourse) {
    request = course.line.request.id
    before = course.basis
    title = "\(Phrases.Effectiveness.basis): \(course.line.course.title)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.selectCourses)
    guard let before else { return (Draft(), ()) }
    return (
      Draft(
        isStrategic: before.isStrategic, isCostly: before.isCostly, isLarge: before.isLarge),
      ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .pick(Phrases.Effectiveness.strategic, \.isStrategic, among: answers).required(),
      .pick(Phrases.Effectiveness.costly, \.isCostly, among: answers).required(),
      .pick(Phrases.Effectiveness.large, \.isLarge, among: answers).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let after = EffectivenessBasis(
      id: ID(rawValue: 0), request: request, isStrategic: draft.isStrategic ?? false,
      isCostly: draft.isCostly ?? false, isLarge: draft.isLarge ?? false)
    return portal.perform(SetEffectivenessBasis(before: before, after: after))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Cost and benefit of a course out of the documents of the organisation (S2-8.9b).
struct CostBenefitForm: FormDescription {
  struct Draft: Sendable {
    var cost: Rial?
    var benefit: Rial?
    var documents = ""
  }

  static let name = "cost-benefit"
  private let request: ID<CourseRequest>
  private let before: Effectiveness?
  let title: String

  init(_ course: EffectivenessCourse) {
    request = course.line.request.id
    before = course[.results].row
    title = "\(Phrases.Survey.results): \(course.line.course.title)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.recordResults)
    return (
      Draft(
        cost: before?.cost, benefit: before?.benefit, documents: before?.documents ?? ""),
      ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .optional(
        Phrases.Survey.cost, \.cost, limit: 20, show: { Numbers.grouped($0.amount) },
        parse: Rial.init(validating:)
      ).required(),
      .optional(
        Phrases.Survey.benefit, \.benefit, limit: 20, show: { Numbers.grouped($0.amount) },
        parse: Rial.init(validating:)
      ).required(),
      .text(Phrases.Survey.documents, \.documents, limit: 300),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let cost = draft.cost, let benefit = draft.benefit else { return [] }
    let figures = ResultsFigures(cost: cost, benefit: benefit)
    let findings = CostKnown().findings(in: figures)
    return findings.isEmpty
      ? [FormRemark(Phrases.Effectiveness.results(figures), tone: .good)]
      : findings.map { FormRemark($0) }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      RecordResults(
        request, before: before?.figures,
        figures: ResultsFigures(
          cost: draft.cost ?? Rial(0), benefit: draft.benefit ?? Rial(0)),
        documents: Normalizer.line(draft.documents))
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}
