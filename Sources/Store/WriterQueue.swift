import Glibc
import Synchronization

/// Where writers of all terminals line up: an `flock` on `FILE.queue`, held for one transaction.
///
/// SQLite's own busy handler polls and starves; a queue of the system is fair.
struct WriterQueue: Sendable {
  /// Who is writing, and since when in milliseconds since 1970.
  struct Holder: Equatable { var name: String; var since: Int64 }

  /// How many transactions of this process hold a queue now; read by signal code.
  static let held = Atomic<Int>(0)

  let path: String
  let mode: mode_t
  /// What others see of us while we write, such as the name of the user.
  let name: String

  /// A place at the head of the queue.
  struct Turn: ~Copyable {
    private let lock: FileLock

    fileprivate init(_ lock: consuming FileLock) {
      self.lock = lock
      WriterQueue.held.add(1, ordering: .sequentiallyConsistent)
    }

    /// Notes the newest entry, which is on the disk, outside of the records.
    borrowing func note(_ newest: NewestEntry) { newest.note(lock.descriptor) }

    deinit { WriterQueue.held.subtract(1, ordering: .sequentiallyConsistent) }
  }

  func take(patience: Duration) throws(StoreError) -> Turn {
    guard let lock = try FileLock.acquire(path: path, mode: mode, patience: patience) else {
      let holder = holder
      throw .busy(holder: holder?.name, since: holder?.since)
    }
    lock.leave("\(Self.now())\t\(getpid())\t\(name)")
    return Turn(lock)
  }

  /// Who wrote last; who is writing, when the queue is known to be held.
  var holder: Holder? {
    guard let note = FileLock.note(path: path) else { return nil }
    let parts = note.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let since = Int64(parts[0]) else { return nil }
    return Holder(name: String(parts[2]), since: since)
  }

  /// The machine's clock: how long somebody has been writing is true even when the day is set by hand.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
