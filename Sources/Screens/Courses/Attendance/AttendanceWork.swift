import Store
import Training
import UseCases

/// A change of cells on its way into the records.
struct AttendanceWork: Sendable {
  enum Outcome: Sendable {
    case saved(MarkAttendance.Outcome)
    /// Somebody else changed the same cells: the work that would write over them.
    case conflict([Failure.Conflict], MarkAttendance)
    case refused(Failure)
    /// A typed command that makes no sense in this session.
    case complaint(Complaint)
    /// The cells are as asked already.
    case nothing
  }

  let register: AttendanceRegister
  let session: Session
  let command: RangeCommand

  /// The changes of the command at a moment, and nil where a bare "late" has no clock to go by.
  func changes(
    now: Int?
  ) throws(Complaint) -> [AttendanceRegister.Change] {
    try register.changes(for: command, in: session.id, now: now)
  }

  /// The minute of the day when the clock stands in the session: what a bare "late" stamps.
  func now(_ portal: Portal) -> Int? {
    let minute = portal.clock.minuteOfDay
    guard portal.today == session.day, minute >= session.span.start, minute < session.span.end
    else { return nil }
    return minute
  }

  func perform(_ portal: Portal) -> Outcome {
    do throws(Complaint) {
      let changes = try changes(now: now(portal))
      guard !changes.isEmpty else { return .nothing }
      return Self.perform(
        MarkAttendance(changes, in: session.id, seen: register, mode: .exact), portal)
    } catch {
      return .complaint(error)
    }
  }

  static func perform(_ work: MarkAttendance, _ portal: Portal) -> Outcome {
    switch portal.perform(work) {
    case .success(let performed): return .saved(performed.outcome)
    case .failure(.conflict(let conflicts)):
      var forced = work
      forced.mode = .overwrite
      return .conflict(conflicts, forced)
    case .failure(let failure): return .refused(failure)
    }
  }
}
