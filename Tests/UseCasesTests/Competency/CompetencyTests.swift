import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Competency development")
struct CompetencyTests {
  @Test("SM-1 S1-4c S1-7a S1-7b a request goes from its registration to the outcome")
  func wholeLife() throws {
    let office = try CompetencyOffice()
    let request = try office.register()
    #expect(request.state == .registered)
    #expect(request.registered == CourseOffice.today)
    #expect(request.tracking.count == 12)
    try office.refer(request)
    #expect(try office.line(request.id).request.state == .inAssessment)
    #expect(try office.line(request.id).centreName == "کانون ارزیابی شیراز")
    try office.assess(request)
    let assessed = try office.line(request.id)
    #expect(assessed.request.state == .assessed)
    #expect(assessed.scores == CompetencyOffice.scores)
    try office.it.perform(
      DecideOutcome("promotion", for: request.id, note: "رأی کانون"), office.it.province)
    let decided = try office.line(request.id).request
    #expect(decided.state == .decided)
    #expect(decided.outcome == "promotion")
    #expect(decided.decided == CourseOffice.today.adding(days: 10))
    #expect(decided.note == "رأی کانون")
  }

  @Test("S1-1e S1-7b the five outcomes are a code list, and no other code is taken")
  func outcomes() throws {
    let office = try CompetencyOffice()
    let titles = try office.portal.store.read { try $0.items(of: "assessment-outcome") }
    #expect(
      titles.map(\.title) == [
        "کسب رتبه", "ارتقای رتبه", "توقف", "تنزل رتبه", "تغییر مسیر شغلی",
      ])
    let request = try office.register()
    try office.refer(request)
    try office.assess(request)
    #expect(
      try office.refusals(
        of: DecideOutcome("winner", for: request.id, note: ""), office.it.province)
        == [.competency(.outcomeMissing)])
    #expect(try office.line(request.id).request.outcome == "")
  }

  @Test(
    "S1-1a a request dated before the start of the programme is refused, on the day it is taken")
  func programmeStart() throws {
    let office = try CompetencyOffice()
    let start = try #require(JalaliDate(plain: "1400/01/01"))
    try office.it.perform(
      UpdateEmployment(
        appointment: Appointment(
          id: ID(rawValue: 0), person: office.teacher.id, number: "۱", year: 1399,
          from: start.adding(days: -300), to: start.adding(days: 100))), office.it.expert)
    office.it.on(CourseOffice.today.days(to: start) - 1)
    #expect(
      try office.refusals(of: RegisterCompetency(isAccepted: true), office.learner)
        == [.competency(.beforeProgramme(start: start))])
    office.it.on(CourseOffice.today.days(to: start))
    #expect(try office.register().registered == start)
  }

  @Test(
    "S1-4d S1-5a without an appointment the request is refused; once the expert has recorded one it is taken, and the task is done"
  )
  func missingAppointment() throws {
    let office = try CompetencyOffice(appointed: false)
    let work = RegisterCompetency(isAccepted: true)
    #expect(try office.refusals(of: work, office.learner) == [.competency(.noAppointment)])
    let ask = AskForAppointment(title: "به‌روزرسانی ابلاغ", note: "دبستان حافظ، پایه پنجم")
    let task = try office.it.perform(ask, office.learner)
    // Asked twice it waits once.
    #expect(
      try office.refusals(of: ask, office.learner)
        == [.competency(.appointmentAsked(on: CourseOffice.today))])
    func open(_ actor: Actor) throws -> [ID<WorkTask>] {
      try office.portal.store.read { try $0.tasks(in: actor.taskReach) }.map(\.task.id)
    }
    #expect(try open(office.it.expert) == [task])
    let neighbour = try office.it.office.signIn(.expert, at: office.it.office.otherDistrict)
    #expect(try open(neighbour).isEmpty)
    #expect(office.it.result(FinishTask(task), neighbour).failure == .forbidden)
    #expect(office.it.result(ask, office.it.expert).failure == .forbidden)
    try office.appoint(office.teacher.id)
    #expect(try open(office.it.expert).isEmpty)
    #expect(try office.register().state == .registered)
  }

  @Test("S1-5a an appointment that ended yesterday is none, one that ends today still is")
  func lastDayOfAppointment() throws {
    let office = try CompetencyOffice(appointed: false)
    try office.appoint(office.teacher.id, until: -1)
    let work = RegisterCompetency(isAccepted: true)
    #expect(try office.refusals(of: work, office.learner) == [.competency(.noAppointment)])
    try office.appoint(office.teacher.id, until: 0)
    #expect(try office.register().state == .registered)
  }

  @Test("S1-5a the expert who cannot record it says why, and the learner may ask again")
  func refusedTask() throws {
    let office = try CompetencyOffice(appointed: false)
    let ask = AskForAppointment(title: "به‌روزرسانی ابلاغ", note: "دبستان حافظ")
    let task = try office.it.perform(ask, office.learner)
    try office.it.perform(FinishTask(task, answer: "ابلاغ صادر نشده است"), office.it.expert)
    let told = try office.portal.store.read {
      try $0.tasks(in: office.learner.taskReach, openOnly: false)
    }
    #expect(told.first?.task.answer == "ابلاغ صادر نشده است")
    try office.it.perform(ask, office.learner)
  }

  @Test(
    "S1-4e one live request for a period; after withdrawing another is taken, with another number")
  func oneRequest() throws {
    let office = try CompetencyOffice()
    let first = try office.register()
    #expect(
      try office.refusals(of: RegisterCompetency(isAccepted: true), office.learner)
        == [.competency(.alreadyRequested(tracking: first.tracking))])
    try office.it.perform(Advance<CompetencyLife>(first.id, .withdraw), office.learner)
    let second = try office.register()
    #expect(second.tracking != first.tracking)
    #expect(try office.lines().count == 2)
  }

  @Test("SM-1 who has been referred cannot withdraw any more")
  func noWithdrawalInAssessment() throws {
    let office = try CompetencyOffice()
    let request = try office.register()
    try office.refer(request)
    #expect(
      try office.refusals(of: Advance<CompetencyLife>(request.id, .withdraw), office.learner)
        == [.portal(.stateMoved(life: "SM-1", state: "inAssessment"))])
  }

  @Test("S1-1h S1-1g administrative and service staff are refused and nothing is written")
  func exemptStaff() throws {
    let office = try CompetencyOffice()
    for post in ["administrative", "service"] {
      try office.decree(post, for: office.teacher.id)
      #expect(
        try office.refusals(of: RegisterCompetency(isAccepted: true), office.learner)
          == [.competency(.notCompulsory)])
    }
    try office.decree("teaching", for: office.teacher.id)
    try office.register()
  }

  @Test("S1-1c a referral waits for the window, and all who are referred together go or none")
  func referral() throws {
    let office = try CompetencyOffice(window: nil)
    let request = try office.register()
    let work = ReferToCentre([request.id], to: office.centre)
    #expect(
      try office.refusals(of: work, office.it.expert)
        == [.competency(.windowUndefined(period: "سنجش ۱۴۰۳"))])
    var period = office.period
    period.from = CourseOffice.today.adding(days: 3)
    period.to = CourseOffice.today.adding(days: 2)
    #expect(
      try office.refusals(
        of: SetAssessmentPeriod(period, before: office.period), office.it.province)
        == [
          .competency(
            .windowReversed(
              from: CourseOffice.today.adding(days: 3), to: CourseOffice.today.adding(days: 2)))
        ])
    period.to = CourseOffice.today.adding(days: 9)
    try office.it.perform(SetAssessmentPeriod(period, before: office.period), office.it.province)
    try office.refer(request)
    // The same request twice: the second is no longer registered, so neither goes.
    let again = ReferToCentre([request.id, request.id], to: office.centre)
    #expect(try office.refusals(of: again, office.it.expert).count == 1)
  }

  @Test("S1-7a a result outside the window, off the scale, or of two dimensions only is refused")
  func results() throws {
    let office = try CompetencyOffice()
    let request = try office.register()
    try office.refer(request)
    let work = RecordAssessment(CompetencyOffice.scores, of: request.id, assessor: "")
    let window = try #require(office.period.window)
    let outside = Finding.Reason.competency(
      .outsideWindow(from: window.lowerBound, to: window.upperBound))
    for day in [9, 21] {
      office.it.on(day)
      #expect(try office.refusals(of: work, office.it.province) == [outside])
    }
    office.it.on(20)
    var scores = CompetencyOffice.scores
    scores[.general] = nil
    #expect(
      try office.refusals(
        of: RecordAssessment(scores, of: request.id, assessor: ""), office.it.province)
        == [.competency(.resultsMissing([.general]))])
    try office.it.perform(work, office.it.province)
    #expect(try office.line(request.id).scores == CompetencyOffice.scores)
  }

  @Test("S0-9 the requests of another district are in no list, by no number")
  func otherDistrict() throws {
    let office = try CompetencyOffice()
    let request = try office.register()
    let neighbour = try office.it.office.signIn(.expert, at: office.it.office.otherDistrict)
    let (own, others, byNumber) = try office.portal.store.read { records in
      let filter = CompetencyFilter(text: request.tracking)
      return (
        try records.competencyRequests(in: office.it.expert.personReach, filter).count,
        try records.competencyRequests(in: neighbour.personReach, filter).count,
        try records.competencyRequest(request.id, in: neighbour.personReach)
      )
    }
    #expect(own == 1 && others == 0 && byNumber == nil)
    let refer = ReferToCentre([request.id], to: office.centre)
    #expect(office.it.result(refer, neighbour).failure == .forbidden)
  }

  @Test(
    "S1-1c only the province, the ministry and the administrator define periods and centres, each below themselves"
  )
  func editors() throws {
    let office = try CompetencyOffice()
    var period = office.period
    period.title = "سنجش دیگر"
    let edit = SetAssessmentPeriod(period, before: office.period)
    #expect(office.it.result(edit, office.it.expert).failure == .forbidden)
    #expect(office.it.result(edit, office.learner).failure == .forbidden)
    let centre = AssessmentCentre(
      id: ID(rawValue: 0), unit: office.it.office.district, name: "کانون ناحیه")
    #expect(office.it.result(SetAssessmentCentre(centre), office.it.expert).failure == .forbidden)
    try office.it.perform(SetAssessmentCentre(centre), office.it.province)
    let national = AssessmentPeriod(
      id: ID(rawValue: 0), unit: try #require(try ministry(office)), title: "کشوری", year: 1403)
    #expect(
      office.it.result(SetAssessmentPeriod(national), office.it.province).failure == .forbidden)
    // Two people who change the same cell: the second sees both values.
    try office.it.perform(edit, office.it.province)
    period.title = "سنجش سوم"
    let late = SetAssessmentPeriod(period, before: office.period)
    guard case .conflict(let conflicts)? = office.it.result(late, office.it.province).failure else {
      Issue.record("no conflict")
      return
    }
    #expect(conflicts.first?.mine == "سنجش سوم")
    #expect(conflicts.first?.theirs == "سنجش دیگر")
  }

  private func ministry(_ office: CompetencyOffice) throws -> ID<Training.Unit>? {
    try office.portal.store.read { try $0.units(in: .everything).first?.id }
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
