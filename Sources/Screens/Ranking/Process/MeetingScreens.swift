import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «جلسات هیأت ممیزه»: the meetings of the board at the own office (S4-10f).
struct MeetingsList: ListDescription {
  enum Command: String, CommandSet {
    case add, print
    var help: String {
      switch self {
      case .add: MeetingLife.Action.invite.name
      case .print: Phrases.Ranking.fees
      }
    }
  }

  static let name = "board-meetings"
  /// What those shown wait for; nil for all.
  var matter: RankingMatter?
  var title: String { matter?.name ?? Phrases.Ranking.meetings }

  let columns: [Column<BoardMeeting>] = [
    Column(
      Phrases.Ranking.meetingDay, width: 11, direction: .ltr, text: { $0.day.said }),
    Column(Phrases.Ranking.hour, width: 6, direction: .ltr, text: { Say.clock($0.minute) }),
    Column(Phrases.Ranking.place, text: { $0.place }),
    Column(
      Phrases.Ranking.outside, width: 18, alignment: .centre,
      text: { $0.isOutsideHours ? Phrases.yes : Phrases.no }),
    Column(Phrases.Ranking.state, width: 16, text: { $0.state.name }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.meetings }
  func identity(of row: BoardMeeting) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [BoardMeeting] {
    try context.require(.viewMeetings)
    guard let board = try records.board(at: context.actor.unit) else { return [] }
    return try matter.map { try $0.meetings(records, context) }
      ?? records.boardMeetings(of: board.id)
  }

  func open(_ row: BoardMeeting) -> Step { .open(RecordScreen(MeetingRecord(row))) }

  func perform(_ command: Command, on rows: [BoardMeeting]) -> Step {
    switch command {
    case .add: .open(FormScreen(MeetingForm()))
    case .print: .open(FormScreen(FeesForm()))
    }
  }
}

/// A meeting: its quorum, its agenda with the votes, and what SM-16 lets the role do.
struct MeetingRecord: RecordDescription {
  static let name = "board-meeting"
  let id: ID<BoardMeeting>
  let title: String

  init(_ it: BoardMeeting) {
    id = it.id
    title = Phrases.Ranking.meeting(it)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try MeetingLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let it = situation.facts.meeting
    let agenda = try records.agenda(of: id)
    let needed = MeetingLife.quorum(of: it.members, share: context.rules.boardQuorum)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Ranking.state, it.state.name, tone: .strong),
      .init(
        Phrases.Ranking.next, Phrases.RankingNext.step(it.state, situation.facts), tone: .warning),
      .init(Phrases.Ranking.board, situation.subject),
      .init(Phrases.Ranking.meetingDay, "\(it.day.said) \(Say.clock(it.minute))"),
      .init(Phrases.Ranking.place, it.place),
      .init(Phrases.Ranking.members, it.members.said),
      .init(Phrases.Ranking.needed, needed.said),
      .init(Phrases.Ranking.present, it.present.said),
    ]
    facts += agenda.map { line in
      .init(
        Phrases.Ranking.item(line), Phrases.Ranking.votes(line, in: it.state),
        tone: line.item.result == .approved ? .good : .body)
    }
    return RecordPage(
      facts: facts.filter { !$0.value.isEmpty },
      links: [.init(Phrases.Ranking.minutes, step: RankLetters.minutes(id))]
        + (it.state == .official
          ? [.init(Phrases.Ranking.ballots, step: .open(ListScreen(BallotsList(id))))] : []),
      actions: MeetingLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { action in
          switch action {
          case .plan: .open(ListScreen(AgendaChoice(id)))
          case .attend: .open(FormScreen(PresenceForm(id)))
          case .confirm: Self.confirmation(id)
          default: nil
          }
        }),
      history: try records.past(of: "board_meeting", id.rawValue))
  }

  private static func confirmation(_ id: ID<BoardMeeting>) -> Step {
    let title = MeetingLife.Action.confirm.name
    return .open(
      AskScreen(
        Phrases.Ranking.confirmQuestion, yes: title, confirmation: Phrases.yes
      ) { portal, _ in
        portal.perform(ConfirmMeeting(id)).map { _ in .notice(Phrases.Record.done(title), .good) }
      })
  }
}

