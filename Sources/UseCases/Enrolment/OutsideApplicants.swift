public import Store
public import Training

/// Registers somebody whom the portal could not enrol, by agreement with the province (S2-5.8b).
public struct PutOutsideApplicant: UseCase {
  public static let name = "outside.put"
  public var before: OutsideApplicant?
  public var after: OutsideApplicant
  private var isNumbered = false

  public init(before: OutsideApplicant?, after: OutsideApplicant) {
    self.before = before
    self.after = after
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &after.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editOutsiders)
    try context.requireReach(unit: after.unit, records)
    guard let before else { return }
    try context.requireReach(unit: before.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    if after.name.isEmpty { throw Failure.complaint(field: "name", .empty) }
    if after.reason.isEmpty { throw Failure.complaint(field: "reason", .empty) }
    if after.nationalCode == nil, after.personnelCode.isEmpty {
      throw Failure.refused([
        Finding(.outsideSystem, .refusal, .portal(.codesMissing), remedy: .correct(.person))
      ])
    }
    guard try records.course(after.course) != nil else {
      throw Failure.complaint(field: "course", .empty)
    }
    try Failure.check(try records.put(after, from: before), on: after.name)
  }
}

/// Takes somebody off the list of those outside the system.
public struct RemoveOutsideApplicant: UseCase {
  public static let name = "outside.remove"
  public var applicant: ID<OutsideApplicant>
  public var unit: ID<Training.Unit>

  public init(_ applicant: OutsideApplicant) {
    self.applicant = applicant.id
    unit = applicant.unit
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editOutsiders)
    try context.requireReach(unit: unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.outsideApplicant(applicant), found.unit == unit else {
      throw Failure.forbidden
    }
    try records.deleteApplicant(applicant)
  }
}
