/// What rows are ordered by; numbers come before text, nothing comes last.
public enum SortKey: Hashable, Comparable, Sendable {
  case number(Int)
  /// Compared as it is: a collation key, or digits of one length.
  case text(String)
  case nothing
}

/// A column of a table: its title, its width, and how a row shows in it.
public struct Column<Row: Sendable>: Sendable {
  public var title: String
  /// Cells of the terminal; 0 takes an equal share of what is left.
  public var width: Int
  public var alignment: Frame.Alignment
  /// The direction of the text: `ltr` for codes, so that their parts keep their order.
  public var direction: Frame.Direction
  public var text: @Sendable (Row) -> String
  /// nil when the table cannot be sorted by this column.
  public var sortKey: (@Sendable (Row) -> SortKey)?
  /// What the cell means, where it is not simply body text.
  public var tone: (@Sendable (Row) -> Tone)?

  public init(
    _ title: String, width: Int = 0, alignment: Frame.Alignment = .leading,
    direction: Frame.Direction = .rtl, sortedBy sortKey: (@Sendable (Row) -> SortKey)? = nil,
    tone: (@Sendable (Row) -> Tone)? = nil, text: @escaping @Sendable (Row) -> String
  ) {
    self.title = title
    self.width = width
    self.alignment = alignment
    self.direction = direction
    self.sortKey = sortKey
    self.tone = tone
    self.text = text
  }
}

/// Shares out the width of a table among its columns.
enum ColumnLayout {
  /// Narrowest share of a column without a width of its own.
  static let least = 8

  /// The widths of columns, one cell between each two; the open ones share what is left.
  static func widths(_ wanted: [Int], in room: Int) -> [Int] {
    let open = wanted.count { $0 == 0 }
    guard open > 0 else { return wanted }
    let taken = wanted.reduce(0, +) + max(0, wanted.count - 1)
    let share = max(least, (room - taken) / open)
    var surplus = max(0, room - taken - share * open)
    return wanted.map { width in
      guard width == 0 else { return width }
      defer { surplus = max(0, surplus - 1) }
      return share + (surplus > 0 ? 1 : 0)
    }
  }

  /// The columns in sight from `first` on, with their leading cells.
  static func places(_ widths: [Int], from first: Int, in room: Int) -> [(column: Int, at: Int)] {
    var places: [(column: Int, at: Int)] = []
    var start = 0
    for column in widths.indices.dropFirst(first) {
      guard start < room else { break }
      places.append((column, start))
      start += widths[column] + 1
    }
    return places
  }

  /// The first column to show so that `wanted` is whole in sight, as near to `old` as possible.
  static func first(showing wanted: Int, of widths: [Int], from old: Int, in room: Int) -> Int {
    var first = max(0, min(old, wanted))
    while first < wanted, widths[first...wanted].reduce(wanted - first, +) > room { first += 1 }
    return first
  }
}
