import Persian
import Store
import Training

/// Needs, wishes, forms in every state of SM-2a, and executive programmes in both of SM-11.
struct DemoPlanning {
  /// What the shipped file of names holds for planning.
  struct Names: Decodable, Sendable {
    var requesters, wanted: [String]
    /// A place outside the centre, and whom the letter about it goes to.
    var outside, landlord: String
    var funding, place, dutiesA, dutiesB, reason: String
  }

  let names: Names
  let stage: DemoStage
  let cast: DemoCast

  func perform() throws {
    let expert = cast.experts[0]
    let courses = try stage.portal.store.read { try $0.courses(limit: 12) }
    try assess(courses, expert)
    let states = FormOneLife.State.allCases
    for (index, state) in states.enumerated() {
      try carry(to: state, index, courses[index % courses.count], expert)
    }
    try plan(expert)
  }

  private func assess(_ courses: [Course], _ expert: Actor) throws {
    stage.now(-110, 9 * 60)
    let year = stage.today.year
    for (index, learner) in cast.learners.prefix(6).enumerated() where learner.person != nil {
      for course in courses.prefix(1 + index % 3) {
        _ = try stage.perform(RegisterWish(course.id, year: year), as: learner)
      }
    }
    for (index, course) in courses.prefix(5).enumerated() {
      _ = try stage.perform(
        PutNeed(
          TrainingNeed(
            id: ID(rawValue: 0), unit: expert.unit, year: year, course: course.id,
            priority: index + 1)), as: expert)
    }
  }

  private func carry(
    to state: FormOneLife.State, _ index: Int, _ course: Course, _ expert: Actor
  ) throws {
    stage.now(-108 + index, 10 * 60)
    let requester = names.requesters[index % names.requesters.count]
    let id = try stage.perform(
      RegisterFormOne(
        FormOne(
          id: ID(rawValue: 0), unit: expert.unit, requester: requester, registered: stage.today,
          title: names.wanted[index % names.wanted.count],
          conditions: [CourseCondition(.jobField, "primary-teacher")], learnerCount: 30 + index,
          mode: .inPerson, funding: names.funding)), as: expert)
    guard state != .registered else { return }
    let meeting: (inout FormOne) -> Void = {
      $0.decision = FormOne.Decision(
        meeting: String(index), day: stage.today.adding(days: -105 + index))
    }
    guard state != .rejected else {
      return try step(.disagree, id, expert, reason: names.reason, change: meeting)
    }
    try step(.agree, id, expert, code: course.code, change: meeting)
    guard state != .agreed else { return }
    try step(.conclude, id, expert) {
      $0.memorandum = FormOne.Memorandum(
        number: String(index), day: stage.today.adding(days: -104), partyA: expert.unitName,
        partyB: requester, dutiesA: names.dutiesA, dutiesB: names.dutiesB,
        amount: Rial(50_000_000))
    }
    guard state == .requested else { return }
    _ = try stage.perform(
      RequestCourse(
        CourseRequest(
          id: ID(rawValue: 0), course: course.id, unit: expert.unit, year: stage.today.year,
          from: stage.today, to: stage.today.adding(days: 120), classCount: 2, method: .expert,
          mode: .inPerson, quota: 60, classCapacity: 30, form: id)), as: expert)
  }

  private func step(
    _ action: FormOneLife.Action, _ id: ID<FormOne>, _ expert: Actor, code: String = "",
    reason: String = "", change: (inout FormOne) -> Void
  ) throws {
    guard let before = try stage.portal.store.read({ try $0.formOne(id) }) else { return }
    var after = before
    change(&after)
    _ = try stage.perform(
      CarryFormOne(action, before: before, after: after, courseCode: code), as: expert,
      reason: reason)
  }

  /// A draft and a final programme, of the first two courses that have not started.
  private func plan(_ expert: Actor) throws {
    stage.now(-28, 9 * 60)
    let today = stage.today
    let requests = try stage.portal.store.read {
      try $0.requests(in: expert.courseReach, RequestFilter(states: [.approved]), on: today)
    }
    for (index, line) in requests.prefix(2).enumerated() {
      let id = try stage.perform(CompilePlan(line.request.id), as: expert)
      guard let before = try stage.portal.store.read({ try $0.plan(id) }) else { continue }
      var after = before
      (after.learnerCount, after.classCount) = (30, 1)
      let first = today.adding(days: 60 + 10 * index)
      after.windows = ExecutivePlan.Windows(
        noticeFrom: today, noticeTo: today.adding(days: 5), enrolFrom: today.adding(days: 6),
        enrolTo: today.adding(days: 15))
      after.evaluation = ExecutivePlan.Evaluation(byExam: true, day: first.adding(days: 14))
      if index == 0 {
        after.letter = ExecutivePlan.Letter(
          number: "214", day: today.adding(days: -27), recipient: names.landlord)
      }
      _ = try stage.perform(EditPlan(before: before, after: after), as: expert)
      guard let span = TimeSpan(8 * 60, 12 * 60) else { continue }
      _ = try stage.perform(
        PutSlot(
          PlanSlot(
            id: ID(rawValue: 0), plan: id, day: first, span: span,
            place: "\(names.place) \(index + 1)")), as: expert)
      guard index == 0 else { continue }
      _ = try stage.perform(
        PutSlot(
          PlanSlot(
            id: ID(rawValue: 0), plan: id, day: first.adding(days: 1), span: span,
            place: names.outside, isOutside: true)), as: expert)
      _ = try stage.perform(Advance<ExecutivePlanLife>(id, .finalise), as: expert)
    }
  }
}
