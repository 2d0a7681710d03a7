public import Store
public import Training

/// Forms a board at an office, or changes its name and secretariat (S4-10a).
public struct PutBoard: UseCase {
  public static let name = "board.put"
  public var before: Board?
  public var board: Board
  private var isNumbered = false

  public init(_ board: Board, before: Board? = nil) {
    self.board = board
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &board.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.formBoards)
    try context.requireReach(unit: board.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Board> {
    guard !board.title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    guard let unit = try records.unit(board.unit), unit.kind == board.level.unitKind else {
      throw Failure.refused([Finding(.boardPower, .refusal, .rankCase(.unitUnfit))])
    }
    let there = try records.board(at: board.unit)
    guard there == nil || there?.id == board.id else {
      throw Failure.refused([Finding(.boardPower, .refusal, .rankCase(.boardThere))])
    }
    try Failure.check(try records.put(before, board), on: board.title)
    return board.id
  }
}

/// Makes somebody a member of a board from a day on, or ends it (S4-10j).
public struct PutBoardMember: UseCase {
  public static let name = "board.member"
  public var before: BoardMember?
  public var member: BoardMember
  private var isNumbered = false

  public init(_ member: BoardMember, before: BoardMember? = nil) {
    self.member = member
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &member.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.formBoards)
    guard let board = try records.board(member.board), try records.person(member.person) != nil
    else { throw Failure.forbidden }
    try context.requireReach(unit: board.unit, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<BoardMember> {
    if let to = member.to, to < member.from {
      throw Failure.refused([
        Finding(.boardComposition, .refusal, .portal(.endsBeforeStart(from: member.from, to: to)))
      ])
    }
    let others = try records.boardMembers(of: member.board).map(\.member)
      .filter { $0.id != member.id && overlaps($0) }
    var findings: [Finding] = []
    if others.contains(where: { $0.person == member.person }) {
      findings.append(Finding(.boardComposition, .refusal, .rankCase(.memberThere)))
    }
    if member.part == .chair, others.contains(where: { $0.part == .chair }) {
      findings.append(Finding(.boardComposition, .refusal, .rankCase(.chairThere)))
    }
    try findings.orRefuse()
    try Failure.check(try records.put(before, member), on: "")
    return member.id
  }

  private func overlaps(_ other: BoardMember) -> Bool {
    (other.to.map { $0 >= member.from } ?? true) && (member.to.map { $0 >= other.from } ?? true)
  }
}

/// Forms a working group of the own board (S4-10i), or changes it.
public struct PutWorkingGroup: UseCase {
  public static let name = "board.group"
  public var before: WorkingGroup?
  public var group: WorkingGroup
  private var isNumbered = false

  public init(_ group: WorkingGroup, before: WorkingGroup? = nil) {
    self.group = group
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &group.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.keepBoard)
    guard try records.board(at: context.actor.unit)?.id == group.board else {
      throw Failure.forbidden
    }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard !group.title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    try Failure.check(try records.put(before, group), on: group.title)
  }
}

/// Writes a procedure, an inquiry, a complaint, a proposal or a periodic report (S4-10b … S4-10e2).
///
/// To whom it goes follows from what it is: procedures are the central board's, proposals go to it,
/// everything else goes one level up.
public struct WriteBoardPaper: UseCase {
  public static let name = "board.paper"
  public var id: ID<BoardPaper>?
  public var kind: BoardPaper.Kind
  public var title: String
  public var text: String

  public init(_ kind: BoardPaper.Kind, title: String, text: String) {
    self.kind = kind
    self.title = title
    self.text = text
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    // Applicants complain about the board of their office; everything else is between boards.
    try context.require(kind == .complaint ? .complainOfBoards : .keepBoard)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<BoardPaper> {
    guard let id else { throw StoreError.notFound }
    guard !title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    guard !text.isEmpty else { throw Failure.complaint(field: "text", .empty) }
    guard let from = try records.boardOfOffice(context) else {
      throw Failure.refused([Finding(.boardRegisters, .refusal, .rankCase(.boardMissing))])
    }
    guard let to = try recipient(of: from, records) else {
      throw Failure.refused([Finding(.boardRegisters, .refusal, .rankCase(.noHigherBoard))])
    }
    let paper = BoardPaper(
      id: id, kind: kind, title: title, text: text, day: context.today, from: from.id,
      to: to.id, author: context.actor.account)
    try Failure.check(try records.put(nil, paper), on: title)
    return id
  }

  private func recipient(
    of board: Board, _ records: borrowing some Querying & ~Copyable
  ) throws -> Board? {
    switch kind {
    case .procedure: return board.level == .central ? board : nil
    case .oversight: return board
    case .proposal: return try records.board(.central, above: board.unit)
    case .inquiry, .complaint, .report:
      return try board.level.above.flatMap { try records.board($0, above: board.unit) }
    }
  }
}

/// The answer of the board that a paper went to (S4-10e2).
public struct AnswerBoardPaper: UseCase {
  public static let name = "board.paper.answer"
  public var before: BoardPaper
  public var answer: String

  public init(_ before: BoardPaper, answer: String) {
    self.before = before
    self.answer = answer
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.keepBoard)
    guard before.kind.wantsAnswer,
      try records.board(at: context.actor.unit)?.id == before.to
    else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard !answer.isEmpty else {
      throw Failure.refused([Finding(.boardRegisters, .refusal, .rankCase(.answerMissing))])
    }
    var after = before
    after.answer = answer
    after.answered = context.today
    try Failure.check(try records.put(before, after), on: before.title)
  }
}

/// Enters what a rank pays, with its source (S4-7d, S4-14a).
public struct PutRankAllowance: UseCase {
  public static let name = "ranking.allowance"
  public var before: RankAllowance?
  public var allowance: RankAllowance
  private var isNumbered = false

  public init(_ allowance: RankAllowance, before: RankAllowance? = nil) {
    self.allowance = allowance
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &allowance.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editRounds)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard !allowance.source.isEmpty else { throw Failure.complaint(field: "source", .empty) }
    guard allowance.percent >= 0, allowance.monthly.amount >= 0 else {
      throw Failure.complaint(field: "percent", .outOfRange(0...1_000_000))
    }
    try Failure.check(try records.put(before, allowance), on: allowance.source)
  }
}

extension Querying where Self: ~Copyable {
  /// The board at the actor's office; for an applicant, that of the district above.
  func boardOfOffice(_ context: Context) throws -> Board? {
    if let own = try board(at: context.actor.unit) { return own }
    return try board(.district, above: context.actor.unit)
  }
}
