/// SM-18: the base data of a year, until they are with the management.
public enum AgencyYearLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, sent
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case create, edit, send, reopen
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var year: AgencyYear
    public var hasCalendar: Bool
    /// Whether the agency has base data of the year in another record.
    public var isDoubled: Bool

    public init(year: AgencyYear, hasCalendar: Bool = true, isDoubled: Bool = false) {
      self.year = year
      self.hasCalendar = hasCalendar
      self.isDoubled = isDoubled
    }
  }

  public static let name = "SM-18"

  public static let table: [Transition<Self>] = [
    Transition(
      [], .create, by: [.liaison], to: .registered, .undoable,
      guards: { _ in [OnceAYear(), CalendarThere(), YearAmounts()] }),
    Transition(
      [.registered], .edit, by: [.liaison], to: .registered, .undoable,
      guards: { _ in [OnceAYear(), CalendarThere(), YearAmounts()] }),
    Transition([.sent], .edit, by: [.liaison], to: nil, guards: { _ in [YearNotSent()] }),
    Transition([.registered], .send, by: [.liaison], to: .sent, .dangerous),
    Transition([.sent], .reopen, by: [.oversight], to: .registered, [.undoable, .needsReason]),
  ]
}
