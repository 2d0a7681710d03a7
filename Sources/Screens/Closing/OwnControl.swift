import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «کنترل نمره و غیبت»: a learner's own score and absences with the objections to them (S2-10.4).
struct OwnControl: RecordDescription {
  static let name = "own-control"
  let title = Phrases.Closing.control
  private let own: OwnCourse

  init(_ own: OwnCourse) { self.own = own }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewOwnCourses)
    let id = own.enrolment.id
    guard let situation = try EnrolmentLife.situation(of: id, records, context),
      situation.facts.isOwn, let now = try records.enrolment(id)
    else { throw Failure.forbidden }
    let period = try records.controlPeriod(of: now.trainingClass)
    let margin = try records.margin(of: own, context)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Courses.course, Phrases.Classes.heading(own.line), tone: .strong),
      .init(
        Phrases.Closing.period,
        period.map(Phrases.Closing.period) ?? Phrases.Closing.notAnnounced,
        tone: period?.includes(context.today) == true ? .good : .body),
      .init(Phrases.Closing.score, situation.facts.outcome.saidScore),
      .init(Phrases.Learners.absent, Phrases.Learners.absence(margin), tone: margin.standing.tone),
    ]
    facts += try records.absences(of: now).map {
      .init(Phrases.Closing.absence, Phrases.Closing.absence($0.session, $0.mark))
    }
    for line in try records.objections(in: .learner(now.person), enrolment: id) {
      facts += line.facts
    }
    let action = ObjectionLife.Action.register.name
    var findings = try context.objectionFindings(of: now, records)
    if findings.allow, try ObjectionForm.Open(now, records).kinds.isEmpty {
      findings.append(Finding(.objectionLife, .refusal, .closing(.objectionWaiting)))
    }
    return RecordPage(
      facts: facts,
      links: [WhyScreen.conditions(of: id, title: Phrases.Closing.ownConditions)],
      actions: [
        RecordPage.Item(
          action, step: .open(FormScreen(ObjectionForm(now))),
          findings: findings)
      ], history: nil)
  }
}

/// «ثبت اعتراض»: to the score, or to the absence in a session (S2-10.4a).
struct ObjectionForm: FormDescription {
  struct Draft: Sendable {
    var kind: ScoreObjection.Kind?
    var session: ID<Session>?
    var text = ""
  }

  static let name = "objection"
  let submission: String? = Phrases.Submission.object
  let title = ObjectionLife.Action.register.name
  private let enrolment: Enrolment

  init(_ enrolment: Enrolment) { self.enrolment = enrolment }

  /// What can still be objected to: what waits for its answer is not asked about again.
  struct Open: Sendable {
    var kinds: [ScoreObjection.Kind] = []
    var absences: [(session: Session, mark: AttendanceMark)] = []

    init(_ enrolment: Enrolment, _ records: borrowing some Querying & ~Copyable) throws {
      let waiting = try records.objections(in: .learner(enrolment.person), enrolment: enrolment.id)
        .map(\.objection).filter { $0.state == .registered }
      absences = try records.absences(of: enrolment)
        .filter { absence in !waiting.contains { $0.session == absence.session.id } }
      if !waiting.contains(where: { $0.kind == .score }) { kinds.append(.score) }
      if !absences.isEmpty { kinds.append(.absence) }
    }
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Open) {
    guard enrolment.person == context.actor.person else { throw Failure.forbidden }
    let open = try Open(enrolment, records)
    return (Draft(kind: open.kinds.first), open)
  }

  func fields(_ open: Open) -> [Field<Draft>] {
    [
      .pick(Phrases.Closing.kind, \.kind, among: open.kinds.map { ($0, $0.name) }).required(),
      .pick(
        Phrases.Closing.session, \.session,
        among: open.absences.map { ($0.session.id, Phrases.Closing.absence($0.session, $0.mark)) }
      ).closed { $0.kind == .score ? Phrases.Closing.onlyAbsence : nil },
      .text(Phrases.Closing.text, \.text, limit: 500).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let kind = draft.kind else { return .failure(.complaint(field: "kind", .empty)) }
    return portal.perform(
      RegisterObjection(
        enrolment.id, kind, session: kind == .absence ? draft.session : nil,
        text: Normalizer.line(draft.text))
    ).map { _ in .notice(Phrases.Closing.objected, .good) }
  }
}

extension Querying where Self: ~Copyable {
  /// The sessions of a learner with minutes of absence, in the order of time.
  func absences(of enrolment: Enrolment) throws -> [(session: Session, mark: AttendanceMark)] {
    var found: [(session: Session, mark: AttendanceMark)] = []
    for line in try sessions(of: enrolment.trainingClass) {
      let session = line.session
      guard let mark = try mark(session.id, enrolment.id)?.mark,
        mark.absentMinutes(in: session.span) > 0
      else { continue }
      found.append((session, mark))
    }
    return found
  }
}

extension EnrolmentLife.Facts.Outcome {
  /// The score as learners and lists read it.
  var saidScore: String {
    missedExam
      ? Phrases.Closing.examMissed : points.map(\.scored) ?? Phrases.Closing.noScore
  }
}
