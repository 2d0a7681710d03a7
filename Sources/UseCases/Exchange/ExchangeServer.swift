public import Store
public import Training

/// The regional side of exchange: performs what stations did, and gives them their part of the
/// records.
public struct ExchangeServer: Sendable {
  /// What became of the entries of a push.
  public struct Taken: Hashable, Sendable {
    /// Performed now.
    public var accepted = 0
    /// Listed for a person to settle.
    public var conflicts = 0
    /// Came before and were left alone.
    public var known = 0

    public init(accepted: Int = 0, conflicts: Int = 0, known: Int = 0) {
      self.accepted = accepted
      self.conflicts = conflicts
      self.known = known
    }
  }

  public let store: Store
  public let clock: WallClock

  public init(store: Store, clock: WallClock) {
    self.store = store
    self.clock = clock
  }

  /// Lets a copy of the records exchange with this server.
  ///
  /// - Parameters:
  ///   - replica: Its number; a copy restored from a backup has a new one and is registered again.
  ///   - unit: The unit it works for, with everything below.
  /// - Throws: `StoreError.notFound` when there is no such unit.
  public func register(station replica: Int64, for unit: ID<Training.Unit>) throws {
    try store.write(at: clock.now()) { records in
      guard try records.unit(unit) != nil else { throw StoreError.notFound }
      try records.register(station: replica, for: unit)
    }
  }

  /// Performs what a station did, in order, each bulk change whole, as whoever did it and within the
  /// units of the station.
  ///
  /// What the records refuse is listed as a conflict. Nothing is performed twice, however often the
  /// same bundle comes. Where the file is in trouble half way, the same bundle can be taken again.
  ///
  /// - Parameter push: What the station sent.
  /// - Returns: How many entries were performed, listed, and known before.
  /// - Throws: `newerSchema` before anything is done; `forbidden` for an unknown station.
  @discardableResult
  public func take(_ push: ExchangeBundle) throws -> Taken {
    let bounds = try bounds(of: push)
    var taken = Taken()
    let open = push.items.filter { $0.entry.state != .conflicted }
    for bulk in open.bulks({ $0.entry }) {
      try take(bulk, within: bounds, &taken)
    }
    return taken
  }

  /// What the station becomes equal to, and what became of its entries.
  public func answer(_ push: ExchangeBundle) throws -> ExchangeBundle {
    let bounds = try bounds(of: push)
    return try store.read { records in
      try records.bundle(
        of: try records.entries(answering: push),
        images: try records.images(of: .station(bounds, replica: push.replica)))
    }
  }

  /// Takes a push out of a file, and writes the answer into another.
  @discardableResult
  public func exchange(_ path: String, answer: String) throws -> Taken {
    let push = try ExchangeBundle.read(from: path, schema: store.schema)
    let taken = try take(push)
    let bounds = try bounds(of: push)
    try store.read { records in
      try records.writeBundle(
        to: answer, entries: try records.entries(answering: push),
        images: try records.images(of: .station(bounds, replica: push.replica)))
    }
    return taken
  }

  /// The unit of the station, once it is certain that this program understands everything it sent.
  private func bounds(of push: ExchangeBundle) throws -> UnitPath {
    let newest = push.items.reduce(push.schema) { max($0, $1.entry.schema) }
    guard newest <= store.schema else {
      throw StoreError.newerSchema(found: newest, known: store.schema)
    }
    guard let unit = try store.read({ try $0.unit(ofStation: push.replica) }) else {
      throw Failure.forbidden
    }
    return unit.path
  }

  private func take(
    _ bulk: [ExchangeBundle.Item], within bounds: UnitPath, _ taken: inout Taken
  ) throws {
    do {
      let isNew = try store.write(at: clock.now()) { records in
        guard try !bulk.contains(where: { try records.entry(id: $0.entry.id) != nil }) else {
          return false
        }
        try Replay(bounds: bounds).perform(bulk, records)
        return true
      }
      if isNew { taken.accepted += bulk.count } else { taken.known += bulk.count }
    } catch {
      guard Failure(error).isVerdict else { throw error }
      try store.write(at: clock.now()) { records in
        for item in bulk { try records.keepConflict(item) }
      }
      taken.conflicts += bulk.count
    }
  }
}
