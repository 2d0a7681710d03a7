internal import Persian
public import Training

extension Sheet {
  /// Cells of each column with the gap behind it, where nothing is wrapped.
  private var naturalWidths: [Int] {
    columns.indices.map { column in
      rows.reduce(columns[column].title.cellWidth) { widest, row in
        column < row.cells.count ? max(widest, row.cells[column].plainText.cellWidth) : widest
      } + 2
    }
  }

  /// Cells of the whole table, where nothing is wrapped.
  var naturalWidth: Int { max(0, naturalWidths.reduce(0, +) - 2) }

  /// The table itself, or tables of its first columns with as many others as fit beside them.
  ///
  /// - Parameters:
  ///   - width: Cells of a line.
  ///   - repeating: Columns that stand again in every part; 0 leaves the table whole.
  /// - Returns: One table, or as many as all columns need.
  public func parts(within width: Int, repeating: Int) -> [Sheet] {
    let groups = Self.columnGroups(
      widths: naturalWidths.map(Double.init), room: Double(width + 2), repeating: repeating)
    guard groups.count > 1 else { return [self] }
    return groups.map { shown in
      Sheet(
        title: title, columns: shown.map { columns[$0] },
        rows: rows.map { row in
          Sheet.Row(
            shown.map { $0 < row.cells.count ? row.cells[$0] : .empty }, number: row.number)
        })
    }
  }

  /// The columns that stand beside each other on a paper: all, or the first with as many others
  /// as fit; widths and room are in one measure.
  static func columnGroups(widths: [Double], room: Double, repeating: Int) -> [[Int]] {
    let kept = min(repeating, max(0, widths.count - 1))
    guard widths.reduce(0, +) > room, kept > 0 else { return [Array(widths.indices)] }
    let left = room - widths[..<kept].reduce(0, +)
    var groups: [[Int]] = [[]]
    var taken = 0.0
    for column in kept..<widths.count {
      if taken + widths[column] > left, groups.last?.isEmpty == false {
        groups.append([])
        taken = 0
      }
      groups[groups.count - 1].append(column)
      taken += widths[column]
    }
    return groups.map { Array(0..<kept) + $0 }
  }
}
