import Persian
import Screens

/// `faragir text`: standard input as a plain terminal must show it, line by line.
enum TextCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "text", summary: CommandLinePhrases.Summary.text, notes: CommandLinePhrases.Notes.text,
      options: [
        .init("--width", value: "N", help: CommandLinePhrases.Option.width),
        .init("--base", value: "rtl|ltr|auto", help: CommandLinePhrases.Option.base),
        .init("--levels", help: CommandLinePhrases.Option.levels),
        .init("--no-join", help: CommandLinePhrases.Option.noJoin),
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let base = try arguments.choice("--base", of: ["rtl", "ltr", "auto"])
    var filter = TextFilter(
      TextFilter.Options(
        base: base == "rtl" ? .rtl : base == "ltr" ? .ltr : .auto(default: .ltr),
        width: try arguments.number("--width", in: 1...100_000),
        showsLevels: arguments.has("--levels"), joins: !arguments.has("--no-join")))
    var input = ByteInput()
    var output = Output()
    var shown: [UInt8] = []
    while try input.next({ filter.feed($0, into: &shown) }) {
      try output.write(bytes: shown)
      try output.flush()
      shown.removeAll(keepingCapacity: true)
    }
    filter.finish(into: &shown)
    try output.write(bytes: shown)
    try output.flush()
    return .done
  }
}
