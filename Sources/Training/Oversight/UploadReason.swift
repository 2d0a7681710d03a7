/// Reasons about workbooks of completed courses.
public enum UploadReason: Hashable, Sendable, Codable {
  /// The management has not opened it for the agency.
  case notOpen
  /// Nothing is taken while rows are refused.
  case rowsRefused(Int)
  /// None of the codes of the regulation.
  case group(Int)
  case mode(Int)
  case organiser(Int)
  case instructorUnknown(String)
  case degree(String)
  /// An instructor is written with first and last name.
  case instructorName(String)
  /// The education office belongs to the agency already.
  case officeLinked(String)
  /// A completed course was made of the class before.
  case classTaken
}

extension Clause {
  public static let uploadOpen = Clause("S5-5a", .oversight, paragraph: 166)
  public static let uploadFile = Clause("S5-5b", .oversight, paragraph: 170)
  public static let uploadDates = Clause("S5-5c", .oversight, paragraph: 172)
  public static let uploadGroup = Clause("S5-5d", .oversight, paragraph: 174)
  public static let uploadMode = Clause("S5-5e", .oversight, paragraph: 180)
  public static let uploadOrganiser = Clause("S5-5f", .oversight, paragraph: 188)
  public static let uploadFlags = Clause("S5-5g", .oversight, paragraph: 212)
  public static let uploadRows = Clause("S5-5h", .oversight, paragraph: 216)

  static let upload = [
    uploadOpen, uploadFile, uploadDates, uploadGroup, uploadMode, uploadOrganiser, uploadFlags,
    uploadRows,
  ]
}

/// Workbooks are read for agencies for which the management has opened it (S5-5a).
public struct UploadOpen: Policy {
  public static let clause = Clause.uploadOpen
  public init() {}

  public func findings(in facts: Agency) -> [Finding] {
    facts.isUploadOpen ? [] : [refusal(.upload(.notOpen), remedy: .ask(.oversight))]
  }
}

/// More refused rows than the setting lets pass keep out the good ones too (S5-5h).
public struct UploadFaults: Policy {
  /// Rows of one workbook.
  public struct Facts: Hashable, Sendable {
    public var refused: Int
    public var total: Int

    public init(refused: Int, of total: Int) {
      self.refused = refused
      self.total = total
    }
  }

  public static let clause = Clause.uploadRows
  private let share: Fraction

  public init(rules: Rules) { share = rules.uploadFaults }

  public func findings(in facts: Facts) -> [Finding] {
    share.isExceeded(by: facts.refused, of: facts.total)
      ? [refusal(.upload(.rowsRefused(facts.refused)))] : []
  }
}

extension Rules {
  /// The share of refused rows beside which the good rows of a workbook are taken: 0 takes all rows
  /// or none, 1 the good ones always (S5-5h).
  public var uploadFaults: Fraction { value(of: .uploadFaults).value }
}
