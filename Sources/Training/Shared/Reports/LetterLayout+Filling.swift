internal import Persian

extension LetterLayout {
  /// The paper with its values in their places.
  ///
  /// - Parameters:
  ///   - shape: What the paper promised to supply.
  ///   - values: What it supplies.
  /// - Returns: The whole paper.
  /// - Throws: The first place that cannot be filled.
  public func letter(
    _ shape: LetterShape, filledWith values: LetterValues
  ) throws(LayoutProblem) -> Letter {
    for (name, kind) in shape.values.sorted(by: { $0.key < $1.key })
    where !(values[name]?.isOf(kind) ?? false) {
      throw problem(0, .notSupplied(name))
    }
    if let first = problems(with: shape).first { throw first }
    var letter = Letter(title: "", isAcross: isAcross)
    for block in blocks {
      try Filling(layout: self, block: block, values: values).add(to: &letter)
    }
    return letter
  }
}

/// One block with the values of its paper.
private struct Filling {
  let layout: LetterLayout
  let block: LetterLayout.Block
  let values: LetterValues
  typealias Row = [String: Sheet.Cell]

  func add(to letter: inout Letter) throws(LayoutProblem) {
    switch block.kind {
    case .across: break
    case .head: letter.letterhead += try lines()
    case .to: letter.recipient += try lines()
    case .reference: letter.reference += try fields(in: [:])
    case .title: letter.title = try lines().joined(separator: " ")
    case .foot: letter.footer = try lines().joined(separator: " ")
    case .pageBreak: letter.body.append(.pageBreak)
    case .text: letter.body += try lines().map(Letter.Block.paragraph)
    case .heading: letter.body += try lines().map(Letter.Block.heading)
    case .qr:
      let text = try lines().joined(separator: "\n")
      // What machines read is in Latin digits, as most readers take other letters for a code page.
      if !text.isEmpty { letter.body.append(.code(Digits.latin(text))) }
    case .note: letter.body += try lines().map(Letter.Block.note)
    case .fields: letter.body.append(.fields(try repeated()))
    case .signatures: letter.body.append(.signatures(try repeated()))
    case .ticks: letter.body.append(.ticks(try ticks()))
    case .table:
      let table = try table()
      if table.rows.isEmpty, block.isOptional { return }
      letter.body.append(.table(table, repeating: block.number ?? 0))
    case .slips:
      var slips: [[Letter.Field]] = []
      for row in rows { slips.append(try fields(in: row)) }
      letter.body.append(.slips(slips, across: max(1, block.number ?? 2)))
    }
  }

  /// The rows that the lines are repeated for; one without names where they are not.
  private var rows: [Row] {
    guard let name = block.name else { return [[:]] }
    guard case .rows(let rows) = values[name] else { return [] }
    return rows
  }

  /// The lines, those that are lists taken apart, for every row.
  private func lines() throws(LayoutProblem) -> [String] {
    var lines: [String] = []
    for row in rows {
      for line in block.lines {
        if let name = line.text.onlyName, case .list(let list) = values[name] {
          lines += list
        } else if let text = try text(line.text, row) {
          lines.append(text)
        }
      }
    }
    return lines
  }

  private func repeated() throws(LayoutProblem) -> [Letter.Field] {
    var all: [Letter.Field] = []
    for row in rows { all += try fields(in: row) }
    return all
  }

  private func fields(in row: Row) throws(LayoutProblem) -> [Letter.Field] {
    var fields: [Letter.Field] = []
    for line in block.lines {
      guard let value = try text(line.text, row) else { continue }
      let label = try line.label.flatMap { label throws(LayoutProblem) in try text(label, row) }
      fields.append(Letter.Field(label ?? "", value))
    }
    return fields
  }

  private func ticks() throws(LayoutProblem) -> [Letter.Tick] {
    var ticks: [Letter.Tick] = []
    for line in block.lines {
      guard let label = try text(line.text, [:]), let name = line.label?.onlyName else { continue }
      guard case .flag(let isTicked) = values[name] else {
        throw layout.problem(line.text.line, .wrongKind(name))
      }
      ticks.append(Letter.Tick(label, isTicked: isTicked))
    }
    return ticks
  }

  private func table() throws(LayoutProblem) -> Sheet {
    if let name = block.name, case .sheet(let sheet) = values[name] { return sheet }
    var sheet = Sheet(title: "", columns: [])
    for line in block.lines {
      let title = try line.label.flatMap { label throws(LayoutProblem) in try text(label, [:]) }
      sheet.columns.append(Sheet.Column(title ?? ""))
    }
    for (index, row) in rows.enumerated() {
      var cells: [Sheet.Cell] = []
      for line in block.lines {
        if let name = line.text.onlyName, let cell = row[name] {
          cells.append(cell)
        } else {
          let text = try text(line.text, row) ?? ""
          cells.append(text.isEmpty ? .empty : .text(text))
        }
      }
      sheet.rows.append(Sheet.Row(cells, number: index + 1))
    }
    return sheet
  }

  /// The text with its values; nil where an optional one is empty, so that the line is left out.
  private func text(
    _ text: LetterLayout.Text, _ row: Row
  ) throws(LayoutProblem) -> String? {
    var filled = ""
    for part in text.parts {
      switch part {
      case .plain(let plain): filled += plain
      case .value(let name, let isOptional):
        let value = row[name].map(LetterValue.cell) ?? values[name]
        guard case .cell(let cell) = value else {
          throw layout.problem(text.line, .wrongKind(name))
        }
        let printed = cell.printed
        if printed.isEmpty {
          if isOptional { return nil }
          if !block.kind.leavesBlanks {
            throw layout.problem(text.line, .missingValue(name))
          }
        }
        filled += printed
      }
    }
    return filled
  }
}
