import Persian
import Store
import TerminalKit
import Training
import UseCases

/// Which learners the grid lists.
enum AttendanceFilter: CaseIterable, Sendable {
  case all, unmarked, nearLimit
}

/// The data of a class with everything that drawing and typing ask of it, reckoned once.
///
/// A change reckons anew only its row and its column; drawing reckons nothing.
struct AttendanceBoard: Sendable {
  struct Learner: Equatable, Sendable {
    let enrolment: ID<Enrolment>
    /// Surname first.
    let name: String
    let code: String
    /// «۱۲».
    let number: String
    /// What typed letters may begin: surname first, given name first.
    let keys: [String]
    /// The codes that typed digits may end.
    let codes: [String]
  }

  private(set) var data: GridData
  /// Who made marks, by account.
  private(set) var names: [ID<Account>: String]
  let today: JalaliDate
  /// Whether the role may mark at all.
  let mayMark: Bool
  let learners: [Learner]
  private(set) var margins: [AbsenceMargin] = []
  /// Marked cells by session.
  private(set) var progress: [Int] = []
  /// Cells by learner, then by session.
  private(set) var cells: [Grid.Cell] = []
  private(set) var absences: [Grid.Cell] = []
  private(set) var narrowMargins: [Grid.Cell] = []
  private(set) var wideMargins: [Grid.Cell] = []
  /// Why a session takes no marks, by session; empty where it does.
  let closed: [[Finding]]

  init(_ data: GridData, names: [ID<Account>: String], _ context: Context) {
    self.data = data
    self.names = names
    today = context.today
    mayMark = Permission.markAttendance.isHeld(by: context.actor.role)
    closed = data.sessions.map { line in
      MarkingFacts.policies.findings(
        in: MarkingFacts(
          session: line.session.day, classState: data.state, day: context.today))
    }
    learners = data.learners.enumerated().map { Learner($1, number: $0 + 1) }
    reckonAll()
  }

  var sessions: [SessionLine] { data.sessions }

  func session(_ column: Int) -> Session { data.register.sessions[column] }

  func mark(row: Int, column: Int) -> AttendanceMark? {
    data.register.mark(row: row, column: column)
  }

  /// Who made a mark and when; nil where there is none.
  func detail(row: Int, column: Int) -> MarkCell? {
    data.marks[
      MarkChanges.Cell(
        session: data.sessions[column].session.id, enrolment: learners[row].enrolment)]
  }

  func cell(row: Int, column: Int) -> Grid.Cell { cells[row * sessions.count + column] }

  /// The sentence that says why a session takes no marks; nil when it does.
  func reasonClosed(column: Int) -> String? {
    guard mayMark else { return AttendancePhrases.mayNotMark }
    return closed[column].first { $0.severity == .refusal }?.sentence
  }

  /// The rows a filter leaves, for a session.
  func rows(_ filter: AttendanceFilter, column: Int) -> [Int] {
    learners.indices.filter { row in
      switch filter {
      case .all: true
      case .unmarked: mark(row: row, column: column) == nil
      case .nearLimit: margins[row].standing != .safe
      }
    }
  }

