import Persian
import Testing

@Suite("Cutting, filling and wrapping")
struct FittingTests {
  @Test("A text that fits is left as it is; one that does not ends in «…» and is never wider")
  func fitted() {
    #expect("سلام".fitted(to: 3) == "سلام")
    #expect("کلاس درس".fitted(to: 7) == "کلاس درس")
    #expect("کلاس درس".fitted(to: 6) == "کلاس د…")
    #expect("کلاس درس".fitted(to: 5) == "کلاس…")
    #expect("abc".fitted(to: 1) == "…")
    #expect("abc".fitted(to: 0) == "")
    #expect("".fitted(to: 0) == "")
  }

  @Test("The cut word keeps the forms of its letters, «…» stands at its end")
  func cutForms() {
    let line = TextLayout("بهبودی", .rtl).fitted(to: 3)
    #expect(scalars(of: line) == [0x2026, 0xFEEC, 0xFE91])
    #expect(line.width == 3)
    #expect(line.clusters == 0..<2)
    // As text, a joiner keeps the form in a layout of its own.
    #expect(shown("بهبودی".fitted(to: 3)) == [0x2026, 0xFEEC, 0xFE91])
    #expect(scalars(of: TextLayout("abcdef", .ltr).fitted(to: 4)) == [0x61, 0x62, 0x63, 0x2026])
  }

  @Test("A cluster is never split: marks stay with their letter, wide characters whole")
  func wholeClusters() {
    #expect("بَبَبَ".fitted(to: 2) == "بَ\u{200D}…")
    #expect("漢字漢".fitted(to: 4) == "漢…")
    #expect("漢字漢".fitted(to: 4).cellWidth == 3)
    #expect("漢字漢".padded(to: 4) == "漢… ")
    #expect("سلا".fitted(to: 1) == "…")
  }

  @Test("Padding fills to exactly the width")
  func padded() {
    #expect("سلام".padded(to: 5) == "سلام  ")
    #expect("سلام".padded(to: 5).cellWidth == 5)
    #expect("سلام علیکم".padded(to: 5).cellWidth == 5)
  }

  @Test("Lines break at spaces, which are dropped, and at half-spaces only in a word too long")
  func wrapped() {
    #expect("یک دو سه".wrapped(to: 5) == ["یک دو", "سه"])
    #expect("یک دو سه".wrapped(to: 4) == ["یک", "دو", "سه"])
    #expect("یک دو  سه".wrapped(to: 5) == ["یک دو", "سه"])
    #expect("کتاب\u{200C}خانه\u{200C}ها".wrapped(to: 8) == ["کتاب\u{200C}خانه\u{200C}", "ها"])
    #expect("او می\u{200C}رود".wrapped(to: 6) == ["او", "می\u{200C}رود"])
    #expect("".wrapped(to: 5) == [""])
    #expect("abc".wrapped(to: 3) == ["abc"])
    #expect("  abc".wrapped(to: 5) == ["  abc"])
  }

  @Test("A word longer than the line is broken between clusters and keeps its joined letters")
  func longWord() {
    #expect("بببب".wrapped(to: 3) == ["ببب\u{200D}", "\u{200D}ب"])
    #expect("بببب".wrapped(to: 3).map { shown($0) } == [[0xFE92, 0xFE92, 0xFE91], [0xFE90]])
    #expect("漢字".wrapped(to: 1) == ["漢", "字"])
    #expect("aaaa bb".wrapped(to: 3) == ["aaa", "a", "bb"])
  }

  @Test("Every line keeps its paragraph's direction and the isolates that span a break")
  func linesAlone() {
    let lines = "کتاب good morning است".wrapped(to: 9)
    #expect(lines == ["کتاب good", "\u{200F}morning", "است"])
    #expect(lines.allSatisfy { TextLayout($0).paragraphLevel == 1 })
    #expect("ab سلام".wrapped(to: 5) == ["ab", "\u{200E}سلام"])
    // An isolate of a path, broken: + and / would change places in a line of their own.
    let path = "در \(isolated: "/usr/local -5") است".wrapped(to: 13)
    #expect(
      path == ["در \u{2068}/usr/local\u{2069}", "\u{2066}-5\u{2069} است"])
    #expect(order(path[0]) == "/usr/local رد")
    #expect(order(path[1]) == "تسا -5")
    #expect("یک \u{2067}دو سه".wrapped(to: 5) == ["یک \u{2067}دو\u{2069}", "\u{2067}سه\u{2069}"])
  }

  @Test("A line end in the text begins a new line")
  func lineEnds() {
    #expect("یک\nدو".wrapped(to: 10) == ["یک", "دو"])
    #expect("یک\n\nدو".wrapped(to: 10) == ["یک", "", "دو"])
    #expect("یک\n".wrapped(to: 10) == ["یک"])
  }

  private func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " && $0 != "\u{200C}" }
  }

  @Test("No line is wider than the width, and nothing but spaces is lost")
  func property() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let text = random.text(of: "ابلی\u{200C}\u{064E} ۱a(漢", count: Int(random.next() % 40))
      let width = Int(random.next() % 12) + 2
      let layout = TextLayout(text, .rtl)
      let lines = layout.wrapped(to: width)
      #expect(lines.allSatisfy { layout.width(of: $0) <= width }, "\(text.debugDescription)")
      let kept = lines.map { layout.text(of: $0) }.joined()
      #expect(visible(kept).elementsEqual(visible(text)), "\(text.debugDescription)")
      #expect(text.fitted(to: width).cellWidth <= width, "\(text.debugDescription) \(width)")
      #expect(text.padded(to: width).cellWidth == width, "\(text.debugDescription) \(width)")
    }
  }
}
