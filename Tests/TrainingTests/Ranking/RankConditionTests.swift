import Persian
import Testing
import Training

@Suite("Conditions of ranks")
struct RankConditionTests {
  private func assess(
    _ facts: RankingFacts, _ rank: Rank, _ edition: RankingEdition? = nil,
    phase: RankingPhase = .promotion
  ) throws -> RankAssessment {
    try (edition ?? RankingFixture.scored())
      .assess(facts, for: rank, phase: phase, under: Fixture.rules())
  }

  private func line(
    _ key: RankCondition.Key, _ facts: RankingFacts, _ rank: Rank, _ edition: RankingEdition? = nil
  ) throws -> ConditionLine {
    try #require(try assess(facts, rank, edition).conditions.first { $0.key == key })
  }

  private func failing(_ facts: RankingFacts, _ rank: Rank) throws -> [RankCondition.Key] {
    try assess(facts, rank).conditions.filter { $0.verdict == .notMet }.map(\.key)
  }

  @Test(
    "S3-0a S3-0b the shipped rules have a clause and a source in every row, and no invented number")
  func shipped() throws {
    for name in ["staff", "establishment", "promotion"] {
      let edition = try RankingFixture.edition(name)
      let origins =
        edition.conditions.map(\.origin) + edition.criteria.map(\.origin)
        + edition.minima.map(\.origin)
      #expect(origins.allSatisfy { !$0.clause.isEmpty && !$0.source.isEmpty })
      #expect(edition.criteria.allSatisfy { $0.pointsPerUnit == nil && $0.maximum == nil })
      #expect(edition.minima.allSatisfy { $0.points == nil })
      #expect(edition.conditions.allSatisfy { $0.findings.isEmpty })
    }
    let staff = try RankingFixture.edition()
    #expect(staff.set.note.contains("غیررسمی"))
    #expect(Set(staff.criteria.map(\.competency)).count == 9)
    #expect(try RankingFixture.edition("promotion").minima.count == 25)
  }

