import Store
import Training
import UseCases

/// What has moved in attendance since the grid last looked, with the names it does not know yet.
struct AttendanceNews: Sendable {
  /// Nil when too much has moved to look at it cell by cell.
  var changes: MarkChanges?
  var names: [ID<Account>: String] = [:]

  /// Reads the news in one transaction; next to nothing when no entry was written.
  static func read(
    after number: Int64, knowing known: Set<ID<Account>>, _ portal: Portal
  ) -> Result<AttendanceNews, Failure> {
    portal.read { records, _ in
      var news = AttendanceNews(changes: try records.markChanges(after: number))
      for cell in news.changes?.cells.values.compactMap({ $0 }) ?? [] {
        guard !known.contains(cell.account), news.names[cell.account] == nil else { continue }
        news.names[cell.account] = try records.actor(cell.account)?.name
      }
      return news
    }
  }
}

extension AttendanceBoard {
  /// Reads a class whole, with the minute of the day it was read at.
  static func read(
    _ trainingClass: ID<TrainingClass>, _ portal: Portal
  ) -> Result<(board: AttendanceBoard, minute: Int), Failure> {
    portal.read { records, context in
      let data = try GridData(trainingClass, records, context)
      var names: [ID<Account>: String] = [:]
      for account in Set(data.marks.values.map(\.account)) {
        names[account] = try records.actor(account)?.name
      }
      return (AttendanceBoard(data, names: names, context), context.minuteOfDay)
    }
  }
}
