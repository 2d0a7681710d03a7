import Glibc

/// The cells of the terminal from left to right: mirrored, ordered, joined, encoded.
public struct Raster: Equatable, Sendable {
  public let size: Size
  /// Row by row, each from the left edge.
  public private(set) var cells: [RasterCell]
  /// Where the terminal's cursor must stand, columns from the left; nil hides it.
  public let cursor: Point?

  /// The cells of a row that must be sent.
  public struct Change: Equatable, Sendable {
    public var row: Int
    public var columns: Range<Int>

    public init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// Encodes a whole frame.
  public init(_ frame: Frame) {
    self.init(frame, reusing: nil)
  }

  /// Encodes a frame and takes over the rows that are as they were.
  ///
  /// - Parameters:
  ///   - frame: The picture to show.
  ///   - last: A frame shown before and its raster.
  public init(_ frame: Frame, reusing last: (frame: Frame, raster: Raster)?) {
    size = frame.whole
    let builder = RowBuilder(frame)
    let usable = last.flatMap {
      $0.frame.whole == frame.whole && $0.frame.encoding == frame.encoding ? $0 : nil
    }
    var cells = usable?.raster.cells ?? Array(repeating: .blank(.body), count: frame.cells.count)
    let hasSameRuns = usable.map { frame.hasSameRuns(as: $0.frame) } ?? false
    for row in 0..<size.rows {
      if let usable {
        // With the same runs, equal bytes are equal cells; different ones are compared no further.
        if hasSameRuns
          ? frame.row(row, hasCellsOf: usable.frame)
          : frame.row(row, equals: usable.frame)
        {
          continue
        }
      }
      builder.build(row, into: &cells)
    }
    self.cells = cells
    cursor = frame.absoluteCursor.map(builder.physical)
  }

  /// Equal cells between two changes of a row from which on each is handed over by itself.
  private static let gap = 8

  /// What must be sent to a terminal that shows `old`, from top to bottom and from the left.
  public func changes(from old: Raster?) -> [Change] {
    guard let old, old.size == size else {
      return (0..<size.rows).map { Change(row: $0, columns: 0..<size.columns) }
    }
    return cells.withUnsafeBufferPointer { new in
      old.cells.withUnsafeBufferPointer { old in
        (0..<size.rows).flatMap { row -> [Change] in
          let start = row * size.columns
          // Most rows are as they were. Bytes that fill up a cell may differ, and then only the
          // quick answer is lost.
          guard let one = new.baseAddress, let two = old.baseAddress,
            memcmp(
              one + start, two + start, size.columns * MemoryLayout<RasterCell>.stride) != 0
          else { return [] }
          var changes: [Change] = []
          for column in 0..<size.columns where new[start + column] != old[start + column] {
            if let last = changes.last, column - last.columns.upperBound < Self.gap {
              changes[changes.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
              changes.append(Change(row: row, columns: column..<column + 1))
            }
          }
          return changes
        }
      }
    }
  }

  /// The cells of a row, from the left.
  public subscript(row row: Int) -> ArraySlice<RasterCell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// What is sent for a row, from the left.
  public func text(ofRow row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in self[row: row] where cell.width != .continuation {
      cell.forEachScalar { text.append(Unicode.Scalar($0) ?? "\u{FFFD}") }
    }
    return String(text)
  }

  /// All rows as they are sent, from the left.
  public var text: String {
    (0..<size.rows).map(text(ofRow:)).joined(separator: "\n")
  }
}

/// Turns rows of a frame into rows of cells.
private struct RowBuilder {
  let frame: Frame
  private let columns: Int

  init(_ frame: Frame) {
    self.frame = frame
    columns = frame.whole.columns
  }

  func build(_ row: Int, into cells: inout [RasterCell]) {
    let start = row * columns
    visual(row, into: &cells)
    mendHalves(start..<start + columns, in: &cells)
    let order = frame.rowOrders[row] ?? frame.encoding.order
    if !frame.encoding.showsMarks {
      for index in start..<start + columns { cells[index].marks = 0 }
    }
    if order != .explicit {
      let encoder = RowEncoder(order: order, cells: Array(cells[start..<start + columns]))
      cells.replaceSubrange(start..<start + columns, with: encoder.encoded)
    }
  }

  /// Mirrors the columns and takes each run's cells from its right end.
  private func visual(_ row: Int, into cells: inout [RasterCell]) {
    let start = row * columns
    let order = frame.rowOrders[row] ?? frame.encoding.order
    var column = 0
    while column < columns {
      let number = frame.cells[start + column].run
      if number == 0 {
        let cell = frame.cells[start + column]
        cells[start + columns - 1 - column] = sign(of: cell, order)
        column += 1
        continue
      }
      let run = frame.runs[Int(number) - 1]
      while column < columns, frame.cells[start + column].run == number {
        let cell = frame.cells[start + column]
        var shown = run.cells[run.cells.count - 1 - Int(cell.value)]
        shown.tone = cell.tone
        cells[start + columns - 1 - column] = shown
        column += 1
      }
    }
  }

  private func sign(of cell: Frame.Cell, _ order: TerminalEncoding.Order) -> RasterCell {
    let value = UInt32(cell.value)
    guard value >= 0x600 else { return RasterCell(value, tone: cell.tone) }
    var sign = LoneLetters.cell(of: value, order) ?? RasterCell(Self.mirrored(value))
    sign.tone = cell.tone
    return sign
  }

  /// Blanks what is left of a wide character when its other half is covered.
  private func mendHalves(_ range: Range<Int>, in cells: inout [RasterCell]) {
    for index in range {
      switch cells[index].width {
      case .one: break
      case .two:
        if index + 1 == range.upperBound || cells[index + 1].width != .continuation {
          cells[index] = .blank(cells[index].tone)
        }
      case .continuation:
        if index == range.lowerBound || cells[index - 1].width != .two {
          cells[index] = .blank(cells[index].tone)
        }
      }
    }
  }

  /// The physical place of the caret; rows the terminal orders move it along.
  func physical(_ point: Point) -> Point {
    let column = columns - 1 - point.column
    let order = frame.rowOrders[point.row] ?? frame.encoding.order
    guard order != .explicit else { return Point(row: point.row, column: column) }
    var row = Array(repeating: RasterCell.blank(.body), count: columns * (point.row + 1))
    visual(point.row, into: &row)
    let encoder = RowEncoder(order: order, cells: Array(row[(point.row * columns)...]))
    return Point(row: point.row, column: encoder.columns[column])
  }

  /// Box signs are drawn as in a left-to-right picture, so they turn with the columns.
  private static func mirrored(_ sign: UInt32) -> UInt32 {
    switch sign {
    case 0x250C: 0x2510
    case 0x2510: 0x250C
    case 0x2514: 0x2518
    case 0x2518: 0x2514
    case 0x251C: 0x2524
    case 0x2524: 0x251C
    case 0x2554: 0x2557
    case 0x2557: 0x2554
    case 0x255A: 0x255D
    case 0x255D: 0x255A
    case 0x2560: 0x2563
    case 0x2563: 0x2560
    case 0x256D: 0x256E
    case 0x256E: 0x256D
    case 0x2570: 0x256F
    case 0x256F: 0x2570
    case 0x258C: 0x2590
    case 0x2590: 0x258C
    default: sign
    }
  }
}
