public import Persian

/// A period of assessment (dore-ye sanjesh): the year it counts for and the window in which the
/// centres assess (S1-1c).
public struct AssessmentPeriod: Hashable, Sendable, Codable {
  public var id: ID<AssessmentPeriod>
  /// The office whose people it is for: its own and those of every unit below.
  public var unit: ID<Unit>
  public var title: String
  /// The Jalali year of the assessment.
  public var year: Int
  /// The window, its last day included; both nil until it is defined.
  public var from: JalaliDate?
  public var to: JalaliDate?

  public init(
    id: ID<AssessmentPeriod>, unit: ID<Unit>, title: String, year: Int, from: JalaliDate? = nil,
    to: JalaliDate? = nil
  ) {
    self.id = id
    self.unit = unit
    self.title = title
    self.year = year
    self.from = from
    self.to = to
  }

  /// The days on which centres assess; nil until they are defined.
  public var window: ClosedRange<JalaliDate>? {
    guard let from, let to, from <= to else { return nil }
    return from...to
  }

  /// Whether requests are still taken for it: until the last day of the window.
  public func isOpen(on day: JalaliDate) -> Bool { window.map { day <= $0.upperBound } ?? true }
}

/// An assessment centre (kanun-e arzyabi), which the provincial office approves (S1-1c).
public struct AssessmentCentre: Hashable, Sendable, Codable {
  public var id: ID<AssessmentCentre>
  /// The office that it assesses for.
  public var unit: ID<Unit>
  public var name: String
  /// A centre that is no longer approved gets nobody new.
  public var isApproved: Bool

  public init(
    id: ID<AssessmentCentre>, unit: ID<Unit>, name: String, isApproved: Bool = true
  ) {
    self.id = id
    self.unit = unit
    self.name = name
    self.isApproved = isApproved
  }
}
