import Interchange
public import Store
public import Training

/// Lets a key in: as a person by the user name, or as another office.
public struct RegisterKey: UseCase {
  public static let name = "key.register"
  public static let isUndoable = false
  public var id: ID<AccessKey>?
  /// The user name; empty for the key of a station.
  public var username: String
  /// The number of the station's copy; 0 for the key of a person.
  public var station: Int64
  public var text: AccessKey.Text

  public init(_ text: AccessKey.Text, for holder: AccessKey.Holder) {
    self.text = text
    switch holder {
    case .user(let name): (username, station) = (name, 0)
    case .station(let number): (username, station) = ("", number)
    }
  }

  private var holder: AccessKey.Holder {
    username.isEmpty ? .station(station) : .user(username)
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireKeeper()
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<AccessKey> {
    guard let id else { throw StoreError.notFound }
    if !username.isEmpty {
      let accounts = try records.accounts(named: username, roles: Role.withAccounts)
      guard accounts.contains(where: { $0.state != .inactive }) else {
        throw Failure.complaint(field: "user", .unknownChoice(username))
      }
    }
    // One key opens one door: whose session it is must be certain.
    guard try records.accessKey(body: text.body) == nil else {
      throw Failure.refused([Finding(.permission, .refusal, .portal(.keyTaken))])
    }
    try records.insert(AccessKey(id: id, holder: holder, text: text, added: context.moment))
    return id
  }
}

/// Takes a key back; it opens nothing from the next connection on.
public struct RevokeKey: UseCase {
  public static let name = "key.revoke"
  public static let isUndoable = false
  public var key: ID<AccessKey>

  public init(_ key: ID<AccessKey>) { self.key = key }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireKeeper()
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard try records.accessKey(key)?.isActive == true else { throw Failure.forbidden }
    try records.revoke(key)
  }
}

/// Writes down what somebody did at the door of the server, or tried to do.
///
/// It changes no record: the entry itself, with its arguments, is what is kept.
public struct RecordAccess: UseCase {
  public static let name = "access.record"
  public static let isUndoable = false

  public enum Deed: String, Codable, Sendable {
    /// Came in and went.
    case entered, left
    /// Brought a file, took one, looked at the names.
    case put, get, list
    /// Asked for something that the door does not open for.
    case refused
  }

  public var deed: Deed
  /// The file, or the words that were refused; at most 200 characters, visible ones.
  public var what: String
  public var bytes: Int
  /// Where the connection came from.
  public var origin: String

  public init(_ deed: Deed, _ what: String = "", bytes: Int = 0, from origin: String = "") {
    self.deed = deed
    self.what = FileName.visible(what, limit: 200)
    self.bytes = bytes
    self.origin = FileName.visible(origin, limit: 200)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    // What happened at a door is said at that door, not by another office.
    guard !context.isReplay else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {}
}

extension Context {
  /// Throws unless an administrator acts here and now: who may come in is never brought by exchange.
  fileprivate func requireKeeper() throws {
    guard actor.role == .administrator, !isReplay else { throw Failure.forbidden }
    try require(.editAccounts)
  }
}

extension Portal {
  /// Everybody a user name may act as: the accounts that are in use, one a role.
  public func actors(named username: String) -> Result<[Actor], Failure> {
    do {
      return .success(
        try store.read { records in
          try records.accounts(named: username, roles: Role.withAccounts)
            .filter { $0.state != .inactive }.compactMap { try records.actor(of: $0) }
        })
    } catch {
      return .failure(Failure(error))
    }
  }
}
