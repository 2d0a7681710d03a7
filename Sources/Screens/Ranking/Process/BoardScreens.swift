import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «هیأت‌های ممیزه»: the boards of the units one looks after, and where they sit (S4-10a).
struct BoardsList: ListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.Ranking.formBoard }
  }

  struct Row: Sendable {
    let board: Board
    let unitName: String
  }

  static let name = "boards"
  let role: Role
  let title = Phrases.Ranking.boards

  init(_ role: Role) { self.role = role }

  let columns: [Column<Row>] = [
    Column(Phrases.Ranking.board, text: { $0.board.title }),
    Column(Phrases.Ranking.level, width: 24, text: { $0.board.level.name }),
    Column(Phrases.Courses.unit, width: 20, text: { $0.unitName }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.boards }
  func identity(of row: Row) -> Int64 { row.board.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    guard
      Permission.formBoards.isHeld(by: context.actor.role)
        || Permission.viewMeetings.isHeld(by: context.actor.role)
    else { throw Failure.forbidden }
    return try records.boards(in: context.actor.scope).map {
      Row(board: $0, unitName: try records.unit($0.unit)?.name ?? "")
    }
  }

  func open(_ row: Row) -> Step { .open(ListScreen(BoardMembersList(row.board, role))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    return .open(FormScreen(BoardForm()))
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    Permission.formBoards.isHeld(by: role) ? nil : Phrases.Learners.notYours(command.help)
  }
}

/// A board at an office that has none.
struct BoardForm: FormDescription {
  struct Draft: Sendable {
    var unit: ID<Unit>?
    var title = ""
    var secretariat = ""
  }

  static let name = "board-form"
  let title = Phrases.Ranking.formBoard

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [(ID<Unit>, String)]) {
    try context.require(.formBoards)
    let kinds = BoardLevel.allCases.map(\.unitKind)
    let units = try records.units(in: context.actor.scope).filter { kinds.contains($0.kind) }
    return (Draft(), units.map { ($0.id, $0.name) })
  }

  func fields(_ units: [(ID<Unit>, String)]) -> [Field<Draft>] {
    [
      .pick(Phrases.Courses.unit, \.unit, among: units).required(),
      .text(Phrases.Ranking.board, \.title, limit: 100).required(),
      .text(Phrases.Ranking.secretariat, \.secretariat, limit: 100),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let chosen = draft.unit else { return .failure(.complaint(field: "unit", .empty)) }
    return portal.read { records, _ in try records.unit(chosen)?.kind }.flatMap { kind in
      let level = BoardLevel.allCases.first { $0.unitKind == kind } ?? .district
      return portal.perform(
        PutBoard(
          Board(
            id: ID(rawValue: 0), level: level, unit: chosen, title: Normalizer.line(draft.title),
            secretariat: Normalizer.line(draft.secretariat)))
      ).map { _ in .notice(Phrases.Record.done(title), .good) }
    }
  }
}

/// The composition of a board with its days (S4-10j).
struct BoardMembersList: ListDescription {
  enum Command: String, CommandSet {
    case add, edit
    var help: String {
      switch self {
      case .add: Phrases.Ranking.addMember
      case .edit: Phrases.Ranking.editMember
      }
    }
  }

  static let name = "board-members"
  let board: Board
  let role: Role
  var title: String { Phrases.Ranking.composition(board.title) }

  init(_ board: Board, _ role: Role) {
    self.board = board
    self.role = role
  }

  let columns: [Column<BoardMemberLine>] = [
    Column(Phrases.Ranking.member, text: { $0.name.surnameFirst }),
    Column(Phrases.Ranking.part, width: 12, text: { $0.member.part.name }),
    Column(Phrases.Ranking.from, width: 11, direction: .ltr, text: { $0.member.from.said }),
    Column(Phrases.Ranking.to, width: 11, direction: .ltr, text: { $0.member.to?.said ?? "" }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.members }
  func identity(of row: BoardMemberLine) -> Int64 { row.member.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [BoardMemberLine] {
    guard
      Permission.formBoards.isHeld(by: context.actor.role)
        || Permission.viewMeetings.isHeld(by: context.actor.role)
    else { throw Failure.forbidden }
    try context.requireReach(unit: board.unit, records)
    return try records.boardMembers(of: board.id)
  }

  func perform(_ command: Command, on rows: [BoardMemberLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .add: return .open(FormScreen(BoardMemberForm(board, nil)))
    case .edit: return .open(FormScreen(BoardMemberForm(board, rows.first)))
    }
  }

  func reasonClosed(_ command: Command, on rows: [BoardMemberLine]) -> String? {
    guard Permission.formBoards.isHeld(by: role) else {
      return Phrases.Learners.notYours(command.help)
    }
    return command == .edit && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// A member by code, the part and the days.
struct BoardMemberForm: FormDescription {
  struct Draft: Sendable {
    var code = ""
    var part: BoardMember.Part? = .member
    var from: JalaliDate?
    var to: JalaliDate?
  }

  static let name = "board-member-form"
  let board: Board
  let before: BoardMemberLine?
  var title: String { before == nil ? Phrases.Ranking.addMember : Phrases.Ranking.editMember }

  init(_ board: Board, _ before: BoardMemberLine?) {
    self.board = board
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.formBoards)
    guard let before else { return (Draft(from: context.today), context.today) }
    return (
      Draft(
        code: before.code, part: before.member.part, from: before.member.from,
        to: before.member.to), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Ranking.code, \.code, limit: 20, direction: .ltr).required().wide(14),
      .pick(
        Phrases.Ranking.part, \.part, among: BoardMember.Part.allCases.map { ($0, $0.name) }
      ).required(),
      .day(Phrases.Ranking.from, \.from, today: today).required(),
      .day(Phrases.Ranking.to, \.to, today: today),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard !draft.code.isEmpty else { return [] }
    let person = try records.person(named: draft.code)
    return [
      person.map { FormRemark($0.name.inFull, tone: .good) }
        ?? FormRemark(PortalReason.personUnknown.sentence, tone: .bad)
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from else { return .failure(.complaint(field: "from", .empty)) }
    return portal.read { records, _ in try records.person(named: draft.code) }
      .flatMap { person in
        guard let person else {
          return .failure(
            .refused([Finding(.boardComposition, .refusal, .portal(.personUnknown))]))
        }
        let member = BoardMember(
          id: before?.member.id ?? ID(rawValue: 0), board: board.id, person: person.id,
          part: draft.part ?? .member, from: from, to: draft.to)
        return portal.perform(PutBoardMember(member, before: before?.member))
          .map { _ in .notice(Phrases.saved, .good) }
      }
  }
}

extension Querying where Self: ~Copyable {
  /// Somebody by the personnel code or the national code, in any digits.
  func person(named typed: String) throws -> Person? {
    let code = Digits.latin(Normalizer.line(typed))
    if let national = try? NationalCode(validating: code) { return try person(national) }
    guard let personnel = try? PersonnelCode(recorded: code) else { return nil }
    return try person(personnel)
  }
}

/// A register of papers between boards: procedures, inquiries, complaints, proposals, reports
/// (S4-10b … S4-10e2).
struct BoardPapersList: ListDescription {
  enum Command: String, CommandSet {
    case add, answer
    var help: String {
      switch self {
      case .add: Phrases.Ranking.write
      case .answer: Phrases.Ranking.answer
      }
    }
  }

  static let name = "board-papers"
  let kind: BoardPaper.Kind
  let role: Role
  var title: String { kind.plural }

  init(_ kind: BoardPaper.Kind, _ role: Role) {
    self.kind = kind
    self.role = role
  }

  let columns: [Column<BoardPaperLine>] = [
    Column(Phrases.Ranking.day, width: 11, direction: .ltr, text: { $0.paper.day.said }),
    Column(Phrases.Ranking.subject, text: { $0.paper.title }),
    Column(Phrases.Ranking.sender, width: 16, text: { $0.fromTitle }),
    Column(Phrases.Ranking.recipient, width: 16, text: { $0.toTitle }),
    Column(
      Phrases.Ranking.answered, width: 11, direction: .ltr,
      text: { $0.paper.answered?.said ?? "" }),
  ]

  func identity(of row: BoardPaperLine) -> Int64 { row.paper.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [BoardPaperLine] {
    if context.actor.role == .learner {
      // What boards write to each other is theirs; one's own complaints are one's own.
      guard kind == .complaint else { throw Failure.forbidden }
      try context.require(.complainOfBoards)
      return try records.boardPapers(by: context.actor.account)
    }
    try context.require(.viewMeetings)
    guard let board = try records.board(at: context.actor.unit) else { return [] }
    return try records.boardPapers(of: board.id, kind)
  }

  func open(_ row: BoardPaperLine) -> Step { .open(RecordScreen(BoardPaperRecord(row))) }

  func perform(_ command: Command, on rows: [BoardPaperLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .add: return .open(FormScreen(BoardPaperForm(kind)))
    case .answer:
      guard let row = rows.first else { return .none }
      return .open(FormScreen(PaperAnswerForm(row.paper)))
    }
  }

  func reasonClosed(_ command: Command, on rows: [BoardPaperLine]) -> String? {
    let writes = role == .boardSecretary || (role == .learner && kind == .complaint)
    switch command {
    case .add: return writes ? nil : Phrases.Learners.notYours(command.help)
    case .answer:
      guard role == .boardSecretary else { return Phrases.Learners.notYours(command.help) }
      guard let row = rows.first else { return Phrases.chooseRowFirst }
      return row.paper.kind.wantsAnswer ? nil : Phrases.Ranking.noAnswerWanted
    }
  }
}

/// One paper with its answer.
struct BoardPaperRecord: RecordDescription {
  static let name = "board-paper"
  let line: BoardPaperLine
  var title: String { line.paper.title }

  init(_ line: BoardPaperLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    let own = try records.board(at: context.actor.unit)?.id
    let isOwn = line.paper.author == context.actor.account
    let isShared = line.paper.kind == .procedure || line.paper.kind == .inquiry
    let isMember = Permission.viewMeetings.isHeld(by: context.actor.role)
    guard isOwn || (isMember && (isShared || own == line.paper.from || own == line.paper.to)),
      let now = try records.boardPaper(line.paper.id)
    else { throw Failure.forbidden }
    return RecordPage(
      facts: [
        .init(Phrases.Ranking.kind, now.paper.kind.name, tone: .strong),
        .init(Phrases.Ranking.day, now.paper.day.said),
        .init(Phrases.Ranking.sender, now.fromTitle),
        .init(Phrases.Ranking.recipient, now.toTitle),
        .init(Phrases.Ranking.text, now.paper.text),
        .init(Phrases.Ranking.answered, now.paper.answered?.said ?? ""),
        .init(Phrases.Ranking.answer, now.paper.answer),
      ].filter { !$0.value.isEmpty },
      history: try records.past(of: "board_paper", now.paper.id.rawValue))
  }
}

/// A new paper of a kind.
struct BoardPaperForm: FormDescription {
  struct Draft: Sendable {
    var title = ""
    var text = ""
  }

  static let name = "board-paper-form"
  let kind: BoardPaper.Kind
  var title: String { kind.name }

  init(_ kind: BoardPaper.Kind) { self.kind = kind }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(kind == .complaint ? .complainOfBoards : .keepBoard)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Ranking.subject, \.title, limit: 200).required(),
      .text(Phrases.Ranking.text, \.text, limit: 2_000).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      WriteBoardPaper(
        kind, title: Normalizer.line(draft.title), text: Normalizer.line(draft.text))
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// The answer to a paper.
struct PaperAnswerForm: FormDescription {
  struct Draft: Sendable { var text = "" }

  static let name = "board-paper-answer"
  let paper: BoardPaper
  let title = Phrases.Ranking.answer

  init(_ paper: BoardPaper) { self.paper = paper }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.keepBoard)
    return (Draft(text: paper.answer), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(Phrases.Ranking.answer, \.text, limit: 2_000).required()]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(AnswerBoardPaper(paper, answer: Normalizer.line(draft.text)))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}
