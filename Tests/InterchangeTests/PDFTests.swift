import Foundation
import Interchange
import Persian
import Testing
import Training

@Suite("Letters and lists as PDF")
struct PDFTests {
  let scratch: Scratch
  private let document: PDFDocument

  init() throws {
    scratch = try Scratch()
    document = PDFDocument(fonts: try PaperFonts(), foot: Self.foot)
  }

  @Sendable private static func foot(_ page: Int, _ pages: Int) -> String {
    "صفحهٔ \(Numbers.plain(page)) از \(Numbers.plain(pages))"
  }

  private func letter(_ body: [Letter.Block], isAcross: Bool = false) -> Letter {
    Letter(
      title: "ابلاغ مدرس", letterhead: ["باسمه‌تعالی", "استان نمونه", "شهرستان سروستان"],
      reference: [
        Letter.Field("شماره", "۱۲/۳۴۵"), Letter.Field("تاریخ", "۱۴۰۳/۰۷/۰۷"),
        Letter.Field("پیوست", ""),
      ], recipient: ["جناب آقای رضا پاکدل"], body: body, footer: "نشانی: سروستان، خیابان نخست",
      isAcross: isAcross)
  }

  private func write(_ letters: [Letter]) throws -> String {
    let path = scratch.path("paper.pdf")
    try document.write(letters, to: path)
    try scratch.tool(["qpdf", "--check", path])
    return path
  }

  private func pages(of path: String) throws -> [String] {
    try scratch.text(ofPDF: path).split(separator: "\u{C}").map(String.init)
  }

