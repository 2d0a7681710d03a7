import Persian

/// A command for several rows of the attendance grid, such as rows 1–5 and 9 absent.
public struct RangeCommand: Hashable, Sendable {
  /// What is wrong with a typed command.
  public enum Problem: Hashable, Sendable, Codable {
    case noRows
    /// Rows without a status after them.
    case noStatus
    case unknownWord(String)
    case unknownCharacter(String)
    case noSuchRow(Int, last: Int)
    /// A number of more than six digits.
    case numberTooLarge
    /// "From" without "to".
    case openRange(Int)
    /// Two statuses are asked for one row.
    case rowTwice(Int)
    case time
    /// "Late" without minutes, while the clock does not stand in the session.
    case noMinute
    case outsideSession(Int, session: TimeSpan)
  }

  /// A time that goes with "late" or "left".
  public enum Moment: Hashable, Sendable {
    /// Minutes after the start (late) or before the end (left).
    case minutes(Int)
    /// The minute of the day.
    case clock(Int)
  }

  /// What is to be marked.
  public enum Verb: Hashable, Sendable {
    case present, absent, excused, clear
    /// Nil stamps the time now.
    case late(Moment?)
    case left(Moment?)
  }

  /// Rows with what is to be marked in them.
  public struct Part: Hashable, Sendable {
    /// Counted from 1, ascending, each once.
    public let rows: [Int]
    public let verb: Verb

    public init(rows: [Int], verb: Verb) {
      self.rows = rows
      self.verb = verb
    }
  }

  /// The words of the language, which Phrases supplies.
  public struct Vocabulary: Hashable, Sendable {
    let verbs: [String: Verb]
    let all: Set<String>
    let through: Set<String>
    let and: Set<String>

    /// - Parameters:
    ///   - verbs: What each word marks; spellings with one search key are one word.
    ///   - all: Words for every row, beside `*`.
    ///   - through: Words for "to" between two rows, beside dashes.
    ///   - and: Words for "and" between rows, beside commas.
    public init(
      verbs: [String: Verb], all: Set<String> = [], through: Set<String> = [],
      and: Set<String> = []
    ) {
      self.verbs = Dictionary(
        verbs.map { (SearchKey.joined($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
      self.all = Set(all.map(SearchKey.joined))
      self.through = Set(through.map(SearchKey.joined))
      self.and = Set(and.map(SearchKey.joined))
    }
  }

  public let parts: [Part]

  public init(parts: [Part]) { self.parts = parts }

  /// Reads a command: rows, then a status, any number of times.
  ///
  /// Digits of any family; rows are separated by blanks, commas of any script or "and". A bare
  /// number after "late" or "left" is minutes when a comma or the end follows, otherwise a row.
  ///
  /// - Parameters:
  ///   - text: As typed.
  ///   - count: The number of rows.
  ///   - words: The words of the language.
  /// - Throws: `Complaint.empty`, or `Complaint.range` naming what is wrong.
  public init(parsing text: String, rows count: Int, words: Vocabulary) throws(Complaint) {
    var parser = RangeCommandParser(
      tokens: try RangeCommandParser.tokens(of: text, words: words), count: count)
    parts = try parser.parts()
  }
}

extension RangeCommand.Verb {
  /// The mark it makes in a session; nil clears.
  func mark(in session: TimeSpan, now: Int?) throws(Complaint) -> AttendanceMark? {
    switch self {
    case .present: return .present
    case .absent: return .absent
    case .excused: return .excused
    case .clear: return nil
    case .late(let moment):
      let minute = try Self.minute(moment, now: now) { session.start + $0 }
      return try Self.timed(minute, session) { () throws(Refusal) in
        try .late(arriving: minute, in: session)
      }
    case .left(let moment):
      let minute = try Self.minute(moment, now: now) { session.end - $0 }
      return try Self.timed(minute, session) { () throws(Refusal) in
        try .leftEarly(at: minute, in: session)
      }
    }
  }

  private static func minute(
    _ moment: RangeCommand.Moment?, now: Int?, counted: (Int) -> Int
  ) throws(Complaint) -> Int {
    switch moment {
    case .clock(let minute): return minute
    case .minutes(let minutes): return counted(minutes)
    case nil:
      guard let now else { throw .range(.noMinute) }
      return now
    }
  }

  private static func timed(
    _ minute: Int, _ session: TimeSpan, _ make: () throws(Refusal) -> AttendanceMark
  ) throws(Complaint) -> AttendanceMark {
    do throws(Refusal) {
      return try make()
    } catch {
      throw .range(.outsideSession(minute, session: session))
    }
  }
}
