public import Persian
public import Training

extension BoardLevel: Storable {}
extension BoardMember.Part: Storable {}
extension BoardPaper.Kind: Storable {}
extension WorkingGroup.Kind: Storable {}

/// A member with the person, as the composition of a board shows it.
public struct BoardMemberLine: Hashable, Sendable {
  public let member: BoardMember
  public let name: PersonName
  public let code: String
}

/// A paper between boards with their names.
public struct BoardPaperLine: Hashable, Sendable {
  public let paper: BoardPaper
  public let fromTitle: String
  public let toTitle: String
}

/// Boards, who sits in them, and what they write to each other.
extension Querying where Self: ~Copyable {
  /// Every board at or above the units of a scope and below it.
  public func boards(in scope: Scope) throws(StoreError) -> [Board] {
    try all(
      """
      \(Board.selection) JOIN unit u ON u.id = b.unit WHERE u.path >= ? AND u.path < ?
      ORDER BY u.path
      """, [scope.range.lower, scope.range.upper], Board.init(row:))
  }

  public func board(_ id: ID<Board>) throws(StoreError) -> Board? {
    try first("\(Board.selection) WHERE b.id = ?", [id], Board.init(row:))
  }

  /// The board at an office.
  public func board(at unit: ID<Unit>) throws(StoreError) -> Board? {
    try first("\(Board.selection) WHERE b.unit = ?", [unit], Board.init(row:))
  }

  /// The board of a level at an office or above it.
  public func board(_ level: BoardLevel, above unit: ID<Unit>) throws(StoreError) -> Board? {
    try first(
      """
      WITH RECURSIVE up (id, parent) AS (
        SELECT id, parent FROM unit WHERE id = ?
        UNION ALL SELECT u.id, u.parent FROM up JOIN unit u ON u.id = up.parent)
      \(Board.selection) WHERE b.level = ? AND b.unit IN (SELECT id FROM up)
      """, [unit, level], Board.init(row:))
  }

  /// The highest board that a person is a member of on a day; nil for none.
  public func boardLevel(
    of person: ID<Person>, on day: JalaliDate
  ) throws(StoreError) -> BoardLevel? {
    try all(
      """
      SELECT b.level FROM board_member m JOIN board b ON b.id = m.board
      WHERE m.person = ? AND m.from_day <= ? AND (m.to_day IS NULL OR m.to_day >= ?)
      """, [person, day, day]
    ) { try $0[0] as BoardLevel }.max()
  }

  /// Everybody who has been a member of a board; those of a day where one is given.
  public func boardMembers(
    of board: ID<Board>, on day: JalaliDate? = nil
  ) throws(StoreError) -> [BoardMemberLine] {
    try all(
      """
      SELECT m.id, m.board, m.person, m.part, m.from_day, m.to_day, p.first_name, p.last_name,
        coalesce(p.personnel_code, p.national_code, '')
      FROM board_member m JOIN person p ON p.id = m.person
      WHERE m.board = ?1 AND (?2 IS NULL
        OR (m.from_day <= ?2 AND (m.to_day IS NULL OR m.to_day >= ?2)))
      ORDER BY CASE m.part WHEN 'chair' THEN 0 WHEN 'viceChair' THEN 1 ELSE 2 END, m.id
      """, [board, day], BoardMemberLine.init(row:))
  }

  public func boardMember(_ id: ID<BoardMember>) throws(StoreError) -> BoardMember? {
    try first(
      "SELECT id, board, person, part, from_day, to_day FROM board_member WHERE id = ?", [id],
      BoardMember.init(row:))
  }

  /// As whom a person belongs to the board of an office on a day; nil for strangers.
  public func boardMember(
    _ person: ID<Person>, at unit: ID<Unit>, on day: JalaliDate
  ) throws(StoreError) -> BoardMember? {
    try first(
      """
      SELECT m.id, m.board, m.person, m.part, m.from_day, m.to_day
      FROM board_member m JOIN board b ON b.id = m.board
      WHERE b.unit = ? AND m.person = ? AND m.from_day <= ? AND (m.to_day IS NULL OR m.to_day >= ?)
      """, [unit, person, day, day], BoardMember.init(row:))
  }

