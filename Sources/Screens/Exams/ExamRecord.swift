import Store
import TerminalKit
import Training
import UseCases

/// One exam or project: its fields, its parts, and what SM-6 lets the role do.
struct ExamRecord: RecordDescription {
  static let name = "exam-record"
  let id: ID<Exam>
  let title: String

  init(_ line: ExamLine) {
    id = line.exam.id
    title = "\(line.exam.kind.name): \(line.exam.title)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewExams)
    if try records.exam(id) == nil {
      return RecordPage(
        facts: [.init(Phrases.Exams.state, Phrases.Exams.removed, tone: .warning)], history: nil)
    }
    guard
      let line = try records.exam(id, in: context.actor.courseReach, on: context.today),
      let situation = try ExamLife.situation(of: id, records, context)
    else { throw Failure.forbidden }
    return RecordPage(
      facts: facts(line, situation.state), links: links(line, context.actor.role),
      actions: ExamLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { fields($0, line.exam, situation.subject) }, consequence: { $0.consequence }),
      history: try records.past(of: "exam", id.rawValue))
  }

  private func facts(_ line: ExamLine, _ state: ExamLife.State) -> [RecordPage.Fact] {
    let it = line.exam
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Exams.state, state.name, tone: .strong),
      .init(Phrases.Courses.course, Phrases.Classes.heading(line.line)),
      .init(Phrases.Exams.kind, it.kind.name),
      .init(Phrases.Exams.mode, it.mode.name),
      .init(Phrases.Exams.day, Phrases.Exams.clock(it)),
    ]
    if it.kind != .project {
      facts += [
        .init(Phrases.Exams.duration, it.duration.said),
        .init(
          Phrases.Exams.questionCount, Phrases.Exams.attached(line.questions, of: it.questionCount),
          tone: line.questions == it.questionCount ? .body : .warning),
      ]
    }
    return facts + [
      .init(Phrases.Exams.effect, it.effect.said),
      .init(Phrases.Exams.maximum, it.maximum.text),
      .init(Phrases.Exams.passing, it.passing.text),
      .init(Phrases.Exams.results, Phrases.Exams.settled(line.settled, of: line.learners)),
    ]
  }

  private func links(_ line: ExamLine, _ role: Role) -> [RecordPage.Item] {
    var links: [RecordPage.Item] = []
    if line.exam.kind != .project {
      links.append(
        RecordPage.Item(
          Phrases.Exams.questions, step: .open(ListScreen(ExamQuestionsList(line, role)))))
    }
    links.append(
      RecordPage.Item(Phrases.Scores.sheet, step: .open(LetterScreen(ExamAttendanceForm(id)))))
    // Most written exams have their questions on paper only.
    if line.exam.mode == .written, line.questions > 0 {
      links += [
        RecordPage.Item(Phrases.Bank.paper, step: .open(LetterScreen(ExamPaperLetter(id)))),
        RecordPage.Item(Phrases.Bank.key, step: .open(LetterScreen(ExamKeyLetter(id)))),
      ]
    }
    if ExamLife.roles(for: .editScore).contains(role) {
      links.append(RecordPage.Item(Phrases.Scores.enter, step: .open(ScoreGrid(id))))
    }
    if line.exam.mode == .electronic {
      links.append(
        RecordPage.Item(
          Phrases.Analysis.title,
          step: .open(
            SheetLoader(Phrases.Analysis.title) { [id] in
              [AnalysisSheet.sheet(try ExamAnalysis(of: id, $0, $1))]
            })))
    }
    return links
  }

  private func fields(
    _ action: ExamLife.Action, _ exam: Exam, _ subject: String
  ) -> Step? {
    switch action {
    case .edit: .open(FormScreen(ExamForm(.edit(id))))
    case .grade:
      .open(
        AskScreen(
          Phrases.Record.question(action.name, subject, then: action.consequence), yes: action.name
        ) {
          portal, _ in
          portal.perform(GradeExam(exam.id))
            .map { _ in .notice(Phrases.Record.done(action.name), .good) }
        })
    case .remove:
      .open(
        AskScreen(
          Phrases.Record.question(action.name, subject, then: action.consequence), yes: action.name,
          confirmation: Phrases.yes
        ) { portal, _ in
          portal.perform(RemoveExam(exam.id))
            .map { _ in .notice(Phrases.Record.done(action.name), .good) }
        })
    case .define, .prepare, .reopen, .editScore, .lock, .unlock: nil
    }
  }
}
