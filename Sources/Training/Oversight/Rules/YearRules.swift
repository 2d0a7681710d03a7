import Persian

/// Base data are kept once per year and agency (S5-1b).
public struct OnceAYear: Policy {
  public static let clause = Clause.oncePerYear
  public init() {}

  public func findings(in facts: AgencyYearLife.Facts) -> [Finding] {
    facts.isDoubled ? [refusal(.oversight(.yearExists(facts.year.form.year)))] : []
  }
}

/// The approved calendar of the agency comes with them (S5-1).
public struct CalendarThere: Policy {
  public static let clause = Clause.yearData
  public init() {}

  public func findings(in facts: AgencyYearLife.Facts) -> [Finding] {
    facts.hasCalendar ? [] : [refusal(.oversight(.calendarMissing), remedy: .record(.calendarFile))]
  }
}

/// Budget and number of courses are not below nothing.
public struct YearAmounts: Policy {
  public static let clause = Clause.yearData
  public init() {}

  public func findings(in facts: AgencyYearLife.Facts) -> [Finding] {
    let form = facts.year.form
    return form.budget < Rial(0) || form.courseCount < 0 ? [refusal(.oversight(.negative))] : []
  }
}

/// What is with the management is not edited (S5-1c).
public struct YearNotSent: Policy {
  public static let clause = Clause.yearLocked
  public init() {}

  public func findings(in facts: AgencyYearLife.Facts) -> [Finding] {
    facts.year.state == .sent ? [refusal(.oversight(.sent), remedy: .ask(.oversight))] : []
  }
}

/// A quarter is reported by the end of the month after it, or by a later day that was granted
/// (S5-2b, S5-2c).
public struct QuarterInTime: Policy {
  public static let clause = Clause.quarterOver
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    guard facts.day > facts.due, !facts.isSent else { return [] }
    return [refusal(.oversight(.quarterOver(due: facts.due)), remedy: .askExtension)]
  }
}

/// What is confirmed and sent is not edited (S5-2d).
public struct QuarterNotSent: Policy {
  public static let clause = Clause.quarterLocked
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    facts.isSent ? [refusal(.oversight(.sent), remedy: .askExtension)] : []
  }
}

/// Figures are not below nothing, and no more are trained than there are.
public struct QuarterAmounts: Policy {
  public static let clause = Clause.quarterData
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    let figures = facts.quarter.figures
    let groups = [figures.managers, figures.staff]
    if figures.spent < Rial(0)
      || groups.contains(where: { min($0.count, $0.trained, $0.personHours) < 0 })
    {
      return [refusal(.oversight(.negative))]
    }
    return groups.filter { $0.trained > $0.count }.map {
      refusal(.oversight(.trainedAboveCount(trained: $0.trained, count: $0.count)))
    }
  }
}

/// Nothing is confirmed that nobody has written.
public struct QuarterFilled: Policy {
  public static let clause = Clause.quarterLocked
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    facts.quarter.filled == nil ? [refusal(.oversight(.quarterNotFilled))] : []
  }
}

/// A granted day is in the future, and after the deadline.
public struct ExtensionReaches: Policy {
  public static let clause = Clause.quarterOver
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    guard let granted = facts.granted else { return [] }
    // A report that was sent in time may be opened again within its own time.
    let least = facts.isSent ? facts.day.adding(days: -1) : max(facts.day, facts.due)
    return granted > least ? [] : [refusal(.oversight(.extensionTooEarly(after: least)))]
  }
}

/// A quarter in which nothing was spent and nobody is there may be true; it is more often a form that
/// was not filled in.
public struct QuarterNotAllZero: Policy {
  public static let clause = Clause.quarterData
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    facts.quarter.isAllZero && facts.quarter.filled != nil
      ? [warning(.oversight(.quarterAllZero))] : []
  }
}

/// A later day is asked for once, and then waits for its answer (S5-2c).
public struct ExtensionAskedOnce: Policy {
  public static let clause = Clause.quarterOver
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    facts.quarter.asked.isEmpty
      ? [] : [refusal(.oversight(.extensionAsked), remedy: .ask(.oversight))]
  }
}

/// Only what was asked for is declined.
public struct ExtensionAsked: Policy {
  public static let clause = Clause.quarterOver
  public init() {}

  public func findings(in facts: AgencyQuarterLife.Facts) -> [Finding] {
    facts.quarter.asked.isEmpty ? [refusal(.oversight(.extensionNotAsked))] : []
  }
}
