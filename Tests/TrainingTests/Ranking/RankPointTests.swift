import Persian
import Testing
import Training

@Suite("Points of ranks")
struct RankPointTests {
  private func criterion(
    _ measure: ScoreCriterion.Measure = .evidence, each: Int? = 10, max: Int? = nil,
    kinds: [String] = [], set: RankingEdition, _ change: (inout ScoreCriterion) -> Void = { _ in }
  ) -> ScoreCriterion {
    var it = ScoreCriterion(
      id: Fixture.id(1), ruleSet: set.set.id, competency: "research", component: "الف",
      indicator: "ردیف", pointsPerUnit: each.map { Fraction($0) },
      maximum: max.map { Fraction($0) }, measure: measure, evidenceKinds: kinds,
      origin: RowOrigin(clause: "S3-0b", source: "آزمون"))
    change(&it)
    return it
  }

  /// One row alone, and what somebody has of it.
  private func score(
    _ facts: RankingFacts, _ measure: ScoreCriterion.Measure = .evidence, each: Int? = 10,
    max: Int? = nil, kinds: [String] = [], edition name: String = "staff",
    phase: RankingPhase = .promotion, _ change: (inout ScoreCriterion) -> Void = { _ in }
  ) throws -> CriterionLine {
    var edition = try RankingFixture.edition(name)
    edition.criteria = [
      criterion(measure, each: each, max: max, kinds: kinds, set: edition, change)
    ]
    let found = edition.assess(facts, for: .assistant, phase: phase, under: try Fixture.rules())
    return try #require(found.criteria.first)
  }

  private func teacher() throws -> RankingFacts {
    try RankingFixture.facts(since: "1390/01/01", .instructor, from: "1398/07/01")
  }

  private static func hours(_ count: Int, _ kind: String?, _ end: String? = "1402/01/01")
    -> TrainingHours
  {
    TrainingHours(
      title: "دوره", minutes: count * 60, end: end.map { Fixture.day($0) }, kind: kind)
  }

  @Test(
    "S3-4a blocks of 40 hours in the ratio of 80 to 20, rests give nothing",
    arguments: [
      (32, 8, 1), (64, 16, 2), (40, 0, 0), (31, 9, 0), (63, 16, 1), (64, 15, 1), (400, 8, 1),
      (0, 40, 0),
    ])
  func blocks(_ specialised: Int, _ general: Int, _ blocks: Int) throws {
    var facts = try teacher()
    facts.training = [
      Self.hours(specialised, TrainingHours.specialised),
      Self.hours(general, TrainingHours.general),
    ].filter { $0.minutes > 0 }
    let line = try score(facts, .trainingBlocks)
    #expect(line.amount == Fraction(blocks))
    #expect(line.points == Fraction(10 * blocks))
  }

