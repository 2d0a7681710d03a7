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
    for (entry, depth) in try recentMarks(in: it, context)
    where depth == 0 {
      if try !isTakenBack(entry.id) { return entry.number }
    }
    return nil
  }

  /// The actor's last undo in a class, as long as nothing was marked after it; what redo takes.
  public func lastUndo(in it: ID<TrainingClass>, _ context: Context) throws -> Int64? {
    for (entry, depth) in try recentMarks(in: it, context) {
      let isOver = try isTakenBack(entry.id)
      // A new mark ends what could be brought again; a mark that was brought again does not.
      if depth == 0, !isOver { return nil }
      if depth == 1, !isOver { return entry.number }
    }
    return nil
  }

  /// The actor's marks in a class with what took them back, the newest first.
  ///
  /// Depth 0 is a mark, 1 an undo, 2 a redo, and so on.
  private func recentMarks(
    in it: ID<TrainingClass>, _ context: Context
  ) throws -> [(entry: Entry, depth: Int)] {
    let account = context.actor.account.rawValue
    var found: [(entry: Entry, depth: Int)] = []
    for entry in try entries(before: .max, limit: 300)
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
      found.append((entry, depth))
    }
    return found
  }
}
