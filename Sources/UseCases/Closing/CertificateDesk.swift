import Persian
public import Store
public import Training

/// The class whose learners are judged one after another: read once.
struct CertificateDesk {
  private let place: EnrolmentLife.Facts.Place
  private let line: ClassLine
  private let unit: Unit
  private let day: JalaliDate
  private let actor: ID<Person>?

  init(
    _ id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    line = try context.trainingClass(id, records)
    let request = try context.request(line.trainingClass.request, records)
    guard let unit = try records.unit(line.unit) else { throw StoreError.notFound }
    self.unit = unit
    place = try records.place(of: line, request, on: context.today)
    day = context.today
    actor = context.actor.person
  }

  /// What the conditions of the certificate look at; nothing of what only enrolling needs.
  func facts(
    of enrolment: Enrolment, _ person: Person, _ records: borrowing some Querying & ~Copyable
  ) throws -> EnrolmentLife.Facts {
    EnrolmentLife.Facts(
      day: day, place: place, learner: EnrolmentLife.Facts.Learner(person: person),
      isOwn: actor == person.id, outcome: try records.outcome(of: enrolment))
  }

  /// Writes the certificate of a learner whose conditions are met.
  func issue(
    _ id: ID<Certificate>, serial: Int, _ facts: EnrolmentLife.Facts, _ enrolment: Enrolment,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let (person, course, it) = (facts.learner.person, place.course, line.trainingClass)
    guard let score = facts.outcome.points else { throw StoreError.notFound }
    let printed = Certificate.Facts(
      number: "\(day.year)/\(unit.code)/\(serial)", issued: day, holder: person.name.inFull,
      nationalCode: person.nationalCode?.digits ?? "",
      personnelCode: person.personnelCode?.digits ?? "", courseCode: course.code,
      courseTitle: course.title, minutes: course.minutes, from: line.firstSession ?? it.from,
      to: line.lastSession ?? it.to, score: score, office: unit.name)
    try records.insert(
      Certificate(
        id: id, enrolment: enrolment.id, unit: unit.id, year: day.year, serial: serial,
        facts: printed, code: CertificateCode(of: printed)))
  }
}

/// «چرا گواهینامه نمی‌گیرد؟»: one learner of a class with every condition.
public struct CertificateDiagnosis: Sendable {
  public let learner: EnrolmentLine
  public let conditions: CertificateConditions
  public let classState: ClassLife.State
  /// What the class still needs before it is closed; empty once it is.
  public let closing: [Finding]
  /// The valid one, once it is issued.
  public let certificate: Certificate?

  /// Everything that stands in the way now.
  public var findings: [Finding] { conditions.findings + closing }
}

extension Context {
  /// Every learner of a class with the conditions of the certificate (S2-10.1a).
  ///
  /// - Throws: `Failure.forbidden` for whoever does not see the learners of the class.
  public func certificateDiagnoses(
    of id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable
  ) throws -> [CertificateDiagnosis] {
    try require(.viewEnrolments)
    return try diagnoses(in: id, records) { _ in true }
  }

  /// One enrolment: the learner's own, or one of a class within reach.
  public func certificateDiagnosis(
    of id: ID<Enrolment>, _ records: borrowing some Querying & ~Copyable
  ) throws -> CertificateDiagnosis {
    guard let enrolment = try records.enrolment(id),
      try EnrolmentLife.situation(of: id, records, self) != nil
    else { throw Failure.forbidden }
    let found = try diagnoses(in: enrolment.trainingClass, records) { $0.id == id }
    guard let first = found.first else { throw Failure.forbidden }
    return first
  }

  private func diagnoses(
    in id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable,
    _ isWanted: (Enrolment) -> Bool
  ) throws -> [CertificateDiagnosis] {
    let desk = try CertificateDesk(id, records, self)
    guard let situation = try ClassLife.situation(of: id, records, self) else {
      throw Failure.forbidden
    }
    let closing = situation.state.isFinal ? [] : situation.closing(under: rules)
    return try records.enrolments(of: id, includingLeft: true)
      .filter { isWanted($0.enrolment) }.map { learner in
        let facts = try desk.facts(of: learner.enrolment, learner.person, records)
        return CertificateDiagnosis(
          learner: learner, conditions: CertificateConditions(facts, under: rules),
          classState: situation.state, closing: closing,
          certificate: try records.certificate(of: learner.enrolment.id))
      }
  }
}

extension Situation where Life == ClassLife {
  /// What the line that closes the class has against it, whoever looks and in whatever state.
  fileprivate func closing(under rules: Rules) -> [Finding] {
    ClassLife.table.first { $0.action == .close }?.guards(rules).findings(in: facts) ?? []
  }
}
