/// What the process tells its caller; the numbers are a promise to scripts.
enum ExitCode: Int32 {
  case done = 0
  /// Asked rightly, but the rules, the records or a file stand against it.
  case refused = 1
  /// The command line itself is wrong.
  case usage = 2
  /// The records file is busy, damaged or of a newer program.
  case unavailable = 3
  /// The reader of our output has gone: what a shell shows for SIGPIPE.
  case outputClosed = 141
}
