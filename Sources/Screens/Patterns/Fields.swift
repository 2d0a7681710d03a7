import Persian
import TerminalKit
import Training

// How the domain's values stand in forms: shown, typed, complained about in one way everywhere.

extension Field {
  /// One of a few values with their titles.
  static func pick<Value: Equatable & Sendable>(
    _ label: String, _ path: any WritableKeyPath<Draft, Value?> & Sendable,
    among choices: [(Value, String)]
  ) -> Field {
    let items = choices.map { (value: $0.0, item: Picker.Item($0.1)) }
    return .choice(label, path) { _ in items }
  }

  /// A day, with the calendar's own complaint.
  static func day(
    _ label: String, _ path: any WritableKeyPath<Draft, JalaliDate?> & Sendable, today: JalaliDate
  ) -> Field {
    .date(label, path, today: today) { _ in Training.Complaint.date.sentence }
  }

  /// A value of the domain that checks its own text; blank is nil.
  static func optional<Value: Sendable>(
    _ label: String, _ path: any WritableKeyPath<Draft, Value?> & Sendable, limit: Int = 60,
    direction: Frame.Direction = .ltr, show: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (String) throws(Training.Complaint) -> Value
  ) -> Field {
    Field(
      label, path, limit: limit, direction: direction, show: { $0.map(show) ?? "" },
      parse: { text throws(TerminalKit.Complaint) in
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        return try spoken { () throws(Training.Complaint) in try parse(text) }
      })
  }

  /// A value of the domain that checks its own text.
  static func checked<Value: Sendable>(
    _ label: String, _ path: any WritableKeyPath<Draft, Value> & Sendable, limit: Int = 200,
    direction: Frame.Direction = .rtl, show: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (String) throws(Training.Complaint) -> Value
  ) -> Field {
    Field(
      label, path, limit: limit, direction: direction, show: show,
      parse: { text throws(TerminalKit.Complaint) in
        try spoken { () throws(Training.Complaint) in try parse(text) }
      })
  }

  /// A Jalali year, which is no quantity: its digits are not grouped.
  static func year(
    _ label: String, _ path: any WritableKeyPath<Draft, Int> & Sendable
  ) -> Field {
    checked(label, path, limit: 4, direction: .ltr, show: { Digits.persian($0) }) {
      text throws(Training.Complaint) in
      guard !text.isEmpty else { throw .empty }
      guard let number = Numbers.integer(text) else { throw .notNumber }
      guard (1300...1500).contains(number) else { throw .outOfRange(1300...1500) }
      return number
    }.wide(8)
  }

  /// The code of an office: digits of any family, kept as Latin ones.
  static func officeCode(
    _ label: String, _ path: any WritableKeyPath<Draft, String> & Sendable
  ) -> Field {
    checked(label, path, limit: 20, direction: .ltr, show: { Digits.persian($0) }) {
      text throws(Training.Complaint) in
      let code = Digits.latin(Normalizer.line(text))
      guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notNumber }
      return code
    }.wide(12)
  }

  private static func whole(
    _ text: String, in range: ClosedRange<Int>
  ) throws(Training.Complaint) -> Int {
    guard let number = Numbers.integer(text) else { throw .notNumber }
    guard range.contains(number) else { throw .outOfRange(range) }
    return number
  }

  /// A whole number within bounds, digits of any family.
  static func amount(
    _ label: String, _ path: any WritableKeyPath<Draft, Int?> & Sendable,
    in range: ClosedRange<Int>, limit: Int = 20
  ) -> Field {
    optional(label, path, limit: limit, show: { $0.said }) { text throws(Training.Complaint) in
      try whole(text, in: range)
    }
  }

  /// A whole number in any digits, that there always is.
  static func number(
    _ label: String, _ path: any WritableKeyPath<Draft, Int> & Sendable, in range: ClosedRange<Int>
  ) -> Field {
    checked(label, path, limit: 20, direction: .ltr, show: { $0.said }) {
      text throws(Training.Complaint) in
      guard !text.isEmpty else { throw .empty }
      return try whole(text, in: range)
    }.wide(12)
  }
}

/// Runs a check of the domain and says its complaint as forms do.
func spoken<Value>(
  _ check: () throws(Training.Complaint) -> Value
) throws(TerminalKit.Complaint) -> Value {
  do throws(Training.Complaint) {
    return try check()
  } catch {
    throw TerminalKit.Complaint(error.sentence)
  }
}
