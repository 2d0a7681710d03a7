/// Classes have at least one place and no more than their delivery mode allows (S2-1.5d).
public struct CapacityOfMode: Policy {
  public static let clause = Clause.capacityOfMode
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    let request = facts.request
    var findings: [Finding] = []
    if request.classCount < 1 {
      findings.append(
        refusal(.request(.classCountMissing), remedy: .raise(.classCount, to: .count(1))))
    }
    if request.classCapacity < 1 {
      findings.append(
        refusal(.request(.capacityMissing), remedy: .raise(.classCapacity, to: .count(1))))
    }
    if request.guestCapacity < 0 {
      findings.append(
        refusal(.request(.guestCapacityNegative), remedy: .raise(.guestCapacity, to: .count(0))))
    }
    if let maximum = rules.classMaximum(request.mode), request.classCapacity > maximum {
      findings.append(
        refusal(
          .request(
            .capacityOverMaximum(request.classCapacity, maximum: maximum, mode: request.mode)),
          remedy: .lower(.classCapacity, to: .count(maximum))))
    }
    return findings
  }
}
