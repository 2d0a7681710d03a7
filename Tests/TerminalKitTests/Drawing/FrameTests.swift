import Persian
import TerminalKit
import Testing

@Suite("Frame: text in reading order")
struct FrameTests {
  private func frame(_ rows: Int = 3, _ columns: Int = 20) -> Frame {
    Frame(size: Size(rows: rows, columns: columns))
  }

  @Test("Text is written where it is put and read back in logical order")
  func writes() {
    var frame = frame()
    #expect(frame.write("سلام", at: Point(row: 0, column: 2)) == 3)
    frame.write("حاضر", at: Point(row: 1, column: 0))
    #expect(frame.transcript == "  سلام\nحاضر")
  }

  @Test(
    "A text fits up to its width and ends in «…» one cell beyond it",
    arguments: [(9, "فراگیر نو", 9), (8, "فراگیر…", 7), (7, "فراگیر…", 7), (1, "…", 1), (0, "", 0)])
  func clipsWithEllipsis(width: Int, shown: String, cells: Int) {
    var frame = frame()
    #expect(frame.write("فراگیر نو", at: Point(row: 0, column: 0), width: width) == cells)
    #expect(frame.transcript == shown)
  }

  @Test("Text is cut at the edge of its region and touches nothing beyond")
  func clipsAtEdge() {
    var frame = frame(2, 10)
    frame.draw(in: Rect(row: 0, column: 2, rows: 1, columns: 4)) { part in
      #expect(part.size == Size(rows: 1, columns: 4))
      part.write("abcdefgh", at: Point(row: 0, column: 0), direction: .ltr)
      part.write("no", at: Point(row: 1, column: 0))
      part.write("no", at: Point(row: -1, column: 0))
    }
    #expect(frame.transcript == "  abc…")
  }

  @Test("Alignment stands text at the start, the middle or the end of its width")
  func aligns() {
    var frame = frame()
    frame.write("اب", at: Point(row: 0, column: 0), width: 6, align: .leading)
    frame.write("اب", at: Point(row: 1, column: 0), width: 6, align: .centre)
    frame.write("اب", at: Point(row: 2, column: 0), width: 6, align: .trailing)
    #expect(frame.transcript == "اب\n  اب\n    اب")
  }

  @Test("A box, a fill and a change of tone are cell by cell and stay inside their rectangle")
  func draws() {
    var frame = frame(3, 8)
    frame.box(Rect(row: 0, column: 0, rows: 3, columns: 4))
    frame.restyle(Rect(row: 1, column: 1, rows: 1, columns: 2), .selected)
    #expect(frame.transcript == "┌──┐\n│  │\n└──┘")
    #expect(frame.toneTranscript == "bbbb\nbXXb\nbbbb")
    frame.fill(Rect(row: 0, column: 0, rows: 9, columns: 9))
    #expect(frame.transcript.isEmpty)
    #expect(frame.toneTranscript.isEmpty)
  }

  @Test("Dimming puts all of a region back and hides the caret")
  func dims() {
    var frame = frame(1, 4)
    frame.write("اب", at: Point(row: 0, column: 0), tone: .good)
    frame.cursor = Point(row: 0, column: 1)
    frame.dim()
    #expect(frame.toneTranscript == "dddd")
    #expect(frame.cursor == nil)
  }

  @Test("The caret is in the coordinates of the region, and hidden outside it")
  func cursorInRegion() {
    var frame = frame()
    frame.draw(in: Rect(row: 1, column: 5, rows: 1, columns: 5)) { part in
      part.cursor = Point(row: 0, column: 2)
      #expect(part.cursor == Point(row: 0, column: 2))
    }
    #expect(frame.cursor == Point(row: 1, column: 7))
    frame.cursor = Point(row: 3, column: 0)
    #expect(frame.cursor == nil)
  }

  @Test("A run half covered reads as the cells still in sight")
  func halfCovered() {
    var frame = frame(1, 10)
    frame.write("فراگیران", at: Point(row: 0, column: 0))
    frame.fill(Rect(row: 0, column: 3, rows: 1, columns: 2))
    #expect(frame.transcript == "فرا  ران")
  }

  @Test("Control characters never reach the terminal")
  func controls() {
    var frame = frame(1, 12)
    frame.write("a\u{1B}[31m\u{7}\n", at: Point(row: 0, column: 0), direction: .ltr)
    let sent = Raster(frame).text.unicodeScalars
    #expect(!sent.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
  }

  @Test("Frames that show the same are equal, however they were written")
  func equality() {
    var (one, two) = (frame(), frame())
    one.write("درس", at: Point(row: 0, column: 0))
    two.write("گم", at: Point(row: 0, column: 0))
    #expect(one != two)
    two.fill(two.bounds)
    two.write("درس", at: Point(row: 0, column: 0))
    #expect(one == two)
    two.restyle(Rect(row: 2, column: 19, rows: 1, columns: 1), .bad)
    #expect(one != two)
  }
}
