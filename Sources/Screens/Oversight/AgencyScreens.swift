import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «دستگاه‌های اجرایی»: whose training the management oversees (S5-0b).
struct AgenciesList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, edit, liaison
    var help: String {
      switch self {
      case .add: Phrases.Oversight.addAgency
      case .edit: Phrases.Oversight.editAgency
      case .liaison: Phrases.Oversight.addLiaison
      }
    }
  }

  static let name = "agencies"
  let title = Phrases.Oversight.agencies
  var emptyText: String? { Phrases.OversightNext.agenciesEmpty }

  let columns: [Column<AgencyLine>] = [
    Column(
      Phrases.Oversight.agencyCode, width: 12, direction: .ltr,
      text: { Digits.persian($0.unit.code) }),
    Column(Phrases.Oversight.agencyName, text: { $0.unit.name }),
    Column(Phrases.Oversight.agencyKind, width: 18, text: { $0.agency.kind.name }),
    Column(Phrases.Oversight.liaison, width: 18, text: { Say.list($0.liaisons) }),
    Column(
      Phrases.Oversight.state, width: 8, tone: { $0.unit.isActive ? .body : .dimmed },
      text: { $0.unit.isActive ? Phrases.Oversight.inUse : Phrases.Oversight.outOfUse }),
  ]

  func identity(of row: AgencyLine) -> Int64 { row.unit.id.rawValue }

  func page(
    _ request: TableRequest<AgencyLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [AgencyLine] {
    try context.require(.editAgencies)
    return try records.agencies(
      in: context.actor.oversightReach, matching: query.filter, page: request.page(\.unit),
      limit: request.count)
  }

  func open(_ row: AgencyLine) -> Step { .open(FormScreen(AgencyForm(row))) }

  func perform(_ command: Command, on rows: [AgencyLine]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(AgencyForm(nil)))
    case (.edit, let row?): .open(FormScreen(AgencyForm(row)))
    case (.liaison, let row?): .open(FormScreen(LiaisonForm(row)))
    case (_, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  func reasonClosed(_ command: Command, on rows: [AgencyLine]) -> String? {
    command != .add && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// An agency: new, or renamed, or taken out of use.
struct AgencyForm: FormDescription {
  struct Draft: Sendable {
    var kind: Agency.Kind? = .agency
    var code = ""
    var name = ""
    var isActive: Bool? = true
  }

  static let name = "agency-form"
  let line: AgencyLine?
  var title: String {
    line == nil ? Phrases.Oversight.addAgency : Phrases.Oversight.editAgency
  }

  init(_ line: AgencyLine?) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editAgencies)
    guard let line else { return (Draft(), ()) }
    return (
      Draft(
        kind: line.agency.kind, code: line.unit.code, name: line.unit.name,
        isActive: line.unit.isActive), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let code: Field<Draft> =
      line == nil
      ? .officeCode(Phrases.Oversight.agencyCode, \.code).required()
      : .fixed(Phrases.Oversight.agencyCode) { Digits.persian($0.code) }
    return [
      code,
      .text(Phrases.Oversight.agencyName, \.name, limit: 100).required(),
      .pick(
        Phrases.Oversight.agencyKind, \.kind, among: Agency.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .pick(
        Phrases.Oversight.isActive, \.isActive,
        among: [(true, Phrases.yes), (false, Phrases.no)]),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let after = AgencyDraft(
      kind: draft.kind ?? .agency, code: draft.code, name: Normalizer.line(draft.name),
      isActive: draft.isActive ?? true)
    guard let line else {
      return portal.perform(RegisterAgency(after)).map { _ in .notice(Phrases.saved, .good) }
    }
    return portal.perform(EditAgency(line.unit.id, before: AgencyDraft(line), after: after))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// «رابطان آموزشی و مدیران دستگاه‌ها»: the accounts that the management has registered (S5-Lb).
struct LiaisonsList: ListDescription {
  enum Command: String, CommandSet {
    case reset, deactivate
    var help: String {
      self == .reset ? Phrases.Accounts.reset : Phrases.Accounts.deactivate
    }
  }

  static let name = "liaisons"
  let title = Phrases.Oversight.liaisons
  var emptyText: String? { Phrases.OversightNext.liaisonsEmpty }

  let columns: [Column<AccountLine>] = [
    Column(
      Phrases.Accounts.username, width: 12, direction: .ltr,
      text: { Digits.persian($0.account.username) }),
    Column(Phrases.Accounts.person, text: { $0.person }),
    Column(Phrases.Oversight.role, width: 20, text: { $0.account.role.name }),
    Column(Phrases.Oversight.agency, text: { $0.unit }),
    Column(Phrases.Accounts.state, width: 9, text: { $0.account.state.name }),
  ]

  func identity(of row: AccountLine) -> Int64 { row.account.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [AccountLine] {
    try context.require(.editAgencies)
    return try records.accounts(in: context.actor.scope).compactMap { account in
      guard Role.ofAgencies.contains(account.role) else { return nil }
      return try records.actor(of: account).map {
        AccountLine(account: account, person: $0.name, unit: $0.unitName)
      }
    }
  }

  func perform(_ command: Command, on rows: [AccountLine]) -> Step {
    guard let account = rows.first?.account else {
      return .notice(Phrases.chooseRowFirst, .warning)
    }
    return .open(
      command == .reset ? AccountsList.reset(account) : AccountsList.deactivate(account))
  }

  func reasonClosed(_ command: Command, on rows: [AccountLine]) -> String? {
    rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// A liaison or manager of an agency, registered beforehand with a password for one login (S5-La).
struct LiaisonForm: FormDescription {
  struct Draft: Sendable {
    var role: Role? = .liaison
    var code: NationalCode?
    var first = ""
    var last = ""
    var mobile: Mobile?
    var password = GivenPassword.make()
  }

  static let name = "liaison-form"
  let agency: AgencyLine
  var title: String { "\(Phrases.Oversight.addLiaison) — \(agency.unit.name)" }

  init(_ agency: AgencyLine) { self.agency = agency }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editAgencies)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .pick(Phrases.Oversight.role, \.role, among: Role.ofAgencies.map { ($0, $0.name) })
        .required(),
      .optional(
        Phrases.People.nationalCode, \.code, limit: 20, show: { $0.shown },
        parse: { text throws(Training.Complaint) in try NationalCode(validating: text) }
      ).required().wide(14),
      .text(Phrases.Oversight.firstName, \.first, limit: 60).required(),
      .text(Phrases.Oversight.lastName, \.last, limit: 60).required(),
      .optional(
        Phrases.People.mobile, \.mobile, limit: 20, show: { Digits.persian($0.digits) },
        parse: { text throws(Training.Complaint) in try Mobile(validating: text) }
      ).wide(14),
      .oneTimePassword(\.password),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let role = draft.role, let code = draft.code else {
      return .failure(.complaint(field: "code", .empty))
    }
    let name: PersonName
    do throws(Training.Complaint) {
      name = try PersonName(
        first: Normalizer.line(draft.first), last: Normalizer.line(draft.last))
    } catch {
      return .failure(.complaint(field: "last", error))
    }
    let password = draft.password
    return GivenPassword.oneTime(password).flatMap { hash in
      portal.perform(
        RegisterLiaison(
          role, of: agency.unit.id, nationalCode: code, name: name, mobile: draft.mobile,
          passwordHash: hash))
    }.map { _ in
      .open(
        WhyScreen(
          title: Phrases.Oversight.addLiaison,
          [
            .init(
              Phrases.Oversight.madeLiaison(name.inFull),
              lines: Phrases.Oversight.credentials(code.shown, password)
                + [Phrases.Oversight.preRegistered], tone: .good)
          ]))
    }
  }
}

/// Opens the oversight of a province: its management with a first account.
struct OpenOversightForm: FormDescription {
  struct Draft: Sendable {
    var code = ""
    var name = ""
    var username = ""
    var password = GivenPassword.make()
  }

  static let name = "oversight-open"
  let title = Phrases.Oversight.open

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editUnits)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .officeCode(Phrases.Oversight.managementCode, \.code).required(),
      .text(Phrases.Oversight.managementName, \.name, limit: 100).required(),
      .text(Phrases.Accounts.username, \.username, limit: 40, direction: .ltr).required().wide(20),
      .oneTimePassword(\.password),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let (password, username) = (draft.password, Digits.latin(draft.username))
    return GivenPassword.oneTime(password).flatMap { hash in
      portal.perform(
        OpenOversight(
          code: draft.code, title: Normalizer.line(draft.name), username: username,
          passwordHash: hash))
    }.map { _ in
      .open(
        WhyScreen(
          title: Phrases.Oversight.open,
          [
            .init(
              Phrases.Oversight.madeOversight,
              lines: Phrases.Oversight.credentials(username, password), tone: .good)
          ]))
    }
  }
}

extension GivenPassword {
  /// The hash of a password for one login; what a guide gives to everybody is refused (S5-La).
  static func oneTime(_ password: String) -> Result<String, Failure> {
    guard !AccountLife.published.contains(Digits.latin(password)) else {
      return .failure(
        .refused([Finding(.publishedPassword, .refusal, .portal(.passwordIsPublished))]))
    }
    return hash(password)
  }
}

extension Field {
  /// A password for one login: drawn, or typed in its place.
  fileprivate static func oneTimePassword(
    _ path: any WritableKeyPath<Draft, String> & Sendable
  ) -> Field {
    .text(Phrases.Oversight.oneTimePassword, path, limit: 60, direction: .ltr).required().wide(20)
      .hinted(Phrases.Accounts.givenPasswordHint)
  }
}
