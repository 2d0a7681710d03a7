public import Persian

/// What decree and pay slip of an executive factor say, or what was agreed on (S2-9.4).
///
/// A factor has one, under the factor's own id.
public struct FactorPay: Hashable, Sendable, Codable {
  public var factor: ID<Factor>
  /// A month's pay of the post, of the incumbent and for management.
  public var job: Rial
  public var incumbent: Rial
  public var management: Rial
  /// The professional part, which does not count; taken off the pay of the post where that has it.
  public var professional: Rial
  public var isProfessionalInJob: Bool
  /// Whether the pay slip is with the document.
  public var hasSlip: Bool
  /// An hour's pay of somebody without a personnel code.
  public var agreed: Rial
  public var contract: LetterMark

  public init(
    factor: ID<Factor>, job: Rial = Rial(0), incumbent: Rial = Rial(0),
    management: Rial = Rial(0), professional: Rial = Rial(0), isProfessionalInJob: Bool = false,
    hasSlip: Bool = false, agreed: Rial = Rial(0), contract: LetterMark = LetterMark()
  ) {
    self.factor = factor
    self.job = job
    self.incumbent = incumbent
    self.management = management
    self.professional = professional
    self.isProfessionalInJob = isProfessionalInJob
    self.hasSlip = hasSlip
    self.agreed = agreed
    self.contract = contract
  }

  /// The month's pay that an hour is reckoned from (S2-9.4c).
  public var base: Rial {
    let whole = job + incumbent + management
    return isProfessionalInJob ? whole - professional : whole
  }
}

/// The pay of one executive factor of a course, from sessions to the amount (S2-9.4).
public struct PayLine: Hashable, Sendable {
  /// How an hour's pay comes about.
  public enum Basis: String, CaseIterable, Hashable, Sendable {
    /// By decree and pay slip: the instructor's rate, that of others.
    case instructor, factor
    /// Without a personnel code.
    case agreed
  }

  public let factor: Factor
  public let basis: Basis
  public let pay: FactorPay
  /// Every session that the factor may have worked in, also those not held.
  public let sessions: [HeldSession]
  /// The sessions whose hours count.
  public let worked: [HeldSession]
  /// Working time in minutes.
  public let minutes: Int
  /// An hour's pay, to the nearest rial.
  public let rate: Rial
  /// Hours by rate, to the nearest rial.
  public let gross: Rial
  public let tax: Rial
  public let insurance: Rial
  private let unmarked: Int
  private let all: [HeldSession]
  private let instructors: Int

  /// - Parameters:
  ///   - factor: Whose pay it is.
  ///   - hasPersonnelCode: Whether the formula applies; others are paid as agreed.
  ///   - pay: What is recorded of the pay.
  ///   - sessions: All sessions of the course.
  ///   - instructors: How many instructors the course has: a session without a name is that of the
  ///     only one, and nobody's where there are several.
  ///   - day: Sessions after it are not held yet.
  ///   - rules: Divisor, factor and deductions.
  public init(
    _ factor: Factor, hasPersonnelCode: Bool, pay: FactorPay, sessions: [HeldSession],
    instructors: Int, on day: JalaliDate, under rules: Rules
  ) {
    self.factor = factor
    self.pay = pay
    all = sessions
    self.instructors = instructors
    let isInstructor = factor.duty == .instructor
    let own = sessions.filter { it in
      guard isInstructor else { return true }
      return it.session.instructor == factor.id
        || (it.session.instructor == nil && instructors == 1)
    }
    // Others than instructors have the working time that was recorded with them, else that of the
    // course's sessions.
    let isRecorded = !isInstructor && factor.minutes > 0
    self.sessions = isRecorded ? [] : own
    worked = isRecorded ? [] : own.filter { $0.isHeld(on: day) }
    unmarked = isRecorded ? 0 : own.count { $0.isUnmarked(on: day) }
    minutes =
      isRecorded ? factor.minutes : worked.reduce(0) { $0 + $1.session.span.minutes }
    basis = hasPersonnelCode ? (isInstructor ? .instructor : .factor) : .agreed
    rate =
      switch basis {
      case .agreed: pay.agreed
      case .factor: Self.rate(of: pay.base, times: Fraction(1), under: rules)
      case .instructor: Self.rate(of: pay.base, times: rules.payInstructorFactor, under: rules)
      }
    gross = Rial(Fraction(minutes, 60).rounded(of: rate.amount))
    tax = Rial(rules.payTax.rounded(of: gross.amount))
    insurance = Rial(rules.payInsurance.rounded(of: gross.amount))
  }

