/// The Unicode Bidirectional Algorithm (UAX #9, Unicode 15.0), complete: explicit levels to 125,
/// isolates, paired brackets with canonical equivalents, L1 and L2 per line.
///
/// A value is a workspace: keep it and give it one text after another. Levels belong to the
/// paragraph and are resolved once; each line broken from it is ordered on its own (L1, L2).
/// Mirroring (L4) and marks (L3) are left to the layout.
public struct Bidi: ~Copyable {
  /// The deepest level that embeddings reach (BD2).
  public static let maximumDepth = 125
  /// The version of the Unicode Character Database behind the tables.
  public static var unicodeVersion: String { UnicodeTables.version }

  let tables = CharacterTables.shared
  var count = 0
  var scalars = Scratch<UInt32>(capacity: 256)
  var traits = Scratch<UInt16>(capacity: 256)
  /// Levels after I2; those that X9 removes have the level of what precedes them.
  var levels = Scratch<UInt8>(capacity: 256)
  /// Classes after the explicit rules; `boundaryNeutral` for everything removed.
  var classes = Scratch<UInt8>(capacity: 256)
  /// An isolate initiator's matching PDI and the reverse (BD9); outside the paragraph if none.
  var partners = Scratch<Int32>(capacity: 256)
  /// The scalars of one isolating run sequence and their types as the rules change them.
  var sequence = Scratch<Int32>(capacity: 256)
  var types = Scratch<UInt8>(capacity: 256)
  /// The closing bracket of each opening one, by place in the sequence; -1 while unmatched.
  var closings = Scratch<Int32>(capacity: 256)
  var openings = Scratch<Int32>(capacity: 256)
  var runs = Scratch<LevelRun>(capacity: 64)
  /// The number of the level run that a matched PDI opens, by place of the PDI.
  var runsOfIsolates = Scratch<Int32>(capacity: 256)
  var order = Scratch<Int32>(capacity: 256)
  var lineLevels = Scratch<UInt8>(capacity: 256)
  var paragraphs: [Paragraph] = []

  /// Part of a text up to and including a paragraph separator (P1).
  struct Paragraph {
    var range: Range<Int>
    var level: UInt8
  }

  /// Neighbouring scalars of one level (BD7); `last` is the last one that X9 leaves.
  struct LevelRun {
    var first: Int32
    var last: Int32
    var level: UInt8
  }

  public init() {}

  /// Resolves the levels of a text, paragraph by paragraph, and returns that of the first, 0 or 1.
  @discardableResult
  public mutating func resolve(_ text: UnsafeBufferPointer<UInt32>, base: BaseDirection) -> UInt8 {
    reserve(text.count)
    count = text.count
    var found: UInt32 = 0
    tables.index.withUnsafeBufferPointer { index in
      tables.traits.withUnsafeBufferPointer { table in
        for place in 0..<text.count {
          let scalar = text[place] < 0x110000 ? text[place] : 0xFFFD
          let bits = table[Int(index[Int(scalar >> 7)]) << 7 | Int(scalar & 127)]
          scalars[place] = scalar
          traits[place] = bits
          found |= 1 << UInt32(bits & 31)
        }
      }
    }
    return resolveParagraphs(found: found, base: base)
  }

  mutating func reserve(_ count: Int) {
    scalars.reserve(count)
    traits.reserve(count)
    levels.reserve(count)
    classes.reserve(count)
    sequence.reserve(count)
    types.reserve(count)
    closings.reserve(count)
    openings.reserve(count)
    order.reserve(count)
    lineLevels.reserve(count)
  }

  func bidiClass(_ place: Int) -> BidiClass { Traits(bits: traits[place]).bidiClass }

