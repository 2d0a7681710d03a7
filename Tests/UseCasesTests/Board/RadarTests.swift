import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("The deadline radar")
struct RadarTests {
  /// Items of a matter that an actor sees.
  private func items(
    _ matter: DeadlineMatter, _ actor: Actor, own: Bool = false, _ desk: CourseOffice
  ) throws -> [DeadlineItem] {
    desk.portal.signIn(actor)
    return try desk.portal.read { records, context in
      try DeadlineRadar.items(ownOnly: own, records, context)
    }.get().filter { $0.matter == matter }
  }

  @Test("S0-16 every matter has one source, and every source its matter")
  func registry() {
    #expect(DeadlineRadar.sources.map(\.matter) == DeadlineMatter.allCases)
  }

  @Test("S0-16 a request that waits is the province's until its interval begins, then overdue")
  func decision() throws {
    let desk = try CourseOffice()
    var draft = CourseOffice.draft(course: desk.course, unit: desk.office.district)
    draft.from = CourseOffice.today.adding(days: 3)
    draft.year += 1
    let waiting = try desk.perform(RequestCourse(draft), desk.expert)
    let seen = try items(.requestDecision, desk.province, own: true, desk)
    #expect(seen.map(\.link) == [RecordLink(.request, waiting)])
    #expect(seen.first?.deadline.daysLeft(on: CourseOffice.today) == 3)
    desk.on(4)
    #expect(
      try items(.requestDecision, desk.province, own: true, desk).first?.deadline
        .daysLeft(on: CourseOffice.today.adding(days: 4)) == -1)
    // The district sees it coming, yet owes nothing.
    #expect(try items(.requestDecision, desk.expert, desk).count == 1)
    #expect(try items(.requestDecision, desk.expert, own: true, desk).isEmpty)
    desk.on(0)
    _ = try desk.perform(
      Advance<CourseRequestLife>(waiting, .sendBack), desk.province, reason: "کوتاه است")
    #expect(try items(.requestDecision, desk.province, desk).isEmpty)
    #expect(try items(.requestReturned, desk.expert, own: true, desk).count == 1)
  }

  @Test("S0-9 S0-16 another district sees none of it")
  func elsewhere() throws {
    let desk = try CourseOffice()
    let id = try desk.define(capacity: 5)
    let other = try desk.office.signIn(.expert, at: desk.office.otherDistrict)
    #expect(try items(.introduction, desk.expert, own: true, desk).count == 1)
    #expect(try items(.introduction, other, desk).isEmpty)
    _ = try desk.enrol(5, in: id)
    #expect(try items(.introduction, desk.expert, desk).isEmpty)
  }

  @Test("S0-16 an introduction is due on the last day of enrolment and gone the day after")
  func introduction() throws {
    let desk = try CourseOffice()
    _ = try desk.define()
    desk.on(5)
    let last = try items(.introduction, desk.expert, desk)
    #expect(last.first?.deadline.daysLeft(on: CourseOffice.today.adding(days: 5)) == 0)
    desk.on(6)
    #expect(try items(.introduction, desk.expert, desk).isEmpty)
  }

  @Test("S0-16 S2-7.9a a session is its manager's until everybody has a mark")
  func marks() throws {
    let desk = try CourseOffice()
    let it = try desk.running(2)
    desk.on(9)
    #expect(try items(.sessionMarks, desk.manager, own: true, desk).isEmpty)
    desk.on(10)
    let today = try items(.sessionMarks, desk.manager, own: true, desk)
    #expect(today.map(\.link) == [RecordLink(.session, it.sessions[0].id)])
    #expect(today.first?.person == desk.manager.person)
    desk.on(12)
    #expect(try items(.sessionMarks, desk.expert, desk).count == 2)
    let cells = it.learners.map { MarkAttendance.Cell($0, from: nil, to: .present) }
    _ = try desk.perform(MarkAttendance(cells, in: it.sessions[0].id), desk.manager)
    #expect(try items(.sessionMarks, desk.manager, own: true, desk).count == 1)
  }

  @Test("S0-16 scores are due three weeks and one after the last session")
  func scores() throws {
    let desk = try CourseOffice()
    _ = try desk.running(1)
    desk.on(20)
    #expect(try items(.scores, desk.manager, own: true, desk).isEmpty)
    desk.on(21)
    let due = try #require(try items(.scores, desk.manager, own: true, desk).first)
    #expect(due.deadline.due == CourseOffice.today.adding(days: 11 + 21 + 7))
  }

  @Test("S0-16 a learner sees how long withdrawing is possible, and nobody else's")
  func withdrawal() throws {
    let desk = try CourseOffice()
    let it = try desk.running(2)
    let person = try desk.portal.store.read { try $0.enrolment(it.learners[0]) }?.person
    let learner = try desk.office.signIn(.learner, person: person)
    let seen = try items(.withdrawal, learner, own: true, desk)
    #expect(seen.map(\.link) == [RecordLink(.enrolment, it.learners[0])])
    #expect(seen.first?.deadline.due == CourseOffice.today.adding(days: 5))
  }

  @Test("S0-16 what somebody is asked to do stands on his radar until it is done")
  func tasks() throws {
    let desk = try CourseOffice()
    let due = CourseOffice.today.adding(days: 2)
    let work = AssignTask(
      WorkTask(
        kind: .shortage, title: "کمبود فراگیر", role: .expert, unit: desk.office.district, due: due,
        made: due, author: ID(rawValue: 0)))
    let id = try desk.perform(work, desk.manager)
    let seen = try items(.task, desk.expert, own: true, desk)
    #expect(seen.map(\.subject) == ["کمبود فراگیر"])
    // Whoever asked follows it, and owes nothing.
    #expect(try items(.task, desk.manager, desk).count == 1)
    #expect(try items(.task, desk.manager, own: true, desk).isEmpty)
    // Neither the instructor nor another district's expert knows of it.
    let other = try desk.office.signIn(.expert, at: desk.office.otherDistrict)
    for stranger in [desk.instructor, other] {
      #expect(try items(.task, stranger, desk).isEmpty)
      #expect(throws: Failure.forbidden) { try desk.perform(FinishTask(id), stranger) }
    }
    // The province looks on, and does not do the district's work.
    #expect(try items(.task, desk.province, desk).count == 1)
    #expect(throws: Failure.forbidden) { try desk.perform(FinishTask(id), desk.province) }
    try desk.perform(FinishTask(id, answer: "پنج نفر معرفی شد"), desk.expert)
    #expect(try items(.task, desk.expert, desk).isEmpty)
    #expect(refusals(desk.result(FinishTask(id), desk.expert)) == [.portal(.taskDone)])
  }

  @Test("S0-9 S0-16 work is asked of one's own line of offices, due today at the earliest")
  func asking() throws {
    let desk = try CourseOffice()
    func ask(_ unit: ID<Training.Unit>, due days: Int = 0) -> AssignTask {
      AssignTask(
        WorkTask(
          title: "گزارش", role: .expert, unit: unit, due: CourseOffice.today.adding(days: days),
          made: CourseOffice.today, author: ID(rawValue: 0)))
    }
    #expect(throws: Failure.forbidden) {
      try desk.perform(ask(desk.office.otherDistrict), desk.manager)
    }
    try desk.perform(ask(desk.office.province), desk.manager)
    try desk.perform(ask(desk.office.otherDistrict), desk.province)
    let late = desk.result(ask(desk.office.district, due: -1), desk.expert)
    #expect(
      refusals(late) == [.portal(.dueBeforeToday(CourseOffice.today.adding(days: -1)))])
    let learner = try desk.office.signIn(.learner, person: try desk.office.person(77).id)
    #expect(throws: Failure.forbidden) { try desk.perform(ask(desk.office.district), learner) }
  }
}
