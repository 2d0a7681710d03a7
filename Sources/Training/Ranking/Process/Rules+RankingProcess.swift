public import Persian

/// The clocks of a ranking case, and what meetings of boards need.
extension Rules {
  private func whole(_ key: RuleKey) -> Int { value(of: key).value.share(of: 1) }

  /// Days from the referral within which the board decides (S4-7b).
  public var rankDecisionDays: Int { whole(.rankDecisionDays) }

  /// Days from the notification within which an appeal is taken (S4-8a).
  public var rankAppealDays: Int { whole(.rankAppealDays) }

  /// Days within which the board examines an appeal (S4-8b).
  public var rankAppealHandling: Int { whole(.rankAppealHandling) }

  /// Years after which a rank is evaluated anew, and for which it is paid (S4-9a, S4-12a).
  public var rankReassessmentYears: Int { whole(.rankReassessment) }

  /// The day on which the effects of the bylaw are to be evaluated (S4-13a).
  public var rankBylawReview: JalaliDate { rankBylawStart.adding(years: whole(.rankBylawReview)) }

  /// The day from which ranks of the first placement count (S4-4a, S4-7d).
  public var rankBylawStart: JalaliDate {
    guard let day = value(of: .rankBylawStart).date else {
      preconditionFailure("RuleBook accepts no start that is not a day")
    }
    return day
  }

  /// Between which bounds a coefficient of a case lies, both included (S4-6h).
  public var rankCoefficientLeast: Fraction { value(of: .rankCoefficientLeast).value }
  public var rankCoefficientMost: Fraction { value(of: .rankCoefficientMost).value }

  /// The share of the members that must be present (S4-10f).
  public var boardQuorum: Fraction { value(of: .boardQuorum).value }

  /// What a member gets for an official meeting outside duty hours; nothing unless entered (S4-10h).
  public var boardFee: Rial { Rial(whole(.boardFee)) }
}
