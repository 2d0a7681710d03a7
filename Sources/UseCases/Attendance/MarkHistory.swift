public import Store
public import Training

/// One line of a cell's history: what it became, by whose hand, when and why.
public struct MarkStep: Hashable, Sendable {
  /// The entry's number, which can be taken back.
  public let entry: Int64
  /// Nil where the cell was cleared.
  public let mark: AttendanceMark?
  public let account: ID<Account>
  /// The person's name, or the user name.
  public let name: String
  /// Milliseconds since 1970.
  public let moment: Int64
  public let reason: String
  /// Whether it took an earlier step back.
  public let isUndo: Bool
}

extension Querying where Self: ~Copyable {
  /// Who marked a cell what and when, the oldest first (S0-7).
  ///
  /// - Throws: `Failure.forbidden` when the class is not there for the actor.
  public func markHistory(
    _ session: ID<Session>, _ enrolment: ID<Enrolment>, _ context: Context
  ) throws -> [MarkStep] {
    try context.require(.viewAttendance)
    guard let found = try self.session(session) else { throw Failure.forbidden }
    _ = try context.trainingClass(found.trainingClass, self)
    guard let row = try markRow(session, enrolment) else { return [] }
    var names: [Int64: String] = [:]
    var steps: [MarkStep] = []
    for line in try history(of: "mark", row) {
      let entry = line.entry
      if names[entry.actor] == nil {
        names[entry.actor] = try actor(ID<Account>(rawValue: entry.actor))?.name ?? ""
      }
      // Where only the minutes or the note moved, the mark is what it was before.
      let value = line.change.cells.first { $0.column == 3 }
      guard let value else { continue }
      steps.append(
        MarkStep(
          entry: entry.number, mark: value.new.flatMap { AttendanceMark(text: $0.shown) },
          account: ID(rawValue: entry.actor), name: names[entry.actor] ?? "",
          moment: entry.moment, reason: entry.reason, isUndo: entry.undoes != 0))
    }
    return steps
  }

  /// The actor's last mark in a class that is not taken back; what the undo key takes.
  ///
  /// - Returns: The number of the entry; nil among the last 300 entries there is none.
  public func lastMark(in it: ID<TrainingClass>, _ context: Context) throws -> Int64? {
    var found: Int64?
    try eachRecentMark(in: it, context) { entry, depth in
      if depth == 0, try !isTakenBack(entry.id) { found = entry.number }
      return found == nil
    }
    return found
  }

  /// The actor's last undo in a class, as long as nothing was marked after it; what redo takes.
  public func lastUndo(in it: ID<TrainingClass>, _ context: Context) throws -> Int64? {
    var found: Int64?
    try eachRecentMark(in: it, context) { entry, depth in
      guard try !isTakenBack(entry.id) else { return true }
      // A new mark ends what could be brought again; a mark that was brought again does not.
      if depth == 1 { found = entry.number }
      return depth > 1
    }
    return found
  }

  /// Goes through the actor's marks in a class and what took them back, the newest first, until
  /// `body` answers false: mostly the first one is it, and reading arguments takes its time.
  ///
  /// Depth 0 is a mark, 1 an undo, 2 a redo, and so on.
  private func eachRecentMark(
    in it: ID<TrainingClass>, _ context: Context, _ body: (Entry, _ depth: Int) throws -> Bool
  ) throws {
    let account = context.actor.account.rawValue
    var before = Int64.max
    for _ in 0..<15 {
      let page = try entries(before: before, limit: 20)
      guard let last = page.last else { return }
      before = last.number
      for entry in page
      where entry.actor == account && entry.isInEffect
        && (entry.useCase == MarkAttendance.name || entry.useCase == Undo.name)
      {
        var (base, depth) = (entry, 0)
        while base.undoes != 0, let next = try self.entry(id: base.undoes) {
          (base, depth) = (next, depth + 1)
        }
        guard base.useCase == MarkAttendance.name,
          let work = try UseCaseCatalog.decode(base) as? MarkAttendance,
          try session(work.session)?.trainingClass == it
        else { continue }
        guard try body(entry, depth) else { return }
      }
    }
  }
}
