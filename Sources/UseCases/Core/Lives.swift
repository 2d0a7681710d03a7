public import Store
public import Training

/// A lifecycle whose records can be loaded with their facts and moved to another state.
public protocol RecordedLife: Lifecycle {
  /// The type whose ids name the records.
  associatedtype Record

  /// Actions that carry fields of their own, and so a use case of their own.
  static var withFields: Set<Action> { get }

  /// The record with its state and facts on the day, when the actor reaches it; nil otherwise.
  static func situation(
    of id: ID<Record>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>?

  /// Stores the new state, nil where the line keeps the state, and the reason.
  ///
  /// - Throws: `Failure.conflict` when somebody else changed the same cells meanwhile.
  static func save(
    _ state: State?, of id: ID<Record>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws
}

/// What the records call a conflict, apart from the one that people read.
typealias RecordConflict = Conflict

/// A record as its state table looks at it.
public struct Situation<Life: Lifecycle>: Sendable {
  /// As the screens name it in a conflict.
  public let subject: String
  /// The state on the day.
  public let state: Life.State
  public var facts: Life.Facts

  public init(subject: String, state: Life.State, facts: Life.Facts) {
    self.subject = subject
    self.state = state
    self.facts = facts
  }

  /// Every action of the actor, open or closed with its reasons.
  public func choices(_ context: Context) -> [Choice<Life>] {
    Life.choices(in: state, for: context.actor.role, facts: facts, under: context.rules)
      .filter { !$0.line.traits.contains(.automatic) }
  }
}

extension RecordedLife {
  /// Throws unless the actor's role may do this, and reaches the record.
  static func requireReach(
    _ action: Action, of id: ID<Record>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws {
    try require(action, context)
    guard try situation(of: id, records, context) != nil else { throw Failure.forbidden }
  }
}

extension Lifecycle {
  /// Throws unless some line of the table lets the actor's role do this.
  static func require(_ action: Action, _ context: Context) throws(Failure) {
    guard roles(for: action).contains(context.actor.role), !context.actor.mustChangePassword
    else { throw .forbidden }
  }

  /// The line of an action that nothing refuses.
  ///
  /// - Throws: `Failure.refused` with every reason, or with the state the record is in by now.
  static func open(
    _ action: Action, in state: State?, _ facts: Facts, _ context: Context
  ) throws(Failure) -> Choice<Self> {
    try require(action, context)
    let choice = choice(
      of: action, in: state, for: context.actor.role, facts: facts, under: context.rules)
    guard let choice else {
      throw .refused([
        Finding(
          .permission, .refusal, .portal(.stateMoved(life: name, state: state?.rawValue ?? "")))
      ])
    }
    try choice.findings.orRefuse()
    if choice.line.traits.contains(.needsReason), context.reason.allSatisfy(\.isWhitespace) {
      throw .refused([
        Finding(.returnWithReason, .refusal, .portal(.reasonMissing), remedy: .record(.reason))
      ])
    }
    return choice
  }
}

extension Failure {
  /// Throws when cells have moved on, with both values.
  static func check(_ conflict: RecordConflict?, on subject: String) throws(Failure) {
    guard let conflict else { return }
    throw .conflict(Conflict.list(of: conflict, subject))
  }
}

extension Failure.Conflict {
  /// What a person reads of a conflict of the records.
  static func list(of conflict: RecordConflict, _ subject: String) -> [Self] {
    guard !conflict.cells.isEmpty else {
      return [Self(subject: subject, field: conflict.table, mine: "", theirs: "")]
    }
    return conflict.cells.map { cell in
      Self(
        subject: subject, field: cell.column, mine: cell.wanted.shown, theirs: cell.found.shown)
    }
  }
}

extension Value {
  /// A stored value as text, for a conflict that no screen knows better how to show.
  var shown: String {
    switch self {
    case .null, .blob: ""
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let value): value
    }
  }
}
