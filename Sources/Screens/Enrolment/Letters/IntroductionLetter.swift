import Persian
public import Store
public import Training
public import UseCases

/// «معرفی‌نامه»: the learners whom an office sends to a class, on the template of the list (P20,
/// S2-5.5b).
public struct IntroductionLetter: LetterDescription {
  public static let shape = LetterShape.letter(
    "introduction",
    CourseLetter.names, LearnerLetter.classNames,
    ["learners": .rows(["row", "code", "national", "last", "first", "place", "course"])])

  public let title = Print.introductionLetter.name
  private let whom: LearnerLetter.Whom

  /// The letter of one learner.
  public init(_ enrolment: ID<Enrolment>) { whom = .learner(enrolment) }

  /// The letters of everybody in a class, one for each office that sends learners.
  public init(of trainingClass: ID<TrainingClass>) { whom = .everybody(trainingClass) }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    let found = try LearnerLetter(whom, records, context)
    var offices: [ID<Training.Unit>] = []
    for learner in found.learners {
      let office = found.issuer(of: learner)
      if !offices.contains(office) { offices.append(office) }
    }
    return try offices.map { office in
      var values = try found.values(issuedBy: office, records)
      let own = found.learners.filter { found.issuer(of: $0) == office }
      values["learners"] = .rows(
        own.enumerated().map { index, learner in
          [
            "row": .number(index + 1),
            "code": learner.person.personnelCode.map { .code($0.digits) } ?? .empty,
            "national": learner.person.nationalCode.map { .code($0.digits) } ?? .empty,
            "last": .text(learner.person.name.last), "first": .text(learner.person.name.first),
            "place": .text(learner.rosterEntry.workplace),
            "course": .code(found.request.course.code),
          ]
        })
      return values
    }
  }
}

/// «برگ مأموریت»: the order of the office of service for one learner (P20, S2-5.5a).
public struct MissionOrder: LetterDescription {
  public static let shape = LetterShape.letter(
    "mission-order",
    CourseLetter.names, LearnerLetter.classNames,
    [
      "person.name": .cell, "person.code": .cell, "person.place": .cell,
      "sessions": .rows(["day", "time", "place"]),
    ])

  public let title = Print.missionOrder.name
  private let enrolment: ID<Enrolment>

  public init(_ enrolment: ID<Enrolment>) { self.enrolment = enrolment }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    let found = try LearnerLetter(.learner(enrolment), records, context)
    let sessions = try records.sessions(of: found.line.trainingClass.id)
    return try found.learners.map { learner in
      // Whoever sends the list, the order is that of the office of service.
      var values = try found.values(issuedBy: learner.person.unit, records)
      values["person.name"] = .text(learner.person.name.inFull)
      values["person.code"] = .cell(.code(learner.person.shownCode))
      values["person.place"] = .text(learner.rosterEntry.workplace)
      values["sessions"] = .rows(
        sessions.map { session in
          [
            "day": .text(session.session.day.text(.long)), "time": .text(session.session.span.said),
            "place": .text(session.place.isEmpty ? Phrases.Classes.electronic : session.place),
          ]
        })
      return values
    }
  }
}

/// The learners of a letter with their class and course.
struct LearnerLetter {
  enum Whom: Sendable {
    case learner(ID<Enrolment>)
    case everybody(ID<TrainingClass>)
  }

  static let classNames: [String: LetterShape.Kind] = [
    "class.name": .cell, "class.from": .cell, "class.to": .cell, "class.place": .cell,
  ]

  let line: ClassLine
  let request: RequestLine
  let learners: [EnrolmentLine]
  private let isOfProvince: Bool

  init(_ whom: Whom, _ records: borrowing Reading, _ context: Context) throws {
    try context.require(.viewEnrolments)
    let reach = context.actor.courseReach
    let wanted: ID<TrainingClass>
    var one: ID<Enrolment>?
    switch whom {
    case .everybody(let id): wanted = id
    case .learner(let id):
      guard let enrolment = try records.enrolment(id) else { throw Failure.forbidden }
      wanted = enrolment.trainingClass
      one = id
    }
    guard let line = try records.trainingClass(wanted, in: reach, on: context.today),
      let request = try records.request(line.trainingClass.request, in: reach)
    else { throw Failure.forbidden }
    self.line = line
    self.request = request
    learners = try records.enrolments(of: wanted).filter { one == nil || $0.enrolment.id == one }
    isOfProvince = try records.unit(request.request.unit)?.kind == .province
  }

  /// The province sends learners to its own courses, the office of service to others (S2-5.5b).
  func issuer(of learner: EnrolmentLine) -> ID<Training.Unit> {
    isOfProvince ? request.request.unit : learner.person.unit
  }

  func values(
    issuedBy office: ID<Training.Unit>, _ records: borrowing Reading
  ) throws -> LetterValues {
    let it = line.trainingClass
    var values = try CourseLetter.values(request, records)
    values["office"] = try records.offices(above: office)
    values["class.name"] = .text(it.name)
    values["class.from"] = .cell(.date(it.from))
    values["class.to"] = .cell(.date(it.to))
    values["class.place"] = .text(it.place.isEmpty ? Phrases.Classes.electronic : it.place)
    return values
  }
}
