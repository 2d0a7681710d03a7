import FoundationEssentials
import Interchange
import Store
import Synchronization
public import Training

/// The way from a session to the program that writes for it.
///
/// An order is performed once, whatever happens to the line: it keeps its number until it is
/// answered, and the writer knows the last it performed.
public final class WriterLine: Sendable {
  private struct State: ~Copyable {
    var socket: LocalSocket?
    var frames = FrameBuffer()
    var last: Int64 = 0
    /// What was asked and not answered, and whether the line that is open now has carried it.
    var pending: (order: Order, isSent: Bool)?
    var holder: String?
    var notice: WriterNotice?
    /// The answer to the pending order, where it came while nobody waited for it.
    var early: OrderAnswer?
    /// What came to a question that is no order.
    var reply: FrameLine.Frame?
    var lastTry = ContinuousClock.now
    /// How long is waited now, and until when: every sign of work on a bulk change moves the end on.
    var patience: Duration = .zero
    var end = ContinuousClock.now

    mutating func wait(_ patience: Duration) {
      self.patience = patience
      end = .now + patience
    }

    var millisecondsLeft: Int { ContinuousClock.now.duration(to: end).milliseconds }
  }

  /// What the line did while it was waited for.
  private enum Word {
    case answer(OrderAnswer)
    case withdrawn
    case silence
  }

  /// The least time that a writer gets to answer: work on the thread of the keys waits so long.
  public static let least: Duration = .milliseconds(250)

  private let path: String
  private let hello: SessionHello
  private let state = Mutex(State())
  private let isCut = Atomic(false)

  /// - Parameters:
  ///   - records: The records file of the server.
  ///   - key: The key that opened the session.
  ///   - origin: Where the connection came from.
  public init(records: String, key: ID<AccessKey>, origin: String) {
    path = WriterServer.path(besideRecords: records)
    hello = SessionHello(
      session: .random(in: 1...Int64.max), key: key.rawValue, origin: origin)
  }

  /// Whether the writer did not answer when it was last asked.
  public var isAway: Bool { isCut.load(ordering: .relaxed) }

  func perform<U: UseCase>(
    _ useCase: U, as actor: Actor, reason: String, patience: Duration
  ) -> Result<Performed<U.Outcome>, Failure> {
    order([useCase], isBulk: false, as: actor, reason, patience) { _ in }.flatMap { done in
      done.first.map(Result.success) ?? .failure(.records(.notFound))
    }
  }

  func performAll<U: UseCase>(
    _ parts: [U], as actor: Actor, reason: String, patience: Duration,
    watch: (_ done: Int) throws -> Void
  ) -> Result<[Performed<U.Outcome>], Failure> {
    order(parts, isBulk: true, as: actor, reason, patience, watch)
  }

  func run<E: Errand>(
    _ errand: E, as actor: Actor, patience: Duration
  ) -> Result<E.Outcome, Failure> {
    do {
      let work = Order.Work(name: E.name, arguments: try OrderCoding.encoder().encode(errand))
      let answer = try ask(
        Order(number: 0, account: actor.account.rawValue, reason: "", works: [work], isBulk: false),
        patience
      ) { _ in }
      if let failure = answer.failure { return .failure(failure) }
      return .success(try OrderCoding.outcome(E.Outcome.self, of: answer.outcomes.first ?? Data()))
    } catch {
      return .failure(Failure(error))
    }
  }

  private func order<U: UseCase>(
    _ parts: [U], isBulk: Bool, as actor: Actor, _ reason: String, _ patience: Duration,
    _ watch: (_ done: Int) throws -> Void
  ) -> Result<[Performed<U.Outcome>], Failure> {
    do {
      let works = try parts.map { try OrderCoding.work($0) }
      let answer = try ask(
        Order(
          number: 0, account: actor.account.rawValue, reason: reason, works: works,
          isBulk: isBulk), patience, watch)
      if let failure = answer.failure { return .failure(failure) }
      return .success(
        try zip(answer.entries, answer.outcomes).map { entry, outcome in
          Performed(outcome: try OrderCoding.outcome(U.Outcome.self, of: outcome), entry: entry)
        })
    } catch {
      return .failure(Failure(error))
    }
  }

