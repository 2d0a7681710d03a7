import Foundation
import Interchange
import Screens
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Files on a server, as the screens take and give them")
struct ConfinedFilesTests {
  private let folder: TemporaryFolder
  private let own: PersonalFolder
  private let portal: Portal

  init() throws {
    folder = try TemporaryFolder()
    own = PersonalFolder("\(folder.path)/own")
    try own.make()
    portal = Portal(
      store: try Store.open(at: ":memory:"), clock: .fixed(Office.today), files: .folder(own)
    ) { try Office.asset($0) }
  }

  private func sheet() -> Robot<Portal> {
    let sheet = Sheet(title: "فهرست", columns: [Sheet.Column("نام")], rows: [])
    return Robot(SheetScreen([sheet]), in: portal)
  }

  private func save(_ robot: inout Robot<Portal>, _ path: String) {
    robot.press("f3", "ctrl-u")
    robot.type(path)
    robot.press("enter")
  }

  @Test("A list is saved in the person's folder and nowhere else")
  func saving() throws {
    var robot = sheet()
    for path in ["/etc/list.csv", "../list.csv", "\(folder.path)/list.csv"] {
      save(&robot, path)
      robot.expect(contains: "تنها پرونده‌های پوشهٔ")
    }
    save(&robot, "list.csv")
    robot.expect(contains: "ذخیره شد")
    #expect(try own.items().map(\.name) == ["list.csv"])
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/list.csv"))
  }

  @Test("A name that is none is refused, and a file that is there is asked about first")
  func names() throws {
    var robot = sheet()
    save(&robot, "…")
    robot.expect(contains: "نام درستی برای پرونده نیست")
    save(&robot, "none/list.csv")
    robot.expect(contains: "پوشه‌ای به نشانی")
    save(&robot, "list.csv")
    let first = try Data(contentsOf: URL(fileURLWithPath: own.path + "/list.csv"))
    try Data([1]).write(to: URL(fileURLWithPath: own.path + "/list.csv"))
    save(&robot, "list.csv")
    robot.press("esc")
    #expect(try own.items().map(\.bytes) == [1])
    save(&robot, "list.csv")
    robot.press("left", "enter")
    #expect(try Data(contentsOf: URL(fileURLWithPath: own.path + "/list.csv")) == first)
  }

  @Test("A list is read from the person's folder and nowhere else")
  func reading() throws {
    var robot = Robot(ImportScreen(PeopleImport()), in: portal)
    for path in ["/etc/passwd", "../x.csv"] {
      robot.press("ctrl-u")
      robot.type(path)
      robot.press("enter")
      robot.expect(contains: "تنها پرونده‌های پوشهٔ")
    }
    robot.press("ctrl-u")
    robot.type("missing.csv")
    robot.press("enter")
    robot.expect(contains: "پرونده‌ای به این نشانی نیست")
  }
}
