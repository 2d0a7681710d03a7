/// Every command, in the order help lists them.
enum Subcommands {
  static let all: [any Subcommand.Type] = [
    TextCommand.self
  ]

  /// - Parameter name: The first word of the command line; nil means the portal.
  static func named(_ name: String?) -> (any Subcommand.Type)? {
    all.first { $0.syntax.name == name ?? "" }
  }
}
