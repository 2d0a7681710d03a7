import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A case of the office's district, put straight into the records.
enum RankingFixture: LifeFixture {
  typealias Life = RankingLife

  static func record(in it: CourseOffice) throws -> ID<RankingCase> {
    try seed(it).0.id
  }

  /// A case before the district's board, with that board and its chair.
  static func seed(_ it: CourseOffice) throws -> (RankingCase, Board, BoardMember) {
    let person = try it.office.person(6_001, last: "متقاضی")
    let member = try it.office.person(6_002, last: "رئیس")
    let today = CourseOffice.today
    return try it.portal.store.write(at: it.portal.clock.now()) { records in
      let board = Board(
        id: try records.newID(), level: .district, unit: it.office.district, title: "هیأت")
      let chair = BoardMember(
        id: try records.newID(), board: board.id, person: member.id, part: .chair, from: today)
      let round = RankingRound(
        id: try records.newID(), title: "دوره", kind: .teachers, phase: .promotion, from: today,
        to: today)
      let found = RankingCase(
        id: try records.newID(), person: person.id, kind: .teachers, phase: .promotion,
        round: round.id, form: RankingCase.Form(target: .trainer, acceptsNotice: true),
        made: today,
        course: RankingCase.Course(submitted: today, notified: today, rank: .trainer),
        board: board.id, state: .registered)
      _ = try records.put(nil, board)
      _ = try records.put(nil, chair)
      try records.insert(round)
      try records.insert(found)
      try records.journal(Cause(useCase: "test.ranking"))
      return (found, board, chair)
    }
  }

  static func work(
    _ action: RankingLife.Action, on record: ID<RankingCase>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    let letter = LetterMark(number: "۱", day: CourseOffice.today)
    return switch action {
    case .submit: SubmitRankingCase(record)
    case .assess: ReportOnCase(record, text: "گزارش", strengths: "", weaknesses: "")
    case .notify: NotifyRank(record, letter: letter)
    case .decree: IssueRankDecree(record, letter: letter)
    case .suspend: SuspendRankingCase(record, letter: letter)
    case .clear: RecordOffenceResult(record, isConvicted: false, letter: letter)
    case .convict: RecordOffenceResult(record, isConvicted: true, letter: letter)
    case .appeal: FileAppeal(record, .rank, text: "شرح")
    default: nil
    }
  }
}

enum AppealFixture: LifeFixture {
  typealias Life = AppealLife

  static func record(in it: CourseOffice) throws -> ID<Appeal> {
    let (rankingCase, board, _) = try RankingFixture.seed(it)
    return try it.portal.store.write(at: it.portal.clock.now()) { records in
      let appeal = Appeal(
        id: try records.newID(), rankingCase: rankingCase.id, kind: .rank, text: "شرح",
        filed: CourseOffice.today, board: board.id)
      try records.insert(appeal)
      try records.journal(Cause(useCase: "test.appeal"))
      return appeal.id
    }
  }

  static func work(
    _ action: AppealLife.Action, on record: ID<Appeal>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    switch action {
    case .takeOpinion, .refer: RecordAppealOpinion(record, opinion: "نظر")
    case .determine: DetermineRank(record, rank: .trainer, entitled: CourseOffice.today)
    default: nil
    }
  }
}

enum MeetingFixture: LifeFixture {
  typealias Life = MeetingLife

  static func record(in it: CourseOffice) throws -> ID<BoardMeeting> {
    let (_, board, chair) = try RankingFixture.seed(it)
    return try it.portal.store.write(at: it.portal.clock.now()) { records in
      let meeting = BoardMeeting(
        id: try records.newID(), board: board.id, day: CourseOffice.today, inviter: chair.id,
        members: 1)
      try records.insert(meeting)
      try records.journal(Cause(useCase: "test.meeting"))
      return meeting.id
    }
  }

  static func work(
    _ action: MeetingLife.Action, on record: ID<BoardMeeting>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    switch action {
    case .attend: RecordPresence(record, present: [])
    case .confirm: ConfirmMeeting(record)
    case .cast:
      CastVote(.inFavour, of: ID(rawValue: 1), on: ID(rawValue: 1), in: record)
    default: nil
    }
  }
}

enum PersonRankFixture: LifeFixture {
  typealias Life = PersonRankLife

  static func record(in it: CourseOffice) throws -> ID<PersonRank> {
    let person = try it.office.person(6_003, last: "دارنده")
    return try it.portal.store.write(at: it.portal.clock.now()) { records in
      let rank = PersonRank(
        id: try records.newID(), person: person.id, rank: .trainer, from: CourseOffice.today)
      try records.insert(rank)
      try records.journal(Cause(useCase: "test.rank"))
      return rank.id
    }
  }

  static func work(
    _ action: PersonRankLife.Action, on record: ID<PersonRank>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    switch action {
    case .startRetraining:
      RecordRetraining(record, university: "فرهنگیان", from: CourseOffice.today)
    case .finishRetraining:
      RecordRetraining(
        record, university: "فرهنگیان", from: CourseOffice.today, to: CourseOffice.today,
        isPassed: true)
    default: nil
    }
  }
}

/// A piece of evidence of that case.
enum EvidenceFixture: LifeFixture {
  typealias Life = EvidenceLife

  static func record(in it: CourseOffice) throws -> ID<RankingEvidence> {
    let (found, _, _) = try RankingFixture.seed(it)
    return try it.portal.store.write(at: it.portal.clock.now()) { records in
      let piece = RankingEvidence(
        id: try records.newID(), rankingCase: found.id, person: found.person,
        form: .init(kind: .paper, title: "مقاله", day: CourseOffice.today),
        file: Training.Attachment(name: "a.pdf", kind: .pdf, size: 1, digest: "00"))
      _ = try records.put(nil, piece)
      try records.journal(Cause(useCase: "test.evidence"))
      return piece.id
    }
  }

  static func work(
    _ action: EvidenceLife.Action, on record: ID<RankingEvidence>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    let line = try it.portal.store.read { records in
      try records.evidence(record, in: .centre(.everything, not: nil))
    }
    guard let before = line?.evidence else { return nil }
    switch action {
    case .edit: return EditEvidence(before, before.form, file: nil)
    case .review: return ReviewEvidence(before, before.review)
    case .score: return ScoreEvidence(before, .init(importance: Fraction(1)))
    default: return nil
    }
  }
}
