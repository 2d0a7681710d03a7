import Glibc
import Synchronization

/// An advisory lock on a side file (`flock`), given to those who wait in the order they came.
///
/// The kernel only wakes those who wait: whoever released may have taken the lock again before they
/// run, and on a busy machine does so dozens of times. So each draws a number, keeps the byte of
/// that number locked until it is done, and first waits for the byte of the one before. A process
/// that ends frees its byte, and `flock` still keeps its successor from writing beside the one
/// before it. `flock` belongs to the opening of the file, so two stores of one process exclude each
/// other too.
struct FileLock: ~Copyable {
  let descriptor: CInt

  /// Takes the lock, or answers nil when somebody else still holds it after `patience`.
  ///
  /// The wait is a blocking `flock` on a thread of its own, because polling would let late comers
  /// pass.
  static func acquire(
    path: String, mode: mode_t, patience: Duration
  ) throws(StoreError) -> FileLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .file(path, .last) }
    let place = LockTurn.draw(descriptor, onlyIfNext: patience <= .zero)
    if let place, place.isNext(descriptor), flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      return FileLock(descriptor: descriptor)
    }
    guard patience > .zero else {
      close(descriptor)
      return nil
    }
    let waiter = LockWaiter(descriptor: descriptor, place: place)
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
    guard descriptor >= 0 else { throw .file(path, .last) }
    close(descriptor)
  }
}

/// A place in the line before a lock.
private struct LockTurn {
  /// Where the number of the last who came stands in the file, behind the note.
  private static let counter: off_t = 512
  /// Where the bytes of the numbers begin; a file is not as long as the locks in it.
  private static let line: off_t = 1 << 20
  /// The numbers begin anew after so many; nobody waits behind so long a line.
  private static let count: off_t = 1 << 32

  private let number: off_t

  /// Draws the next number and locks its byte.
  ///
  /// - Parameters:
  ///   - descriptor: The file.
  ///   - onlyIfNext: Draws none, and answers nil, while somebody is in the line.
  ///   - isWaiting: Waits while another is drawing, rather than answer nil.
  /// - Returns: The place, or nil without one.
  static func draw(
    _ descriptor: CInt, onlyIfNext: Bool = false, isWaiting: Bool = false
  ) -> LockTurn? {
    while !lockByte(descriptor, counter, F_WRLCK, isWaiting: isWaiting) {
      guard isWaiting, errno == EINTR else { return nil }
    }
    defer { lockByte(descriptor, counter, F_UNLCK) }
    var last: off_t = 0
    let size = MemoryLayout<off_t>.size
    if withUnsafeMutableBytes(of: &last, { pread(descriptor, $0.baseAddress, size, counter) })
      != size
      || !(0..<count).contains(last)
    {
      last = 0
    }
    let turn = LockTurn(number: (last + 1) % count)
    if onlyIfNext && !turn.isNext(descriptor) { return nil }
    var number = turn.number
    // Where the disk is full the number cannot be written: two draw the same, which costs only the
    // order, since `flock` decides.
    _ = withUnsafeBytes(of: &number) { pwrite(descriptor, $0.baseAddress, size, counter) }
    lockByte(descriptor, line + turn.number, F_WRLCK)
    return turn
  }

  private var before: off_t { Self.line + (number + Self.count - 1) % Self.count }

  /// Whether the one before is done.
  func isNext(_ descriptor: CInt) -> Bool { lockByte(descriptor, before, F_RDLCK) }

  /// Returns when the one before is done, or gone.
  func waitForNext(_ descriptor: CInt) {
    while !lockByte(descriptor, before, F_RDLCK, isWaiting: true) && errno == EINTR {}
  }
}

/// One wait for a lock that somebody else holds, on a thread of its own.
private final class LockWaiter: Sendable {
  private enum State { case waiting, granted, failed, abandoned }

  private let descriptor: CInt
  private let place: LockTurn?
  private let state = Mutex(State.waiting)

  init(descriptor: CInt, place: LockTurn?) {
    self.descriptor = descriptor
    self.place = place
  }

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
    (place ?? LockTurn.draw(descriptor, isWaiting: true))?.waitForNext(descriptor)
    var code = flock(descriptor, LOCK_EX)
    while code != 0 && errno == EINTR { code = flock(descriptor, LOCK_EX) }
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
