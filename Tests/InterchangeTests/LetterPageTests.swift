import Foundation
import Interchange
import Persian
import Testing
import Training

@Suite("The pages of a letter, before they are drawn")
struct LetterPageTests {
  let scratch: Scratch
  private let document: PDFDocument
  private let screen = PlainLetter { "صفحهٔ \(Numbers.plain($0)) از \(Numbers.plain($1))" }

  init() throws {
    scratch = try Scratch()
    document = PDFDocument(fonts: try PaperFonts()) {
      "صفحهٔ \(Numbers.plain($0)) از \(Numbers.plain($1))"
    }
  }

  private func table(rows: Int, sessions: Int) -> Sheet {
    Sheet(
      title: "",
      columns: [Sheet.Column("ردیف", width: 5), Sheet.Column("نام خانوادگی و نام", width: 24)]
        + (1...sessions).map { Sheet.Column("نشست\(Numbers.plain($0))", width: 8) },
      rows: (1...rows).map { row in
        Sheet.Row(
          [.number(row), .text("فراگیر\(Numbers.plain(row))")]
            + (1...sessions).map { _ in .text("حاضر") })
      })
  }

  private func letter(_ body: [Letter.Block], isAcross: Bool = false) -> Letter {
    Letter(
      title: "لیست حضور و غیاب", letterhead: ["استان نمونه"], body: body, isAcross: isAcross)
  }

  @Test(
    "S0-7 the preview has the pages of the PDF, and on each what the PDF has on it",
    arguments: [(3, 4, false), (90, 4, false), (70, 30, true)])
  func same(_ rows: Int, _ sessions: Int, _ isAcross: Bool) throws {
    let it = letter(
      [
        .paragraph(Array(repeating: "با سلام و احترام", count: 90).joined(separator: " ")),
        .table(table(rows: rows, sessions: sessions), repeating: 2),
        .signatures([Letter.Field("کارشناس", "زهرا کاظمی")]),
      ], isAcross: isAcross)
    let path = scratch.path("paper.pdf")
    try document.write([it], to: path)
    let drawn = try scratch.text(ofPDF: path).split(separator: "\u{C}").map(String.init)
    let pages = try document.pages(of: it)
    #expect(pages.count == drawn.count)
    #expect(pages.map(\.number) == Array(1...drawn.count))
    for (page, text) in zip(pages, drawn) {
      for case .table(let part, _) in page.letter.body {
        for row in part.rows {
          #expect(text.contains(row.cells[1].printed), "\(page.number): \(row.cells[1].printed)")
        }
      }
      let lines = screen.lines(of: page, width: 80)
      #expect(lines.last == "صفحهٔ \(Numbers.plain(page.number)) از \(Numbers.plain(drawn.count))")
    }
    // Every row stands on some page, once for each group of columns.
    let shown = pages.flatMap(\.letter.sheets).flatMap(\.rows).count
    let groups = Set(pages.flatMap(\.letter.sheets).map { $0.columns.map(\.title) }).count
    #expect(shown == rows * groups)
  }

  @Test(
    "On a narrow screen a list goes on with whole sessions, names again",
    arguments: [60, 80])
  func wholeColumns(_ width: Int) throws {
    let it = letter([.table(table(rows: 4, sessions: 20), repeating: 2)], isAcross: true)
    for page in try document.pages(of: it) {
      let lines = screen.lines(of: page, width: width)
      #expect(lines.allSatisfy { $0.cellWidth <= width })
      let titles = lines.filter { $0.contains("نشست") }
      #expect(titles.allSatisfy { $0.contains("نام خانوادگی و نام") && !$0.contains("…") })
    }
    let all = try document.pages(of: it).flatMap { screen.lines(of: $0, width: width) }
    for session in 1...20 {
      #expect(all.contains { $0.split(separator: " ").contains("نشست\(Numbers.plain(session))") })
    }
  }
}
