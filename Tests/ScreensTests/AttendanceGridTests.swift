import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("The attendance grid")
struct AttendanceGridTests {
  @Test("It opens on today's session, on the first learner without a mark")
  func opensToday() throws {
    let it = try AttendanceClass(learners: 5)
    var grid = it.grid()
    grid.expect(contains: "جلسهٔ ۴ از ۸")
    grid.press("ح", "ح")
    grid = it.grid()
    grid.press("غ")
    #expect(try it.marks(3) == ["p", "p", "a", nil, nil])
  }

  @Test("Where no session is today, it opens on the last one that is not all marked")
  func opensLastUnmarked() throws {
    let later = WallClock.fixed(Office.today.adding(days: 20))
    let it = try AttendanceClass(learners: 2, sessions: 4, today: 3, clock: later)
    var grid = it.grid()
    grid.expect(contains: "جلسهٔ ۴ از ۴")
    grid.press("f5")
    grid = it.grid()
    grid.expect(contains: "جلسهٔ ۳ از ۴")
  }

  @Test("S2-7.9a a session that has not come is closed and says when it opens")
  func futureSession() throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.press("left", "غ")
    grid.expect(contains: "۱۴۰۳/۰۷/۰۸")
    grid.press("f5")
    #expect(try it.marks(4) == [nil, nil, nil])
    grid.press("right", "غ")
    #expect(try it.marks(3) == ["a", nil, nil])
  }

  @Test("S2-10.5c a closed class takes no marks and says who can open it again")
  func closedClass() throws {
    let it = try AttendanceClass(learners: 3, state: .closed)
    var grid = it.grid()
    for key in ["غ", "f5", "space", "delete", "enter", ":"] { grid.press(key) }
    #expect(try it.marks(3) == [nil, nil, nil])
    grid.press("غ")
    grid.expect(contains: "بسته")
  }

  @Test("S2-7.9d an expert sees the grid and cannot mark in it")
  func expertOnlyLooks() throws {
    let it = try AttendanceClass(learners: 3)
    var mine = it.grid()
    mine.press("غ")
    try it.office.signIn(.expert)
    var grid = it.grid()
    grid.expect(contains: "ابراهیمی")
    for key in ["ح", "f5", "delete", "1", "م", "enter"] { grid.press(key) }
    grid.press("غ")
    grid.expect(contains: "با مدیر دوره و مدرس است")
    #expect(try it.marks(3) == ["a", nil, nil])
  }

  @Test("S0-9 a class of another district is not there at all")
  func elsewhere() throws {
    let it = try AttendanceClass(learners: 3)
    try it.office.signIn(.expert, at: it.office.otherDistrict)
    var grid = it.grid()
    grid.expect(lacks: "ابراهیمی")
    grid.press("esc")
    #expect(grid.isFinished)
  }

  @Test(
    "S2-7.9b the margin warns from 80 % on, allows exactly one tenth, and marks one minute more",
    arguments: [
      (76, "۷۶ ۲۰", ""), (77, "۷۷ ! ۱۹", "نزدیک"), (96, "۹۶ ! ۰", "نزدیک"),
      (97, "✗ ۱ بیش", "بیش"),
    ])
  func margin(minutes: Int, shown: String, reason: String) throws {
    let it = try AttendanceClass(learners: 2)
    var grid = it.grid()
    grid.press(":")
    grid.type("1 ت \(minutes)")
    grid.press("enter")
    #expect(try it.marks(3)[0] == "l:540-\(540 + minutes)")
    let line = grid.picture.split(separator: "\n").first { $0.contains("ابراهیمی") } ?? ""
    #expect(line.contains(shown), "\(line)")
    #expect(line.contains("!") == shown.contains("!"))
    grid.press("f8")
    grid.expect(contains: "\(Digits.persian(minutes)) دقیقه")
    grid.expect(contains: "بند ۱۶۹")
  }

  @Test("The filter leaves those without a mark, or near the limit, and no row slips away")
  func filter() throws {
    let it = try AttendanceClass(learners: 5)
    var grid = it.grid()
    grid.press("ح", "f4")
    grid.expect(contains: "فقط ثبت‌نشده‌های این جلسه")
    grid.expect(lacks: "ابراهیمی")
    grid.press("غ")
    grid.expect(contains: "احمدی")
    grid.press("غ")
    #expect(try it.marks(3) == ["p", "a", "a", nil, nil])
    grid.press("f4")
    grid.expect(contains: "فقط نزدیک سقف غیبت")
    grid.expect(lacks: "ابراهیمی")
    grid.press("f4")
    grid.expect(contains: "ابراهیمی")
  }

  @Test("S2-7.9 the hours of absence are typed for a cell; the mark follows from them")
  func intervals() throws {
    let it = try AttendanceClass(learners: 2)
    var grid = it.grid()
    grid.press("enter")
    grid.expect(contains: "ساعت شروع غیبت")
    for text in ["9:30", "۹:۴۵", "10:15", "1030"] {
      grid.type(text)
      grid.press("tab")
    }
    grid.press("f2")
    #expect(try it.marks(3)[0] == "g:570-585,615-630")
    grid.expect(contains: "ب ۳۰")
    grid.press("u")
    #expect(try it.marks(3)[0] == nil)
  }

  @Test("S2-7.9c hours outside the session, reversed or upon each other are refused with numbers")
  func badIntervals() throws {
    let it = try AttendanceClass(learners: 2)
    for (from, to, from2, to2) in [
      ("8:30", "9:30", "", ""), ("10:00", "9:30", "", ""), ("9:30", "10:30", "10:00", "10:45"),
    ] {
      var grid = it.grid()
      grid.press("enter")
      for text in [from, to, from2, to2] {
        grid.type(text)
        grid.press("tab")
      }
      grid.press("f2")
      grid.expect(contains: "بند ۱۶۹")
      #expect(try it.marks(3)[0] == nil)
    }
  }

  @Test("A note is kept with the mark and shown under the grid")
  func note() throws {
    let it = try AttendanceClass(learners: 2)
    var grid = it.grid()
    grid.press("غ", "up", "enter")
    for _ in 0..<6 { grid.press("tab") }
    grid.type("با نامهٔ مدرسه")
    grid.press("f2")
    #expect(try it.marks(3)[0] == "a")
    grid.expect(contains: "یادداشت: با نامهٔ مدرسه")
  }

  @Test("S0-7 the history of a cell says who made it what and when, undo included")
  func history() throws {
    let it = try AttendanceClass(learners: 2)
    var grid = it.grid()
    grid.press("غ", "up", "ح", "u", "f3")
    grid.expect(contains: "غایب ← حاضر")
    grid.expect(contains: "حاضر ← غایب")
    grid.expect(contains: "فاطمه کریمی")
    grid.expect(contains: "واگردانده شد.")
  }

  @Test("S2-7.5a the attendance list has a column for each session and is saved in three forms")
  func printed() throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.press("غ", "f9")
    grid.expect(contains: "فهرست حضور و غیاب")
    grid.expect(contains: "شمار حاضران")
    let folder = try TemporaryFolder()
    for (key, name) in [("f2", "list.xlsx"), ("f3", "list.csv"), ("f5", "list.txt")] {
      grid.press(key)
      for _ in 0..<120 { grid.press("backspace") }
      grid.type("\(folder.path)/\(name)")
      grid.press("enter")
      grid.expect(contains: "ذخیره شد")
    }
    let text = try folder.text("list.csv")
    #expect(text.contains("ابراهیمی مریم,"))
    #expect(text.contains("03/07") == false)
    #expect(text.contains("۰۷/۰۴,۰۷/۰۵,۰۷/۰۶,۰۷/۰۷,"))
    #expect(try folder.text("list.txt").contains("صفحهٔ ۱ از ۱"))
    // A file that is there is not written over in silence.
    grid.press("f3")
    for _ in 0..<120 { grid.press("backspace") }
    grid.type("\(folder.path)/list.csv")
    grid.press("enter")
    grid.expect(contains: "جایش نوشته شود؟")
    grid.press("enter")
    grid.press("f4")
    grid.expect(contains: "مشخصات فراگیران/نمره")
  }

  @Test("A class without sessions or learners says what is missing")
  func empty() throws {
    let it = try AttendanceClass(learners: 0)
    var grid = it.grid()
    grid.expect(contains: "ثبت‌نام نشده")
    for key in ["غ", "f5", "f4", "f8", "enter", "/", "down"] { grid.press(key) }
    grid.expect(contains: "ثبت‌نام نشده")
  }
}
