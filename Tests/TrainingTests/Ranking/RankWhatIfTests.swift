import Persian
import Testing
import Training

@Suite("Simulating ranks")
struct RankWhatIfTests {
  @Test("S3-10a what would meet a rank is tried: hours, papers, a degree, later days")
  func simulate() throws {
    var edition = try RankingFixture.scored()
    for index in edition.criteria.indices where edition.criteria[index].measure == .trainingBlocks {
      edition.criteria[index].pointsPerUnit = Fraction(5)
    }
    let rules = try Fixture.rules()
    var facts = try RankingFixture.associate()
    facts.profile.certificatePoints = Fraction(60)
    facts.evidence.removeLast()
    func outcome(_ change: RankWhatIf) -> RankAssessment.Outcome {
      edition.simulate(facts, change, for: .associate, phase: .promotion, under: rules).outcome
    }
    var change = RankWhatIf(day: RankingFixture.day)
    #expect(outcome(change) == .notQualified)
    change.specialised = 64 * 60
    change.general = 16 * 60
    #expect(outcome(change) == .notQualified)
    change.fieldPapers = 1
    #expect(outcome(change) == .qualified)
    change.general = 15 * 60
    #expect(outcome(change) == .notQualified)
    change.points = Fraction(5)
    #expect(outcome(change) == .qualified)
  }

  @Test(
    "S4-11a the earliest day is when the last length of time is reached; what time does not bring is named"
  )
  func earliest() throws {
    let edition = try RankingFixture.scored()
    let rules = try Fixture.rules()
    var facts = try RankingFixture.associate()
    func earliest() -> EarliestRank {
      edition.earliest(facts, for: .associate, phase: .promotion, under: rules)
    }
    #expect(earliest() == .on(RankingFixture.day))
    facts.ranks[0].from = Fixture.day("1398/10/15")
    #expect(earliest() == .on(Fixture.day("1403/10/15")))
    facts.profile.certificatePoints = Fraction(10)
    guard case .never(let open) = earliest() else {
      Issue.record("time alone brings no points")
      return
    }
    #expect(open.map(\.key) == [.totalPoints])
    // The lowest rank of staff can only be missed by waiting.
    let old = try RankingFixture.facts(since: "1390/01/01", points: 40)
    let never = edition.earliest(old, for: .trainer, phase: .promotion, under: rules)
    #expect(
      never
        == .never(
          edition.assess(old, for: .trainer, phase: .promotion, under: rules)
            .conditions.filter { $0.key == .serviceYears }))
  }

  @Test("S4-11a service with a gap counts the days of both stretches, overlaps once")
  func gaps() throws {
    var facts = try RankingFixture.facts(since: "1390/01/01")
    facts.employment = Employment(decrees: [
      RankingFixture.decree("1390/01/01", "1390/12/29", number: 1),
      RankingFixture.decree("1390/06/01", "1390/12/29", number: 2),
      RankingFixture.decree("1402/07/01", number: 3),
    ])
    let start = try #require(facts.serviceStart)
    let first = Fixture.day("1390/01/01").days(to: Fixture.day("1390/12/29")) + 1
    let second = Fixture.day("1402/07/01").days(to: RankingFixture.day) + 1
    #expect(start.days(to: RankingFixture.day) + 1 == first + second)
  }
}
