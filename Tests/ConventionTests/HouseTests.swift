import Foundation
import Testing

@Suite("The house keeps its own rules")
struct HouseTests {
  /// Who may import whom: arrows of README's picture, and nothing that SwiftPM lets through.
  static let imports: [String: Set<String>] = [
    "Persian": ["Synchronization", "Glibc"],
    "Training": ["Persian", "FoundationEssentials"],
    "Store": [
      "CSQLite", "CCrypt", "Training", "Persian", "FoundationEssentials", "Synchronization",
      "Glibc",
    ],
    "Interchange": ["CZlib", "Training", "Persian", "FoundationEssentials", "Glibc"],
    "UseCases": [
      "Store", "Interchange", "Training", "Persian", "FoundationEssentials", "Synchronization",
    ],
    "TerminalKit": ["Persian", "Glibc", "Synchronization"],
    "CursesTerminal": ["CNcurses", "TerminalKit", "Persian", "Glibc", "Synchronization"],
    "Screens": [
      "TerminalKit", "UseCases", "Interchange", "Store", "Training", "Persian",
      "FoundationEssentials", "Synchronization",
    ],
    "faragir": [
      "Screens", "CursesTerminal", "TerminalKit", "UseCases", "Interchange", "Store", "Training",
      "Persian", "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "unicode-tables": ["Glibc", "FoundationEssentials"],
  ]

  @Test("Every module imports only what lies below it")
  func directions() {
    for file in Repository.files(in: "Sources") {
      let allowed = Self.imports[file.module] ?? []
      for line in file.lines {
        let words = line.split(separator: " ").map(String.init)
        let access: Set = ["public", "package", "internal", "private"]
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy(access.contains)
        else { continue }
        #expect(allowed.contains(words[place + 1]), "\(file.path): \(line)")
      }
    }
  }

  @Test("No Swift file is longer than 400 lines, tables and phrases excepted")
  func fileSizes() {
    for file in Repository.files(in: "Sources") + Repository.files(in: "Tests") {
      let isTable = file.path.contains("/Phrases/") || file.path.contains("Table")
      #expect(isTable || file.lines.count <= 401, "\(file.path): \(file.lines.count) lines")
    }
  }

  @Test("No function is longer than 60 lines")
  func functionSizes() {
    for file in Repository.files(in: "Sources") where !file.path.contains("/Phrases/") {
      for function in functions(in: file) {
        #expect(
          function.length <= 60, "\(file.path):\(function.line) has \(function.length) lines")
      }
    }
  }

  /// Functions and initialisers by indentation, which swift-format guarantees.
  private func functions(in file: Repository.File) -> [(line: Int, length: Int)] {
    var found: [(line: Int, length: Int)] = []
    let lines = file.lines
    for (number, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " }
      let indent = line.count - trimmed.count
      let words = trimmed.split(separator: " ").prefix(5)
      let starts = words.contains("func") || words.contains { $0.hasPrefix("init(") }
      let isOneLine = trimmed.hasSuffix("}") && trimmed.contains("{")
      guard starts, !isOneLine, !trimmed.hasPrefix("//") else { continue }
      let closing = String(repeating: " ", count: indent) + "}"
      guard let end = lines[number...].firstIndex(where: { $0.hasPrefix(closing) }) else {
        continue
      }
      // A declaration without a body (a requirement of a protocol) ends where another begins.
      let between = lines[number...min(number + 6, end)].contains { $0.hasSuffix("{") }
      if between { found.append((number + 1, end - number + 1)) }
    }
    return found
  }

  @Test("Nothing forces, silences or leaves the closed list")
  func forbiddenWords() {
    let forbidden = [
      "@unchecked " + "Sendable", "nonisolated(" + "unsafe)", "@pre" + "concurrency", "try" + "! ",
      " as" + "! ", "import Foundation\n", "Foundation" + "XML", "fatal" + "Error(",
    ]
    for file in Repository.files(in: "Sources") {
      for word in forbidden {
        #expect(!file.text.contains(word), "\(file.path): \(word)")
      }
    }
  }

  @Test("Persian sentences stand only in phrases, assets and the text engine's own tables")
  func persianLetters() {
    let homes = ["Sources/Persian/", "Sources/Screens/Phrases/", "Sources/unicode-tables/"]
    for file in Repository.files(in: "Sources")
    where !homes.contains(where: { file.path.hasPrefix($0) }) {
      for (number, line) in file.lines.enumerated() {
        let code = line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
        let hasPersian = code.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
        #expect(!hasPersian, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test("S0-14 ids of requirements stand in no phrase, help page, guide or paper")
  func noIDsOnScreens() {
    let id = /\b(?:S[0-5]-\d|SM-\d)/
    let texts =
      Repository.files(in: "Assets/Help", endings: [".txt"])
      + Repository.files(in: "Assets/Guides", endings: [".txt"])
      + Repository.files(in: "Assets/Layouts", endings: [".txt"])
    for file in texts {
      for line in file.lines where !line.hasPrefix("#") {
        #expect(line.firstMatch(of: id) == nil, "\(file.path): \(line)")
      }
    }
    for file in Repository.files(in: "Sources/Screens/Phrases") {
      for line in file.lines where !line.drop(while: \.isWhitespace).hasPrefix("//") {
        let code = line.firstRange(of: " //").map { line[..<$0.lowerBound] } ?? line
        #expect(code.firstMatch(of: id) == nil, "\(file.path): \(line)")
      }
    }
  }

  @Test("Nothing refers to a file outside the repository's own machine-independent places")
  func noForeignPaths() {
    let all =
      Repository.files(in: "Sources") + Repository.files(in: "Tests")
      + Repository.files(in: "Assets", endings: [".json", ".txt", ".md"])
    for file in all {
      for path in ["/" + "work/", ".." + "/shared", "/home/" + "runner"] {
        #expect(!file.text.contains(path), "\(file.path): \(path)")
      }
    }
  }

  @Test("The top level holds what it may hold and nothing else")
  func topLevel() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
      .filter { !$0.hasPrefix(".") }
    #expect(
      Set(names).subtracting(["Package.resolved"])
        == ["Package.swift", "Sources", "Tests", "Assets", "Keymaps", "README.md"])
  }

  @Test("swift format lint --strict is clean")
  func format() throws {
    let lint = try Repository.run(
      [
        "swift", "format", "lint", "--recursive", "--strict", "Sources", "Tests", "Package.swift",
      ])
    #expect(lint.status == 0, "\(lint.output.prefix(2000))")
  }
}
