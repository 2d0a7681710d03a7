public import Persian

/// A course somebody passed before it was held here, or elsewhere; it counts for the year's ceiling.
public struct TrainingRecord: Hashable, Sendable, Codable {
  public var id: ID<TrainingRecord>
  public var person: ID<Person>
  /// The code of the catalogue; empty where the list had none.
  public var courseCode: String
  public var title: String
  public var minutes: Int
  /// The Jalali year it counts for.
  public var year: Int
  public var end: JalaliDate?
  /// The number of the certificate, or whatever the list named.
  public var reference: String

  public init(
    id: ID<TrainingRecord>, person: ID<Person>, courseCode: String, title: String, minutes: Int,
    year: Int, end: JalaliDate? = nil, reference: String = ""
  ) {
    self.id = id
    self.person = person
    self.courseCode = courseCode
    self.title = title
    self.minutes = minutes
    self.year = year
    self.end = end
    self.reference = reference
  }
}
