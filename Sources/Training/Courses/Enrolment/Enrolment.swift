public import Persian

/// A learner in a class (S2-5).
public struct Enrolment: Hashable, Sendable, Codable {
  /// How the learner came in; the raw value is stored.
  public enum Method: String, CaseIterable, Hashable, Sendable, Codable {
    case learner, expert, guest
  }

  public var id: ID<Enrolment>
  public var trainingClass: ID<TrainingClass>
  public var person: ID<Person>
  public var method: Method
  public var state: EnrolmentLife.State
  public var day: JalaliDate
  /// Number and date of the written request for removal (S2-5.10a).
  public var letter: String
  public var reason: String

  public init(
    id: ID<Enrolment>, trainingClass: ID<TrainingClass>, person: ID<Person>, method: Method,
    state: EnrolmentLife.State = .enrolled, day: JalaliDate, letter: String = "",
    reason: String = ""
  ) {
    self.id = id
    self.trainingClass = trainingClass
    self.person = person
    self.method = method
    self.state = state
    self.day = day
    self.letter = letter
    self.reason = reason
  }
}
