internal import Persian
public import Training

/// A table as pages of plain text, for line printers, mail and files.
///
/// Lines are in reading order, their first column first; a viewer or printer that lays out
/// Persian shows it at the right. Widths are in cells, as a terminal measures them.
public struct PlainTable: Sendable {
  /// The cells of a line.
  public let width: Int
  /// The lines of a page; nil for one endless page.
  public let height: Int?
  /// What stands at the foot of a page: its number, and how many there are.
  private let foot: @Sendable (_ page: Int, _ pages: Int) -> String

  /// The least cells a column is squeezed to.
  private static let narrowest = 3
  private static let gap = "  "
  /// Title, blank line, titles of columns and their rule above; blank line and foot below.
  private static let fixedLines = 6

  /// A page of at least 20 cells and 8 lines.
  public init(
    width: Int, height: Int?, foot: @escaping @Sendable (_ page: Int, _ pages: Int) -> String
  ) {
    self.width = max(width, 20)
    self.height = height.map { max($0, 8) }
    self.foot = foot
  }

  /// The pages, each a list of lines no wider than ``width`` without spaces at their end.
  ///
  /// Texts too long for their column go on in the next line; a row is not divided between pages
  /// unless it is longer than one.
  public func pages(of sheet: Sheet) -> [[String]] {
    let table = laid(sheet)
    let room = height.map { max(1, $0 - Self.fixedLines - table.header.count + 2) } ?? .max
    var bodies: [[String]] = [[]]
    for row in table.rows {
      var rest = row[...]
      if bodies[bodies.count - 1].count + rest.count > room, !bodies[bodies.count - 1].isEmpty {
        bodies.append([])
      }
      while rest.count > room {
        bodies[bodies.count - 1] += rest.prefix(room)
        rest = rest.dropFirst(room)
        bodies.append([])
      }
      bodies[bodies.count - 1] += rest
    }
    return bodies.enumerated().map { index, body in
      var page = [sheet.title.fitted(to: width), ""] + table.header + body
      if let height {
        page += Array(repeating: "", count: max(1, height - 1 - page.count))
        page.append(foot(index + 1, bodies.count).fitted(to: width))
      }
      return page
    }
  }

  /// A table without its title and pages: its titles with the rule below, and the lines of each row.
  func laid(_ sheet: Sheet) -> (header: [String], rows: [[String]]) {
    let texts = sheet.rows.map { $0.cells.map(\.printed) }
    let widths = widths(of: sheet, texts: texts)
    let titles = lines(of: sheet.columns.map(\.title), widths: widths, sheet: sheet)
    let ruleWidth = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1)
    return (
      titles + [String(repeating: "─", count: ruleWidth)],
      texts.map { lines(of: $0, widths: widths, sheet: sheet) }
    )
  }

  /// All pages as one text; a form feed begins each page but the first.
  public func text(of sheet: Sheet) -> String { PaperFile.text(of: pages(of: sheet)) }

  // MARK: Widths

  /// Every column as wide as its longest text, or squeezed: the widest give way first.
  private func widths(of sheet: Sheet, texts: [[String]]) -> [Int] {
    var widths = sheet.columns.map { max(Self.narrowest, $0.title.cellWidth) }
    for row in texts {
      for (index, text) in row.enumerated() where index < widths.count {
        for line in text.split(separator: "\n") {
          widths[index] = max(widths[index], String(line).cellWidth)
        }
      }
    }
    let room = width - Self.gap.count * max(0, widths.count - 1)
    var excess = widths.reduce(0, +) - room
    while excess > 0, let widest = widths.max(), widest > Self.narrowest {
      // Down to the next narrower column at once, not cell by cell.
      let next = max(Self.narrowest, widths.filter { $0 < widest }.max() ?? Self.narrowest)
      let count = widths.count { $0 == widest }
      let step = max(1, min(widest - next, excess / count))
      for index in widths.indices where widths[index] == widest && excess > 0 {
        widths[index] -= min(step, excess)
        excess -= min(step, excess)
      }
    }
    return widths
  }

  // MARK: Lines

  /// The lines of one row: every cell wrapped to its column and set beside the others.
  private func lines(of row: [String], widths: [Int], sheet: Sheet) -> [String] {
    let wrapped = widths.indices.map { index in
      index < row.count
        ? row[index].split(separator: "\n").flatMap { String($0).wrapped(to: widths[index]) } : []
    }
    let count = max(1, wrapped.map(\.count).max() ?? 1)
    return (0..<count).map { line in
      var text = ""
      for (index, width) in widths.enumerated() {
        if index > 0 { text += Self.gap }
        let piece = line < wrapped[index].count ? wrapped[index][line] : ""
        text += aligned(piece, to: width, sheet.columns[index].alignment)
      }
      while text.last == " " { text.removeLast() }
      return text.cellWidth > self.width ? text.fitted(to: self.width) : text
    }
  }

  private func aligned(_ text: String, to width: Int, _ alignment: Sheet.Alignment) -> String {
    let spare = max(0, width - text.cellWidth)
    let before =
      switch alignment {
      case .leading: 0
      case .centre: spare / 2
      case .trailing: spare
      }
    return String(repeating: " ", count: before) + text.fitted(to: width)
      + String(repeating: " ", count: spare - before)
  }
}
