/// Work for `bench text`: the engine over the lines of a file, without a clock.
public struct TextBenchmark: ~Copyable {
  /// How far each line is taken.
  public enum Depth: String, CaseIterable, Sendable {
    /// Decoding and UAX #9 levels.
    case levels
    /// Decoding, levels, joining, clusters, and glyphs in visual order.
    case full
  }

  /// What was done: enough to compute rates, and a sum that depends on every result.
  public struct Work: Hashable, Sendable {
    public var lines = 0
    /// Bytes of UTF-8, line ends excluded.
    public var bytes = 0
    /// Glyphs made, or levels summed.
    public var results = 0
  }

  private var engine = LayoutEngine()
  private var glyphs: [Glyph] = []
  private let lines: [[UInt8]]

  /// Takes the lines of a text, which end at LF.
  public init(_ text: [UInt8]) {
    lines = text.split(separator: 0x0A).map(Array.init)
  }

  /// Goes once over all lines.
  public mutating func pass(_ depth: Depth, _ options: LayoutOptions = LayoutOptions()) -> Work {
    var work = Work()
    for line in lines {
      work.lines += 1
      work.bytes += line.count
      line.withUnsafeBufferPointer { bytes in
        switch depth {
        case .levels: work.results += engine.levels(bytes, options.base)
        case .full:
          engine.layOut(bytes, options, into: &glyphs)
          work.results += glyphs.count
        }
      }
    }
    return work
  }
}

extension LayoutEngine {
  fileprivate mutating func levels(
    _ utf8: UnsafeBufferPointer<UInt8>, _ base: BaseDirection
  ) -> Int {
    let found = bidi.decode(utf8)
    _ = bidi.resolveParagraphs(found: found, base: base)
    return (0..<bidi.count).reduce(0) { $0 + Int(bidi.levels[$1]) }
  }
}
