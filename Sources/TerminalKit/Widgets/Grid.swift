/// A sheet of cells with frozen columns on both sides and a frozen header.
///
/// The grid knows places, not values: the screen draws each cell in sight and answers what is
/// typed on the current one.
public struct Grid: Sendable {
  /// A column: the lines of its header, its width in cells.
  public struct Column: Equatable, Sendable {
    public var title: [String]
    public var width: Int
    public var alignment: Frame.Alignment
    public var tone: Tone

    public init(
      _ title: [String], width: Int, alignment: Frame.Alignment = .leading, tone: Tone = .heading
    ) {
      self.title = title
      self.width = width
      self.alignment = alignment
      self.tone = tone
    }
  }

  /// A place in the sheet; rows and columns count from 0 in each part.
  public enum Place: Hashable, Sendable {
    /// In the columns at the leading edge: numbers, names.
    case frozen(row: Int, column: Int)
    /// In the part that scrolls and holds the cursor.
    case body(row: Int, column: Int)
    /// In the columns at the trailing edge: sums.
    case total(row: Int, column: Int)
  }

  /// What a cell shows.
  public struct Cell: Equatable, Sendable {
    public var text: String
    public var tone: Tone

    public init(_ text: String, tone: Tone = .body) {
      self.text = text
      self.tone = tone
    }
  }

  public var frozen: [Column]
  public var columns: [Column]
  public var totals: [Column]
  public var rowCount: Int
  private var rows = ListCursor()
  public private(set) var column = 0

  public init(frozen: [Column], columns: [Column], totals: [Column] = [], rowCount: Int) {
    self.frozen = frozen
    self.columns = columns
    self.totals = totals
    self.rowCount = rowCount
  }

  public var row: Int { min(rows.row, max(0, rowCount - 1)) }

  /// The place of the cursor; nil while there are no cells.
  public var cursor: (row: Int, column: Int)? {
    rowCount > 0 && !columns.isEmpty ? (row, min(column, columns.count - 1)) : nil
  }

  public mutating func move(toRow row: Int, column: Int) {
    rows.go(to: row, of: rowCount)
    self.column = max(0, min(column, columns.count - 1))
  }

  /// The next row, at the end the first row of the next column: marking goes down the names.
  public mutating func advance() {
    if row + 1 < rowCount {
      move(toRow: row + 1, column: column)
    } else if column + 1 < columns.count {
      move(toRow: 0, column: column + 1)
    }
  }

  /// Moves; false when the input is no movement.
  @discardableResult
  public mutating func handle(_ input: WidgetInput) -> Bool {
    if case .click(let point) = input { return click(point) }
    guard case .navigate(let navigation) = input else { return false }
    let last = max(0, columns.count - 1)
    switch navigation {
    case .left, .next: move(toRow: row, column: column + 1)
    case .right, .previous: move(toRow: row, column: column - 1)
    case .wordLeft: move(toRow: row, column: column + screenful)
    case .wordRight: move(toRow: row, column: column - screenful)
    case .home: move(toRow: row, column: 0)
    case .end: move(toRow: row, column: last)
    case .first: move(toRow: 0, column: 0)
    case .last: move(toRow: rowCount - 1, column: last)
    case .up, .down, .pageUp, .pageDown: return rows.move(navigation, count: rowCount)
    default: return false
    }
    return true
  }

  /// Puts the cursor on the cell under the mouse.
  private mutating func click(_ point: Point) -> Bool {
    let shown = rows.viewport.shown
    let widths = columns.map(\.width)
    let start = point.column - extent(frozen)
    let places = ColumnLayout.places(widths, from: shown.leading, in: shown.columns)
    guard let row = rows.row(atLine: point.row - header, of: rowCount),
      let column = places.last(where: { $0.at <= start })?.column, start < shown.columns
    else { return false }
    move(toRow: row, column: column)
    return true
  }

  /// The rows of the header.
  private var header: Int {
    var lines = 1
    for part in [frozen, columns, totals] {
      for column in part { lines = max(lines, column.title.count) }
    }
    return lines
  }

  /// The columns of a page: those in sight, but one that stays.
  private var screenful: Int {
    max(1, visibleColumns(room: rows.viewport.shown.columns).count - 1)
  }

  private func visibleColumns(room: Int) -> Range<Int> {
    let widths = columns.map(\.width)
    let first = ColumnLayout.first(
      showing: min(column, max(0, columns.count - 1)), of: widths,
      from: rows.viewport.shown.leading, in: room)
    let places = ColumnLayout.places(widths, from: first, in: room)
    // A column cut by the totals would be misread: only whole ones, or one that cannot be whole.
    let whole = places.prefix { $0.at + widths[$0.column] <= room }
    return first..<first + max(min(1, places.count), whole.count)
  }

