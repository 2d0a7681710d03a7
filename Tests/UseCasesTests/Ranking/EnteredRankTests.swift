import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Ranks from before this system, and what keeps somebody from entering it")
struct EnteredRankTests {
  private static let from = RankingDesk.today.adding(days: -1_200)

  private func rank(
    _ desk: RankingDesk, _ rank: Rank = .trainer, from: JalaliDate = from, to: JalaliDate? = nil,
    decree: LetterMark = RankingDesk.letter
  ) -> EnteredRank {
    EnteredRank(
      id: ID(rawValue: 0), person: desk.applicant.id, kind: .teachers, rank: rank, from: from,
      to: to, decree: decree)
  }

  private func entered(_ desk: RankingDesk) throws -> [EnteredRank] {
    try desk.it.portal.store.read { records in
      try records.personRanks(of: desk.applicant.id).compactMap { EnteredRank($0) }
    }
  }

  @Test(
    "S4-5c the personnel office enters a rank with its decree; it is marked, journaled and held")
  func entering() throws {
    let desk = try RankingDesk()
    for actor in [desk.it.expert, desk.administrator, desk.secretary, desk.learner] {
      #expect(desk.isForbidden(desk.it.result(RecordFact(nil, rank(desk)), actor)))
    }
    try desk.it.perform(RecordFact(nil, rank(desk)), desk.personnel)
    let held = try #require(try desk.held())
    #expect(held.rank == .trainer && held.from == Self.from && held.source == nil)
    #expect(held.enteredFrom == RankingDesk.letter)
    let history = try desk.it.portal.store.read {
      try $0.history(of: "person_rank", held.id.rawValue)
    }
    #expect(history.map(\.entry.useCase) == ["rank.enter"])
    // The next rank is asked for, and no other.
    #expect(
      desk.reasons(
        desk.it.result(
          CreateRankingCase(
            RankingCase.Form(target: .trainer, acceptsNotice: true), in: desk.round),
          desk.learner)) == [.rankCase(.notNextRank(.instructor))])
    _ = try desk.create(.instructor)
  }

  @Test("S4-5c a rank without its decree, out of its time, or beside another is refused")
  func refused() throws {
    let desk = try RankingDesk()
    let today = RankingDesk.today
    func reasons(_ it: EnteredRank) -> [Finding.Reason] {
      desk.reasons(desk.it.result(RecordFact(nil, it), desk.personnel))
    }
    #expect(reasons(rank(desk, decree: LetterMark())) == [.rankRule(.documentMissing)])
    let tomorrow = today.adding(days: 1)
    #expect(reasons(rank(desk, from: tomorrow)) == [.rankRule(.inFuture(tomorrow))])
    let earlier = Self.from.adding(days: -1)
    #expect(
      reasons(rank(desk, to: earlier)) == [
        .portal(.endsBeforeStart(from: Self.from, to: earlier))
      ])
    #expect(try entered(desk).isEmpty)
    try desk.it.perform(RecordFact(nil, rank(desk)), desk.personnel)
    // Up to the day before it is another's time; on its first day it is not.
    #expect(
      reasons(rank(desk, from: earlier.adding(days: -400), to: Self.from))
        == [.rankRule(.rankOverlaps(.trainer, from: Self.from))])
    try desk.it.perform(
      RecordFact(nil, rank(desk, from: earlier.adding(days: -400), to: earlier)),
      desk.personnel)
    #expect(try entered(desk).count == 2)
  }

  @Test("S4-5c an entered rank is corrected; what was determined here, or is one's own, is not")
  func corrected() throws {
    let desk = try RankingDesk()
    try desk.it.perform(RecordFact(nil, rank(desk)), desk.personnel)
    let before = try #require(try entered(desk).first)
    var after = before
    after.rank = .instructor
    try desk.it.perform(RecordFact(before, after), desk.personnel)
    #expect(try desk.held()?.rank == .instructor)
    let other = try RankingDesk()
    let determined = try other.hold(.trainer, since: -10)
    var guessed = rank(other)
    guessed.id = ID(rawValue: determined.rawValue)
    #expect(other.isForbidden(other.it.result(RecordFact(guessed, guessed), other.personnel)))
    let own = try other.it.office.signIn(.personnelOffice, person: other.applicant.id)
    #expect(other.isForbidden(other.it.result(RecordFact(nil, rank(other)), own)))
  }

  @Test(
    "S3-11a S3-11b staff without the certificate or the degree do not enter, with the reason of each"
  )
  func entry() throws {
    let desk = try RankingDesk(kind: .staff)
    let shipped = try #require(
      try desk.it.portal.store.read { records in
        try records.rankRuleSets().last { $0.kind == .staff }
      })
    let today = RankingDesk.today
    try desk.it.portal.store.write(at: desk.it.portal.clock.now()) { records in
      var edition = try #require(try records.rankingEdition(shipped.id))
      edition.set.id = try records.newID()
      edition.set.from = today
      for index in edition.conditions.indices {
        edition.conditions[index].id = try records.newID()
        edition.conditions[index].ruleSet = edition.set.id
      }
      edition.criteria = []
      edition.minima = []
      try records.insert(edition)
      try records.journal(Cause(useCase: "test.edition"))
    }
    func keys() throws -> [RankCondition.Key] {
      let made = desk.it.result(
        CreateRankingCase(
          RankingCase.Form(target: .trainer, acceptsNotice: true), in: desk.round),
        desk.learner)
      return desk.reasons(made).compactMap {
        if case .rankRule(.condition(let line)) = $0 { line.key } else { nil }
      }
    }
    #expect(try keys() == [.competencyCertificate, .degreeOrException])
    var profile = RankingProfile(id: ID(rawValue: 0), person: desk.applicant.id)
    profile.certificate = RankingDesk.letter
    #expect(
      desk.reasons(desk.it.result(RecordFact(nil, profile), desk.personnel))
        == [.rankRule(.certificateSourceMissing)])
    #expect(try keys() == [.competencyCertificate, .degreeOrException])
    profile.certificateSource = "دانشگاه فرهنگیان"
    try desk.it.perform(RecordFact(nil, profile), desk.personnel)
    #expect(try keys() == [.degreeOrException])
    try desk.it.perform(
      RecordFact(
        nil,
        DegreeRecord(
          id: ID(rawValue: 0), person: desk.applicant.id, degree: "bachelor", field: "ریاضی",
          day: today, source: "دانشنامه")), desk.personnel)
    _ = try desk.create(.trainer)
  }

  @Test(
    "S4-12e S4-8d an upheld appeal against a demotion gives the rank back, or the one that is due")
  func reversed() throws {
    for due in [Rank.associate, .instructor] {
      let desk = try RankingDesk(phase: .reassessment)
      try desk.hold(.associate, since: -1_200)
      let id = try desk.referred(.associate, papers: 1)
      try desk.meet(on: [(id, nil)])
      #expect(try desk.held()?.rank == .trainer)
      try desk.it.perform(NotifyRank(id, letter: RankingDesk.letter), desk.secretary)
      let appeal = try desk.it.perform(FileAppeal(id, .rank, text: "امتیاز"), desk.learner)
      try desk.it.perform(RecordAppealOpinion(appeal, opinion: "نظر"), desk.secretary)
      try desk.meet(.province, on: [(id, appeal)])
      try desk.it.perform(
        DetermineRank(appeal, rank: due, entitled: RankingDesk.today), try desk.actor(.province))
      let held = try #require(try desk.held())
      #expect(held.rank == due)
      #expect(held.state == (due == .associate ? .valid : .demoted))
      #expect(held.demotions == (due == .associate ? 0 : 1))
      #expect(held.evaluated == RankingDesk.today)
    }
  }
}
