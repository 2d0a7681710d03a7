public import Persian

/// SM-9: a class from its definition to its closing.
///
/// Scores, the course file and objections have records of their own; the facts say what is missing
/// of them. The states that dates cause are derived.
public enum ClassLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case defined, enrolling, enrolmentEnded, running, sessionsEnded, graded, objectionPeriod
    case closed, cancelled

    /// Whether nothing changes in the class any more.
    public var isFinal: Bool { self == .closed || self == .cancelled }
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case define, grade, announceControl, close, reopen, cancel
  }

  public struct Facts: Hashable, Sendable {
    /// Another class of the same request that is not cancelled.
    public struct Sibling: Hashable, Sendable {
      public var name: String
      public var capacity: Int
      public var enrolled: Int

      public init(name: String, capacity: Int, enrolled: Int) {
        self.name = name
        self.capacity = capacity
        self.enrolled = enrolled
      }
    }

    /// As it is, or as it would become.
    public var trainingClass: TrainingClass
    public var request: CourseRequest
    /// The state of the request on the day.
    public var requestState: CourseRequestLife.State
    public var day: JalaliDate
    /// In the order of their definition.
    public var siblings: [Sibling]
    public var liveEnrolments: Int
    /// Learners with neither a score nor "absent from the exam".
    public var scoresMissing: Int
    /// Whether an exam that counts, or a project, is defined.
    public var hasExam: Bool
    public var isFileDelivered: Bool
    /// The first and the last day on which learners may object; nil before it is announced.
    public var objectionsFrom: JalaliDate?
    public var objectionsUntil: JalaliDate?
    public var openObjections: Int
    /// Scores that differ between paper and records.
    public var differingScores: Int
    /// What was counted on paper beside the records; nil where nobody asks for it.
    public var comparison: PaperComparison?

    public init(
      trainingClass: TrainingClass, request: CourseRequest,
      requestState: CourseRequestLife.State, day: JalaliDate, siblings: [Sibling] = [],
      liveEnrolments: Int = 0, scoresMissing: Int = 0, hasExam: Bool = true,
      isFileDelivered: Bool = false,
      objectionsFrom: JalaliDate? = nil, objectionsUntil: JalaliDate? = nil,
      openObjections: Int = 0, differingScores: Int = 0,
      comparison: PaperComparison? = nil
    ) {
      self.trainingClass = trainingClass
      self.request = request
      self.requestState = requestState
      self.day = day
      self.siblings = siblings
      self.liveEnrolments = liveEnrolments
      self.scoresMissing = scoresMissing
      self.hasExam = hasExam
      self.isFileDelivered = isFileDelivered
      self.objectionsFrom = objectionsFrom
      self.objectionsUntil = objectionsUntil
      self.openObjections = openObjections
      self.differingScores = differingScores
      self.comparison = comparison
    }
  }

  public struct Dates: Hashable, Sendable {
    public var enrolFrom: JalaliDate
    public var enrolTo: JalaliDate
    public var start: JalaliDate
    public var lastSession: JalaliDate

    public init(
      enrolFrom: JalaliDate, enrolTo: JalaliDate, start: JalaliDate, lastSession: JalaliDate
    ) {
      self.enrolFrom = enrolFrom
      self.enrolTo = enrolTo
      self.start = start
      self.lastSession = lastSession
    }
  }

  public static let name = "SM-9"

  public static let clocks: [Clock<Self>] = [
    Clock([.defined], to: .enrolling) { $0.enrolFrom },
    // Enrolment is over before the class starts even where the two days are one (S2-5.1a).
    Clock([.enrolling], to: .enrolmentEnded) { min($0.enrolTo.adding(days: 1), $0.start) },
    Clock([.enrolmentEnded], to: .running) { $0.start },
    Clock([.running], to: .sessionsEnded) { $0.lastSession.adding(days: 1) },
  ]

  public static let table: [Transition<Self>] = [
    Transition(
      [], .define, by: [.courseManager], to: .defined, .undoable,
      prints: [.classList, .attendanceList, .attendanceSlips, .instructorReminder],
      guards: definition),
    Transition(
      [.sessionsEnded], .grade, by: [.courseManager], to: .graded, .undoable,
      guards: { _ in [ScoresComplete()] }),
    Transition(
      [.graded], .announceControl, by: [.expert], to: .objectionPeriod, .undoable,
      guards: { _ in [FileDelivered(), ControlPeriodFits()] }),
    Transition(
      [.objectionPeriod], .close, by: [.expert], to: .closed, .dangerous, prints: [.certificate],
      guards: { _ in [PeriodOver(), ObjectionsAnswered()] }),
    Transition(
      [.closed], .reopen, by: [.provincialExpert], to: .objectionPeriod,
      [.dangerous, .needsReason]),
    Transition(
      [.defined, .enrolling, .enrolmentEnded], .cancel, by: [.courseManager, .expert],
      to: .cancelled, [.dangerous, .undoable, .needsReason], guards: { _ in [ClassEmptied()] }),
  ]

  /// The rules on the fields of a class (S2-4.6), also for editing one.
  public static let definition: @Sendable (Rules) -> [any Policy<Facts>] = {
    [
      RequestApproved(), ClassName(), ClassDates(), ClassInInterval(), ClassCapacity(rules: $0),
      ClassCount(), SeatsOfQuota(), ClassesInOrder(),
    ]
  }
}
