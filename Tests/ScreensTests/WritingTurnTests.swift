import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Work of a screen while somebody else writes")
struct WritingTurnTests {
  @Test("A tick waits beside the keys, and the cursor stays where it was moved meanwhile")
  func tick() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try AttendanceClass(learners: 4, path: path)
    let other = try Store.open(at: path)
    func ticks() throws -> [Bool] {
      try it.office.portal.store.read { records in
        let found = try records.firstSession(of: it.id)
        return it.enrolments.map { found[$0]?[.signature] == true }
      }
    }
    try it.office.signIn(.courseManager, person: it.manager.id, as: "manager")
    var robot = Robot.portal(it.office)
    robot.press("down", "down", "enter")
    robot.logIn("manager", Office.password)
    robot.choose(2)
    robot.press("enter")
    robot.select("نخستین جلسه")
    try other.write(at: 0) { _ in
      robot.holdsWork = true
      robot.press("space")
      #expect(robot.isWorking)
      robot.expect(contains: "کار شما در نوبت است")
      robot.press("down", "down", "space")
      robot.expect(contains: "ثبت پیشین هنوز در نوبت است")
    }
    #expect(try ticks() == [false, false, false, false])
    robot.finishWork()
    #expect(try ticks() == [true, false, false, false])
    robot.press("space")
    #expect(try ticks() == [true, false, true, false])
    robot.press("u")
    #expect(try ticks() == [true, false, false, false])
  }

  @Test(
    "What a key does without a form waits beside the keys, and Escape does not lose sight of it")
  func opening() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let office = try Office(path: path)
    let other = try Store.open(at: path)
    let late = Course(id: ID(rawValue: 0), code: "91400002", title: "در نوبت", minutes: 960)
    var robot = Robot(StartScreen(), in: office.portal, chrome: .portal())
    try other.write(at: 0) { _ in
      robot.holdsWork = true
      robot.open(
        OpenScreen { portal in
          portal.perform(RegisterCourse(late)).map { _ in .notice("ثبت شد", .good) }
        })
      #expect(robot.isWorking)
      robot.expect(contains: "کار شما در نوبت است")
      robot.press("esc")
      #expect(robot.isWorking)
      robot.expect(contains: "ثبت پیشین هنوز در نوبت است")
    }
    robot.finishWork()
    robot.expect(contains: "ثبت شد")
    #expect(try office.portal.store.read { try $0.course(code: "91400002") } != nil)
  }
}
