/// Nothing is made of a request before the province has approved it (S2-1.6a).
public struct RequestApproved: Policy {
  public static let clause = Clause.provincialApproval
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    facts.requestState.isLive
      ? []
      : [refusal(.request(.notApproved(facts.requestState)), remedy: .ask(.provincialExpert))]
  }
}

/// A class has a name, which no other class of the request has (S2-4.6).
public struct ClassName: Policy {
  public static let clause = Clause.classFields
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    let name = facts.trainingClass.name
    if name.allSatisfy(\.isWhitespace) {
      return [refusal(.training(.nameMissing), remedy: .record(.className))]
    }
    return facts.siblings.contains { $0.name == name }
      ? [refusal(.training(.nameTaken(name)), remedy: .chooseAnother(.className))] : []
  }
}

/// Enrolment lies before the class and neither interval is reversed (S2-4.6, S2-5.1).
public struct ClassDates: Policy {
  public static let clause = Clause.classFields
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    let it = facts.trainingClass
    var findings: [Finding] = []
    if it.enrolTo < it.enrolFrom {
      findings.append(
        refusal(
          .training(.enrolmentReversed(from: it.enrolFrom, to: it.enrolTo)),
          remedy: .correct(.enrolmentInterval)))
    }
    if it.to < it.from {
      findings.append(
        refusal(
          .training(.classReversed(from: it.from, to: it.to)), remedy: .correct(.classInterval)))
    }
    if it.enrolTo > it.from {
      findings.append(
        refusal(
          .training(.enrolmentAfterStart(enrolTo: it.enrolTo, start: it.from)),
          remedy: .correct(.enrolmentInterval)))
    }
    return findings
  }
}

/// The class lies in the execution interval of the request (S2-4.6d).
public struct ClassInInterval: Policy {
  public static let clause = Clause.classInInterval
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    let (it, request) = (facts.trainingClass, facts.request)
    guard it.from < request.from || it.to > request.to else { return [] }
    return [
      refusal(
        .training(.outsideInterval(from: request.from, to: request.to)),
        remedy: .choose(.classInterval, from: request.from, to: request.to))
    ]
  }
}

/// A class has a place at least and no more than its delivery mode allows (S2-4.6, S2-2.2a).
public struct ClassCapacity: Policy {
  public static let clause = Clause.classSize
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    let (capacity, mode) = (facts.trainingClass.capacity, facts.request.mode)
    if capacity < 1 {
      return [refusal(.training(.capacityMissing), remedy: .raise(.classCapacity, to: .count(1)))]
    }
    if let maximum = rules.classMaximum(mode), capacity > maximum {
      return [
        refusal(
          .training(.capacityOverMaximum(capacity, maximum: maximum, mode: mode)),
          remedy: .lower(.classCapacity, to: .count(maximum)))
      ]
    }
    let minimum = rules.classMinimum(mode)
    guard capacity < minimum else { return [] }
    return [
      warning(
        .training(.belowMinimum(capacity, minimum: minimum)),
        remedy: .raise(.classCapacity, to: .count(minimum)))
    ]
  }
}

/// There are no more classes than the province approved (S2-4.6b).
public struct ClassCount: Policy {
  public static let clause = Clause.classCount
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    let count = facts.siblings.count + 1
    guard count > facts.request.classCount else { return [] }
    return [
      refusal(
        .training(.tooManyClasses(count, allowed: facts.request.classCount)),
        remedy: .ask(.provincialExpert))
    ]
  }
}

/// The places of all classes stay within the quota (S2-4.6c).
public struct SeatsOfQuota: Policy {
  public static let clause = Clause.seatsOfQuota
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    let others = facts.siblings.reduce(0) { $0 + $1.capacity }
    let total = others + facts.trainingClass.capacity
    let quota = facts.request.quota
    guard total > quota else { return [] }
    let left = quota - others
    return [
      refusal(
        .training(.seatsOverQuota(total, quota: quota)),
        remedy: left > 0 ? .lower(.classCapacity, to: .count(left)) : .ask(.provincialExpert))
    ]
  }
}

/// Where learners enrol themselves, classes fill up in order: a warning (S2-4.6a).
public struct ClassesInOrder: Policy {
  public static let clause = Clause.classesInOrder
  public init() {}

  public func findings(in facts: ClassLife.Facts) -> [Finding] {
    guard facts.request.method == .learner,
      let previous = facts.siblings.last, previous.enrolled < previous.capacity
    else { return [] }
    return [
      warning(
        .training(
          .previousNotFull(name: previous.name, free: previous.capacity - previous.enrolled)))
    ]
  }
}
