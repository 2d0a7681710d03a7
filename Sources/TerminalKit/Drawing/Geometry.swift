/// The number of rows and columns of a screen or a part of it, in cells.
public struct Size: Hashable, Sendable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// True when a screen made for `other` fits.
  public func holds(_ other: Size) -> Bool {
    rows >= other.rows && columns >= other.columns
  }
}

/// A cell in reading order: row 0 is the top, column 0 the leading (right) edge.
public struct Point: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells in reading order.
public struct Rect: Hashable, Sendable {
  public var origin: Point
  public var size: Size

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    origin = Point(row: row, column: column)
    size = Size(rows: max(0, rows), columns: max(0, columns))
  }

  public var rows: Range<Int> { origin.row..<origin.row + size.rows }
  public var columns: Range<Int> { origin.column..<origin.column + size.columns }
  public var isEmpty: Bool { size.rows == 0 || size.columns == 0 }

  public func contains(_ point: Point) -> Bool {
    rows.contains(point.row) && columns.contains(point.column)
  }

  /// The part both rectangles cover; empty when they do not touch.
  public func intersection(_ other: Rect) -> Rect {
    let row = max(origin.row, other.origin.row)
    let column = max(origin.column, other.origin.column)
    return Rect(
      row: row, column: column,
      rows: min(rows.upperBound, other.rows.upperBound) - row,
      columns: min(columns.upperBound, other.columns.upperBound) - column)
  }

  /// The rectangle without `cells` cells at each of its four edges.
  public func inset(by cells: Int) -> Rect {
    Rect(
      row: origin.row + cells, column: origin.column + cells,
      rows: size.rows - 2 * cells, columns: size.columns - 2 * cells)
  }
}
