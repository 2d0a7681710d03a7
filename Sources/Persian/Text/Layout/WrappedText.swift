extension String {
  /// The text broken into lines no wider than `width` cells: at spaces, and inside a word that
  /// is longer than a line.
  ///
  /// Each line can be laid out on its own: it keeps the direction of its paragraph, isolates and
  /// embeddings that span a break are closed and opened again, and where a word had to be broken,
  /// joiners keep the forms of its letters. A neutral at a break may still be ordered differently
  /// from `TextLayout.line`, which has the levels of the whole paragraph.
  public func wrapped(to width: Int) -> [String] {
    let layout = TextLayout(self)
    var open = OpenFormats()
    var scanned = 0
    return layout.wrapped(to: width).map { range in
      guard !range.isEmpty else { return "" }
      let place = Int(layout.clusters[range.lowerBound].start)
      open.advance(over: layout.scalars, scanned..<place)
      let joinsBefore =
        range.lowerBound > 0 && layout.clusters[range.lowerBound - 1].traits.contains(.joinsNext)
      let joinsAfter = layout.clusters[range.upperBound - 1].traits.contains(.joinsNext)
      var line = open.reopening + (joinsBefore ? "\u{200D}" : "") + layout.text(of: range)
      scanned = layout.scalars(of: range.upperBound - 1).endIndex
      open.advance(over: layout.scalars, place..<scanned)
      line += (joinsAfter ? "\u{200D}" : "") + open.closing
      let level = layout.level(ofParagraphAt: range.lowerBound)
      guard TextLayout(line).paragraphLevel != level else { return line }
      return (level == 1 ? "\u{200F}" : "\u{200E}") + line
    }
  }
}

extension TextLayout {
  /// The level of the paragraph that holds a cluster.
  func level(ofParagraphAt cluster: Int) -> UInt8 {
    parts.first { cluster < $0.end }?.level ?? paragraphLevel
  }
}

/// The embeddings and isolates open at a place of a text.
private struct OpenFormats {
  private var stack: [UInt32] = []

  /// What opens them again at the start of a line.
  var reopening: String { text(stack) }

  /// What closes them at the end of a line.
  var closing: String { text(stack.reversed().map { Self.isIsolate($0) ? 0x2069 : 0x202C }) }

  mutating func advance(over scalars: [UInt32], _ range: Range<Int>) {
    for place in range {
      let scalar = scalars[place]
      switch scalar {
      case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067: stack.append(scalar)
      case 0x2068: stack.append(Self.startsRightToLeft(scalars[(place + 1)...]) ? 0x2067 : 0x2066)
      case 0x202C:
        if let last = stack.last, !Self.isIsolate(last) { stack.removeLast() }
      case 0x2069:
        if let last = stack.lastIndex(where: Self.isIsolate) { stack.removeSubrange(last...) }
      default:
        let bidiClass = CharacterTables.shared.traits(of: scalar).bidiClass
        if bidiClass == .paragraphSeparator { stack.removeAll() }
      }
    }
  }

  private static func isIsolate(_ scalar: UInt32) -> Bool { scalar >= 0x2066 && scalar <= 0x2068 }

  /// Whether a first-strong isolate with this content and what follows is right to left (X5c).
  private static func startsRightToLeft(_ scalars: ArraySlice<UInt32>) -> Bool {
    var depth = 0
    for scalar in scalars {
      let bidiClass = CharacterTables.shared.traits(of: scalar).bidiClass
      if bidiClass == .paragraphSeparator { return false }
      if bidiClass.isIsolateInitiator {
        depth += 1
      } else if bidiClass == .popDirectionalIsolate {
        if depth == 0 { return false }
        depth -= 1
      } else if depth == 0 {
        if bidiClass == .leftToRight { return false }
        if bidiClass == .rightToLeft || bidiClass == .arabicLetter { return true }
      }
    }
    return false
  }

  private func text(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { view.append(scalar) } }
    return String(view)
  }
}
