import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «تاریخچه» of any record: when, what, by whom and why, the newest first (S0-8).
struct HistoryList: ListDescription {
  struct Row: Sendable {
    let entry: Entry
    let day: JalaliDate
    let minute: Int
    let who: String
  }

  static let name = "history"
  let title: String
  private let keys: [(table: String, key: Int64)]
  /// The unit the record belongs to, which must be in reach; nil for what all share.
  private let unit: ID<Unit>?

  init(_ table: String, _ key: Int64, of subject: String, unit: ID<Unit>? = nil) {
    self.init([(table, key)], of: subject, unit: unit)
  }

  init(_ keys: [(table: String, key: Int64)], of subject: String, unit: ID<Unit>? = nil) {
    self.keys = keys
    self.unit = unit
    title = "\(Phrases.Record.history): \(subject)"
  }

  /// The history of records whose ids are looked up first.
  static func step(
    of subject: String,
    _ keys: @escaping @Sendable (borrowing Reading) throws -> [(table: String, key: Int64)]
  ) -> Step {
    .open(
      OpenScreen { portal in
        portal.read { records, _ in
          .open(ListScreen(HistoryList(try keys(records), of: subject)))
        }
      })
  }

  let columns: [Column<Row>] = [
    Column(
      Phrases.History.day, width: 10, direction: .ltr, sortedBy: { .number($0.day.dayNumber) },
      text: { $0.day.said }),
    Column(Phrases.History.time, width: 6, direction: .ltr, text: { Say.clock($0.minute) }),
    Column(Phrases.History.what, text: { $0.entry.saying }),
    Column(Phrases.History.who, width: 24, text: { $0.who }),
    Column(Phrases.History.reason, width: 16, text: { $0.entry.reason }),
  ]

  func identity(of row: Row) -> Int64 { row.entry.number }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewHistory)
    if let unit { try context.requireReach(unit: unit, records) }
    var rows: [Row] = []
    for (table, key) in keys {
      for line in try records.history(of: table, key) {
        let who = try records.actor(ID<Account>(rawValue: line.entry.actor))
        rows.append(
          Row(
            entry: line.entry, day: Moment.day(of: line.entry.moment),
            minute: Moment.minute(of: line.entry.moment),
            who: who.map { "\($0.name) (\($0.role.name))" } ?? Phrases.History.setUp))
      }
    }
    return rows.sorted { $0.entry.number > $1.entry.number }
  }
}
