import Interchange
import Store

/// The station's end of a line.
extension ExchangeDesk {
  /// How a station reaches its server.
  public struct Route: Sendable {
    /// `user@host:port`; nil takes the address that is remembered.
    public var address: String?
    /// The private key for SSH; nil takes the office's own.
    public var identity: String?

    public init(address: String? = nil, identity: String? = nil) {
      self.address = address
      self.identity = identity
    }
  }

  /// Sends the work of this station over a line and has it performed.
  ///
  /// A file that a cut line left half sent is finished first; then what was done since.
  @discardableResult
  public func push(
    by route: Route = Route(), _ watch: @escaping Watch = { _, _ in true }
  ) throws -> ExchangeServer.Taken {
    try call(route, watch) { talk, folder, server in
      let path = "\(folder.path)/push"
      var taken = ExchangeServer.Taken()
      if let left = try? BundleFile(reading: path), left.manifest.to == server.replica {
        taken = try put(path, talk)
        ExchangeFolder.remove(path)
      }
      let payload = folder.scratch("push")
      defer { ExchangeFolder.remove(payload) }
      try station.writePush(to: payload)
      try seal(payload, as: .push, to: server.replica, at: path, folder)
      taken.add(try put(path, talk))
      ExchangeFolder.remove(path)
      try store.write(at: clock.now()) { try $0.notePushed() }
      return taken
    }
  }

  private func put(_ path: String, _ talk: ExchangeTalk) throws -> ExchangeServer.Taken {
    let (size, digest) = try BundleFile.measure(path)
    try talk.send("P", digest.hexadecimal, String(size))
    guard let offset = Int(try talk.expect("O").text), (0...size).contains(offset) else {
      throw ExchangeProblem.lineCut
    }
    try talk.send(file: path, from: offset)
    let numbers = try talk.expect("T").words.compactMap { Int($0) }
    guard numbers.count == 3 else { throw ExchangeProblem.lineCut }
    return .init(accepted: numbers[0], conflicts: numbers[1], known: numbers[2])
  }

  /// Fetches the server's records over a line and becomes equal to it.
  @discardableResult
  public func pull(
    by route: Route = Route(), _ watch: @escaping Watch = { _, _ in true }
  ) throws -> ExchangeStation.Pulled {
    try call(route, watch) { talk, folder, server in
      let path = "\(folder.path)/answer"
      let known = try store.read { try $0.pulledThrough() }
      let (digest, there) = try folder.half(path)
      try talk.send("G", String(known), digest ?? "-", String(there))
      let words = try talk.expect("F").words
      guard words.count == 3, let size = Int(words[1]), let offset = Int(words[2]),
        BlobDigest(hexadecimal: words[0]) != nil, offset == 0 || words[0] == digest,
        (0...min(there, size)).contains(offset)
      else { throw ExchangeProblem.lineCut }
      try folder.begin(path, digest: words[0], from: offset)
      try talk.receive(file: path, from: offset, size: size)
      defer { folder.forget(path) }
      guard try BundleFile.measure(path).digest.hexadecimal == words[0],
        case .answer(let pulled) = try receive(try BundleFile(reading: path), folder, watch)
      else { throw ExchangeProblem.altered(path) }
      return pulled
    }
  }

  /// Calls the server, and hangs up when the talk is over.
  private func call<R>(
    _ route: Route, _ watch: @escaping Watch,
    _ talk: (ExchangeTalk, ExchangeFolder, ServerOffice) throws -> R
  ) throws -> R {
    try talking {
      let folder = try folder()
      guard var server = try serverOffice() else { throw ExchangeProblem.notAStation }
      if let address = route.address {
        guard SSHAddress(address) != nil else { throw ExchangeProblem.noAddress }
        server.address = address
      }
      guard let address = SSHAddress(server.address) else { throw ExchangeProblem.noAddress }
      let line = try FrameLine.start(
        address.command(
          identity: route.identity ?? key.path, knownHosts: "\(folder.path)/known_hosts"),
        notes: folder.scratch("notes"))
      let talker = ExchangeTalk(line: line, watch: watch)
      try greet(server, talker)
      // An address is remembered once the server answered there.
      if route.address != nil {
        let named = server
        try store.write(at: clock.now()) { try $0.setServer(named) }
      }
      return try talk(talker, folder, server)
    }
  }

