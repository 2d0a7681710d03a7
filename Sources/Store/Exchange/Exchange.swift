public import Training

/// Who this copy of the records is, and what it has exchanged.
extension Querying where Self: ~Copyable {
  /// The number of this copy, under which it gives ids.
  public func replica() throws(StoreError) -> Int64 {
    try value("SELECT replica FROM store_replica")
  }

  /// Whether what is done here waits for a server to perform it.
  public func isStation() throws(StoreError) -> Bool { try connection.isStation() }

  /// The server's last entry this station has pulled, 0 before the first pull.
  public func pulledThrough() throws(StoreError) -> Int64 {
    try first("SELECT CAST(value AS INTEGER) FROM store_setting WHERE name = 'pulled'") { row in
      try row[0]
    } ?? 0
  }

  /// The link of the server's chain at that entry; empty where it is not known.
  func pulledLink() throws(StoreError) -> [UInt8] {
    let text = try first("SELECT value FROM store_setting WHERE name = 'pulled-link'") {
      row -> String in try row[0]
    }
    return BlobDigest(hexadecimal: text ?? "")?.bytes ?? []
  }

  /// The record that stands for another since both turned out to be one; the id itself otherwise.
  public func resolve<Entity>(_ id: ID<Entity>) throws(StoreError) -> ID<Entity> {
    let target = try first(
      "SELECT stands_for FROM store_alias WHERE id = ?", [id]
    ) { row -> ID<Entity> in try row[0] }
    return target ?? id
  }

  /// Whether an entry has been performed here already: a bundle may come twice.
  public func hasAccepted(entry id: Int64) throws(StoreError) -> Bool {
    try exists("SELECT 1 FROM store_entry WHERE id = ? AND state = 0", [id])
  }
}

extension Writing {
  /// Makes this copy a station of a server, or independent again.
  public func setStation(_ isStation: Bool) throws(StoreError) {
    if isStation {
      try run("INSERT OR REPLACE INTO store_setting (name, value) VALUES ('station', '1')")
    } else {
      try run("DELETE FROM store_setting WHERE name = 'station'")
    }
  }

  public func setPulledThrough(_ number: Int64, link: [UInt8] = []) throws(StoreError) {
    try run(
      "INSERT OR REPLACE INTO store_setting (name, value) VALUES ('pulled', ?)", [String(number)])
    try run(
      "INSERT OR REPLACE INTO store_setting (name, value) VALUES ('pulled-link', ?)",
      [BlobDigest(bytes: link)?.hexadecimal ?? ""])
  }

  /// Says what became of a pending or conflicted entry.
  ///
  /// - Parameters:
  ///   - number: Its number in this file.
  ///   - state: Conflicted, pending again, or settled; accepted entries are only written, never made,
  ///     or the chain would have a hole.
  /// - Throws: `notFound` when there is no such entry that is still open.
  public func mark(entry number: Int64, as state: Entry.State) throws(StoreError) {
    precondition(state != .accepted, "the server accepts by performing")
    let changed = try run(
      "UPDATE store_entry SET state = ? WHERE number = ? AND state <> 0", [state, number])
    guard changed == 1 else { throw .notFound }
  }

  /// From now on `id` means `other`: the same person was recorded in two offices.
  ///
  /// Chains are shortened at once, so resolving takes one step. Throws `damaged` for a circle.
  public func alias<Entity>(_ id: ID<Entity>, for other: ID<Entity>) throws(StoreError) {
    let target = try resolve(other)
    guard target != id else { throw .damaged("\(id.rawValue) would stand for itself") }
    try run("UPDATE store_alias SET stands_for = ? WHERE stands_for = ?", [target, id])
    try run(
      "INSERT OR REPLACE INTO store_alias (id, stands_for) VALUES (?, ?)", [id, target])
  }
}
