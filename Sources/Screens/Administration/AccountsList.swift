import Persian
import Store
import TerminalKit
import Training
import UseCases

/// An account with the names that its list shows.
struct AccountLine: Sendable {
  let account: Account
  let person: String
  let unit: String
}

/// «حساب‌های کاربری» of the office and below (SM-0).
struct AccountsList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, reset, deactivate
    case handOver = "hand-over"
    case history
    var help: String {
      switch self {
      case .add: Phrases.Accounts.add
      case .reset: Phrases.Accounts.reset
      case .deactivate: Phrases.Accounts.deactivate
      case .handOver: Phrases.HandOver.title
      case .history: Phrases.Record.history
      }
    }
  }

  static let name = "accounts"
  let title = Phrases.Accounts.title

  let columns: [Column<AccountLine>] = [
    Column(
      Phrases.Accounts.username, width: 14, direction: .ltr,
      text: { $0.account.username }),
    Column(Phrases.Accounts.person, text: { $0.person }),
    Column(Phrases.Accounts.role, text: { $0.account.role.name }),
    Column(Phrases.Accounts.unit, text: { $0.unit }),
    Column(Phrases.Accounts.state, width: 9, text: { $0.account.state.name }),
  ]

  func identity(of row: AccountLine) -> Int64 { row.account.id.rawValue }

  func page(
    _ request: TableRequest<AccountLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [AccountLine] {
    try context.require(.viewAccounts)
    return try records.accounts(
      in: context.actor.scope, matching: query.filter, roles: Self.roles(named: query.filter),
      page: request.page(\.account), limit: request.count
    ).compactMap { account in
      try records.actor(of: account).map {
        AccountLine(
          account: account, person: account.person == nil ? "" : $0.name, unit: $0.unitName)
      }
    }
  }

  /// The roles that a text is part of the name of.
  private static func roles(named text: String) -> [Role] {
    let key = SearchKey.joined(text)
    guard key.unicodeScalars.count > 2 else { return [] }
    return Role.withAccounts.filter { SearchKey.joined($0.name).contains(key) }
  }

  func perform(_ command: Command, on rows: [AccountLine]) -> Step {
    switch (command, rows.first?.account) {
    case (.add, _): .open(FormScreen(AccountForm(person: nil)))
    case (.reset, let account?): .open(Self.reset(account))
    case (.handOver, _?): .open(FormScreen(HandOverForm(rows[0])))
    case (.history, let account?):
      .open(
        ListScreen(
          HistoryList("account", account.id.rawValue, of: account.username, unit: account.unit)))
    case (.deactivate, let account?): .open(Self.deactivate(account))
    case (_, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  /// Asks, gives a new password, and shows it once.
  static func reset(_ account: Account) -> AskScreen {
    AskScreen(
      Phrases.Accounts.resetQuestion(account.username), yes: Phrases.Accounts.reset
    ) { portal, _ in
      let password = GivenPassword.make()
      return GivenPassword.hash(password).flatMap { hash in
        portal.perform(ResetPassword(account: account.id, passwordHash: hash))
      }.map { _ in
        .open(
          WhyScreen(
            title: Phrases.Accounts.reset,
            [.init(Phrases.Accounts.resetDone(password), tone: .good)]))
      }
    }
  }

  static func deactivate(_ account: Account) -> AskScreen {
    AskScreen(
      Phrases.Accounts.deactivateQuestion(account.username), yes: Phrases.Accounts.deactivate,
      asksReason: true, confirmation: Phrases.yes
    ) { portal, reason in
      portal.perform(DeactivateAccount(account: account.id), reason: reason)
        .map { _ in .notice(Phrases.saved, .good) }
    }
  }
}

/// A password that an office gives: random, without letters that look alike.
enum GivenPassword {
  static func make() -> String {
    let letters = "abcdefghkmnpqrstuvwxyz23456789"
    return String((0..<10).compactMap { _ in letters.randomElement() })
  }

  static func hash(_ password: String) -> Result<String, Failure> {
    Result { () throws(StoreError) in try PasswordHash(password: password).text }
      .mapError { .records($0) }
  }
}

/// A new account with a given password.
struct AccountForm: FormDescription {
  struct Draft: Sendable {
    var role: Role?
    var unit: ID<Unit>?
    var username = ""
    var password = GivenPassword.make()
  }

  struct Lists: Sendable {
    var roles: [Role]
    var units: [Unit]
  }

  static let name = "account"
  let title = Phrases.Accounts.add
  /// Whose account it will be; nil for an account of the office itself.
  let person: Person?

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.editAccounts)
    let roles = CreateAccount.roles(given: context.actor.role, toPerson: person != nil)
    let units = try records.units(in: context.actor.scope)
    let own = roles.first.flatMap { role in units.first { role.works(at: $0) } }
    return (
      Draft(
        role: roles.first, unit: person?.unit ?? own?.id ?? context.actor.unit,
        username: person?.nationalCode?.digits ?? ""),
      Lists(roles: roles, units: units)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(Phrases.Accounts.role, \.role, among: lists.roles.map { ($0, $0.name) }).required(),
      .choice(Phrases.Accounts.unit, \.unit) { draft in
        lists.units.filter { unit in draft.role.map { $0.works(at: unit) } ?? true }
          .map { (value: $0.id, item: Picker.Item($0.name)) }
      }.required(),
      .text(Phrases.Accounts.username, \.username, limit: 40, direction: .ltr).required().wide(20),
      .text(Phrases.Accounts.givenPassword, \.password, limit: 60, direction: .ltr).required()
        .wide(20).hinted(Phrases.Accounts.givenPasswordHint),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let role = draft.role, let unit = draft.unit else {
      return .failure(.complaint(field: "role", .empty))
    }
    return GivenPassword.hash(draft.password).flatMap { hash in
      portal.perform(
        CreateAccount(
          person: person?.id, role: role, unit: unit,
          username: Digits.latin(draft.username), passwordHash: hash))
    }.map { _ in
      // Nobody sees it again: it stays until the box is closed.
      .open(
        WhyScreen(
          title: Phrases.Accounts.add,
          [
            .init(Phrases.Accounts.made(draft.username, draft.password), tone: .good),
            .init(Phrases.Accounts.shownOnce, tone: .warning),
          ]))
    }
  }
}
