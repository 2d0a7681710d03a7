import Glibc
import Testing

/// The portal worked through by the keyboard alone, from empty records: one script for each process.
@Suite("Scripts of the processes")
struct ScriptTests {
  private static let folder = Repository.file("Tests/EndToEndTests/Scripts")

  /// Every script of the folder.
  private static let scripts: [String] = {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".play") { names.append(name) }
    }
    return names.sorted()
  }()

  @Test("S0-20 every script plays to its end on empty records", arguments: scripts)
  func plays(script: String) throws {
    let run = try Run.faragir(
      ["play", "\(Self.folder)/\(script)", "--empty"], within: .seconds(300))
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("The folder of scripts is found")
  func found() { #expect(Self.scripts.contains("office.play")) }
}
