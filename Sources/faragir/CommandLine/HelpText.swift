import Screens

/// The pages that `--help` prints, made from the same syntax the parser uses.
enum HelpText {
  /// The page of `faragir --help`: every command in a line, then options and exit codes.
  static var overview: String {
    var lines = [CommandLinePhrases.title, "", CommandLinePhrases.usageHeading]
    let commands = Subcommands.all.map { ($0.syntax, usage(of: $0.syntax, withOptions: false)) }
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
    var lines = [
      syntax.summary, "", CommandLinePhrases.usageHeading,
      "  \(usage(of: syntax, withOptions: true))",
    ]
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

  private static func usage(of syntax: Syntax, withOptions: Bool) -> String {
    var words = ["faragir"]
    if !syntax.name.isEmpty { words.append(syntax.name) }
    for operand in syntax.operands {
      let word =
        operand.choices.isEmpty ? operand.name : operand.choices.joined(separator: "|")
      words.append(operand.isRequired ? word : "[\(word)]")
    }
    if withOptions {
      words += syntax.options.map { option in
        "[\(option.names[0])\(option.value.map { " \($0)" } ?? "")]"
      }
    }
    return words.joined(separator: " ")
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
