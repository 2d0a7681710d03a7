import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The form of a course request: sent, or changed afterwards (S2-1.5, S2-1.6b).
struct RequestForm: FormDescription {
  enum Purpose: Sendable {
    /// With the Form 1 it stands on, where one was chosen already.
    case send(Course, FormOne?)
    /// One of `edit`, `amend` and `resubmit`.
    case change(ID<CourseRequest>, CourseRequestLife.Action)
  }

  struct Draft: Sendable {
    var from: JalaliDate?
    var to: JalaliDate?
    var classCount = 1
    var classCapacity = 30
    var method: EnrolMethod? = .expert
    var mode: DeliveryMode? = .inPerson
    var quota = 30
    var guests = 0
    var cost = ""
    var conditions: [CourseCondition?] = [nil, nil, nil, nil]
    var course: Course
    /// The Form 1 it stands on; id 0 for none (S2-1.5g).
    var form: ID<FormOne>? = ID(rawValue: 0)
    /// The form that the fields were filled from last; id 0 for none.
    var filled: ID<FormOne> = ID(rawValue: 0)
    /// As it was when the form opened; nil for a new request.
    var before: CourseRequest?
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var modes: [CodeList.Item]
    var conditions: [(CourseCondition, String)]
    /// The forms of the office that the committee has agreed to this course in.
    var forms: [FormOne] = []
    var rules: Rules
  }

  static let name = "request"
  let submission: String? = Phrases.Submission.send
  let purpose: Purpose
  var title: String {
    switch purpose {
    case .send(let course, _): "\(CourseRequestLife.Action.request.name): \(course.title)"
    case .change(_, let action): action.name
    }
  }

  init(_ purpose: Purpose) { self.purpose = purpose }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    var lists = Lists(
      today: context.today, modes: try records.items(of: "delivery-mode"),
      conditions: try records.conditionChoices(), rules: context.rules)
    switch purpose {
    case .send(let course, let form):
      lists.forms = try records.formsOne(in: context.actor.scope, states: [.agreed, .memorandum])
        .map(\.form).filter { $0.course == course.id && $0.unit == context.actor.unit }
      // Set to the end of the year, so that a postponement needs no edit (S2-1.5e).
      let end = CourseRequest.defaultEnd(of: context.today.year)
      var draft = Draft(from: context.today, to: end, course: course)
      let only = lists.forms.count == 1 ? lists.forms.first : nil
      if let form = form ?? only { draft.fill(from: form, context.rules) }
      return (draft, lists)
    case .change(let id, _):
      guard let line = try records.request(id, in: context.actor.courseReach) else {
        throw Failure.forbidden
      }
      return (Draft(line), lists)
    }
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let fixed: [Field<Draft>] = [
      .fixed(Phrases.Courses.course) { draft in
        Phrases.Requests.course(
          draft.course.title, Digits.persian(draft.course.code), draft.course.minutes)
      }
    ]
    let form: [Field<Draft>]
    if case .send = purpose {
      let none = (ID<FormOne>(rawValue: 0), Phrases.FormsOne.none)
      form = [
        .pick(
          Phrases.FormsOne.form, \.form,
          among: [none] + lists.forms.map { ($0.id, Phrases.FormsOne.choice($0)) })
      ]
    } else {
      form = []
    }
    let main: [Field<Draft>] = [
      .day(Phrases.Requests.from, \.from, today: lists.today).required(),
      .day(Phrases.Requests.to, \.to, today: lists.today).required()
        .hinted(Phrases.Requests.toHint),
      .number(Phrases.Requests.classCount, \.classCount, in: 1...1000),
      .pick(
        Phrases.Requests.mode, \.mode,
        among: lists.modes.map { (DeliveryMode(rawValue: $0.code), $0.title) }
      ).required(),
      .number(Phrases.Requests.classCapacity, \.classCapacity, in: 1...100_000),
      .pick(
        Phrases.Requests.method, \.method, among: EnrolMethod.allCases.map { ($0, $0.name) }
      ).required(),
      .number(Phrases.Requests.quota, \.quota, in: 1...1_000_000)
        .hinted(Phrases.Requests.quotaHint)
        // With this method the quota is every place there is (S2-1.5c).
        .closed { $0.method == .learner ? Phrases.Requests.quotaComputed : nil },
      .number(Phrases.Requests.guests, \.guests, in: 0...10_000)
        .hinted(Phrases.Requests.guestsHint),
      .text(Phrases.Requests.cost, \.cost, limit: 100).expected(),
    ]
    let conditions: [Field<Draft>] = (0..<Draft.conditionFields).map { index in
      let field = Field<Draft>.pick(
        Phrases.Requests.condition(index + 1), \.conditions[index], among: lists.conditions)
      // One condition is enough.
      return index == 0 ? field.expected() : field
    }
    return fixed + form + main + conditions
  }

  /// A Form 1 that is chosen fills in what it says already.
  func following(_ draft: Draft, _ lists: Lists) -> Draft? {
    guard let chosen = draft.form, chosen != draft.filled else { return nil }
    var next = draft
    next.filled = chosen
    if let form = lists.forms.first(where: { $0.id == chosen }) {
      next.fill(from: form, lists.rules)
    }
    return next
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let request = draft.request(at: draft.before?.unit ?? context.actor.unit) else {
      return []
    }
    let facts = try records.facts(about: request, of: draft.course, on: context.today)
    var action = CourseRequestLife.Action.request
    var state: CourseRequestLife.State?
    if case .change(let id, let wanted) = purpose {
      action = wanted
      state = try records.request(id, in: context.actor.courseReach)?.state(on: context.today)
    }
    let choice = CourseRequestLife.choice(
      of: action, in: state, for: context.actor.role, facts: facts, under: context.rules)
    return choice?.findings.map(FormRemark.init) ?? []
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let unit = draft.before?.unit ?? portal.actor?.unit, let wanted = draft.request(at: unit)
    else { return .failure(.complaint(field: "from", .empty)) }
    switch purpose {
    case .send:
      return portal.perform(RequestCourse(wanted)).map { _ in
        .notice(Phrases.Requests.sent, .good)
      }
    case .change(_, let action):
      guard let before = draft.before else { return .failure(.forbidden) }
      return portal.perform(EditRequest(action, before: before, after: wanted))
        .map { _ in .notice(action == .resubmit ? Phrases.Requests.sent : Phrases.saved, .good) }
    }
  }
}

