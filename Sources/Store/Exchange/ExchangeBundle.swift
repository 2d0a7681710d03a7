import CSQLite
import Glibc

/// What goes between a station and its server in one file: entries, images, attachments.
public struct ExchangeBundle: Equatable, Sendable {
  /// An entry with the changes it made where it was written, to show both versions of a conflict.
  public struct Item: Equatable, Sendable {
    public var entry: Entry
    public var changes: [Change]
    /// The changes as they stand in the journal.
    let changeset: [UInt8]

    init(entry: Entry, changeset: [UInt8]) throws(StoreError) {
      self.entry = entry
      self.changeset = changeset
      changes = try Changeset(bytes: changeset).changes()
    }
  }

  /// The copy that wrote it.
  public var replica: Int64
  /// The schema version of everything in it.
  public var schema: Int
  /// The server's last entry the station knew when it asked; in an answer the one that it begins
  /// behind.
  public var known: Int64
  /// The link of the server's chain that belongs to `known`, empty where nothing is.
  ///
  /// In an answer it is that of the entry its images go through. Two servers with one past differ in
  /// it.
  public var link: [UInt8]
  public var items: [Item]
  public var images: SliceImages?
  public var attachments: [BlobDigest]
}

extension ExchangeBundle {
  /// "FrgB" (`PRAGMA application_id`).
  fileprivate static let applicationID: Int64 = 0x4672_6742

  /// Opens a bundle, which may come from anywhere.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - schema: The schema version of this program.
  /// - Returns: Everything but the bytes of attachments.
  /// - Throws: `notARecordsFile`, `newerSchema` before anything is read, `damaged` when its seal does
  ///   not fit what is in it.
  public static func read(from path: String, schema: Int) throws(StoreError) -> ExchangeBundle {
    let file = try open(path)
    let found: Int = try file.pragma("user_version")
    guard found <= schema else { throw .newerSchema(found: found, known: schema) }
    let seal: [UInt8] = try file.one("SELECT value FROM head WHERE name = 'seal'")
    guard try file.seal() == seal else {
      throw .damaged(path)
    }
    var bundle = ExchangeBundle(
      replica: try file.head("replica") ?? 0, schema: found, known: try file.head("known") ?? 0,
      link: try file.link(), items: [], images: nil, attachments: [])
    try file.each(Entry.bundled, []) { row throws(StoreError) in
      let entry = try Entry(row)
      bundle.items.append(try Item(entry: entry, changeset: try row[14]))
      return true
    }
    if let through = try file.head("through") {
      var images = SliceImages(
        through: through, schema: found, isWhole: try file.head("whole") == 1, rows: [],
        tombstones: [])
      try file.each("SELECT name, is_row, cells FROM image ORDER BY position", []) {
        row throws(StoreError) in
        let values = try [Value](canonical: try row[2])
        let table: String = try row[0]
        let isRow: Bool = try row[1]
        if isRow {
          images.rows.append(RowImage(table: table, values: values))
        } else {
          images.tombstones.append(Tombstone(table: table, key: values))
        }
        return true
      }
      bundle.images = images
    }
    try file.each("SELECT digest FROM attachment ORDER BY digest", []) { row throws(StoreError) in
      bundle.attachments.append(try row[0])
      return true
    }
    return bundle
  }

  fileprivate static func open(_ path: String) throws(StoreError) -> Connection {
    let file = try Connection(path: path, flags: SQLITE_OPEN_READONLY, busyTimeout: 0)
    // A file from elsewhere: nothing in its schema may call what can do harm.
    try file.script("PRAGMA trusted_schema = OFF")
    let mark: Int64 = try file.pragma("application_id")
    guard mark == applicationID else { throw .notARecordsFile }
    return file
  }
}

extension Querying where Self: ~Copyable {
  /// Writes a bundle into a new file; it is there whole or not at all.
  ///
  /// - Parameters:
  ///   - path: Where it goes.
  ///   - numbers: The entries it carries, by their numbers here.
  ///   - images: The slice it carries.
  ///   - known: The server's last entry that the station knows; nil where this is the station.
  ///   - attachments: Their bytes are copied one at a time.
  /// - Throws: `notFound` for an entry or attachment that is not here; `diskFull`.
  public func writeBundle(
    to path: String, entries numbers: [Int64], images: SliceImages? = nil, known: Int64? = nil,
    attachments: [BlobDigest] = []
  ) throws(StoreError) {
    let partial = path + ".partial"
    unlink(partial)
    do throws(StoreError) {
      try FileLock.createPrivate(partial)
      let file = try Connection(
        path: partial, flags: SQLITE_OPEN_READWRITE, busyTimeout: 0)
      try file.script(Self.bundleScript(schema: try value("PRAGMA user_version")))
      try file.setHead("replica", try replica())
      // `??` would lose the type of what is thrown.
      let begin = if let known { known } else { try pulledThrough() }
      try file.setHead("known", begin)
      _ = try file.run(
        "INSERT INTO head VALUES ('link', ?)", [try link(known: begin, through: images?.through)])
      for number in numbers { try copyEntry(number, to: file) }
      if let images { try file.write(images) }
      for digest in attachments {
        guard let bytes = try blob(digest) else { throw .notFound }
        _ = try file.run("INSERT INTO attachment VALUES (?, ?)", [digest, bytes])
      }
      _ = try file.run("INSERT INTO head VALUES ('seal', ?)", [try file.seal()])
      try file.script("COMMIT")
      guard rename(partial, path) == 0 else {
        throw .file(path, .last)
      }
      Store.synchroniseFolder(of: path)
    } catch {
      unlink(partial)
      throw error
    }
  }

