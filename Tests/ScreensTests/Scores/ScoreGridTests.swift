import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// A class with a paper exam whose day has come.
private struct ScoreClass {
  let it: AttendanceClass
  let exam: ID<Exam>

  init(
    learners: Int = 30, daysAgo: Int = 0, mode: Exam.Mode = .written, maximum: Score = Score(20),
    path: String = ":memory:"
  ) throws {
    let it = try AttendanceClass(learners: learners, path: path)
    self.it = it
    exam = try it.office.portal.store.write(at: it.office.portal.clock.now()) { records in
      let exam = Exam(
        id: try records.newID(), trainingClass: it.id, kind: .final, mode: mode,
        title: "آزمون پایانی", day: Office.today.adding(days: -daysAgo), maximum: maximum)
      try records.insert(exam)
      try records.journal(Cause(useCase: "test.exam"))
      return exam.id
    }
  }

  func grid(rows: Int = 24, columns: Int = 80) -> Robot<Portal> {
    Robot(
      ScoreGrid(exam), in: it.office.portal, size: Size(rows: rows, columns: columns),
      chrome: .portal(), recordsVersion: { $0.store.version })
  }

  /// The scores in the order of the list; «غ» for an absence, nil where nothing is entered.
  func scores() throws -> [String?] {
    try it.office.portal.store.read { records in
      let results = try records.results(of: exam)
      return it.enrolments.map { id in
        results[id].map { $0.isPresent ? $0.score?.text ?? "ح" : "غ" }
      }
    }
  }

