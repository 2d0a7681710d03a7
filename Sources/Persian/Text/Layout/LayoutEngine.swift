import Synchronization

/// The workspace that lays out text: keep one and give it one text after another.
///
/// Order of work: scalars, levels, joining on the logical paragraph, clusters; then lines are cut
/// from clusters and each is ordered on its own. So letters keep their joined form wherever a line
/// is cut.
public struct LayoutEngine: ~Copyable {
  var bidi = Bidi()
  /// The form of each scalar: bit 0 joined on the right, bit 1 on the left.
  var forms = Scratch<UInt8>(capacity: 256)
  var clusters = Scratch<Cluster>(capacity: 256)
  var clusterCount = 0
  var visual = Scratch<Glyph>(capacity: 256)

  static let shared = Mutex(LayoutEngine())

  public init() {}

  /// Lays out a text.
  public mutating func layout(_ text: String, _ options: LayoutOptions = LayoutOptions())
    -> TextLayout
  {
    var text = text
    return text.withUTF8 { layout($0, options) }
  }

  /// Lays out UTF-8 bytes; whatever is not valid UTF-8 counts as U+FFFD.
  public mutating func layout(_ utf8: UnsafeBufferPointer<UInt8>, _ options: LayoutOptions)
    -> TextLayout
  {
    let found = bidi.decode(utf8)
    let level = bidi.resolveParagraphs(found: found, base: options.base)
    return finish(level, options)
  }

  /// Lays out UTF-8 bytes as one line, without keeping more than its glyphs.
  ///
  /// This is what repeated drawing uses: nothing is allocated once `glyphs` is large enough.
  ///
  /// - Parameters:
  ///   - utf8: the text; whatever is not valid counts as U+FFFD.
  ///   - options: how text becomes cells.
  ///   - glyphs: replaced by the glyphs from left to right.
  /// - Returns: the level of the (first) paragraph.
  @discardableResult
  public mutating func layOut(
    _ utf8: UnsafeBufferPointer<UInt8>, _ options: LayoutOptions, into glyphs: inout [Glyph]
  ) -> UInt8 {
    let found = bidi.decode(utf8)
    let level = bidi.resolveParagraphs(found: found, base: options.base)
    join()
    buildClusters(options)
    visual.reserve(clusterCount)
    let placed = LineOrder.place(
      UnsafeBufferPointer(start: clusters.base, count: clusterCount), 0..<clusterCount,
      parts: paragraphParts(), paragraph: level, into: visual.base)
    glyphs.removeAll(keepingCapacity: true)
    glyphs.append(contentsOf: UnsafeBufferPointer(start: visual.base, count: placed))
    return level
  }

  private mutating func finish(_ level: UInt8, _ options: LayoutOptions) -> TextLayout {
    join()
    buildClusters(options)
    let scalars = [UInt32](UnsafeBufferPointer(start: bidi.scalars.base, count: bidi.count))
    let clusters = [Cluster](UnsafeBufferPointer(start: clusters.base, count: clusterCount))
    return TextLayout(
      scalars: scalars, clusters: clusters, paragraphLevel: level, parts: paragraphParts())
  }

  /// Where paragraphs end, as clusters, and their levels; empty for a single paragraph.
  private func paragraphParts() -> [TextLayout.Part] {
    guard bidi.paragraphs.count > 1 else { return [] }
    var parts: [TextLayout.Part] = []
    var cluster = 0
    for paragraph in bidi.paragraphs {
      while cluster < clusterCount, Int(clusters[cluster].start) < paragraph.range.upperBound {
        cluster += 1
      }
      parts.append(TextLayout.Part(end: cluster, level: paragraph.level))
    }
    return parts
  }
}
