import Persian
import Testing

@Suite("Joining to presentation forms")
struct JoiningTests {
  @Test("A word takes initial, medial, final and isolated forms, پ چ ژ ک گ ی included")
  func forms() {
    #expect(read("بهبود") == [0xFE91, 0xFEEC, 0xFE92, 0xFEEE, 0xFEA9])
    #expect(read("پچک") == [0xFB58, 0xFB7D, 0xFB8F])
    #expect(read("گژی") == [0xFB94, 0xFB8B, 0xFBFC])
    #expect(read("یکی") == [0xFBFE, 0xFB91, 0xFBFD])
    #expect(read("ی ه") == [0xFBFC, 0x20, 0xFEE9])
    #expect(read("جزء") == [0xFE9F, 0xFEB0, 0x0621])
  }

  @Test("A half-space ends the joining and takes no cell: می‌خواهم")
  func halfSpace() {
    #expect(
      read("می\u{200C}خواهم")
        == [0xFEE3, 0xFBFD, 0xFEA7, 0xFEEE, 0xFE8D, 0xFEEB, 0xFEE2])
    #expect(CellWidth.of("می\u{200C}خواهم") == 7)
  }

  @Test("A zero-width joiner joins a letter to nothing")
  func joiner() {
    #expect(read("ه\u{200D}") == [0xFEEB])
    #expect(read("\u{200D}ه") == [0xFEEA])
    #expect(CellWidth.of("ه\u{200D}") == 1)
  }

  @Test("Lam and alef are one cell, isolated or joined, marks between them kept")
  func lamAlef() {
    #expect(read("لا") == [0xFEFB])
    #expect(read("سلام") == [0xFEB3, 0xFEFC, 0xFEE1])
    #expect(read("لآلأکالإ") == [0xFEF5, 0xFEF7, 0xFEDB].prefix(2) + [0xFB90, 0xFE8E, 0xFEF9])
    #expect(read("ل\u{064E}ا") == [0xFEFB, 0x064E])
    #expect(read("لا\u{0653}") == [0xFEF5])
    #expect(read("کلا\u{0654}\u{064F}") == [0xFB90, 0xFEF8, 0x064F])
    #expect(TextLayout("سلام").clusters.count == 3)
  }

  @Test("A half-space or joiner between lam and alef leaves two letters")
  func brokenLamAlef() {
    #expect(read("ل\u{200C}ا") == [0xFEDD, 0xFE8D])
    #expect(read("ل\u{200D}ا") == [0xFEDF, 0xFE8E])
  }

  @Test("Lam and alef are two cells for terminals that ligate themselves")
  func twoCells() {
    let options = LayoutOptions(base: .rtl, ligatesLamAlef: false)
    #expect(read("لا", options) == [0xFEDF, 0xFE8E])
  }

  @Test("Letters without forms stay whole and their neighbours are joined: Kurdish, Pashto, Urdu")
  func lettersWithoutForms() {
    #expect(read("بڕن") == [0xFE91, 0x0695, 0xFEE5])
    #expect(read("پښتو") == [0xFB58, 0x069A, 0xFE98, 0xFEEE])
    #expect(read("گەل") == [0xFB94, 0x06D5, 0xFEDD])
    #expect(read("بێ") == [0xFE91, 0x06CE])
  }

  @Test("Marks ride on their letter and do not break the joining")
  func marks() {
    #expect(
      read("مُدَرِّس") == [
        0xFEE3, 0x064F, 0xFEAA, 0x064E, 0xFEAD, 0x0650, 0x0651, 0xFEB1,
      ])
    #expect(CellWidth.of("مُدَرِّس") == 4)
  }

  @Test("At most four marks are kept on a letter")
  func manyMarks() {
    let line = TextLayout("ب" + String(repeating: "\u{064E}", count: 9)).line
    #expect(line.glyphs.count == 1)
    #expect(line.glyphs[0].marks.count == 4)
    #expect((0..<4).allSatisfy { line.glyphs[0].marks[$0] == 0x064E })
    let four = TextLayout("ب\u{064E}\u{0650}\u{0651}\u{1D167}\u{0652}").line.glyphs[0].marks
    #expect((0..<four.count).map { four[$0] } == [0x064E, 0x0650, 0x0651, 0x1D167])
  }

  @Test("A letter and a mark that make another letter are shown as that letter")
  func composition() {
    #expect(read("ا\u{0653}ب") == [0xFE81, 0xFE8F])
    #expect(read("و\u{0654}") == [0xFE85])
    #expect(read("هٔ") == [0xFEE9, 0x0654])
  }

  @Test("Letters join only inside one embedding level")
  func levels() {
    // The second letter is embedded one level deeper.
    #expect(read("ب\u{202B}ب\u{202C}") == [0xFE8F, 0xFE8F])
    // In a left-to-right override the next letter stands on the right (UAX #9, 3.5).
    #expect(
      shown("\u{202D}\u{062C}\u{0639}\u{202C}", .ltr) == [0xFE9E, 0xFECB])
  }

  @Test("A terminal that shapes itself gets the letters as they are")
  func nominal() {
    let options = LayoutOptions(base: .rtl, joins: false)
    #expect(read("سلام", options) == Array("سلام".unicodeScalars.map(\.value)))
  }

  @Test("A word cut by the edge of a column keeps the forms it had")
  func cut() {
    let layout = TextLayout("بهبود", .rtl)
    #expect(scalars(of: layout.line(0..<2)) == [0xFEEC, 0xFE91])
    #expect(scalars(of: layout.line(1..<3)) == [0xFE92, 0xFEEC])
  }
}
