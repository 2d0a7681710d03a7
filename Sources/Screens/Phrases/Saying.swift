import Persian
import Training

// How amounts, days and times are said inside a sentence.

extension Int {
  /// «۱۲٬۳۴۵».
  var said: String { Numbers.grouped(self) }
}

extension JalaliDate {
  var said: String { text(.numeric) }
}

extension TimeSpan {
  var said: String { "\(Say.clock(start)) تا \(Say.clock(end))" }
}

extension Phrases {
  /// The years that a list shows.
  enum Years {
    static let turn = "سال"
    static let all = "همهٔ سال‌ها"

    static func back(_ years: Int) -> String {
      years == 1 ? "سال گذشته" : "\(years.said) سال پیش"
    }
  }
}

enum Say {
  /// A minute of the day, «۸:۳۰».
  static func clock(_ minute: Int) -> String { HourMinute.text(minute) }

  /// A length of time, «۱ ساعت و ۳۶ دقیقه».
  static func duration(_ minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    if hours == 0 { return "\(rest.said) دقیقه" }
    return rest == 0 ? "\(hours.said) ساعت" : "\(hours.said) ساعت و \(rest.said) دقیقه"
  }

  static func duration(seconds: Int) -> String {
    if seconds < 120 { return "\(seconds.said) ثانیه" }
    return duration((seconds + 59) / 60)
  }

  static func list(_ items: [String]) -> String { items.joined(separator: "، ") }
}

extension Say {
  /// «name: subject — part» within some cells: lines of one matter differ in what stands last, so where
  /// there is no room a short part stays whole, and the name gives way before the subject.
  static func titled(_ name: String, _ subject: String, part: String, in room: Int) -> String {
    let whole = "\(name): \(subject)" + (part.isEmpty ? "" : " — \(part)")
    guard whole.cellWidth > room else { return whole }
    let tail = part.isEmpty || part.cellWidth > 8 ? "" : " — \(part)"
    let left = room - tail.cellWidth - 2
    let forName = max(left / 2, left - subject.cellWidth)
    let start = name.fitted(to: forName)
    return "\(start): \(subject.fitted(to: left - start.cellWidth))\(tail)"
  }
}
