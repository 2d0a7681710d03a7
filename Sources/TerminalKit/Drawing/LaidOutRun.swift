import Glibc
import Persian
import Synchronization

/// A piece of text in the cells it takes, from left to right; shared by all frames that show it.
package final class LaidOutRun: Sendable {
  let key: Key
  /// The cells from left to right, with the tone `body`.
  let cells: [RasterCell]

  /// What a layout depends on.
  struct Key: Hashable {
    var text: String
    var direction: Frame.Direction
    /// Cells to keep to; nil for all of it.
    var limit: Int?
    var isJoined: Bool
    var hasPersianDigits: Bool

    // By bytes: what looks alike to `String` may be laid out otherwise, and its own comparing
    // normalises Persian letter by letter.
    static func == (one: Key, other: Key) -> Bool {
      one.direction == other.direction && one.limit == other.limit
        && one.isJoined == other.isJoined && one.hasPersianDigits == other.hasPersianDigits
        && one.text.hasSameBytes(as: other.text)
    }

    func hash(into hasher: inout Hasher) {
      var traits = UInt(bitPattern: limit ?? -1) &* 16
      traits |= UInt(direction.rawValue) << 2 | (isJoined ? 2 : 0) | (hasPersianDigits ? 1 : 0)
      hasher.combine(traits)
      let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      }
      if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }

  init(_ key: Key) {
    self.key = key
    let (layout, line) = key.layout
    var cells: [RasterCell] = []
    cells.reserveCapacity(line.width)
    for glyph in line.glyphs {
      let traits = layout.clusters[Int(glyph.cluster)].traits
      var cell = RasterCell(
        glyph.base, width: glyph.width == 2 ? .two : .one,
        isRightToLeft: glyph.level & 1 == 1 && traits.contains(.word))
      for place in 0..<glyph.marks.count { cell.add(mark: glyph.marks[place]) }
      cells.append(cell)
      if glyph.width == 2 { cells.append(RasterCell(0x20, width: .continuation)) }
    }
    self.cells = cells
  }

  /// The logical text shown in some cells, counted from the leading (right) edge.
  ///
  /// Lays the text out again when only a part is shown, so it is for snapshots, not for drawing.
  func text(ofCells part: Range<Int>) -> String {
    if key.limit == nil, part == 0..<cells.count { return key.text }
    let (layout, line) = key.layout
    let owners = line.glyphs.flatMap { repeatElement($0, count: Int($0.width)) }
    let shown = part.map { owners[owners.count - 1 - $0] }
    // What «…» stands for begins with the cluster after the shown ones.
    let isCut = line.clusters.count < layout.clusters.count
    func isEllipsis(_ glyph: Glyph) -> Bool {
      isCut && glyph.cluster == line.clusters.upperBound
    }
    let numbers = Set(shown.filter { !isEllipsis($0) }.map(\.cluster)).sorted()
    let text = numbers.map { layout.text(of: Int($0)..<Int($0) + 1) }.joined()
    return shown.contains(where: isEllipsis) ? text + "…" : text
  }
}

extension String {
  fileprivate func hasSameBytes(as other: String) -> Bool {
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    let answer = utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { two in
        guard let one = one.baseAddress, let two = two.baseAddress else { return count == 0 }
        return one == two || memcmp(one, two, count) == 0
      }
    }
    return (answer ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}

extension LaidOutRun.Key {
  fileprivate var layout: (text: TextLayout, line: TextLayout.Line) {
    let layout = TextLayout(text, options)
    return (layout, limit.map(layout.fitted(to:)) ?? layout.line)
  }

  private var options: LayoutOptions {
    let base: BaseDirection =
      switch direction {
      case .rtl: .rtl
      case .ltr: .ltr
      case .auto: .auto
      }
    return LayoutOptions(
      base: base, joins: isJoined, ligatesLamAlef: isJoined,
      digits: hasPersianDigits ? .asTyped : .latin)
  }
}

/// The runs laid out lately.
///
/// A screen drawn again finds nearly all its text here, so that a key press costs the layout of
/// what it changed.
struct LayoutCache {
  static let shared = Mutex(LayoutCache())

  /// Runs in one of the two generations; more than the pieces of one full screen.
  private static let limit = 1024
  private var young: [LaidOutRun.Key: LaidOutRun] = [:]
  private var old: [LaidOutRun.Key: LaidOutRun] = [:]
  /// The pieces of the picture drawn last, in the order of drawing.
  private var sequence: [LaidOutRun] = []

  /// The run that was drawn at this place of the picture before, without looking it up; a key press
  /// leaves nearly all of them.
  mutating func run(_ key: LaidOutRun.Key, at place: Int) -> LaidOutRun {
    guard place < sequence.count else {
      let run = run(key)
      if place == sequence.count, place < Self.limit { sequence.append(run) }
      return run
    }
    if sequence[place].key == key { return sequence[place] }
    let run = run(key)
    sequence[place] = run
    return run
  }

  mutating func run(_ key: LaidOutRun.Key) -> LaidOutRun {
    if let run = young[key] { return run }
    let run = old[key] ?? LaidOutRun(key)
    if young.count >= Self.limit {
      old = young
      young = [:]
    }
    young[key] = run
    return run
  }
}
