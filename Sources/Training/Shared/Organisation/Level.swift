/// The levels of the education organisation, from the top.
public enum Level: Int, CaseIterable, Comparable, Hashable, Sendable {
  case ministry, province, district, school

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
