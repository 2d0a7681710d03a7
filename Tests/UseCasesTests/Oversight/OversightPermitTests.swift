import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Permits and completed courses of agencies")
struct OversightPermitTests {
  @Test("S5-3b title and duration come from the approved course, whatever is typed")
  func chosenTitle() throws {
    let it = try OversightOffice()
    let permit = try it.permitLine(
      it.permit(form: it.form(title: "چیز دیگر", hours: 99)))
    #expect(permit.form.title == "مدیریت زمان" && permit.form.hours == 8)
    var unchosen = it.form(title: "چیز دیگر", hours: 99)
    unchosen.course = nil
    #expect(it.reasons(of: CreatePermit(unchosen), it.liaison) == [.oversight(.titleNotChosen)])
    var other = it.form()
    other.group = .cultural
    #expect(it.reasons(of: CreatePermit(other), it.liaison) == [.oversight(.titleNotChosen)])
  }

  @Test("S5-3c S5-3d a specialised course is typed and brings its syllabus")
  func specialised() throws {
    let it = try OversightOffice()
    let form = it.form(group: .specialised, title: "جوشکاری پل", hours: 30)
    #expect(it.reasons(of: CreatePermit(form), it.liaison) == [.oversight(.syllabusMissing)])
    let papers = PermitPapers(syllabus: OversightOffice.paper)
    let id = try it.perform(CreatePermit(form, papers), it.liaison)
    let permit = try it.permitLine(id)
    #expect(permit.form.title == "جوشکاری پل" && permit.form.hours == 30)
    #expect(permit.syllabus == OversightOffice.paper.file && permit.form.course == nil)
  }

