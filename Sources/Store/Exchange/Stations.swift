import CSQLite
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

  /// Moves whenever a record comes to stand for another.
  public func standInStamp() throws(StoreError) -> [Int64] {
    try first("SELECT count(*), ifnull(sum(stands_for & 0xFFFFFFFF), 0) FROM store_alias") { row in
      [try row[0], try row[1]]
    } ?? []
  }

  /// What a station asks its server to perform: everything that waits for the server's word.
  public func push() throws(StoreError) -> ExchangeBundle {
    try bundle(of: openEntries())
  }

  /// The numbers of the entries that a push carries.
  ///
  /// Conflicts go along although nothing is performed again for them: the server tells what became
  /// of them. A station that has pulled nothing of its server yet, or meets another one in its place,
  /// sends what the one before accepted too.
  public func openEntries() throws(StoreError) -> [Int64] {
    let isNew = try pulledThrough() == 0
    return try all(
      """
      SELECT number FROM store_entry
      WHERE state IN (1, 2) OR (? AND state = 3 AND hash IS NOT NULL) ORDER BY number
      """, [isNew]
    ) { row in try row[0] }
  }

  /// What a server has accepted of this station's work, in order.
  public func acceptedElsewhere() throws(StoreError) -> [Entry] {
    try all("\(Entry.selection) WHERE state = 3 AND hash IS NOT NULL ORDER BY number") { row in
      try Entry(row)
    }
  }

  /// The numbers here of the entries whose fate a station does not know: what came after the last
  /// entry it has, and whatever was a conflict.
  ///
  /// A station that was restored from a backup has a new number and the key it had.
  public func entries(
    answering station: Int64, known: Int64
  ) throws(StoreError) -> [Int64] {
    var numbers: Set<Int64> = []
    for replica in try sameOffice(as: station) {
      let (first, last) = (replica << 32, replica << 32 | 0xFFFF_FFFF)
      numbers.formUnion(
        try all(
          "SELECT number FROM store_entry WHERE id BETWEEN ? AND ? AND number > ?",
          [first, last, known]
        ) { row -> Int64 in try row[0] })
      numbers.formUnion(
        try all(
          """
          SELECT (SELECT max(number) FROM store_entry last WHERE last.id = entry.id)
          FROM store_conflict JOIN store_entry entry ON entry.number = store_conflict.entry
          WHERE entry.id BETWEEN ? AND ?
          """, [first, last]
        ) { row -> Int64 in try row[0] })
    }
    return numbers.sorted()
  }

  /// The numbers a copy has had, by its key.
  private func sameOffice(as station: Int64) throws(StoreError) -> [Int64] {
    let same = try all(
      """
      SELECT replica FROM store_station
      WHERE key <> '' AND key = (SELECT key FROM store_station WHERE replica = ?)
      """, [station]
    ) { row -> Int64 in try row[0] }
    return same.contains(station) ? same : same + [station]
  }

  /// Entries by their numbers, as they go between offices.
  public func bundle(
    of numbers: [Int64], images: SliceImages? = nil
  ) throws(StoreError) -> ExchangeBundle {
    let known = try pulledThrough()
    var bundle = ExchangeBundle(
      replica: try replica(), schema: try value("PRAGMA user_version"), known: known,
      link: try link(known: known, through: images?.through), items: [], images: images,
      attachments: [])
    for number in numbers {
      guard let entry = try entry(number: number) else { throw .notFound }
      bundle.items.append(try item(entry))
    }
    return bundle
  }

  /// The link that a bundle carries: a server's own one, a station's as its server told it.
  func link(known: Int64, through: Int64?) throws(StoreError) -> [UInt8] {
    if let through { return try chainLink(through: through) }
    return known > 0 ? try pulledLink() : []
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

  /// The row that stands where another one would: under its key, or with the values that only one row
  /// may have.
  public func rival(of table: String, _ values: [Value]) throws(StoreError) -> [Value]? {
    let names = try columns(of: table)
    guard names.count == values.count else { return nil }
    let indexes = try all(
      "SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1 AND partial = 0", [table]
    ) { row -> String in try row[0] }
    for index in indexes {
      let parts = try all("SELECT name FROM pragma_index_info(?) ORDER BY seqno", [index]) {
        row -> String? in try row[0]
      }.compactMap { $0 }
      let places = parts.compactMap { names.firstIndex(of: $0) }
      guard !places.isEmpty, places.count == parts.count else { continue }
      let test = places.map { "\(names[$0].quoted) = ?" }.joined(separator: " AND ")
      let found = try first(
        "SELECT * FROM \(table.quoted) WHERE \(test)", places.map { values[$0] }
      ) { row in row.values }
      if let found { return found }
    }
    return nil
  }

  /// A row as it is now, all columns in order; nil where there is none.
  public func row(of table: String, key: [Value]) throws(StoreError) -> [Value]? {
    let test = try connection.keyTest(of: table)
    return try first("SELECT * FROM \(table.quoted) WHERE \(test)", key) { row in row.values }
  }
}

extension Writing {
  /// Lets a copy exchange with this one, for a unit and what lies below it.
  public func register(
    station replica: Int64, for unit: ID<Unit>, key: String = ""
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO store_station (replica, unit, key) VALUES (?, ?, ?)
      ON CONFLICT (replica) DO UPDATE SET unit = excluded.unit, key = excluded.key
      """, [replica, unit, key])
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
      // A full disk ends the whole transaction, and with it the savepoint.
      guard sqlite3_get_autocommit(connection.handle) == 0 else { throw error }
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
