import Glibc

/// The built program, beside the test bundle that is running.
enum Product {
  static let folder: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)])
  }()

  static let executable = folder + "/faragir"

  /// What a child sees of the environment: nothing of the person who runs the tests but the path
  /// to system tools.
  static func environment(
    home: String, terminal: String = "xterm-256color", _ more: [String: String] = [:]
  ) -> [String: String] {
    let own = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8",
      "TERM": terminal,
    ]
    return own.merging(more) { $1 }
  }
}

/// A folder of its own for one test, removed with everything in it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/faragir-test.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw HarnessError("mkdtemp: errno \(errno)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = try? Run.system(["rm", "-rf", "--", path]) }

  func file(_ name: String, _ text: String? = nil) throws -> String {
    let place = "\(path)/\(name)"
    if let text { try write(Array(text.utf8), to: place) }
    return place
  }

  func write(_ bytes: [UInt8], to place: String) throws {
    let descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw HarnessError("open \(place): errno \(errno)") }
    defer { close(descriptor) }
    try Descriptor.writeAll(bytes, to: descriptor)
  }
}

/// The harness itself, not the product, has failed.
struct HarnessError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The checked-out sources, found from this file's own place.
enum Repository {
  static func file(_ path: String) -> String {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/" + path
  }
}
