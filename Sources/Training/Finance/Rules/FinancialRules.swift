import Persian

/// Daily report, forms 1–4, copies and invoices are with the document (S2-9.3, SM-8).
public struct FinancialPartsThere: Policy {
  public static let clause = Clause.financialDocument
  public init() {}

  public func findings(in facts: FinancialLife.Facts) -> [Finding] {
    let missing = facts.items.missing(of: .financial)
    return missing.isEmpty
      ? []
      : [refusal(.file(.financialPartsMissing(missing)), remedy: .record(.financialParts))]
  }
}

/// Every factor's pay can be reckoned (S2-9.4).
public struct PayWhole: Policy {
  public static let clause = Clause.payment
  public init() {}

  public func findings(in facts: FinancialLife.Facts) -> [Finding] {
    facts.pay.flatMap(\.findings)
  }
}

/// Due date, recipient and the day of sending are written; late is flagged (S2-9.3a).
public struct SendingRecorded: Policy {
  public static let clause = Clause.financialDocument
  public init() {}

  public func findings(in facts: FinancialLife.Facts) -> [Finding] {
    guard facts.isRecording else { return [] }
    let document = facts.document
    var findings: [Finding] = []
    if document.recipient.isEmpty {
      findings.append(refusal(.file(.recipientMissing), remedy: .record(.recipient)))
    }
    guard let due = document.due else {
      return findings + [refusal(.file(.dueMissing), remedy: .record(.recipient))]
    }
    guard let sent = document.sent.day, sent <= facts.day else {
      return findings + [refusal(.file(.sentInFuture))]
    }
    return findings + (sent > due ? [warning(.file(.sentLate(due: due)))] : [])
  }
}

/// A payment has its number and day (SM-8).
public struct PaymentRecorded: Policy {
  public static let clause = Clause.financialDocument
  public init() {}

  public func findings(in facts: FinancialLife.Facts) -> [Finding] {
    !facts.isRecording || facts.document.paid.isRecorded
      ? [] : [refusal(.file(.paymentMissing), remedy: .record(.recipient))]
  }
}
