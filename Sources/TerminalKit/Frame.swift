/// A picture of the screen in reading order; what `Raster` turns into cells of the terminal.
///
/// Text is kept logical and whole: every `write` makes one run with its own direction, so
/// neighbouring pieces are never reordered as one sentence, and a run half covered by a later
/// write keeps its joined letters. Everything outside the frame is clipped, so any size down to
/// 1 × 1 is safe to draw in.
public struct Frame: Sendable {
  /// The direction a run is ordered in, when it holds both Persian and Latin text.
  public enum Direction: UInt8, Hashable, Sendable {
    case rtl, ltr
    /// As its first strong letter says (UAX #9 P2, P3); `rtl` when it has none.
    case auto
  }

  /// Where text stands inside the width given for it.
  public enum Alignment: Hashable, Sendable {
    /// At the start of reading: the right edge.
    case leading
    case centre
    /// At the end of reading: the left edge.
    case trailing
  }

  /// One cell: a part of a run, or a sign of its own when `run` is 0.
  package struct Cell: Equatable, Sendable {
    /// 1 + index in `runs`.
    package var run: UInt32
    /// The cell's place in its run, from the leading edge; or the sign (always of the BMP).
    package var value: UInt16
    package var tone: Tone

    package static func blank(_ tone: Tone) -> Cell { Cell(run: 0, value: 0x20, tone: tone) }
  }

  /// A piece of text that is ordered on its own.
  package struct Run: Equatable, Sendable {
    /// Its scalars in `scalars`.
    package var start: Int
    package var count: Int
    /// How many cells all of it takes.
    package var cells: Int
    package var direction: Direction
  }

  /// The size of the whole frame, whatever region is being drawn in.
  package let whole: Size
  /// False for terminals that give lam and alef a cell each (encoder `implicit`).
  package let joinsLamAlef: Bool
  package var cells: [Cell]
  package private(set) var runs: [Run] = []
  package private(set) var scalars: [UInt32] = []
  package var absoluteCursor: Point?
  /// The region `draw(in:)` is drawing in, and the part of it that may be touched.
  var region: Rect
  var clip: Rect

  /// Makes a blank frame.
  ///
  /// - Parameters:
  ///   - size: Negative numbers count as 0.
  ///   - joinsLamAlef: Whether lam and alef share a cell; a property of the terminal.
  public init(size: Size, joinsLamAlef: Bool = true) {
    region = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    clip = region
    whole = region.size
    self.joinsLamAlef = joinsLamAlef
    cells = Array(repeating: .blank(.body), count: region.size.rows * region.size.columns)
  }

  /// The rows and columns there are to draw in.
  public var size: Size { region.size }

  /// All of `size`.
  public var bounds: Rect { Rect(row: 0, column: 0, rows: size.rows, columns: size.columns) }

  /// Where the caret stands; nil hides it. A place outside the region hides it as well.
  public var cursor: Point? {
    get {
      absoluteCursor.map {
        Point(row: $0.row - region.origin.row, column: $0.column - region.origin.column)
      }
    }
    set {
      absoluteCursor = newValue.flatMap {
        let place = absolute($0)
        return clip.contains(place) ? place : nil
      }
    }
  }

  /// Draws in a part of the frame as if it were a frame of its own: (0, 0) is the part's first
  /// cell, `size` its size, and nothing outside is touched.
  public mutating func draw<Result>(in rect: Rect, _ body: (inout Frame) -> Result) -> Result {
    let outer = (region, clip)
    region = Rect(
      row: outer.0.origin.row + rect.origin.row, column: outer.0.origin.column + rect.origin.column,
      rows: rect.size.rows, columns: rect.size.columns)
    clip = outer.1.intersection(region)
    defer { (region, clip) = outer }
    return body(&self)
  }

  func absolute(_ point: Point) -> Point {
    Point(row: region.origin.row + point.row, column: region.origin.column + point.column)
  }

