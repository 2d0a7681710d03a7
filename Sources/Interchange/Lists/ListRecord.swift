public import Persian
public import Training

/// One row of a list: its values by field, and everything that is wrong with it.
public struct ListRecord: Hashable, Sendable {
  /// The number of the row in the file.
  public let row: Int
  /// The values that could be read, by the key of their field; absent where the row has none.
  public var values: [String: Sheet.Cell] = [:]
  /// Every problem, in the order of the shape's fields.
  public var problems: [Problem] = []
  /// The cells as they stand in the file.
  public let cells: [Sheet.Cell]

  /// What is wrong with one field.
  public struct Problem: Hashable, Sendable {
    /// The key of the field.
    public let field: String
    /// The title of the field in its shape.
    public let title: String
    public let fault: Fault

    public init(field: String, title: String, fault: Fault) {
      self.field = field
      self.title = title
      self.fault = fault
    }
  }

  public enum Fault: Hashable, Sendable {
    /// A value is needed and there is none.
    case missing
    /// A line of so many fields, which is no multiple of those of a record.
    case notSplit(Int, into: Int)
    /// Not so many digits.
    case notCode(String, digits: Int)
    case notNumber(String)
    /// A number outside its bounds; a bound may be open.
    case outOfRange(String, least: Double?, most: Double?)
    case notDay(String)
    /// A day, but not written yyyy/mm/dd with its zeros.
    case notPaddedDay(String)
    case notMinutes(String)
    /// None of the choices, which are named by what they become.
    case notChoice(String, choices: [String])
    case tooLong(count: Int, limit: Int)
    /// The value stands in an earlier row too.
    case repeated(String, firstRow: Int)
    /// The spreadsheet itself shows an error here, such as #REF!.
    case spreadsheetError(String)
  }

  public func text(_ key: String) -> String? {
    switch values[key] {
    case .text(let text), .code(let text): text
    default: nil
    }
  }

  public func number(_ key: String) -> Int? {
    switch values[key] {
    case .number(let number), .rials(let number), .minutes(let number): number
    default: nil
    }
  }

  public func day(_ key: String) -> JalaliDate? {
    if case .date(let day) = values[key] { day } else { nil }
  }
}

/// Turns rows of a file into records of a list.
public struct ListReader: Sendable {
  public let mapping: ListMapping
  /// The first row of each value that may not occur twice, by field.
  private var seen: [String: [String: Int]] = [:]

  public init(_ mapping: ListMapping) {
    self.mapping = mapping
  }

  /// The record of a row; nil for rows up to the titles and for rows without any value.
  public mutating func record(of row: Sheet.Row) -> ListRecord? {
    guard row.number > mapping.headerRow else { return nil }
    let isBlank = row.cells.allSatisfy { cell in
      if case .text(let text) = cell { return Normalizer.line(text).isEmpty }
      return cell == .empty
    }
    guard !isBlank else { return nil }
    var record = ListRecord(row: row.number, cells: row.cells)
    for field in mapping.shape.fields {
      guard let column = mapping.columns[field.key] else { continue }
      let cell = row.cells.indices.contains(column) ? row.cells[column] : .empty
      switch FieldReading.value(of: cell, as: field) {
      case .success(.empty):
        if field.needsValue { record.add(.missing, to: field) }
      case .success(let value):
        record.values[field.key] = value
        if field.isUnique, let first = firstRow(of: value, in: field, row: row.number) {
          record.add(.repeated(value.plainText, firstRow: first), to: field)
        }
      case .failure(let fault): record.add(fault.fault, to: field)
      }
    }
    return record
  }

  private mutating func firstRow(
    of value: Sheet.Cell, in field: ListShape.Field, row: Int
  ) -> Int? {
    let key = SearchKey.joined(value.plainText)
    if let first = seen[field.key]?[key] { return first }
    seen[field.key, default: [:]][key] = row
    return nil
  }

