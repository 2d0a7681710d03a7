import Persian
import Store
import Training

/// Performs entries again where the records have moved on: on the server, and at a station after a
/// pull.
struct Replay {
  /// Where the changes must stay; nil at a station, and for a person who settles a conflict.
  let bounds: UnitPath?
  /// As they were last read; many entries are performed one after another.
  private var standIns: (stamp: [Int64], value: StandIns)?
  private var book: (stamp: Int64, value: RuleBook)?
  private var rules: Rules?
  private let own: OwnRecords?

  init(bounds: UnitPath?) {
    self.bounds = bounds
    own = bounds.map(OwnRecords.init)
  }

  /// Performs the entries of one bulk change, or one entry, with their ids and moments.
  ///
  /// The caller takes back what is done when this throws: a `Failure` when the records, the rules or
  /// the bounds refuse.
  mutating func perform(_ bulk: [ExchangeBundle.Item], _ records: borrowing Writing) throws {
    let standIns = try currentStandIns(records)
    for item in bulk {
      let entry = item.entry
      let work: any UseCase
      do {
        work = try UseCaseCatalog.decode(entry, standIns)
      } catch StoreError.damaged {
        throw Failure.complaint(field: "use-case", .unknownChoice(entry.useCase))
      }
      let account = ID<Account>(rawValue: standIns.ids[entry.actor] ?? entry.actor)
      guard let actor = try actor(account, records) else { throw Failure.forbidden }
      let context = Context(
        actor: actor, rules: try currentRules(on: Moment.day(of: entry.moment), records),
        moment: entry.moment, reason: entry.reason, isReplay: true)
      let number = try UseCaseCatalog.perform(
        work, records, context,
        cause: Cause(
          useCase: entry.useCase, edition: entry.edition, batch: entry.batch,
          moment: entry.moment, id: entry.id))
      if work is any TakesGoodRows { try missNothing(of: item, since: number, records) }
      if let own, try !records.isWithin(own, entry: number) { throw Failure.forbidden }
    }
  }

  private mutating func currentStandIns(_ records: borrowing Writing) throws -> StandIns {
    let stamp = try records.standInStamp()
    if let standIns, standIns.stamp == stamp { return standIns.value }
    let value = try records.standIns()
    standIns = (stamp, value)
    return value
  }

  /// The numbers of the day on which an entry was done.
  private mutating func currentRules(
    on day: JalaliDate, _ records: borrowing Writing
  ) throws -> Rules {
    let stamp = try records.ruleStamp()
    if let book, book.stamp == stamp, let rules, rules.day == day { return rules }
    let current: RuleBook
    if let book, book.stamp == stamp {
      current = book.value
    } else {
      current = try RuleBook(try records.ruleValues())
      book = (stamp, current)
    }
    let found = current.inForce(on: day)
    rules = found
    return found
  }

  /// Throws where a row was good the first time and is not taken now.
  ///
  /// Somebody whom another office has recorded meanwhile is the same person.
  private func missNothing(
    of item: ExchangeBundle.Item, since number: Int64, _ records: borrowing Writing
  ) throws {
    let made = Set(try records.changes(of: number).map { [.text($0.table)] + $0.key })
    var conflicts: [Failure.Conflict] = []
    for change in item.changes
    where change.operation == .insert && !made.contains([.text(change.table)] + change.key) {
      if let person = try records.person(madeBy: change) {
        if let known = try PersonDraft(person).knownElsewhere(records) {
          try records.alias(person.id, for: known)
        } else {
          conflicts.append(
            Failure.Conflict(
              subject: person.name.inFull, field: change.table, mine: "", theirs: ""))
        }
      } else {
        let enrolled = try records.enrolment(madeBy: change).flatMap { try records.person($0) }
        conflicts.append(
          Failure.Conflict(
            subject: enrolled?.name.inFull ?? "", field: change.table, mine: "", theirs: ""))
      }
    }
    guard conflicts.isEmpty else { throw Failure.conflict(conflicts) }
  }

  /// The actor within the bounds; nil when there is none, or nothing is left in reach.
  private func actor(
    _ account: ID<Account>, _ records: borrowing Writing
  ) throws -> Actor? {
    let actor = try Actor.withoutAccount(account) ?? records.actor(account)
    guard let actor, let bounds else { return actor }
    if bounds.contains(actor.scope.root) { return actor }
    return actor.scope.contains(bounds) ? actor.narrowed(to: Scope(bounds)) : nil
  }
}

extension Actor {
  fileprivate func narrowed(to scope: Scope) -> Actor {
    Actor(
      account: account, person: person, role: role, unit: unit, scope: scope, name: name,
      unitName: unitName, mustChangePassword: mustChangePassword)
  }
}

extension Failure {
  /// Whether the records refuse the work, so that a person has to settle it; otherwise the file is in
  /// trouble and the exchange is to be tried again.
  var isVerdict: Bool {
    switch self {
    case .refused, .forbidden, .conflict, .complaint: true
    case .records(.constraint), .records(.tooLarge): true
    case .records: false
    }
  }
}

extension Sequence {
  /// Cuts a list of entries into what belongs together: bulk changes, and entries that stand alone.
  func bulks(_ entry: (Element) -> Entry) -> [[Element]] {
    var bulks: [[Element]] = []
    for element in self {
      let batch = entry(element).batch
      if batch != 0, let last = bulks.last?.last, entry(last).batch == batch {
        bulks[bulks.count - 1].append(element)
      } else {
        bulks.append([element])
      }
    }
    return bulks
  }
}

/// Takes the good rows of a list and leaves the others; performed again it must not take fewer.
protocol TakesGoodRows: UseCase {}

extension ImportPeople: TakesGoodRows {}
extension IntroduceLearners: TakesGoodRows {}
