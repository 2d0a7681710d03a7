import Interchange
import Persian
import Testing
import TestKit
import Training

@Suite("Letters as pages of text")
struct PlainLetterTests {
  private let paper = PlainLetter { "صفحهٔ \(Numbers.plain($0)) از \(Numbers.plain($1))" }

  private func letter(_ body: [Letter.Block], isAcross: Bool = false) -> Letter {
    Letter(
      title: "ابلاغ مدرس", letterhead: ["باسمه‌تعالی", "استان نمونه", "شهرستان سروستان"],
      reference: [
        Letter.Field("شماره", "۱۲/۳۴۵"), Letter.Field("تاریخ", "۱۴۰۳/۰۷/۰۷"),
        Letter.Field("پیوست", ""),
      ], recipient: ["جناب آقای رضا پاکدل"], body: body, footer: "نشانی: سروستان، خیابان نخست",
      isAcross: isAcross)
  }

  private let long = (1...60).map { "واژهٔ شمارهٔ \(Numbers.plain($0))" }.joined(separator: " ")

  private func table(_ rows: Int) -> Sheet {
    Sheet(
      title: "", columns: [Sheet.Column("ردیف"), Sheet.Column("نام")],
      rows: (1...rows).map { Sheet.Row([.number($0), .text("فراگیر \(Numbers.plain($0))")]) })
  }

  @Test("S0-7 a letter with offices, number, recipient, text, fields, ticks and signatures")
  func oneLetter() {
    let text = PaperFile.text(
      of: paper.pages(
        of: letter([
          .paragraph(long), .heading("مشخصات"),
          .fields([Letter.Field("کد دوره", "۹۱۴۰۰۳۷۷"), Letter.Field("ساعت کار", "")]),
          .ticks([Letter.Tick("حضوری", isTicked: true), Letter.Tick("برخط", isTicked: false)]),
          .table(table(3), repeating: 0),
          .signatures([
            Letter.Field("رئیس اداره", ""), Letter.Field("کارشناس آموزش", "زهرا کاظمی"),
          ]),
          .note("رونوشت: پروندهٔ دوره"),
        ])))
    expectSnapshot(text, named: "letter")
  }

  @Test("S0-7 a table goes on with its titles, every page has the paper's size and its number")
  func overPages() {
    let pages = paper.pages(of: letter([.table(table(130), repeating: 0)]))
    #expect(pages.count == 3)
    for (index, page) in pages.enumerated() {
      #expect(page.count == 60)
      #expect(page.allSatisfy { $0.cellWidth <= 80 })
      #expect(page.filter { $0.hasPrefix("ردیف") }.count == 1)
      #expect(page.last == "صفحهٔ \(Numbers.plain(index + 1)) از ۳")
      #expect(page[58] == "نشانی: سروستان، خیابان نخست")
    }
    #expect(pages.joined().filter { $0.contains("فراگیر") }.count == 130)
    #expect(pages[1][0] == "ابلاغ مدرس")
  }

  @Test("S0-7 a paragraph leaves no single line on a page, and nobody signs an empty page")
  func widows() {
    // The fields push the paragraph to the end of the page bit by bit.
    for before in 30...50 {
      let fields = (1...before).map { Letter.Field("سطر", Numbers.plain($0)) }
      let pages = paper.pages(
        of: letter([.fields(fields), .paragraph(long), .signatures([Letter.Field("مدیر", "")])]))
      let marked = pages.map { page in page.filter { $0.contains("واژهٔ") }.count }
      #expect(marked.allSatisfy { $0 != 1 }, "\(before): \(marked)")
      for page in pages where page.contains(where: { $0.contains("مدیر") }) {
        #expect(page.contains { $0.contains("واژهٔ") })
      }
    }
  }

  @Test("S0-7 paper across is wider and shorter; a broken page begins anew")
  func across() {
    let pages = paper.pages(
      of: letter([.paragraph("یک"), .pageBreak, .paragraph("دو")], isAcross: true))
    #expect(pages.count == 2)
    #expect(pages.allSatisfy { $0.count == 44 })
    #expect(pages[1].contains("دو"))
  }

  @Test("S2-7.8a slips stand side by side between lines to cut along, and none is divided")
  func slips() {
    let slips = (1...31).map { number in
      [
        Letter.Field("", "کلاس الف، جلسهٔ ۱"),
        Letter.Field("نام", "فراگیر \(Numbers.plain(number))"),
        Letter.Field("امضا", ""),
      ]
    }
    var paper = letter([.slips(slips, across: 2)])
    paper.letterhead = []
    paper.reference = []
    paper.recipient = []
    let pages = self.paper.pages(of: paper)
    #expect(pages.count == 2)
    for page in pages {
      let names = page.filter { $0.contains("نام:") }.count
      #expect(page.filter { $0.contains("امضا:") }.count == names)
      #expect(page.filter { $0.hasPrefix("┄") }.count == names)
      #expect(page.allSatisfy { $0.cellWidth <= 80 })
    }
    expectSnapshot(PaperFile.text(of: [pages[1]]), named: "slips")
  }
}
