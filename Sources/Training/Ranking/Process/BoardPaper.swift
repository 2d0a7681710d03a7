public import Persian

/// What boards write to each other and keep: procedures, inquiries, complaints, proposals and
/// periodic reports (S4-10b … S4-10e2).
public struct BoardPaper: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A procedure or circular of the central board, which every board reads.
    case procedure
    /// A question; its answer is one practice for all boards.
    case inquiry
    /// About the performance of a board, answered by the one above.
    case complaint
    /// To amend the rules.
    case proposal
    /// With obstacles and problems, to the board above.
    case report
    /// What a board oversees and supports below it.
    case oversight

    /// Whether somebody has to answer it.
    public var wantsAnswer: Bool { self == .inquiry || self == .complaint || self == .proposal }
  }

  public var id: ID<BoardPaper>
  public var kind: Kind
  public var title: String
  public var text: String
  public var day: JalaliDate
  /// The board that it comes from, or that a complaint is about.
  public var from: ID<Board>
  /// The board that answers or gets it.
  public var to: ID<Board>
  /// Who wrote it.
  public var author: ID<Account>
  public var answer: String
  /// Nil until it is answered.
  public var answered: JalaliDate?

  public init(
    id: ID<BoardPaper>, kind: Kind, title: String, text: String, day: JalaliDate,
    from: ID<Board>, to: ID<Board>, author: ID<Account>, answer: String = "",
    answered: JalaliDate? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.text = text
    self.day = day
    self.from = from
    self.to = to
    self.author = author
    self.answer = answer
    self.answered = answered
  }
}

/// A working group of a board (S4-10i).
public struct WorkingGroup: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case subject, executive
  }

  public var id: ID<WorkingGroup>
  public var board: ID<Board>
  public var kind: Kind
  public var title: String
  /// Names, one a line.
  public var members: String

  public init(id: ID<WorkingGroup>, board: ID<Board>, kind: Kind, title: String, members: String) {
    self.id = id
    self.board = board
    self.kind = kind
    self.title = title
    self.members = members
  }
}
