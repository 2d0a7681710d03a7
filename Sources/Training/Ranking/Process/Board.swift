public import Persian

/// The levels of the boards, the lowest first (S4-10); the raw value is stored.
public enum BoardLevel: String, CaseIterable, Comparable, Hashable, Sendable, Codable {
  case district, province, central

  /// The board that hears appeals and complaints; nil above the central one.
  public var above: BoardLevel? {
    switch self {
    case .district: .province
    case .province: .central
    case .central: nil
    }
  }

  /// The kind of office that the board sits at.
  public var unitKind: Unit.Kind {
    switch self {
    case .district: .district
    case .province: .province
    case .central: .ministry
    }
  }

  private var order: Int {
    switch self {
    case .district: 0
    case .province: 1
    case .central: 2
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  /// The level that has the power to decide on a rank (S4-10a, S4-6j).
  ///
  /// Members of a board go one level up; the central board decides on its own members, without the
  /// one concerned. Staff in administrative jobs go by the place of service alone.
  ///
  /// - Parameters:
  ///   - target: The rank asked for.
  ///   - rules: Whose rules they are.
  ///   - place: The kind of the office that the applicant serves at.
  ///   - membership: The highest board that the applicant is a member of; nil for none.
  /// - Returns: The level of the board.
  public static func competent(
    for target: Rank, _ rules: RankingKind, at place: Unit.Kind, membership: BoardLevel? = nil
  ) -> BoardLevel {
    var level: BoardLevel =
      switch place {
      case .ministry: .central
      case .province: .province
      default: .district
      }
    if rules == .teachers, target == .master { level = max(level, .province) }
    if let membership { level = max(level, membership.above ?? .central) }
    return level
  }
}

/// A board that determines ranks (hay'at-e momayyeze, S4-10).
public struct Board: Hashable, Sendable, Codable {
  public var id: ID<Board>
  public var level: BoardLevel
  /// The office whose people it decides on; one board for each.
  public var unit: ID<Unit>
  public var title: String
  /// Where its secretariat is, in words: no new posts are made for it (S4-10d, S4-10e).
  public var secretariat: String

  public init(
    id: ID<Board>, level: BoardLevel, unit: ID<Unit>, title: String, secretariat: String = ""
  ) {
    self.id = id
    self.level = level
    self.unit = unit
    self.title = title
    self.secretariat = secretariat
  }
}

/// A member of a board, from a day to a day (S4-10j).
public struct BoardMember: Hashable, Sendable, Codable {
  /// The raw value is stored.
  public enum Part: String, CaseIterable, Hashable, Sendable, Codable {
    case chair, viceChair, member

    /// Whether the person may call meetings (S4-10f).
    public var mayInvite: Bool { self != .member }
  }

  public var id: ID<BoardMember>
  public var board: ID<Board>
  public var person: ID<Person>
  public var part: Part
  public var from: JalaliDate
  /// The last day; nil while it lasts.
  public var to: JalaliDate?

  public init(
    id: ID<BoardMember>, board: ID<Board>, person: ID<Person>, part: Part, from: JalaliDate,
    to: JalaliDate? = nil
  ) {
    self.id = id
    self.board = board
    self.person = person
    self.part = part
    self.from = from
    self.to = to
  }

  /// Whether the person belongs to the board on a day.
  public func serves(on day: JalaliDate) -> Bool {
    from <= day && (to.map { day <= $0 } ?? true)
  }
}
