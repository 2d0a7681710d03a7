/// A line of an office's needs assessment for a year (S2-1.1).
public struct TrainingNeed: Hashable, Sendable, Codable {
  public var id: ID<TrainingNeed>
  /// The office whose people need it.
  public var unit: ID<Unit>
  public var year: Int
  /// Nil for a course that is not in the catalogue yet; then `title` names it.
  public var course: ID<Course>?
  public var title: String
  /// 1 is the most urgent.
  public var priority: Int
  /// For whom it is meant.
  public var audience: [CourseCondition]
  public var note: String

  public init(
    id: ID<TrainingNeed>, unit: ID<Unit>, year: Int, course: ID<Course>?, title: String = "",
    priority: Int, audience: [CourseCondition] = [], note: String = ""
  ) {
    self.id = id
    self.unit = unit
    self.year = year
    self.course = course
    self.title = title
    self.priority = priority
    self.audience = audience
    self.note = note
  }
}

/// A learner's own wish for a course in a year; wishes are counted in the needs assessment.
public struct CourseWish: Hashable, Sendable, Codable {
  public var id: ID<CourseWish>
  public var person: ID<Person>
  public var course: ID<Course>
  public var year: Int

  public init(id: ID<CourseWish>, person: ID<Person>, course: ID<Course>, year: Int) {
    self.id = id
    self.person = person
    self.course = course
    self.year = year
  }
}
