import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اعتراض‌ها»: what learners object to, those that wait first.
struct ObjectionsList: ListDescription {
  static let name = "objections"
  let title = Phrases.Closing.objections
  /// Nil for all within reach.
  private let trainingClass: ID<TrainingClass>?

  init(_ trainingClass: ID<TrainingClass>? = nil) { self.trainingClass = trainingClass }

  let columns: [Column<ObjectionLine>] = [
    Column(
      Phrases.Learners.name, width: 20,
      sortedBy: { .text(Collation.key($0.person.name.surnameFirst)) },
      text: { $0.person.name.inFull }),
    Column(Phrases.Courses.course, text: { $0.courseTitle }),
    Column(Phrases.Classes.name, width: 8, text: { $0.className }),
    Column(Phrases.Closing.kind, width: 6, text: { $0.objection.kind.name }),
    Column(
      Phrases.Closing.registered, width: 10, direction: .ltr,
      sortedBy: { .number($0.objection.registered.dayNumber) },
      text: { $0.objection.registered.said }),
    Column(
      Phrases.Closing.state, width: 15,
      tone: { $0.objection.state == .registered ? .warning : .body },
      text: { ($0.objection.state == .registered ? "! " : "") + $0.objection.state.name }),
  ]

  func identity(of row: ObjectionLine) -> Int64 { row.objection.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ObjectionLine] {
    try context.require(.viewEnrolments)
    return try records.objections(in: context.actor.courseReach, of: trainingClass)
  }

  func open(_ row: ObjectionLine) -> Step { .open(RecordScreen(ObjectionRecord(row))) }
}

/// One objection with its answer, and what SM-9b lets the role do.
struct ObjectionRecord: RecordDescription {
  static let name = "objection-record"
  let id: ID<ScoreObjection>
  let title: String

  init(_ line: ObjectionLine) {
    id = line.objection.id
    title = line.person.name.inFull
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try ObjectionLife.situation(of: id, records, context),
      let line = try records.objection(id, in: context.actor.courseReach)
    else { throw Failure.forbidden }
    let actions = ObjectionLife.items(of: id, situation, context, name: { $0.name }) { action in
      action == .accept ? .open(FormScreen(ObjectionAnswer(line))) : nil
    }
    return RecordPage(
      facts: [
        .init(Phrases.Learners.name, line.person.name.inFull, tone: .strong),
        .init(Phrases.Courses.course, "\(line.courseTitle) – \(line.className)"),
      ] + line.facts + Self.whoAnswers(line, context.actor.role), actions: actions,
      history: try records.past(of: "score_objection", id.rawValue))
  }
}

extension ObjectionRecord {
  /// Whose turn it is, for who can only look.
  private static func whoAnswers(_ line: ObjectionLine, _ role: Role) -> [RecordPage.Fact] {
    guard line.objection.state == .registered, !ObjectionLife.roles(for: .accept).contains(role)
    else { return [] }
    return [.init(Phrases.Closing.answer, Phrases.Closing.answerIsExperts, tone: .warning)]
  }
}

/// «پذیرش (اصلاح)»: the corrected value, and what the expert says to it (S2-10.4b).
struct ObjectionAnswer: FormDescription {
  struct Draft: Sendable {
    var mark: AttendanceMark?
    var exam: ID<Exam>?
    var score: Score?
    var answer = ""
  }

  static let name = "objection-answer"
  let title = ObjectionLife.Action.accept.name
  private let line: ObjectionLine

  init(_ line: ObjectionLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, [Exam]) {
    guard try ObjectionLife.situation(of: line.objection.id, records, context) != nil else {
      throw Failure.forbidden
    }
    let exams = try records.exams(of: line.trainingClass).filter(\.kind.counts)
    var draft = Draft(mark: .present, exam: exams.first?.id)
    if let first = exams.first {
      draft.score = try records.result(of: first.id, line.objection.enrolment)?.score
    }
    return (draft, exams)
  }

  func fields(_ exams: [Exam]) -> [Field<Draft>] {
    let text = Field<Draft>.fixed(Phrases.Closing.text) { [line] _ in line.objection.text }
    let answer = Field<Draft>.text(Phrases.Closing.answer, \.answer, limit: 300)
    guard line.objection.kind == .score else {
      return [
        text,
        .pick(
          Phrases.Closing.correction, \.mark,
          among: [AttendanceMark.present, .excused].map { ($0, AttendancePhrases.word($0.status)) }
        ).required(), answer,
      ]
    }
    return [
      text,
      .pick(Phrases.Closing.exam, \.exam, among: exams.map { ($0.id, $0.title) }).required(),
      .optional(
        Phrases.Closing.correction, \.score, limit: 8, show: \.text,
        parse: { typed throws(Training.Complaint) in try Score(validating: typed) }
      ).required().wide(10), answer,
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let correction: AcceptObjection.Correction
    if line.objection.kind == .absence, let mark = draft.mark {
      correction = .mark(mark)
    } else if line.objection.kind == .score, let exam = draft.exam, let score = draft.score {
      correction = .score(exam, score)
    } else {
      return .failure(.complaint(field: "score", .empty))
    }
    return portal.perform(
      AcceptObjection(line.objection.id, correction), reason: Normalizer.line(draft.answer)
    ).map { _ in .notice(Phrases.Closing.accepted, .good) }
  }
}

extension ObjectionLine {
  /// What is objected to, and the answer.
  var facts: [RecordPage.Fact] {
    let it = objection
    var facts: [RecordPage.Fact] = [
      .init(
        Phrases.Closing.objection,
        Say.list(
          [it.kind.name, session.map { Say.list([$0.day.said, $0.span.said]) }, it.text]
            .compactMap { $0 }),
        tone: .heading),
      .init(Phrases.Closing.registered, it.registered.said),
      .init(
        Phrases.Closing.state,
        Say.list([it.state.name] + (it.answered.map { [$0.said] } ?? [])),
        tone: it.state == .registered ? .warning : .body),
    ]
    if it.state == .accepted {
      facts.append(
        .init(
          Phrases.Closing.correction, Phrases.Closing.corrected(said(it.before), said(it.after))))
    }
    if !it.answer.isEmpty { facts.append(.init(Phrases.Closing.answer, it.answer)) }
    return facts
  }

  private func said(_ stored: String) -> String {
    switch objection.kind {
    case .absence:
      AttendanceMark(text: stored).map { AttendancePhrases.word($0.status) }
        ?? AttendancePhrases.unmarked
    case .score:
      Int(stored).map { Score(hundredths: $0).text } ?? Phrases.Closing.noScore
    }
  }
}
