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
    for stretch in stretches(across: mayStandBetween) {
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

  /// Logical runs between blanks of class L; one before all of them gives the row its direction.
  ///
  /// What touches letters on both sides goes with them, brackets and lines of boxes too: where no
  /// blank fences them off the runs would change places (UAX #9, N1).
  private mutating func fenceWithBlanks() {
    let found = stretches { mayStandBetween($0) || isHeldByLetters($0) }
    guard let first = found.first else { return }
    guard let blank = encoded[..<first.lowerBound].firstIndex(where: { $0.base == 0x20 }) else {
      return turnWhole()
    }
    for stretch in found {
      turn(stretch)
      mirror(stretch)
      fence(stride(from: stretch.lowerBound - 1, through: 0, by: -1))
      fence(stride(from: stretch.upperBound, to: encoded.count, by: 1))
    }
    blankLetter(at: blank)
  }

  /// The row as a right-to-left one, since a letter of that class is its first without a blank
  /// before it: words of left-to-right letters and numbers keep their order (UAX #9, L2).
  private mutating func turnWhole() {
    let whole = encoded.indices
    var kept: [Range<Int>] = []
    var index = 0
    while index < whole.count {
      let start = index
      index += 1
      guard encoded[start].isLetterOrDigit, !encoded[start].isRightToLeft else { continue }
      let isWord = !encoded[start].isDigit
      var end = index
      while index < whole.count, !encoded[index].isRightToLeft {
        if encoded[index].isLetterOrDigit {
          // A number goes on over one separator, a word over whatever stands in it.
          guard isWord || encoded[index].isDigit else { break }
          end = index + 1
        } else if !isWord, index > end || !encoded[index].isSeparator {
          break
        }
        index += 1
      }
      kept.append(start..<end)
      index = end
    }
    turn(whole)
    mirror(whole)
    for range in kept {
      let turned = whole.count - range.upperBound..<whole.count - range.lowerBound
      turn(turned)
      mirror(turned)
    }
  }

  /// Whether signs without a blank stand here from one right-to-left letter to another.
  private func isHeldByLetters(_ index: Int) -> Bool {
    func reachesLetter(_ range: some Sequence<Int>) -> Bool {
      for index in range {
        if encoded[index].isRightToLeft { return true }
        if encoded[index].base == 0x20 || encoded[index].isLetterOrDigit { return false }
      }
      return false
    }
    return reachesLetter(index..<encoded.count) && reachesLetter((0...index).reversed())
  }

  private mutating func mirror(_ range: Range<Int>) {
    for index in range { encoded[index].base = encoded[index].base.mirrored }
  }

  /// Makes the next blank one of class L, over signs that touch the letters.
  private mutating func fence(_ places: some Sequence<Int>) {
    for index in places where encoded[index].base == 0x20 || encoded[index].isLetterOrDigit {
      return blankLetter(at: index)
    }
  }

  private mutating func blankLetter(at index: Int) {
    guard encoded[index].base == 0x20 else { return }
    encoded[index].base = Self.blankLetter
  }

  /// Stretches back to front, as HarfBuzz will turn them again.
  ///
  /// It misplaces marks then, and the letters around them with them: they are left out.
  private mutating func turn(_ stretches: [Range<Int>]) {
    for stretch in stretches {
      turn(stretch)
      mirror(stretch)
      for index in stretch { encoded[index].marks = 0 }
    }
  }

  /// From the first to the last right-to-left letter, with what may stand between.
  private func stretches(across mayStandBetween: (Int) -> Bool) -> [Range<Int>] {
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

extension RasterCell {
  fileprivate var isLetterOrDigit: Bool {
    guard width != .continuation, let scalar = Unicode.Scalar(base) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  fileprivate var isDigit: Bool {
    Unicode.Scalar(base)?.properties.numericType != nil
  }

  /// What may stand between the digits of one number (class CS, W4).
  fileprivate var isSeparator: Bool {
    [0x2C, 0x2E, 0x2F, 0x3A, 0x60C, 0x66B, 0x66C].contains(base)
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
