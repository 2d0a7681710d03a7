import Persian
import Testing
import Training

@Suite("Conditions and points of the teachers' bylaw")
struct BylawTests {
  /// The promotion edition with minima of ten in each competency and points for what is counted.
  private func edition() throws -> RankingEdition {
    var edition = try RankingFixture.edition("promotion")
    for index in edition.criteria.indices { edition.criteria[index].pointsPerUnit = Fraction(1) }
    for index in edition.minima.indices where !edition.minima[index].competency.isEmpty {
      edition.minima[index].points = Fraction(10)
    }
    return edition
  }

  /// Somebody with all that rank 3 asks for.
  private func facts(_ edition: RankingEdition) throws -> RankingFacts {
    var facts = try RankingFixture.facts(
      since: "1390/01/01", .instructor, from: "1398/07/01")
    RankingFixture.appraise(&facts, ["90", "90", "90", "90", "90"])
    facts.evidence = [RankingFixture.paper(1, [.taught])]
    facts.isGenerallyCompetent = true
    for criterion in edition.criteria { facts.given[criterion.id] = Fraction(10) }
    return facts
  }

  private func assess(
    _ facts: RankingFacts, _ rank: Rank = .assistant, _ edition: RankingEdition,
    phase: RankingPhase = .promotion
  ) throws -> RankAssessment {
    edition.assess(facts, for: rank, phase: phase, under: try Fixture.rules())
  }

  private func failing(_ it: RankAssessment) -> [RankCondition.Key] {
    it.conditions.filter { $0.verdict != .met && $0.verdict != .notRequired }.map(\.key)
  }

