import Persian
import Store
import TerminalKit
import Training
import UseCases

/// What waits on somebody's desk, for the home page: sessions of today, what is late, what is due.
struct WorkBoard: Sendable {
  enum Line: Sendable {
    case heading(String)
    case remark(String)
    /// What waits on a desk, counted, with the list of it.
    case waiting(key: Int64, String, Step)
    case session(AgendaLine, isToday: Bool)
    case deadline(DeadlineItem, left: Int)
    /// There are more of them; Enter opens the radar.
    case more(Int)

    /// What Enter opens is known by; nil for what is only read.
    fileprivate var key: Int64? {
      switch self {
      case .heading, .remark: nil
      case .waiting(let key, _, _): -key
      case .session(let line, _): line.session.id.rawValue
      case .deadline(let item, _): item.link.record.rawValue
      case .more: 0
      }
    }
  }

  private(set) var lines: [Line] = []
  /// The matters of which there is more than one deadline: their lines differ by their subjects.
  private var repeated: Set<DeadlineMatter> = []
  /// The places of the lines that can be opened.
  private var places: [Int] = []
  private var cursor = 0

  /// Reads what the board shows to an actor.
  static func load(_ records: borrowing Reading, _ context: Context) throws -> [Line] {
    let (reach, today, role) = (context.actor.courseReach, context.today, context.actor.role)
    let isMarker = Permission.markAttendance.isHeld(by: role)
    let hasSessions = isMarker || role == .learner || role == .expert
    var lines: [Line] = []
    let agenda = hasSessions ? try records.agenda(in: reach, from: today, limit: 10) : []
    if hasSessions {
      lines.append(.heading(Phrases.Board.today))
      let now = agenda.filter { $0.session.day == today }
      lines += now.map { .session($0, isToday: true) }
      if now.isEmpty { lines.append(.remark(Phrases.Board.nothingToday)) }
    }
    let late = isMarker ? try records.unmarkedSessions(in: reach, before: today, limit: 5) : []
    if !late.isEmpty {
      lines.append(.heading(Phrases.Board.unmarked))
      lines += late.map { .session($0, isToday: false) }
    }
    let waiting = try waiting(records, context)
    if !waiting.isEmpty { lines += [.heading(Phrases.Home.waiting)] + waiting }
    lines += try deadlines(records, context)
    let next = agenda.filter { $0.session.day > today }.prefix(5)
    if !next.isEmpty {
      lines.append(.heading(Phrases.Board.next))
      lines += next.map { .session($0, isToday: false) }
    }
    return lines
  }

