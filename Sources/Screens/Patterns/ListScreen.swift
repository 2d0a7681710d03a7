public import Store
public import TerminalKit
public import UseCases

/// What a list is: its columns, where its rows come from, and what can be done with them.
///
/// A portal screen that lists something is a value of such a type, 20 to 60 lines.
public protocol ListDescription: Sendable {
  associatedtype Row: Sendable
  associatedtype Command: CommandSet = NoCommands
  /// Keymap section and key of the help page.
  static var name: String { get }
  var title: String { get }
  var columns: [Column<Row>] { get }
  /// Whether space marks rows, for commands over many of them.
  var allowsMarks: Bool { get }
  func identity(of row: Row) -> Int64
  /// The rows within the scope of whoever is signed in.
  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row]
  /// Enter on a row.
  func open(_ row: Row) -> Step
  func perform(_ command: Command, on rows: [Row]) -> Step
  /// Why a command is closed for these rows; nil when it is open.
  func reasonClosed(_ command: Command, on rows: [Row]) -> String?
}

extension ListDescription {
  public var allowsMarks: Bool { false }
  public func open(_ row: Row) -> Step { .none }
  public func perform(_ command: Command, on rows: [Row]) -> Step { .none }
  public func reasonClosed(_ command: Command, on rows: [Row]) -> String? { nil }
}

/// A list that fits into memory: read whole, filtered, sorted, read anew when records change.
public struct ListScreen<Description: ListDescription>: Screen {
  public typealias Command = Description.Command
  public enum Reply: Sendable { case loaded(Result<[Description.Row], Failure>) }

  public static var name: String { Description.name }
  public var title: String { description.title }
  public var wantsText: Bool { table.wantsText }

  let description: Description
  private var table: Table<Description.Row>
  private var failure: Failure?

  public init(_ description: Description) {
    self.description = description
    table = Table(
      description.columns, rows: [], allowsMarks: description.allowsMarks,
      identity: description.identity)
  }

  public func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> {
    .run { [description] portal in
      .loaded(portal.read { try description.load($0, $1) })
    }
  }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(.success(let rows))):
      table.replace(rows)
      failure = nil
      return .none
    case .reply(.loaded(.failure(let problem))):
      failure = problem
      return .none
    case .stale, .navigate(.refresh): return load
    case .command(let command): return description.perform(command, on: table.chosen).widened()
    default: break
    }
    guard let input = event.input else { return .none }
    switch table.handle(input) {
    case .opened: return table.current.map { description.open($0).widened() } ?? .none
    case .ignored: return input == .navigate(.back) ? .close : .none
    case .handled: return .none
    }
  }

  public func reasonClosed(_ command: Command) -> String? {
    description.reasonClosed(command, on: table.chosen)
  }

  public func view(in frame: inout Frame) {
    if let failure {
      frame.write(failure.sentence, at: Point(row: 1, column: 2), tone: .complaint)
    } else {
      table.view(in: &frame, at: frame.bounds, phrases: .portal)
    }
  }
}
