import Persian
import Testing
import Training

@Suite("What is said about a learner and a course")
struct DiagnosisTests {
  private typealias Facts = EnrolmentLife.Facts

  private func facts(guests: Int = 0, method: EnrolMethod = .learner) throws -> Facts {
    Facts(
      day: Fixture.day("1403/02/05"),
      place: Facts.Place(
        course: Fixture.course(), request: Fixture.request(method: method, guests: guests),
        requestState: .approved, trainingClass: Fixture.trainingClass(), classState: .enrolling,
        enrolled: 29, sessions: [Fixture.session(1)]),
      learner: Facts.Learner(person: try Fixture.person()), isOwn: true)
  }

  @Test(
    "S2-5.7d the conditions are the guards themselves: what is explained is what is refused",
    arguments: [
      (EnrolmentLife.Action.enrol, Role.learner), (.introduce, .expert),
      (.introduceGuest, .courseManager),
    ])
  func sameAsGuards(action: EnrolmentLife.Action, role: Role) throws {
    let rules = try Fixture.rules()
    var seed = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var facts = try facts(
        guests: Int.random(in: 0...1, using: &seed),
        method: Bool.random(using: &seed) ? .learner : .expert)
      facts.day = facts.day.adding(days: Int.random(in: -10...10, using: &seed))
      facts.isOwn = Bool.random(using: &seed)
      facts.place.enrolled = Int.random(in: 28...31, using: &seed)
      facts.place.requestState = Bool.random(using: &seed) ? .approved : .awaitingProvince
      facts.place.request.conditions =
        Bool.random(using: &seed) ? [CourseCondition(.stage, "primary")] : []
      facts.learner.yearMinutes = Int.random(in: 13_900...14_100, using: &seed)
      facts.learner.hasCourse = Bool.random(using: &seed)
      facts.learner.isConfirmed = Bool.random(using: &seed)
      let choice = try #require(
        EnrolmentLife.choice(of: action, in: nil, for: role, facts: facts, under: rules))
      let diagnosis = EnrolmentDiagnosis(action, facts, under: rules)
      #expect(diagnosis.findings == choice.findings)
      #expect(diagnosis.isOpen == choice.isOpen)
      let guards = EnrolmentLife.table.first { $0.action == action }?.guards(rules).count
      #expect(diagnosis.checks.count == guards, "every guard is a condition that can be shown")
    }
  }

  @Test("S2-5.7d each condition has its numbers, met or not")
  func numbers() throws {
    var facts = try facts()
    facts.place.request.conditions = [CourseCondition(.stage, "primary")]
    facts.place.conditionTitles = [CourseCondition(.stage, "primary"): "ابتدایی"]
    facts.learner.yearMinutes = 600
    let diagnosis = EnrolmentDiagnosis(.enrol, facts, under: try Fixture.rules())
    let measures = diagnosis.checks.map(\.measure)
    #expect(measures.contains(.places(taken: 29, capacity: 30)))
    #expect(measures.contains(.hours(year: 600, course: 960, ceiling: 15_000)))
    #expect(measures.contains(.method(.learner, required: .learner)))
    #expect(!diagnosis.meetsConditions)
    guard case .enrolment(.jobData(let gaps))? = diagnosis.findings.first?.reason else {
      Issue.record("\(diagnosis.findings)")
      return
    }
    #expect(gaps.map(\.required) == [["ابتدایی"]], "people read titles, not codes")
  }

  @Test("S2-5.4b a category of learners has the ceiling of its own number, others the common one")
  func category() throws {
    var values = try Fixture.book().all
    values.removeAll { $0.key == "year.hours.ceiling/administrative" }
    values.append(
      RuleValue(
        key: "year.hours.ceiling/administrative", from: Fixture.day("1403/01/01"),
        value: try #require(Fraction("60")), unit: .hour, clause: "S2-1.1b", source: "آزمون"))
    let rules = try RuleBook(values).inForce(on: Fixture.day("1403/02/05"))
    var facts = try facts()
    facts.learner.yearMinutes = 60 * 60 - 960
    func reasons() -> [Finding.Reason] {
      EnrolmentDiagnosis(.enrol, facts, under: rules).findings.map(\.reason)
    }
    facts.learner.person.kind = .administrative
    #expect(reasons() == [], "exactly the ceiling is allowed")
    facts.learner.yearMinutes += 1
    #expect(reasons() == [.enrolment(.overCeiling(total: 3_601, ceiling: 3_600))])
    facts.learner.person.kind = .teacher
    #expect(reasons() == [])
  }
}