  /// What waits on the desks of the oversight and of ranking.
  private static func waiting(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [Line] {
    let oversight: [Line] = try OversightMatter.waiting(records, context).map {
      .waiting(key: $0.matter.rawValue, $0.matter.sentence($0.count), $0.matter.step)
    }
    let ranking: [Line] = try RankingMatter.waiting(records, context).map {
      .waiting(key: $0.matter.rawValue, $0.matter.sentence($0.count), $0.matter.step)
    }
    return oversight + ranking
  }

  /// What the actor owes, the overdue first; sessions without marks stand above by themselves.
  private static func deadlines(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [Line] {
    let shown = 6
    let items = try DeadlineRadar.items(
      ownOnly: true,
      within: RadarWindow(until: context.today.adding(days: DeadlineRadar.horizon), limit: 50),
      records, context
    ).filter { $0.matter != .sessionMarks }
    guard !items.isEmpty else { return [] }
    let late = items.count { $0.deadline.daysLeft(on: context.today) < 0 }
    var lines: [Line] = [
      .heading(
        late > 0
          ? "\(Phrases.Home.deadlines) — \(Phrases.Home.overdue(late))" : Phrases.Home.deadlines)
    ]
    lines += items.prefix(shown).map {
      .deadline($0, left: $0.deadline.daysLeft(on: context.today))
    }
    if items.count > shown { lines.append(.more(items.count - shown)) }
    return lines
  }

  /// Shows other lines, the cursor on the same record where it is still there.
  mutating func replace(_ lines: [Line]) {
    let kept = current?.key
    self.lines = lines
    var seen: Set<DeadlineMatter> = []
    repeated = []
    for case .deadline(let item, _) in lines where !seen.insert(item.matter).inserted {
      repeated.insert(item.matter)
    }
    places = lines.indices.filter { lines[$0].key != nil }
    cursor = places.firstIndex { lines[$0].key == kept } ?? 0
  }

  var isEmpty: Bool { lines.isEmpty }
  /// Whether anything on it can be opened.
  var hasItems: Bool { !places.isEmpty }

  var current: Line? { places.indices.contains(cursor) ? lines[places[cursor]] : nil }

  /// Moves over what can be opened; false when the key is no movement.
  mutating func move(_ navigation: Navigation) -> Bool {
    switch navigation {
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = max(0, min(cursor + 1, places.count - 1))
    case .first, .home, .pageUp: cursor = 0
    case .last, .end, .pageDown: cursor = max(0, places.count - 1)
    default: return false
    }
    return true
  }

  func view(in frame: inout Frame, at area: Rect, isFocused: Bool, showsMarks: Bool) {
    frame.draw(in: area) { part in
      let rows = part.size.rows
      let focus = isFocused && places.indices.contains(cursor) ? places[cursor] : 0
      let top = max(0, min(focus - rows / 2, lines.count - rows))
      for (row, index) in lines.indices.dropFirst(top).prefix(rows).enumerated() {
        draw(
          lines[index], on: row, isCurrent: isFocused && hasItems && index == focus, showsMarks,
          in: &part)
      }
    }
  }

  private func draw(
    _ line: Line, on row: Int, isCurrent: Bool, _ showsMarks: Bool, in part: inout Frame
  ) {
    let columns = part.size.columns
    switch line {
    case .heading(let text):
      part.write(text, at: Point(row: row, column: 0), width: columns, tone: .strong)
    case .remark(let text):
      part.write(text, at: Point(row: row, column: 2), width: max(0, columns - 2), tone: .dimmed)
    case .waiting(_, let sentence, _):
      drawItem(sentence, trailing: "", room: 0, tone: .body, on: row, isCurrent, in: &part)
    case .session(let line, let isToday):
      let isLate = !isToday && !line.isMarked && line.marked > 0
      drawItem(
        Phrases.Board.session(line, isToday: isToday),
        trailing: showsMarks ? Phrases.Board.marked(line) : "", room: showsMarks ? 8 : 0,
        tone: isLate ? .warning : .body, on: row, isCurrent, in: &part)
    case .deadline(let item, let left):
      drawItem(
        text(of: item, in: columns - 18), trailing: Phrases.Radar.left(left), room: 15,
        tone: left.standingTone, on: row, isCurrent, in: &part)
    case .more(let count):
      drawItem(
        Phrases.Home.more(count), trailing: "", room: 0, tone: .body, on: row, isCurrent,
        in: &part)
    }
  }

  /// What is due and of whom.
  ///
  /// Many deadlines of ranking are alike but for the person, who stands first there.
  private func text(of item: DeadlineItem, in room: Int) -> String {
    let (matter, subject) = (item.matter.name, item.saidSubject)
    switch item.matter {
    case .rankDecision, .appealHandling, .rankEvaluation: return "\(subject): \(matter)"
    default:
      guard repeated.contains(item.matter) else { return "\(matter): \(subject)" }
      return Say.titled(matter, item.subject, part: item.part, in: room)
    }
  }

  private func drawItem(
    _ text: String, trailing: String, room: Int, tone: Tone, on row: Int, _ isCurrent: Bool,
    in part: inout Frame
  ) {
    let columns = part.size.columns
    if isCurrent { part.fill(Rect(row: row, column: 0, rows: 1, columns: columns), .selected) }
    part.write(
      text, at: Point(row: row, column: 2), width: max(0, columns - 3 - room),
      tone: isCurrent ? .selected : .body)
    guard room > 0 else { return }
    part.write(
      trailing, at: Point(row: row, column: max(0, columns - room)), width: min(room, columns),
      tone: isCurrent ? .selected : tone, align: .trailing)
  }
}
