/// A file of rows as PostgreSQL's `COPY … FROM` reads them in its text form.
public final class CopyFile {
  public enum Cell: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
  }

  private let sink: FileSink
  public private(set) var rows = 0

  public init(path: String) throws(FileProblem) { sink = try FileSink(path: path) }

  public func add(_ cells: [Cell]) throws(FileProblem) {
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(UInt8(ascii: "\t")) }
      Self.append(cell, to: &line)
    }
    line.append(UInt8(ascii: "\n"))
    try sink.write(line)
    rows += 1
  }

  /// Gives the file its name, once it is whole and on the disk.
  public func finish() throws(FileProblem) { try sink.finish() }

  private static func append(_ cell: Cell, to line: inout [UInt8]) {
    switch cell {
    case .null: line += "\\N".utf8
    case .integer(let value): line += String(value).utf8
    case .real(let value): line += "\(value)".utf8
    case .text(let text): for byte in text.utf8 { append(byte, to: &line) }
    case .bytes(let bytes):
      line += "\\\\x".utf8
      for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
          line.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
      }
    }
  }

  private static func append(_ byte: UInt8, to line: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\\"): line += "\\\\".utf8
    case UInt8(ascii: "\t"): line += "\\t".utf8
    case UInt8(ascii: "\n"): line += "\\n".utf8
    case UInt8(ascii: "\r"): line += "\\r".utf8
    // No text there can hold it.
    case 0: line += "\u{FFFD}".utf8
    default: line.append(byte)
    }
  }
}
