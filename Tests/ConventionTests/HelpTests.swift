import Foundation
import Testing

@Suite("Every screen explains itself")
struct HelpTests {
  /// The names that screens declare; descriptions of imports share one screen.
  private static var screens: Set<String> {
    let declared = Repository.files(in: "Sources/Screens").flatMap { file in
      file.text.matches(of: /static (?:let|var) name(?:: String)? (?:=|\{) "([a-z-]+)"/)
        .map { String($0.output.1) }
    }
    return Set(declared).subtracting(["introduction"])
  }

  @Test("S0-14 each screen has a page of help that says something")
  func pages() {
    #expect(Self.screens.count > 30)
    let pages = Dictionary(
      Repository.files(in: "Assets/Help", endings: [".txt"]).map { file in
        (String(file.path.dropFirst("Assets/Help/".count).dropLast(4)), file.text)
      }, uniquingKeysWith: { first, _ in first })
    for screen in Self.screens.sorted() {
      #expect((pages[screen] ?? "").count > 40, "no help for \(screen)")
    }
    for page in pages.keys.sorted() {
      #expect(Self.screens.contains(page), "help for no screen: \(page)")
    }
  }

  @Test("Every section of the keymap but the common one is that of a screen")
  func sections() {
    let keymap = Repository.files(in: "Keymaps", endings: ["default.keymap"]).first?.text ?? ""
    let sections = keymap.split(separator: "\n").filter { $0.hasPrefix("[") }
      .map { $0.dropFirst().prefix { $0 != "]" } }
    #expect(sections.count > 10)
    for section in sections where section != "common" {
      #expect(Self.screens.contains(String(section)), "\(section)")
    }
  }
}
