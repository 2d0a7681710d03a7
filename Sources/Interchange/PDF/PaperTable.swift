public import Training

/// The rows of a table that is too long for memory: gone through from the first to the last as often
/// as it takes to measure, count and draw them.
public final class PaperRows {
  public typealias Body = (Sheet.Row) throws(FileProblem) -> Void
  fileprivate let each: (_ body: Body) throws(FileProblem) -> Void
  /// Measured once, since every pass is over the same rows.
  fileprivate var needs: [PaperTable.Need]?

  public init(each: @escaping (_ body: Body) throws(FileProblem) -> Void) { self.each = each }
}

/// Sets a table row by row: straight rules, titles again on every page, wrapped cells.
struct PaperTable {
  private let sheet: PaperSize
  private let typesetter: Typesetter
  private let repeating: Int

  /// Sizes that are tried from the first on, until every word has room.
  private static let sizes = [11.5, 10.5, 9.5, 8.5, 7.5]
  /// Between a rule and the text beside it, in points.
  private static let padding = 3.5
  /// The least height of a row that is written on by hand.
  private static let handHeight = 24.0

  /// The first columns, as many as `repeating`, stand again where a table is wider than the paper.
  init(_ sheet: PaperSize, _ typesetter: Typesetter, repeating: Int) {
    self.sheet = sheet
    self.typesetter = typesetter
    self.repeating = repeating
  }

  /// Adds a table; its last row stays with what follows if it is asked to.
  func add(
    _ table: Sheet, _ long: PaperRows? = nil, of block: Int, keepsNext: Bool,
    to flow: inout PaperFlow
  ) throws(FileProblem) {
    guard !table.columns.isEmpty else { return }
    let rows =
      long
      ?? PaperRows { body throws(FileProblem) in
        for row in table.rows { try body(row) }
      }
    let needs = try needs(of: table, rows)
    let size =
      Self.sizes.first { size in
        needs.reduce(0) { $0 + $1.least(at: size) } <= sheet.textWidth
      } ?? Self.sizes[Self.sizes.count - 1]
    let groups = Sheet.columnGroups(
      widths: needs.map { $0.least(at: size) }, room: sheet.textWidth, repeating: repeating)
    for (index, group) in groups.enumerated() {
      let part = Part(
        table: table, block: block, rows: rows, columns: group, size: size,
        edges: edges(for: group.map { needs[$0] }, size: size),
        isByHand: group.contains { needs[$0].isBlank })
      try add(part, keepsNext: keepsNext && index == groups.count - 1, to: &flow)
    }
  }

  // MARK: Widths

  /// What a column asks for, in points at the size 1.
  fileprivate struct Need {
    var line = 0.0
    var word = 0.0
    /// No row has anything: it is written in by hand.
    var isBlank = true

    /// Wide texts may wrap, words may not.
    func least(at size: Double) -> Double {
      max(word, min(line, 14)) * size + 2 * PaperTable.padding
    }

    func wanted(at size: Double) -> Double {
      line * size + 2 * PaperTable.padding + (isBlank ? 48 : 0)
    }
  }

  private func needs(of table: Sheet, _ rows: PaperRows) throws(FileProblem) -> [Need] {
    if let needs = rows.needs { return needs }
    var needs = table.columns.map { column in
      let title = typesetter.measure(column.title, .bold(1))
      return Need(line: title.line, word: title.word)
    }
    try rows.each { row in
      for (index, cell) in row.cells.prefix(needs.count).enumerated() where cell != .empty {
        let measured = typesetter.measure(cell.printed, .regular(1))
        needs[index].line = max(needs[index].line, measured.line)
        needs[index].word = max(needs[index].word, measured.word)
        needs[index].isBlank = false
      }
    }
    rows.needs = needs
    return needs
  }

  /// The rules between columns from the right edge to the left one: a narrow table is stretched,
  /// in a wide one the widest columns give way first.
  private func edges(for needs: [Need], size: Double) -> [Double] {
    let wanted = needs.map { $0.wanted(at: size) }
    let room = sheet.textWidth
    let all = wanted.reduce(0, +)
    var widths = wanted
    if all <= room {
      widths = wanted.map { $0 * room / all }
    } else {
      let least = needs.map { $0.word * size + 2 * Self.padding }
      // The level to which wide columns are cut down, found by halving.
      var (low, high) = (0.0, room)
      for _ in 0..<40 {
        let level = (low + high) / 2
        let sum = zip(wanted, least).reduce(0) { $0 + max($1.1, min($1.0, level)) }
        if sum > room { high = level } else { low = level }
      }
      widths = zip(wanted, least).map { max($1, min($0, low)) }
      let sum = widths.reduce(0, +)
      widths = widths.map { $0 * room / sum }
    }
    var edges = [sheet.right]
    for width in widths { edges.append(edges[edges.count - 1] - width) }
    edges[edges.count - 1] = sheet.left
    return edges
  }

