/// A factor as it would become, beside those of the course.
public struct FactorFacts: Hashable, Sendable {
  public var factor: Factor
  /// The other active factors of the request.
  public var others: [Factor]
  /// Whether the person is in the bank of instructors.
  public var isInBank: Bool
  /// What the bank says of an instructor in this course; nil for whoever is not in it.
  public var standing: InstructorStanding?

  public init(
    factor: Factor, others: [Factor] = [], isInBank: Bool, standing: InstructorStanding? = nil
  ) {
    self.factor = factor
    self.others = others
    self.isInBank = isInBank
    self.standing = standing
  }

  /// The rules on registering a factor (S2-4.4, S2-4.5).
  public static let policies: [any Policy<FactorFacts>] = [
    FactorIdentity(), InstructorInBank(), InstructorQualified(), NonLocalPermitted(),
    FactorOnce(), OneManager(),
  ]
}

/// Educators are found by personnel code; others have a national code and a typed name (S2-4.5c).
public struct FactorIdentity: Policy {
  public static let clause = Clause.factorIdentity
  public init() {}

  public func findings(in facts: FactorFacts) -> [Finding] {
    let factor = facts.factor
    var findings: [Finding] = []
    if factor.isEducator, factor.person == nil {
      findings.append(refusal(.factor(.personnelCodeUnknown), remedy: .record(.person)))
    }
    if !factor.isEducator, factor.nationalCode == nil {
      findings.append(refusal(.factor(.nationalCodeMissing), remedy: .record(.factor)))
    }
    if factor.fullName.allSatisfy(\.isWhitespace) {
      findings.append(refusal(.factor(.nameMissing), remedy: .record(.factor)))
    }
    return findings
  }
}

/// Only someone in the bank of instructors is an instructor (S2-4.5b).
public struct InstructorInBank: Policy {
  public static let clause = Clause.bankOfInstructors
  public init() {}

  public func findings(in facts: FactorFacts) -> [Finding] {
    guard facts.factor.duty == .instructor, !facts.isInBank else { return [] }
    return [
      refusal(.factor(.notInBank(name: facts.factor.fullName)), remedy: .record(.instructor))
    ]
  }
}

/// Nobody has the same duty twice in a course (S2-4.5d).
public struct FactorOnce: Policy {
  public static let clause = Clause.factorOnce
  public init() {}

  public func findings(in facts: FactorFacts) -> [Finding] {
    let it = facts.factor
    return facts.others.contains { $0.duty == it.duty && $0.isSamePerson(as: it) }
      ? [refusal(.factor(.doubled(name: it.fullName)), remedy: .chooseAnother(.factor))] : []
  }
}

/// A course has one active manager, whom the expert may change (S2-4.4b).
public struct OneManager: Policy {
  public static let clause = Clause.oneManager
  public init() {}

  public func findings(in facts: FactorFacts) -> [Finding] {
    guard facts.factor.duty == .manager,
      let other = facts.others.first(where: {
        $0.duty == .manager && $0.isActive && !$0.isSamePerson(as: facts.factor)
      })
    else { return [] }
    return [
      refusal(.factor(.managerExists(name: other.fullName)), remedy: .chooseAnother(.manager))
    ]
  }
}
