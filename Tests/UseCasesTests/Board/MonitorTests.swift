import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("The process monitor, the search and the hand-over")
struct MonitorTests {
  private func course(_ desk: CourseOffice, _ actor: Actor) throws -> MonitoredCourse? {
    desk.portal.signIn(actor)
    return try desk.portal.read { records, context in
      try ProcessMonitor.course(desk.request, records, context)
    }.get()
  }

  @Test("S0-15 S2-0a every course has its eleven numbered processes, whether begun or not")
  func eleven() throws {
    let desk = try CourseOffice()
    let course = try #require(try course(desk, desk.expert))
    #expect(course.standings.map(\.process.rawValue) == Array(1...11))
    #expect(course.standings[7...9].allSatisfy { $0.step == .notBegun })
    #expect(course.standings[5].step == .notBegun)
    #expect(course.standings[10].step == .notBegun)
    #expect(course.standings.allSatisfy { $0.progress != .noData })
    #expect(course.standings[0].progress == .done)
    #expect(course.standings[0].to == CourseOffice.today)
    #expect(course.current.process == .resources)
    #expect(course.current.step == .classes(0, of: 2))
  }

  @Test("S0-15 the step follows the course from its manager to its last session, with its days")
  func steps() throws {
    let desk = try CourseOffice()
    let it = try desk.running(2)
    func standing(_ process: PortalProcess) throws -> ProcessStanding {
      try #require(try course(desk, desk.expert)).standings[process.rawValue - 1]
    }
    #expect(try standing(.resources).step == .classes(1, of: 2))
    #expect(try standing(.enrolment).step == .enrolled(2, of: 60))
    _ = try desk.define("ب")
    #expect(try standing(.resources).step == .programmeMissing(1))
    desk.on(3)
    let enrolment = try standing(.enrolment)
    #expect(
      enrolment.progress == .underWay && enrolment.days(on: CourseOffice.today.adding(days: 3)) == 4
    )
    desk.on(10)
    #expect(try standing(.enrolment).progress == .done)
    #expect(try standing(.classes).step == .sessions(0, of: 2))
    desk.on(12)
    #expect(try standing(.classes).step == .scoresMissing)
    #expect(try course(desk, desk.expert)?.overdue[.classes]?.count == 2)
    let cells = it.learners.map { MarkAttendance.Cell($0, from: nil, to: .present) }
    for session in it.sessions {
      try desk.perform(MarkAttendance(cells, in: session.id), desk.manager)
    }
    #expect(try course(desk, desk.expert)?.overdue[.classes] == nil)
  }

  @Test(
    "S0-15 S2-0a the executive programme is a draft until it is final, and the instructors are confirmed by the bank"
  )
  func programmeAndInstructors() throws {
    let desk = try CourseOffice()
    func standing(_ process: PortalProcess) throws -> ProcessStanding {
      try #require(try course(desk, desk.expert)).standings[process.rawValue - 1]
    }
    #expect(try standing(.programme).progress == .notBegun)
    #expect(try standing(.instructors).step == .instructorsConfirmed)
    desk.on(1)
    let id = try desk.perform(CompilePlan(desk.request), desk.manager)
    #expect(try standing(.programme).step == .programme(isFinal: false))
    #expect(try standing(.programme).progress == .underWay)
    #expect(try standing(.programme).from == CourseOffice.today.adding(days: 1))
    desk.on(3)
    try desk.portal.store.write(at: desk.portal.clock.now()) { records in
      let plan = try #require(try records.plan(id))
      var final = plan
      final.state = .final
      #expect(try records.update(plan, to: final) == nil)
      try records.journal(Cause(useCase: "test.final"))
    }
    #expect(try standing(.programme).step == .programme(isFinal: true))
    #expect(try standing(.programme).progress == .done)
    #expect(try standing(.programme).to == CourseOffice.today.adding(days: 3))
    try desk.perform(DismissFactor(desk.instructorFactor), desk.manager, reason: "بیماری")
    #expect(try standing(.instructors).step == .instructorMissing)
  }

  @Test("S0-15 the journal says since when a request has been waiting, also after it came back")
  func history() throws {
    let desk = try CourseOffice()
    var draft = CourseOffice.draft(course: desk.course, unit: desk.office.district)
    draft.year += 1
    let id = try desk.perform(RequestCourse(draft), desk.expert)
    desk.on(2)
    _ = try desk.perform(
      Advance<CourseRequestLife>(id, .sendBack), desk.province, reason: "بازه")
    desk.on(5)
    desk.portal.signIn(desk.expert)
    let found = try desk.portal.read { records, context in
      try ProcessMonitor.courses(year: draft.year, records, context)
    }.get()
    #expect(found.map(\.line.request.id) == [id])
    #expect(found.first?.current.step == .request(.returned))
    #expect(found.first?.current.from == CourseOffice.today)
  }

  @Test("S0-9 S0-15 another district's courses are not monitored, and learners monitor none")
  func elsewhere() throws {
    let desk = try CourseOffice()
    let other = try desk.office.signIn(.expert, at: desk.office.otherDistrict)
    #expect(try course(desk, other) == nil)
    #expect(
      try desk.portal.read { records, context in
        try ProcessMonitor.courses(records, context).count
      }.get() == 0)
    let learner = try desk.office.signIn(.learner, person: try desk.office.person(5).id)
    #expect(throws: Failure.forbidden) { try course(desk, learner) }
  }

  @Test("S0-9 S0-4 search finds each kind in any spelling, and never what is out of scope")
  func search() throws {
    let desk = try CourseOffice()
    _ = try desk.define()
    let mine = try desk.office.person(301, first: "علی", last: "یکتاپرست")
    let theirs = try desk.office.person(
      302, first: "علی", last: "یکتاپرست", unit: desk.office.otherDistrict)
    func found(_ kind: RecordLink.Kind, _ text: String, _ actor: Actor) throws -> [SearchHit] {
      desk.portal.signIn(actor)
      return try desk.portal.read { records, context in
        try PortalSearch.hits(kind, text, limit: 20, records, context)
      }.get()
    }
    // Arabic letters, and digits of another family.
    #expect(
      try found(.person, "يكتا", desk.expert).map(\.link.record.rawValue) == [mine.id.rawValue])
    #expect(try found(.person, "یکتا", desk.province).count == 2)
    #expect(try found(.person, "یکتا", desk.manager).isEmpty)
    let other = try desk.office.signIn(.expert, at: desk.office.otherDistrict)
    #expect(
      try found(.person, "یکتا", other).map(\.link.record.rawValue) == [theirs.id.rawValue])
    for kind in [RecordLink.Kind.request, .trainingClass] {
      #expect(try found(kind, "مدیریت کلاس", desk.expert).count == 1, "\(kind)")
      #expect(try found(kind, "مدیریت کلاس", desk.manager).count == 1, "\(kind)")
      #expect(try found(kind, "مدیریت کلاس", other).isEmpty, "\(kind)")
    }
    #expect(try found(.course, "۹۱۴۰۰۱", desk.expert).count == 1)
    #expect(try found(.unit, "کوهپایه", desk.province).count == 1)
    #expect(try found(.unit, "کوهپایه", desk.expert).isEmpty)
    #expect(try found(.account, "courseManager", desk.expert).count == 1)
    #expect(try found(.account, "courseManager", other).isEmpty)
  }

  @Test("S0-9 pages of a search go on after the last hit, none twice and none left out")
  func pages() throws {
    let desk = try CourseOffice()
    for index in 0..<23 {
      _ = try desk.office.person(400 + index, first: "رضا", last: "جست‌وجوپذیر")
    }
    desk.portal.signIn(desk.expert)
    var seen: [Int64] = []
    while true {
      let page = try desk.portal.read { records, context in
        try PortalSearch.hits(
          .person, "جست وجوپذیر", after: seen.last ?? 0, limit: 5, records, context)
      }.get()
      seen += page.map(\.link.record.rawValue)
      if page.count < 5 { break }
    }
    #expect(seen.count == 23 && Set(seen).count == 23 && seen == seen.sorted())
  }
}

