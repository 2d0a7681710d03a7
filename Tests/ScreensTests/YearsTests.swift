import Persian
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Lists by year")
struct YearsTests {
  /// A course of the first district that was executed so many days ago.
  private func past(_ desk: CoursesDesk, _ code: String, daysAgo: Int) throws {
    try desk.office.portal.store.write(at: 1) { records in
      let course = try #require(try records.course(code: code))
      let from = Office.today.adding(days: -daysAgo)
      try records.insert(
        CourseRequest(
          id: try records.newID(), course: course.id, unit: desk.office.district, year: from.year,
          from: from, to: from.adding(days: 20), classCount: 1, method: .expert, mode: .inPerson,
          quota: 30, classCapacity: 30, state: .approved, decided: from))
      try records.journal(Cause(useCase: "test.past"))
    }
  }

  @Test("S1-3c S2-1.5 courses of this year are shown at first, earlier years and all on a key")
  func years() throws {
    let desk = try CoursesDesk()
    // 1403/07/07 is the day: one of this year, one of last year, one of two years ago.
    try past(desk, "91400102", daysAgo: 10)
    try past(desk, "91400377", daysAgo: 365)
    try past(desk, "91400900", daysAgo: 730)
    var robot = desk.home("expert")
    robot.go("دوره‌های درخواستی")
    func expect(_ titles: [String], _ suffix: String) {
      for title in ["مدیریت کلاس درس", "آشنایی با روش‌های", "دورهٔ بی‌مجوز"] {
        if titles.contains(title) {
          robot.expect(contains: title)
        } else {
          robot.expect(lacks: title)
        }
      }
      robot.expect(contains: "دوره‌های درخواستی\(suffix)")
    }
    expect(["مدیریت کلاس درس"], "\n")
    robot.press("y")
    expect(["آشنایی با روش‌های"], " — سال گذشته")
    robot.press("y")
    expect(["دورهٔ بی‌مجوز"], " — ۲ سال پیش")
    robot.press("y")
    expect(["مدیریت کلاس درس", "آشنایی با روش‌های", "دورهٔ بی‌مجوز"], " — همهٔ سال‌ها")
    robot.press("y")
    expect(["مدیریت کلاس درس"], "\n")
  }

  @Test("S2-1.5 a course is found in its list by its title and by its office")
  func text() throws {
    let desk = try CoursesDesk()
    try past(desk, "91400102", daysAgo: 10)
    try past(desk, "91400377", daysAgo: 20)
    var robot = desk.home("province")
    robot.go("دوره‌های درخواستی")
    robot.press("/")
    robot.type("ارزشیابی")
    robot.expect(contains: "ردیف ۱ از ۱")
    robot.expect(contains: "۹۱۴۰۰۳۷۷")
    robot.press("esc", "/")
    robot.type("سروستان")
    robot.expect(contains: "ردیف ۱ از ۲")
    robot.press("esc", "/")
    robot.type("کوهپایه")
    robot.expect(contains: "چیزی پیدا نشد")
  }
}
