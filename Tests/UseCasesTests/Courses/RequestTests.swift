import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Requests, factors and classes")
struct RequestTests {
  @Test("S2-1.5a only a course with permit is requested, by an expert, in the expert's office")
  func request() throws {
    let it = try CourseOffice()
    let draft = CourseOffice.draft(course: it.course, unit: it.office.district)
    #expect(failure(it.result(RequestCourse(draft), it.manager)) == .forbidden)
    var elsewhere = draft
    elsewhere.unit = it.office.otherDistrict
    #expect(failure(it.result(RequestCourse(elsewhere), it.expert)) == .forbidden)
    let banned = try it.perform(
      RegisterCourse(
        Course(id: ID(rawValue: 0), code: "5", title: "بی‌مجوز", minutes: 60, hasPermit: false)),
      try it.office.signIn(.administrator))
    var other = draft
    other.course = banned
    #expect(refusals(it.result(RequestCourse(other), it.expert)) == [.request(.noPermit)])
  }

  @Test(
    "S2-1.5b the quota may be all seats, and not one more", arguments: [(60, true), (61, false)])
  func quota(quota: Int, isAllowed: Bool) throws {
    let it = try CourseOffice()
    var draft = CourseOffice.draft(course: it.course, unit: it.office.district)
    draft.quota = quota
    let result = it.result(RequestCourse(draft), it.expert)
    #expect((failure(result) == nil) == isAllowed)
    if !isAllowed {
      #expect(refusals(result) == [.request(.quotaOverSeats(61, seats: 60))])
    }
  }