  func file(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("scores-\(UUID().uuidString).txt").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// What becomes of each line of a file, by its number: empty for one that is taken.
  func report(_ bytes: [UInt8], commits: Bool = false) throws -> [Int: [String]] {
    let path = try file(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var list = try ListImport(reading: path, as: ScoreImport(into: exam), it.office.portal)
    if commits { try list.commit(it.office.portal).get() }
    return Dictionary(
      list.lines.map { line in
        (line.number, line.answer.verdict == .refused ? line.answer.remarks : [])
      }, uniquingKeysWith: +)
  }
}

@Suite("Scores, by keys and by file")
struct ScoreGridTests {
  @Test("While somebody else writes a score waits beside the keys, and what is typed next stays")
  func waitsForTurn() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/records.faragir"
    let it = try ScoreClass(learners: 4, path: path)
    let other = try Store.open(at: path)
    var grid = it.grid()
    try other.write(at: 0) { _ in
      grid.holdsWork = true
      grid.type("17")
      grid.press("enter")
      #expect(grid.isWorking)
      grid.expect(contains: "کار شما در نوبت است")
      // The keys go on; the next score is not lost, it is told to wait.
      grid.press("down")
      grid.type("12")
      grid.press("enter")
      grid.expect(contains: "ثبت پیشین هنوز در نوبت است")
      grid.expect(contains: "۱۲_")
    }
    #expect(try it.scores() == [nil, nil, nil, nil])
    grid.finishWork()
    #expect(!grid.isWorking)
    #expect(try it.scores() == ["۱۷", nil, nil, nil])
    grid.expect(contains: "۱۲_")
    grid.press("enter")
    #expect(try it.scores() == ["۱۷", "۱۲", nil, nil])
    grid.press("u")
    #expect(try it.scores() == ["۱۷", nil, nil, nil])
  }

  @Test("S2-8.7b thirty scores take their digits and one Enter each, in any digits")
  func typing() throws {
    let desk = try ScoreClass()
    var robot = desk.grid()
    var keys = 0
    for index in 0..<30 {
      let score = ["17", "۱۸", "9.5", "۱۲٫۲۵", "20"][index % 5]
      robot.type(score)
      robot.press(index.isMultiple(of: 2) ? "enter" : "down")
      keys += score.count + 1
    }
    #expect(try desk.scores().prefix(5) == ["۱۷", "۱۸", "۹٫۵", "۱۲٫۲۵", "۲۰"])
    #expect(try desk.scores().allSatisfy { $0 != nil })
    #expect(keys == 30 * 1 + (2 + 2 + 3 + 5 + 2) * 6)
    robot.expect(contains: "۳۰ از ۳۰ ثبت شد")
  }

  @Test("S2-8.6b a score typed before the day of the exam is refused with the reason and the day")
  func beforeTheDay() throws {
    let desk = try ScoreClass(learners: 3, daysAgo: -2)
    var robot = desk.grid()
    robot.type("1")
    let day = Office.today.adding(days: 2).text(.numeric)
    robot.expect(contains: "راه حل")
    robot.expect(contains: day)
    robot.press("esc")
    robot.type("ح")
    robot.expect(contains: "نمره و حضور این آزمون از \(day) ثبت می‌شود.")
    #expect(try desk.scores() == [nil, nil, nil])
    // On its day the same keys are taken.
    robot = try ScoreClass(learners: 3).grid()
    robot.type("17")
    robot.press("enter")
    robot.expect(contains: "۱ از ۳ ثبت شد")
  }

  @Test("S2-8.7b what a colleague enters appears by itself, and what was taken away disappears")
  func together() throws {
    let desk = try ScoreClass(learners: 3)
    var robot = desk.grid()
    var other = desk.grid()
    other.type("16.25")
    other.press("enter")
    robot.markStale()
    robot.expect(contains: "۱۶٫۲۵")
    robot.expect(contains: "۱ از ۳ ثبت شد")
    other.press("up", "delete")
    robot.markStale()
    robot.expect(lacks: "۱۶٫۲۵")
    robot.expect(contains: "۰ از ۳ ثبت شد")
  }

  @Test("S2-8.6b S2-8.7a at 24×80 the grid shows presence, score, source and the week that is left")
  func look() throws {
    let desk = try ScoreClass(learners: 8, daysAgo: 2)
    var robot = desk.grid()
    robot.type("۱۷")
    robot.press("enter", "غ", "ح")
    robot.type("8")
    robot.press("enter")
    robot.type("1")
    expectSnapshot(robot.picture, named: "scores")
    robot.press("esc")
    #expect(try desk.scores().prefix(5) == ["۱۷", "غ", "ح", "۸", nil])
  }

  @Test("S2-8.7b a score off the range is refused where it is typed, and nothing is changed")
  func range() throws {
    let desk = try ScoreClass(learners: 3)
    var robot = desk.grid()
    robot.type("21")
    robot.press("enter")
    robot.expect(contains: "نمره خارج از بازه مجاز است.")
    robot.expect(contains: "۲۱_")
    #expect(try desk.scores() == [nil, nil, nil])
    robot.press("backspace")
    robot.type("0")
    robot.press("enter")
    #expect(try desk.scores() == ["۲۰", nil, nil])
    // What was refused is replaced by the next digit, or emptied.
    robot.press("up")
    robot.type("25")
    robot.press("enter")
    robot.type("16")
    robot.expect(contains: "۱۶_")
    robot.press("ctrl-u")
    robot.expect(lacks: "۱۶_")
    #expect(try desk.scores() == ["۲۰", nil, nil])
    robot.press("down")
    // Blank stays blank: Enter on an empty cell goes on.
    robot.press("enter")
    robot.type("0")
    robot.press("enter")
    #expect(try desk.scores() == ["۲۰", nil, "۰"])
  }

  @Test("S2-8.6b S2-8.7a the rest is marked present by one key, u takes back, Delete empties")
  func presence() throws {
    let desk = try ScoreClass(learners: 4)
    var robot = desk.grid()
    robot.press("غ", "f5")
    #expect(try desk.scores() == ["غ", "ح", "ح", "ح"])
    robot.press("u")
    #expect(try desk.scores() == ["غ", nil, nil, nil])
    robot.press("ctrl-home", "delete")
    #expect(try desk.scores() == [nil, nil, nil, nil])
    robot.press("u")
    #expect(try desk.scores() == ["غ", nil, nil, nil])
    robot.press("f9")
    robot.expect(contains: "لیست حضور و غیاب جلسه آزمون")
    robot.size = Size(rows: 60, columns: 134)
    robot.expect(contains: "صندلی")
    robot.expect(contains: "ابراهیمی")
    robot.expect(contains: "غایب")
  }

  @Test("S2-8.7a the due date is shown for a week and what is late stands out", arguments: [7, 8])
  func week(_ daysAgo: Int) throws {
    let desk = try ScoreClass(learners: 3, daysAgo: daysAgo)
    let robot = desk.grid()
    if daysAgo == 7 {
      robot.expect(contains: "مهلت ثبت نمره‌ها تا ۱۴۰۳/۰۷/۰۷ (امروز)")
    } else {
      robot.expect(contains: "! مهلت یک‌هفته‌ای ثبت نمره‌ها ۱۴۰۳/۰۷/۰۶ بود؛ ۱ روز گذشته است.")
    }
  }

  @Test("S2-8.6b before its day an exam takes neither scores nor absences, and says so")
  func early() throws {
    let desk = try ScoreClass(learners: 3, daysAgo: -1)
    var robot = desk.grid()
    robot.expect(contains: "! نمره و حضور این آزمون از")
    robot.type("12")
    robot.press("enter", "غ")
    #expect(try desk.scores() == [nil, nil, nil])
  }

  @Test("S2-8.8a S2-8.8b a file is shown line by line first, then taken")
  func file() throws {
    let desk = try ScoreClass(learners: 3, mode: .elsewhere)
    let path = try desk.file(
      Array("\u{FEFF}10000001,18.5\r\n\r\n۱۰۰۰۰۰۰۲،۱۸\r\n99999999,12\r\n".utf8))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var robot = desk.grid()
    robot.press("f3")
    robot.type(path)
    robot.press("enter")
    robot.expect(contains: "کسی با کد ۹۹۹۹۹۹۹۹ ثبت نشده است.")
    #expect(try desk.scores() == [nil, nil, nil])
    robot.press("f4", "esc")
    #expect(try desk.scores() == ["۱۸٫۵", "۱۸", nil])
    robot.expect(contains: "فایل")
  }

  @Test(
    "S2-8.8b the forms of a good line",
    arguments: [
      "10000001,18.5", "۱۰۰۰۰۰۰۱,۱۸", "10000001،18/5", " 10000001 , 0 ", "10000001,20",
      "کد پرسنلی,نمره\n10000001,7", "10000001,17,10000002,18\n",
    ])
  func good(_ text: String) throws {
    let desk = try ScoreClass(learners: 2)
    let report = try desk.report(Array(text.utf8), commits: true)
    #expect(report.values.allSatisfy { $0.isEmpty }, "\(report)")
    #expect(try desk.scores()[0] != nil)
  }

  /// A file, the number of its bad line, and the beginning of the reason.
  private static let malformed: [(String, Int, String)] = [
    ("12345678;18.5", 1, "کد پرسنلی: سطر باید ۲ بخش"),
    ("10000001,", 1, "نمره: خالی"),
    (",18", 1, "کد پرسنلی: خالی"),
    ("10000001", 1, "کد پرسنلی: سطر باید ۲ بخش"),
    ("10000001,18,5", 1, "کد پرسنلی: سطر باید ۲ بخش"),
    ("10000001,17,5,10000002,18,5", 1, "نمره"),
    ("10000001\t18", 1, "کد پرسنلی: سطر باید ۲ بخش"),
    ("10000001,abc", 1, "نمره: «abc» عدد نیست"),
    ("10000001,هجده", 1, "نمره: «هجده» عدد نیست"),
    ("10000001,-1", 1, "نمره: «-1» در بازه نیست"),
    ("10000001,20.01", 1, "نمره خارج از بازه مجاز است."),
    ("10000001,100.5", 1, "نمره: «100.5» در بازه نیست"),
    ("10000002,12\n10000002,13", 2, "کد پرسنلی: «۱۰۰۰۰۰۰۲» در ردیف ۱ هم هست"),
    ("\n\n99999999,12", 3, "کسی با کد ۹۹۹۹۹۹۹۹"),
    ("10000900,12", 1, "کد پرسنلی در این کلاس ثبت‌نام نشده است."),
    ("1234,12", 1, "کد پرسنلی"),
    ("abcdefgh,12", 1, "کد پرسنلی"),
    ("00000000,12", 1, "کد پرسنلی"),
    ("1234567890,12", 1, "کد ملی"),
    ("1111111111,12", 1, "کد ملی"),
    ("#REF!,12", 1, "کد پرسنلی: خطای اکسل"),
    ("10000001,18 و نیم", 1, "نمره"),
  ]

  @Test(
    "S2-8.8b every malformed line is refused with its number and reason, and the good line beside it is taken",
    arguments: malformed.indices)
  func malformedLine(_ index: Int) throws {
    let (text, number, reason) = Self.malformed[index]
    let desk = try ScoreClass(learners: 3)
    let report = try desk.report(Array("\(text)\r\n10000003,15\r\n".utf8), commits: true)
    #expect(report[number]?.contains { $0.hasPrefix(reason) } == true, "\(text): \(report)")
    #expect(try desk.scores()[2] == "۱۵")
    #expect(try desk.scores()[0] == nil, "\(text)")
  }

  @Test("S2-8.8b a text that is not UTF-8, or empty, is refused whole")
  func unreadable() throws {
    let desk = try ScoreClass(learners: 2)
    #expect(throws: (any Error).self) {
      try desk.report(Array("10000001,15\n".utf8) + [0xC3, 0x28], commits: true)
    }
    #expect(throws: (any Error).self) { try desk.report([]) }
    #expect(throws: (any Error).self) { try desk.report([0x31, 0x00, 0x2C]) }
    #expect(try desk.scores() == [nil, nil])
  }
}
