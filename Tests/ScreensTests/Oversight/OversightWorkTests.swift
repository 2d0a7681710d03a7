import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// The work of the oversight by keys: what a liaison fills in and sends, what the management decides,
/// and what is refused on the way, with its reason and nothing changed.
@Suite("The screens of the oversight's work")
struct OversightWorkTests {
  private let it: OversightOffice
  private let folder: TemporaryFolder

  init() throws {
    it = try OversightOffice()
    folder = try TemporaryFolder()
  }

  private func home(_ role: Role, at unit: ID<Training.Unit>? = nil) throws -> Robot<Portal> {
    try it.home(role, at: unit)
  }

  private var entries: Int64 {
    get throws { try it.portal.store.read { try $0.lastEntryNumber() } }
  }

  private func paper() throws -> String {
    let path = "\(folder.path)/taqvim.pdf"
    try Data("%PDF-1.4 سند".utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("S5-0d the section has its three parts in their order, and each leads to its list")
  func parts() throws {
    let names = [
      "اطلاعات پایه دستگاه", "درخواست مجوز اجرا یا شرکت کارکنان در دوره آموزشی",
      "اطلاعات دوره‌های گذرانده شده",
    ]
    // The name of the second is longer than a card is wide.
    let shown = names.map { String($0.prefix(30)) }
    for (name, keys) in zip(names, [[], ["left"], ["down"]]) {
      var robot = try home(.liaison)
      robot.go("ثبت دوره‌های آموزشی گذرانده شده")
      let places = shown.map { robot.picture.range(of: $0)?.lowerBound }
      #expect(places.allSatisfy { $0 != nil }, "\(robot.picture)")
      #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
      for key in keys + ["enter"] { robot.press(key) }
      #expect(robot.title == name)
    }
  }

  @Test("S5-0c everything that is recorded can be drawn by the agency itself, by every indicator")
  func ownReports() throws {
    try it.perform(
      RecordCompletedCourse(try it.completed(of: it.permit(.approved))), it.liaison)
    for role in [Role.liaison, .agencyManager] {
      var robot = try home(role)
      robot.go("گزارش‌ها")
      for report in OversightReport.allCases { robot.expect(contains: report.name) }
      let actor = try #require(it.portal.actor)
      for indicator in ReportIndicator.allCases {
        let lines = try it.portal.read(as: actor) { records, context in
          try records.figures(by: indicator, in: context.actor.oversightReach)
        }.get()
        #expect(lines.reduce(0) { $0 + $1.figures.courses } == 1, "\(indicator)")
      }
    }
  }

  @Test(
    "S5-Lc «حساب کاربری من › تغییر کلمه عبور» changes the password; the published one is refused")
  func password() throws {
    var robot = try home(.liaison)
    robot.go("حساب کاربری من")
    robot.expect(contains: "دستگاه اجرایی: اداره راه")
    robot.select("تغییر کلمه عبور")
    func change(_ old: String, _ new: String) {
      for text in [old, new, new] {
        robot.press("ctrl-u")
        robot.type(text)
        robot.press("enter")
      }
    }
    change(Office.password, "123456")
    robot.expect(contains: "مأخذ: راهنمای سامانه نظارت بر آموزش، بند ۲۶")
    robot.press("esc", "shift-tab", "shift-tab")
    change(Office.password, "Rud-Karun-1405")
    robot.expect(contains: "گذرواژه عوض شد.")
    let username = try #require(
      it.portal.actor.flatMap { actor in try it.portal.store.read { try $0.account(actor.account) }
      }
    ).username
    robot = Robot.portal(it.office)
    for _ in 0..<5 { robot.press("down") }
    robot.press("enter")
    robot.logIn(username, Office.password)
    #expect(it.portal.actor == nil)
  }

  @Test("S5-1b S5-1c base data are refused without their calendar and a second time, then sent")
  func base() throws {
    var robot = try home(.liaison)
    robot.expect(contains: "ایجاد اطلاعات پایهٔ امسال")
    robot.go("اطلاعات پایه دستگاه")
    robot.expect(contains: "با F4 «ایجاد اطلاعات پایه» آغاز کنید")
    let before = try entries
    robot.press("f4")
    // What the form is refused without stands with a star, which the help explains.
    robot.expect(contains: "فایل تقویم مصوب دستگاه *")
    robot.press("f1")
    robot.expect(contains: "* کنار نام یک خانه")
    robot.press("esc", "f2")
    robot.expect(contains: "فایل تقویم مصوب دستگاه بارگذاری نشده است.")
    robot.expect(contains: "نخست فایل تقویم مصوب را ثبت کنید.")
    #expect(try entries == before)
    robot.press("esc", "tab", "tab", "tab")
    robot.type(try paper())
    robot.press("f2")
    robot.expect(contains: "وضعیت: ثبت شده")
    robot.expect(contains: "گام بعد")
    robot.press("esc", "f4", "tab", "tab", "tab")
    robot.type(try paper())
    let stored = try entries
    robot.press("f2")
    robot.expect(contains: "اطلاعات پایه این سال برای دستگاه شما قبلاً ثبت شده است.")
    #expect(try entries == stored)
    robot.press("esc", "esc")
    if robot.picture.contains("ذخیره نشده") { robot.press("left", "enter") }
    robot.press("enter")
    robot.select("تأیید و ارسال به مدیریت")
    robot.confirmWord()
    robot.expect(contains: "ارسال شده (غیرفعال)")
    robot.select("ویرایش اطلاعات پایه")
    robot.expect(contains: "مأخذ: راهنمای سامانه نظارت بر آموزش")
  }

  @Test("S5-2c S5-2d a quarter is written, confirmed, closed; a late one is refused and extended")
  func quarters() throws {
    try it.year()
    var robot = try home(.liaison)
    robot.go("اطلاعات پایه دستگاه")
    robot.press("enter")
    robot.select("اطلاعات سه‌ماهه")
    // Spring is over since the end of Tir; today is in the month after the summer.
    robot.press("enter")
    let before = try entries
    robot.select("بروزرسانی")
    robot.expect(contains: "مهلت ثبت اطلاعات این سه‌ماهه به پایان رسیده است.")
    #expect(try entries == before)
    robot.press("esc", "esc", "down", "enter")
    robot.expect(contains: "ارقام را با «بروزرسانی» بنویسید")
    robot.select("بروزرسانی")
    // Zeros are saved, and said to be zeros: where they are written and where they are confirmed.
    robot.press("f2")
    robot.expect(contains: "ذخیره شد؛ همهٔ رقم‌ها صفر است.")
    robot.select("تأیید اطلاعات")
    robot.expect(contains: "این سه‌ماهه صفر است")
    robot.press("esc")
    robot.select("بروزرسانی")
    robot.press("ctrl-u")
    robot.type("700000000")
    robot.press("f2")
    robot.expect(contains: "«تأیید اطلاعات» را بزنید")
    robot.select("تأیید اطلاعات")
    robot.expect(lacks: "صفر است")
    robot.confirmWord()
    robot.expect(contains: "وضعیت: ارسال شده")
    robot.select("بروزرسانی")
    robot.expect(contains: "اطلاعات تأیید و ارسال شده و قابل ویرایش نیست.")

    var management = try home(.oversight)
    management.expect(contains: "۱ سه‌ماههٔ مهلت‌گذشتهٔ دستگاه‌ها")
    management.go("اطلاعات پایه دستگاه")
    management.press("enter")
    management.select("اطلاعات سه‌ماهه")
    management.press("enter")
    management.select("تمدید / بازگشایی")
    management.press("tab")
    management.type("قطع سامانه")
    management.press("f2")
    management.expect(contains: "دلیل تمدید یا بازگشایی: قطع سامانه")
    robot = try home(.liaison)
    robot.go("اطلاعات پایه دستگاه")
    robot.press("enter")
    robot.select("اطلاعات سه‌ماهه")
    robot.press("enter")
    robot.expect(contains: "وضعیت: ثبت شده")
  }

  @Test("S5-3h S5-3i a permit goes to the management's desk, comes back with its reason, and again")
  func permit() throws {
    let id = try it.permit()
    var robot = try home(.liaison)
    robot.go("درخواست مجوز اجرا")
    robot.press("f8")
    robot.press("left", "enter")
    #expect(try it.permitLine(id).state == .waiting)
    var management = try home(.oversight)
    management.expect(contains: "۱ درخواست مجوز در انتظار تأیید")
    // Enter on the number leads to the rows behind it.
    management.press("tab", "enter")
    #expect(management.title == "مجوزهای در انتظار تأیید")
    management.press("f6")
    management.confirm(because: "برنامه روشن نیست")
    management.expect(contains: "چیزی در انتظار نیست")
    #expect(try it.permitLine(id).state == .returned)
    robot = try home(.liaison)
    robot.expect(contains: "۱ درخواست مجوز نیازمند اصلاح")
    robot.press("tab", "down", "enter")
    #expect(robot.title == "درخواست‌های مجوز نیازمند اصلاح")
    robot.press("enter")
    robot.expect(contains: "دلیل مدیریت: برنامه روشن نیست")
    robot.expect(contains: "گام بعد: دلیل مدیریت را ببینید")
    robot.press("esc", "f8", "left", "enter")
    robot.expect(contains: "چیزی برای اصلاح نمانده است")
    management = try home(.oversight)
    management.go("مجوزهای در انتظار")
    management.press("space", "f3", "left", "enter")
    #expect(try it.permitLine(id).state == .approved)
  }

  @Test(
    "S5-4b S5-4d S5-4e S5-4f a course without a permit is refused; with one it is done and sent")
  func completed() throws {
    var robot = try home(.liaison)
    let before = try entries
    robot.go("اطلاعات دوره‌های گذرانده شده")
    robot.expect(contains: "با F4 از میان مجوزهای تأییدشده یکی را برگزینید")
    robot.press("f4")
    robot.expect(contains: "برای این دوره مجوز دریافت نشده است.")
    #expect(try entries == before)
    try it.permit(.approved)
    robot = try home(.liaison)
    robot.go("اطلاعات دوره‌های گذرانده شده")
    robot.press("f4", "enter")
    robot.expect(contains: "مدیریت زمان")
    let ready = try entries
    robot.press("f2")
    robot.expect(contains: "تعداد مدیران یا سایر کارکنان صحیح نیست.")
    #expect(try entries == ready)
    robot.press("esc")
    // The number of managers stands two before the end.
    robot.press("page-down")
    for text in ["17", "3"] {
      robot.press("ctrl-u")
      robot.type(text)
      robot.press("shift-tab")
    }
    robot.press("f2")
    robot.expect(contains: "۲۰ نفر — نفرساعت آموزشی: ۱۶۰")
    robot.press("esc", "space", "f8", "left", "enter")
    robot.expect(contains: "در انتظار تأیید")
    var management = try home(.oversight)
    management.expect(contains: "۱ دورهٔ گذرانده شده در انتظار تأیید")
    management.go("دوره‌های در انتظار")
    management.press("f6")
    management.confirm(because: "تعداد مدیران")
    robot = try home(.liaison)
    robot.expect(contains: "۱ دورهٔ عودت‌شده برای اصلاح")
    robot.press("tab", "down", "enter", "f8", "left", "enter")
    robot.expect(contains: "چیزی برای اصلاح نمانده است")
    management = try home(.oversight)
    management.press("tab", "enter", "f3", "left", "enter")
    robot = try home(.liaison)
    robot.go("اطلاعات دوره‌های گذرانده شده")
    robot.expect(contains: "تأیید تکمیل اطلاعات")
  }

  @Test("S0-9 keys of another role are refused on the lists with their reason, and nothing changes")
  func wrongRole() throws {
    try it.year()
    try it.permit(.waiting)
    let closed: [(role: Role, list: String, keys: [(key: String, name: String)])] = [
      (
        .liaison, "درخواست مجوز اجرا",
        [("f3", "تأیید مدیریت"), ("f6", "عودت برای اصلاح"), ("f7", "رد درخواست")]
      ),
      (
        .oversight, "درخواست مجوز اجرا", [("f4", "ایجاد درخواست مجوز"), ("f8", "ارسال برای تأیید")]
      ),
      (
        .agencyManager, "درخواست مجوز اجرا", [("f4", "ایجاد درخواست مجوز"), ("f3", "تأیید مدیریت")]
      ),
      (.agencyManager, "اطلاعات پایه دستگاه", [("f4", "ایجاد اطلاعات پایه")]),
      (
        .agencyManager, "اطلاعات دوره‌های گذرانده شده",
        [("f4", "ایجاد دورهٔ گذرانده شده"), ("f8", "ارسال برای تأیید")]
      ),
    ]
    for (role, list, keys) in closed {
      var robot = try home(role)
      robot.go(list)
      let before = try entries
      for (key, name) in keys {
        robot.press(key)
        robot.expect(contains: "«\(name)» کار نقش شما نیست.")
      }
      #expect(try entries == before)
    }
  }

  @Test("S5-Ld S5-6e the lists, the search and the desk of another agency's liaison are empty")
  func wrongAgency() throws {
    try it.year()
    try it.permit(.returned)
    let permit = try it.permit(.approved)
    try it.perform(RecordCompletedCourse(try it.completed(of: permit)), it.liaison)
    var robot = try home(.liaison, at: it.otherAgency)
    robot.expect(lacks: "نیازمند اصلاح")
    for (list, empty) in [
      ("اطلاعات پایه دستگاه", "اطلاعات پایه‌ای ثبت نشده است"),
      ("درخواست مجوز اجرا", "درخواستی نیست"),
      ("اطلاعات دوره‌های گذرانده شده", "دوره‌ای ثبت نشده است"),
    ] {
      robot.go(list)
      robot.expect(contains: empty)
      robot.press("esc")
    }
    robot.go("جست‌وجو")
    robot.type("مدیریت زمان")
    robot.expect(lacks: "اداره راه")
    robot.press("esc", "esc")
    robot.press("ctrl-p")
    robot.type("اداره راه")
    robot.expect(lacks: "مدیریت زمان")
  }
}
