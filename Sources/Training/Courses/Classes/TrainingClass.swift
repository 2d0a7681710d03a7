public import Persian

/// A class of a course request (S2-4.6).
public struct TrainingClass: Hashable, Sendable, Codable {
  public var id: ID<TrainingClass>
  public var request: ID<CourseRequest>
  /// Unique in the request.
  public var name: String
  public var enrolFrom: JalaliDate
  public var enrolTo: JalaliDate
  public var from: JalaliDate
  public var to: JalaliDate
  public var capacity: Int
  /// The room or address; empty for an electronic place.
  public var place: String
  /// The stored state; lists show `ClassLife.state(_:_:on:)`.
  public var state: ClassLife.State
  public var reason: String

  public init(
    id: ID<TrainingClass>, request: ID<CourseRequest>, name: String, enrolFrom: JalaliDate,
    enrolTo: JalaliDate, from: JalaliDate, to: JalaliDate, capacity: Int, place: String = "",
    state: ClassLife.State = .defined, reason: String = ""
  ) {
    self.id = id
    self.request = request
    self.name = name
    self.enrolFrom = enrolFrom
    self.enrolTo = enrolTo
    self.from = from
    self.to = to
    self.capacity = capacity
    self.place = place
    self.state = state
    self.reason = reason
  }

  /// The dates that move its state.
  ///
  /// - Parameter lastSession: The day of the last session; nil before a programme exists, when the
  ///   last day of the class counts.
  /// - Returns: What `ClassLife.state(_:_:on:)` asks for.
  public func dates(lastSession: JalaliDate?) -> ClassLife.Dates {
    ClassLife.Dates(
      enrolFrom: enrolFrom, enrolTo: enrolTo, start: from, lastSession: lastSession ?? to)
  }
}
