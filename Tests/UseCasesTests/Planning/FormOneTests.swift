import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A Form 1 of the office's district as its paper has it.
func formOneDraft(_ it: CourseOffice, change: (inout FormOne) -> Void = { _ in }) -> FormOne {
  var form = FormOne(
    id: ID(rawValue: 0), unit: it.office.district, requester: "گروه آموزش ابتدایی",
    registered: CourseOffice.today, title: "مدیریت کلاس",
    conditions: [CourseCondition(.stage, "primary")], learnerCount: 40, mode: .inPerson,
    funding: "اعتبارات ضمن خدمت")
  change(&form)
  return form
}

extension CourseOffice {
  func form(_ id: ID<FormOne>) throws -> FormOne {
    try #require(try portal.store.read { try $0.formOne(id) })
  }

  func carry(
    _ action: FormOneLife.Action, _ id: ID<FormOne>, code: String = "", reason: String = "",
    by actor: Actor? = nil, change: (inout FormOne) -> Void
  ) throws -> Result<Performed<Void>, Failure> {
    let before = try form(id)
    var after = before
    change(&after)
    return result(
      CarryFormOne(action, before: before, after: after, courseCode: code), actor ?? expert,
      reason: reason)
  }

  /// A form that the committee has agreed to.
  func agreedForm() throws -> ID<FormOne> {
    let id = try perform(RegisterFormOne(formOneDraft(self)), expert)
    _ = try carry(.agree, id, code: "91400102") {
      $0.decision = FormOne.Decision(meeting: "۱۲", day: Self.today)
    }.get()
    return id
  }
}

@Suite("Form 1 from the unit's paper to the request in LTMS")
struct FormOneTests {
  @Test("SM-2a S2-1.2a registered by the expert of the office, and by nobody else")
  func register() throws {
    let it = try CourseOffice()
    let draft = formOneDraft(it)
    for stranger in [it.province, it.manager, try it.office.signIn(.administrator)] {
      #expect(failure(it.result(RegisterFormOne(draft), stranger)) == .forbidden)
    }
    let elsewhere = formOneDraft(it) { $0.unit = it.office.otherDistrict }
    #expect(failure(it.result(RegisterFormOne(elsewhere), it.expert)) == .forbidden)
    let id = try it.perform(RegisterFormOne(draft), it.expert)
    #expect(try it.form(id).state == .registered)
    let other = try it.office.signIn(.expert, at: it.office.otherDistrict)
    it.portal.signIn(other)
    let seen = try it.portal.read { records, context in
      try records.formsOne(in: context.actor.scope).count
    }.get()
    #expect(seen == 0)
  }

