import Persian
import Testing

@Suite("Random text")
struct FuzzTests {
  /// Scalars that steer order, joining and clusters.
  private static let hard: [UInt32] =
    [0x09, 0x0A, 0x0D, 0x20, 0x28, 0x29, 0x31, 0x61, 0x85, 0xAD, 0x0300, 0x05D0, 0x0600, 0x061C]
    + [0x0627, 0x0628, 0x0644, 0x064E, 0x0653, 0x0661, 0x06CC, 0x06D5, 0x06DD, 0x06F1, 0x1B, 0x7F]
    + [0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D]
    + [0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x2329, 0x232A, 0x3008, 0x3009, 0x4E00, 0xFE0F]
    + [0xFEFF, 0x1F600, 0x10FFFF]

  private func text(_ random: inout SplitMix, _ round: Int) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int(random.next() % 60) {
      let value =
        round % 3 == 0
        ? UInt32(truncatingIfNeeded: random.next() % 0x110000)
        : Self.hard[Int(random.next() % UInt64(Self.hard.count))]
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  private let bases: [BaseDirection] = [.rtl, .ltr, .auto, .auto(default: .ltr)]

  @Test("Glyphs are a permutation of the clusters, widths add up, nothing harmful is sent")
  func layout() {
    var random = SplitMix(seed: 1)
    var engine = LayoutEngine()
    for round in 0..<6_000 {
      let text = text(&random, round)
      let options = LayoutOptions(
        base: bases[round % 4], joins: round % 5 != 0, ligatesLamAlef: round % 7 != 0)
      let layout = engine.layout(text, options)
      let line = layout.line
      let shownClusters = layout.clusters.indices.filter { layout.clusters[$0].glyph.width > 0 }
      #expect(
        line.glyphs.map { Int($0.cluster) }.sorted() == shownClusters,
        "\(Array(text.unicodeScalars))")
      #expect(line.width == line.glyphs.reduce(0) { $0 + Int($1.width) })
      #expect(
        layout.text(of: layout.clusters.indices).unicodeScalars.elementsEqual(text.unicodeScalars))
      #expect(line.glyphs.allSatisfy(isHarmless), "\(Array(text.unicodeScalars))")
      let starts = layout.clusters.map(\.start)
      #expect(starts == starts.sorted() && Set(starts).count == starts.count)
    }
  }

  private func isHarmless(_ glyph: Glyph) -> Bool {
    guard let base = Unicode.Scalar(glyph.base), (1...2).contains(glyph.width) else { return false }
    let isSpacing =
      switch base.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark:
        false
      default: true
      }
    return isSpacing && CellWidth.of(base) == Int(glyph.width)
      && (0..<glyph.marks.count).allSatisfy {
        Unicode.Scalar(glyph.marks[$0]).map { CellWidth.of($0) == 0 } ?? false
      }
  }

  @Test("Levels stay within their bounds and the order is a permutation of what X9 leaves")
  func levels() {
    var random = SplitMix(seed: 2)
    var bidi = Bidi()
    for round in 0..<6_000 {
      let scalars = text(&random, round).unicodeScalars.map(\.value)
      let result = bidi.resolution(of: scalars, base: bases[round % 4])
      #expect(result.levels.count == scalars.count)
      #expect(result.levels.allSatisfy { $0.map { $0 <= 126 } ?? true })
      #expect(result.order.sorted() == scalars.indices.filter { result.levels[$0] != nil })
    }
  }

  @Test("Values that are no scalars count as U+FFFD")
  func noScalars() {
    var bidi = Bidi()
    let result = bidi.resolution(of: [0xFFFF_FFFF, 0xD800, 0x05D0, 0x11_0000], base: .rtl)
    #expect(result.order.count == 4)
  }

  @Test("Depth, isolates and brackets beyond every limit are survived in linear time")
  func limits() {
    var bidi = Bidi()
    for scalar in [0x202A, 0x202B, 0x202E, 0x2066, 0x2067, 0x2068, 0x28, 0x2069, 0x202C] as [UInt32]
    {
      let scalars =
        [UInt32](repeating: scalar, count: 20_000) + [0x05D0, 0x61]
        + [UInt32](repeating: scalar == 0x28 ? 0x29 : 0x2069, count: 20_000)
      #expect(bidi.resolution(of: scalars, base: .rtl).levels.count == 40_002)
    }
  }

  @Test("Caret movement ends at both edges of any text")
  func carets() {
    var random = SplitMix(seed: 3)
    for round in 0..<1_500 {
      let text = text(&random, round)
      let layout = TextLayout(text, LayoutOptions(base: bases[round % 4]))
      let line = CaretLine(layout)
      var caret = line.home
      var steps = 0
      while let next = line.left(of: caret), steps <= 200 {
        caret = next
        steps += 1
      }
      #expect(steps <= 200 && line.boundary(of: caret) == 0, "\(Array(text.unicodeScalars))")
      steps = 0
      while let next = line.right(of: caret), steps <= 200 {
        caret = next
        steps += 1
      }
      #expect(line.boundary(of: caret) == line.width, "\(Array(text.unicodeScalars))")
      #expect(steps == line.width || layout.line.glyphs.contains { $0.width == 2 })
    }
  }

  @Test("Cut, filled and wrapped random text never exceeds its width")
  func fitting() {
    var random = SplitMix(seed: 4)
    for round in 0..<1_500 {
      let text = text(&random, round)
      let width = Int(random.next() % 20) + 2
      let layout = TextLayout(text)
      #expect(layout.fitted(to: width).width <= width)
      #expect(text.fitted(to: width).cellWidth <= width, "\(Array(text.unicodeScalars)) \(width)")
      for line in text.wrapped(to: width) {
        #expect(line.cellWidth <= width, "\(Array(text.unicodeScalars)) \(width)")
      }
    }
  }
}