  /// Reads a whole file, delivering every record, good and bad.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - sheet: A name of its sheets; nil for the first.
  ///   - shape: What the list must look like.
  ///   - body: Gets each record; what it throws ends the reading.
  /// - Returns: Where the columns were found.
  /// - Throws: ``FileProblem``, ``ListMapping/Problem``, and what `body` throws.
  @discardableResult
  public static func read(
    _ file: TableFile, sheet: String? = nil, as shape: ListShape,
    _ body: (ListRecord) throws -> Void
  ) throws -> ListMapping {
    var waiting: [Sheet.Row] = []
    var reader: ListReader?
    func begin() throws {
      var begun = ListReader(try ListMapping(shape, among: waiting))
      for row in waiting {
        if let record = begun.record(of: row) { try body(record) }
      }
      waiting = []
      reader = begun
    }
    try file.rows(ofSheet: sheet) { row in
      if reader == nil {
        waiting.append(row)
        if row.number >= ListMapping.searchedRows { try begin() }
      } else if let record = reader?.record(of: row) {
        try body(record)
      }
      return true
    }
    if reader == nil { try begin() }
    guard let reader else { throw ListMapping.Problem.noTitles(searched: waiting.count) }
    return reader.mapping
  }

  /// Reads a text in UTF-8 whose columns need no titles: the codes and scores of another system.
  ///
  /// Fields are parted by a comma of either kind, and by nothing else. A line may hold several records
  /// one after the other, each as long as the shape has fields; then it is taken whole or, where
  /// anything in it is wrong, left out whole, since a comma too many shifts all that follows. A first
  /// line of titles is understood as in ``read(_:sheet:as:_:)``.
  ///
  /// - Parameters:
  ///   - file: The file, which is text.
  ///   - shape: The fields in the order of the columns.
  ///   - body: Gets each record; what it throws ends the reading.
  /// - Returns: Where the columns are.
  /// - Throws: ``FileProblem`` and what `body` throws.
  @discardableResult
  public static func readLines(
    _ file: TableFile, as shape: ListShape, _ body: (ListRecord) throws -> Void
  ) throws -> ListMapping {
    var reader = ListReader(ListMapping(untitled: shape))
    var isFirst = true
    let lines = try file.wholeText().split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !Normalizer.line(String(line)).isEmpty {
      let cells = line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "\u{60C}" }
        .map { Sheet.Cell.text(Normalizer.line(String($0))) }
      let row = Sheet.Row(cells, number: index + 1)
      // No titles is no fault here: then the first line is a record like the others.
      if isFirst, let titled = try? ListMapping(shape, among: [row]) { reader = ListReader(titled) }
      isFirst = false
      for record in reader.records(of: row) { try body(record) }
    }
    return reader.mapping
  }

  /// The records of a line, or one record that says what is wrong with the line.
  private mutating func records(of row: Sheet.Row) -> [ListRecord] {
    let length = mapping.shape.fields.count
    guard row.number > mapping.headerRow else { return [] }
    var whole = ListRecord(row: row.number, cells: row.cells)
    guard row.cells.count.isMultiple(of: length) else {
      whole.add(.notSplit(row.cells.count, into: length), to: mapping.shape.fields[0])
      return [whole]
    }
    let records = stride(from: 0, to: row.cells.count, by: length).compactMap { start in
      record(of: Sheet.Row(Array(row.cells[start..<start + length]), number: row.number))
    }
    guard records.count > 1, let bad = records.first(where: { !$0.problems.isEmpty }) else {
      return records
    }
    whole.problems = bad.problems
    return [whole]
  }
}

extension ListRecord {
  fileprivate mutating func add(_ fault: Fault, to field: ListShape.Field) {
    problems.append(Problem(field: field.key, title: field.title, fault: fault))
  }
}

/// Rows that were not taken, as a sheet to be corrected and sent again.
public enum RejectedRows {
  /// The rows as they stand in the file, with a column of reasons before them.
  ///
  /// Codes keep the zeros they were read with. `reasonTitle` and `reasons` say it in words.
  public static func sheet(
    _ records: [ListRecord], of mapping: ListMapping, title: String, reasonTitle: String,
    reasons: (ListRecord) -> [String]
  ) -> Sheet {
    let count = max(mapping.titles.count, records.map(\.cells.count).max() ?? 0)
    var columns = [Sheet.Column(reasonTitle, width: 40)]
    for index in 0..<count {
      columns.append(
        Sheet.Column(mapping.titles.indices.contains(index) ? mapping.titles[index] : ""))
    }
    let rows = records.map { record in
      var cells = record.cells
      for (key, column) in mapping.columns {
        if case .code(let code)? = record.values[key], mapping.shape[key]?.kind == .code {
          cells[column] = .code(code)
        }
      }
      let text = reasons(record).joined(separator: "\n")
      return Sheet.Row([.text(text)] + cells, number: record.row)
    }
    return Sheet(title: title, columns: columns, rows: rows)
  }
}
