import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

extension OversightOffice {
  /// The home of somebody of the oversight who has just logged in; the agency is the first one.
  func home(_ role: Role, at unit: ID<Training.Unit>? = nil) throws -> Robot<Portal> {
    let unit = unit ?? (role == .oversight ? management : agency)
    let username = "\(role.rawValue)-\(unit.rawValue)"
    try office.signIn(role, at: unit, as: username)
    var robot = Robot.portal(office)
    // The oversight is the last section of the start screen.
    for _ in 0..<5 { robot.press("down") }
    robot.press("enter")
    robot.logIn(username, Office.password)
    return robot
  }
}

extension Robot<Portal> {
  /// Answers «yes» to a question that asks for a word first.
  mutating func confirmWord() {
    type("بله")
    press("enter")
  }

  /// Gives a reason, then says yes.
  mutating func confirm(because reason: String) {
    type(reason)
    press("enter", "left", "enter")
  }
}

@Suite("The homes of the oversight, and what leads from them to a later day")
struct OversightHomeTests {
  private let it: OversightOffice

  init() throws { it = try OversightOffice() }

  @Test("S5-2c the liaison asks for a later day, and the management finds it at home and grants it")
  func extensions() throws {
    try it.year()
    var robot = try it.home(.liaison)
    // The overdue quarter stands on the desk and leads to the quarter itself.
    robot.press("tab", "enter")
    robot.expect(contains: "وضعیت: مهلت گذشته")
    robot.expect(contains: "«درخواست تمدید / بازگشایی»")
    robot.select("بروزرسانی")
    robot.expect(contains: "درخواست تمدید / بازگشایی")
    robot.press("esc")
    robot.select("درخواست تمدید / بازگشایی")
    robot.confirm(because: "رابط تازه آمده است")
    robot.expect(contains: "درخواست تمدید دستگاه: رابط تازه آمده است")
    robot.expect(contains: "درخواست تمدید نزد مدیریت است")

    var management = try it.home(.oversight)
    management.expect(contains: "۱ درخواست تمدید سه‌ماهه")
    // Who is late leads to the quarter too.
    management.press("tab", "enter")
    #expect(management.title == "سه‌ماهه‌های مهلت‌گذشتهٔ ارسال‌نشده")
    management.press("enter")
    management.expect(contains: "تمدید / بازگشایی")
    management.press("esc", "esc")
    management.press("end", "enter")
    #expect(management.title == "درخواست‌های تمدید سه‌ماهه")
    management.expect(contains: "رابط تازه آمده است")
    management.press("enter")
    management.select("نپذیرفتن درخواست تمدید")
    management.confirm(because: "مهلت کافی بود")
    robot = try it.home(.liaison)
    robot.press("tab", "enter")
    robot.expect(contains: "پاسخ مدیریت به درخواست تمدید: مهلت کافی بود")
    robot.select("درخواست تمدید / بازگشایی")
    robot.confirm(because: "قطع سامانه")
    management = try it.home(.oversight)
    management.press("tab", "end", "enter", "enter")
    management.select("تمدید / بازگشایی")
    management.press("tab")
    management.type("پذیرفته شد")
    management.press("f2")
    management.expect(contains: "دلیل تمدید یا بازگشایی: پذیرفته شد")
    management.expect(lacks: "درخواست تمدید دستگاه:")
    management = try it.home(.oversight)
    management.expect(lacks: "درخواست تمدید سه‌ماهه")
  }

  @Test("The section begins with its own name, on its way in and no longer after its way out")
  func names() throws {
    var robot = try it.home(.liaison)
    robot.expect(contains: "سامانه نظارت بر آموزش کارکنان دولت › رابط آموزشی دستگاه")
    robot.expect(lacks: "سامانهٔ آموزش ضمن خدمت فرهنگیان")
    robot.press("f8")
    robot.expect(contains: "سامانهٔ آموزش ضمن خدمت فرهنگیان")
    robot.press("enter")
    robot.expect(contains: "سامانه نظارت بر آموزش کارکنان دولت › ورود")
    robot.press("esc")
    robot.expect(contains: "سامانهٔ آموزش ضمن خدمت فرهنگیان")
  }

  @Test("Two quarters that are due read differently at home, at 80 columns")
  func deadlinesApart() throws {
    try it.year()
    let robot = try it.home(.liaison)
    let lines = robot.picture.split(separator: "\n").filter { $0.contains("اطلاعات سه‌ما") }
    for number in ["۱۴۰۳/۱", "۱۴۰۳/۲"] {
      #expect(lines.contains { $0.contains(number) }, "\(robot.picture)")
    }
  }
}
