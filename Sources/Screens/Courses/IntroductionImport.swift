public import Training
public import UseCases

/// An Introduction list («معرفی‌نامه»): the learners of a class (S2-5.3b).
public struct IntroductionImport: ImportDescription {
  public static let name = "introduction"
  public static let shape = "introduction"
  public var title: String { Phrases.Import.introduction }
  private let trainingClass: ID<TrainingClass>

  public init(into trainingClass: ID<TrainingClass>) {
    self.trainingClass = trainingClass
  }

  public func row(of fields: ListFields) -> IntroductionRow {
    IntroductionRow(
      number: fields.number, personnelCode: fields["personnel_code"],
      nationalCode: fields["national_code"],
      name: "\(fields["first_name"]) \(fields["last_name"])".trimmed)
  }

  public func check(
    _ rows: [IntroductionRow], _ portal: Portal
  ) -> Result<[ImportAnswer], Failure> {
    portal.read { records, context in
      try IntroduceLearners.check(rows, into: trainingClass, records, context)
    }.map { $0.map(\.answer) }
  }

  public func perform(
    _ rows: [IntroductionRow], _ portal: Portal
  ) -> Result<[ImportAnswer], Failure> {
    portal.performAll(IntroduceLearners.parts(rows, into: trainingClass))
      .map { $0.flatMap(\.outcome).map(\.answer) }
  }
}

extension IntroductionResult {
  var answer: ImportAnswer {
    ImportAnswer(
      isAccepted ? .taken : .refused, subject: person?.name.inFull ?? row.name,
      remarks: problems.map(\.sentence), isDoubtful: isAccepted && isUnderAnotherName)
  }
}
