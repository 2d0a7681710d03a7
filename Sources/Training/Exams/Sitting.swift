/// A learner at an exam in the terminal (S2-8.6c).
public struct Sitting: Hashable, Sendable, Codable {
  public var id: ID<Sitting>
  public var exam: ID<Exam>
  public var enrolment: ID<Enrolment>
  /// Which terminal answers: each opening takes the next number, and older ones count no more.
  public var seat: Int
  /// Milliseconds since 1970, UTC.
  public var begun: Int64
  /// When the learner handed in; nil until then, also after the time was over.
  public var handedIn: Int64?

  public init(
    id: ID<Sitting> = ID(rawValue: 0), exam: ID<Exam>, enrolment: ID<Enrolment>, seat: Int,
    begun: Int64, handedIn: Int64? = nil
  ) {
    self.id = id
    self.exam = exam
    self.enrolment = enrolment
    self.seat = seat
    self.begun = begun
    self.handedIn = handedIn
  }
}

/// What a learner answered to a question of an exam.
public struct ExamAnswer: Hashable, Sendable, Codable {
  public var id: ID<ExamAnswer>
  public var sitting: ID<Sitting>
  /// The question by its place in the exam.
  public var question: ID<ExamQuestion>
  /// Numbers of choices from 1 with commas between them, or what was written; empty for none.
  public var response: String
  /// Marked by the learner to come back to.
  public var isFlagged: Bool

  public init(
    id: ID<ExamAnswer> = ID(rawValue: 0), sitting: ID<Sitting>, question: ID<ExamQuestion>,
    response: String = "", isFlagged: Bool = false
  ) {
    self.id = id
    self.sitting = sitting
    self.question = question
    self.response = response
    self.isFlagged = isFlagged
  }
}
