import Glibc

/// A running process of the test's own, killed when it is forgotten.
final class Child {
  let identity: pid_t
  private(set) var status: Int32?

  /// Starts a program by its full path or its name on the path.
  ///
  /// `descriptors` become the child's 0, 1, 2, …; -1 gives `/dev/null`. `terminal` names a
  /// pseudo-terminal that becomes the child's controlling terminal in their place.
  init(
    _ command: [String], environment: [String: String], descriptors: [Int32] = [-1, -1, -1],
    terminal: String? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let signals = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    if let terminal {
      // A session leader that opens a terminal gets it as its controlling terminal.
      let newSession: Int16 = 0x80
      posix_spawnattr_setflags(&attributes, newSession | signals)
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    } else {
      posix_spawnattr_setflags(&attributes, signals)
      for (target, source) in descriptors.enumerated() {
        if source < 0 {
          posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", O_RDWR, 0)
        } else {
          posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
        }
      }
    }
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)

    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var identity: pid_t = 0
    let error = posix_spawnp(&identity, command[0], &actions, &attributes, &words, &variables)
    guard error == 0 else { throw HarnessError("cannot start \(command[0]): errno \(error)") }
    self.identity = identity
  }

  deinit {
    guard status == nil else { return }
    kill(identity, SIGKILL)
    var ignored: Int32 = 0
    waitpid(identity, &ignored, 0)
  }

  var isRunning: Bool {
    guard status == nil else { return false }
    var found: Int32 = 0
    guard waitpid(identity, &found, WNOHANG) == identity else { return true }
    // The wait macros are not imported: low seven bits are the signal, the next byte the code.
    status = found & 0x7F == 0 ? (found >> 8) & 0xFF : 128 + (found & 0x7F)
    return false
  }

  func signal(_ number: Int32) { if status == nil { kill(identity, number) } }

  /// The exit code, 128 + the number for a signal.
  func wait(within limit: Duration = .seconds(60)) throws -> Int32 {
    try Deadline.wait(limit, for: "process \(identity) to end") { !isRunning }
    return status ?? -1
  }
}

/// Waiting that ends as soon as it can.
enum Deadline {
  /// Asks again every few milliseconds until the condition holds.
  static func wait(
    _ limit: Duration, for what: @autoclosure () -> String, until holds: () throws -> Bool
  ) throws {
    let clock = ContinuousClock()
    let end = clock.now + limit
    while try !holds() {
      guard clock.now < end else { throw HarnessError("waited \(limit) for \(what())") }
      usleep(2000)
    }
  }
}

enum Descriptor {
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw HarnessError("write: errno \(errno)")
      }
    }
  }

  static func readAll(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw HarnessError("open \(path): errno \(errno)") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}
