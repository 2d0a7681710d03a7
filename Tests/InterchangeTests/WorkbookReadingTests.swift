import Interchange
import Persian
import Testing
import Training

@Suite struct WorkbookReadingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Sheet.Cell {
    .date(try JalaliDate(year: year, month: month, day: day))
  }

  @Test("Cells of every type come with their type, by the style of the cell")
  func types() throws {
    try scratch.python(
      """
      import openpyxl, datetime
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.append(['متن', 12, -3, 2.5, True, False, datetime.date(2024, 3, 20)])
      sheet.append(['0012345678', 1234567891.0, datetime.datetime(2021, 3, 21, 13, 30),
                    datetime.time(8, 30), datetime.timedelta(hours=30, minutes=15)])
      sheet['A3'] = 45371
      sheet['A3'].number_format = '[$-3000401]yyyy/mm/dd;@'
      sheet['B3'] = 0.5
      sheet['B3'].number_format = 'h:mm AM/PM'
      sheet['C3'] = 0.25
      sheet['C3'].number_format = '0.00%'
      sheet['D3'] = 7
      sheet['D3'].number_format = '"day "0" [month]"'
      sheet['E3'] = '=A3+1'
      sheet['F3'] = '#REF!'
      sheet['F3'].data_type = 'e'
      sheet['G3'] = 'a < b & "c" _x000D_ \\u200c'
      book.save(folder + '/types.xlsx')
      """)
    let read = try rows(of: scratch.path("types.xlsx"))
    #expect(
      read[0].cells == [
        .text("متن"), .number(12), .number(-3), .decimal(2.5), .number(1), .number(0),
        try day(1403, 1, 1),
      ])
    #expect(
      read[1].cells == [
        .text("0012345678"), .number(1_234_567_891), try day(1400, 1, 1), .minutes(510),
        .minutes(1815),
      ])
    // openpyxl writes no result for a formula, so the cell is empty.
    #expect(
      read[2].cells == [
        try day(1403, 1, 1), .minutes(720), .decimal(0.25), .number(7), .empty, .text("#REF!"),
        .text("a < b & \"c\" \r \u{200C}"),
      ])
  }

  @Test("Gaps keep the numbers of rows and the places of cells; empty rows are passed over")
  func gaps() throws {
    try scratch.python(
      """
      import openpyxl
      from openpyxl.styles import Font
      book = openpyxl.Workbook()
      sheet = book.active
      sheet['C3'] = 'c'
      sheet['A7'] = 'a'
      sheet['AB7'] = 28
      sheet['D5'].font = Font(bold=True)
      sheet['XFD7'].font = Font(bold=True)
      sheet.merge_cells('A1:F1')
      sheet['A1'] = 'title'
      book.save(folder + '/gaps.xlsx')
      """)
    let read = try rows(of: scratch.path("gaps.xlsx"))
    #expect(read.map(\.number) == [1, 3, 7])
    #expect(read[0].cells == [.text("title")])
    #expect(read[1].cells == [.empty, .empty, .text("c")])
    #expect(read[2].cells.count == 28 && read[2].cells[27] == .number(28))
    #expect(read[2].cells[1..<27].allSatisfy { $0 == .empty })
  }

  @Test("Any sheet is read by its name or place; a name that is not there names those that are")
  func sheets() throws {
    try scratch.python(
      """
      import openpyxl
      book = openpyxl.Workbook()
      book.active.title = 'اول'
      book.active['A1'] = 1
      book.create_sheet('دوم & "ب"')['A1'] = 2
      book.create_chartsheet('نمودار')
      book.create_sheet('پنهان')['A1'] = 3
      book['پنهان'].sheet_state = 'hidden'
      book.save(folder + '/sheets.xlsx')
      """)
    let file = try TableFile(path: scratch.path("sheets.xlsx"))
    #expect(file.sheetNames == ["اول", "دوم & \"ب\"", "پنهان"])
    var second: [Sheet.Cell] = []
    try file.rows(ofSheetAt: 1) { row in
      second += row.cells
      return true
    }
    #expect(second == [.number(2)])
    #expect(try rows(of: scratch.path("sheets.xlsx"), sheet: "پنهان")[0].cells == [.number(3)])
    #expect(throws: FileProblem.noSheet(named: "x", present: file.sheetNames)) {
      try file.rows(ofSheet: "x") { _ in true }
    }
    #expect(throws: FileProblem.self) { try file.rows(ofSheetAt: 3) { _ in true } }
  }

  @Test("Days count from 1904 where the workbook says so, and around the day that never was")
  func calendars() throws {
    try scratch.python(
      """
      import openpyxl, datetime
      from openpyxl.utils.datetime import CALENDAR_MAC_1904
      for name, epoch in [('a', None), ('b', CALENDAR_MAC_1904)]:
          book = openpyxl.Workbook()
          if epoch: book.epoch = epoch
          days = [datetime.date(1904, 1, 2), datetime.date(2024, 12, 31)]
          if not epoch: days += [datetime.date(1900, 2, 28), datetime.date(1900, 3, 1)]
          book.active.append(days)
          book.save(folder + '/' + name + '.xlsx')
      """)
    let days = [
      GregorianDate(year: 1904, month: 1, day: 2), GregorianDate(year: 2024, month: 12, day: 31),
    ]
    let cells = days.compactMap { $0.map { Sheet.Cell.date($0.jalali) } }
    #expect(try rows(of: scratch.path("b.xlsx"))[0].cells == cells)
    let first = try rows(of: scratch.path("a.xlsx"))[0].cells
    #expect(first.prefix(2) == cells[...])
    let early = [
      GregorianDate(year: 1900, month: 2, day: 28), GregorianDate(year: 1900, month: 3, day: 1),
    ]
    #expect(first.suffix(2) == early.compactMap { $0.map { Sheet.Cell.date($0.jalali) } }[...])
  }

  @Test("A workbook written with prefixes, inline and rich texts and no cell names is read")
  func dialects() throws {
    try scratch.python(
      """
      import openpyxl, zipfile
      book = openpyxl.Workbook()
      book.active.append(['x'])
      book.save(folder + '/plain.xlsx')
      main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
      sheet = ('\\ufeff<?xml version="1.0"?><!-- a > b --><x:worksheet xmlns:x="%s"><x:sheetData>'
        '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>سلام </x:t></x:r><x:r><x:t>دنیا</x:t></x:r>'
        '<x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:is></x:c><x:c/>'
        "<x:c t='str' r='D1'><x:f>A1&gt;B1</x:f><x:v>&#x6CC;&#1740;&amp;</x:v></x:c>"
        '<x:c t="d"><x:v>2024-03-20T00:00:00</x:v></x:c>'
        '<x:c t="str"><x:v><![CDATA[a<b&c]]></x:v></x:c></x:row>'
        '<x:row r="9" ht="12"/><x:row><x:c><x:v>1E3</x:v></x:c></x:row>'
        '</x:sheetData></x:worksheet>') % main
      with zipfile.ZipFile(folder + '/plain.xlsx') as old:
          with zipfile.ZipFile(folder + '/dialect.xlsx', 'w') as new:
              for name in old.namelist():
                  data = old.read(name)
                  if name == 'xl/worksheets/sheet1.xml': data = sheet.encode()
                  new.writestr(name, data)
      """)
    let read = try rows(of: scratch.path("dialect.xlsx"))
    #expect(
      read[0].cells == [
        .text("سلام دنیا"), .empty, .empty, .text("یی&"), try day(1403, 1, 1), .text("a<b&c"),
      ])
    #expect(read[1].number == 10 && read[1].cells == [.number(1000)])
  }

  @Test("Texts kept once for the whole workbook are read, rich ones and empty ones too")
  func sharedTexts() throws {
    try scratch.python(
      """
      import openpyxl, zipfile
      book = openpyxl.Workbook()
      book.active.append(['x'])
      book.save(folder + '/plain.xlsx')
      kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings'
      texts = ('<sst count="9"><si><t>الف</t></si><si/><si><r><rPr><b/></rPr><t xml:space="preserve">ب </t></r>'
        '<r><t>پ&amp;&#1578;</t></r><rPh><t>no</t></rPh><phoneticPr/></si><si><t/></si><si><t>آخر</t></si></sst>')
      cells = ''.join('<c t="s"><v>%d</v></c>' % n for n in [4, 0, 1, 2, 3, 4, 0])
      with zipfile.ZipFile(folder + '/plain.xlsx') as old:
          with zipfile.ZipFile(folder + '/shared.xlsx', 'w', zipfile.ZIP_DEFLATED) as new:
              for name in old.namelist():
                  data = old.read(name)
                  if name == 'xl/worksheets/sheet1.xml':
                      data = ('<worksheet><sheetData><row r="3">%s</row></sheetData></worksheet>' % cells).encode()
                  if name == 'xl/_rels/workbook.xml.rels':
                      link = '<Relationship Id="s" Type="%s" Target="/xl/sharedStrings.xml"/>' % kind
                      data = data.replace(b'</Relationships>', link.encode() + b'</Relationships>')
                  new.writestr(name, data)
              new.writestr('xl/sharedStrings.xml', texts)
      """)
    let read = try rows(of: scratch.path("shared.xlsx"))
    let (first, last) = (Sheet.Cell.text("الف"), Sheet.Cell.text("آخر"))
    #expect(
      read == [Sheet.Row([last, first, .empty, .text("ب پ&ت"), .empty, last, first], number: 3)])
  }

  @Test("Every cell of a long sheet keeps its type, wherever a tag is cut between pieces")
  func pieces() throws {
    try scratch.python(
      """
      import openpyxl, zipfile
      book = openpyxl.Workbook()
      book.save(folder + '/plain.xlsx')
      rows = ''.join('<row r="%d" spans="1:3"><c r="A%d" t="str"><v>%05d</v></c><c r="B%d"><v>%d</v></c>'
        '<c r="C%d" t="inlineStr"><is><t xml:space="preserve"> %d&amp;</t></is></c></row>'
        % (n, n, n, n, n, n, n) for n in range(1, 20001))
      with zipfile.ZipFile(folder + '/plain.xlsx') as old:
          with zipfile.ZipFile(folder + '/pieces.xlsx', 'w', zipfile.ZIP_DEFLATED) as new:
              for name in old.namelist():
                  data = old.read(name)
                  if name == 'xl/worksheets/sheet1.xml':
                      data = ('<worksheet><sheetData>%s</sheetData></worksheet>' % rows).encode()
                  new.writestr(name, data)
      """)
    var next = 1
    try TableFile(path: scratch.path("pieces.xlsx")).rows { row in
      let code = String(repeating: "0", count: 5 - String(next).count) + String(next)
      #expect(row == Sheet.Row([.text(code), .number(next), .text(" \(next)&")], number: next))
      next += 1
      return true
    }
    #expect(next == 20_001)
  }

  @Test("Reading stops when the caller has enough, and passes on what the caller throws")
  func stopping() throws {
    try scratch.python(
      """
      import openpyxl
      book = openpyxl.Workbook(write_only=True)
      sheet = book.create_sheet()
      for number in range(1000): sheet.append([number, 'متن %d' % number])
      book.save(folder + '/long.xlsx')
      """)
    let file = try TableFile(path: scratch.path("long.xlsx"))
    var count = 0
    try file.rows { _ in
      count += 1
      return count < 10
    }
    #expect(count == 10)
    struct Enough: Error {}
    #expect(throws: Enough.self) { try file.rows { _ in throw Enough() } }
    #expect(try rows(of: scratch.path("long.xlsx")).count == 1000)
  }
}
