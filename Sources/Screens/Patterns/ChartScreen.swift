import Persian
public import Store
public import TerminalKit
import Training
public import UseCases

/// Figures side by side as bars, and where each bar leads.
public struct Chart: Sendable {
  /// One thing that is compared.
  public struct Item: Sendable {
    let label: String
    /// One for each series.
    let values: [Int]
    /// The rows behind the bar.
    let step: Step

    public init(_ label: String, _ values: [Int], step: Step = .none) {
      self.label = label
      self.values = values
      self.step = step
    }
  }

  let title: String
  let series: [String]
  let items: [Item]

  /// Makes a chart of at most three series.
  public init(_ title: String, series: [String], items: [Item]) {
    self.title = title
    self.series = series
    self.items = items
  }

  fileprivate var bars: BarChart {
    BarChart(
      series: series,
      bars: items.map { item in
        BarChart.Bar(
          item.label, values: item.values, shown: item.values.map { Numbers.grouped($0) })
      })
  }

  /// The same as a table.
  fileprivate var sheet: Sheet {
    Sheet(
      title: title,
      columns: [Sheet.Column("", width: 30)]
        + series.map { Sheet.Column($0, width: 16, alignment: .trailing) },
      rows: items.map { item in
        Sheet.Row([.text(item.label)] + item.values.map { .number($0) })
      })
  }
}

/// Charts to look at, one at a time; Enter goes from a bar to its rows.
public struct ChartScreen: Screen {
  public typealias Environment = Portal
  public enum Command: String, CommandSet {
    case nextChart = "next-chart"
    case table
    public var help: String {
      switch self {
      case .nextChart: Phrases.Charts.next
      case .table: Phrases.Charts.table
      }
    }
  }

  public enum Reply: Sendable { case loaded(Result<[Chart], Failure>) }
  /// Reads the charts within the scope of whoever is signed in.
  public typealias Load = @Sendable (borrowing Reading, Context) throws -> [Chart]

  public static let name = "chart"
  public var title: String { charts.indices.contains(shown) ? charts[shown].title : given }
  private let given: String
  private let load: Load
  private var charts: [Chart] = []
  private var bars: [BarChart] = []
  private var shown = 0
  private var failure: Failure?

  public init(_ title: String, load: @escaping Load) {
    given = title
    self.load = load
  }

  public func start() -> Effect<Portal, Reply> {
    .background { [load] portal, _ in .loaded(portal.read { try load($0, $1) }) }
  }

  public mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.loaded(.success(let found))):
      (charts, bars, failure) = (found, found.map(\.bars), nil)
      return .none
    case .reply(.loaded(.failure(let problem))):
      failure = problem
      return .none
    case .command(.nextChart):
      if let reason = reasonClosed(.nextChart) { return .notice(reason, .warning) }
      shown = (shown + 1) % charts.count
      return .none
    case .command(.table):
      return charts.indices.contains(shown) ? .open(SheetScreen([charts[shown].sheet])) : .none
    case .navigate(.refresh): return start()
    case .navigate(.back): return .close
    default: break
    }
    guard let input = event.input, bars.indices.contains(shown),
      bars[shown].handle(input) == .opened, let bar = bars[shown].current
    else { return .none }
    return charts[shown].items[bar].step.widened()
  }

  public func reasonClosed(_ command: Command) -> String? {
    command == .nextChart && charts.count < 2 ? Phrases.Charts.onlyOne : nil
  }

  public func view(in frame: inout Frame) {
    if let failure {
      frame.write(failure)
    } else if bars.indices.contains(shown) {
      bars[shown].view(in: &frame, at: frame.bounds, phrases: .portal)
    } else {
      frame.write(Phrases.Charts.counting, at: Point(row: 1, column: 2), tone: .dimmed)
    }
  }
}
