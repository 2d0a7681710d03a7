import TerminalKit

/// What drawing costs at 50×200: a whole screen, and a step of the cursor.
struct FrameFigures: Figures {
  let rows = 50
  let columns = 200
  let fullMicroseconds: Double
  let stepMicroseconds: Double
  /// Cells that a step of the cursor sends to the terminal.
  let stepCells: Int
  let memory: Measurement.Memory

  init(runs: Int) {
    let size = Size(rows: 50, columns: 200)
    let table = SampleTable(size: size)
    fullMicroseconds = Measurement.median(of: runs) { _ = Raster(table.frame(selected: 1)) }
    let frame = table.frame(selected: 1)
    let raster = Raster(frame)
    let next = Raster(table.frame(selected: 2), reusing: (frame, raster))
    stepCells = next.changes(from: raster).reduce(0) { $0 + $1.columns.count }
    stepMicroseconds = Measurement.median(of: runs) {
      let after = Raster(table.frame(selected: 2), reusing: (frame, raster))
      _ = after.changes(from: raster)
    }
    memory = Measurement.memory
  }

  var lines: [(name: String, value: String)] {
    [
      ("full µs", "\(fullMicroseconds)"), ("step µs", "\(stepMicroseconds)"),
      ("step cells", "\(stepCells)"), ("private KiB", "\(memory.privateKiB)"),
    ]
  }
}

/// A screen full of joined words, numbers and codes in eight columns, always the same.
private struct SampleTable {
  let size: Size
  private let cells: [[String]]
  private let columns = 8

  init(size: Size) {
    self.size = size
    var random = RandomActions(seed: 1)
    cells = (0..<size.rows).map { row in
      (0..<8).map { column in
        column % 3 == 2 ? String(1_000_000 + row * 7919 + column) : random.words(3)
      }
    }
  }

  func frame(selected: Int) -> Frame {
    var frame = Frame(size: size)
    let width = size.columns / columns
    for (row, texts) in cells.enumerated() {
      let tone: Tone = row == selected ? .selected : .body
      frame.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns), tone)
      for (column, text) in texts.enumerated() {
        frame.write(
          text, at: Point(row: row, column: column * width), width: width - 1, tone: tone)
      }
    }
    return frame
  }
}
