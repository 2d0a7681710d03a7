import Synchronization

/// How far a piece of long work is, shared between the work and the screen that shows it.
public final class Progress: Sendable {
  public struct Snapshot: Equatable, Sendable {
    public var done: Int
    /// 0 while the total is not known.
    public var total: Int
    public var isCancelled: Bool
  }

  private let state = Mutex(Snapshot(done: 0, total: 0, isCancelled: false))

  private let isEnough: @Sendable (Snapshot) -> Bool

  /// `isEnough` is asked with each report; where it says so the work is stopped there.
  public init(cancellingWhen isEnough: @escaping @Sendable (Snapshot) -> Bool = { _ in false }) {
    self.isEnough = isEnough
  }

  public var snapshot: Snapshot { state.withLock { $0 } }
  public var isCancelled: Bool { snapshot.isCancelled }

  public func report(_ done: Int, of total: Int) {
    let snapshot = state.withLock {
      $0.done = done
      $0.total = total
      return $0
    }
    if isEnough(snapshot) { cancel() }
  }

  public func cancel() { state.withLock { $0.isCancelled = true } }
}
