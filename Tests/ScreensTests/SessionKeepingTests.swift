import Screens
import Store
import Synchronization
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Sessions that nobody is at, that end, and that come back")
struct SessionKeepingTests {
  /// What a person's own file holds.
  private final class File: Sendable {
    private let kept = Mutex<[UInt8]?>(nil)
    var bytes: [UInt8]? { kept.withLock { $0 } }
    func write(_ bytes: [UInt8]) { kept.withLock { $0 = bytes } }
  }

  private let office: Office
  private let file = File()

  init() throws {
    office = try Office()
    _ = try office.signIn(.expert, as: "sara")
  }

  /// One session of the expert, as far as the page after the login.
  private func session() throws -> Robot<Portal> {
    let portal = Portal(
      store: office.portal.store, clock: office.portal.clock,
      drafts: DraftShelf(read: { [file] in file.bytes }, write: { [file] in file.write($0) })
    ) { try Office.asset($0) }
    var robot = Robot(
      StartScreen(), in: portal, chrome: .portal(), recordsVersion: { $0.store.version })
    robot.press("down", "enter")
    robot.logIn("sara", Office.password)
    return robot
  }

  private func openForm(_ robot: inout Robot<Portal>) {
    robot.press("ctrl-p")
    robot.type("کارها")
    robot.press("enter", "f4")
  }

  private func keep(_ robot: Robot<Portal>) {
    robot.environment.keep(robot.stack.unfinished.map { ($0.key, $0.title, $0.fields) })
  }

  @Test("A form that was half filled when the line was cut is announced and comes back as it was")
  func drafts() throws {
    var first = try session()
    openForm(&first)
    #expect(first.stack.unfinished.isEmpty)
    first.type("سرکشی به کلاس")
    first.press("tab", "tab")
    first.type("نادرست")
    let open = first.stack.unfinished
    #expect(open.count == 1 && open[0].fields.values.contains("سرکشی به کلاس"))
    keep(first)
    // The line is cut here; the person comes again.
    var second = try session()
    second.expect(contains: "نیمه‌کاره مانده است: «سپردن کار»")
    openForm(&second)
    second.expect(contains: "بازگشت")
    second.expect(contains: "سرکشی به کلاس")
    second.expect(contains: "نادرست")
    #expect(second.stack.unfinished == open)
    // Thrown away, it is gone for good.
    keep(second)
    second.press("esc", "left", "enter")
    #expect(second.stack.unfinished.isEmpty, "\(second.picture)")
    keep(second)
    var third = try session()
    third.expect(lacks: "نیمه‌کاره")
    openForm(&third)
    third.expect(lacks: "سرکشی")
    // Nobody else who uses the same machine finds it.
    keep(first)
    _ = try office.signIn(.expert, as: "reza")
    let other = Portal(
      store: office.portal.store, clock: office.portal.clock,
      drafts: DraftShelf(read: { [file] in file.bytes }, write: { _ in }))
    other.signIn(try office.signIn(.expert, as: "reza"))
    #expect(other.waitingDrafts.isEmpty)
    other.signIn(try office.signIn(.expert, as: "sara"))
    #expect(other.waitingDrafts == ["سپردن کار"])
  }

  @Test("A locked screen shows and does nothing of what is below, and the password gives it back")
  func lock() throws {
    var robot = try session()
    openForm(&robot)
    robot.type("سرکشی به کلاس")
    robot.open(LockScreen())
    robot.expect(contains: "صفحه قفل است")
    robot.expect(lacks: "سرکشی")
    robot.press("ctrl-p", "f1", "esc", "f2")
    #expect(robot.title == "صفحه قفل است")
    // Nothing opens over it, whatever the work below brings.
    robot.open(WhyScreen(title: "پاسخ کاری دراز", []))
    #expect(robot.title == "صفحه قفل است")
    robot.type("نادرست")
    robot.press("enter")
    #expect(robot.title == "صفحه قفل است")
    robot.expect(contains: "رمز اشتباه است")
    let failures = try office.portal.store.read { records in
      try records.value("SELECT count(*) FROM local_login_attempt WHERE username = 'sara'") as Int
    }
    #expect(failures == 1)
    robot.type(Office.password)
    robot.press("enter")
    #expect(robot.title == "پاسخ کاری دراز")
    robot.press("esc")
    robot.expect(contains: "سرکشی به کلاس")
  }

  @Test("The keeper locks after a while without a key, warns before the end, and ends the session")
  func keeper() throws {
    let portal = office.portal
    let actor = try office.signIn(.expert, as: "sara")
    func duties(_ keeper: SessionKeeper, idle: Int = 0) -> [String] {
      keeper.look(portal, idle: .seconds(idle)).map { duty in
        switch duty {
        case .cover(let screen): "cover \(screen.title)"
        case .notice(let text): text
        case .end: "end"
        }
      }
    }
    let locking = SessionKeeper(lockAfter: .seconds(60), endAfter: nil)
    #expect(duties(locking, idle: 59).isEmpty)
    #expect(duties(locking, idle: 60) == ["cover صفحه قفل است"])
    portal.signOut()
    #expect(duties(locking, idle: 600).isEmpty)
    portal.signIn(actor)
    #expect(duties(SessionKeeper(lockAfter: nil, endAfter: nil), idle: 1_000_000).isEmpty)
    let long = SessionKeeper(lockAfter: nil, endAfter: .seconds(3600))
    #expect(duties(long).isEmpty)
    let short = SessionKeeper(lockAfter: nil, endAfter: .seconds(240))
    #expect(duties(short)[0].contains("۴ دقیقهٔ دیگر پایان می‌یابد"))
    #expect(duties(short).isEmpty)
    #expect(duties(SessionKeeper(lockAfter: nil, endAfter: .zero)) == ["end"])
  }
}
