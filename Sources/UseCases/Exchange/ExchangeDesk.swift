import Interchange
public import Store
public import Training

/// Where an office exchanges: its key, its bundles, and whom it exchanges with.
///
/// One program at a time works at a desk; the command line and the screen both do.
public struct ExchangeDesk: Sendable {
  public let store: Store
  public let clock: WallClock
  let key: OfficeKey

  public init(store: Store, clock: WallClock) {
    self.store = store
    self.clock = clock
    key = OfficeKey(besideRecords: store.path)
  }

  /// What came out of a bundle.
  public enum Received: Hashable, Sendable {
    /// A station's work, at the server; with the number of the station.
    case push(ExchangeServer.Taken, from: Int64)
    /// The server's records, at a station.
    case answer(ExchangeStation.Pulled)
  }

  /// Told steps done and their number; false stops.
  public typealias Watch = (_ done: Int, _ total: Int) -> Bool

  // MARK: Keys and enrolment

  /// The public key of this office as it is carried to another, made where there is none yet.
  ///
  /// - Throws: `ExchangeProblem.hasRecords` for a copy that can join nobody, having records of its own
  ///   and no server.
  public func publicKeyLine() throws -> String {
    let canJoin = try store.read { records in
      try records.isStation() || !records.hasAccounts()
    }
    guard canJoin else { throw ExchangeProblem.hasRecords }
    let folder = try folder()
    defer { withExtendedLifetime(folder) {} }
    return try ownKey().line(of: try store.read { try $0.replica() })
  }

  /// The short form of a key that two people compare over the telephone.
  public func fingerprint(_ text: String) throws -> String {
    let folder = try folder("keys")
    return try typed { () throws(OfficeKey.Problem) in
      try OfficeKey.fingerprint(try .init(line: text), scratch: folder.scratch("key"))
    }
  }

  /// At the server: lets a station exchange for a unit, and writes the invitation that it joins by.
  ///
  /// - Parameters:
  ///   - line: The station's public key as it came, with its number.
  ///   - unit: The unit it works for, with everything below.
  ///   - address: `user@host:port` of this server's SSH, empty where there is none.
  ///   - path: Where the invitation goes; it carries the station's whole slice.
  /// - Returns: The number of the station.
  /// - Throws: `ExchangeProblem`; `StoreError.notFound` when there is no such unit.
  @discardableResult
  public func enrol(
    _ line: String, for unit: ID<Training.Unit>, address: String = "", to path: String
  ) throws -> Int64 {
    let folder = try folder()
    let station = try typed { () throws(OfficeKey.Problem) in try OfficeKey.Public(line: line) }
    let own = try store.read { try $0.replica() }
    guard station.replica > 0, station.replica != own else { throw ExchangeProblem.badKey }
    let key = try ownKey()
    guard try !store.read({ try $0.isStation() }) else { throw ExchangeProblem.notAServer }
    try BundleFile.prove(place: path)
    let office = try store.write(at: clock.now()) { records in
      guard try records.unit(unit) != nil else { throw StoreError.notFound }
      // With another unit it would be given the records of others from the next exchange on.
      if let known = try records.unit(ofStation: station.replica), known.id != unit {
        throw ExchangeProblem.enrolledFor(known.name)
      }
      try records.register(station: station.replica, for: unit, key: station.text)
      try records.journal(
        Cause(useCase: Self.enrolling, arguments: Array(String(station.replica).utf8)))
      return try Self.office(above: unit, records)
    }
    let payload = folder.scratch("invitation")
    defer { ExchangeFolder.remove(payload) }
    try server.writeAnswer(to: payload, station: station.replica, known: 0)
    try seal(
      payload, as: .invitation, to: station.replica, at: path, folder,
      .init(key: key.text, unit: unit.rawValue, office: office, address: address))
    return station.replica
  }

  /// The office that keeps the server of a unit: its province, or else what stands above it all.
  private static func office(
    above unit: ID<Training.Unit>, _ records: borrowing Writing
  ) throws -> String {
    let line = try records.unit(unit)?.path.units.compactMap { try records.unit($0) } ?? []
    return (line.last { $0.kind == .province && $0.id != unit } ?? line.first)?.name ?? ""
  }

