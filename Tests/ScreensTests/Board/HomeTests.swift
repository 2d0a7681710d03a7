import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Home")
struct HomeTests {
  /// The district's board with a circular, a task that is late and one that is due, and a class of
  /// its own that has places free.
  static func desk() throws -> CoursesDesk {
    let desk = try CoursesDesk()
    try desk.prepare()
    let portal = desk.office.portal
    try desk.office.signIn(.provincialExpert, at: desk.office.province, as: "province")
    _ = try portal.perform(
      Announce(
        Announcement(
          kind: .circular, title: "بخشنامهٔ سقف ساعت سالانه", body: "بند یک\nبند دو",
          isStarred: true, from: Office.today, unit: desk.office.province))
    ).get()
    _ = try portal.perform(
      Announce(
        Announcement(title: "نشست کارشناسان", from: Office.today, unit: desk.office.province))
    ).get()
    _ = try portal.perform(
      AssignTask(
        WorkTask(
          title: "آمار سه‌ماهه", role: .expert, unit: desk.office.district,
          due: Office.today.adding(days: 2), made: Office.today, author: ID(rawValue: 0)))
    ).get()
    return desk
  }

  @Test("S1-3a S1-3b S0-16 home shows who and where, the notice board at the right, what is due")
  func expert() throws {
    var robot = try Self.desk().home("expert")
    expectSnapshot(robot.picture, named: "home-expert")
    // The notice board stands at the leading side, which a terminal shows at the right.
    let rows = robot.picture.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[2].hasPrefix(" تابلو اعلانات"))
    robot.expect(contains: "شهرستان سروستان")
    robot.expect(contains: "! ۲ روز مانده")
    robot.size = Size(rows: 50, columns: 200)
    expectSnapshot(robot.picture, named: "home-expert-50x200")
  }

  @Test("S1-3a the top bar shows first name, family name and the office of service")
  func topBar() throws {
    let robot = try Self.desk().home("learner")
    let bar = robot.picture.split(separator: "\n")[0]
    #expect(bar.contains("مریم احمدی") && bar.contains("شهرستان سروستان"))
  }

  @Test("S0-16 Tab goes to the desk and the board; Enter opens what stands there")
  func opening() throws {
    var robot = try Self.desk().home("expert")
    robot.press("tab", "enter")
    robot.expect(contains: "آمار سه‌ماهه")
    #expect(robot.title == "آمار سه‌ماهه")
    robot.press("esc", "tab", "enter")
    #expect(robot.stack.top?.title == "بخشنامهٔ سقف ساعت سالانه")
    robot.expect(contains: "بند دو")
    robot.press("esc")
    // Read now: only the other one is new.
    robot.expect(contains: "● نشست کارشناسان")
    robot.press("tab")
    robot.press("end", "up", "enter")
    robot.expect(contains: "کارشناس")
  }

  @Test(
    "S0-16 what is late is flagged in words on the home page of whoever owes it, and nowhere else")
  func overdue() throws {
    let desk = try CourseOfDay()
    var robot = desk.home("expert")
    robot.expect(contains: "✗ ۱ مهلت گذشته")
    robot.expect(contains: "✗ ۳ روز گذشته")
    robot = desk.home("neighbour")
    robot.expect(lacks: "مهلت گذشته")
  }
}

/// An office whose clock moves, with a task of the district that is three days late.
struct CourseOfDay {
  let office: Office

  init() throws {
    let start = Office.today
    let hand = Hand(start)
    office = try Office(clock: WallClock { Moment.milliseconds(of: hand.day, minute: 600) })
    try office.signIn(.expert, as: "expert")
    try office.signIn(.expert, at: office.otherDistrict, as: "neighbour")
    try office.signIn(.expert, as: "expert")
    _ = try office.portal.perform(
      AssignTask(
        WorkTask(
          title: "آمار سه‌ماهه", role: .expert, unit: office.district, due: start, made: start,
          author: ID(rawValue: 0)))
    ).get()
    hand.day = start.adding(days: 3)
  }

  func home(_ username: String) -> Robot<Portal> {
    var robot = Robot.portal(office)
    robot.press("down", "enter")
    robot.logIn(username, Office.password)
    return robot
  }
}