  /// Splits the text at paragraph separators (P1) and resolves each part; `found` has the bits of all
  /// classes that occur in the text.
  mutating func resolveParagraphs(found: UInt32, base: BaseDirection) -> UInt8 {
    paragraphs.removeAll(keepingCapacity: true)
    guard found & BidiClass.paragraphSeparator.bit != 0 else {
      resolveParagraph(0..<count, found: found, base: base)
      return paragraphs[0].level
    }
    var start = 0
    var found: UInt32 = 0
    for place in 0..<count {
      let bidiClass = bidiClass(place)
      found |= bidiClass.bit
      guard bidiClass == .paragraphSeparator else { continue }
      if scalars[place] == 0x0D, place + 1 < count, scalars[place + 1] == 0x0A { continue }
      resolveParagraph(start..<place + 1, found: found, base: base)
      start = place + 1
      found = 0
    }
    if start < count { resolveParagraph(start..<count, found: found, base: base) }
    return paragraphs[0].level
  }

  private mutating func resolveParagraph(
    _ range: Range<Int>, found: UInt32, base: BaseDirection
  ) {
    let level = paragraphLevel(range, found: found, base: base)
    paragraphs.append(Paragraph(range: range, level: level))
    if found & (level == 0 ? Self.notPlainInLTR : Self.notPlainInRTL) == 0 {
      for place in range { levels[place] = level }
      return
    }
    for place in range { classes[place] = UInt8(truncatingIfNeeded: traits[place] & 31) }
    guard found & Self.explicitClasses != 0 else {
      let brackets = fillSequence(from: range.lowerBound, to: range.upperBound, at: 0)
      resolveSequence(
        count: brackets.count, level: level, start: level, end: level,
        hasBrackets: brackets.hasBrackets)
      if found & BidiClass.boundaryNeutral.bit != 0 { levelRemoved(range, paragraph: level) }
      return
    }
    resolveExplicit(range, paragraph: level, found: found)
    levelRemoved(range, paragraph: level)
  }

  /// Gives what X9 removed the level of what precedes it, for L1 and joining only.
  private func levelRemoved(_ range: Range<Int>, paragraph: UInt8) {
    var level = paragraph
    for place in range {
      if classes[place] == BidiClass.boundaryNeutral.rawValue {
        levels[place] = level
      } else {
        level = levels[place]
      }
    }
  }

  /// Rules P2 and P3, unless a higher protocol (HL1) sets the level.
  private mutating func paragraphLevel(
    _ range: Range<Int>, found: UInt32, base: BaseDirection
  ) -> UInt8 {
    switch base {
    case .ltr: return 0
    case .rtl: return 1
    case .auto(default: let fallback):
      if found & Self.isolates != 0 { matchIsolates(range) }
      return firstStrongLevel(range) ?? (fallback == .rtl ? 1 : 0)
    }
  }

  /// The level that the first strong letter asks for, isolates skipped (P2, P3, X5c).
  func firstStrongLevel(_ range: Range<Int>) -> UInt8? {
    var place = range.lowerBound
    while place < range.upperBound {
      switch bidiClass(place) {
      case .leftToRight: return 0
      case .rightToLeft, .arabicLetter: return 1
      case .leftToRightIsolate, .rightToLeftIsolate, .firstStrongIsolate:
        place = Int(partners[place])
      default: break
      }
      place += 1
    }
    return nil
  }

  private static let isolates =
    BidiClass.leftToRightIsolate.bit | BidiClass.rightToLeftIsolate.bit
    | BidiClass.firstStrongIsolate.bit
  private static let explicitClasses =
    isolates | BidiClass.popDirectionalIsolate.bit | BidiClass.popDirectionalFormat.bit
    | BidiClass.leftToRightEmbedding.bit | BidiClass.leftToRightOverride.bit
    | BidiClass.rightToLeftEmbedding.bit | BidiClass.rightToLeftOverride.bit
  /// Without these a left-to-right paragraph has level 0 throughout.
  private static let notPlainInLTR =
    explicitClasses | BidiClass.rightToLeft.bit | BidiClass.arabicLetter.bit
    | BidiClass.arabicNumber.bit
  /// Without these a right-to-left paragraph has level 1 throughout.
  private static let notPlainInRTL =
    explicitClasses | BidiClass.leftToRight.bit | BidiClass.europeanNumber.bit
    | BidiClass.arabicNumber.bit
}
