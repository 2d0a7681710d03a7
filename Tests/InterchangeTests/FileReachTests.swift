import Foundation
import Interchange
import Testing

@Suite("Which files a person may name")
struct FileReachTests {
  private let scratch: Scratch
  private let folder: PersonalFolder

  init() throws {
    scratch = try Scratch()
    folder = PersonalFolder(scratch.path("own"))
    try folder.make()
  }

  @Test("A name of a file is visible, with a letter or digit, and neither hidden nor a path")
  func names() {
    for name in ["list.xlsx", "گزارش‌های مهر ۱۴۰۳.pdf", "7", "$(touch x)"] {
      #expect(FileName.isSane(name), "\(name)")
    }
    for name in [
      "", ".", "..", ".ssh", "-rf", "a/b", "a\\b", "a\nb", "a\u{1B}[2J", "a\u{7F}", "a\u{202E}b",
      "a\u{2066}b", "a\u{200F}", "a\u{2028}b", " a", "a ", "…", "---",
      String(repeating: "x", count: 300),
    ] {
      #expect(!FileName.isSane(name), "\(name.debugDescription)")
    }
  }

  @Test("On a server only what lies beneath the folder can be named, and no link leads out")
  func folderReach() throws {
    let reach = FileReach.folder(folder)
    let outside = FileProblem.outside(folder: folder.path)
    try scratch.write([1], to: "other")
    for (name, target) in [("link", "/etc/passwd"), ("way", "/etc"), ("own-link", "x")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    for path in [
      "../other", "/etc/passwd", scratch.path("other"), "\(folder.path)/../other", "a/../../other",
      "link", "way/passwd", "own-link", ".profile", "\(folder.path)x/a", "/", folder.path,
    ] {
      #expect(throws: outside, "\(path)") { try reach.source(path) }
      #expect(throws: (any Error).self, "\(path)") { try reach.target(path) }
    }
    let place = try reach.target("list.pdf")
    #expect(place.path == "\(folder.path)/list.pdf" && !place.isThere)
    try Data([1]).write(to: URL(fileURLWithPath: place.path))
    #expect(try reach.target("\(folder.path)/./list.pdf").isThere)
    #expect(try reach.source("list.pdf") == place.path)
    #expect(try folder.items().map(\.name) == ["list.pdf"])
  }

  @Test("Anywhere else a file goes into a folder that is there, and a folder is no file")
  func anywhere() throws {
    let reach = FileReach.anywhere
    #expect(try reach.source("/etc/passwd") == "/etc/passwd")
    #expect(throws: FileProblem.missing(path: scratch.path("none"))) {
      try reach.target(scratch.path("none") + "/a.txt")
    }
    #expect(throws: FileProblem.notAFile(path: folder.path)) { try reach.target(folder.path) }
    #expect(throws: FileProblem.notAFile(path: "/dev/null")) { try reach.target("/dev/null") }
    #expect(throws: FileProblem.badName("…")) { try reach.target(scratch.path("…")) }
    let there = try scratch.write([1], to: "there.txt")
    #expect(try reach.target(there).isThere)
    #expect(try !reach.target(scratch.path("new.txt")).isThere)
  }

  @Test("A file comes in whole under a name that is free, or not at all")
  func incoming() throws {
    func bring(_ name: String, _ bytes: [UInt8], _ limits: PersonalFolder.Limits) throws {
      let file = try folder.begin(name, limits: limits)
      try bytes.withUnsafeBytes { try file.write($0) }
      try file.finish()
    }
    let limits = PersonalFolder.Limits(file: 10, folder: 25)
    try bring("a", Array(repeating: 1, count: 10), limits)
    #expect(throws: FileProblem.exists(path: "a")) { try bring("a", [2], limits) }
    #expect(throws: FileProblem.tooLarge(bytes: 11, limit: 10)) {
      try bring("b", Array(repeating: 1, count: 11), limits)
    }
    try bring("b", Array(repeating: 1, count: 10), limits)
    // What is left of the folder is less than a file may be.
    #expect(throws: FileProblem.tooLarge(bytes: 6, limit: 5)) {
      try bring("c", Array(repeating: 1, count: 6), limits)
    }
    try bring("c", Array(repeating: 1, count: 5), limits)
    #expect(throws: FileProblem.folderFull(bytes: 25, limit: 25)) { try bring("d", [1], limits) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["a", "b", "c"])
    var bytes: [UInt8] = []
    #expect(try folder.read("a") { bytes += $0 } == 10)
    #expect(bytes == Array(repeating: 1, count: 10))
  }
}