  // MARK: Rows

  /// The columns of a table that stand beside each other.
  private struct Part {
    var table: Sheet
    /// The place of the table in its letter.
    var block: Int
    var rows: PaperRows
    var columns: [Int]
    var size: Double
    var edges: [Double]
    var isByHand: Bool
  }

  private func add(
    _ part: Part, keepsNext: Bool, to flow: inout PaperFlow
  ) throws(FileProblem) {
    let titles = part.columns.map { part.table.columns[$0].title }
    var header = row(titles, of: part, isHeader: true)[0]
    header.space = 8
    header.block = part.block
    header.content = .titles(part.columns)
    // A piece is placed when the one after it is there: only then is it known not to be the last.
    var last = header
    var titled = header
    titled.keepsNext = false
    // What stands again is there already.
    titled.block = nil
    var isFirst = true
    var index = 0
    try part.rows.each { row throws(FileProblem) in
      let texts = part.columns.map { $0 < row.cells.count ? row.cells[$0].printed : "" }
      let pieces = self.row(texts, of: part, isHeader: false)
      // Long rows are not kept: their texts are.
      let isKept = pieces.count == 1 && part.table.rows.indices.contains(index)
      for var piece in pieces {
        piece.block = part.block
        if isKept { piece.content = .row(part.columns, index) }
        // The first row has its titles in the piece before it.
        if isFirst { last.keepsNext = true } else { piece.repeated = [titled] }
        isFirst = false
        try flow.add(last)
        last = piece
      }
      index += 1
    }
    if !isFirst { last.keepsNext = keepsNext }
    try flow.add(last)
  }

  /// One row; one longer than half a page is divided into several.
  private func row(_ texts: [String], of part: Part, isHeader: Bool) -> [PaperPiece] {
    let style = isHeader ? TextStyle.bold(part.size) : .regular(part.size)
    let cells = texts.enumerated().map { index, text in
      let room = part.edges[index] - part.edges[index + 1] - 2 * Self.padding
      return text.isEmpty ? [] : typesetter.lines(text, style, within: room)
    }
    let leading = part.size * 1.35
    let most = max(1, Int(sheet.textHeight / 2 / leading))
    let count = max(1, cells.map(\.count).max() ?? 1)
    return stride(from: 0, to: isHeader ? 1 : count, by: most).map { start in
      let lines = isHeader ? count : min(most, count - start)
      let text = Double(lines) * leading
      var height = text + 2 * Self.padding
      if part.isByHand, !isHeader { height = max(height, Self.handHeight) }
      var piece = PaperPiece(height: height)
      piece.content = .part(
        part.columns,
        cells.map { $0.dropFirst(start).prefix(lines).map(\.text).joined(separator: " ") })
      if isHeader {
        piece.marks.append(
          .fill(x: sheet.left, y: 0, width: sheet.textWidth, height: height, grey: 0.9))
      }
      for (index, cell) in cells.enumerated() {
        let shown = cell.dropFirst(start).prefix(lines)
        let area = part.edges[index + 1] + Self.padding...part.edges[index] - Self.padding
        let alignment = isHeader ? .centre : part.table.columns[part.columns[index]].alignment
        var y = (height - Double(shown.count) * leading) / 2 + part.size
        for line in shown {
          piece.marks.append(.text(line, x: alignment.place(of: line, in: area), y: y))
          y += leading
        }
      }
      piece.marks += rules(part.edges, height: height)
      return piece
    }
  }

  private func rules(_ edges: [Double], height: Double) -> [PaperMark] {
    let across = [0, height].map { y in
      PaperMark.rule(fromX: sheet.left, fromY: y, toX: sheet.right, toY: y, .thin)
    }
    return across
      + edges.map { .rule(fromX: $0, fromY: 0, toX: $0, toY: height, .thin) }
  }
}
