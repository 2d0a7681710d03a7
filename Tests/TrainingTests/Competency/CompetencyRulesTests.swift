import Persian
import Testing
import Training

@Suite("Rules of competency development")
struct CompetencyRulesTests {
  private static func person(_ kind: Person.Kind = .teacher) throws -> Person {
    var person = try Fixture.person()
    person.kind = kind
    return person
  }

  private static func decree(_ post: String, from: String = "1399/01/01", to: String? = nil)
    -> Decree
  {
    Decree(
      id: Fixture.id(1), person: Fixture.id(1), number: "۱", day: Fixture.day(from),
      postKind: post, from: Fixture.day(from), to: to.map(Fixture.day))
  }

  private static func appointment(from: String, to: String? = nil) -> Appointment {
    Appointment(
      id: Fixture.id(1), person: Fixture.id(1), number: "۱", year: 1403, from: Fixture.day(from),
      to: to.map(Fixture.day))
  }

  static func period(from: String? = nil, to: String? = nil) -> AssessmentPeriod {
    AssessmentPeriod(
      id: Fixture.id(1), unit: Fixture.id(9), title: "سنجش ۱۴۰۳", year: 1403,
      from: from.map(Fixture.day), to: to.map(Fixture.day))
  }

  private func facts(on day: String = "1403/07/07") throws -> CompetencyLife.Facts {
    CompetencyLife.Facts(
      day: Fixture.day(day), person: try Self.person(),
      employment: Employment(
        decrees: [Self.decree("teaching")], appointments: [Self.appointment(from: "1399/01/01")]),
      isOwn: true, period: Self.period())
  }

