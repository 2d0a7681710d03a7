public import Store

/// The side of exchange that works alone for a time: an office with a copy of its part of the records.
public struct ExchangeStation: Sendable {
  /// What a pull did with the work that waited.
  public struct Pulled: Hashable, Sendable {
    /// The server has performed them.
    public var accepted = 0
    /// Performed again on what came; the server has not seen them.
    public var waiting = 0
    /// Refused by the server, or by the records as they are now.
    public var conflicts = 0
    /// Given up by whoever settled the conflict on the server.
    public var givenUp = 0

    public init(accepted: Int = 0, waiting: Int = 0, conflicts: Int = 0, givenUp: Int = 0) {
      self.accepted = accepted
      self.waiting = waiting
      self.conflicts = conflicts
      self.givenUp = givenUp
    }
  }

  public let store: Store
  public let clock: WallClock

  public init(store: Store, clock: WallClock) {
    self.store = store
    self.clock = clock
  }

  /// Makes a new, empty copy a station; its records come with the first pull.
  ///
  /// - Returns: The number under which the server registers it.
  /// - Throws: `Failure.forbidden` when the copy has records of its own.
  public func join() throws -> Int64 {
    try store.write(at: clock.now()) { records in
      guard try records.isStation() || !records.hasAccounts() else { throw Failure.forbidden }
      try records.setStation(true)
      return try records.replica()
    }
  }

  /// What the server is asked to perform; also the question that a pull answers.
  public func push() throws -> ExchangeBundle {
    try store.read { try $0.push() }
  }

  /// Writes what the server is asked to perform into a file.
  public func writePush(to path: String) throws {
    try store.read { records in
      let entries = try records.openEntries()
      try records.writeBundle(
        to: path, entries: entries, attachments: try records.attachments(ofEntries: entries))
    }
  }

  /// Reads the server's answer from a file and becomes equal to the server.
  @discardableResult
  public func readPull(
    from path: String, _ progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> Pulled {
    let answer = try ExchangeBundle.read(from: path, schema: store.schema)
    // Attachments are their own seals and wait for the rows that name them.
    if !answer.attachments.isEmpty {
      try store.write(at: clock.now()) { records in
        try records.keepAttachments(ofBundle: path, limit: .max)
      }
    }
    return try pull(answer, progress)
  }

  /// Becomes equal to the server, with the work that still waits on top, as a rebase does.
  ///
  /// Takes back what waits, puts the server's rows in place, and performs again what the server has
  /// not seen. What the records now refuse becomes a conflict; nothing is lost.
  ///
  /// What a server before this one accepted and this one does not have is performed again too: the
  /// server's records may have come from an old backup.
  ///
  /// - Parameters:
  ///   - answer: The server's answer to a push of this station.
  ///   - progress: Told entries done and their number; false stops, and nothing is changed.
  /// - Returns: What became of the work that waited.
  /// - Throws: `newerSchema` before anything is done; `Failure.forbidden` for an answer that is older
  ///   than the last, or made for a station that knows more; `cancelled`.
  @discardableResult
  public func pull(
    _ answer: ExchangeBundle, _ progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> Pulled {
    guard let images = answer.images else { throw StoreError.notFound }
    guard answer.schema == store.schema, images.schema == store.schema else {
      throw StoreError.newerSchema(found: answer.schema, known: store.schema)
    }
    let verdicts = Dictionary(
      answer.items.map { ($0.entry.id, $0.entry) }, uniquingKeysWith: { _, newer in newer })
    return try store.write(at: clock.now()) { records in
      let known = try records.pulledThrough()
      guard try records.isStation(), images.through >= known, answer.known <= known else {
        throw Failure.forbidden
      }
      var pulled = Pulled()
      var waiting = try records.entries(.pending)
      let total = 2 * waiting.count
      for (done, entry) in waiting.reversed().enumerated() {
        guard progress(done, total) else { throw StoreError.cancelled }
        guard try records.takeBack(entry: entry.number).isEmpty else {
          throw StoreError.damaged("entry \(entry.number) does not come back")
        }
        try records.journal(Cause(useCase: Self.takingBack, state: .accepted))
        try records.mark(entry: entry.number, as: .settled)
      }
      try records.apply(
        images, to: .stationFile, Cause(useCase: Self.pulling, state: .accepted))
      try records.setPulledThrough(images.through, link: answer.link)
      for entry in try records.entries(.conflicted) {
        if let verdict = verdicts[entry.id] { try follow(verdict, entry, records, &pulled) }
      }
      if known == 0 { waiting += try forgotten(by: verdicts, records) }
      waiting.sort { $0.number < $1.number }
      var done = 0
      for bulk in waiting.bulks({ $0 }) {
        guard progress(total / 2 + done, total) else { throw StoreError.cancelled }
        done += bulk.count
        if let first = bulk.first, verdicts[first.id] != nil {
          for entry in bulk {
            if let verdict = verdicts[entry.id] { try follow(verdict, entry, records, &pulled) }
          }
        } else if try performAgain(bulk, records) {
          pulled.waiting += bulk.count
        } else {
          pulled.conflicts += bulk.count
        }
      }
      return pulled
    }
  }

  /// Work that another server accepted and this one has never seen, open again; of the rest it is
  /// noted what it is here.
  private func forgotten(
    by verdicts: [Int64: Entry], _ records: borrowing Writing
  ) throws -> [Entry] {
    var forgotten: [Entry] = []
    var told = Pulled()
    for entry in try records.acceptedElsewhere() {
      if let verdict = verdicts[entry.id] {
        try follow(verdict, entry, records, &told)
      } else {
        try records.settle(entry: entry.number, link: nil)
        forgotten.append(entry)
      }
    }
    return forgotten
  }

  /// The names under which the journal of a station keeps what exchange itself does.
  private static let takingBack = "exchange.take-back"
  private static let pulling = "exchange.pull"

  /// Lets an entry be here what it is on the server.
  private func follow(
    _ verdict: Entry, _ entry: Entry, _ records: borrowing Writing, _ pulled: inout Pulled
  ) throws {
    switch verdict.state {
    case .accepted, .pending:
      try records.settle(entry: entry.number, link: verdict.hash ?? [])
      pulled.accepted += 1
    case .conflicted:
      try records.markServersConflict(entry.number)
      pulled.conflicts += 1
    case .settled:
      try records.settle(entry: entry.number, link: verdict.hash)
      if verdict.isInEffect { pulled.accepted += 1 } else { pulled.givenUp += 1 }
    }
  }

  /// Whether a bulk change could be performed on what came from the server.
  private func performAgain(_ bulk: [Entry], _ records: borrowing Writing) throws -> Bool {
    do {
      try records.attempt { records in
        var replay = Replay(bounds: nil)
        try replay.perform(try bulk.map { try records.item($0) }, records)
      }
      return true
    } catch {
      guard Failure(error).isVerdict else { throw error }
      for entry in bulk { try records.mark(entry: entry.number, as: .conflicted) }
      return false
    }
  }
}
