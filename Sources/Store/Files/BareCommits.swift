import CSQLite

/// A program that does nothing but commit one cell durably, through SQLite alone: what sessions are
/// measured against.
public enum BareCommits {
  /// Commits to a new file, one after another.
  ///
  /// - Parameters:
  ///   - path: Where the new file goes, which the caller removes.
  ///   - rounds: How many.
  ///   - syncDelay: What each flush takes longer; nil takes the disk as it is.
  /// - Returns: How long each took, in the order they were done.
  /// - Throws: `StoreError`.
  public static func measure(
    at path: String, rounds: Int, syncDelay: Duration? = nil
  ) throws(StoreError) -> [Duration] {
    syncDelay.map(SlowDisk.register)
    let bare = try Connection(
      path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout: 5_000,
      disk: syncDelay.map { _ in SlowDisk.name })
    let mode: String = try bare.pragma("journal_mode = WAL")
    guard mode == "wal" else { throw .unsuitableDisk(journalMode: mode) }
    try bare.script(
      "PRAGMA synchronous = FULL; CREATE TABLE mark (id INTEGER PRIMARY KEY, minutes INTEGER) STRICT"
    )
    var times: [Duration] = []
    for round in 1...rounds {
      let start = ContinuousClock.now
      try bare.script("BEGIN IMMEDIATE")
      _ = try bare.run(
        "INSERT INTO mark VALUES (?, ?) ON CONFLICT DO UPDATE SET minutes = excluded.minutes",
        [round % 30, round])
      try bare.script("COMMIT")
      times.append(ContinuousClock.now - start)
    }
    return times
  }
}
