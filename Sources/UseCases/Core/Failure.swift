public import Store
public import Training

/// Why nothing was changed; Phrases has the sentence for each.
public enum Failure: Error, Equatable, Sendable, Codable {
  /// Rules refuse: every finding, with numbers, clause and remedy.
  case refused([Finding])
  /// The role or the unit does not allow it (S0-9); records out of scope count as not there.
  case forbidden
  /// Somebody changed the same cells meanwhile.
  case conflict([Conflict])
  /// What was typed makes no sense for a field; named by the key of the field.
  case complaint(field: String, Complaint)
  /// The records file could not do it.
  case records(StoreError)

  /// One cell with the value this person saw or wanted, and the one that is there now.
  public struct Conflict: Hashable, Sendable, Codable {
    /// The record as the screens name it: a learner's name, a class.
    public var subject: String
    public var field: String
    public var mine: String
    public var theirs: String

    public init(subject: String, field: String, mine: String, theirs: String) {
      self.subject = subject
      self.field = field
      self.mine = mine
      self.theirs = theirs
    }
  }
}

extension Failure {
  /// Any error of a transaction as a failure.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self = error == .notFound ? .forbidden : .records(error)
    default: self = .records(.other(code: 0, message: "\(error)"))
    }
  }
}

extension Failure {
  /// Whether nothing was done because somebody else writes, or nobody does: to be tried again.
  public var isBusy: Bool {
    switch self {
    case .records(.busy), .records(.writerAway): true
    default: false
    }
  }
}

extension [Finding] {
  /// Throws the findings when one of them refuses.
  public func orRefuse() throws(Failure) {
    guard allow else { throw .refused(self) }
  }
}
