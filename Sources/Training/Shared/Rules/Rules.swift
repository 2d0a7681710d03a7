public import Persian

/// The numbers of the regulations in force on one day, typed.
public struct Rules: Hashable, Sendable {
  public let day: JalaliDate
  private let values: [String: RuleValue]

  init(day: JalaliDate, values: [String: RuleValue]) {
    self.day = day
    self.values = values
  }

  /// The value with its clause and source, for the "why?" panel; `RuleBook` guarantees it.
  public func value(of key: RuleKey) -> RuleValue {
    guard let value = values[key.rawValue] else {
      preconditionFailure("RuleBook accepts no book without \(key.rawValue)")
    }
    return value
  }

  private func number(_ key: RuleKey) -> Int { value(of: key).value.share(of: 1) }

  /// Hours of an entry as minutes, exact for fractions of an hour.
  private func minutes(_ key: RuleKey) -> Int { value(of: key).value.share(of: 60) }
}

/// Attendance and the programme.
extension Rules {
  /// The most teaching minutes of a class in one day (S2-2.3b).
  public var minutesPerDay: Int { minutes(.hoursPerDay) }

  /// The share of the course that a learner may be absent; more than this bars (S2-7.9b).
  public var absenceLimit: Fraction { value(of: .absenceLimit).value }

  /// The share of the absence limit at which the grid begins to warn.
  public var absenceWarning: Fraction { value(of: .absenceWarning).value }

  /// The most course minutes of a learner in a year (S2-1.1b).
  public var yearCeiling: Int { minutes(.yearCeiling) }

  /// The same for a category of learners; those without a number of their own have the common one.
  public func yearCeiling(of kind: Person.Kind) -> Int {
    values["\(RuleKey.yearCeiling.rawValue)/\(kind.rawValue)"]?.value.share(of: 60) ?? yearCeiling
  }

  /// The share of the full score that passes.
  public var passMark: Fraction { value(of: .passMark).value }

  /// The same for a course of the catalogue; those without a number of their own have the common one.
  public func passMark(ofCourse code: String) -> Fraction {
    values["\(RuleKey.passMark.rawValue)/\(code)"]?.value ?? passMark
  }
}

/// Sizes of classes; a delivery mode without a value has no limit.
extension Rules {
  /// The fewest learners of a class of this mode; 0 when there is no limit (S2-2.2a).
  public func classMinimum(_ mode: DeliveryMode) -> Int {
    values["class.size.minimum/\(mode.rawValue)"]?.value.share(of: 1) ?? 0
  }

  /// The most learners of a class of this mode; nil when there is no limit (S2-1.5d).
  public func classMaximum(_ mode: DeliveryMode) -> Int? {
    values["class.size.maximum/\(mode.rawValue)"]?.value.share(of: 1)
  }
}

/// Clocks that start when something happens.
extension Rules {
  /// Days after the last session within which the final exam lies (S2-2.10b).
  public var examWindow: ClosedRange<Int> {
    let first = number(.examWindowFirst)
    return first...max(first, number(.examWindowLast))
  }

  /// The fewest days of an announcement (S2-2.7a).
  public var noticeDays: Int { number(.noticeDays) }

  /// The fewest days of an enrolment (S2-2.7a).
  public var enrolmentDays: Int { number(.enrolmentDays) }

  /// Days within which scores are entered after the exam (S2-8.7).
  public var scoreEntryDays: Int { number(.scoreEntry) }

  /// Days that a period of control is offered with (S2-10.3a).
  public var objectionDays: Int { number(.objectionDays) }
}

/// Course files and pay (S2, process 9).
extension Rules {
  /// Months after the end of the course within which the manager hands its file over (S2-10.2a).
  public var fileDeliveryMonths: Int { number(.courseFileDelivery) }

  /// Years for which folder B is kept (S2-9.2b).
  public var folderRetentionYears: Int { number(.folderRetention) }

  /// Monthly pay is that of so many hours (S2-9.4).
  public var payDivisor: Int { number(.payDivisor) }

  /// How many hours' pay an instructor gets for an hour (S2-9.4a).
  public var payInstructorFactor: Fraction { value(of: .payInstructorFactor).value }

  /// The shares that are taken off a payment; nothing unless an office has set them (S2-9.4e).
  public var payTax: Fraction { value(of: .payTax).value }
  public var payInsurance: Fraction { value(of: .payInsurance).value }
}

/// Measuring what a course achieved.
extension Rules {
  /// Months after the end of a course within which level 3 lies (S2-8.1a).
  public var behaviourWindow: ClosedRange<Int> {
    let first = number(.behaviourWindowFirst)
    return first...max(first, number(.behaviourWindowLast))
  }

  /// Months after the end of a course within which level 4 lies (S2-8.1a).
  public var resultsWindow: ClosedRange<Int> {
    let first = number(.resultsWindowFirst)
    return first...max(first, number(.resultsWindowLast))
  }

  /// How many of so many eligible courses are measured at levels 3 and 4, rounded up (S2-8.2b).
  public func selectedCourses(of eligible: Int) -> Int {
    let share = value(of: .selectedShare).value
    return (eligible * share.numerator + share.denominator - 1) / share.denominator
  }

  /// The fewest forms whose answers are shown together (S2-8.3d).
  public var surveyGroup: Int { number(.surveyGroup) }
}

/// Competency development.
extension Rules {
  /// The first day of the programme; nothing is registered before it (S1-1a).
  public var competencyStart: JalaliDate {
    guard let day = value(of: .competencyStart).date else {
      preconditionFailure("RuleBook accepts no start that is not a day")
    }
    return day
  }

  /// The full score of each dimension of an assessment.
  public var competencyScoreMaximum: Int { number(.competencyScore) }
}

/// People and accounts.
extension Rules {
  public var personnelCodeLength: Int { number(.personnelCodeLength) }
  public var securityCodeLength: Int { number(.securityCodeLength) }

  /// The most bytes of one attached file.
  public var attachmentSize: Int { number(.attachmentSize) * 1_024 }

  /// The fewest characters of a password.
  public var passwordLength: Int { number(.passwordLength) }

  /// The most bytes of all attached files together.
  public var attachmentTotal: Int { number(.attachmentTotal) * 1_024 }

  /// How many public forms this office's records take in an hour.
  public var publicFormsPerHour: Int { number(.publicFormsPerHour) }

  /// The whole part of a share by a key with a qualifier; nil where the book has no such value.
  func share(of amount: Int, at key: String) -> Int? { values[key]?.value.share(of: amount) }

  /// Seconds a login must wait after so many failures in a row: doubling, up to the longest.
  public func loginDelay(afterFailures failures: Int) -> Int {
    let excess = failures - number(.lockoutAfter)
    guard excess >= 0 else { return 0 }
    let longest = number(.lockoutLongestDelay)
    guard excess < 30 else { return longest }
    return min(number(.lockoutFirstDelay) << excess, longest)
  }
}
