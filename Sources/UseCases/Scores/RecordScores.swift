public import Store
public import Training

/// Enters scores and absences of an exam by hand: one learner, or those that are left (S2-8.6b, S2-8.7).
public struct RecordScores: UseCase {
  /// What a learner gets.
  public enum Mark: Hashable, Sendable, Codable {
    case score(Score)
    case absent
    /// There, and the score is still to come; the attendance list carries the signature.
    case present
    /// As if nothing had been entered.
    case clear
  }

  /// One learner: what the person saw, and what it becomes.
  public struct Entry: Hashable, Sendable, Codable {
    public var enrolment: ID<Enrolment>
    public var expected: ExamResult?
    public var mark: Mark
    /// Of the row, where it has to be made.
    fileprivate var id: ID<ExamResult>?

    public init(_ enrolment: ID<Enrolment>, from expected: ExamResult?, to mark: Mark) {
      self.enrolment = enrolment
      self.expected = expected
      self.mark = mark
    }
  }

  public static let name = "scores.record"
  public var exam: ID<Exam>
  public private(set) var entries: [Entry]

  public init(_ entries: [Entry], in exam: ID<Exam>) {
    self.exam = exam
    self.entries = entries
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    for index in entries.indices where entries[index].id == nil && entries[index].expected == nil {
      entries[index].id = try records.newID()
    }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    _ = try ScoreDesk(exam, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let desk = try ScoreDesk(exam, records, context)
    try desk.findings.orRefuse()
    var conflicts: [Failure.Conflict] = []
    for entry in entries {
      guard let name = desk.names[entry.enrolment] else { throw Failure.forbidden }
      if case .score(let score) = entry.mark {
        try desk.findings(of: score).orRefuse()
      }
      let now = desk.results[entry.enrolment]
      guard now == entry.expected else {
        conflicts.append(
          Failure.Conflict(
            subject: name, field: "score", mine: Self.said(entry.mark), theirs: Self.said(now)))
        continue
      }
      try write(entry, over: now, name, records, context)
    }
    if !conflicts.isEmpty { throw Failure.conflict(conflicts) }
  }

  /// What comes back must still be allowed.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    try ScoreDesk(exam, records, context).findings.orRefuse()
  }

  private func write(
    _ entry: Entry, over now: ExamResult?, _ name: String, _ records: borrowing Writing,
    _ context: Context
  ) throws {
    if entry.mark == .clear {
      if let now { try records.deleteResult(now.id) }
      return
    }
    guard let id = now?.id ?? entry.id else { throw Failure.forbidden }
    var after =
      now
      ?? ExamResult(
        id: id, exam: exam, enrolment: entry.enrolment, isPresent: true, day: context.today)
    switch entry.mark {
    case .score(let score):
      after.isPresent = true
      after.score = score
    case .absent:
      after.isPresent = false
      after.hasSigned = false
      after.score = nil
    case .present:
      after.isPresent = true
      after.hasSigned = true
    case .clear: break
    }
    after.source = .manual
    after.day = context.today
    try Failure.check(try records.put(after, from: now), on: name)
  }

  private static func said(_ mark: Mark) -> String {
    switch mark {
    case .score(let score): score.text
    case .absent: "absent"
    case .present: "present"
    case .clear: ""
    }
  }

  private static func said(_ result: ExamResult?) -> String {
    guard let result else { return "" }
    return result.isPresent ? result.score?.text ?? said(.present) : said(.absent)
  }
}

/// An exam whose scores are being entered: who is in it, and what stands in the way.
public struct ScoreDesk: Sendable {
  public let line: ExamLine
  public let learners: [EnrolmentLine]
  public private(set) var results: [ID<Enrolment>: ExamResult]
  /// Why nothing can be entered just now; empty when it can.
  public let findings: [Finding]
  let names: [ID<Enrolment>: String]
  /// The last entry of the journal that it knows of.
  public private(set) var through: Int64

  /// - Throws: `Failure.forbidden` for other roles, and when the exam is not within reach.
  public init(
    _ exam: ID<Exam>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    try ExamLife.require(.editScore, context)
    guard let line = try records.exam(exam, in: context.actor.courseReach, on: context.today)
    else { throw Failure.forbidden }
    self.line = line
    through = try records.lastEntryNumber()
    learners = try records.enrolments(of: line.exam.trainingClass)
    results = try records.results(of: exam)
    names = Dictionary(
      learners.map { ($0.enrolment.id, $0.person.name.inFull) }, uniquingKeysWith: { $1 })
    findings = ScoreFacts.policies.findings(
      in: ScoreFacts(
        exam: line.exam, state: line.state(on: context.today),
        classState: line.line.state(on: context.today), day: context.today,
        role: context.actor.role))
  }

  /// Takes in the scores that have moved since it was read, cell by cell.
  ///
  /// - Returns: False where more has moved than scores, and all must be read anew.
  public mutating func catchUp(
    _ records: borrowing some Querying & ~Copyable
  ) throws -> Bool {
    guard let touched = try records.touched(after: through) else { return false }
    let isMoved =
      touched.has("enrolment") || touched.has("exam", line.exam.id.rawValue)
      || touched.has("training_class", line.exam.trainingClass.rawValue)
    guard !isMoved else { return false }
    for key in touched.keys["exam_result"] ?? [] {
      let id = ID<ExamResult>(rawValue: key)
      // What was taken away is known here alone.
      let known = results.first { $0.value.id == id }?.key
      guard let enrolment = try known ?? records.enrolment(ofResult: id), names[enrolment] != nil
      else { continue }
      results[enrolment] = try records.result(of: line.exam.id, enrolment)
    }
    through = touched.through
    return true
  }

  func findings(of score: Score) -> [Finding] {
    ScoreInRange().findings(in: .init(score, maximum: line.exam.maximum))
  }
}
