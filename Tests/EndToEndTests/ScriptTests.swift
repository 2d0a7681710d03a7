import Glibc
import Testing

/// The portal worked through by the keyboard alone, from empty records: one script for each process.
@Suite("Scripts of the processes")
struct ScriptTests {
  private static let folder = Repository.file("Tests/EndToEndTests/Scripts")

  /// Every file of the folder.
  private static let files: [String] = {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }()

  private static let scripts = files.filter { $0.hasSuffix(".play") }

  @Test("S0-20 every script plays to its end, on empty records or the sample", arguments: scripts)
  func plays(script: String) throws {
    // In a folder of their own: what a script saves stands beside what it reads.
    let folder = try TemporaryFolder()
    for file in Self.files {
      try folder.write(
        try Descriptor.readAll("\(Self.folder)/\(file)"), to: try folder.file(file))
    }
    // What begins with "demo" walks the sample records of one day.
    let records = script.hasPrefix("demo") ? ["--now", "1403/07/07"] : ["--empty"]
    let run = try Run.faragir(
      ["play", "\(folder.path)/\(script)"] + records, in: folder, within: .seconds(300))
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("The folder of scripts is found")
  func found() { #expect(Self.scripts.contains("office.play")) }
}
