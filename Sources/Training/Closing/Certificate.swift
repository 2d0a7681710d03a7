public import Persian

/// An in-house certificate: what is printed on it, as it was on the day of issue (S2-10.5c).
public struct Certificate: Hashable, Sendable {
  /// Every printed fact; the verification code is made of these.
  public struct Facts: Hashable, Sendable {
    /// Unique in the records: the year, the code of the office and a running number.
    public var number: String
    public var issued: JalaliDate
    public var holder: String
    /// Digits; empty where none is known.
    public var nationalCode: String
    public var personnelCode: String
    public var courseCode: String
    public var courseTitle: String
    public var minutes: Int
    public var from: JalaliDate
    public var to: JalaliDate
    /// The score as it was given, of the full score.
    public var score: Fraction
    public var office: String

    public init(
      number: String, issued: JalaliDate, holder: String, nationalCode: String,
      personnelCode: String, courseCode: String, courseTitle: String, minutes: Int,
      from: JalaliDate, to: JalaliDate, score: Fraction, office: String
    ) {
      self.number = number
      self.issued = issued
      self.holder = holder
      self.nationalCode = nationalCode
      self.personnelCode = personnelCode
      self.courseCode = courseCode
      self.courseTitle = courseTitle
      self.minutes = minutes
      self.from = from
      self.to = to
      self.score = score
      self.office = office
    }

    /// The one text of these facts, from which the code is reckoned: one fact a line.
    ///
    /// Its form must never change, or every certificate would count as changed.
    public var sealed: String {
      [
        "faragir certificate 1", number, String(issued.dayNumber), holder, nationalCode,
        personnelCode, courseCode, courseTitle, String(minutes), String(from.dayNumber),
        String(to.dayNumber), score.description, office,
      ].map { line in String(line.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
    }
  }

  public var id: ID<Certificate>
  public var enrolment: ID<Enrolment>
  /// The office that issues it, which numbers its certificates by year.
  public var unit: ID<Unit>
  public var year: Int
  public var serial: Int
  public var facts: Facts
  public var code: CertificateCode
  public var state: CertificateLife.State
  /// Nil while it is valid.
  public var revoked: JalaliDate?
  public var reason: String

  public init(
    id: ID<Certificate>, enrolment: ID<Enrolment>, unit: ID<Unit>, year: Int, serial: Int,
    facts: Facts, code: CertificateCode, state: CertificateLife.State = .issued,
    revoked: JalaliDate? = nil, reason: String = ""
  ) {
    self.id = id
    self.enrolment = enrolment
    self.unit = unit
    self.year = year
    self.serial = serial
    self.facts = facts
    self.code = code
    self.state = state
    self.revoked = revoked
    self.reason = reason
  }
}

/// The verification code of a certificate: twenty digits of the digest over everything printed.
///
/// A plain digest: a certificate is looked up by it in the records, so that a code nobody issued is
/// unknown there, and one whose facts were changed no longer fits them. A secret would have to lie
/// in the same file, and would protect nothing more. Digits, so that it can be typed with any keyboard
/// and read over the telephone.
public struct CertificateCode: Hashable, Sendable {
  /// Twenty ASCII digits.
  public let digits: String

  public static let length = 20

  /// - Parameter digest: At least 16 bytes that are spread evenly.
  public init(digest: [UInt8]) {
    precondition(digest.count >= 16, "a code takes 16 bytes of a digest")
    digits = [digest[0..<8], digest[8..<16]].map { half in
      let number = half.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } % 10_000_000_000
      return String(repeating: "0", count: 10 - String(number).count) + String(number)
    }.joined()
  }

  /// Reads a code typed in any digits, in groups or not; nil for anything else.
  public init?(_ typed: some StringProtocol) {
    let digits = Digits.latin(String(typed)).filter { !$0.isWhitespace && $0 != "-" && $0 != "–" }
    guard digits.utf8.count == Self.length,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    self.digits = digits
  }

  /// As it is printed: four groups of five.
  public var groups: String {
    stride(from: 0, to: Self.length, by: 5).map { start in
      String(digits.dropFirst(start).prefix(5))
    }.joined(separator: "-")
  }
}

extension CertificateCode: StoredText {
  public var stored: String { digits }

  public init(stored: String) throws(Complaint) {
    guard let code = Self(stored) else { throw .unknownChoice(stored) }
    self = code
  }
}

/// SM-12: a certificate from its issue to its revocation.
public enum CertificateLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case issued, revoked
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case issue, print, reopenClass, revoke
  }

  /// A certificate is judged by its enrolment.
  public typealias Facts = EnrolmentLife.Facts

  public static let name = "SM-12"

  public static let table: [Transition<Self>] = [
    Transition(
      [], .issue, by: [.expert], to: .issued, prints: [.certificate],
      guards: CertificateConditions.policies),
    Transition([.issued], .print, by: [.expert, .learner], to: nil, prints: [.certificate]),
    Transition(
      [.issued], .reopenClass, by: [.provincialExpert], to: .revoked, [.needsReason, .automatic]),
    Transition(
      [.issued], .revoke, by: [.provincialExpert], to: .revoked, [.dangerous, .needsReason]),
  ]
}
