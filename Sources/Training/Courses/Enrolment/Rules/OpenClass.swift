/// G-ENR 1: the request is approved, the class open, and it is not too late (S2-5.1a).
///
/// Learners enrol themselves from the first day of enrolment on; the expert may be earlier.
public struct OpenClass: EnrolmentCondition {
  public static let clause = Clause.enrolmentTime
  public init() {}

  public func findings(in facts: EnrolmentLife.Facts) -> [Finding] {
    let place = facts.place
    let it = place.trainingClass
    var findings: [Finding] = []
    if !place.requestState.isLive {
      findings.append(
        Finding(
          .provincialApproval, .refusal, .enrolment(.requestNotApproved),
          remedy: .ask(.provincialExpert)))
    }
    switch place.classState {
    case .closed, .cancelled, .graded, .objectionPeriod:
      findings.append(
        refusal(
          .enrolment(.classNotOpen(place.classState)), remedy: .chooseAnother(.trainingClass)))
    case .defined, .enrolling, .enrolmentEnded, .running, .sessionsEnded:
      if facts.day >= it.from {
        findings.append(
          refusal(.enrolment(.started(on: it.from)), remedy: .chooseAnother(.trainingClass)))
      } else if facts.day > it.enrolTo {
        findings.append(
          refusal(.enrolment(.over(since: it.enrolTo)), remedy: .correct(.enrolmentInterval)))
      } else if facts.isOwn, facts.day < it.enrolFrom {
        findings.append(
          refusal(.enrolment(.notBegun(from: it.enrolFrom)), remedy: .wait(until: it.enrolFrom)))
      }
    }
    return findings
  }

  func measure(in facts: EnrolmentLife.Facts) -> EnrolmentMeasure {
    let it = facts.place.trainingClass
    return .time(on: facts.day, from: it.enrolFrom, to: it.enrolTo, start: it.from)
  }
}
