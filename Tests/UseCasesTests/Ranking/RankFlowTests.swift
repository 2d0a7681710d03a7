import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// What comes into a case without typing, and what keeps its numbers afterwards.
@Suite("What flows into ranking, and what stays as it was")
struct RankFlowTests {
  private func facts(_ person: Person, _ it: CourseOffice) throws -> RankingFacts {
    try it.portal.store.read { records in
      try records.rankingFacts(of: person, .teachers, on: it.portal.today)
    }
  }

  @Test(
    "S1-7b S3-11a S4-7f an assessment decided here stands for the certificate without typing, and its scores come along",
    arguments: [("gain", true), ("stop", false)])
  func certificate(_ outcome: String, _ holds: Bool) throws {
    let desk = try CompetencyOffice()
    let request = try desk.register()
    try desk.refer(request)
    try desk.assess(request)
    #expect(try !facts(desk.teacher, desk.it).hasCertificate)
    try desk.it.perform(
      DecideOutcome(outcome, for: request.id, note: ""), desk.it.province)
    let found = try facts(desk.teacher, desk.it)
    #expect(found.hasCertificate == holds)
    #expect(found.attained?.tracking == (holds ? request.tracking : nil))
    #expect(found.attained?.day == (holds ? desk.it.portal.today : nil))
    #expect(found.results[.specialised] == CompetencyOffice.scores[.specialised])
    #expect(!found.profile.hasCertificate)
  }

  @Test("S3-7b SM-17 the points of a piece reach the ceiling of its row, and never pass it")
  func ceiling() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let piece = try #require(
      try desk.it.portal.store.read { try $0.rankingEvidence(of: desk.applicant.id) }.first)
    #expect(piece.rankingCase == id)
    func mark(_ points: Int) -> Result<Void, Failure> {
      desk.it.result(
        ScoreEvidence(
          piece,
          RankingEvidence.Mark(
            importance: Fraction(points - 30), generality: Fraction(20), quantity: Fraction(10))),
        desk.assessor
      ).map { _ in }
    }
    #expect(
      desk.reasons(mark(101))
        == [.rankRule(.overCeiling(points: Fraction(101), ceiling: Fraction(100)))])
    let kept = try desk.it.portal.store.read { try $0.rankingEvidence(of: desk.applicant.id) }
    #expect(kept.first?.mark == nil && kept.first?.state == .confirmed)
    _ = try mark(100).get()
    let marked = try desk.it.portal.store.read { try $0.rankingEvidence(of: desk.applicant.id) }
    #expect(marked.first?.mark?.points == Fraction(100) && marked.first?.state == .scored)
  }

  @Test(
    "S4-13a the ministry is reminded of the evaluation of the bylaw on its day, and nobody else is")
  func bylaw() throws {
    let desk = try RankingDesk()
    let due = try JalaliDate(year: 1402, month: 6, day: 31)
    for role in [Role.ministryExpert, .boardSecretary, .provincialExpert, .qualityCentre] {
      _ = try desk.it.office.signIn(role, at: desk.ministry)
      let items = try desk.it.portal.read { try DeadlineRadar.items($0, $1) }.get()
        .filter { $0.matter == .bylawReview }
      #expect(items.map(\.deadline.due) == (role == .ministryExpert ? [due] : []), "\(role)")
    }
  }

  @Test(
    "S4-4a S4-5c what a board decided keeps points, minima and hours of its day after the edition, the rules and the record have changed"
  )
  func decided() throws {
    let desk = try RankingDesk()
    let set = try #require(
      try desk.it.portal.store.read { try $0.rankRuleSets() }.first { $0.source == "آزمون" })
    let hours = ScoreCriterion(
      id: ID(rawValue: 0), ruleSet: set.id, competency: "specialised", component: "آموزش",
      indicator: "آموزش ضمن خدمت", pointsPerUnit: Fraction(2), measure: .trainingBlocks,
      origin: RowOrigin(clause: "S3-4a", source: "آزمون", isSample: true))
    func record(_ title: String, _ code: String, _ count: Int) throws {
      try desk.it.portal.store.write(at: desk.it.portal.clock.now()) { records in
        try records.insert(
          TrainingRecord(
            id: try records.newID(), person: desk.applicant.id, courseCode: code, title: title,
            minutes: count * 60, year: 1402, end: RankingDesk.today.adding(days: -30),
            reference: "۱"))
        try records.journal(Cause(useCase: "test.training"))
      }
    }
    try insert(hours, desk)
    try record("دورهٔ یکم", "91400102", 40)
    let id = try desk.referred()
    try desk.meet(on: [(id, nil)])
    let before = try desk.it.portal.store.read { try $0.assessments(of: id) }
    let vote = try #require(before.first { $0.occasion == .vote })
    let minimum = try #require(
      vote.assessment.conditions.first { $0.key == .minimumTotal })
    #expect(minimum.required == .points(Fraction(10)))
    let items = vote.assessment.criteria.flatMap(\.items).map(\.title)
    #expect(items.contains("دورهٔ یکم"))
    // Another number of points, another minimum, and more hours in the record.
    let edition = try #require(try desk.it.portal.store.read { try $0.rankingEdition(set.id) })
    for row in edition.criteria {
      var dearer = row
      dearer.pointsPerUnit = Fraction(7)
      try desk.it.perform(SetCriterion(row, dearer), desk.administrator)
    }
    let row = try #require(edition.minima.first { $0.rank == .trainer })
    var raised = row
    raised.points = Fraction(95)
    try desk.it.perform(SetMinimum(row, raised), desk.administrator)
    try record("دورهٔ دوم", "", 400)
    let after = try desk.it.portal.store.read { try $0.assessments(of: id) }
    #expect(after == before)
    let rankingCase = try desk.load(id)
    let rules = try desk.it.portal.store.read {
      try RuleBook(try $0.ruleValues()).inForce(on: RankingDesk.today)
    }
    let now = try #require(
      try desk.it.portal.store.read {
        try $0.assess(rankingCase, on: RankingDesk.today, basis: .verified, under: rules)
      })
    #expect(
      now.conditions.first { $0.key == .minimumTotal }?.required == .points(Fraction(95)))
    #expect(now.criteria.flatMap(\.items).map(\.title).contains("دورهٔ دوم"))
    #expect(now.criteria.allSatisfy { $0.pointsPerUnit == Fraction(7) })
  }

  private func insert(_ row: ScoreCriterion, _ desk: RankingDesk) throws {
    try desk.it.perform(SetCriterion(nil, row), desk.administrator)
  }
}
