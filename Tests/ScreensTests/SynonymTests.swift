import Foundation
import Screens
import TerminalKit
import TestKit
import Testing
import UseCases

@Suite("Places are found by other words too")
struct SynonymTests {
  @Test(
    "a word of the desk finds the place where it is dealt with",
    arguments: [
      ("پذیرایی", "دوره‌های درخواستی"), ("بستن کلاس", "اتمام عملیات کلاس"),
      ("ناهار", "دوره‌های درخواستی"),
    ])
  func found(_ word: String, _ place: String) throws {
    var robot = try HomeTests.desk().home("expert")
    robot.press("ctrl-p")
    robot.type(word)
    robot.expect(contains: place)
    robot.expect(lacks: "چیزی پیدا نشد")
  }

  @Test("Every line of the file names a place as the phrases name it")
  func known() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Screens/Phrases")
    let phrases = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let text = String(decoding: try Office.asset("Terms/synonyms.txt"), as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let title = line.split(separator: ":").first.map(String.init) ?? ""
      #expect(phrases.contains("\"\(title)\""), "\(title)")
    }
  }
}
