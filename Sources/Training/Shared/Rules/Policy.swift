/// One rule: the clause it carries out, and what it finds in the facts.
///
/// A policy is made with the numbers of the day, and its facts carry the day: it reads no clock and
/// no records. It collects all it finds, so that a person can mend everything at once.
public protocol Policy<Facts>: Sendable {
  associatedtype Facts: Sendable
  static var clause: Clause { get }
  func findings(in facts: Facts) -> [Finding]
}

extension Policy {
  /// A refusal under this policy's clause.
  func refusal(_ reason: Finding.Reason, remedy: Remedy? = nil) -> Finding {
    Finding(Self.clause, .refusal, reason, remedy: remedy)
  }

  /// A warning under this policy's clause.
  func warning(_ reason: Finding.Reason, remedy: Remedy? = nil) -> Finding {
    Finding(Self.clause, .warning, reason, remedy: remedy)
  }
}

extension Array {
  /// Everything these policies find, in their order.
  public func findings<Facts>(in facts: Facts) -> [Finding] where Element == any Policy<Facts> {
    flatMap { $0.findings(in: facts) }
  }
}
