import FoundationEssentials
import Interchange
import Persian
import Store
import Training

/// Performs what sessions hand over, under the permissions of the person whose key opened the session:
/// what waits is done as one group in one durable transaction, each order for itself in it.
final class WriterDesk: Sendable {
  /// An order and whose it is.
  struct Asked: Sendable {
    var hello: SessionHello
    var order: Order
  }

  let portal: Portal

  init(_ portal: Portal) { self.portal = portal }

  /// Why a session is let in no further; nil lets it in.
  func refusal(of hello: SessionHello) throws -> Failure? {
    guard hello.version == SessionHello.version else {
      return .records(.newerSchema(found: hello.version, known: SessionHello.version))
    }
    guard hello.key != SessionHello.owner else { return nil }
    let key = try portal.store.read { try $0.accessKey(ID(rawValue: hello.key)) }
    return key?.username == nil ? .forbidden : nil
  }

  /// Performs a group: each order in a savepoint of its own, one flush of the disk for all.
  ///
  /// - Parameters:
  ///   - group: The orders as they came.
  ///   - ended: Sessions that are over, whose answers nobody will ask for.
  ///   - patience: How long another writer, such as a backup, is waited for.
  /// - Returns: The answers, in the order of the group.
  /// - Throws: `StoreError.busy` while another program writes; nothing was done.
  func perform(
    _ group: [Asked], ended: [Int64] = [], patience: Duration
  ) throws -> [OrderAnswer] {
    do {
      return try portal.store.write(at: portal.clock.now(), patience: patience) { records in
        try records.forgetAnswers(of: ended)
        return try group.map { try answer($0, records) }
      }
    } catch StoreError.busy(let holder, let since) {
      throw StoreError.busy(holder: holder, since: since)
    } catch {
      // The file is in trouble, or one order brought it there: each is tried for itself.
      guard group.count > 1 else {
        return group.map { OrderAnswer(number: $0.order.number, failure: Failure(error)) }
      }
      return try group.flatMap { try perform([$0], patience: patience) }
    }
  }

  /// The answer to an order that may have been performed before the line was cut; nil when it was not.
  func earlierAnswer(_ hello: SessionHello, _ number: Int64) throws -> OrderAnswer? {
    try portal.store.read { try $0.earlierAnswer(hello, number) }
  }

  private func answer(_ asked: Asked, _ records: borrowing Writing) throws -> OrderAnswer {
    let number = asked.order.number
    do {
      if let earlier = try records.earlierAnswer(asked.hello, number) { return earlier }
      var answer = OrderAnswer(number: number)
      try records.attempt { records in
        answer = try carryOut(asked, records)
        try records.keep(
          answer: Array(try JSONEncoder().encode(answer)), to: number, of: asked.hello.session)
      }
      return answer
    } catch {
      let failure = Failure(error)
      // Whatever is no word about this order ends the transaction for all.
      guard failure.isVerdict || error is DecodingError else { throw error }
      return OrderAnswer(number: number, failure: failure)
    }
  }

  private func carryOut(_ asked: Asked, _ records: borrowing Writing) throws -> OrderAnswer {
    let order = asked.order
    let context = try context(of: asked, records)
    var answer = OrderAnswer(number: order.number)
    var shared: Any?
    for work in order.works {
      let done = try perform(
        work, records, context, Cause(useCase: work.name), sharing: &shared)
      answer.entries.append(done.entry)
      answer.outcomes.append(done.outcome)
    }
    return answer
  }

  /// Who acts now, and under which numbers.
  func context(of asked: Asked, _ records: borrowing Writing) throws -> Context {
    let moment = portal.clock.now()
    return Context(
      actor: try records.actor(of: asked), rules: try portal.rules(at: moment, records),
      moment: moment, reason: asked.order.reason)
  }

  /// Performs one piece of work; `shared` is what pieces like it have read before, in the same
  /// transaction.
  func perform(
    _ work: Order.Work, _ records: borrowing Writing, _ context: Context, _ cause: Cause,
    sharing shared: inout Any?
  ) throws -> (entry: Int64, outcome: Data) {
    if let errand = try ErrandCatalog.decode(work) {
      return (0, try run(errand, records, context))
    }
    let useCase: any UseCase
    do {
      useCase = try UseCaseCatalog.decode(
        work.name, Array(work.arguments), by: OrderCoding.decoder())
    } catch {
      throw Failure.complaint(field: "use-case", .unknownChoice(work.name))
    }
    guard !context.actor.isOwner || useCase is RecordAccess else { throw Failure.forbidden }
    if let part = useCase as? any PartedUseCase {
      return try perform(part, records, context, cause, sharing: &shared)
    }
    return try perform(useCase, records, context, cause)
  }

  private func perform<U: PartedUseCase>(
    _ part: U, _ records: borrowing Writing, _ context: Context, _ cause: Cause,
    sharing shared: inout Any?
  ) throws -> (entry: Int64, outcome: Data) {
    var desk = shared as? U.Desk
    shared = nil
    defer { shared = desk }
    let done = try Portal.perform(part, records, context, cause: cause) {
      part, records, context in
      try part.authorise(records, context)
      return try part.run(records, context, sharing: &desk)
    }
    return (done.entry, try OrderCoding.bytes(done.outcome))
  }

  private func perform<U: UseCase>(
    _ work: U, _ records: borrowing Writing, _ context: Context, _ cause: Cause
  ) throws -> (entry: Int64, outcome: Data) {
    let done = try Portal.perform(work, records, context, cause: cause)
    return (done.entry, try OrderCoding.bytes(done.outcome))
  }

  private func run<E: Errand>(
    _ errand: E, _ records: borrowing Writing, _ context: Context
  ) throws -> Data {
    guard !context.actor.isOwner else { throw Failure.forbidden }
    records.act(at: context.moment)
    return try OrderCoding.bytes(try errand.run(records, context))
  }
}

extension Querying where Self: ~Copyable {
  func earlierAnswer(_ hello: SessionHello, _ number: Int64) throws -> OrderAnswer? {
    guard let bytes = try answer(to: number, of: hello.session) else { return nil }
    return try JSONDecoder().decode(OrderAnswer.self, from: Data(bytes))
  }

  /// Who acts: an account of the user whose key it is, as the records have it now.
  ///
  /// What the session says of roles and units is not asked. The owner may only have it written down
  /// that somebody came whose accounts are closed.
  fileprivate func actor(of asked: WriterDesk.Asked) throws -> Actor {
    guard let username = try accessKey(ID(rawValue: asked.hello.key))?.username else {
      throw Failure.forbidden
    }
    if asked.order.account == Actor.owner.account.rawValue { return .owner }
    guard let account = try account(ID(rawValue: asked.order.account)),
      account.username == username, account.state != .inactive,
      let actor = try actor(of: account)
    else { throw Failure.forbidden }
    return actor
  }
}

extension AccessKey {
  /// Whose portal it opens; nil for the key of a station and one that was taken back.
  fileprivate var username: String? {
    guard isActive, case .user(let name) = holder else { return nil }
    return name
  }
}

extension Actor {
  fileprivate var isOwner: Bool { account == Actor.owner.account }
}
