public import Store
public import Training

/// One level of a course as it stands on a day.
public struct LevelStanding: Sendable {
  public let level: EffectivenessLevel
  public let state: EffectivenessLife.State
  /// Nil before the course has a programme.
  public let facts: EffectivenessLife.Facts?
  /// What is kept of it beside the answers.
  public let row: Effectiveness?
}

/// A course with its four levels (S2-8.1a).
public struct EffectivenessCourse: Sendable {
  public let line: RequestLine
  /// The first and the last session; nil before the course has a programme.
  public let span: CourseSpan?
  public let basis: EffectivenessBasis?
  /// In their order.
  public let levels: [LevelStanding]

  public subscript(level: EffectivenessLevel) -> LevelStanding { levels[level.rawValue - 1] }

  /// Whether levels 3 and 4 are measured.
  public var isSelected: Bool { self[.behaviour].row != nil }
}

extension Querying where Self: ~Copyable {
  /// A course within the reach of the actor with its four levels; nil out of reach.
  public func effectivenessCourse(
    _ id: ID<CourseRequest>, _ context: Context
  ) throws -> EffectivenessCourse? {
    guard let line = try request(id, in: context.actor.courseReach) else { return nil }
    return try effectivenessCourse(line, context)
  }

  public func effectivenessCourse(
    _ line: RequestLine, _ context: Context
  ) throws -> EffectivenessCourse {
    let id = line.request.id
    let span = try span(of: id)
    let rows = try effectiveness(of: id)
    var levels: [LevelStanding] = []
    for level in EffectivenessLevel.allCases {
      let row = rows.first { $0.level == level }
      guard let span else {
        levels.append(LevelStanding(level: level, state: .notBegun, facts: nil, row: row))
        continue
      }
      let facts = EffectivenessLife.Facts(
        level: level, window: level.window(start: span.start, end: span.end, under: context.rules),
        day: context.today, answers: try answers(to: level, of: id, row))
      let isMeasured = level.isCompulsory || row != nil
      levels.append(
        LevelStanding(
          level: level,
          state: EffectivenessLife.state(
            isSummarised: row?.summarised != nil, start: isMeasured ? span.start : nil, facts),
          facts: facts, row: row))
    }
    return EffectivenessCourse(line: line, span: span, basis: try basis(of: id), levels: levels)
  }

  private func answers(
    to level: EffectivenessLevel, of request: ID<CourseRequest>, _ row: Effectiveness?
  ) throws -> Int {
    switch level {
    case .reaction: try surveyCount(of: request)
    case .learning: try learningGain(of: request).pairs
    case .behaviour: row == nil ? 0 : try behaviourSheets(of: request).count
    case .results: row?.figures == nil ? 0 : 1
    }
  }

  /// Whether a course has the levels that every course must have (S2-8.2a).
  public func compulsoryLevels(
    of request: ID<CourseRequest>, reason: String = ""
  ) throws -> CompulsoryLevels {
    let rows = try effectiveness(of: request)
    return CompulsoryLevels(
      hasSurvey: rows.contains { $0.level == .reaction && $0.summarised != nil },
      hasTests: try learningGain(of: request).pairs > 0, reason: reason)
  }
}

extension EffectivenessLife: RecordedLife {
  public typealias Record = Effectiveness

  /// Forms and figures go with the data, a conclusion with the summary.
  public static let withFields: Set<Action> = [.enter, .summarise]

  public static func situation(
    of id: ID<Effectiveness>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let row = try records.effectiveness(id),
      let course = try records.effectivenessCourse(row.request, context),
      let facts = course[row.level].facts
    else { return nil }
    return Situation(
      subject: course.line.course.title, state: course[row.level].state, facts: facts)
  }

  public static func save(
    _ state: State?, of id: ID<Effectiveness>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    guard let before = try records.effectiveness(id) else { throw StoreError.notFound }
    var after = before
    if state == .summarised { after.summarised = context.today }
    try Failure.check(try records.put(after, from: before), on: situation.subject)
  }

  /// Throws unless data of a level may be entered now; what follows the first data keeps its rules.
  static func requireEntry(
    _ level: EffectivenessLevel, of course: EffectivenessCourse, _ context: Context
  ) throws {
    let standing = course[level]
    guard let facts = standing.facts else {
      throw Failure.refused([
        Finding(.effectivenessWindow, .refusal, .training(.noSession), remedy: .record(.session))
      ])
    }
    let state = standing.state == .collecting ? .pending : standing.state
    // Out of its window the days are the reason, rather than the state that they brought about.
    if state == .overdue || state == .pending { try LevelWindow().findings(in: facts).orRefuse() }
    _ = try open(.enter, in: state, facts, context)
  }
}
