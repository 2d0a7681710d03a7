import Testing
import Training

@Suite struct ProgrammeTests {
  private func reasons(
    _ sessions: [Session], hours: Int = 16, bookings: [Programme.Booking] = [],
    instructors: [Factor] = [], place: String = "سالن شهید رجایی"
  ) throws -> [Finding.Reason] {
    var it = Fixture.trainingClass()
    it.place = place
    return Programme.policies(under: try Fixture.rules()).findings(
      in: Programme(
        trainingClass: it, courseMinutes: hours * 60, sessions: sessions,
        instructors: instructors, bookings: bookings)
    ).refusals.map(\.reason)
  }

  @Test("S2-2.3b six hours a day are allowed, six hours and a minute are not")
  func sixHours() throws {
    let morning = Fixture.session(1, 480, 660)
    #expect(try reasons([morning, Fixture.session(2, 780, 960)]) == [])
    #expect(
      try reasons([morning, Fixture.session(2, 780, 961)]) == [
        .programme(.dayTooLong(Fixture.day("1403/02/10"), minutes: 361, maximum: 360))
      ])
    #expect(
      try reasons([morning, Fixture.session(2, on: "1403/02/11", 480, 840)]) == [])
  }

  @Test("S2-4.7 sessions lie in the dates of the class, both ends included")
  func inClass() throws {
    #expect(
      try reasons([Fixture.session(1), Fixture.session(2, on: "1403/02/20")]) == [])
    let (from, to) = (Fixture.day("1403/02/10"), Fixture.day("1403/02/20"))
    #expect(
      try reasons([Fixture.session(1, on: "1403/02/09"), Fixture.session(2, on: "1403/02/21")])
        == [
          .programme(.outsideClass(Fixture.day("1403/02/09"), from: from, to: to)),
          .programme(.outsideClass(Fixture.day("1403/02/21"), from: from, to: to)),
        ])
  }

  @Test("S2-4.7b sessions of a class may touch, not overlap")
  func apart() throws {
    #expect(try reasons([Fixture.session(1), Fixture.session(2, 600, 660)]) == [])
    #expect(
      try reasons([Fixture.session(1), Fixture.session(2, 599, 660)]) == [
        .programme(
          .overlap(
            Fixture.day("1403/02/10"), Fixture.span(599, 660), with: Fixture.span(480, 600)))
      ])
  }

  @Test(
    "S2-2.4b one place has one session at a time, by any spelling; electronic places never clash")
  func place() throws {
    func booking(_ place: String, _ from: Int = 540) -> Programme.Booking {
      Programme.Booking(
        course: "روش تدریس", day: Fixture.day("1403/02/10"), span: Fixture.span(from, 660),
        place: place)
    }
    #expect(
      try reasons([Fixture.session(1)], bookings: [booking("سالن شهيد رجائي")]) == [
        .programme(
          .placeTaken(
            "سالن شهيد رجائي", course: "روش تدریس", Fixture.day("1403/02/10"),
            Fixture.span(540, 660)))
      ])
    #expect(try reasons([Fixture.session(1)], bookings: [booking("سالن شهید رجایی", 600)]) == [])
    #expect(try reasons([Fixture.session(1)], bookings: [booking("سالن دیگر")]) == [])
    #expect(try reasons([Fixture.session(1)], bookings: [booking("")], place: "") == [])
  }

  @Test("S2-2.4c an instructor teaches one class at a time")
  func instructor() throws {
    var session = Fixture.session(1)
    session.instructor = Fixture.id(1)
    func booking(_ factor: Factor?) -> Programme.Booking {
      Programme.Booking(
        course: "روش تدریس", day: session.day, span: Fixture.span(599, 700), instructor: factor)
    }
    let mine = Fixture.factor(1, person: 7)
    let sameElsewhere = Fixture.factor(5, person: 7)
    #expect(
      try reasons([session], bookings: [booking(sameElsewhere)], instructors: [mine]) == [
        .programme(
          .instructorTaken(
            "رضا پاکدل", course: "روش تدریس", session.day, Fixture.span(599, 700)))
      ])
    #expect(
      try reasons(
        [session], bookings: [booking(Fixture.factor(5, person: 8)), booking(nil)],
        instructors: [mine]) == [])
  }

  @Test("S2-2.3c a programme of other hours than the course warns; days are counted up")
  func total() throws {
    let rules = try Fixture.rules()
    let findings = ProgrammeTotal().findings(
      in: Programme(
        trainingClass: Fixture.trainingClass(), courseMinutes: 960,
        sessions: [Fixture.session(1)]))
    #expect(findings.map(\.reason) == [.programme(.totalDiffers(programmed: 120, course: 960))])
    #expect(findings.allow)
    #expect(Programme.fewestDays(courseMinutes: 720, under: rules) == 2)
    #expect(Programme.fewestDays(courseMinutes: 721, under: rules) == 3)
  }
}

@Suite struct FactorTests {
  private func reasons(_ factor: Factor, others: [Factor] = [], isInBank: Bool = true)
    -> [Finding.Reason]
  {
    FactorFacts.policies.findings(
      in: FactorFacts(factor: factor, others: others, isInBank: isInBank)
    ).map(\.reason)
  }

  @Test("S2-4.5b only someone in the bank of instructors becomes an instructor")
  func bank() {
    #expect(reasons(Fixture.factor()) == [])
    #expect(reasons(Fixture.factor(), isInBank: false) == [.factor(.notInBank(name: "رضا پاکدل"))])
    #expect(reasons(Fixture.factor(1, .servant), isInBank: false) == [])
  }

  @Test("S2-4.5c educators are known by personnel code, others by national code and name")
  func identity() throws {
    #expect(reasons(Fixture.factor(person: nil)) == [.factor(.personnelCodeUnknown)])
    var outsider = Fixture.factor(1, .servant, person: nil, name: " ")
    outsider.isEducator = false
    #expect(reasons(outsider) == [.factor(.nationalCodeMissing), .factor(.nameMissing)])
    outsider.nationalCode = try NationalCode(validating: "0084575948")
    outsider.fullName = "علی رضایی"
    #expect(reasons(outsider) == [])
  }

  @Test("S2-4.5d nobody has one duty twice in a course")
  func once() {
    #expect(
      reasons(Fixture.factor(2), others: [Fixture.factor(1)])
        == [.factor(.doubled(name: "رضا پاکدل"))])
    #expect(reasons(Fixture.factor(2, .colleague), others: [Fixture.factor(1)]) == [])
  }

  @Test("S2-4.4b a course has one manager")
  func manager() {
    let first = Fixture.factor(1, .manager, person: 1, name: "مریم نوری")
    let second = Fixture.factor(2, .manager, person: 2)
    #expect(reasons(second, others: [first]) == [.factor(.managerExists(name: "مریم نوری"))])
    var former = first
    former.isActive = false
    #expect(reasons(second, others: [former]) == [])
  }
}
