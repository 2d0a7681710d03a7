import Foundation
import Screens
import TerminalKit
import TestKit
import Testing

@Suite("Every screen has its keys and its help")
struct CatalogTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The sections of a keymap file with the names they bind, read without the program's parser.
  private static func bindings(_ file: String) throws -> [String: Set<String>] {
    var section = ""
    var found: [String: Set<String>] = [:]
    for line in try text("Keymaps/\(file).keymap").split(separator: "\n") {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        section = String(line[line.index(after: line.startIndex)..<end])
      } else if !line.hasPrefix("#"), let sign = line.firstIndex(of: "=") {
        found[section, default: []].insert(
          line[..<sign].trimmingCharacters(in: .whitespaces))
      }
    }
    return found
  }

  @Test("The shipped keymap binds every command of every screen, and nothing else")
  func keymapIsComplete() throws {
    var bound = try Self.bindings("default")
    let common = bound.removeValue(forKey: "common")
    let known = Set(Navigation.allCases.map(\.rawValue) + ShellCommand.allCases.map(\.rawValue))
    #expect(common == known)
    let commands = Catalog.commands.filter { !$0.value.isEmpty }
    #expect(Set(bound.keys) == Set(commands.keys))
    for (name, wanted) in commands { #expect(bound[name] == wanted, "[\(name)]") }
  }

  @Test("Every screen that declares a name is in the catalogue")
  func catalogueIsComplete() throws {
    let folder = Self.root.appendingPathComponent("Sources/Screens")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var declared: Set<String> = []
    for file in files ?? [] where file.hasSuffix(".swift") {
      let text = try Self.text("Sources/Screens/\(file)")
      for match in text.matches(of: /static (?:let|var) name(?:: String)? (?:=|\{) "([a-z-]+)"/) {
        declared.insert(String(match.output.1))
      }
    }
    // The descriptions of imports share one screen.
    #expect(
      declared.subtracting(["introduction", "past-courses", "decrees", "appointments", "completed"])
        == Set(Catalog.screens.map { $0.name }))
  }

  @Test("S0-14 every screen has a help page, and no help page is left over")
  func helpIsComplete() throws {
    let pages = try FileManager.default
      .contentsOfDirectory(atPath: Self.root.appendingPathComponent("Assets/Help").path)
    #expect(
      Set(pages) == Set(Catalog.helpPages.map { $0 + ".txt" }),
      "\(Set(pages).symmetricDifference(Catalog.helpPages.map { $0 + ".txt" }).sorted())")
    for page in pages {
      let text = try Self.text("Assets/Help/\(page)")
      #expect(text.count > 40, "\(page)")
    }
  }

  @Test("README shows the attendance grid as it is")
  func readmeScreen() throws {
    let picture = try Self.text("Tests/ScreensTests/Snapshots/attendance-24x80.txt")
    let readme = try Self.text("README.md")
    #expect(readme.contains(picture.trimmingCharacters(in: .newlines)))
  }

  @Test("README lists the keys that work everywhere and those of the grid as the keymap has them")
  func readmeKeys() throws {
    let readme = try Self.text("README.md")
    var section = ""
    for line in try Self.text("Keymaps/default.keymap").split(separator: "\n") {
      if line.hasPrefix("[") { section = String(line) }
      guard ["[common]", "[attendance]"].contains(section), !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else { continue }
      #expect(readme.contains("| `\(parts[0])` | \(parts[1]) |"), "\(section) \(parts)")
    }
  }
}
