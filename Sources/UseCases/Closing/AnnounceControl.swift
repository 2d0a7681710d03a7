public import Persian
public import Store
public import Training

/// Announces when the learners of a class check scores and absences (S2-10.3a): a line of SM-9.
///
/// It hangs on the board of the learners of the class until it is over, and is among their deadlines.
public struct AnnounceControl: UseCase {
  public static let name = "class.announceControl"
  public var trainingClass: ID<TrainingClass>
  public var from: JalaliDate
  public var to: JalaliDate
  /// What hangs on the board, in one line.
  public var title: String
  private var period: ID<ControlPeriod>?
  private var notice: ID<Announcement>?

  public init(
    _ trainingClass: ID<TrainingClass>, from: JalaliDate, to: JalaliDate, title: String
  ) {
    self.trainingClass = trainingClass
    self.from = from
    self.to = to
    self.title = title
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if period == nil { period = try records.newID() }
    if notice == nil { notice = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try ClassLife.require(.announceControl, context)
    _ = try context.trainingClass(trainingClass, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let period, let notice,
      var situation = try ClassLife.situation(of: trainingClass, records, context)
    else { throw Failure.forbidden }
    situation.facts.objectionsFrom = from
    situation.facts.objectionsUntil = to
    let choice = try ClassLife.open(
      .announceControl, in: situation.state, situation.facts, context)
    try ClassLife.save(choice.line.to, of: trainingClass, situation, records, context)
    let known = try records.controlPeriod(of: trainingClass)
    let new = ControlPeriod(
      id: known?.id ?? period, trainingClass: trainingClass, from: from, to: to,
      announced: context.today)
    try Failure.check(try records.put(new, from: known), on: situation.subject)
    try records.insert(
      Announcement(
        id: notice, title: title, from: context.today, to: to,
        unit: situation.facts.request.unit, roles: [.learner],
        request: situation.facts.request.id, trainingClass: trainingClass))
  }

  /// Who has objected meanwhile waits for an answer.
  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    let waiting = try records.waitingObjections(of: trainingClass)
    guard waiting > 0 else { return }
    throw Failure.refused([
      Finding(
        .objectionLife, .refusal, .training(.objectionsOpen(waiting)), remedy: .record(.objections))
    ])
  }
}
