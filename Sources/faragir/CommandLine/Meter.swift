import Glibc
import Screens
import Synchronization

/// How far long work is, on the terminal of whoever waits for it.
enum Meter {
  /// Shows how far the work is to a person, and to nobody else.
  ///
  /// - Parameter title: What is being done, where one command does several things.
  /// - Returns: What is told steps done and their number, 0 where that is not known.
  static func watch(_ title: String = "") -> (_ done: Int, _ total: Int) -> Bool {
    guard isatty(STDERR_FILENO) == 1 else { return { _, _ in true } }
    let last = Mutex(-1)
    return { done, total in
      // Steps of work of unknown length come by the thousand.
      let figure = total > 0 ? done * 100 / total : done / 200
      let isNew = last.withLock { last in
        defer { last = figure }
        return figure != last
      }
      guard isNew else { return true }
      let shown = total > 0 ? ExchangePhrases.percent(figure) : ExchangePhrases.steps(done)
      ErrorOutput.write("\r\(title)\(shown)")
      if total > 0, figure == 100 { ErrorOutput.write("\n") }
      return true
    }
  }
}