  /// Papers that a board sent or got, and those that every board reads: procedures, and inquiries
  /// with their answers (S4-10b).
  public func boardPapers(
    of board: ID<Board>, _ kind: BoardPaper.Kind
  ) throws(StoreError) -> [BoardPaperLine] {
    try all(
      """
      \(BoardPaperLine.selection) WHERE w.kind = ?1 AND (w.from_board = ?2 OR w.to_board = ?2
        OR w.kind = 'procedure' OR (w.kind = 'inquiry' AND w.answered_day IS NOT NULL))
      ORDER BY w.day DESC, w.id DESC
      """, [kind, board], BoardPaperLine.init(row:))
  }

  /// What somebody wrote, such as an applicant's complaints.
  public func boardPapers(by author: ID<Account>) throws(StoreError) -> [BoardPaperLine] {
    try all(
      "\(BoardPaperLine.selection) WHERE w.author = ? ORDER BY w.day DESC, w.id DESC", [author],
      BoardPaperLine.init(row:))
  }

  public func boardPaper(_ id: ID<BoardPaper>) throws(StoreError) -> BoardPaperLine? {
    try first("\(BoardPaperLine.selection) WHERE w.id = ?", [id], BoardPaperLine.init(row:))
  }

  public func workingGroups(of board: ID<Board>) throws(StoreError) -> [WorkingGroup] {
    try all(
      "SELECT id, board, kind, title, members FROM working_group WHERE board = ? ORDER BY id",
      [board], WorkingGroup.init(row:))
  }
}

extension Writing {
  /// Writes a board that may be new.
  public func put(_ old: Board?, _ new: Board) throws(StoreError) -> Conflict? {
    try put("board", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: BoardMember?, _ new: BoardMember) throws(StoreError) -> Conflict? {
    try put("board_member", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: BoardPaper?, _ new: BoardPaper) throws(StoreError) -> Conflict? {
    try put("board_paper", new.id, from: old?.cells, to: new.cells)
  }

  public func put(_ old: WorkingGroup?, _ new: WorkingGroup) throws(StoreError) -> Conflict? {
    try put("working_group", new.id, from: old?.cells, to: new.cells)
  }
}

extension Board {
  fileprivate static let selection = """
    SELECT b.id, b.level, b.unit, b.title, b.secretariat FROM board b
    """

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], level: try row[1], unit: try row[2], title: try row[3],
      secretariat: try row[4])
  }

  fileprivate var cells: Cells {
    [("level", level), ("unit", unit), ("title", title), ("secretariat", secretariat)]
  }
}

extension BoardMember {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], board: try row[1], person: try row[2], part: try row[3], from: try row[4],
      to: try row[5])
  }

  fileprivate var cells: Cells {
    [
      ("board", board), ("person", person), ("part", part), ("from_day", from), ("to_day", to),
    ]
  }
}

extension BoardMemberLine {
  fileprivate init(row: borrowing Row) throws {
    member = try BoardMember(row: row)
    name = try PersonName(first: try row[6], last: try row[7])
    code = try row[8]
  }
}

extension BoardPaper {
  fileprivate var cells: Cells {
    [
      ("kind", kind), ("title", title), ("text", text), ("day", day), ("from_board", from),
      ("to_board", to), ("author", author), ("answer", answer), ("answered_day", answered),
    ]
  }
}

extension BoardPaperLine {
  fileprivate static let selection = """
    SELECT w.id, w.kind, w.title, w.text, w.day, w.from_board, w.to_board, w.author, w.answer,
      w.answered_day, f.title, t.title
    FROM board_paper w JOIN board f ON f.id = w.from_board JOIN board t ON t.id = w.to_board
    """

  fileprivate init(row: borrowing Row) throws {
    paper = BoardPaper(
      id: try row[0], kind: try row[1], title: try row[2], text: try row[3], day: try row[4],
      from: try row[5], to: try row[6], author: try row[7], answer: try row[8],
      answered: try row[9])
    fromTitle = try row[10]
    toTitle = try row[11]
  }
}

extension WorkingGroup {
  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], board: try row[1], kind: try row[2], title: try row[3], members: try row[4])
  }

  fileprivate var cells: Cells {
    [("board", board), ("kind", kind), ("title", title), ("members", members)]
  }
}
