import Persian

/// Learners withdraw before the class starts (S2-5.9a).
public struct BeforeStart: Policy {
  public static let clause = Clause.withdrawal
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let start = facts.place.trainingClass.from
    return facts.day < start
      ? [] : [refusal(.enrolment(.started(on: start)), remedy: .ask(.expert))]
  }
}

/// Learners withdraw while enrolment lasts; later the expert may remove them (S2-5.9b).
public struct WithdrawalTime: Policy {
  public static let clause = Clause.withdrawal
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let last = facts.place.trainingClass.enrolTo
    return facts.day <= last
      ? [] : [refusal(.enrolment(.over(since: last)), remedy: .ask(.expert))]
  }
}

/// Removal needs the learner's written request, by number and date (S2-5.10a).
public struct WrittenRequest: Policy {
  public static let clause = Clause.writtenRemoval
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    guard let letter = facts.letter, letter.allSatisfy(\.isWhitespace) else { return [] }
    return [refusal(.enrolment(.letterMissing), remedy: .record(.removalLetter))]
  }
}

/// Nothing changes in a closed or cancelled class (S2-5.10c).
public struct ClassNotClosed: Policy {
  public static let clause = Clause.classClosed
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    facts.place.classState.isFinal
      ? [refusal(.enrolment(.classClosed), remedy: .ask(.provincialExpert))] : []
  }
}

/// Re-classing lies between the end of enrolment and the start (S2-7.3a).
public struct TransferTime: Policy {
  public static let clause = Clause.transferTime
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let state = facts.place.classState
    if state == .enrolmentEnded && facts.day < facts.place.trainingClass.from { return [] }
    let opens = facts.place.trainingClass.enrolTo.adding(days: 1)
    let isEarly = state == .defined || state == .enrolling
    return [
      refusal(
        .enrolment(.transferNotNow(state)), remedy: isEarly ? .wait(until: opens) : nil)
    ]
  }
}

/// The target is another class with a free place (S2-7.3c); none chosen yet refuses nothing.
public struct TransferTarget: Policy {
  public static let clause = Clause.transferCapacity
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    guard let target = facts.target else { return [] }
    if target.trainingClass == facts.place.trainingClass.id {
      return [refusal(.enrolment(.sameClass), remedy: .chooseAnother(.trainingClass))]
    }
    return target.free > 0
      ? []
      : [
        refusal(
          .enrolment(.targetFull(free: target.free)), remedy: .chooseAnother(.trainingClass))
      ]
  }
}
