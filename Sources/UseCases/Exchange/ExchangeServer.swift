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

    mutating func add(_ other: Taken) {
      accepted += other.accepted
      conflicts += other.conflicts
      known += other.known
    }
  }

  public let store: Store
  public let clock: WallClock

  /// How long others may wait for their turn while entries are performed.
  private let turn: Duration

  public init(store: Store, clock: WallClock, turn: Duration = .milliseconds(100)) {
    self.store = store
    self.clock = clock
    self.turn = turn
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
  /// same bundle comes. Where the file is in trouble half way, or the work is stopped, the same bundle
  /// can be taken again.
  ///
  /// - Parameters:
  ///   - push: What the station sent.
  ///   - progress: Told entries done and their number; false stops.
  /// - Returns: How many entries were performed, listed, and known before.
  /// - Throws: `newerSchema` before anything is done; `forbidden` for an unknown station; `cancelled`.
  @discardableResult
  public func take(
    _ push: ExchangeBundle, _ progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> Taken {
    let bounds = try bounds(of: push)
    var taken = Taken()
    var rest = push.items.filter { $0.entry.state != .conflicted }.bulks { $0.entry }[...]
    let total = rest.count
    while !rest.isEmpty {
      guard progress(total - rest.count, total) else { throw StoreError.cancelled }
      let group = try store.write(at: clock.now()) { records in
        try take(rest, within: bounds, records)
      }
      rest = rest.dropFirst(group.count)
      taken.add(group.taken)
    }
    _ = progress(total, total)
    try store.write(at: clock.now()) { records in
      try records.noteTaken(from: push.replica, known: push.known)
      try records.noteBrought(push.attachments, by: push.replica)
    }
    return taken
  }

  /// What the station becomes equal to, and what became of its entries.
  public func answer(_ push: ExchangeBundle) throws -> ExchangeBundle {
    let bounds = try bounds(of: push)
    return try store.read { records in
      var answer = try records.bundle(
        of: try records.entries(answering: push.replica, known: push.known),
        images: try records.images(of: .station(bounds, replica: push.replica)))
      answer.known = push.known
      return answer
    }
  }

  /// Writes what a station becomes equal to into a file, with the attachments it does not have.
  ///
  /// - Parameters:
  ///   - path: Where it goes.
  ///   - station: The station that is answered.
  ///   - known: The last entry that the station has.
  /// - Throws: `forbidden` for an unknown station.
  public func writeAnswer(to path: String, station: Int64, known: Int64) throws {
    let (through, attachments) = try store.read { records in
      guard let unit = try records.unit(ofStation: station) else { throw Failure.forbidden }
      let images = try records.images(of: .station(unit.path, replica: station))
      let attachments = try records.attachments(of: images, for: station, known: known)
      try records.writeBundle(
        to: path, entries: try records.entries(answering: station, known: known), images: images,
        known: known, attachments: attachments)
      return (images.through, attachments)
    }
    try store.write(at: clock.now()) { records in
      try records.noteAnswered(station, through: through, attachments)
    }
  }

  /// Takes a push out of a file, with its attachments.
  @discardableResult
  public func take(
    file path: String, _ progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> Taken {
    let push = try ExchangeBundle.read(from: path, schema: store.schema)
    _ = try bounds(of: push)
    if !push.attachments.isEmpty {
      try store.write(at: clock.now()) { records in
        let rules = try RuleBook(try records.ruleValues()).inForce(on: clock.today)
        try records.keepAttachments(ofBundle: path, limit: rules.attachmentSize)
      }
    }
    return try take(push, progress)
  }

  /// Takes a push out of a file, and writes the answer into another.
  @discardableResult
  public func exchange(_ path: String, answer: String) throws -> Taken {
    let push = try ExchangeBundle.read(from: path, schema: store.schema)
    let taken = try take(file: path)
    try writeAnswer(to: answer, station: push.replica, known: push.known)
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
    try store.read { records in
      guard push.known > 0 else { return }
      let last = try records.lastEntryNumber()
      guard push.known <= last else {
        throw ExchangeProblem.serverRolledBack(known: push.known, last: last)
      }
      guard try records.chainLink(through: push.known) == push.link else {
        throw ExchangeProblem.twoServers
      }
    }
    return unit.path
  }

  /// Performs as many bulk changes as one turn allows, each whole or not at all.
  private func take(
    _ bulks: ArraySlice<[ExchangeBundle.Item]>, within bounds: UnitPath,
    _ records: borrowing Writing
  ) throws -> (count: Int, taken: Taken) {
    let end = ContinuousClock.now + turn
    var replay = Replay(bounds: bounds)
    var (count, taken) = (0, Taken())
    for bulk in bulks {
      if count > 0, ContinuousClock.now >= end { break }
      count += 1
      if try bulk.contains(where: { try records.entry(id: $0.entry.id) != nil }) {
        taken.known += bulk.count
        continue
      }
      do {
        try records.attempt { records in try replay.perform(bulk, records) }
        taken.accepted += bulk.count
      } catch {
        guard Failure(error).isVerdict else { throw error }
        for item in bulk { try records.keepConflict(item) }
        taken.conflicts += bulk.count
      }
    }
    return (count, taken)
  }
}
