import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A class: defined, or changed (S2-4.6).
struct ClassForm: FormDescription {
  enum Purpose: Sendable {
    /// A new class, of this course at first.
    case define(ID<CourseRequest>?)
    case edit(ID<TrainingClass>)
  }

  struct Draft: Sendable {
    var request: ID<CourseRequest>?
    var name = ""
    var enrolFrom: JalaliDate?
    var enrolTo: JalaliDate?
    var from: JalaliDate?
    var to: JalaliDate?
    var capacity = 0
    var place = ""
    /// The course whose proposals stand in the form.
    var proposed: ID<CourseRequest>?
    /// As it was when the form opened; nil for a new class.
    var before: TrainingClass?
  }

  /// What is proposed for another class of a course.
  struct Proposal: Sendable {
    var name: String
    var place: String
    var capacity: Int
  }

  struct Lists: Sendable {
    var requests: [RequestLine]
    var proposals: [ID<CourseRequest>: Proposal] = [:]
    var today: JalaliDate
  }

  static let name = "class"
  let purpose: Purpose

  init(_ purpose: Purpose) { self.purpose = purpose }

  var title: String {
    switch purpose {
    case .define: ClassLife.Action.define.name
    case .edit: Phrases.Classes.edit
    }
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let (reach, today) = (context.actor.courseReach, context.today)
    switch purpose {
    case .edit(let id):
      guard let line = try records.trainingClass(id, in: reach, on: today) else {
        throw Failure.forbidden
      }
      return (Draft(line.trainingClass), Lists(requests: [], today: today))
    case .define(let wanted):
      let live = try records.requests(in: reach, on: today).filter {
        $0.state(on: today).isLive || $0.request.id == wanted
      }
      let first = live.first { $0.request.id == wanted } ?? live.first
      var lists = Lists(requests: live, today: today)
      for line in live {
        let siblings = try records.classes(of: line.request.id, in: reach, on: today)
        lists.proposals[line.request.id] = Proposal(
          name: Phrases.Classes.proposedName(siblings.count + 1),
          place: siblings.last?.trainingClass.place ?? "", capacity: line.request.classCapacity)
      }
      var draft = Draft()
      draft.request = first?.request.id
      return (following(draft, lists) ?? draft, lists)
    }
  }

  /// Another course has another next name; what was typed over a proposal stays.
  func following(_ draft: Draft, _ lists: Lists) -> Draft? {
    guard let request = draft.request, request != draft.proposed,
      let next = lists.proposals[request]
    else { return nil }
    let last = draft.proposed.flatMap { lists.proposals[$0] }
    var draft = draft
    draft.proposed = request
    if draft.name == last?.name ?? "" { draft.name = next.name }
    if draft.place == last?.place ?? "" { draft.place = next.place }
    if draft.capacity == last?.capacity ?? 0 { draft.capacity = next.capacity }
    return draft
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    var fields: [Field<Draft>] = []
    if case .define = purpose {
      fields.append(
        .pick(
          Phrases.Courses.course, \.request,
          among: lists.requests.map { ($0.request.id, $0.course.title) }
        ).required())
    }
    fields += [
      .text(Phrases.Classes.name, \.name, limit: 40).required().wide(24),
      .day(Phrases.Classes.enrolFrom, \.enrolFrom, today: lists.today).required(),
      .day(Phrases.Classes.enrolTo, \.enrolTo, today: lists.today).required()
        .hinted(Phrases.Classes.enrolHint),
      .day(Phrases.Classes.start, \.from, today: lists.today).required(),
      .day(Phrases.Classes.end, \.to, today: lists.today).required(),
      .number(Phrases.Classes.capacity, \.capacity, in: 1...100_000),
      .text(Phrases.Classes.place, \.place, limit: 80).hinted(Phrases.Classes.placeHint),
    ]
    return fields
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let it = draft.trainingClass,
      let request = try records.request(it.request, in: context.actor.courseReach)
    else { return [] }
    return ClassLife.definition(context.rules)
      .findings(in: try records.facts(about: it, of: request, on: context.today))
      .map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let wanted = draft.trainingClass else {
      return .failure(.complaint(field: "class", .empty))
    }
    if let before = draft.before {
      return portal.perform(EditClass(before: before, after: wanted))
        .map { _ in .notice(Phrases.saved, .good) }
    }
    return portal.perform(DefineClass(wanted)).map { _ in
      .notice(Phrases.Classes.defined, .good)
    }
  }
}

extension ClassForm.Draft {
  init(_ it: TrainingClass) {
    request = it.request
    name = it.name
    enrolFrom = it.enrolFrom
    enrolTo = it.enrolTo
    from = it.from
    to = it.to
    capacity = it.capacity
    place = it.place
    before = it
  }

  /// Nil while a day is missing, which the form asks for.
  fileprivate var trainingClass: TrainingClass? {
    guard let request, let enrolFrom, let enrolTo, let from, let to else { return nil }
    return TrainingClass(
      id: before?.id ?? ID(rawValue: 0), request: request, name: Normalizer.line(name),
      enrolFrom: enrolFrom, enrolTo: enrolTo, from: from, to: to, capacity: capacity,
      place: Normalizer.line(place), state: before?.state ?? .defined,
      reason: before?.reason ?? "")
  }
}
