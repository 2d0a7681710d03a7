public import Persian

/// An exam of a class, or the project that stands for it (S2-8.4, S2-8.5).
public struct Exam: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case pretest, final, project

    /// Whether its score counts for the certificate.
    public var counts: Bool { self != .pretest }
  }

  /// The raw value is stored.
  public enum Mode: String, CaseIterable, Hashable, Sendable, Codable {
    /// On paper, in the exam centre.
    case written
    /// At the terminal, in this portal.
    case electronic
    /// In another system, whose scores come by hand or as a file.
    case elsewhere
  }

  public var id: ID<Exam>
  public var trainingClass: ID<TrainingClass>
  public var kind: Kind
  public var mode: Mode
  public var title: String
  /// The day of the exam, or on which the project is handed over.
  public var day: JalaliDate
  /// The minute of the day at which it begins, 0…1439.
  public var minute: Int
  /// 0 for a project.
  public var questionCount: Int
  /// How long it lasts in minutes; 0 for a project.
  public var duration: Int
  /// How much of the final score it is, in percent; 0 for a pre-test.
  public var effect: Int
  public var maximum: Score
  public var passing: Score
  /// The stored state; lists show `ExamLife.state(_:_:on:)`.
  public var state: ExamLife.State

  public init(
    id: ID<Exam> = ID(rawValue: 0), trainingClass: ID<TrainingClass>, kind: Kind,
    mode: Mode = .written, title: String, day: JalaliDate, minute: Int = 9 * 60,
    questionCount: Int = 20, duration: Int = 60, effect: Int = 100, maximum: Score = Score(20),
    passing: Score = Score(12), state: ExamLife.State = .defined
  ) {
    self.id = id
    self.trainingClass = trainingClass
    self.kind = kind
    self.mode = mode
    self.title = title
    self.day = day
    self.minute = minute
    self.questionCount = questionCount
    self.duration = duration
    self.effect = effect
    self.maximum = maximum
    self.passing = passing
    self.state = state
  }

  /// The day and the minute at which it is over: one that begins late may end after midnight.
  public var end: (day: JalaliDate, minute: Int) {
    let last = minute + duration
    return (day.adding(days: last / 1440), last % 1440)
  }

  /// The minutes of its day on which it is held; a project is due within the hour.
  public var minutes: Range<Int> { minute..<(minute + (duration > 0 ? duration : 60)) }

  /// What moves its state by itself.
  public var dates: ExamLife.Dates { ExamLife.Dates(day: day, mode: mode) }
}
