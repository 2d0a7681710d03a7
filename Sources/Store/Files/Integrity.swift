import CSQLite

extension Store {
  public enum Check: Sendable {
    /// Structure of the pages, without comparing indexes to their tables.
    case quick
    /// Every index against its table too; about half a minute for half a gigabyte.
    case full
  }

  /// Looks for damage: pages, indexes, references, and the journal's chain when `full`.
  ///
  /// Run on a store of its own: it reads the whole file. `progress` is told steps without a total,
  /// now and then, and stops the check when it answers false.
  ///
  /// - Parameters:
  ///   - check: How deep to look.
  ///   - progress: Told steps done; false stops.
  /// - Returns: What is wrong, in SQLite's words; empty when all is well.
  /// - Throws: `StoreError.cancelled` when stopped.
  public func problems(
    _ check: Check, _ progress: ProgressReport = { _, _ in true }
  ) throws -> [String] {
    var problems = try withoutActuallyEscaping(progress) { progress in
      try withConnection { connection throws(StoreError) in
        try connection.watching(progress) { () throws(StoreError) in
          try connection.structuralProblems(check)
        }
      }
    }
    if check == .full, problems.isEmpty, let number = try firstAlteredEntry(progress) {
      problems.append("journal entry \(number) was altered")
    }
    return problems
  }
}

/// What SQLite's progress handler is given to find the report by.
private final class Watch {
  let progress: ProgressReport
  var steps = 0

  init(_ progress: @escaping ProgressReport) { self.progress = progress }
}

extension Connection {
  fileprivate func structuralProblems(_ check: Store.Check) throws(StoreError) -> [String] {
    var problems: [String] = []
    let pragma = check == .quick ? "quick_check" : "integrity_check"
    do throws(StoreError) {
      try each("PRAGMA \(pragma)(100)", []) { row throws(StoreError) in
        let line: String = try row[0]
        if line != "ok" { problems.append(line) }
        return true
      }
      try each("PRAGMA foreign_key_check", []) { row throws(StoreError) in
        problems.append("foreign key: \(row.value(0)) \(row.value(1)) to \(row.value(2))")
        return problems.count < 200
      }
    } catch .damaged(let message) {
      // Damage so deep that the check itself cannot go on.
      problems.append(message)
    }
    return problems
  }

  /// Runs long work with a report every few thousand steps, which may stop it.
  func watching<R>(
    _ progress: @escaping ProgressReport, _ work: () throws(StoreError) -> R
  ) throws(StoreError) -> R {
    let watch = Watch(progress)
    sqlite3_progress_handler(
      handle, 10_000,
      { context in
        guard let context else { return 0 }
        let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
        watch.steps += 1
        return watch.progress(watch.steps, 0) ? 0 : 1
      }, Unmanaged.passUnretained(watch).toOpaque())
    defer { sqlite3_progress_handler(handle, 0, nil, nil) }
    return try withExtendedLifetime(watch) { () throws(StoreError) in try work() }
  }
}
