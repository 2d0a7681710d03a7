import Foundation
import Interchange
import Persian
import TestKit
import Testing
import Training

/// A folder of its own for one test, gone with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      component: "interchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appending(component: name).path }

  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: folder.appending(component: name))
    return path(name)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(component: name)))
  }

  /// Runs a script with Debian's Python, which has openpyxl (package python3-openpyxl).
  ///
  /// The script finds the folder in `folder`; a script that fails fails the test.
  @discardableResult
  func python(_ script: String) throws -> String {
    try Python.run(script, in: folder.path)
  }
}

/// All rows of a file.
func rows(of path: String, sheet: String? = nil, limits: FileLimits = .standard) throws -> [Sheet
  .Row]
{
  var rows: [Sheet.Row] = []
  try TableFile(path: path, limits: limits).rows(ofSheet: sheet) { row in
    rows.append(row)
    return true
  }
  return rows
}

/// The problem that reading a file ends with; nil when it can be read.
func problem(with path: String, limits: FileLimits = .standard) -> FileProblem? {
  do {
    _ = try rows(of: path, limits: limits)
    return nil
  } catch {
    return error as? FileProblem
  }
}
