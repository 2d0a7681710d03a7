/// Who did what, on which grounds: what a use case says of itself to the journal.
public struct Cause: Equatable, Sendable {
  public var useCase: String
  /// The use case with its arguments as JSON, ids of what it creates included.
  public var arguments: [UInt8]
  /// The id of the account; 0 for the owner of the file at the command line.
  public var actor: Int64
  public var reason: String
  /// The edition of the rules it was decided by.
  public var edition: String
  /// Common number of the entries of one bulk change, the id of the first; 0 when it stands alone.
  public var batch: Int64
  /// The id of the entry this one takes back; 0 when it takes back none.
  public var undoes: Int64
  /// The moment of the first performance when it is performed again elsewhere; nil is now.
  public var moment: Int64?
  /// The id the entry got where it was first written; nil draws one.
  public var id: Int64?
  /// What becomes of it; nil is pending at a station and accepted elsewhere.
  public var state: Entry.State?

  public init(
    useCase: String, arguments: [UInt8] = [], actor: Int64 = 0, reason: String = "",
    edition: String = "", batch: Int64 = 0, undoes: Int64 = 0, moment: Int64? = nil,
    id: Int64? = nil, state: Entry.State? = nil
  ) {
    self.useCase = useCase
    self.arguments = arguments
    self.actor = actor
    self.reason = reason
    self.edition = edition
    self.batch = batch
    self.undoes = undoes
    self.moment = moment
    self.id = id
    self.state = state
  }
}

/// One committed use case as the journal keeps it.
public struct Entry: Equatable, Sendable, Codable {
  public enum State: Int, Storable, Sendable, Codable {
    /// In the one order of the records, part of the hash chain.
    case accepted
    /// Made at a station, not performed by the server yet.
    case pending
    /// The server could not perform it; a person settles it.
    case conflicted
    /// Performed by the server, with the link of its chain; or of no more effect: performed again
    /// after a pull, or given up.
    case settled
  }

  /// Its place in this file, from 1 without gaps.
  public var number: Int64
  /// The same in every office and when it is performed again.
  public var id: Int64
  /// When the person did it, in milliseconds since 1970.
  public var moment: Int64
  /// When this file took it in; never less than that of the entry before.
  public var recorded: Int64
  public var actor: Int64
  public var useCase: String
  public var arguments: [UInt8]
  public var reason: String
  public var edition: String
  /// The schema version it was written under.
  public var schema: Int
  public var batch: Int64
  public var undoes: Int64
  public var state: State
  /// Link of the chain of accepted entries, at a station that of the server's; nil while it is not
  /// accepted.
  public var hash: [UInt8]?

  /// The office that made it.
  public var replica: Int64 { id >> 32 }

  /// Whether what it did still stands, here or on the server.
  public var isInEffect: Bool {
    switch state {
    case .accepted, .pending: true
    case .conflicted: false
    case .settled: hash != nil
    }
  }
}
