import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The executive programme of a course: its numbers, its times and lists, and what SM-11 lets the
/// role do (S2-2).
struct PlanRecord: RecordDescription {
  static let name = "plan-record"
  let id: ID<ExecutivePlan>
  let title: String

  init(_ id: ID<ExecutivePlan>, _ course: String) {
    self.id = id
    title = "\(Phrases.Plan.title): \(course)"
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try ExecutivePlanLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let facts = situation.facts
    let warnings = ExecutivePlanLife.whole(context.rules).findings(in: facts)
      .filter { $0.severity < .refusal }
    // A place of the training centre needs no letter.
    let letter: [RecordPage.Item] =
      facts.isOutside
      ? [.init(Phrases.Plan.letter, step: .open(LetterScreen(VenueLetter(facts.plan))))] : []
    return RecordPage(
      facts: Self.facts(situation, context.rules)
        + warnings.map { RecordPage.Fact(Phrases.Plan.warning, $0.sentence, tone: .warning) },
      links: [
        .init(Phrases.Plan.slots, step: .open(ListScreen(PlanSlotsList(plan: facts.plan)))),
        .init(Phrases.Plan.items, step: .open(ListScreen(PlanItemsList(plan: facts.plan)))),
        .init(Phrases.Plan.print, step: .open(PlanPaper.screen(id))),
      ],
      actions: ExecutivePlanLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { $0 == .edit ? .open(FormScreen(PlanForm(facts.plan))) : nil }) + letter,
      history: try records.past(of: "exec_plan", id.rawValue))
  }

  static func facts(
    _ situation: Situation<ExecutivePlanLife>, _ rules: Rules
  ) -> [RecordPage.Fact] {
    let (facts, plan) = (situation.facts, situation.facts.plan)
    let maximum = rules.classMaximum(facts.request.mode)
    let suggested = Classing.suggestedCount(learners: plan.learnerCount, maximum: maximum)
    let days = Programme.fewestDays(courseMinutes: facts.course.minutes, under: rules)
    func day(_ day: JalaliDate?) -> String { day?.said ?? Phrases.FormsOne.notYet }
    func span(_ from: JalaliDate?, _ to: JalaliDate?) -> String {
      guard let from, let to else { return Phrases.FormsOne.notYet }
      return Phrases.Courses.interval(from, to)
    }
    var lines: [RecordPage.Fact] = [
      .init(Phrases.Classes.state, situation.state.name, tone: .strong),
      .init(Phrases.FormsOne.learnerCount, plan.learnerCount.said),
      .init(Phrases.Requests.classCount, Phrases.Plan.classes(plan.classCount, suggested)),
      .init(Phrases.Plan.instructorCount, plan.instructorCount.said),
      .init(Phrases.Catalogue.hours, Phrases.Plan.hours(facts.course.minutes, days)),
      .init(Phrases.Plan.notice, span(plan.windows.noticeFrom, plan.windows.noticeTo)),
      .init(Phrases.Plan.enrolment, span(plan.windows.enrolFrom, plan.windows.enrolTo)),
      .init(Phrases.Plan.evaluation, Phrases.Plan.evaluation(plan.evaluation)),
      .init(Phrases.Plan.evaluationDay, day(plan.evaluation.day)),
    ]
    if plan.stay.count > 0 {
      lines += [
        .init(Phrases.Plan.stay, Phrases.Plan.stay(plan.stay)),
        .init(Phrases.Plan.stayTime, span(plan.stay.from, plan.stay.to)),
      ]
    }
    if !plan.stay.transport.isEmpty {
      lines.append(.init(Phrases.Plan.transport, plan.stay.transport))
    }
    if facts.isOutside || !plan.letter.number.isEmpty {
      lines.append(.init(Phrases.Plan.letter, Phrases.Plan.letter(plan.letter)))
    }
    return lines
  }
}

