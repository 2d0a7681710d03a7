import Foundation
import Interchange
import Testing

@Suite("The folder out of which public forms take files")
struct IntakeTests {
  /// A folder for one test with a file beside it; the folder's own name is a link, as a home may be.
  private final class Place {
    let root: String
    var intake: IntakeFolder { IntakeFolder("\(root)/intake") }

    init() throws {
      let files = FileManager.default
      root = files.temporaryDirectory.appendingPathComponent("intake-\(UUID().uuidString)").path
      try files.createDirectory(
        atPath: "\(root)/real/papers", withIntermediateDirectories: true)
      try files.createSymbolicLink(
        atPath: "\(root)/intake", withDestinationPath: "\(root)/real")
      try write("real/decree.pdf", "%PDF-1")
      try write("real/papers/diploma.pdf", "%PDF-22")
      try write("outside.pdf", "%PDF-of somebody else")
    }

    func write(_ name: String, _ text: String) throws {
      try text.write(toFile: "\(root)/\(name)", atomically: false, encoding: .utf8)
    }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: "\(root)/\(name)", withDestinationPath: target)
    }

    func size(_ typed: String, limit: Int = 100) throws -> Int {
      try intake.read(typed, limit: limit).count
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }
  }

  @Test("S0-6 a file of the folder is taken by its name, its folder's, or its whole path")
  func taken() throws {
    let it = try Place()
    #expect(try it.size("decree.pdf") == 6)
    #expect(try it.size("papers/diploma.pdf") == 7)
    #expect(try it.size("papers/../decree.pdf") == 6)
    #expect(try it.size("\(it.root)/intake/decree.pdf") == 6)
    #expect(try it.size("\(it.root)/real/decree.pdf") == 6)
    try it.link("real/link.pdf", to: "papers/diploma.pdf")
    #expect(try it.size("link.pdf") == 7, "a link that stays in the folder is one of its files")
  }

  @Test(
    "S0-6 what lies elsewhere is refused, whether it is there or not",
    arguments: [
      "/etc/passwd", "/etc/no-such-file", "../outside.pdf", "papers/../../outside.pdf", "..",
      "/", "", ".", "/proc/self/environ",
    ])
  func elsewhere(typed: String) throws {
    let it = try Place()
    #expect(throws: FileProblem.outside(folder: it.intake.path)) { try it.size(typed) }
    let beside = "\(it.root)/outside.pdf"
    #expect(throws: FileProblem.outside(folder: it.intake.path)) { try it.size(beside) }
  }

  @Test("S0-6 links that lead out of the folder are refused, of files and of folders")
  func links() throws {
    let it = try Place()
    let outside = FileProblem.outside(folder: it.intake.path)
    try it.link("real/innocent.pdf", to: "\(it.root)/outside.pdf")
    try it.link("real/relative.pdf", to: "../outside.pdf")
    try it.link("real/away", to: it.root)
    try it.link("real/chain.pdf", to: "innocent.pdf")
    for name in ["innocent.pdf", "relative.pdf", "away/outside.pdf", "chain.pdf"] {
      #expect(throws: outside, "\(name)") { try it.size(name) }
    }
  }

  @Test("S0-6 hidden files and those in hidden folders are not to be named")
  func hidden() throws {
    let it = try Place()
    try FileManager.default.createDirectory(
      atPath: "\(it.root)/real/.ssh", withIntermediateDirectories: false)
    try it.write("real/.ssh/key.pdf", "%PDF-key")
    try it.write("real/.secret.pdf", "%PDF-secret")
    try it.link("real/plain.pdf", to: ".secret.pdf")
    for name in [".ssh/key.pdf", ".secret.pdf", "plain.pdf"] {
      #expect(throws: FileProblem.outside(folder: it.intake.path)) { try it.size(name) }
    }
  }

  @Test("S0-6 folders, devices and pipes are refused without waiting for them")
  func notFiles() throws {
    let it = try Place()
    #expect(mkfifo("\(it.root)/real/pipe.pdf", 0o600) == 0)
    for name in ["pipe.pdf", "papers"] {
      let path = try #require(realpath("\(it.root)/real/\(name)", nil))
      defer { free(path) }
      #expect(throws: FileProblem.notAFile(path: String(cString: path))) { try it.size(name) }
    }
    let devices = IntakeFolder("/dev")
    #expect(throws: FileProblem.notAFile(path: "/dev/zero")) {
      try devices.read("zero", limit: 10)
    }
  }

  @Test(
    "S0-6 a file as large as the limit is taken, one byte more is not; empty and missing are told")
  func sizes() throws {
    let it = try Place()
    #expect(try it.size("decree.pdf", limit: 6) == 6)
    #expect(throws: FileProblem.tooLarge(bytes: 6, limit: 5)) {
      try it.size("decree.pdf", limit: 5)
    }
    try it.write("real/empty.pdf", "")
    #expect(throws: FileProblem.empty) { try it.size("empty.pdf") }
    #expect(throws: FileProblem.missing(path: "no.pdf")) { try it.size("no.pdf") }
    let nowhere = IntakeFolder("\(it.root)/no-folder")
    #expect(throws: FileProblem.outside(folder: nowhere.path)) {
      try nowhere.read("decree.pdf", limit: 10)
    }
  }
}
