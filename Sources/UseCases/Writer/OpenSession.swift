import FoundationEssentials
import Store
public import Training

/// Somebody whose session is open now.
public struct OpenSession: Codable, Equatable, Sendable {
  public let key: ID<AccessKey>
  public let username: String
  /// The person's name; the user name where the account has none.
  public let name: String
  /// Where the connection came from.
  public let origin: String
  public let process: Int32
  /// In milliseconds since 1970.
  public let since: Int64
}

/// What the owner of the records says to everybody who is in.
public struct WriterNotice: Codable, Equatable, Sendable {
  /// Nil where only the end is announced.
  public var text: String?
  /// Seconds until every session ends; nil lets them be.
  public var endsIn: Int?

  public init(text: String?, endsIn: Int? = nil) {
    self.text = text
    self.endsIn = endsIn
  }
}

extension WriterDesk {
  /// Whether a session may hear who is in.
  func mayList(_ hello: SessionHello) throws -> Bool {
    guard hello.key != SessionHello.owner else { return true }
    return try portal.store.read { records in
      guard case .user(let name)? = try records.accessKey(ID(rawValue: hello.key))?.holder else {
        return false
      }
      return try records.accounts(named: name, roles: [.administrator])
        .contains { $0.state == .active }
    }
  }

  /// The sessions with the names of their people.
  func named(
    _ guests: [(hello: SessionHello, process: Int32, since: Int64)]
  ) throws -> [OpenSession] {
    try portal.store.read { records in
      try guests.compactMap { guest in
        let key = try records.accessKey(ID(rawValue: guest.hello.key))
        guard let key, case .user(let username) = key.holder else { return nil }
        let account = try records.accounts(named: username, roles: Role.withAccounts).first
        return OpenSession(
          key: key.id, username: username,
          name: try account.flatMap { try records.actor(of: $0) }?.name ?? username,
          origin: guest.hello.origin, process: guest.process, since: guest.since)
      }
    }
  }
}

extension Portal {
  /// Whose sessions are open on this server now.
  ///
  /// - Returns: `forbidden` for anybody but an administrator; `writerAway` where nobody writes.
  public func openSessions() -> Result<[OpenSession], Failure> {
    guard actor?.role == .administrator else { return .failure(.forbidden) }
    return Result {
      try (writer ?? .ofOwner(records: store.path)).sessions(patience: patienceOfLine)
    }
    .mapError { Failure($0) }
  }
}
