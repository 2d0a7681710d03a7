import Persian
public import Store
public import Training
public import UseCases

/// The report «بانک مدرسین» (P22): everybody in the bank with the courses they may teach.
public struct BankReport: LetterDescription {
  public static let shape = LetterShape.letter(
    "instructor-bank",
    ["instructors": .rows(["row", "code", "name", "unit", "score", "reply", "courses"])])

  public let title = Phrases.Applicants.bank

  public init() {}

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    try context.require(.viewApplicants)
    let lines = try records.applications(in: context.actor.scope, states: [.inBank])
    var rows: [[String: Sheet.Cell]] = []
    for line in lines {
      let it = line.application
      let courses = try records.taughtCourses(of: it.id).map { Digits.persian($0.code) }
      rows.append([
        "row": .number(rows.count + 1), "code": .code(it.form.nationalCode.digits),
        "name": .text(it.form.name.surnameFirst), "unit": .text(line.unitName),
        "score": .text(Phrases.Applicants.score(it.score)),
        "reply": .code(it.reply.number), "courses": .text(Say.list(courses)),
      ])
    }
    return [
      ["office": try records.offices(above: context.actor.unit), "instructors": .rows(rows)]
    ]
  }
}
