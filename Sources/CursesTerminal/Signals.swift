import Glibc
import Synchronization

/// Signals as bytes in a pipe, so that the one place that waits for keys sees them too.
final class Signals: Sendable {
  /// The end to wait on and to read the numbers of the signals from.
  let reading: Int32
  private let writing: Int32

  static let caught = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP]

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (reading, writing) = (ends[0], ends[1])
    pipeForSignals.store(writing, ordering: .releasing)
    for number in Self.caught {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        // Only what signal-safety(7) allows.
        let kept = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(pipeForSignals.load(ordering: .acquiring), &byte, 1)
        errno = kept
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
    // A closed pipe or printer is an error where it is written to, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    for number in Self.caught { signal(number, SIG_DFL) }
    pipeForSignals.store(-1, ordering: .releasing)
    close(reading)
    close(writing)
  }

  /// The signals that have come, in order.
  func take() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(reading, &buffer, buffer.count)
    return count > 0 ? buffer[..<count].map(Int32.init) : []
  }
}

/// The only way a C signal handler can reach anything: a constant of the file.
private let pipeForSignals = Atomic<Int32>(-1)
