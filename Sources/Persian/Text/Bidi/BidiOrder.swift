/// Rules L1 and L2 for one line, and the whole resolution as values.
extension Bidi {
  /// What the algorithm says of a text shown on one line, as in BidiCharacterTest.txt.
  public struct Resolution: Equatable, Sendable {
    /// The level of the first paragraph, 0 or 1.
    public var paragraphLevel: UInt8
    /// The level of each scalar after L1; nil for those that X9 removes.
    public var levels: [UInt8?]
    /// The places of the scalars from left to right, without those that X9 removes.
    public var order: [Int]

    /// Fields 2–4 of BidiCharacterTest.txt: `PARAGRAPH-LEVEL;LEVELS;ORDER`, `x` for what X9 removes.
    public var notation: String {
      let levels = levels.map { $0.map(String.init) ?? "x" }.joined(separator: " ")
      return "\(paragraphLevel);\(levels);\(order.map(String.init).joined(separator: " "))"
    }

    public init(paragraphLevel: UInt8, levels: [UInt8?], order: [Int]) {
      self.paragraphLevel = paragraphLevel
      self.levels = levels
      self.order = order
    }
  }

  /// Resolves a text and orders it as one line; paragraphs inside it follow each other.
  ///
  /// Values that are no Unicode scalars count as U+FFFD.
  public mutating func resolution(of scalars: [UInt32], base: BaseDirection) -> Resolution {
    scalars.withUnsafeBufferPointer { _ = resolve($0, base: base) }
    return ordered()
  }

  /// Resolves UTF-8 bytes and orders them as one line; whatever is not valid counts as U+FFFD.
  mutating func resolution(
    ofUTF8 bytes: UnsafeBufferPointer<UInt8>, base: BaseDirection
  ) -> Resolution {
    _ = resolveParagraphs(found: decode(bytes), base: base)
    return ordered()
  }

  private mutating func ordered() -> Resolution {
    var result = Resolution(paragraphLevel: paragraphs[0].level, levels: [], order: [])
    result.levels.reserveCapacity(count)
    result.order.reserveCapacity(count)
    for paragraph in paragraphs {
      let shown = orderLine(paragraph.range, paragraph: paragraph.level)
      for place in paragraph.range {
        result.levels.append(bidiClass(place).isRemoved ? nil : lineLevels[place])
      }
      for position in 0..<shown { result.order.append(Int(order[position])) }
    }
    return result
  }

  /// Orders one line of a paragraph from left to right into `order`, what X9 removes left out.
  ///
  /// - Returns: how many scalars are shown.
  private mutating func orderLine(_ line: Range<Int>, paragraph: UInt8) -> Int {
    resetWhitespace(line, paragraph: paragraph)
    var shown = 0
    var highest = paragraph
    var lowestOdd = UInt8.max
    for place in line where !bidiClass(place).isRemoved {
      order[shown] = Int32(truncatingIfNeeded: place)
      shown += 1
      let level = lineLevels[place]
      highest = max(highest, level)
      if level & 1 == 1 { lowestOdd = min(lowestOdd, level) }
    }
    guard lowestOdd <= highest else { return shown }
    for level in (lowestOdd...highest).reversed() { reverseRuns(of: level, in: shown) }
    return shown
  }

  /// Rule L1: separators, and white space before them or at the line's end, get the paragraph level.
  private func resetWhitespace(_ line: Range<Int>, paragraph: UInt8) {
    var resets = true
    for place in line.reversed() {
      let bidiClass = bidiClass(place)
      switch bidiClass {
      case .paragraphSeparator, .segmentSeparator: resets = true
      case .whitespace, .leftToRightIsolate, .rightToLeftIsolate, .firstStrongIsolate,
        .popDirectionalIsolate:
        break
      default: if !bidiClass.isRemoved { resets = false }
      }
      lineLevels[place] = resets ? paragraph : levels[place]
    }
  }

  /// Rule L2 for one level: reverses every stretch of that level or higher.
  private func reverseRuns(of level: UInt8, in shown: Int) {
    var start = 0
    while start < shown {
      guard lineLevels[Int(order[start])] >= level else {
        start += 1
        continue
      }
      var end = start
      while end < shown, lineLevels[Int(order[end])] >= level { end += 1 }
      var (low, high) = (start, end - 1)
      while low < high {
        (order[low], order[high]) = (order[high], order[low])
        low += 1
        high -= 1
      }
      start = end
    }
  }
}
