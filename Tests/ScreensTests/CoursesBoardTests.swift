import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The notice board at home")
struct CoursesBoardTests {
  @Test("S0-14 home shows today's sessions, then those not marked, then the next; Enter opens one")
  func sessions() throws {
    let desk = try AttendanceClass(learners: 3)
    try desk.office.signIn(.courseManager, person: desk.manager.id, as: "manager")
    var robot = Robot.portal(desk.office)
    robot.press("down", "down", "enter")
    robot.logIn("manager", Office.password)
    expectSnapshot(robot.picture, named: "courses-board")
    robot.press("tab", "enter")
    #expect(robot.stack.top is AttendanceScreen)
    // Everybody is there; the board knows as soon as it is seen again.
    robot.press("f5", "esc")
    robot.expect(contains: "✓")
  }

  @Test("S0-9 the board of another manager is empty")
  func others() throws {
    let desk = try AttendanceClass(learners: 3)
    let stranger = try desk.office.person(500, last: "غریبه")
    let actor = try desk.office.signIn(.courseManager, person: stranger.id)
    let found = try desk.office.portal.store.read { records in
      try records.agenda(in: actor.courseReach, from: Office.today.adding(days: -30), limit: 9)
        + records.unmarkedSessions(in: actor.courseReach, before: Office.today, limit: 9)
    }
    #expect(found.isEmpty)
  }

  @Test("S0-14 a session counts as unmarked until everybody who is enrolled has a mark")
  func unmarked() throws {
    let desk = try AttendanceClass(learners: 2, sessions: 3, today: 2)
    let reach = CourseReach.factor(desk.manager.id, .manager)
    func waiting() throws -> [ID<Training.Session>] {
      try desk.office.portal.store.read {
        try $0.unmarkedSessions(in: reach, before: Office.today, limit: 9).map(\.session.id)
      }
    }
    #expect(try waiting() == [desk.sessions[0].id, desk.sessions[1].id])
    for (index, learner) in desk.enrolments.enumerated() {
      let work = MarkAttendance(
        [.init(learner, from: nil, to: .present)], in: desk.sessions[0].id)
      _ = try desk.office.portal.perform(work).get()
      #expect(try waiting().count == (index == 0 ? 2 : 1))
    }
  }
}