  private func reasons(
    _ action: CompetencyLife.Action, in state: CompetencyLife.State?, by role: Role,
    _ facts: CompetencyLife.Facts
  ) throws -> [Finding.Reason] {
    let choice = try #require(
      CompetencyLife.choice(
        of: action, in: state, for: role, facts: facts, under: try Fixture.rules()))
    return choice.findings.refusals.map(\.reason)
  }

  private func register(_ facts: CompetencyLife.Facts) throws -> [Finding.Reason] {
    try reasons(.register, in: nil, by: .learner, facts)
  }

  @Test("S1-1a the first day of the programme takes requests, the day before does not")
  func programmeStart() throws {
    #expect(try register(facts(on: "1400/01/01")).isEmpty)
    let start = Fixture.day("1400/01/01")
    #expect(
      try register(facts(on: "1399/12/30")) == [.competency(.beforeProgramme(start: start))])
    #expect(try Fixture.rules().competencyStart == start)
  }

  @Test("S1-1a the start of the programme is data with its source, and only a day is taken for one")
  func startIsData() throws {
    let value = try Fixture.rules().value(of: .competencyStart)
    #expect(value.clause == "S1-1a")
    #expect(value.source.contains("توسعه شایستگی"))
    var wrong = value
    wrong.from = Fixture.day("1403/01/01")
    wrong.value = Fraction(14_001_301)
    let all = try Fixture.book().all + [wrong]
    #expect(throws: RuleBook.Problem.notADay(key: "competency.start")) { try RuleBook(all) }
  }

  @Test(
    "S1-1g S1-1h the post of the current decree decides who is obliged, else the kind of person",
    arguments: [
      (Person.Kind.teacher, "teaching", Participation.compulsory),
      (.teacher, "administrative", .exempt), (.teacher, "service", .exempt),
      (.administrative, "teaching", .compulsory), (.administrative, "", .exempt),
      (.service, "", .exempt), (.teacher, "", .compulsory),
      (.nonGovernmental, "teaching", .notEmployee), (.outsider, "", .notEmployee),
    ])
  func participation(_ kind: Person.Kind, _ post: String, _ wanted: Participation) throws {
    let day = Fixture.day("1403/07/07")
    let decrees = post.isEmpty ? [] : [Self.decree(post)]
    let found = Participation(try Self.person(kind), Employment(decrees: decrees), on: day)
    #expect(found == wanted)
    var facts = try facts()
    facts.person = try Self.person(kind)
    facts.employment.decrees = decrees
    switch wanted {
    case .compulsory: #expect(try register(facts).isEmpty)
    case .exempt: #expect(try register(facts) == [.competency(.notCompulsory)])
    case .notEmployee: #expect(try register(facts) == [.competency(.notEmployee)])
    }
  }

  @Test("S1-1g a decree that is over decides nothing any more")
  func pastDecree() throws {
    let day = Fixture.day("1403/07/07")
    let over = Self.decree("administrative", to: "1403/07/06")
    let last = Self.decree("administrative", to: "1403/07/07")
    let teacher = try Self.person()
    #expect(Participation(teacher, Employment(decrees: [over]), on: day) == .compulsory)
    #expect(Participation(teacher, Employment(decrees: [last]), on: day) == .exempt)
  }

  @Test(
    "S1-4d an appointment counts to its last day; without one the request meets «خطای عدم ابلاغ»")
  func appointment() throws {
    var facts = try facts()
    for (from, to, isCurrent) in [
      ("1402/07/01", "1403/07/07", true), ("1402/07/01", "1403/07/06", false),
      ("1403/07/07", nil, true), ("1403/07/08", nil, false),
    ] {
      facts.employment.appointments = [Self.appointment(from: from, to: to)]
      #expect(try register(facts) == (isCurrent ? [] : [.competency(.noAppointment)]))
    }
    facts.employment.appointments = []
    let choice = CompetencyLife.choice(
      of: .register, in: nil, for: .learner, facts: facts, under: try Fixture.rules())
    #expect(choice?.findings.first?.remedy == .updateAppointment)
    #expect(choice?.findings.first?.clause.paragraph == 21)
  }

  @Test("S1-4b S1-4e S1-1c a request needs the tick, an open period, and no other request for it")
  func otherGuards() throws {
    var facts = try facts()
    facts.isAccepted = false
    #expect(try register(facts) == [.competency(.notAccepted)])
    facts.isAccepted = true
    facts.liveRequest = "123412341234"
    #expect(try register(facts) == [.competency(.alreadyRequested(tracking: "123412341234"))])
    facts.liveRequest = nil
    facts.period = nil
    #expect(try register(facts) == [.competency(.noPeriod)])
    facts = try self.facts()
    facts.isOwn = false
    #expect(try register(facts) == [.competency(.notOwn)])
  }

  @Test("S1-1c a period takes requests to the last day of its window, and without a window always")
  func openPeriod() {
    let period = Self.period(from: "1403/07/01", to: "1403/07/10")
    #expect(period.isOpen(on: Fixture.day("1403/06/01")))
    #expect(period.isOpen(on: Fixture.day("1403/07/10")))
    #expect(!period.isOpen(on: Fixture.day("1403/07/11")))
    #expect(Self.period().isOpen(on: Fixture.day("1410/01/01")))
    #expect(Self.period(from: "1403/07/10", to: "1403/07/01").window == nil)
  }

  @Test(
    "S1-1c nobody is referred before the window is defined, after it, or to an unapproved centre")
  func referral() throws {
    var facts = try facts()
    let centre = AssessmentCentre(id: Fixture.id(1), unit: Fixture.id(9), name: "کانون شیراز")
    facts.centre = centre
    func refer() throws -> [Finding.Reason] {
      try reasons(.refer, in: .registered, by: .expert, facts)
    }
    #expect(try refer() == [.competency(.windowUndefined(period: "سنجش ۱۴۰۳"))])
    facts.period = Self.period(from: "1403/07/01", to: "1403/07/07")
    #expect(try refer().isEmpty)
    facts.day = Fixture.day("1403/07/08")
    #expect(try refer() == [.competency(.windowOver(since: Fixture.day("1403/07/07")))])
    facts.day = Fixture.day("1403/07/07")
    facts.centre = nil
    #expect(try refer() == [.competency(.centreMissing)])
    facts.centre = AssessmentCentre(
      id: centre.id, unit: centre.unit, name: centre.name, isApproved: false)
    #expect(try refer() == [.competency(.centreNotApproved("کانون شیراز"))])
  }

  @Test("S1-7a results are recorded on the first and the last day of the window, not beside it")
  func resultsInWindow() throws {
    var facts = try facts()
    facts.period = Self.period(from: "1403/07/05", to: "1403/07/10")
    facts.scores = AssessmentScores([
      .general: AssessmentScore(hundredths: 0), .specialised: AssessmentScore(hundredths: 10_000),
      .professional: AssessmentScore(hundredths: 8_750),
    ])
    let outside = Finding.Reason.competency(
      .outsideWindow(from: Fixture.day("1403/07/05"), to: Fixture.day("1403/07/10")))
    for (day, wanted) in [
      ("1403/07/04", [outside]), ("1403/07/05", []), ("1403/07/10", []), ("1403/07/11", [outside]),
    ] {
      facts.day = Fixture.day(day)
      #expect(
        try reasons(.recordResults, in: .inAssessment, by: .provincialExpert, facts) == wanted)
    }
  }

  @Test("S1-1d all three dimensions have a result, each on the scale of the rules")
  func threeResults() throws {
    var facts = try facts()
    facts.period = Self.period(from: "1403/07/05", to: "1403/07/10")
    facts.scores = AssessmentScores([.general: AssessmentScore(hundredths: 9_000)])
    func record() throws -> [Finding.Reason] {
      try reasons(.recordResults, in: .inAssessment, by: .provincialExpert, facts)
    }
    #expect(try record() == [.competency(.resultsMissing([.specialised, .professional]))])
    let over = AssessmentScore(hundredths: 10_001)
    facts.scores[.specialised] = over
    facts.scores[.professional] = AssessmentScore(hundredths: 10_000)
    #expect(
      try record() == [.competency(.scoreOutOfScale(.specialised, over, maximum: 100))])
    facts.scores[.specialised] = AssessmentScore(hundredths: 10_000)
    #expect(try record().isEmpty)
  }

  @Test("S1-7b an outcome that is no code of the list is none")
  func outcome() throws {
    var facts = try facts()
    #expect(
      try reasons(.decide, in: .assessed, by: .provincialExpert, facts)
        == [.competency(.outcomeMissing)])
    facts.outcome = "gain"
    #expect(try reasons(.decide, in: .assessed, by: .provincialExpert, facts).isEmpty)
  }

  @Test("S0-3 a score is read in any digits with either decimal sign, to the hundredth")
  func scores() throws {
    for (text, hundredths) in [
      ("۸۷٫۵", 8750), ("87.5", 8750), ("٨٧/٢٥", 8725), (" 100 ", 10_000), ("۰", 0),
    ] {
      #expect(try AssessmentScore(text).hundredths == hundredths, "\(text)")
    }
    for text in ["۸۷٫۱۲۵", "هشتاد", "1.2.3"] {
      #expect(throws: Complaint.notNumber, "\(text)") { try AssessmentScore(text) }
    }
    #expect(throws: Complaint.empty) { try AssessmentScore(" ") }
  }

  @Test("S1-4c a tracking number has twelve digits, the same for one id, others for others")
  func tracking() {
    let first = CompetencyRequest.tracking(of: ID(rawValue: 1 << 32 | 1))
    #expect(first.utf8.count == 12 && first.utf8.allSatisfy { (48...57).contains($0) })
    #expect(first == CompetencyRequest.tracking(of: ID(rawValue: 1 << 32 | 1)))
    let many = (0..<20_000).map { CompetencyRequest.tracking(of: ID(rawValue: 1 << 32 | $0)) }
    #expect(Set(many).count == many.count)
    #expect(first != CompetencyRequest.tracking(of: ID(rawValue: 1 << 32 | 1), attempt: 1))
  }
}
