public import Persian
public import Training

extension Announcement.Kind: Storable {}

/// An announcement as lists show it.
public struct AnnouncementLine: Hashable, Sendable {
  public let announcement: Announcement
  public let unitName: String
  /// Whether the account has opened it.
  public let isRead: Bool
  /// Whether it announces a course that was cancelled.
  let isOver: Bool

  /// Whether it hangs on the board on a day.
  public func hangs(on day: JalaliDate) -> Bool { !isOver && announcement.hangs(on: day) }
}

/// Whose announcements are seen: those of the offices above an account that are for its role, and for
/// whoever writes them also those of its own units, on any day.
public struct AnnouncementReach: Hashable, Sendable {
  public var role: Role
  public var account: ID<Account>
  /// The account's own unit.
  public var path: UnitPath
  /// The units whose announcements the account looks after; nil for readers.
  public var office: Scope?

  public init(role: Role, account: ID<Account>, path: UnitPath, office: Scope?) {
    self.role = role
    self.account = account
    self.path = path
    self.office = office
  }

  /// What hangs for the account on a day; what announces a cancelled course does not.
  fileprivate func hanging(_ day: JalaliDate) -> (condition: String, arguments: [any Storable]) {
    (
      """
      (substr(?, 1, length(u.path)) = u.path AND a.from_day <= ?
        AND (a.to_day IS NULL OR a.to_day >= ?)
        AND NOT EXISTS (SELECT 1 FROM course_request r
          WHERE r.id = a.request AND r.state = 'cancelled')
        AND (a.roles = '' OR instr(a.roles, ?) > 0)
        AND (a.class IS NULL OR EXISTS (SELECT 1 FROM account x
          JOIN enrolment e ON e.person = x.person
          WHERE x.id = ? AND e.class = a.class AND e.state NOT IN ('withdrawn', 'removed'))))
      """, [path, day, day, ",\(role.rawValue),", account]
    )
  }

  func all(_ day: JalaliDate) -> (condition: String, arguments: [any Storable]) {
    let (hanging, arguments) = hanging(day)
    guard let range = office?.range else { return (hanging, arguments) }
    return (
      "(\(hanging) OR (u.path >= ? AND u.path < ?))", arguments + [range.lower, range.upper]
    )
  }
}

/// Announcements, within what an account may read.
extension Querying where Self: ~Copyable {
  private static var selection: String {
    """
    SELECT \(Announcement.columns), u.name,
      EXISTS (SELECT 1 FROM local_announcement_read l
        WHERE l.announcement = a.id AND l.account = ?),
      EXISTS (SELECT 1 FROM course_request r WHERE r.id = a.request AND r.state = 'cancelled')
    FROM announcement a JOIN unit u ON u.id = a.unit
    """
  }

  /// Nil when there is none within reach.
  public func announcement(
    _ id: ID<Announcement>, in reach: AnnouncementReach, on day: JalaliDate
  ) throws(StoreError) -> AnnouncementLine? {
    let (condition, arguments) = reach.all(day)
    return try first(
      "\(Self.selection) WHERE a.id = ? AND \(condition)", [reach.account, id] + arguments,
      AnnouncementLine.init(row:))
  }

  /// What hangs on the board of an account, the starred ones first, then the newest.
  ///
  /// `ownToo` adds those that the account looks after and that hang no more, or not yet.
  public func announcements(
    in reach: AnnouncementReach, on day: JalaliDate, ownToo: Bool = false, limit: Int = 500
  ) throws(StoreError) -> [AnnouncementLine] {
    let (condition, arguments) = ownToo ? reach.all(day) : reach.hanging(day)
    return try all(
      """
      \(Self.selection) WHERE \(condition)
      ORDER BY a.starred DESC, a.from_day DESC, a.id DESC LIMIT ?
      """, [reach.account] + arguments + [limit], AnnouncementLine.init(row:))
  }
}

extension Writing {
  public func insert(_ it: Announcement) throws(StoreError) {
    try insert("announcement", it.id, it.cells)
  }

  /// Changes what differs between two forms of an announcement, if the first is still there.
  public func update(
    _ old: Announcement, to new: Announcement
  ) throws(StoreError) -> Conflict? {
    try update("announcement", old.id, from: old.cells, to: new.cells)
  }

  /// Remembers that an account has opened an announcement; not journaled.
  public func noteReading(
    of announcement: ID<Announcement>, by account: ID<Account>
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO local_announcement_read (announcement, account, moment) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """, [announcement, account, moment])
  }
}

extension Announcement {
  fileprivate static let columns = """
    a.id, a.kind, a.title, a.body, a.starred, a.from_day, a.to_day, a.unit, a.roles, a.request,
      a.class, a.file_name, a.file_size, a.file_digest
    """

  init(row: borrowing Row) throws {
    let roles: String = try row[8]
    let name: String? = try row[11]
    let size: Int? = try row[12]
    let digest: [UInt8]? = try row[13]
    var attachment: Attachment?
    if let name, let size, let digest {
      attachment = Attachment(name: name, size: size, digest: digest)
    }
    self.init(
      id: try row[0], kind: try row[1], title: try row[2], body: try row[3],
      isStarred: try row[4], from: try row[5], to: try row[6], unit: try row[7],
      roles: Set(roles.split(separator: ",").compactMap { Role(rawValue: String($0)) }),
      request: try row[9], trainingClass: try row[10], attachment: attachment)
  }

  private var storedRoles: String {
    roles.isEmpty ? "" : "," + roles.map(\.rawValue).sorted().joined(separator: ",") + ","
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("kind", kind), ("title", title), ("title_key", SearchKey.indexText(title)),
      ("body", body), ("body_key", SearchKey.indexText(body)), ("starred", isStarred),
      ("from_day", from), ("to_day", to), ("unit", unit), ("roles", storedRoles),
      ("request", request), ("class", trainingClass), ("file_name", attachment?.name),
      ("file_size", attachment?.size),
      ("file_digest", attachment?.digest),
    ]
  }
}

extension AnnouncementLine {
  init(row: borrowing Row) throws {
    announcement = try Announcement(row: row)
    unitName = try row[14]
    isRead = try row[15]
    isOver = try row[16]
  }
}
