import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// Boards of three levels with their people, an open round, and an applicant with evidence.
struct RankingDesk {
  let it: CourseOffice
  let ministry: ID<Training.Unit>
  let applicant: Person
  let learner: Actor
  let secretary: Actor
  let provinceSecretary: Actor
  let centre: Actor
  let assessor: Actor
  let personnel: Actor
  let administrator: Actor
  let assessorID: ID<Assessor>
  /// By level: the chair first.
  let members: [BoardLevel: [BoardMember]]
  let boards: [BoardLevel: Board]
  let round: ID<RankingRound>

  static let today = CourseOffice.today
  static let letter = LetterMark(number: "۱۲/۳", day: CourseOffice.today)

  init(phase: RankingPhase = .promotion, kind: RankingKind = .teachers) throws {
    it = try CourseOffice()
    let office = it.office
    ministry = try #require(try it.portal.store.read { try $0.units(in: .everything).first }).id
    administrator = try office.signIn(.administrator, at: ministry)
    applicant = try office.person(601, first: "سمیرا", last: "احمدی")
    learner = try office.signIn(.learner, person: applicant.id)
    secretary = try office.signIn(.boardSecretary)
    provinceSecretary = try office.signIn(.boardSecretary, at: office.province)
    centre = try office.signIn(.qualityCentre, at: ministry)
    personnel = try office.signIn(.personnelOffice)
    let judge = try office.person(602, first: "رضا", last: "نادری")
    assessor = try office.signIn(.assessor, person: judge.id)
    var members: [BoardLevel: [BoardMember]] = [:]
    var boards: [BoardLevel: Board] = [:]
    let places: [(BoardLevel, ID<Training.Unit>, Int)] = [
      (.district, office.district, 5), (.province, office.province, 3), (.central, ministry, 3),
    ]
    var number = 610
    for (level, unit, count) in places {
      let id = try it.perform(
        PutBoard(
          Board(id: ID(rawValue: 0), level: level, unit: unit, title: "هیأت \(level.rawValue)")),
        administrator)
      boards[level] = Board(
        id: id, level: level, unit: unit, title: "هیأت \(level.rawValue)")
      for index in 0..<count {
        number += 1
        let person = try office.person(number, last: "عضوی", unit: unit)
        let part: BoardMember.Part = index == 0 ? .chair : index == 1 ? .viceChair : .member
        var member = BoardMember(
          id: ID(rawValue: 0), board: id, person: person.id, part: part,
          from: Self.today.adding(days: -100))
        member.id = try it.perform(PutBoardMember(member), administrator)
        members[level, default: []].append(member)
      }
    }
    self.members = members
    self.boards = boards
    assessorID = try it.perform(
      PutAssessor(
        Assessor(id: ID(rawValue: 0), person: judge.id, isApproved: true, day: Self.today)),
      centre)
    round = try it.perform(
      SetRankingRound(
        RankingRound(
          id: ID(rawValue: 0), title: "دورهٔ مهر", kind: kind, phase: phase, from: Self.today,
          to: Self.today.adding(days: 2_000))), administrator)
    try edition(kind)
  }

