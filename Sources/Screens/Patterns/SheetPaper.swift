import Interchange
import Persian
import TerminalKit
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
    let parts = sheet.onPaper.parts(within: width, repeating: repeating)
    // How many pages there are is known only when all are laid: the foot waits for it.
    let bodies = parts.map { table(before: 0, of: 0).pages(of: $0).count }
    let all = bodies.reduce(0, +)
    var before = 0
    return zip(parts, bodies).flatMap { part, count in
      defer { before += count }
      return table(before: before, of: all).pages(of: part)
    }
  }

  /// The list as a paper that has nothing else.
  func letter(of sheet: Sheet) -> Letter {
    var table = sheet.onPaper
    table.title = ""
    return Letter(
      title: sheet.title, body: [.table(table, repeating: repeating)], isAcross: isAcross)
  }

  private func table(before: Int, of all: Int) -> PlainTable {
    PlainTable(width: width, height: height) { page, _ in
      SheetPhrases.foot(before + page, of: all)
    }
  }
}

extension Sheet {
  /// A table without rows says so on paper, where nobody can tell whether something is missing; a
  /// file that programs read keeps it as it is.
  var onPaper: Sheet {
    guard rows.isEmpty, !columns.isEmpty else { return self }
    var sheet = self
    var cells = [Cell](repeating: .empty, count: columns.count)
    // The first column is often the narrow one of row numbers.
    cells[min(1, columns.count - 1)] = .text(WidgetPhrases.portal.noRows)
    sheet.rows = [Row(cells)]
    return sheet
  }
}

extension Letter {
  /// The letter with every table ``Sheet/onPaper``.
  var onPaper: Letter {
    var letter = self
    letter.body = body.map { block in
      guard case .table(let sheet, let repeating) = block else { return block }
      return .table(sheet.onPaper, repeating: repeating)
    }
    return letter
  }
}
