import Persian
import Testing
import Training

@Suite("Rules of the executive programme")
struct PlanRulesTests {
  private let last = Fixture.day("1403/02/10")

  private func slot(
    _ number: Int = 1, on text: String = "1403/02/10", _ from: Int = 480, _ to: Int = 720,
    classNumber: Int = 1, place: String = "سالن", instructor: String = "", isOutside: Bool = false
  ) -> PlanSlot {
    PlanSlot(
      id: Fixture.id(number), plan: Fixture.id(1), classNumber: classNumber, day: Fixture.day(text),
      span: Fixture.span(from, to), place: place, isOutside: isOutside, instructor: instructor)
  }

  private func facts(
    learners: Int = 30, classes: Int = 1, hours: Int = 4, slots: [PlanSlot] = [],
    items: [PlanItem] = [], bookings: [Programme.Booking] = [],
    state: CourseRequestLife.State = .approved, change: (inout ExecutivePlan) -> Void = { _ in }
  ) -> ExecutivePlanLife.Facts {
    var plan = ExecutivePlan(
      id: Fixture.id(1), request: Fixture.id(1), learnerCount: learners, classCount: classes)
    change(&plan)
    return ExecutivePlanLife.Facts(
      plan: plan, request: Fixture.request(), requestState: state,
      course: Fixture.course(hours: hours), slots: slots, items: items, bookings: bookings)
  }

