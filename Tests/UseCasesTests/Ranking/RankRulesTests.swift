import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Rules and facts of ranking in the records")
struct RankRulesTests {
  private func sets(_ desk: RankingDesk) throws -> [RankingRuleSet] {
    try desk.it.portal.store.read { try $0.rankRuleSets() }
  }

  private func edition(_ desk: RankingDesk, _ id: ID<RankingRuleSet>) throws -> RankingEdition {
    try #require(try desk.it.portal.store.read { try $0.rankingEdition(id) })
  }

  private func explanation(
    _ desk: RankingDesk, _ id: ID<RankingCase>
  ) throws -> [StoredAssessment] {
    try desk.it.portal.store.read { try $0.assessments(of: id) }
  }

  @Test(
    "S3-0a S3-0b a new office has the rule sets of Assets, and each row keeps clause and source")
  func shipped() throws {
    let office = try Office()
    let all = try office.portal.store.read { try $0.rankRuleSets() }
    #expect(Set(all.map(\.kind)) == [.staff, .teachers])
    #expect(all.count == 3)
    for set in all {
      let edition = try #require(try office.portal.store.read { try $0.rankingEdition(set.id) })
      #expect(!edition.conditions.isEmpty && !edition.criteria.isEmpty)
      #expect(edition.conditions.allSatisfy { !$0.origin.source.isEmpty })
      #expect(edition.criteria.allSatisfy { $0.pointsPerUnit == nil })
    }
  }

