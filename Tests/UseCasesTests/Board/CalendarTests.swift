import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("The calendar of sessions and exams")
struct CalendarTests {
  private func lines(_ it: CourseOffice, _ actor: Actor) throws -> [CalendarLine] {
    try it.portal.store.read { records in
      try records.calendar(in: actor.courseReach, from: CourseOffice.today, limit: 100)
    }
  }

  private func line(_ session: Session, _ it: CourseOffice, _ actor: Actor) throws -> CalendarLine?
  {
    try lines(it, actor).first { line in
      if case .session(session.id, _) = line.matter { return true }
      return false
    }
  }

  @Test("S0-16 S0-9 sessions and exams stand in the calendars of those who see them, and no other")
  func reach() throws {
    let desk = try ExamOffice()
    let exam = try desk.define(desk.draft())
    let it = desk.it
    for actor in [it.expert, it.manager, it.instructor, try it.learner(of: desk.learners[0])] {
      let found = try lines(it, actor)
      #expect(found.count == 3, "\(actor.role)")
      #expect(found.last?.matter == .exam(exam, title: "آزمون final"))
      #expect(found.last?.minutes == 540..<600)
      #expect(found.allSatisfy { !$0.isCancelled })
    }
    let other = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(try lines(it, other).isEmpty)
    let outside = try it.office.signIn(.learner, person: try it.office.person(500).id)
    #expect(try lines(it, outside).isEmpty)
  }

  @Test("S0-16 the number of a session rises with each of its changes, and no other's does")
  func revision() throws {
    let it = try CourseOffice()
    let room = try it.running(1)
    let before = try room.sessions.map { try #require(try line($0, it, it.manager)).revision }
    var moved = room.sessions[1]
    moved.topic = "تازه"
    try it.perform(PutSession(before: room.sessions[1], after: moved), it.manager)
    let after = try room.sessions.map { try #require(try line($0, it, it.manager)).revision }
    #expect(after[0] == before[0] && after[1] > before[1])
  }

  @Test("S0-16 a session that was taken out of the programme is called off, under a newer number")
  func removed() throws {
    let it = try CourseOffice()
    let room = try it.running(1)
    let learner = try it.learner(of: room.learners[0])
    var before: [Role: Int] = [:]
    for actor in [it.manager, learner] {
      before[actor.role] = try #require(try line(room.sessions[1], it, actor)).revision
    }
    try it.perform(RemoveSession(room.sessions[1].id), it.manager)
    for actor in [it.manager, learner] {
      let gone = try #require(try line(room.sessions[1], it, actor))
      #expect(gone.isCancelled && gone.day == room.sessions[1].day)
      #expect(gone.minutes == 480..<720)
      #expect(gone.revision > (try #require(before[actor.role])))
    }
    let other = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(try lines(it, other).isEmpty)
  }

  @Test("S0-16 a class that is called off is, and so are the sessions of a learner who was removed")
  func cancelled() throws {
    let it = try CourseOffice()
    let room = try it.running(2)
    let learner = try it.learner(of: room.learners[0])
    let before = try #require(try line(room.sessions[0], it, learner))
    try it.perform(RemoveEnrolment(room.learners[0], letter: "۱۲"), it.expert)
    let after = try #require(try line(room.sessions[0], it, learner))
    #expect(after.isCancelled && after.revision > before.revision)
    #expect(try line(room.sessions[0], it, it.manager)?.isCancelled == false)
    try it.set(room.id, to: .cancelled)
    #expect(try line(room.sessions[0], it, it.manager)?.isCancelled == true)
  }
}
