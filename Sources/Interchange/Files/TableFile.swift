internal import Persian
public import Training

/// A table in a file, open for reading: a workbook (.xlsx) or text with separated fields.
///
/// What the file is, its first bytes say; its name is not believed. Rows come one at a time, so
/// that a file of a hundred thousand rows needs no more memory than one of ten.
public final class TableFile {
  private enum Kind {
    case workbook(Workbook)
    case text
  }

  private let file: ByteFile
  private let limits: FileLimits
  private let kind: Kind

  /// Opens a file and checks that it is a table.
  public init(path: String, limits: FileLimits = .standard) throws(FileProblem) {
    file = try ByteFile(path: path, limit: limits.fileBytes)
    self.limits = limits
    let head = try file.bytes(at: 0, count: 512)
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw try Self.isEncrypted(file) ? .encrypted : .oldWorkbook
    }
    // Workbooks of the years before files within files existed.
    if [0x09, 0x08].elementsEqual(head.prefix(2)) || [0x09, 0x04].elementsEqual(head.prefix(2)) {
      throw .oldWorkbook
    }
    if head.starts(with: "PK".utf8) {
      kind = .workbook(try Workbook(file, limits: limits))
      return
    }
    let start = head.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    if start.first == 0x3C { throw .webPage }
    let signatures: [[UInt8]] = [
      Array("%PDF".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x1F, 0x8B],
      Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF],
    ]
    guard !signatures.contains(where: { head.starts(with: $0) }) else { throw .notTable }
    kind = .text
  }

  /// Whether it is text rather than a workbook.
  public var isText: Bool {
    if case .text = kind { true } else { false }
  }

  /// The whole of a text file in UTF-8, without a mark of byte order.
  ///
  /// - Throws: ``FileProblem``; `notTable` for a workbook and for any other encoding.
  func wholeText() throws(FileProblem) -> String {
    let bytes = try file.bytes(at: 0, count: file.size)
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard isText, !body.contains(0), let text = String(validating: body, as: UTF8.self) else {
      throw .notTable
    }
    return text
  }

  /// The names of the sheets in their order; one empty name for a text file.
  public var sheetNames: [String] {
    switch kind {
    case .workbook(let workbook): workbook.sheets.map(\.name)
    case .text: [""]
    }
  }

  /// Delivers the rows that have a value, in order, until `body` returns false.
  ///
  /// Cells keep their type: numbers, days and minutes of a workbook by the style of the cell,
  /// everything in a text file as text. A merged cell has its value at its first place only.
  ///
  /// - Parameters:
  ///   - name: A name of ``sheetNames``; nil for the first sheet.
  ///   - body: Gets each row with its number in the file; what it throws ends the reading.
  /// - Throws: ``FileProblem``, perhaps after rows were delivered: damage is seen where it lies.
  public func rows(
    ofSheet name: String? = nil, _ body: (Sheet.Row) throws -> Bool
  ) throws {
    switch kind {
    case .workbook(let workbook):
      let wanted = name.map { name in workbook.sheets.first { $0.name == name } }
      guard let sheet = wanted ?? (name == nil ? workbook.sheets.first : nil) else {
        throw FileProblem.noSheet(named: name ?? "", present: sheetNames)
      }
      try workbook.rows(of: sheet, body)
    case .text:
      var reader = try TextReader(file, limits: limits)
      while let row = try reader.next() {
        guard try body(row) else { return }
      }
    }
  }

  /// Delivers the rows of the sheet at an index of ``sheetNames``.
  public func rows(ofSheetAt index: Int, _ body: (Sheet.Row) throws -> Bool) throws {
    guard sheetNames.indices.contains(index) else {
      throw FileProblem.noSheet(named: "\(index + 1)", present: sheetNames)
    }
    try rows(ofSheet: sheetNames[index], body)
  }

  /// All rows as one sheet, the first of them as the titles of the columns.
  public func sheet(named name: String? = nil) throws -> Sheet {
    var rows: [Sheet.Row] = []
    try self.rows(ofSheet: name) { row in
      rows.append(row)
      return true
    }
    let titles = rows.first?.cells.map { Sheet.Column($0.plainText) } ?? []
    return Sheet(
      title: name ?? sheetNames.first ?? "", columns: titles, rows: Array(rows.dropFirst()))
  }

  /// Whether a compound file holds a workbook behind a password: a stream of that name, UTF-16.
  private static func isEncrypted(_ file: ByteFile) throws(FileProblem) -> Bool {
    let wanted = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var place = 0
    while place < file.size {
      let bytes = try file.bytes(at: place, count: 1 << 18)
      if bytes.count <= wanted.count { return false }
      // Names of streams lie on even places; the directory is in whole sectors.
      for index in stride(from: 0, through: bytes.count - wanted.count, by: 2)
      where bytes[index] == wanted[0] && bytes[index...].starts(with: wanted) {
        return true
      }
      place += bytes.count - wanted.count
    }
    return false
  }
}

extension Sheet.Cell {
  /// The value as text with Latin digits, in the form in which files hold it.
  public var plainText: String {
    switch self {
    case .empty: ""
    case .text(let text), .code(let text): text
    case .number(let number), .rials(let number): String(number)
    case .decimal(let number): Numbers.decimal(number, places: 6, digits: .latin)
    case .date(let date): date.description
    case .minutes(let minutes): HourMinute.text(minutes, digits: .latin)
    }
  }
}
