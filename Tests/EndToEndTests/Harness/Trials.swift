import Glibc

/// How often the tests of sudden ends try; many in an optimised run, and as many as the environment
/// says.
enum Trials {
  #if DEBUG
  private static let usual = (kills: 10, droppedLines: 5)
  #else
  private static let usual = (kills: 1_000, droppedLines: 200)
  #endif

  /// `KILL_TRIALS` in the environment.
  static let kills = number("KILL_TRIALS") ?? usual.kills
  /// `DROPPED_LINE_TRIALS` in the environment.
  static let droppedLines = number("DROPPED_LINE_TRIALS") ?? usual.droppedLines

  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}
