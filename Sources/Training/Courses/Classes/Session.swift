public import Persian

/// A session of a class's programme (S2-4.7).
public struct Session: Hashable, Sendable, Codable {
  public var id: ID<Session>
  public var trainingClass: ID<TrainingClass>
  public var day: JalaliDate
  public var span: TimeSpan
  /// The instructor, a factor with that role.
  public var instructor: ID<Factor>?
  public var topic: String
  /// The room or address; empty where the place is the class's own.
  public var place: String

  public init(
    id: ID<Session>, trainingClass: ID<TrainingClass>, day: JalaliDate, span: TimeSpan,
    instructor: ID<Factor>? = nil, topic: String = "", place: String = ""
  ) {
    self.id = id
    self.trainingClass = trainingClass
    self.day = day
    self.span = span
    self.instructor = instructor
    self.topic = topic
    self.place = place
  }

  /// Whether two sessions share a minute.
  public func overlaps(_ other: Session) -> Bool {
    day == other.day && span.overlaps(other.span)
  }
}
