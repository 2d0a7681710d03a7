import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// What a first user of closing stumbled over, by keys on the sample records.
@Suite("Closing as a first user meets it")
struct ClosingTrialScreensTests {
  private let portal: Portal
  private let logins: [DemoDistrict.Login]

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    logins = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

  /// Somebody of the sample, let in.
  private func enter(_ actor: Actor) -> Robot<Portal> {
    portal.signOut()
    var robot = Robot(
      StartScreen(entering: actor), in: portal,
      chrome: .portal(helpText: { page in
        (try? Office.asset("Help/\(page).txt")).map { [String(decoding: $0, as: UTF8.self)] } ?? []
      }), recordsVersion: { $0.store.version })
    robot.markStale()
    return robot
  }

  private func actors(_ role: Role) throws -> [Actor] {
    let section = try #require(role.section)
    return try logins.filter { $0.role == role }.flatMap {
      try portal.logIn(section: section, username: $0.username, password: Office.password).get()
    }
  }

  private func first(_ role: Role) throws -> Actor { try #require(try actors(role).first) }

  private var classes: [ClassLine] {
    get throws {
      try portal.store.read { try $0.classes(in: .units(.everything), on: Office.today) }
    }
  }

  private func room(_ state: ClassLife.State) throws -> ClassLine {
    try #require(try classes.first { $0.state(on: Office.today) == state })
  }

  /// The course manager who leads a class.
  private func manager(of line: ClassLine) throws -> Actor {
    for actor in try actors(.courseManager) {
      let reached = try portal.store.read {
        try $0.trainingClass(line.trainingClass.id, in: actor.courseReach, on: Office.today)
      }
      if reached != nil { return actor }
    }
    throw Failure.forbidden
  }

  private func open(_ robot: inout Robot<Portal>, _ words: String...) throws {
    let rows = robot.picture.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3)
    let place = rows.firstIndex { row in words.allSatisfy(row.contains) }
    let row = try #require(place, "\(words) in\n\(robot.picture)")
    for _ in 0..<(row - rows.startIndex) { robot.press("down") }
    robot.press("enter")
  }

  @Test("S2-10.5 Enter on one's own step does it, or says what stands in its way")
  func ownStep() throws {
    let line = try room(.objectionPeriod)
    var robot = enter(try first(.expert))
    robot.go("اتمام عملیات کلاس")
    try open(&robot, String(line.courseTitle.prefix(10)), "مهلت اعتراض")
    robot.select("گام‌های مانده تا گواهینامه")
    try open(&robot, "اتمام عملیات کلاس")
    robot.expect(contains: "۱ اعتراض بی‌پاسخ مانده است.")
    let ended = try room(.sessionsEnded)
    var other = enter(try manager(of: ended))
    other.go("کلاس‌های دوره")
    other.expect(contains: "کار بعدی")
    try open(&other, ended.trainingClass.name, "پایان جلسات")
    other.select("گام‌های مانده تا گواهینامه")
    try open(&other, "پایان ثبت نمرات کلاس")
    // The question, or the reasons against it; not the step said once more.
    #expect(
      other.picture.contains("انجام شود؟") || other.picture.contains("نمره"), "\(other.picture)")
    #expect(!other.picture.contains("پایان ثبت نمرات کلاس — مدیر دوره، "), "\(other.picture)")
  }

  @Test("S2-10.4 a course manager reads an objection and is told whose the answer is")
  func managersObjection() throws {
    let line = try room(.objectionPeriod)
    var robot = enter(try manager(of: line))
    robot.go("کلاس‌های دوره")
    try open(&robot, String(line.courseTitle.prefix(10)), "مهلت اعتراض")
    robot.select("اعتراض‌ها")
    try open(&robot, "! ثبت شده")
    robot.expect(contains: "پاسخ با کارشناس است.")
    robot.expect(lacks: "پذیرش (اصلاح)")
  }

  @Test("S2-4.9 a confirmation names the class with its course, and what comes of it")
  func consequence() throws {
    let line = try room(.enrolling)
    var robot = enter(try manager(of: line))
    robot.go("کلاس‌های دوره")
    try open(&robot, String(line.courseTitle.prefix(10)), "در حال ثبت‌نام")
    robot.select("لغو کلاس")
    if robot.picture.contains("چرا") { return robot.expect(contains: "لغو کلاس") }
    robot.expect(contains: String(line.courseTitle.prefix(10)))
    robot.expect(contains: "دیگر برگزار نمی‌شود")
  }

  @Test("S0-14 the list of classes has the help of its purpose")
  func help() throws {
    var robot = enter(try first(.courseManager))
    for (place, words) in [
      ("حضور و غیاب", "ستون آخر شمار"),
      ("آزمون‌ها، پروژه‌ها", "در صفحهٔ هر آزمون است"), ("شرکت‌کنندگان", "فهرست فراگیران را باز می‌کند"),
    ] {
      robot.go(place)
      robot.press("f1")
      robot.expect(contains: words)
      robot.press("esc", "esc")
    }
    var expert = enter(try first(.expert))
    expert.go("اتمام عملیات کلاس")
    expert.press("f1")
    expert.expect(contains: "از شروع تا گواهینامه")
  }

  @Test("S0-15 the palette leads to titles first, then to what other words mean")
  func palette() throws {
    var robot = enter(try first(.expert))
    robot.go("گواهینامه")
    robot.expect(contains: "› استعلام گواهینامه")
    robot.press("esc")
    robot.go("برون‌سازمانی")
    robot.expect(contains: "› تایید دوره‌ها و فعالیت‌های معادل")
    robot.press("esc")
    robot.go("کارها")
    robot.expect(contains: "› کارها")
  }

  @Test("S2-11.2a an expert enters a course held elsewhere for a teacher found by the code")
  func equivalent() throws {
    let line = try room(.closed)
    let learner = try #require(
      try portal.store.read { try $0.enrolments(of: line.trainingClass.id) }.first)
    var robot = enter(try first(.expert))
    robot.go("تایید دوره‌ها و فعالیت‌های معادل")
    robot.press("f4")
    robot.expect(contains: "ثبت سابقهٔ دورهٔ معادل")
    robot.type("1234567")
    robot.press("tab")
    robot.expect(contains: "کسی با این کد در اداره‌های شما نیست.")
    robot.press("up", "end")
    for _ in 0..<7 { robot.press("backspace") }
    robot.type(learner.person.shownCode)
    robot.press("tab")
    robot.expect(contains: learner.person.name.last)
    robot.expect(contains: "بدون این پرونده ثبت نمی‌شود")
    robot.expect(lacks: "پوشهٔ دریافت")
  }
}
