import Foundation
import Testing

extension Scratch {
  /// Runs a tool of a Debian package: poppler-utils, qpdf or zbar-tools.
  ///
  /// - Returns: What it wrote; a tool that fails fails the test.
  @discardableResult
  func tool(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"]
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(words): \(text)\(complaint)")
    return text
  }

  /// The text of a PDF as pdftotext copies it, without signs of direction.
  func text(ofPDF path: String, _ options: [String] = []) throws -> String {
    let text = try tool(["pdftotext"] + options + [path, "-"])
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDirection =
        (0x202A...0x202E).contains(scalar.value) || [0x200E, 0x200F].contains(scalar.value)
      if !isDirection { plain.append(scalar) }
    }
    return String(plain)
  }
}
