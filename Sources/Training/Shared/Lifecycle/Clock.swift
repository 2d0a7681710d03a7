public import Persian

/// A line of a state table that only a date causes: derived on reading, never stored.
///
/// Nobody would fire it offline, and two offices would both.
public struct Clock<Life: Lifecycle>: Sendable {
  /// Empty where the day makes the record.
  public let from: [Life.State]
  public let to: Life.State
  /// The first day in the new state; nil when nothing is set yet.
  public let day: @Sendable (Life.Dates) -> JalaliDate?

  public init(
    _ from: [Life.State], to: Life.State, on day: @escaping @Sendable (Life.Dates) -> JalaliDate?
  ) {
    self.from = from
    self.to = to
    self.day = day
  }
}