  @Test(
    "S3-10a S3-10b service below ten years: nine years and eleven months pass, ten years do not")
  func serviceBelow() throws {
    let almost = try RankingFixture.facts(since: "1393/07/02", points: 30)
    #expect(try line(.serviceYears, almost, .trainer).verdict == .met)
    #expect(
      try line(.serviceYears, almost, .trainer).actual == .span(years: 9, months: 11))
    let ten = try RankingFixture.facts(since: "1393/07/01", points: 30)
    #expect(try line(.serviceYears, ten, .trainer).verdict == .notMet)
    #expect(try assess(almost, .trainer).outcome == .qualified)
    #expect(try assess(ten, .trainer).outcome == .notQualified)
  }

  @Test(
    "S3-10b equal passes: points, service and years in rank at their limit, one day or point less does not"
  )
  func equalPasses() throws {
    var facts = try RankingFixture.facts(
      since: "1398/07/01", .trainer, from: "1398/07/01", points: 40)
    RankingFixture.appraise(&facts, ["80", "85", "75", "80", "80"])
    #expect(try assess(facts, .instructor).outcome == .qualified)
    facts.profile.certificatePoints = Fraction("39.99")
    #expect(try failing(facts, .instructor) == [.totalPoints])
    facts.profile.certificatePoints = Fraction(40)
    facts.day = RankingFixture.day.adding(days: -1)
    #expect(try failing(facts, .instructor) == [.serviceYears, .yearsInRank])
  }

  @Test(
    "S3-10a the highest rank of staff asks for six years as associate: five years and eleven months are not enough"
  )
  func sixYears() throws {
    let six = try RankingFixture.facts(since: "1370/01/01", .associate, from: "1397/07/01")
    #expect(try line(.yearsInRank, six, .master).verdict == .met)
    let less = try RankingFixture.facts(since: "1370/01/01", .associate, from: "1397/07/02")
    let found = try line(.yearsInRank, less, .master)
    #expect(found.verdict == .notMet)
    #expect(found.actual == .span(years: 5, months: 11))
    #expect(found.remedy == .wait(until: Fixture.day("1403/07/02")))
  }

  @Test(
    "S3-10a rank 4 as the vectors have it, and with one appraisal year below the floor, one paper or one point less"
  )
  func fourthRank() throws {
    let facts = try RankingFixture.associate()
    #expect(try assess(facts, .associate).outcome == .qualified)
    var low = facts
    low.years = []
    RankingFixture.appraise(&low, ["96", "90", "90", "90", "84"], points: 65)
    #expect(try failing(low, .associate) == [.appraisalFloor])
    var papers = facts
    papers.evidence.removeLast()
    #expect(try failing(papers, .associate) == [.papersFieldOfStudy])
    var points = facts
    points.profile.certificatePoints = Fraction(69)
    #expect(try failing(points, .associate) == [.totalPoints])
    var yearly = facts
    yearly.years[2].points = Fraction(64)
    #expect(try failing(yearly, .associate) == [.yearlyPoints])
    var degree = facts
    degree.degrees.removeLast()
    #expect(try failing(degree, .associate) == [.degree])
  }

  @Test("S3-10c a paper counts for one condition only, and in the way that meets most")
  func onePaperOnce() throws {
    var facts = try RankingFixture.associate()
    // Two papers fit everything: three conditions cannot be met with them.
    facts.evidence = [
      RankingFixture.paper(1, [.taught, .studied]),
      RankingFixture.paper(2, [.education, .studied]),
    ]
    #expect(try failing(facts, .associate) == [.papersFieldOfStudy])
    // The one that fits only the field of study must not be taken by another place.
    facts.evidence = [
      RankingFixture.paper(1, [.taught, .studied]), RankingFixture.paper(2, [.taught]),
      RankingFixture.paper(3, [.education]),
    ]
    #expect(try failing(facts, .associate).isEmpty)
  }

  @Test(
    "S3-10a S3-10b2 the highest rank counts papers after the rank before it, and a book with the group's approval"
  )
  func highest() throws {
    var facts = try RankingFixture.facts(
      since: "1370/01/01", .associate, from: "1396/01/01", points: 80)
    facts.evidence = [
      RankingFixture.paper(1, [.taught], on: "1396/01/02"),
      RankingFixture.paper(2, [.taught], on: "1396/01/01"),
      RankingFixture.evidence(3, .authoredBook) {
        $0.form.topics = [.taught]
        $0.review.bookKind = .authored
        $0.review.isRelated = true
      },
    ]
    #expect(try line(.papersTaughtAfterRank, facts, .master).actual == .count(1))
    #expect(try line(.booksApproved, facts, .master).verdict == .notMet)
    facts.evidence[2].review.approved = RankingFixture.day
    #expect(try line(.booksApproved, facts, .master).verdict == .met)
    facts.evidence[2].review.bookKind = .compiled
    #expect(try line(.booksApproved, facts, .master).verdict == .notMet)
  }

  @Test(
    "S3-10f below five years of service the years worked are averaged, from five years on nothing is asked"
  )
  func worked() throws {
    var young = try RankingFixture.facts(since: "1400/07/01", points: 30)
    #expect(try line(.appraisalWorked, young, .trainer).verdict == .notMet)
    RankingFixture.appraise(&young, ["75", "75"])
    #expect(try line(.appraisalWorked, young, .trainer).verdict == .met)
    young.years[0].appraisal = Fraction("74.9")
    #expect(try line(.appraisalWorked, young, .trainer).verdict == .notMet)
    let five = try RankingFixture.facts(since: "1398/07/01", points: 30)
    #expect(try line(.appraisalWorked, five, .trainer).verdict == .notRequired)
    #expect(try assess(five, .trainer).outcome == .qualified)
  }

  @Test(
    "S3-10d S3-10e newcomers' certificate and a quarter of the appraisal of converted staff stand for row 3"
  )
  func standIns() throws {
    var edition = try RankingFixture.edition()
    for index in edition.criteria.indices { edition.criteria[index].pointsPerUnit = Fraction(2) }
    var facts = try RankingFixture.facts(since: "1400/07/01", points: 12)
    facts.evidence = [
      RankingFixture.evidence(1, EvidenceKind(rawValue: "quality-plan"))
    ]
    func row3(_ rank: Rank) throws -> Fraction {
      try assess(facts, rank, edition).points(in: "competencies").points
    }
    #expect(try row3(.trainer) == Fraction(26))
    facts.profile.entry = .newcomer
    #expect(try row3(.trainer) == Fraction(12))
    facts.profile.entry = .converted
    RankingFixture.appraise(&facts, ["90"])
    #expect(try row3(.trainer) == Fraction(45, 2))
    // The notes stand under the lowest rank only.
    #expect(try row3(.instructor) == Fraction(26))
  }

  @Test(
    "S3-10g S3-11a S3-11b S3-11c entry: the certificate, a degree or five years of teaching; part time only warns"
  )
  func entry() throws {
    var facts = try RankingFixture.facts(since: "1397/07/01", points: 30)
    facts.profile.certificate = LetterMark()
    #expect(try failing(facts, .trainer) == [.competencyCertificate])
    facts.profile.certificate.number = "۱"
    facts.degrees[0].degree = "associate"
    #expect(try line(.degreeOrException, facts, .trainer).verdict == .met)
    facts.employment.decrees[0].from = Fixture.day("1398/07/02")
    #expect(try line(.degreeOrException, facts, .trainer).verdict == .notMet)
    facts.degrees = []
    facts.employment.decrees[0].from = Fixture.day("1397/07/01")
    #expect(try line(.degreeOrException, facts, .trainer).verdict == .notMet)
    facts.degrees = try RankingFixture.facts(since: "1397/07/01").degrees
    facts.profile.isFullTime = false
    let warned = try assess(facts, .trainer)
    #expect(warned.outcome == .qualified)
    #expect(warned.findingsAtSubmission.map(\.severity) == [.warning])
  }

  @Test(
    "S3-10g five people are placed one in each rank, and somebody with ten years and few points in none"
  )
  func placement() throws {
    let edition = try RankingFixture.scored()
    let rules = try Fixture.rules()
    func place(_ facts: RankingFacts) -> Rank? {
      edition.placement(facts, phase: .promotion, under: rules).rank
    }
    let first = try RankingFixture.facts(since: "1396/07/01", points: 30)
    #expect(place(first) == .trainer)
    var none = try RankingFixture.facts(since: "1390/07/01", points: 39)
    #expect(place(none) == nil)
    RankingFixture.appraise(&none, ["100", "100", "100", "100", "100"])
    #expect(place(none) == nil)
    var second = try RankingFixture.facts(
      since: "1390/01/01", .trainer, from: "1398/01/01", points: 40)
    RankingFixture.appraise(&second, ["80", "80", "80", "80", "80"])
    #expect(place(second) == .instructor)
    var third = try RankingFixture.facts(
      since: "1390/01/01", .instructor, from: "1398/01/01", points: 50)
    RankingFixture.appraise(&third, ["85", "85", "85", "85", "85"], points: 45)
    #expect(place(third) == .assistant)
    #expect(place(try RankingFixture.associate()) == .associate)
    var fifth = try RankingFixture.associate()
    fifth.ranks = [HeldRank(.associate, from: Fixture.day("1397/01/01"))]
    fifth.employment.decrees[0].from = Fixture.day("1380/01/01")
    fifth.degrees[1].degree = "doctorate"
    fifth.profile.certificatePoints = Fraction(80)
    fifth.years = []
    RankingFixture.appraise(&fifth, ["95", "95", "95", "95", "95", "95"], points: 75)
    fifth.evidence = [
      RankingFixture.paper(1, [.taught]), RankingFixture.paper(2, [.taught]),
      RankingFixture.paper(3, [.education]), RankingFixture.paper(4, [.studied]),
      RankingFixture.evidence(5, .authoredBook) {
        $0.form.topics = [.taught]
        $0.review = .init(bookKind: .authored, isRelated: true, approved: RankingFixture.day)
      },
    ]
    #expect(place(fifth) == .master)
  }

  @Test(
    "S3-10a a year that nobody measured has the points that the table came to at its end: 65 are enough, 64 are not"
  )
  func yearlyFromRecords() throws {
    var facts = try RankingFixture.associate()
    for index in facts.years.indices { facts.years[index].points = nil }
    let edition = try RankingFixture.scored()
    func verdict() throws -> ConditionLine.Verdict? {
      try edition.assess(facts, for: .associate, phase: .promotion, under: Fixture.rules())
        .conditions.first { $0.key == .yearlyPoints }?.verdict
    }
    facts.profile.certificatePoints = Fraction(65)
    #expect(try verdict() == .met)
    facts.profile.certificatePoints = Fraction(64)
    #expect(try verdict() == .notMet)
    // What an office measured goes before it.
    for index in facts.years.indices { facts.years[index].points = Fraction(65) }
    #expect(try verdict() == .met)
  }

  @Test("S4-11a an evaluation on record that kept the rank needs nobody's word, for three years")
  func keptByRecord() throws {
    var facts = try RankingFixture.facts(since: "1390/01/01", .trainer, from: "1395/07/01")
    facts.profile.keptLastEvaluation = nil
    let edition = try RankingFixture.edition("promotion")
    func verdict() throws -> ConditionLine.Verdict? {
      try edition.assess(facts, for: .instructor, phase: .promotion, under: Fixture.rules())
        .conditions.first { $0.key == .lastAssessmentKept }?.verdict
    }
    #expect(try verdict() == .notMet)
    facts.ranks[0].evaluated = Fixture.day("1400/07/02")
    #expect(try verdict() == .met)
    facts.ranks[0].evaluated = Fixture.day("1400/07/01")
    #expect(try verdict() == .notMet)
  }
}