  /// Asks, and waits for the answer.
  ///
  /// With no patience an order that is not answered stays on its way: whoever asks again for the same
  /// gets its answer. With patience it is taken back when that is over.
  ///
  /// - Throws: `busy` while it waits there, `writerAway` while nobody answers, `overtaken` where
  ///   something else that was not answered turns out to be done.
  private func ask(
    _ order: Order, _ patience: Duration, _ watch: (_ done: Int) throws -> Void
  ) throws -> OrderAnswer {
    func work(_ state: inout State) throws -> OrderAnswer {
      state.wait(max(patience, Self.least))
      try settleOther(than: order, &state)
      var order = order
      if let pending = state.pending {
        order = pending.order
      } else {
        state.last += 1
        order.number = state.last
        state.pending = (order, false)
      }
      if let answer = try listen(&state, watch) { return answer }
      if patience > .zero, let answer = withdraw(&state) { return answer }
      throw isAway ? StoreError.writerAway : StoreError.busy(holder: state.holder, since: nil)
    }
    if patience > Self.least { return try state.withLock { try work(&$0) } }
    // Another thread waits for its order, and the thread of the keys must not wait for that.
    guard let answer = try state.withLockIfAvailable({ try work(&$0) }) else {
      throw StoreError.busy(holder: nil, since: nil)
    }
    return answer
  }

  /// Ends what was asked before and is something else than what is asked now.
  private func settleOther(than order: Order, _ state: inout State) throws {
    guard let pending = state.pending, !pending.order.asks(sameAs: order) else { return }
    guard connect(&state) else { throw StoreError.writerAway }
    state.frames.put(FrameLine.Frame("W", "\(pending.order.number)"))
    switch try hear(&state, { _ in }) {
    case .answer(let answer):
      state.pending = nil
      if answer.failure == nil { throw StoreError.overtaken }
    case .withdrawn: state.pending = nil
    case .silence: throw isAway ? StoreError.writerAway : .busy(holder: state.holder, since: nil)
    }
  }

  /// Takes back what is not answered in time.
  ///
  /// - Returns: The answer where it was performed all the same.
  private func withdraw(_ state: inout State) -> OrderAnswer? {
    guard let pending = state.pending, state.socket != nil else { return nil }
    state.frames.put(FrameLine.Frame("W", "\(pending.order.number)"))
    state.wait(min(.seconds(1), state.patience))
    switch try? hear(&state, { _ in }) {
    case .answer(let answer):
      state.pending = nil
      return answer
    case .withdrawn: state.pending = nil
    case .silence, nil: break
    }
    return nil
  }

  /// Sends the pending order, over as many lines as it takes, and waits for its answer.
  private func listen(
    _ state: inout State, _ watch: (_ done: Int) throws -> Void
  ) throws -> OrderAnswer? {
    while state.millisecondsLeft > 0 {
      guard connect(&state), let pending = state.pending else { return nil }
      if !pending.isSent {
        state.pending?.isSent = true
        let bytes = Array(try JSONEncoder().encode(pending.order))
        guard bytes.count <= FrameBuffer.longest else {
          state.pending = nil
          throw StoreError.tooLarge(limit: FrameBuffer.longest)
        }
        state.frames.put(FrameLine.Frame("O", bytes))
      }
      switch try hear(&state, watch) {
      case .answer(let answer):
        state.pending = nil
        return answer
      case .withdrawn:
        // Whoever asked before took it back too late to hear of it, and it is wanted still.
        state.last += 1
        state.pending = (pending.order, false)
        state.pending?.order.number = state.last
      case .silence: if state.socket != nil { return nil }
      }
    }
    return nil
  }

  /// Sends what is to be sent and takes words until one about the pending order.
  private func hear(
    _ state: inout State, _ watch: (_ done: Int) throws -> Void
  ) throws -> Word {
    if let early = state.early {
      state.early = nil
      if early.number == state.pending?.order.number { return .answer(early) }
    }
    while let socket = state.socket {
      guard state.frames.flush(to: socket) else { break }
      if let word = try nextWord(&state, watch) { return word }
      let left = state.millisecondsLeft
      guard left > 0 else { return .silence }
      let ready = LocalSocket.wait(
        for: [(socket, sends: state.frames.hasOutgoing)], milliseconds: left)
      if ready[0].reads, !state.frames.fill(from: socket) {
        if let word = try nextWord(&state, watch) { return word }
        break
      }
    }
    cut(&state)
    return .silence
  }

  private func nextWord(
    _ state: inout State, _ watch: (_ done: Int) throws -> Void
  ) throws -> Word? {
    while let frame = try state.frames.next() {
      switch frame.letter {
      case "A":
        let answer = try JSONDecoder().decode(OrderAnswer.self, from: Data(frame.bytes))
        if answer.number == state.pending?.order.number { return .answer(answer) }
      case "V": if Int64(frame.text) == state.pending?.order.number { return .withdrawn }
      case "B": state.holder = frame.text.isEmpty ? nil : frame.text
      case "N": state.notice = try JSONDecoder().decode(WriterNotice.self, from: Data(frame.bytes))
      case "L", "K", "X": state.reply = frame
      case "P":
        // Whoever waits on the thread of the keys does not wait for all of it.
        if state.patience > Self.least { state.wait(state.patience) }
        do {
          try watch(Int(frame.text) ?? 0)
        } catch {
          state.frames.put(FrameLine.Frame("C"))
        }
      default: break
      }
    }
    return nil
  }

