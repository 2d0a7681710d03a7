/// What is taken down of each learner at the first session: the signature on the form, and what the
/// learner needs of the host (S2-7.7a, S2-7.7c).
public struct FirstSessionTicks: Hashable, Sendable, Codable {
  public enum Column: String, CaseIterable, Hashable, Sendable, Codable {
    case signature, lodging, lunch, dinner
  }

  public private(set) var columns: Set<Column>

  public init(_ columns: Set<Column> = []) { self.columns = columns }

  public subscript(_ column: Column) -> Bool {
    get { columns.contains(column) }
    set {
      if newValue { columns.insert(column) } else { columns.remove(column) }
    }
  }
}

/// How many learners a class begins with, for the rules of its first session.
public struct StartFacts: Hashable, Sendable {
  public var learners: Int
  /// Signatures on the form; nil before any is taken down.
  public var signed: Int?
  /// People who sit in the class without being registered.
  public var unregistered: Int
  public var mode: DeliveryMode

  public init(learners: Int, signed: Int? = nil, unregistered: Int = 0, mode: DeliveryMode) {
    self.learners = learners
    self.signed = signed
    self.unregistered = unregistered
    self.mode = mode
  }

  /// What is reported to the expert at once.
  public static func policies(under rules: Rules) -> [any Policy<StartFacts>] {
    [EnoughLearners(rules: rules), EverybodyRegistered()]
  }
}

/// A class begins with its least number of learners, on the list and in the room (S2-7.7b).
public struct EnoughLearners: Policy {
  public static let clause = Clause.belowMinimum
  let rules: Rules
  public init(rules: Rules) { self.rules = rules }

  public func findings(in facts: StartFacts) -> [Finding] {
    let minimum = rules.classMinimum(facts.mode)
    if facts.learners < minimum {
      return [
        warning(.training(.belowMinimum(facts.learners, minimum: minimum)), remedy: .ask(.expert))
      ]
    }
    guard let signed = facts.signed, signed < minimum else { return [] }
    return [warning(.training(.fewSigned(signed, minimum: minimum)), remedy: .ask(.expert))]
  }
}

/// Whoever attends is registered, or the expert is told (S2-7.7b).
public struct EverybodyRegistered: Policy {
  public static let clause = Clause.belowMinimum
  public init() {}

  public func findings(in facts: StartFacts) -> [Finding] {
    facts.unregistered == 0
      ? [] : [warning(.training(.unregistered(facts.unregistered)), remedy: .ask(.expert))]
  }
}
