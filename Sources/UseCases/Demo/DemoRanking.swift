import Persian
import Store
import Training

/// Ranking in the sample: boards of two levels, an open round, and a case in every state of SM-13.
///
/// The table of points is a sample («نمونه») and no regulation.
struct DemoRanking {
  /// The words of the sample's file.
  struct Names: Decodable, Sendable {
    var round, districtBoard, provinceBoard, centralBoard, sample, evidence, report, strength,
      weakness: String
    var source, appeal, opinion, reason, place: String
  }

  /// Everybody who takes part, by role; members with the chair first.
  struct Crew {
    var secretary: Actor
    var provinceSecretary: Actor
    var members: [(actor: Actor, member: ID<BoardMember>)] = []
    var provinceMembers: [(actor: Actor, member: ID<BoardMember>)] = []
    var centralMembers: [(actor: Actor, member: ID<BoardMember>)] = []
    var centre: Actor
    var assessor: Actor
    var personnel: Actor
    var assessorID = ID<Assessor>(rawValue: 0)
  }

  let names: Names
  let stage: DemoStage
  let cast: DemoCast
  let hash: String

  /// Where the applicants begin among the teachers of the first district.
  private static let first = 200

  /// - Returns: The logins of those who take part, an applicant among them.
  func perform() throws -> [DemoDistrict.Login] {
    stage.now(-70, 9 * 60)
    let crew = try crew()
    let round = try stage.perform(
      SetRankingRound(
        RankingRound(
          id: ID(rawValue: 0), title: names.round, kind: .teachers, phase: .promotion,
          from: stage.today.adding(days: -60), to: stage.today.adding(days: 60))),
      as: cast.administrator)
    try edition()
    var applicants: [Actor] = []
    for (index, state) in RankingLife.State.allCases.enumerated() {
      let applicant = try account(
        .learner, cast.teachers[0][Self.first + index], at: cast.experts[0].unit,
        as: "applicant\(index + 1)")
      applicants.append(applicant)
      try play(applicant, to: state, number: index, round, crew)
    }
    return [
      (crew.secretary, "secretary"), (crew.provinceSecretary, "secretary2"),
      (crew.members[0].actor, "chair"), (crew.members[1].actor, "vicechair"),
      (crew.members[2].actor, "member"), (crew.centre, "centre"), (crew.assessor, "assessor"),
      (crew.personnel, "personnel"), (applicants[0], "applicant1"),
    ].map { DemoDistrict.Login(role: $0.0.role, username: $0.1, name: $0.0.name) }
  }

  private func account(
    _ role: Role, _ person: Person, at unit: ID<Training.Unit>, as username: String
  ) throws -> Actor {
    let actor = try stage.portal.store.write(at: stage.portal.clock.now()) { records in
      let account = Account(
        id: try records.newID(), person: person.id, role: role, unit: unit, username: username,
        state: .active)
      try records.insert(account, passwordHash: hash)
      try records.journal(Cause(useCase: "demo.people"))
      return try records.actor(of: account)
    }
    guard let actor else { throw StoreError.damaged("no account of the sample") }
    return actor
  }

  private func crew() throws -> Crew {
    let district = cast.experts[0].unit
    let province = cast.province.unit
    let staff = cast.teachers[0][250..<266]
    func person(_ index: Int) -> Person { staff[staff.startIndex + index] }
    var crew = Crew(
      secretary: try account(.boardSecretary, person(0), at: district, as: "secretary"),
      provinceSecretary: try account(
        .boardSecretary, person(1), at: province, as: "secretary2"),
      centre: try account(.qualityCentre, person(2), at: province, as: "centre"),
      assessor: try account(.assessor, person(3), at: district, as: "assessor"),
      personnel: try account(.personnelOffice, person(4), at: district, as: "personnel"))
    crew.assessorID = try stage.perform(
      PutAssessor(
        Assessor(
          id: ID(rawValue: 0), person: person(3).id, isApproved: true, day: stage.today)),
      as: crew.centre)
    crew.members = try board(
      names.districtBoard, .district, at: district, (5..<8).map(person),
      ["chair", "vicechair", "member"])
    crew.provinceMembers = try board(
      names.provinceBoard, .province, at: province, (8..<11).map(person),
      ["chair2", "vicechair2", "member2"])
    crew.centralMembers = try board(
      names.centralBoard, .central, at: cast.administrator.unit, (11..<14).map(person),
      ["chair3", "vicechair3", "member3"])
    return crew
  }

  private func board(
    _ title: String, _ level: BoardLevel, at unit: ID<Training.Unit>, _ people: [Person],
    _ usernames: [String]
  ) throws -> [(actor: Actor, member: ID<BoardMember>)] {
    let board = try stage.perform(
      PutBoard(Board(id: ID(rawValue: 0), level: level, unit: unit, title: title)),
      as: cast.administrator)
    let parts: [BoardMember.Part] = [.chair, .viceChair, .member]
    return try zip(zip(people, parts), usernames).map { pair, username in
      let member = try stage.perform(
        PutBoardMember(
          BoardMember(
            id: ID(rawValue: 0), board: board, person: pair.0.id, part: pair.1,
            from: stage.today.adding(days: -70))), as: cast.administrator)
      return (try account(.boardMember, pair.0, at: unit, as: username), member)
    }
  }

