import CSQLite

/// A disk that needs some time to flush, for measurements: SQLite's own files on the disk as it is,
/// with a wait before every sync.
enum SlowDisk {
  static let name = "faragir-slow"

  /// Puts the wait before every sync of files that are opened through it from now on.
  static func register(delay: Duration) {
    let (seconds, attoseconds) = delay.components
    faragir_slow_disk(name, UInt32(seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
  }
}
