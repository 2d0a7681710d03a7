import Persian

/// Rewrites a visual row so that a terminal which orders text by itself shows that very row.
struct RowEncoder {
  /// The cells in the order to send them.
  private(set) var encoded: [RasterCell]
  /// Where the cell of each visual column has gone.
  private(set) var columns: [Int]

  /// Encodes a row.
  ///
  /// - Parameters:
  ///   - order: What the terminal does.
  ///   - cells: The row as it must be seen, from the left, its letters joined if the order says so.
  init(order: TerminalEncoding.Order, cells: [RasterCell]) {
    encoded = cells
    columns = Array(cells.indices)
    switch order {
    case .explicit: break
    case .implicit: fenceWithMarks()
    case .kitty: turn(cells.indices.split { !isArabicScript(cells[$0].base) })
    case .kittyWords:
      turn(
        cells.indices.split { isBlank($0) }.filter { word in
          word.contains { isArabicScript(cells[$0].base) }
        })
    case .putty: fenceWithBlanks()
    }
  }

  /// A mark the terminal does not show and takes for a left-to-right letter.
  private static let leftToRightMark: UInt32 = 0x200E
  /// A blank of class L (DerivedBidiClass).
  private static let blankLetter: UInt32 = 0x2800

  /// Logical runs, each followed by LRM, so that what stands between keeps its place.
  private mutating func fenceWithMarks() {
    for stretch in stretches() {
      turn(stretch)
      encoded[lastBase(of: stretch)].add(mark: Self.leftToRightMark)
    }
    for index in encoded.indices where isArabicNumber(index) {
      let next = index + 1
      if next == encoded.count || !isArabicNumber(next) {
        encoded[index].add(mark: Self.leftToRightMark)
      }
    }
  }

  /// Logical runs between blanks of class L; the first of them gives the row its direction.
  private mutating func fenceWithBlanks() {
    let found = stretches()
    for stretch in found {
      turn(stretch)
      for index in [stretch.lowerBound - 1, stretch.upperBound] { blankLetter(at: index) }
    }
    if !found.isEmpty { blankLetter(at: 0) }
  }

  private mutating func blankLetter(at index: Int) {
    guard encoded.indices.contains(index), encoded[index].base == 0x20 else { return }
    encoded[index].base = Self.blankLetter
  }

  /// Stretches back to front, as HarfBuzz will turn them again.
  ///
  /// It misplaces marks then, and the letters around them with them: they are left out.
  private mutating func turn(_ stretches: [Range<Int>]) {
    for stretch in stretches {
      turn(stretch)
      for index in stretch {
        encoded[index].base = encoded[index].base.mirrored
        encoded[index].marks = 0
      }
    }
  }

  /// From the first to the last right-to-left letter, with the neutrals between.
  private func stretches() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var end = 0
    for index in encoded.indices {
      if encoded[index].isRightToLeft {
        if start == nil { start = index }
        end = index + 1
      } else if let first = start, !mayStandBetween(index) {
        found.append(first..<end)
        start = nil
      }
    }
    if let start { found.append(start..<end) }
    return found
  }

  /// Blanks and punctuation; not brackets, digits, borders, Latin letters.
  private func mayStandBetween(_ index: Int) -> Bool {
    if encoded[index].width == .continuation { return false }
    switch encoded[index].base {
    case 0x20, 0x21, 0x22, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F, 0x60C, 0x61B, 0x61F, 0x640,
      0x2026, 0x2013, 0x2014:
      return true
    default: return false
    }
  }

  private mutating func turn(_ range: Range<Int>) {
    encoded[range].reverse()
    for column in columns.indices where range.contains(columns[column]) {
      columns[column] = range.lowerBound + range.upperBound - 1 - columns[column]
    }
    // A wide character's halves have changed places.
    for index in range.dropLast()
    where encoded[index].width == .continuation && encoded[index + 1].width == .two {
      encoded.swapAt(index, index + 1)
    }
  }

  private func lastBase(of range: Range<Int>) -> Int {
    let last = range.upperBound - 1
    return encoded[last].width == .continuation && last > range.lowerBound ? last - 1 : last
  }

  /// What ends a word on the screen: blanks, and the lines of boxes, which are drawn and not written.
  private func isBlank(_ index: Int) -> Bool {
    encoded[index].base == 0x20 || (0x2500...0x259F).contains(encoded[index].base)
  }

  private func isArabicNumber(_ index: Int) -> Bool {
    switch encoded[index].base {
    case 0x660...0x669, 0x66B, 0x66C: true
    default: false
    }
  }

  private func isArabicScript(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: true
    default: false
    }
  }
}

extension UInt32 {
  /// The mirror image of a bracket or the like (UAX #9, L4); other scalars are their own.
  fileprivate var mirrored: UInt32 {
    guard self < 0x600 || self > 0x2000, let scalar = Unicode.Scalar(self) else { return self }
    // A sign alone on a right-to-left line stands at level 1, where L4 mirrors it.
    return TextLayout(String(Character(scalar)), .rtl).line.glyphs.first?.base ?? self
  }
}
