import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The screens of deadlines, tasks and announcements")
struct RadarScreenTests {
  /// Opens an item of the palette by its name.
  private func go(_ robot: inout Robot<Portal>, _ name: String) {
    robot.press("ctrl-p")
    robot.type(name)
    robot.press("enter")
  }

  @Test("S0-16 the radar has date, days left and owner; Enter opens the record")
  func radar() throws {
    var robot = try HomeTests.desk().home("expert")
    go(&robot, "مهلت‌ها")
    expectSnapshot(robot.picture, named: "radar")
    robot.press("down", "enter")
    robot.expect(contains: "تاریخچه")
  }

  @Test("S0-16 the radar is shown by person and office, and for oneself alone")
  func owners() throws {
    let desk = try HomeTests.desk()
    var robot = desk.home("province")
    go(&robot, "مهلت‌ها")
    robot.expect(contains: "کارشناس آموزش")
    robot.press("f3")
    robot.expect(contains: "شهرستان سروستان")
    robot.press("enter")
    robot.expect(contains: "آمار سه‌ماهه")
    robot.press("esc", "esc", "f4")
    robot.expect(contains: "ردیفی نیست")
  }

  @Test("S0-16 the calendar is written to a file, and asks before it takes another's place")
  func calendar() throws {
    var robot = try HomeTests.desk().home("expert")
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("faragir-\(UUID().uuidString).ics").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    go(&robot, "مهلت‌ها")
    for round in 0..<2 {
      robot.press("f8", "ctrl-a")
      for _ in 0..<80 { robot.press("backspace") }
      robot.type(path)
      robot.press("f2")
      if round == 1 {
        robot.expect(contains: "جایش نوشته شود؟")
        robot.press("right", "enter")
      }
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(text.contains("BEGIN:VEVENT"))
  }

  @Test("S0-16 work is handed to an office by the keyboard, done there, and followed by who asked")
  func tasks() throws {
    let desk = try HomeTests.desk()
    var robot = desk.home("expert")
    go(&robot, "کارها")
    robot.expect(contains: "آمار سه‌ماهه")
    robot.press("f8")
    robot.type("فرستاده شد")
    robot.press("f2")
    robot.expect(lacks: "آمار سه‌ماهه")
    robot.press("f3")
    robot.expect(contains: "✓ ۱۴۰۳/۰۷/۰۷")
    robot = desk.home("province")
    go(&robot, "کارها")
    robot.press("f3", "enter")
    robot.expect(contains: "فرستاده شد")
    robot.expect(contains: "تاریخچه")
  }

  @Test("S0-9 S0-16 a learner hands out no work, and is told why")
  func learner() throws {
    var robot = try HomeTests.desk().home("learner")
    go(&robot, "کارها")
    robot.press("f4")
    robot.expect(contains: "کار را اداره‌ها، مدیران دوره و مدرسان می‌سپارند.")
  }

  @Test("S0-14 S1-6a a learner reads the circular and keeps its text as a file")
  func circular() throws {
    var robot = try HomeTests.desk().home("learner")
    go(&robot, "همهٔ اعلان‌ها")
    expectSnapshot(robot.picture, named: "announcements")
    robot.press("enter")
    robot.expect(contains: "بند یک")
    robot.press("f4")
    robot.expect(contains: "این اعلان پیوست ندارد.")
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("faragir-\(UUID().uuidString).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    robot.press("f3")
    for _ in 0..<80 { robot.press("backspace") }
    robot.type(path)
    robot.press("f2")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("بخشنامهٔ سقف ساعت سالانه") && text.contains("بند دو"))
    robot.press("esc", "f4")
    robot.expect(contains: "اعلان را کارشناسان اداره‌ها و مدیر سامانه می‌نویسند.")
  }

  @Test("S0-14 an expert hangs a notice with an attachment; the neighbour does not see it")
  func hanging() throws {
    let desk = try HomeTests.desk()
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("faragir-\(UUID().uuidString).pdf")
    try Data([0x25, 0x50, 0x44, 0x46]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var robot = desk.home("expert")
    go(&robot, "همهٔ اعلان‌ها")
    robot.press("f4", "down")
    robot.type("کلاس‌های تابستان")
    robot.press("down")
    robot.type("نخست ¶ دوم")
    for _ in 0..<7 { robot.press("down") }
    robot.type(file.path)
    robot.press("f2")
    robot.expect(contains: "کلاس‌های تابستان")
    robot.press("/")
    robot.type("تابستان")
    robot.press("enter", "enter")
    robot.expect(contains: "نخست")
    robot.expect(contains: "پیوست:")
    robot = desk.home("neighbour")
    go(&robot, "همهٔ اعلان‌ها")
    robot.expect(lacks: "تابستان")
    robot.expect(contains: "سقف ساعت")
    // The province's notice is not this office's to change.
    robot.press("f3")
    robot.expect(contains: "این اعلان از ادارهٔ دیگری است.")
  }

  @Test("S0-14 S2-0a every one of the eleven processes has its page, and the film its own")
  func guides() throws {
    for file in (1...11).map({ "process-\($0)" }) + ["missing-appointment"] {
      let text = String(decoding: try Office.asset("Guides/\(file).txt"), as: UTF8.self)
      #expect(text.count > 120, "\(file)")
    }
    var robot = try HomeTests.desk().home("learner")
    go(&robot, "راهنمای فرایندها")
    robot.expect(contains: "ثبت گواهینامه برون‌سازمانی")
    robot.press("down", "down", "down", "down", "enter")
    robot.expect(contains: "ادامه جهت انتخاب کلاس")
  }
}
