internal import Persian
public import Training

/// Writes workbooks (.xlsx) of right-to-left sheets, a row at a time.
///
/// Codes are text, so that no zero is lost; days are Jalali text; numbers and rials are numbers.
/// The first row is frozen and repeated on every printed page, which is A4 across, as wide as the
/// sheet.
public final class WorkbookWriter {
  private let zip: ZipWriter
  private var names: [String] = []
  private var isInSheet = false
  private var rowNumber = 0
  private var xml: [UInt8] = []
  private var columnNames: [[UInt8]] = []

  /// The most rows a sheet can have, its titles included.
  public static let rowLimit = 1_048_576

  /// How many rows of a whole sheet its columns are measured by.
  private static let measuredRows = 500

  /// Begins a file; it gets its name when ``finish()`` is called.
  public init(path: String) throws(FileProblem) {
    zip = try ZipWriter(path: path)
  }

  /// Begins a sheet and writes the titles of its columns; ends the one before.
  ///
  /// The name loses what sheets may not be named with, is cut to 31 characters, and gets a number
  /// where another sheet has it. Columns are as wide as they ask for, and wider where their titles or
  /// the texts of `rows`, which are not written here, need it.
  public func sheet(
    _ title: String, columns: [Sheet.Column], measuredBy rows: ArraySlice<Sheet.Row> = []
  ) throws(FileProblem) {
    try endSheet()
    names.append(Self.name(title, besides: names))
    isInSheet = true
    rowNumber = 0
    try zip.begin("xl/worksheets/sheet\(names.count).xml")
    try zip.write(
      WorkbookParts.sheetStart(columns: columns, measuredBy: rows, isFirst: names.count == 1))
    try write(columns.map { .text($0.title) }, isHeader: true)
  }

  /// Writes a row of the sheet.
  public func row(_ cells: [Sheet.Cell]) throws(FileProblem) {
    precondition(isInSheet, "WorkbookWriter: a sheet must be begun before its rows.")
    try write(cells, isHeader: false)
  }

  /// Makes the file whole and durable.
  public func finish() throws(FileProblem) {
    if names.isEmpty { try sheet("", columns: []) }
    try endSheet()
    for (name, text) in WorkbookParts.parts(sheets: names) {
      try zip.begin(name)
      try zip.write(text)
      try zip.end()
    }
    try zip.finish()
  }

  /// Writes whole sheets to a file.
  public static func write(_ sheets: [Sheet], to path: String) throws(FileProblem) {
    let writer = try WorkbookWriter(path: path)
    for sheet in sheets {
      try writer.sheet(
        sheet.title, columns: sheet.columns, measuredBy: sheet.rows.prefix(measuredRows))
      for row in sheet.rows { try writer.row(row.cells) }
    }
    try writer.finish()
  }

  private func endSheet() throws(FileProblem) {
    guard isInSheet else { return }
    isInSheet = false
    try zip.write(WorkbookParts.sheetEnd)
    try zip.end()
  }

  // MARK: Rows

  private func write(_ cells: [Sheet.Cell], isHeader: Bool) throws(FileProblem) {
    rowNumber += 1
    guard rowNumber <= Self.rowLimit else { throw .tooManyRows(limit: Self.rowLimit) }
    while columnNames.count < cells.count {
      columnNames.append(Array(CellReference.letters(columnNames.count).utf8))
    }
    let number = Array(String(rowNumber).utf8)
    xml.removeAll(keepingCapacity: true)
    xml += bytes("<row r=\"")
    xml += number
    xml += bytes("\">")
    for (index, cell) in cells.enumerated() where cell != .empty {
      xml += bytes("<c r=\"")
      xml += columnNames[index]
      xml += number
      append(cell, isHeader: isHeader)
    }
    xml += bytes("</row>")
    try zip.write(xml)
  }

  private func append(_ cell: Sheet.Cell, isHeader: Bool) {
    switch cell {
    case .empty: return
    case .text(let text), .code(let text): append(text: text, isHeader: isHeader)
    case .number(let number): append(number: String(number), style: "3")
    case .rials(let number): append(number: String(number), style: "4")
    case .decimal(let number) where number.isFinite: append(number: "\(number)", style: "3")
    case .decimal, .date, .minutes: append(text: cell.plainText, isHeader: isHeader)
    }
  }

  private func append(number: String, style: StaticString) {
    xml += bytes("\" s=\"")
    xml += bytes(style)
    xml += bytes("\"><v>")
    xml += number.utf8
    xml += bytes("</v></c>")
  }

  private func append(text: String, isHeader: Bool) {
    xml += isHeader ? bytes("\" s=\"1\"") : bytes("\" s=\"2\"")
    xml += bytes(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    // A cell holds 32,767 UTF-16 units; a longer one makes the whole file unreadable.
    let fits = text.utf8.count <= 32_767 || text.utf16.count <= 32_767
    WorkbookParts.appendEscaped(
      fits ? text : String(decoding: text.utf16.prefix(32_767), as: UTF16.self), to: &xml)
    xml += bytes("</t></is></c>")
  }

  // MARK: Names

  /// A name a sheet can have: at most 31 UTF-16 units, none of []:*?/\, no apostrophe at an end.
  static func name(_ title: String, besides taken: [String]) -> String {
    let allowed = title.unicodeScalars.map { scalar in
      "[]:*?/\\".unicodeScalars.contains(scalar) ? " " : Character(scalar)
    }
    let base = trimmed(Normalizer.line(String(allowed)), to: 31)
    var name = base.isEmpty ? "Sheet\(taken.count + 1)" : base
    var number = 2
    while taken.contains(where: { $0.lowercased() == name.lowercased() }) {
      let suffix = " \(number)"
      name = trimmed(base, to: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  private static func trimmed(_ text: String, to limit: Int) -> String {
    var result = text
    while result.utf16.count > limit { result.removeLast() }
    while let last = result.last, last == " " || last == "'" { result.removeLast() }
    while let first = result.first, first == " " || first == "'" { result.removeFirst() }
    return result
  }
}

/// The bytes of a literal, without a copy of their own.
private func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
}
