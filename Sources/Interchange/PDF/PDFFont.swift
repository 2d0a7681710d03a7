/// A subset as the five objects that PDF wants for a font of many letters.
struct PDFFont {
  private let subset: FontSubset
  private let name: String

  /// The name says which glyphs it has: programs that put documents together take fonts of one name
  /// for one font.
  init(_ subset: FontSubset) {
    self.subset = subset
    let file = subset.font.path.split(separator: "/").last?.split(separator: ".").first ?? "Font"
    let plain = file.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    // FNV-1a, so that equal papers have equal names.
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for slot in subset.slots {
      for value in [slot.glyph ?? -1, Int(slot.scalar ?? 0), slot.marks.count] {
        sum = (sum ^ UInt64(truncatingIfNeeded: value)) &* 0x100_0000_01B3
      }
    }
    let letters = (0..<6).map { place in
      Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(sum >> (8 * place) & 0xFF) % 26))
    }
    name = String(letters) + "+" + plain
  }

  func write(_ number: Int, to file: PDFFile) throws(FileProblem) {
    let (descendant, descriptor) = (file.reserve(), file.reserve())
    let (program, unicode) = (file.reserve(), file.reserve())
    try file.write(
      number,
      "<< /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /Identity-H "
        + "/DescendantFonts [\(descendant) 0 R] /ToUnicode \(unicode) 0 R >>")
    let widths = subset.widths.map(String.init).joined(separator: " ")
    try file.write(
      descendant,
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /\(name) "
        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        + "/FontDescriptor \(descriptor) 0 R /CIDToGIDMap /Identity /DW 0 /W [0 [\(widths)]] >>")
    let metrics = subset.font.metrics
    let box = metrics.box.map(String.init).joined(separator: " ")
    try file.write(
      descriptor,
      "<< /Type /FontDescriptor /FontName /\(name) /Flags 4 /FontBBox [\(box)] /ItalicAngle 0 "
        + "/Ascent \(metrics.ascent) /Descent \(metrics.descent) /CapHeight \(metrics.ascent) "
        + "/StemV 80 /FontFile2 \(program) 0 R >>")
    let bytes = subset.file()
    try file.writeStream(program, bytes, entries: "/Length1 \(bytes.count)")
    try file.writeStream(unicode, Array(characters.utf8))
  }

  /// Which character each number stands for.
  private var characters: String {
    let lines = subset.slots.enumerated().compactMap { number, slot -> String? in
      guard let scalar = slot.scalar.flatMap(Unicode.Scalar.init) else { return nil }
      let digits = Character(scalar).utf16.map { PDFFile.hexadecimal(Int($0)) }.joined()
      return "<\(PDFFile.hexadecimal(number))> <\(digits)>\n"
    }
    var map = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """
    // A block holds a hundred lines at most.
    for start in stride(from: 0, to: lines.count, by: 100) {
      let block = lines[start..<min(start + 100, lines.count)]
      map += "\(block.count) beginbfchar\n\(block.joined())endbfchar\n"
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
  }
}