  @Test(
    "S2-1.2c conditions, number, mode and funding are required; the refusal names what is missing")
  func fields() throws {
    let it = try CourseOffice()
    let empty = formOneDraft(it) {
      ($0.conditions, $0.learnerCount, $0.mode, $0.funding) = ([], 0, nil, " ")
    }
    #expect(
      refusals(it.result(RegisterFormOne(empty), it.expert)) == [
        .planning(
          .formFieldsMissing([.conditions, .learnerCount, .deliveryMode, .costProvision]))
      ])
    let one = formOneDraft(it) { $0.learnerCount = 0 }
    #expect(
      refusals(it.result(RegisterFormOne(one), it.expert)) == [
        .planning(.formFieldsMissing([.learnerCount]))
      ])
    let least = formOneDraft(it) { $0.learnerCount = 1 }
    #expect(failure(it.result(RegisterFormOne(least), it.expert)) == nil)
  }

  @Test("S2-1.3a S2-1.3b the committee agrees to a course of the catalogue that has a permit")
  func permit() throws {
    let it = try CourseOffice()
    _ = try it.perform(
      RegisterCourse(
        Course(id: ID(rawValue: 0), code: "5", title: "بی‌مجوز", minutes: 60, hasPermit: false)),
      try it.office.signIn(.administrator))
    let id = try it.perform(RegisterFormOne(formOneDraft(it)), it.expert)
    let decide: (inout FormOne) -> Void = {
      $0.decision = FormOne.Decision(meeting: "۱۲", day: CourseOffice.today)
    }
    #expect(
      refusals(try it.carry(.agree, id, code: "404", change: decide)) == [
        .planning(.courseUnknown(code: "404"))
      ])
    #expect(
      refusals(try it.carry(.agree, id, code: "5", change: decide)) == [
        .planning(.courseWithoutPermit(title: "بی‌مجوز"))
      ])
    #expect(try it.form(id).state == .registered)
    _ = try it.carry(.agree, id, code: "91400102", change: decide).get()
    let agreed = try it.form(id)
    #expect(agreed.state == .agreed && agreed.course == it.course)
    #expect(agreed.decision.meeting == "۱۲")
  }

  @Test("S2-1.3c a decision needs the meeting's number and day, a refusal its reason too")
  func meeting() throws {
    let it = try CourseOffice()
    let id = try it.perform(RegisterFormOne(formOneDraft(it)), it.expert)
    #expect(
      refusals(try it.carry(.agree, id, code: "91400102") { $0.decision.meeting = "۱۲" }) == [
        .planning(.meetingMissing)
      ])
    let decide: (inout FormOne) -> Void = {
      $0.decision = FormOne.Decision(meeting: "۱۲", day: CourseOffice.today)
    }
    #expect(refusals(try it.carry(.disagree, id, change: decide)) == [.portal(.reasonMissing)])
    _ = try it.carry(.disagree, id, reason: "اعتبار نیست", change: decide).get()
    let form = try it.form(id)
    #expect(form.state == .rejected && form.reason == "اعتبار نیست")
    #expect(
      refusals(try it.carry(.agree, id, code: "91400102", change: decide)) == [
        .portal(.stateMoved(life: "SM-2a", state: "rejected"))
      ])
  }

  @Test("S2-1.4a a memorandum has number, day, two parties and the obligations of both")
  func memorandum() throws {
    let it = try CourseOffice()
    let id = try it.agreedForm()
    #expect(
      refusals(try it.carry(.conclude, id) { $0.memorandum.partyA = "اداره" }) == [
        .planning(.memorandumNumberMissing), .planning(.partiesMissing), .planning(.dutiesMissing),
      ])
    let whole: (inout FormOne) -> Void = {
      $0.memorandum = FormOne.Memorandum(
        number: "ت-۱", day: CourseOffice.today, partyA: "اداره", partyB: "گروه",
        dutiesA: "مکان", dutiesB: "معرفی", amount: Rial(5_000_000))
    }
    _ = try it.carry(.conclude, id, change: whole).get()
    let form = try it.form(id)
    #expect(form.state == .memorandum && form.memorandum.amount == Rial(5_000_000))
  }

  @Test("S2-1.5g a request stands on its Form 1, takes it along, and warns when there is none")
  func link() throws {
    let it = try CourseOffice()
    let form = try it.agreedForm()
    var draft = CourseOffice.draft(course: it.course, unit: it.office.district)
    draft.form = form
    let other = try it.perform(
      RegisterCourse(Course(id: ID(rawValue: 0), code: "7", title: "دیگر", minutes: 60)),
      try it.office.signIn(.administrator))
    var wrong = draft
    wrong.course = other
    #expect(
      refusals(it.result(RequestCourse(wrong), it.expert)) == [
        .planning(.requestOfAnotherCourse(agreed: "مدیریت کلاس"))
      ])
    #expect(try it.form(form).state == .agreed)
    let request = try it.perform(RequestCourse(draft), it.expert)
    #expect(try it.form(form).state == .requested)
    it.portal.signIn(it.expert)
    let findings = try it.portal.read { records, context in
      let line = try #require(try records.request(it.request, in: context.actor.courseReach))
      let facts = try records.facts(
        about: line.request, of: line.course, on: context.today)
      return RequestOfForm().findings(in: facts)
    }.get()
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.map(\.reason) == [.planning(.requestWithoutForm)])
    // A form is requested once.
    #expect(
      refusals(it.result(RequestCourse(draft), it.expert)) == [
        .portal(.stateMoved(life: "SM-2a", state: "requested"))
      ])
    #expect(request != it.request)
  }

  @Test(
    "S2-1.5g a district's request is held as its Form 1 says, for nobody else; more learners are warned about, and nothing is kept of a refused one"
  )
  func fitsForm() throws {
    let it = try CourseOffice()
    let form = try it.agreedForm()
    let agreed = try it.form(form)
    var draft = CourseOffice.draft(course: it.course, unit: it.office.district)
    draft.form = form
    draft.mode = try #require(agreed.mode)
    draft.quota = agreed.learnerCount
    func findings(_ request: CourseRequest) throws -> [Finding] {
      try it.portal.store.read { records in
        let course = try #require(try records.course(it.course))
        return RequestFitsForm().findings(
          in: try records.facts(about: request, of: course, on: it.portal.today))
      }
    }
    var elsewhere = draft
    elsewhere.mode = agreed.mode == .inPerson ? .online : .inPerson
    #expect(
      refusals(it.result(RequestCourse(elsewhere), it.expert))
        .contains(.planning(.requestUnlikeForm([.deliveryMode]))))
    var others = draft
    others.conditions = [CourseCondition(.stage, "secondary")]
    #expect(
      refusals(it.result(RequestCourse(others), it.expert))
        .contains(.planning(.requestUnlikeForm([.conditions]))))
    #expect(try it.form(form).state == .agreed)
    #expect(try findings(draft).isEmpty)
    var more = draft
    more.quota += 1
    let warned = try findings(more)
    #expect(warned.map(\.severity) == [.warning])
    #expect(
      warned.map(\.reason)
        == [.planning(.requestBeyondForm(quota: more.quota, learners: agreed.learnerCount))])
    try it.perform(RequestCourse(draft), it.expert)
    #expect(try it.form(form).state == .requested)
  }

  @Test("S2-1.2b time and place may be set after approval, and must be before the announcement")
  func schedule() throws {
    let it = try CourseOffice()
    let form = try it.agreedForm()
    var facts = CourseRequestLife.Facts(
      request: CourseOffice.draft(course: it.course, unit: it.office.district),
      course: Course(id: it.course, code: "1", title: "", minutes: 960), day: CourseOffice.today,
      classes: 1, form: try it.form(form))
    #expect(
      FormOneScheduled().findings(in: facts).map(\.reason) == [
        .planning(.formTimeMissing), .planning(.formPlaceMissing),
      ])
    let reversed = try it.carry(.schedule, form) {
      ($0.from, $0.to, $0.place) = (
        CourseOffice.today.adding(days: 1), CourseOffice.today, "سالن"
      )
    }
    #expect(refusals(reversed).count == 1)
    _ = try it.carry(.schedule, form) {
      ($0.from, $0.to, $0.place) = (CourseOffice.today, CourseOffice.today, "سالن")
    }.get()
    facts.form = try it.form(form)
    #expect(FormOneScheduled().findings(in: facts).isEmpty)
    let line = try #require(CourseRequestLife.table.first { $0.action == .announce })
    let guards = line.guards(try it.portal.store.read { _ in Self.rules }).map { "\(type(of: $0))" }
    #expect(guards.contains("FormOneScheduled"))
  }

  private static let rules: Rules = {
    guard let book = try? RuleBook(Office.setUp().editions) else { preconditionFailure("no rules") }
    return book.inForce(on: CourseOffice.today)
  }()
}