/// «دعوت به جلسه» (S4-10f).
struct MeetingForm: FormDescription {
  struct Draft: Sendable {
    var inviter: ID<BoardMember>?
    var day: JalaliDate?
    var hour = 9
    var place = ""
    var outside: Bool? = false
  }

  struct Lists: Sendable {
    var members: [(ID<BoardMember>, String)]
    var today: JalaliDate
  }

  static let name = "board-meeting-form"
  let title = MeetingLife.Action.invite.name

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewMeetings)
    let board = try records.board(at: context.actor.unit)
    let members =
      try board.map { try records.boardMembers(of: $0.id, on: context.today) } ?? []
    return (
      Draft(
        inviter: members.first { $0.member.part.mayInvite }?.member.id, day: context.today),
      Lists(
        members: members.map { ($0.member.id, "\($0.name.inFull) – \($0.member.part.name)") },
        today: context.today)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(Phrases.Ranking.inviter, \.inviter, among: lists.members),
      .day(Phrases.Ranking.meetingDay, \.day, today: lists.today).required(),
      .number(Phrases.Ranking.hour, \.hour, in: 0...23),
      .text(Phrases.Ranking.place, \.place, limit: 100),
      .pick(
        Phrases.Ranking.outside, \.outside, among: [(false, Phrases.no), (true, Phrases.yes)]),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let day = draft.day else { return .failure(.complaint(field: "day", .empty)) }
    return portal.perform(
      InviteBoard(
        inviter: draft.inviter, day: day, minute: draft.hour * 60,
        place: Normalizer.line(draft.place), isOutsideHours: draft.outside ?? false)
    ).map { _ in .notice(Phrases.Record.done(title), .good) }
  }
}

/// What may be put on the agenda: referred cases and appeals that have reached the board.
struct AgendaChoice: ListDescription {
  typealias Command = NoCommands
  struct Row: Sendable {
    let line: RankingCaseLine
    let appeal: Appeal?
  }

  static let name = "meeting-agenda"
  let meeting: ID<BoardMeeting>
  let title = MeetingLife.Action.plan.name

  init(_ meeting: ID<BoardMeeting>) { self.meeting = meeting }

  let columns: [Column<Row>] = [
    Column(Phrases.Learners.name, text: { $0.line.person.name.surnameFirst }),
    Column(Phrases.Ranking.target, text: { $0.line.rankingCase.form.target.name }),
    Column(
      Phrases.Ranking.matter, width: 24,
      text: { $0.appeal.map { Phrases.Ranking.appealOn($0.kind) } ?? Phrases.Ranking.rankItself }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.agenda }
  func identity(of row: Row) -> Int64 {
    row.appeal?.id.rawValue ?? row.line.rankingCase.id.rawValue
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.keepBoard)
    guard let board = try records.board(at: context.actor.unit) else { return [] }
    let reach = context.actor.rankingReach(on: context.today)
    var rows: [Row] = []
    for line in try records.rankingCases(in: reach, states: [.referred])
    where line.rankingCase.board == board.id {
      guard try !records.isOnAgenda(line.rankingCase.id, nil) else { continue }
      rows.append(Row(line: line, appeal: nil))
    }
    for appeal in try records.appeals(before: board.id)
    where appeal.board == board.id && [.inBoard, .inHigherBoard].contains(appeal.state) {
      guard try !records.isOnAgenda(appeal.rankingCase, appeal.id),
        let line = try records.rankingCase(appeal.rankingCase, in: reach)
      else { continue }
      rows.append(Row(line: line, appeal: appeal))
    }
    return rows
  }

  func open(_ row: Row) -> Step {
    let meeting = meeting
    return .open(
      AskScreen(
        Phrases.Ranking.planQuestion(row.line.person.name.inFull), yes: title
      ) { [title] portal, _ in
        portal.perform(PlanAgenda(meeting, row.line.rankingCase.id, appeal: row.appeal?.id))
          .map { _ in .notice(Phrases.Record.done(title), .good) }
      })
  }
}

/// «ثبت حاضران»: who of the members came.
struct PresenceForm: FormDescription {
  struct Draft: Sendable { var present: [Bool?] = [] }

  static let name = "meeting-presence"
  let id: ID<BoardMeeting>
  let title = MeetingLife.Action.attend.name

