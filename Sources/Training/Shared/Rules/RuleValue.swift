public import Persian

/// One number of the regulations as it stands from a day on.
public struct RuleValue: Hashable, Sendable {
  /// What the number counts; the raw value is stored.
  public enum Unit: String, CaseIterable, Hashable, Sendable, Codable {
    case second, minute, hour, day, month, year, person, digit, character, attempt, fraction, point
    /// A day, its value written as the eight digits of year, month and day.
    case date
    case kilobyte
    case rial
  }

  /// A `RuleKey`, or one with a qualifier after a slash: `class.size.maximum/in-person`.
  public var key: String
  /// The first day on which it holds.
  public var from: JalaliDate
  public var value: Fraction
  public var unit: Unit
  /// The id of the clause.
  public var clause: String
  /// The document and paragraph, or who set it locally; never empty.
  public var source: String
  public var note: String

  public init(
    key: String, from: JalaliDate, value: Fraction, unit: Unit, clause: String, source: String,
    note: String = ""
  ) {
    self.key = key
    self.from = from
    self.value = value
    self.unit = unit
    self.clause = clause
    self.source = source
    self.note = note
  }
}

extension RuleValue {
  /// The day of a value whose unit is `date`; nil for others and for digits that are no day.
  public var date: JalaliDate? {
    guard unit == .date, value.denominator == 1 else { return nil }
    let (rest, day) = value.numerator.quotientAndRemainder(dividingBy: 100)
    let (year, month) = rest.quotientAndRemainder(dividingBy: 100)
    // Anything else than a day of the calendar is refused by the book.
    return try? JalaliDate(year: year, month: month, day: day)
  }

  /// A day as the value of a number whose unit is `date`.
  public static func value(of day: JalaliDate) -> Fraction {
    Fraction(day.year * 10_000 + day.month * 100 + day.day)
  }
}

extension RuleValue: Codable {
  private enum Field: String, CodingKey { case key, from, value, unit, clause, source, note }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Field.self)
    let text = try container.decode(String.self, forKey: .value)
    guard let value = Fraction(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .value, in: container, debugDescription: "neither a number nor a fraction: \(text)")
    }
    self.init(
      key: try container.decode(String.self, forKey: .key),
      from: try container.decode(JalaliDate.self, forKey: .from), value: value,
      unit: try container.decode(Unit.self, forKey: .unit),
      clause: try container.decode(String.self, forKey: .clause),
      source: try container.decode(String.self, forKey: .source),
      note: try container.decodeIfPresent(String.self, forKey: .note) ?? "")
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Field.self)
    try container.encode(key, forKey: .key)
    try container.encode(from, forKey: .from)
    try container.encode(value.description, forKey: .value)
    try container.encode(unit, forKey: .unit)
    try container.encode(clause, forKey: .clause)
    try container.encode(source, forKey: .source)
    try container.encode(note, forKey: .note)
  }
}
