public import Training

/// Writes tables as text: UTF-8 with a mark of byte order, commas, CRLF.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, which
/// ``TableFile`` takes away again.
public final class TextWriter {
  private let sink: FileSink

  /// Begins a file; it gets its name when ``finish()`` is called.
  public init(path: String) throws(FileProblem) {
    sink = try FileSink(path: path)
    try sink.write([0xEF, 0xBB, 0xBF])
  }

  /// Writes the titles of the columns.
  public func header(_ columns: [Sheet.Column]) throws(FileProblem) {
    try row(columns.map { .text($0.title) })
  }

  /// Writes a row.
  public func row(_ cells: [Sheet.Cell]) throws(FileProblem) {
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      Self.append(cell, to: &line)
    }
    line += [0x0D, 0x0A]
    try sink.write(line)
  }

  /// Makes the file whole and durable.
  public func finish() throws(FileProblem) { try sink.finish() }

  /// Writes a whole sheet to a file.
  public static func write(_ sheet: Sheet, to path: String) throws(FileProblem) {
    let writer = try TextWriter(path: path)
    try writer.header(sheet.columns)
    for row in sheet.rows { try writer.row(row.cells) }
    try writer.finish()
  }

  private static func append(_ cell: Sheet.Cell, to line: inout [UInt8]) {
    var text = cell.plainText
    switch cell {
    case .text, .code: if Self.needsApostrophe(text.utf8) { text = "'" + text }
    default: break
    }
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      line += text.utf8
      return
    }
    line.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { line.append(0x22) }
      line.append(byte)
    }
    line.append(0x22)
  }

  /// Also a text that already looks guarded, so that reading gives back what was written.
  static func needsApostrophe(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.first { $0 != 0x27 }.map(isFormulaStart) == true
  }

  /// Whether a text beginning so is run as a formula: = + - @, tab, carriage return.
  static func isFormulaStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
}
