extension Frame {
  /// The rows in reading order, as logical text; trailing blanks and empty last rows are left out.
  ///
  /// Marks that only steer the direction (LRM, isolates, …) are not shown; ZWNJ is. Takes time in
  /// proportion to the cells.
  public var transcript: String {
    trimmed((0..<whole.rows).map(transcript(ofRow:)))
  }

  /// One letter per cell for what it means (`Tone.letter`); `.` is a body cell.
  public var toneTranscript: String {
    trimmed(
      (0..<whole.rows).map { row in
        let start = row * whole.columns
        var line = ""
        var length = 0
        for (index, cell) in cells[start..<start + whole.columns].enumerated() {
          line.unicodeScalars.append(cell.tone.letter)
          if cell.tone != .body { length = index + 1 }
        }
        return String(line.prefix(length))
      })
  }

  private func trimmed(_ rows: [String]) -> String {
    let end = rows.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    return rows[..<end].joined(separator: "\n")
  }

  private func transcript(ofRow row: Int) -> String {
    let start = row * whole.columns
    var line = String.UnicodeScalarView()
    var column = 0
    while column < whole.columns {
      let cell = cells[start + column]
      var next = column + 1
      if cell.run == 0 {
        line.append(Unicode.Scalar(UInt32(cell.value)) ?? " ")
      } else {
        while next < whole.columns, cells[start + next].run == cell.run,
          Int(cells[start + next].value) == Int(cell.value) + next - column
        {
          next += 1
        }
        let first = Int(cell.value)
        let text = runs[Int(cell.run) - 1].text(ofCells: first..<first + next - column)
        line.append(contentsOf: text.unicodeScalars.lazy.filter(Self.isShown))
      }
      column = next
    }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
