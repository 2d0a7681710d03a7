/// A row of titles of which one is open: the parts of a record, the top menu of a section.
public struct Tabs: Sendable {
  public var titles: [String]
  public private(set) var selected: Int

  public init(_ titles: [String], selected: Int = 0) {
    self.titles = titles
    self.selected = max(0, min(selected, titles.count - 1))
  }

  public mutating func select(_ index: Int) {
    selected = max(0, min(index, titles.count - 1))
  }

  /// Moves to the neighbour; false when the input is no movement along the row.
  @discardableResult
  public mutating func handle(_ input: WidgetInput) -> Bool {
    guard !titles.isEmpty else { return false }
    switch input {
    case .navigate(.next), .navigate(.left): selected = (selected + 1) % titles.count
    case .navigate(.previous), .navigate(.right):
      selected = (selected + titles.count - 1) % titles.count
    default: return false
    }
    return true
  }

  /// Draws one row; the open title stands between brackets as well as in its own tone.
  public func view(in frame: inout Frame, at area: Rect) {
    let widths = titles.map { frame.cells(in: $0) + 2 }
    let first = ColumnLayout.first(
      showing: selected, of: widths, from: 0, in: area.size.columns)
    frame.draw(in: area) { part in
      part.fill(Rect(row: 0, column: 0, rows: 1, columns: part.size.columns), .bar)
      let places = ColumnLayout.places(widths, from: first, in: part.size.columns)
      for (index, at) in places {
        let isOpen = index == selected
        part.write(
          isOpen ? "[\(titles[index])]" : " \(titles[index]) ", at: Point(row: 0, column: at),
          tone: isOpen ? .selected : .bar)
        if index > first { part.put("│", at: Point(row: 0, column: at - 1), tone: .bar) }
      }
    }
  }
}
