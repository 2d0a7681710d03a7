public import Persian

/// SM-19: what an agency tells of three months.
///
/// Where editing is closed the lines stay, refused by a rule, so that the key says why.
public enum AgencyQuarterLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case empty, registered, overdue, sent
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case update, confirm, ask, extend, decline
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var quarter: AgencyQuarter
    public var day: JalaliDate
    public var due: JalaliDate
    /// The last day that the management would grant; nil before one is typed.
    public var granted: JalaliDate?
    public var isSent: Bool

    public init(
      quarter: AgencyQuarter, day: JalaliDate, due: JalaliDate, granted: JalaliDate? = nil,
      isSent: Bool = false
    ) {
      self.quarter = quarter
      self.day = day
      self.due = due
      self.granted = granted
      self.isSent = isSent
    }
  }

  public struct Dates: Hashable, Sendable {
    /// When the base data of the year were created.
    public var created: JalaliDate
    /// The last day of the quarter's report.
    public var due: JalaliDate

    public init(created: JalaliDate, due: JalaliDate) {
      self.created = created
      self.due = due
    }
  }

  public static let name = "SM-19"

  public static let table: [Transition<Self>] = [
    Transition(
      [.empty, .registered], .update, by: [.liaison], to: .registered, .undoable,
      guards: { _ in [QuarterInTime(), QuarterAmounts(), QuarterNotAllZero()] }),
    Transition(
      [.overdue, .sent], .update, by: [.liaison], to: nil,
      guards: { _ in [QuarterNotSent(), QuarterInTime()] }),
    Transition(
      [.registered], .confirm, by: [.liaison], to: .sent, .dangerous,
      guards: { _ in [QuarterInTime(), QuarterFilled(), QuarterNotAllZero()] }),
    Transition(
      [.overdue], .confirm, by: [.liaison], to: nil, guards: { _ in [QuarterInTime()] }),
    Transition(
      [.empty, .registered], .extend, by: [.oversight], to: nil, [.undoable, .needsReason],
      guards: { _ in [ExtensionReaches()] }),
    Transition(
      [.overdue, .sent], .extend, by: [.oversight], to: .registered, [.undoable, .needsReason],
      guards: { _ in [ExtensionReaches()] }),
    Transition(
      [.overdue, .sent], .ask, by: [.liaison], to: nil, [.undoable, .needsReason],
      guards: { _ in [ExtensionAskedOnce()] }),
    Transition(
      [.overdue, .sent], .decline, by: [.oversight], to: nil, [.undoable, .needsReason],
      guards: { _ in [ExtensionAsked()] }),
  ]

  public static let clocks: [Clock<Self>] = [
    Clock([], to: .empty, on: { $0.created }),
    Clock([.empty, .registered], to: .overdue, on: { $0.due.adding(days: 1) }),
  ]
}