  /// Makes sure, before anything is sent, that it is our server and that both programs are of one age.
  private func greet(_ server: ServerOffice, _ talk: ExchangeTalk) throws {
    let replica = try store.read { try $0.replica() }
    try talk.send("H", ExchangeTalk.version, String(store.schema), String(replica))
    let hello = try talk.expect("H").words
    guard hello.count == 3, hello[0] == ExchangeTalk.version, let schema = Int(hello[1]),
      let found = Int64(hello[2])
    else { throw ExchangeProblem.lineCut }
    guard found == server.replica else {
      throw ExchangeProblem.otherServer(found: found, known: server.replica)
    }
    if schema > store.schema { throw ExchangeProblem.newer(found: schema, known: store.schema) }
    if schema < store.schema { throw ExchangeProblem.older(found: schema, known: store.schema) }
  }
}

/// The server's end of a line.
extension ExchangeDesk {
  /// Speaks with a station on standard input and output until it hangs up.
  ///
  /// Whoever lets the station in has made sure by its key that it is this one; what it sends is signed
  /// besides.
  ///
  /// - Parameters:
  ///   - station: The number of the station.
  ///   - saying: What is told to the other side when something stands against it.
  /// - Throws: Whatever stood against it, once the other side was told.
  public func serve(_ station: Int64, saying: (any Error) -> String) throws {
    let talk = ExchangeTalk(line: .standard()) { _, _ in true }
    do {
      try talking { try serve(station, talk) }
    } catch ExchangeProblem.lineCut {
      // A station that hangs up has said what it had to say; the rest is sent when it calls again.
    } catch {
      try? talk.line.send(FrameLine.Frame("E", saying(error)))
      throw error
    }
  }

  private func serve(_ station: Int64, _ talk: ExchangeTalk) throws {
    guard try store.read({ try $0.station(station) }) != nil else {
      throw ExchangeProblem.unknownOffice(station)
    }
    let folder = try folder("station-\(station)")
    let hello = try talk.expect("H").words
    try talk.send(
      "H", ExchangeTalk.version, String(store.schema), String(try store.read { try $0.replica() }))
    guard hello.count == 3, hello[0] == ExchangeTalk.version else { throw ExchangeProblem.lineCut }
    guard hello[2] == String(station) else {
      throw ExchangeProblem.copiedOffice(Int64(hello[2]) ?? 0)
    }
    while true {
      let frame = try talk.expect("P", "G")
      if frame.letter == "P" {
        try take(frame.words, from: station, talk, folder)
      } else {
        try answer(frame.words, to: station, talk, folder)
      }
    }
  }

  private func take(
    _ words: [String], from station: Int64, _ talk: ExchangeTalk, _ folder: ExchangeFolder
  ) throws {
    let path = "\(folder.path)/in-\(station)"
    guard words.count == 2, BlobDigest(hexadecimal: words[0]) != nil, let size = Int(words[1]),
      size >= 0
    else { throw ExchangeProblem.lineCut }
    let (digest, there) = try folder.half(path)
    let offset = digest == words[0] ? min(there, size) : 0
    try folder.begin(path, digest: words[0], from: offset)
    try talk.send("O", String(offset))
    try talk.receive(file: path, from: offset, size: size)
    defer { folder.forget(path) }
    let file = try BundleFile(reading: path)
    guard file.manifest.from == station,
      try BundleFile.measure(path).digest.hexadecimal == words[0]
    else { throw ExchangeProblem.altered(path) }
    var told = ContinuousClock.now
    let received = try receive(file, folder) { done, total in
      // A station that hangs up does not stop what it has sent in full.
      if told.duration(to: .now) > .milliseconds(300) {
        told = .now
        try? talk.send("Q", String(done), String(total))
      }
      return true
    }
    guard case .push(let taken, _) = received else { throw ExchangeProblem.lineCut }
    try talk.send("T", String(taken.accepted), String(taken.conflicts), String(taken.known))
  }

  /// Sends the answer made last where a cut line left a part of it at the station, else a new one.
  private func answer(
    _ words: [String], to station: Int64, _ talk: ExchangeTalk, _ folder: ExchangeFolder
  ) throws {
    guard words.count == 3, let known = Int64(words[0]), let there = Int(words[2]), there >= 0
    else {
      throw ExchangeProblem.lineCut
    }
    let path = "\(folder.path)/out-\(station)"
    var (digest, size) = try folder.half(path)
    var offset = 0
    if let kept = digest, kept == words[1] {
      offset = min(there, size)
    } else {
      let payload = folder.scratch("answer")
      defer { ExchangeFolder.remove(payload) }
      try server.writeAnswer(to: payload, station: station, known: known)
      try seal(payload, as: .answer, to: station, at: path, folder)
      let measured = try BundleFile.measure(path)
      (digest, size) = (measured.digest.hexadecimal, measured.size)
      try folder.begin(path, digest: measured.digest.hexadecimal, from: size)
    }
    try talk.send("F", digest ?? "", String(size), String(offset))
    try talk.send(file: path, from: offset)
  }
}
