public import Persian

/// A request for competency development (darkhast-e tose'e-ye shayestegi) of one person for one
/// assessment period, with what came of it.
public struct CompetencyRequest: Hashable, Sendable, Codable {
  public var id: ID<CompetencyRequest>
  public var person: ID<Person>
  public var period: ID<AssessmentPeriod>
  /// The appointment that was current when the request was registered.
  public var appointment: ID<Appointment>
  /// What the learner asks about the request by: twelve digits, unique.
  public var tracking: String
  public var registered: JalaliDate
  public var state: CompetencyLife.State
  /// Where the person is assessed; nil before the referral.
  public var centre: ID<AssessmentCentre>?
  /// A code of the list `assessment-outcome`; empty before the decision.
  public var outcome: String
  public var decided: JalaliDate?
  public var note: String
  public var reason: String

  public init(
    id: ID<CompetencyRequest>, person: ID<Person>, period: ID<AssessmentPeriod>,
    appointment: ID<Appointment>, tracking: String, registered: JalaliDate,
    state: CompetencyLife.State = .registered, centre: ID<AssessmentCentre>? = nil,
    outcome: String = "", decided: JalaliDate? = nil, note: String = "", reason: String = ""
  ) {
    self.id = id
    self.person = person
    self.period = period
    self.appointment = appointment
    self.tracking = tracking
    self.registered = registered
    self.state = state
    self.centre = centre
    self.outcome = outcome
    self.decided = decided
    self.note = note
    self.reason = reason
  }

  /// Twelve digits that do not tell the number of requests and are the same wherever they are made
  /// from the id; `attempt` gives others where they are taken.
  public static func tracking(of id: ID<CompetencyRequest>, attempt: UInt64 = 0) -> String {
    // Every bit of the id moves every digit.
    var chance = SplitMix64(seed: UInt64(bitPattern: id.rawValue))
    for _ in 0..<attempt { _ = chance.next() }
    let digits = String(chance.next() % 1_000_000_000_000)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }
}

/// The three dimensions of an assessment (S1-1d); the raw value is stored.
public enum AssessmentDimension: String, CaseIterable, Hashable, Sendable, Codable {
  case general, specialised, professional
}

/// The score of a dimension, to the hundredth.
public struct AssessmentScore: Hashable, Comparable, Sendable, Codable {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Reads a whole number or a decimal with at most two places, digits of any family.
  ///
  /// - Throws: `Complaint.empty` or `notNumber`.
  public init(_ text: String) throws(Complaint) {
    // Offices type the decimal sign of either keyboard layout.
    let plain = String(
      Digits.latin(text).unicodeScalars.compactMap { scalar -> Character? in
        switch scalar {
        case "\u{066B}", "/", ",", "\u{060C}": "."
        case _ where scalar.properties.isWhitespace: nil
        default: Character(scalar)
        }
      })
    guard !plain.isEmpty else { throw .empty }
    guard let value = Fraction(plain), 100 % value.denominator == 0 else { throw .notNumber }
    self.init(hundredths: value.share(of: 100))
  }

  public static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }
}

/// The scores of an assessment by dimension; a dimension without one is not assessed yet.
public struct AssessmentScores: Hashable, Sendable, Codable {
  private var scores: [String: AssessmentScore] = [:]

  public init(_ scores: [AssessmentDimension: AssessmentScore] = [:]) {
    for (dimension, score) in scores { self[dimension] = score }
  }

  public subscript(dimension: AssessmentDimension) -> AssessmentScore? {
    get { scores[dimension.rawValue] }
    set { scores[dimension.rawValue] = newValue }
  }

  public var missing: [AssessmentDimension] {
    AssessmentDimension.allCases.filter { self[$0] == nil }
  }
}
