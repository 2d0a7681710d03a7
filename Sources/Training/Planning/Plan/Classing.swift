/// How many learners make how many classes (S2-2.2).
public enum Classing {
  /// The fewest classes into which so many learners fit: ⌈count ÷ maximum⌉, and one at least.
  public static func suggestedCount(learners: Int, maximum: Int?) -> Int {
    guard let maximum, maximum > 0, learners > 0 else { return 1 }
    return (learners + maximum - 1) / maximum
  }
}
