import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

extension CourseOffice {
  func plan(_ id: ID<ExecutivePlan>) throws -> ExecutivePlan {
    try #require(try portal.store.read { try $0.plan(id) })
  }

  /// A slot so many days after the opening, in the morning.
  func slot(
    _ plan: ID<ExecutivePlan>, day: Int, start: Int = 480, minutes: Int = 360,
    place: String = "سالن", instructor: String = ""
  ) throws -> PlanSlot {
    PlanSlot(
      id: ID(rawValue: 0), plan: plan, day: Self.today.adding(days: day),
      span: try #require(TimeSpan(start, start + minutes)), place: place, instructor: instructor)
  }

  /// A draft of one class that nothing stands against.
  func wholePlan() throws -> ID<ExecutivePlan> {
    let id = try perform(CompilePlan(request), manager)
    let before = try plan(id)
    var after = before
    (after.learnerCount, after.classCount) = (30, 1)
    let today = Self.today
    after.windows = ExecutivePlan.Windows(
      noticeFrom: today, noticeTo: today.adding(days: 3), enrolFrom: today.adding(days: 4),
      enrolTo: today.adding(days: 9))
    after.evaluation = ExecutivePlan.Evaluation(byExam: true, day: today.adding(days: 22))
    _ = try perform(EditPlan(before: before, after: after), manager)
    for (day, minutes) in [(10, 360), (11, 360), (12, 240)] {
      _ = try perform(PutSlot(slot(id, day: day, minutes: minutes)), manager)
    }
    return id
  }
}

@Suite("Executive programmes")
struct PlanTests {
  @Test(
    "SM-11 S2-2.1a compiled by the manager, final by the expert, revised before the course starts")
  func life() throws {
    let it = try CourseOffice()
    let id = try it.wholePlan()
    let finalise = Advance<ExecutivePlanLife>(id, .finalise)
    #expect(failure(it.result(finalise, it.manager)) == .forbidden)
    _ = try it.perform(finalise, it.expert)
    #expect(try it.plan(id).state == .final)
    #expect(
      refusals(it.result(PutSlot(try it.slot(id, day: 14)), it.manager)) == [
        .portal(.stateMoved(life: "SM-11", state: "final"))
      ])
    _ = try it.perform(Advance<ExecutivePlanLife>(id, .revise), it.expert)
    #expect(try it.plan(id).state == .draft)
    _ = try it.perform(finalise, it.expert)
    let session = try it.session(it.define(), day: 10)
    _ = try it.put(session)
    it.on(10)
    #expect(
      refusals(it.result(Advance<ExecutivePlanLife>(id, .revise), it.expert)) == [
        .plan(.courseStarted)
      ])
    #expect(!refusals(it.result(CompilePlan(it.request), it.expert)).isEmpty)
  }

  @Test("S2-2.1a Form 1 may serve as the programme: its numbers are copied")
  func copy() throws {
    let it = try CourseOffice()
    let form = try it.agreedForm()
    var draft = CourseOffice.draft(course: it.course, unit: it.office.district)
    draft.form = form
    let request = try it.perform(RequestCourse(draft), it.expert)
    let id = try it.perform(CompilePlan(request), it.expert)
    #expect(try it.plan(id).learnerCount == 40)
  }

  @Test("S0-9 a plan of another district is not there")
  func scope() throws {
    let it = try CourseOffice()
    let id = try it.wholePlan()
    let stranger = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(failure(it.result(PutSlot(try it.slot(id, day: 14)), stranger)) == .forbidden)
    #expect(failure(it.result(CompilePlan(it.request), stranger)) == .forbidden)
    #expect(
      failure(it.result(Advance<ExecutivePlanLife>(id, .finalise), stranger)) == .forbidden)
  }

  @Test("S2-2.4b S2-2.4a a place taken by a running course is refused and nothing is put in")
  func clash() throws {
    let it = try CourseOffice()
    let id = try it.perform(CompilePlan(it.request), it.manager)
    let other = try it.perform(
      RequestCourse(CourseOffice.draft(course: it.course, unit: it.office.district)), it.expert)
    _ = try it.perform(Advance<CourseRequestLife>(other, .approve), it.province)
    let second = try it.perform(CompilePlan(other), it.expert)
    let before = try it.plan(second)
    var after = before
    (after.learnerCount, after.classCount) = (30, 1)
    after.windows = ExecutivePlan.Windows(
      noticeFrom: CourseOffice.today, noticeTo: CourseOffice.today.adding(days: 3),
      enrolFrom: CourseOffice.today.adding(days: 4), enrolTo: CourseOffice.today.adding(days: 9))
    after.evaluation = ExecutivePlan.Evaluation(
      byProject: true, day: CourseOffice.today.adding(days: 20))
    _ = try it.perform(EditPlan(before: before, after: after), it.expert)
    _ = try it.perform(PutSlot(try it.slot(second, day: 12)), it.expert)
    _ = try it.perform(Advance<ExecutivePlanLife>(second, .finalise), it.expert)
    let result = it.result(PutSlot(try it.slot(id, day: 12)), it.manager)
    guard case .plan(.placeTaken("سالن", _, _, let free))? = refusals(result).first else {
      Issue.record("no clash")
      return
    }
    #expect(free.count == 3)
    #expect(try it.portal.store.read { try $0.slots(of: id) }.isEmpty)
    #expect(
      failure(it.result(PutSlot(try it.slot(id, day: 12, place: "")), it.manager)) == nil)
  }

  @Test("S2-2.5a stay, its time and place, and transport are kept with the plan")
  func stay() throws {
    let it = try CourseOffice()
    let id = try it.perform(CompilePlan(it.request), it.manager)
    let before = try it.plan(id)
    var after = before
    after.stay = ExecutivePlan.Stay(
      count: 12, from: CourseOffice.today, to: CourseOffice.today.adding(days: 2),
      place: "مهمانسرا", transport: "اتوبوس")
    _ = try it.perform(EditPlan(before: before, after: after), it.manager)
    #expect(try it.plan(id).stay == after.stay)
    #expect(failure(it.result(EditPlan(before: before, after: after), it.province)) == .forbidden)
  }

  @Test(
    "S2-2.6a S2-2.8a S2-2.9a factors, side programmes, catering, equipment and materials are listed"
  )
  func items() throws {
    let it = try CourseOffice()
    let id = try it.perform(CompilePlan(it.request), it.manager)
    var written: [PlanItem] = []
    for kind in PlanItem.Kind.allCases {
      let item = PlanItem(
        id: ID(rawValue: 0), plan: id, kind: kind, title: kind.rawValue, detail: "برای \(kind)",
        count: 3, minutes: 90, day: CourseOffice.today, isOutside: kind == .event)
      _ = try it.perform(PutPlanItem(item), it.manager)
      written.append(item)
    }
    let items = try it.portal.store.read { try $0.items(of: id) }
    let kept = items.map { item in
      var item = item
      item.id = ID(rawValue: 0)
      return item
    }
    #expect(Set(kept) == Set(written), "every line is kept whole")
    let first = try #require(items.first)
    _ = try it.perform(RemovePlanItem(first.id), it.manager)
    #expect(try it.portal.store.read { try $0.items(of: id) }.count == items.count - 1)
    let blank = PlanItem(id: ID(rawValue: 0), plan: id, kind: .event, title: " ")
    #expect(
      failure(it.result(PutPlanItem(blank), it.manager))
        == .complaint(field: "title", .empty))
  }

  @Test("S2-2.6b whoever has no record is shown as outside the bank")
  func bank() throws {
    let it = try CourseOffice()
    let id = try it.perform(CompilePlan(it.request), it.manager)
    _ = try it.perform(PutSlot(try it.slot(id, day: 12, instructor: "ناشناس")), it.manager)
    it.portal.signIn(it.expert)
    let names = try it.portal.read { records, context in
      try ExecutivePlanLife.situation(of: id, records, context)?.facts.outsideBank
    }.get()
    #expect(names == ["ناشناس"])
  }

  @Test("S2-2.4b holidays are the administrator's; the timetable shows what the actor reaches")
  func timetable() throws {
    let it = try CourseOffice()
    let administrator = try it.office.signIn(.administrator)
    let day = CourseOffice.today.adding(days: 12)
    let holiday = Holiday(id: ID(rawValue: 0), day: day, title: "عید")
    #expect(failure(it.result(AddHoliday(holiday), it.expert)) == .forbidden)
    let id = try it.perform(AddHoliday(holiday), administrator)
    #expect(
      try it.portal.store.read { try $0.holidays(from: day, to: day) } == [day: "عید"])
    _ = try it.perform(RemoveHoliday(id), administrator)
    #expect(try it.portal.store.read { try $0.holidays() }.isEmpty)
    _ = try it.put(it.session(it.define(), day: 12))
    func lines(_ actor: Actor) throws -> Int {
      try it.portal.store.read {
        try $0.timetable(
          in: actor.courseReach, from: CourseOffice.today, to: CourseOffice.today.adding(days: 30))
      }.count
    }
    #expect(try lines(it.expert) == 1)
    #expect(try lines(it.office.signIn(.expert, at: it.office.otherDistrict)) == 0)
  }
}
