public import Persian

/// SM-15: a rank that is held, its evaluation every three years, and demotion.
public enum PersonRankLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    /// Due is derived on reading, never stored. The one who has left the category is out for good.
    case valid, due, demoted, left
    /// Another rank has taken its place.
    case ended
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case confirm, demote, startRetraining, finishRetraining, supersede, stop
  }

  public struct Facts: Hashable, Sendable {
    public var personRank: PersonRank
    public var day: JalaliDate
    /// The one that is under way or was the last; nil before.
    public var retraining: Retraining?
    /// The result that an action brings along.
    public var isPassed: Bool

    public init(
      personRank: PersonRank, day: JalaliDate, retraining: Retraining? = nil,
      isPassed: Bool = false
    ) {
      self.personRank = personRank
      self.day = day
      self.retraining = retraining
      self.isPassed = isPassed
    }
  }

  public struct Dates: Hashable, Sendable {
    /// The first day of the new evaluation.
    public var due: JalaliDate

    public init(_ it: PersonRank, under rules: Rules) {
      due = it.due(afterYears: rules.rankReassessmentYears)
    }
  }

  public static let name = "SM-15"

  public static let clocks: [Clock<Self>] = [Clock([.valid], to: .due, on: { $0.due })]

  public static let table: [Transition<Self>] = [
    Transition([.due], .confirm, by: [.boardMember], to: .valid, .automatic),
    Transition([.due], .demote, by: [.boardMember], to: .demoted, .automatic) { _ in
      [FirstDemotion()]
    },
    Transition([.due], .demote, by: [.boardMember], to: .left, .automatic) { _ in
      [SecondDemotion()]
    },
    Transition([.demoted], .startRetraining, by: [.personnelOffice], to: nil) { _ in
      [NoOpenRetraining()]
    },
    Transition([.demoted], .finishRetraining, by: [.personnelOffice], to: .valid) { _ in
      [RetrainingPassed()]
    },
    Transition(
      [.valid, .due, .demoted, .left], .supersede, by: [.boardMember, .personnelOffice],
      to: .ended, .automatic),
    Transition(
      [.valid, .due, .demoted], .stop, by: [.personnelOffice], to: nil,
      [.needsReason, .dangerous]),
  ]
}

/// The first demotion leads into retraining (S4-12c).
public struct FirstDemotion: Policy {
  public static let clause = Clause.firstDemotion
  public init() {}

  public func findings(in facts: PersonRankLife.Facts) -> [Finding] {
    facts.personRank.demotions == 0 ? [] : [refusal(.rankCase(.notFirstDemotion))]
  }
}

/// The second one leads out of the category (S4-12d).
public struct SecondDemotion: Policy {
  public static let clause = Clause.secondDemotion
  public init() {}

  public func findings(in facts: PersonRankLife.Facts) -> [Finding] {
    facts.personRank.demotions > 0 ? [] : [refusal(.rankCase(.firstDemotion))]
  }
}

/// One retraining at a time.
public struct NoOpenRetraining: Policy {
  public static let clause = Clause.firstDemotion
  public init() {}

  public func findings(in facts: PersonRankLife.Facts) -> [Finding] {
    facts.retraining.map { $0.isPassed == nil } == true
      ? [refusal(.rankCase(.retrainingOpen))] : []
  }
}

/// The retraining is over and was passed (S4-12c).
public struct RetrainingPassed: Policy {
  public static let clause = Clause.firstDemotion
  public init() {}

  public func findings(in facts: PersonRankLife.Facts) -> [Finding] {
    facts.retraining != nil && facts.isPassed ? [] : [refusal(.rankCase(.retrainingNotPassed))]
  }
}