  @Test("S0-9 a request of another district is not there, in lists and for actions")
  func scope() throws {
    let it = try CourseOffice()
    let stranger = try it.office.signIn(.expert, at: it.office.otherDistrict)
    let seen = try it.portal.read { records, context in
      (
        try records.requests(in: context.actor.courseReach, on: context.today).count,
        try records.request(it.request, in: context.actor.courseReach) == nil
      )
    }.get()
    #expect(seen == (0, true))
    #expect(
      failure(it.result(AnnounceCourse(it.request, channels: ["board"], text: ""), stranger))
        == .forbidden)
    it.portal.signIn(it.expert)
    let lines = try it.portal.read { records, context in
      try records.requests(
        in: context.actor.courseReach, RequestFilter(text: "مدیریت", states: [.approved]),
        on: context.today)
    }.get()
    #expect(lines.map(\.request.id) == [it.request])
    #expect(lines.first?.managerName == "ناهید کریمی")
    let nobody = try it.office.signIn(
      .courseManager, person: it.office.person(77).id)
    #expect(nobody.courseReach == .factor(nobody.person ?? ID(rawValue: 0), .manager))
    let none = try it.portal.read { records, context in
      try records.requests(in: context.actor.courseReach, on: context.today).count
    }.get()
    #expect(none == 0, "S2-4.4a")
  }

  @Test("SM-2 approved once, returned only with a reason, sent again, and taken back")
  func life() throws {
    let it = try CourseOffice()
    let again = it.result(Advance<CourseRequestLife>(it.request, .approve), it.province)
    #expect(reasons(again) == [.stateMoved(life: "SM-2", state: "approved")])
    let other = try it.perform(
      RequestCourse(CourseOffice.draft(course: it.course, unit: it.office.district)), it.expert)
    let sendBack = Advance<CourseRequestLife>(other, .sendBack)
    #expect(failure(it.result(sendBack, it.expert)) == .forbidden)
    #expect(reasons(it.result(sendBack, it.province)) == [.reasonMissing])
    let entry = try it.portal.perform(sendBack, as: it.province, reason: "سهمیه").get().entry
    func state() throws -> CourseRequestLife.State? {
      try it.portal.store.read { records in
        try records.request(other, in: .units(it.expert.scope))?.request.state
      }
    }
    #expect(try state() == .returned)
    it.portal.signIn(it.province)
    let undo = try it.portal.undo(entry).get()
    #expect(try state() == .awaitingProvince)
    #expect(reasons(it.portal.undo(entry)) == [.takenBackAlready])
    _ = try it.portal.undo(undo).get()
    #expect(try state() == .returned)
    it.portal.signIn(it.manager)
    #expect(failure(it.portal.undo(entry)) == .forbidden)
  }

  @Test(
    "S2-1.6b the province amends an approved request; two amendments of one cell are a conflict")
  func amend() throws {
    let it = try CourseOffice()
    let before = try it.portal.store.read { records in
      try #require(try records.request(it.request, in: .units(it.expert.scope))).request
    }
    var one = before
    one.guestCapacity = 3
    var two = before
    two.guestCapacity = 5
    #expect(failure(it.result(EditRequest(.edit, before: before, after: one), it.expert)) != nil)
    try it.perform(EditRequest(.amend, before: before, after: one), it.province)
    let late = it.result(EditRequest(.amend, before: before, after: two), it.province)
    #expect(
      failure(late)
        == .conflict([
          .init(subject: "مدیریت کلاس درس", field: "guest_capacity", mine: "5", theirs: "3")
        ]))
    var beside = before
    beside.costProvision = "اعتبارات"
    #expect(
      failure(it.result(EditRequest(.amend, before: before, after: beside), it.province)) == nil)
  }

  @Test("S2-4.4b a course has one manager, whom the expert may change; S2-4.5d nobody twice")
  func factors() throws {
    let it = try CourseOffice()
    let other = try it.office.person(50, first: "رضا", last: "نوری")
    let second = AddFactor(.manager, of: it.request, .person(other.id))
    #expect(
      refusals(it.result(second, it.expert)) == [.factor(.managerExists(name: "ناهید کریمی"))])
    #expect(failure(it.result(second, it.manager)) == .forbidden)
    let first = try it.portal.store.read { try $0.factors(of: it.request) }[0]
    let dismissal = try it.portal.perform(DismissFactor(first.id), as: it.expert).get().entry
    try it.perform(second, it.expert)
    it.portal.signIn(it.expert)
    #expect(failure(it.portal.undo(dismissal)) != nil, "there would be two managers")
    let fresh = try it.office.signIn(.courseManager, person: other.id)
    let twice = AddFactor(.colleague, of: it.request, .outsider(nil, name: "علی"))
    #expect(refusals(it.result(twice, fresh)) == [.factor(.nationalCodeMissing)])
    let code = try Office.nationalCode(400)
    let helper = AddFactor(.colleague, of: it.request, .outsider(code, name: "علی نوری"))
    try it.perform(helper, fresh)
    #expect(refusals(it.result(helper, fresh)) == [.factor(.doubled(name: "علی نوری"))])
    let unknown = AddFactor(
      .servant, of: it.request, .educator(try PersonnelCode(recorded: "99999999")))
    #expect(refusals(it.result(unknown, fresh)) == [.factor(.personnelCodeUnknown)])
    #expect(failure(it.result(unknown, it.manager)) == .forbidden, "no manager any more")
  }

  @Test("S2-4.6b two approved classes are defined, a third is not")
  func classCount() throws {
    let it = try CourseOffice()
    _ = try it.define("الف")
    #expect(refusals(it.result(DefineClass(it.classDraft("الف")), it.manager)).count == 1)
    _ = try it.define("ب")
    let third = refusals(it.result(DefineClass(it.classDraft("ج")), it.manager))
    #expect(third.contains(.training(.tooManyClasses(3, allowed: 2))))
    #expect(failure(it.result(DefineClass(it.classDraft("د")), it.expert)) == .forbidden)
  }

  @Test("S2-4.7b six hours a day are allowed, a minute more is not; places are not held twice")
  func programme() throws {
    let it = try CourseOffice()
    let first = try it.define("الف")
    let second = try it.define("ب")
    _ = try it.put(try it.session(first, day: 10, minutes: 360))
    let longer = try it.session(first, day: 11, minutes: 361)
    #expect(
      refusals(it.result(PutSession(longer), it.manager)) == [
        .programme(
          .dayTooLong(CourseOffice.today.adding(days: 11), minutes: 361, maximum: 360))
      ])
    let clash = try it.session(second, day: 10, start: 600, minutes: 60)
    guard
      case .programme(.placeTaken("سالن", _, _, _))? = refusals(
        it.result(PutSession(clash), it.manager)
      ).first
    else {
      Issue.record("the place was free")
      return
    }
    _ = try it.put(try it.session(second, day: 10, start: 600, minutes: 60, place: "کارگاه"))
    let outside = try it.session(first, day: 21)
    #expect(refusals(it.result(PutSession(outside), it.manager)).count == 1)
    #expect(failure(it.result(PutSession(longer), it.instructor)) == .forbidden)
  }
}
