import Persian
import TerminalKit
import Testing

@Suite("Raster: what the terminal is sent")
struct RasterTests {
  private func sent(
    _ columns: Int, _ text: String, _ direction: Frame.Direction = .rtl,
    as order: TerminalEncoding.Order = .explicit
  ) -> String {
    var frame = Frame(
      size: Size(rows: 1, columns: columns), encoding: TerminalEncoding(order))
    frame.write(text, at: Point(row: 0, column: 0), direction: direction)
    return Raster(frame).text
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test("Persian letters are joined, in visual order, from the right edge")
  func joins() {
    // سلام: seen, lam-alef final, meem isolated; then two blanks at the left.
    #expect(scalars(sent(5, "سلام")) == [0x20, 0x20, 0xFEE1, 0xFEFC, 0xFEB3])
  }

  @Test("Numbers and Latin words keep their order inside a Persian line")
  func mixes() {
    let seen = sent(12, "کد AB 12")
    #expect(seen.hasSuffix("AB 12 \u{FEAA}\u{FB90}") || seen.hasSuffix("12 AB \u{FEAA}\u{FB90}"))
    #expect(sent(4, "۱۲۳") == " ۱۲۳")
  }

  @Test("Brackets are mirrored in Persian text and stand in Latin text")
  func mirrors() {
    #expect(sent(3, "(ب)") == "(\u{FE8F})")
    #expect(scalars(sent(3, "«ب»")) == [0xAB, 0xFE8F, 0xBB])
    #expect(sent(4, "(a)", .ltr) == " (a)")
  }

  @Test("Two neighbouring runs are never ordered as one")
  func runsDoNotMix() {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.write("12", at: Point(row: 0, column: 0))
    frame.write("34", at: Point(row: 0, column: 3))
    #expect(Raster(frame).text == " 34 12")
  }

  @Test("A word half covered by a dialog keeps its joined letters")
  func coveredRunKeepsForms() {
    var frame = Frame(size: Size(rows: 1, columns: 3))
    frame.write("بسم", at: Point(row: 0, column: 0))
    frame.put("│", at: Point(row: 0, column: 1))
    #expect(scalars(Raster(frame).text) == [0xFEE2, 0x2502, 0xFE91])
  }

  @Test("Box corners turn with the columns")
  func boxTurns() {
    var frame = Frame(size: Size(rows: 2, columns: 4))
    frame.put("┌", at: Point(row: 0, column: 0))
    frame.put("└", at: Point(row: 1, column: 0))
    #expect(Raster(frame).text == "   ┐\n   ┘")
  }

  @Test("The caret is counted from the left")
  func cursor() {
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame.cursor = Point(row: 0, column: 2)
    #expect(Raster(frame).cursor == Point(row: 0, column: 7))
  }

  @Test("A wide character cut in half leaves a blank, never a half")
  func wideHalves() {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    frame.write("漢字", at: Point(row: 0, column: 0), direction: .ltr)
    frame.put("│", at: Point(row: 0, column: 0))
    #expect(Raster(frame).text == "漢 │")
  }

  @Test("Marks ride on their letter, four at most, and are left out where they have no place")
  func marks() {
    #expect(scalars(sent(2, "ب\u{64E}\u{651}")) == [0x20, 0xFE8F, 0x64E, 0x651])
    #expect(scalars(sent(1, "ب\u{64E}\u{64E}\u{64E}\u{64E}\u{64E}")).count == 5)
    var frame = Frame(
      size: Size(rows: 1, columns: 1), encoding: TerminalEncoding(.explicit, showsMarks: false))
    frame.write("ب\u{64E}", at: Point(row: 0, column: 0))
    #expect(scalars(Raster(frame).text) == [0xFE8F])
  }

  @Test("Digits are Latin where the font has no others")
  func latinDigits() {
    var frame = Frame(
      size: Size(rows: 1, columns: 4),
      encoding: TerminalEncoding(.explicit, hasPersianDigits: false))
    frame.write("۱۴۰۵", at: Point(row: 0, column: 0))
    #expect(Raster(frame).text == "1405")
  }

  @Test("Implicit: a stretch of letters is sent logical and nominal, then LRM")
  func implicit() {
    // Two cells for lam and alef; the terminal turns the stretch round again.
    #expect(sent(4, "سلام", as: .implicit) == "سلام\u{200E}")
    #expect(sent(6, "علی ۱۲", as: .implicit) == "۱۲ علی\u{200E}")
    #expect(sent(4, "ب(ج)", as: .implicit) == "(ج\u{200E})ب\u{200E}")
  }

  @Test("Implicit: Arabic digits are fenced by an LRM of their own")
  func implicitArabicDigits() {
    #expect(sent(4, "ب ٤٢", as: .implicit) == "٤٢\u{200E} ب\u{200E}")
  }

  @Test("kitty: runs of letters and digits are sent back to front, joined, what is between stays")
  func kitty() {
    // The first letter first; HarfBuzz turns the run round again.
    #expect(scalars(sent(3, "درس", as: .kitty)) == [0xFEA9, 0xFEAD, 0xFEB1])
    #expect(sent(10, "۱۴۰۳/۰۷/۰۵", as: .kitty) == "۳۰۴۱/۷۰/۵۰")
    #expect(sent(5, "(۱۲)", as: .kitty) == " (۲۱)")
    #expect(sent(3, "AB1", as: .kitty) == "AB1")
    // A half-space is in the forms, not in the text; marks would be misplaced.
    #expect(scalars(sent(2, "د\u{64E}\u{200C}ر", as: .kitty)) == [0xFEA9, 0xFEAD])
  }

  @Test("kitty with Persian letters in its own font: words are turned whole, with their brackets")
  func kittyWords() {
    #expect(sent(10, "۱۴۰۳/۰۷/۰۵", as: .kittyWords) == "۵۰/۷۰/۳۰۴۱")
    #expect(scalars(sent(5, "(درس)", as: .kittyWords)) == [0x28, 0xFEA9, 0xFEAD, 0xFEB1, 0x29])
    #expect(sent(3, "AB1", as: .kittyWords) == "AB1")
    // A border beside a word stays where it is.
    #expect(scalars(sent(4, "│دو", as: .kittyWords)).last == 0x2502)
  }

  @Test("Implicit: the caret goes with the letter it stands on")
  func implicitCursor() {
    var frame = Frame(size: Size(rows: 1, columns: 6), encoding: TerminalEncoding(.implicit))
    frame.write("درس", at: Point(row: 0, column: 0))
    frame.cursor = Point(row: 0, column: 0)
    // The first letter is shown at the right edge and sent first of its stretch.
    #expect(Raster(frame).cursor == Point(row: 0, column: 3))
    frame.cursor = Point(row: 0, column: 4)
    #expect(Raster(frame).cursor == Point(row: 0, column: 1))
  }

  @Test("A row can be shown as another kind of terminal wants it")
  func rowsOfOtherKinds() {
    var frame = Frame(size: Size(rows: 2, columns: 3))
    frame.encode(row: 1, as: .implicit)
    for row in 0..<2 { frame.write("درس", at: Point(row: row, column: 0)) }
    let raster = Raster(frame)
    #expect(scalars(raster.text(ofRow: 0)) == [0xFEB1, 0xFEAD, 0xFEA9])
    #expect(raster.text(ofRow: 1) == "درس\u{200E}")
  }

  @Test("Only cells that differ are changes")
  func changes() {
    var frame = Frame(size: Size(rows: 3, columns: 10))
    frame.write("درس", at: Point(row: 1, column: 0))
    let old = Raster(frame)
    #expect(old.changes(from: old).isEmpty)
    frame.restyle(Rect(row: 1, column: 1, rows: 1, columns: 2), .selected)
    frame.put("*", at: Point(row: 2, column: 9))
    #expect(
      Raster(frame).changes(from: old) == [
        Raster.Change(row: 1, columns: 7..<9), Raster.Change(row: 2, columns: 0..<1),
      ])
    var far = Frame(size: Size(rows: 1, columns: 30))
    let blank = Raster(far)
    for column in [0, 5, 20] { far.put("*", at: Point(row: 0, column: column)) }
    #expect(Raster(far).changes(from: blank).map(\.columns) == [9..<10, 24..<30])
    #expect(old.changes(from: nil).map(\.columns) == Array(repeating: 0..<10, count: 3))
    let smaller = Raster(Frame(size: Size(rows: 1, columns: 2)))
    #expect(smaller.changes(from: old) == [Raster.Change(row: 0, columns: 0..<2)])
  }

