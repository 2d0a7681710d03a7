import FoundationEssentials
import Synchronization
import Training

/// What was typed into forms and not saved, kept for whoever comes back after the line was cut.
///
/// It lies in a file of the person's own, not in the records: nobody else sees it.
public final class DraftShelf: Sendable {
  /// A form that was left half filled.
  public struct Kept: Codable, Equatable, Sendable {
    /// Whose it is.
    public var account: Int64
    /// Which form of which record; equal only where both are as they were.
    public var key: String
    public var title: String
    /// What stood in the fields, by their labels; never a password.
    public var fields: [String: String]
    /// Milliseconds since 1970.
    public var moment: Int64

    public init(
      account: Int64, key: String, title: String, fields: [String: String], moment: Int64
    ) {
      self.account = account
      self.key = key
      self.title = title
      self.fields = fields
      self.moment = moment
    }
  }

  private struct State {
    var all: [Kept]
    /// Those that this session has put there, or goes on with.
    var own: Set<String> = []
  }

  /// More than these nobody comes back to.
  public static let most = 20

  private let state: Mutex<State>
  private let read: @Sendable () -> [UInt8]?
  private let write: @Sendable ([UInt8]) -> Void

  /// - Parameters:
  ///   - read: What was written last, also by another session of the person; what cannot be read
  ///     counts as nothing.
  ///   - write: Keeps the bytes where the person's next session finds them.
  public init(
    read: @escaping @Sendable () -> [UInt8]?, write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    state = Mutex(State(all: Self.decode(read())))
    self.read = read
    self.write = write
  }

  private static func decode(_ bytes: [UInt8]?) -> [Kept] {
    bytes.flatMap { try? JSONDecoder().decode([Kept].self, from: Data($0)) } ?? []
  }

  /// What waits from before for an account, the newest first.
  public func waiting(for account: Int64) -> [Kept] {
    state.withLock { state in
      state.all.filter { $0.account == account && !state.own.contains($0.key) }
        .sorted { $0.moment > $1.moment }
    }
  }

  /// What was typed into a form before; nil for nothing.
  public func kept(_ key: String, for account: Int64) -> Kept? {
    state.withLock { $0.all.first { $0.key == key && $0.account == account } }
  }

  /// Forms that are half filled now take the place of those that were a moment ago.
  public func keep(_ open: [Kept]) {
    let bytes = state.withLock { state -> [UInt8]? in
      let written = Self.decode(read())
      var all = written.filter { kept in
        !state.own.contains(kept.key)
          && !open.contains { $0.key == kept.key && $0.account == kept.account }
      }
      all += open
      state.own = Set(open.map(\.key))
      state.all = Array(all.suffix(Self.most))
      guard state.all != written else { return nil }
      return (try? JSONEncoder().encode(state.all)).map { Array($0) }
    }
    bytes.map(write)
  }
}

extension Portal {
  /// What whoever is signed in typed into a form before and did not save.
  public func kept(_ key: String) -> DraftShelf.Kept? {
    actor.flatMap { drafts?.kept(key, for: $0.account.rawValue) }
  }

  /// The titles of the forms that wait for whoever is signed in, the newest first.
  public var waitingDrafts: [String] {
    guard let actor else { return [] }
    return drafts?.waiting(for: actor.account.rawValue).map(\.title) ?? []
  }

  /// Keeps what is half filled now; of nobody but who is signed in, since strangers fill in forms at
  /// the start screen.
  public func keep(_ forms: [(key: String, title: String, fields: [String: String])]) {
    guard let actor else { return }
    let now = clock.now()
    drafts?.keep(
      forms.map {
        DraftShelf.Kept(
          account: actor.account.rawValue, key: $0.key, title: $0.title, fields: $0.fields,
          moment: now)
      })
  }
}
