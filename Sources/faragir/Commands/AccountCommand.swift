import Persian
import Screens
import Store
import Training
import UseCases

/// `faragir account`: accounts for those who look after a server without opening the portal.
enum AccountCommand: Subcommand {
  static var syntax: Syntax {
    Syntax(
      "account", summary: CommandLinePhrases.Summary.account,
      notes: CommandLinePhrases.Notes.account(
        roles: Role.withAccounts.map { ($0.rawValue, $0.name) }),
      operands: [
        .init("ACTION", choices: ["list", "add", "reset", "lock"]),
        .init("NAME", isRequired: false),
      ],
      options: RecordsFile.options + [
        .init("--role", value: "ROLE", help: CommandLinePhrases.Option.accountRole),
        .init("--unit", value: "CODE", help: CommandLinePhrases.Option.unit),
        .init("--person", value: "CODE", help: CommandLinePhrases.Option.person),
        .init("--reason", value: "TEXT", help: CommandLinePhrases.Option.reason),
        Password.option,
        .init("--json", help: CommandLinePhrases.Option.json),
      ])
  }

  static func run(_ arguments: Arguments) throws -> ExitCode {
    let file = try RecordsFile(arguments)
    try file.requireOwner()
    let portal = Portal(store: try file.openExisting(), clock: .system)
    guard arguments.operands[0] != "list" else { return try list(arguments, portal) }
    guard arguments.operands.count > 1 else {
      throw UsageProblem.missingOperand("NAME", command: "account")
    }
    let name = Digits.latin(arguments.operands[1]).filter { !$0.isWhitespace }
    switch arguments.operands[0] {
    case "add": return try add(name, arguments, portal)
    case "reset": return try reset(name, arguments, portal)
    default: return try lock(name, arguments, portal)
    }
  }

  private struct Line: Encodable {
    var user: String
    var role: String
    var unit: String
    var state: String
  }

  private static func list(_ arguments: Arguments, _ portal: Portal) throws -> ExitCode {
    let lines = try portal.store.read { records in
      try records.accounts(in: .everything).map { account in
        Line(
          user: account.username, role: account.role.rawValue,
          unit: try records.unit(account.unit)?.name ?? "", state: account.state.rawValue)
      }
    }
    var output = Output()
    if arguments.has("--json") {
      try output.write(json: lines)
    } else {
      for line in lines {
        try output.write("\(line.user)\t\(line.role)\t\(line.state)\t\(line.unit)\n")
      }
    }
    try output.flush()
    return .done
  }

  private static func add(
    _ name: String, _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    guard let role = try role(arguments) else {
      throw UsageProblem.missingValue(option: "--role")
    }
    let office = try unit(arguments.value("--unit"), portal)
    let owner = try arguments.value("--person").map { code in try person(code, portal) }
    try check(role, of: owner, at: office, portal)
    let (password, isOurs) = try newPassword(arguments)
    let work = CreateAccount(
      person: owner, role: role, unit: office, username: name,
      passwordHash: try PasswordHash(password: password).text)
    _ = try portal.perform(work, as: .owner, reason: reason(arguments)).get()
    return try tell(name, isOurs ? password : nil)
  }

  /// Says what a role asks for, before the use case would only refuse it.
  private static func check(
    _ role: Role, of person: ID<Person>?, at office: ID<Unit>, _ portal: Portal
  ) throws {
    let given = CreateAccount.roles(given: Actor.owner.role, toPerson: person != nil)
    guard given.contains(role) else {
      let isPersonal = CreateAccount.roles(given: Actor.owner.role, toPerson: true).contains(role)
      throw Refusal(
        isPersonal
          ? CommandLinePhrases.Records.roleNeedsPerson(role.name)
          : CommandLinePhrases.Records.roleNotGiven(role.name))
    }
    // Who looks after the file may sit in whatever office has it.
    guard role != .administrator, let unit = try portal.store.read({ try $0.unit(office) }),
      !role.works(at: unit)
    else { return }
    throw Refusal(CommandLinePhrases.Records.roleElsewhere(role.name, unit.name))
  }

  private static func reset(
    _ name: String, _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    let account = try account(name, arguments, portal)
    let (password, isOurs) = try newPassword(arguments)
    let work = ResetPassword(
      account: account.id, passwordHash: try PasswordHash(password: password).text)
    _ = try portal.perform(work, as: .owner, reason: reason(arguments)).get()
    return try tell(name, isOurs ? password : nil)
  }

  private static func lock(
    _ name: String, _ arguments: Arguments, _ portal: Portal
  ) throws -> ExitCode {
    let account = try account(name, arguments, portal)
    let work = DeactivateAccount(account: account.id)
    _ = try portal.perform(work, as: .owner, reason: reason(arguments)).get()
    return try tell(name, nil)
  }

  private static func tell(_ name: String, _ password: String?) throws -> ExitCode {
    var output = Output()
    let sentence =
      password.map { CommandLinePhrases.Records.givenPassword(name, $0) }
      ?? CommandLinePhrases.Records.accountDone(name)
    try output.write(sentence + "\n")
    try output.flush()
    return .done
  }

  private static func reason(_ arguments: Arguments) -> String {
    arguments.value("--reason") ?? ""
  }

  private static func role(_ arguments: Arguments) throws -> Role? {
    try arguments.choice("--role", of: Role.withAccounts.map(\.rawValue)).flatMap(Role.init)
  }

  /// Somebody's own password when a descriptor brings one, else one of ours, shown once.
  private static func newPassword(_ arguments: Arguments) throws -> (String, isOurs: Bool) {
    guard arguments.value("--password-fd") != nil else { return (Password.random(), true) }
    return (try Password.read(arguments, prompt: ""), false)
  }

  /// The one account of a name; a name with several roles needs `--role`.
  private static func account(
    _ name: String, _ arguments: Arguments, _ portal: Portal
  ) throws -> Account {
    let roles = try role(arguments).map { [$0] } ?? Role.withAccounts
    let found = try portal.store.read { try $0.accounts(named: name, roles: roles) }
    guard let account = found.first else {
      throw Refusal(CommandLinePhrases.Records.noAccount(name))
    }
    guard found.count == 1 else {
      throw UsageProblem.badChoice(
        name: "--role", value: "", choices: found.map(\.role.rawValue))
    }
    return account
  }

  /// A unit by its code; without one the top unit of the file, where there is only one.
  private static func unit(_ code: String?, _ portal: Portal) throws -> ID<Unit> {
    let units = try portal.store.read { try $0.units(in: .everything) }
    let wanted = code.map(Digits.latin)
    let found = units.filter { wanted == nil ? $0.parent == nil : $0.code == wanted }
    guard let unit = found.first else {
      throw Refusal(
        wanted.map(CommandLinePhrases.Records.noUnit) ?? CommandLinePhrases.Records.notSetUp)
    }
    guard found.count == 1 else {
      throw UsageProblem.badChoice(
        name: "--unit", value: wanted ?? "", choices: found.map { "\($0.code) (\($0.name))" })
    }
    return unit.id
  }

  private static func person(_ code: String, _ portal: Portal) throws -> ID<Person> {
    let national: NationalCode
    do throws(Complaint) {
      national = try NationalCode(validating: code)
    } catch {
      throw Failure.complaint(field: "--person", error)
    }
    guard let person = try portal.store.read({ try $0.person(national) }) else {
      throw Refusal(CommandLinePhrases.Records.noPerson(code))
    }
    return person.id
  }
}
