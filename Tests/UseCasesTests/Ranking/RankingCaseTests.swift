import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Ranking cases from the request to the decree")
struct RankingCaseTests {
  @Test(
    "S4-5a S4-6a S4-7a S4-7c SM-13 a case goes from the request through sources, authenticity, assessor, board and notification to the decree"
  )
  func whole() throws {
    let desk = try RankingDesk()
    let id = try desk.notified()
    let now = try desk.load(id)
    #expect(now.course.referred == RankingDesk.today && now.course.rank == .trainer)
    #expect(now.board == desk.boards[.district]?.id)
    let notices = try desk.it.portal.store.read { try $0.rankNotices(of: id) }
    #expect(Set(notices.map(\.recipient)) == Set(RankNotice.Recipient.allCases))
    let tasks = try desk.it.portal.store.read {
      try $0.tasks(in: desk.personnel.taskReach, dueUntil: nil, limit: 9)
    }
    #expect(tasks.contains { $0.task.kind == .rankDecree })
    try desk.it.perform(IssueRankDecree(id, letter: RankingDesk.letter), desk.personnel)
    #expect(try desk.state(id) == .decreed)
    #expect(try desk.held()?.rank == .trainer)
  }

  @Test("S4-7g a request one day outside the round is refused, on its days it is taken")
  func round() throws {
    let desk = try RankingDesk()
    desk.it.on(-1)
    let early = desk.it.result(
      CreateRankingCase(RankingCase.Form(target: .trainer, acceptsNotice: true), in: desk.round),
      desk.learner)
    guard case .rankCase(.roundClosed)? = desk.reasons(early).first else {
      Issue.record("not refused: \(desk.reasons(early))")
      return
    }
    desk.it.on(2_001)
    #expect(
      desk.reasons(
        desk.it.result(
          CreateRankingCase(
            RankingCase.Form(target: .trainer, acceptsNotice: true), in: desk.round),
          desk.learner)
      ).contains { if case .rankCase(.roundClosed) = $0 { true } else { false } })
    desk.it.on(0)
    _ = try desk.create()
  }

  @Test("S4-7e without accepting the notice no case is made")
  func notice() throws {
    let desk = try RankingDesk()
    let form = RankingCase.Form(target: .trainer)
    #expect(
      desk.reasons(desk.it.result(CreateRankingCase(form, in: desk.round), desk.learner))
        == [.rankCase(.noticeNotAccepted)])
    _ = try desk.create()
  }

  @Test("SM-13 one live case at a time, the next rank only, and at least one piece of evidence")
  func guards() throws {
    let desk = try RankingDesk()
    #expect(
      desk.reasons(
        desk.it.result(
          CreateRankingCase(
            RankingCase.Form(target: .assistant, acceptsNotice: true), in: desk.round),
          desk.learner)) == [.rankCase(.notNextRank(.trainer))])
    let id = try desk.create()
    #expect(
      desk.reasons(
        desk.it.result(
          CreateRankingCase(
            RankingCase.Form(target: .trainer, acceptsNotice: true), in: desk.round),
          desk.learner)) == [.rankCase(.liveCase)])
    #expect(
      desk.reasons(desk.it.result(SubmitRankingCase(id), desk.learner))
        .contains(.rankCase(.evidenceMissing)))
    #expect(try desk.state(id) == .draft)
  }

  @Test("S4-5b S4-5c the applicant sees every step with its day, and the points as they were kept")
  func timeline() throws {
    let desk = try RankingDesk()
    let id = try desk.notified()
    let line = try #require(
      try desk.it.portal.store.read {
        try $0.rankingCase(id, in: desk.learner.rankingReach(on: RankingDesk.today))
      })
    let course = line.rankingCase.course
    #expect(course.submitted != nil && course.referred != nil && course.decided != nil)
    #expect(course.notified == RankingDesk.today)
    let kept = try desk.it.portal.store.read { try $0.assessments(of: id) }
    #expect(kept.map(\.occasion).contains(.submission))
    #expect(kept.map(\.occasion).contains(.vote))
    #expect(kept.first?.assessment.points().points == Fraction(10))
  }

  @Test("S4-6c a source that the rank needs holds the case up until it has said something")
  func sources() throws {
    let desk = try RankingDesk()
    try desk.it.perform(
      PutRequiredSource(
        RequiredSource(
          id: ID(rawValue: 0), kind: .teachers, rank: .trainer, source: "colleagues",
          isRequired: true)), desk.administrator)
    let id = try desk.submitted()
    _ = try desk.it.perform(Advance<RankingLife>(id, .collect), desk.secretary)
    let verify = Advance<RankingLife>(id, .verify)
    #expect(
      desk.reasons(desk.it.result(verify, desk.centre)) == [.rankCase(.sourcesMissing(1))])
    let source = CaseSource(
      id: ID(rawValue: 0), rankingCase: id, source: "colleagues", text: "همکار خوبی است",
      day: RankingDesk.today)
    #expect(desk.isForbidden(desk.it.result(RecordCaseSource(source), desk.learner)))
    try desk.it.perform(RecordCaseSource(source), desk.secretary)
    _ = try desk.it.perform(verify, desk.centre)
    #expect(try desk.state(id) == .verified)
  }

  @Test(
    "S4-6d evidence and instruments count after the centre's word: undecided evidence and an unsound instrument are refused"
  )
  func authenticity() throws {
    let desk = try RankingDesk()
    let id = try desk.create()
    try desk.evidence(id, .uploaded)
    try desk.it.perform(SubmitRankingCase(id), desk.learner)
    _ = try desk.it.perform(Advance<RankingLife>(id, .collect), desk.secretary)
    #expect(
      desk.reasons(desk.it.result(Advance<RankingLife>(id, .verify), desk.centre))
        == [.rankCase(.evidenceUndecided(1))])
    let tool = try desk.it.perform(
      PutAssessmentTool(
        AssessmentTool(id: ID(rawValue: 0), title: "پرسشنامه", kind: "", isValid: true)),
      desk.centre)
    var source = CaseSource(
      id: ID(rawValue: 0), rankingCase: id, source: "students", text: "خوب",
      day: RankingDesk.today, tool: tool)
    #expect(
      desk.reasons(desk.it.result(RecordCaseSource(source), desk.secretary))
        == [.rankCase(.toolNotConfirmed)])
    source.tool = nil
    try desk.it.perform(RecordCaseSource(source), desk.secretary)
    let kept = try #require(
      try desk.it.portal.store.read { try $0.caseSources(of: id) }.first)
    try desk.it.perform(VerifyCaseSource(kept, isVerified: false), desk.centre)
    #expect(
      try desk.it.portal.store.read { try $0.caseSources(of: id) }.first?.isVerified == false)
  }

  @Test("S4-6e no referral without a report, and no assessor whom the centre has not approved")
  func assessors() throws {
    let desk = try RankingDesk()
    let id = try desk.submitted()
    _ = try desk.it.perform(Advance<RankingLife>(id, .collect), desk.secretary)
    let other = try desk.it.office.person(699, last: "تأییدنشده")
    let unapproved = try desk.it.perform(
      PutAssessor(
        Assessor(id: ID(rawValue: 0), person: other.id, isApproved: false, day: RankingDesk.today)
      ), desk.centre)
    #expect(
      desk.reasons(desk.it.result(AssignAssessor(unapproved, to: id), desk.secretary))
        == [.rankCase(.notApprovedAssessor)])
    _ = try desk.it.perform(Advance<RankingLife>(id, .verify), desk.centre)
    let refer = desk.it.result(Advance<RankingLife>(id, .refer), desk.secretary)
    #expect(throws: Failure.self) { try refer.get() }
    // The report is not there yet, and the one who was not given the case does not see it.
    #expect(
      desk.isForbidden(
        desk.it.result(
          ReportOnCase(id, text: "گزارش", strengths: "", weaknesses: ""), desk.assessor)))
    try desk.it.perform(AssignAssessor(desk.assessorID, to: id), desk.secretary)
    try desk.it.perform(
      ReportOnCase(id, text: "گزارش", strengths: "", weaknesses: ""), desk.assessor)
    #expect(try desk.state(id) == .assessed)
    #expect(ReportThere().findings(in: facts(reports: 0)).count == 1)
    #expect(ReportThere().findings(in: facts(reports: 1)).isEmpty)
  }

  private func facts(reports: Int) -> RankingLife.Facts {
    RankingLife.Facts(
      rankingCase: RankingCase(
        id: ID(rawValue: 1), person: ID(rawValue: 2), kind: .teachers, phase: .promotion,
        round: ID(rawValue: 3), form: RankingCase.Form(target: .trainer),
        made: RankingDesk.today), day: RankingDesk.today, reports: reports)
  }

  @Test(
    "S4-6f results are numbers: one more paper is ten points more, and cases are ordered by them")
  func comparable() throws {
    let desk = try RankingDesk()
    let first = try desk.submitted(papers: 1)
    let other = try desk.it.office.person(650, last: "دیگری")
    let second = try desk.submitted(
      papers: 2, by: desk.it.office.signIn(.learner, person: other.id))
    let points = try desk.it.portal.store.read { records in
      try [first, second].map { try records.assessments(of: $0).first?.assessment.points().points }
    }
    #expect(points == [Fraction(10), Fraction(20)])
  }

  @Test("S4-6h what is special about the place is kept with the case")
  func special() throws {
    let desk = try RankingDesk()
    let id = try desk.create()
    var form = try desk.load(id).form
    form.region = "nomadic"
    form.schoolKind = "multigrade"
    form.weeklyMinutes = 24 * 60
    try desk.it.perform(EditRankingCase(desk.load(id), form), desk.learner)
    #expect(try desk.load(id).form == form)
  }

  @Test("S4-6i an institute is on the register, and qualified only by the centre")
  func institutions() throws {
    let desk = try RankingDesk()
    let it = QualifiedInstitution(
      id: ID(rawValue: 0), name: "دانشگاه فرهنگیان", kind: "university",
      qualified: RankingDesk.today)
    #expect(desk.isForbidden(desk.it.result(PutInstitution(it), desk.secretary)))
    try desk.it.perform(PutInstitution(it), desk.centre)
    #expect(
      try desk.it.portal.store.read { try $0.qualifiedInstitutions() }.first?.qualified != nil)
  }

  @Test(
    "S4-6k a case with false information is stopped: nothing but the result, then back to where it was or to its end"
  )
  func suspension() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let chair = try desk.actor(.district)
    let suspend = SuspendRankingCase(id, letter: RankingDesk.letter)
    let plain = try desk.actor(.district, 2)
    #expect(
      desk.reasons(desk.it.result(suspend, plain, reason: "جعل"))
        == [.rankCase(.notChair)])
    try desk.it.perform(suspend, chair, reason: "جعل")
    #expect(try desk.state(id) == .suspended)
    let before = try desk.load(id)
    for action in RankingLife.Action.allCases where !RankingLife.withFields.contains(action) {
      for actor in [desk.secretary, desk.centre, desk.learner, chair] {
        let result = desk.it.result(Advance<RankingLife>(id, action), actor, reason: "دلیل")
        #expect(throws: Failure.self) { try result.get() }
      }
    }
    #expect(throws: Failure.self) {
      try desk.it.perform(NotifyRank(id, letter: RankingDesk.letter), desk.secretary)
    }
    #expect(try desk.load(id) == before)
    #expect(
      desk.reasons(
        desk.it.result(
          RecordOffenceResult(id, isConvicted: false, letter: LetterMark()), desk.secretary))
        == [.rankCase(.letterMissing)])
    try desk.it.perform(
      RecordOffenceResult(id, isConvicted: false, letter: RankingDesk.letter), desk.secretary)
    #expect(try desk.state(id) == .referred)
    try desk.it.perform(suspend, chair, reason: "جعل")
    try desk.it.perform(
      RecordOffenceResult(id, isConvicted: true, letter: RankingDesk.letter), desk.secretary)
    #expect(try desk.state(id) == .closed)
  }

  @Test("S4-7b the tenth day after the referral is the last on which the board is in time")
  func decisionTime() throws {
    let desk = try RankingDesk()
    let id = try desk.referred()
    let referred = try #require(try desk.load(id).course.referred)
    #expect(desk.it.portal.today == referred)
    let rules = try desk.it.portal.store.read { records in
      try RuleBook(try records.ruleValues()).inForce(on: referred)
    }
    let due = referred.adding(days: rules.rankDecisionDays)
    let deadline = Deadline(.boardDecision, due: due, owner: .boardSecretary)
    #expect(deadline.daysLeft(on: referred.adding(days: 10)) == 0)
    #expect(deadline.daysLeft(on: referred.adding(days: 11)) == -1)
    // Late is late, yet the board still decides.
    desk.it.on(11)
    try desk.meet(on: [(id, nil)])
    #expect(try desk.state(id) == .rankSet)
  }

  @Test(
    "S4-7d S4-9a the decree carries share and day of the rank, and the pay ends after three years")
  func decree() throws {
    let desk = try RankingDesk(phase: .establishment)
    let start = try desk.it.portal.store.read { records in
      try RuleBook(try records.ruleValues()).inForce(on: RankingDesk.today).rankBylawStart
    }
    try desk.it.perform(
      PutRankAllowance(
        RankAllowance(
          id: ID(rawValue: 0), rank: .trainer, percent: 4_500, monthly: Rial(10_000_000),
          from: start, source: "بخشنامهٔ آزمون")), desk.administrator)
    let id = try desk.notified()
    try desk.it.perform(IssueRankDecree(id, letter: RankingDesk.letter), desk.personnel)
    let decree = try #require(
      try desk.it.portal.store.read { try $0.rankDecrees(of: id) }.first)
    #expect(decree.effective == start && decree.percent == 4_500 && !decree.isAmended)
    let held = try #require(try desk.held())
    #expect(held.due(afterYears: 3) == start.adding(years: 3))
  }

  @Test("S4-10c the central board cancels a rank or confirms it; nobody else does")
  func review() throws {
    let desk = try RankingDesk()
    let id = try desk.notified()
    try desk.it.perform(IssueRankDecree(id, letter: RankingDesk.letter), desk.personnel)
    let cancel = Advance<RankingLife>(id, .cancel)
    let chair = try desk.actor(.district)
    #expect(
      desk.reasons(desk.it.result(cancel, chair, reason: "خلاف قانون"))
        == [.rankCase(.notCentral)])
    let central = try desk.actor(.central)
    _ = try desk.it.perform(Advance<RankingLife>(id, .uphold), central, reason: "بررسی شد")
    #expect(try desk.state(id) == .decreed)
    _ = try desk.it.perform(cancel, central, reason: "خلاف قانون")
    #expect(try desk.state(id) == .cancelled)
    #expect(try desk.held() == nil)
  }

  @Test("S4-5d S4-6b S4-9b what the bylaw only tells stands on the guidance page of ranking")
  func guidance() throws {
    let text = String(
      decoding: try Office.asset("Guides/ranking.txt"), as: UTF8.self)
    for word in ["یک ماه", "مرکز برنامه‌ریزی نیروی انسانی و امور اداری", "ماده ۶ قانون"] {
      #expect(text.contains(word), "\(word)")
    }
  }
}
