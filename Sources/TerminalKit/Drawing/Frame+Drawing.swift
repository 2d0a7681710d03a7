extension Frame {
  /// Blanks a rectangle, or fills it with one sign of the Basic Multilingual Plane.
  public mutating func fill(_ rect: Rect, _ tone: Tone = .body, with sign: Unicode.Scalar = " ") {
    let cell = Cell(run: 0, value: UInt16(exactly: sign.value) ?? 0x20, tone: tone)
    change(rect) { $0 = cell }
  }

  /// Changes what a rectangle means and leaves its text.
  public mutating func restyle(_ rect: Rect, _ tone: Tone) {
    change(rect) { $0.tone = tone }
  }

  /// Draws what is there back, for a dialog that comes to stand on it.
  public mutating func dim() {
    restyle(bounds, .dimmed)
    cursor = nil
  }

  /// Puts one sign of width 1 in its own cell, outside any ordering of text.
  ///
  /// Corners and tees are written as in a left-to-right picture: `┌` is the leading corner;
  /// `Raster` mirrors them together with the columns.
  public mutating func put(_ sign: Unicode.Scalar, at point: Point, tone: Tone = .border) {
    fill(Rect(row: point.row, column: point.column, rows: 1, columns: 1), tone, with: sign)
  }

  public mutating func horizontalLine(at point: Point, columns: Int, tone: Tone = .border) {
    fill(Rect(row: point.row, column: point.column, rows: 1, columns: columns), tone, with: "─")
  }

  public mutating func verticalLine(at point: Point, rows: Int, tone: Tone = .border) {
    fill(Rect(row: point.row, column: point.column, rows: rows, columns: 1), tone, with: "│")
  }

  /// Draws a border along the inside of a rectangle, with a title in its upper edge.
  ///
  /// - Parameters:
  ///   - rect: Smaller than 2 × 2 draws nothing.
  ///   - title: Cut to the edge; nil draws the edge alone.
  ///   - tone: What the border means.
  public mutating func box(_ rect: Rect, title: String? = nil, tone: Tone = .border) {
    guard rect.size.rows > 1, rect.size.columns > 1 else { return }
    let (top, bottom) = (rect.origin.row, rect.rows.upperBound - 1)
    let (leading, trailing) = (rect.origin.column, rect.columns.upperBound - 1)
    for row in [top, bottom] {
      horizontalLine(
        at: Point(row: row, column: leading + 1), columns: rect.size.columns - 2, tone: tone)
    }
    for column in [leading, trailing] {
      verticalLine(at: Point(row: top + 1, column: column), rows: rect.size.rows - 2, tone: tone)
    }
    put("┌", at: Point(row: top, column: leading), tone: tone)
    put("┐", at: Point(row: top, column: trailing), tone: tone)
    put("└", at: Point(row: bottom, column: leading), tone: tone)
    put("┘", at: Point(row: bottom, column: trailing), tone: tone)
    if let title, rect.size.columns > 6 {
      write(
        " \(title) ", at: Point(row: top, column: leading + 2), width: rect.size.columns - 4,
        tone: .title)
    }
  }

  private mutating func change(_ rect: Rect, _ edit: (inout Cell) -> Void) {
    let place = absolute(rect.origin)
    let touched = clip.intersection(
      Rect(
        row: place.row, column: place.column, rows: rect.size.rows, columns: rect.size.columns))
    guard !touched.isEmpty else { return }
    for row in touched.rows {
      let start = row * whole.columns
      for column in touched.columns { edit(&cells[start + column]) }
    }
  }
}
