import CSQLite
import Glibc

extension Store {
  /// Copies the records into another file while everybody goes on working.
  ///
  /// The copy is of one moment. It is written beside its place and renamed into it when complete and
  /// on the disk, so a stopped or failed backup leaves an older one as it was.
  ///
  /// - Parameters:
  ///   - path: Where the copy goes.
  ///   - isVerified: Whether the copy is read through before it takes its name; as long again.
  ///   - progress: Told pages done and their number; false stops.
  /// - Throws: `cancelled`, `diskFull`, `file`, and `damaged` where the copy is not sound.
  public func backup(
    to path: String, isVerified: Bool = false, _ progress: ProgressReport = { _, _ in true }
  ) throws {
    let partial = path + ".partial"
    Self.removeDatabase(partial)
    do {
      try withConnection { connection throws(StoreError) in
        // An open reading transaction keeps the source at one moment; otherwise every commit of
        // others would start the copy again.
        try connection.script("BEGIN")
        defer { connection.rollBack() }
        let _: Int = try connection.one("SELECT count(*) FROM sqlite_schema")
        try connection.copy(to: partial, progress)
      }
      if isVerified { try Self.verify(partial) }
      guard rename(partial, path) == 0 else {
        throw StoreError.file(path, .last)
      }
      Self.synchroniseFolder(of: path)
    } catch {
      Self.removeDatabase(partial)
      throw error
    }
  }

  /// Reads a copy through that nobody uses yet.
  private static func verify(_ path: String) throws {
    do {
      let store = try Store.open(at: path, options: Options(isReadOnly: true))
      if let problem = try store.problems(.full).first { throw StoreError.damaged(problem) }
    }
    for suffix in ["-wal", "-shm", ".lock", ".queue"] { unlink(path + suffix) }
  }

  /// Puts a backup in the place of the records, after looking whether it is sound.
  ///
  /// The copy that is in use from now on gets a replica number of its own: what was written after
  /// the backup may have left this house, and its ids must not be given again.
  ///
  /// - Parameters:
  ///   - backup: The backup; it is not changed.
  ///   - path: The place of the records, which nobody may have open.
  ///   - moment: Milliseconds since 1970, for the name of the file put aside.
  ///   - migrations: The steps this program knows.
  ///   - progress: Told pages done and their number; false stops.
  /// - Returns: Where the records of before lie now, nil when there were none.
  /// - Throws: `busy` when somebody has the records open, `damaged`, `newerSchema`,
  ///   `notARecordsFile`, `cancelled`.
  public static func restore(
    from backup: String, to path: String, at moment: Int64,
    migrations: [Migration] = Migration.all, _ progress: ProgressReport = { _, _ in true }
  ) throws -> String? {
    let fresh = path + ".restored"
    removeDatabase(fresh)
    defer { removeDatabase(fresh) }
    do {
      let source = try Connection(path: backup, flags: SQLITE_OPEN_READONLY, busyTimeout: 5_000)
      guard try Migrator(migrations).version(of: source) > 0 else {
        throw StoreError.notARecordsFile
      }
      try source.copy(to: fresh, progress)
    }
    // All of the checking is done on the copy: it is what will be used.
    do {
      let store = try Store.open(at: fresh, migrations: migrations)
      let problems = try store.problems(.full, { done, _ in progress(done, 0) })
      guard problems.isEmpty else { throw StoreError.damaged(problems[0]) }
      try store.write(at: moment) { records in try records.connection.drawReplica() }
    }
    guard
      let lock = try FileLock.acquire(path: path + ".lock", mode: 0o600, patience: .seconds(5))
    else { throw StoreError.busy(holder: nil, since: nil) }
    defer { _ = lock }
    guard try Presence(path: path + ".lock", patience: .seconds(1)).wasAlone else {
      throw StoreError.busy(holder: nil, since: nil)
    }
    let aside = putAside(path, moment)
    // What was noted of the records of before does not hold for these.
    unlink(path + ".queue")
    guard rename(fresh, path) == 0 else {
      throw StoreError.file(path, .last)
    }
    synchroniseFolder(of: path)
    return aside
  }

  /// Renames the records with their log, which belongs to them also when they are damaged.
  static func putAside(_ path: String, _ moment: Int64) -> String? {
    let aside = "\(path).before-\(moment)"
    for suffix in ["-wal", "-shm"] { rename(path + suffix, aside + suffix) }
    return rename(path, aside) == 0 ? aside : nil
  }

  static func removeDatabase(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal", ".lock", ".queue"] { unlink(path + suffix) }
  }

  /// A rename is durable when its folder is.
  static func synchroniseFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension Connection {
  /// Copies this database page by page into a new file.
  fileprivate func copy(to path: String, _ progress: ProgressReport) throws(StoreError) {
    try FileLock.createPrivate(path)
    let target = try Connection(path: path, flags: SQLITE_OPEN_READWRITE, busyTimeout: 0)
    guard let copying = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.failure
    }
    var code = SQLITE_OK
    var isStopped = false
    while code == SQLITE_OK && !isStopped {
      code = sqlite3_backup_step(copying, 64)
      let total = Int(sqlite3_backup_pagecount(copying))
      isStopped = !progress(total - Int(sqlite3_backup_remaining(copying)), total)
    }
    let end = sqlite3_backup_finish(copying)
    guard !isStopped else { throw .cancelled }
    guard code == SQLITE_DONE, end == SQLITE_OK else {
      throw StoreError(code: code == SQLITE_DONE ? end : code, message: "copy to \(path)")
    }
  }
}
