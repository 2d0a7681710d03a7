public import Store
public import Training

/// The first use case of a new file: the office, its first administrator, the numbers of the
/// regulations and the code lists.
public struct SetUp: UseCase {
  public static let name = "office.set-up"
  public static let isUndoable = false

  /// A unit of the office's line, from the ministry down.
  public struct Office: Hashable, Sendable, Codable {
    public var kind: Unit.Kind
    public var code: String
    public var name: String

    public init(kind: Unit.Kind, code: String, name: String) {
      self.kind = kind
      self.code = code
      self.name = name
    }
  }

  public var offices: [Office]
  public var username: String
  public var passwordHash: String
  public var editions: [RuleValue]
  public var codeLists: [CodeList]
  /// The rule sets of ranking, from Assets/Ranking.
  public var rankings: [RankingEditionFile]
  private var ids: [Int64] = []

  /// - Parameters:
  ///   - offices: The line of units from the ministry to the office itself, each below the last.
  ///   - username: Of the first administrator.
  ///   - passwordHash: Of a password the administrator chose, which need not be changed.
  ///   - editions: Every number of the regulations, from Assets/Editions.
  ///   - codeLists: From Assets/CodeLists.
  ///   - rankings: From Assets/Ranking; where none are given, the portal takes those of its assets.
  public init(
    offices: [Office], username: String, passwordHash: String, editions: [RuleValue],
    codeLists: [CodeList], rankings: [RankingEditionFile] = []
  ) {
    self.rankings = rankings
    self.offices = offices
    self.username = username
    self.passwordHash = passwordHash
    self.editions = editions
    self.codeLists = codeLists
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard ids.isEmpty else { return }
    let count =
      offices.count + 1 + editions.count + codeLists.count
      + codeLists.reduce(0) { $0 + $1.items.count } + rankings.reduce(0) { $0 + $1.count }
    ids.reserveCapacity(count)
    for _ in 0..<count { ids.append(try records.newID(Unit.self).rawValue) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    // Only on a file that nobody has an account on yet.
    guard try !records.hasAccounts() else { throw Failure.forbidden }
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Account> {
    var ids = ids.makeIterator()
    func next<Entity>(_: Entity.Type = Entity.self) throws -> ID<Entity> {
      guard let id = ids.next() else { throw StoreError.damaged("ids of the set-up") }
      return ID(rawValue: id)
    }
    var office: Unit?
    for line in offices {
      let unit = Unit(
        id: try next(), kind: line.kind, code: line.code, name: line.name, parent: office)
      try records.insert(unit)
      office = unit
    }
    guard let office else { throw Failure.complaint(field: "office", .empty) }
    let account = Account(
      id: try next(), person: nil, role: .administrator, unit: try top(office, records),
      username: username, state: .active)
    try records.insert(account, passwordHash: passwordHash)
    for value in editions { try records.put(value, id: try next()) }
    for list in codeLists {
      try records.insert(list, id: try next())
      for (position, item) in list.items.enumerated() {
        try records.put(item, in: list.name, position: position, id: try next())
      }
    }
    for ranking in rankings {
      try records.insert(try ranking.edition { try next(RankingRuleSet.self).rawValue })
    }
    return account.id
  }

  /// The administrator sees everything in the file, the whole line of units.
  private func top(_ office: Unit, _ records: borrowing Writing) throws -> ID<Unit> {
    office.path.units.first ?? office.id
  }
}

extension Portal {
  /// Sets a new file up under a password the administrator chose, and signs the administrator in.
  public func setUp(
    offices: [SetUp.Office], username: String, password: String, editions: [RuleValue],
    codeLists: [CodeList]
  ) -> Result<Actor, Failure> {
    do {
      let required = try RuleBook(editions).inForce(on: today).passwordLength
      guard password.count >= required else {
        let reason = PortalReason.passwordShort(length: password.count, required: required)
        return .failure(.refused([Finding(.passwordChange, .refusal, .portal(reason))]))
      }
      return setUp(
        SetUp(
          offices: offices, username: Self.loginName(username),
          passwordHash: try PasswordHash(password: password).text, editions: editions,
          codeLists: codeLists))
    } catch {
      return .failure(Failure(error))
    }
  }

  /// Sets a new file up and signs the administrator in.
  public func setUp(_ work: SetUp) -> Result<Actor, Failure> {
    let owner = Actor.owner
    let moment = clock.now()
    do {
      var work = work
      if work.rankings.isEmpty {
        // A portal without assets, as tools have it, sets up without rules of ranking.
        work.rankings = try RankingEditionFile.names.compactMap { try? asset($0) }
          .map { try RankingEditionFile(decoding: $0) }
      }
      let actor = try store.write(at: moment) { records in
        let rules = try RuleBook(work.editions).inForce(on: Moment.day(of: moment))
        let context = Context(actor: owner, rules: rules, moment: moment)
        let done = try Self.perform(work, records, context)
        return try records.actor(done.outcome)
      }
      guard let actor else { return .failure(.forbidden) }
      signIn(actor)
      return .success(actor)
    } catch {
      return .failure(Failure(error))
    }
  }

  /// Whether nobody has set this file up yet; a station gets its accounts from its server.
  public func needsSetUp() -> Result<Bool, Failure> {
    do {
      return .success(try store.read { try !$0.hasAccounts() && !$0.isStation() })
    } catch {
      return .failure(Failure(error))
    }
  }
}

extension Actor {
  /// The owner of the records file at the command line: may do what an administrator may,
  /// before and beside all accounts; journaled under account 0.
  public static let owner = Actor(
    account: ID(rawValue: 0), person: nil, role: .administrator, unit: ID(rawValue: 0),
    scope: .everything, name: "", unitName: "", mustChangePassword: false)
}
