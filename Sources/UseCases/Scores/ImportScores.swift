public import Store
public import Training

/// One line of a file of scores as it was read: nothing in it is trusted (S2-8.8b).
public struct ScoreRow: Hashable, Sendable, Codable {
  /// The number of the line in the file, 1-based.
  public var number: Int
  /// A personnel code, or the national code of somebody without one.
  public var code: String
  public var score: Score

  public init(number: Int, code: String, score: Score) {
    self.number = number
    self.code = code
    self.score = score
  }
}

/// What became, or would become, of one line.
public struct ScoreRowResult: Hashable, Sendable, Codable {
  public let row: ScoreRow
  /// The learner's name; empty where the code names nobody of the class.
  public let name: String
  public let problems: [RowProblem]
  /// Whether the same score stands there already.
  public let isKnown: Bool
  fileprivate let enrolment: ID<Enrolment>?

  public var isAccepted: Bool { !problems.contains(where: \.refuses) }
}

/// Takes the scores of a file that another system wrote: the good lines, and the reasons of the rest.
///
/// `check` is the dry run; what was confirmed is checked once more inside the transaction.
public struct ImportScores: UseCase {
  public static let name = "scores.import"
  public var exam: ID<Exam>
  public var rows: [ScoreRow]
  /// One for each row, given before the first run.
  private var ids: [ID<ExamResult>] = []

  public init(_ rows: [ScoreRow], into exam: ID<Exam>) {
    self.exam = exam
    self.rows = rows
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < rows.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    _ = try ScoreDesk(exam, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> [ScoreRowResult] {
    let desk = try ScoreDesk(exam, records, context)
    try desk.findings.orRefuse()
    let results = try Self.check(rows, at: desk, records, context)
    for (result, id) in zip(results, ids) where result.isAccepted && !result.isKnown {
      guard let enrolment = result.enrolment else { continue }
      let before = desk.results[enrolment]
      var after =
        before
        ?? ExamResult(
          id: id, exam: exam, enrolment: enrolment, isPresent: true, day: context.today)
      after.isPresent = true
      after.score = result.row.score
      after.source = .file
      after.day = context.today
      try Failure.check(try records.put(after, from: before), on: result.name)
    }
    return results
  }

  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    try ScoreDesk(exam, records, context).findings.orRefuse()
  }

  /// The dry run: every line with its learner and everything that stands in its way.
  public static func check(
    _ rows: [ScoreRow], into exam: ID<Exam>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> [ScoreRowResult] {
    let desk = try ScoreDesk(exam, records, context)
    try desk.findings.orRefuse()
    return try check(rows, at: desk, records, context)
  }

  private static func check(
    _ rows: [ScoreRow], at desk: ScoreDesk, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> [ScoreRowResult] {
    var byCode: [String: EnrolmentLine] = [:]
    for learner in desk.learners {
      if let code = learner.person.personnelCode { byCode[code.digits] = learner }
      if let code = learner.person.nationalCode { byCode[code.digits] = learner }
    }
    var seen: [ID<Enrolment>: Int] = [:]
    return try rows.map { row in
      var problems: [RowProblem] = []
      let learner = try learner(of: row, among: byCode, &problems, records, context)
      problems += desk.findings(of: row.score).map { .finding($0) }
      guard let learner else {
        return ScoreRowResult(
          row: row, name: "", problems: problems, isKnown: false, enrolment: nil)
      }
      let id = learner.enrolment.id
      if let first = seen[id] {
        problems.append(
          .finding(Finding(.scoreFile, .refusal, .score(.repeated(firstLine: first)))))
      } else {
        seen[id] = row.number
      }
      let now = desk.results[id]
      let isKnown = now?.score == row.score
      if let now, now.isSettled, !isKnown {
        problems.append(.finding(Finding(.scoreFile, .warning, .score(.replaces(now.score)))))
      }
      return ScoreRowResult(
        row: row, name: learner.person.name.inFull, problems: problems, isKnown: isKnown,
        enrolment: id)
    }
  }

  /// The learner of the class whom the code names.
  private static func learner(
    of row: ScoreRow, among byCode: [String: EnrolmentLine], _ problems: inout [RowProblem],
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> EnrolmentLine? {
    let length = context.rules.personnelCodeLength
    let personnel = Result { () throws(Complaint) in
      try PersonnelCode(validating: row.code, length: length)
    }
    switch personnel {
    case .success(let code):
      if let learner = byCode[code.digits] { return learner }
      let isSomebody = try records.person(code) != nil
      problems.append(refusal(isSomebody ? .notEnrolled(code.digits) : .codeUnknown(code.digits)))
      return nil
    case .failure(.personnelCode(.length(let count, _))) where count > length:
      return try byNationalCode(row, among: byCode, &problems, records)
    case .failure(let complaint):
      problems.append(.complaint(field: "personnelCode", complaint))
      return nil
    }
  }

  /// Whoever has no personnel code stands in the file with the national code.
  private static func byNationalCode(
    _ row: ScoreRow, among byCode: [String: EnrolmentLine], _ problems: inout [RowProblem],
    _ records: borrowing some Querying & ~Copyable
  ) throws -> EnrolmentLine? {
    let code = Result { () throws(Complaint) in try NationalCode(validating: row.code) }
    switch code {
    case .success(let code):
      if let learner = byCode[code.digits] { return learner }
      let isSomebody = try records.person(code) != nil
      problems.append(refusal(isSomebody ? .notEnrolled(code.digits) : .codeUnknown(code.digits)))
    case .failure(let complaint):
      problems.append(.complaint(field: "nationalCode", complaint))
    }
    return nil
  }

  private static func refusal(_ reason: ScoreReason) -> RowProblem {
    .finding(Finding(.scoreFile, .refusal, .score(reason)))
  }
}
