/// An interval of absence as typed, before it is one of a mark.
public struct AbsenceEntry: Hashable, Sendable {
  /// Minutes of the day.
  public var from: Int
  public var to: Int
  public var session: TimeSpan
  /// The other intervals of the learner in the session.
  public var others: [TimeSpan]

  public init(from: Int, to: Int, session: TimeSpan, others: [TimeSpan] = []) {
    self.from = from
    self.to = to
    self.session = session
    self.others = others
  }
}

/// An absence ends after it begins, lies in the session and meets no other (S2-7.9c).
public struct AbsenceInSession: Policy {
  public static let clause = Clause.absenceInSession
  public init() {}

  public func findings(in entry: AbsenceEntry) -> [Finding] {
    guard entry.from < entry.to else {
      return [
        refusal(
          .attendance(.reversed(from: entry.from, to: entry.to)), remedy: .correct(.sessionTime))
      ]
    }
    guard let span = TimeSpan(entry.from, entry.to), entry.session.contains(span) else {
      return [
        refusal(
          .attendance(
            .outsideSession(from: entry.from, to: entry.to, session: entry.session)),
          remedy: .correct(.sessionTime))
      ]
    }
    return entry.others.filter { $0.overlaps(span) }.map {
      refusal(.attendance(.overlap(span, with: $0)), remedy: .correct(.sessionTime))
    }
  }
}
