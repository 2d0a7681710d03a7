import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The login of learners, as the guide has it")
struct LearnerLoginTests {
  @Test(
    "S1-2a the national code in any digits is the user name of a learner, with password and security code"
  )
  func nationalCodeLogsIn() throws {
    let desk = try CompetencyDesk()
    let code = try #require(desk.teacher.nationalCode)
    try desk.office.signIn(.learner, person: desk.teacher.id, as: code.digits)
    var robot = Robot.portal(desk.office)
    robot.press("enter")
    robot.expect(contains: "کد امنیتی")
    robot.logIn(Digits.persian(code.digits), Office.password)
    robot.expect(contains: "پروین اعتصامی — فراگیر")
  }

  @Test(
    "S1-2b a wrong password says so, and that the expert of the own office resets the national code"
  )
  func wrongPassword() throws {
    var robot = Robot.portal(try CompetencyDesk().office)
    robot.press("enter")
    robot.logIn("learner", "نادرست")
    robot.expect(contains: "نام کاربری و رمز اشتباه است")
    robot.expect(
      contains: "با کارشناس ضمن خدمت اداره محل خدمت خود تماس بگیرید تا کد ملی شما ریست شود.")
  }

  @Test("S1-2c the expert of the own office resets by national code; another district is refused")
  func reset() throws {
    let desk = try CompetencyDesk()
    let code = try #require(desk.teacher.nationalCode).digits
    try desk.office.signIn(.learner, person: desk.teacher.id, as: code)
    var neighbour = desk.home("neighbour")
    neighbour.open("ریست کد ملی")
    neighbour.type(code)
    let before = try desk.lastEntry()
    neighbour.press("f2")
    neighbour.expect(contains: "فراگیر در محدوده اداره شما نیست.")
    #expect(try desk.lastEntry() == before)
    var expert = desk.home("expert")
    expert.open("ریست کد ملی")
    expert.type(Digits.persian(code))
    expert.press("down")
    expert.expect(contains: "✓ پروین اعتصامی")
    expert.press("enter")
    expert.confirm()
    expert.expect(contains: "گذرواژهٔ تازه:")
    var robot = Robot.portal(desk.office)
    robot.press("enter")
    robot.logIn(code, Office.password)
    robot.expect(contains: "نام کاربری و رمز اشتباه است")
    let account = try #require(
      try desk.office.portal.store.read { try $0.accounts(named: code, roles: [.learner]).first })
    #expect(account.state == .initial)
  }
}
