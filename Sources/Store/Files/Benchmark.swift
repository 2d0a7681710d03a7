import CSQLite
import Glibc

/// What writing costs on this machine, as ratios of one interleaved run.
public struct StoreFigures: Equatable, Sendable {
  /// Median of a durable commit that changes one cell, through SQLite alone.
  public var bareCommit: Duration
  /// Median of the same change as a use case: turn in the queue, entry in the journal, commit.
  public var journaledCommit: Duration
  /// Median of one read transaction with one query by key.
  public var read: Duration
  /// Median of opening the file.
  public var open: Duration

  public var ratio: Double { journaledCommit / bareCommit }
}

extension StoreFigures {
  private static let migration = Migration(
    version: 1, name: "Benchmark",
    script: """
      CREATE TABLE mark (
        id INTEGER PRIMARY KEY, enrolment INTEGER NOT NULL, minutes INTEGER NOT NULL
      ) STRICT;
      """)

  /// Measures in a new file, which the caller removes.
  ///
  /// - Parameters:
  ///   - path: Where the new file goes; the disk it lies on is what is measured.
  ///   - rounds: How many commits of each kind, in turn.
  /// - Returns: Medians.
  /// - Throws: `StoreError`.
  public static func measure(at path: String, rounds: Int = 500) throws -> StoreFigures {
    let migrations = [Migration.foundation, migration]
    let store = try Store.open(at: path, migrations: migrations)
    try store.write(at: 0) { records in
      for id in 1...entryRowLimit {
        try records.run(
          "INSERT INTO mark (id, enrolment, minutes) VALUES (?, ?, 0)", [id, id % 30])
      }
      try records.journal(Cause(useCase: "fill"))
    }
    // A twin without turn and journal, in a file of its own that is as large.
    let bare = try Connection(
      path: path + ".bare", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout: 5_000)
    try bare.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    try bare.script(migration.script)
    try bare.script("BEGIN")
    for id in 1...entryRowLimit {
      _ = try bare.run("INSERT INTO mark (id, enrolment, minutes) VALUES (?, ?, 0)", [id, id % 30])
    }
    try bare.script("COMMIT")
    let arguments = Array(#"{"enrolment":"123456789","session":"987654321","minutes":45}"#.utf8)
    var times: (bare: [Duration], journaled: [Duration], read: [Duration]) = ([], [], [])
    for round in 1...rounds {
      let id = 1 + round * 97 % entryRowLimit
      times.bare.append(
        try clocked {
          try bare.script("BEGIN IMMEDIATE")
          _ = try bare.run("UPDATE mark SET minutes = ? WHERE id = ?", [round, id])
          try bare.script("COMMIT")
        })
      times.journaled.append(
        try clocked {
          try store.write(at: Int64(round)) { records in
            try records.run("UPDATE mark SET minutes = ? WHERE id = ?", [round, id])
            try records.journal(Cause(useCase: "mark", arguments: arguments, actor: 1))
          }
        })
      times.read.append(
        try clocked {
          let _: Int = try store.read {
            try $0.value("SELECT minutes FROM mark WHERE id = ?", [id])
          }
        })
    }
    var open: [Duration] = []
    for _ in 0..<20 {
      open.append(try clocked { _ = try Store.open(at: path, migrations: migrations) })
    }
    return StoreFigures(
      bareCommit: median(times.bare), journaledCommit: median(times.journaled),
      read: median(times.read), open: median(open))
  }

  private static func clocked(_ work: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure { try work() }
  }

  private static func median(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }
}
