import Persian
public import Store
public import Training
public import UseCases

/// «ابلاغ عوامل اجرایی»: a letter to every active factor of a course (P7, S2-7.1a).
public struct AppointmentLetters: LetterDescription {
  public static let shape = LetterShape.letter(
    "appointment",
    CourseLetter.names,
    [
      "factor.name": .cell, "factor.duty": .cell, "factor.code": .cell, "factor.hours": .cell,
      "classes": .rows(["class", "time", "first", "place"]),
    ])

  public let title = Phrases.Prints.appointments
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    try context.require(.viewRequests)
    let reach = context.actor.courseReach
    guard let line = try records.request(request, in: reach) else { throw Failure.forbidden }
    let factors = try records.factors(of: request)
    guard !factors.isEmpty else {
      throw Failure.refused(PermitFactors().findings(in: factors))
    }
    let titles = try records.items(of: "factor-role")
    let classes = try records.classes(of: request, in: reach, on: context.today)
      .filter { $0.trainingClass.state != .cancelled }.map(Self.row)
    let course = try CourseLetter.values(line, records)
    return factors.map { factor in
      var values = course
      values["factor.name"] = .text(factor.fullName)
      values["factor.duty"] = .text(factor.title(among: titles))
      values["factor.code"] = .cell(factor.nationalCode.map { .code($0.digits) } ?? .empty)
      values["factor.hours"] =
        factor.minutes == 0 ? .cell(.empty) : .text(Say.duration(factor.minutes))
      values["classes"] = .rows(classes)
      return values
    }
  }

  private static func row(_ line: ClassLine) -> [String: Sheet.Cell] {
    let it = line.trainingClass
    return [
      "class": .text(it.name), "time": .text(Phrases.Courses.interval(it.from, it.to)),
      "first": line.firstSession.map { .text($0.text(.long)) } ?? .empty,
      "place": .text(it.place.isEmpty ? Phrases.Classes.electronic : it.place),
    ]
  }
}
