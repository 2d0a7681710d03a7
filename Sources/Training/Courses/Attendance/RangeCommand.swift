/// A command for several rows of the attendance grid.
public struct RangeCommand: Hashable, Sendable {
  /// What is wrong with a typed command.
  public enum Problem: Hashable, Sendable { case noStatus }
}
