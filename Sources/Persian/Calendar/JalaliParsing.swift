/// Reading days as people type them and files hold them.
extension JalaliDate {
  /// Reads a day in any of the forms in use.
  ///
  /// - 1403/7/5, ۱۴۰۳/۰۷/۰۵, 1403-07-05, 1403.7.5 and 14030705; month names: «۵ مهر ۱۴۰۳»;
  /// - 03/07/05 and 030705 in the century of `today`; 7/5 and «۵ مهر» in its year;
  /// - 2024-09-26 and 20240926: a year from 1822 on is Gregorian;
  /// - +3, -2, «امروز», «دیروز», «پریروز», «فردا», «پس‌فردا» and the name of a weekday: the first
  ///   such day after `today`, or `today` itself. Without `today` these are ``Problem/unreadable``.
  ///
  /// A text in brackets or with a weekday before the day is read too.
  public init(parsing text: String, today: JalaliDate? = nil) throws(Problem) {
    let plain = Digits.latin(Normalizer.line(text))
    if let today, let day = Self.relative(plain, to: today) {
      self = day
      return
    }
    let fields = Self.fields(of: plain)
    if fields.count == 1, case .number(let number, let width) = fields[0] {
      try self.init(packed: number, width: width, today: today)
      return
    }
    var numbers: [Int] = []
    var named: Int?
    for field in fields {
      switch field {
      case .number(let number, _): numbers.append(number)
      case .month(let month):
        guard named == nil, numbers.count <= 1 else { throw .unreadable }
        named = month
      case .weekday where numbers.isEmpty && named == nil: continue
      default: throw .unreadable
      }
    }
    if let named {
      guard let day = numbers.first, numbers.count <= 2 else { throw .unreadable }
      let year = numbers.count == 2 ? Self.fullYear(numbers[1], today: today) : today?.year
      guard let year else { throw .unreadable }
      try self.init(year: year, month: named, day: day)
    } else {
      try self.init(numbers: numbers, today: today)
    }
  }

  private init(numbers: [Int], today: JalaliDate?) throws(Problem) {
    switch (numbers.count, today) {
    case (3, _):
      // A file written left to right may have the year last: 26/9/2024, 5/7/1403.
      let isYearLast = numbers[2] > 31 && numbers[0] <= 31
      let ordered = isYearLast ? numbers.reversed() : numbers
      try self.init(anyYear: Self.fullYear(ordered[0], today: today), ordered[1], ordered[2])
    case (2, .some(let today)):
      try self.init(year: today.year, month: numbers[0], day: numbers[1])
    default: throw .unreadable
    }
  }

  private init(packed number: Int, width: Int, today: JalaliDate?) throws(Problem) {
    guard width == 8 || width == 6 else { throw .unreadable }
    let year = number / 10_000
    try self.init(
      anyYear: width == 6 ? Self.fullYear(year, today: today) : year, number / 100 % 100,
      number % 100)
  }

  private init(anyYear year: Int, _ month: Int, _ day: Int) throws(Problem) {
    guard year >= GregorianDate.firstYear else {
      try self.init(year: year, month: month, day: day)
      return
    }
    guard let gregorian = GregorianDate(year: year, month: month, day: day) else {
      throw 1...12 ~= month
        ? .day(day, last: GregorianDate.days(inMonth: month, of: year)) : .month(month)
    }
    self = gregorian.jalali
    guard isValid else { throw .year(year) }
  }

  /// A year of one or two digits in the century of today, of 1400 when that is not known.
  private static func fullYear(_ year: Int, today: JalaliDate?) -> Int {
    year < 100 ? (today?.year ?? 1400) / 100 * 100 + year : year
  }

  private static func relative(_ text: String, to today: JalaliDate) -> JalaliDate? {
    switch SearchKey.joined(text) {
    case "امروز": return today
    case "دیروز": return today.adding(days: -1)
    case "پریروز": return today.adding(days: -2)
    case "فردا": return today.adding(days: 1)
    case "پسفردا": return today.adding(days: 2)
    case let key:
      if let weekday = weekday(named: key) {
        let ahead = weekday.rawValue - today.weekday.rawValue
        return today.adding(days: ahead < 0 ? ahead + 7 : ahead)
      }
    }
    guard let sign = text.unicodeScalars.first, "+-\u{2212}".unicodeScalars.contains(sign),
      let days = Numbers.integer(text), days.magnitude <= 10_000
    else { return nil }
    return today.adding(days: days)
  }

  private static func weekday(named key: String) -> Weekday? {
    Weekday.allCases.first { SearchKey.joined($0.name) == key }
  }

  private enum Field {
    case number(Int, width: Int)
    case month(Int)
    case weekday
    case unknown
  }

  private static func fields(of text: String) -> [Field] {
    // Names of weekdays may hold a space, so words between numbers are read as one.
    var fields: [Field] = []
    var word = ""
    func close() {
      defer { word = "" }
      let key = SearchKey.joined(word)
      guard !key.isEmpty else { return }
      for split in words(word) { fields.append(split) }
    }
    let pieces = text.split(omittingEmptySubsequences: true) { " /-.,،()ـ\u{2013}".contains($0) }
    for piece in pieces {
      if piece.utf8.allSatisfy({ 48...57 ~= $0 }) {
        close()
        fields.append(Int(piece).map { .number($0, width: piece.utf8.count) } ?? .unknown)
      } else {
        word += piece + " "
      }
    }
    close()
    return fields
  }

  /// A weekday, a month («مهر», «مهرماه»), or both, as in «سه شنبه مهر».
  private static func words(_ text: String) -> [Field] {
    var key = SearchKey.joined(text)
    if weekday(named: key) != nil { return [.weekday] }
    if key.hasSuffix("ماه") { key.removeLast(3) }
    for (index, name) in monthNames.enumerated() where key.hasSuffix(SearchKey.joined(name)) {
      let before = String(key.dropLast(SearchKey.joined(name).count))
      if before.isEmpty { return [.month(index + 1)] }
      if weekday(named: before) != nil { return [.weekday, .month(index + 1)] }
    }
    return [.unknown]
  }
}
