import Persian
import Store
public import TerminalKit
public import Training
public import UseCases

/// «ثبت نمرات»: learners down, the score typed in place; Enter saves it and goes on (S2-8.6b, S2-8.7).
///
/// What is shown is what the records hold: a score appears once it is durable.
public struct ScoreGrid: Screen {
  public typealias Environment = Portal

  public enum Command: String, CommandSet {
    case present, absent
    case restPresent = "rest-present"
    case importFile = "import-file"
    case print

    public var help: String {
      switch self {
      case .present: Phrases.Scores.presentHelp
      case .absent: Phrases.Scores.absentHelp
      case .restPresent: Phrases.Scores.restPresent
      case .importFile: Phrases.Scores.importFile
      case .print: Phrases.Scores.sheet
      }
    }
  }

  public enum Reply: Sendable {
    case loaded(Result<Board, Failure>)
    case written(WritingTurn<Written>.Outcome)
  }

  /// What came of a change, with the exam as it is then.
  public struct Written: WritingAnswer, Sendable {
    enum Kind: Sendable {
      /// `step` is how far the cursor goes afterwards.
      case scores(step: Int, count: Int)
      case takenBack
    }

    let kind: Kind
    /// The entry, which `u` takes back.
    let result: Result<Int64, Failure>
    let board: Result<Board, Failure>
    public var waits: Failure? { result.waits }
  }

  /// The exam as it is, with the numbers of the day.
  public struct Board: Sendable {
    private(set) var desk: ScoreDesk
    let due: JalaliDate
    let today: JalaliDate
    private(set) var late: [Finding] = []
    private let rules: Rules

    init(_ exam: ID<Exam>, _ records: borrowing Reading, _ context: Context) throws {
      desk = try ScoreDesk(exam, records, context)
      let it = desk.line.exam
      due = it.day.adding(days: context.rules.scoreEntryDays)
      today = context.today
      rules = context.rules
      judge()
    }

    /// The same with what has moved since; nil where all must be read anew.
    func caughtUp(_ records: borrowing Reading, _ context: Context) throws -> Board? {
      guard today == context.today else { return nil }
      var board = self
      guard try board.desk.catchUp(records) else { return nil }
      board.judge()
      return board
    }

    private mutating func judge() {
      late = ScoresInTime(rules: rules).findings(
        in: .init(desk.line.exam, missing: desk.learners.count - settled, on: today))
    }

    var settled: Int { desk.learners.count { desk.results[$0.enrolment.id]?.isSettled == true } }
  }

  public static let name = "scores"
  public var title: String {
    board.map { Phrases.Scores.title($0.desk.line.exam.title) } ?? Phrases.Scores.enter
  }
  public var wantsText: Bool { typing != nil || finding != nil }
  public var hasUnsavedWork: Bool { typing != nil || turn.isWaiting }

  private let exam: ID<Exam>
  private(set) var board: Board?
  private(set) var failure: Failure?
  private(set) var grid = Grid(
    frozen: [], columns: [Grid.Column([Phrases.Scores.score], width: 9, alignment: .centre)],
    rowCount: 0)
  /// The score as far as it is typed into the cell under the cursor.
  private(set) var typing: String?
  /// What is typed was refused and still stands there to be read.
  private var isRefused = false
  private(set) var finding: FootPrompt?
  /// The entries made here, the newest last.
  private var done: [Int64] = []
  private var turn = WritingTurn<Written>()