  @Test("Taking over unchanged rows gives the raster made anew, whatever was drawn before")
  func reuseIsExact() {
    var random = Xorshift(seed: 7)
    let words = ["درس", "فراگیر (۱۲)", "AB 12", "می‌خواهم", "漢字", "ب\u{64E}", "", "a\u{1B}b", "لا"]
    for order in TerminalEncoding.Order.allCases {
      var last: (frame: Frame, raster: Raster)?
      for _ in 0..<40 {
        let size = Size(rows: 1 + random.next(6), columns: 1 + random.next(30))
        var frame = Frame(size: size, encoding: TerminalEncoding(order))
        if let last, random.next(3) > 0 { frame = last.frame }
        for _ in 0..<random.next(6) {
          let point = Point(row: random.next(8) - 1, column: random.next(34) - 2)
          let rect = Rect(
            row: point.row, column: point.column, rows: random.next(5), columns: random.next(20))
          switch random.next(5) {
          case 0: frame.box(rect, title: words[random.next(words.count)])
          case 1: frame.restyle(rect, .selected)
          case 2: frame.fill(rect)
          case 3:
            frame.draw(in: rect) {
              _ = $0.write(words[random.next(words.count)], at: Point(row: 0, column: -1))
            }
          default:
            frame.write(
              words[random.next(words.count)], at: point,
              width: random.next(2) == 0 ? nil : random.next(9),
              direction: random.next(2) == 0 ? .ltr : .rtl, align: .centre)
          }
        }
        frame.cursor = Point(row: random.next(6), column: random.next(30))
        let raster = Raster(frame, reusing: last)
        #expect(raster == Raster(frame))
        #expect(raster.cells.count == frame.size.rows * frame.size.columns)
        #expect(raster.cursor.map { $0.column < frame.size.columns } ?? true)
        last = (frame, raster)
      }
    }
  }

  @Test(
    "Nothing breaks down to one cell, and to none", arguments: [(1, 1), (1, 2), (0, 0), (3, 0)])
  func tiny(rows: Int, columns: Int) {
    var frame = Frame(size: Size(rows: rows, columns: columns))
    frame.box(frame.bounds, title: "درس")
    frame.write("درس", at: Point(row: 0, column: 0), width: columns)
    frame.write("متن", at: Point(row: 0, column: 0), width: 0)
    frame.cursor = Point(row: 0, column: 0)
    #expect(Raster(frame).cells.count == rows * columns)
    #expect(frame.transcript.count <= 2)
  }
}

/// Random numbers that are the same in every run.
struct Xorshift {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
