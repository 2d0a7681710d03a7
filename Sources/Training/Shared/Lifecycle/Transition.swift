/// One line of a state table: from where, what, who, under which rules, to where.
public struct Transition<Life: Lifecycle>: Sendable {
  /// The states it leaves; empty for the line that makes the record.
  public let from: [Life.State]
  public let action: Life.Action
  public let roles: Set<Role>
  /// The state it leads to; nil leaves the state as it is.
  public let to: Life.State?
  public let traits: LineTraits
  /// What is offered for printing afterwards.
  public let prints: [Print]
  /// The rules that must find nothing to refuse.
  public let guards: @Sendable (Rules) -> [any Policy<Life.Facts>]

  public init(
    _ from: [Life.State], _ action: Life.Action, by roles: Set<Role>, to: Life.State?,
    _ traits: LineTraits = [], prints: [Print] = [],
    guards: @escaping @Sendable (Rules) -> [any Policy<Life.Facts>] = { _ in [] }
  ) {
    self.from = from
    self.action = action
    self.roles = roles
    self.to = to
    self.traits = traits
    self.prints = prints
    self.guards = guards
  }

  public var isCreation: Bool { from.isEmpty }

  /// Whether the line leaves a state; nil is a record that is not there yet.
  public func leaves(_ state: Life.State?) -> Bool {
    guard let state else { return isCreation }
    return from.contains(state)
  }
}

/// The papers of a line; a report or letter of the same name makes each.
public enum Print: String, CaseIterable, Hashable, Sendable, Codable {
  case coursePermit, announcement, classList, attendanceList, introductionLetter, missionOrder
  case certificate
  case attendanceSlips, instructorReminder
  case applicantReceipt, securityInquiry
}

/// What the screens and the journal must know of a line of a state table.
public struct LineTraits: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The inverse changeset may be applied, while nothing has moved on.
  public static let undoable = LineTraits(rawValue: 1)
  /// A reason is asked for and kept.
  public static let needsReason = LineTraits(rawValue: 2)
  /// Asks for confirmation first (S0-17).
  public static let dangerous = LineTraits(rawValue: 4)
  /// Performed by the program as part of another action, never offered by itself.
  public static let automatic = LineTraits(rawValue: 8)
}