  @Test("S0-7 S0-3 a letter is copied and searched as it was typed, in its own order")
  func copiedText() throws {
    let path = try write([
      letter([
        .paragraph(
          "با سلام؛ جناب‌عالی، به عنوان «مدرس» دورهٔ «آشنایی با Moodle 4.1» (کد ۹۱۴۰۰۳۷۷) می‌آیید."),
        .paragraph("لایحهٔ مؤسسهٔ آیین‌نامه، پژوهش گچ و ژاله در سال ۱۴۰۳ است. إسلام، الآن، الأن."),
        .fields([Letter.Field("ساعت کار", "۲۴"), Letter.Field("نشانی", "http://example.ir/a?b=1")]),
        .signatures([Letter.Field("کارشناس آموزش", "زهرا کاظمی")]),
      ])
    ])
    let text = try scratch.text(ofPDF: path)
    for line in [
      "باسمه‌تعالی", "شهرستان سروستان", "شماره: ۱۲/۳۴۵", "تاریخ: ۱۴۰۳/۰۷/۰۷",
      "جناب آقای رضا پاکدل", "ابلاغ مدرس",
      "با سلام؛ جناب‌عالی، به عنوان «مدرس» دورهٔ «آشنایی با Moodle 4.1» (کد ۹۱۴۰۰۳۷۷) می‌آیید.",
      "لایحهٔ مؤسسهٔ آیین‌نامه، پژوهش گچ و ژاله در سال ۱۴۰۳ است. إسلام، الآن، الأن.",
      "ساعت کار: ۲۴", "نشانی: http://example.ir/a?b=1", "زهرا کاظمی",
      "نشانی: سروستان، خیابان نخست", "صفحهٔ ۱ از ۱",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)\n—\n\(text)")
    }
  }

  @Test(
    "S0-7 fonts are embedded as subsets with their characters; language, title and paper stand in it"
  )
  func fonts() throws {
    let path = try write([letter([.paragraph("متن ساده با نشانهٔ ✓")])])
    let fonts = try scratch.tool(["pdffonts", path]).split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 2)
    for font in fonts {
      #expect(font.contains("CID TrueType"))
      #expect(font.contains("Identity-H       yes yes yes"), "\(font)")
    }
    let information = try scratch.tool(["pdfinfo", path])
    #expect(information.contains("Title:           ابلاغ مدرس"))
    #expect(information.contains("(A4)"))
    let catalog = try scratch.tool(["qpdf", "--show-object=1", path])
    #expect(catalog.contains("/Lang (fa-IR)"))
    #expect(catalog.contains("/Direction /R2L"))
    #expect(try Data(contentsOf: URL(filePath: path)).count < 60_000)
  }

  @Test("S0-7 P9 a table goes on with its titles; every page has its number, and they are counted")
  func overPages() throws {
    let rows = (1...130).map { number in
      Sheet.Row([
        .number(number), .code(String(10_000_000 + number)),
        .text("سیدمحمدحسین طباطبایی‌نژاد خراسانی‌پور \(Numbers.plain(number))"), .empty,
      ])
    }
    let sheet = Sheet(
      title: "", columns: ["ردیف", "کد پرسنلی", "نام", "امضا"].map { Sheet.Column($0) }, rows: rows)
    let list = letter([
      .table(sheet, repeating: 0), .signatures([Letter.Field("مدیر دوره", "")]),
    ])
    let pages = try pages(of: try write([list, letter([.paragraph("دومی")], isAcross: true)]))
    // The other letter takes the last page.
    let counts = [pages.count - 1]
    #expect(pages.count > 3)
    for (index, page) in pages.dropLast().enumerated() {
      #expect(page.contains("کد پرسنلی"))
      #expect(page.contains(Self.foot(index + 1, counts[0])))
      #expect(page.contains("ابلاغ مدرس"))
    }
    // Each row stands once, in order.
    let codes = pages.joined().matches(of: /۱۰۰۰۰[۰-۹]{3}/).map { String($0.output) }
    #expect(codes == rows.map { $0.cells[1].printed })
    // The last signs what he sees, and the next letter counts anew.
    #expect(pages[counts[0] - 1].contains("مدیر دوره"))
    #expect(pages[counts[0] - 1].contains("طباطبایی‌نژاد"))
    #expect(pages[counts[0]].contains(Self.foot(1, 1)))
  }

  @Test(
    "S0-7 P10 a table wider than the paper goes on with its other columns beside the first ones")
  func wide() throws {
    let sheet = Sheet(
      title: "",
      columns: [Sheet.Column("ردیف"), Sheet.Column("نام")]
        + (1...60).map { Sheet.Column("جلسهٔ\($0)") },
      rows: [Sheet.Row([.number(1), .text("مریم احمدی")] + (1...60).map { .text("ح\($0)") })])
    let text = try scratch.text(
      ofPDF: try write([letter([.table(sheet, repeating: 2)], isAcross: true)]))
    #expect(text.matches(of: /مریم احمدی/).count > 1)
    for session in 1...60 { #expect(text.contains("ح\(session)")) }
  }

  @Test("S0-7 P11 slips, ticks, notes, a page break and a cell longer than a page")
  func otherBlocks() throws {
    let long = (1...900).map { "واژهٔ شمارهٔ \(Numbers.plain($0))" }.joined(separator: " ")
    let sheet = Sheet(
      title: "", columns: [Sheet.Column("شرح")], rows: [Sheet.Row([.text(long)])])
    let path = try write([
      letter([
        .ticks([Letter.Tick("حضوری", isTicked: true), Letter.Tick("برخط", isTicked: false)]),
        .slips(
          (1...30).map {
            [Letter.Field("نام", "فراگیر \(Numbers.plain($0))"), Letter.Field("امضا", "")]
          },
          across: 2),
        .heading("سرفصل"), .note("رونوشت: پرونده"), .pageBreak, .table(sheet, repeating: 0),
        .pageBreak,
      ])
    ])
    let text = try scratch.text(ofPDF: path)
    for number in 1...30 { #expect(text.contains("نام: فراگیر \(Numbers.plain(number))\n")) }
    #expect(text.contains("× حضوری"))
    #expect(text.contains("شمارهٔ ۹۰۰"))
    let pages = try pages(of: path)
    #expect(!pages.contains { !$0.contains("فراگیر") && !$0.contains("واژهٔ") })
    let breaks = try #require(pages.firstIndex { $0.contains("رونوشت: پرونده") })
    #expect(!pages[breaks].contains("واژهٔ"))
  }

  @Test("S2-10.5b what a sign of direction stands before is copied once")
  func isolates() throws {
    let path = try write([
      letter([
        .fields([Letter.Field("کد راستی‌آزمایی", "\u{2066}۱۹۹۳۴-۲۷۲۹۲\u{2069}")]),
        .paragraph("پرونده \u{2066}list.csv\u{2069} خوانده شد."),
      ])
    ])
    let text = try scratch.text(ofPDF: path).filter { !"\u{2066}\u{2069}".contains($0) }
    #expect(text.contains("کد راستی‌آزمایی: ۱۹۹۳۴-۲۷۲۹۲\n"), "\(text)")
    #expect(text.contains("پرونده list.csv خوانده شد."), "\(text)")
  }

  @Test("S0-7 equal papers give equal files")
  func deterministic() throws {
    let (first, second) = (scratch.path("1.pdf"), scratch.path("2.pdf"))
    try document.write([letter([.paragraph("متن")])], to: first)
    try document.write([letter([.paragraph("متن")])], to: second)
    #expect(FileManager.default.contentsEqual(atPath: first, andPath: second))
  }

  @Test("S0-7 nothing is cut at the edges of the paper, and every page shows something")
  func edges() throws {
    let rows = (1...40).map {
      Sheet.Row([.number($0), .text(String(repeating: "بی‌فاصله‌", count: 30))])
    }
    let sheet = Sheet(title: "", columns: [Sheet.Column("ردیف"), Sheet.Column("نام")], rows: rows)
    let path = try write([
      letter([.paragraph(String(repeating: "دراز", count: 80)), .table(sheet, repeating: 0)])
    ])
    // The box around each word, as poppler measures it.
    let words = try scratch.tool(["pdftotext", "-bbox", path, "-"])
    let boxes = words.matches(of: /xMin="([0-9.]+)".* xMax="([0-9.]+)" yMax="([0-9.]+)"/)
    #expect(boxes.count > 100)
    for box in boxes {
      #expect(try #require(Double(box.output.1)) >= 40)
      #expect(try #require(Double(box.output.2)) <= 595 - 40)
      #expect(try #require(Double(box.output.3)) <= 842 - 30)
    }
  }

  @Test("S0-7 without a Persian font nothing is written, and the packages that have one are named")
  func noFont() throws {
    for folders in [[], [scratch.folder.path]] {
      #expect {
        _ = try PaperFonts(in: folders)
      } throws: { error in
        guard case .noFont(let packages, folders) = error as? FileProblem else { return false }
        return packages.first == "fonts-farsiweb"
      }
    }
  }
}
