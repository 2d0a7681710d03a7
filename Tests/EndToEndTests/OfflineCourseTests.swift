import Glibc
import Store
import Testing

/// A course whose manager works offline, from the need to the certificate, through the command line and
/// the keyboard alone.
@Suite("A course with the manager offline")
struct OfflineCourseTests {
  private let folder: TemporaryFolder
  private let server: String
  private let station: String

  init() throws {
    folder = try TemporaryFolder()
    server = try folder.file("server.faragir")
    station = try folder.file("station.faragir")
    let scripts = Repository.file("Tests/EndToEndTests/Scripts")
    #expect(try Run.system(["cp", "-r", scripts, "\(folder.path)/scripts"]) == 0)
    let chain = try text("chain.play")
    let course = try text("course.play")
    let list = try #require(chain.firstRange(of: "# Process 7"))
    try write(String(chain[..<list.lowerBound]), "prepare.steps")
    let rest = course.replacing("include chain.play\n", with: "")
    try write(
      "now 1405/02/12 14:00\nlogin courseManager 2280010011 Rud-Karun-1405\n\(rest)",
      "finish.steps")
  }

  private func text(_ script: String) throws -> String {
    String(
      decoding: try Descriptor.readAll("\(folder.path)/scripts/\(script)"), as: UTF8.self)
  }

  private func write(_ text: String, _ script: String) throws {
    try folder.write(Array(text.utf8), to: "\(folder.path)/scripts/\(script)")
  }

  private func play(_ script: String, on records: String) throws -> String {
    let run = try Run.faragir(
      ["play", "\(folder.path)/scripts/\(script)", "--db", records], within: .seconds(300))
    try #require(run.status == 0, "\(script): \(run.errors)")
    return run.text
  }

  @discardableResult
  private func exchange(_ records: String, _ words: String...) throws -> String {
    let run = try Run.faragir(["exchange"] + words + ["--db", records], in: folder)
    try #require(run.status == 0, "\(words): \(run.errors)")
    return run.text
  }

  private func answer() throws {
    let file = "\(folder.path)/answer"
    try exchange(server, "send", file)
    try exchange(station, "receive", file)
  }

  @Test(
    "S0-12 S0-8 marked offline while the server changed the same class, settled on the screen, and the certificate verifies at both"
  )
  func course() throws {
    let path = folder.path
    _ = try play("prepare.steps", on: server)
    try exchange(station, "key", "\(path)/pub")
    try exchange(server, "enrol", "\(path)/invitation", "--unit", "1601", "--key", "\(path)/pub")
    try exchange(station, "join", "\(path)/invitation")
    _ = try play("offline-station.steps", on: station)
    _ = try play("offline-server.steps", on: server)
    let taken = try exchange(server, "receive", "\(path)/scripts/push")
    #expect(taken.contains("۱ تغییر پذیرفته شد، ۱ ناسازگاری"))
    _ = try play("offline-settle.steps", on: server)
    try exchange(server, "send", "\(path)/scripts/answer")
    _ = try play("offline-after.steps", on: station)
    let screens = try play("finish.steps", on: server)
    try answer()
    let code = try #require(screens.firstMatch(of: /[۰-۹]{5}(?:-[۰-۹]{5}){3}/))
    for records in [server, station] {
      let verdict = try Run.faragir(["verify", String(code.output), "--db", records])
      #expect(verdict.status == 0 && verdict.text.contains("مریم احمدی"), "\(verdict.errors)")
      #expect(try Run.faragir(["check", "--db", records]).status == 0)
    }
  }

  @Test("check finds an accepted entry that somebody changed behind the program's back")
  func tampered() throws {
    _ = try play("office.play", on: server)
    #expect(try Run.faragir(["check", "--db", server]).status == 0)
    try Store.open(at: server).write(at: 1) { records in
      try records.run("DROP TRIGGER store_entry_is_true")
      try records.run("UPDATE store_entry SET reason = 'another' WHERE number = 3")
    }
    let run = try Run.faragir(["check", "--db", server])
    #expect(run.status == 3)
    #expect(run.errors.contains("رویداد شمارهٔ ۳"), "\(run.errors)")
  }
}
