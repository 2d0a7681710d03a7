/// Findings of which at least one refuses, thrown where a value cannot be made.
public struct Refusal: Error, Hashable, Sendable {
  public let findings: [Finding]

  /// - Precondition: something in `findings` refuses.
  public init(_ findings: [Finding]) {
    precondition(!findings.allow, "a refusal needs a reason")
    self.findings = findings
  }
}
