import Persian
import TerminalKit
import Testing

@Suite("Parts of the picture that are kept")
struct KeptPartTests {
  let size = Size(rows: 4, columns: 30)
  let part = Rect(row: 1, column: 2, rows: 2, columns: 20)

  /// A frame in which `before` is written first, then the part.
  func frame(
    _ kept: KeptPart<String>, _ content: String, before: [String] = [], size: Size? = nil,
    drawn: inout Int
  ) -> Frame {
    picture(rows: (size ?? self.size).rows, columns: (size ?? self.size).columns) { frame in
      for (row, text) in before.enumerated() {
        frame.write(text, at: Point(row: row, column: 0))
      }
      frame.draw(in: part, keeping: kept, of: content) { part in
        drawn += 1
        part.fill(Rect(row: 0, column: 0, rows: 1, columns: 20), .heading)
        part.write(content, at: Point(row: 0, column: 1))
        part.write("(\(content) abc)", at: Point(row: 1, column: 0), tone: .good)
      }
      frame.write("پس از آن", at: Point(row: 3, column: 0))
    }
  }

  @Test("The same content is not drawn again, and looks as if it were")
  func same() {
    let kept = KeptPart<String>()
    var drawn = 0
    let first = frame(kept, "سلام", drawn: &drawn)
    let second = frame(kept, "سلام", drawn: &drawn)
    #expect(drawn == 1)
    #expect(second == first)
    #expect(Raster(second, reusing: (first, Raster(first))) == Raster(first))
    #expect(Raster(second) == Raster(first))
  }

  @Test("It is put down whole wherever in the order of writing it stands")
  func moved() {
    let kept = KeptPart<String>()
    var drawn = 0
    _ = frame(kept, "سلام", drawn: &drawn)
    let shifted = frame(kept, "سلام", before: ["یک", "دو سه چهار"], drawn: &drawn)
    #expect(drawn == 1)
    let anew = frame(
      KeptPart(), "سلام", before: ["یک", "دو سه چهار"], drawn: &drawn)
    #expect(shifted == anew)
    #expect(Raster(shifted) == Raster(anew))
  }

  @Test("Other content and another place or size are drawn")
  func different() {
    let kept = KeptPart<String>()
    var drawn = 0
    _ = frame(kept, "سلام", drawn: &drawn)
    let other = frame(kept, "درود", drawn: &drawn)
    #expect(drawn == 2)
    #expect(other == frame(KeptPart(), "درود", drawn: &drawn))
    let narrow = Size(rows: 4, columns: 12)
    let cut = frame(kept, "درود", size: narrow, drawn: &drawn)
    #expect(drawn == 4)
    #expect(cut == frame(KeptPart(), "درود", size: narrow, drawn: &drawn))
    _ = frame(kept, "سلام", drawn: &drawn)
    #expect(drawn == 6)
  }

  @Test("A grid that keeps its picture shows what one that draws them anew shows", arguments: 1...8)
  func grid(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var (grid, twin) = (
      GridTests.grid(rows: 40, columns: 12), GridTests.grid(rows: 40, columns: 12)
    )
    var texts: [Grid.Place: String] = [:]
    let picture = KeptPart<Grid.Picture<[Grid.Place: String]>>()
    var last: (frame: Frame, raster: Raster)?
    for _ in 0..<200 {
      let input = WidgetInput.random(using: &generator)
      grid.handle(input)
      twin.handle(input)
      if Int.random(in: 0..<3, using: &generator) == 0, let cursor = grid.cursor {
        texts[.body(row: cursor.row, column: cursor.column)] = ["ح", "غ ۱۵", ""].randomElement(
          using: &generator)
      }
      let columns = [30, 60, 61].randomElement(using: &generator) ?? 30
      let content = { (place: Grid.Place) in
        texts[place].map { Grid.Cell($0, tone: .bad) } ?? GridTests.content(place)
      }
      let kept = TerminalKitTests.picture(rows: 12, columns: columns) {
        grid.view(in: &$0, at: $0.bounds, keeping: picture, of: texts, cell: content)
      }
      let anew = TerminalKitTests.picture(rows: 12, columns: columns) {
        twin.view(in: &$0, at: $0.bounds, cell: content)
      }
      #expect(kept == anew)
      let raster = Raster(kept, reusing: last)
      #expect(raster == Raster(anew))
      last = (kept, raster)
    }
  }
}
