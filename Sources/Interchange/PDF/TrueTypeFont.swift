/// A TrueType font as it lies in its file: what is needed to measure text and to take glyphs out.
///
/// Everything read is checked against the end of the file; a font that is damaged has no glyph
/// where it is. Fonts with PostScript outlines are refused.
struct TrueTypeFont: Sendable {
  let path: String
  private let bytes: [UInt8]
  private let tables: [String: Range<Int>]
  /// Units of the design in the height of a line.
  let unitsPerEm: Int
  let glyphCount: Int
  private let metricCount: Int
  private let hasLongOffsets: Bool
  /// Sixteen-bit or thirty-two-bit subtable of characters, by its place in the file.
  private let characters: (format: Int, place: Int)

  /// The largest file that is read as a font.
  private static let limit = 64 << 20

  /// Opens a font; nil if there is none, or none that can be embedded.
  init?(path: String) {
    guard let bytes = try? WholeFile.read(path, limit: Self.limit) else { return nil }
    self.path = path
    self.bytes = bytes
    let reader = FontReader(bytes: bytes)
    var tables: [String: Range<Int>] = [:]
    guard [0x0001_0000, 0x7472_7565].contains(reader.long(0)) else { return nil }
    for index in 0..<reader.short(4) {
      let entry = 12 + 16 * index
      guard entry + 16 <= bytes.count else { return nil }
      let (start, length) = (reader.long(entry + 8), reader.long(entry + 12))
      guard start + length <= bytes.count else { return nil }
      tables[String(decoding: bytes[entry..<entry + 4], as: UTF8.self)] = start..<start + length
    }
    guard let head = tables["head"], let hhea = tables["hhea"], let maxp = tables["maxp"],
      tables["glyf"] != nil, tables["loca"] != nil, tables["hmtx"] != nil,
      let cmap = tables["cmap"], let characters = Self.characters(cmap, reader)
    else { return nil }
    self.tables = tables
    self.characters = characters
    unitsPerEm = max(1, reader.short(head.lowerBound + 18))
    hasLongOffsets = reader.short(head.lowerBound + 50) == 1
    glyphCount = reader.short(maxp.lowerBound + 4)
    metricCount = max(1, reader.short(hhea.lowerBound + 34))
  }

  private var reader: FontReader { FontReader(bytes: bytes) }

  // MARK: Characters

  /// The subtable for Unicode, the one with all planes before the one with the first.
  private static func characters(
    _ cmap: Range<Int>, _ reader: FontReader
  ) -> (format: Int, place: Int)? {
    var found: (format: Int, place: Int)?
    for index in 0..<reader.short(cmap.lowerBound + 2) {
      let record = cmap.lowerBound + 4 + 8 * index
      let platform = reader.short(record)
      guard platform == 0 || platform == 3 else { continue }
      let place = cmap.lowerBound + reader.long(record + 4)
      let format = reader.short(place)
      if format == 12 || format == 4 && found == nil { found = (format, place) }
    }
    return found
  }

  /// The glyph of a character; nil if the font has none.
  func glyph(of scalar: UInt32) -> Int? {
    let glyph = characters.format == 12 ? glyph12(Int(scalar)) : glyph4(Int(scalar))
    return glyph > 0 && glyph < glyphCount ? glyph : nil
  }

  private func glyph12(_ scalar: Int) -> Int {
    let (reader, place) = (reader, characters.place)
    for group in 0..<min(reader.long(place + 12), bytes.count / 12) {
      let entry = place + 16 + 12 * group
      let (first, last) = (reader.long(entry), reader.long(entry + 4))
      if scalar < first { return 0 }
      if scalar <= last { return reader.long(entry + 8) + scalar - first }
    }
    return 0
  }

