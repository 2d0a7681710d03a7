import Interchange
public import Training
public import UseCases

/// A file of scores from another system: a workbook with titles, or lines «code,score» (S2-8.8).
public struct ScoreImport: ImportDescription {
  public static let name = "scores"
  public static let shape = "scores"
  public var title: String { Phrases.Scores.importFile }
  private let exam: ID<Exam>

  public init(into exam: ID<Exam>) { self.exam = exam }

  public static let readsLines = true

  public func row(of fields: ListFields) -> ScoreRow {
    ScoreRow(
      number: fields.number, code: fields["personnel_code"],
      score: Score(hundredths: Int(((fields.decimal("score") ?? 0) * 100).rounded())))
  }

  public func check(_ rows: [ScoreRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    portal.read { records, context in
      try ImportScores.check(rows, into: exam, records, context)
    }.map { $0.map(\.answer) }
  }

  public func perform(_ rows: [ScoreRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    portal.perform(ImportScores(rows, into: exam)).map { $0.outcome.map(\.answer) }
  }
}

extension ScoreRowResult {
  var answer: ImportAnswer {
    ImportAnswer(
      isAccepted ? (isKnown ? .known : .taken) : .refused,
      subject: name.isEmpty ? row.code : name, remarks: problems.map(\.sentence))
  }
}
