import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Preparing a course")
struct PreparationTests {
  private func item(
    _ it: CourseOffice, _ area: PreparationArea, _ code: String,
    _ state: PreparationItem.State = .needed
  ) -> PreparationItem {
    PreparationItem(
      id: ID(rawValue: 0), request: it.request, area: area, code: code, state: state,
      responsible: "ناهید کریمی", note: "تا آخر هفته")
  }

  private func settings(
    _ it: CourseOffice, _ change: (inout CoursePreparation) -> Void
  ) -> PrepareCourse {
    var after = CoursePreparation(id: ID(rawValue: 0), request: it.request)
    change(&after)
    return PrepareCourse(before: nil, after: after, task: "سوال‌ها را ثبت کنید")
  }

  @Test(
    "S2-4.1a S2-4.2a S2-4.2b each item of a checklist has its state, who sees to it, and a note",
    arguments: [
      (PreparationArea.content, "lesson-plan"), (.content, "approval"), (.content, "syllabus"),
      (.content, "pamphlet"), (.content, "brochure"), (.content, "disc"),
      (.content, "laboratory"), (.facility, "rooms"), (.facility, "parking"),
      (.facility, "toilets"), (.facility, "reception"), (.facility, "lodging"),
      (.classroom, "lighting"), (.classroom, "projector"), (.classroom, "smart-board"),
    ])
  func items(area: PreparationArea, code: String) throws {
    let it = try CourseOffice()
    let first = item(it, area, code)
    try it.perform(SetPreparationItem(before: nil, after: first), it.manager)
    var stored = try it.portal.store.read { try $0.preparationItems(of: it.request) }
    #expect(stored.map(\.code) == [code])
    #expect(stored.first?.responsible == "ناهید کریمی")
    var approved = try #require(stored.first)
    approved.state = .approved
    try it.perform(SetPreparationItem(before: stored[0], after: approved), it.expert)
    stored = try it.portal.store.read { try $0.preparationItems(of: it.request) }
    #expect(stored.map(\.state) == [.approved])
    #expect(failure(it.result(SetPreparationItem(before: nil, after: first), it.instructor)) != nil)
    let stranger = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(
      failure(it.result(SetPreparationItem(before: nil, after: first), stranger)) == .forbidden)
    let unknown = item(it, area, "no-such-item")
    #expect(
      failure(it.result(SetPreparationItem(before: nil, after: unknown), it.manager))
        == .complaint(field: "item", .unknownChoice("no-such-item")))
  }

  @Test("S2-4.3a a meal has its number, day, supplier and invoice")
  func catering() throws {
    let it = try CourseOffice()
    for code in ["snack", "breakfast", "lunch", "dinner"] {
      var meal = item(it, .catering, code)
      (meal.count, meal.day, meal.supplier, meal.invoice) = (30, Office.today, "سالن", "۱۲")
      try it.perform(SetPreparationItem(before: nil, after: meal), it.manager)
    }
    let stored = try it.portal.store.read { try $0.preparationItems(of: it.request) }
    #expect(stored.map(\.count) == [30, 30, 30, 30])
    #expect(stored.first?.supplier == "سالن")
    #expect(stored.first?.day == Office.today)
  }

  @Test("S2-4.1b a virtual course is announced only once its content is approved")
  func contentApproved() throws {
    let it = try CourseOffice { $0.mode = .online }
    _ = try it.define()
    let announce = AnnounceCourse(it.request, channels: ["board"], text: "متن")
    #expect(refusals(it.result(announce, it.expert)) == [.request(.contentNotApproved)])
    let provided = item(it, .content, PreparationArea.contentApproval, .provided)
    try it.perform(SetPreparationItem(before: nil, after: provided), it.manager)
    #expect(refusals(it.result(announce, it.expert)) == [.request(.contentNotApproved)])
    let stored = try it.portal.store.read { try $0.preparationItems(of: it.request) }[0]
    var approved = stored
    approved.state = .approved
    try it.perform(SetPreparationItem(before: stored, after: approved), it.expert)
    try it.perform(announce, it.expert)
    let inPerson = try CourseOffice()
    _ = try inPerson.define()
    try inPerson.perform(
      AnnounceCourse(inPerson.request, channels: ["board"], text: "متن"), inPerson.expert)
  }

  @Test("S2-4.9b S2-4.9c announcing needs a channel and a class; it is kept with its text")
  func announce() throws {
    let it = try CourseOffice()
    let announce = AnnounceCourse(it.request, channels: ["board", "district-site"], text: "متن")
    #expect(refusals(it.result(announce, it.expert)) == [.request(.noClass)])
    _ = try it.define()
    #expect(
      failure(it.result(AnnounceCourse(it.request, channels: [], text: "متن"), it.expert))
        == .complaint(field: "channels", .empty))
    #expect(failure(it.result(announce, it.manager)) == .forbidden)
    try it.perform(announce, it.expert)
    let (notices, line) = try it.portal.store.read { records in
      (
        try records.notices(of: it.request),
        try records.request(it.request, in: .units(.everything))
      )
    }
    #expect(notices.map(\.channels) == [["board", "district-site"]])
    #expect(notices.map(\.text) == ["متن"])
    #expect(line?.request.state == .announced)
    #expect(failure(it.result(announce, it.expert)) != nil, "it is announced already")
  }

  @Test("S2-4.8a instructors are told once that questions are due before the course starts")
  func pretestTask() throws {
    let it = try CourseOffice()
    _ = try it.define()
    try it.perform(settings(it) { $0.hasPretest = true }, it.manager)
    func tasks() throws -> [WorkTask] {
      it.portal.signIn(it.instructor)
      return try it.portal.read { records, context in
        try records.tasks(
          in: context.actor.taskReach, dueUntil: Office.today.adding(days: 30), limit: 10
        ).map(\.task)
      }.get()
    }
    let told = try tasks()
    #expect(told.map(\.kind) == [.pretestQuestions])
    #expect(told.first?.person == it.instructor.person)
    #expect(told.first?.due == Office.today.adding(days: 9), "the day before the first class")
    let now = try #require(try it.portal.store.read { try $0.preparation(of: it.request) })
    var again = now
    again.needsMissionOrder = true
    try it.perform(PrepareCourse(before: now, after: again, task: "باز هم"), it.manager)
    #expect(try tasks().count == 1)
  }

  @Test("S0-16 the radar tells of classes without instructor and of questions still missing")
  func radar() throws {
    let it = try CourseOffice()
    _ = try it.define()
    try it.perform(settings(it) { $0.hasPretest = true }, it.manager)
    func matters(_ actor: Actor) throws -> [DeadlineMatter] {
      it.portal.signIn(actor)
      return try it.portal.read { try DeadlineRadar.items($0, $1) }.get().map(\.matter)
    }
    #expect(try matters(it.instructor).contains(.pretestQuestions))
    #expect(try !matters(it.expert).contains(.classStaff))
    try it.perform(DismissFactor(it.instructorFactor), it.manager)
    #expect(try matters(it.expert).contains(.classStaff))
    it.on(10)
    #expect(try !matters(it.expert).contains(.classStaff), "the class has started")
  }

  @Test("S2-5.4a a second registration is marked for learners where the course asks for it")
  func secondStage() throws {
    let it = try CourseOffice()
    let id = try it.define()
    let learners = try it.enrol(2, in: id)
    let mark = MarkSecondStage(learners, in: id, .contentSystem, isDone: true)
    #expect(refusals(it.result(mark, it.manager)) == [.enrolment(.stageNotNeeded)])
    try it.perform(settings(it) { $0.needsContentSystem = true }, it.expert)
    try it.perform(mark, it.manager)
    try it.perform(mark, it.manager)
    func done() throws -> [ID<Enrolment>: Set<SecondStage>] {
      try it.portal.store.read { try $0.secondStages(of: id) }
    }
    #expect(try done() == [learners[0]: [.contentSystem], learners[1]: [.contentSystem]])
    try it.perform(
      MarkSecondStage([learners[0]], in: id, .contentSystem, isDone: false), it.expert)
    #expect(try done() == [learners[1]: [.contentSystem]])
    #expect(
      refusals(it.result(MarkSecondStage(learners, in: id, .externalForm, isDone: true), it.expert))
        == [.enrolment(.stageNotNeeded)])
    #expect(failure(it.result(mark, it.instructor)) == .forbidden)
  }

  @Test("S2-4.5a roles of factors come from an editable list, and a new one can be given")
  func roles() throws {
    let it = try CourseOffice()
    let titles = try it.portal.store.read { try $0.items(of: "factor-role").map(\.code) }
    #expect(
      Set(titles).isSuperset(of: [
        "manager", "instructor", "colleague", "question-author", "servant",
      ]))
    let administrator = try it.office.signIn(.administrator)
    try it.perform(
      SetCodeItem(
        list: "factor-role", item: CodeList.Item(code: "photographer", title: "عکاس"), position: 9),
      administrator)
    let person = try it.office.person(55)
    try it.perform(
      AddFactor(Factor.Duty(rawValue: "photographer"), of: it.request, .person(person.id)),
      it.manager)
    let duties = try it.portal.store.read { try $0.factors(of: it.request).map(\.duty.rawValue) }
    #expect(duties.contains("photographer"))
  }

  @Test("S2-4.7a a course of several sessions has a programme, one line for each")
  func sessions() throws {
    let it = try CourseOffice()
    let id = try it.define()
    for day in 10...13 { _ = try it.put(it.session(id, day: day)) }
    let programme = try it.portal.store.read { try $0.sessions(of: id) }
    #expect(programme.count == 4)
    #expect(programme.map { Office.today.days(to: $0.session.day) } == [10, 11, 12, 13])
  }
}

