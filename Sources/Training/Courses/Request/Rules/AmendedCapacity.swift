/// An amended capacity leaves room for those already enrolled (SM-2, S2-1.6b).
public struct AmendedCapacity: Policy {
  public static let clause = Clause.requestAmendment
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    var findings: [Finding] = []
    let request = facts.request
    if request.classCapacity < facts.fullestClass {
      findings.append(finding(request.classCapacity, facts.fullestClass, .classCapacity))
    }
    if request.guestCapacity < facts.mostGuests {
      findings.append(finding(request.guestCapacity, facts.mostGuests, .guestCapacity))
    }
    if request.quota < facts.liveEnrolments {
      findings.append(finding(request.quota, facts.liveEnrolments, .quota))
    }
    return findings
  }

  private func finding(_ capacity: Int, _ enrolled: Int, _ topic: Remedy.Topic) -> Finding {
    refusal(
      .request(.belowEnrolled(capacity: capacity, enrolled: enrolled)),
      remedy: .raise(topic, to: .count(enrolled)))
  }
}
