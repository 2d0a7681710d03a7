/// Everybody registers and withdraws for themselves (SM-1).
public struct OwnCompetencyRequest: Policy {
  public static let clause = Clause.competencyLife
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    facts.isOwn ? [] : [refusal(.competency(.notOwn))]
  }
}

/// The programme is in force from a day on; nothing is registered before it (S1-1a).
public struct ProgrammeInForce: Policy {
  public static let clause = Clause.programmeStart
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    let start = rules.competencyStart
    return facts.day >= start
      ? [] : [refusal(.competency(.beforeProgramme(start: start)), remedy: .wait(until: start))]
  }
}

/// The programme is for employees, and not for administrative and service staff (S1-1g, S1-1h).
public struct CompulsoryParticipation: Policy {
  public static let clause = Clause.exemptStaff
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    switch Participation(facts.person, facts.employment, on: facts.day) {
    case .compulsory: []
    case .exempt: [refusal(.competency(.notCompulsory))]
    case .notEmployee: [refusal(.competency(.notEmployee))]
    }
  }
}

/// A request needs an appointment that holds on the day: else «خطای عدم ابلاغ» (S1-4d).
public struct CurrentAppointment: Policy {
  public static let clause = Clause.currentAppointment
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    // Who need not take part is not sent after a paper first.
    guard Participation(facts.person, facts.employment, on: facts.day) == .compulsory,
      facts.employment.appointments(on: facts.day).isEmpty
    else { return [] }
    return [refusal(.competency(.noAppointment), remedy: .updateAppointment)]
  }
}

/// A request is for an assessment period that still takes requests (S1-1c).
public struct OpenPeriod: Policy {
  public static let clause = Clause.assessmentWindow
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    facts.period == nil
      ? [refusal(.competency(.noPeriod), remedy: .ask(.provincialExpert))] : []
  }
}

/// One live request for a person and a period (S1-4e).
public struct OneCompetencyRequest: Policy {
  public static let clause = Clause.oneCompetencyRequest
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    facts.liveRequest.map { [refusal(.competency(.alreadyRequested(tracking: $0)))] } ?? []
  }
}

/// The tick under the request is set (S1-4b).
public struct AcceptedTerms: Policy {
  public static let clause = Clause.competencyRequest
  public init() {}

  public func findings(in facts: CompetencyLife.Facts) -> [Finding] {
    facts.isAccepted ? [] : [refusal(.competency(.notAccepted), remedy: .correct(.acceptance))]
  }
}
