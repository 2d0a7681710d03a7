import Interchange
import Persian
import Training

/// A4 with a fixed pitch, upright or across, and how lists are laid on it.
public struct SheetPaper: Hashable, Sendable {
  let isAcross: Bool
  /// Columns that stand again on every page of a list wider than the paper.
  let repeating: Int

  public init(isAcross: Bool, repeating: Int = 0) {
    self.isAcross = isAcross
    self.repeating = repeating
  }

  /// Cells of a line.
  var width: Int { isAcross ? 132 : 80 }
  /// Lines of a page.
  var height: Int { isAcross ? 44 : 60 }

  /// The pages of a list; one wider than the paper goes on with its other columns on further pages.
  func pages(of sheet: Sheet) -> [[String]] {
    let parts = parts(of: sheet)
    // How many pages there are is known only when all are laid: the foot waits for it.
    let bodies = parts.map { table(before: 0, of: 0).pages(of: $0).count }
    let all = bodies.reduce(0, +)
    var before = 0
    return zip(parts, bodies).flatMap { part, count in
      defer { before += count }
      return table(before: before, of: all).pages(of: part)
    }
  }

  private func table(before: Int, of all: Int) -> PlainTable {
    PlainTable(width: width, height: height) { page, _ in
      SheetPhrases.foot(before + page, of: all)
    }
  }

  /// The list itself, or lists of the repeated columns with as many others as fit beside them.
  private func parts(of sheet: Sheet) -> [Sheet] {
    let widths = sheet.columns.indices.map { column in
      sheet.rows.reduce(sheet.columns[column].title.cellWidth) { widest, row in
        column < row.cells.count ? max(widest, row.cells[column].plainText.cellWidth) : widest
      } + 2
    }
    let kept = min(repeating, max(0, sheet.columns.count - 1))
    guard widths.reduce(0, +) - 2 > width, kept > 0 else { return [sheet] }
    let room = width + 2 - widths[..<kept].reduce(0, +)
    var groups: [[Int]] = [[]]
    var taken = 0
    for column in kept..<sheet.columns.count {
      if taken + widths[column] > room, groups.last?.isEmpty == false {
        groups.append([])
        taken = 0
      }
      groups[groups.count - 1].append(column)
      taken += widths[column]
    }
    return groups.map { group in
      let columns = Array(0..<kept) + group
      return Sheet(
        title: sheet.title, columns: columns.map { sheet.columns[$0] },
        rows: sheet.rows.map { row in
          Sheet.Row(
            columns.map { $0 < row.cells.count ? row.cells[$0] : .empty }, number: row.number)
        })
    }
  }
}
