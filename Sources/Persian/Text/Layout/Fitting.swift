extension TextLayout {
  /// The sign that stands for what was cut, one cell.
  public static let ellipsis: UInt32 = 0x2026

  /// The text cut to a width: whole clusters, then «…» in its last cell.
  ///
  /// The letters keep the forms they had, so a cut word does not change its face. A text that fits
  /// is left as it is; nothing is padded. The width is in cells; 0 or less gives an empty line.
  public func fitted(to width: Int) -> Line {
    let whole = clusters.indices
    guard self.width > width else { return line(whole) }
    guard width > 0 else { return line(0..<0) }
    var end = prefix(of: whole, within: width - 1)
    while end > 0, clusters[end - 1].traits.contains(.space) { end -= 1 }
    var shown = Array(clusters[..<end])
    shown.append(
      Cluster(
        glyph: Glyph(
          base: Self.ellipsis, width: 1, level: paragraphLevel,
          cluster: Int32(truncatingIfNeeded: end)),
        start: clusters[end].start, traits: []))
    let glyphs = Self.glyphs(shown, shown.indices, parts: parts, paragraph: paragraphLevel)
    let cells = glyphs.reduce(0) { $0 + Int($1.width) }
    return Line(glyphs: glyphs, width: cells, clusters: 0..<end, level: paragraphLevel)
  }

  /// The text broken into lines no wider than `width`: at spaces; a word longer than a line at its
  /// half-spaces, or else between clusters.
  ///
  /// Spaces at a break belong to no line. A cluster wider than the width has a line of its own.
  ///
  /// - Returns: the clusters of each line; one empty line for an empty text.
  public func wrapped(to width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    repeat {
      var end = prefix(of: start..<clusters.count, within: max(width, 1))
      if end == start, start < clusters.count { end += 1 }
      var next = end
      if let separator = clusters[start..<end].firstIndex(where: isParagraphEnd) {
        end = separator
        next = separator + 1
      } else if end < clusters.count {
        if let broken = lastBreak(in: start..<end) { end = broken }
        next = end
        while next < clusters.count, clusters[next].traits.contains(.space) { next += 1 }
      }
      let content = end
      while end > start, end < clusters.count, clusters[end - 1].traits.contains(.space) {
        end -= 1
      }
      lines.append(start..<(end > start ? end : content))
      start = next
    } while start < clusters.count
    return lines
  }

  /// How far the clusters of a range go within a width.
  ///
  /// - Returns: the place behind the last cluster that fits.
  func prefix(of range: Range<Int>, within width: Int) -> Int {
    var cells = 0
    for place in range {
      cells += Int(clusters[place].glyph.width)
      if cells > width { return place }
    }
    return range.upperBound
  }

  /// The last place where a line that must be broken may be: a space behind it counts.
  private func lastBreak(in range: Range<Int>) -> Int? {
    if clusters[range.upperBound].traits.contains(.space) { return range.upperBound }
    return last(in: range, behind: .space) ?? last(in: range, behind: .halfSpace)
  }

  private func last(in range: Range<Int>, behind trait: Cluster.Traits) -> Int? {
    (range.lowerBound + 1...range.upperBound).reversed().first {
      clusters[$0 - 1].traits.contains(trait)
    }
  }

  private func isParagraphEnd(_ cluster: Cluster) -> Bool {
    cluster.traits.contains(.separator) && cluster.glyph.base != 0x20
  }
}

extension String {
  /// Cells that the text takes on one line.
  public var cellWidth: Int { CellWidth.of(self) }

  /// The text cut to a width in cells, with «…» where something was cut.
  ///
  /// A zero-width joiner keeps the last letter's joined form.
  public func fitted(to width: Int) -> String {
    let layout = TextLayout(self)
    guard layout.width > width else { return self }
    let range = layout.fitted(to: width).clusters
    guard width > 0 else { return "" }
    let joins = range.last.map { layout.clusters[$0].traits.contains(.joinsNext) } ?? false
    return layout.text(of: range) + (joins ? "\u{200D}…" : "…")
  }

  /// The text cut or filled with spaces at its end to exactly `width` cells.
  public func padded(to width: Int) -> String {
    let text = fitted(to: width)
    return text + String(repeating: " ", count: max(0, width - text.cellWidth))
  }
}
