public import Store
public import Training

/// Accepts an objection with the corrected value, which is written at once (S2-10.4b).
public struct AcceptObjection: UseCase {
  public static let name = "objection.accept"
  public static let isUndoable = false

  /// What is recorded from now on.
  public enum Correction: Hashable, Sendable, Codable {
    /// In the session of the objection.
    case mark(AttendanceMark)
    /// In one of the exams of the class that count.
    case score(ID<Exam>, Score)
  }

  public var objection: ID<ScoreObjection>
  public var correction: Correction
  /// Of the result, where the learner has none yet.
  private var result: ID<ExamResult>?

  public init(_ objection: ID<ScoreObjection>, _ correction: Correction) {
    self.objection = objection
    self.correction = correction
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if case .score = correction, result == nil { result = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ObjectionLife.requireReach(.accept, of: objection, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try ObjectionLife.situation(of: objection, records, context) else {
      throw Failure.forbidden
    }
    let before = situation.facts.objection
    var after = before
    (after.before, after.after) = try values(of: before, records)
    after.state = .accepted
    after.answered = context.today
    after.answer = context.reason
    var facts = situation.facts
    facts.objection = after
    _ = try ObjectionLife.open(.accept, in: situation.state, facts, context)
    try write(to: before, records, context, on: situation.subject)
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }

  /// What was recorded, and what is to be, as they are stored.
  private func values(
    of objection: ScoreObjection, _ records: borrowing Writing
  ) throws -> (before: String, after: String) {
    switch correction {
    case .mark(let mark):
      guard objection.kind == .absence, let session = objection.session else {
        throw Failure.forbidden
      }
      return (try records.mark(session, objection.enrolment)?.mark.text ?? "", mark.text)
    case .score(let id, let score):
      guard objection.kind == .score, let exam = try exam(id, of: objection, records) else {
        throw Failure.forbidden
      }
      guard score <= exam.maximum else {
        throw Failure.complaint(
          field: "score", .outOfRange(0...(exam.maximum.hundredths / 100)))
      }
      let old = try records.result(of: id, objection.enrolment)?.score
      return (old.map { String($0.hundredths) } ?? "", String(score.hundredths))
    }
  }

  private func write(
    to objection: ScoreObjection, _ records: borrowing Writing, _ context: Context,
    on subject: String
  ) throws {
    switch correction {
    case .mark(let mark):
      guard let id = objection.session, let session = try records.session(id) else {
        throw Failure.forbidden
      }
      let isDone = try records.updateMark(
        mark, from: nil, in: session, objection.enrolment, note: nil,
        by: context.actor.account)
      guard !isDone else { return }
      throw Failure.conflict([
        Failure.Conflict(subject: subject, field: "mark", mine: mark.text, theirs: "")
      ])
    case .score(let exam, let score):
      guard let result else { throw StoreError.notFound }
      let old = try records.result(of: exam, objection.enrolment)
      var new =
        old
        ?? ExamResult(
          id: result, exam: exam, enrolment: objection.enrolment, isPresent: true,
          day: context.today)
      new.isPresent = true
      new.score = score
      new.source = .manual
      new.day = context.today
      try Failure.check(try records.put(new, from: old), on: subject)
    }
  }

  /// The exam, when it is one of the learner's class and counts.
  private func exam(
    _ id: ID<Exam>, of objection: ScoreObjection, _ records: borrowing Writing
  ) throws -> Exam? {
    guard let enrolment = try records.enrolment(objection.enrolment) else { return nil }
    return try records.exams(of: enrolment.trainingClass).first { $0.id == id && $0.kind.counts }
  }
}