  @Test(
    "S3-0a the ministry edits rows with a source only; districts and learners do not, and nothing is changed"
  )
  func editing() throws {
    let desk = try RankingDesk()
    let set = try #require(try sets(desk).first { $0.kind == .staff })
    let row = try #require(try edition(desk, set.id).conditions.first { $0.key == .totalPoints })
    var changed = row
    changed.value = "35"
    let ministry = try desk.it.office.signIn(.ministryExpert, at: desk.ministry)
    for actor in [desk.it.expert, desk.learner, desk.personnel, desk.secretary] {
      guard case .failure(.forbidden) = desk.it.result(SetRankCondition(row, changed), actor) else {
        Issue.record("\(actor.role) edited the rules")
        return
      }
    }
    var bare = changed
    bare.origin.source = ""
    #expect(
      refusals(desk.it.result(SetRankCondition(row, bare), ministry))
        == [.rankRule(.sourceMissing)])
    var words = changed
    words.value = "زیاد"
    #expect(
      refusals(desk.it.result(SetRankCondition(row, words), ministry))
        == [.rankRule(.valueUnfit(.totalPoints, "زیاد"))])
    #expect(
      try edition(desk, set.id).conditions.first { $0.id == row.id }?.value == row.value)
    try desk.it.perform(SetRankCondition(row, changed), ministry)
    #expect(try edition(desk, set.id).conditions.first { $0.id == row.id }?.value == "35")
    // Somebody who saw the old value and means another is told.
    var other = row
    other.value = "36"
    guard case .failure(.conflict) = desk.it.result(SetRankCondition(row, other), ministry)
    else {
      Issue.record("a stale value was written")
      return
    }
  }

  @Test(
    "S3-0a S4-4i a new edition takes all rows along and holds from its day; one of the same day is refused"
  )
  func copies() throws {
    let desk = try RankingDesk()
    let set = try #require(try sets(desk).first { $0.phase == .establishment })
    var next = set
    next.from = RankingDesk.today.adding(days: 10)
    next.source = "ابلاغ آزمون"
    next.retiredAfter = Fixed.day
    let id = try desk.it.perform(CopyRuleSet(set.id, as: next), desk.administrator)
    let (old, new) = (try edition(desk, set.id), try edition(desk, id))
    #expect(new.conditions.map(\.key) == old.conditions.map(\.key))
    #expect(new.criteria.count == old.criteria.count)
    #expect(new.minima.count == old.minima.count)
    #expect(Set(new.conditions.map(\.id)).isDisjoint(with: old.conditions.map(\.id)))
    #expect(
      refusals(desk.it.result(CopyRuleSet(set.id, as: next), desk.administrator))
        == [.rankRule(.alreadyInForce(since: next.from))])
    func inForce(_ days: Int) throws -> ID<RankingRuleSet>? {
      try desk.it.portal.store.read {
        try $0.rankingEdition(
          .teachers, .establishment, on: RankingDesk.today.adding(days: days))
      }?.set.id
    }
    #expect(try inForce(10) == id)
    #expect(try inForce(9) != id)
  }

  private enum Fixed {
    static let day = RankingDesk.today.adding(days: -500)
  }

  @Test(
    "S4-4a S4-4c S4-5c a decided case explains itself with the numbers of its day after the edition has changed"
  )
  func frozen() throws {
    let desk = try RankingDesk(phase: .establishment)
    let id = try desk.submitted()
    let before = try #require(try explanation(desk, id).first)
    #expect(before.occasion == .submission)
    let line = try #require(before.assessment.conditions.first { $0.key == .minimumTotal })
    #expect(line.required == .points(Fraction(10)))
    let set = before.assessment.ruleSet
    let row = try #require(
      try edition(desk, set).minima.first { $0.rank == .trainer && $0.competency.isEmpty })
    var raised = row
    raised.points = Fraction(90)
    try desk.it.perform(SetMinimum(row, raised), desk.administrator)
    let criterion = try #require(try edition(desk, set).criteria.first)
    var dearer = criterion
    dearer.pointsPerUnit = Fraction(1)
    try desk.it.perform(SetCriterion(criterion, dearer), desk.administrator)
    // What was kept has its own numbers and source; what is asked now has the new ones.
    let kept = try #require(try explanation(desk, id).first)
    #expect(kept == before)
    #expect(kept.assessment.criteria.map(\.pointsPerUnit) == [Fraction(10)])
    #expect(!kept.assessment.source.isEmpty)
    let rules = try desk.it.portal.store.read {
      try RuleBook(try $0.ruleValues()).inForce(on: RankingDesk.today)
    }
    let rankingCase = try desk.load(id)
    let now = try desk.it.portal.store.read { records in
      try records.assess(
        rankingCase, on: RankingDesk.today, basis: .declared, under: rules)
    }
    #expect(
      now?.conditions.first { $0.key == .minimumTotal }?.required == .points(Fraction(90)))
    #expect(now?.criteria.map(\.pointsPerUnit) == [Fraction(1)])
  }

  @Test(
    "S4-11b facts are written by the personnel office of the person's unit, and by nobody for themselves"
  )
  func facts() throws {
    let desk = try RankingDesk()
    let year = RankingYear(
      id: ID(rawValue: 0), person: desk.applicant.id, year: RankingDesk.today.year - 1,
      appraisal: Fraction(91), source: "فرم ارزشیابی")
    let elsewhere = try desk.it.office.signIn(.personnelOffice, at: desk.it.office.otherDistrict)
    let own = try desk.it.office.signIn(.personnelOffice, person: desk.applicant.id)
    for actor in [elsewhere, own, desk.learner, desk.secretary, desk.assessor] {
      guard case .failure(.forbidden) = desk.it.result(RecordFact(nil, year), actor) else {
        Issue.record("\(actor.role) wrote an appraisal")
        return
      }
    }
    try desk.it.perform(RecordFact(nil, year), desk.personnel)
    #expect(
      refusals(desk.it.result(RecordFact(nil, year), desk.personnel))
        == [.rankRule(.yearDoubled(year.year))])
    var over = year
    over.year -= 1
    over.appraisal = Fraction("100.01")
    #expect(
      refusals(desk.it.result(RecordFact(nil, over), desk.personnel))
        == [.rankRule(.appraisalOutOfScale(Fraction(10_001, 100)))])
    over.appraisal = Fraction(100)
    try desk.it.perform(RecordFact(nil, over), desk.personnel)
    let conviction = Conviction(
      id: ID(rawValue: 0), person: desk.applicant.id, kind: .administrative,
      day: RankingDesk.today.adding(days: 1), isFinal: true, provision: .clauseA, document: "")
    #expect(
      refusals(desk.it.result(RecordFact(nil, conviction), desk.personnel)) == [
        .rankRule(.inFuture(conviction.day)), .rankRule(.documentMissing),
      ])
    let found = try desk.it.portal.store.read { records in
      try records.rankingFacts(of: desk.applicant, .teachers, on: RankingDesk.today)
    }
    #expect(found.years.map(\.appraisal) == [Fraction(91), Fraction(100)])
    #expect(found.convictions.isEmpty)
  }

  @Test(
    "S3-4b S1-7b hours of the record and results of assessment come without typing, each course once"
  )
  func training() throws {
    let desk = try RankingDesk()
    let person = desk.applicant.id
    try desk.it.portal.store.write(at: desk.it.portal.clock.now()) { records in
      for (code, hours) in [("91400102", 16), ("", 8)] {
        try records.insert(
          TrainingRecord(
            id: try records.newID(), person: person, courseCode: code, title: "دوره",
            minutes: hours * 60, year: 1402, end: Fixed.day, reference: "۱"))
      }
      try records.journal(Cause(useCase: "test.training"))
    }
    let facts = try desk.it.portal.store.read { records in
      try records.rankingFacts(of: desk.applicant, .staff, on: RankingDesk.today)
    }
    #expect(facts.training.count == 2)
    #expect(
      facts.training.compactMap(\.kind).count == 1
        && facts.training.contains { $0.kind == TrainingHours.specialised && $0.minutes == 960 })
  }
}

@Suite("Evidence of ranking cases")
struct RankingEvidenceTests {
  private static let bytes = Array("%PDF-1.4\n".utf8) + Array(repeating: UInt8(32), count: 40)

