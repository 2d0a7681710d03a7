import CSQLite
import Glibc

/// The way into a records file: lock, recognise, switch to WAL, migrate.
struct Opening {
  struct Result {
    var path: String
    var connection: Connection
    var queue: WriterQueue?
    var presence: Presence?
    var patience: Duration
    var schemaVersion: Int
    var endedUncleanly: Bool
  }

  let path: String
  let options: Store.Options
  let migrator: Migrator

  func open() throws(StoreError) -> sending Result {
    guard path != ":memory:" else { return try openInMemory() }
    try refuseNetworkDisks()
    let mode = try prepareFile()
    // Set-up is a matter of milliseconds, but a migration in another process may take its time.
    guard
      let lock = try FileLock.acquire(
        path: path + ".lock", mode: mode, patience: max(options.patience, .seconds(30)))
    else { throw .busy(holder: nil, since: nil) }
    defer { _ = lock }
    let presence = try Presence(path: path + ".lock")
    let endedUncleanly = presence.wasAlone && size(of: path + "-wal") > 0
    let connection = try connect()
    try setUp(connection, isAlone: presence.wasAlone)
    return Result(
      path: path, connection: connection,
      queue: WriterQueue(path: path + ".queue", mode: mode, name: options.name),
      presence: presence, patience: options.patience, schemaVersion: migrator.newest,
      endedUncleanly: endedUncleanly)
  }

  private func openInMemory() throws(StoreError) -> Result {
    let connection = try Connection(
      path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout: 0)
    try migrator.migrate(connection)
    try connection.script("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;")
    return Result(
      path: path, connection: connection, queue: nil, presence: nil, patience: options.patience,
      schemaVersion: migrator.newest, endedUncleanly: false)
  }

  private func connect() throws(StoreError) -> Connection {
    options.syncDelay.map(SlowDisk.register)
    return try Connection(
      path: path, flags: options.isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
      busyTimeout: 5_000, disk: options.syncDelay.map { _ in SlowDisk.name })
  }

  private func setUp(_ connection: Connection, isAlone: Bool) throws(StoreError) {
    let found = try migrator.version(of: connection)
    // SQLite opens a file it may not write for reading, and would tell at the first change only.
    guard options.isReadOnly || sqlite3_db_readonly(connection.handle, "main") == 0 else {
      throw .readOnly
    }
    if options.isReadOnly {
      guard found == migrator.newest else {
        throw .other(code: Int(SQLITE_SCHEMA), message: "schema \(found) of \(migrator.newest)")
      }
    } else {
      let journalMode: String = try connection.pragma("journal_mode = WAL")
      guard journalMode == "wal" else { throw .unsuitableDisk(journalMode: journalMode) }
      try connection.script("PRAGMA synchronous = FULL")
      try migrator.migrate(connection)
      try noticeCopy(connection)
      if isAlone { try connection.noticeLoss(NewestEntry.noted(path + ".queue")) }
    }
    try connection.script("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;")
  }

  /// Draws a new replica number when the file is a copy: another inode than the one it knows itself by.
  ///
  /// Two copies with one number would give the same ids.
  private func noticeCopy(_ connection: Connection) throws(StoreError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return }
    let here = String(facts.st_ino)
    let known = try connection.first("SELECT value FROM store_setting WHERE name = 'inode'", []) {
      row throws(StoreError) -> String in try row[0]
    }
    guard known != here else { return }
    try connection.script("BEGIN IMMEDIATE")
    do throws(StoreError) {
      if known != nil { try connection.drawReplica() }
      _ = try connection.run("INSERT OR REPLACE INTO store_setting VALUES ('inode', ?)", [here])
      try connection.script("COMMIT")
    } catch {
      connection.rollBack()
      throw error
    }
  }

  /// Creates the file for its owner alone, and answers its mode, which the side files share.
  private func prepareFile() throws(StoreError) -> mode_t {
    if !options.isReadOnly {
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        close(descriptor)
      } else if errno == EROFS {
        throw .readOnly
      } else if errno != EACCES {
        throw .file(path, .last)
      }
    }
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .file(path, .last) }
    return facts.st_mode & 0o666
  }

  /// WAL needs memory shared between all who have the file open, which network disks do not give.
  private func refuseNetworkDisks() throws(StoreError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    // NFS, SMB, CIFS, SMB2, 9p, AFS, Coda: numbers of linux/magic.h.
    let network: [UInt32: String] = [
      0x6969: "nfs", 0x517B: "smb", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x0102_1997: "9p",
      0x5346_414F: "afs", 0x7375_7245: "coda",
    ]
    if let name = network[faragir_disk_kind(folder)] {
      throw .unsuitableDisk(journalMode: name)
    }
  }

  private func size(of path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }
}

/// A shared mark on the lock file while a store is open, by which the first to come knows it is.
final class Presence: Sendable {
  private let descriptor: CInt
  /// Nobody else had the file open when this mark was set.
  let wasAlone: Bool

  /// Sets the mark, and waits at most so long until nobody else is there.
  ///
  /// A program that was just started from here has a copy of our mark until it is itself.
  init(path: String, patience: Duration = .zero) throws(StoreError) {
    descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path, .last) }
    let end = ContinuousClock.now + patience
    var isAlone = lockByte(descriptor, 0, F_WRLCK)
    while !isAlone, ContinuousClock.now < end {
      usleep(10_000)
      isAlone = lockByte(descriptor, 0, F_WRLCK)
    }
    wasAlone = isAlone
    guard lockByte(descriptor, 0, F_RDLCK) else {
      defer { close(descriptor) }
      throw .file(path, .last)
    }
  }

  deinit { close(descriptor) }
}
