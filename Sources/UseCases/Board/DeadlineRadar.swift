public import Persian
public import Store
public import Training

/// One clock that is running: what is due, when, whose duty it is, and the record it is about.
public struct DeadlineItem: Hashable, Sendable {
  public let matter: DeadlineMatter
  /// The clause, the last day and the role that owes it.
  public let deadline: Deadline
  /// The record as people call it, and the part of it that is meant; the part may be empty.
  public let subject: String
  public let part: String
  public let unit: ID<Unit>
  public let unitName: String
  /// Whose duty it is; nil where the whole office has it.
  public let person: ID<Person>?
  public let personName: String
  /// The record that Enter opens.
  public let link: RecordLink

  public init(
    _ matter: DeadlineMatter, _ deadline: Deadline, _ line: ClockLine, opens link: RecordLink
  ) {
    self.matter = matter
    self.deadline = deadline
    subject = line.subject
    part = line.part
    unit = line.unit
    unitName = line.unitName
    person = line.person
    personName = line.personName
    self.link = link
  }

  /// Whether it is for this actor to do, rather than for somebody of the same office.
  public func isOwed(by actor: Actor) -> Bool {
    deadline.owner == actor.role && (person == nil || person == actor.person)
  }
}

/// What an actor asks the radar for.
public struct RadarWindow: Hashable, Sendable {
  /// The last day looked at.
  public var until: JalaliDate
  /// The most items of one source.
  public var limit: Int

  public init(until: JalaliDate, limit: Int = 500) {
    self.until = until
    self.limit = limit
  }
}

/// A legal clock: which records it runs for, within the reach of an actor.
public struct DeadlineSource: Sendable {
  /// Reads what runs for the actor; the reach is asked for in SQL.
  public typealias Items =
    @Sendable (borrowing Reading, Context, RadarWindow) throws ->
    [DeadlineItem]

  public let matter: DeadlineMatter
  /// Who owes it: the items of other roles are not read for a home page.
  public let owners: Set<Role>
  let items: Items

  public init(_ matter: DeadlineMatter, owners: Set<Role>, items: @escaping Items) {
    self.matter = matter
    self.owners = owners
    self.items = items
  }

  /// A clock with one clause and one owner over lines of the records.
  ///
  /// - Parameters:
  ///   - matter: Its sentence in Phrases.
  ///   - clause: The paragraph that sets it.
  ///   - owner: Whose duty it is.
  ///   - kind: The kind of record that a line names, which Enter opens.
  ///   - lines: The records it runs for.
  public init(
    _ matter: DeadlineMatter, _ clause: Clause, owner: Role, opens kind: RecordLink.Kind,
    lines:
      @escaping @Sendable (borrowing Reading, Context, RadarWindow) throws ->
      [ClockLine]
  ) {
    self.init(matter, owners: [owner]) { records, context, window in
      try lines(records, context, window).map { line in
        DeadlineItem(
          matter, Deadline(clause, due: line.due, owner: owner), line,
          opens: RecordLink(kind, line.record))
      }
    }
  }
}

/// Every legal clock of the portal in one list (S0-16).
public enum DeadlineRadar {
  /// A new clock adds a line here, a case to `DeadlineMatter` and its sentence to Phrases.
  public static let sources: [DeadlineSource] = [
    .requestDecision,
    .requestReturned,
    .introduction,
    .sessionMarks,
    .scores,
    .withdrawal,
    .competencyRequest,
    .assessmentReferral,
    .assessmentResults,
    .classStart,
    .task,
    .classStaff,
    .pretestQuestions,
    .courseFile,
    .financialDocument,
    .examDefinition,
    .examQuestions,
    .examSitting,
    .scoreControl,
    .objectionAnswer,
    .survey,
    .ownSurvey,
    .behaviour,
    .results,
    .quarterReport,
    .rankDecision,
    .rankAppeal,
    .appealHandling,
    .rankEvaluation,
    .bylawReview,
  ]

  /// How far ahead the radar looks by itself, in days.
  public static let horizon = 60

  /// What runs within the reach of the actor, the earliest due first.
  ///
  /// - Parameters:
  ///   - ownOnly: Only what is for the actor to do, for home pages.
  ///   - window: Until when, and how many of each source; nil is the horizon.
  ///   - records: The records.
  ///   - context: Who asks, and when.
  /// - Returns: The items; overdue ones are among them, first of all.
  /// - Throws: `StoreError`.
  public static func items(
    ownOnly: Bool = false, within window: RadarWindow? = nil, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [DeadlineItem] {
    guard !context.actor.mustChangePassword else { return [] }
    let window = window ?? RadarWindow(until: context.today.adding(days: horizon))
    var items: [DeadlineItem] = []
    for source in sources where !ownOnly || source.owners.contains(context.actor.role) {
      items += try source.items(records, context, window)
    }
    if ownOnly { items.removeAll { !$0.isOwed(by: context.actor) } }
    return items.sorted {
      ($0.deadline, $0.link.record.rawValue) < ($1.deadline, $1.link.record.rawValue)
    }
  }
}
