public import Persian

/// Something that an office records of a person for ranking: one form of keeping all of it.
public protocol RankingFact: Hashable, Sendable, Codable {
  var id: ID<Self> { get set }
  var person: ID<Person> { get }
  /// What is wrong with it, whoever records it.
  func findings(on day: JalaliDate) -> [Finding]
}

extension RankingFact {
  fileprivate func refusal(_ reason: RankRuleReason, _ clause: Clause = .rankConditions) -> Finding
  {
    Finding(clause, .refusal, .rankRule(reason))
  }

  fileprivate func notAhead(_ day: JalaliDate?, of today: JalaliDate) -> [Finding] {
    day.map { $0 > today ? [refusal(.inFuture($0))] : [] } ?? []
  }
}

extension RankingProfile: RankingFact {
  public func findings(on day: JalaliDate) -> [Finding] {
    let source =
      hasCertificate && certificateSource.isEmpty ? [refusal(.certificateSourceMissing)] : []
    return [certificate.day, formOne, employed, graduated].flatMap { notAhead($0, of: day) }
      + source
  }
}

extension DegreeRecord: RankingFact {
  public func findings(on day: JalaliDate) -> [Finding] {
    notAhead(self.day, of: day) + (field.isEmpty ? [refusal(.titleMissing)] : [])
  }
}

extension RankingYear: RankingFact {
  public func findings(on day: JalaliDate) -> [Finding] {
    var findings: [Finding] = []
    if let appraisal, !(Fraction.zero...Fraction(100) ~= appraisal) {
      findings.append(refusal(.appraisalOutOfScale(appraisal)))
    }
    if year > day.year {
      findings.append(
        refusal(.inFuture((try? JalaliDate(year: year, month: 1, day: 1)) ?? day)))
    }
    if source.isEmpty { findings.append(refusal(.documentMissing)) }
    return findings
  }
}

extension Conviction: RankingFact {
  public func findings(on day: JalaliDate) -> [Finding] {
    notAhead(self.day, of: day)
      + (document.isEmpty ? [refusal(.documentMissing, .convictionRecord)] : [])
  }
}

extension EnteredRank: RankingFact {
  public func findings(on day: JalaliDate) -> [Finding] {
    var findings = [from, to, evaluated, decree.day].flatMap { notAhead($0, of: day) }
    if !decree.isRecorded { findings.append(refusal(.documentMissing, .rankHistory)) }
    for end in [to, evaluated].compactMap({ $0 }) where end < from {
      findings.append(
        Finding(.rankHistory, .refusal, .portal(.endsBeforeStart(from: from, to: end))))
    }
    return findings
  }
}

extension RankConcession: RankingFact {
  public func findings(on day: JalaliDate) -> [Finding] {
    document.isEmpty || reason.isEmpty ? [refusal(.documentMissing, .promotionConditions)] : []
  }
}