  @Test("S5-3d S5-3h2 four days are kept as rows; five are refused without their file")
  func programme() throws {
    let it = try OversightOffice()
    let four = try it.permitLine(it.permit(form: it.form(days: 4)))
    #expect(four.form.days.count == 4 && four.form.days == four.form.days.sorted())
    let five = it.form(days: 5)
    #expect(
      it.reasons(of: CreatePermit(five), it.liaison)
        == [.oversight(.programmeFileMissing(limit: 4))])
    try it.perform(
      CreatePermit(five, PermitPapers(programme: OversightOffice.paper)), it.liaison)
  }

  @Test("S5-3h S5-3i SM-20 a permit is drafted, sent, and approved; what was sent is only read")
  func life() throws {
    let it = try OversightOffice()
    let id = try it.permit()
    var draft = try it.permitLine(id)
    #expect(draft.state == .draft && draft.year == 1403 && draft.requested == Office.today)
    var form = draft.form
    form.days = [PermitDay(Office.today, from: 600, to: 700)]
    form.dayCount = 1
    try it.perform(EditPermit(draft, form), it.liaison)
    draft = try it.permitLine(id)
    #expect(draft.form.days == form.days)
    try it.perform(Advance<PermitLife>(id, .send), it.liaison)
    let sent = try it.permitLine(id)
    #expect(sent.state == .waiting)
    #expect(it.reasons(of: EditPermit(sent, form), it.liaison) == [.oversight(.permitSent)])
    #expect(it.result(Advance<PermitLife>(id, .approve), it.liaison).failure == .forbidden)
    try it.perform(Advance<PermitLife>(id, .approve), it.oversight)
    #expect(try it.permitLine(id).state == .approved)
  }

  @Test("S5-3e S5-3h a permit goes out with an instructor only")
  func instructorMissing() throws {
    let it = try OversightOffice()
    var form = it.form()
    form.instructor = nil
    let id = try it.permit(form: form)
    #expect(
      it.reasons(of: Advance<PermitLife>(id, .send), it.liaison)
        == [.oversight(.instructorMissing)])
  }

  @Test(
    "S5-3i SM-20 the management gives back and rejects with a reason; what came back goes out again"
  )
  func giveBack() throws {
    let it = try OversightOffice()
    let waiting = try it.permit(.waiting)
    for action in [PermitLife.Action.giveBack, .reject] {
      #expect(
        it.reasons(of: Advance<PermitLife>(waiting, action), it.oversight)
          == [.portal(.reasonMissing)])
    }
    let returned = try it.permit(.returned)
    var permit = try it.permitLine(returned)
    #expect(permit.state == .returned && permit.reason == "ناقص")
    var form = permit.form
    form.mode = .online
    try it.perform(EditPermit(permit, form), it.liaison)
    permit = try it.permitLine(returned)
    #expect(permit.state == .returned && permit.form.mode == .online)
    try it.perform(Advance<PermitLife>(returned, .send), it.liaison)
    #expect(try it.permitLine(returned).state == .waiting)
    let rejected = try it.permit(.rejected)
    #expect(it.result(Advance<PermitLife>(rejected, .send), it.liaison).failure != nil)
    #expect(try it.permitLine(rejected).state == .rejected)
  }

  @Test("SM-20 SM-21 many rows are decided at once, or none")
  func many() throws {
    let it = try OversightOffice()
    let ids = try [it.permit(.waiting), it.permit(.waiting)]
    let draft = try it.permit()
    #expect(
      it.result(AdvanceAll<PermitLife>(ids + [draft], .approve), it.oversight).failure != nil)
    #expect(try ids.allSatisfy { try it.permitLine($0).state == .waiting })
    try it.perform(AdvanceAll<PermitLife>(ids, .approve), it.oversight)
    #expect(try ids.allSatisfy { try it.permitLine($0).state == .approved })
  }

  @Test("S5-3e S5-3f instructors are added with field and degree, fields where one is missing")
  func instructors() throws {
    let it = try OversightOffice()
    #expect(
      it.reasons(of: AddStudyField("مديريت  دولتی"), it.liaison)
        == [.oversight(.fieldExists("مدیریت دولتی"))])
    let field = try it.perform(AddStudyField("هوش مصنوعی"), it.otherLiaison)
    var teacher = OversightInstructor(
      id: ID(rawValue: 0), firstName: "لیلا", lastName: "شریفی", degree: "", field: field,
      unit: ID(rawValue: 0))
    #expect(
      it.reasons(of: PutOversightInstructor(teacher), it.otherLiaison)
        == [.oversight(.instructorIncomplete)])
    teacher.degree = "doctorate"
    let id = try it.perform(PutOversightInstructor(teacher), it.otherLiaison)
    func seen(_ actor: Actor) throws -> Bool {
      try it.portal.store.read {
        try $0.oversightInstructors(in: actor.oversightReach).contains { $0.instructor.id == id }
      }
    }
    #expect(try seen(it.otherLiaison) && seen(it.oversight) && !seen(it.liaison))
    // Nobody builds on what is not theirs to see.
    var form = it.form()
    form.instructor = id
    #expect(it.result(CreatePermit(form), it.liaison).failure == .forbidden)
    // The management's instructors are everybody's.
    let shared = try it.perform(PutOversightInstructor(teacher), it.oversight)
    form.instructor = shared
    try it.perform(CreatePermit(form), it.liaison)
  }

  @Test("S5-3g agencies propose titles, which are chosen once the management has approved them")
  func proposals() throws {
    let it = try OversightOffice()
    var title = ApprovedCourse(
      id: ID(rawValue: 0), group: .cultural, title: "حقوق شهروندی", hours: 6,
      unit: ID(rawValue: 0), state: .approved)
    title.id = try it.perform(PutApprovedCourse(title), it.liaison)
    var proposal = try #require(try it.portal.store.read { try $0.approvedCourse(title.id) })
    #expect(proposal.state == .proposed && proposal.unit == it.agency)
    func seen(_ actor: Actor) throws -> Bool {
      try it.portal.store.read {
        try $0.approvedCourses(in: actor.oversightReach, onlyApproved: false)
          .contains { $0.id == title.id }
      }
    }
    #expect(try seen(it.liaison) && seen(it.oversight) && !seen(it.otherLiaison))
    var form = it.form()
    (form.group, form.course) = (.cultural, title.id)
    #expect(it.reasons(of: CreatePermit(form), it.liaison) == [.oversight(.titleNotChosen)])
    let before = proposal
    proposal.state = .approved
    #expect(
      it.result(PutApprovedCourse(proposal, before: before), it.liaison).failure == .forbidden)
    try it.perform(PutApprovedCourse(proposal, before: before), it.oversight)
    try it.perform(CreatePermit(form), it.liaison)
    var again = title
    again.id = ID(rawValue: 0)
    #expect(
      it.reasons(of: PutApprovedCourse(again), it.oversight)
        == [.oversight(.courseExists("حقوق شهروندی"))])
  }

  // MARK: Completed courses

  @Test("S5-3a S5-4b without an approved permit of the own agency there is no entry")
  func noPermit() throws {
    let it = try OversightOffice()
    for state in [PermitLife.State.draft, .waiting, .returned, .rejected] {
      let form = try it.completed(of: it.permit(state))
      #expect(
        it.reasons(of: RecordCompletedCourse(form), it.liaison) == [.oversight(.noPermit)])
    }
    var form = try it.completed(of: it.permit(.approved))
    form.instructor = nil
    #expect(
      it.reasons(of: RecordCompletedCourse(form), it.otherLiaison).contains(.oversight(.noPermit)))
    form.permit = nil
    #expect(it.reasons(of: RecordCompletedCourse(form), it.liaison) == [.oversight(.noPermit)])
  }

  @Test(
    "S5-4b S5-4c S5-4d2 a completed course is filled in from its permit, computed, and once for it")
  func record() throws {
    let it = try OversightOffice()
    let permit = try it.permit(.approved)
    let form = try it.completed(of: permit)
    #expect(form.title == "مدیریت زمان" && form.hours == 8 && form.instructor == it.instructor)
    let id = try it.perform(RecordCompletedCourse(form), it.liaison)
    let course = try it.completedLine(id)
    #expect(course.form.total == 20 && course.form.personHours == 160)
    #expect(course.state == .registered && course.source == .form)
    #expect(
      it.reasons(of: RecordCompletedCourse(form), it.liaison) == [.oversight(.permitUsed)])
    #expect(
      it.reasons(of: Advance<PermitLife>(permit, .giveBack), it.oversight, reason: "اشتباه")
        == [.oversight(.permitUsed)])
    try it.perform(Advance<CompletedCourseLife>(id, .remove), it.liaison)
    try it.perform(RecordCompletedCourse(form), it.liaison)
  }

  @Test("S5-4d participants are compared with what the agency told of the quarter")
  func participants() throws {
    let it = try OversightOffice()
    let permit = try it.permit(.approved)
    #expect(
      it.reasons(of: RecordCompletedCourse(try it.completed(of: permit, managers: -1)), it.liaison)
        == [.oversight(.participantsWrong)])
    #expect(
      it.reasons(
        of: RecordCompletedCourse(try it.completed(of: permit, managers: 0, staff: 0)),
        it.liaison) == [.oversight(.participantsWrong)])
    let quarter = try it.quarters(of: it.year())[2]
    try it.perform(
      UpdateQuarter(
        quarter, QuarterFigures(managers: .init(count: 3), staff: .init(count: 17))), it.liaison)
    for (managers, staff) in [(4, 17), (3, 18)] {
      let form = try it.completed(of: permit, managers: managers, staff: staff)
      #expect(
        it.reasons(of: RecordCompletedCourse(form), it.liaison)
          == [.oversight(.participantsWrong)])
    }
    try it.perform(RecordCompletedCourse(try it.completed(of: permit)), it.liaison)
  }

  @Test("S5-4a a course of a quarter that is over is refused unless the quarter is extended")
  func deadline() throws {
    let day = try #require(JalaliDate(plain: "1403/08/01"))
    let it = try OversightOffice(clock: .fixed(day))
    let permit = try it.permit(.approved)
    var form = try it.completed(of: permit)
    form.end = try #require(JalaliDate(plain: "1403/06/31"))
    form.start = form.end
    let due = try #require(JalaliDate(plain: "1403/07/30"))
    #expect(
      it.reasons(of: RecordCompletedCourse(form), it.liaison)
        == [.oversight(.quarterOver(due: due))])
    let quarter = try it.quarters(of: it.year())[1]
    try it.perform(
      ExtendQuarter(quarter.id, until: day.adding(days: 1)), it.oversight, reason: "تمدید")
    try it.perform(RecordCompletedCourse(form), it.liaison)
  }

  @Test("S5-4e S5-4f SM-21 ticked rows go out together, the management approves or gives back")
  func completedLife() throws {
    let it = try OversightOffice()
    let ids = try (0..<2).map { _ in
      try it.perform(
        RecordCompletedCourse(try it.completed(of: it.permit(.approved))), it.liaison)
    }
    try it.perform(AdvanceAll<CompletedCourseLife>(ids, .send), it.liaison)
    #expect(try ids.allSatisfy { try it.completedLine($0).state == .waiting })
    let sent = try it.completedLine(ids[0])
    #expect(
      it.reasons(of: EditCompletedCourse(sent, sent.form), it.liaison)
        == [.oversight(.courseSent)])
    try it.perform(Advance<CompletedCourseLife>(ids[0], .approve), it.oversight)
    #expect(try it.completedLine(ids[0]).state == .completed)
    let back = Advance<CompletedCourseLife>(ids[1], .giveBack)
    #expect(it.reasons(of: back, it.oversight) == [.portal(.reasonMissing)])
    try it.perform(back, it.oversight, reason: "تعداد مدیران")
    var returned = try it.completedLine(ids[1])
    #expect(returned.state == .registered && returned.reason == "تعداد مدیران")
    var form = returned.form
    form.managers = 2
    try it.perform(EditCompletedCourse(returned, form), it.liaison)
    returned = try it.completedLine(ids[1])
    #expect(returned.form.total == 19)
  }

  @Test("S5-Ld S0-9 a liaison never sees rows of another agency: lists, search, records, counts")
  func otherAgency() throws {
    let it = try OversightOffice()
    let year = try it.year()
    let permit = try it.permit(.approved)
    let course = try it.perform(
      RecordCompletedCourse(try it.completed(of: permit)), it.liaison)
    for actor in [it.liaison, it.manager, it.oversight] {
      #expect(try Self.rows(actor, it) == 6, "\(actor.role)")
    }
    #expect(try Self.rows(it.otherLiaison, it) == 0)
    it.portal.signIn(it.otherLiaison)
    let seen = try it.portal.read { records, context -> [Bool] in
      [
        try AgencyYearLife.situation(of: year, records, context) != nil,
        try PermitLife.situation(of: permit, records, context) != nil,
        try CompletedCourseLife.situation(of: course, records, context) != nil,
      ]
    }.get()
    #expect(seen == [false, false, false])
    for quarter in try it.quarters(of: year) {
      #expect(
        it.result(UpdateQuarter(quarter, QuarterFigures()), it.otherLiaison).failure
          == .forbidden)
    }
    #expect(it.result(Advance<PermitLife>(permit, .remove), it.otherLiaison).failure == .forbidden)
    #expect(it.result(Advance<PermitLife>(permit, .remove), it.manager).failure == .forbidden)
  }

  /// How many rows of any kind an actor comes by.
  private static func rows(_ actor: Actor, _ it: OversightOffice) throws -> Int {
    it.portal.signIn(actor)
    return try it.portal.read { records, context in
      let reach = actor.oversightReach
      let found = try [RecordLink.Kind.permit, .completedCourse].flatMap {
        try PortalSearch.hits($0, "مدیریت", limit: 10, records, context)
      }
      return try records.agencyYears(in: reach).count + records.permits(in: reach).count
        + records.completedCourses(in: reach).count + found.count
        + records.permitCount(.approved, in: reach)
    }.get()
  }
}
