import Foundation

/// The checked-out sources, found from this file's own place.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File {
    /// Relative to the root, `Sources/Store/Store.swift`.
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The target the file belongs to.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  /// Every text file under `folder` whose name ends in one of `endings`, in the order of paths.
  static func files(in folder: String, endings: [String] = [".swift"]) -> [File] {
    let base = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return walk.compactMap { $0 as? String }.sorted()
      .filter { name in endings.contains { name.hasSuffix($0) } }
      .compactMap { name in
        (try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8))
          .map { File(path: "\(folder)/\(name)", text: $0) }
      }
  }

  /// Runs a command in the root; its output and errors together, and its status.
  static func run(_ command: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = root
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}
