/// The district asks by an official letter, with number and date (S2-3.6a).
public struct DistrictLetter: Policy {
  public static let clause = Clause.nonLocalProvince
  public init() {}

  public func findings(in facts: NonLocalLife.Facts) -> [Finding] {
    facts.permit.letter.isRecorded
      ? [] : [refusal(.instructor(.districtLetterMissing), remedy: .record(.districtLetter))]
  }
}

/// A local instructor needs no permission (S2-3.6c).
public struct NonLocalOnly: Policy {
  public static let clause = Clause.nonLocalUse
  public init() {}

  public func findings(in facts: NonLocalLife.Facts) -> [Finding] {
    facts.place != .local ? [] : [refusal(.instructor(.isLocal))]
  }
}

/// Only somebody in the bank is asked for (S2-4.5b).
public struct BankedNonLocal: Policy {
  public static let clause = Clause.bankOfInstructors
  public init() {}

  public func findings(in facts: NonLocalLife.Facts) -> [Finding] {
    facts.isInBank
      ? []
      : [refusal(.instructor(.notInBank(name: facts.instructor)), remedy: .record(.instructor))]
  }
}

/// One permission at a time for an instructor and a course.
public struct AskedOnce: Policy {
  public static let clause = Clause.nonLocalProvince
  public init() {}

  public func findings(in facts: NonLocalLife.Facts) -> [Finding] {
    facts.isAsked ? [refusal(.instructor(.permitAsked))] : []
  }
}

/// The province confirms those who serve in it (S2-3.6a); others are the ministry's (S2-3.6b).
public struct OfProvince: Policy {
  public static let clause = Clause.nonLocalMinistry
  public init() {}

  public func findings(in facts: NonLocalLife.Facts) -> [Finding] {
    facts.place != .elsewhere
      ? [] : [refusal(.instructor(.notOfProvince), remedy: .ask(.ministryExpert))]
  }
}

/// Only those who serve in another province are referred to the ministry (S2-3.6b).
public struct OfElsewhere: Policy {
  public static let clause = Clause.nonLocalMinistry
  public init() {}

  public func findings(in facts: NonLocalLife.Facts) -> [Finding] {
    facts.place == .elsewhere
      ? [] : [refusal(.instructor(.ofProvince), remedy: .ask(.provincialExpert))]
  }
}
