import FoundationEssentials
public import Interchange
public import Persian
public import Store
import Synchronization
import Training

/// The portal as one terminal sees it: the records, the clock, and who is signed in.
///
/// Everything a screen or a subcommand reads or changes goes through here.
public final class Portal: Sendable {
  public let store: Store
  public let clock: WallClock
  /// The bytes of a file of Assets by its path there, such as `Lists/people.json`.
  public let asset: @Sendable (_ path: String) throws -> [UInt8]
  /// The folder out of which forms without an account and those of learners take files; nil where
  /// they take none.
  public let intake: String?
  /// The files a person may name; on a server those of their own folder.
  public let files: FileReach
  /// The way to the program that writes; nil where this one writes itself.
  public let writer: WriterLine?
  /// Where half-filled forms wait for whoever comes back; nil where none are kept.
  public let drafts: DraftShelf?
  private let signedIn = Mutex<Actor?>(nil)
  private let rulesCache = RulesCache()

  public init(
    store: Store, clock: WallClock, intake: String? = nil,
    files: FileReach = .anywhere, writer: WriterLine? = nil,
    drafts: DraftShelf? = nil,
    asset: @escaping @Sendable (_ path: String) throws -> [UInt8] = { _ in
      throw StoreError.notFound
    }
  ) {
    self.store = store
    self.clock = clock
    self.intake = intake
    self.files = files
    self.writer = writer
    self.drafts = drafts
    self.asset = asset
  }

  /// Who is signed in; nil on the start screen.
  public var actor: Actor? { signedIn.withLock { $0 } }

  public var today: JalaliDate { clock.today }

  public func signIn(_ actor: Actor) { signedIn.withLock { $0 = actor } }

  public func signOut() { signedIn.withLock { $0 = nil } }

  /// How long changes wait while somebody else writes; nil takes what the store was opened with.
  @TaskLocal static var patience: Duration?

  /// Does work whose changes wait at most so long for their turn; zero for work on the thread of the
  /// keys, which must not wait.
  public func waiting<R>(_ patience: Duration, _ work: () throws -> R) rethrows -> R {
    try Self.$patience.withValue(patience, operation: work)
  }

  /// The same for work that goes over the line to the writer.
  var patienceOfLine: Duration { Self.patience ?? .seconds(10) }

  /// Performs a use case as whoever is signed in: one transaction, one journal entry.
  ///
  /// - Parameters:
  ///   - useCase: What to do.
  ///   - reason: Why, for the journal.
  /// - Returns: The outcome once it is durable, or why nothing was changed; `records(.busy)` when
  ///   somebody else still writes.
  public func perform<U: UseCase>(
    _ useCase: U, reason: String = ""
  ) -> Result<Performed<U.Outcome>, Failure> {
    guard let actor else { return .failure(.forbidden) }
    return perform(useCase, as: actor, reason: reason)
  }

  /// Performs a use case as a given actor, for the command line and for replaying.
  public func perform<U: UseCase>(
    _ useCase: U, as actor: Actor, reason: String = ""
  ) -> Result<Performed<U.Outcome>, Failure> {
    if let writer {
      return writer.perform(useCase, as: actor, reason: reason, patience: patienceOfLine)
    }
    let moment = clock.now()
    do {
      return .success(
        try store.write(at: moment, patience: Self.patience) { records in
          let rules = try rulesCache.inForce(on: Moment.day(of: moment), records)
          let context = Context(actor: actor, rules: rules, moment: moment, reason: reason)
          return try Self.perform(useCase, records, context)
        })
    } catch {
      return .failure(Failure(error))
    }
  }

  /// Performs the parts of one bulk change: one transaction, one entry each, one common number.
  ///
  /// The person takes them back together. Where a part is refused, none is done; nor where `watch`,
  /// which is told after each part how many are done, throws.
  public func performAll<U: UseCase>(
    _ parts: [U], reason: String = "", watch: (_ done: Int) throws -> Void = { _ in }
  ) -> Result<[Performed<U.Outcome>], Failure> {
    performAll(parts, reason: reason, watch: watch) { part, records, context in
      try part.authoriseAndRun(records, context)
    }
  }

  /// The same for parts that share what they read: the first part reads it for all.
  public func performAll<U: PartedUseCase>(
    _ parts: [U], reason: String = "", watch: (_ done: Int) throws -> Void = { _ in }
  ) -> Result<[Performed<U.Outcome>], Failure> {
    var desk: U.Desk?
    return performAll(parts, reason: reason, watch: watch) { part, records, context in
      try part.authorise(records, context)
      return try part.run(records, context, sharing: &desk)
    }
  }

