import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «فرم شمارهٔ ۱»: registered, or corrected before the committee has decided (S2-1.2).
struct FormOneForm: FormDescription {
  enum Purpose: Sendable {
    case register
    case edit(FormOne)
  }

  struct Draft: Sendable {
    var requester = ""
    var title = ""
    var learnerCount = 0
    var conditions: [CourseCondition?] = [nil, nil, nil, nil]
    var mode: DeliveryMode?
    var funding = ""
    var from: JalaliDate?
    var to: JalaliDate?
    var place = ""
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var modes: [CodeList.Item]
    var conditions: [(CourseCondition, String)]
  }

  static let name = "form-one"
  let purpose: Purpose
  var title: String {
    switch purpose {
    case .register: Phrases.FormsOne.add
    case .edit(let form): "\(FormOneLife.Action.edit.name): \(form.title)"
    }
  }

  init(_ purpose: Purpose) { self.purpose = purpose }

  private var before: FormOne? {
    if case .edit(let form) = purpose { form } else { nil }
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewForms)
    let lists = Lists(
      today: context.today, modes: try records.items(of: "delivery-mode"),
      conditions: try records.conditionChoices())
    return (before.map(Draft.init) ?? Draft(), lists)
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let main: [Field<Draft>] = [
      .text(Phrases.FormsOne.requester, \.requester, limit: 100).required(),
      .text(Phrases.FormsOne.wanted, \.title, limit: 150).required(),
      .number(Phrases.FormsOne.learnerCount, \.learnerCount, in: 0...1_000_000),
    ]
    let conditions: [Field<Draft>] = (0..<4).map {
      .pick(Phrases.Requests.condition($0 + 1), \.conditions[$0], among: lists.conditions)
    }
    let rest: [Field<Draft>] = [
      .pick(
        Phrases.Requests.mode, \.mode,
        among: lists.modes.map { (DeliveryMode(rawValue: $0.code), $0.title) }),
      .text(Phrases.FormsOne.funding, \.funding, limit: 150),
      .day(Phrases.FormsOne.from, \.from, today: lists.today).hinted(Phrases.FormsOne.laterHint),
      .day(Phrases.FormsOne.to, \.to, today: lists.today).hinted(Phrases.FormsOne.laterHint),
      .text(Phrases.FormsOne.place, \.place, limit: 150).hinted(Phrases.FormsOne.laterHint),
    ]
    return main + conditions + rest
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let unit = before?.unit ?? portal.actor?.unit else { return .failure(.forbidden) }
    var seen: Set<CourseCondition> = []
    let form = FormOne(
      id: before?.id ?? ID(rawValue: 0), unit: unit, requester: Normalizer.line(draft.requester),
      registered: before?.registered ?? portal.today, title: Normalizer.line(draft.title),
      conditions: draft.conditions.compactMap(\.self).filter { seen.insert($0).inserted },
      learnerCount: draft.learnerCount, from: draft.from, to: draft.to,
      place: Normalizer.line(draft.place), mode: draft.mode,
      funding: Normalizer.line(draft.funding))
    if let before {
      return portal.perform(CarryFormOne(.edit, before: before, after: form))
        .map { _ in .notice(Phrases.saved, .good) }
    }
    return portal.perform(RegisterFormOne(form)).map { _ in .notice(Phrases.saved, .good) }
  }
}

extension FormOneForm.Draft {
  fileprivate init(_ form: FormOne) {
    self.init()
    requester = form.requester
    title = form.title
    learnerCount = form.learnerCount
    conditions = form.conditions.map(Optional.some)
    while conditions.count < 4 { conditions.append(nil) }
    mode = form.mode
    funding = form.funding
    from = form.from
    to = form.to
    place = form.place
  }
}

/// What the committee decided about a Form 1 (S2-1.3).
struct DecisionForm: FormDescription {
  struct Draft: Sendable {
    var meeting = ""
    var day: JalaliDate?
    var code = ""
    var note = ""
    var reason = ""
  }

  static let name = "decision"
  let action: FormOneLife.Action
  let form: FormOne
  var title: String { "\(action.name): \(form.title)" }

