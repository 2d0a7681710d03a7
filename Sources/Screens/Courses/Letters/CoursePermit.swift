import Persian
public import Store
public import Training
public import UseCases

/// «چاپ مجوز دوره»: the form of a course with its classes and executive factors (P8, S2-7.2).
public struct CoursePermit: LetterDescription {
  public static let shape = LetterShape.letter(
    "course-permit",
    CourseLetter.names,
    [
      "request.method": .cell, "request.quota": .cell, "request.capacity": .cell,
      "request.cost": .cell,
      "classes": .rows(["class", "enrolment", "time", "place", "capacity", "enrolled"]),
      "factors": .rows(["duty", "name", "code", "hours"]),
    ])

  public let title = Phrases.Prints.coursePermit
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    try context.require(.viewRequests)
    guard let line = try records.request(request, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
    let state = line.state(on: context.today)
    guard state.isLive || state == .finished else {
      throw Failure.refused([
        Finding(
          .provincialApproval, .refusal, .request(.notApproved(state)),
          remedy: .ask(.provincialExpert))
      ])
    }
    let factors = try records.factors(of: request)
    try PermitFactors().findings(in: factors).orRefuse()
    let classes = try records.classes(
      of: request, in: context.actor.courseReach, on: context.today)
    var values = try CourseLetter.values(line, records)
    values["request.method"] = .text(line.request.method.name)
    values["request.quota"] = .cell(.number(line.request.quota))
    values["request.capacity"] = .cell(.number(line.request.classCapacity))
    values["request.cost"] = .text(line.request.costProvision)
    values["classes"] = .rows(classes.filter { $0.trainingClass.state != .cancelled }.map(Self.row))
    let titles = try records.items(of: "factor-role")
    values["factors"] = .rows(
      factors.map { factor in
        [
          "duty": .text(factor.title(among: titles)), "name": .text(factor.fullName),
          "code": factor.nationalCode.map { .code($0.digits) } ?? .empty,
          "hours": factor.minutes == 0 ? .empty : .minutes(factor.minutes),
        ]
      })
    return [values]
  }

  private static func row(_ line: ClassLine) -> [String: Sheet.Cell] {
    let it = line.trainingClass
    return [
      "class": .text(it.name),
      "enrolment": .text(Phrases.Courses.interval(it.enrolFrom, it.enrolTo)),
      "time": .text(Phrases.Courses.interval(it.from, it.to)),
      "place": .text(it.place.isEmpty ? Phrases.Classes.electronic : it.place),
      "capacity": .number(it.capacity), "enrolled": .number(line.enrolled + line.guests),
    ]
  }
}

/// What every paper about a course says of it.
enum CourseLetter {
  static let names: [String: LetterShape.Kind] = [
    "course.code": .cell, "course.title": .cell, "course.hours": .cell, "course.mode": .cell,
    "course.unit": .cell, "course.manager": .cell, "course.from": .cell, "course.to": .cell,
  ]

  /// The course with the offices above the letter and a reference still to be given.
  static func values(
    _ line: RequestLine, _ records: borrowing Reading
  ) throws -> LetterValues {
    [
      "office": try records.offices(above: line.request.unit),
      "course.code": .cell(.code(line.course.code)), "course.title": .text(line.course.title),
      "course.hours": .text(Say.duration(line.course.minutes)),
      "course.mode": .text(try records.title(of: line.request.mode)),
      "course.unit": .text(line.unitName), "course.manager": .text(line.managerName),
      "course.from": .cell(.date(line.request.from)), "course.to": .cell(.date(line.request.to)),
    ]
  }
}

extension Factor {
  /// The duty as the editable list calls it.
  func title(among items: [CodeList.Item]) -> String {
    items.first { $0.code == duty.rawValue }?.title ?? duty.rawValue
  }
}
