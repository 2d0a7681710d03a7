/// Up to four combining marks, kept inline.
///
/// A cell holds no more: ncurses drops the fifth silently (`CCHARW_MAX` is 5 with the base).
public struct Marks: Hashable, BitwiseCopyable, Sendable {
  public static let limit = 4

  // 21 bits a mark, three in `low`; 0 is no mark.
  private var low: UInt64 = 0
  private var high: UInt32 = 0

  public init() {}

  public var isEmpty: Bool { low == 0 }

  public var count: Int {
    if low == 0 { return 0 }
    if low >> 21 == 0 { return 1 }
    if low >> 42 == 0 { return 2 }
    return high == 0 ? 3 : 4
  }

  /// The scalar of a mark.
  ///
  /// - Parameter place: 0 to `count - 1`.
  public subscript(place: Int) -> UInt32 {
    place == 3 ? high : UInt32(truncatingIfNeeded: low >> UInt64(21 * place) & 0x1F_FFFF)
  }

  /// Adds a mark; the fifth and later ones are dropped.
  public mutating func append(_ mark: UInt32) {
    switch count {
    case 0: low = UInt64(mark)
    case 1: low |= UInt64(mark) << 21
    case 2: low |= UInt64(mark) << 42
    case 3: high = mark
    default: break
    }
  }
}

/// What one place on the screen shows: a scalar with its marks, in one or two cells.
public struct Glyph: Hashable, BitwiseCopyable, Sendable {
  public var marks: Marks
  /// The scalar to send: joined, mirrored, its digit chosen.
  ///
  /// Never a control or format character.
  public var base: UInt32
  /// The number of the logical cluster it shows.
  public var cluster: Int32
  /// Cells: 1 or 2, or what a tab fills.
  public var width: UInt8
  /// The embedding level (UAX #9); odd is right to left.
  public var level: UInt8

  public init(base: UInt32, marks: Marks = Marks(), width: UInt8, level: UInt8, cluster: Int32) {
    self.base = base
    self.marks = marks
    self.width = width
    self.level = level
    self.cluster = cluster
  }
}

/// A letter with its marks and the format characters after it: what is never split.
public struct Cluster: Hashable, BitwiseCopyable, Sendable {
  public internal(set) var glyph: Glyph
  /// The place of its first scalar in the text.
  public internal(set) var start: Int32
  /// What the text is at this place.
  public internal(set) var traits: Traits

  /// Properties of a cluster.
  public struct Traits: OptionSet, Hashable, BitwiseCopyable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space, where a line may be broken and left out at its end.
    public static let space = Self(rawValue: 1)
    /// A tab or paragraph separator (UAX #9, L1).
    public static let separator = Self(rawValue: 2)
    /// A half-space follows; a line may be broken after it.
    public static let halfSpace = Self(rawValue: 4)
    /// Its last letter is joined to the next cluster.
    public static let joinsNext = Self(rawValue: 8)
    /// A letter or digit, part of a word.
    public static let word = Self(rawValue: 16)
    /// Format characters alone, with no cell.
    public static let empty = Self(rawValue: 32)
    /// A sign shown in place of a control or the like.
    public static let substituted = Self(rawValue: 64)
  }
}