  /// At the station: takes an invitation, and with it the server's key and the first slice.
  ///
  /// A station that joins again, of a server that was restored or another one, keeps its work: what
  /// this server does not have is performed again and sent.
  @discardableResult
  public func join(_ path: String) throws -> ExchangeStation.Pulled {
    let folder = try folder()
    let file = try BundleFile(reading: path)
    guard let invitation = file.manifest.invitation else {
      throw ExchangeProblem.wrongKind(file.manifest.kind)
    }
    try examine(file, from: invitation.key, folder)
    let payload = folder.scratch("invitation")
    defer { ExchangeFolder.remove(payload) }
    try file.extract(to: payload)
    let (isStation, hasRecords) = try store.read {
      (try $0.isStation(), try $0.hasAccounts())
    }
    guard isStation || !hasRecords else { throw ExchangeProblem.hasRecords }
    _ = try station.join()
    try store.write(at: clock.now()) { records in
      // Also the same server may have been put back to what it was earlier.
      try records.setPulledThrough(0)
      try records.setServer(
        ServerOffice(
          replica: file.manifest.from, key: invitation.key, name: invitation.office,
          unit: ID(rawValue: invitation.unit), address: invitation.address))
    }
    return try pull(payload) { _, _ in true }
  }

  // MARK: One file

  /// Writes what the other side needs into one file: a station its work, a server its answer.
  ///
  /// - Parameters:
  ///   - path: Where it goes; it is there whole or not at all.
  ///   - station: At a server, whom it is for; nil where there is only one, or the one that sent last.
  ///   - replacing: Whether whatever lies there may go; else only a bundle of this office does, at a
  ///     server one of the same station.
  /// - Throws: `ExchangeProblem`.
  public func send(to path: String, station: Int64? = nil, replacing: Bool = true) throws {
    let folder = try folder()
    let payload = folder.scratch("send")
    defer { ExchangeFolder.remove(payload) }
    if let server = try serverOffice() {
      if !replacing { try leaveOthers(at: path) }
      try self.station.writePush(to: payload)
      try seal(payload, as: .push, to: server.replica, at: path, folder)
      try store.write(at: clock.now()) { try $0.notePushed() }
    } else {
      let station = try addressee(station)
      if !replacing { try leaveOthers(at: path, with: station.replica) }
      try server.writeAnswer(to: payload, station: station.replica, known: station.known)
      try seal(payload, as: .answer, to: station.replica, at: path, folder)
    }
  }

  /// Takes a file of the other side, after its signature and whom it is for have been examined.
  @discardableResult
  public func receive(
    from path: String, _ watch: Watch = { _, _ in true }
  ) throws -> Received {
    let folder = try folder()
    let file = try BundleFile(reading: path)
    return try receive(file, folder, watch)
  }

  func receive(
    _ file: BundleFile, _ folder: ExchangeFolder, _ watch: Watch
  ) throws -> Received {
    let payload = folder.scratch("receive")
    defer { ExchangeFolder.remove(payload) }
    let manifest = file.manifest
    if let server = try serverOffice() {
      guard manifest.kind == .answer else { throw ExchangeProblem.wrongKind(manifest.kind) }
      // An answer of another copy is not one of a stranger: a restored server has our trust and
      // another number, and joining again is what settles it.
      guard manifest.from == server.replica else {
        throw ExchangeProblem.otherServer(found: manifest.from, known: server.replica)
      }
      try examine(file, from: server.key, folder)
      try file.extract(to: payload)
      return .answer(try pull(payload, watch))
    }
    guard manifest.kind == .push else { throw ExchangeProblem.wrongKind(manifest.kind) }
    try examine(file, from: try stationKey(manifest.from, file, folder), folder)
    try file.extract(to: payload)
    let taken = try typed { try self.server.take(file: payload, watch) }
    return .push(taken, from: manifest.from)
  }

  // MARK: What bundles are examined for

  /// Refuses whatever may not be applied here, before the database in it is looked at.
  private func examine(
    _ file: BundleFile, from key: String, _ folder: ExchangeFolder
  ) throws {
    let manifest = file.manifest
    let own = try store.read { try $0.replica() }
    guard manifest.to == own else { throw ExchangeProblem.forAnother(to: manifest.to, own: own) }
    guard manifest.schema <= store.schema else {
      throw ExchangeProblem.newer(found: manifest.schema, known: store.schema)
    }
    // Rows come as they are, entries are performed again: those of an older program are understood.
    guard manifest.kind == .push || manifest.schema == store.schema else {
      throw ExchangeProblem.older(found: manifest.schema, known: store.schema)
    }
    let isTrue = try typed { () throws(OfficeKey.Problem) in
      try OfficeKey.verify(
        file.signedText, signature: file.signature, by: try .init(line: key),
        scratch: folder.scratch("verify"))
    }
    guard isTrue else { throw ExchangeProblem.altered(file.path) }
  }

