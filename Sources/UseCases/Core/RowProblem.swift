public import Training

/// What stands in the way of a row of a list; Phrases makes the sentence.
public enum RowProblem: Hashable, Sendable, Codable {
  case complaint(field: String, Complaint)
  case finding(Finding)

  /// Whether the row is left out because of it; warnings let it pass.
  public var refuses: Bool {
    switch self {
    case .complaint: true
    case .finding(let finding): finding.severity == .refusal
    }
  }
}
