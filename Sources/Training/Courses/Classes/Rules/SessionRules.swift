import Persian

/// Every session lies in the dates of its class (S2-4.7).
public struct SessionsInClass: Policy {
  public static let clause = Clause.sessionInClass
  public init() {}

  public func findings(in programme: Programme) -> [Finding] {
    let it = programme.trainingClass
    return programme.ordered.filter { $0.day < it.from || $0.day > it.to }.map {
      refusal(
        .programme(.outsideClass($0.day, from: it.from, to: it.to)),
        remedy: .choose(.session, from: it.from, to: it.to))
    }
  }
}

/// No two sessions of a class share a minute (S2-4.7b).
public struct SessionsApart: Policy {
  public static let clause = Clause.sessionOverlap
  public init() {}

  public func findings(in programme: Programme) -> [Finding] {
    let sessions = programme.ordered
    return sessions.indices.flatMap { index in
      sessions[..<index].filter { $0.overlaps(sessions[index]) }.map { earlier in
        refusal(
          .programme(.overlap(sessions[index].day, sessions[index].span, with: earlier.span)),
          remedy: .correct(.sessionTime))
      }
    }
  }
}

/// A class has at most six hours in a day; exactly six is allowed (S2-2.3b).
public struct HoursPerDay: Policy {
  public static let clause = Clause.hoursPerDay
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in programme: Programme) -> [Finding] {
    let maximum = rules.minutesPerDay
    return excess(in: programme.sessions.map { ($0.day, $0.span) }).map { day, minutes in
      refusal(
        .programme(.dayTooLong(day, minutes: minutes, maximum: maximum)),
        remedy: .lower(.sessionTime, to: .minutes(maximum)))
    }
  }

  /// The days on which one class has more than is allowed, with its minutes.
  func excess(in times: [(JalaliDate, TimeSpan)]) -> [(JalaliDate, Int)] {
    Dictionary(grouping: times) { $0.0 }.mapValues { $0.reduce(0) { $0 + $1.1.minutes } }
      .filter { $0.value > rules.minutesPerDay }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

/// The sessions come to the hours of the course: a warning otherwise (S2-2.3c).
public struct ProgrammeTotal: Policy {
  public static let clause = Clause.programmeTotal
  public init() {}

  public func findings(in programme: Programme) -> [Finding] {
    let total = programme.sessions.reduce(0) { $0 + $1.span.minutes }
    guard !programme.sessions.isEmpty, total != programme.courseMinutes else { return [] }
    return [
      warning(.programme(.totalDiffers(programmed: total, course: programme.courseMinutes)))
    ]
  }
}