@Suite("Compulsory courses and applicants outside the system")
struct ObligationTests {
  private func teacher(
    _ it: CourseOffice, _ number: Int, _ subject: String, minutes: Int,
    until: Int? = nil, unit: ID<Training.Unit>? = nil, kind: String = "official"
  ) throws -> Person {
    let person = try it.office.person(number, unit: unit)
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      try records.insert(
        Appointment(
          id: try records.newID(), person: person.id, number: "۱", year: 1403, subject: subject,
          weeklyMinutes: minutes, from: Office.today.adding(days: -30),
          to: until.map { Office.today.adding(days: $0) }))
      try records.insert(
        Decree(
          id: try records.newID(), person: person.id, number: "۱", day: Office.today,
          employmentKind: kind, from: Office.today))
      try records.journal(Cause(useCase: "test.appointment"))
    }
    return person
  }

  @Test(
    "S2-5.8a teachers of the subject with any number of hours, official or not, who are in no class are listed"
  )
  func obliged() throws {
    let it = try CourseOffice()
    let course = try #require(try it.portal.store.read { try $0.course(it.course) })
    var compulsory = course
    compulsory.mandatorySubject = "علوم تجربی"
    let ministry = try it.office.signIn(.ministryExpert)
    try it.perform(EditCourse(before: course, after: compulsory), ministry)
    let id = try it.define()
    let one = try teacher(it, 1, "علوم تجربی", minutes: 60)
    let contract = try teacher(it, 2, "علوم‌تجربی", minutes: 1440, kind: "contract")
    _ = try teacher(it, 3, "ریاضی", minutes: 1440)
    let enrolled = try teacher(it, 4, "علوم تجربی", minutes: 1440)
    _ = try teacher(it, 5, "علوم تجربی", minutes: 1440, until: -1)
    let lastDay = try teacher(it, 6, "علوم تجربی", minutes: 1440, until: 0)
    _ = try teacher(it, 7, "علوم تجربی", minutes: 60, unit: it.office.otherDistrict)
    func listed() throws -> Set<ID<Person>> {
      Set(
        try it.portal.store.read {
          try $0.obligedLearners(in: it.expert.scope, on: Office.today).map(\.person.id)
        })
    }
    #expect(try listed() == [one.id, contract.id, enrolled.id, lastDay.id])
    try it.perform(EnrolLearner(enrolled.id, in: id), it.expert)
    #expect(try listed() == [one.id, contract.id, lastDay.id])
  }

  @Test("S2-5.8b applicants outside the system are listed with their reason, by their own expert")
  func outside() throws {
    let it = try CourseOffice()
    var applicant = OutsideApplicant(
      id: ID(rawValue: 0), unit: it.office.district, course: it.course, name: "زهرا نوری",
      nationalCode: try Office.nationalCode(1), personnelCode: "", school: "دبستان حافظ",
      subject: "علوم", reason: "کد پرسنلی ندارد", letter: "۱۲/۳")
    try it.perform(PutOutsideApplicant(before: nil, after: applicant), it.expert)
    func listed() throws -> [OutsideApplicant] {
      try it.portal.store.read {
        try $0.outsideApplicants(in: it.expert.scope).map(\.applicant)
      }
    }
    #expect(try listed().map(\.reason) == ["کد پرسنلی ندارد"], "their number is the statistic")
    let elsewhere = try it.portal.store.read {
      try $0.outsideApplicants(in: Scope(try #require(try $0.unit(it.office.otherDistrict)).path))
        .count
    }
    #expect(elsewhere == 0)
    var silent = applicant
    silent.reason = ""
    #expect(
      failure(it.result(PutOutsideApplicant(before: nil, after: silent), it.expert))
        == .complaint(field: "reason", .empty))
    applicant.nationalCode = nil
    #expect(
      refusals(it.result(PutOutsideApplicant(before: nil, after: applicant), it.expert))
        == [.portal(.codesMissing)])
    let stranger = try it.office.signIn(.expert, at: it.office.otherDistrict)
    let stored = try listed()[0]
    #expect(failure(it.result(RemoveOutsideApplicant(stored), stranger)) == .forbidden)
    try it.perform(RemoveOutsideApplicant(stored), it.expert)
    #expect(try listed().isEmpty)
  }
}
