extension Table {
  /// Draws header, rows, and, where there is room, a last line with the place and the filter.
  public func view(in frame: inout Frame, at area: Rect, phrases: WidgetPhrases) {
    let hasFooter = area.size.rows >= 4 || wantsText
    let rows = max(0, area.size.rows - 1 - (hasFooter ? 1 : 0))
    let lead = allowsMarks ? 2 : 0
    let room = max(0, area.size.columns - lead)
    let widths = ColumnLayout.widths(columns.map(\.width), in: room)
    let first = ColumnLayout.first(
      showing: column, of: widths, from: cursor.viewport.shown.leading, in: room)
    cursor.viewport.note(leading: first, columns: room)
    let places = ColumnLayout.places(widths, from: first, in: room)
    frame.draw(in: area) { part in
      drawHeader(in: &part, places, widths, lead)
      for (line, place) in cursor.visible(of: count, rows: rows).enumerated() {
        drawRow(place, on: line + 1, in: &part, places, widths, lead)
      }
      if count == 0, rows > 0 {
        let text = query.filter.isEmpty ? phrases.noRows : phrases.nothingFound
        part.write(text, at: Point(row: 1, column: lead), tone: .dimmed)
      }
      if hasFooter { drawFooter(in: &part, phrases) }
    }
  }

  private func drawHeader(
    in part: inout Frame, _ places: [(column: Int, at: Int)], _ widths: [Int], _ lead: Int
  ) {
    part.fill(Rect(row: 0, column: 0, rows: 1, columns: part.size.columns), .heading)
    for (index, at) in places {
      let isSorted = query.column == index
      let mark = isSorted ? (query.isAscending ? " ▲" : " ▼") : ""
      part.write(
        columns[index].title + mark, at: Point(row: 0, column: lead + at),
        width: min(widths[index], max(0, part.size.columns - lead - at)),
        tone: index == column && columns[index].sortKey != nil ? .key : .heading,
        align: columns[index].alignment)
    }
  }

  private func drawRow(
    _ place: Int, on line: Int, in part: inout Frame, _ places: [(column: Int, at: Int)],
    _ widths: [Int], _ lead: Int
  ) {
    let isCurrent = place == cursor.row
    if isCurrent {
      part.fill(Rect(row: line, column: 0, rows: 1, columns: part.size.columns), .selected)
    }
    guard let row = row(place) else {
      part.write("…", at: Point(row: line, column: lead), tone: .dimmed)
      return
    }
    if allowsMarks, marked.contains(identity(row)) {
      part.put("●", at: Point(row: line, column: 0), tone: isCurrent ? .selected : .key)
    }
    for (index, at) in places {
      let column = columns[index]
      part.write(
        column.text(row), at: Point(row: line, column: lead + at),
        width: min(widths[index], max(0, part.size.columns - lead - at)),
        tone: isCurrent ? .selected : column.tone?(row) ?? .body, direction: column.direction,
        align: column.alignment)
    }
  }

  private func drawFooter(in part: inout Frame, _ phrases: WidgetPhrases) {
    let row = part.size.rows - 1
    var column = 0
    if let filterInput {
      column += part.write("\(phrases.filter): ", at: Point(row: row, column: 0), tone: .heading)
      let width = max(1, min(30, part.size.columns - column))
      filterInput.view(
        in: &part, at: Rect(row: row, column: column, rows: 1, columns: width), isFocused: true)
      column += width + 2
    } else if !query.filter.isEmpty {
      let text = "\(phrases.filter): \u{2068}\(query.filter)\u{2069}"
      column += part.write(text, at: Point(row: row, column: 0), tone: .warning) + 2
    }
    guard count > 0 else { return }
    var text = phrases.position(cursor.row + 1, knownCount)
    if !marked.isEmpty { text += "  ● \(phrases.selected(marked.count))" }
    part.write(text, at: Point(row: row, column: column), tone: .dimmed)
  }

  private var knownCount: Int? {
    switch contents {
    case .all: order.count
    case .paged(let window): window.total
    }
  }
}
