import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// The course office with a teacher of it, an assessment period of the province, and a centre.
struct CompetencyOffice {
  let it: CourseOffice
  let teacher: Person
  let learner: Actor
  let period: AssessmentPeriod
  let centre: ID<AssessmentCentre>

  var portal: Portal { it.portal }

  /// The window is from ten to twenty days after the opening, where there is one.
  init(in it: CourseOffice? = nil, window: ClosedRange<Int>? = 10...20, appointed: Bool = true)
    throws
  {
    let it = try it ?? CourseOffice()
    self.it = it
    teacher = try it.office.person(501, first: "پروین", last: "اعتصامی")
    learner = try it.office.signIn(.learner, person: teacher.id)
    period = try Self.add(window, it)
    centre = try it.perform(
      SetAssessmentCentre(
        AssessmentCentre(
          id: ID(rawValue: 0), unit: it.office.province, name: "کانون ارزیابی شیراز")),
      it.province)
    if appointed { try appoint(teacher.id) }
  }

  private static func add(_ window: ClosedRange<Int>?, _ it: CourseOffice) throws
    -> AssessmentPeriod
  {
    var period = AssessmentPeriod(
      id: ID(rawValue: 0), unit: it.office.province, title: "سنجش ۱۴۰۳", year: 1403,
      from: window.map { CourseOffice.today.adding(days: $0.lowerBound) },
      to: window.map { CourseOffice.today.adding(days: $0.upperBound) })
    period.id = try it.perform(SetAssessmentPeriod(period), it.province)
    return period
  }

  /// An appointment from a year before the opening; so many days after it is its last day.
  func appoint(_ person: ID<Person>, until last: Int? = nil) throws {
    try it.perform(
      UpdateEmployment(
        appointment: Appointment(
          id: ID(rawValue: 0), person: person, number: "۱۲۳/الف", school: it.office.school,
          year: 1403, subject: "ریاضی", weeklyMinutes: 24 * 60, kind: "main",
          from: CourseOffice.today.adding(days: -365),
          to: last.map { CourseOffice.today.adding(days: $0) })),
      it.expert)
  }

  func decree(_ post: String, for person: ID<Person>) throws {
    let from = CourseOffice.today.adding(days: -365)
    try it.perform(
      UpdateEmployment(
        decree: Decree(
          id: ID(rawValue: 0), person: person, number: "۱", day: from, postKind: post, from: from)),
      it.expert)
  }

  /// Registers for the teacher; the request afterwards.
  @discardableResult
  func register() throws -> CompetencyRequest {
    let tracking = try it.perform(RegisterCompetency(isAccepted: true), learner)
    return try #require(try lines().first { $0.request.tracking == tracking }).request
  }

  func refer(_ request: CompetencyRequest) throws {
    try it.perform(ReferToCentre([request.id], to: centre), it.expert)
  }

  static let scores = AssessmentScores([
    .general: AssessmentScore(hundredths: 8_000), .specialised: AssessmentScore(hundredths: 8_750),
    .professional: AssessmentScore(hundredths: 9_125),
  ])

  /// On the first day of the window.
  func assess(_ request: CompetencyRequest) throws {
    it.on(10)
    try it.perform(
      RecordAssessment(Self.scores, of: request.id, assessor: "دکتر رضایی"), it.province)
  }

  func lines(_ filter: CompetencyFilter = CompetencyFilter()) throws -> [CompetencyLine] {
    try portal.store.read { try $0.competencyRequests(in: .units(.everything), filter) }
  }

  func line(_ id: ID<CompetencyRequest>) throws -> CompetencyLine {
    try #require(
      try portal.store.read { try $0.competencyRequest(id, in: .units(.everything)) })
  }

  /// What refuses, and that nothing was written.
  func refusals<U: UseCase>(of work: U, _ actor: Actor, reason: String = "") throws -> [Finding
    .Reason]
  {
    let before = try portal.store.read { try $0.lastEntryNumber() }
    let result = it.result(work, actor, reason: reason)
    #expect(try portal.store.read { try $0.lastEntryNumber() } == before)
    return UseCasesTests.refusals(result)
  }
}

enum CompetencyFixture: LifeFixture {
  typealias Life = CompetencyLife

  static func record(in it: CourseOffice) throws -> ID<CompetencyRequest> {
    try CompetencyOffice(in: it).register().id
  }

  static func work(
    _ action: CompetencyLife.Action, on record: ID<CompetencyRequest>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    switch action {
    case .refer:
      let centres = try it.portal.store.read { try $0.centres(for: .everything) }
      return ReferToCentre([record], to: try #require(centres.first).id)
    case .recordResults:
      return RecordAssessment(CompetencyOffice.scores, of: record, assessor: "")
    case .decide: return DecideOutcome("gain", for: record, note: "")
    case .register, .withdraw: return nil
    }
  }
}
