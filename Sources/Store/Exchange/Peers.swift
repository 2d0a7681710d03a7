public import Training

/// A copy of the records that exchanges with this server.
public struct Station: Hashable, Sendable {
  /// The number of the copy.
  public var replica: Int64
  /// The unit it works for, with everything below.
  public var unit: ID<Unit>
  /// Its public key as OpenSSH writes it, without a comment; empty where it has none.
  public var key: String
  /// The last entry here that it said it has.
  public var known: Int64
  /// When it last sent something, in milliseconds since 1970; 0 for never.
  public var pushed: Int64
  /// When it was last answered; 0 for never.
  public var pulled: Int64
}

extension Station {
  fileprivate static let selection =
    "SELECT replica, unit, key, known, pushed, pulled FROM store_station"

  fileprivate init(_ row: borrowing Row) throws(StoreError) {
    self.init(
      replica: try row[0], unit: try row[1], key: try row[2], known: try row[3],
      pushed: try row[4], pulled: try row[5])
  }
}

/// The server that a station exchanges with.
public struct ServerOffice: Hashable, Sendable {
  /// The number of the server's copy.
  public var replica: Int64
  /// Its public key as OpenSSH writes it.
  public var key: String
  /// The name of the office that keeps it.
  public var name: String
  /// The unit this station works for.
  public var unit: ID<Unit>
  /// `user@host:port` of its SSH server; empty where there is none.
  public var address: String
  /// When this station last sent something, in milliseconds since 1970; 0 for never.
  public var pushed: Int64
  /// When it last became equal to the server; 0 for never.
  public var pulled: Int64

  public init(
    replica: Int64, key: String, name: String, unit: ID<Unit>, address: String = "",
    pushed: Int64 = 0, pulled: Int64 = 0
  ) {
    self.replica = replica
    self.key = key
    self.name = name
    self.unit = unit
    self.address = address
    self.pushed = pushed
    self.pulled = pulled
  }
}

extension Querying where Self: ~Copyable {
  /// Every copy that exchanges with this server, in the order of their numbers.
  public func stations() throws(StoreError) -> [Station] {
    try all("\(Station.selection) ORDER BY replica") { row in try Station(row) }
  }

  public func station(_ replica: Int64) throws(StoreError) -> Station? {
    try first("\(Station.selection) WHERE replica = ?", [replica]) { row in try Station(row) }
  }

  /// The server of this station; nil at a server and before joining.
  public func server() throws(StoreError) -> ServerOffice? {
    try first(
      "SELECT replica, key, name, unit, address, pushed, pulled FROM store_server"
    ) { row in
      ServerOffice(
        replica: try row[0], key: try row[1], name: try row[2], unit: try row[3],
        address: try row[4], pushed: try row[5], pulled: try row[6])
    }
  }

  /// How many entries wait for the server's word, and how many for a person's.
  public func exchangeCounts() throws(StoreError) -> (waiting: Int, conflicts: Int) {
    (
      waiting: try value("SELECT count(*) FROM store_entry WHERE state = 1"),
      conflicts: try value("SELECT count(*) FROM store_entry WHERE state = 2")
    )
  }

  /// The attachments that rows of a slice name and the station is not known to have.
  public func attachments(
    of images: SliceImages, for station: Int64, known: Int64
  ) throws(StoreError) -> [BlobDigest] {
    var found: Set<BlobDigest> = []
    for row in images.rows {
      for value in row.values { if let digest = value.namedBlob { found.insert(digest) } }
    }
    var missing: [BlobDigest] = []
    for digest in found where try hasBlob(digest) {
      let isThere = try exists(
        "SELECT 1 FROM store_sent WHERE station = ? AND digest = ? AND through <= ?",
        [station, digest, known])
      if !isThere { missing.append(digest) }
    }
    return missing.sorted { $0.hexadecimal < $1.hexadecimal }
  }

  /// The attachments that entries on their way to the server brought.
  public func attachments(ofEntries numbers: [Int64]) throws(StoreError) -> [BlobDigest] {
    var found: Set<BlobDigest> = []
    for number in numbers {
      guard let entry = try entry(number: number), entry.state != .conflicted else { continue }
      for change in try changes(of: number) {
        for cell in change.cells {
          if let digest = cell.new?.namedBlob { found.insert(digest) }
        }
      }
    }
    var kept: [BlobDigest] = []
    for digest in found where try hasBlob(digest) { kept.append(digest) }
    return kept.sorted { $0.hexadecimal < $1.hexadecimal }
  }
}

extension Writing {
  /// Remembers the server of this station; another one in its place is met as a new one.
  public func setServer(_ server: ServerOffice) throws(StoreError) {
    try run(
      """
      INSERT OR REPLACE INTO store_server (one, replica, key, name, unit, address, pushed, pulled)
      VALUES (1, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        server.replica, server.key, server.name, server.unit, server.address, server.pushed,
        server.pulled,
      ])
  }

  /// Notes that a station has sent something, and the last entry it has.
  public func noteTaken(from station: Int64, known: Int64) throws(StoreError) {
    try run(
      "UPDATE store_station SET pushed = ?, known = ? WHERE replica = ?",
      [transaction.moment, known, station])
  }

  /// Notes that a station was answered, and which attachments went along.
  public func noteAnswered(
    _ station: Int64, through: Int64, _ attachments: [BlobDigest]
  ) throws(StoreError) {
    try run(
      "UPDATE store_station SET pulled = ? WHERE replica = ?", [transaction.moment, station])
    for digest in attachments {
      try run(
        """
        INSERT INTO store_sent (station, digest, through) VALUES (?, ?, ?)
        ON CONFLICT (station, digest) DO UPDATE SET through = max(through, excluded.through)
        """, [station, digest, through])
    }
  }

  /// Notes attachments that a station brought, and so has.
  public func noteBrought(_ attachments: [BlobDigest], by station: Int64) throws(StoreError) {
    for digest in attachments {
      try run("INSERT OR REPLACE INTO store_sent VALUES (?, ?, 0)", [station, digest])
    }
  }
}

extension Value {
  /// The attachment that a cell may name: 32 bytes, or their 64 hexadecimal digits.
  fileprivate var namedBlob: BlobDigest? {
    switch self {
    case .blob(let bytes): BlobDigest(bytes: bytes)
    case .text(let text) where text.utf8.count == 64: BlobDigest(hexadecimal: text)
    default: nil
    }
  }
}

extension Writing {
  /// At a station: it has sent its work just now.
  public func notePushed() throws(StoreError) {
    try run("UPDATE store_server SET pushed = ?", [transaction.moment])
  }

  /// At a station: it has become equal to the server just now.
  public func notePulled() throws(StoreError) {
    try run("UPDATE store_server SET pulled = ?", [transaction.moment])
  }
}
