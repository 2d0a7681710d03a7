import FoundationEssentials
import Interchange
import Store
import Synchronization
import Training

/// The one program that writes for the sessions of a server: they come over a Unix socket, and what
/// waits is performed as a group.
///
/// Frames: `H` who comes, answered by `H`, or by `X` and why not; `O` an order, answered by `A`; `W`
/// takes back the order of a number unless it was performed, answered by `V` or `A`; `C` stops a bulk
/// change; `L` asks who is in, answered by `L`, `T` tells everybody something, answered by `K`; from here
/// also `B` who else writes now, `P` how many parts are done, `N` a notice to the
/// person, `S` the end of this program.
public final class WriterServer {
  /// The socket beside a records file.
  public static func path(besideRecords records: String) -> String { records + ".writer" }

  /// How many orders are performed before their answers go.
  private static let most = 256

  private final class Client {
    let socket: LocalSocket
    let process: Int32
    var frames = FrameBuffer()
    var hello: SessionHello?
    var since: Int64
    var isGone = false

    init(_ socket: LocalSocket, process: Int32, since: Int64) {
      self.socket = socket
      self.process = process
      self.since = since
    }

    func say(_ letter: Character, _ bytes: [UInt8] = []) {
      frames.put(FrameLine.Frame(letter, bytes))
      if !frames.flush(to: socket) { isGone = true }
    }
  }

  private struct Waiting {
    var client: Client
    var order: Order
  }

  private let desk: WriterDesk
  private let listener: LocalSocket
  private let seat: WriterSeat
  private let log: (String) -> Void
  private var clients: [Client] = []
  private var waiting: [Waiting] = []
  /// The bulk change that is under way, and whose it is.
  private var bulk: (client: Client, order: BulkOrder, isStopped: Bool)?
  private let turn: Duration
  private var ended: [Int64] = []

  /// Takes the place of the writer beside a file and listens.
  ///
  /// - Parameters:
  ///   - portal: The records, opened for writing.
  ///   - mode: Who may connect, as the mode of the socket.
  ///   - turn: How long the parts of a bulk change go on before others have their turn.
  ///   - log: Takes lines about who was turned away.
  /// - Throws: `busy` while another program has the place; a `LocalSocket.Problem`.
  public init(
    _ portal: Portal, mode: UInt32 = 0o600, turn: Duration = .milliseconds(100),
    log: @escaping (String) -> Void
  ) throws {
    seat = try WriterSeat(besideRecords: portal.store.path)
    desk = WriterDesk(portal)
    self.log = log
    self.turn = turn
    try desk.takeBackUnfinished(log: log)
    let day: Int64 = 86_400_000
    let now = portal.clock.now()
    try portal.store.write(at: now) { try $0.forgetAnswers(before: now - day) }
    listener = try LocalSocket.listen(
      at: Self.path(besideRecords: portal.store.path), mode: mode)
  }

  /// Serves until `isOver`, which is asked after every round, at least each `pace` milliseconds.
  public func run(pace: Int = 500, until isOver: () -> Bool) {
    while !isOver() { serve(waiting: waiting.isEmpty && bulk == nil ? pace : 0) }
    // Whoever asked for it asks the next writer again.
    if let bulk { try? desk.takeBack(bulk.order, patience: .seconds(10)) }
    for client in clients { client.say("S") }
  }

  /// One round: takes what has come, performs what waits, answers.
  public func serve(waiting milliseconds: Int) {
    let sockets =
      [(listener, sends: false)] + clients.map { ($0.socket, sends: $0.frames.hasOutgoing) }
    let ready = LocalSocket.wait(for: sockets, milliseconds: milliseconds)
    for (client, ready) in zip(clients, ready.dropFirst()) {
      if ready.writes, !client.frames.flush(to: client.socket) { client.isGone = true }
      if ready.reads { take(from: client) }
    }
    if ready[0].reads { letIn() }
    forgetGone()
    performWaiting()
    goOnWithBulk()
  }

  private func letIn() {
    while let socket = listener.accept() {
      guard let peer = socket.peer, peer.user == LocalSocket.ownUser || peer.user == 0 else {
        log("refused a connection of user \(socket.peer?.user ?? .max)")
        continue
      }
      clients.append(
        Client(socket, process: peer.process, since: desk.portal.clock.now()))
    }
  }

  private func take(from client: Client) {
    if !client.frames.fill(from: client.socket) { client.isGone = true }
    do {
      while let frame = try client.frames.next() { try hear(frame, from: client) }
    } catch {
      log("process \(client.process): \(error)")
      client.isGone = true
    }
  }

