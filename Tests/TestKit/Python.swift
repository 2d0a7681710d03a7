import Foundation
import Testing

/// Debian's Python, which reads and writes files with libraries that are not ours (package
/// python3-openpyxl).
public enum Python {
  /// Runs a script, which finds the path in `folder`; one that fails fails the test.
  ///
  /// - Returns: What it printed.
  @discardableResult
  public static func run(_ script: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", "folder = '\(folder)'\n" + script]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.environment = ["PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"]
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "python3 with openpyxl: \(complaint)")
    return text
  }
}
