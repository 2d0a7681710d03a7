public import Persian

/// A legal clock that is running: what is due, when, and whose duty it is (S0-16).
public struct Deadline: Hashable, Comparable, Sendable {
  public let clause: Clause
  /// The last day on which it is still in time.
  public let due: JalaliDate
  public let owner: Role

  public init(_ clause: Clause, due: JalaliDate, owner: Role) {
    self.clause = clause
    self.due = due
    self.owner = owner
  }

  /// Days left on a day: 0 on the last one, negative when overdue.
  public func daysLeft(on day: JalaliDate) -> Int { day.days(to: due) }

  public static func < (left: Self, right: Self) -> Bool {
    (left.due, left.clause.id) < (right.due, right.clause.id)
  }
}
