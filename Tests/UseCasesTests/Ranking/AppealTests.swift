import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Appeals and the three-year evaluation")
struct AppealTests {
  private func appeal(
    _ desk: RankingDesk, _ id: ID<RankingCase>, _ kind: Appeal.Kind = .rank
  ) -> Result<Performed<ID<Appeal>>, Failure> {
    desk.it.result(FileAppeal(id, kind, text: "امتیازها درست نیست"), desk.learner)
  }

  @Test("S4-8a SM-14 the tenth day after the notification is in time, the eleventh is not")
  func clock() throws {
    let desk = try RankingDesk()
    let id = try desk.notified()
    desk.it.on(11)
    #expect(try desk.state(id) == .final)
    #expect(
      desk.reasons(appeal(desk, id))
        == [.rankCase(.appealLate(RankingDesk.today.adding(days: 10)))])
    desk.it.on(10)
    #expect(try desk.state(id) == .notified)
    #expect(
      desk.reasons(desk.it.result(FileAppeal(id, .rank, text: ""), desk.learner))
        == [.rankCase(.textMissing)])
    _ = try appeal(desk, id).get()
    #expect(try desk.state(id) == .appealed)
  }

  @Test("S4-8a a decree that comes early does not cut the ten days short")
  func afterDecree() throws {
    let desk = try RankingDesk()
    let id = try desk.notified()
    try desk.it.perform(IssueRankDecree(id, letter: RankingDesk.letter), desk.personnel)
    desk.it.on(10)
    _ = try appeal(desk, id).get()
  }

  @Test(
    "S4-8b against handling and points the board itself decides, after the opinion",
    arguments: [Appeal.Kind.process, .points])
  func handling(_ kind: Appeal.Kind) throws {
    let desk = try RankingDesk()
    let id = try desk.notified()
    let appeal = try appeal(desk, id, kind).get().outcome
    #expect(
      desk.reasons(
        desk.it.result(RecordAppealOpinion(appeal, opinion: ""), desk.secretary))
        == [.rankCase(.opinionMissing)])
    try desk.it.perform(RecordAppealOpinion(appeal, opinion: "بررسی شد"), desk.secretary)
    let now = try #require(try desk.it.portal.store.read { try $0.appeal(appeal) })
    #expect(now.state == .inBoard && now.board == desk.boards[.district]?.id)
    try desk.meet(on: [(id, appeal)], inFavour: 0)
    #expect(try desk.it.portal.store.read { try $0.appeal(appeal) }?.state == .closed)
    #expect(try desk.state(id) == .final)
    #expect(try desk.load(id).course.rank == .trainer)
  }

  @Test(
    "S4-8c S4-8d S4-10e against the rank it goes with the board's opinion to the higher board, which sets rank and day of entitlement"
  )
  func reversal() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    try desk.meet(on: [(id, nil)], inFavour: 1)
    try desk.it.perform(NotifyRank(id, letter: RankingDesk.letter), desk.secretary)
    #expect(try desk.load(id).course.rank == nil)
    let appeal = try appeal(desk, id).get().outcome
    #expect(
      desk.reasons(
        desk.it.result(RecordAppealOpinion(appeal, opinion: ""), desk.secretary))
        == [.rankCase(.opinionMissing)])
    try desk.it.perform(RecordAppealOpinion(appeal, opinion: "نظر هیأت"), desk.secretary)
    #expect(
      try desk.it.portal.store.read { try $0.appeal(appeal) }?.board
        == desk.boards[.province]?.id)
    try desk.meet(.province, on: [(id, appeal)])
    let chair = try desk.actor(.province)
    #expect(
      desk.reasons(
        desk.it.result(DetermineRank(appeal, rank: nil, entitled: nil), chair))
        == [.rankCase(.rankMissing)])
    let entitled = RankingDesk.today.adding(days: -3)
    let vice = try desk.actor(.province, 1)
    #expect(
      desk.reasons(
        desk.it.result(DetermineRank(appeal, rank: .trainer, entitled: entitled), vice)) == [
          .rankCase(.notChair)
        ])
    try desk.it.perform(DetermineRank(appeal, rank: .trainer, entitled: entitled), chair)
    #expect(try desk.state(id) == .final)
    try desk.it.perform(IssueRankDecree(id, letter: RankingDesk.letter), desk.personnel)
    #expect(
      try desk.it.portal.store.read { try $0.rankDecrees(of: id) }.first?.effective == entitled)
    #expect(try desk.held()?.from == entitled)
  }

  @Test("S4-8c above the central board there is nobody")
  func central() throws {
    let desk = try RankingDesk()
    let person = try desk.it.office.person(655, last: "ستادی", unit: desk.ministry)
    let applicant = try desk.it.office.signIn(.learner, at: desk.ministry, person: person.id)
    let id = try desk.referred(by: applicant, at: .central)
    try desk.meet(.central, on: [(id, nil)])
    try desk.it.perform(
      NotifyRank(id, letter: RankingDesk.letter), desk.secretary(.central))
    #expect(
      desk.reasons(desk.it.result(FileAppeal(id, .rank, text: "شرح"), applicant))
        == [.rankCase(.noHigherBoard)])
    _ = try desk.it.perform(FileAppeal(id, .points, text: "شرح"), applicant)
  }

  private func rankState(_ desk: RankingDesk) throws -> PersonRankLife.State? {
    let rules = try desk.it.portal.store.read { records in
      try RuleBook(try records.ruleValues()).inForce(on: desk.it.portal.today)
    }
    return try desk.held().map {
      PersonRankLife.state(
        $0.state, PersonRankLife.Dates($0, under: rules), on: desk.it.portal.today)
    }
  }

  @Test("S4-12a S4-9a S4-9c SM-15 three years after the rank it is due, and pay waits for it")
  func due() throws {
    let desk = try RankingDesk(phase: .reassessment)
    let since = RankingDesk.today.days(to: RankingDesk.today.adding(years: -3))
    try desk.hold(.instructor, since: since)
    #expect(try rankState(desk) == .due)
    let fresh = try RankingDesk(phase: .reassessment)
    try fresh.hold(.instructor, since: since + 1)
    #expect(try rankState(fresh) == .valid)
    #expect(
      fresh.reasons(
        fresh.it.result(
          CreateRankingCase(
            RankingCase.Form(target: .instructor, acceptsNotice: true), in: fresh.round),
          fresh.learner)
      ).contains { if case .rankCase(.notDue) = $0 { true } else { false } })
    // Twenty points keep the second rank: three years more.
    let id = try desk.referred(.instructor, papers: 2)
    try desk.meet(on: [(id, nil)])
    #expect(try rankState(desk) == .valid)
    #expect(try desk.held()?.evaluated == RankingDesk.today)
  }

  @Test(
    "S4-12b S4-12c S4-12d S4-12e the first time the rank falls to what the points reach and retraining follows, the second time the person leaves the category"
  )
  func demotions() throws {
    let desk = try RankingDesk(phase: .reassessment)
    try desk.hold(.associate, since: -1_200)
    // Ten points: from the fourth rank down to the first.
    let first = try desk.referred(.associate, papers: 1)
    try desk.meet(on: [(first, nil)])
    let fallen = try #require(try desk.held())
    #expect(fallen.rank == .trainer && fallen.demotions == 1 && fallen.state == .demoted)
    try desk.it.perform(NotifyRank(first, letter: RankingDesk.letter), desk.secretary)
    let history = try desk.it.portal.store.read {
      try $0.personRanks(of: desk.applicant.id)
    }
    #expect(history.contains { $0.rank == .associate && $0.state == .ended })
    let finish = RecordRetraining(
      fallen.id, university: "فرهنگیان", from: RankingDesk.today,
      to: RankingDesk.today.adding(days: 30), isPassed: true)
    #expect(desk.isForbidden(desk.it.result(finish, desk.secretary)))
    try desk.it.perform(
      RecordRetraining(fallen.id, university: "فرهنگیان", from: RankingDesk.today),
      desk.personnel)
    try desk.it.perform(
      RecordRetraining(
        fallen.id, university: "فرهنگیان", from: RankingDesk.today,
        to: RankingDesk.today.adding(days: 20), isPassed: false), desk.personnel)
    #expect(try rankState(desk) == .demoted)
    try desk.it.perform(finish, desk.personnel)
    #expect(try rankState(desk) == .valid)
    desk.it.on(1_200)
    #expect(try rankState(desk) == .due)
    let second = try desk.create(.trainer)
    try desk.evidence(second, papers: 0)
    try desk.it.portal.store.write(at: desk.it.portal.clock.now()) { records in
      _ = try records.put(
        nil,
        RankingEvidence(
          id: try records.newID(), rankingCase: second, person: desk.applicant.id,
          form: RankingEvidence.Form(
            kind: EvidenceKind(rawValue: "other"), title: "دیگر", day: RankingDesk.today),
          file: Training.Attachment(name: "a.pdf", kind: .pdf, size: 4, digest: "00"),
          state: .confirmed))
      try records.journal(Cause(useCase: "test.evidence"))
    }
    try desk.it.perform(SubmitRankingCase(second), desk.learner)
    _ = try desk.it.perform(Advance<RankingLife>(second, .collect), desk.secretary)
    try desk.it.perform(AssignAssessor(desk.assessorID, to: second), desk.secretary)
    _ = try desk.it.perform(Advance<RankingLife>(second, .verify), desk.centre)
    try desk.it.perform(
      ReportOnCase(second, text: "گزارش", strengths: "", weaknesses: ""), desk.assessor)
    _ = try desk.it.perform(Advance<RankingLife>(second, .refer), desk.secretary)
    try desk.meet(on: [(second, nil)])
    let left = try #require(try desk.held())
    #expect(left.state == .left && left.demotions == 2 && left.stopped != nil)
    #expect(left.rank == nil)
    // A demotion is appealed against like any rank.
    try desk.it.perform(NotifyRank(second, letter: RankingDesk.letter), desk.secretary)
    _ = try appeal(desk, second).get()
  }

  @Test("S4-13a two years after the start the bylaw is to be evaluated")
  func bylaw() throws {
    let desk = try RankingDesk()
    let rules = try desk.it.portal.store.read { records in
      try RuleBook(try records.ruleValues()).inForce(on: RankingDesk.today)
    }
    #expect(try rules.rankBylawStart == JalaliDate(year: 1400, month: 6, day: 31))
    #expect(try rules.rankBylawReview == JalaliDate(year: 1402, month: 6, day: 31))
  }

  @Test("S4-14a the estimate is holders times what their rank pays, which has a source")
  func allowance() throws {
    let desk = try RankingDesk()
    let allowance = RankAllowance(
      id: ID(rawValue: 0), rank: .instructor, percent: 1, monthly: Rial(1), from: RankingDesk.today,
      source: "")
    #expect(
      throws: Failure.complaint(field: "source", .empty)
    ) { try desk.it.perform(PutRankAllowance(allowance), desk.administrator) }
    #expect(desk.isForbidden(desk.it.result(PutRankAllowance(allowance), desk.secretary)))
  }
}
