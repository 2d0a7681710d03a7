import Persian
import Screens
import Store
import Training
import UseCases

/// Who acts at the command line: a user with a password, or the owner of the records file.
enum CommandActor {
  static let user = Syntax.Option(
    "--user", "--as", value: "USER", help: CommandLinePhrases.Option.user)

  /// How the actor is named: the user, with a role where there are several, and the password.
  static func options(user: Syntax.Option = user) -> [Syntax.Option] {
    [
      user,
      .init("--role", value: "ROLE", help: CommandLinePhrases.Option.role),
      Password.option,
    ]
  }

  /// The user named by `--user`, after the password.
  static func find(_ arguments: Arguments, in portal: Portal) throws -> Actor {
    guard let name = arguments.value("--user") else {
      throw UsageProblem.missingValue(option: "--user")
    }
    let password = try Password.read(
      arguments, prompt: CommandLinePhrases.Records.passwordPrompt(name))
    let role = try arguments.choice("--role", of: Role.withAccounts.map(\.rawValue))
    return try logIn(name, password, role.flatMap(Role.init), in: portal)
  }

  private static func logIn(
    _ name: String, _ password: String, _ role: Role?, in portal: Portal
  ) throws -> Actor {
    var failure = Failure.refused([Finding(.login, .refusal, .portal(.wrongCredentials))])
    var found: [Actor] = []
    for section in try sections(of: name, role, in: portal) {
      switch portal.logIn(section: section, username: name, password: password) {
      case .success(let actors): found += actors.filter { role == nil || $0.role == role }
      case .failure(let reason): failure = reason
      }
    }
    guard let actor = found.first else { throw failure }
    guard found.count == 1 else {
      throw UsageProblem.badChoice(
        name: "--role", value: "", choices: found.map(\.role.rawValue))
    }
    guard !actor.mustChangePassword else {
      throw Refusal(CommandLinePhrases.Records.mustChangePassword(name))
    }
    return actor
  }

  /// Where the name is known; a name that is known nowhere is tried once, so that neither time nor
  /// words tell whether it exists.
  private static func sections(
    of name: String, _ role: Role?, in portal: Portal
  ) throws -> [PortalSection] {
    let roles = role.map { [$0] } ?? Role.withAccounts
    let username = Digits.latin(name).filter { !$0.isWhitespace }
    let accounts = try portal.store.read { try $0.accounts(named: username, roles: roles) }
    let known = PortalSection.allCases.filter { section in
      accounts.contains { $0.role.section == section }
    }
    return known.isEmpty ? [role?.section ?? .experts] : known
  }
}
