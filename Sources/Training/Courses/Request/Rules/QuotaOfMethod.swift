/// Enrolled by the expert, the quota must be given and fit the classes (S2-1.5b); enrolled by the
/// learners, it is the number of seats (S2-1.5c).
public struct QuotaOfMethod: Policy {
  public static let clause = Clause.expertQuota
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    let (request, seats) = (facts.request, facts.request.seats)
    switch request.method {
    case .expert where request.quota < 1:
      return [refusal(.request(.quotaMissing), remedy: .raise(.quota, to: .count(1)))]
    case .expert where request.quota > seats:
      return [
        refusal(
          .request(.quotaOverSeats(request.quota, seats: seats)),
          remedy: .lower(.quota, to: .count(seats)))
      ]
    case .learner where request.quota != seats:
      return [
        Finding(
          .learnerQuota, .refusal, .request(.quotaNotSeats(request.quota, seats: seats)),
          remedy: .correct(.quota))
      ]
    case .expert, .learner: return []
    }
  }
}
