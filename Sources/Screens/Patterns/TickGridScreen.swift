import Persian
public import Store
public import TerminalKit
public import Training
public import UseCases

/// One cell of a grid of ticks, by the ids of its row and its column.
public struct TickPlace: Hashable, Sendable {
  public let row: Int64
  public let column: Int64

  public init(row: Int64, column: Int64) {
    self.row = row
    self.column = column
  }
}

/// What a grid of ticks shows, of one moment.
public struct TickPage: Sendable {
  public struct Row: Sendable {
    let id: Int64
    let name: String
    public init(_ id: Int64, _ name: String) {
      self.id = id
      self.name = name
    }
  }

  public struct Column: Sendable {
    let id: Int64
    let title: [String]
    /// Why nothing can be ticked in it just now; empty when it is open.
    let findings: [Finding]
    public init(_ id: Int64, _ title: [String], findings: [Finding] = []) {
      self.id = id
      self.title = title
      self.findings = findings
    }
  }

  /// One line over the grid.
  public var heading: String
  /// What stands out, under the heading.
  public var warnings: [Finding]
  public var rows: [Row]
  public var columns: [Column]
  public var ticks: Set<TickPlace>

  public init(
    heading: String, warnings: [Finding] = [], rows: [Row], columns: [Column],
    ticks: Set<TickPlace>
  ) {
    self.heading = heading
    self.warnings = warnings
    self.rows = rows
    self.columns = columns
    self.ticks = ticks
  }

  func count(column: Int) -> Int {
    let id = columns[column].id
    return rows.count { ticks.contains(TickPlace(row: $0.id, column: id)) }
  }
}

/// What came of ticking.
public struct TickChange: WritingAnswer, Sendable {
  let places: [TickPlace]
  let value: Bool
  let isUndo: Bool
  let result: Result<TickPage, Failure>
  public var waits: Failure? { result.waits }
}

/// What a grid of ticks is: people down, things to tick leftwards; every tick is saved as it is made.
public protocol TickGridDescription: Sendable {
  static var name: String { get }
  var title: String { get }
  func load(_ records: borrowing Reading, _ context: Context) throws -> TickPage
  /// Sets cells; answers once it is durable.
  func set(_ places: [TickPlace], to value: Bool, _ portal: Portal) -> Result<Void, Failure>
  /// The same page on paper.
  func paper(_ page: TickPage) -> Step
  /// Reports what stands out to whoever must know it.
  func report(_ page: TickPage) -> Step
}

/// The commands of every grid of ticks.
public enum TickCommand: String, CommandSet {
  case fill, report, print
  public var help: String { TickPhrases.help(self) }
}

/// A grid of ticks: Space ticks and goes down, a key fills what is left of a column.
public struct TickGridScreen<Description: TickGridDescription>: Screen {
  public typealias Command = TickCommand
  public enum Reply: Sendable {
    case loaded(Result<TickPage, Failure>)
    case set(WritingTurn<TickChange>.Outcome)
  }

  public static var name: String { Description.name }
  public var title: String { description.title }
  public var wantsText: Bool { finding != nil }

  let description: Description
  private var page: TickPage?
  private var failure: Failure?
  private var grid = Grid(frozen: [], columns: [], rowCount: 0)
  private var finding: FootPrompt?
  /// What was changed here, the newest last: what `u` sets back.
  private var done: [(places: [TickPlace], value: Bool)] = []
  private var turn = WritingTurn<TickChange>()