  /// One paper is ten points, and the first rank needs ten: a sample, marked as one.
  private func edition() throws {
    let (title, from) = (names.sample, stage.today.adding(days: -70))
    try stage.portal.store.write(at: stage.portal.clock.now()) { records in
      let origin = RowOrigin(clause: "S4-4f", source: title, isSample: true)
      let set = RankingRuleSet(
        id: try records.newID(), kind: .teachers, phase: .promotion, title: title, from: from,
        source: title)
      let condition = RankCondition(
        id: try records.newID(), ruleSet: set.id, rank: nil, key: .minimumTotal,
        comparison: .atLeast, value: "", origin: origin)
      let criterion = ScoreCriterion(
        id: try records.newID(), ruleSet: set.id, competency: "specialised",
        component: names.evidence, indicator: names.evidence, pointsPerUnit: Fraction(10),
        maximum: Fraction(100), evidenceKinds: ["paper"], origin: origin)
      var minima: [RankMinimum] = []
      for rank in Rank.allCases {
        minima.append(
          RankMinimum(
            id: try records.newID(), ruleSet: set.id, rank: rank, competency: "",
            points: Fraction(10 * rank.rawValue), origin: origin))
      }
      try records.insert(
        RankingEdition(set: set, conditions: [condition], criteria: [criterion], minima: minima))
      try records.journal(Cause(useCase: "demo.people"))
    }
  }

  private func letter(_ number: Int) -> LetterMark {
    LetterMark(number: Digits.persian("12/\(number)"), day: stage.portal.today)
  }

  /// Plays a case until it is in a state.
  private func play(
    _ applicant: Actor, to state: RankingLife.State, number: Int, _ round: ID<RankingRound>,
    _ crew: Crew
  ) throws {
    stage.now(-50 + number, 9 * 60)
    let id = try stage.perform(
      CreateRankingCase(RankingCase.Form(target: .trainer, acceptsNotice: true), in: round),
      as: applicant)
    let bytes = Array("%PDF-1.4 \(number)\n%%EOF\n".utf8)
    let evidence = try stage.perform(
      UploadEvidence(
        id,
        RankingEvidence.Form(
          kind: .paper, title: names.evidence, day: stage.today.adding(days: -90)),
        file: AttachedFile(
          Attachment(
            name: "paper.pdf", kind: .pdf, size: bytes.count,
            digest: BlobDigest(of: bytes).hexadecimal), bytes: bytes)), as: applicant)
    guard state != .draft else { return }
    _ = try stage.perform(SubmitRankingCase(id), as: applicant)
    guard state != .registered else { return }
    _ = try stage.perform(Advance<RankingLife>(id, .collect), as: crew.secretary)
    _ = try stage.perform(
      RecordCaseSource(
        CaseSource(
          id: ID(rawValue: 0), rankingCase: id, source: "colleagues", text: names.source,
          day: stage.portal.today)), as: crew.secretary)
    _ = try stage.perform(AssignAssessor(crew.assessorID, to: id), as: crew.secretary)
    guard state != .collecting else { return }
    _ = try stage.perform(Advance<EvidenceLife>(evidence, .confirm), as: crew.centre)
    _ = try stage.perform(Advance<RankingLife>(id, .verify), as: crew.centre)
    guard state != .verified else { return }
    _ = try stage.perform(
      ReportOnCase(
        id, text: names.report, strengths: names.strength, weaknesses: names.weakness),
      as: crew.assessor)
    guard state != .assessed else { return }
    try decide(id, applicant, to: state, number: number, crew)
  }

  private func decide(
    _ id: ID<RankingCase>, _ applicant: Actor, to state: RankingLife.State, number: Int,
    _ crew: Crew
  ) throws {
    if state == .referred { stage.now(-4, 10 * 60) }
    _ = try stage.perform(Advance<RankingLife>(id, .refer), as: crew.secretary)
    guard state != .referred else { return }
    if state == .suspended || state == .closed {
      _ = try stage.perform(
        SuspendRankingCase(id, letter: letter(number)), as: crew.members[0].actor,
        reason: names.reason)
      guard state == .closed else { return }
      _ = try stage.perform(
        RecordOffenceResult(id, isConvicted: true, letter: letter(number)), as: crew.secretary)
      return
    }
    if [.rankSet, .notReached, .notified, .appealed].contains(state) { stage.now(-3, 10 * 60) }
    try meet(id, isInFavour: state != .notReached && state != .appealed, crew)
    guard state != .rankSet, state != .notReached else { return }
    _ = try stage.perform(NotifyRank(id, letter: letter(number)), as: crew.secretary)
    switch state {
    case .appealed:
      let appeal = try stage.perform(FileAppeal(id, .rank, text: names.appeal), as: applicant)
      _ = try stage.perform(
        RecordAppealOpinion(appeal, opinion: names.opinion), as: crew.secretary)
    case .decreed:
      _ = try stage.perform(IssueRankDecree(id, letter: letter(number)), as: crew.personnel)
    case .cancelled:
      stage.now(-20, 10 * 60)
      _ = try stage.perform(
        Advance<RankingLife>(id, .cancel), as: crew.centralMembers[0].actor,
        reason: names.reason)
    default: break
    }
  }

  private func meet(_ id: ID<RankingCase>, isInFavour: Bool, _ crew: Crew) throws {
    let meeting = try stage.perform(
      InviteBoard(
        inviter: crew.members[0].member, day: stage.portal.today, place: names.place,
        isOutsideHours: true), as: crew.secretary)
    let item = try stage.perform(PlanAgenda(meeting, id), as: crew.secretary)
    _ = try stage.perform(
      RecordPresence(meeting, present: crew.members.map(\.member)), as: crew.secretary)
    for (_, member) in crew.members {
      _ = try stage.perform(
        CastVote(isInFavour ? .inFavour : .against, of: member, on: item, in: meeting),
        as: crew.secretary)
    }
    _ = try stage.perform(Advance<MeetingLife>(meeting, .vote), as: crew.secretary)
    _ = try stage.perform(ConfirmMeeting(meeting), as: crew.members[0].actor)
  }
}
