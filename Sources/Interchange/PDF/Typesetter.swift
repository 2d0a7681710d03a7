internal import Persian

/// How a text is set: its weight and its size in points.
struct TextStyle: Hashable {
  var isBold = false
  var size: Double

  /// From one base line to the next, in points.
  var leading: Double { size * 1.5 }

  static func regular(_ size: Double) -> TextStyle { TextStyle(size: size) }
  static func bold(_ size: Double) -> TextStyle { TextStyle(isBold: true, size: size) }
}

/// A glyph in its place on a line.
struct SetGlyph: Hashable {
  /// Which of the document's fonts.
  var font: Int
  var number: UInt16
  /// How far the pen goes on, in thousandths of the size.
  var advance: Int
}

/// A line of text from left to right, and its width in points.
struct SetLine: Hashable {
  var glyphs: [SetGlyph]
  var width: Double
  var style: TextStyle
  /// As it was typed.
  var text: String
}

/// Turns text into lines of glyphs with the measures of the document's fonts.
///
/// Order and joining are those of the screen (``TextLayout``); only widths differ. Every character
/// of the text has a glyph of its own on the line, if need be one that shows nothing: the alef
/// of a lam-alef, a half-space. So readers that put visual order back into reading order find the
/// text as it was typed.
final class Typesetter {
  /// The fonts in use, upright and bold; those of further families are opened when they are needed.
  private(set) var fonts: [FontSubset] = []
  private let families: [PaperFonts.Family]
  /// Places in `fonts` of the regular and the bold font of each family opened; nil cannot be read.
  private var opened: [String: Int?] = [:]
  private var found: [Key: (font: Int, glyph: Int?)] = [:]

  private struct Key: Hashable {
    var scalar: UInt32
    var isBold: Bool
  }

  init(_ fonts: PaperFonts) { families = fonts.families }

  // MARK: Measuring

  /// The width of the longest line of a text, and that of its longest word, in points.
  func measure(_ text: String, _ style: TextStyle) -> (line: Double, word: Double) {
    var (longest, longestWord) = (0, 0)
    for paragraph in text.split(whereSeparator: \.isNewline) {
      let layout = TextLayout(String(paragraph), .rtl)
      var (line, word) = (0, 0)
      for cluster in layout.clusters {
        let width = advance(of: cluster, style)
        line += width
        word = cluster.traits.contains(.space) ? 0 : word + width
        longestWord = max(longestWord, word)
      }
      longest = max(longest, line)
    }
    // A hair more, so that what is measured to fit fits.
    return (
      Double(longest) * style.size / 1000 + 0.01, Double(longestWord) * style.size / 1000 + 0.01
    )
  }

  private func advance(of cluster: Cluster, _ style: TextStyle) -> Int {
    guard cluster.glyph.width > 0 else { return 0 }
    let (font, glyph) = find(cluster.glyph.base, style)
    return fonts[font].font.advance(of: glyph ?? 0)
  }

  // MARK: Lines