  /// All that a picture of the grid depends on but its cursor: what is in sight, and the content.
  public struct Picture<Content: Equatable & Sendable>: Equatable, Sendable {
    let bands: [Band.Heading]
    let rows: Range<Int>
    let content: Content
  }

  /// Draws what is in sight; `cell` is asked for each cell of it.
  public func view(in frame: inout Frame, at area: Rect, cell: (Place) -> Cell) {
    let places = places(in: area)
    frame.draw(in: area) { part in
      places.draw(in: &part, cell)
      drawCursor(in: &part, places, cell)
    }
  }

  /// Draws what is in sight; `cell` is asked only when something else than the cursor has moved.
  ///
  /// - Parameters:
  ///   - frame: The picture.
  ///   - area: Where in it.
  ///   - kept: What was drawn last.
  ///   - content: All that the cells are made of.
  ///   - cell: What a cell shows.
  public func view<Content>(
    in frame: inout Frame, at area: Rect, keeping kept: KeptPart<Picture<Content>>,
    of content: Content, cell: (Place) -> Cell
  ) {
    let places = places(in: area)
    let picture = Picture(
      bands: places.bands.map(\.heading), rows: places.rows, content: content)
    frame.draw(in: area) { part in
      part.draw(in: part.bounds, keeping: kept, of: picture) { places.draw(in: &$0, cell) }
      drawCursor(in: &part, places, cell)
    }
  }

  /// Which rows and columns are in sight, and where.
  private func places(in area: Rect) -> Places {
    let header = header
    let width = area.size.columns
    let lead = extent(frozen)
    let trail = min(extent(totals), max(0, width - lead))
    let room = max(0, width - lead - trail)
    let shown = visibleColumns(room: room)
    rows.viewport.note(leading: shown.lowerBound, columns: room)
    var current = rows
    current.go(to: row, of: rowCount)
    return Places(
      header: header, rows: current.visible(of: rowCount, rows: area.size.rows - header),
      frozen: Band(frozen, in: 0..<lead) { .frozen(row: $0, column: $1) },
      body: Band(
        Array(columns[shown.clamped(to: columns.indices)]), from: shown.lowerBound,
        in: lead..<lead + room
      ) { .body(row: $0, column: $1) },
      totals: Band(totals, in: width - trail..<width) { .total(row: $0, column: $1) })
  }

  private func extent(_ columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.width + 1 }
  }

  /// The cell under the cursor, over what its row shows there, and the signs.
  private func drawCursor(in part: inout Frame, _ places: Places, _ cell: (Place) -> Cell) {
    defer { drawSigns(in: &part, places.body) }
    guard let cursor, places.rows.contains(cursor.row) else { return }
    let line = places.header + cursor.row - places.rows.lowerBound
    // A sign before the name of the row; the name itself would be sent at every step.
    if let first = frozen.first {
      part.put("◄", at: Point(row: line, column: first.width), tone: .body)
    }
    guard let start = places.body.start(of: cursor.column - places.body.first) else { return }
    let column = columns[cursor.column]
    let cell = cell(.body(row: cursor.row, column: cursor.column))
    part.draw(in: places.body.region(row: line, rows: 1)) { part in
      // As wide as what stands in it and a cell on either side: a step then sends little.
      var shown = Rect(row: 0, column: start, rows: 1, columns: column.width)
      let taken = min(part.cells(in: cell.text), column.width)
      if column.alignment == .centre {
        let spare = max(0, (column.width - taken) / 2 - 1)
        shown = Rect(
          row: 0, column: start + spare, rows: 1, columns: min(column.width - spare, taken + 2))
      }
      part.fill(shown, .selected)
      part.write(
        cell.text, at: Point(row: 0, column: start), width: column.width, tone: .selected,
        align: column.alignment)
      let caret = column.alignment == .centre ? (column.width - taken) / 2 : 0
      part.cursor = Point(row: 0, column: start + caret)
    }
  }

  /// Says in the header's last line that there is more on either side.
  private func drawSigns(in part: inout Frame, _ body: Band) {
    guard !body.room.isEmpty, body.room.lowerBound > 0 else { return }
    if body.first > 0 {
      part.put("→", at: Point(row: 0, column: body.room.lowerBound - 1), tone: .key)
    }
    if body.first + body.columns.count < columns.count {
      part.put("←", at: Point(row: 0, column: body.room.upperBound - 1), tone: .key)
    }
  }
}