  private static func file() -> AttachedFile {
    AttachedFile(
      Training.Attachment(
        name: "paper.pdf", kind: .pdf, size: bytes.count,
        digest: BlobDigest(of: bytes).hexadecimal), bytes: bytes)
  }

  private func form(
    _ kind: EvidenceKind = .paper, _ change: (inout RankingEvidence.Form) -> Void = { _ in }
  ) -> RankingEvidence.Form {
    var form = RankingEvidence.Form(
      kind: kind, title: "مقالهٔ من", day: RankingDesk.today.adding(days: -5))
    change(&form)
    return form
  }

  private func load(_ id: ID<RankingEvidence>, _ desk: RankingDesk) throws -> RankingEvidence {
    let all = try desk.it.portal.store.read { try $0.rankingEvidence(of: desk.applicant.id) }
    return try #require(all.first { $0.id == id })
  }

  /// A case that is being looked at, with one piece of a kind.
  private func collecting(
    _ desk: RankingDesk, _ form: RankingEvidence.Form
  ) throws -> (ID<RankingCase>, ID<RankingEvidence>) {
    let id = try desk.create()
    let piece = try desk.it.perform(UploadEvidence(id, form, file: Self.file()), desk.learner)
    try desk.it.perform(SubmitRankingCase(id), desk.learner)
    try desk.it.perform(Advance<RankingLife>(id, .collect), desk.secretary)
    return (id, piece)
  }

  @Test("SM-17 S4-6a the applicant uploads with type, title, day and file, into the own draft only")
  func upload() throws {
    let desk = try RankingDesk(phase: .establishment)
    let id = try desk.create()
    #expect(
      refusals(desk.it.result(UploadEvidence(id, form(), file: nil), desk.learner))
        == [.rankRule(.fileMissing)])
    let tomorrow = RankingDesk.today.adding(days: 1)
    #expect(
      refusals(
        desk.it.result(
          UploadEvidence(id, form { $0.day = tomorrow }, file: Self.file()), desk.learner))
        == [.rankRule(.inFuture(tomorrow))])
    #expect(
      refusals(
        desk.it.result(
          UploadEvidence(id, form { $0.isRevised = true }, file: Self.file()), desk.learner))
        == [.rankRule(.revisionUnfit)])
    let other = try desk.it.office.person(699, last: "دیگر")
    let stranger = try desk.it.office.signIn(.learner, person: other.id)
    guard
      case .failure(.forbidden) = desk.it.result(
        UploadEvidence(id, form(), file: Self.file()), stranger)
    else {
      Issue.record("a stranger handed something in")
      return
    }
    let piece = try desk.it.perform(UploadEvidence(id, form(), file: Self.file()), desk.learner)
    try desk.it.perform(SubmitRankingCase(id), desk.learner)
    #expect(
      refusals(
        desk.it.result(
          EditEvidence(try load(piece, desk), form(), file: Self.file()), desk.learner))
        == [.rankRule(.caseElsewhere(.registered))])
  }

  @Test(
    "SM-17 S4-4g research is confirmed only after it was authenticated, a book after the group has decided it"
  )
  func confirming() throws {
    for (kind, missing) in [
      (EvidenceKind(rawValue: "action-research"), RankRuleReason.researchNotAuthenticated),
      (.authoredBook, .bookUndecided),
    ] {
      let desk = try RankingDesk(phase: .establishment)
      let (_, piece) = try collecting(desk, form(kind))
      #expect(
        refusals(desk.it.result(Advance<EvidenceLife>(piece, .confirm), desk.centre))
          == [.rankRule(missing)])
      let review = RankingEvidence.Review(
        bookKind: kind.isBook ? .authored : .unknown, isRelated: kind.isBook ? true : nil,
        authenticated: kind.isResearch ? RankingDesk.today : nil)
      try desk.it.perform(ReviewEvidence(try load(piece, desk), review), desk.centre)
      try desk.it.perform(Advance<EvidenceLife>(piece, .confirm), desk.centre)
      #expect(try load(piece, desk).state == .confirmed)
    }
  }

  @Test("SM-17 a piece that is rejected has its reason and counts no more")
  func rejecting() throws {
    let desk = try RankingDesk(phase: .establishment)
    let (id, piece) = try collecting(desk, form())
    #expect(
      refusals(desk.it.result(Advance<EvidenceLife>(piece, .reject), desk.centre))
        == [.portal(.reasonMissing)])
    try desk.it.perform(
      Advance<EvidenceLife>(piece, .reject), desk.centre, reason: "اصل سند نیست")
    #expect(try load(piece, desk).reason == "اصل سند نیست")
    let counts = try desk.it.portal.store.read { try $0.evidenceCounts(of: id) }
    #expect(counts.undecided == 0)
    let facts = try desk.it.portal.store.read { records in
      try records.rankingFacts(of: desk.applicant, .teachers, on: RankingDesk.today)
    }
    #expect(facts.counted.isEmpty)
  }
}
