public import Persian

/// A learner's objection to the own score or to an absence (S2-10.4).
public struct ScoreObjection: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case score, absence
  }

  public var id: ID<ScoreObjection>
  public var enrolment: ID<Enrolment>
  public var kind: Kind
  /// Where the absence was; nil for a score.
  public var session: ID<Session>?
  public var text: String
  public var state: ObjectionLife.State
  public var registered: JalaliDate
  /// Nil until it is answered.
  public var answered: JalaliDate?
  /// What the expert says to it.
  public var answer: String
  /// The score or the mark before and after the correction, as they are stored; empty until then.
  public var before: String
  public var after: String

  public init(
    id: ID<ScoreObjection> = ID(rawValue: 0), enrolment: ID<Enrolment>, kind: Kind,
    session: ID<Session>? = nil, text: String, state: ObjectionLife.State = .registered,
    registered: JalaliDate, answered: JalaliDate? = nil, answer: String = "", before: String = "",
    after: String = ""
  ) {
    self.id = id
    self.enrolment = enrolment
    self.kind = kind
    self.session = session
    self.text = text
    self.state = state
    self.registered = registered
    self.answered = answered
    self.answer = answer
    self.before = before
    self.after = after
  }
}

/// SM-9b: an objection from its registration to the answer.
public enum ObjectionLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, accepted, rejected
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case register, accept, reject
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var objection: ScoreObjection
    /// Nil before it is announced.
    public var period: ControlPeriod?
    /// The state of the class on the day.
    public var classState: ClassLife.State
    public var day: JalaliDate
    /// Whether the actor is the learner, and still in the class.
    public var isOwn: Bool
    /// Whether one of the same kind, and of the same session, waits for its answer.
    public var hasWaiting: Bool

    public init(
      objection: ScoreObjection, period: ControlPeriod?, classState: ClassLife.State,
      day: JalaliDate, isOwn: Bool = false, hasWaiting: Bool = false
    ) {
      self.objection = objection
      self.period = period
      self.classState = classState
      self.day = day
      self.isOwn = isOwn
      self.hasWaiting = hasWaiting
    }
  }

  public static let name = "SM-9b"

  public static let table: [Transition<Self>] = [
    Transition([], .register, by: [.learner], to: .registered) { _ in
      [OwnObjection(), InsidePeriod(), ObjectionComplete()]
    },
    Transition([.registered], .accept, by: [.expert], to: .accepted, .dangerous) { _ in
      [ObjectionInOpenClass(), CorrectionRecorded()]
    },
    Transition([.registered], .reject, by: [.expert], to: .rejected, .needsReason),
  ]
}
