/// The glyphs that a document shows, taken out of a font and numbered anew.
///
/// A glyph has a number of its own for every character that it stands for, so that what is copied
/// or searched is the text and not its shape: a mirrored bracket is the bracket that was typed.
struct FontSubset {
  /// A mark with its distance from where it would stand, in units of the design.
  struct Mark: Hashable {
    var glyph: Int
    var right: Int
    var up: Int
  }

  /// One number of the subset.
  struct Slot: Hashable {
    /// The glyph in the font; nil shows nothing.
    var glyph: Int?
    var marks: [Mark] = []
    /// The character that is copied; nil for the sign for what is missing.
    var scalar: UInt32?
  }

  let font: TrueTypeFont
  /// By number; the first is the sign for what is missing.
  private(set) var slots = [Slot(glyph: 0)]
  private var numbers: [Slot: UInt16] = [:]

  init(_ font: TrueTypeFont) { self.font = font }

  /// The number of a glyph for a character; 0 when there are too many.
  mutating func number(of slot: Slot) -> UInt16 {
    if let number = numbers[slot] { return number }
    guard slots.count < 0xFFFF else { return 0 }
    let number = UInt16(slots.count)
    slots.append(slot)
    numbers[slot] = number
    return number
  }

  /// Advance of each number, in thousandths of the size.
  var widths: [Int] { slots.map { $0.glyph.map(font.advance) ?? 0 } }

  // MARK: File

  /// The font file with these glyphs, in their order, and the parts that they are put together from.
  func file() -> [UInt8] {
    var glyphs = slots.map(\.glyph)
    var parts = Parts()
    var outlines: [UInt8] = []
    var offsets: [UInt8] = []
    var index = 0
    // The parts of composite glyphs are added behind while their wholes are written.
    while index < glyphs.count {
      offsets.appendLong(outlines.count)
      if let glyph = glyphs[index] {
        let marks = index < slots.count ? slots[index].marks : []
        outlines +=
          marks.isEmpty
          ? outline(of: glyph, &parts, after: &glyphs)
          : marked(glyph, with: marks, &parts, after: &glyphs)
        while outlines.count % 4 != 0 { outlines.append(0) }
      }
      index += 1
    }
    offsets.appendLong(outlines.count)
    var metrics: [UInt8] = []
    for glyph in glyphs {
      let metric = glyph.map(font.metric) ?? (advance: 0, bearing: 0)
      metrics.appendShort(metric.advance)
      metrics.appendShort(metric.bearing)
    }
    var tables: [(String, [UInt8])] = [
      ("glyf", outlines), ("head", head()), ("hhea", counted("hhea", at: 34, glyphs.count)),
      ("hmtx", metrics), ("loca", offsets), ("maxp", counted("maxp", at: 4, glyphs.count)),
    ]
    for name in ["cvt ", "fpgm", "prep"] {
      if let table = font.table(name) { tables.append((name, Array(table))) }
    }
    return Self.file(of: tables.sorted { $0.0 < $1.0 })
  }

  private func head() -> [UInt8] {
    var head = Array(font.table("head") ?? [])
    guard head.count >= 54 else { return head }
    // The checksum of the whole is put in when the whole is there; offsets are long.
    head.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    head.replaceSubrange(50..<52, with: [0, 1])
    return head
  }

  private func counted(_ name: String, at place: Int, _ count: Int) -> [UInt8] {
    var table = Array(font.table(name) ?? [])
    guard table.count >= place + 2 else { return table }
    table[place] = UInt8(truncatingIfNeeded: count >> 8)
    table[place + 1] = UInt8(truncatingIfNeeded: count)
    return table
  }

  /// Numbers of the glyphs that others are put together from.
  private struct Parts {
    private var numbers: [Int: Int] = [:]

    /// The number of a part, which is added behind the glyphs the first time.
    mutating func number(of part: Int, after glyphs: inout [Int?]) -> Int {
      if let number = numbers[part] { return number }
      numbers[part] = glyphs.count
      glyphs.append(part)
      return glyphs.count - 1
    }
  }

  /// A glyph put together from a letter and its marks.
  private func marked(
    _ letter: Int, with marks: [Mark], _ parts: inout Parts, after glyphs: inout [Int?]
  ) -> [UInt8] {
    var outline: [UInt8] = []
    outline.appendShort(-1)
    // The box of the letter alone: readers draw what goes beyond it all the same.
    outline += font.bytes(in: font.outline(of: letter)).dropFirst(2).prefix(8)
    while outline.count < 10 { outline.append(0) }
    let pieces = [Mark(glyph: letter, right: 0, up: 0)] + marks
    for (index, piece) in pieces.enumerated() {
      // Words, which are distances; more pieces follow all but the last.
      outline.appendShort(index + 1 < pieces.count ? 0x23 : 0x03)
      outline.appendShort(parts.number(of: piece.glyph, after: &glyphs))
      outline.appendShort(piece.right)
      outline.appendShort(piece.up)
    }
    return outline
  }

  /// An outline with the numbers of its parts changed to those of the subset.
  private func outline(
    of glyph: Int, _ parts: inout Parts, after glyphs: inout [Int?]
  ) -> [UInt8] {
    var outline = Array(font.bytes(in: font.outline(of: glyph)))
    let reader = FontReader(bytes: outline)
    guard outline.count >= 10, reader.signed(0) < 0 else { return outline }
    var place = 10
    while place + 4 <= outline.count {
      let flags = reader.short(place)
      let number = parts.number(of: reader.short(place + 2), after: &glyphs)
      outline[place + 2] = UInt8(truncatingIfNeeded: number >> 8)
      outline[place + 3] = UInt8(truncatingIfNeeded: number)
      guard flags & 0x20 != 0 else { break }
      // Arguments in words or bytes; then no scale, one, two, or a matrix.
      place += 4 + (flags & 1 != 0 ? 4 : 2)
      place += flags & 8 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
    }
    return outline
  }

  private static func file(of tables: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    let power = (0...15).last { 1 << $0 <= tables.count } ?? 0
    file.appendLong(0x0001_0000)
    file.appendShort(tables.count)
    file.appendShort(16 << power)
    file.appendShort(power)
    file.appendShort(16 * tables.count - (16 << power))
    var place = 12 + 16 * tables.count
    var head = 0
    for table in tables {
      if table.name == "head" { head = place }
      file += table.name.utf8
      file.appendLong(checksum(table.bytes))
      file.appendLong(place)
      file.appendLong(table.bytes.count)
      place += (table.bytes.count + 3) / 4 * 4
    }
    for table in tables {
      file += table.bytes
      while file.count % 4 != 0 { file.append(0) }
    }
    var adjustment: [UInt8] = []
    adjustment.appendLong((0xB1B0_AFBA - checksum(file)) & 0xFFFF_FFFF)
    file.replaceSubrange(head + 8..<head + 12, with: adjustment)
    return file
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    let reader = FontReader(bytes: bytes + [0, 0, 0])
    return stride(from: 0, to: bytes.count, by: 4).reduce(0) {
      ($0 + reader.long($1)) & 0xFFFF_FFFF
    }
  }
}

extension [UInt8] {
  mutating func appendShort(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value >> 8))
    append(UInt8(truncatingIfNeeded: value))
  }

  mutating func appendLong(_ value: Int) {
    appendShort(value >> 16)
    appendShort(value)
  }
}
