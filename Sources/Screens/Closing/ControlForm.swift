import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اعلام زمان کنترل نمره و غیبت»: the days on which learners may object (S2-10.3a).
struct ControlForm: FormDescription {
  struct Draft: Sendable {
    var from: JalaliDate?
    var to: JalaliDate?
  }

  static let name = "score-control"
  let submission: String? = Phrases.Submission.announce
  let title = ClassLife.Action.announceControl.name
  private let line: ClassLine

  init(_ line: ClassLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    let last = context.today.adding(days: context.rules.objectionDays - 1)
    return (Draft(from: context.today, to: last), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .fixed(Phrases.Courses.course) { [line] _ in Phrases.Classes.heading(line) },
      .day(Phrases.Closing.from, \.from, today: today).required(),
      .day(Phrases.Closing.to, \.to, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from, let to = draft.to else {
      return .failure(.complaint(field: "to", .empty))
    }
    let notice = Phrases.Closing.notice(line.courseTitle, line.trainingClass.name, from, to)
    return portal.perform(
      AnnounceControl(line.trainingClass.id, from: from, to: to, title: notice)
    ).map { _ in .notice(Phrases.Closing.announced, .good) }
  }
}

/// The actions of SM-9 that end a class, with what they ask first.
enum ClosingSteps {
  /// What SM-9 lets the role do; an action that ends the class and is not to be had yet says what
  /// comes before it.
  static func items(
    of line: ClassLine, _ situation: Situation<ClassLife>, _ road: ClosingRoad, _ context: Context
  ) -> [RecordPage.Item] {
    let open = ClassLife.items(
      of: line.trainingClass.id, situation, context, name: { $0.name },
      fields: { step($0, line) }, consequence: { $0.consequence })
    let shown = Set(situation.choices(context).map(\.action))
    let missing: [RecordPage.Item] = [ClassLife.Action.grade, .announceControl, .close]
      .filter { !shown.contains($0) && ClassLife.roles(for: $0).contains(context.actor.role) }
      .compactMap { action in
        let findings = road.findings(before: action)
        return findings.isEmpty || isBehind(action, situation.state)
          ? nil : RecordPage.Item(action.name, step: .none, findings: findings)
      }
    return missing + open
  }

  /// What one of them leads to when it is chosen, or why it cannot be done yet.
  static func open(_ action: ClassLife.Action, of id: ID<TrainingClass>) -> Step {
    .open(
      OpenScreen { portal in
        portal.read { records, context in
          guard
            let line = try records.trainingClass(
              id, in: context.actor.courseReach, on: context.today),
            let situation = try ClassLife.situation(of: id, records, context)
          else { throw Failure.forbidden }
          let road = try records.closingRoad(of: line, context)
          guard
            let item = items(of: line, situation, road, context)
              .first(where: { $0.title == action.name })
          else { return .open(RecordScreen(ClassRecord(line))) }
          return item.isOpen ? item.step : .open(WhyScreen(item.findings))
        }
      })
  }

  /// Whether an action was done before a class came into a state.
  private static func isBehind(_ action: ClassLife.Action, _ state: ClassLife.State) -> Bool {
    switch state {
    case .graded: action == .grade
    case .objectionPeriod: action != .close
    case .closed, .cancelled: true
    case .defined, .enrolling, .enrolmentEnded, .running, .sessionsEnded: false
    }
  }

  /// Where an action of a class with a use case of its own leads; nil for the others.
  private static func step(_ action: ClassLife.Action, _ line: ClassLine) -> Step? {
    switch action {
    case .announceControl: .open(FormScreen(ControlForm(line)))
    case .close: .open(OpenScreen { portal in portal.read { try close(line, $0, $1) } })
    case .reopen: reopen(line)
    case .define, .grade, .cancel: nil
    }
  }

  /// Says how many certificates will be issued before anything is.
  private static func close(
    _ line: ClassLine, _ records: borrowing Reading, _ context: Context
  ) throws -> Step {
    let learners = try context.certificateDiagnoses(of: line.trainingClass.id, records)
      .filter { $0.learner.enrolment.state == .enrolled }
    let met = learners.count { $0.conditions.areMet }
    // A course that was not measured is closed all the same, but somebody says why (S2-8.2a).
    let levels = try records.compulsoryLevels(of: line.trainingClass.request)
    let owed = EffectivenessObligation().findings(in: levels)
    let question = Phrases.Closing.closeQuestion(
      Phrases.Classes.heading(line), certificates: met, failed: learners.count - met)
    return .open(
      AskScreen(
        ([question] + owed.map(\.sentence)).joined(separator: "\n"),
        yes: ClassLife.Action.close.name, asksReason: !owed.allow, confirmation: Phrases.yes
      ) { portal, reason in
        portal.perform(CloseClass(line.trainingClass.id), reason: reason)
          .map { .notice(Phrases.Closing.closed($0.outcome), .good) }
      })
  }

  private static func reopen(_ line: ClassLine) -> Step {
    let title = ClassLife.Action.reopen.name
    return .open(
      AskScreen(
        Phrases.Record.question(
          title, Phrases.Classes.heading(line), then: ClassLife.Action.reopen.consequence),
        yes: title, asksReason: true,
        confirmation: Phrases.yes
      ) { portal, reason in
        portal.perform(ReopenClass(line.trainingClass.id), reason: reason)
          .map { .notice(Phrases.Closing.reopened($0.outcome), .good) }
      })
  }
}
