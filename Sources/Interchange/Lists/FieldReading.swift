internal import Persian
internal import Training

/// Turns a cell of a file into the value of a field.
enum FieldReading {
  struct Failure: Error {
    let fault: ListRecord.Fault

    init(_ fault: ListRecord.Fault) {
      self.fault = fault
    }
  }

  /// The value; ``Sheet/Cell/empty`` where the cell has none.
  static func value(of cell: Sheet.Cell, as field: ListShape.Field) -> Result<Sheet.Cell, Failure> {
    Result { () throws(Failure) in
      let text = Normalizer.line(cell.plainText)
      guard !text.isEmpty else { return .empty }
      if case .text = cell, text.first == "#", isError(text) {
        throw Failure(.spreadsheetError(text))
      }
      switch field.kind {
      case .text: return try words(text, field)
      case .code: return try code(text, field)
      case .integer: return .number(try whole(cell, text, field))
      case .rials: return .rials(try whole(cell, text, field))
      case .decimal: return try decimal(cell, text, field)
      case .day: return .date(try day(cell, text, field))
      case .minutes: return try minutes(cell, text)
      case .choice: return try choice(text, field)
      }
    }
  }

  private static func isError(_ text: String) -> Bool {
    ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"].contains(text)
  }

  private static func words(
    _ text: String, _ field: ListShape.Field
  ) throws(Failure) -> Sheet.Cell {
    let limit = Int(field.most ?? 500)
    let count = text.unicodeScalars.count
    guard count <= limit else { throw Failure(.tooLong(count: count, limit: limit)) }
    return .text(text)
  }

  /// Digits, freed of the signs people put between them, with the zeros a number cell loses.
  private static func code(
    _ text: String, _ field: ListShape.Field
  ) throws(Failure) -> Sheet.Cell {
    let plain = Digits.latin(text).filter { !" -/_\u{200C}".contains($0) }
    guard let digits = field.digits else { return .code(plain) }
    let count = plain.utf8.count
    guard plain.utf8.allSatisfy({ 48...57 ~= $0 }), count <= digits,
      count >= field.shortest ?? digits
    else { throw Failure(.notCode(text, digits: digits)) }
    return .code(String(repeating: "0", count: digits - count) + plain)
  }

  private static func whole(
    _ cell: Sheet.Cell, _ text: String, _ field: ListShape.Field
  ) throws(Failure) -> Int {
    let number: Int? =
      switch cell {
      case .number(let number), .rials(let number): number
      default: Numbers.integer(text)
      }
    guard let number else { throw Failure(.notNumber(text)) }
    try checkRange(Double(number), text, field)
    return number
  }

  private static func decimal(
    _ cell: Sheet.Cell, _ text: String, _ field: ListShape.Field
  ) throws(Failure) -> Sheet.Cell {
    let number: Double? =
      switch cell {
      case .decimal(let number): number
      default: Numbers.decimal(parsing: text)
      }
    guard let number else { throw Failure(.notNumber(text)) }
    try checkRange(number, text, field)
    return .decimal(number)
  }

  private static func checkRange(
    _ number: Double, _ text: String, _ field: ListShape.Field
  ) throws(Failure) {
    guard number >= field.least ?? -.infinity, number <= field.most ?? .infinity else {
      throw Failure(.outOfRange(text, least: field.least, most: field.most))
    }
  }

  /// A day whose year has four digits: the century of 75/03/02 cannot be told in a file.
  private static func day(
    _ cell: Sheet.Cell, _ text: String, _ field: ListShape.Field
  ) throws(Failure) -> JalaliDate {
    if case .date(let date) = cell { return date }
    let plain = Digits.latin(text)
    let longest = plain.split { !$0.isNumber }.map(\.count).max() ?? 0
    // Why a text is no day is said by the text itself, which the fault carries.
    guard longest == 4 || longest == 8, let date = try? JalaliDate(parsing: plain) else {
      throw Failure(.notDay(text))
    }
    if field.isPadded, JalaliDate(plain: plain) == nil { throw Failure(.notPaddedDay(text)) }
    return date
  }

  private static func minutes(_ cell: Sheet.Cell, _ text: String) throws(Failure) -> Sheet.Cell {
    if case .minutes = cell { return cell }
    guard let minutes = HourMinute.minutes(parsing: text) else {
      throw Failure(.notMinutes(text))
    }
    return .minutes(minutes)
  }

  private static func choice(
    _ text: String, _ field: ListShape.Field
  ) throws(Failure) -> Sheet.Cell {
    let choices = field.choices ?? [:]
    let key = SearchKey.joined(text)
    for (value, words) in choices
    where SearchKey.joined(value) == key || words.contains(where: { SearchKey.joined($0) == key }) {
      return .code(value)
    }
    throw Failure(.notChoice(text, choices: choices.keys.sorted()))
  }
}
