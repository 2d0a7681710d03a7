import Screens

/// The pages that `--help` prints, made from the same syntax the parser uses.
enum HelpText {
  /// The page of `faragir --help`: every command in a line, then options and exit codes.
  static var overview: String {
    var lines = [CommandLinePhrases.title, "", CommandLinePhrases.usageHeading]
    let commands = Subcommands.all.map { ($0.syntax, usage(of: $0.syntax)) }
    let width = commands.map(\.1.utf8.count).max() ?? 0
    for (syntax, usage) in commands {
      lines.append("  \(padded(usage, to: width))  \(syntax.summary)")
    }
    lines += ["", CommandLinePhrases.moreHelp, ""]
    let version = Syntax.Option("--version", help: CommandLinePhrases.Option.version)
    lines += [CommandLinePhrases.portalOptionsHeading]
    lines += optionLines(of: PortalCommand.syntax, and: [version])
    lines += ["", PortalCommand.syntax.notes, ""]
    lines += [CommandLinePhrases.exitCodesHeading]
    lines += CommandLinePhrases.exitCodes.map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of one command.
  static func page(of syntax: Syntax) -> String {
    let options = syntax.options.map { option in
      "[\(option.names[0])\(option.value.map { " \($0)" } ?? "")]"
    }
    var lines = [syntax.summary, "", CommandLinePhrases.usageHeading]
    lines += wrapped([usage(of: syntax)] + options.map { " " + $0 }, under: "  ")
    for operand in syntax.operands where isLong(operand) {
      let rest = operand.choices.dropFirst().map { "|" + $0 }
      lines += ["", "\(operand.name):"] + wrapped(operand.choices.prefix(1) + rest, under: "    ")
    }
    if !syntax.notes.isEmpty { lines += ["", syntax.notes] }
    lines += ["", CommandLinePhrases.optionsHeading] + optionLines(of: syntax)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func optionLines(
    of syntax: Syntax, and more: [Syntax.Option] = []
  ) -> [String] {
    let help = Syntax.Option("--help", "-h", help: CommandLinePhrases.Option.help)
    let options = syntax.options + [help] + more
    let heads = options.map { option in
      option.names.joined(separator: ", ") + (option.value.map { " \($0)" } ?? "")
    }
    let width = heads.map(\.utf8.count).max() ?? 0
    return zip(options, heads).map { option, head in
      "  \(padded(head, to: width))  \(option.help)"
    }
  }

  private static func usage(of syntax: Syntax) -> String {
    var words = ["faragir"]
    if !syntax.name.isEmpty { words.append(syntax.name) }
    for operand in syntax.operands {
      let named = operand.choices.isEmpty || isLong(operand)
      let word = named ? operand.name : operand.choices.joined(separator: "|")
      words.append(operand.isRequired ? word : "[\(word)]")
    }
    return words.joined(separator: " ")
  }

  /// Whether the choices of an operand are too many to stand in a line of the usage.
  private static func isLong(_ operand: Syntax.Operand) -> Bool {
    operand.choices.joined(separator: "|").utf8.count > 44
  }

  /// Pieces one after another, on as many lines as a terminal of 80 columns needs.
  ///
  /// A line that goes on begins with its separator: the completions know choices by their bars.
  private static func wrapped(_ pieces: [String], under margin: String) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, last.utf8.count + piece.utf8.count <= 78 {
        lines[lines.count - 1] = last + piece
      } else {
        lines.append(margin + piece)
      }
    }
    return lines
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
