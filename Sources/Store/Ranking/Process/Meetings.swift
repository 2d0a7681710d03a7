public import Persian
public import Training

extension MeetingLife.State: Storable {}
extension AgendaItem.Result: Storable {}
extension BoardBallot: Storable {}
extension AppealLife.State: Storable {}
extension Appeal.Kind: Storable {}

/// What a meeting votes on, with its case and the votes.
public struct BoardAgendaLine: Hashable, Sendable {
  public let item: AgendaItem
  public let applicant: ID<Person>
  public let name: PersonName
  public let target: Rank
  public let phase: RankingPhase
  /// Nil where the rank itself is on the agenda.
  public let appealKind: Appeal.Kind?
  /// By the member.
  public var votes: [ID<BoardMember>: BoardBallot]
}

/// Meetings of boards, what they vote on, and appeals.
extension Querying where Self: ~Copyable {
  /// The meetings of a board, the latest first.
  public func boardMeetings(of board: ID<Board>) throws(StoreError) -> [BoardMeeting] {
    try all(
      "\(BoardMeeting.selection) WHERE board = ? ORDER BY day DESC, id DESC", [board],
      BoardMeeting.init(row:))
  }

  public func boardMeeting(_ id: ID<BoardMeeting>) throws(StoreError) -> BoardMeeting? {
    try first("\(BoardMeeting.selection) WHERE id = ?", [id], BoardMeeting.init(row:))
  }

  /// The members who were there.
  public func presentMembers(of meeting: ID<BoardMeeting>) throws(StoreError) -> [BoardMember] {
    try all(
      """
      SELECT m.id, m.board, m.person, m.part, m.from_day, m.to_day
      FROM meeting_presence x JOIN board_member m ON m.id = x.member WHERE x.meeting = ?
      ORDER BY m.id
      """, [meeting]
    ) { row in
      BoardMember(
        id: try row[0], board: try row[1], person: try row[2], part: try row[3],
        from: try row[4], to: try row[5])
    }
  }

  /// The agenda of a meeting with the votes cast so far.
  public func agenda(of meeting: ID<BoardMeeting>) throws(StoreError) -> [BoardAgendaLine] {
    var votes: [ID<AgendaItem>: [ID<BoardMember>: BoardBallot]] = [:]
    try each(
      """
      SELECT v.item, v.member, v.ballot FROM board_vote v JOIN agenda_item i ON i.id = v.item
      WHERE i.meeting = ?
      """, [meeting]
    ) { row in
      let item: ID<AgendaItem> = try row[0]
      votes[item, default: [:]][try row[1]] = try row[2] as BoardBallot
      return true
    }
    return try all(
      """
      SELECT i.id, i.meeting, i.ranking_case, i.appeal, i.result, c.person, p.first_name,
        p.last_name, c.target_rank, c.phase, a.kind
      FROM agenda_item i JOIN ranking_case c ON c.id = i.ranking_case
        JOIN person p ON p.id = c.person LEFT JOIN appeal a ON a.id = i.appeal
      WHERE i.meeting = ? ORDER BY i.id
      """, [meeting]
    ) { row in
      let item = AgendaItem(
        id: try row[0], meeting: try row[1], rankingCase: try row[2], appeal: try row[3],
        result: try row[4])
      return BoardAgendaLine(
        item: item, applicant: try row[5],
        name: try PersonName(first: try row[6], last: try row[7]), target: try row[8],
        phase: try row[9], appealKind: try row[10], votes: votes[item.id] ?? [:])
    }
  }

  /// What was decided on a case, with the meetings, the first first.
  public func decisions(
    on it: ID<RankingCase>
  ) throws(StoreError) -> [(item: AgendaItem, meeting: BoardMeeting)] {
    let items = try all(
      """
      SELECT id, meeting, ranking_case, appeal, result FROM agenda_item
      WHERE ranking_case = ? AND result <> 'open' ORDER BY id
      """, [it]
    ) { row in
      AgendaItem(
        id: try row[0], meeting: try row[1], rankingCase: try row[2], appeal: try row[3],
        result: try row[4])
    }
    var found: [(item: AgendaItem, meeting: BoardMeeting)] = []
    for item in items {
      if let meeting = try boardMeeting(item.meeting) { found.append((item, meeting)) }
    }
    return found
  }

  /// How many meetings that are not over have a case, or an appeal of it, on the agenda.
  public func isOnAgenda(
    _ it: ID<RankingCase>, _ appeal: ID<Appeal>?
  ) throws(StoreError) -> Bool {
    try exists(
      """
      SELECT 1 FROM agenda_item i JOIN board_meeting m ON m.id = i.meeting
      WHERE i.ranking_case = ? AND i.appeal IS ? AND m.state IN ('invited', 'official', 'voted')
      """, [it, appeal])
  }

  /// Whether somebody has voted on a case in a meeting that is not over.
  public func isVotedOn(_ it: ID<RankingCase>) throws(StoreError) -> Bool {
    try exists(
      """
      SELECT 1 FROM agenda_item i JOIN board_meeting m ON m.id = i.meeting
        JOIN board_vote v ON v.item = i.id
      WHERE i.ranking_case = ? AND i.appeal IS NULL AND m.state IN ('invited', 'official', 'voted')
      """, [it])
  }

