import Foundation
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

/// The frames of README's tour, between marks that carry their names.
@Suite("README's tour")
struct TourTests {
  private static let readme = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("README.md")

  private static func frames() throws -> [(name: String, picture: String)] {
    let desk = try HomeTests.desk()
    var frames: [(name: String, picture: String)] = []
    for user in ["expert", "province", "manager", "learner"] {
      frames.append(("home-\(user)", desk.home(user).picture))
    }
    var robot = desk.home("expert")
    for (name, title) in [("radar", "مهلت‌ها"), ("monitor", "پایش فرایندها")] {
      robot.press("ctrl-p")
      robot.type(title)
      robot.press("enter")
      frames.append((name, robot.picture))
      robot.press("esc")
    }
    robot.press("ctrl-p")
    robot.type("جست‌وجو")
    robot.press("enter")
    robot.type("احمدی")
    frames.append(("search", robot.picture))
    robot.press("esc")
    robot.press("ctrl-p")
    robot.type("معرفی فراگیران")
    robot.press("enter", "enter")
    frames.append(("enrolment", robot.picture))
    return frames.map { ($0.name, compact($0.picture)) }
  }

  /// A picture without the rows that hold nothing but the line between its parts.
  private static func compact(_ picture: String) -> String {
    picture.split(separator: "\n").filter { row in
      row.contains { $0 != " " && $0 != "│" }
    }.joined(separator: "\n")
  }

  @Test("S1-3 S0-15 S0-16 README shows the portal's main screens as they are")
  func tour() throws {
    var readme = try String(contentsOf: Self.readme, encoding: .utf8)
    for (name, picture) in try Self.frames() {
      let block = "<!-- frame \(name) -->\n```\n\(picture)\n```\n<!-- end -->"
      guard let start = readme.range(of: "<!-- frame \(name) -->"),
        let end = readme.range(of: "<!-- end -->", range: start.upperBound..<readme.endIndex)
      else {
        Issue.record("README has no frame \(name)")
        continue
      }
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        readme.replaceSubrange(start.lowerBound..<end.upperBound, with: block)
      } else {
        #expect(readme[start.lowerBound..<end.upperBound] == block, "\(name) is stale: RECORD=1")
      }
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try readme.write(to: Self.readme, atomically: true, encoding: .utf8)
    }
  }
}
