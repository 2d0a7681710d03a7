import Persian
import Testing
import Training

@Suite("Lists of ranking as they ship, and the boundaries of its vectors")
struct RankListTests {
  private func titles(_ list: String) throws -> [String] {
    let lists = try CodeList.lists(decoding: Fixture.bytes("CodeLists/ranking.json"))
    return try #require(lists.first { $0.name == list }).items.map(\.title)
  }

  /// What one row of a table counts of somebody.
  private func amount(
    _ measure: ScoreCriterion.Measure, kinds: [String] = [], _ facts: RankingFacts
  ) throws -> Fraction {
    var edition = try RankingFixture.edition()
    edition.criteria = [
      ScoreCriterion(
        id: Fixture.id(1), ruleSet: edition.set.id, competency: "management", component: "الف",
        indicator: "ردیف", pointsPerUnit: Fraction(1), measure: measure, evidenceKinds: kinds,
        origin: RowOrigin(clause: "S3-0b", source: "آزمون"))
    ]
    return try #require(
      edition.assess(facts, for: .assistant, phase: .promotion, under: try Fixture.rules())
        .criteria.first
    ).amount
  }

  private func facts(inPost title: String) throws -> RankingFacts {
    var facts = try RankingFixture.facts(since: "1390/01/01")
    facts.employment = Employment(decrees: [
      RankingFixture.decree("1390/01/01", "1393/12/29", title: title, number: 1),
      RankingFixture.decree("1394/01/01", number: 2),
    ])
    facts.managerTitles = try titles("ranking-manager")
    facts.deputyTitles = try titles("ranking-deputy")
    return facts
  }

  @Test("S3-9a the twelve posts of managers ship, and the years in each are a manager's")
  func managers() throws {
    let expected = [
      "مدیر (عالی، میانی، پایه)", "مدیر واحد آموزشی", "مدیرآموزگار", "مدیر دارالقرآن",
      "مدیر پژوهش‌سرای دانش‌آموزی", "مدیر خوابگاه مرکزی", "مدیر مجتمع آموزشی ورزشی",
      "مدیر مرکز یادگیری محلی", "مدیر دبیر", "مدیر مجتمع آموزشی و پرورشی",
      "رئیس کانون فرهنگی تربیتی", "رئیس اردوگاه",
    ]
    #expect(try titles("ranking-manager") == expected)
    for title in expected {
      let facts = try facts(inPost: title)
      #expect(try amount(.managerYears, facts) == Fraction(4), "\(title)")
      #expect(try amount(.deputyYears, facts) == .zero, "\(title)")
    }
  }

  @Test("S3-9b the nine posts of deputies ship, and the years in each are a deputy's")
  func deputies() throws {
    let expected = [
      "معاون واحد آموزشی", "سرپرست شبانه‌روزی", "سرپرست بخش", "سرپرست خوابگاه مرکزی",
      "معاون مجتمع آموزشی و پرورشی", "معاون مجتمع آموزشی ورزشی", "معاون دبیر", "معاون آموزگار",
      "سرگروه آموزشی تربیتی استان",
    ]
    #expect(try titles("ranking-deputy") == expected)
    for title in expected {
      let facts = try facts(inPost: title)
      #expect(try amount(.deputyYears, facts) == Fraction(4), "\(title)")
      #expect(try amount(.managerYears, facts) == .zero, "\(title)")
    }
  }

  @Test("S4-2a every title of the bylaw's article ships and is covered, and an office's is not")
  func covered() throws {
    let expected = [
      "آموزگار", "دبیر", "هنرآموز", "مربی امور تربیتی", "مشاور واحد آموزشی", "مراقب سلامت",
      "نیروهای توان‌بخشی مدارس استثنایی", "مدیر واحد آموزشی و تربیتی",
      "معاون واحد آموزشی و تربیتی",
    ]
    let shipped = try titles("ranking-covered-title")
    #expect(shipped == expected)
    var facts = try RankingFixture.facts(since: "1395/01/01")
    facts.coveredTitles = shipped
    for (title, isCovered) in expected.map({ ($0, true) }) + [("کارشناس", false)] {
      facts.employment = Employment(decrees: [
        RankingFixture.decree("1395/01/01", title: title)
      ])
      #expect((facts.coveredSince != nil) == isCovered, "\(title)")
    }
  }

  @Test(
    "S3-3a every kind of research evidence ships and counts; books wait for their group, research of teachers for its check"
  )
  func research() throws {
    let lists = try CodeList.lists(decoding: Fixture.bytes("CodeLists/ranking.json"))
    let shipped = try #require(lists.first { $0.name == "ranking-evidence" }).items.map(\.code)
    let books = ["authored-book", "translated-book", "educational-book"]
    let studies = ["action-research", "lesson-study", "narrative-research", "experience-writing"]
    for kind in books + ["paper"] + studies {
      #expect(shipped.contains(kind), "\(kind)")
      var facts = try RankingFixture.facts(since: "1390/01/01")
      facts.evidence = [RankingFixture.evidence(1, EvidenceKind(rawValue: kind))]
      #expect(
        try amount(.evidence, kinds: [kind], facts) == Fraction(kind == "paper" ? 1 : 0),
        "\(kind) at once")
      facts.evidence[0].review.bookKind = .compiled
      facts.evidence[0].review.isRelated = true
      facts.evidence[0].review.authenticated = RankingFixture.day
      #expect(try amount(.evidence, kinds: [kind], facts) == Fraction(1), "\(kind)")
    }
  }

  @Test(
    "S4-8a of a rank notified on the first day of a month the eleventh is in time and the twelfth is not"
  )
  func appeal() throws {
    let notified = Fixture.day("1401/03/01")
    for (text, isInTime) in [("1401/03/11", true), ("1401/03/12", false)] {
      let day = Fixture.day(text)
      let appeal = Appeal(
        id: Fixture.id(1), rankingCase: Fixture.id(1), kind: .rank, text: "شرح", filed: day,
        board: Fixture.id(1))
      let facts = AppealLife.Facts(appeal: appeal, day: day, notified: notified)
      #expect(FiledInTime(days: 10).findings(in: facts).isEmpty == isInTime, "\(text)")
    }
  }

  @Test(
    "S3-10a rank 4 at each of its limits: fifteen years of service and five in the rank before pass, a day less does not"
  )
  func fourthRank() throws {
    func failing(_ change: (inout RankingFacts) -> Void) throws -> [RankCondition.Key] {
      var facts = try RankingFixture.associate()
      change(&facts)
      return try RankingFixture.scored().assess(
        facts, for: .associate, phase: .promotion, under: try Fixture.rules()
      ).conditions.filter { $0.verdict == .notMet }.map(\.key)
    }
    #expect(try failing { _ in }.isEmpty)
    #expect(
      try failing { $0.employment.decrees[0].from = Fixture.day("1388/07/02") } == [.serviceYears])
    #expect(try failing { $0.ranks[0].from = Fixture.day("1398/07/02") } == [.yearsInRank])
    #expect(
      try failing {
        $0.years = []
        RankingFixture.appraise(&$0, ["94.9", "90", "90", "90", "85"], points: 65)
      } == [.appraisalAverage])
    #expect(
      try failing {
        $0.years = []
        RankingFixture.appraise(&$0, ["95", "90", "90", "90", "85"], points: 64)
      } == [.yearlyPoints])
  }

  @Test(
    "S1-7b S3-11a S4-7f an assessment that says the competency is held stands for the certificate from its day on, no other outcome does"
  )
  func attained() throws {
    var facts = try RankingFixture.facts(since: "1390/01/01")
    facts.profile.certificate = LetterMark()
    #expect(!facts.hasCertificate)
    let day = RankingFixture.day
    for (outcome, holds) in [
      ("gain", true), ("promotion", true), ("stop", false), ("demotion", false),
      ("career-change", false),
    ] {
      facts.attained = AttainedCompetency(tracking: "1", day: day, outcome: outcome)
      #expect(facts.hasCertificate == holds, "\(outcome)")
    }
    facts.attained = AttainedCompetency(tracking: "1", day: day.adding(days: 1), outcome: "gain")
    #expect(!facts.hasCertificate)
  }
}
