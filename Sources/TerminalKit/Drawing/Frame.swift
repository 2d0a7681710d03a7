import Glibc
import Persian
import Synchronization

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
    /// Fills the cell up: rows are compared as bytes.
    private let rest: UInt8 = 0

    package init(run: UInt32, value: UInt16, tone: Tone) {
      self.run = run
      self.value = value
      self.tone = tone
    }

    package static func blank(_ tone: Tone) -> Cell { Cell(run: 0, value: 0x20, tone: tone) }
  }

  /// A region of a frame as it was drawn, with the runs that were written there.
  struct Part {
    fileprivate let region: Rect
    fileprivate let clip: Rect
    fileprivate let whole: Size
    fileprivate let encoding: TerminalEncoding
    /// The cells of `clip`, row by row, with their runs numbered as in the frame they come from.
    fileprivate let cells: [Cell]
    fileprivate let runs: [LaidOutRun]
    /// The runs that stood before these.
    fileprivate let first: Int
  }

  /// The size of the whole frame, whatever region is being drawn in.
  package let whole: Size
  /// How the terminal wants its text; lam and alef share a cell or not by it.
  public let encoding: TerminalEncoding
  package var cells: [Cell]
  package private(set) var runs: [LaidOutRun] = []
  /// The caret in the whole frame.
  package var absoluteCursor: Point?
  /// Rows shown as another kind of terminal wants them, for the question which one reads right.
  package var rowOrders: [Int: TerminalEncoding.Order] = [:]
  /// The region `draw(in:)` is drawing in, and the part of it that may be touched.
  private var region: Rect
  private(set) var clip: Rect

  /// Makes a blank frame.
  ///
  /// - Parameters:
  ///   - size: Negative numbers count as 0.
  ///   - encoding: How the terminal wants its text.
  public init(size: Size, encoding: TerminalEncoding = TerminalEncoding(.explicit)) {
    region = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    clip = region
    whole = region.size
    self.encoding = encoding
    cells = Array(repeating: .blank(.body), count: region.size.rows * region.size.columns)
  }

  /// The rows and columns there are to draw in.
  public var size: Size { region.size }

  /// All of `size`.
  public var bounds: Rect { Rect(row: 0, column: 0, rows: size.rows, columns: size.columns) }

  /// Where the caret stands; nil hides it.
  ///
  /// A place outside the region hides it as well.
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

  /// Shows a row as terminals of another kind want it, whatever this terminal is.
  public mutating func encode(row: Int, as order: TerminalEncoding.Order) {
    rowOrders[region.origin.row + row] = order
  }

  /// Writes a line of text; what does not fit is cut.
  ///
  /// Control characters are shown by signs, never sent.
  ///
  /// - Parameters:
  ///   - text: Logical text; pieces to keep apart inside it are isolated by the caller.
  ///   - point: The leading cell, in reading order.
  ///   - width: The cells to keep to: longer text ends in «…», shorter text leaves the rest as it
  ///     was. Nil: up to the edge, without a sign for right-to-left text.
  ///   - tone: What the text means.
  ///   - direction: The base direction of the line.
  ///   - alignment: Where text shorter than `width` stands.
  /// - Returns: The cells the text takes, whether or not they could be seen.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, width: Int? = nil, tone: Tone = .body,
    direction: Direction = .rtl, align alignment: Alignment = .leading
  ) -> Int {
    let place = absolute(point)
    if width == nil, let sign = LoneLetters.sign(of: text, encoding) {
      if clip.contains(place) {
        cells[place.row * whole.columns + place.column] = Cell(run: 0, value: sign, tone: tone)
      }
      return 1
    }
    var limit = width.map { max(0, $0) }
    if direction == .ltr, limit == nil {
      // The end of a left-to-right line would stay in sight and its beginning be lost.
      limit = max(0, clip.columns.upperBound - place.column)
    }
    let run = run(text, direction, limit: limit, row: place.row)
    let count = run.cells.count
    let spare = max(0, (width ?? count) - count)
    let first =
      switch alignment {
      case .leading: place.column
      case .centre: place.column + spare / 2
      case .trailing: place.column + spare
      }
    let visible = clip.columns.clamped(to: first..<first + count)
    guard clip.rows.contains(place.row), !visible.isEmpty, count <= Int(UInt16.max) else {
      return count
    }
    runs.append(run)
    let number = UInt32(runs.count)
    let row = place.row * whole.columns
    for column in visible {
      cells[row + column] = Cell(run: number, value: UInt16(column - first), tone: tone)
    }
    return count
  }

  /// Writes a part of a text, as `write` of a whole one does.
  @discardableResult
  public mutating func write(
    _ text: Substring, at point: Point, width: Int? = nil, tone: Tone = .body,
    direction: Direction = .rtl, align alignment: Alignment = .leading
  ) -> Int {
    write(
      String(text), at: point, width: width, tone: tone, direction: direction, align: alignment)
  }

  /// The cells a line of text takes on a terminal of this kind, whatever its direction.
  public static func cells(
    in text: String, encoding: TerminalEncoding = TerminalEncoding(.explicit)
  ) -> Int {
    let key = LaidOutRun.Key(
      text: text, direction: .rtl, limit: nil, isJoined: encoding.order.joinsLetters,
      hasPersianDigits: encoding.hasPersianDigits)
    return LayoutCache.shared.withLock { $0.run(key).cells.count }
  }

  /// The cells a line of text takes in this frame.
  public func cells(in text: String) -> Int { Frame.cells(in: text, encoding: encoding) }

  /// The text broken into lines that fit a width in this frame.
  public func wrapped(_ text: String, to width: Int) -> [String] {
    // Where the terminal joins the letters itself, lam and alef take two cells: lines are broken as
    // if there were less room, by as little as does.
    var room = width
    var lines = text.wrapped(to: room)
    while room > 1, lines.contains(where: { cells(in: $0) > width }) {
      room -= 1
      lines = text.wrapped(to: room)
    }
    return lines
  }

  /// Makes the region blank.
  mutating func clear() {
    for row in clip.rows {
      for column in clip.columns { cells[row * whole.columns + column] = .blank(.body) }
    }
  }

  /// The region as it stands.
  ///
  /// - Parameter first: How many runs there were before it was drawn.
  /// - Returns: What can be put down again.
  func part(since first: Int) -> Part {
    let rows = clip.rows.map { row in
      cells[
        row * whole.columns + clip.columns.lowerBound..<row * whole.columns
          + clip.columns.upperBound]
    }
    return Part(
      region: region, clip: clip, whole: whole, encoding: encoding, cells: Array(rows.joined()),
      runs: Array(runs[first...]), first: first)
  }

  /// Puts down what was drawn in an equal region of an equal frame.
  ///
  /// - Returns: False, and nothing is changed, when region or frame differ.
  mutating func put(_ part: Part) -> Bool {
    guard part.region == region, part.clip == clip, part.whole == whole,
      part.encoding == encoding, rowOrders.isEmpty
    else { return false }
    let (columns, width) = (whole.columns, clip.columns.count)
    let moved = UInt32(truncatingIfNeeded: runs.count &- part.first)
    part.cells.withUnsafeBufferPointer { source in
      cells.withUnsafeMutableBufferPointer { cells in
        var from = 0
        for row in clip.rows {
          let start = row * columns + clip.columns.lowerBound
          defer { from += width }
          // Mostly as many runs stand before it as last time, and their numbers are the same.
          guard moved != 0 else {
            _ = UnsafeMutableBufferPointer(rebasing: cells[start..<start + width])
              .update(fromContentsOf: source[from..<from + width])
            continue
          }
          for index in 0..<width {
            var cell = source[from + index]
            if cell.run != 0 { cell.run &+= moved }
            cells[start + index] = cell
          }
        }
      }
    }
    runs += part.runs
    return true
  }

  /// Whether two frames were written of the same runs in the same order.
  package func hasSameRuns(as other: Frame) -> Bool {
    guard runs.count == other.runs.count, rowOrders.isEmpty, other.rowOrders.isEmpty else {
      return false
    }
    return runs.withUnsafeBufferPointer { own in
      other.runs.withUnsafeBufferPointer { others in
        own.indices.allSatisfy { own[$0] === others[$0] }
      }
    }
  }

  private func run(
    _ text: String, _ direction: Direction, limit: Int?, row: Int
  ) -> LaidOutRun {
    let order = rowOrders[row] ?? encoding.order
    let key = LaidOutRun.Key(
      text: text, direction: direction, limit: limit, isJoined: order.joinsLetters,
      hasPersianDigits: encoding.hasPersianDigits)
    return LayoutCache.shared.withLock { $0.run(key, at: runs.count) }
  }
}

