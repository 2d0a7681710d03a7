/// An executive agency under oversight: a unit of kind `agency`, and what it needs beside (S5-0b).
public struct Agency: Hashable, Sendable, Codable {
  /// Whose training is overseen; the raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case agency
    /// An accredited centre or institute.
    case institute
    /// A centre of higher education that runs courses for government employees.
    case university
  }

  /// The id of its unit, which is also the id of its row.
  public var id: ID<Unit>
  public var kind: Kind
  /// Whether completed courses may be read from a workbook (SM-22).
  public var isUploadOpen: Bool

  public init(id: ID<Unit>, kind: Kind = .agency, isUploadOpen: Bool = false) {
    self.id = id
    self.kind = kind
    self.isUploadOpen = isUploadOpen
  }
}

/// A workbook of completed courses that an agency read in, kept with what came of it.
public struct CompletedImport: Hashable, Sendable, Codable {
  public var id: ID<CompletedImport>
  public var agency: ID<Unit>
  public var file: Attachment
  /// Milliseconds since 1970, UTC.
  public var moment: Int64
  public var accepted: Int
  public var rejected: Int

  public init(
    id: ID<CompletedImport>, agency: ID<Unit>, file: Attachment, moment: Int64, accepted: Int,
    rejected: Int
  ) {
    self.id = id
    self.agency = agency
    self.file = file
    self.moment = moment
    self.accepted = accepted
    self.rejected = rejected
  }
}