@Suite("Needs and wishes")
struct NeedTests {
  private func need(
    _ it: CourseOffice, course: ID<Course>?, title: String = "", priority: Int = 1
  ) -> TrainingNeed {
    TrainingNeed(
      id: ID(rawValue: 0), unit: it.office.district, year: CourseOffice.today.year,
      course: course, title: title, priority: priority)
  }

  @Test("S2-1.1a needs carry a priority and the learners' own wishes, counted within the office")
  func wishes() throws {
    let it = try CourseOffice()
    let year = CourseOffice.today.year
    let learners = try (1...2).map { number in
      try it.office.signIn(.learner, person: it.office.person(number).id)
    }
    for learner in learners { _ = try it.perform(RegisterWish(it.course, year: year), learner) }
    #expect(
      refusals(it.result(RegisterWish(it.course, year: year), learners[0])) == [
        .planning(.wishDoubled(year: year))
      ])
    #expect(failure(it.result(RegisterWish(it.course, year: year), it.expert)) == .forbidden)
    _ = try it.perform(PutNeed(need(it, course: it.course)), it.expert)
    func lines(_ actor: Actor) throws -> [NeedLine] {
      it.portal.signIn(actor)
      return try it.portal.read { try $0.needs(in: $1.actor.scope, from: year) }.get()
    }
    #expect(try lines(it.expert).map(\.wishes) == [2])
    let stranger = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(try lines(stranger).isEmpty)
    let line = try #require(try lines(it.expert).first)
    #expect(failure(it.result(RemoveNeed(line.need.id), stranger)) == .forbidden)
    #expect(failure(it.result(PutNeed(need(it, course: it.course)), it.manager)) == .forbidden)
    let wish = try #require(
      try it.portal.store.read { try $0.wishes(of: learners[0].person ?? ID(rawValue: 0)) }.first)
    #expect(failure(it.result(WithdrawWish(wish.0.id), learners[1])) == .forbidden)
    _ = try it.perform(WithdrawWish(wish.0.id), learners[0])
    #expect(try lines(it.expert).map(\.wishes) == [1])
  }

  @Test("S2-1.1a a need names a course, once in a year, and a priority from 1")
  func whole() throws {
    let it = try CourseOffice()
    _ = try it.perform(PutNeed(need(it, course: it.course)), it.expert)
    #expect(
      refusals(it.result(PutNeed(need(it, course: it.course)), it.expert)) == [
        .planning(
          .needDoubled(course: "مدیریت کلاس درس", year: CourseOffice.today.year))
      ])
    #expect(
      refusals(it.result(PutNeed(need(it, course: nil, priority: 0)), it.expert)) == [
        .planning(.needCourseMissing), .planning(.priorityNotPositive(0)),
      ])
    #expect(failure(it.result(PutNeed(need(it, course: nil, title: "آزاد")), it.expert)) == nil)
  }

  @Test("S2-1.1b a course of just the year's ceiling is not flagged, one minute more is")
  func ceiling() throws {
    let it = try CourseOffice()
    let book = try RuleBook(Office.setUp().editions)
    let rules = book.inForce(on: CourseOffice.today)
    func flagged(_ minutes: Int) -> [Finding] {
      NeedFacts.policies(under: rules).findings(
        in: NeedFacts(
          need: need(it, course: it.course),
          course: Course(id: it.course, code: "1", title: "بلند", minutes: minutes)))
    }
    #expect(flagged(rules.yearCeiling).isEmpty)
    let over = flagged(rules.yearCeiling + 1)
    #expect(over.map(\.severity) == [.warning])
    #expect(
      over.map(\.reason) == [
        .request(
          .courseOverCeiling(minutes: rules.yearCeiling + 1, ceiling: rules.yearCeiling))
      ])
  }
}