  /// Writes a line of text; what does not fit is cut.
  ///
  /// Line breaks and tabs become blanks, other control characters U+FFFD.
  ///
  /// - Parameters:
  ///   - text: Logical text; pieces to keep apart inside it are isolated by the caller.
  ///   - point: The leading cell, in reading order.
  ///   - width: The cells to keep to: longer text ends in «…», shorter text leaves the rest as it
  ///     was. Nil: up to the edge, cut without a sign.
  ///   - tone: What the text means.
  ///   - direction: The base direction of the line.
  ///   - alignment: Where text shorter than `width` stands.
  /// - Returns: The cells the text takes from `point` on, whether or not they could be seen.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at point: Point, width: Int? = nil, tone: Tone = .body,
    direction: Direction = .rtl, align alignment: Alignment = .leading
  ) -> Int {
    let place = absolute(point)
    let start = scalars.count
    for scalar in text.unicodeScalars { scalars.append(Frame.printable(scalar.value)) }
    var limit = width
    if direction == .ltr, limit == nil {
      // The end of a left-to-right line would stay in sight and its beginning be lost.
      limit = max(0, clip.columns.upperBound - place.column)
    }
    var count = measure(from: start)
    if let limit, count > limit {
      count = shorten(from: start, to: max(0, limit), ellipsis: width != nil)
    }
    let shift =
      switch alignment {
      case .leading: 0
      case .centre: max(0, ((width ?? count) - count) / 2)
      case .trailing: max(0, (width ?? count) - count)
      }
    let visible = clip.columns.clamped(to: place.column + shift..<place.column + shift + count)
    guard clip.rows.contains(place.row), !visible.isEmpty, count <= Int(UInt16.max) else {
      scalars.removeSubrange(start...)
      return count
    }
    runs.append(
      Run(start: start, count: scalars.count - start, cells: count, direction: direction))
    let run = UInt32(runs.count)
    let row = place.row * whole.columns
    for column in visible {
      cells[row + column] = Cell(
        run: run, value: UInt16(column - place.column - shift), tone: tone)
    }
    return count
  }

  private static func printable(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x20..<0x7F: scalar
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: 0x20
    case 0..<0x20, 0x7F..<0xA0: 0xFFFD
    default: scalar
    }
  }

  private func measure(from start: Int) -> Int {
    scalars.withUnsafeBufferPointer {
      TextMeasure(joinsLamAlef: joinsLamAlef).cells(in: $0[start...])
    }
  }

  /// Cuts the text at the end of `scalars` to `limit` cells and closes the isolates left open.
  private mutating func shorten(from start: Int, to limit: Int, ellipsis: Bool) -> Int {
    let room = ellipsis ? limit - 1 : limit
    let measure = TextMeasure(joinsLamAlef: joinsLamAlef)
    let (end, count) = scalars.withUnsafeBufferPointer {
      measure.prefix(of: $0[start...], within: max(0, room))
    }
    scalars.removeSubrange(end...)
    var open = 0
    for scalar in scalars[start...] {
      if (0x2066...0x2068).contains(scalar) { open += 1 }
      if scalar == 0x2069, open > 0 { open -= 1 }
    }
    for _ in 0..<open { scalars.append(0x2069) }
    guard ellipsis, limit > 0 else { return count }
    scalars.append(0x2026)
    return count + 1
  }
}

extension Frame: Equatable {
  /// True when both show the same; how they were written does not matter.
  public static func == (one: Frame, other: Frame) -> Bool {
    one.whole == other.whole && one.absoluteCursor == other.absoluteCursor
      && one.joinsLamAlef == other.joinsLamAlef
      && (0..<one.whole.rows).allSatisfy { one.row($0, equals: other) }
  }

  /// Compares a row of two frames of the same width.
  package func row(_ row: Int, equals other: Frame) -> Bool {
    let start = row * whole.columns
    var (lastRun, lastOther) = (UInt32(0), UInt32(0))
    for index in start..<start + whole.columns {
      let (one, two) = (cells[index], other.cells[index])
      guard one.value == two.value, one.tone == two.tone else { return false }
      if one.run == lastRun, two.run == lastOther { continue }
      guard run(one.run, equals: two.run, of: other) else { return false }
      (lastRun, lastOther) = (one.run, two.run)
    }
    return true
  }

  private func run(_ number: UInt32, equals second: UInt32, of other: Frame) -> Bool {
    guard number != 0, second != 0 else { return number == second }
    let (one, two) = (runs[Int(number) - 1], other.runs[Int(second) - 1])
    return one.direction == two.direction
      && scalars[one.start..<one.start + one.count]
        == other.scalars[two.start..<two.start + two.count]
  }
}
