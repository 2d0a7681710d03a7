public import Persian

/// The states a record goes through: a table of the requirements, line for line.
///
/// From the one table come the actions a screen offers and why others are closed, who may do what,
/// the history line, and the diagram on the help page. Nothing else looks at a state to decide.
public protocol Lifecycle: Sendable {
  associatedtype State: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Codable
  associatedtype Action: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Codable
  /// What the guards look at; carries the day.
  associatedtype Facts: Sendable
  /// What moves the state by itself; `Void` where nothing does.
  associatedtype Dates: Sendable = Void

  /// The id of the table in the requirements, such as `SM-9`; also the name in Phrases.
  static var name: String { get }
  static var table: [Transition<Self>] { get }
  static var clocks: [Clock<Self>] { get }
}

extension Lifecycle {
  public static var clocks: [Clock<Self>] { [] }

  /// The state on a day: the stored one, moved on by every date that has come.
  public static func state(_ stored: State, _ dates: Dates, on day: JalaliDate) -> State {
    var state = stored
    // Each clock leads forward, so no more steps than clocks are possible.
    for _ in clocks {
      let struck = clocks.first { clock in
        clock.from.contains(state) && (clock.day(dates).map { $0 <= day } ?? false)
      }
      guard let struck else { break }
      state = struck.to
    }
    return state
  }

  /// The state on a day of a record that a day makes by itself: nil before that day.
  ///
  /// - Parameters:
  ///   - stored: Nil while nobody has done anything to the record.
  ///   - dates: The days of its clocks.
  ///   - day: The day asked about.
  /// - Returns: The state on that day.
  public static func state(
    since stored: State?, _ dates: Dates, on day: JalaliDate
  ) -> State? {
    let made = clocks.first { clock in
      clock.from.isEmpty && (clock.day(dates).map { $0 <= day } ?? false)
    }
    return (stored ?? made?.to).map { state($0, dates, on: day) }
  }

  /// Every action of a role in a state, open or closed, in the order of the table.
  ///
  /// Where several lines have the same action, the first that nothing refuses is taken, or the
  /// first of all when each is refused.
  ///
  /// - Parameters:
  ///   - state: The state on the day, `state(_:_:on:)`; nil before the record exists.
  ///   - role: The role of the account; other roles' actions are not shown at all (S0-9).
  ///   - facts: The record and its surroundings on the day.
  ///   - rules: The numbers in force on the day.
  /// - Returns: One choice for each action, with its findings.
  public static func choices(
    in state: State?, for role: Role, facts: Facts, under rules: Rules
  ) -> [Choice<Self>] {
    var choices: [Choice<Self>] = []
    for line in table where line.leaves(state) && line.roles.contains(role) {
      let choice = Choice(line: line, from: state, facts: facts, rules: rules)
      if let index = choices.firstIndex(where: { $0.line.action == line.action }) {
        if !choices[index].isOpen && choice.isOpen { choices[index] = choice }
      } else {
        choices.append(choice)
      }
    }
    return choices
  }

  /// One action of a role in a state; nil when the table has no such line.
  public static func choice(
    of action: Action, in state: State?, for role: Role, facts: Facts, under rules: Rules
  ) -> Choice<Self>? {
    choices(in: state, for: role, facts: facts, under: rules).first { $0.line.action == action }
  }

  /// The papers offered in a state: those of every line that led there or further back on a way
  /// that does not return.
  public static func prints(in state: State) -> [Print] {
    table.flatMap { line -> [Print] in
      guard let to = line.to else { return line.from.contains(state) ? line.prints : [] }
      let isBehind = reach(from: to).contains(state) && !reach(from: state).contains(to)
      return to == state || isBehind ? line.prints : []
    }
  }

  /// Every state that can come after one.
  private static func reach(from start: State) -> Set<State> {
    let steps =
      table.flatMap { line in line.to.map { to in line.from.map { ($0, to) } } ?? [] }
      + clocks.flatMap { clock in clock.from.map { ($0, clock.to) } }
    var found: Set<State> = []
    var open = [start]
    while let state = open.popLast() {
      for (from, to) in steps where from == state && found.insert(to).inserted { open.append(to) }
    }
    return found
  }

  /// Who may do an action in any state: the permission matrix.
  public static func roles(for action: Action) -> Set<Role> {
    table.filter { $0.action == action }.reduce(into: []) { $0.formUnion($1.roles) }
  }
}

/// An action at hand: open, or closed with the reasons.
public struct Choice<Life: Lifecycle>: Sendable {
  public let line: Transition<Life>
  public let from: Life.State?
  public let findings: [Finding]

  init(line: Transition<Life>, from: Life.State?, facts: Life.Facts, rules: Rules) {
    self.line = line
    self.from = from
    findings = line.guards(rules).findings(in: facts)
  }

  public var action: Life.Action { line.action }
  public var isOpen: Bool { findings.allow }

  /// The state afterwards; nil only when nothing is there before or after.
  public var to: Life.State? { line.to ?? from }

  /// What the history keeps of it.
  public var step: LifeStep {
    LifeStep(
      life: Life.name, action: line.action.rawValue, from: from?.rawValue, to: to?.rawValue)
  }
}

/// A line of a record's history: which table, which action, from and to.
public struct LifeStep: Hashable, Sendable, Codable {
  public let life: String
  public let action: String
  /// Nil where the record was made.
  public let from: String?
  public let to: String?

  public init(life: String, action: String, from: String?, to: String?) {
    self.life = life
    self.action = action
    self.from = from
    self.to = to
  }
}