  private func glyph4(_ scalar: Int) -> Int {
    guard scalar < 0xFFFF else { return 0 }
    let (reader, place) = (reader, characters.place)
    let doubled = reader.short(place + 6)
    for segment in stride(from: 0, to: doubled, by: 2)
    where scalar <= reader.short(place + 14 + segment) {
      let first = reader.short(place + 16 + doubled + segment)
      guard scalar >= first else { return 0 }
      let delta = reader.short(place + 16 + 2 * doubled + segment)
      let entry = place + 16 + 3 * doubled + segment
      let offset = reader.short(entry)
      if offset == 0 { return (scalar + delta) & 0xFFFF }
      let glyph = reader.short(entry + offset + 2 * (scalar - first))
      return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF
    }
    return 0
  }

  // MARK: Measures

  /// How far the pen goes on, in thousandths of the size.
  func advance(of glyph: Int) -> Int {
    thousandths(metric(of: glyph).advance)
  }

  /// Advance and left side bearing as they stand in the file, in units of the design.
  func metric(of glyph: Int) -> (advance: Int, bearing: Int) {
    guard let hmtx = tables["hmtx"] else { return (0, 0) }
    let last = metricCount - 1
    let place = hmtx.lowerBound + 4 * min(glyph, last)
    let bearing =
      glyph <= last ? place + 2 : hmtx.lowerBound + 4 * metricCount + 2 * (glyph - metricCount)
    return (reader.short(place), reader.signed(bearing))
  }

  /// The box around a glyph, in units of the design; nil if it shows nothing.
  func box(of glyph: Int) -> (left: Int, bottom: Int, right: Int, top: Int)? {
    let outline = outline(of: glyph)
    guard outline.count >= 10 else { return nil }
    let values = (1...4).map { reader.signed(outline.lowerBound + 2 * $0) }
    return (values[0], values[1], values[2], values[3])
  }

  /// Ascent and descent, and the box around all glyphs, in thousandths of the size.
  var metrics: (ascent: Int, descent: Int, box: [Int]) {
    let (head, hhea) = (start(of: "head"), start(of: "hhea"))
    return (
      thousandths(reader.signed(hhea + 4)), thousandths(reader.signed(hhea + 6)),
      (0..<4).map { thousandths(reader.signed(head + 36 + 2 * $0)) }
    )
  }

  private func thousandths(_ units: Int) -> Int {
    let scaled = units * 2000 / unitsPerEm
    return scaled >= 0 ? (scaled + 1) / 2 : (scaled - 1) / 2
  }

  // MARK: Pieces

  private func start(of table: String) -> Int { tables[table]?.lowerBound ?? 0 }

  /// A table as it stands in the file; nil if there is none.
  func table(_ name: String) -> ArraySlice<UInt8>? { tables[name].map { bytes[$0] } }

  func bytes(in range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// Where the outline of a glyph lies in the file; empty if it shows nothing.
  func outline(of glyph: Int) -> Range<Int> {
    guard let loca = tables["loca"], let glyf = tables["glyf"], glyph >= 0, glyph < glyphCount
    else { return 0..<0 }
    let size = hasLongOffsets ? 4 : 2
    let place = loca.lowerBound + size * glyph
    guard place + 2 * size <= loca.upperBound else { return 0..<0 }
    let (start, end) =
      hasLongOffsets
      ? (reader.long(place), reader.long(place + 4))
      : (2 * reader.short(place), 2 * reader.short(place + 2))
    guard start < end, end <= glyf.count else { return 0..<0 }
    return glyf.lowerBound + start..<glyf.lowerBound + end
  }
}

/// Numbers of a font file, big-endian; 0 behind its end.
struct FontReader {
  let bytes: [UInt8]

  func short(_ place: Int) -> Int {
    guard place >= 0, place + 2 <= bytes.count else { return 0 }
    return Int(bytes[place]) << 8 | Int(bytes[place + 1])
  }

  func signed(_ place: Int) -> Int { Int(Int16(truncatingIfNeeded: short(place))) }

  func long(_ place: Int) -> Int { short(place) << 16 | short(place + 2) }
}
