import Glibc
import Synchronization

/// An advisory lock on a side file (`flock`), which nobody can take twice while others wait.
///
/// The kernel wakes those who wait, but whoever released may have taken the lock again before they
/// run. So there is a door before it, a lock on one byte, held by the first of those who wait until
/// the lock is theirs; who comes back waits at the door. `flock` belongs to the opening of the file, so two stores of one process exclude each other too.
struct FileLock: ~Copyable {
  private let descriptor: CInt

  /// Takes the lock, or answers nil when somebody else still holds it after `patience`.
  ///
  /// The wait is a blocking `flock` on a thread of its own, because polling would let late comers
  /// pass.
  static func acquire(
    path: String, mode: mode_t, patience: Duration
  ) throws(StoreError) -> FileLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .cannotOpen("\(path): \(Self.systemMessage())") }
    if lockByte(descriptor, 1, F_WRLCK) {
      let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      lockByte(descriptor, 1, F_UNLCK)
      if isFree { return FileLock(descriptor: descriptor) }
    }
    guard patience > .zero else {
      close(descriptor)
      return nil
    }
    let waiter = LockWaiter(descriptor: descriptor)
    return try waiter.wait(patience) ? FileLock(descriptor: descriptor) : nil
  }

  private init(descriptor: CInt) { self.descriptor = descriptor }

  deinit {
    // Closing releases; there is no child that could have inherited the descriptor (O_CLOEXEC).
    close(descriptor)
  }

  /// Writes a line into the file, for those who wait to read.
  borrowing func leave(_ note: String) {
    // Padded so that a shorter note covers a longer one without a truncation.
    var line = Array(note.utf8.prefix(254))
    line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 254 - line.count))
    line.append(UInt8(ascii: "\n"))
    // The note is a courtesy: a full disk must not stop the work.
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  static func note(path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var line = [UInt8](repeating: 0, count: 255)
    let count = line.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count > 0 else { return nil }
    var note = line.prefix(count)
    while let last = note.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") {
      note.removeLast()
    }
    return String(decoding: note, as: UTF8.self)
  }

  /// Creates an empty file for its owner alone; SQLite would let everybody read.
  static func createPrivate(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen("\(path): \(systemMessage())") }
    close(descriptor)
  }

  static func systemMessage() -> String { String(cString: strerror(errno)) }
}

/// One wait for a lock that somebody else holds, on a thread of its own.
private final class LockWaiter: Sendable {
  private enum State { case waiting, granted, failed, abandoned }

  private let descriptor: CInt
  private let state = Mutex(State.waiting)

  init(descriptor: CInt) { self.descriptor = descriptor }

  /// True when the lock was got in time; otherwise the thread gives it back when it comes.
  func wait(_ patience: Duration) throws(StoreError) -> Bool {
    // The semaphore outlives this call when the wait is abandoned: the thread frees it.
    let bell = Bell()
    let box = Unmanaged.passRetained(LockErrand(waiter: self, bell: bell))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let errand = Unmanaged<LockErrand>.fromOpaque(argument).takeRetainedValue()
        errand.waiter.block()
        errand.bell.ring()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      close(descriptor)
      throw .other(code: Int(code), message: "no thread to wait for the lock")
    }
    pthread_detach(thread)
    bell.wait(patience)
    let outcome = state.withLock { state in
      if state == .waiting { state = .abandoned }
      return state
    }
    if outcome == .failed { close(descriptor) }
    return outcome == .granted
  }

  private func block() {
    while !lockByte(descriptor, 1, F_WRLCK, isWaiting: true) && errno == EINTR {}
    var code = flock(descriptor, LOCK_EX)
    while code != 0 && errno == EINTR { code = flock(descriptor, LOCK_EX) }
    lockByte(descriptor, 1, F_UNLCK)
    let isUnwanted = state.withLock { state in
      if state == .abandoned { return true }
      state = code == 0 ? .granted : .failed
      return false
    }
    if isUnwanted { close(descriptor) }
  }
}

/// Locks one byte for an opening of a file, independently of its `flock`.
///
/// The commands are F_OFD_SETLK and F_OFD_SETLKW, which Swift does not import: locks of the opening,
/// not of the process.
@discardableResult
func lockByte(
  _ descriptor: CInt, _ byte: off_t, _ kind: CInt, isWaiting: Bool = false
) -> Bool {
  var region = flock(
    l_type: Int16(kind), l_whence: Int16(SEEK_SET), l_start: byte, l_len: 1, l_pid: 0)
  return fcntl(descriptor, isWaiting ? 38 : 37, &region) == 0
}

private final class LockErrand: Sendable {
  let waiter: LockWaiter
  let bell: Bell

  init(waiter: LockWaiter, bell: Bell) {
    self.waiter = waiter
    self.bell = bell
  }
}

/// A condition to wait for with a limit; the standard library has no such wait.
private final class Bell: Sendable {
  private let pipe: (reading: CInt, writing: CInt)

  init() {
    var ends: (CInt, CInt) = (-1, -1)
    withUnsafeMutablePointer(to: &ends) {
      $0.withMemoryRebound(to: CInt.self, capacity: 2) { _ = Glibc.pipe($0) }
    }
    _ = fcntl(ends.0, F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends.1, F_SETFD, FD_CLOEXEC)
    pipe = (ends.0, ends.1)
  }

  deinit {
    close(pipe.reading)
    close(pipe.writing)
  }

  func ring() {
    var byte: UInt8 = 1
    write(pipe.writing, &byte, 1)
  }

  /// Returns when it rang or `patience` is over.
  func wait(_ patience: Duration) {
    let end = ContinuousClock.now + patience
    while true {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else { return }
      let milliseconds =
        left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
      var descriptor = pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0)
      // Interrupted by a signal: wait for the rest.
      if poll(&descriptor, 1, CInt(min(milliseconds + 1, 86_400_000))) > 0 { return }
    }
  }
}
