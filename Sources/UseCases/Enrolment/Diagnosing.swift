public import Store
public import Training

/// Whether one person can come into one course, and every condition that says so (S2-5.7).
public struct CourseDiagnosis: Sendable {
  public let request: RequestLine
  /// The class that is nearest to being open for the person; nil where none is defined.
  public let nearest: ClassLine?
  /// Nil where there is no class to look at.
  public let diagnosis: EnrolmentDiagnosis?

  /// Everything that stands in the way.
  public var findings: [Finding] {
    diagnosis?.findings ?? [
      Finding(.requestLife, .refusal, .request(.noClass), remedy: .ask(.courseManager))
    ]
  }

  public var isOpen: Bool { findings.allow }
}

extension Context {
  /// Every current course of a person's offices with what stands in the way (S2-5.7d).
  ///
  /// - Throws: `Failure.forbidden` for learners who are not the person, and for experts of others.
  public func diagnoses(
    of person: ID<Person>, _ records: borrowing some Querying & ~Copyable
  ) throws -> [CourseDiagnosis] {
    let person = try requireLearner(person, records)
    let filter = RequestFilter(lastingTo: today)
    return try records.requests(in: .home(person.id), filter, on: today).map {
      try diagnosis(of: person, for: $0, records)
    }
  }

  /// The courses in which a learner can enrol now: those whose conditions fit (S2-5.2a).
  public func openCourses(
    _ records: borrowing some Querying & ~Copyable
  ) throws -> [CourseDiagnosis] {
    try require(.viewOwnCourses)
    guard let id = actor.person else { return [] }
    return try diagnoses(of: id, records).filter { course in
      guard course.request.request.method == .learner, course.request.state(on: today).isLive,
        let place = course.nearest?.trainingClass
      else { return false }
      return today < place.from && course.diagnosis?.meetsConditions == true
    }
  }

  /// The person, when it is the learner at work or one whom the expert looks after.
  public func requireLearner(
    _ id: ID<Person>, _ records: borrowing some Querying & ~Copyable
  ) throws -> Person {
    guard let person = try records.person(id) else { throw Failure.forbidden }
    if actor.person == id, actor.role == .learner, !actor.mustChangePassword { return person }
    try require(.viewPeople)
    try requireReach(unit: person.unit, records)
    return person
  }

  /// Every condition for a person and a course, at the class that is nearest to being open.
  func diagnosis(
    of person: Person, for line: RequestLine, _ records: borrowing some Querying & ~Copyable
  ) throws -> CourseDiagnosis {
    let learner = try records.learner(person, for: line.request)
    var best: (place: ClassLine, diagnosis: EnrolmentDiagnosis)?
    for it in try records.classes(of: line.request.id, in: .home(person.id), on: today)
    where !it.state(on: today).isFinal {
      let facts = EnrolmentLife.Facts(
        day: today, place: try records.place(of: it, line, on: today), learner: learner,
        isOwn: true)
      let found = EnrolmentDiagnosis(
        line.request.method == .learner ? .enrol : .introduce, facts, under: rules)
      let isBetter = best.map { found.findings.count < $0.diagnosis.findings.count } ?? true
      if isBetter { best = (it, found) }
    }
    return CourseDiagnosis(request: line, nearest: best?.place, diagnosis: best?.diagnosis)
  }
}