  @Test("S4-11a S4-7f every row is met, and each fails alone")
  func rows() throws {
    let edition = try edition()
    let facts = try facts(edition)
    #expect(try assess(facts, .assistant, edition).outcome == .qualified)
    func without(_ change: (inout RankingFacts) -> Void) throws -> [RankCondition.Key] {
      var changed = facts
      change(&changed)
      return failing(try assess(changed, .assistant, edition))
    }
    #expect(try without { $0.profile.certificate = LetterMark() } == [.competencyCertificate])
    #expect(try without { $0.evidence = [] } == [.newEvidence])
    #expect(
      try without { $0.evidence = [RankingFixture.paper(1, [], on: "1398/06/31")] }
        == [.newEvidence])
    #expect(try without { $0.profile.keptLastEvaluation = nil } == [.lastAssessmentKept])
    #expect(try without { $0.isGenerallyCompetent = false } == [.generalCompetence])
    #expect(try without { $0.ranks[0].from = Fixture.day("1398/07/02") } == [.yearsInRank])
    #expect(try without { $0.years[0].appraisal = Fraction("89.5") } == [.appraisalAverage])
    #expect(try without { $0.years.removeLast() } == [.appraisalAverage])
  }

  @Test(
    "S4-11a an average of 90 passes and 89.9 does not; the board answers its own row at the vote")
  func averages() throws {
    let edition = try edition()
    var facts = try facts(edition)
    facts.years[4].appraisal = Fraction("89.5")
    let below = try assess(facts, .assistant, edition)
    #expect(
      below.conditions.first { $0.key == .appraisalAverage }?.actual == .points(Fraction(899, 10)))
    #expect(failing(below) == [.appraisalAverage])
    facts.years[4].appraisal = Fraction(90)
    facts.isGenerallyCompetent = nil
    let waiting = try assess(facts, .assistant, edition)
    #expect(waiting.outcome == .awaitsBoard)
    #expect(waiting.findingsAtSubmission.isEmpty)
    #expect(waiting.firstMissing?.key == .generalCompetence)
  }

  @Test("S4-11b final convictions bar, those the bylaw excepts and those that are not final do not")
  func convictions() throws {
    func bars(_ kind: Conviction.Kind, _ provision: Conviction.Provision, final: Bool = true)
      -> Bool
    {
      Conviction(
        id: Fixture.id(1), person: Fixture.id(1), kind: kind, day: RankingFixture.day,
        isFinal: final, provision: provision, document: "۱"
      ).isObstacle
    }
    #expect(!bars(.administrative, .clauseA))
    #expect(!bars(.administrative, .clauseB))
    #expect(!bars(.criminal, .degreeEight))
    #expect(bars(.criminal, .other))
    #expect(bars(.administrative, .other))
    #expect(bars(.administrative, .degreeEight))
    #expect(bars(.criminal, .clauseA))
    #expect(!bars(.criminal, .other, final: false))
    let edition = try edition()
    var facts = try facts(edition)
    facts.convictions = [
      Conviction(
        id: Fixture.id(1), person: facts.person.id, kind: .criminal, day: RankingFixture.day,
        isFinal: true, provision: .other, document: "۱")
    ]
    #expect(failing(try assess(facts, .assistant, edition)) == [.noConviction])
  }

  @Test(
    "S4-11c S4-11d one rank at a time; five years as associate are enough here, six are not asked")
  func oneAtATime() throws {
    let edition = try edition()
    var facts = try facts(edition)
    facts.ranks = [HeldRank(.associate, from: Fixture.day("1398/07/01"))]
    facts.employment.decrees[0].from = Fixture.day("1382/07/01")
    #expect(try assess(facts, .master, edition).outcome == .qualified)
    #expect(failing(try assess(facts, .associate, edition)).contains(.nextRank))
    facts.employment.decrees[0].from = Fixture.day("1382/07/02")
    #expect(failing(try assess(facts, .master, edition)) == [.teachingYears])
    // A concession shortens what is asked for.
    facts.concessions = [
      RankConcession(
        id: Fixture.id(1), person: facts.person.id, months: 12, reason: "ارفاق", document: "۱")
    ]
    #expect(try assess(facts, .master, edition).outcome == .qualified)
  }

  @Test(
    "S4-4c S4-4f each competency reaches its minimum, more in one does not help; an undefined one decides nothing"
  )
  func minima() throws {
    var edition = try edition()
    var facts = try facts(edition)
    let experience = edition.criteria.filter { $0.competency == "experience" }
    for criterion in experience { facts.given[criterion.id] = .zero }
    facts.given[experience[0].id] = Fraction("9.9")
    let short = try assess(facts, .assistant, edition)
    #expect(failing(short) == [.minimumEach])
    #expect(short.firstMissing?.competency == "experience")
    #expect(short.firstMissing?.remedy == .points(Fraction(1, 10), competency: "experience"))
    facts.given[experience[0].id] = Fraction(10)
    #expect(try assess(facts, .assistant, edition).outcome == .qualified)
    // A total that is defined counts as well.
    for index in edition.minima.indices where edition.minima[index].competency.isEmpty {
      edition.minima[index].points = Fraction(1_000)
    }
    #expect(failing(try assess(facts, .assistant, edition)) == [.minimumEach])
    for index in edition.minima.indices { edition.minima[index].points = nil }
    let undefined = try assess(facts, .assistant, edition)
    #expect(undefined.outcome == .undecided)
    #expect(undefined.firstMissing?.detail == .minimumUndefined)
    // In the establishment the total alone decides.
    var first = try RankingFixture.edition("establishment")
    #expect(try assess(facts, .assistant, first, phase: .establishment).outcome == .undecided)
    for index in first.criteria.indices {
      first.criteria[index].pointsPerUnit = .zero
      facts.given[first.criteria[index].id] = Fraction(10)
    }
    for index in first.minima.indices { first.minima[index].points = Fraction(50) }
    #expect(try assess(facts, .assistant, first, phase: .establishment).outcome == .qualified)
  }

  @Test(
    "S4-2a S4-2b S4-2c S4-2d coverage follows the dated post; on return to an office it ends, with the bill it stays"
  )
  func coverage() throws {
    var facts = try RankingFixture.facts(since: "1395/01/01")
    #expect(facts.coveredSince == Fixture.day("1395/01/01"))
    // A post with a longer name is covered by its job field.
    facts.employment = Employment(decrees: [
      RankingFixture.decree("1395/01/01", title: "آموزگار پایهٔ پنجم", job: "primary-teacher")
    ])
    #expect(facts.coveredSince == nil)
    facts.coveredFields = ["primary-teacher"]
    #expect(facts.coveredSince == Fixture.day("1395/01/01"))
    facts.employment = Employment(decrees: [
      RankingFixture.decree(
        "1380/01/01", "1394/12/29", title: "کارشناس", post: "administrative", number: 1),
      RankingFixture.decree("1395/01/01", "1401/12/29", number: 2),
    ])
    facts.day = Fixture.day("1400/01/01")
    #expect(facts.coveredSince == Fixture.day("1395/01/01"))
    #expect(facts.teachingStart == Fixture.day("1395/01/01"))
    facts.employment.decrees.append(
      RankingFixture.decree(
        "1402/01/01", title: "کارشناس", post: "administrative", number: 3))
    facts.day = RankingFixture.day
    #expect(facts.coveredSince == nil)
    #expect(facts.coverageEnded == Fixture.day("1402/01/01"))
    let edition = try RankingFixture.edition("promotion")
    let found = try assess(facts, .instructor, edition)
    #expect(found.findingsAtEntry.count == 1)
    facts.profile.isCadre = true
    #expect(try assess(facts, .instructor, edition).findingsAtEntry.isEmpty)
  }

  @Test(
    "S4-3a S4-4i the five ranks in their order; whoever retired after the day may apply in the establishment"
  )
  func retired() throws {
    #expect(Rank.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
    #expect(Rank.trainer.next == .instructor)
    #expect(Rank.master.next == nil)
    let edition = try RankingFixture.edition("establishment")
    var facts = try RankingFixture.facts(since: "1370/01/01")
    facts.profile.retired = Fixture.day("1400/07/01")
    #expect(
      try assess(facts, .master, edition, phase: .establishment).findingsAtEntry.isEmpty)
    facts.profile.retired = Fixture.day("1400/06/31")
    #expect(
      try assess(facts, .master, edition, phase: .establishment).findingsAtEntry.count == 1)
  }
}
