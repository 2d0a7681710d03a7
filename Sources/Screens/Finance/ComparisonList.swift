import Persian
import Store
import TerminalKit
import Training
import UseCases

/// Paper beside records, class by class: counts of both, the difference, and its reason (S2-9.5b).
struct ComparisonList: ListDescription {
  enum Command: String, CommandSet {
    case rows, print
    var help: String {
      self == .rows ? Phrases.CourseFiles.rowsBehind : Phrases.CourseFiles.printComparison
    }
  }

  struct Row: Sendable {
    let comparison: PaperComparison
    let figure: ClassCounts.Figure

    var difference: Int? {
      comparison.paper.map { $0[figure] - comparison.records[figure] }
    }
  }

  static let name = "paper-comparison"
  let request: ID<CourseRequest>
  let course: String
  let role: Role
  var title: String { "\(Phrases.CourseFiles.comparison): \(course)" }

  init(_ request: ID<CourseRequest>, _ course: String, _ role: Role) {
    self.request = request
    self.course = course
    self.role = role
  }

  let columns: [Column<Row>] = [
    Column(Phrases.Classes.name, width: 12, text: { $0.comparison.className }),
    Column(Phrases.CourseFiles.figure, width: 14, text: { $0.figure.name }),
    Column(
      Phrases.CourseFiles.inRecords, width: 10, alignment: .trailing,
      text: { $0.figure.said($0.comparison.records[$0.figure]) }),
    Column(
      Phrases.CourseFiles.onPaper, width: 10, alignment: .trailing,
      text: { row in row.comparison.paper.map { row.figure.said($0[row.figure]) } ?? "" }),
    Column(
      Phrases.CourseFiles.difference, width: 10, alignment: .trailing,
      tone: { $0.difference == 0 ? .body : .warning },
      text: { row in
        guard let difference = row.difference else { return Phrases.CourseFiles.notCounted }
        return difference == 0 ? 0.said : "! \(row.figure.said(difference))"
      }),
    Column(Phrases.CourseFiles.reason, text: { $0.difference == 0 ? "" : $0.comparison.reason }),
  ]

  func identity(of row: Row) -> Int64 {
    var hasher = Hasher()
    hasher.combine(row.comparison.trainingClass)
    hasher.combine(row.figure)
    return Int64(hasher.finalize())
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewCourseFile)
    guard try records.request(request, in: context.actor.courseReach) != nil else {
      throw Failure.forbidden
    }
    return try records.paperComparisons(of: request).flatMap { comparison in
      ClassCounts.Figure.allCases.map { Row(comparison: comparison, figure: $0) }
    }
  }

  func open(_ row: Row) -> Step {
    Permission.comparePapers.isHeld(by: role)
      ? .open(FormScreen(PaperCountForm(row.comparison)))
      : .notice(Phrases.CourseFiles.onlyExpert, .warning)
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch (command, rows.first) {
    case (.print, _): .open(sheet)
    case (.rows, let row?): behind(row)
    case (.rows, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  /// The list that a figure of the records is counted from.
  private func behind(_ row: Row) -> Step {
    let it = row.comparison.trainingClass
    guard row.figure != .absences else { return .open(AttendanceScreen(trainingClass: it)) }
    return .open(
      OpenScreen { [role] portal in
        portal.read { records, context in
          let line = try records.trainingClass(
            it, in: context.actor.courseReach, on: context.today)
          guard let line else { throw Failure.forbidden }
          return row.figure == .learners
            ? .open(ListScreen(LearnersList(line, role))) : .open(RecordScreen(ClassExams(line)))
        }
      })
  }

  private var sheet: SheetLoader {
    SheetLoader(title) { [self] records, context in
      let rows = try load(records, context).map { row -> Sheet.Row in
        Sheet.Row([
          .text(row.comparison.className), .text(row.figure.name),
          row.figure.cell(row.comparison.records[row.figure]),
          row.comparison.paper.map { row.figure.cell($0[row.figure]) } ?? .empty,
          row.difference.map { row.figure.cell($0) } ?? .empty, .text(row.comparison.reason),
        ])
      }
      let titles = [
        Phrases.Classes.name, Phrases.CourseFiles.figure, Phrases.CourseFiles.inRecords,
        Phrases.CourseFiles.onPaper, Phrases.CourseFiles.difference, Phrases.CourseFiles.reason,
      ]
      return [Sheet(title: title, columns: titles.map { Sheet.Column($0) }, rows: rows)]
    }
  }
}

extension ClassCounts.Figure {
  /// An amount as people read it: sums of scores are kept in hundredths.
  func said(_ amount: Int) -> String {
    self == .scoreTotal ? Numbers.decimal(Double(amount) / 100) : amount.said
  }

  func cell(_ amount: Int) -> Sheet.Cell {
    self == .scoreTotal ? .decimal(Double(amount) / 100) : .number(amount)
  }
}

/// What was counted on paper of a class; the differences are told while it is filled in.
struct PaperCountForm: FormDescription {
  /// Nil is what nobody has counted yet, which is not nothing.
  struct Draft: Sendable {
    var learners: Int?
    var scores: Int?
    var scoreTotal: Int?
    var absences: Int?
    var note = ""

    /// What was counted; nil until all of it is.
    var counts: ClassCounts? {
      guard let learners, let scores, let scoreTotal, let absences else { return nil }
      return ClassCounts(
        learners: learners, scores: scores, scoreTotal: scoreTotal, absences: absences)
    }
  }

  static let name = "paper-count"
  let comparison: PaperComparison
  var title: String { Phrases.CourseFiles.count(comparison.className) }

  init(_ comparison: PaperComparison) { self.comparison = comparison }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.comparePapers)
    let paper = comparison.paper
    return (
      Draft(
        learners: paper?.learners, scores: paper?.scores, scoreTotal: paper?.scoreTotal,
        absences: paper?.absences, note: comparison.reason), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .amount(ClassCounts.Figure.learners.name, \.learners, in: 0...100_000).required()
        .under(Phrases.CourseFiles.onPaper),
      .amount(ClassCounts.Figure.scores.name, \.scores, in: 0...100_000).required(),
      .optional(
        ClassCounts.Figure.scoreTotal.name, \.scoreTotal, limit: 12,
        show: { Numbers.decimal(Double($0) / 100) },
        parse: { text throws(Training.Complaint) in
          guard let total = Numbers.decimal(parsing: text), total >= 0, total < 1e9 else {
            throw .notNumber
          }
          return Int((total * 100).rounded())
        }
      ).required().wide(12),
      .amount(ClassCounts.Figure.absences.name, \.absences, in: 0...1_000_000).required(),
      .text(Phrases.CourseFiles.reason, \.note, limit: 200).hinted(Phrases.CourseFiles.reasonHint),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let counts = draft.counts else { return [] }
    let now = PaperComparison(
      trainingClass: comparison.trainingClass, className: comparison.className,
      records: try records.paperComparison(of: comparison.trainingClass).records,
      paper: counts, reason: Normalizer.line(draft.note))
    return now.findings.isEmpty
      ? [FormRemark(Phrases.CourseFiles.equal, tone: .good)] : now.findings.map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let counts = draft.counts else { return .failure(.complaint(field: "counts", .empty)) }
    return portal.perform(
      CountPaper(comparison, counts: counts, note: Normalizer.line(draft.note))
    ).map { done in
      done.outcome.findings.allow
        ? .notice(Phrases.saved, .good) : .open(WhyScreen(done.outcome.findings))
    }
  }
}
