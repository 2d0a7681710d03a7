/// The five ranks of teachers, the lowest first (S4-3a); the raw value is stored.
public enum Rank: Int, CaseIterable, Comparable, Hashable, Sendable, Codable {
  /// Amuzeshyar-e mo'allem.
  case trainer = 1
  /// Morabbi-ye mo'allem.
  case instructor
  /// Ostadyar-e mo'allem.
  case assistant
  /// Daneshyar-e mo'allem.
  case associate
  /// Ostad-e mo'allem.
  case master

  /// The next higher one; nil above the highest.
  public var next: Rank? { Rank(rawValue: rawValue + 1) }

  /// The next lower one; nil below the lowest.
  public var previous: Rank? { Rank(rawValue: rawValue - 1) }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a case is about (S4-4): the raw value is stored, a code of the list `ranking-phase`.
public enum RankingPhase: String, CaseIterable, Hashable, Sendable, Codable {
  case establishment, promotion, reassessment
}

/// Whose regulations a rule set holds; the raw value is stored.
public enum RankingKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Educational staff in administrative posts (S3).
  case staff
  /// Teachers under the bylaw (S4).
  case teachers
}
