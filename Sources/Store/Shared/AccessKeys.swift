public import Training

/// The keys that open the server over SSH.
extension Querying where Self: ~Copyable {
  private static var columns: String {
    "SELECT id, holder, is_station, kind, body, comment, added, active FROM local_access_key"
  }

  public func accessKey(_ id: ID<AccessKey>) throws(StoreError) -> AccessKey? {
    try first("\(Self.columns) WHERE id = ?", [id], AccessKey.init(row:))
  }

  /// The key in use that has a body; nil for one that nobody brought, or that was taken back.
  public func accessKey(body: String) throws(StoreError) -> AccessKey? {
    try first("\(Self.columns) WHERE body = ? AND active = 1", [body], AccessKey.init(row:))
  }

  /// The keys in use, of one holder or of all.
  public func accessKeys(of holder: AccessKey.Holder? = nil) throws(StoreError) -> [AccessKey] {
    guard let holder else {
      return try all("\(Self.columns) WHERE active = 1 ORDER BY id", [], AccessKey.init(row:))
    }
    return try all(
      "\(Self.columns) WHERE active = 1 AND holder = ? AND is_station = ? ORDER BY id",
      [holder.name, holder.isStation], AccessKey.init(row:))
  }
}

extension Writing {
  public func insert(_ key: AccessKey) throws(StoreError) {
    try run(
      """
      INSERT INTO local_access_key (id, holder, is_station, kind, body, comment, added, active)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        key.id, key.holder.name, key.holder.isStation, key.text.kind, key.text.body,
        key.text.comment, key.added, key.isActive,
      ])
  }

  public func revoke(_ key: ID<AccessKey>) throws(StoreError) {
    try run("UPDATE local_access_key SET active = 0 WHERE id = ?", [key])
  }
}

extension AccessKey.Holder {
  fileprivate var isStation: Bool {
    if case .station = self { true } else { false }
  }

  fileprivate var name: String {
    switch self {
    case .user(let name): name
    case .station(let number): String(number)
    }
  }
}

extension AccessKey {
  fileprivate init(row: borrowing Row) throws {
    let name: String = try row[1]
    let isStation: Bool = try row[2]
    self.init(
      id: try row[0], holder: isStation ? .station(Int64(name) ?? 0) : .user(name),
      text: Text(kind: try row[3], body: try row[4], comment: try row[5]), added: try row[6],
      isActive: try row[7])
  }
}
