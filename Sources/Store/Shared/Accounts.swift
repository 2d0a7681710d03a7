import Persian
public import Training

/// Accounts; password hashes leave the records only to be compared.
extension Querying where Self: ~Copyable {
  private static var columns: String { "id, person, role, unit, username, state" }

  public func account(_ id: ID<Account>) throws(StoreError) -> Account? {
    try first("SELECT \(Self.columns) FROM account WHERE id = ?", [id], Account.init(row:))
  }

  /// The accounts that a name may mean in a section: one for each role (S0-2).
  public func accounts(named username: String, roles: [Role]) throws(StoreError) -> [Account] {
    let wanted = roles.map(\.rawValue).joined(separator: "','")
    return try all(
      """
      SELECT \(Self.columns) FROM account WHERE username = ? AND role IN ('\(wanted)')
      ORDER BY id
      """, [username], Account.init(row:))
  }

  /// A page of the accounts of a scope, those of offices before those of learners, by user name.
  ///
  /// `text` is the beginning of a user name, or of names and codes of the person; empty for all.
  /// Accounts of `roles` are found too, whatever they are called. Every page costs the same.
  public func accounts(
    in scope: Scope, matching text: String = "", roles: [Role] = [],
    page: ListPage<Account> = .first, limit: Int = .max
  ) throws(StoreError) -> [Account] {
    var conditions: [(String, [any Storable])] = []
    let typed = Digits.latin(Normalizer.line(text))
    if !typed.isEmpty {
      let query = SearchKey.query(text) ?? "\"\""
      conditions.append(
        (
          """
          ((a.username >= ? AND a.username < ?)
            OR a.person IN (SELECT rowid FROM search_person WHERE search_person MATCH ?)
            OR a.role IN (\(roles.map { _ in "?" }.joined(separator: ", "))))
          """, [typed, typed + "\u{10FFFF}", query] + roles
        ))
    }
    // What a text finds, and the accounts of few offices, are quicker sorted than searched for.
    let isSmall = try offices(in: scope, upTo: 4) < 4
    let isSorted = isSmall || (!typed.isEmpty && roles.isEmpty)
    let bound = page.bound(Account.order, isSorted: isSorted)
    conditions += [
      (bound.condition, bound.arguments),
      scope.condition(findsRows: isSorted),
    ]
    let found = try all(
      """
      SELECT a.id, a.person, a.role, a.unit, a.username, a.state
      FROM account a JOIN unit u ON u.id = a.unit
      WHERE \(conditions.map(\.0).joined(separator: " AND "))
      ORDER BY \(isSorted ? bound.sorting : bound.order) LIMIT ?
      """, conditions.flatMap(\.1) + [limit], Account.init(row:))
    return bound.turned(found)
  }

  public func passwordHash(of account: ID<Account>) throws(StoreError) -> String {
    try value("SELECT password_hash FROM account WHERE id = ?", [account])
  }

  /// The failures since the last success, and the moment of the last; nil when there were none.
  public func failures(
    role: Role, username: String
  ) throws(StoreError) -> (count: Int, last: Int64)? {
    try first(
      "SELECT failures, last_at FROM local_login_attempt WHERE role = ? AND username = ?",
      [role, username]
    ) { row in (count: try row[0], last: try row[1]) }
  }

  public func hasAccounts() throws(StoreError) -> Bool {
    try exists("SELECT 1 FROM account")
  }
}

extension Writing {
  public func insert(_ account: Account, passwordHash: String) throws(StoreError) {
    try run(
      """
      INSERT INTO account (id, person, role, unit, username, password_hash, state)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        account.id, account.person, account.role, account.unit, account.username, passwordHash,
        account.state,
      ])
  }

  public func setPassword(
    of account: ID<Account>, hash: String, state: AccountLife.State
  ) throws(StoreError) {
    try run("UPDATE account SET password_hash = ?, state = ? WHERE id = ?", [hash, state, account])
  }

  public func setState(_ state: AccountLife.State, of account: ID<Account>) throws(StoreError) {
    try run("UPDATE account SET state = ? WHERE id = ?", [state, account])
  }

  /// Counts a failed login; not journaled, because it concerns this file alone.
  public func countFailure(role: Role, username: String) throws(StoreError) {
    try run(
      """
      INSERT INTO local_login_attempt (role, username, failures, last_at) VALUES (?, ?, 1, ?)
      ON CONFLICT (role, username) DO UPDATE SET
        failures = failures + 1, last_at = excluded.last_at
      """, [role, username, moment])
  }

  public func forgetFailures(role: Role, username: String) throws(StoreError) {
    try run(
      "DELETE FROM local_login_attempt WHERE role = ? AND username = ?", [role, username])
  }
}

extension Account {
  fileprivate static let order = ListOrder<Account>(
    .ascending, "(a.role = 'learner')", "a.username", "a.role"
  ) { [$0.role == .learner, $0.username, $0.role] }

  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], person: try row[1], role: try row[2], unit: try row[3],
      username: try row[4], state: try row[5])
  }
}