  init(_ action: FormOneLife.Action, _ form: FormOne) {
    self.action = action
    self.form = form
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewForms)
    return (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    let meeting: [Field<Draft>] = [
      .text(Phrases.FormsOne.meeting, \.meeting, limit: 30).required().wide(20),
      .day(Phrases.FormsOne.meetingDay, \.day, today: today).required(),
    ]
    let outcome: [Field<Draft>] =
      action == .agree
      ? [
        .text(Phrases.FormsOne.agreedCode, \.code, limit: 20, direction: .ltr).required().wide(14)
          .hinted(Phrases.FormsOne.agreedHint)
      ] : [.text(Phrases.FormsOne.reason, \.reason, limit: 200).required()]
    return meeting + outcome + [.text(Phrases.FormsOne.note, \.note, limit: 200)]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    let code = Digits.latin(Normalizer.line(draft.code))
    guard action == .agree, !code.isEmpty else { return [] }
    let course = try records.course(code: code)
    let facts = FormOneLife.Facts(form: form, courseCode: code, course: course)
    let findings = AgreedCoursePermitted().findings(in: facts)
    guard findings.allow, let course else { return findings.map(FormRemark.init) }
    return [FormRemark(Phrases.FormsOne.permitted(course), tone: .good)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = form
    after.decision = FormOne.Decision(
      meeting: Normalizer.line(draft.meeting), day: draft.day, note: Normalizer.line(draft.note))
    let work = CarryFormOne(
      action, before: form, after: after,
      courseCode: Digits.latin(Normalizer.line(draft.code)))
    return portal.perform(work, reason: Normalizer.line(draft.reason))
      .map { _ in .notice(Phrases.Record.done(action.name), .good) }
  }
}

/// «تفاهم‌نامه»: the parties and what each takes upon itself (S2-1.4).
struct MemorandumForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
    var partyA = ""
    var dutiesA = ""
    var partyB: String
    var dutiesB = ""
    var amount = 0
  }

  static let name = "memorandum"
  let form: FormOne
  var title: String { "\(FormOneLife.Action.conclude.name): \(form.title)" }

  init(_ form: FormOne) { self.form = form }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewForms)
    let draft = Draft(
      day: context.today, partyA: context.actor.unitName, partyB: form.requester)
    return (draft, context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.FormsOne.number, \.number, limit: 30).required().wide(20),
      .day(Phrases.FormsOne.day, \.day, today: today).required(),
      .text(Phrases.FormsOne.partyA, \.partyA, limit: 100).required(),
      .text(Phrases.FormsOne.dutiesA, \.dutiesA, limit: 500).required(),
      .text(Phrases.FormsOne.partyB, \.partyB, limit: 100).required(),
      .text(Phrases.FormsOne.dutiesB, \.dutiesB, limit: 500).required(),
      .number(Phrases.FormsOne.amount, \.amount, in: 0...1_000_000_000_000),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = form
    after.memorandum = FormOne.Memorandum(
      number: Normalizer.line(draft.number), day: draft.day,
      partyA: Normalizer.line(draft.partyA), partyB: Normalizer.line(draft.partyB),
      dutiesA: Normalizer.line(draft.dutiesA), dutiesB: Normalizer.line(draft.dutiesB),
      amount: Rial(draft.amount))
    return portal.perform(CarryFormOne(.conclude, before: form, after: after))
      .map { _ in .notice(Phrases.Record.done(FormOneLife.Action.conclude.name), .good) }
  }
}

/// Time and place of a Form 1 that the committee has agreed to (S2-1.2b).
struct ScheduleForm: FormDescription {
  struct Draft: Sendable {
    var from: JalaliDate?
    var to: JalaliDate?
    var place: String
  }

  static let name = "schedule"
  let form: FormOne
  var title: String { "\(FormOneLife.Action.schedule.name): \(form.title)" }

  init(_ form: FormOne) { self.form = form }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewForms)
    return (Draft(from: form.from, to: form.to, place: form.place), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .day(Phrases.FormsOne.from, \.from, today: today).required(),
      .day(Phrases.FormsOne.to, \.to, today: today).required(),
      .text(Phrases.FormsOne.place, \.place, limit: 150).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = form
    (after.from, after.to, after.place) = (draft.from, draft.to, Normalizer.line(draft.place))
    return portal.perform(CarryFormOne(.schedule, before: form, after: after))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}
