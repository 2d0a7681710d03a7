public import Persian

extension EnrolmentLife {
  /// A learner, a class, and what the records say of both on a day.
  public struct Facts: Hashable, Sendable {
    /// A session the learner has elsewhere, with the title of its course.
    public struct Booking: Hashable, Sendable {
      public var course: String
      public var day: JalaliDate
      public var span: TimeSpan

      public init(course: String, day: JalaliDate, span: TimeSpan) {
        self.course = course
        self.day = day
        self.span = span
      }
    }

    /// The class and its course.
    public struct Place: Hashable, Sendable {
      public var course: Course
      public var request: CourseRequest
      /// The states on the day.
      public var requestState: CourseRequestLife.State
      public var trainingClass: TrainingClass
      public var classState: ClassLife.State
      /// Learners now enrolled, guests not counted, and guests.
      public var enrolled: Int
      public var guests: Int
      public var sessions: [Session]
      /// What the conditions' codes are called; codes without a title show themselves.
      public var conditionTitles: [CourseCondition: String]

      public init(
        course: Course, request: CourseRequest, requestState: CourseRequestLife.State,
        trainingClass: TrainingClass, classState: ClassLife.State, enrolled: Int = 0,
        guests: Int = 0, sessions: [Session] = [], conditionTitles: [CourseCondition: String] = [:]
      ) {
        self.course = course
        self.request = request
        self.requestState = requestState
        self.trainingClass = trainingClass
        self.classState = classState
        self.enrolled = enrolled
        self.guests = guests
        self.sessions = sessions
        self.conditionTitles = conditionTitles
      }
    }

    /// The person, with what concerns enrolment.
    public struct Learner: Hashable, Sendable {
      public var person: Person
      public var employment: Employment
      /// Minutes of the year's enrolled and passed courses, this one not counted.
      public var yearMinutes: Int
      /// Enrolled in this course or has passed it.
      public var hasCourse: Bool
      public var bookings: [Booking]
      /// Whether staff of a non-governmental school is confirmed by the principal (S2-6.3a);
      /// true for everyone else.
      public var isConfirmed: Bool

      public init(
        person: Person, employment: Employment = Employment(), yearMinutes: Int = 0,
        hasCourse: Bool = false, bookings: [Booking] = [], isConfirmed: Bool = true
      ) {
        self.person = person
        self.employment = employment
        self.yearMinutes = yearMinutes
        self.hasCourse = hasCourse
        self.bookings = bookings
        self.isConfirmed = isConfirmed
      }
    }

    /// The class a learner is to be moved to.
    public struct Target: Hashable, Sendable {
      public var trainingClass: ID<TrainingClass>
      public var free: Int

      public init(trainingClass: ID<TrainingClass>, free: Int) {
        self.trainingClass = trainingClass
        self.free = free
      }
    }

    /// What the course came to, for closing.
    public struct Outcome: Hashable, Sendable {
      public var absentMinutes: Int
      /// Exams are defined.
      public var hasExam: Bool
      /// The share of the full score; nil when absent from the exam.
      public var score: Fraction?
      /// The same as it is printed: hundredths of a point, of those of the full score.
      public var points: Fraction?
      /// The share of the full score that passes in this class; nil takes that of the course.
      public var passMark: Fraction?
      /// Whether the learner was absent from the exam, which is known then.
      public var missedExam: Bool
      /// Sessions with a mark of the learner.
      public var markedSessions: Int
      /// Whether the learner has withdrawn or was removed.
      public var hasLeft: Bool

      public init(
        absentMinutes: Int = 0, hasExam: Bool = false, score: Fraction? = nil,
        points: Fraction? = nil, passMark: Fraction? = nil, missedExam: Bool = false,
        markedSessions: Int = 0,
        hasLeft: Bool = false
      ) {
        self.absentMinutes = absentMinutes
        self.hasExam = hasExam
        self.score = score
        self.points = points
        self.passMark = passMark
        self.missedExam = missedExam
        self.markedSessions = markedSessions
        self.hasLeft = hasLeft
      }
    }

    public var day: JalaliDate
    public var place: Place
    public var learner: Learner
    /// Whether the actor is the learner.
    public var isOwn: Bool
    /// The written request for removal; nil before anybody was asked for it.
    public var letter: String?
    /// Nil before a target is chosen.
    public var target: Target?
    public var outcome: Outcome

    public init(
      day: JalaliDate, place: Place, learner: Learner, isOwn: Bool = false, letter: String? = nil,
      target: Target? = nil, outcome: Outcome = Outcome()
    ) {
      self.day = day
      self.place = place
      self.learner = learner
      self.isOwn = isOwn
      self.letter = letter
      self.target = target
      self.outcome = outcome
    }
  }
}