extension Frame: Equatable {
  /// True when both show the same; how they were written does not matter.
  public static func == (one: Frame, other: Frame) -> Bool {
    one.whole == other.whole && one.absoluteCursor == other.absoluteCursor
      && one.encoding == other.encoding && one.rowOrders == other.rowOrders
      && (0..<one.whole.rows).allSatisfy { one.row($0, equals: other) }
  }

  /// Compares a row of two frames of the same width, encoding and runs.
  package func row(_ row: Int, hasCellsOf other: Frame) -> Bool {
    let columns = whole.columns
    return cells.withUnsafeBytes { own in
      other.cells.withUnsafeBytes { others in
        let bytes = columns * MemoryLayout<Cell>.stride
        guard let one = own.baseAddress, let two = others.baseAddress else { return true }
        return memcmp(one + row * bytes, two + row * bytes, bytes) == 0
      }
    }
  }

  /// Compares a row of two frames of the same width and encoding.
  package func row(_ row: Int, equals other: Frame) -> Bool {
    guard rowOrders[row] == other.rowOrders[row] else { return false }
    let columns = whole.columns
    return cells.withUnsafeBufferPointer { own in
      other.cells.withUnsafeBufferPointer { others in
        matches(
          UnsafeBufferPointer(rebasing: own[row * columns..<(row + 1) * columns]),
          UnsafeBufferPointer(rebasing: others[row * columns..<(row + 1) * columns]), of: other)
      }
    }
  }

  private func matches(
    _ own: UnsafeBufferPointer<Cell>, _ others: UnsafeBufferPointer<Cell>, of other: Frame
  ) -> Bool {
    var (lastRun, lastOther) = (UInt32(0), UInt32(0))
    for index in own.indices {
      let (one, two) = (own[index], others[index])
      guard one.value == two.value, one.tone == two.tone else { return false }
      if one.run == lastRun, two.run == lastOther { continue }
      guard one.run != 0, two.run != 0 else {
        if one.run == two.run { continue }
        return false
      }
      let (first, second) = (runs[Int(one.run) - 1], other.runs[Int(two.run) - 1])
      guard first === second || first.key == second.key else { return false }
      (lastRun, lastOther) = (one.run, two.run)
    }
    return true
  }
}

extension Frame: CustomDebugStringConvertible {
  public var debugDescription: String { transcript }
}
