import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Marking attendance in the grid")
struct AttendanceMarkingTests {
  @Test("A class of 30 with three exceptions is marked in at most 12 keys, none of them a save key")
  func fewKeys() throws {
    let it = try AttendanceClass()
    var grid = it.grid()
    let count = grid.keys("f5 7 غ 1 5 ت 2 3 غ")
    #expect(count <= 12)
    let marks = try it.marks(3)
    for (index, mark) in marks.enumerated() {
      switch index + 1 {
      case 7, 23: #expect(mark == "a")
      case 15: #expect(mark == "l:540-600")
      default: #expect(mark == "p")
      }
    }
    grid.expect(contains: "۳۰ از ۳۰ ثبت شد")
  }

  @Test("The same by names: a slash, two letters, Enter, the status")
  func byName() throws {
    let it = try AttendanceClass()
    var grid = it.grid()
    grid.press("f5", "/")
    grid.type("غل")
    grid.expect(contains: "۱ نفر")
    grid.press("enter", "غ")
    grid.press("/")
    grid.type("هاش")
    grid.press("enter", "م")
    let marks = try it.marks(3)
    #expect(marks[21] == "a")
    #expect(marks[28] == "x")
    #expect(marks.filter { $0 == "p" }.count == 28)
  }

  @Test("Digits after a slash find the end of a code; Esc goes back to where the cursor was")
  func byCode() throws {
    let it = try AttendanceClass()
    var grid = it.grid()
    grid.press("/")
    grid.type("۰۰۱۲")
    grid.press("enter", "غ")
    #expect(try it.marks(3)[11] == "a")
    grid.press("/")
    grid.type("یو")
    grid.press("esc", "غ")
    #expect(try it.marks(3)[12] == "a")
    grid.press("/")
    grid.type("ظظ")
    grid.expect(contains: "کسی پیدا نشد")
  }

  @Test(
    "Each status has its Persian letter and the Latin letter of the same key",
    arguments: [
      ("ح", "p"), ("p", "p"), ("غ", "a"), ("y", "a"), ("ت", "l:540-600"), ("j", "l:540-600"),
      ("ز", "e:600-660"), ("c", "e:600-660"), ("م", "x"), ("l", "x"), ("space", "p"),
    ])
  func statuses(key: String, stored: String) throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.press(key)
    #expect(try it.marks(3) == [stored, nil, nil])
    // The cursor is with the next learner.
    grid.press("غ")
    #expect(try it.marks(3)[1] == "a")
  }

  @Test("Row numbers are typed in digits of three families", arguments: ["2", "۲", "٢"])
  func families(digit: String) throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.type(digit)
    grid.expect(contains: "ردیف ۲")
    grid.press("غ")
    #expect(try it.marks(3) == [nil, "a", nil])
  }

  @Test("A row that does not exist is said, and nothing is marked")
  func noSuchRow() throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.press("9", "غ")
    grid.expect(contains: "ردیف ۹ نیست")
    #expect(try it.marks(3) == [nil, nil, nil])
  }

  @Test("Delete clears a cell, Space leaves what is marked")
  func clearing() throws {
    let it = try AttendanceClass(learners: 2)
    var grid = it.grid()
    grid.press("غ", "غ", "home", "ctrl-home")
    grid.press("ctrl-left", "up", "up")
    grid = it.grid(session: 3)
    grid.press("up", "up", "space")
    #expect(try it.marks(3) == ["a", "a"])
    grid.press("delete")
    #expect(try it.marks(3) == ["a", nil])
  }

  @Test("All-present fills only what is unmarked")
  func allPresent() throws {
    let it = try AttendanceClass(learners: 5)
    var grid = it.grid()
    grid.press("غ", "م", "f5")
    #expect(try it.marks(3) == ["a", "x", "p", "p", "p"])
    grid.expect(contains: "۳ خانه ثبت شد")
    grid.press("f5")
    grid.expect(contains: "خانهٔ ثبت‌نشده‌ای در این جلسه نمانده است.")
  }

  @Test("Same as the last session takes over whole-session marks only, into empty cells")
  func sameAsBefore() throws {
    let it = try AttendanceClass(learners: 4)
    var before = it.grid(session: 2)
    before.press("غ", "ح")
    before.type("3")
    before.press("ت")
    before.type("15")
    before.press("enter")
    #expect(try it.marks(2) == ["a", "p", "l:540-555", nil])
    var grid = it.grid()
    grid.press("2", "م", "f6")
    #expect(try it.marks(3) == ["a", "x", nil, nil])
  }

  @Test("Late outside the hours of the session asks for minutes or the hour")
  func lateOutside() throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid(session: 1)
    grid.press("ت")
    grid.expect(contains: "چند دقیقه دیر آمد؟")
    grid.type("۲۰")
    grid.press("enter", "ز")
    grid.type("۱۰:۳۰")
    grid.press("enter")
    #expect(try it.marks(1) == ["l:540-560", "e:630-660", nil])
    grid.press("ت")
    grid.type("300")
    grid.press("enter")
    grid.expect(contains: "بیرون از جلسه")
    #expect(try it.marks(1)[2] == nil)
  }

  @Test("A command for several rows shows what it will change, complains in place, and is one undo")
  func range() throws {
    let it = try AttendanceClass(learners: 10)
    var grid = it.grid()
    grid.press(":")
    grid.type("۱-۳،۹")
    grid.expect(contains: "پس از ردیف‌ها وضعیت بنویسید")
    grid.type(" غ")
    grid.expect(contains: "۴ خانه:")
    grid.press("esc")
    #expect(try it.marks(3).allSatisfy { $0 == nil })
    // What was typed is still there.
    grid.press("equals", "enter")
    #expect(try it.marks(3) == ["a", "a", "a", nil, nil, nil, nil, nil, "a", nil])
    grid.press("u")
    #expect(try it.marks(3).allSatisfy { $0 == nil })
  }

  @Test("u takes back the last marks one by one, Ctrl-R brings them again")
  func undo() throws {
    let it = try AttendanceClass(learners: 3)
    var grid = it.grid()
    grid.press("غ", "م", "u")
    #expect(try it.marks(3) == ["a", nil, nil])
    grid.expect(contains: "واگردانده شد.")
    grid.press("u")
    #expect(try it.marks(3) == [nil, nil, nil])
    grid.press("u")
    grid.expect(contains: "برای واگرداندن نیست")
    grid.press("ctrl-r", "ctrl-r")
    #expect(try it.marks(3) == ["a", "x", nil])
    grid.press("u", "غ", "ctrl-r")
    grid.expect(contains: "چیزی برای انجام دوباره نیست.")
  }
}
