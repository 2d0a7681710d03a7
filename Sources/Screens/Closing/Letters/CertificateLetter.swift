import Persian
public import Store
public import Training
public import UseCases

/// «گواهینامه درون‌سازمانی»: one, or those of a whole class on a page each (P19, S2-10.5c).
public struct CertificateLetter: LetterDescription {
  public static let shape = LetterShape(
    "certificate",
    [
      "office": .list, "number": .cell, "date": .cell, "holder": .cell, "national": .cell,
      "personnel": .cell, "course.title": .cell, "course.code": .cell, "course.hours": .cell,
      "from": .cell, "to": .cell, "score": .cell, "unit": .cell, "code": .cell,
    ])

  public let title = Phrases.Closing.certificate
  private let record: Int64

  /// - Parameter record: The id of a certificate, of an enrolment, or of a class for all of it.
  public init(_ record: Int64) { self.record = record }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    guard CertificateLife.roles(for: .print).contains(context.actor.role) else {
      throw Failure.refused([
        Finding(.certificateLife, .refusal, .portal(.onlyRole(.expert)), remedy: .ask(.expert))
      ])
    }
    var found = try records.certificates(behind: record, in: context.actor.courseReach)
    if context.actor.role == .learner {
      // Learners reach the classes of others, never their papers.
      found = try found.filter { it in
        try records.enrolment(it.enrolment)?.person == context.actor.person
      }
    }
    guard !found.isEmpty else { throw Failure.refused([try reason(records, context)]) }
    return try found.map { it in try values(it, records) }
  }

  /// Why nothing can be printed: revoked, or never issued.
  private func reason(_ records: borrowing Reading, _ context: Context) throws -> Finding {
    let it = try records.certificate(ID(rawValue: record), in: context.actor.courseReach)
    if let day = it?.revoked {
      return Finding(
        .certificateLife, .refusal, .closing(.certificateRevoked(on: day)), remedy: .ask(.expert))
    }
    return Finding(.closingResult, .refusal, .closing(.noCertificate))
  }

  private func values(
    _ it: Certificate, _ records: borrowing Reading
  ) throws -> LetterValues {
    let facts = it.facts
    return [
      "office": try records.offices(above: it.unit),
      "number": .cell(.code(facts.number)), "date": .cell(.date(facts.issued)),
      "holder": .text(facts.holder), "national": .cell(.code(facts.nationalCode)),
      "personnel": .cell(.code(facts.personnelCode)), "course.title": .text(facts.courseTitle),
      "course.code": .cell(.code(facts.courseCode)),
      "course.hours": .text(Say.duration(facts.minutes)), "from": .cell(.date(facts.from)),
      "to": .cell(.date(facts.to)), "score": .text(facts.score.scored),
      "unit": .text(facts.office), "code": .cell(.code(it.code.groups)),
    ]
  }
}
