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
    var length = line.endIndex
    var column = 0
    while column < whole.columns {
      let cell = cells[start + column]
      var next = column + 1
      if cell.run == 0 {
        line.append(Unicode.Scalar(UInt32(cell.value)) ?? " ")
      } else {
        while next < whole.columns, cells[start + next].run == cell.run,
          cells[start + next].value == cell.value + UInt16(next - column)
        {
          next += 1
        }
        let first = Int(cell.value)
        line.append(contentsOf: text(of: Int(cell.run) - 1, cells: first..<first + next - column))
      }
      column = next
      if line.last != " " { length = line.endIndex }
    }
    return String(line[..<length])
  }

  /// The logical text of a part of a run, cells counted from its leading edge.
  private func text(of index: Int, cells part: Range<Int>) -> String.UnicodeScalarView {
    let run = runs[index]
    var shown = String.UnicodeScalarView()
    var cell = 0
    let measure = TextMeasure(joinsLamAlef: joinsLamAlef)
    scalars.withUnsafeBufferPointer { all in
      var rest = all[run.start..<run.start + run.count]
      while !rest.isEmpty {
        // A cluster: as long a piece as takes no more cells than its first scalar.
        let width = measure.cells(in: rest.prefix(1))
        let (end, _) = measure.prefix(of: rest, within: width)
        let cluster = rest[rest.startIndex..<max(end, rest.startIndex + 1)]
        if part.contains(cell) || (width == 0 && part.contains(max(0, cell - 1))) {
          shown.append(
            contentsOf: cluster.lazy.filter(Self.isShown).compactMap(Unicode.Scalar.init))
        }
        cell += width
        rest = rest[cluster.endIndex...]
      }
    }
    return shown
  }

  private static func isShown(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
