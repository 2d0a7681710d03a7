import Persian
import Testing

@Suite("The caret in mixed text")
struct CaretTests {
  private func line(_ text: String, _ base: BaseDirection = .rtl) -> CaretLine {
    CaretLine(TextLayout(text, LayoutOptions(base: base)))
  }

  /// The places that repeated presses of an arrow visit.
  private func walk(_ line: CaretLine, from caret: Caret, _ step: (Caret) -> Caret?) -> [Int] {
    var places = [caret.place]
    var caret = caret
    while let next = step(caret) {
      places.append(next.place)
      caret = next
      if places.count > 100 { break }
    }
    return places
  }

  @Test("Left goes forward in Persian, backward in Latin; the whole line is crossed both ways")
  func arrows() {
    let persian = line("سلام")
    #expect(walk(persian, from: persian.home, persian.left) == [0, 1, 3, 4])
    #expect(walk(persian, from: persian.end, persian.right) == [4, 3, 1, 0])
    let latin = line("abc", .ltr)
    #expect(walk(latin, from: latin.home, latin.right) == [0, 1, 2, 3])
    let mixed = line("با ab بر")
    // Through Latin letters the place runs against the movement.
    #expect(walk(mixed, from: mixed.home, mixed.left) == [0, 1, 2, 3, 4, 3, 6, 7, 8])
    #expect(walk(mixed, from: mixed.end, mixed.right) == [8, 7, 6, 5, 4, 5, 2, 1, 0])
    #expect(mixed.left(of: mixed.end) == nil)
    #expect(mixed.right(of: mixed.home) == nil)
  }

  @Test("Every step changes the column by the width of the cluster crossed")
  func columns() {
    for text in ["با ab بر", "(سلا\u{064E}م) 12 漢 x", "a ب ۱۲ c", "می\u{200C}خواهم"] {
      let line = line(text)
      var caret = line.home
      while let next = line.right(of: caret) { caret = next }
      var column = line.boundary(of: caret)
      #expect(column == line.width)
      while let next = line.left(of: caret) {
        let moved = line.boundary(of: next)
        #expect(moved < column, "\(text)")
        (caret, column) = (next, moved)
      }
      #expect(column == 0, "\(text)")
    }
  }

  @Test("Home and End are the logical start and end: the right and left edge of Persian")
  func homeAndEnd() {
    let line = line("سلام ab")
    #expect(line.home.place == 0)
    #expect(line.boundary(of: line.home) == line.width)
    #expect(line.cell(of: line.home) == line.width - 1)
    #expect(line.leadingCell(of: line.home) == 0)
    #expect(line.end.place == 7)
    // Behind the Latin word in reading order, which ends at the right of its run.
    #expect(line.leadingCell(of: Caret(place: 4, affinity: .next)) == 3)
    let persian = self.line("درس")
    #expect(persian.boundary(of: persian.end) == 0)
    #expect(persian.cell(of: persian.end) == -1)
    #expect(persian.leadingCell(of: persian.end) == 3)
  }

  @Test("One logical place between two directions has two places on the screen")
  func affinity() {
    let line = line("با ab")
    // After the space in Persian: left of it; before the Latin letter: at its left edge.
    #expect(line.boundary(of: Caret(place: 3, affinity: .previous)) == 2)
    #expect(line.boundary(of: Caret(place: 3, affinity: .next)) == 0)
  }

  @Test("A cell clicked gives the caret before its cluster, a cell outside the nearer end")
  func cells() {
    let line = line("با ab")
    #expect(line.caret(atCell: 0).place == 3)
    #expect(line.caret(atCell: 1).place == 4)
    #expect(line.caret(atCell: 4).place == 0)
    #expect(line.caret(atCell: 9) == line.home)
    #expect(line.caret(atCell: -1) == line.end)
    for cell in 0..<line.width { #expect(line.cell(of: line.caret(atCell: cell)) == cell) }
  }

  @Test("The caret stops neither between a letter and its mark nor beside a half-space twice")
  func stops() {
    let marked = line("بَت")
    #expect(walk(marked, from: marked.home, marked.left) == [0, 2, 3])
    let spaced = line("می\u{200C}رود")
    #expect(walk(spaced, from: spaced.home, spaced.left) == [0, 1, 3, 4, 5, 6])
    #expect(marked.snapped(Caret(place: 1)).place == 0)
  }

  @Test("Words: a half-space is inside a word, blanks are skipped")
  func words() {
    let line = line("می\u{200C}خواهم بروم")
    let first = line.wordLeft(of: line.home)
    #expect(first?.place == 8)
    #expect(first.flatMap { line.wordLeft(of: $0) }?.place == 13)
    #expect(line.wordLeft(of: line.end) == nil)
    #expect(line.wordRight(of: line.end)?.place == 9)
    let latin = self.line("ab cd", .ltr)
    #expect(latin.wordRight(of: latin.home)?.place == 2)
  }

  @Test("Backspace takes one scalar: a mark, a half-space, the alef of a ligature")
  func backspace() {
    #expect(line("بَ").deletion(before: Caret(place: 2)) == 1..<2)
    #expect(line("می\u{200C}").deletion(before: Caret(place: 3)) == 2..<3)
    #expect(line("لا").deletion(before: Caret(place: 2)) == 1..<2)
    #expect(line("لا").deletion(before: Caret(place: 0)) == nil)
  }

  @Test("Delete takes the whole cluster")
  func delete() {
    #expect(line("بَت").deletion(after: Caret(place: 0)) == 0..<2)
    #expect(line("لا").deletion(after: Caret(place: 0)) == 0..<2)
    #expect(line("می\u{200C}ر").deletion(after: Caret(place: 1)) == 1..<3)
    #expect(line("ب").deletion(after: Caret(place: 1)) == nil)
  }

  @Test("An empty line has one place")
  func empty() {
    let line = line("")
    #expect(line.home.place == 0 && line.end.place == 0)
    #expect(line.boundary(of: line.home) == 0)
    #expect(line.leadingCell(of: line.home) == 0)
    #expect(line.left(of: line.home) == nil && line.right(of: line.home) == nil)
    #expect(line.deletion(after: line.home) == nil)
  }

  @Test("A caret in a wrapped line moves inside that line")
  func wrappedLine() {
    let layout = TextLayout("یک دو سه", .rtl)
    let lines = layout.wrapped(to: 5)
    let second = CaretLine(layout, lines[1])
    #expect(second.home.place == 6)
    #expect(walk(second, from: second.home, second.left) == [6, 7, 8])
  }
}
