import FoundationEssentials
public import Persian

/// Every edition of the regulations' numbers; `inForce(on:)` picks those of a day.
public struct RuleBook: Hashable, Sendable {
  /// Why values do not make a rule book.
  public enum Problem: Error, Hashable, Sendable {
    /// The bytes are not the JSON of an edition; the text says where, in English.
    case unreadable(String)
    case missing(RuleKey)
    case wrongUnit(key: String, expected: RuleValue.Unit)
    case notPositive(key: String)
    case notADay(key: String)
    case unsourced(key: String)
    /// Two values of one key begin on the same day.
    case doubled(key: String, from: JalaliDate)
  }

  /// By key, the oldest first.
  private let values: [String: [RuleValue]]

  /// - Throws: the first `Problem` found; every `RuleKey` must have a value of its unit.
  public init(_ values: [RuleValue]) throws(Problem) {
    var sorted: [String: [RuleValue]] = [:]
    for value in values.sorted(by: { $0.from < $1.from }) {
      let least = RuleKey(rawValue: value.key)?.mayBeNothing == true ? 0 : 1
      guard value.value.numerator >= least else { throw .notPositive(key: value.key) }
      guard value.unit != .date || value.date != nil else { throw .notADay(key: value.key) }
      guard !value.source.isEmpty else { throw .unsourced(key: value.key) }
      if sorted[value.key]?.last?.from == value.from {
        throw .doubled(key: value.key, from: value.from)
      }
      sorted[value.key, default: []].append(value)
    }
    for key in RuleKey.allCases {
      guard let found = sorted[key.rawValue] else { throw .missing(key) }
      if let wrong = found.first(where: { $0.unit != key.unit }) {
        throw .wrongUnit(key: wrong.key, expected: key.unit)
      }
    }
    self.values = sorted
  }

  /// The values of one file of Assets/Editions.
  public static func values(decoding bytes: [UInt8]) throws(Problem) -> [RuleValue] {
    do {
      return try JSONDecoder().decode([RuleValue].self, from: Data(bytes))
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// The numbers that hold on a day; before the first edition, those of the first.
  public func inForce(on day: JalaliDate) -> Rules {
    Rules(
      day: day,
      values: values.compactMapValues { editions in
        editions.last { $0.from <= day } ?? editions.first
      })
  }

  /// All values, by key and day: the administrator's table.
  public var all: [RuleValue] { values.keys.sorted().flatMap { values[$0] ?? [] } }
}
