import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("From the start screen to home and back")
struct LoginTests {
  @Test("S0-1 the start screen shows the sections in the portal's order")
  func sections() throws {
    var robot = try Robot.portal(Office())
    expectSnapshot(robot.picture, named: "start")
    robot.press("down", "down", "down", "down", "enter")
    #expect(robot.securityCode != nil)
    robot.press("esc", "down", "enter")
    #expect(robot.securityCode != nil)
  }

  @Test("S0-11 the right user, password and security code lead home")
  func logIn() throws {
    var robot = try Robot.portal(Office())
    robot.press("down", "enter")
    robot.logIn("admin", Office.password)
    #expect(robot.title == "مدیر سامانه")
    robot.expect(contains: "تابلو اعلانات")
  }

  @Test("S0-11 a wrong code is refused, and the next box shows another one")
  func wrongCode() throws {
    var robot = try Robot.portal(Office())
    robot.press("down", "enter")
    let first = try #require(robot.securityCode)
    let wrong = first == "00000" ? "11111" : "00000"
    robot.logIn("admin", Office.password, code: wrong)
    robot.expect(contains: "کد امنیتی نادرست است.")
    #expect(!robot.picture.contains("فراموش"), "nobody has forgotten the password")
    // The user name is kept, and the cursor stands on the password.
    for text in [Office.password, robot.securityCode ?? ""] {
      robot.type(text)
      robot.press("enter")
    }
    #expect(robot.title == "مدیر سامانه")
  }

  @Test("S0-11 the security code stands on the terminal as a number does, its first digit leftmost")
  func codeOnTheGlass() throws {
    var robot = try Robot.portal(Office())
    robot.press("down", "enter")
    let code = try #require(robot.securityCode)
    let raster = Raster(robot.frame)
    let digits = raster.cells.map(\.base).filter { (0x06F0...0x06F9).contains($0) }
    let shown = String(String.UnicodeScalarView(digits.compactMap { Unicode.Scalar($0 - 0x06C0) }))
    #expect(shown.contains(code))
  }

  @Test("SM-0 a wrong password says so and where to get help, and keeps the user name")
  func wrongPassword() throws {
    var robot = try Robot.portal(Office())
    robot.press("down", "enter")
    robot.logIn("admin", "نادرست")
    robot.expect(contains: "نام کاربری و رمز اشتباه است.")
    robot.expect(contains: "کارشناس ضمن خدمت")
    robot.expect(contains: "admin")
  }

  @Test("S0-10 a given password is changed before anything else opens")
  func mustChange() throws {
    let office = try Office()
    _ = try office.portal.perform(
      CreateAccount(
        person: nil, role: .expert, unit: office.district, username: "0012345679",
        passwordHash: Office.hash.text)
    ).get()
    var robot = Robot.portal(office)
    robot.press("down", "enter")
    robot.logIn("۰۰۱۲۳۴۵۶۷۹", Office.password)
    #expect(robot.title == "تغییر گذرواژه")
    for text in [Office.password, "Damavand-5610", "Damavand-5610"] {
      robot.type(text)
      robot.press("enter")
    }
    #expect(robot.title == "کارشناس آموزش منطقه")
    robot.expect(contains: "گذرواژه عوض شد.")
  }

  @Test("S0-17 Esc at home asks before it signs out")
  func logOut() throws {
    var robot = try Robot.portal(Office())
    robot.press("down", "enter")
    robot.logIn("admin", Office.password)
    robot.press("esc")
    robot.expect(contains: "از حساب خود خارج می‌شوید؟")
    robot.press("enter")
    #expect(robot.title == "مدیر سامانه")
    robot.press("esc", "down", "enter")
    #expect(robot.title == "سامانهٔ آموزش ضمن خدمت فرهنگیان")
    #expect(robot.environment.actor == nil)
  }
}
