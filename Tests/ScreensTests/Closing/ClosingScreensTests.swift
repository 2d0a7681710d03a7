import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// The screens from the control of scores to the certificates, on the sample records: a class that is
/// closed, one whose learners check their scores, and a certificate that was revoked.
@Suite("The screens of closing, objections and certificates")
struct ClosingScreensTests {
  private let portal: Portal
  private let logins: [DemoDistrict.Login]

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    logins = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

  private func home(_ role: Role) throws -> Robot<Portal> {
    portal.signOut()
    let login = try #require(logins.first { $0.role == role })
    var robot = Robot(
      StartScreen(), in: portal, chrome: .portal(), recordsVersion: { $0.store.version })
    let section = role == .learner ? 0 : role == .courseManager ? 2 : 1
    for _ in 0..<section { robot.press("down") }
    robot.press("enter")
    robot.logIn(login.username, Office.password)
    return robot
  }

  private var all: [ClassLine] {
    get throws {
      try portal.store.read { try $0.classes(in: .units(.everything), on: Office.today) }
    }
  }

  private func room(_ state: ClassLife.State) throws -> ClassLine {
    try #require(try all.first { $0.state(on: Office.today) == state })
  }

  /// Opens the row of the list at hand that has all these words.
  private func open(_ robot: inout Robot<Portal>, _ words: String...) throws {
    let rows = robot.picture.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3)
    let place = rows.firstIndex { row in words.allSatisfy(row.contains) }
    let row = try #require(place, "\(words) in\n\(robot.picture)")
    for _ in 0..<(row - rows.startIndex) { robot.press("down") }
    robot.press("enter")
  }

  @Test(
    "S2-10.5a S2-10.5b closing is shut while the period runs and an objection waits, and says why")
  func shut() throws {
    var robot = try home(.expert)
    robot.go("اتمام عملیات کلاس")
    try open(&robot, "مهارت‌های زندگی", "مهلت اعتراض")
    robot.expect(contains: "وضعیت: مهلت اعتراض")
    let before = try portal.store.read { try $0.lastEntryNumber() }
    robot.select("اتمام عملیات کلاس")
    robot.expect(contains: "مهلت اعتراض تا پایان")
    robot.expect(contains: "۱ اعتراض بی‌پاسخ مانده است.")
    robot.expect(contains: "بند ۲۲۳")
    #expect(try portal.store.read { try $0.lastEntryNumber() } == before)
  }

  @Test("S2-10.4b objections stand by their answer; a score above the full score is not accepted")
  func objections() throws {
    var robot = try home(.expert)
    robot.go("اعتراض‌ها")
    for state in ["! ثبت شده", "وارد – اصلاح شد", "رد شده"] { robot.expect(contains: state) }
    robot.press("enter")
    robot.expect(contains: "وضعیت: ثبت شده")
    let before = try portal.store.read { try $0.lastEntryNumber() }
    robot.select("پذیرش (اصلاح)")
    robot.press("down")
    robot.fill("20.25")
    robot.press("f2")
    robot.expect(contains: "مقدار درست")
    robot.expect(lacks: "اعتراض پذیرفته")
    #expect(try portal.store.read { try $0.lastEntryNumber() } == before)
  }

  @Test(
    "S2-10.1a every learner of a closed class has the certificate, or the condition that failed")
  func conditions() throws {
    var robot = try home(.expert)
    robot.go("اتمام عملیات کلاس")
    try open(&robot, "بسته")
    robot.select("چرا گواهینامه نمی‌گیرد؟")
    robot.expect(contains: "✓ گواهینامه دارد")
    robot.expect(contains: "✗ عدم کسب نمره قبولی")
    try open(&robot, "✗ عدم کسب نمره قبولی")
    robot.expect(contains: "حد قبولی")
    robot.expect(contains: "بند ۲۱۵")
  }

  @Test("S2-10.5c a revoked certificate is marked, is not printed, and is told by its code")
  func revoked() throws {
    let line = try room(.closed)
    let certificates = try portal.store.read { try $0.certificates(of: line.trainingClass.id) }
    let bad = try #require(certificates.first { $0.state == .revoked })
    let good = try #require(certificates.first { $0.state == .issued })
    var robot = try home(.expert)
    robot.go("اتمام عملیات کلاس")
    try open(&robot, "بسته")
    robot.select("گواهینامه‌ها")
    robot.expect(contains: "✗ ابطال")
    try open(&robot, bad.facts.holder)
    robot.expect(contains: "وضعیت: ابطال")
    // The reason goes on below.
    robot.expect(contains: String(bad.reason.prefix(20)))
    robot.expect(lacks: "چاپ گواهینامه")
    robot.expect(contains: "صدور دوباره")
    for (typed, wanted) in [
      (good.code.groups, "گواهینامه معتبر است."), (bad.code.digits, "باطل شده است"),
      ("00000000000000000000", "گواهینامه‌ای با این کد صادر نشده است."),
      ("1234", "کد راستی‌آزمایی بیست رقم است."),
    ] {
      robot.go("استعلام گواهینامه")
      robot.type(typed)
      robot.press("f2")
      robot.expect(contains: wanted)
      robot.press("esc", "esc")
    }
  }

  @Test("S2-10.5c only the province opens a closed class again, with a reason and the word")
  func reopening() throws {
    var robot = try home(.expert)
    robot.go("اتمام عملیات کلاس")
    try open(&robot, "بسته")
    robot.expect(lacks: "بازگشایی")
    robot = try home(.provincialExpert)
    robot.go("اتمام عملیات کلاس")
    try open(&robot, "بسته")
    robot.select("بازگشایی")
    robot.press("enter")
    robot.expect(contains: "دلیل را بنویسید")
    robot.type("اصلاح یک نمره")
    robot.press("enter")
    // Without the word nothing is done.
    robot.press("left", "enter")
    #expect(try room(.closed).state(on: Office.today) == .closed)
    robot.press("right")
    robot.type("بله")
    robot.press("left", "enter")
    robot.expect(contains: "کلاس باز شد")
    #expect(try all.allSatisfy { $0.state(on: Office.today) != .closed })
  }
}
