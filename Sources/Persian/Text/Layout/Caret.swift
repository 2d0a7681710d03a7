/// A place between two clusters of a text, and the cluster it clings to.
///
/// Where levels change, one logical place has two places on the screen; the affinity tells which.
public struct Caret: Hashable, Sendable {
  /// The cluster on whose edge the caret stands.
  public enum Affinity: Hashable, Sendable {
    case previous, next
  }

  /// The number of scalars before the caret.
  public var place: Int
  public var affinity: Affinity

  public init(place: Int, affinity: Affinity = .next) {
    self.place = place
    self.affinity = affinity
  }
}

/// Where the carets of one line stand, and how keys and clicks move them.
///
/// Columns count cells from the left edge of the line; a boundary column is the left edge of the
/// cell of that number.
public struct CaretLine: Sendable {
  private struct Box {
    var start: Int
    var end: Int
    var left: Int
    var width: Int
    var isRightToLeft: Bool
    var isWord: Bool
  }

  /// The clusters of the line in logical order, with their columns.
  private let boxes: [Box]
  /// The places in `boxes` from left to right.
  private let visual: [Int]
  public let width: Int
  public let isRightToLeft: Bool
  private let firstPlace: Int
  private let lastPlace: Int

  /// The carets of some clusters of a layout on one line; all of them if no range is given.
  public init(_ layout: TextLayout, _ range: Range<Int>? = nil) {
    let range = range ?? layout.clusters.indices
    let line = layout.line(range)
    var boxes: [Box] = range.map { number in
      let cluster = layout.clusters[number]
      let end = Int(cluster.start) + layout.scalars(of: number).count
      return Box(
        start: Int(cluster.start), end: end, left: 0, width: 0,
        isRightToLeft: cluster.glyph.level & 1 == 1, isWord: cluster.traits.contains(.word))
    }
    var column = 0
    var visual: [Int] = []
    for glyph in line.glyphs {
      let number = Int(glyph.cluster) - range.lowerBound
      boxes[number].left = column
      boxes[number].width = Int(glyph.width)
      boxes[number].isRightToLeft = glyph.level & 1 == 1
      visual.append(number)
      column += Int(glyph.width)
    }
    self.boxes = boxes
    self.visual = visual
    width = column
    isRightToLeft = line.level == 1
    firstPlace = boxes.first?.start ?? 0
    lastPlace = boxes.last?.end ?? firstPlace
  }

  /// The start of the line: its right edge where it is right to left.
  public var home: Caret { Caret(place: firstPlace, affinity: .next) }
  /// The end of the line, in logical order.
  public var end: Caret { Caret(place: lastPlace, affinity: .previous) }

  /// The caret at the nearest boundary at or before its place.
  public func snapped(_ caret: Caret) -> Caret {
    if caret.place >= lastPlace { return end }
    guard let box = boxes.last(where: { $0.start <= caret.place }) else { return home }
    return Caret(
      place: box.start, affinity: box.start == firstPlace ? .next : caret.affinity)
  }

  /// The boundary column where the caret stands: 0 to `width`.
  public func boundary(of caret: Caret) -> Int {
    let caret = snapped(caret)
    if let box = box(beside: caret) {
      let isLeftEdge = (caret.affinity == .next) != box.isRightToLeft
      return isLeftEdge ? box.left : box.left + box.width
    }
    return 0
  }

  /// The cell that a block caret covers.
  ///
  /// This is the cell of the cluster that comes next in reading, or the one behind the text; -1 is
  /// the cell left of the line, `width` the one right of it.
  public func cell(of caret: Caret) -> Int {
    let caret = snapped(caret)
    guard let box = box(beside: caret) else { return isRightToLeft ? -1 : 0 }
    if caret.affinity == .next {
      return box.isRightToLeft ? box.left + box.width - 1 : box.left
    }
    return box.isRightToLeft ? box.left - 1 : box.left + box.width
  }

  /// The cell that a block caret covers, counted from the leading edge of the line: its right edge
  /// where it is right to left.
  public func leadingCell(of caret: Caret) -> Int {
    isRightToLeft ? width - 1 - cell(of: caret) : cell(of: caret)
  }

  /// The caret before the cluster in a cell, or at the end that a cell outside the line is next to.
  public func caret(atCell cell: Int) -> Caret {
    if cell < 0 || visual.isEmpty { return isRightToLeft ? end : home }
    guard
      let box = visual.lazy.map({ boxes[$0] }).first(where: { cell < $0.left + $0.width })
    else { return isRightToLeft ? home : end }
    return Caret(place: box.start, affinity: .next)
  }

  /// The caret one cluster to the left; nil at the left edge, where the next line begins or ends.
  public func left(of caret: Caret) -> Caret? {
    let column = boundary(of: caret)
    guard let box = visual.lazy.map({ boxes[$0] }).first(where: { $0.left + $0.width == column })
    else { return nil }
    return box.isRightToLeft
      ? Caret(place: box.end, affinity: .previous) : Caret(place: box.start, affinity: .next)
  }

  /// The caret one cluster to the right; nil at the right edge.
  public func right(of caret: Caret) -> Caret? {
    let column = boundary(of: caret)
    guard let box = visual.lazy.map({ boxes[$0] }).first(where: { $0.left == column }) else {
      return nil
    }
    return box.isRightToLeft
      ? Caret(place: box.start, affinity: .next) : Caret(place: box.end, affinity: .previous)
  }

  /// The caret at the far end of the word on its left, blanks skipped; a half-space ends no word.
  public func wordLeft(of caret: Caret) -> Caret? {
    word(from: caret, next: left) { boundary in
      visual.lazy.map { boxes[$0] }.first { $0.left + $0.width == boundary }?.isWord
    }
  }

  /// The caret at the far end of the word on its right, blanks skipped.
  public func wordRight(of caret: Caret) -> Caret? {
    word(from: caret, next: right) { boundary in
      visual.lazy.map { boxes[$0] }.first { $0.left == boundary }?.isWord
    }
  }

  private func word(
    from caret: Caret, next: (Caret) -> Caret?, isWordAhead: (Int) -> Bool?
  ) -> Caret? {
    var caret = caret
    var hasMoved = false
    var inWord = false
    while let isWord = isWordAhead(boundary(of: caret)), let moved = next(caret) {
      if inWord, !isWord { break }
      inWord = isWord
      caret = moved
      hasMoved = true
    }
    return hasMoved ? caret : nil
  }

  /// What Delete removes: the whole cluster after the caret; nil at the end.
  public func deletion(after caret: Caret) -> Range<Int>? {
    boxes.first { $0.end > caret.place }.map { $0.start..<$0.end }
  }

  /// What Backspace removes: the scalar before the caret, be it a mark, a half-space, or the alef of
  /// a ligature; nil at the start.
  public func deletion(before caret: Caret) -> Range<Int>? {
    caret.place > firstPlace ? caret.place - 1..<caret.place : nil
  }

  private func box(beside caret: Caret) -> Box? {
    if caret.affinity == .previous, let box = boxes.last(where: { $0.end <= caret.place }) {
      return box
    }
    return boxes.first { $0.start >= caret.place } ?? boxes.last
  }
}