/// The numbers of an executive programme (S2-2.2, S2-2.5, S2-2.7, S2-2.8b, S2-2.10).
struct PlanForm: FormDescription {
  struct Draft: Sendable {
    var plan: ExecutivePlan
    var byExam: Bool?
    var byProject: Bool?
  }

  static let name = "plan"
  let before: ExecutivePlan
  let title = Phrases.Plan.edit

  init(_ before: ExecutivePlan) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    guard try ExecutivePlanLife.situation(of: before.id, records, context) != nil else {
      throw Failure.forbidden
    }
    return (
      Draft(
        plan: before, byExam: before.evaluation.byExam, byProject: before.evaluation.byProject),
      context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .number(Phrases.FormsOne.learnerCount, \.plan.learnerCount, in: 1...1_000_000),
      .number(Phrases.Requests.classCount, \.plan.classCount, in: 1...1000),
      .number(Phrases.Plan.instructorCount, \.plan.instructorCount, in: 1...1000),
      .day(Phrases.Plan.noticeFrom, \.plan.windows.noticeFrom, today: today),
      .day(Phrases.Plan.noticeTo, \.plan.windows.noticeTo, today: today),
      .day(Phrases.Classes.enrolFrom, \.plan.windows.enrolFrom, today: today),
      .day(Phrases.Classes.enrolTo, \.plan.windows.enrolTo, today: today)
        .hinted(Phrases.Classes.enrolHint),
      .pick(Phrases.Plan.byExam, \.byExam, among: answers),
      .pick(Phrases.Plan.byProject, \.byProject, among: answers),
      .day(Phrases.Plan.evaluationDay, \.plan.evaluation.day, today: today)
        .hinted(Phrases.Plan.evaluationHint),
      .number(Phrases.Plan.stayCount, \.plan.stay.count, in: 0...100_000),
      .day(Phrases.Plan.stayFrom, \.plan.stay.from, today: today),
      .day(Phrases.Plan.stayTo, \.plan.stay.to, today: today),
      .text(Phrases.Plan.stayPlace, \.plan.stay.place, limit: 100),
      .text(Phrases.Plan.transport, \.plan.stay.transport, limit: 150),
      .text(Phrases.Plan.letterNumber, \.plan.letter.number, limit: 30).wide(20)
        .hinted(Phrases.Plan.letterHint),
      .day(Phrases.Plan.letterDay, \.plan.letter.day, today: today),
      .text(Phrases.Plan.recipient, \.plan.letter.recipient, limit: 100),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let situation = try ExecutivePlanLife.situation(of: before.id, records, context) else {
      return []
    }
    var facts = situation.facts
    facts.plan = draft.whole
    let policies: [any Policy<ExecutivePlanLife.Facts>] = [
      PlanClassSize(rules: context.rules), PlanWindows(rules: context.rules),
      PlanEvaluation(rules: context.rules),
    ]
    return policies.findings(in: facts).map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(EditPlan(before: before, after: draft.whole))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

extension PlanForm.Draft {
  fileprivate var whole: ExecutivePlan {
    var plan = plan
    plan.evaluation.byExam = byExam ?? false
    plan.evaluation.byProject = byProject ?? false
    plan.stay.place = Normalizer.line(plan.stay.place)
    plan.stay.transport = Normalizer.line(plan.stay.transport)
    plan.letter.number = Normalizer.line(plan.letter.number)
    plan.letter.recipient = Normalizer.line(plan.letter.recipient)
    return plan
  }
}

/// The executive programme on paper, sheet by sheet (P3).
enum PlanPaper {
  static func screen(_ id: ID<ExecutivePlan>) -> SheetLoader {
    SheetLoader(Phrases.Plan.print) { records, context in
      guard let situation = try ExecutivePlanLife.situation(of: id, records, context) else {
        throw Failure.forbidden
      }
      let lines = PlanRecord.facts(situation, context.rules).map { ($0.label, $0.value) }
      return PlanReport(situation.facts).sheets(
        title: "\(Phrases.Plan.title): \(situation.facts.course.title)", facts: lines,
        labels: Phrases.Plan.labels)
    }
  }
}
