/// The number of rows and columns of a screen or a part of it, in cells.
public struct Size: Hashable, Sendable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
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
}