@Suite("Handing work to a successor")
struct HandOverTests {
  @Test("S2-4.4 live courses and open tasks go to the successor, the account ends, all in one work")
  func handOver() throws {
    let desk = try CourseOffice()
    let successor = try desk.office.person(9101, first: "لیلا", last: "رستمی")
    let next = try desk.office.signIn(.courseManager, person: successor.id)
    let task = WorkTask(
      title: "گزارش", role: .courseManager, unit: desk.office.district,
      person: desk.manager.person, made: CourseOffice.today, author: ID(rawValue: 0))
    _ = try desk.perform(AssignTask(task), desk.expert)
    let ministry = try #require(
      try desk.portal.store.read { try $0.units(in: .everything).first?.id })
    let admin = try desk.office.signIn(.administrator, at: ministry)
    let work = HandOver(from: desk.manager.account, to: next.account)
    // The dry run changes nothing.
    let plan = try desk.portal.read { records, context in
      try HandOver.plan(from: work.from, to: work.to, records, context)
    }.get()
    #expect(plan.factors.count == 1 && plan.tasks.count == 1 && plan.doubled.isEmpty)
    func requests(_ actor: Actor) throws -> Int {
      try desk.portal.store.read {
        try $0.requests(in: actor.courseReach, on: CourseOffice.today).count
      }
    }
    #expect(try requests(desk.manager) == 1)
    let done = try desk.portal.perform(work, as: admin, reason: "بازنشستگی").get()
    #expect(done.outcome == plan)
    #expect(try requests(desk.manager) == 0)
    #expect(try requests(next) == 1)
    let state = try desk.portal.store.read { try $0.account(desk.manager.account)?.state }
    #expect(state == .inactive)
    desk.portal.signIn(admin)
    _ = try desk.portal.undo(done.entry).get()
    #expect(try requests(desk.manager) == 1)
    #expect(
      try desk.portal.store.read { try $0.account(desk.manager.account)?.state } == .active)
  }

  @Test("S0-9 only the administrator hands over, to somebody else in the same role, with a reason")
  func refused() throws {
    let desk = try CourseOffice()
    let next = try desk.office.signIn(
      .courseManager, person: try desk.office.person(9101, last: "رستمی").id)
    let ministry = try #require(
      try desk.portal.store.read { try $0.units(in: .everything).first?.id })
    let admin = try desk.office.signIn(.administrator, at: ministry)
    let work = HandOver(from: desk.manager.account, to: next.account)
    #expect(throws: Failure.forbidden) { try desk.perform(work, desk.expert, reason: "x") }
    #expect(refusals(desk.result(work, admin)) == [.portal(.reasonMissing)])
    for to in [desk.manager.account, desk.instructor.account] {
      let wrong = desk.result(
        HandOver(from: desk.manager.account, to: to), admin, reason: "بازنشستگی")
      #expect(refusals(wrong) == [.portal(.noSuccessor)])
    }
    #expect(try desk.portal.store.read { try $0.account(desk.manager.account)?.state } == .active)
  }

  @Test(
    "S2-1.5a a catalogue from a list adds and changes courses, and says what is wrong with others")
  func catalogue() throws {
    let desk = try CourseOffice()
    let ministry = try desk.office.signIn(
      .ministryExpert,
      at: try #require(try desk.portal.store.read { try $0.units(in: .everything).first?.id }))
    let rows = [
      CourseListRow(number: 2, code: "91400102", title: "مدیریت کلاس درس", hours: "۱۶"),
      CourseListRow(number: 3, code: "91400500", title: "سواد رسانه‌ای", hours: "۲۵/۲"),
      CourseListRow(
        number: 4, code: "91400501", title: "سواد رسانه‌ای", hours: "8.5", hasPermit: false),
      CourseListRow(number: 5, code: "91400502", title: "", hours: "8"),
      CourseListRow(number: 6, code: "91400503", title: "دوره", hours: "هشت"),
      CourseListRow(number: 7, code: "91400504", title: "دوره", hours: "8", kind: "ناشناخته"),
    ]
    desk.portal.signIn(ministry)
    let trial = try desk.portal.read { records, context in
      try ImportCourses.check(rows, records, context)
    }.get()
    #expect(trial.map(\.verdict) == [.same, .added, .added, .refused, .refused, .refused])
    #expect(try desk.portal.store.read { try $0.course(code: "91400501") } == nil)
    try desk.perform(ImportCourses(rows), ministry)
    let added = try desk.portal.store.read { try $0.course(code: "91400501") }
    #expect(added?.minutes == 510 && added?.hasPermit == false)
    let changed = [
      CourseListRow(number: 2, code: "91400102", title: "مدیریت کلاس درس ۲", hours: "20")
    ]
    #expect(try desk.perform(ImportCourses(changed), ministry).map(\.verdict) == [.changed])
    #expect(try desk.portal.store.read { try $0.course(desk.course)?.minutes } == 1_200)
    #expect(throws: Failure.forbidden) { try desk.perform(ImportCourses(rows), desk.expert) }
  }
}
