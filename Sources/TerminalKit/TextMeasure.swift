/// How many cells logical text takes, before any ordering: order never changes the number.
struct TextMeasure {
  let joinsLamAlef: Bool

  func cells(in text: Slice<UnsafeBufferPointer<UInt32>>) -> Int {
    prefix(of: text, within: .max).cells
  }

  /// The longest beginning of whole clusters (letter and marks) that fits.
  ///
  /// - Returns: Where it ends in `text`, and the cells it takes.
  func prefix(
    of text: Slice<UnsafeBufferPointer<UInt32>>, within limit: Int
  ) -> (end: Int, cells: Int) {
    var cells = 0
    var lam = false
    for index in text.indices {
      let scalar = text[index]
      let width = width(scalar, at: index, startsAt: text.startIndex, afterLam: &lam)
      if cells + width > limit { return (index, cells) }
      cells += width
    }
    return (text.endIndex, cells)
  }

  private func width(
    _ scalar: UInt32, at index: Int, startsAt start: Int, afterLam lam: inout Bool
  ) -> Int {
    if scalar < 0x300 {
      lam = false
      return 1
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format:
      lam = false
      return 0
    default: break
    }
    let isAlef = [0x622, 0x623, 0x625, 0x627].contains(scalar)
    defer { lam = scalar == 0x644 }
    if lam, isAlef, joinsLamAlef { return 0 }
    return properties.isEmojiPresentation || (0x1100...0x115F).contains(scalar)
      || (0x2E80...0xA4CF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar) || (0xFE30...0xFE6F).contains(scalar)
      || (0xFF00...0xFF60).contains(scalar) ? 2 : 1
  }
}