  private static func bundleScript(schema: Int) -> String {
    """
    PRAGMA application_id = \(ExchangeBundle.applicationID);
    PRAGMA user_version = \(schema);
    BEGIN;
    CREATE TABLE head (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;
    CREATE TABLE entry (number INTEGER PRIMARY KEY, id INTEGER, moment INTEGER, recorded INTEGER,
      actor INTEGER, use_case TEXT, arguments BLOB, reason TEXT, edition TEXT, schema INTEGER,
      batch INTEGER, undoes INTEGER, state INTEGER, hash BLOB, changeset BLOB) STRICT;
    CREATE TABLE image (position INTEGER PRIMARY KEY, name TEXT NOT NULL, is_row INTEGER NOT NULL,
      cells BLOB NOT NULL) STRICT;
    CREATE TABLE attachment (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    """
  }

  private func copyEntry(_ number: Int64, to file: Connection) throws(StoreError) {
    let values = try first(
      "SELECT \(Entry.columns), changeset FROM store_entry WHERE number = ?", [number]
    ) { row in row.values }
    guard let values else { throw .notFound }
    _ = try file.run(
      "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
  }
}

extension Writing {
  /// Keeps the attachments of a bundle, each under the digest of what its bytes really are.
  public func keepAttachments(ofBundle path: String, limit: Int) throws(StoreError) {
    let file = try ExchangeBundle.open(path)
    let digests = try file.digests()
    for digest in digests where try !hasBlob(digest) {
      let bytes: [UInt8] = try file.one("SELECT bytes FROM attachment WHERE digest = ?", [digest])
      guard try keep(blob: bytes, limit: limit) == digest else { throw .damaged(path) }
    }
  }
}

extension Entry {
  fileprivate static let bundled = "SELECT \(columns), changeset FROM entry ORDER BY number"
}

extension Connection {
  fileprivate func head(_ name: String) throws(StoreError) -> Int64? {
    try first("SELECT value FROM head WHERE name = ?", [name]) { row throws(StoreError) in
      try row[0]
    }
  }

  fileprivate func link() throws(StoreError) -> [UInt8] {
    let found = try first("SELECT value FROM head WHERE name = 'link'") {
      row throws(StoreError) -> [UInt8] in try row[0]
    }
    return found ?? []
  }

  fileprivate func setHead(_ name: String, _ value: Int64) throws(StoreError) {
    _ = try run("INSERT INTO head VALUES (?, ?)", [name, value])
  }

  fileprivate func digests() throws(StoreError) -> [BlobDigest] {
    var digests: [BlobDigest] = []
    try each("SELECT digest FROM attachment", []) { row throws(StoreError) in
      digests.append(try row[0])
      return true
    }
    return digests
  }

  fileprivate func write(_ images: SliceImages) throws(StoreError) {
    try setHead("through", images.through)
    try setHead("whole", images.isWhole ? 1 : 0)
    let lines =
      images.rows.map { ($0.table, true, $0.values) }
      + images.tombstones.map { ($0.table, false, $0.key) }
    for (table, isRow, values) in lines {
      var bytes: [UInt8] = []
      for value in values { value.appendCanonically(to: &bytes) }
      _ = try run(
        "INSERT INTO image (name, is_row, cells) VALUES (?, ?, ?)", [table, isRow, bytes])
    }
  }

  /// The digest of everything in a bundle but the attachments, which are their own seals.
  fileprivate func seal() throws(StoreError) -> [UInt8] {
    var hash = SHA256()
    for query in [
      "SELECT name, value FROM head WHERE name <> 'seal' ORDER BY name",
      "SELECT * FROM entry ORDER BY number", "SELECT * FROM image ORDER BY position",
      "SELECT digest FROM attachment ORDER BY digest",
    ] {
      try each(query, []) { row throws(StoreError) in
        var bytes: [UInt8] = []
        for value in row.values { value.appendCanonically(to: &bytes) }
        hash.update(bytes)
        return true
      }
      hash.update([255])
    }
    return hash.finish()
  }
}

extension [Value] {
  /// Reads what `appendCanonically` wrote.
  init(canonical bytes: [UInt8]) throws(StoreError) {
    self = []
    var rest = bytes[...]
    func number() throws(StoreError) -> UInt64 {
      guard rest.count >= 8 else { throw .damaged("cells") }
      defer { rest = rest.dropFirst(8) }
      return rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
    func content() throws(StoreError) -> [UInt8] {
      guard let count = Int(exactly: try number()), count <= rest.count else {
        throw .damaged("cells")
      }
      defer { rest = rest.dropFirst(count) }
      return [UInt8](rest.prefix(count))
    }
    while let kind = rest.popFirst() {
      switch kind {
      case 0: append(.null)
      case 1: append(.integer(Int64(bitPattern: try number())))
      case 2: append(.real(Double(bitPattern: try number())))
      case 3: append(.text(String(decoding: try content(), as: UTF8.self)))
      case 4: append(.blob(try content()))
      default: throw .damaged("cells")
      }
    }
  }
}