  public init(_ exam: ID<Exam>) { self.exam = exam }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [exam] portal in .loaded(portal.read { try Board(exam, $0, $1) }) }
  }

  /// What has moved, cell by cell; the whole exam only where more than scores has.
  private var catchUp: Effect<Portal, Reply> {
    .run { [exam, board] portal in .loaded(Self.read(exam, after: board, portal)) }
  }

  private static func read(
    _ exam: ID<Exam>, after board: Board?, _ portal: Portal
  ) -> Result<Board, Failure> {
    portal.read { records, context in
      try board?.caughtUp(records, context) ?? Board(exam, records, context)
    }
  }

  // MARK: Events

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(let reply): return take(reply)
    case .stale: return catchUp
    case .navigate(.refresh): return load
    case .command(let command):
      guard typing == nil else { return .none }
      if let reason = reasonClosed(command) {
        guard let findings = board?.desk.findings, !findings.allow, command != .print else {
          return .notice(reason, .warning)
        }
        return .open(WhyScreen(findings))
      }
      return perform(command)
    default: break
    }
    guard let input = event.input else { return .none }
    if finding != nil { return find(input) }
    if typing != nil { return type(input) }
    return handle(input)
  }

  private mutating func take(_ reply: Reply) -> Effect<Portal, Reply> {
    switch reply {
    case .loaded(let result):
      show(result)
      return .none
    case .written(let outcome):
      if let waiting = turn.wait(for: outcome, Reply.written) { return waiting }
      show(outcome.answer.board)
      return take(outcome.answer, hasWaited: outcome.hasWaited)
    }
  }

  private mutating func take(_ written: Written, hasWaited: Bool) -> Effect<Portal, Reply> {
    switch (written.kind, written.result) {
    case (.scores(let step, let count), .success(let entry)):
      done.append(entry)
      if count > 1 { return .notice(Phrases.Scores.filled(count), .good) }
      // The keys went on while it waited: the cursor stays where it was moved.
      if hasWaited { return .notice(Phrases.saved, .good) }
      grid.move(toRow: grid.row + step, column: 0)
      return .none
    case (.takenBack, .success):
      if !done.isEmpty { done.removeLast() }
      return .notice(Phrases.Record.takenBack, .good)
    case (.takenBack, .failure(let failure)):
      if !failure.isBusy, !done.isEmpty { done.removeLast() }
      return .open(WhyScreen(failure))
    case (.scores, .failure(let failure)): return .open(WhyScreen(failure))
    }
  }

  private mutating func show(_ result: Result<Board, Failure>) {
    switch result {
    case .success(let read):
      let kept = grid.cursor.flatMap { board?.desk.learners[$0.row].enrolment.id }
      board = read
      failure = nil
      grid.rowCount = read.desk.learners.count
      let row = kept.flatMap { kept in
        read.desk.learners.firstIndex { $0.enrolment.id == kept }
      }
      grid.move(toRow: row ?? grid.row, column: 0)
    case .failure(let problem): failure = problem
    }
  }

  private mutating func handle(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .text(let text):
      let typed = Self.number(in: text)
      guard !typed.isEmpty else { return .none }
      // Nothing typed is dropped in silence: why and from which day is said before it is typed.
      if let findings = board?.desk.findings, !findings.allow { return .open(WhyScreen(findings)) }
      guard grid.cursor != nil else { return .none }
      isRefused = false
      typing = typed
    case .navigate(.back): return .close
    case .navigate(.find): finding = FootPrompt(Phrases.Scores.find, TextInput("", limit: 60))
    case .navigate(.undo): return takeBack()
    case .navigate(.delete), .navigate(.clear): return save(.clear, step: 0)
    case .navigate(.accept): grid.move(toRow: grid.row + 1, column: 0)
    default: grid.handle(input)
    }
    return .none
  }

  /// Digits of any family and the signs before a fraction; anything else is no part of a score.
  private static func number(in typed: TypedText) -> String {
    var number = ""
    for scalar in typed.scalars.compactMap(Unicode.Scalar.init) {
      if let digit = Persian.Digits.value(of: scalar) {
        number += String(digit)
      } else if ["." as Unicode.Scalar, "/", "\u{66B}"].contains(scalar) {
        number.unicodeScalars.append(scalar)
      }
    }
    return number
  }

  // MARK: Typing a score

  private mutating func type(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .text(let text):
      // After a refusal the next digit begins the number anew.
      typing = String(((isRefused ? "" : typing ?? "") + Self.number(in: text)).prefix(7))
      isRefused = false
    case .navigate(.backspace):
      isRefused = false
      typing?.removeLast()
      if typing?.isEmpty == true { typing = nil }
    case .navigate(.back), .navigate(.delete), .navigate(.clear): typing = nil
    case .navigate(.accept), .navigate(.down), .navigate(.next): return commit(step: 1)
    case .navigate(.up), .navigate(.previous): return commit(step: -1)
    case .navigate(.toggle), .navigate(.save): return commit(step: 0)
    default: break
    }
    return .none
  }

  private mutating func commit(step: Int) -> Effect<Portal, Reply> {
    guard let text = typing, let board else { return .none }
    // What is typed stays until it can be saved.
    guard !turn.isWaiting else { return .notice(Phrases.waitsForTurn, .warning) }
    do throws(Training.Complaint) {
      let score = try Score(validating: text)
      let findings = ScoreInRange().findings(
        in: .init(score, maximum: board.desk.line.exam.maximum))
      // A number out of range stays where it is typed, to be put right.
      if let refusal = findings.refusals.first {
        isRefused = true
        return .notice(refusal.sentence, .warning)
      }
      typing = nil
      return save(.score(score), step: step)
    } catch {
      isRefused = true
      return .notice(error.sentence, .warning)
    }
  }

  // MARK: Saving

  private func save(_ mark: RecordScores.Mark, step: Int) -> Effect<Portal, Reply> {
    guard let board, let row = grid.cursor?.row else { return .none }
    let id = board.desk.learners[row].enrolment.id
    return save([.init(id, from: board.desk.results[id], to: mark)], step: step)
  }

  private func save(_ entries: [RecordScores.Entry], step: Int) -> Effect<Portal, Reply> {
    turn.begin(Reply.written) { [exam, board] portal in
      let result = portal.perform(RecordScores(entries, in: exam)).map(\.entry)
      return Written(
        kind: .scores(step: step, count: entries.count), result: result,
        board: Self.read(exam, after: board, portal))
    }
  }

  private func takeBack() -> Effect<Portal, Reply> {
    guard let last = done.last else {
      return .notice(Phrases.Record.nothingToTakeBack, .warning)
    }
    return turn.begin(Reply.written) { [exam, board] portal in
      Written(
        kind: .takenBack, result: portal.undo(last), board: Self.read(exam, after: board, portal))
    }
  }

  // MARK: Commands

  private var unmarked: [RecordScores.Entry] {
    guard let desk = board?.desk else { return [] }
    return desk.learners.map(\.enrolment.id).filter { desk.results[$0] == nil }
      .map { RecordScores.Entry($0, from: nil, to: .present) }
  }

  public func reasonClosed(_ command: Command) -> String? {
    guard let board else { return failure?.sentence ?? Phrases.Scores.nobody }
    switch command {
    case .print: return nil
    case .present, .absent, .restPresent, .importFile:
      if let refusal = board.desk.findings.refusals.first { return refusal.sentence }
      if board.desk.learners.isEmpty { return Phrases.Scores.nobody }
      return command == .restPresent && unmarked.isEmpty ? Phrases.Scores.allMarked : nil
    }
  }

  private func perform(_ command: Command) -> Effect<Portal, Reply> {
    switch command {
    case .present: save(.present, step: 1)
    case .absent: save(.absent, step: 1)
    case .restPresent: save(unmarked, step: 0)
    case .importFile: .open(ImportScreen(ScoreImport(into: exam)))
    case .print: .open(LetterScreen(ExamAttendanceForm(exam)))
    }
  }

  private mutating func find(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): finding = nil
    case .navigate(.accept):
      let words = SearchKey.words(finding?.text ?? "")
      finding = nil
      guard let learners = board?.desk.learners, !words.isEmpty else { return .none }
      let order = Array(learners.indices.dropFirst(grid.row + 1)) + Array(learners.indices)
      let found = order.first { index in
        let person = learners[index].person
        let key = SearchKey.joined("\(person.name.surnameFirst) \(person.shownCode)")
        return words.allSatisfy { key.contains($0) }
      }
      guard let found else { return .notice(Phrases.Scores.findNobody, .warning) }
      grid.move(toRow: found, column: 0)
    default: finding?.handle(input)
    }
    return .none
  }
}
