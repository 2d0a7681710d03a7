import Persian
import Testing

@Suite("Lines from left to right")
struct LayoutTests {
  private func reversed(_ text: String) -> String {
    PersianTests.text(text.unicodeScalars.reversed().map(\.value))
  }

  @Test("Brackets face their content in a right-to-left line, quotes are mirrored too")
  func brackets() {
    #expect(order("متن (نمونه)") == "(" + reversed("نمونه") + ") " + reversed("متن"))
    #expect(shown("(الف)") == [0x28, 0xFED2, 0xFEDF, 0xFE8D, 0x29])
    #expect(order("«الف»") == "«" + reversed("الف") + "»")
    #expect(order("(ABC)") == "(ABC)")
    #expect(order("[الف (ب)]") == "[(ب) " + reversed("الف") + "]")
  }

  @Test("Numbers run from left to right inside Persian text")
  func numbers() {
    #expect(order("ساعت ۱۲:۳۰ است") == reversed("است") + " ۱۲:۳۰ " + reversed("ساعت"))
    #expect(order("۱۴۰۴/۰۲/۱۵ روز") == reversed("روز") + " ۱۴۰۴/۰۲/۱۵")
    #expect(order("مبلغ ۱٬۲۵۰٫۵") == "۱٬۲۵۰٫۵ " + reversed("مبلغ"))
    #expect(order("۵۰٪ از") == reversed("از") + " ۵۰٪")
  }

  @Test("Latin words keep their order and stand where they are read")
  func latin() {
    #expect(order("فایل Word را باز کن") == reversed("را باز کن") + " Word " + reversed("فایل"))
    #expect(order("Hello سلام", .ltr) == "Hello " + reversed("سلام"))
  }

  @Test("An isolated date, phone, path or code keeps its order where the plain text would not")
  func isolates() {
    #expect(order("تاریخ 1400-01-01") == "01-01-1400 " + reversed("تاریخ"))
    for piece in ["1400-01-01", "+98 21 1234", "C++", "/usr/bin", "-۵", "A-12 (b)"] {
      #expect(
        order("کد \(isolated: piece) است") == reversed("است") + " \(piece) " + reversed("کد"),
        "\(piece)")
    }
    #expect(CellWidth.of("1400-01-01".isolated()) == 10)
  }

  @Test("An isolated piece cannot reach beyond itself")
  func hostilePiece() {
    let piece = "\u{2069}\u{202E}abc\u{2029}\u{2066}"
    #expect(order("نام \(isolated: piece) است") == reversed("است") + " abc " + reversed("نام"))
    #expect("x".isolated(.ltr) == "\u{2066}x\u{2069}")
    #expect("x".isolated(.rtl) == "\u{2067}x\u{2069}")
  }

  @Test("The paragraph's direction is that of its first strong letter, or forced, or the default")
  func baseDirection() {
    #expect(TextLayout("abc سلام").paragraphLevel == 0)
    #expect(TextLayout("12 سلام abc").paragraphLevel == 1)
    #expect(TextLayout("12.5").paragraphLevel == 1)
    #expect(TextLayout("12.5", LayoutOptions(base: .auto(default: .ltr))).paragraphLevel == 0)
    #expect(TextLayout("سلام", .ltr).paragraphLevel == 0)
    #expect(TextLayout("").paragraphLevel == 1)
    #expect(TextLayout("").line.glyphs == [])
    #expect(TextLayout("\u{2068}abc\u{2069} سلام").isRightToLeft)
  }

  @Test("Spaces at the end of a line go to its end, whatever stands before them")
  func trailingSpaces() {
    #expect(order("سلام abc  ") == "  abc " + reversed("سلام"))
    #expect(order("abc سلام  ", .ltr) == "abc " + reversed("سلام") + "  ")
  }

  @Test("Each line of a paragraph is ordered on its own with the paragraph's levels")
  func linesOfAParagraph() {
    let layout = TextLayout("کتاب good morning است", LayoutOptions(base: .rtl, joins: false))
    let lines = layout.wrapped(to: 11).map { text(scalars(of: layout.line($0))) }
    #expect(lines == ["good " + reversed("کتاب"), reversed("است") + " morning"])
  }

  @Test("Every glyph names its logical cluster, and clusters hold the text")
  func clusters() {
    let layout = TextLayout("سلا\u{064E}م (ab)", .rtl)
    #expect(layout.line.glyphs.map(\.cluster) == [7, 5, 6, 4, 3, 2, 1, 0])
    let texts = layout.clusters.indices.map { layout.text(of: $0..<$0 + 1) }
    #expect(texts == ["س", "لا\u{064E}", "م", " ", "(", "a", "b", ")"])
    #expect(Set(layout.line.glyphs.map(\.cluster)) == Set(0..<8))
    #expect(layout.text(of: layout.clusters.indices) == "سلا\u{064E}م (ab)")
  }

  @Test("Control characters, separators and what is unassigned are shown as visible signs")
  func controls() {
    #expect(shown("a\u{1B}[31m\u{07}b", .ltr).prefix(2) == [0x61, 0x241B])
    #expect(shown("\u{0}\u{7F}\u{9B}\u{85}", .ltr) == [0x2400, 0x2421, 0xFFFD, 0x2424])
    #expect(shown("a\nb\r", .ltr) == [0x61, 0x240A, 0x62, 0x240D])
    #expect(shown("\u{2028}\u{FFFF}\u{0378}", .ltr) == [0x2424, 0xFFFD, 0xFFFD])
    #expect(shown("a\tb", .ltr) == [0x61, 0x20, 0x62])
  }

  @Test("Format characters take no cell and are never sent; spanning signs become a plain sign")
  func formatCharacters() {
    let formats = "\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{061C}\u{202A}\u{202C}\u{2066}\u{2069}"
    #expect(shown("a" + formats + "\u{AD}\u{FEFF}\u{FE0F}b", .ltr) == [0x61, 0x62])
    #expect(CellWidth.of(formats) == 0)
    #expect(TextLayout(formats).line.glyphs == [])
    #expect(shown("\u{0600}\u{06DD}", .ltr) == [0xA4, 0xA4])
  }

  @Test("A mark without a letter stands on a dotted circle")
  func looseMark() {
    #expect(shown("\u{064E}") == [0x25CC, 0x064E])
    #expect(shown("\n\u{064E}", .ltr) == [0x240A, 0x25CC, 0x064E])
    #expect(CellWidth.of("\u{064E}") == 1)
  }

  @Test("Digits are shown in the family asked for, wherever they come from")
  func digits() {
    let persian = LayoutOptions(base: .rtl, digits: .persian)
    #expect(shown("120", persian) == [0x06F1, 0x06F2, 0x06F0])
    #expect(shown("٣۴", LayoutOptions(base: .ltr, digits: .latin)).sorted() == [0x33, 0x34])
    #expect(shown("12", .rtl) == [0x31, 0x32])
  }

  @Test("Wide characters take two cells")
  func wide() {
    #expect(CellWidth.of("漢字") == 4)
    #expect(CellWidth.of("😀") == 2)
    #expect(TextLayout("a漢", .ltr).line.glyphs.map(\.width) == [1, 2])
    #expect(TextLayout("a漢", .ltr).line.width == 3)
  }

  @Test("Paragraphs inside one text follow each other, each with its own direction")
  func paragraphs() {
    #expect(order("ab\u{2029}سلام", LayoutOptions()) == "ab␤" + reversed("سلام"))
  }
}