  @Test("S2-2.1a a programme is compiled for an approved request, or one with Form 1")
  func allowed() {
    var waiting = facts(state: .awaitingProvince)
    #expect(
      PlanAllowed().findings(in: waiting).map(\.reason) == [.plan(.notAllowed(.awaitingProvince))])
    waiting.request.form = Fixture.id(3)
    #expect(PlanAllowed().findings(in: waiting).isEmpty)
    #expect(PlanAllowed().findings(in: facts()).isEmpty)
    waiting.requestState = .rejected
    #expect(PlanAllowed().findings(in: waiting).count == 1)
  }

  @Test("S2-2.2a the suggested number of classes is the count over the maximum, rounded up")
  func suggestion() {
    #expect(Classing.suggestedCount(learners: 35, maximum: 35) == 1)
    #expect(Classing.suggestedCount(learners: 36, maximum: 35) == 2)
    #expect(Classing.suggestedCount(learners: 0, maximum: 35) == 1)
    #expect(Classing.suggestedCount(learners: 500, maximum: nil) == 1)
  }

  @Test("S2-2.2a just the maximum and just the minimum pass, one more and one less do not")
  func classSize() throws {
    let rules = try Fixture.rules()
    let maximum = try #require(rules.classMaximum(.inPerson))
    let minimum = rules.classMinimum(.inPerson)
    let policy = PlanClassSize(rules: rules)
    #expect(policy.findings(in: facts(learners: maximum * 2, classes: 2)).isEmpty)
    #expect(
      policy.findings(in: facts(learners: maximum * 2 + 1, classes: 2)).map(\.reason) == [
        .plan(.classTooLarge(maximum + 1, maximum: maximum))
      ])
    #expect(policy.findings(in: facts(learners: minimum * 2, classes: 2)).isEmpty)
    #expect(
      policy.findings(in: facts(learners: minimum * 2 - 1, classes: 2)).map(\.reason) == [
        .plan(.classTooSmall(minimum - 1, minimum: minimum))
      ])
  }

  @Test("S2-2.2b topics come to the hours of the course, or a warning says the difference")
  func topics() {
    func topic(_ number: Int, _ minutes: Int) -> PlanItem {
      PlanItem(
        id: Fixture.id(number), plan: Fixture.id(1), kind: .topic, title: "مبحث", detail: "مدرس",
        minutes: minutes)
    }
    #expect(PlanTopics().findings(in: facts(items: [topic(1, 120), topic(2, 120)])).isEmpty)
    let short = PlanTopics().findings(in: facts(items: [topic(1, 120), topic(2, 119)]))
    #expect(short.map(\.severity) == [.warning])
    #expect(short.map(\.reason) == [.plan(.topicsDiffer(planned: 239, course: 240))])
  }

  @Test("S2-2.3a S2-2.3b six hours of one class in a day are allowed, a minute more is not")
  func hoursPerDay() throws {
    let policy = PlanHoursPerDay(rules: try Fixture.rules())
    let six = [slot(1, 480, 660), slot(2, 720, 900)]
    #expect(policy.findings(in: facts(slots: six)).isEmpty)
    let more = policy.findings(in: facts(slots: [slot(1, 480, 660), slot(2, 720, 901)]))
    #expect(more.map(\.reason) == [.plan(.dayTooLong(last, minutes: 361, maximum: 360))])
    // Two classes each have their own six hours.
    let two = six + [slot(3, 480, 660, classNumber: 2)]
    #expect(policy.findings(in: facts(classes: 2, slots: two)).isEmpty)
  }

  @Test("S2-2.3c S2-2.3a every class has its time; another total than the course's is warned about")
  func total() {
    #expect(PlanTotal().findings(in: facts(slots: [slot()])).isEmpty)
    let none = PlanTotal().findings(in: facts(classes: 2, slots: [slot()]))
    #expect(none.map(\.reason) == [.plan(.noLesson(classNumber: 2))])
    let short = PlanTotal().findings(in: facts(slots: [slot(1, 480, 719)]))
    #expect(
      short.map(\.reason) == [.plan(.totalDiffers(classNumber: 1, planned: 239, course: 240))])
    #expect(short.map(\.severity) == [.warning])
  }

  @Test("S2-2.4b a taken place names both sides and offers the next free times")
  func places() throws {
    let booking = Programme.Booking(
      course: "دورهٔ دیگر", day: last, span: Fixture.span(600, 780), place: "سالن")
    let clash = PlanPlacesFree().findings(in: facts(slots: [slot()], bookings: [booking]))
    guard case .plan(.placeTaken(let place, let mine, let theirs, let free))? = clash.first?.reason
    else {
      Issue.record("no clash")
      return
    }
    #expect(place == "سالن" && clash.count == 1)
    #expect(
      mine == PlanReason.Side(course: "ارزشیابی توصیفی", day: last, span: Fixture.span(480, 720)))
    #expect(theirs == PlanReason.Side(course: "دورهٔ دیگر", day: last, span: Fixture.span(600, 780)))
    #expect(free.count == 3)
    #expect(free.first == PlanReason.Free(last, Fixture.span(780, 1020)))
    // Touching is no overlap, and an electronic place never clashes.
    let after = Programme.Booking(
      course: "دیگر", day: last, span: Fixture.span(720, 780), place: "سالن")
    #expect(PlanPlacesFree().findings(in: facts(slots: [slot()], bookings: [after])).isEmpty)
    let electronic = facts(slots: [slot(place: "")], bookings: [booking])
    #expect(PlanPlacesFree().findings(in: electronic).isEmpty)
    let twice = facts(classes: 2, slots: [slot(1), slot(2, classNumber: 2)])
    #expect(PlanPlacesFree().findings(in: twice).count == 1)
  }

  @Test("S2-2.4c an instructor is not in two places, known by name where there is no record")
  func instructors() {
    let booking = Programme.Booking(
      course: "دیگر", day: last, span: Fixture.span(700, 800),
      instructor: Fixture.factor(person: nil, name: "رضا پاکدل"))
    func found(_ name: String) -> Int {
      PlanInstructorsFree().findings(
        in: facts(slots: [slot(instructor: name)], bookings: [booking])
      ).count
    }
    #expect(found("رضا  پاکدل") == 1)
    #expect(found("مریم پاکدل") == 0)
  }

  @Test("S2-2.4b a session on an official holiday is warned about")
  func holidays() {
    var facts = facts(slots: [slot()])
    #expect(PlanHolidays().findings(in: facts).isEmpty)
    facts.holidays = [last: "عید"]
    let found = PlanHolidays().findings(in: facts)
    #expect(found.map(\.reason) == [.plan(.holiday(last, title: "عید"))])
    #expect(found.allow)
  }

  @Test(
    "S2-2.6b an instructor outside the bank is told in the plan, and announcing is what it bars")
  func bank() {
    var facts = facts()
    facts.outsideBank = ["رضا پاکدل"]
    let found = PlanInstructorsInBank().findings(in: facts)
    #expect(found.map(\.reason) == [.plan(.outsideBank(["رضا پاکدل"]))])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(
    "S2-2.7a announcement and enrolment have three days at least; enrolment may end on the first day of the class",
    arguments: [
      ("1403/02/03", "1403/02/05", "1403/02/06", "1403/02/10", 0),
      ("1403/02/04", "1403/02/05", "1403/02/06", "1403/02/10", 1),
      ("1403/02/03", "1403/02/05", "1403/02/09", "1403/02/10", 1),
      ("1403/02/03", "1403/02/05", "1403/02/06", "1403/02/11", 1),
      ("1403/02/05", "1403/02/03", "1403/02/06", "1403/02/10", 1),
    ])
  func windows(_ from: String, _ to: String, _ enrolFrom: String, _ enrolTo: String, count: Int)
    throws
  {
    let policy = PlanWindows(rules: try Fixture.rules())
    let it = facts(slots: [slot()]) {
      $0.windows = ExecutivePlan.Windows(
        noticeFrom: Fixture.day(from), noticeTo: Fixture.day(to),
        enrolFrom: Fixture.day(enrolFrom), enrolTo: Fixture.day(enrolTo))
    }
    #expect(policy.findings(in: it).refusals.count == count)
    #expect(policy.findings(in: facts()).map(\.reason) == [.plan(.windowMissing)])
  }

  @Test("S2-2.8b outside the training centre an official letter is needed, inside none")
  func letter() {
    #expect(PlanLetter().findings(in: facts(slots: [slot()])).isEmpty)
    let outside = facts(slots: [slot(isOutside: true)])
    #expect(PlanLetter().findings(in: outside).map(\.reason) == [.plan(.letterMissing)])
    let event = PlanItem(
      id: Fixture.id(1), plan: Fixture.id(1), kind: .event, title: "بازدید", isOutside: true)
    #expect(PlanLetter().findings(in: facts(items: [event])).count == 1)
    let written = facts(slots: [slot(isOutside: true)]) {
      $0.letter = ExecutivePlan.Letter(
        number: "۱۲", day: Fixture.day("1403/02/01"), recipient: "مدیر سالن")
    }
    #expect(PlanLetter().findings(in: written).isEmpty)
  }

  @Test(
    "S2-2.10b the exam is one to three weeks after the last session, both ends included",
    arguments: [
      ("1403/02/16", false), ("1403/02/17", true), ("1403/02/31", true), ("1403/03/01", false),
    ])
  func window(day: String, isAllowed: Bool) throws {
    let policy = PlanEvaluation(rules: try Fixture.rules())
    let it = facts(slots: [slot()]) {
      $0.evaluation = ExecutivePlan.Evaluation(byExam: true, day: Fixture.day(day))
    }
    #expect(policy.findings(in: it).isEmpty == isAllowed)
  }

  @Test("S2-2.10a exam, project or both; a programme without either is not final")
  func model() throws {
    let policy = PlanEvaluation(rules: try Fixture.rules())
    #expect(policy.findings(in: facts()).map(\.reason) == [.plan(.evaluationMissing)])
    for (exam, project) in [(true, false), (false, true), (true, true)] {
      let it = facts {
        $0.evaluation = ExecutivePlan.Evaluation(
          byExam: exam, byProject: project, day: Fixture.day("1403/02/20"))
      }
      #expect(policy.findings(in: it).isEmpty)
    }
  }
}
