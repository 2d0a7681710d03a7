/// Turns logical text into what a plain terminal must show, line by line, as `fribidi` does.
///
/// Lines end at LF alone. Without a width each input line gives exactly one output line; with one,
/// lines are wrapped and right-to-left ones filled with spaces on their left.
public struct TextFilter: ~Copyable {
  /// What the filter does.
  public struct Options: Hashable, Sendable {
    public var base: BaseDirection
    /// The cells of a line; nil neither wraps nor fills.
    public var width: Int?
    /// Print `PARAGRAPH-LEVEL;LEVELS;ORDER` in the notation of BidiCharacterTest.txt instead.
    public var showsLevels: Bool
    public var joins: Bool

    public init(
      base: BaseDirection = .auto(default: .ltr), width: Int? = nil, showsLevels: Bool = false,
      joins: Bool = true
    ) {
      self.base = base
      self.width = width
      self.showsLevels = showsLevels
      self.joins = joins
    }
  }

  private static let lineFeed: UInt8 = 0x0A
  private let options: Options
  private let layoutOptions: LayoutOptions
  private var engine = LayoutEngine()
  private var glyphs: [Glyph] = []
  /// The start of a line whose end has not been read yet.
  private var pending: [UInt8] = []

  public init(_ options: Options = Options()) {
    self.options = options
    layoutOptions = LayoutOptions(
      base: options.base, joins: options.joins, ligatesLamAlef: options.joins, tabStop: 8)
  }

  /// Takes the next bytes of the input and appends what the lines ended by them show.
  public mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: Self.lineFeed) {
      let line = rest[..<end]
      if pending.isEmpty {
        show(UnsafeBufferPointer(rebasing: line), into: &output)
      } else {
        pending.append(contentsOf: line)
        showPending(into: &output)
      }
      output.append(Self.lineFeed)
      rest = rest[(end + 1)...]
    }
    pending.append(contentsOf: rest)
  }

  /// Shows a last line that no line feed ended.
  public mutating func finish(into output: inout [UInt8]) {
    guard !pending.isEmpty else { return }
    showPending(into: &output)
    output.append(Self.lineFeed)
  }

  private mutating func showPending(into output: inout [UInt8]) {
    let line = pending
    pending.removeAll(keepingCapacity: true)
    line.withUnsafeBufferPointer { show($0, into: &output) }
  }

  private mutating func show(_ line: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    if options.showsLevels {
      output += engine.bidi.resolution(ofUTF8: line, base: options.base).notation.utf8
    } else if let width = options.width {
      wrap(line, to: max(width, 1), into: &output)
    } else {
      engine.layOut(line, layoutOptions, into: &glyphs)
      Self.append(glyphs, to: &output)
    }
  }

  private mutating func wrap(
    _ bytes: UnsafeBufferPointer<UInt8>, to width: Int, into output: inout [UInt8]
  ) {
    let layout = engine.layout(bytes, layoutOptions)
    for (number, range) in layout.wrapped(to: width).enumerated() {
      if number > 0 { output.append(Self.lineFeed) }
      let line = layout.line(range)
      if line.level == 1, line.width < width {
        output.append(contentsOf: repeatElement(0x20, count: width - line.width))
      }
      Self.append(line.glyphs, to: &output)
    }
  }

  private static func append(_ glyphs: [Glyph], to output: inout [UInt8]) {
    for glyph in glyphs {
      UTF8Encoding.append(glyph.base, to: &output)
      if glyph.width > 2 {
        output.append(contentsOf: repeatElement(0x20, count: Int(glyph.width) - 1))
      }
      guard !glyph.marks.isEmpty else { continue }
      for place in 0..<glyph.marks.count { UTF8Encoding.append(glyph.marks[place], to: &output) }
    }
  }
}

enum UTF8Encoding {
  /// Appends a scalar as UTF-8.
  static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    func byte(_ shift: UInt32, _ lead: UInt32, _ mask: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: lead | (scalar >> shift & mask))
    }
    switch scalar {
    case 0..<0x80: output.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      output.append(byte(6, 0xC0, 0x1F))
      output.append(byte(0, 0x80, 0x3F))
    case 0x800..<0x10000:
      output.append(byte(12, 0xE0, 0x0F))
      output.append(byte(6, 0x80, 0x3F))
      output.append(byte(0, 0x80, 0x3F))
    default:
      output.append(byte(18, 0xF0, 0x07))
      output.append(byte(12, 0x80, 0x3F))
      output.append(byte(6, 0x80, 0x3F))
      output.append(byte(0, 0x80, 0x3F))
    }
  }
}
