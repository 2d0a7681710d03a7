public import Persian

/// A month of the Jalali calendar to choose a day from; weeks begin on Saturday, at the right.
public struct DatePicker: Sendable {
  public enum Outcome: Equatable, Sendable {
    case ignored
    case handled
    case chosen(JalaliDate)
    case cancelled
  }

  public private(set) var day: JalaliDate
  public let today: JalaliDate
  /// The days that may be chosen.
  public let range: ClosedRange<JalaliDate>
  /// What a day means besides: a holiday is `bad`, a day with sessions `strong`.
  private let tone: @Sendable (JalaliDate) -> Tone

  /// Opens on `day`; without a range, days up to a hundred years from today can be chosen.
  public init(
    day: JalaliDate, today: JalaliDate, range: ClosedRange<JalaliDate>? = nil,
    tone: @escaping @Sendable (JalaliDate) -> Tone = { $0.weekday == .friday ? .bad : .body }
  ) {
    self.today = today
    let range = range ?? today.adding(years: -100)...today.adding(years: 100)
    self.range = range
    self.tone = tone
    self.day = min(max(day, range.lowerBound), range.upperBound)
  }

  public mutating func handle(_ input: WidgetInput) -> Outcome {
    guard case .navigate(let navigation) = input else { return .ignored }
    switch navigation {
    case .left: go(to: day.adding(days: 1))
    case .right: go(to: day.adding(days: -1))
    case .up: go(to: day.adding(days: -7))
    case .down: go(to: day.adding(days: 7))
    case .pageUp: go(to: day.adding(months: -1))
    case .pageDown: go(to: day.adding(months: 1))
    case .wordRight: go(to: day.adding(years: -1))
    case .wordLeft: go(to: day.adding(years: 1))
    case .home: go(to: day.firstOfMonth)
    case .end: go(to: day.lastOfMonth)
    case .toggle, .refresh: go(to: today)
    case .accept: return .chosen(day)
    case .back: return .cancelled
    default: return .ignored
    }
    return .handled
  }

  private mutating func go(to target: JalaliDate) {
    day = min(max(target, range.lowerBound), range.upperBound)
  }

  /// Draws a box of 10 rows and 32 columns in the middle of the frame.
  public func view(in frame: inout Frame) {
    let area = frame.centred(rows: 10, columns: 32)
    frame.fill(area)
    frame.box(area, title: "\(day.monthName) \(Digits.persian(day.year))")
    frame.draw(in: area.inset(by: 1, columns: 2)) { part in
      for weekday in Weekday.allCases {
        part.write(
          weekday.initial, at: Point(row: 0, column: weekday.rawValue * 4), width: 2,
          tone: .heading, align: .trailing)
      }
      let first = day.firstOfMonth
      for offset in 0...first.days(to: day.lastOfMonth) {
        draw(first.adding(days: offset), since: first, in: &part)
      }
      part.write(day.text(.long), at: Point(row: 7, column: 0), tone: .strong)
    }
  }

  private func draw(_ date: JalaliDate, since first: JalaliDate, in part: inout Frame) {
    let place = first.weekday.rawValue + first.days(to: date)
    let point = Point(row: 1 + place / 7, column: place % 7 * 4)
    let isOpen = range.contains(date)
    let shade: Tone = date == day ? .selected : isOpen ? tone(date) : .dimmed
    part.write(
      Digits.persian(date.day), at: point, width: 2, tone: shade, align: .trailing)
    // Today is told by a sign as well, for terminals without colour.
    if date == today {
      part.put("•", at: Point(row: point.row, column: point.column + 2), tone: .key)
    }
    if date == day { part.cursor = point }
  }
}
