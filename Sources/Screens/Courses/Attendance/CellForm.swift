import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The absence intervals of a learner in a session, and the note (S2-7.9).
struct CellForm: FormDescription {
  struct Pair: Sendable {
    var from: Int?
    var to: Int?
    var isEmpty: Bool { from == nil && to == nil }
  }

  struct Draft: Sendable {
    var seen: AttendanceMark?
    var pairs: [Pair] = []
    var note = ""
  }

  static let name = "attendance-cell"
  let title = AttendancePhrases.cellTitle
  let session: Session
  let enrolment: ID<Enrolment>
  let learner: String

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Int) {
    let cell = try records.mark(session.id, enrolment)
    var pairs = (cell?.mark.absences ?? []).map { Pair(from: $0.start, to: $0.end) }
    pairs += Array(repeating: Pair(), count: pairs.count < 2 ? 3 - pairs.count : 1)
    return (Draft(seen: cell?.mark, pairs: pairs, note: cell?.note ?? ""), pairs.count)
  }

  func fields(_ count: Int) -> [Field<Draft>] {
    let (learner, session) = (learner, session)
    var fields: [Field<Draft>] = [
      .fixed(AttendancePhrases.learner) { _ in learner },
      .fixed(AttendancePhrases.sessionLabel) { _ in
        AttendancePhrases.sessionSaid(session)
      },
      .fixed(AttendancePhrases.status) { AttendancePhrases.said($0.seen, in: session.span) },
    ]
    for index in 0..<count {
      fields.append(minute(AttendancePhrases.from(index + 1), \.pairs[index].from))
      fields.append(minute(AttendancePhrases.to(index + 1), \.pairs[index].to))
    }
    fields.append(
      .text(AttendancePhrases.noteLabel, \.note, limit: 200)
        .hinted(AttendancePhrases.noIntervals))
    return fields
  }

  private func minute(
    _ label: String, _ path: any WritableKeyPath<Draft, Int?> & Sendable
  ) -> Field<Draft> {
    Field(
      label, path, limit: 5, direction: .ltr, show: { $0.map(Say.clock) ?? "" },
      parse: { text throws(TerminalKit.Complaint) in
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        guard let time = ClockTime(parsing: text) else {
          throw TerminalKit.Complaint(Training.Complaint.time.sentence)
        }
        return time.minutes
      }
    ).wide(8)
  }

  func rebased(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> Draft? {
    var draft = draft
    draft.seen = try records.mark(session.id, enrolment)?.mark
    return draft
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    do throws(Failure) {
      let mark = try mark(draft)
      let cell = MarkAttendance.Cell(
        enrolment, from: draft.seen, to: mark, note: Normalizer.line(draft.note))
      return portal.perform(MarkAttendance([cell], in: session.id))
        .map { _ in .notice(AttendancePhrases.marked(1, skipped: 0), .good) }
    } catch {
      return .failure(error)
    }
  }

  /// The intervals as a mark; without any the status stays, and one that had some becomes present.
  private func mark(_ draft: Draft) throws(Failure) -> AttendanceMark {
    let pairs = draft.pairs.filter { !$0.isEmpty }
    guard !pairs.isEmpty else {
      guard let seen = draft.seen, seen.absences.isEmpty else { return .present }
      return seen
    }
    var spans: [TimeSpan] = []
    var findings: [Finding] = []
    for pair in pairs {
      guard let from = pair.from, let to = pair.to else {
        throw .complaint(field: "absence", .empty)
      }
      let found = AbsenceInSession().findings(
        in: AbsenceEntry(from: from, to: to, session: session.span, others: spans))
      findings += found
      if let span = TimeSpan(from, to), found.isEmpty { spans.append(span) }
    }
    guard findings.isEmpty else { throw .refused(findings) }
    do throws(Refusal) {
      return try AttendanceMark(absences: spans, in: session.span)
    } catch {
      throw .refused(error.findings)
    }
  }
}