  @Test(
    "S3-4a S3-4b only courses of the stay count, from its first day on; unknown kinds and days are told"
  )
  func stay() throws {
    var facts = try teacher()
    facts.training = [
      Self.hours(32, TrainingHours.specialised, "1398/07/01"),
      Self.hours(8, TrainingHours.general, "1398/06/31"),
    ]
    let early = try score(facts, .trainingBlocks)
    #expect(early.amount == .zero)
    #expect(
      early.items.map(\.exclusion) == [nil, .outsideStay(from: Fixture.day("1398/07/01"))])
    facts.training.append(Self.hours(8, TrainingHours.general))
    #expect(try score(facts, .trainingBlocks).amount == Fraction(1))
    facts.training = [Self.hours(40, nil), Self.hours(40, TrainingHours.general, nil)]
    #expect(
      try score(facts, .trainingBlocks).items.map(\.exclusion) == [.courseKindUnknown, .undated])
    // The other reading of the ratio is a setting of the rule set.
    var edition = try RankingFixture.edition()
    edition.set.hasStrictBlocks = false
    edition.criteria = [criterion(.trainingBlocks, set: edition)]
    facts.training = [Self.hours(40, TrainingHours.specialised)]
    let loose = edition.assess(
      facts, for: .assistant, phase: .promotion, under: try Fixture.rules())
    #expect(loose.criteria[0].amount == Fraction(1))
  }

  @Test(
    "S3-3b S3-3c a revised and confirmed later printing has 30 percent, any other nothing; the group decides the book"
  )
  func reprint() throws {
    func points(_ change: (inout RankingEvidence) -> Void) throws -> CriterionLine {
      var facts = try teacher()
      facts.evidence = [
        RankingFixture.evidence(1, .authoredBook) {
          $0.review.bookKind = .authored
          $0.review.isRelated = true
          change(&$0)
        }
      ]
      return try score(facts, kinds: ["authored-book"])
    }
    #expect(try points { _ in }.points == Fraction(10))
    let revised = try points {
      $0.form.printing = 2
      $0.form.isRevised = true
      $0.review.isRevisionConfirmed = true
    }
    #expect(revised.points == Fraction(3))
    let plain = try points { $0.form.printing = 2 }
    #expect(plain.points == .zero)
    #expect(plain.items[0].exclusion == .reprint)
    let unconfirmed = try points {
      $0.form.printing = 3
      $0.form.isRevised = true
    }
    #expect(unconfirmed.items[0].exclusion == .reprint)
    #expect(try points { $0.review.bookKind = .unknown }.items[0].exclusion == .bookKindMissing)
    #expect(try points { $0.review.isRelated = false }.items[0].exclusion == .notRelated)
  }

  @Test("S3-3a S4-4g papers count at once, research of teachers only after it was authenticated")
  func research() throws {
    var facts = try teacher()
    facts.evidence = [
      RankingFixture.evidence(1, EvidenceKind(rawValue: "action-research")),
      RankingFixture.evidence(2, .paper),
    ]
    let kinds = ["action-research", "paper"]
    let line = try score(facts, kinds: kinds)
    #expect(line.points == Fraction(10))
    #expect(line.items[0].exclusion == .notAuthenticated)
    facts.evidence[0].review.authenticated = RankingFixture.day
    #expect(try score(facts, kinds: kinds).points == Fraction(20))
    // A row may ask the same of every kind.
    #expect(try score(facts, kinds: kinds) { $0.needsResearchCheck = true }.points == Fraction(10))
  }

  @Test(
    "S3-6a S3-6b three speakers from two foreign countries make a conference international",
    arguments: [(3, 2, true), (2, 2, false), (3, 1, false), (5, 4, true)])
  func conference(_ speakers: Int, _ countries: Int, _ isInternational: Bool) throws {
    var facts = try teacher()
    facts.evidence = [
      RankingFixture.evidence(1, .domesticSpeech) {
        $0.form.foreignSpeakers = speakers
        $0.form.foreignCountries = countries
      }
    ]
    let points = try score(facts, kinds: ["speech-international"]).points
    #expect(points == Fraction(isInternational ? 10 : 0))
  }

  @Test(
    "S4-4d evidence before the current rank is void in promotion, on its first day it counts, and all counts in establishment"
  )
  func window() throws {
    var facts = try teacher()
    facts.evidence = [
      RankingFixture.evidence(1, .paper, on: "1398/06/31"),
      RankingFixture.evidence(2, .paper, on: "1398/07/01"),
    ]
    let line = try score(facts, kinds: ["paper"], edition: "promotion")
    #expect(line.points == Fraction(10))
    #expect(
      line.items.map(\.exclusion) == [.outsideStay(from: Fixture.day("1398/07/01")), nil])
    let all = try score(
      facts, kinds: ["paper"], edition: "establishment", phase: .establishment)
    #expect(all.points == Fraction(20))
  }

  @Test(
    "S3-7a S3-7b S4-4a the board's three marks make the points, never above the ceiling; without them nothing is known"
  )
  func boardMarks() throws {
    var facts = try teacher()
    facts.evidence = [RankingFixture.evidence(1, EvidenceKind(rawValue: "invention"))]
    func line() throws -> CriterionLine {
      try score(facts, max: 20, kinds: ["invention"]) { $0.isBoardScored = true }
    }
    let open = try line()
    #expect(!open.isComplete)
    #expect(open.items[0].exclusion == .notScored)
    facts.evidence[0].mark = .init(
      importance: Fraction(5), generality: Fraction(4), quantity: Fraction(3))
    #expect(try line().points == Fraction(12))
    #expect(try line().isComplete)
    facts.evidence[0].mark?.importance = Fraction(30)
    #expect(try line().points == Fraction(20))
  }

  @Test("S3-1a S3-2a nothing without form 1, nor for a degree that is not one of the post's fields")
  func knowledge() throws {
    var facts = try teacher()
    facts.results = AssessmentScores([.general: AssessmentScore(hundredths: 8_050)])
    let without = try score(facts, .generalResult, each: 1) { $0.needsFormOne = true }
    #expect(without.items.map(\.exclusion) == [.formOneMissing])
    #expect(without.points == .zero)
    facts.profile.formOne = RankingFixture.day
    #expect(
      try score(facts, .generalResult, each: 1) { $0.needsFormOne = true }.points
        == Fraction(161, 2))
    facts.fieldsOfJob = [:]
    let undefined = try score(facts, .matchingDegree)
    #expect(undefined.items.map(\.exclusion) == [.fieldsUndefined])
    #expect(!undefined.isComplete)
    facts.fieldsOfJob = ["teacher": ["فیزیک"]]
    #expect(
      try score(facts, .matchingDegree).items.map(\.exclusion) == [.degreeMismatch(field: "ریاضی")])
    facts.fieldsOfJob = ["teacher": ["فیزیک", "رياضي"]]
    #expect(try score(facts, .matchingDegree).points == Fraction(10))
  }

  @Test(
    "S3-5a three groups of evidence stand in row 3: the certificate, quality plans and self-improvement"
  )
  func thirdRow() throws {
    let row = try RankingFixture.edition().criteria.filter { $0.row == 3 }
    #expect(row.map(\.measure) == [.certificate, .evidence, .evidence])
    #expect(row.flatMap(\.evidenceKinds) == ["quality-plan", "self-improvement"])
  }

  @Test(
    "S3-8a S3-8b graduates under the law, before employment, and of technical colleges before their separation"
  )
  func committed() throws {
    func exclusion(
      _ kind: RankingProfile.Commitment, _ graduated: String
    ) throws -> [CriterionLine.Exclusion?] {
      var facts = try teacher()
      facts.profile.commitment = kind
      facts.profile.graduated = Fixture.day(graduated)
      return try score(facts, .committedGraduate).items.map(\.exclusion)
    }
    #expect(try exclusion(.lawArticles, "1390/01/01").isEmpty)
    #expect(try exclusion(.lawArticles, "1390/01/02") == [.continuedEducation])
    #expect(try exclusion(.technicalCollege, "1388/12/29").isEmpty)
    #expect(try exclusion(.technicalCollege, "1389/01/01") == [.afterSeparation(1389)])
    #expect(try exclusion(.teacherTraining, "1389/06/01").isEmpty)
    #expect(try exclusion(.none, "1380/01/01") == [.notCommitted])
  }

  @Test("S3-9a S3-9b years as a manager and as a deputy are counted from the posts of the decrees")
  func managers() throws {
    var facts = try teacher()
    facts.employment = Employment(decrees: [
      RankingFixture.decree("1390/01/01", "1393/12/29", title: "مديرآموزگار", number: 1),
      RankingFixture.decree("1394/01/01", "1395/12/30", title: "معاون دبیر", number: 2),
      RankingFixture.decree("1396/01/01", number: 3),
    ])
    #expect(try score(facts, .managerYears, each: 1).amount == Fraction(4))
    #expect(try score(facts, .deputyYears, each: 1).amount == Fraction(2))
  }

  @Test(
    "S4-4b veterans and the elite have 25 points each with their document, both together 50, and staff none"
  )
  func special() throws {
    var facts = try teacher()
    func total(_ name: String) throws -> Fraction {
      var edition = try RankingFixture.edition(name)
      edition.criteria = [criterion(.certificate, each: 1, set: edition)]
      return edition.assess(facts, for: .assistant, phase: .promotion, under: try Fixture.rules())
        .points().points
    }
    #expect(try total("promotion") == .zero)
    facts.profile.veteranDocument = "ایثار ۱"
    #expect(try total("promotion") == Fraction(25))
    facts.profile.eliteDocument = "نخبگان ۱"
    #expect(try total("promotion") == Fraction(50))
    #expect(try total("staff") == .zero)
  }

  @Test(
    "S4-4h S4-4j rows for a post replace the common ones of their component, stay under its ceiling, and come by priority"
  )
  func posts() throws {
    var edition = try RankingFixture.edition("promotion")
    edition.criteria = [
      criterion(max: 30, set: edition) { $0.priority = 2 },
      criterion(max: 10, set: edition) {
        $0.id = Fixture.id(2)
        $0.component = "ب"
        $0.priority = 1
      },
    ]
    let own = criterion(max: 30, set: edition) {
      $0.id = Fixture.id(3)
      $0.jobTitle = "مدیر مدرسه"
      $0.priority = 3
    }
    var with = edition
    with.criteria.append(own)
    #expect(with.findings(of: own).isEmpty)
    #expect(with.criteria(forJob: "آموزگار").map(\.id) == [Fixture.id(2), Fixture.id(1)])
    #expect(with.criteria(forJob: "مدير مدرسه").map(\.id) == [Fixture.id(2), Fixture.id(3)])
    var over = own
    over.maximum = Fraction(31)
    with.criteria[2] = over
    #expect(
      with.findings(of: over).map(\.reason) == [
        .rankRule(.overComponent(sum: Fraction(31), ceiling: Fraction(30)))
      ])
    over.origin.source = " "
    #expect(with.findings(of: over).count == 2)
  }

  @Test(
    "S4-4e a row without points in the table leaves the total open, and known points may be enough all the same"
  )
  func undefined() throws {
    var facts = try teacher()
    facts.evidence = [RankingFixture.paper(1, [])]
    let line = try score(facts, each: nil, kinds: ["paper"])
    #expect(!line.isComplete)
    #expect(line.amount == Fraction(1))
    var edition = try RankingFixture.edition()
    edition.criteria = [
      criterion(each: nil, kinds: ["paper"], set: edition),
      criterion(.certificate, each: 1, set: edition) { $0.id = Fixture.id(2) },
    ]
    func verdict(_ points: Int) throws -> ConditionLine.Verdict? {
      facts.profile.certificatePoints = Fraction(points)
      return edition.assess(facts, for: .assistant, phase: .promotion, under: try Fixture.rules())
        .conditions.first { $0.key == .totalPoints }?.verdict
    }
    #expect(try verdict(49) == .undefined)
    #expect(try verdict(50) == .met)
  }

  @Test(
    "S4-4a S3-10a an assessment read back from its text says the same, whatever the edition says by then"
  )
  func frozen() throws {
    let edition = try RankingFixture.scored()
    let made = edition.assess(
      try RankingFixture.associate(), for: .associate, phase: .promotion,
      under: try Fixture.rules())
    #expect(
      made.conditions.contains {
        $0.key == .serviceYears && $0.required == .span(years: 15, months: 0)
      })
    #expect(made.source == edition.set.source)
    #expect(made.edition == edition.set.from)
  }
}
