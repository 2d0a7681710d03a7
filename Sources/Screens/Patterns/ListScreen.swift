public import Store
public import TerminalKit
public import UseCases

/// What a list of rows shows and what can be done with them; either of the two below.
public protocol RowsDescription: Sendable {
  associatedtype Row: Sendable
  associatedtype Command: CommandSet = NoCommands
  /// Keymap section and key of the help page.
  static var name: String { get }
  /// The help page, where one list has several purposes.
  var helpPage: String { get }
  /// Whether only the rows around the cursor are in memory.
  static var isPaged: Bool { get }
  var title: String { get }
  var columns: [Column<Row>] { get }
  /// Whether space marks rows, for commands over many of them.
  var allowsMarks: Bool { get }
  /// Said where there are no rows, with what to do next; nil for the plain words.
  var emptyText: String? { get }
  func identity(of row: Row) -> Int64
  /// The rows that a table asks for, within the scope of whoever is signed in.
  func read(
    _ request: TableRequest<Row>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [Row]
  /// Enter on a row.
  func open(_ row: Row) -> Step
  /// A command on the marked rows, or on the one under the cursor; on none where there is none.
  func perform(_ command: Command, on rows: [Row]) -> Step
  /// Why a command is closed for these rows; nil when it is open.
  func reasonClosed(_ command: Command, on rows: [Row]) -> String?
}

extension RowsDescription {
  public var helpPage: String { Self.name }
  public var allowsMarks: Bool { false }
  public var emptyText: String? { nil }
  public func open(_ row: Row) -> Step { .none }
  public func perform(_ command: Command, on rows: [Row]) -> Step { .none }
  public func reasonClosed(_ command: Command, on rows: [Row]) -> String? { nil }
}

/// What a list is that fits into memory: read whole, filtered and sorted there.
///
/// A portal screen that lists something is a value of such a type, 20 to 60 lines.
public protocol ListDescription: RowsDescription {
  /// The rows within the scope of whoever is signed in.
  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row]
}

extension ListDescription {
  public static var isPaged: Bool { false }

  public func read(
    _ request: TableRequest<Row>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [Row] {
    try load(records, context)
  }
}

/// What a list is that grows with the years: read page by page, beside a row, never by an offset.
public protocol PagedListDescription: RowsDescription {
  /// The rows of a page within the scope of whoever is signed in.
  func page(
    _ request: TableRequest<Row>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [Row]
}

extension PagedListDescription {
  public static var isPaged: Bool { true }

  public func read(
    _ request: TableRequest<Row>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [Row] {
    try page(request, of: query, records, context)
  }
}

/// A list, whole or in pages; read anew when records change.
public struct ListScreen<Description: RowsDescription>: Screen {
  public typealias Command = Description.Command
  public enum Reply: Sendable {
    case read(Result<[Description.Row], Failure>, TableRequest<Description.Row>)
  }

  public static var name: String { Description.name }
  public var title: String { description.title }
  public var helpPage: String { description.helpPage }
  public var wantsText: Bool { table.wantsText }

  let description: Description
  private var table: Table<Description.Row>
  private var failure: Failure?

  public init(_ description: Description) {
    self.description = description
    let (columns, marks) = (description.columns, description.allowsMarks)
    table =
      Description.isPaged
      ? Table(paging: columns, allowsMarks: marks, identity: description.identity)
      : Table(columns, rows: [], allowsMarks: marks, identity: description.identity)
  }

  public func start() -> Effect<Portal, Reply> { fetch }

  /// Reads what the table waits for; nothing when all is there.
  private var fetch: Effect<Portal, Reply> {
    guard let request = table.request else { return .none }
    return .run { [description, query = table.query] portal in
      .read(portal.read { try description.read(request, of: query, $0, $1) }, request)
    }
  }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.read(.success(let rows), let request)):
      failure = nil
      table.receive(rows, for: request)
      return .none
    case .reply(.read(.failure(let problem), let request)):
      failure = problem
      table.receive([], for: request)
      return .none
    case .stale, .navigate(.refresh):
      table.reload()
      return fetch
    case .command(let command):
      table.expectNewcomer()
      return description.perform(command, on: table.chosen).widened()
    default: break
    }
    guard let input = event.input else { return .none }
    switch table.handle(input) {
    case .opened: return table.current.map { description.open($0).widened() } ?? .none
    case .ignored: return input == .navigate(.back) ? .close : fetch
    case .handled: return fetch
    }
  }

  public func reasonClosed(_ command: Command) -> String? {
    description.reasonClosed(command, on: table.chosen)
  }

  public func view(in frame: inout Frame) {
    if let failure {
      frame.write(failure.sentence, at: Point(row: 1, column: 2), tone: .complaint)
    } else {
      var phrases = WidgetPhrases.portal
      if let text = description.emptyText { phrases.noRows = text }
      table.view(in: &frame, at: frame.bounds, phrases: phrases)
    }
  }
}
