import Persian
public import Store
public import Training

/// Adds an assessment period, or changes one: mostly its window (S1-1c).
public struct SetAssessmentPeriod: UseCase {
  public static let name = "competency.period"
  /// As the form showed it; nil for a new one.
  public var before: AssessmentPeriod?
  public var period: AssessmentPeriod
  private var isNumbered = false

  public init(_ period: AssessmentPeriod, before: AssessmentPeriod? = nil) {
    self.period = period
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard before == nil, !isNumbered else { return }
    period.id = try records.newID()
    isNumbered = true
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAssessments)
    try context.requireReach(unit: period.unit, records)
    if let before, before.id != period.id || before.unit != period.unit { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<AssessmentPeriod> {
    guard !period.title.allSatisfy(\.isWhitespace) else {
      throw Failure.complaint(field: "title", .empty)
    }
    if let from = period.from, let to = period.to, to < from {
      throw Failure.refused([
        Finding(
          .assessmentWindow, .refusal, .competency(.windowReversed(from: from, to: to)),
          remedy: .correct(.assessmentWindow))
      ])
    }
    guard (period.from == nil) == (period.to == nil) else {
      throw Failure.complaint(field: period.from == nil ? "from" : "to", .empty)
    }
    if let before {
      try Failure.check(try records.update(before, to: period), on: before.title)
    } else {
      try records.insert(period)
    }
    return period.id
  }
}

/// Adds an assessment centre, or changes one: mostly whether it is approved (S1-1c).
public struct SetAssessmentCentre: UseCase {
  public static let name = "competency.centre"
  /// As the form showed it; nil for a new one.
  public var before: AssessmentCentre?
  public var centre: AssessmentCentre
  private var isNumbered = false

  public init(_ centre: AssessmentCentre, before: AssessmentCentre? = nil) {
    self.centre = centre
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard before == nil, !isNumbered else { return }
    centre.id = try records.newID()
    isNumbered = true
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editAssessments)
    try context.requireReach(unit: centre.unit, records)
    if let before, before.id != centre.id || before.unit != centre.unit { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<AssessmentCentre> {
    guard !centre.name.allSatisfy(\.isWhitespace) else {
      throw Failure.complaint(field: "name", .empty)
    }
    if let before {
      try Failure.check(try records.update(before, to: centre), on: before.name)
    } else {
      try records.insert(centre)
    }
    return centre.id
  }
}