  public init(_ description: Description) { self.description = description }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [description] portal in
      .loaded(portal.read { try description.load($0, $1) })
    }
  }

  public mutating func update(_ event: Event<TickCommand, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(let result)):
      show(result)
      return .none
    case .reply(.set(let outcome)):
      if let waiting = turn.wait(for: outcome, Reply.set) { return waiting }
      return take(outcome.answer, hasWaited: outcome.hasWaited)
    case .stale, .navigate(.refresh): return load
    case .command(let command):
      if let reason = reasonClosed(command) { return .notice(reason, .warning) }
      return perform(command)
    default: break
    }
    guard let input = event.input else { return .none }
    if finding != nil { return find(input) }
    switch input {
    case .navigate(.back): return .close
    case .navigate(.find): finding = FootPrompt(TickPhrases.find, TextInput("", limit: 60))
    case .navigate(.undo): return takeBack()
    case .navigate(.toggle), .navigate(.accept): return toggle()
    default: grid.handle(input)
    }
    return .none
  }

  // MARK: Records

  private mutating func show(_ result: Result<TickPage, Failure>) {
    switch result {
    case .success(let read):
      let kept = page.flatMap { page in grid.cursor.map { page.rows[$0.row].id } }
      page = read
      failure = nil
      grid.rowCount = read.rows.count
      grid.columns = read.columns.enumerated().map { index, column in
        Grid.Column(
          column.title + [TickPhrases.total(read.count(column: index))], width: 8,
          alignment: .centre, tone: column.findings.allow ? .heading : .dimmed)
      }
      let row = kept.flatMap { kept in read.rows.firstIndex { $0.id == kept } } ?? grid.row
      grid.move(toRow: row, column: grid.column)
    case .failure(let problem): failure = problem
    }
  }

  private mutating func take(_ change: TickChange, hasWaited: Bool) -> Effect<Portal, Reply> {
    if change.isUndo, !done.isEmpty, change.waits == nil { done.removeLast() }
    switch change.result {
    case .success(let read):
      if !change.isUndo { done.append((change.places, change.value)) }
      show(.success(read))
      if change.isUndo { return .notice(Phrases.Record.takenBack, .good) }
      guard change.places.count == 1 else {
        return .notice(TickPhrases.filled(change.places.count), .good)
      }
      // The keys went on while it waited: the cursor stays where it was moved.
      if hasWaited { return .notice(Phrases.saved, .good) }
      grid.move(toRow: grid.row + 1, column: grid.column)
      return .none
    case .failure(let problem): return .open(WhyScreen(problem))
    }
  }

  private func set(
    _ places: [TickPlace], to value: Bool, isUndo: Bool = false
  ) -> Effect<Portal, Reply> {
    turn.begin(Reply.set) { [description] portal in
      let result = description.set(places, to: value, portal)
        .flatMap { portal.read { try description.load($0, $1) } }
      return TickChange(places: places, value: value, isUndo: isUndo, result: result)
    }
  }

  // MARK: Commands

  private func toggle() -> Effect<Portal, Reply> {
    guard let page, let cursor = grid.cursor else { return .none }
    let column = page.columns[cursor.column]
    guard column.findings.allow else { return .open(WhyScreen(column.findings)) }
    let place = TickPlace(row: page.rows[cursor.row].id, column: column.id)
    return set([place], to: !page.ticks.contains(place))
  }

  private func takeBack() -> Effect<Portal, Reply> {
    guard let last = done.last else {
      return .notice(Phrases.Record.nothingToTakeBack, .warning)
    }
    return set(last.places, to: !last.value, isUndo: true)
  }

  public func reasonClosed(_ command: TickCommand) -> String? {
    guard let page else { return failure?.sentence ?? TickPhrases.nobody }
    switch command {
    case .fill:
      guard let cursor = grid.cursor else { return TickPhrases.nobody }
      let findings = page.columns[cursor.column].findings
      if let refusal = findings.refusals.first { return refusal.sentence }
      return page.count(column: cursor.column) == page.rows.count ? TickPhrases.full : nil
    case .report: return page.warnings.isEmpty ? TickPhrases.nothingToReport : nil
    case .print: return nil
    }
  }

  private func perform(_ command: TickCommand) -> Effect<Portal, Reply> {
    guard let page else { return .none }
    switch command {
    case .fill:
      guard let cursor = grid.cursor else { return .none }
      let column = page.columns[cursor.column].id
      let places = page.rows.map { TickPlace(row: $0.id, column: column) }
        .filter { !page.ticks.contains($0) }
      return set(places, to: true)
    case .report: return description.report(page).widened()
    case .print: return description.paper(page).widened()
    }
  }

  private mutating func find(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): finding = nil
    case .navigate(.accept):
      let words = SearchKey.words(finding?.text ?? "")
      finding = nil
      guard let page, !words.isEmpty else { return .none }
      // From the row below on, then from the top.
      let order = Array(page.rows.indices.dropFirst(grid.row + 1)) + Array(page.rows.indices)
      let found = order.first { index in
        let key = SearchKey.joined(page.rows[index].name)
        return words.allSatisfy { key.contains($0) }
      }
      guard let found else { return .notice(TickPhrases.notFound, .warning) }
      grid.move(toRow: found, column: grid.column)
    default: finding?.handle(input)
    }
    return .none
  }

  // MARK: Picture

  public func view(in frame: inout Frame) {
    let size = frame.size
    if let failure {
      frame.write(failure)
      return
    }
    guard let page else { return }
    frame.write(page.heading, at: Point(row: 0, column: 1), width: size.columns - 2, tone: .strong)
    var top = 1
    for warning in page.warnings where top < size.rows - 6 {
      frame.write(
        "! \(warning.sentence)", at: Point(row: top, column: 1), width: size.columns - 2,
        tone: .warning)
      top += 1
    }
    guard !page.rows.isEmpty, !page.columns.isEmpty else {
      frame.write(
        TickPhrases.nobody, at: Point(row: top + 1, column: 2), width: max(0, size.columns - 4),
        tone: .dimmed)
      return
    }
    draw(page, from: top, in: &frame)
    finding?.view(in: &frame, row: size.rows - 1)
  }

  private func draw(_ page: TickPage, from top: Int, in frame: inout Frame) {
    let size = frame.size
    var shown = grid
    shown.frozen = [
      Grid.Column([TickPhrases.number], width: 3, alignment: .trailing),
      Grid.Column([TickPhrases.name], width: min(26, max(8, size.columns / 3))),
    ]
    shown.view(
      in: &frame,
      at: Rect(row: top, column: 0, rows: max(0, size.rows - top), columns: size.columns)
    ) { place in
      switch place {
      case .frozen(let row, let column):
        Grid.Cell(column == 0 ? (row + 1).said : page.rows[row].name)
      case .body(let row, let column):
        page.ticks.contains(TickPlace(row: page.rows[row].id, column: page.columns[column].id))
          ? Grid.Cell("✓", tone: .good) : Grid.Cell("·", tone: .dimmed)
      case .total: Grid.Cell("")
      }
    }
  }
}
