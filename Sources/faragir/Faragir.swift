import Glibc
import Screens

/// The program: from the words of the command line to an exit code.
enum Faragir {
  static let version = "0.1.0"

  /// Runs one command and turns whatever stops it into a sentence and a code.
  ///
  /// - Parameter words: The command line without the program's own name.
  /// - Returns: What the process ends with; see `ExitCode`.
  static func run(_ words: [String]) -> ExitCode {
    // A reader that goes away is an error of write(2), met where a transaction can still end well.
    signal(SIGPIPE, SIG_IGN)
    do {
      return try perform(words)
    } catch is OutputClosed {
      return .outputClosed
    } catch {
      let stop = CommandStop(error)
      ErrorOutput.write(stop.sentences.map { "faragir: \($0)\n" }.joined())
      return stop.code
    }
  }

  private static func perform(_ words: [String]) throws -> ExitCode {
    guard let first = words.first else {
      return try start(nil, words)
    }
    switch first {
    case "--help", "-h", "help":
      var output = Output()
      try output.write(HelpText.overview)
      try output.flush()
      return .done
    case "--version":
      var output = Output()
      try output.write("faragir \(version)\n")
      try output.flush()
      return .done
    default:
      return first.hasPrefix("-")
        ? try start(nil, words) : try start(first, Array(words.dropFirst()))
    }
  }

  /// Runs a subcommand, or the portal itself where there is no name.
  private static func start(_ name: String?, _ words: [String]) throws -> ExitCode {
    guard let command = Subcommands.named(name) else {
      throw name.map(UsageProblem.unknownCommand)
        ?? .unknownOption(words.first ?? "", command: "")
    }
    let arguments = try Arguments(words, for: command.syntax)
    if arguments.asksForHelp {
      var output = Output()
      try output.write(HelpText.page(of: command.syntax))
      try output.flush()
      return .done
    }
    return try command.run(arguments)
  }
}
