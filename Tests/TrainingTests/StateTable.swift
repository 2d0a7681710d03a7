import Foundation
import Training

/// A state table as the requirements have it, out of `StateTables/SM-*.txt`.
///
/// A file holds the lines of the table as they stand there, five columns between bars: state, event,
/// actor, guard, next. Above them a legend says which name of the program stands for each word:
///
/// ```
/// # a comment
/// state WORDS = state, state      what the first and the last column call these states
/// event WORDS = action            likewise; needed only where the word is not the action itself
/// actor WORDS = CODE, CODE        only where the column is not codes with strokes between them
/// – | EVENT | ACTOR | GUARD | NEXT
/// ours STATE | EVENT | ACTOR | REASON | NEXT
/// ```
///
/// Several states, or several events with as many next states, stand with ` / ` between them; `–`
/// is a record that is not there yet, `unchanged` and `(session)` leave the state as it is. The
/// actor `system` is a date that has come: a clock of the lifecycle. A line that the requirements do
/// not have begins with `ours`, and says why in the column of the guard.
struct StateTable {
  /// A step between two states, by role: what files and lifecycles are compared as.
  struct Step: Hashable, CustomStringConvertible {
    /// Empty before the record exists.
    var from: String
    /// Empty where a date causes it.
    var action: String
    /// A role; empty where a date causes it.
    var role: String
    var to: String

    var description: String { "\(from) | \(action) | \(role) | \(to)" }
  }

  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  private(set) var steps: Set<Step> = []
  private var states: [String: [String]] = [:]
  private var events: [String: String] = [:]
  private var actors: [String: [String]] = [:]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("StateTables")

  /// The names of the tables that have a file.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
  }

  init(named name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
      if line.contains(" | ") {
        let isOurs = line.hasPrefix("ours ")
        try read(columns: isOurs ? String(line.dropFirst(5)) : line, needsReason: isOurs)
      } else {
        try read(legend: line)
      }
    }
  }

  private mutating func read(legend line: String) throws {
    guard let blank = line.firstIndex(of: " "), let sign = line.range(of: " = ") else {
      throw Problem(description: "neither a legend nor a line: \(line)")
    }
    let words = String(line[line.index(after: blank)..<sign.lowerBound])
    let names = line[sign.upperBound...].components(separatedBy: ", ")
    switch line[..<blank] {
    case "state": states[words] = names
    case "event": events[words] = names[0]
    case "actor": actors[words] = names
    default: throw Problem(description: "not a word of the legend: \(line)")
    }
  }

  private mutating func read(columns line: String, needsReason: Bool) throws {
    let cells = line.components(separatedBy: " | ")
    guard cells.count == 5, !needsReason || cells[3].count > 8 else {
      throw Problem(description: "five columns are needed: \(line)")
    }
    let from = cells[0] == "–" ? [""] : try states(of: cells[0])
    let roles = try roles(of: cells[2])
    let isClock = roles == [""]
    let actions = isClock ? [""] : parts(of: cells[1], in: events).map { events[$0] ?? $0 }
    let isStill = ["unchanged", "(session)"].contains(cells[4])
    let next = isStill ? [] : try states(of: cells[4])
    guard isStill || next.count == 1 || next.count == actions.count else {
      throw Problem(description: "as many next states as events are needed: \(line)")
    }
    for state in from {
      for (index, action) in actions.enumerated() {
        let to = isStill ? state : next[next.count == 1 ? 0 : index]
        for role in roles {
          steps.insert(Step(from: state, action: action, role: role, to: to))
        }
      }
    }
  }

  /// Words with strokes between them, unless the legend has them as they are.
  private func parts<Meaning>(of text: String, in legend: [String: Meaning]) -> [String] {
    legend[text] != nil ? [text] : text.components(separatedBy: " / ")
  }

  private func states(of text: String) throws -> [String] {
    try parts(of: text, in: states).flatMap { words in
      guard let names = states[words] else {
        throw Problem(description: "the legend does not know the state \(words)")
      }
      return names
    }
  }

  private func roles(of text: String) throws -> [String] {
    let codes = actors[text] ?? text.components(separatedBy: "/")
    return try codes.flatMap { code -> [String] in
      if code == "system" { return [""] }
      if code == "*" { return Role.withAccounts.map(\.rawValue) }
      guard let role = Self.codes[code] else {
        throw Problem(description: "no role for the actor \(code)")
      }
      return [role.rawValue]
    }
  }

  /// The actors of the requirements (§1.2) by the role that they log in with.
  ///
  /// Committees and offices that answer on paper are recorded by the expert (EXP).
  private static let codes: [String: Role] = [
    "LRN": .learner, "EXP": .expert, "PRV": .provincialExpert, "MIN": .ministryExpert,
    "MGR": .courseManager, "INS": .instructor, "NGP": .principal, "OVS": .oversight,
    "ASR": .assessor, "CTR": .qualityCentre,
    "BDS": .boardSecretary, "BDM": .boardMember, "HR": .personnelOffice,
    "LIA": .liaison, "AGM": .agencyManager, "ADM": .administrator, "APP": .visitor,
  ]
}

extension StateTable.Step {
  /// What a lifecycle of the program says, in the same form.
  static func all<Life: Lifecycle>(of life: Life.Type) -> Set<Self> {
    var steps: Set<Self> = []
    for line in Life.table {
      let from = line.isCreation ? [""] : line.from.map(\.rawValue)
      for state in from {
        for role in line.roles {
          steps.insert(
            Self(
              from: state, action: line.action.rawValue, role: role.rawValue,
              to: line.to?.rawValue ?? state))
        }
      }
    }
    for clock in Life.clocks {
      for state in clock.from.isEmpty ? [""] : clock.from.map(\.rawValue) {
        steps.insert(Self(from: state, action: "", role: "", to: clock.to.rawValue))
      }
    }
    return steps
  }
}