  /// Learners whose name begins so or whose code ends so, in the order of the list.
  func matches(_ typed: String) -> [Int] {
    let key = SearchKey.joined(typed)
    guard !key.isEmpty else { return [] }
    if key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return learners.indices.filter { row in learners[row].codes.contains { $0.hasSuffix(key) } }
    }
    return learners.indices.filter { row in learners[row].keys.contains { $0.hasPrefix(key) } }
  }

  /// The session to begin with: the wanted one, today's, or the last one begun with empty cells.
  func firstColumn(wanted: ID<Session>?, minute: Int) -> Int {
    if let wanted, let column = sessions.firstIndex(where: { $0.session.id == wanted }) {
      return column
    }
    let ofToday = sessions.indices.filter { sessions[$0].session.day == today }
    if let first = ofToday.first {
      return ofToday.last { sessions[$0].session.span.start <= minute } ?? first
    }
    let begun = sessions.indices.filter { sessions[$0].session.day < today }
    return begun.last { progress[$0] < learners.count } ?? begun.last ?? 0
  }

  /// Takes over what has moved.
  ///
  /// - Returns: The cells of this class that moved; nil when the class must be read anew.
  mutating func apply(_ news: AttendanceNews) -> [(row: Int, column: Int)]? {
    guard data.apply(news.changes) else { return nil }
    names.merge(news.names) { $1 }
    var places: [(row: Int, column: Int)] = []
    for cell in news.changes?.cells.keys.map({ $0 }) ?? [] {
      guard let row = learners.firstIndex(where: { $0.enrolment == cell.enrolment }),
        let column = sessions.firstIndex(where: { $0.session.id == cell.session })
      else { continue }
      cells[row * sessions.count + column] = drawn(row: row, column: column)
      progress[column] = data.register.total(column: column).marked
      reckon(row: row)
      places.append((row, column))
    }
    return places
  }
}

/// Reckoning what is shown.
extension AttendanceBoard {
  private mutating func reckonAll() {
    progress = sessions.indices.map { data.register.total(column: $0).marked }
    cells = learners.indices.flatMap { row in
      sessions.indices.map { drawn(row: row, column: $0) }
    }
    let empty = Array(repeating: Grid.Cell(""), count: learners.count)
    (absences, narrowMargins, wideMargins) = (empty, empty, empty)
    margins = learners.indices.map { data.margin(row: $0) }
    for row in learners.indices { reckon(row: row) }
  }

  private mutating func reckon(row: Int) {
    let margin = data.margin(row: row)
    margins[row] = margin
    let tone: Tone =
      switch margin.standing {
      case .safe: .body
      case .near: .warning
      case .over: .bad
      }
    absences[row] = Grid.Cell(margin.absent == 0 ? "" : margin.absent.said, tone: tone)
    narrowMargins[row] = Grid.Cell(AttendancePhrases.margin(margin, isWide: false), tone: tone)
    wideMargins[row] = Grid.Cell(AttendancePhrases.margin(margin, isWide: true), tone: tone)
  }

  private func drawn(row: Int, column: Int) -> Grid.Cell {
    guard let mark = mark(row: row, column: column) else {
      return closed[column].isEmpty
        ? Grid.Cell(AttendancePhrases.nothing) : Grid.Cell("", tone: .dimmed)
    }
    let tone: Tone =
      switch mark.status {
      case .present: .body
      case .absent: .bad
      case .late, .leftEarly, .partial: .warning
      case .excused: .good
      }
    let symbol = AttendancePhrases.symbol(mark.status)
    guard !mark.absences.isEmpty else { return Grid.Cell(symbol, tone: tone) }
    let minutes = mark.absentMinutes(in: session(column).span)
    return Grid.Cell("\(symbol) \(Digits.persian(minutes))", tone: tone)
  }

  /// A session as a column: its day, its hour, and how far it is marked.
  func column(_ column: Int) -> Grid.Column {
    let session = session(column)
    let isClosed = !closed[column].isEmpty
    let state =
      session.day > today
      ? AttendancePhrases.notCome
      : AttendancePhrases.progress(progress[column], of: learners.count)
    return Grid.Column(
      [AttendancePhrases.day(session.day), AttendancePhrases.time(session.span.start), state],
      width: 7, alignment: .centre, tone: isClosed ? .dimmed : .heading)
  }
}

extension AttendanceBoard.Learner {
  fileprivate init(_ line: EnrolmentLine, number: Int) {
    let person = line.person
    enrolment = line.enrolment.id
    name = person.name.surnameFirst
    code = Digits.persian(person.shownCode)
    self.number = Digits.persian(number)
    keys = [
      SearchKey.joined(person.name.surnameFirst), SearchKey.joined(person.name.inFull),
    ]
    codes = [person.personnelCode?.digits, person.nationalCode?.digits].compactMap { $0 }
  }
}
