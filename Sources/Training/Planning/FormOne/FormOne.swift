public import Persian

/// The written request of a unit for a course: «فرم شماره ۱» (S2-1.2).
public struct FormOne: Hashable, Sendable, Codable {
  /// What the committee decided, and in which meeting (S2-1.3).
  public struct Decision: Hashable, Sendable, Codable {
    public var meeting: String
    public var day: JalaliDate?
    public var note: String

    public init(meeting: String = "", day: JalaliDate? = nil, note: String = "") {
      self.meeting = meeting
      self.day = day
      self.note = note
    }
  }

  /// The memorandum of understanding: the parties and what each takes upon itself (S2-1.4).
  public struct Memorandum: Hashable, Sendable, Codable {
    public var number: String
    public var day: JalaliDate?
    public var partyA: String
    public var partyB: String
    public var dutiesA: String
    public var dutiesB: String
    public var amount: Rial

    public init(
      number: String = "", day: JalaliDate? = nil, partyA: String = "", partyB: String = "",
      dutiesA: String = "", dutiesB: String = "", amount: Rial = Rial(0)
    ) {
      self.number = number
      self.day = day
      self.partyA = partyA
      self.partyB = partyB
      self.dutiesA = dutiesA
      self.dutiesB = dutiesB
      self.amount = amount
    }
  }

  public var id: ID<FormOne>
  /// The office that keeps the form and would hold the course.
  public var unit: ID<Unit>
  /// The requesting unit, by its name on the paper.
  public var requester: String
  public var registered: JalaliDate
  /// What the unit asks for in its own words; the committee names the course of the catalogue.
  public var title: String
  /// The course that the committee agreed to.
  public var course: ID<Course>?
  public var conditions: [CourseCondition]
  public var learnerCount: Int
  /// May be set after the committee's approval, as the place may (S2-1.2b).
  public var from: JalaliDate?
  public var to: JalaliDate?
  public var place: String
  /// Nil until it is chosen; required.
  public var mode: DeliveryMode?
  /// Where the money comes from.
  public var funding: String
  public var decision: Decision
  public var memorandum: Memorandum
  public var state: FormOneLife.State
  public var reason: String

  public init(
    id: ID<FormOne>, unit: ID<Unit>, requester: String, registered: JalaliDate, title: String,
    course: ID<Course>? = nil, conditions: [CourseCondition] = [], learnerCount: Int = 0,
    from: JalaliDate? = nil, to: JalaliDate? = nil, place: String = "", mode: DeliveryMode? = nil,
    funding: String = "", decision: Decision = Decision(), memorandum: Memorandum = Memorandum(),
    state: FormOneLife.State = .registered, reason: String = ""
  ) {
    self.id = id
    self.unit = unit
    self.requester = requester
    self.registered = registered
    self.title = title
    self.course = course
    self.conditions = conditions
    self.learnerCount = learnerCount
    self.from = from
    self.to = to
    self.place = place
    self.mode = mode
    self.funding = funding
    self.decision = decision
    self.memorandum = memorandum
    self.state = state
    self.reason = reason
  }
}
