/// Every command, in the order help lists them.
enum Subcommands {
  static var all: [any Subcommand.Type] {
    [
      PortalCommand.self, DemoCommand.self, PlayCommand.self, TextCommand.self, ImportCommand.self,
      ExportCommand.self, VerifyCommand.self, CheckCommand.self,
      BackupCommand.self,
      RestoreCommand.self,
      ExchangeCommand.self,
      AccountCommand.self, KeyCommand.self, SessionCommand.self, WriterCommand.self,
      WhoCommand.self,
      BenchCommand.self,
    ]
  }

  /// The command of a first word; nil means the portal.
  static func named(_ name: String?) -> (any Subcommand.Type)? {
    all.first { $0.syntax.name == name ?? "" }
  }
}
