import Persian
import Store
import TerminalKit
import Training
import UseCases

/// One learner in one class, with what SM-4 lets the role do.
struct EnrolmentRecord: RecordDescription {
  static let name = "enrolment-record"
  private let learner: EnrolmentLine
  private let line: ClassLine
  var title: String { learner.person.name.inFull }

  init(_ learner: EnrolmentLine, in line: ClassLine) {
    self.learner = learner
    self.line = line
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewEnrolments)
    let id = learner.enrolment.id
    guard let now = try records.enrolment(id),
      let situation = try EnrolmentLife.situation(of: id, records, context)
    else { throw Failure.forbidden }
    let margin = AbsenceMargin(
      absent: situation.facts.outcome.absentMinutes, course: line.courseMinutes,
      rules: context.rules)
    let actions = EnrolmentLife.items(of: id, situation, context, name: { $0.name }) { action in
      switch action {
      case .remove: .open(FormScreen(RemovalForm(learner)))
      case .transfer: .open(FormScreen(MoveForm(from: line, [id])))
      case .enrol, .introduce, .introduceGuest, .withdraw, .markAbsence, .enterScore, .close,
        .reopen:
        nil
      }
    }
    return RecordPage(
      facts: facts(now, margin) + (try records.stageFacts(of: now, in: line)),
      links: (situation.facts.place.classState.hasBegun ? [WhyScreen.conditions(of: id)] : [])
        + EnrolmentLife.prints(in: situation.state, of: id), actions: actions,
      history: try records.past(of: "enrolment", id.rawValue))
  }

  private func facts(_ now: Enrolment, _ margin: AbsenceMargin) -> [RecordPage.Fact] {
    let person = learner.person
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Learners.name, person.name.inFull, tone: .strong),
      .init(Phrases.People.personnelCode, person.personnelCode?.shown ?? "—"),
      .init(Phrases.People.nationalCode, person.nationalCode?.shown ?? "—"),
      .init(
        Phrases.People.place,
        Say.list([learner.schoolName, learner.unitName].filter { !$0.isEmpty })),
      .init(Phrases.Courses.course, Phrases.Classes.heading(line)),
      .init(Phrases.Classes.state, now.state.name),
      .init(Phrases.Learners.method, "\(now.method.name) — \(now.day.said)"),
      .init(
        Phrases.Learners.absent, Phrases.Learners.absence(margin), tone: margin.standing.tone),
    ]
    if !now.letter.isEmpty { facts.append(.init(Phrases.Learners.letter, now.letter)) }
    return facts
  }
}

/// Removal of a learner on a written request, by its number and day (S2-5.10).
struct RemovalForm: FormDescription {
  struct Draft: Sendable {
    /// The learner came in person; asked for, never assumed.
    var cameInPerson: Bool?
    var number = ""
    var day: JalaliDate?
  }

  static let name = "removal"
  let submission: String? = Phrases.Submission.remove
  let learner: EnrolmentLine
  var title: String { Phrases.Learners.removal(learner.person.name.inFull) }

  init(_ learner: EnrolmentLine) { self.learner = learner }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Learners.letterNumber, \.number, limit: 40).required().wide(24)
        .hinted(Phrases.Learners.letterHint),
      .day(Phrases.Learners.letterDay, \.day, today: today).required(),
      .pick(Phrases.Learners.cameInPerson, \.cameInPerson, among: [(true, Phrases.yes)])
        .required().hinted(Phrases.Learners.cameHint),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let number = Normalizer.line(draft.number)
    guard let day = draft.day, !number.isEmpty, draft.cameInPerson == true else {
      return .failure(.complaint(field: "letter", .empty))
    }
    // What follows is dangerous, so it is asked once more, with everything in sight (S0-17).
    let letter = Phrases.Learners.letter(number, day)
    let learner = learner
    return .success(
      .open(
        AskScreen(
          Phrases.Learners.removalQuestion(learner.person.name.inFull, letter),
          yes: EnrolmentLife.Action.remove.name
        ) { portal, _ in
          portal.perform(RemoveEnrolment(learner.enrolment.id, letter: letter))
            .map { _ in .notice(Phrases.Learners.removed, .good) }
        }))
  }
}

/// Moves learners to another class of the course: «انتقال به» (S2-7.3).
struct MoveForm: FormDescription {
  struct Draft: Sendable {
    var target: ID<TrainingClass>?
    let count: Int
  }

  static let name = "move"
  let submission: String? = Phrases.Submission.move
  let title = Phrases.Learners.moveChosen
  private let source: ClassLine
  private let learners: [ID<Enrolment>]

  init(from source: ClassLine, _ learners: [ID<Enrolment>]) {
    self.source = source
    self.learners = learners
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, [ClassLine]) {
    let others = try records.classes(
      of: source.trainingClass.request, in: context.actor.courseReach, on: context.today
    ).filter {
      $0.trainingClass.id != source.trainingClass.id && !$0.state(on: context.today).isFinal
    }
    return (Draft(target: others.first?.trainingClass.id, count: learners.count), others)
  }

  func fields(_ classes: [ClassLine]) -> [Field<Draft>] {
    [
      .fixed(Phrases.Learners.source) { [source] _ in source.trainingClass.name },
      .fixed(Phrases.Learners.chosen) { $0.count.said },
      .pick(
        Phrases.Learners.target, \.target,
        among: classes.map {
          ($0.trainingClass.id, Phrases.Learners.target($0.trainingClass.name, free: $0.free))
        }
      ).required(),
    ]
  }

  /// What the rules have against it, before anybody tries (S2-7.3).
  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let first = learners.first, let target = draft.target,
      let situation = try EnrolmentLife.situation(of: first, records, context),
      let line = try records.trainingClass(
        target, in: context.actor.courseReach, on: context.today)
    else { return [] }
    var facts = situation.facts
    facts.target = EnrolmentLife.Facts.Target(
      trainingClass: target, free: line.free >= learners.count ? line.free : 0)
    let choice = EnrolmentLife.choice(
      of: .transfer, in: situation.state, for: context.actor.role, facts: facts,
      under: context.rules)
    return (choice?.findings ?? []).map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let target = draft.target else { return .failure(.complaint(field: "target", .empty)) }
    return portal.perform(MoveLearners(learners, from: source.trainingClass.id, to: target))
      .map { .notice(Phrases.Learners.moved($0.outcome), .good) }
  }
}