  private func hear(_ frame: FrameLine.Frame, from client: Client) throws {
    let body = Data(frame.bytes)
    guard let hello = client.hello else {
      guard frame.letter == "H" else { throw FrameLine.Problem.cut("") }
      let hello = try JSONDecoder().decode(SessionHello.self, from: body)
      if let refusal = try desk.refusal(of: hello) {
        return client.say("X", Array(try JSONEncoder().encode(refusal)))
      }
      client.hello = hello
      return client.say("H")
    }
    switch frame.letter {
    case "O":
      let order = try JSONDecoder().decode(Order.self, from: body)
      // A session that comes again asks again for what it was not answered.
      waiting.removeAll { $0.client.hello?.session == hello.session }
      waiting.append(Waiting(client: client, order: order))
    case "W":
      guard let number = Int64(frame.text) else { throw FrameLine.Problem.cut("") }
      // What is under way is answered when it has been taken back.
      if bulk?.client === client, bulk?.order.answer.number == number { return stopBulk() }
      waiting.removeAll { $0.client.hello?.session == hello.session }
      if let answer = try desk.earlierAnswer(hello, number) {
        try say(answer, to: client)
      } else {
        client.say("V", Array("\(number)".utf8))
      }
    case "C": if bulk?.client === client { stopBulk() }
    case "L":
      guard try desk.mayList(hello) else { return client.say("X") }
      client.say("L", Array(try JSONEncoder().encode(try desk.named(guests))))
    case "T":
      guard hello.key == SessionHello.owner else { return client.say("X") }
      _ = try JSONDecoder().decode(WriterNotice.self, from: body)
      let told = clients.filter { $0.hello.map { $0.key != SessionHello.owner } ?? false }
      for other in told { other.say("N", frame.bytes) }
      client.say("K", Array("\(told.count)".utf8))
    default: throw FrameLine.Problem.cut("")
    }
  }

  private var guests: [(hello: SessionHello, process: Int32, since: Int64)] {
    clients.compactMap { client in
      client.hello.flatMap { hello in
        hello.key == SessionHello.owner || client.isGone
          ? nil : (hello, client.process, client.since)
      }
    }
  }

  private func forgetGone() {
    let gone = clients.filter(\.isGone)
    guard !gone.isEmpty else { return }
    clients.removeAll(where: \.isGone)
    waiting.removeAll { $0.client.isGone }
    for case let hello? in gone.map(\.hello)
    where !clients.contains(where: { $0.hello?.session == hello.session }) {
      ended.append(hello.session)
    }
  }

  private func performWaiting() {
    let group = Array(waiting.lazy.filter { !$0.order.isLong }.prefix(Self.most))
    guard !group.isEmpty else { return }
    let asked = group.compactMap { item in
      item.client.hello.map { WriterDesk.Asked(hello: $0, order: item.order) }
    }
    do {
      let answers = try desk.perform(asked, ended: ended, patience: .milliseconds(500))
      ended = []
      let numbers = Set(group.map { ObjectIdentifier($0.client) })
      waiting.removeAll { numbers.contains(ObjectIdentifier($0.client)) }
      for (item, answer) in zip(group, answers) { try? say(answer, to: item.client) }
    } catch StoreError.busy(let holder, _) {
      for item in waiting { item.client.say("B", Array((holder ?? "").utf8)) }
    } catch {
      log("\(error)")
    }
  }

  /// Does the next parts of a bulk change, one such change at a time, and begins it where none is under
  /// way.
  private func goOnWithBulk() {
    if bulk == nil, let first = waiting.first(where: \.order.isLong),
      let hello = first.client.hello
    {
      waiting.removeAll { $0.client === first.client }
      bulk = (
        first.client, BulkOrder(WriterDesk.Asked(hello: hello, order: first.order)), false
      )
    }
    guard let (client, _, isStopped) = bulk, var order = bulk?.order else { return }
    do {
      guard !isStopped, !client.isGone else { throw StoreError.cancelled }
      let answer = try desk.goOn(with: &order, turn: turn, patience: .milliseconds(500)) { done in
        client.say("P", Array("\(done)".utf8))
      }
      bulk?.order = order
      guard let answer else { return }
      bulk = nil
      try? say(answer, to: client)
    } catch StoreError.busy(let holder, _) {
      client.say("B", Array((holder ?? "").utf8))
    } catch {
      giveUp(order, of: client, because: Failure(error))
    }
  }

  /// Takes back what is done of a bulk change and says why; tries again later while somebody writes.
  private func giveUp(_ order: BulkOrder, of client: Client, because failure: Failure) {
    var failure = failure
    do {
      try desk.takeBack(order, patience: .milliseconds(500))
    } catch StoreError.busy {
      return stopBulk()
    } catch {
      failure = Failure(error)
      log("\(error)")
    }
    bulk = nil
    try? say(OrderAnswer(number: order.answer.number, failure: failure), to: client)
  }

  private func stopBulk() { bulk?.isStopped = true }

  private func say(_ answer: OrderAnswer, to client: Client) throws {
    client.say("A", Array(try OrderCoding.encoder().encode(answer)))
  }
}
