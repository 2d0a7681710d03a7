import Glibc
import Synchronization

/// Gives the terminal back when the program ends by a trap, an abort or `exit`.
///
/// `deinit` does not run then. A handler writes what undoes our sequences, restores the modes of
/// the line and lets the signal do what it would have done.
enum CrashGuard {
  /// What the handlers need; never freed, so that a late crash finds it whole.
  private struct Rescue {
    var modes: termios
    var count: Int
  }

  private static let fatal = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]
  private static let stackSize = 64 * 1024
  /// Room for the undoing sequences and the message.
  private static let room = 4096

  /// Prepares the handlers; `arm` puts them to work.
  ///
  /// - Parameter modes: The modes of the line to go back to.
  static func install(modes: termios) {
    guard rescuePlace.load(ordering: .relaxed) == 0 else { return }
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<Rescue>.stride + room, alignment: 16)
    memory.initializeMemory(as: Rescue.self, to: Rescue(modes: modes, count: 0))
    rescuePlace.store(UInt(bitPattern: memory), ordering: .releasing)
    // A stack that has run over cannot carry its own handler.
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
    for number in fatal {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        CrashGuard.restore()
        // SA_RESETHAND has put the default back: a core, the status a shell expects.
        raise(number)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK | SA_NODEFER
      sigaction(number, &action, nil)
    }
    atexit { CrashGuard.restore() }
  }

  /// From now on the terminal must be given back.
  ///
  /// - Parameter undo: The bytes that do it.
  static func arm(undo: [UInt8]) {
    guard let memory = UnsafeMutableRawPointer(bitPattern: rescuePlace.load(ordering: .relaxed))
    else { return }
    isArmed.store(false, ordering: .sequentiallyConsistent)
    let bytes = undo.prefix(room)
    memory.assumingMemoryBound(to: Rescue.self).pointee.count = bytes.count
    (memory + MemoryLayout<Rescue>.stride).copyMemory(
      from: Array(bytes), byteCount: bytes.count)
    isArmed.store(true, ordering: .sequentiallyConsistent)
  }

  /// The terminal has been given back in good order.
  static func disarm() {
    isArmed.store(false, ordering: .sequentiallyConsistent)
  }

  /// Only what signal-safety(7) allows: loads, `write`, `tcsetattr`.
  private static func restore() {
    guard isArmed.exchange(false, ordering: .sequentiallyConsistent),
      let memory = UnsafeMutableRawPointer(bitPattern: rescuePlace.load(ordering: .acquiring))
    else { return }
    let rescue = memory.assumingMemoryBound(to: Rescue.self)
    _ = write(STDOUT_FILENO, memory + MemoryLayout<Rescue>.stride, rescue.pointee.count)
    tcsetattr(STDIN_FILENO, TCSANOW, &rescue.pointee.modes)
  }
}

/// The only way a C signal handler can reach anything: constants of the file.
private let rescuePlace = Atomic<UInt>(0)
private let isArmed = Atomic<Bool>(false)
