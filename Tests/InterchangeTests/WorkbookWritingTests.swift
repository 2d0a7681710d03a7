import Interchange
import Persian
import Testing
import Training

@Suite struct WorkbookWritingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var sheet: Sheet {
    get throws {
      Sheet(
        title: "فهرست [فراگیران]",
        columns: [Sheet.Column("کد ملی", width: 12), Sheet.Column("نام"), Sheet.Column("مبلغ")],
        rows: [
          Sheet.Row([.code("0084575948"), .text("<مینا> & \"لیلا\""), .rials(12_000_000)]),
          Sheet.Row([.empty, .text("  دو سطر\nو _x000D_ \r \u{7}"), .decimal(17.25)]),
          Sheet.Row([
            .date(try JalaliDate(year: 1403, month: 7, day: 5)), .minutes(90), .number(-4),
          ]),
        ])
    }
  }

  @Test("openpyxl reads a written workbook: types, direction, frozen titles, widths, page")
  func openpyxl() throws {
    let path = scratch.path("out.xlsx")
    try WorkbookWriter.write(
      [try sheet, Sheet(title: "دوم", columns: [Sheet.Column("الف")])], to: path)
    let output = try scratch.python(
      """
      import openpyxl
      book = openpyxl.load_workbook(folder + '/out.xlsx')
      print(book.sheetnames)
      sheet = book.worksheets[0]
      for row in sheet.iter_rows(values_only=True): print(row)
      print(sheet['A2'].data_type, sheet['A2'].number_format, sheet['C2'].data_type,
            sheet['C2'].number_format, sheet['A1'].font.b)
      print(sheet.sheet_view.rightToLeft, sheet.freeze_panes, sheet.print_title_rows,
            sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight,
            sheet.column_dimensions['A'].width)
      print(book.worksheets[1].sheet_view.rightToLeft, book.worksheets[1].max_row)
      """)
    // This version leaves the escapes of inline texts as they are; spreadsheets resolve them.
    #expect(
      output == """
        ['فهرست فراگیران', 'دوم']
        ('کد ملی', 'نام', 'مبلغ')
        ('0084575948', '<مینا> & "لیلا"', 12000000)
        (None, '  دو سطر\\nو _x005F_x000D_ _x000D_ _x0007_', 17.25)
        ('1403/07/05', '1:30', -4)
        s @ n #,##0 True
        True A2 $1:$1 landscape 9 0 15.0
        True 1

        """)
  }

  @Test("A column is as wide as its texts, which the next cell would cover, and half its title")
  func widths() throws {
    let unit = "اداره آموزش و پرورش شهرستان سروستان"
    let sheet = Sheet(
      title: "آمار",
      columns: [
        Sheet.Column("اداره", width: 20), Sheet.Column("در حال سنجش شایستگی", width: 4),
        Sheet.Column("شرح", width: 10), Sheet.Column("جمع", width: 8),
      ],
      rows: [
        Sheet.Row([.text(unit), .number(3), .text(String(repeating: "م", count: 300)), .number(3)])
      ])
    try WorkbookWriter.write([sheet], to: scratch.path("wide.xlsx"))
    let output = try scratch.python(
      """
      import openpyxl
      sheet = openpyxl.load_workbook(folder + '/wide.xlsx').worksheets[0]
      print([sheet.column_dimensions[name].width for name in 'ABCD'])
      """)
    #expect(output == "[\(Double(unit.count + 3)), 13.0, 63.0, 11.0]\n")
  }

  @Test("What is written is read back, cell by cell")
  func roundTrip() throws {
    let path = scratch.path("out.xlsx")
    try WorkbookWriter.write([try sheet], to: path)
    let read = try rows(of: path)
    #expect(read.map(\.number) == [1, 2, 3, 4])
    #expect(read[0].cells == [.text("کد ملی"), .text("نام"), .text("مبلغ")])
    #expect(
      read[1].cells == [.text("0084575948"), .text("<مینا> & \"لیلا\""), .number(12_000_000)])
    #expect(read[2].cells == [.empty, .text("  دو سطر\nو _x000D_ \r \u{7}"), .decimal(17.25)])
    #expect(read[3].cells == [.text("1403/07/05"), .text("1:30"), .number(-4)])
    let table = try TableFile(path: path).sheet()
    #expect(table.columns.map(\.title) == ["کد ملی", "نام", "مبلغ"] && table.rows.count == 3)
  }

  @Test("Names of sheets are cut, cleaned and made different")
  func names() throws {
    let long = String(repeating: "نام", count: 20)
    let sheets = ["a/b:c", long, long, "'x'", "", "A b c"].map { Sheet(title: $0, columns: []) }
    try WorkbookWriter.write(sheets, to: scratch.path("names.xlsx"))
    let names = try TableFile(path: scratch.path("names.xlsx")).sheetNames
    #expect(
      names == [
        "a b c", String(long.prefix(31)), String(long.prefix(29)) + " 2", "x", "Sheet5", "A b c 2",
      ])
    try scratch.python("import openpyxl\nopenpyxl.load_workbook(folder + '/names.xlsx')")
  }

  @Test("A workbook of many rows is whole, and equal tables give equal files")
  func large() throws {
    for name in ["one.xlsx", "two.xlsx"] {
      let writer = try WorkbookWriter(path: scratch.path(name))
      try writer.sheet("داده", columns: [Sheet.Column("شماره"), Sheet.Column("متن")])
      for number in 0..<20_000 {
        try writer.row([.number(number), .text("متن \(number &* 2_654_435_761 % 1_000_003)")])
      }
      try writer.finish()
    }
    #expect(try scratch.bytes("one.xlsx") == scratch.bytes("two.xlsx"))
    var sum = 0
    try TableFile(path: scratch.path("one.xlsx")).rows { row in
      if case .number(let number) = row.cells[0] { sum += number }
      return true
    }
    #expect(sum == 199_990_000)
    let output = try scratch.python(
      """
      import zipfile
      print(zipfile.ZipFile(folder + '/one.xlsx').testzip())
      """)
    #expect(output == "None\n")
  }
}
