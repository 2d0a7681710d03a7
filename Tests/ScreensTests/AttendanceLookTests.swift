import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("How the attendance grid looks")
struct AttendanceLookTests {
  private func marked() throws -> AttendanceClass {
    let it = try AttendanceClass(sessions: 12, today: 6)
    for session in 0..<6 {
      var grid = it.grid(session: session)
      grid.press("\(session + 1)", "غ", "f5")
    }
    var grid = it.grid(session: 5)
    grid.press(":")
    grid.type("۲ ت ۷۰، ۸ ز ۹:۳۰، ۳۰ م")
    grid.press("enter")
    return it
  }

  @Test("At 24×80: five sessions, names and margins in sight")
  func small() throws {
    var grid = try marked().grid()
    expectSnapshot(grid.picture, named: "attendance-24x80")
    grid.press("1", "2")
    expectSnapshot(grid.picture, named: "attendance-row")
    grid.press("esc", ":")
    grid.type("۱-۵،۹ غ")
    expectSnapshot(grid.picture, named: "attendance-range")
  }

  @Test("At 50×200: codes, every session and whole sentences")
  func large() throws {
    let grid = try marked().grid(rows: 50, columns: 200)
    expectSnapshot(
      grid.picture + "\n" + grid.frame.toneTranscript, named: "attendance-50x200")
  }

  @Test("A step of the cursor changes little of the picture: no line of text is sent again")
  func cursorIsCheap() throws {
    var grid = try marked().grid(session: 0)
    grid.press("down", "down")
    let before = Raster(grid.frame)
    grid.press("down")
    let changed = Raster(grid.frame).changes(from: before).reduce(0) { $0 + $1.columns.count }
    #expect(changed <= 64)
  }

  @Test("At 24×80 the last learner and the last session are reached and stay in sight")
  func farCorner() throws {
    var grid = try marked().grid()
    grid.press("ctrl-end")
    grid.expect(contains: "یوسفی")
    grid.expect(contains: "جلسهٔ ۱۲ از ۱۲")
    expectSnapshot(grid.picture, named: "attendance-corner")
  }

  @Test("Random keys, pastes and sizes down to 1 × 1 break nothing", arguments: [1, 2])
  func fuzz(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let it = try AttendanceClass(learners: 7)
    var grid = it.grid()
    let keys = [
      "ح", "غ", "ت", "ز", "م", "space", "enter", "esc", "delete", "backspace", "u", "ctrl-r", "f5",
      "f6", "f4", "f3", "f8", "f9", "f12", "/", ":", "1", "۲", "٣", "0", "tab", "shift-tab", "up",
      "down", "left", "right", "page-down", "page-up", "home", "end", "ctrl-home", "ctrl-end",
      "ctrl-left", "ctrl-right", "f2", "ctrl-p", "f1", "س", "-", "comma",
    ]
    for _ in 0..<250 {
      switch random.next() % 20 {
      case 0:
        grid.size = Size(
          rows: 1 + Int(random.next() % 30), columns: 1 + Int(random.next() % 120))
      case 1: grid.paste("\u{202E}۱-۳ غ\u{0007}\u{2066}")
      case 2: grid.click(row: Int(random.next() % 30), column: Int(random.next() % 100))
      case 3: grid.markStale()
      default:
        grid.press(keys[Int(random.next() % UInt64(keys.count))])
      }
      guard !grid.isFinished else {
        grid = it.grid()
        continue
      }
      // Files may be written only where somebody typed a path; none was typed here.
      if grid.title.contains("فهرست") { grid.press("esc", "esc") }
      _ = grid.picture
    }
    #expect(try it.marks(4).allSatisfy { $0 == nil })
  }
}