  /// One paper is ten points; the ranks need 10, 20, 30, 40 and 50.
  func edition(_ kind: RankingKind, minima: Bool = true) throws {
    let today = Self.today
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      let origin = RowOrigin(clause: "S4-4f", source: "آزمون", isSample: true)
      let set = RankingRuleSet(
        id: try records.newID(), kind: kind, title: "نمونه", from: today.adding(days: -1),
        source: "آزمون")
      let condition = RankCondition(
        id: try records.newID(), ruleSet: set.id, rank: nil, key: .minimumTotal,
        comparison: .atLeast, value: "", origin: origin)
      let criterion = ScoreCriterion(
        id: try records.newID(), ruleSet: set.id, competency: "general", component: "مقاله",
        indicator: "مقاله", unit: "عنوان", pointsPerUnit: Fraction(10), maximum: Fraction(100),
        evidenceKinds: ["paper"], origin: origin)
      var rows: [RankMinimum] = []
      for rank in Rank.allCases {
        rows.append(
          RankMinimum(
            id: try records.newID(), ruleSet: set.id, rank: rank, competency: "",
            points: minima ? Fraction(10 * rank.rawValue) : nil, origin: origin))
      }
      try records.insert(
        RankingEdition(set: set, conditions: [condition], criteria: [criterion], minima: rows))
      try records.journal(Cause(useCase: "test.edition"))
    }
  }

  func actor(_ level: BoardLevel, _ index: Int = 0) throws -> Actor {
    let member = try #require(members[level]?[index])
    return try it.office.signIn(
      .boardMember, at: boards[level]?.unit, person: member.person)
  }

  func secretary(_ level: BoardLevel) throws -> Actor {
    try it.office.signIn(.boardSecretary, at: boards[level]?.unit)
  }

  func load(_ id: ID<RankingCase>, of person: ID<Person>? = nil) throws -> RankingCase {
    try #require(
      try it.portal.store.read {
        try $0.rankingCase(id, in: .centre(.everything, not: nil))
          ?? $0.rankingCase(id, in: .own(person ?? applicant.id))
      }
    ).rankingCase
  }

  func state(_ id: ID<RankingCase>) throws -> RankingLife.State {
    let now = try load(id)
    let rules = try it.portal.store.read { records in
      try RuleBook(try records.ruleValues()).inForce(on: it.portal.today)
    }
    return RankingLife.state(
      now.state, RankingLife.Dates(now, under: rules), on: it.portal.today)
  }

  func create(
    _ target: Rank = .trainer, by actor: Actor? = nil, accepts: Bool = true
  ) throws -> ID<RankingCase> {
    try it.perform(
      CreateRankingCase(
        RankingCase.Form(target: target, acceptsNotice: accepts), in: round), actor ?? learner)
  }

  /// Puts papers into a case, as they stand after the centre has looked at them.
  func evidence(
    _ id: ID<RankingCase>, papers: Int = 1, _ state: EvidenceLife.State = .confirmed,
    of person: ID<Person>? = nil
  ) throws {
    let person = try load(id, of: person).person
    let day = it.portal.today
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      for index in 0..<papers {
        let conflict = try records.put(
          nil,
          RankingEvidence(
            id: try records.newID(), rankingCase: id, person: person,
            form: RankingEvidence.Form(
              kind: .paper, title: "مقالهٔ \(index)", day: day.adding(days: -1)),
            file: Training.Attachment(name: "a.pdf", kind: .pdf, size: 4, digest: "00"),
            state: state))
        #expect(conflict == nil)
      }
      try records.journal(Cause(useCase: "test.evidence"))
    }
  }

  func submitted(
    _ target: Rank = .trainer, papers: Int = 1, by actor: Actor? = nil
  ) throws -> ID<RankingCase> {
    let id = try create(target, by: actor)
    try evidence(id, papers: papers, of: actor?.person)
    try it.perform(SubmitRankingCase(id), actor ?? learner)
    return id
  }

  /// As far as the secretariat of the board.
  func referred(
    _ target: Rank = .trainer, papers: Int = 1, by actor: Actor? = nil,
    at level: BoardLevel = .district
  ) throws -> ID<RankingCase> {
    let id = try submitted(target, papers: papers, by: actor)
    let desk = try secretary(level)
    _ = try it.perform(Advance<RankingLife>(id, .collect), desk)
    try it.perform(AssignAssessor(assessorID, to: id), desk)
    _ = try it.perform(Advance<RankingLife>(id, .verify), centre)
    try it.perform(
      ReportOnCase(id, text: "ارزیابی شد", strengths: "تدریس", weaknesses: "پژوهش"), assessor)
    _ = try it.perform(Advance<RankingLife>(id, .refer), desk)
    return id
  }

  /// An official meeting with everybody there and everything on the agenda voted on.
  @discardableResult
  func meet(
    _ level: BoardLevel = .district, on items: [(ID<RankingCase>, ID<Appeal>?)],
    inFavour: Int? = nil, present: Int? = nil, outside: Bool = false
  ) throws -> ID<BoardMeeting> {
    let desk = try secretary(level)
    let all = try #require(members[level])
    let meeting = try it.perform(
      InviteBoard(inviter: all[0].id, day: it.portal.today, isOutsideHours: outside), desk)
    for (id, appeal) in items {
      _ = try it.perform(PlanAgenda(meeting, id, appeal: appeal), desk)
    }
    let here = Array(all.prefix(present ?? all.count))
    _ = try it.perform(RecordPresence(meeting, present: here.map(\.id)), desk)
    let agenda = try it.portal.store.read { try $0.agenda(of: meeting) }
    for line in agenda {
      for (index, member) in here.enumerated() where member.person != line.applicant {
        let ballot: BoardBallot = index < (inFavour ?? here.count) ? .inFavour : .against
        try it.perform(CastVote(ballot, of: member.id, on: line.item.id, in: meeting), desk)
      }
    }
    _ = try it.perform(Advance<MeetingLife>(meeting, .vote), desk)
    try it.perform(ConfirmMeeting(meeting), try actor(level))
    return meeting
  }

  func notified(_ target: Rank = .trainer, papers: Int = 1) throws -> ID<RankingCase> {
    let id = try referred(target, papers: papers)
    try meet(on: [(id, nil)])
    try it.perform(NotifyRank(id, letter: Self.letter), secretary)
    return id
  }

  /// A rank that somebody holds already.
  @discardableResult
  func hold(
    _ rank: Rank, since days: Int, demotions: Int = 0, person: ID<Person>? = nil
  ) throws -> ID<PersonRank> {
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      let id: ID<PersonRank> = try records.newID()
      try records.insert(
        PersonRank(
          id: id, person: person ?? applicant.id, rank: rank,
          from: Self.today.adding(days: days), demotions: demotions))
      try records.journal(Cause(useCase: "test.rank"))
      return id
    }
  }

  func held(_ person: ID<Person>? = nil) throws -> PersonRank? {
    try it.portal.store.read { try $0.heldRank(of: person ?? applicant.id) }
  }

  func reasons<T>(_ result: Result<T, Failure>) -> [Finding.Reason] { refusals(result) }

  func isForbidden<T>(_ result: Result<T, Failure>) -> Bool {
    if case .failure(.forbidden) = result { return true }
    return false
  }
}
