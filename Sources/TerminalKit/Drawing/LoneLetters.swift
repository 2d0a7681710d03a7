import Persian

/// Texts of one letter, which need no layout: the marks of a grid are nearly all of them.
enum LoneLetters {
  private static let block = UInt32(0x600)..<0x700

  /// How each letter of the Arabic block looks alone; 0 for what needs a layout.
  private static let forms: [UInt16] = block.map { value in
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    let line = TextLayout(String(Character(scalar)), .rtl).line
    guard line.glyphs.count == 1, let glyph = line.glyphs.first, glyph.width == 1,
      glyph.marks.isEmpty
    else { return 0 }
    return UInt16(exactly: glyph.base) ?? 0
  }

  /// The sign that a text of one letter, digit or blank is; nil when it must be laid out.
  static func sign(of text: String, _ encoding: TerminalEncoding) -> UInt16? {
    let bytes = text.utf8
    guard bytes.count <= 2, let scalar = text.unicodeScalars.first?.value else { return nil }
    switch scalar {
    case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
      return bytes.count == 1 ? UInt16(scalar) : nil
    case block:
      let isDigit = (0x660...0x669).contains(scalar) || (0x6F0...0x6F9).contains(scalar)
      if isDigit, !encoding.hasPersianDigits { return nil }
      return forms[Int(scalar - block.lowerBound)] == 0 ? nil : UInt16(scalar)
    default: return nil
    }
  }

  /// The cell of a sign; nil for signs of other blocks.
  static func cell(of sign: UInt32, _ order: TerminalEncoding.Order) -> RasterCell? {
    guard block.contains(sign) else { return nil }
    let form = UInt32(forms[Int(sign - block.lowerBound)])
    let isLetter = form != sign && form != 0 || (0x620...0x64A).contains(sign)
    return RasterCell(
      order.joinsLetters && form != 0 ? form : sign, isRightToLeft: isLetter)
  }
}