  init(_ id: ID<BoardMeeting>) { self.id = id }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [BoardMemberLine]) {
    try context.require(.keepBoard)
    guard let it = try MeetingLife.situation(of: id, records, context)?.facts.meeting else {
      throw Failure.forbidden
    }
    let members = try records.boardMembers(of: it.board, on: it.day)
    return (Draft(present: members.map { _ in false }), members)
  }

  func fields(_ members: [BoardMemberLine]) -> [Field<Draft>] {
    members.enumerated().map { index, line in
      .pick(
        "\(line.name.inFull) – \(line.member.part.name)", \.present[index],
        among: [(true, Phrases.Ranking.here), (false, Phrases.Ranking.away)])
    }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let id = id
    return portal.read { records, context in try load(records, context).1 }.flatMap { members in
      let present = zip(members, draft.present).filter { $0.1 == true }.map(\.0.member.id)
      return portal.perform(RecordPresence(id, present: present)).map { done in
        done.outcome == .official
          ? .notice(Phrases.Ranking.official, .good)
          : .notice(Phrases.Ranking.notHeld(present.count, of: members.count), .warning)
      }
    }
  }
}

/// The votes of the members present, one line for each item and member (S4-10g).
struct BallotsList: ListDescription {
  enum Command: String, CommandSet {
    case favour, against, abstain
    var help: String { ballot.name }
    var ballot: BoardBallot {
      switch self {
      case .favour: .inFavour
      case .against: .against
      case .abstain: .abstained
      }
    }
  }

  struct Row: Sendable {
    let line: BoardAgendaLine
    let member: BoardMemberLine
    var identity: Int64 { line.item.id.rawValue &* 1_000_003 &+ member.member.id.rawValue }
  }

  static let name = "meeting-ballots"
  let meeting: ID<BoardMeeting>
  let title = Phrases.Ranking.ballots

  init(_ meeting: ID<BoardMeeting>) { self.meeting = meeting }

  var allowsMarks: Bool { true }

  let columns: [Column<Row>] = [
    Column(Phrases.Ranking.matter, text: { Phrases.Ranking.item($0.line) }),
    Column(Phrases.Ranking.member, width: 22, text: { $0.member.name.inFull }),
    Column(
      Phrases.Ranking.ballot, width: 12,
      text: { row in
        row.member.member.person == row.line.applicant
          ? Phrases.Ranking.barred
          : row.line.votes[row.member.member.id]?.name ?? Phrases.Ranking.none
      }),
  ]

  func identity(of row: Row) -> Int64 { row.identity }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    guard let it = try MeetingLife.situation(of: meeting, records, context)?.facts.meeting else {
      throw Failure.forbidden
    }
    let present = Set(try records.presentMembers(of: meeting).map(\.id))
    // Members see and cast their own votes; the secretariat writes down everybody's.
    let own = context.actor.role == .boardMember ? context.actor.person : nil
    let members = try records.boardMembers(of: it.board, on: it.day)
      .filter { present.contains($0.member.id) && (own == nil || $0.member.person == own) }
    return try records.agenda(of: meeting).flatMap { line in
      members.map { Row(line: line, member: $0) }
    }
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    guard !rows.isEmpty else { return .notice(Phrases.chooseRowFirst, .warning) }
    let meeting = meeting
    return .open(
      OpenScreen { portal in
        portal.performAll(
          rows.map {
            CastVote(command.ballot, of: $0.member.member.id, on: $0.line.item.id, in: meeting)
          }
        ).map { _ in .notice(Phrases.Record.done(command.help), .good) }
      })
  }
}

/// The interval of a sheet of fees (S4-10h).
struct FeesForm: FormDescription {
  struct Draft: Sendable {
    var from: JalaliDate?
    var to: JalaliDate?
  }

  static let name = "board-fees"
  let title = Phrases.Ranking.fees

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewMeetings)
    return (Draft(from: context.today.adding(months: -1), to: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .day(Phrases.Ranking.from, \.from, today: today).required(),
      .day(Phrases.Ranking.to, \.to, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from, let to = draft.to else {
      return .failure(.complaint(field: "from", .empty))
    }
    return .success(.open(RankingSheets.fees(from: from, to: to)))
  }
}
