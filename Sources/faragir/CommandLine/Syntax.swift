/// What one subcommand accepts.
///
/// Written once; the parser, the help page and the check of man page and completions read it.
struct Syntax {
  struct Option {
    /// All spellings, the one that help shows first: `--db`.
    let names: [String]
    /// The word for the value in help, `FILE`; nil for a switch.
    let value: String?
    let help: String

    init(_ names: String..., value: String? = nil, help: String) {
      self.names = names
      self.value = value
      self.help = help
    }
  }

  struct Operand {
    /// The word in help: `FILE`.
    let name: String
    /// The words allowed; empty means any.
    let choices: [String]
    let isRequired: Bool

    init(_ name: String, choices: [String] = [], isRequired: Bool = true) {
      self.name = name
      self.choices = choices
      self.isRequired = isRequired
    }
  }

  /// The subcommand's word; empty for the portal itself.
  let name: String
  let summary: String
  /// Longer words for the command's own help page; may be empty.
  let notes: String
  let operands: [Operand]
  let options: [Option]

  init(
    _ name: String, summary: String, notes: String = "", operands: [Operand] = [],
    options: [Option] = []
  ) {
    self.name = name
    self.summary = summary
    self.notes = notes
    self.operands = operands
    self.options = options
  }
}

/// One command of the program: what it accepts and what it does.
protocol Subcommand {
  static var syntax: Syntax { get }
  static func run(_ arguments: Arguments) throws -> ExitCode
}
