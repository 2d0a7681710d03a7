extension Store {
  /// Computes the hash chain of the accepted entries again.
  ///
  /// - Parameter progress: Told entries done and their number; false stops.
  /// - Returns: The number of the first entry that was altered, nil when all are as they were.
  /// - Throws: `StoreError.cancelled` when stopped.
  public func firstAlteredEntry(
    _ progress: ProgressReport = { _, _ in true }
  ) throws -> Int64? {
    try read { records in
      let last = try records.lastEntryNumber()
      var previous: [UInt8] = []
      for number in stride(from: Int64(1), through: last, by: 1) {
        if number % 256 == 0, !progress(Int(number), Int(last)) { throw StoreError.cancelled }
        guard let entry = try records.entry(number: number) else { return number }
        guard entry.state == .accepted else { continue }
        let link = entry.link(after: previous, try records.changeset(of: number))
        guard entry.hash == link else { return number }
        previous = link
      }
      return nil
    }
  }
}

extension Querying where Self: ~Copyable {
  /// When the newest entry was taken in, in milliseconds since 1970; nil before the first.
  public func lastRecorded() throws(StoreError) -> Int64? {
    try first("SELECT recorded FROM store_entry ORDER BY number DESC LIMIT 1") { row in try row[0] }
  }

  /// The link of the chain that an entry has, or the last one before it.
  public func chainLink(through number: Int64) throws(StoreError) -> [UInt8] {
    try first(
      """
      SELECT hash FROM store_entry WHERE state = 0 AND number <= ? ORDER BY number DESC LIMIT 1
      """, [number]
    ) { row in try row[0] } ?? []
  }

  /// The last link of the chain; printed or kept elsewhere it shows that nothing was cut off later.
  public func chainHead() throws(StoreError) -> [UInt8] {
    try first(
      "SELECT hash FROM store_entry WHERE state = 0 ORDER BY number DESC LIMIT 1"
    ) { row in try row[0] } ?? []
  }
}
