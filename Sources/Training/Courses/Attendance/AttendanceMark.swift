/// What one cell of the attendance grid says of a learner in a session; no mark is no value.
///
/// Minutes are kept, not shares, since one tenth is reckoned exactly. Being excused (on a mission)
/// is no absence.
public struct AttendanceMark: Hashable, Sendable {
  /// The kinds a person tells apart; the raw value is the first letter of the stored text.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case present = "p"
    /// Away for the whole session, however long it turns out to be.
    case absent = "a"
    case late = "l"
    case leftEarly = "e"
    /// Away once or several times in between, or both late and gone early.
    case partial = "g"
    case excused = "x"
  }

  public let status: Status
  /// The intervals away, in order and apart from each other; empty for whole-session statuses.
  public let absences: [TimeSpan]

  public static let present = AttendanceMark(.present)
  public static let absent = AttendanceMark(.absent)
  public static let excused = AttendanceMark(.excused)

  private init(_ status: Status, _ absences: [TimeSpan] = []) {
    self.status = status
    self.absences = absences
  }

  /// Someone who comes at a minute of the day; present when the session has not begun by then.
  ///
  /// - Throws: `Refusal` when the session is over by then.
  public static func late(arriving minute: Int, in session: TimeSpan) throws(Refusal) -> Self {
    guard minute > session.start else { return .present }
    guard minute < session.end, let away = TimeSpan(session.start, minute) else {
      throw outside(minute, session)
    }
    return AttendanceMark(.late, [away])
  }

  /// Someone who leaves at a minute of the day; present when the session is over by then.
  ///
  /// - Throws: `Refusal` when the session has not begun by then.
  public static func leftEarly(at minute: Int, in session: TimeSpan) throws(Refusal) -> Self {
    guard minute < session.end else { return .present }
    guard minute > session.start, let away = TimeSpan(minute, session.end) else {
      throw outside(minute, session)
    }
    return AttendanceMark(.leftEarly, [away])
  }

  /// Someone away in these intervals; the status follows from them.
  ///
  /// - Throws: `Refusal` with a finding for every interval outside the session or upon another.
  public init(absences: [TimeSpan], in session: TimeSpan) throws(Refusal) {
    let sorted = absences.sorted()
    var findings: [Finding] = []
    for (index, span) in sorted.enumerated() {
      findings += AbsenceInSession().findings(
        in: AbsenceEntry(
          from: span.start, to: span.end, session: session,
          others: index > 0 ? [sorted[index - 1]] : []))
    }
    guard findings.isEmpty else { throw Refusal(findings) }
    self.init(merged: Self.merged(sorted), session)
  }

  private init(merged: [TimeSpan], _ session: TimeSpan) {
    guard let first = merged.first else {
      self = .present
      return
    }
    guard merged.count == 1 else {
      self.init(.partial, merged)
      return
    }
    switch (first.start == session.start, first.end == session.end) {
    case (true, true): self = .absent
    case (true, false): self.init(.late, merged)
    case (false, true): self.init(.leftEarly, merged)
    case (false, false): self.init(.partial, merged)
    }
  }

  /// The same mark with one more interval away.
  ///
  /// - Throws: `Refusal` when the interval does not lie in the session or meets another.
  public func adding(_ entry: TimeSpan, in session: TimeSpan) throws(Refusal) -> Self {
    try AttendanceMark(absences: absences + [entry], in: session)
  }

  /// The minutes of absence that count towards one tenth, 0…length of the session.
  public func absentMinutes(in session: TimeSpan) -> Int {
    switch status {
    case .present, .excused: 0
    case .absent: session.minutes
    case .late, .leftEarly, .partial:
      // Clipped: the programme may have been moved after the mark was made.
      absences.reduce(0) { sum, span in
        sum + max(0, min(span.end, session.end) - max(span.start, session.start))
      }
    }
  }

  /// Intervals that touch, as one.
  private static func merged(_ sorted: [TimeSpan]) -> [TimeSpan] {
    var merged: [TimeSpan] = []
    for span in sorted {
      if let last = merged.last, last.end == span.start, let joined = TimeSpan(last.start, span.end)
      {
        merged[merged.count - 1] = joined
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  private static func outside(_ minute: Int, _ session: TimeSpan) -> Refusal {
    Refusal([
      Finding(
        .absenceInSession, .refusal, .attendance(.momentOutside(minute, session: session)),
        remedy: .correct(.sessionTime))
    ])
  }
}

/// The stored form: a letter, then the intervals, such as `p`, `l:480-495` or `g:480-495,510-520`.
extension AttendanceMark {
  public var text: String {
    guard !absences.isEmpty else { return status.rawValue }
    let spans = absences.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    return "\(status.rawValue):\(spans)"
  }

  /// Nil unless `text` is what a mark's `text` would be.
  public init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let letter = parts.first, let status = Status(rawValue: String(letter)) else {
      return nil
    }
    var spans: [TimeSpan] = []
    if parts.count == 2 {
      for part in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]),
          let span = TimeSpan(start, end), spans.last.map({ $0.end < span.start }) ?? true
        else { return nil }
        spans.append(span)
      }
    }
    self.init(status, spans)
    let needsSpans = status == .late || status == .leftEarly || status == .partial
    guard needsSpans == !spans.isEmpty, self.text == text else { return nil }
  }
}

extension AttendanceMark: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let mark = Self(text: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an attendance mark: \(text)")
    }
    self = mark
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
