public import Store
public import TerminalKit
public import UseCases

/// What a list is whose rows are too many for memory: it is read page by page, beside a row.
public protocol PagedListDescription: Sendable {
  associatedtype Row: Sendable
  associatedtype Command: CommandSet = NoCommands
  static var name: String { get }
  var title: String { get }
  var columns: [Column<Row>] { get }
  func identity(of row: Row) -> Int64
  /// The rows of a page within the scope of whoever is signed in.
  func page(
    _ request: TableRequest<Row>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [Row]
  func open(_ row: Row) -> Step
  /// A command on the row under the cursor, or on the list where there is none.
  func perform(_ command: Command, on row: Row?) -> Step
  func reasonClosed(_ command: Command, on row: Row?) -> String?
}

extension PagedListDescription {
  public func perform(_ command: Command, on row: Row?) -> Step { .none }
  public func reasonClosed(_ command: Command, on row: Row?) -> String? { nil }
}

/// A list of any length; only the rows around the cursor are in memory.
public struct PagedListScreen<Description: PagedListDescription>: Screen {
  public typealias Command = Description.Command
  public enum Reply: Sendable {
    case page(Result<[Description.Row], Failure>, TableRequest<Description.Row>)
  }

  public static var name: String { Description.name }
  public var title: String { description.title }
  public var wantsText: Bool { table.wantsText }

  let description: Description
  private var table: Table<Description.Row>
  private var failure: Failure?

  public init(_ description: Description) {
    self.description = description
    table = Table(paging: description.columns, identity: description.identity)
  }

  public func start() -> Effect<Portal, Reply> { fetch }

  /// Reads the page that the table waits for; nothing when all is there.
  private var fetch: Effect<Portal, Reply> {
    guard let request = table.request else { return .none }
    return .run { [description, query = table.query] portal in
      .page(
        portal.read { try description.page(request, of: query, $0, $1) }, request)
    }
  }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.page(.success(let rows), let request)):
      failure = nil
      table.receive(rows, for: request)
      return .none
    case .reply(.page(.failure(let problem), let request)):
      failure = problem
      table.receive([], for: request)
      return .none
    case .stale, .navigate(.refresh):
      table.reload()
      return fetch
    case .command(let command):
      return description.perform(command, on: table.current).widened()
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
    description.reasonClosed(command, on: table.current)
  }

  public func view(in frame: inout Frame) {
    if let failure {
      frame.write(failure.sentence, at: Point(row: 1, column: 2), tone: .complaint)
    } else {
      table.view(in: &frame, at: frame.bounds, phrases: .portal)
    }
  }
}