  /// The same line with other pay, as a form shows it while it is filled in.
  public func with(_ pay: FactorPay, on day: JalaliDate, under rules: Rules) -> PayLine {
    PayLine(
      factor, hasPersonnelCode: basis != .agreed, pay: pay, sessions: all,
      instructors: instructors, on: day, under: rules)
  }

  /// What is paid out.
  public var net: Rial { gross - tax - insurance }

  /// Whether the hours are those that were recorded with the factor.
  public var hasRecordedHours: Bool { factor.duty != .instructor && factor.minutes > 0 }

  /// A month's pay by factor and divisor; nothing where less than nothing is left.
  private static func rate(
    of base: Rial, times factor: Fraction, under rules: Rules
  ) -> Rial {
    let share = Fraction(factor.numerator, factor.denominator * rules.payDivisor)
    return Rial(share.rounded(of: max(0, base.amount)))
  }

  /// What is missing or wrong before it can be paid.
  public var findings: [Finding] {
    let policies: [any Policy<PayLine>] = [
      PaySlipThere(), PayPartsThere(), ProfessionalPay(), AgreedPay(), SessionsMarked(),
    ]
    return policies.findings(in: self)
  }

  fileprivate var unmarkedSessions: Int { unmarked }
}

/// Decrees do not show the professional part, so the pay slip goes with the document (S2-9.4c).
public struct PaySlipThere: Policy {
  public static let clause = Clause.paySlip
  public init() {}

  public func findings(in line: PayLine) -> [Finding] {
    line.basis == .agreed || line.pay.hasSlip
      ? []
      : [refusal(.file(.paySlipMissing(name: line.factor.fullName)), remedy: .record(.paySlip))]
  }
}

/// Whoever is paid by the formula has the parts that it adds (S2-9.4a, S2-9.4b).
public struct PayPartsThere: Policy {
  public static let clause = Clause.factorPay
  public init() {}

  public func findings(in line: PayLine) -> [Finding] {
    line.basis == .agreed || line.pay.job > Rial(0)
      ? []
      : [refusal(.file(.payPartsMissing(name: line.factor.fullName)), remedy: .record(.payParts))]
  }
}

/// A professional part that is in the pay of the post is not more than that (S2-9.4c).
public struct ProfessionalPay: Policy {
  public static let clause = Clause.paySlip
  public init() {}

  public func findings(in line: PayLine) -> [Finding] {
    line.basis != .agreed && line.pay.isProfessionalInJob && line.pay.professional > line.pay.job
      ? [
        refusal(
          .file(.professionalOverJob(name: line.factor.fullName)), remedy: .correct(.payParts))
      ] : []
  }
}

/// Whoever has no personnel code has an agreed rate and a contract (S2-9.4d).
public struct AgreedPay: Policy {
  public static let clause = Clause.agreedPay
  public init() {}

  public func findings(in line: PayLine) -> [Finding] {
    guard line.basis == .agreed else { return [] }
    let name = line.factor.fullName
    var findings: [Finding] = []
    if line.pay.agreed == Rial(0) {
      findings.append(
        refusal(.file(.agreedRateMissing(name: name)), remedy: .record(.agreedRate)))
    }
    if !line.pay.contract.isRecorded {
      findings.append(refusal(.file(.contractMissing(name: name)), remedy: .record(.agreedRate)))
    }
    return findings
  }
}

/// Hours of sessions that nobody has marked are not counted, which somebody should look at.
public struct SessionsMarked: Policy {
  public static let clause = Clause.payment
  public init() {}

  public func findings(in line: PayLine) -> [Finding] {
    guard line.unmarkedSessions > 0 else { return [] }
    return [
      warning(.file(.sessionsUnmarked(name: line.factor.fullName, line.unmarkedSessions)))
    ]
  }
}
