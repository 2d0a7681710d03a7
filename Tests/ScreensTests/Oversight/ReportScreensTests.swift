import Foundation
import Interchange
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The screens of the oversight's reports")
struct ReportScreensTests {
  private let it: ReportOffice
  private let folder: TemporaryFolder

  init() throws {
    it = try ReportOffice()
    folder = try TemporaryFolder()
    try it.year(it.roads, 1402, budget: 1_000, spent: [100, 200, 300, 400])
    try it.year(it.roads, 1403, budget: 2_000_000, spent: [500_000])
    try it.course(it.roads, "ایمنی راه", end: "1402/02/10")
    try it.course(
      it.roads, "قوانین اداری", end: "1403/05/10", group: .general, managers: 5, staff: 5)
    try it.course(it.health, "کنترل عفونت", end: "1403/05/11", managers: 1, staff: 1)
    try it.permit(it.health, "احیای پایه", state: .waiting, on: "1403/01/20")
  }

  private func home(_ role: Role, at unit: ID<Training.Unit>? = nil) throws -> Robot<Portal> {
    let username = "user-\(role.rawValue)"
    try it.signIn(role, at: unit, as: username)
    var robot = Robot.portal(it.office)
    // The oversight is the last section of the start screen.
    for _ in 0..<5 { robot.press("down") }
    robot.press("enter")
    robot.logIn(username, Office.password)
    return robot
  }

  /// Opens a report with everything in its filter left empty.
  private func open(_ report: OversightReport, _ robot: inout Robot<Portal>) {
    robot.press("ctrl-p")
    robot.type(Phrase.reports)
    robot.press("enter")
    for _ in 0..<(OversightReport.allCases.firstIndex(of: report) ?? 0) { robot.press("down") }
    robot.press("enter")
    robot.expect(contains: "عدم انتخاب = همه موارد")
    robot.expect(contains: "جستجو")
    robot.press("f2")
  }

  private enum Phrase { static let reports = "گزارش‌ها" }

  @Test(
    "S5-6a S5-6b every report is drawn for the management, and its lines are there",
    arguments: OversightReport.allCases)
  func drawn(_ report: OversightReport) throws {
    var robot = try home(.oversight)
    open(report, &robot)
    #expect(robot.title == report.name)
    robot.expect(contains: "اداره کل راه")
    if report != .base { robot.expect(contains: "دانشگاه علوم پزشکی") }
  }

  @Test("S5-6e a liaison's reports and charts have no row of another agency")
  func liaison() throws {
    for report in OversightReport.allCases {
      var robot = try home(.liaison, at: it.health)
      open(report, &robot)
      robot.expect(lacks: "اداره کل راه")
      robot.expect(lacks: "ایمنی راه")
      robot.press("f4")
      robot.expect(lacks: "اداره کل راه")
    }
  }

  @Test("S5-6d2 from a figure one goes to its rows")
  func drillDown() throws {
    var robot = try home(.oversight)
    open(.comprehensive, &robot)
    robot.press("down", "enter")
    robot.expect(contains: "٪ ارزشیابی")
    robot.press("down", "down", "down", "down")
    robot.press("enter")
    #expect(robot.title == OversightReport.completed.name)
    robot.expect(contains: "قوانین اداری")
    robot.expect(lacks: "ایمنی راه")
    robot.expect(lacks: "کنترل عفونت")
  }

  @Test("S5-6d2 figures are shown as bars, and the last year beside this one")
  func charts() throws {
    var robot = try home(.oversight)
    open(.grouped, &robot)
    robot.press("f4")
    robot.expect(contains: "█")
    robot.expect(contains: "اداره کل راه")
    robot.press("f4", "enter")
    robot.expect(contains: "ردیف")
    robot.press("esc", "esc", "f3")
    robot.expect(contains: "█ ۱۴۰۳")
    robot.expect(contains: "░ ۱۴۰۲")
  }

  private func save(_ key: String, as name: String, _ robot: inout Robot<Portal>) -> String {
    let path = "\(folder.path)/\(name)"
    robot.press(key, "ctrl-u")
    robot.type(path)
    robot.press("enter")
    robot.expect(contains: "ذخیره شد")
    return path
  }

  @Test(
    "S5-6d every report is written as a workbook and as PDF",
    arguments: OversightReport.allCases)
  func files(_ report: OversightReport) throws {
    var robot = try home(.oversight)
    open(report, &robot)
    let workbook = save("f2", as: "\(report.rawValue).xlsx", &robot)
    let sheet = try TableFile(path: workbook).sheet()
    let texts = sheet.rows.flatMap(\.cells).map(\.plainText)
    #expect(texts.contains("اداره کل راه"))
    #expect(sheet.columns.first?.title == "ردیف")
    let paper = save("f8", as: "\(report.rawValue).pdf", &robot)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: paper))
    #expect(bytes.starts(with: Data("%PDF".utf8)))
    #expect(bytes.count > 2_000)
  }

  @Test("S5-6d a report that is stopped leaves no file")
  func stopped() throws {
    try it.signIn(.oversight)
    let progress = Progress()
    progress.cancel()
    for format in ["a.xlsx", "a.pdf"] {
      let path = "\(folder.path)/\(format)"
      #expect(throws: (any Error).self) {
        try ReportExport.write(
          ReportQuery(.completed),
          as: format.hasSuffix("pdf") ? .pdf(SheetPaper(isAcross: true)) : .workbook, to: path,
          it.portal, progress)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("The management's overview says who is late and what waits, and leads there")
  func overview() throws {
    var robot = try home(.oversight)
    robot.press("ctrl-p")
    robot.type("نمای کلی مدیریت")
    robot.press("enter")
    // Spring is sent; the summer runs until the end of Mehr; nobody has told of autumn yet.
    robot.press("down", "down", "down", "down", "enter")
    robot.expect(contains: "دانشگاه علوم پزشکی")
    robot.expect(lacks: "اداره کل راه")
    robot.press("esc", "up", "up", "up", "up", "enter")
    robot.expect(contains: "احیای پایه")
  }

  @Test("S5-5a the upload is closed with its reason where the management has not opened it")
  func closedUpload() throws {
    var robot = try home(.liaison, at: it.roads)
    robot.press("ctrl-p")
    robot.type("بارگذاری فایل اکسل")
    robot.press("enter")
    robot.expect(contains: "غیرفعال")
    robot.press("enter")
    robot.expect(contains: "امکان بارگذاری اکسل برای دستگاه شما فعال نشده است.")
    robot.press("esc", "esc")
    var management = try home(.oversight)
    management.press("ctrl-p")
    management.type("فعال‌سازی فایل اکسل")
    management.press("enter", "enter")
    management.expect(contains: "فعال‌سازی بارگذاری اکسل")
    management.press("end", "enter", "left", "enter")
    management.expect(contains: "انجام شد")
    robot = try home(.liaison, at: it.roads)
    robot.press("ctrl-p")
    robot.type("بارگذاری فایل اکسل")
    robot.press("enter", "enter")
    robot.expect(contains: "نشانی پرونده")
  }
}
