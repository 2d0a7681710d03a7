import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «واحدهای سازمانی» of the scope, each below the one that looks after it.
struct UnitsList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, history
    var help: String { self == .add ? Phrases.Units.add : Phrases.Record.history }
  }

  static let name = "units"
  let title = Phrases.Units.title

  let columns: [Column<Unit>] = [
    Column(
      Phrases.Units.name,
      text: { String(repeating: "  ", count: $0.path.units.count - 1) + $0.name }),
    Column(Phrases.Units.kind, width: 24, text: { $0.kind.name }),
    Column(Phrases.Units.code, width: 10, direction: .ltr, text: { Digits.persian($0.code) }),
  ]

  func identity(of row: Unit) -> Int64 { row.id.rawValue }

  func page(
    _ request: TableRequest<Unit>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [Unit] {
    try context.require(.viewUnits)
    let (scope, page) = (context.actor.scope, request.page(\.self))
    return query.filter.isEmpty
      ? try records.units(in: scope, page: page, limit: request.count)
      : try records.units(in: scope, matching: query.filter, page: page, limit: request.count)
  }

  func perform(_ command: Command, on rows: [Unit]) -> Step {
    guard let unit = rows.first else { return .notice(Phrases.chooseRowFirst, .warning) }
    return command == .add
      ? .open(FormScreen(UnitForm(parent: unit)))
      : .open(ListScreen(HistoryList("unit", unit.id.rawValue, of: unit.name, unit: unit.id)))
  }

  func reasonClosed(_ command: Command, on rows: [Unit]) -> String? {
    rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// A new unit below another.
struct UnitForm: FormDescription {
  struct Draft: Sendable {
    var kind: Unit.Kind?
    var code = ""
    var name = ""
    var isGovernmental: Bool? = true
  }

  static let name = "unit"
  let parent: Unit
  var title: String { "\(Phrases.Units.add) — \(Phrases.Units.parent) \(parent.name)" }

  private var kinds: [Unit.Kind] { Unit.Kind.allCases.filter { $0.parents.contains(parent.kind) } }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editUnits)
    return (Draft(kind: kinds.first), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .pick(Phrases.Units.kind, \.kind, among: kinds.map { ($0, $0.name) }).required(),
      .officeCode(Phrases.Units.code, \.code).required(),
      .text(Phrases.Units.name, \.name, limit: 100).required(),
      .pick(
        Phrases.Units.governmental, \.isGovernmental,
        among: [(true, Phrases.yes), (false, Phrases.no)]),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let kind = draft.kind else { return .failure(.complaint(field: "kind", .empty)) }
    return portal.perform(
      RegisterUnit(
        parent: parent.id, kind: kind, code: Digits.latin(Normalizer.line(draft.code)),
        title: Normalizer.line(draft.name), isGovernmental: draft.isGovernmental ?? true)
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}
