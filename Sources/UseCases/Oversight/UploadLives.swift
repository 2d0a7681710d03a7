public import Store
public import Training

extension UploadLife: RecordedLife {
  /// The switch goes under the id of its agency.
  public typealias Record = Unit

  public static let withFields: Set<Action> = []

  public static func situation(
    of id: ID<Unit>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.agency(id, in: context.actor.oversightReach) else { return nil }
    return Situation(
      subject: line.unit.name, state: State(isOpen: line.agency.isUploadOpen),
      facts: Facts(agency: line.agency))
  }

  public static func save(
    _ state: State?, of id: ID<Unit>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    var after = situation.facts.agency
    if let state { after.isUploadOpen = state == .open }
    try Failure.check(
      try records.update(situation.facts.agency, to: after), on: situation.subject)
  }
}
