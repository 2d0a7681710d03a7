import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Coefficients for what is special about a place")
struct CoefficientTests {
  private func coefficient(
    _ id: ID<RankingCase>, _ factor: Fraction,
    _ characteristic: CaseCoefficient.Characteristic = .place, reason: String = "سرمای سخت"
  ) -> CaseCoefficient {
    CaseCoefficient(
      id: ID(rawValue: 0), rankingCase: id, characteristic: characteristic, factor: factor,
      reason: reason, giver: "", day: RankingDesk.today)
  }

  private func all(_ desk: RankingDesk, _ id: ID<RankingCase>) throws -> [CaseCoefficient] {
    try desk.it.portal.store.read { try $0.caseCoefficients(of: id) }
  }

  private func kept(_ desk: RankingDesk, _ id: ID<RankingCase>) throws -> RankAssessment? {
    let it = try desk.load(id)
    return try desk.it.portal.store.read { try $0.keptAssessment(of: it) }
  }

  @Test(
    "S4-6h the bounds of a coefficient are numbers of the edition, both included; a hundredth beyond is refused and nothing is kept",
    arguments: [(50, true), (49, false), (200, true), (201, false)])
  func bounds(_ hundredths: Int, _ fits: Bool) throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let factor = Fraction(hundredths, 100).reduced
    let result = desk.it.result(
      SetCaseCoefficient(coefficient(id, factor)), try desk.actor(.district))
    #expect(
      desk.reasons(result)
        == (fits
          ? []
          : [
            .rankCase(.coefficientOutside(factor, least: Fraction(1, 2), most: Fraction(2)))
          ]))
    #expect(try all(desk, id).map(\.factor) == (fits ? [factor] : []))
  }

  @Test("S4-6h the bounds follow the edition: a wider one takes what was outside")
  func widened() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let chair = try desk.actor(.district)
    let wide = SetCaseCoefficient(coefficient(id, Fraction(5, 2)))
    #expect(!desk.reasons(desk.it.result(wide, chair)).isEmpty)
    try desk.it.perform(
      SetRule(
        RuleValue(
          key: RuleKey.rankCoefficientMost.rawValue, from: RankingDesk.today, value: Fraction(3),
          unit: .fraction, clause: "S4-6h", source: "بخشنامه")), desk.administrator)
    try desk.it.perform(wide, chair)
    #expect(try all(desk, id).map(\.factor) == [Fraction(5, 2)])
  }

  @Test(
    "S4-6h only the chair of the board that decides sets it: members, other roles, other offices and boards do not"
  )
  func whose() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let work = SetCaseCoefficient(coefficient(id, Fraction(3, 2)))
    for place in [1, 2] {
      #expect(
        desk.reasons(desk.it.result(work, try desk.actor(.district, place)))
          == [.rankCase(.notChair)])
    }
    let office = desk.it.office
    let elsewhere = try office.signIn(
      .boardMember, at: office.otherDistrict, person: try office.person(699).id)
    for actor in [
      desk.learner, desk.secretary, desk.assessor, desk.centre, desk.personnel,
      desk.administrator, elsewhere, try desk.actor(.province), try desk.actor(.central),
    ] {
      #expect(desk.isForbidden(desk.it.result(work, actor)), "\(actor.role)")
    }
    #expect(try all(desk, id).isEmpty)
  }

  @Test(
    "S4-6h it is set after the referral and before the first vote, with a reason, for what the case says"
  )
  func when() throws {
    let desk = try RankingDesk()
    let chair = try desk.actor(.district)
    let early = try desk.submitted()
    let work = SetCaseCoefficient(coefficient(early, Fraction(3, 2)))
    guard
      case .portal(.stateMoved)? = desk.reasons(desk.it.result(work, chair)).first
    else {
      Issue.record("set before the referral: \(desk.it.result(work, chair))")
      return
    }
    _ = try desk.it.perform(Advance<RankingLife>(early, .collect), desk.secretary)
    try desk.it.perform(AssignAssessor(desk.assessorID, to: early), desk.secretary)
    _ = try desk.it.perform(Advance<RankingLife>(early, .verify), desk.centre)
    try desk.it.perform(
      ReportOnCase(early, text: "خوب", strengths: "", weaknesses: ""), desk.assessor)
    _ = try desk.it.perform(Advance<RankingLife>(early, .refer), desk.secretary)
    #expect(
      desk.reasons(
        desk.it.result(
          SetCaseCoefficient(coefficient(early, Fraction(3, 2), reason: " ")), chair))
        == [.rankCase(.coefficientUnexplained)])
    #expect(
      desk.reasons(
        desk.it.result(SetCaseCoefficient(coefficient(early, Fraction(3, 2), .region)), chair))
        == [.rankCase(.characteristicMissing(.region))])
    try desk.it.perform(work, chair)
    let first = try #require(try all(desk, early).first)
    #expect(first.giver == chair.name && first.day == RankingDesk.today)
    #expect(first.reason == "سرمای سخت")
    // Another number over one that has moved since is a conflict with both.
    guard case .failure(.conflict) = desk.it.result(work, chair) else {
      Issue.record("set over a number that was not seen")
      return
    }
    let meeting = try desk.it.perform(
      InviteBoard(inviter: try #require(desk.members[.district])[0].id, day: RankingDesk.today),
      desk.secretary)
    let item = try desk.it.perform(PlanAgenda(meeting, early, appeal: nil), desk.secretary)
    let members = try #require(desk.members[.district])
    _ = try desk.it.perform(
      RecordPresence(meeting, present: members.map(\.id)), desk.secretary)
    var later = first
    later.factor = Fraction(2)
    try desk.it.perform(SetCaseCoefficient(later, before: first), chair)
    try desk.it.perform(
      CastVote(.inFavour, of: members[1].id, on: item, in: meeting), desk.secretary)
    let second = try #require(try all(desk, early).first)
    var last = second
    last.factor = CaseCoefficient.neutral
    #expect(
      desk.reasons(desk.it.result(SetCaseCoefficient(last, before: second), chair))
        == [.rankCase(.votedOn)])
    #expect(try all(desk, early).map(\.factor) == [Fraction(2)])
    let entries = try desk.it.portal.store.read {
      try $0.history(of: "case_coefficient", second.id.rawValue)
    }
    #expect(entries.count == 2)
    #expect(entries.allSatisfy { $0.entry.useCase == SetCaseCoefficient.name })
  }

  @Test(
    "S4-6h S4-4b coefficients multiply the points of the table and not the special ones; what is one changes nothing"
  )
  func total() throws {
    let desk = try RankingDesk()
    var profile = RankingProfile(id: ID(rawValue: 0), person: desk.applicant.id)
    profile.veteranDocument = "ب-۱"
    try desk.it.perform(RecordFact(nil, profile), desk.personnel)
    let id = try desk.create()
    var form = try desk.load(id).form
    form.region = "border"
    try desk.it.perform(EditRankingCase(desk.load(id), form), desk.learner)
    try desk.evidence(id)
    try desk.it.perform(SubmitRankingCase(id), desk.learner)
    _ = try desk.it.perform(Advance<RankingLife>(id, .collect), desk.secretary)
    try desk.it.perform(AssignAssessor(desk.assessorID, to: id), desk.secretary)
    _ = try desk.it.perform(Advance<RankingLife>(id, .verify), desk.centre)
    try desk.it.perform(
      ReportOnCase(id, text: "خوب", strengths: "", weaknesses: ""), desk.assessor)
    _ = try desk.it.perform(Advance<RankingLife>(id, .refer), desk.secretary)
    #expect(try kept(desk, id)?.points().points == Fraction(35))
    let chair = try desk.actor(.district)
    try desk.it.perform(SetCaseCoefficient(coefficient(id, Fraction(3, 2))), chair)
    try desk.it.perform(SetCaseCoefficient(coefficient(id, Fraction(6, 5), .region)), chair)
    // 10 × 3/2 × 6/5 + 25.
    #expect(try kept(desk, id)?.points().points == Fraction(43))
    #expect(try kept(desk, id)?.points(in: "general").points == Fraction(18))
    let place = try #require(try all(desk, id).first { $0.characteristic == .place })
    var neutral = place
    neutral.factor = CaseCoefficient.neutral
    try desk.it.perform(SetCaseCoefficient(neutral, before: place), chair)
    #expect(try kept(desk, id)?.points().points == Fraction(37))
    #expect(try kept(desk, id)?.coefficients.map(\.characteristic) == [.region])
  }

  @Test(
    "S4-6h the decision rests on the total with its coefficients, and keeps them",
    arguments: [(1, 2, RankingLife.State.notReached), (1, 1, .rankSet), (2, 1, .rankSet)])
  func decision(_ part: Int, _ whole: Int, _ state: RankingLife.State) throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let factor = Fraction(part, whole)
    try desk.it.perform(
      SetCaseCoefficient(coefficient(id, factor)), try desk.actor(.district))
    try desk.meet(on: [(id, nil)])
    #expect(try desk.state(id) == state)
    let vote = try #require(try kept(desk, id))
    #expect(vote.points().points == Fraction(10) * factor)
    #expect(vote.coefficients.map(\.factor) == (factor == Fraction(1) ? [] : [factor]))
    #expect(
      vote.conditions.first { $0.key == .minimumTotal }?.actual
        == .points(Fraction(10) * factor))
  }

  @Test(
    "S4-4b S4-4a a newer value of a rule leaves an old decision its numbers; an open case gets the new ones"
  )
  func newerValue() throws {
    let desk = try RankingDesk()
    var profile = RankingProfile(id: ID(rawValue: 0), person: desk.applicant.id)
    profile.veteranDocument = "ب-۱"
    try desk.it.perform(RecordFact(nil, profile), desk.personnel)
    let id = try desk.referred()
    try desk.meet(on: [(id, nil)])
    try desk.it.perform(
      SetRule(
        RuleValue(
          key: RuleKey.rankVeteranPoints.rawValue, from: RankingDesk.today.adding(days: 1),
          value: Fraction(30), unit: .point, clause: "S4-4b", source: "اصلاحیه")),
      desk.administrator)
    desk.it.on(1)
    let it = try desk.load(id)
    desk.it.portal.signIn(desk.secretary)
    let (old, now) = try desk.it.portal.read { records, context in
      (
        try records.explained(it, context),
        try records.assess(
          it, on: context.today, basis: .verified, under: context.rules)
      )
    }.get()
    #expect(old?.points().points == Fraction(35))
    #expect(old?.day == RankingDesk.today)
    #expect(now?.points().points == Fraction(40))
  }
}