  /// The key of the station that a bundle says it is from.
  private func stationKey(
    _ replica: Int64, _ file: BundleFile, _ folder: ExchangeFolder
  ) throws -> String {
    let stations = try store.read { try $0.stations() }
    if let station = stations.first(where: { $0.replica == replica }) { return station.key }
    for station in stations where !station.key.isEmpty {
      let isTheirs = try typed { () throws(OfficeKey.Problem) in
        try OfficeKey.verify(
          file.signedText, signature: file.signature, by: try .init(line: station.key),
          scratch: folder.scratch("verify"))
      }
      if isTheirs { throw ExchangeProblem.copiedOffice(replica) }
    }
    throw ExchangeProblem.unknownOffice(replica)
  }

  /// Refuses a place where something lies that is no bundle from or for this office, and of another
  /// where one is named: a restored server has another number than the one that a station knew.
  private func leaveOthers(at path: String, with other: Int64? = nil) throws {
    do {
      let manifest = try BundleFile(reading: path).manifest
      let own = try store.read { try $0.replica() }
      let offices = [manifest.from, manifest.to]
      guard offices.contains(own), other.map(offices.contains) ?? true else {
        throw ExchangeProblem.occupied(path)
      }
    } catch ExchangeProblem.file(_, .missing) {
      // Nothing is there.
    } catch ExchangeProblem.notABundle, ExchangeProblem.truncated, ExchangeProblem.altered {
      throw ExchangeProblem.occupied(path)
    }
  }

  // MARK: Parts

  var server: ExchangeServer { ExchangeServer(store: store, clock: clock) }
  var station: ExchangeStation { ExchangeStation(store: store, clock: clock) }

  /// The names under which the journal keeps what is done at a desk.
  private static let enrolling = "exchange.enrol"

  func folder(_ lock: String = "lock") throws(ExchangeProblem) -> ExchangeFolder {
    try ExchangeFolder(besideRecords: store.path, named: lock)
  }

  /// The server of this station; nil at a server.
  func serverOffice() throws -> ServerOffice? {
    try store.read { records in
      guard try records.isStation() else { return nil }
      guard let server = try records.server() else { throw ExchangeProblem.notAStation }
      return server
    }
  }

  func ownKey() throws -> OfficeKey.Public {
    _ = try signer()
    return try typed { () throws(OfficeKey.Problem) in try key.publicKey() }
  }

  /// The number of this copy, which has a key from now on.
  private func signer() throws -> Int64 {
    let replica = try store.read { try $0.replica() }
    return try typed { () throws(OfficeKey.Problem) in
      try key.makeIfMissing(replica: replica)
      return replica
    }
  }

  private func addressee(_ wanted: Int64?) throws -> Station {
    let stations = try store.read { try $0.stations() }
    if let wanted {
      guard let station = stations.first(where: { $0.replica == wanted }) else {
        throw ExchangeProblem.unknownOffice(wanted)
      }
      return station
    }
    guard let last = stations.max(by: { $0.pushed < $1.pushed }) else {
      throw ExchangeProblem.notAStation
    }
    guard stations.count == 1 || last.pushed > 0 else {
      throw ExchangeProblem.chooseStation(stations.map(\.replica))
    }
    return last
  }

  /// Signs the manifest of a database and writes both where they are to go.
  func seal(
    _ payload: String, as kind: BundleManifest.Kind, to: Int64, at path: String,
    _ folder: ExchangeFolder, _ invitation: BundleManifest.Invitation? = nil
  ) throws {
    let (size, digest) = try BundleFile.measure(payload)
    let manifest = BundleManifest(
      kind: kind, from: try signer(), to: to, schema: store.schema,
      moment: clock.now(), size: size, digest: digest, invitation: invitation)
    let signature = try typed { () throws(OfficeKey.Problem) in
      try key.sign(manifest.text, scratch: folder.scratch("sign"))
    }
    try BundleFile.write(manifest, signature: signature, payload: payload, to: path)
  }

  private func pull(_ payload: String, _ watch: Watch) throws -> ExchangeStation.Pulled {
    let pulled = try typed {
      do {
        return try station.readPull(from: payload, watch)
      } catch Failure.forbidden {
        throw ExchangeProblem.outdated
      }
    }
    try store.write(at: clock.now()) { try $0.notePulled() }
    return pulled
  }

  /// Gives what stops an exchange as one kind of error, where a person can do something about it.
  func typed<R>(_ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let problem as OfficeKey.Problem {
      switch problem {
      case .missing(let tool): throw ExchangeProblem.noTool(tool)
      case .failed(let tool, let words): throw ExchangeProblem.toolFailed(tool, words)
      case .unreadable(let path): throw ExchangeProblem.file(path, .forbidden)
      case .badKey: throw ExchangeProblem.badKey
      }
    } catch StoreError.newerSchema(let found, let known) {
      throw found < known
        ? ExchangeProblem.older(found: found, known: known)
        : ExchangeProblem.newer(found: found, known: known)
    } catch StoreError.cancelled {
      throw ExchangeProblem.cancelled
    }
  }
}