  private func performAll<U: UseCase>(
    _ parts: [U], reason: String, watch: (_ done: Int) throws -> Void,
    run: (U, borrowing Writing, Context) throws -> U.Outcome
  ) -> Result<[Performed<U.Outcome>], Failure> {
    guard let actor else { return .failure(.forbidden) }
    if let writer {
      return writer.performAll(
        parts, as: actor, reason: reason, patience: patienceOfLine, watch: watch)
    }
    let moment = clock.now()
    do {
      return .success(
        try store.write(at: moment, patience: Self.patience) { records in
          let rules = try rulesCache.inForce(on: Moment.day(of: moment), records)
          let context = Context(actor: actor, rules: rules, moment: moment, reason: reason)
          let batch = parts.count > 1 ? try records.newID(Entry.self).rawValue : 0
          var performed: [Performed<U.Outcome>] = []
          for (index, part) in parts.enumerated() {
            let isFirst = index == 0 && batch != 0
            let cause = Cause(useCase: U.name, batch: batch, id: isFirst ? batch : nil)
            performed.append(
              try Self.perform(part, records, context, cause: cause, running: run))
            try watch(index + 1)
          }
          return performed
        })
    } catch {
      return .failure(Failure(error))
    }
  }

  /// The heart of performing, inside a transaction that may hold more than one.
  static func perform<U: UseCase>(
    _ useCase: U, _ records: borrowing Writing, _ context: Context, cause: Cause? = nil
  ) throws -> Performed<U.Outcome> {
    try perform(useCase, records, context, cause: cause) { work, records, context in
      try work.authoriseAndRun(records, context)
    }
  }

  /// The same with another way of running the work than to ask whether the actor may do it.
  static func perform<U: UseCase>(
    _ useCase: U, _ records: borrowing Writing, _ context: Context, cause: Cause?,
    running run: (U, borrowing Writing, Context) throws -> U.Outcome
  ) throws -> Performed<U.Outcome> {
    var work = useCase
    records.act(at: context.moment)
    try work.takeIDs(from: records)
    let outcome = try run(work, records, context)
    var cause = cause ?? Cause(useCase: U.name)
    cause.useCase = U.name
    cause.arguments = Array(try JSONEncoder().encode(work))
    cause.actor = context.actor.account.rawValue
    cause.reason = context.reason
    cause.undoes = work.takesBack
    return Performed(outcome: outcome, entry: try records.journal(cause))
  }

  /// Does an errand as whoever is signed in, here or over the line.
  func run<E: Errand>(_ errand: E) -> Result<E.Outcome, Failure> {
    guard let actor else { return .failure(.forbidden) }
    if let writer { return writer.run(errand, as: actor, patience: patienceOfLine) }
    let moment = clock.now()
    do {
      return .success(
        try store.write(at: moment, patience: Self.patience) { records in
          let rules = try rules(at: moment, records)
          return try errand.run(records, Context(actor: actor, rules: rules, moment: moment))
        })
    } catch {
      return .failure(Failure(error))
    }
  }

  /// The numbers in force at a moment, read inside a transaction.
  func rules(
    at moment: Int64, _ records: borrowing some Querying & ~Copyable
  ) throws -> Rules {
    try rulesCache.inForce(on: Moment.day(of: moment), records)
  }

  /// The numbers in force today.
  func rules() throws -> Rules {
    let day = today
    return try store.read { try rulesCache.inForce(on: day, $0) }
  }

  /// Reads in one transaction, with the scope of whoever is signed in.
  public func read<R: Sendable>(
    _ body: (borrowing Reading, Context) throws -> R
  ) -> Result<R, Failure> {
    guard let actor else { return .failure(.forbidden) }
    return read(as: actor, body)
  }

  /// Reads as a given actor, or as whoever is signed in where none is given.
  public func read<R: Sendable>(
    by given: Actor?, _ body: (borrowing Reading, Context) throws -> R
  ) -> Result<R, Failure> {
    guard let actor = given ?? actor else { return .failure(.forbidden) }
    return read(as: actor, body)
  }

  /// Reads in one transaction as a given actor, for the public forms.
  public func read<R: Sendable>(
    as actor: Actor, _ body: (borrowing Reading, Context) throws -> R
  ) -> Result<R, Failure> {
    let moment = clock.now()
    do {
      return .success(
        try store.read { records in
          let rules = try rulesCache.inForce(on: Moment.day(of: moment), records)
          return try body(records, Context(actor: actor, rules: rules, moment: moment))
        })
    } catch {
      return .failure(Failure(error))
    }
  }
}

/// The rule book as last read; read again only when somebody edited a number.
private final class RulesCache: Sendable {
  private struct State {
    var stamp: Int64
    var book: RuleBook
    var rules: Rules
  }
  private let state = Mutex<State?>(nil)

  func inForce(on day: JalaliDate, _ records: borrowing some Querying & ~Copyable) throws -> Rules {
    let stamp = try records.ruleStamp()
    let last = state.withLock { $0 }.flatMap { $0.stamp == stamp ? $0 : nil }
    if let last, last.rules.day == day { return last.rules }
    // Another day has other numbers of the same book.
    let book = try last?.book ?? RuleBook(try records.ruleValues())
    let rules = book.inForce(on: day)
    state.withLock { $0 = State(stamp: stamp, book: book, rules: rules) }
    return rules
  }
}
