import Glibc

/// A folder that is removed with its files when nobody holds it.
final class TemporaryFolder {
  let path: String

  /// Makes the folder in another one, that of temporary files where none is named.
  init(in parent: String? = nil) throws(FileProblem) {
    let base = parent ?? Locations.variable("TMPDIR") ?? "/tmp"
    var template = Array("\(base)/faragir.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileProblem(path: base, error: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    // A name that cannot be read or removed is left to the system's cleaning of temporary files.
    for name in (try? FileBytes.names(in: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
