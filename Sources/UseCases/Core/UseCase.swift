public import Persian
public import Store
public import Training

/// Something an actor does, as a value: performed here, written into the journal with its
/// arguments, and performed again at another office.
///
/// The shell around it (`Portal.perform`) opens the transaction, asks for permission, gives ids,
/// runs it, and writes the journal entry. A use case reads no clock and draws no ids of its own:
/// performed again with the same records, actor and context it does the same.
public protocol UseCase: Codable, Sendable {
  associatedtype Outcome: Sendable = Void
  /// The name in the journal; never changed once released.
  static var name: String { get }
  /// Whether the inverse changeset may take it back while nothing has moved on.
  static var isUndoable: Bool { get }
  /// The same for this value: the line of a state table may say otherwise than the others.
  var isReversible: Bool { get }
  /// The id of the entry that this use case takes back; 0 for one that does its own work.
  var takesBack: Int64 { get }
  /// Gives ids to what it will create and has none yet; called once, before the first run.
  mutating func takeIDs(from records: borrowing Writing) throws(StoreError)
  /// Throws `Failure.forbidden` unless role and scope allow it.
  func authorise(_ records: borrowing Writing, _ context: Context) throws
  func run(_ records: borrowing Writing, _ context: Context) throws -> Outcome
  /// Both, one after the other; a use case that is performed at every key press may share what it
  /// reads between them.
  func authoriseAndRun(_ records: borrowing Writing, _ context: Context) throws -> Outcome
  /// Throws what rules refuse once it has been taken back: a place that is no longer free.
  func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws
}

extension UseCase {
  public static var isUndoable: Bool { true }
  public var isReversible: Bool { Self.isUndoable }
  public var takesBack: Int64 { 0 }
  public func authoriseAndRun(
    _ records: borrowing Writing, _ context: Context
  ) throws -> Outcome {
    try authorise(records, context)
    return try run(records, context)
  }
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {}
  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {}
}

/// A use case that bulk changes are cut into, whose parts look the same things up: they are read once
/// for all parts of one transaction.
public protocol PartedUseCase: UseCase {
  associatedtype Desk
  /// What a part looks up, as the records are before the first one.
  func desk(_ records: borrowing Writing, _ context: Context) throws -> Desk
  /// Does the part's work and notes in the desk what the next ones have to know of it.
  func run(
    _ records: borrowing Writing, _ context: Context, at desk: inout Desk
  ) throws -> Outcome
}

extension PartedUseCase {
  public func run(_ records: borrowing Writing, _ context: Context) throws -> Outcome {
    var desk = try desk(records, context)
    return try run(records, context, at: &desk)
  }

  /// Runs with what the parts before it have read, which the first one reads.
  func run(
    _ records: borrowing Writing, _ context: Context, sharing desk: inout Desk?
  ) throws -> Outcome {
    var shared = try desk ?? self.desk(records, context)
    // One owner at a time: what is changed is not copied first.
    desk = nil
    defer { desk = shared }
    return try run(records, context, at: &shared)
  }
}

extension Writing {
  /// Gives a record that a use case writes its id, the first time: that of the form before it, else
  /// a new one.
  func giveID<Entity>(
    to id: inout ID<Entity>, before: ID<Entity>?, once isNumbered: inout Bool
  ) throws(StoreError) {
    guard !isNumbered else { return }
    isNumbered = true
    if let before { id = before } else { id = try newID() }
  }
}

/// When, by whom and under which numbers something is done.
public struct Context: Sendable {
  public let actor: Actor
  /// The numbers in force on the day, read inside the transaction.
  public let rules: Rules
  /// Milliseconds since 1970, UTC.
  public let moment: Int64
  public let reason: String
  /// Whether this was done elsewhere and is performed again here, where others may have done the same.
  public let isReplay: Bool

  public init(
    actor: Actor, rules: Rules, moment: Int64, reason: String = "", isReplay: Bool = false
  ) {
    self.actor = actor
    self.rules = rules
    self.moment = moment
    self.reason = reason
    self.isReplay = isReplay
  }

  public var today: JalaliDate { Moment.day(of: moment) }
  public var minuteOfDay: Int { Moment.minute(of: moment) }
}

/// What came of a use case, and the journal entry that keeps it.
public struct Performed<Outcome: Sendable>: Sendable {
  public let outcome: Outcome
  /// The number of the entry in this file's journal; what `Undo` takes.
  public let entry: Int64
}
