public import Persian

/// The executive programme of a course: how it is to be held (S2-2).
public struct ExecutivePlan: Hashable, Sendable, Codable {
  /// Beds for learners from elsewhere, and how they travel (S2-2.5); count 0 for none.
  public struct Stay: Hashable, Sendable, Codable {
    public var count: Int
    public var from: JalaliDate?
    public var to: JalaliDate?
    public var place: String
    public var transport: String

    public init(
      count: Int = 0, from: JalaliDate? = nil, to: JalaliDate? = nil, place: String = "",
      transport: String = ""
    ) {
      self.count = count
      self.from = from
      self.to = to
      self.place = place
      self.transport = transport
    }
  }

  /// The official letter to whoever has a place outside the training centre (S2-2.8b).
  public struct Letter: Hashable, Sendable, Codable {
    public var number: String
    public var day: JalaliDate?
    public var recipient: String

    public init(number: String = "", day: JalaliDate? = nil, recipient: String = "") {
      self.number = number
      self.day = day
      self.recipient = recipient
    }
  }

  /// When the course is announced and when learners enrol (S2-2.7).
  public struct Windows: Hashable, Sendable, Codable {
    public var noticeFrom: JalaliDate?
    public var noticeTo: JalaliDate?
    public var enrolFrom: JalaliDate?
    public var enrolTo: JalaliDate?

    public init(
      noticeFrom: JalaliDate? = nil, noticeTo: JalaliDate? = nil, enrolFrom: JalaliDate? = nil,
      enrolTo: JalaliDate? = nil
    ) {
      self.noticeFrom = noticeFrom
      self.noticeTo = noticeTo
      self.enrolFrom = enrolFrom
      self.enrolTo = enrolTo
    }
  }

  /// By what the learners are judged, and when (S2-2.10).
  public struct Evaluation: Hashable, Sendable, Codable {
    public var byExam: Bool
    public var byProject: Bool
    public var day: JalaliDate?

    public init(byExam: Bool = false, byProject: Bool = false, day: JalaliDate? = nil) {
      self.byExam = byExam
      self.byProject = byProject
      self.day = day
    }
  }

  public var id: ID<ExecutivePlan>
  /// A request has one plan.
  public var request: ID<CourseRequest>
  public var learnerCount: Int
  public var classCount: Int
  public var instructorCount: Int
  public var stay: Stay
  public var windows: Windows
  public var letter: Letter
  public var evaluation: Evaluation
  public var state: ExecutivePlanLife.State

  public init(
    id: ID<ExecutivePlan>, request: ID<CourseRequest>, learnerCount: Int, classCount: Int,
    instructorCount: Int = 1, stay: Stay = Stay(), windows: Windows = Windows(),
    letter: Letter = Letter(), evaluation: Evaluation = Evaluation(),
    state: ExecutivePlanLife.State = .draft
  ) {
    self.id = id
    self.request = request
    self.learnerCount = learnerCount
    self.classCount = classCount
    self.instructorCount = instructorCount
    self.stay = stay
    self.windows = windows
    self.letter = letter
    self.evaluation = evaluation
    self.state = state
  }
}

/// A time and a place of the plan: for enrolment, for a class, or for the exam (S2-2.3, S2-2.4).
public struct PlanSlot: Hashable, Sendable, Codable {
  public enum Purpose: String, CaseIterable, Hashable, Sendable, Codable {
    case enrolment, lesson, exam
  }

  public var id: ID<PlanSlot>
  public var plan: ID<ExecutivePlan>
  public var purpose: Purpose
  /// Which of the planned classes, from 1.
  public var classNumber: Int
  public var day: JalaliDate
  public var span: TimeSpan
  /// The room or address; empty for an electronic place, which never clashes.
  public var place: String
  /// Outside the training centre: an official letter goes to whoever has the place.
  public var isOutside: Bool
  /// The instructor by name, and by record where known.
  public var instructor: String
  public var person: ID<Person>?

  public init(
    id: ID<PlanSlot>, plan: ID<ExecutivePlan>, purpose: Purpose = .lesson, classNumber: Int = 1,
    day: JalaliDate, span: TimeSpan, place: String = "", isOutside: Bool = false,
    instructor: String = "", person: ID<Person>? = nil
  ) {
    self.id = id
    self.plan = plan
    self.purpose = purpose
    self.classNumber = classNumber
    self.day = day
    self.span = span
    self.place = place
    self.isOutside = isOutside
    self.instructor = instructor
    self.person = person
  }
}

/// A line of one of the plan's lists: topics, factors, side programmes, catering, equipment,
/// materials (S2-2.2b, S2-2.6, S2-2.8, S2-2.9).
public struct PlanItem: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case topic, factor, event, catering, equipment, material
  }

  public var id: ID<PlanItem>
  public var plan: ID<ExecutivePlan>
  public var kind: Kind
  /// The topic, the duty, the programme, the meal, the thing.
  public var title: String
  /// Whose topic it is, who the factor is, where the programme is held.
  public var detail: String
  public var count: Int
  /// Minutes of a topic; 0 for the others.
  public var minutes: Int
  public var day: JalaliDate?
  /// Outside the training centre.
  public var isOutside: Bool

  public init(
    id: ID<PlanItem>, plan: ID<ExecutivePlan>, kind: Kind, title: String, detail: String = "",
    count: Int = 0, minutes: Int = 0, day: JalaliDate? = nil, isOutside: Bool = false
  ) {
    self.id = id
    self.plan = plan
    self.kind = kind
    self.title = title
    self.detail = detail
    self.count = count
    self.minutes = minutes
    self.day = day
    self.isOutside = isOutside
  }
}
