import Glibc
import Screens
import Synchronization

/// How far long work is, on the terminal of whoever waits for it.
enum Meter {
  /// Shows how far the work is to a person, and to nobody else.
  static func watch() -> (_ done: Int, _ total: Int) -> Bool {
    guard isatty(STDERR_FILENO) == 1 else { return { _, _ in true } }
    let last = Mutex(-1)
    return { done, total in
      let percent = total > 0 ? done * 100 / total : -1
      let isNew = last.withLock { last in
        defer { last = percent }
        return percent >= 0 && percent != last
      }
      if isNew { ErrorOutput.write("\r\(ExchangePhrases.percent(percent))") }
      if isNew, percent == 100 { ErrorOutput.write("\n") }
      return true
    }
  }
}
