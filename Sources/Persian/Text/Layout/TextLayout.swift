import Synchronization

/// A text laid out: its clusters in logical order, from which lines are made.
public struct TextLayout: Sendable {
  /// The text, in logical order.
  public let scalars: [UInt32]
  /// The clusters, in logical order, as on one endless line.
  public let clusters: [Cluster]
  /// The level of the (first) paragraph: 0 left to right, 1 right to left.
  public let paragraphLevel: UInt8
  /// Where each paragraph ends, if there are several.
  let parts: [Part]

  /// A paragraph inside a text: the cluster behind its last one, and its level.
  struct Part: Hashable, Sendable {
    var end: Int
    var level: UInt8
  }

  /// A line: glyphs from left to right.
  public struct Line: Hashable, Sendable {
    public var glyphs: [Glyph]
    /// Cells that the glyphs take.
    public var width: Int
    /// The clusters shown, in logical order.
    public var clusters: Range<Int>
    /// The level of the paragraph; a right-to-left line is aligned right.
    public var level: UInt8
  }

  /// Lays out a text with the program's common workspace.
  public init(_ text: String, _ options: LayoutOptions = LayoutOptions()) {
    self = LayoutEngine.shared.withLock { $0.layout(text, options) }
  }

  init(scalars: [UInt32], clusters: [Cluster], paragraphLevel: UInt8, parts: [Part]) {
    self.scalars = scalars
    self.clusters = clusters
    self.paragraphLevel = paragraphLevel
    self.parts = parts
  }

  public var isRightToLeft: Bool { paragraphLevel == 1 }

  /// Cells of the whole text on one line.
  public var width: Int { width(of: clusters.indices) }

  /// Cells of some clusters.
  public func width(of range: Range<Int>) -> Int {
    clusters[range].reduce(0) { $0 + Int($1.glyph.width) }
  }

  /// The whole text as one line.
  public var line: Line { line(clusters.indices) }

  /// Some clusters as a line, ordered on its own with the levels of the paragraph (L1, L2).
  public func line(_ range: Range<Int>) -> Line {
    let glyphs = Self.glyphs(clusters, range, parts: parts, paragraph: paragraphLevel)
    return Line(glyphs: glyphs, width: width(of: range), clusters: range, level: paragraphLevel)
  }

  static func glyphs(
    _ clusters: [Cluster], _ range: Range<Int>, parts: [Part], paragraph: UInt8
  ) -> [Glyph] {
    [Glyph](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      count = clusters.withUnsafeBufferPointer {
        LineOrder.place($0, range, parts: parts, paragraph: paragraph, into: base)
      }
    }
  }

  /// The scalars of a cluster, in logical order.
  public func scalars(of cluster: Int) -> ArraySlice<UInt32> {
    let end = cluster + 1 < clusters.count ? Int(clusters[cluster + 1].start) : scalars.count
    return scalars[Int(clusters[cluster].start)..<end]
  }

  /// The text of some clusters.
  public func text(of range: Range<Int>) -> String {
    guard let first = range.first else { return "" }
    let start = Int(clusters[first].start)
    let end =
      range.upperBound < clusters.count
      ? Int(clusters[range.upperBound].start) : scalars.count
    var text = String.UnicodeScalarView()
    for scalar in scalars[start..<end] { text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(text)
  }
}
