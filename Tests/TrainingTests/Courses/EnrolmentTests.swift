import Persian
import Testing
import Training

@Suite struct EnrolmentTests {
  private typealias Facts = EnrolmentLife.Facts

  private func facts(method: EnrolMethod = .expert, on day: String = "1403/02/05") throws -> Facts {
    Facts(
      day: Fixture.day(day),
      place: Facts.Place(
        course: Fixture.course(), request: Fixture.request(method: method, guests: 2),
        requestState: .approved, trainingClass: Fixture.trainingClass(), classState: .enrolling,
        enrolled: 29, sessions: [Fixture.session(1)]),
      learner: Facts.Learner(person: try Fixture.person()))
  }

  private func findings(
    _ action: EnrolmentLife.Action, in state: EnrolmentLife.State? = nil, by role: Role,
    _ facts: Facts
  ) throws -> [Finding] {
    try #require(
      EnrolmentLife.choice(
        of: action, in: state, for: role, facts: facts, under: Fixture.rules())
    ).findings
  }

  private func introduced(_ change: (inout Facts) -> Void) throws -> [Finding.Reason] {
    var facts = try facts()
    change(&facts)
    return try findings(.introduce, by: .expert, facts).map(\.reason)
  }

  @Test("S2-5.3 the expert introduces a learner into a class with a free place")
  func proper() throws { #expect(try introduced { _ in } == []) }

  @Test("S2-5.1a enrolment needs an approved request and a time before its end and the start")
  func time() throws {
    #expect(
      try introduced { $0.place.requestState = .awaitingProvince }
        == [.enrolment(.requestNotApproved)])
    #expect(try introduced { $0.day = Fixture.day("1403/02/08") } == [])
    #expect(
      try introduced { $0.day = Fixture.day("1403/02/09") }
        == [.enrolment(.over(since: Fixture.day("1403/02/08")))])
    #expect(
      try introduced { $0.day = Fixture.day("1403/02/10") }
        == [.enrolment(.started(on: Fixture.day("1403/02/10")))])
    #expect(
      try introduced { $0.place.classState = .cancelled } == [.enrolment(.classNotOpen(.cancelled))]
    )
    #expect(try introduced { $0.day = Fixture.day("1403/01/20") } == [])
  }

  @Test("S2-5.2b the last place is given, a full class refuses")
  func capacity() throws {
    #expect(try introduced { $0.place.enrolled = 30 } == [.enrolment(.full(capacity: 30))])
  }

  @Test("S2-5.7a decree and appointment match every kind of condition, in one appointment")
  func jobData() throws {
    let day = Fixture.day("1403/01/01")
    func appointment(_ number: Int, _ field: String, _ stage: String) -> Appointment {
      Appointment(
        id: Fixture.id(number), person: Fixture.id(1), number: "۱", year: 1402,
        teachingField: field, stage: stage, from: day)
    }
    let decree = Decree(
      id: Fixture.id(1), person: Fixture.id(1), number: "۱", day: day, jobField: "teacher",
      from: day)
    let conditions = [
      CourseCondition(.jobField, "teacher"), CourseCondition(.jobField, "principal"),
      CourseCondition(.teachingField, "physics"), CourseCondition(.stage, "upper-secondary"),
    ]
    func gaps(_ employment: Employment) throws -> [ConditionCheck] {
      let reasons = try introduced {
        $0.place.request.conditions = conditions
        $0.learner.employment = employment
      }
      guard case .enrolment(.jobData(let gaps)) = reasons.first else { return [] }
      return gaps
    }
    let fitting = appointment(1, "physics", "upper-secondary")
    #expect(try gaps(Employment(decrees: [decree], appointments: [fitting])) == [])
    // Field in one appointment and stage in the other is no match.
    let split = [appointment(1, "physics", "primary"), appointment(2, "arts", "upper-secondary")]
    #expect(
      try gaps(Employment(decrees: [decree], appointments: split)).map(\.kind)
        == [.teachingField, .stage])
    let missing = try gaps(Employment())
    #expect(missing.map(\.kind) == [.jobField, .teachingField, .stage])
    #expect(missing[0].required == ["teacher", "principal"])
    #expect(missing[0].actual == [])
    var ended = decree
    ended.to = Fixture.day("1403/02/04")
    #expect(
      try gaps(Employment(decrees: [ended], appointments: [fitting])).map(\.kind) == [.jobField])
    ended.to = Fixture.day("1403/02/05")
    #expect(try gaps(Employment(decrees: [ended], appointments: [fitting])) == [])
  }

  @Test("S2-5.4b the year's courses may come to the ceiling, not a minute beyond")
  func ceiling() throws {
    let room = 250 * 60 - 16 * 60
    #expect(try introduced { $0.learner.yearMinutes = room } == [])
    #expect(
      try introduced { $0.learner.yearMinutes = room + 1 }
        == [.enrolment(.overCeiling(total: 15_001, ceiling: 15_000))])
  }

  @Test("S2-5.1 nobody takes a course twice or sits in two sessions at once")
  func duplicates() throws {
    #expect(try introduced { $0.learner.hasCourse = true } == [.enrolment(.alreadyInCourse)])
    func booking(_ from: Int) -> Facts.Booking {
      Facts.Booking(
        course: "روش تدریس", day: Fixture.day("1403/02/10"), span: Fixture.span(from, 700))
    }
    #expect(try introduced { $0.learner.bookings = [booking(600)] } == [])
    #expect(
      try introduced { $0.learner.bookings = [booking(599)] }
        == [
          .enrolment(
            .timeClash(
              course: "روش تدریس", Fixture.day("1403/02/10"), Fixture.span(599, 700)))
        ])
  }

  @Test("S2-5.3a each method enrols in its own courses only")
  func method() throws {
    var facts = try facts(method: .learner)
    #expect(
      try findings(.introduce, by: .expert, facts).map(\.reason)
        == [.enrolment(.wrongMethod(required: .expert))])
    facts.isOwn = true
    #expect(try findings(.enrol, by: .learner, facts) == [])
    facts.place.request.method = .expert
    #expect(
      try findings(.enrol, by: .learner, facts).map(\.reason)
        == [.enrolment(.wrongMethod(required: .learner))])
  }

  @Test("S2-5.2 learners enrol themselves from the first day of enrolment, and nobody else")
  func ownEnrolment() throws {
    var facts = try facts(method: .learner, on: "1403/01/31")
    facts.isOwn = true
    #expect(
      try findings(.enrol, by: .learner, facts).map(\.reason)
        == [.enrolment(.notBegun(from: Fixture.day("1403/02/01")))])
    facts.day = Fixture.day("1403/02/01")
    #expect(try findings(.enrol, by: .learner, facts) == [])
    facts.isOwn = false
    #expect(try findings(.enrol, by: .learner, facts).map(\.reason) == [.enrolment(.notOwn)])
  }

  @Test("S2-6.3a staff of non-governmental schools wait for their principal")
  func principal() throws {
    #expect(
      try introduced { $0.learner.isConfirmed = false } == [.enrolment(.notConfirmedByPrincipal)])
  }

  @Test("S2-5.6 a guest comes from elsewhere, where guests are accepted and a place is free")
  func guest() throws {
    var facts = try facts()
    facts.learner.person.unit = Fixture.id(8)
    facts.place.enrolled = 30
    facts.place.guests = 1
    #expect(try findings(.introduceGuest, by: .courseManager, facts) == [])
    facts.place.guests = 2
    #expect(
      try findings(.introduceGuest, by: .courseManager, facts).map(\.reason)
        == [.enrolment(.guestsFull(capacity: 2))])
    facts.place.request.guestCapacity = 0
    facts.learner.person.unit = Fixture.id(9)
    #expect(
      try findings(.introduceGuest, by: .expert, facts).map(\.reason)
        == [.enrolment(.guestsNotAccepted), .enrolment(.ownDistrict)])
  }

  @Test("S2-5.9 learners withdraw while enrolment lasts and before the start")
  func withdrawal() throws {
    var facts = try facts(method: .learner, on: "1403/02/08")
    facts.isOwn = true
    #expect(try findings(.withdraw, in: .enrolled, by: .learner, facts) == [])
    facts.day = Fixture.day("1403/02/09")
    #expect(
      try findings(.withdraw, in: .enrolled, by: .learner, facts).map(\.reason)
        == [.enrolment(.over(since: Fixture.day("1403/02/08")))])
  }

  @Test("S2-5.10 the expert removes with a written request, not from a closed class")
  func removal() throws {
    var facts = try facts()
    facts.letter = "۱۲۳ – ۱۴۰۳/۰۲/۰۴"
    #expect(try findings(.remove, in: .enrolled, by: .expert, facts) == [])
    facts.letter = nil
    #expect(try findings(.remove, in: .enrolled, by: .expert, facts) == [])
    facts.letter = " "
    facts.place.classState = .closed
    #expect(
      try findings(.remove, in: .enrolled, by: .expert, facts).map(\.reason)
        == [.enrolment(.letterMissing), .enrolment(.classClosed)])
    facts = try self.facts(method: .learner)
    let refused = try findings(.remove, in: .enrolled, by: .expert, facts)
    #expect(refused.map(\.clause.id) == ["S2-5.10b"])
  }

  @Test("S2-7.3 learners are moved between the end of enrolment and the start, to a free place")
  func transfer() throws {
    var facts = try facts(on: "1403/02/09")
    facts.place.classState = .enrolmentEnded
    facts.target = Facts.Target(trainingClass: Fixture.id(2), free: 1)
    #expect(try findings(.transfer, in: .enrolled, by: .courseManager, facts) == [])
    facts.target?.free = 0
    #expect(
      try findings(.transfer, in: .enrolled, by: .courseManager, facts).map(\.reason)
        == [.enrolment(.targetFull(free: 0))])
    facts.target = Facts.Target(trainingClass: Fixture.id(1), free: 9)
    facts.place.classState = .enrolling
    let early = try findings(.transfer, in: .enrolled, by: .courseManager, facts)
    #expect(
      early.map(\.reason) == [.enrolment(.transferNotNow(.enrolling)), .enrolment(.sameClass)])
    #expect(early[0].remedy == .wait(until: Fixture.day("1403/02/09")))
  }

  @Test("S2-5.10c nobody is removed from a closed class, and no absence is marked in it")
  func closedClass() throws {
    var facts = try facts()
    facts.place.classState = .running
    #expect(try findings(.markAbsence, in: .enrolled, by: .courseManager, facts) == [])
    facts.place.classState = .closed
    #expect(
      try findings(.markAbsence, in: .enrolled, by: .instructor, facts).map(\.reason)
        == [.enrolment(.classClosed)])
    facts.letter = "۱۲/۳"
    #expect(
      try findings(.remove, in: .enrolled, by: .expert, facts).map(\.reason)
        == [.enrolment(.classClosed)])
    facts.place.classState = .running
    #expect(try findings(.remove, in: .enrolled, by: .expert, facts) == [])
  }

  @Test("S2-10.1a closing passes, or fails by absence first and by score second")
  func closing() throws {
    func state(_ absent: Int, _ score: Fraction?) throws -> EnrolmentLife.State? {
      var facts = try facts()
      facts.outcome = Facts.Outcome(absentMinutes: absent, hasExam: true, score: score)
      let choice = try #require(
        EnrolmentLife.choice(
          of: .close, in: .enrolled, for: .expert, facts: facts, under: Fixture.rules()))
      #expect(choice.isOpen)
      return choice.to
    }
    #expect(try state(96, Fraction(12, 20)) == .passed)
    #expect(try state(97, Fraction(20, 20)) == .failedAbsence)
    #expect(try state(0, Fraction(1199, 2000)) == .failedScore)
    #expect(try state(0, nil) == .failedScore)
    #expect(try state(97, nil) == .failedAbsence)
  }
}
