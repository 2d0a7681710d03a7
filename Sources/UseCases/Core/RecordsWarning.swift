import Store

/// What whoever opens the portal should know of the records before working on them.
public enum RecordsWarning: Hashable, Sendable {
  /// So many of the newest changes are gone.
  case missing(Int)
  /// The clock of the machine is behind the last change, in milliseconds since 1970, by a day or more.
  case clockBehind(last: Int64)
  /// Nothing was changed for more than a year, by the clock of the machine.
  case clockAhead(last: Int64)
  /// A station for whose unit the server has no accounts, so that nobody can log in.
  case noAccounts
  /// The last program that had the records open was stopped by force or a power cut.
  case endedUncleanly
}

extension Portal {
  /// What to say of the records and the clock, the gravest first.
  public var warnings: [RecordsWarning] {
    // What cannot be read is told by whatever is opened next.
    let found = try? store.read { records in
      (
        try records.missingEntries(), try records.lastRecorded(),
        try records.isStation() && !records.hasAccounts()
      )
    }
    guard let (missing, last, isEmpty) = found else { return [] }
    let day: Int64 = 86_400_000
    var warnings: [RecordsWarning] = missing > 0 ? [.missing(missing)] : []
    if let last {
      let behind = last - clock.now()
      if behind >= day { warnings.append(.clockBehind(last: last)) }
      if behind < -366 * day { warnings.append(.clockAhead(last: last)) }
    }
    if isEmpty { warnings.append(.noAccounts) }
    if store.endedUncleanly { warnings.append(.endedUncleanly) }
    return warnings
  }
}
