public import Training

/// The copies that exchange with this one, and what could not be performed for them.
extension Querying where Self: ~Copyable {
  /// The unit a station works for; nil for a copy that this server does not know.
  public func unit(ofStation replica: Int64) throws(StoreError) -> Unit? {
    let unit = try first("SELECT unit FROM store_station WHERE replica = ?", [replica]) {
      row -> ID<Unit> in try row[0]
    }
    guard let unit else { return nil }
    return try self.unit(unit)
  }

  /// Every record that stands for another.
  public func standIns() throws(StoreError) -> StandIns {
    var standIns = StandIns()
    try each("SELECT id, stands_for FROM store_alias") { row in
      standIns.ids[try row[0]] = try row[1]
      return true
    }
    return standIns
  }

  /// What a station asks its server to perform: everything that waits for the server's word.
  public func push() throws(StoreError) -> ExchangeBundle {
    try bundle(of: openEntries())
  }

  /// The numbers of the entries that a push carries.
  ///
  /// Conflicts go along although nothing is performed again for them: the server tells what became
  /// of them.
  public func openEntries() throws(StoreError) -> [Int64] {
    try all("SELECT number FROM store_entry WHERE state IN (1, 2) ORDER BY number") { row in
      try row[0]
    }
  }

  /// The numbers here of the entries whose fate a station does not know.
  ///
  /// The request is what the station sent; entries that came from it later are among them.
  public func entries(answering request: ExchangeBundle) throws(StoreError) -> [Int64] {
    var numbers = Set(
      try all(
        "SELECT number FROM store_entry WHERE id BETWEEN ? AND ? AND number > ?",
        [request.replica << 32, request.replica << 32 | 0xFFFF_FFFF, request.known]
      ) { row -> Int64 in try row[0] })
    for item in request.items {
      if let entry = try entry(id: item.entry.id) { numbers.insert(entry.number) }
    }
    return numbers.sorted()
  }

  /// Entries by their numbers, as they go between offices.
  public func bundle(
    of numbers: [Int64], images: SliceImages? = nil
  ) throws(StoreError) -> ExchangeBundle {
    var bundle = ExchangeBundle(
      replica: try replica(), schema: try value("PRAGMA user_version"),
      known: try pulledThrough(), items: [], images: images, attachments: [])
    for number in numbers {
      guard let entry = try entry(number: number) else { throw .notFound }
      bundle.items.append(try item(entry))
    }
    return bundle
  }

  /// An entry with what it did where it was written, which for a conflict is another office.
  public func item(_ entry: Entry) throws(StoreError) -> ExchangeBundle.Item {
    let kept = try first("SELECT changeset FROM store_conflict WHERE entry = ?", [entry.number]) {
      row -> [UInt8] in try row[0]
    }
    // `??` would lose the type of what is thrown.
    guard let kept else {
      return try ExchangeBundle.Item(
        entry: entry, changeset: changeset(of: entry.number).bytes)
    }
    return try ExchangeBundle.Item(entry: entry, changeset: kept)
  }

  /// The person that a change records; nil for a change of another kind.
  public func person(madeBy change: Change) throws(StoreError) -> Person? {
    guard change.table == "person", change.operation == .insert else { return nil }
    let names = try columns(of: "person")
    guard names.count == change.cells.count else { throw .damaged("a change of person") }
    let cells = names.map { "? AS \($0.quoted)" }.joined(separator: ", ")
    return try first(
      """
      SELECT id, national_code, personnel_code, first_name, last_name, father_name, birth_day,
        gender, mobile, kind, unit, school, active
      FROM (SELECT \(cells))
      """, change.cells.map { $0.new ?? .null }, Person.init(row:))
  }

  /// Whom a change enrols; nil for a change of another kind.
  public func enrolment(madeBy change: Change) throws(StoreError) -> ID<Person>? {
    guard change.table == "enrolment", change.operation == .insert,
      let place = try columns(of: "enrolment").firstIndex(of: "person"),
      case .integer(let id)? = change.cells.first(where: { $0.column == place })?.new
    else { return nil }
    return ID(rawValue: id)
  }

  /// Whether it is the server that could not perform an entry, rather than this station.
  public func isServersConflict(_ number: Int64) throws(StoreError) -> Bool {
    try exists("SELECT 1 FROM store_conflict WHERE entry = ?", [number])
  }

  /// A row as it is now, all columns in order; nil where there is none.
  public func row(of table: String, key: [Value]) throws(StoreError) -> [Value]? {
    let test = try connection.keyTest(of: table)
    return try first("SELECT * FROM \(table.quoted) WHERE \(test)", key) { row in row.values }
  }
}

extension Writing {
  /// Lets a copy exchange with this one, for a unit and what lies below it.
  public func register(station replica: Int64, for unit: ID<Unit>) throws(StoreError) {
    try run(
      "INSERT OR REPLACE INTO store_station (replica, unit) VALUES (?, ?)", [replica, unit])
  }

  /// Writes down that an entry of a station could not be performed, with what it did there.
  public func keepConflict(_ item: ExchangeBundle.Item) throws(StoreError) {
    let entry = item.entry
    let number = try journal(
      Cause(
        useCase: entry.useCase, arguments: entry.arguments, actor: entry.actor,
        reason: entry.reason, edition: entry.edition, batch: entry.batch, undoes: entry.undoes,
        moment: entry.moment, id: entry.id, state: .conflicted))
    try run(
      "INSERT INTO store_conflict (entry, changeset) VALUES (?, ?)", [number, item.changeset])
  }

  /// At a station: the server could not perform an entry, which was taken back here.
  public func markServersConflict(_ number: Int64) throws(StoreError) {
    try mark(entry: number, as: .conflicted)
    try run(
      """
      INSERT OR REPLACE INTO store_conflict (entry, changeset)
      SELECT number, changeset FROM store_entry WHERE number = ?
      """, [number])
  }

  /// At a station: the server has performed an entry, or it is given up.
  ///
  /// The link of the server's chain makes the entry count as being in effect; nil gives it up.
  public func settle(entry number: Int64, link: [UInt8]?) throws(StoreError) {
    try mark(entry: number, as: .settled)
    try run("UPDATE store_entry SET hash = ? WHERE number = ?", [link, number])
  }

  /// Does a part of the transaction, or nothing of it when it throws.
  ///
  /// Everything before it must stand in the journal.
  public func attempt(_ body: (borrowing Writing) throws -> Void) throws {
    guard try transaction.isJournaled() else { throw StoreError.unjournaled }
    try connection.script("SAVEPOINT attempt")
    do {
      try body(self)
      guard try transaction.isJournaled() else { throw StoreError.unjournaled }
      try connection.script("RELEASE attempt")
    } catch {
      try connection.script("ROLLBACK TO attempt; RELEASE attempt")
      // A session that began inside holds old values that never were.
      try transaction.watchAnew()
      throw error
    }
  }
}

extension Store {
  /// The schema version of this program, and so of the open file.
  public var schema: Int { schemaVersion }
}
