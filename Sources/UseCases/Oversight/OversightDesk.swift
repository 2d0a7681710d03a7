import Persian
public import Store
public import Training

/// What waits on a desk of the oversight.
public enum OversightMatter: Int64, CaseIterable, Hashable, Sendable {
  /// Of the management: what agencies have sent and nobody has decided yet.
  case waitingPermits = 1
  case waitingCourses, proposedTitles
  /// Of the management: who is late, and who has not begun.
  case lateQuarters, withoutBase
  /// Of the management: agencies ask for a later day.
  case extensionsAsked
  /// Of a liaison: nothing is kept of this year yet.
  case baseMissing
  /// Of a liaison: what the management gave back with a reason.
  case baseReopened, permitsReturned, coursesReturned

  /// Whose desk it is.
  public var owner: Role {
    switch self {
    case .waitingPermits, .waitingCourses, .proposedTitles, .lateQuarters, .withoutBase,
      .extensionsAsked:
      .oversight
    case .baseMissing, .baseReopened, .permitsReturned, .coursesReturned: .liaison
    }
  }

  /// How much there is of it within the reach of whoever asks.
  ///
  /// - Throws: `Failure.forbidden` for everybody else than the owner.
  public func count(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Int {
    guard context.actor.role == owner, !context.actor.mustChangePassword else {
      throw Failure.forbidden
    }
    let (reach, today) = (context.actor.oversightReach, context.today)
    switch self {
    case .waitingPermits: return try records.permitCount(.waiting, in: reach)
    case .waitingCourses: return try records.completedCount(.waiting, in: reach)
    case .proposedTitles: return try records.proposedCourseCount(in: reach)
    case .lateQuarters:
      return try records.lateQuarterCount(
        in: reach, from: today.year - 1, through: Self.lastDue(on: today, under: context.rules),
        on: today)
    case .withoutBase: return try records.agencyCount(withoutYear: today.year, in: reach)
    case .extensionsAsked: return try records.askedQuarterCount(in: reach)
    case .baseMissing:
      return try records.hasAgencyYear(context.actor.unit, today.year) ? 0 : 1
    case .baseReopened: return try records.reopenedYearCount(in: reach)
    case .permitsReturned: return try records.permitCount(.returned, in: reach)
    case .coursesReturned:
      return try records.completedCount(.registered, isReturned: true, in: reach)
    }
  }

  /// The latest quarter whose own deadline is over on a day.
  private static func lastDue(on day: JalaliDate, under rules: Rules) -> Quarter {
    var quarter = day.quarter
    while quarter.due(months: rules.quarterMonths) >= day {
      quarter = quarter.firstDay.adding(days: -1).quarter
    }
    return quarter
  }

  /// What is on the desk of whoever asks, without what there is none of.
  public static func waiting(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [(matter: OversightMatter, count: Int)] {
    try allCases.filter { $0.owner == context.actor.role }
      .map { ($0, try $0.count(records, context)) }.filter { $0.1 > 0 }
  }
}
