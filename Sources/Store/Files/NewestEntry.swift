import Glibc

/// Which entry was the last to be written, noted beside the records after each commit.
///
/// A commit is on the disk before it is noted, so a note that is ahead of the records says that
/// they have lost something: the log was removed or damaged, or an older copy was put in their place
/// by hand. A power cut may leave the note behind, which is no harm.
struct NewestEntry: Equatable {
  var number: Int64

  /// Where the note stands in the file of the queue, behind its counter.
  private static let place: off_t = 520

  func note(_ descriptor: CInt) {
    var number = number
    // A courtesy, as the name of who writes: without it a loss is not noticed.
    _ = withUnsafeBytes(of: &number) {
      pwrite(descriptor, $0.baseAddress, $0.count, Self.place)
    }
  }

  /// What was noted in a file; nil where nothing was.
  static func noted(_ path: String) -> NewestEntry? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var number: Int64 = 0
    let count = withUnsafeMutableBytes(of: &number) {
      pread(descriptor, $0.baseAddress, $0.count, place)
    }
    return count == 8 && number > 0 ? NewestEntry(number: number) : nil
  }
}

extension Connection {
  /// Writes down how many of the newest entries are gone, and draws a new number for this copy.
  ///
  /// The ids that they gave may be known elsewhere and must not be given again.
  func noticeLoss(_ noted: NewestEntry?) throws(StoreError) {
    guard let noted else { return }
    let last: Int64 = try one("SELECT ifnull(max(number), 0) FROM store_entry")
    guard noted.number > last else { return }
    try script("BEGIN IMMEDIATE")
    do throws(StoreError) {
      try drawReplica()
      _ = try run(
        """
        INSERT INTO store_setting (name, value) VALUES ('missing', ?)
        ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + excluded.value
        """, [String(noted.number - last)])
      try script("COMMIT")
    } catch {
      rollBack()
      throw error
    }
  }
}

extension Querying where Self: ~Copyable {
  /// How many of the newest entries were found gone when the records were opened, until a repair has
  /// told of them.
  public func missingEntries() throws(StoreError) -> Int {
    try first("SELECT CAST(value AS INTEGER) FROM store_setting WHERE name = 'missing'") { row in
      try row[0]
    } ?? 0
  }
}

extension Writing {
  /// Somebody was told of the entries that are gone.
  public func forgetMissing() throws(StoreError) {
    try run("DELETE FROM store_setting WHERE name = 'missing'")
  }
}
