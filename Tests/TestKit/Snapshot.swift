public import Testing

import Foundation

/// Compares `text` with the file `Snapshots/<name>.txt` beside the test.
///
/// With RECORD=1 in the environment the file is rewritten. A missing file is written and fails,
/// so that nobody forgets to look at it.
public func expectSnapshot(
  _ text: String, named name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let place = folder.appendingPathComponent("\(name).txt")
  // Numbers of records are drawn at random, with each file: zeros stand for them.
  let number = String(repeating: "۰", count: 19)
  let actual = (text.hasSuffix("\n") ? text : text + "\n")
    .replacing(/[۰-۹]{16,19}/, with: number)
  let stored = try? String(contentsOf: place, encoding: .utf8)
  let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
  if stored == nil || isRecording {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try actual.write(to: place, atomically: true, encoding: .utf8)
    } catch {
      Issue.record("\(place.path): \(error)", sourceLocation: sourceLocation)
    }
  }
  guard !isRecording else { return }
  guard let stored else {
    Issue.record("\(name) was not stored; it is now: look at it", sourceLocation: sourceLocation)
    return
  }
  #expect(
    actual == stored, "\(name) differs:\n\(difference(stored, actual))",
    sourceLocation: sourceLocation)
}

/// The lines that differ, stored ones with `-`, new ones with `+`.
private func difference(_ stored: String, _ actual: String) -> String {
  let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  return (0..<max(old.count, new.count)).flatMap { index -> [String] in
    let (before, after) = (
      index < old.count ? old[index] : "", index < new.count ? new[index] : ""
    )
    return before == after ? [] : ["-\(index + 1) \(before)", "+\(index + 1) \(after)"]
  }.joined(separator: "\n")
}
