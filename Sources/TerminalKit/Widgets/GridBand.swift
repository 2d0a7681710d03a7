extension Grid {
  /// Columns that stand together: the frozen ones, those in sight of the sheet, the sums.
  struct Band {
    let columns: [Column]
    /// The number of the first of them in its part of the sheet.
    let first: Int
    /// The columns of the picture they have.
    let room: Range<Int>
    let place: (Int, Int) -> Place

    init(
      _ columns: [Column], from first: Int = 0, in room: Range<Int>,
      place: @escaping (Int, Int) -> Place
    ) {
      self.columns = columns
      self.first = first
      self.room = room
      self.place = place
    }

    /// What the header shows, and where the cells under it stand.
    struct Heading: Equatable, Sendable {
      let columns: [Column]
      let room: Range<Int>
    }

    var heading: Heading { Heading(columns: columns, room: room) }

    func region(row: Int, rows: Int) -> Rect {
      Rect(row: row, column: room.lowerBound, rows: rows, columns: room.count)
    }

    /// Where a column of the band begins in it; nil for one that is not of the band.
    func start(of index: Int) -> Int? {
      guard columns.indices.contains(index) else { return nil }
      return columns.prefix(index).reduce(0) { $0 + $1.width + 1 }
    }

    /// Draws the titles and, under them, the cells of the rows in sight.
    func draw(
      _ visible: Range<Int>, in part: inout Frame, _ header: Int, _ cell: (Place) -> Cell
    ) {
      part.draw(in: region(row: 0, rows: part.size.rows)) { part in
        var start = 0
        for (index, column) in columns.enumerated() {
          for (line, title) in column.title.enumerated() {
            part.write(
              title, at: Point(row: header - column.title.count + line, column: start),
              width: column.width, tone: column.tone, align: column.alignment)
          }
          for row in visible {
            let cell = cell(place(row, first + index))
            part.write(
              cell.text, at: Point(row: header + row - visible.lowerBound, column: start),
              width: column.width, tone: cell.tone, align: column.alignment)
          }
          start += column.width + 1
        }
      }
    }
  }

  /// What is in sight of a grid.
  struct Places {
    /// The lines of the header.
    let header: Int
    let rows: Range<Int>
    let frozen: Band
    let body: Band
    let totals: Band

    var bands: [Band] { [frozen, body, totals] }

    func draw(in part: inout Frame, _ cell: (Place) -> Cell) {
      for band in bands { band.draw(rows, in: &part, header, cell) }
    }
  }
}
