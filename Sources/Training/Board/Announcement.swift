public import Persian

/// Something on the notice board: a notice, a circular to read and keep, a guide (S0-14).
public struct Announcement: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case notice, circular, guide
  }

  /// A file that goes with it, kept in the records under the digest of its bytes.
  public struct Attachment: Hashable, Sendable, Codable {
    public var name: String
    /// In bytes.
    public var size: Int
    /// SHA-256, 32 bytes.
    public var digest: [UInt8]

    public init(name: String, size: Int, digest: [UInt8]) {
      self.name = name
      self.size = size
      self.digest = digest
    }
  }

  public var id: ID<Announcement>
  public var kind: Kind
  public var title: String
  /// Paragraphs, one a line.
  public var body: String
  /// Stands before the others, with a star.
  public var isStarred: Bool
  /// The first day on which it hangs there.
  public var from: JalaliDate
  /// The last day; nil while it stays.
  public var to: JalaliDate?
  /// The office that hangs it: its own people and those of the units below read it.
  public var unit: ID<Unit>
  /// The roles it is for; empty for everybody.
  public var roles: Set<Role>
  /// The course it announces; nil for others.
  public var request: ID<CourseRequest>?
  /// The class whose learners alone it is for; nil for others.
  public var trainingClass: ID<TrainingClass>?
  public var attachment: Attachment?

  public init(
    id: ID<Announcement> = ID(rawValue: 0), kind: Kind = .notice, title: String, body: String = "",
    isStarred: Bool = false, from: JalaliDate, to: JalaliDate? = nil, unit: ID<Unit>,
    roles: Set<Role> = [], request: ID<CourseRequest>? = nil,
    trainingClass: ID<TrainingClass>? = nil, attachment: Attachment? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.body = body
    self.isStarred = isStarred
    self.from = from
    self.to = to
    self.unit = unit
    self.roles = roles
    self.request = request
    self.trainingClass = trainingClass
    self.attachment = attachment
  }

  /// Whether it hangs on the board on a day.
  public func hangs(on day: JalaliDate) -> Bool {
    from <= day && (to.map { day <= $0 } ?? true)
  }
}