  /// Opens the line if it is cut, again and again until the end of the patience.
  private func connect(_ state: inout State) -> Bool {
    while state.socket == nil {
      if open(&state) { break }
      isCut.store(true, ordering: .relaxed)
      let left = state.millisecondsLeft
      guard left > 0 else { return false }
      _ = LocalSocket.wait(for: [], milliseconds: min(left, 50))
    }
    isCut.store(false, ordering: .relaxed)
    return true
  }

  /// One attempt to open the line and say who comes.
  private func open(_ state: inout State, within limit: Duration = .seconds(2)) -> Bool {
    guard let socket = try? LocalSocket.connect(to: path),
      let words = try? JSONEncoder().encode(hello)
    else { return false }
    state.frames = FrameBuffer()
    state.frames.put(FrameLine.Frame("H", Array(words)))
    let end = ContinuousClock.now + limit
    while state.frames.flush(to: socket) {
      if let frame = try? state.frames.next() {
        guard frame.letter == "H" else { return false }
        state.socket = socket
        state.pending?.isSent = false
        return true
      }
      let left = ContinuousClock.now.duration(to: end).milliseconds
      guard left > 0 else { return false }
      _ = LocalSocket.wait(
        for: [(socket, sends: state.frames.hasOutgoing)], milliseconds: left)
      guard state.frames.fill(from: socket) else { return false }
    }
    return false
  }

  /// What the writer says to the person, once; looks after the line without waiting.
  public func takeNotice() -> WriterNotice? {
    state.withLockIfAvailable { (state) -> WriterNotice? in
      if let socket = state.socket {
        let ready = LocalSocket.wait(for: [(socket, sends: false)], milliseconds: 0)
        if ready[0].reads {
          let isThere = state.frames.fill(from: socket)
          switch try? nextWord(&state, { _ in }) {
          case .answer(let answer): state.early = answer
          case .withdrawn: state.pending = nil
          case .silence, nil: break
          }
          if !isThere { cut(&state) }
        }
      } else if ContinuousClock.now - state.lastTry >= .seconds(1) {
        // Whoever keeps the server sees who is in, also after the writer was started anew.
        state.lastTry = .now
        isCut.store(!open(&state, within: .milliseconds(50)), ordering: .relaxed)
      }
      defer { state.notice = nil }
      return state.notice
    } ?? nil
  }

  /// A question to the writer that is no order.
  private func question(
    _ letter: Character, _ body: [UInt8] = [], _ patience: Duration = .seconds(10)
  ) throws -> [UInt8] {
    func ask(_ state: inout State) throws -> [UInt8] {
      state.wait(max(patience, Self.least))
      guard connect(&state) else { throw StoreError.writerAway }
      state.reply = nil
      state.frames.put(FrameLine.Frame(letter, body))
      while let socket = state.socket, state.frames.flush(to: socket) {
        if case .answer(let answer)? = try nextWord(&state, { _ in }) { state.early = answer }
        if let reply = state.reply {
          guard reply.letter != "X" else { throw Failure.forbidden }
          return reply.bytes
        }
        let left = state.millisecondsLeft
        guard left > 0 else { throw StoreError.busy(holder: nil, since: nil) }
        let ready = LocalSocket.wait(
          for: [(socket, sends: state.frames.hasOutgoing)], milliseconds: left)
        if ready[0].reads, !state.frames.fill(from: socket) { break }
      }
      cut(&state)
      throw StoreError.writerAway
    }
    if patience > Self.least { return try state.withLock { try ask(&$0) } }
    guard let answer = try state.withLockIfAvailable({ try ask(&$0) }) else {
      throw StoreError.busy(holder: nil, since: nil)
    }
    return answer
  }

  /// Whose sessions are open now, for an administrator and for the owner of the records.
  public func sessions(patience: Duration = .seconds(10)) throws -> [OpenSession] {
    try JSONDecoder().decode([OpenSession].self, from: Data(try question("L", [], patience)))
  }

  /// Says something to everybody who is in; only the owner of the records can.
  ///
  /// - Returns: How many sessions were told.
  public func tell(_ notice: WriterNotice) throws -> Int {
    let bytes = try question("T", Array(try JSONEncoder().encode(notice)))
    return Int(String(decoding: bytes, as: UTF8.self)) ?? 0
  }

  /// The line of the owner of the records, who is at the machine itself.
  public static func ofOwner(records: String) -> WriterLine {
    WriterLine(records: records, key: ID(rawValue: SessionHello.owner), origin: "")
  }

  private func cut(_ state: inout State) {
    state.socket = nil
    state.frames = FrameBuffer()
    isCut.store(true, ordering: .relaxed)
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
  }
}
