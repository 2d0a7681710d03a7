import Persian
import TerminalKit
import TestKit
import Testing

/// PuTTY orders each row by itself, from the class of its first letter on, without marks of
/// direction and without a way to ask it not to.
@Suite("PuTTY: what is sent is seen as it must be")
struct PuTTYTests {
  /// What PuTTY shows of a row: UAX #9 with the direction of the first strong letter (P2, P3).
  private func seen(_ sent: String) -> String {
    let line = TextLayout(sent, LayoutOptions(base: .auto(default: .ltr))).line
    return String(
      String.UnicodeScalarView(
        line.glyphs.compactMap { Unicode.Scalar($0.base == 0x2800 ? 0x20 : $0.base) }))
  }

  private func rows(_ pieces: [(column: Int, text: String)], _ columns: Int) -> (
    wanted: String, seen: String
  ) {
    func raster(_ order: TerminalEncoding.Order) -> String {
      var frame = Frame(size: Size(rows: 1, columns: columns), encoding: TerminalEncoding(order))
      for piece in pieces { frame.write(piece.text, at: Point(row: 0, column: piece.column)) }
      return Raster(frame).text
    }
    return (raster(.explicit), seen(raster(.putty)))
  }

  @Test("Half-spaces and lam-alef are in the forms, and a blank of class L stands before them")
  func joined() {
    var frame = Frame(size: Size(rows: 1, columns: 8), encoding: TerminalEncoding(.putty))
    frame.write("کلاس‌ها", at: Point(row: 0, column: 0))
    let sent = Raster(frame).text.unicodeScalars.map(\.value)
    #expect(sent == [0x2800, 0x20, 0x2800, 0xFB90, 0xFEFC, 0xFEB1, 0xFEEB, 0xFE8E])
  }

  @Test(
    "Rows of the portal",
    arguments: [
      [(0, "درس دو")], [(0, "abc")], [(0, "│ پیش از ذخیره آن را بخوانید.")],
      [(0, "روش‌های نوین تدریس ر…"), (36, "۰/۳۰")], [(0, "× ۴ روز گذشته"), (27, "اندک گذشته")],
      [(0, "● نشست مدیران دوره، شنب…"), (24, "│ ۱۴:۰۰ کلاس ۲ – روش‌های")],
      [(0, "حضور و غیاب «کلاس ۱» (۳۰ نفر)")], [(26, "ردیف ۱ از ۲")], [(4, "F1 راهنما  F4 افزودن")],
    ])
  func known(pieces: [(Int, String)]) {
    let (wanted, seen) = rows(pieces.map { (column: $0.0, text: $0.1) }, 40)
    #expect(seen == wanted)
  }

  /// Words, numbers and signs as lists and forms have them, between one and three panes.
  @Test("Random rows of words, numbers, quotations and lines of boxes")
  func random() {
    var random = SeededGenerator(seed: 20_261_123)
    let words = ["درس", "کلاس", "روش‌های", "پایان", "علی", "محتوا", "گواهینامه", "و"]
    let others = ["۱۴۰۵/۰۹/۰۴", "۸:۳۰", "۱۷", "«کلاس»", "(دوم)", "–", "✗", "مهلت:", "شنبه،", "پا…"]
    for _ in 0..<2_000 {
      var column = Int.random(in: 0...2, using: &random)
      var pieces: [(column: Int, text: String)] = []
      while column < 60 {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let pool = Bool.random(using: &random) ? words : others
          text += (text.isEmpty ? "" : " ") + (pool.randomElement(using: &random) ?? "")
        }
        pieces.append((column, text))
        column += text.cellWidth + 1
        if Bool.random(using: &random) { pieces.append((column, "│")) }
        column += 2
      }
      let (wanted, seen) = rows(pieces, 60)
      #expect(seen == wanted, "\(pieces.map(\.text))")
    }
  }
}
