import Persian
public import Store
public import Training
public import UseCases

/// «فرم شماره ۲»: the details of those who attend without being registered, to whom nothing is owed
/// (P12, S2-7.6).
public struct UnregisteredForm: LetterDescription {
  public static let shape = LetterShape(
    "form-2",
    ClassLetter.names,
    [
      "people": .rows(["row", "first", "last", "national", "code", "workplace", "mobile", "note"])
    ])

  public let title = Phrases.Prints.form2
  private let trainingClass: ID<TrainingClass>

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, _) = try ClassLetter.values(trainingClass, records, context)
    values["people"] = .rows(
      try records.attendants(of: trainingClass).enumerated().map { index, it in
        [
          "row": .number(index + 1), "first": .text(it.name.first), "last": .text(it.name.last),
          "national": it.nationalCode.map { .code($0.digits) } ?? .empty,
          "code": .code(it.personnelCode), "workplace": .text(it.workplace),
          "mobile": .code(it.mobile), "note": .text(it.note),
        ]
      })
    return [values]
  }
}

/// «فرم شماره ۳»: the attendance of the same people, one column for each session (P12, S2-7.6).
public struct UnregisteredAttendanceForm: LetterDescription {
  public static let shape = LetterShape(
    "form-3",
    ClassLetter.names, ["attendance": .sheet])

  public let title = Phrases.Prints.form3
  private let trainingClass: ID<TrainingClass>

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, line) = try ClassLetter.values(trainingClass, records, context)
    let page = try AttendantsGrid(line).load(records, context)
    values["attendance"] = .sheet(page.sheet(titled: title))
    return [values]
  }
}
