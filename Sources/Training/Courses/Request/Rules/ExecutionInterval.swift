/// The execution interval does not end before it begins (S2-1.5f).
public struct ExecutionInterval: Policy {
  public static let clause = Clause.executionInterval
  public init() {}

  public func findings(in facts: CourseRequestLife.Facts) -> [Finding] {
    let request = facts.request
    guard request.to < request.from else { return [] }
    return [
      refusal(
        .request(.intervalReversed(from: request.from, to: request.to)),
        remedy: .correct(.executionInterval))
    ]
  }
}
