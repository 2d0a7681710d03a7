import Persian
import Store
public import TerminalKit
public import Training
public import UseCases

/// The attendance of a class: learners down, sessions leftwards, every mark saved as it is made
/// (S2-7.9, SM-9).
///
/// What is shown is what the records hold: a mark appears once it is durable, and marks of
/// colleagues are taken in cell by cell.
public struct AttendanceScreen: Screen {
  public typealias Environment = Portal

  public enum Command: String, CommandSet {
    case present, absent, late
    // Not «left», which is the arrow.
    case leftEarly = "left-early"
    case excused
    case allPresent = "all-present"
    case sameAsBefore = "same-as-before"
    case find, range, filter, history, why, today, print

    public var help: String { AttendancePhrases.help(self) }
  }

  public struct Reply: Sendable {
    enum Kind: Sendable {
      case loaded(Result<(board: AttendanceBoard, minute: Int), Failure>)
      case news(Result<AttendanceNews, Failure>)
      /// `row` is the learner a single mark was for: the cursor goes on below.
      case marked(AttendanceWork.Outcome, row: Int?, Result<AttendanceNews, Failure>)
      /// The clock stands outside the session: how late, or how early, must be typed.
      case needsMinutes(row: Int, isLate: Bool)
      case takenBack(TakenBack, Result<AttendanceNews, Failure>)
      case history(String, Result<[MarkStep], Failure>, TimeSpan)
      /// What came of work that writes.
      indirect case written(WritingTurn<Kind>.Outcome)
      /// Who writes, and since when in milliseconds since 1970.
      case writer((name: String, since: Int64)?)
      /// The program that writes for this session does not answer.
      case writerAway
    }
    let kind: Kind
    init(_ kind: Kind) { self.kind = kind }
  }

  /// What became of an undo or a redo.
  enum TakenBack: Sendable {
    case undone, redone, nothingToUndo, nothingToRedo
    case failed(Failure)
  }

  public static let name = "attendance"
  public var title: String {
    // Asked for at every picture: `map` would copy the board.
    guard let line = board?.data.line else { return AttendancePhrases.listTitle }
    return AttendancePhrases.title(Phrases.Classes.heading(line))
  }
  public var wantsText: Bool { prompt?.wantsText ?? false }
  public var hasUnsavedWork: Bool {
    turn.isWaiting || (prompt?.wantsText ?? false) && prompt?.hasText == true
  }

  let trainingClass: ID<TrainingClass>
  let wanted: ID<Session>?
  var board: AttendanceBoard?
  var grid = Grid(frozen: [], columns: [], rowCount: 0)
  let heading = KeptPart<AttendanceHeading>()
  let picture = KeptPart<Grid.Picture<AttendanceCells>>()
  /// The rows of the board that the filter leaves; kept until the filter is asked again, so that
  /// no row slips away under the cursor.
  var shown: [Int] = []
  var filter = AttendanceFilter.all
  var prompt: AttendancePrompt?
  /// The command for several rows that was typed last and not carried out.
  var typedCommand = ""
  var failure: Failure?
  var turn = WritingTurn<Reply.Kind>()

  /// - Parameters:
  ///   - trainingClass: A class within reach of whoever is signed in.
  ///   - session: The session to begin with; nil is today's, or the last one not marked.
  public init(trainingClass: ID<TrainingClass>, session: ID<Session>? = nil) {
    self.trainingClass = trainingClass
    wanted = session
  }

  public func start() -> Effect<Portal, Reply> { load }

  var load: Effect<Portal, Reply> {
    .run { [trainingClass] portal in
      Reply(.loaded(AttendanceBoard.read(trainingClass, portal)))
    }
  }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(let reply): return take(reply.kind)
    case .stale: return catchUp()
    case .command(let command): return prompt?.wantsText == true ? .none : perform(command)
    case .navigate, .text, .click: break
    case .progress(let snapshot): return snapshot.done > 0 ? sayWhoWrites : .none
    }
    guard board != nil, let input = event.input else {
      return event.input == .navigate(.back) ? .close : .none
    }
    return prompt == nil ? handle(input) : handlePrompt(input)
  }

  public func reasonClosed(_ command: Command) -> String? {
    guard let board, let place else { return AttendancePhrases.noCells }
    switch command {
    case .present, .absent, .late, .leftEarly, .excused, .allPresent, .range:
      return board.reasonClosed(column: place.column)
    case .sameAsBefore:
      return place.column == 0
        ? AttendancePhrases.firstSession : board.reasonClosed(column: place.column)
    case .why:
      return board.margins[place.row].absent == 0 ? AttendancePhrases.isSafe : nil
    case .find, .filter, .history, .today, .print: return nil
    }
  }

  /// The row of the board and the column under the cursor.
  var place: (row: Int, column: Int)? {
    guard let cursor = grid.cursor, shown.indices.contains(cursor.row) else { return nil }
    return (shown[cursor.row], cursor.column)
  }

  /// Puts the cursor on a learner, showing everyone when the filter hides the row.
  mutating func go(to row: Int) {
    if !shown.contains(row) { show(.all) }
    guard let place = shown.firstIndex(of: row) else { return }
    grid.move(toRow: place, column: grid.column)
  }

  mutating func show(_ filter: AttendanceFilter) {
    guard let board else { return }
    let row = place?.row
    self.filter = filter
    shown = board.rows(filter, column: grid.cursor?.column ?? grid.column)
    grid.rowCount = shown.count
    let nearest = shown.firstIndex { $0 >= row ?? 0 } ?? max(0, shown.count - 1)
    grid.move(toRow: nearest, column: grid.column)
  }

  /// Keys that are the grid's own: moving, row numbers, and the cell under the cursor.
  private mutating func handle(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept): return editCell()
    case .navigate(.toggle): return fillCell()
    case .navigate(.delete): return mark(.clear)
    case .navigate(.undo): return takeBack(isRedo: false)
    case .navigate(.redo): return takeBack(isRedo: true)
    case .navigate(.refresh): return load
    case .text(let typed):
      let digits = AttendanceScreen.digits(typed)
      if !digits.isEmpty, !typed.isPaste { prompt = .row(digits) }
    case .click(let point):
      grid.handle(.click(Point(row: point.row - 1, column: point.column)))
    case .navigate: grid.handle(input)
    }
    return .none
  }

  /// The digits of a text, of whatever family, as Latin ones; empty when there is anything else.
  static func digits(_ typed: TypedText) -> String {
    var digits = ""
    for value in typed.scalars {
      guard let scalar = Unicode.Scalar(value), let digit = Persian.Digits.value(of: scalar) else {
        return ""
      }
      digits += String(digit)
    }
    return digits
  }
}
