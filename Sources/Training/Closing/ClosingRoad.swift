public import Persian

/// What a class still needs until its certificates are printed, in order, by whom (SM-9, S2-10.5).
///
/// It is read from the same facts as the guards of the state table, for a class wherever it stands,
/// so that whoever finds an action closed or missing sees what comes first.
public struct ClosingRoad: Hashable, Sendable {
  /// In the order in which they are done.
  public enum Step: String, CaseIterable, Hashable, Sendable, Codable {
    case programme, attendance, sessions, exam, examDay, scores, grade
    case file, announce, objections, period, comparison, measures, close, print

    /// Who does it; nil where only a day is waited for.
    public var owner: Role? {
      switch self {
      case .programme, .attendance, .exam, .scores, .grade, .measures, .file: .courseManager
      case .announce, .objections, .comparison, .close, .print: .expert
      case .sessions, .examDay, .period: nil
      }
    }
  }

  /// A step that is not done.
  public struct Item: Hashable, Sendable, Codable {
    public let step: Step
    /// How many are missing of what is counted; 0 where nothing is.
    public let count: Int
    /// The last day that is waited for; nil where nobody waits for a day.
    public let until: JalaliDate?

    public init(_ step: Step, count: Int = 0, until: JalaliDate? = nil) {
      self.step = step
      self.count = count
      self.until = until
    }
  }

  public struct Facts: Hashable, Sendable {
    public var state: ClassLife.State
    public var life: ClassLife.Facts
    public var sessions: Int
    /// The last session; nil without a programme.
    public var lastSession: JalaliDate?
    /// Past sessions in which somebody's cell is empty.
    public var unmarkedSessions: Int
    /// The last exam that counts, or project; nil before one is defined.
    public var lastExam: JalaliDate?
    public var levels: CompulsoryLevels
    public var certificates: Int

    public init(
      state: ClassLife.State, life: ClassLife.Facts, sessions: Int, lastSession: JalaliDate?,
      unmarkedSessions: Int, lastExam: JalaliDate?, levels: CompulsoryLevels, certificates: Int = 0
    ) {
      self.state = state
      self.life = life
      self.sessions = sessions
      self.lastSession = lastSession
      self.unmarkedSessions = unmarkedSessions
      self.lastExam = lastExam
      self.levels = levels
      self.certificates = certificates
    }
  }

  /// What is still to be done; empty where the class was cancelled or gave no certificate.
  public let items: [Item]

  public init(_ facts: Facts) {
    switch facts.state {
    case .cancelled: items = []
    case .closed: items = facts.certificates > 0 ? [Item(.print, count: facts.certificates)] : []
    default: items = Step.allCases.compactMap { Self.item($0, facts) }
    }
  }

  /// What is done next, by whom or on which day; nil where nothing is left.
  public var next: Item? { items.first }

  /// What comes before an action of the class: everything up to its own step.
  public func items(before action: ClassLife.Action) -> [Item] {
    let own: Step? =
      switch action {
      case .grade: .grade
      case .announceControl: .announce
      case .close: .close
      case .define, .reopen, .cancel: nil
      }
    guard let own else { return [] }
    return Array(items.prefix { $0.step != own })
  }

  private static func item(_ step: Step, _ facts: Facts) -> Item? {
    let life = facts.life
    let isGraded = facts.state == .graded || facts.state == .objectionPeriod
    func open(_ isOpen: Bool, count: Int = 0, until: JalaliDate? = nil) -> Item? {
      isOpen ? Item(step, count: count, until: until) : nil
    }
    switch step {
    case .programme: return open(facts.sessions == 0)
    case .sessions:
      guard let last = facts.lastSession else { return nil }
      return open(last >= life.day, until: last)
    case .attendance: return open(facts.unmarkedSessions > 0, count: facts.unmarkedSessions)
    case .exam: return open(!life.hasExam)
    case .examDay:
      guard let last = facts.lastExam else { return nil }
      return open(last > life.day, until: last)
    case .scores: return open(life.scoresMissing > 0, count: life.scoresMissing)
    case .grade: return open(!isGraded)
    case .measures: return open(!facts.levels.hasSurvey || !facts.levels.hasTests)
    case .file: return open(!life.isFileDelivered)
    case .announce: return open(life.objectionsUntil == nil)
    case .objections: return open(life.openObjections > 0, count: life.openObjections)
    case .comparison: return open(life.comparison.map { !$0.findings.allow } ?? true)
    case .period:
      // Whoever promises a certificate must see this wait before it has begun.
      guard let last = life.objectionsUntil else { return Item(step) }
      return open(last >= life.day, until: last)
    case .close, .print: return Item(step)
    }
  }
}
