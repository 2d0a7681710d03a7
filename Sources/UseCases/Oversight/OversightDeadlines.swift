import Persian
import Store
import Training

extension Quarter {
  /// Year and number, as subjects of deadlines and questions say them.
  var said: String { Digits.persian("\(year)/\(number)") }
}

/// The clock of the quarters of agencies.
extension DeadlineSource {
  /// A quarter is reported by the end of the month after it (S5-2b); those of the last years that
  /// are still open are overdue.
  static let quarterReport = DeadlineSource(
    .quarterReport, .quarterDeadline, owner: .liaison, opens: .agencyQuarter
  ) { records, context, window in
    try records.openQuarters(
      in: context.actor.oversightReach, from: context.today.year - 1, until: context.today,
      limit: window.limit
    ).compactMap { line in
      let due = line.quarter.due(under: context.rules)
      guard due <= window.until else { return nil }
      return ClockLine(
        record: RecordLink(.agencyQuarter, line.quarter.id).record, due: due,
        subject: line.quarter.quarter.said, part: line.agencyName,
        unit: line.year.agency, unitName: line.agencyName)
    }
  }
}
