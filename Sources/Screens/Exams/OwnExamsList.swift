import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «آزمون‌های من»: what a learner sits, and what it came to (S2-8.6c).
struct OwnExamsList: ListDescription {
  static let name = "own-exams"
  let title = Phrases.Sitting.own

  let columns: [Column<OwnExamStanding>] = [
    Column(Phrases.Exams.name, text: { $0.line.exam.title }),
    Column(Phrases.Courses.course, width: 18, text: { $0.line.courseTitle }),
    Column(
      Phrases.Exams.day, width: 15,
      text: { "\($0.line.exam.day.said) \(Say.clock($0.line.exam.minute))" }),
    Column(
      Phrases.Exams.state, width: 12, tone: { $0.phase.tone }, text: { $0.phase.name }),
    Column(
      Phrases.Sitting.score, width: 7, alignment: .centre, text: { $0.score?.text ?? "" }),
  ]

  func identity(of row: OwnExamStanding) -> Int64 { row.line.exam.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [OwnExamStanding] {
    try OwnExamStanding.all(records, context)
  }

  func open(_ row: OwnExamStanding) -> Step {
    let (exam, enrolment) = (row.line.exam.id, row.line.enrolment)
    if row.line.exam.mode != .electronic { return .notice(Phrases.Sitting.onPaper, .warning) }
    if row.phase == .over {
      return .open(ListScreen(ReviewList(exam, enrolment, titled: row.line.exam.title)))
    }
    // The rules say why an exam does not open yet, or not any more.
    return .open(
      OpenScreen { portal in
        portal.perform(TakeSeat(exam, enrolment)).map { .open(SittingScreen($0.outcome)) }
      })
  }
}

/// A finished exam with what was answered and what is right.
struct ReviewList: ListDescription {
  /// A question in its place.
  struct Row: Sendable {
    let number: Int
    let reviewed: ReviewedQuestion
    var credit: Int { reviewed.question.credit(for: reviewed.response) }
  }

  static let name = "exam-review"
  let title: String
  private let exam: ID<Exam>
  private let enrolment: ID<Enrolment>

  init(_ exam: ID<Exam>, _ enrolment: ID<Enrolment>, titled title: String) {
    self.exam = exam
    self.enrolment = enrolment
    self.title = title
  }

  let columns: [Column<Row>] = [
    Column("#", width: 4, alignment: .centre, text: { $0.number.said }),
    Column(Phrases.Bank.stem, text: { $0.reviewed.question.stem }),
    Column(
      Phrases.Sitting.yours, width: 18,
      text: { $0.reviewed.question.said($0.reviewed.response) }),
    Column(Phrases.Sitting.right, width: 18, text: { $0.reviewed.question.rightSaid }),
    Column(
      Phrases.Sitting.credit, width: 7, alignment: .centre,
      tone: { $0.credit == Question.Option.whole ? .good : .warning },
      text: { Phrases.Sitting.percent($0.credit) }),
  ]

  func identity(of row: Row) -> Int64 { Int64(row.number) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try ReviewedQuestion.all(of: exam, enrolment, records, context).enumerated()
      .map { Row(number: $0.offset + 1, reviewed: $0.element) }
  }

  func open(_ row: Row) -> Step {
    let question = row.reviewed.question
    let given = Question.choices(row.reviewed.response)
    var lines = [
      "\(Phrases.Sitting.yours): \(question.said(row.reviewed.response))",
      "\(Phrases.Sitting.right): \(question.rightSaid)",
    ]
    lines += question.options.enumerated()
      .filter { given.contains($0.offset + 1) && !$0.element.feedback.isEmpty }
      .map { "\($0.element.text): \($0.element.feedback)" }
    if !question.feedback.isEmpty { lines.append(question.feedback) }
    return .open(
      WhyScreen(title: Phrases.Bank.place, [.init(question.stem, lines: lines, tone: .body)]))
  }
}

extension OwnExamStanding.Phase {
  fileprivate var tone: Tone {
    switch self {
    case .open: .good
    case .ahead: .body
    case .handedIn, .over: .dimmed
    }
  }
}
