public import Persian

/// What an exam came to for one learner: there or not, and the score (S2-8.6b, S2-8.7, S2-8.8).
public struct ExamResult: Hashable, Sendable, Codable {
  /// Where the score comes from; the raw value is stored.
  public enum Source: String, CaseIterable, Hashable, Sendable, Codable {
    case manual, file, electronic
  }

  public var id: ID<ExamResult>
  public var exam: ID<Exam>
  public var enrolment: ID<Enrolment>
  public var isPresent: Bool
  /// Whether the attendance list of the exam carries the signature.
  public var hasSigned: Bool
  /// Nil before it is known, and for whoever was absent.
  public var score: Score?
  public var source: Source
  /// The day on which it was entered last.
  public var day: JalaliDate

  public init(
    id: ID<ExamResult> = ID(rawValue: 0), exam: ID<Exam>, enrolment: ID<Enrolment>,
    isPresent: Bool, hasSigned: Bool = false, score: Score? = nil, source: Source = .manual,
    day: JalaliDate
  ) {
    self.id = id
    self.exam = exam
    self.enrolment = enrolment
    self.isPresent = isPresent
    self.hasSigned = hasSigned
    self.score = score
    self.source = source
    self.day = day
  }

  /// Whether nothing more is waited for: a score, or the absence.
  public var isSettled: Bool { !isPresent || score != nil }
}

/// The final score of a learner out of the exams and projects of the class (S2-10.1).
public struct FinalScore: Hashable, Sendable {
  /// One exam with what the learner has in it; nil where nothing is entered yet.
  public struct Part: Hashable, Sendable {
    public var exam: Exam
    public var result: ExamResult?

    public init(_ exam: Exam, _ result: ExamResult?) {
      self.exam = exam
      self.result = result
    }
  }

  /// Those that count, without pre-tests.
  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts.filter { $0.exam.kind.counts } }

  /// Whether any exam is defined that counts.
  public var hasExam: Bool { !parts.isEmpty }

  /// Whether every part has a score or an absence.
  public var isComplete: Bool { hasExam && parts.allSatisfy { $0.result?.isSettled == true } }

  /// Absent from every exam that counts.
  public var isAbsent: Bool {
    hasExam && parts.allSatisfy { $0.result.map { !$0.isPresent } ?? false }
  }

  /// The share of the full score, each part by its percent; an absence counts as nothing.
  ///
  /// Nil while a part is missing, and for whoever was absent from all. Where no part has a percent,
  /// all weigh the same.
  public var share: Fraction? {
    guard isComplete, !isAbsent else { return nil }
    return sum { $0.result?.score?.hundredths ?? 0 }
  }

  /// The share of the full score that passes: the passing scores of the parts by their percent.
  public var passingShare: Fraction? { hasExam ? sum { $0.exam.passing.hundredths } : nil }

  /// Whether the final score passes; false while a part is missing.
  public var passes: Bool {
    guard let share, let needed = passingShare else { return false }
    // Both have the same denominator.
    return share.numerator >= needed.numerator
  }

  /// The final score on the scale of the exam that weighs most, rounded to hundredths.
  public var score: Score? {
    guard let share, let maximum else { return nil }
    let scaled = share.numerator * maximum.hundredths * 2 + share.denominator
    return Score(hundredths: scaled / (2 * share.denominator))
  }

  /// The full score of the exam that weighs most; nil before one is defined.
  public var maximum: Score? { parts.max { weight($0) < weight($1) }?.exam.maximum }

  private func weight(_ part: Part) -> Int {
    parts.allSatisfy { $0.exam.effect == 0 } ? 1 : part.exam.effect
  }

  private func sum(_ points: (Part) -> Int) -> Fraction? {
    // Percents and maxima are small, so the common denominator is too.
    let weights = parts.reduce(0) { $0 + weight($1) }
    let whole = parts.reduce(1) { $0 * max(1, $1.exam.maximum.hundredths) }
    let numerator = parts.reduce(0) { sum, part in
      sum + weight(part) * points(part) * (whole / max(1, part.exam.maximum.hundredths))
    }
    return Fraction(numerator, max(1, weights) * whole)
  }
}