  /// How many official meetings outside duty hours each member attended in an interval (S4-10h).
  public func paidMeetings(
    of board: ID<Board>, from: JalaliDate, to: JalaliDate
  ) throws(StoreError) -> [(name: PersonName, part: BoardMember.Part, count: Int)] {
    try all(
      """
      SELECT p.first_name, p.last_name, m.part, count(*)
      FROM board_meeting b JOIN meeting_presence x ON x.meeting = b.id
        JOIN board_member m ON m.id = x.member JOIN person p ON p.id = m.person
      WHERE b.board = ? AND b.outside_hours = 1 AND b.state IN ('official', 'voted', 'confirmed')
        AND b.day BETWEEN ? AND ?
      GROUP BY m.person, m.part ORDER BY p.last_name, p.first_name
      """, [board, from, to]
    ) { row in
      (try PersonName(first: try row[0], last: try row[1]), try row[2], try row[3])
    }
  }

  public func appeals(of it: ID<RankingCase>) throws(StoreError) -> [Appeal] {
    try all("\(Appeal.selection) WHERE ranking_case = ? ORDER BY id", [it], Appeal.init(row:))
  }

  public func appeal(_ id: ID<Appeal>) throws(StoreError) -> Appeal? {
    try first("\(Appeal.selection) WHERE id = ?", [id], Appeal.init(row:))
  }

  /// Appeals that a board has to do with: those it handles, and those about its own decisions.
  public func appeals(before board: ID<Board>) throws(StoreError) -> [Appeal] {
    try all(
      """
      \(Appeal.selection) WHERE board = ?1
        OR ranking_case IN (SELECT id FROM ranking_case WHERE board = ?1)
      ORDER BY filed_day DESC, id DESC
      """, [board], Appeal.init(row:))
  }

  /// Those that a board handles, in some states.
  public func appeals(
    handledBy board: ID<Board>, _ states: Set<AppealLife.State>
  ) throws(StoreError) -> [Appeal] {
    let wanted = states.map(\.rawValue).sorted()
    let marks = wanted.map { _ in "?" }.joined(separator: ", ")
    return try all(
      """
      \(Appeal.selection) WHERE board = ? AND state IN (\(marks))
      ORDER BY filed_day DESC, id DESC
      """, [board] + wanted, Appeal.init(row:))
  }

  /// The meetings of a board that are not over, the latest first.
  public func openMeetings(of board: ID<Board>) throws(StoreError) -> [BoardMeeting] {
    try all(
      """
      \(BoardMeeting.selection) WHERE board = ? AND state IN ('invited', 'official', 'voted')
      ORDER BY day DESC, id DESC
      """, [board], BoardMeeting.init(row:))
  }
}

extension Writing {
  public func insert(_ it: BoardMeeting) throws(StoreError) {
    try insert("board_meeting", it.id, it.cells)
  }

  public func update(_ old: BoardMeeting, to new: BoardMeeting) throws(StoreError) -> Conflict? {
    try update("board_meeting", old.id, from: old.cells, to: new.cells)
  }

  public func attend(
    _ id: ID<BoardMeeting>, _ member: ID<BoardMember>, as row: ID<BoardMember>
  ) throws(StoreError) {
    try insert("meeting_presence", row, [("meeting", id), ("member", member)])
  }

  public func insert(_ it: AgendaItem) throws(StoreError) {
    try insert("agenda_item", it.id, it.cells)
  }

  public func update(_ old: AgendaItem, to new: AgendaItem) throws(StoreError) -> Conflict? {
    try update("agenda_item", old.id, from: old.cells, to: new.cells)
  }

  /// Casts a vote, or changes it while the voting is open.
  public func cast(
    _ ballot: BoardBallot, of member: ID<BoardMember>, on item: ID<AgendaItem>,
    as row: ID<BoardMember>
  ) throws(StoreError) {
    let changed = try run(
      "UPDATE board_vote SET ballot = ? WHERE item = ? AND member = ?", [ballot, item, member])
    guard changed == 0 else { return }
    try insert("board_vote", row, [("item", item), ("member", member), ("ballot", ballot)])
  }

  public func insert(_ it: Appeal) throws(StoreError) { try insert("appeal", it.id, it.cells) }

  public func update(_ old: Appeal, to new: Appeal) throws(StoreError) -> Conflict? {
    try update("appeal", old.id, from: old.cells, to: new.cells)
  }
}

extension BoardMeeting {
  fileprivate static let selection = """
    SELECT id, board, day, minute, place, inviter, outside_hours, members, present,
      confirmed_day, state FROM board_meeting
    """

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], board: try row[1], day: try row[2], minute: try row[3], place: try row[4],
      inviter: try row[5], isOutsideHours: try row[6], members: try row[7],
      present: try row[8], confirmed: try row[9], state: try row[10])
  }

  fileprivate var cells: Cells {
    [
      ("board", board), ("day", day), ("minute", minute), ("place", place),
      ("inviter", inviter), ("outside_hours", isOutsideHours), ("members", members),
      ("present", present), ("confirmed_day", confirmed), ("state", state),
    ]
  }
}

extension AgendaItem {
  fileprivate var cells: Cells {
    [
      ("meeting", meeting), ("ranking_case", rankingCase), ("appeal", appeal),
      ("result", result),
    ]
  }
}

extension Appeal {
  fileprivate static let selection = """
    SELECT id, ranking_case, kind, text, filed_day, opinion, handled_day, board, decided_day,
      rank, entitled_day, state FROM appeal
    """

  fileprivate init(row: borrowing Row) throws {
    self.init(
      id: try row[0], rankingCase: try row[1], kind: try row[2], text: try row[3],
      filed: try row[4], opinion: try row[5], handled: try row[6], board: try row[7],
      decided: try row[8], rank: try row[9], entitled: try row[10], state: try row[11])
  }

  fileprivate var cells: Cells {
    [
      ("ranking_case", rankingCase), ("kind", kind), ("text", text), ("filed_day", filed),
      ("opinion", opinion), ("handled_day", handled), ("board", board),
      ("decided_day", decided), ("rank", rank), ("entitled_day", entitled), ("state", state),
    ]
  }
}
