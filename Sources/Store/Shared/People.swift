import Persian
public import Training

/// People, always within a scope but where a code names exactly one.
extension Querying where Self: ~Copyable {
  private static var columns: String {
    """
    p.id, p.national_code, p.personnel_code, p.first_name, p.last_name, p.father_name,
    p.birth_day, p.gender, p.mobile, p.kind, p.unit, p.school, p.active
    """
  }

  public func person(_ id: ID<Person>) throws(StoreError) -> Person? {
    try first("SELECT \(Self.columns) FROM person p WHERE p.id = ?", [id], Person.init(row:))
  }

  /// Whoever has this national code, in any office.
  public func person(_ code: NationalCode) throws(StoreError) -> Person? {
    try first(
      "SELECT \(Self.columns) FROM person p WHERE p.national_code = ?", [code.digits],
      Person.init(row:))
  }

  /// Whoever has this personnel code, in any office.
  public func person(_ code: PersonnelCode) throws(StoreError) -> Person? {
    try first(
      "SELECT \(Self.columns) FROM person p WHERE p.personnel_code = ?", [code.digits],
      Person.init(row:))
  }

  /// A page of the people of a scope in the alphabet's order.
  ///
  /// Only people of the scope's units are seen. A page is never an offset, so every page costs
  /// the same; `limit` is the most people it holds.
  public func people(
    in scope: Scope, page: ListPage<PersonPlace> = .first, limit: Int
  ) throws(StoreError) -> [PersonLine] {
    let bound = page.bound(PersonPlace.order)
    // So few offices that their people are quicker sorted than searched for.
    let isSmall = try offices(in: scope, upTo: 4) < 4
    let range = scope.range
    let found = try all(
      """
      \(Self.lines) JOIN unit u ON u.id = p.unit
      WHERE \(bound.condition) AND \(isSmall ? "" : "+")u.path >= ? AND u.path < ?
      ORDER BY \(bound.order) LIMIT ?
      """,
      bound.arguments + [range.lower, range.upper, limit], PersonLine.init(row:))
    return bound.turned(found)
  }

  /// The people of a scope whose names or codes begin with every word typed.
  ///
  /// One letter goes to the surnames that begin with it: as an index of words it would match a
  /// tenth of everybody. Never ordered by rank, which would read every match.
  public func people(
    in scope: Scope, matching text: String, limit: Int
  ) throws(StoreError) -> [PersonLine] {
    let key = SearchKey.joined(text)
    if key.unicodeScalars.count < 2 {
      let place = PersonPlace(sortKey: Collation.key(text), id: ID(rawValue: 0))
      return try people(in: scope, page: .from(place), limit: limit)
    }
    guard let query = SearchKey.query(text) else { return [] }
    let range = scope.range
    let found = try all(
      """
      \(Self.lines) JOIN unit u ON u.id = p.unit
      WHERE p.id IN (SELECT rowid FROM search_person WHERE search_person MATCH ?)
        AND u.path >= ? AND u.path < ? LIMIT ?
      """, [query, range.lower, range.upper, limit], PersonLine.init(row:))
    return found.sorted {
      ($0.place.sortKey, $0.person.id.rawValue) < ($1.place.sortKey, $1.person.id.rawValue)
    }
  }

  static var lines: String {
    """
    SELECT \(columns), p.sort_key, u.name,
      coalesce((SELECT s.name FROM unit s WHERE s.id = p.school), '')
    FROM person p
    """
  }

  public func personCount(in scope: Scope) throws(StoreError) -> Int {
    let range = scope.range
    return try value(
      """
      SELECT count(*) FROM person p JOIN unit u ON u.id = p.unit
      WHERE u.path >= ? AND u.path < ?
      """, [range.lower, range.upper])
  }
}

/// Where a person stands in the alphabet: what a page begins after.
public struct PersonPlace: Hashable, Sendable {
  public let sortKey: String
  public let id: ID<Person>

  public init(sortKey: String, id: ID<Person>) {
    self.sortKey = sortKey
    self.id = id
  }

  static let order = ListOrder<PersonPlace>(.ascending, "p.sort_key", "p.id") {
    [$0.sortKey, $0.id]
  }
}

/// A person with the names of the units, as lists show them.
public struct PersonLine: Hashable, Sendable {
  public let person: Person
  public let place: PersonPlace
  public let unitName: String
  /// Empty where no school is known.
  public let schoolName: String
}

extension Writing {
  public func insert(_ person: Person) throws(StoreError) {
    try run(
      """
      INSERT INTO person
        (id, national_code, personnel_code, first_name, last_name, father_name, birth_day, gender,
         mobile, kind, unit, school, active, unchecked_code, name_key, sort_key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, [person.id] + person.cells)
  }

  public func update(_ person: Person) throws(StoreError) {
    try run(
      """
      UPDATE person SET
        national_code = ?, personnel_code = ?, first_name = ?, last_name = ?, father_name = ?,
        birth_day = ?, gender = ?, mobile = ?, kind = ?, unit = ?, school = ?, active = ?,
        unchecked_code = ?, name_key = ?, sort_key = ?
      WHERE id = ?
      """, person.cells + [person.id])
  }
}

extension Person {
  init(row: borrowing Row) throws {
    let national: String? = try row[1]
    let personnel: String? = try row[2]
    let mobile: String = try row[8]
    self.init(
      id: try row[0], nationalCode: try national.map { try NationalCode(unchecked: $0) },
      personnelCode: try personnel.map { try PersonnelCode(recorded: $0) },
      name: try PersonName(first: try row[3], last: try row[4]), fatherName: try row[5],
      birthDay: try row[6], gender: try row[7],
      mobile: mobile.isEmpty ? nil : try Mobile(validating: mobile), kind: try row[9],
      unit: try row[10], school: try row[11], isActive: try row[12])
  }

  /// Every column but the id, in the order of the statements above.
  fileprivate var cells: [any Storable] {
    [
      nationalCode?.digits, personnelCode?.digits, name.first, name.last, fatherName, birthDay,
      gender, mobile?.digits ?? "", kind, unit, school, isActive,
      !(nationalCode?.isChecked ?? true), SearchKey.indexText(name.inFull),
      Collation.key(name.surnameFirst),
    ]
  }
}

extension PersonLine {
  init(row: borrowing Row) throws {
    person = try Person(row: row)
    place = PersonPlace(sortKey: try row[13], id: person.id)
    unitName = try row[14]
    schoolName = try row[15]
  }
}
