import Interchange
import Persian
import Testing
import Training

@Suite struct PlainTableTests {
  private let sheet = Sheet(
    title: "فهرست فراگیران",
    columns: [
      Sheet.Column("ردیف", alignment: .trailing), Sheet.Column("نام و نام خانوادگی"),
      Sheet.Column("کد ملی"), Sheet.Column("توضیح", alignment: .centre),
    ],
    rows: (1...30).map { number in
      Sheet.Row([
        .number(number), .text("فراگیر شمارهٔ \(number)"), .code("0084575948"),
        .text(number == 3 ? "توضیحی بسیار بلند که در یک سطر جای نمی‌گیرد و ادامه دارد" : "—"),
      ])
    })

  @Test("Pages have the height asked for, no line is wider, and titles stand on each")
  func pages() {
    let table = PlainTable(width: 60, height: 20) { "صفحهٔ \($0) از \($1)" }
    let pages = table.pages(of: sheet)
    #expect(pages.count == 3)
    for (index, page) in pages.enumerated() {
      #expect(page.count == 20)
      #expect(page.allSatisfy { $0.cellWidth <= 60 })
      #expect(page[0] == "فهرست فراگیران" && page[2].contains("کد ملی"))
      #expect(page[19] == "صفحهٔ \(index + 1) از 3")
    }
    let rows = pages.joined().filter { $0.contains("۰۰۸۴۵۷۵۹۴۸") }
    #expect(rows.count == 30)
  }

  @Test("Columns are as wide as their texts, aligned, and squeezed from the widest on")
  func columns() {
    let wide = PlainTable(width: 200, height: nil) { "\($0)\($1)" }.pages(of: sheet)
    #expect(wide.count == 1 && wide[0].count == 4 + 30)
    #expect(wide[0][4].hasPrefix("   ۱  فراگیر شمارهٔ 1 "))
    let narrow = PlainTable(width: 40, height: nil) { _, _ in "" }.pages(of: sheet)
    #expect(narrow[0].allSatisfy { $0.cellWidth <= 40 })
    let whole = narrow[0].joined(separator: " ")
    #expect(whole.contains("توضیحی") && whole.contains("دارد"))
  }

  @Test("A table without rows still has its titles; pages are divided by form feeds")
  func edges() {
    let empty = Sheet(title: "x", columns: [Sheet.Column("الف")])
    let table = PlainTable(width: 20, height: 8) { "\($0)/\($1)" }
    #expect(table.pages(of: empty) == [["x", "", "الف", "───", "", "", "", "1/1"]])
    #expect(table.text(of: sheet).split(separator: "\u{C}").count == table.pages(of: sheet).count)
    var long = empty
    long.rows = [Sheet.Row([.text(String(repeating: "کلمه ", count: 100))])]
    #expect(table.pages(of: long).allSatisfy { $0.count == 8 })
  }
}
