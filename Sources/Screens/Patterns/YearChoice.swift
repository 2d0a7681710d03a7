import Persian
import Store

/// The years that a list shows: this one and what still lasts, an earlier one, or all.
struct YearChoice: Hashable, Sendable {
  /// How many years back; nil for all years.
  private var back: Int? = 0
  private static let furthest = 2

  /// The year before, and in the end all; then this one again.
  var turned: YearChoice {
    switch back {
    case nil: YearChoice(back: 0)
    case Self.furthest?: YearChoice(back: nil)
    case let back?: YearChoice(back: back + 1)
    }
  }

  /// Beside the title of a list; empty for this year.
  func titled(_ title: String) -> String {
    guard back != 0 else { return title }
    return "\(title) — \(back.map(Phrases.Years.back) ?? Phrases.Years.all)"
  }

  /// Narrows a list of courses; what began last year and lasts into this one is of this year too.
  func narrow(_ filter: inout RequestFilter, on today: JalaliDate) {
    switch back {
    case nil: break
    case 0:
      filter.lastingTo = YearSpan(.calendar, start: today.year).firstDay
      filter.from = YearSpan(.calendar, start: today.year - 1).firstDay
    case let back?: filter.year = today.year - back
    }
  }

  /// The days of the year, nil for all; what is dated later than this year is of it too.
  func days(on today: JalaliDate) -> ClosedRange<JalaliDate>? {
    back.map { back in
      let year = YearSpan(.calendar, start: today.year - back)
      return year.firstDay...(back == 0 ? max(year.lastDay, today.adding(years: 1)) : year.lastDay)
    }
  }
}