extension RequestForm.Draft {
  /// Conditions that the form has a field for; a request with more keeps the others.
  static let conditionFields = 4

  fileprivate init(_ line: RequestLine) {
    let request = line.request
    self.init(course: line.course)
    from = request.from
    to = request.to
    classCount = request.classCount
    classCapacity = request.classCapacity
    method = request.method
    mode = request.mode
    quota = request.quota
    guests = request.guestCapacity
    cost = request.costProvision
    conditions = request.conditions.map(Optional.some)
    while conditions.count < Self.conditionFields { conditions.append(nil) }
    before = request
  }

  /// What Form 1 says already: for whom, how many, how, and who pays; classes are suggested.
  fileprivate mutating func fill(from it: FormOne, _ rules: Rules) {
    form = it.id
    filled = it.id
    mode = it.mode ?? mode
    cost = it.funding
    conditions = it.conditions.map(Optional.some)
    while conditions.count < Self.conditionFields { conditions.append(nil) }
    quota = it.learnerCount
    let maximum = it.mode.flatMap { rules.classMaximum($0) }
    classCount = Classing.suggestedCount(learners: it.learnerCount, maximum: maximum)
    classCapacity = maximum ?? it.learnerCount
  }

  /// Nil while a day or a choice is missing, which the form asks for.
  fileprivate func request(at unit: ID<Unit>) -> CourseRequest? {
    guard let from, let to, let method, let mode else { return nil }
    var seen: Set<CourseCondition> = []
    return CourseRequest(
      id: before?.id ?? ID(rawValue: 0), course: course.id, unit: unit,
      year: before?.year ?? from.year, from: from, to: to, classCount: classCount,
      costProvision: Normalizer.line(cost), method: method, mode: mode,
      quota: method == .learner ? classCount * classCapacity : quota,
      classCapacity: classCapacity, guestCapacity: guests,
      conditions: conditions.compactMap(\.self).filter { seen.insert($0).inserted },
      state: before?.state ?? .awaitingProvince, reason: before?.reason ?? "",
      decided: before?.decided,
      form: before?.form ?? form.flatMap { $0.rawValue == 0 ? nil : $0 })
  }
}