  /// The lines of a text no wider than `width` points: broken at spaces; a word longer than a line
  /// behind a half-space, or else between letters.
  ///
  /// - Returns: At least one line.
  func lines(_ text: String, _ style: TextStyle, within width: Double) -> [SetLine] {
    var lines: [SetLine] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let layout = TextLayout(String(paragraph), .rtl)
      let advances = layout.clusters.map { advance(of: $0, style) }
      let room = Int(width * 1000 / style.size)
      for range in Self.broken(layout.clusters, advances, within: room) {
        lines.append(line(range, of: layout, style))
      }
    }
    return lines
  }

  /// One line, however long it is.
  func line(_ text: String, _ style: TextStyle) -> SetLine {
    let layout = TextLayout(text, .rtl)
    return line(layout.clusters.indices, of: layout, style)
  }

  private static func broken(
    _ clusters: [Cluster], _ advances: [Int], within room: Int
  ) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    repeat {
      var (end, width) = (start, 0)
      while end < clusters.count, width + advances[end] <= room || end == start {
        width += advances[end]
        end += 1
      }
      var next = end
      if end < clusters.count {
        end = lastBreak(clusters, start..<end) ?? end
        next = end
        while next < clusters.count, clusters[next].traits.contains(.space) { next += 1 }
      }
      var content = end
      while content > start, clusters[content - 1].traits.contains(.space) { content -= 1 }
      lines.append(start..<content)
      start = next
    } while start < clusters.count
    return lines
  }

  private static func lastBreak(_ clusters: [Cluster], _ range: Range<Int>) -> Int? {
    if clusters[range.upperBound].traits.contains(.space) { return range.upperBound }
    for trait in [Cluster.Traits.space, .halfSpace] {
      let found = range.reversed().first {
        $0 > range.lowerBound && clusters[$0].traits.contains(trait)
      }
      if let found { return found + 1 }
    }
    return nil
  }

  // MARK: Glyphs

  private func line(_ range: Range<Int>, of layout: TextLayout, _ style: TextStyle) -> SetLine {
    var glyphs: [SetGlyph] = []
    glyphs.reserveCapacity(range.count + 4)
    var left: (glyph: Glyph, traits: Cluster.Traits)?
    let visual = layout.line(range).glyphs
    // What stands beside the line may go on behind its last point or colon.
    if let last = visual.first, last.level & 1 == 1,
      let scalar = layout.scalars(of: Int(last.cluster)).first, Self.isNumeric(scalar)
    {
      glyphs.append(empty(as: Self.rightToLeftMark, font: find(last.base, style).font))
    }
    for glyph in visual {
      let traits = layout.clusters[Int(glyph.cluster)].traits
      let scalars = layout.scalars(of: Int(glyph.cluster))
      if Self.wantsMark(between: glyph, scalars, and: left), let font = glyphs.last?.font {
        glyphs.append(empty(as: Self.rightToLeftMark, font: font))
      }
      left = (glyph, traits)
      add(glyph, scalars, style, to: &glyphs)
    }
    let width = glyphs.reduce(0) { $0 + $1.advance }
    var text = String.UnicodeScalarView()
    for cluster in range {
      text.append(contentsOf: layout.scalars(of: cluster).compactMap(Unicode.Scalar.init))
    }
    return SetLine(
      glyphs: glyphs, width: Double(width) * style.size / 1000, style: style, text: String(text))
  }

  private static let rightToLeftMark: UInt32 = 0x200F

  /// Whether a mark must tell readers that the text goes on to the left behind a number, a Latin
  /// word or a point.
  ///
  /// Poppler, and whatever is built on it, takes what follows these up to the next Persian letter
  /// for a part of them, and would put the space behind a comma before it.
  private static func wantsMark(
    between right: Glyph, _ scalars: ArraySlice<UInt32>,
    and left: (glyph: Glyph, traits: Cluster.Traits)?
  ) -> Bool {
    guard let left else { return false }
    let isEven = right.level & 1 == 0
    if isEven && left.glyph.level & 1 == 0 { return false }
    if left.traits.contains(.word) && left.glyph.level & 1 == 1 { return false }
    return isEven || scalars.first.map(isNumeric) ?? false
  }

  /// Signs that stand in numbers (UAX #9: ES, ET, CS).
  private static func isNumeric(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x23...0x25, 0x2B...0x2F, 0x3A, 0xA0, 0x060C, 0x066A...0x066C, 0x2212: true
    default: false
    }
  }

  /// The letter with its marks, and glyphs without a picture for what else the cluster is made of.
  private func add(
    _ glyph: Glyph, _ scalars: ArraySlice<UInt32>, _ style: TextStyle, to line: inout [SetGlyph]
  ) {
    // A sign that steers order may stand before its letter in one cluster.
    let scalars = scalars.drop(while: Self.isSilent)
    let isSubstituted = scalars.first.map { $0 < 0x20 } ?? true
    let (font, found) = find(glyph.base, style)
    let base = found ?? 0
    let slot = FontSubset.Slot(
      glyph: base, marks: marks(of: glyph, over: base, in: font),
      scalar: isSubstituted ? glyph.base : scalars.first)
    var parts = [
      SetGlyph(
        font: font, number: fonts[font].number(of: slot),
        advance: fonts[font].font.advance(of: base))
    ]
    for scalar in scalars.dropFirst() where !Self.isSilent(scalar) {
      parts.append(empty(as: scalar, font: font))
    }
    // What comes later in the text stands on the left where it is read from the right.
    line += glyph.level & 1 == 1 ? parts.reversed() : parts
  }

  /// Signs that steer order and joining and are no text; the half-space is.
  private static func isSilent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x200B, 0x200D...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x061C: true
    default: false
    }
  }

  private func empty(as scalar: UInt32, font: Int) -> SetGlyph {
    let number = fonts[font].number(of: FontSubset.Slot(scalar: scalar))
    return SetGlyph(font: font, number: number, advance: 0)
  }

  /// The marks over the middle of their letter, or under it, clear of it and of each other.
  private func marks(of glyph: Glyph, over base: Int, in font: Int) -> [FontSubset.Mark] {
    guard !glyph.marks.isEmpty, let letter = fonts[font].font.box(of: base) else { return [] }
    let between = fonts[font].font.unitsPerEm / 20
    var (top, bottom) = (letter.top, letter.bottom)
    return (0..<glyph.marks.count).compactMap { place in
      guard let mark = fonts[font].font.glyph(of: glyph.marks[place]),
        let box = fonts[font].font.box(of: mark)
      else { return nil }
      let right = (letter.left + letter.right - box.left - box.right) / 2
      var up = 0
      if box.bottom > 0 {
        up = max(0, top + between - box.bottom)
        top = box.top + up
      } else {
        up = min(0, bottom - between - box.top)
        bottom = box.bottom + up
      }
      return FontSubset.Mark(glyph: mark, right: right, up: up)
    }
  }

  // MARK: Fonts

  /// The first font with the character; the first of all with no glyph where none has it.
  private func find(_ scalar: UInt32, _ style: TextStyle) -> (font: Int, glyph: Int?) {
    let key = Key(scalar: scalar, isBold: style.isBold)
    if let place = found[key] { return place }
    var place: (font: Int, glyph: Int?)?
    for family in families {
      guard let font = open(style.isBold ? family.bold : family.regular) else { continue }
      if let glyph = fonts[font].font.glyph(of: scalar) {
        place = (font, glyph)
        break
      }
      if place == nil { place = (font, nil) }
    }
    let result = place ?? (0, nil)
    found[key] = result
    return result
  }

  private func open(_ path: String) -> Int? {
    if let place = opened[path] { return place }
    let font = TrueTypeFont(path: path)
    if let font { fonts.append(FontSubset(font)) }
    let place = font == nil ? nil : fonts.count - 1
    opened[path] = .some(place)
    return place
  }
}
