import Foundation
import Interchange
import Persian
import Testing
import Training

@Suite struct TextFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func cells(_ bytes: some Sequence<UInt8>) throws -> [[String]] {
    try rows(of: try scratch.write(bytes, to: "a.csv")).map { $0.cells.map(\.plainText) }
  }

  @Test("Fields in quotation marks keep separators, line breaks and doubled marks")
  func quotes() throws {
    let text = "a,\"b,1\",\"c\"\"d\"\r\n\"two\nlines\",x,y\r\nlast,,\n"
    let read = try rows(of: try scratch.write(text.utf8, to: "a.csv"))
    #expect(
      read.map { $0.cells.map(\.plainText) } == [
        ["a", "b,1", "c\"d"], ["two\nlines", "x", "y"], ["last"],
      ])
    #expect(read.map(\.number) == [1, 2, 4])
  }

  @Test("Blank lines are passed over but counted; lines end in LF, CRLF or CR")
  func lines() throws {
    let read = try rows(of: try scratch.write("a,1\n\n , \r\nb,2\rc,3".utf8, to: "a.csv"))
    #expect(read.map(\.number) == [1, 4, 5])
    #expect(read.last?.cells == [.text("c"), .text("3")])
  }

  @Test(
    "The separator is found",
    arguments: [
      "کد,نام\n1,مینا\n2,لیلا", "کد;نام\n1;مینا\n2;لیلا", "کد\tنام\n1\tمینا\n2\tلیلا",
      "کد،نام\n1،مینا\n2،لیلا", "کد|نام\n1|مینا\n2|لیلا", "sep=;\nکد;نام\n1;مینا\n2;لیلا",
      "\"کد\";\"نام\"\n1;\"مینا\"\n2;\"لیلا\"",
    ])
  func separators(text: String) throws {
    #expect(try cells(text.utf8) == [["کد", "نام"], ["1", "مینا"], ["2", "لیلا"]])
  }

  @Test("A comma inside texts does not win over the separator of every line")
  func commaInTexts() throws {
    let text = "کد;نشانی\n1;تهران, خیابان, کوچه\n2;اصفهان\n3;یزد\n"
    #expect(try cells(text.utf8)[1] == ["1", "تهران, خیابان, کوچه"])
  }

  @Test("UTF-8 with and without its mark, UTF-16 and Windows-1256 give the same texts")
  func encodings() throws {
    try scratch.python(
      """
      text = 'کد ملی,نام\\r\\n0084575948,پژمان گچ‌کار\\r\\n'
      for name in ['utf-8', 'utf-8-sig', 'utf-16', 'cp1256']:
          data = text.replace('ی', 'ي') if name == 'cp1256' else text
          open(folder + '/' + name, 'w', encoding=name, newline='').write(data)
      open(folder + '/be', 'wb').write(b'\\xfe\\xff' + text.encode('utf-16-be'))
      """)
    for name in ["utf-8", "utf-8-sig", "utf-16", "cp1256", "be"] {
      let read = try rows(of: scratch.path(name)).map {
        $0.cells.map { Normalizer.line($0.plainText) }
      }
      #expect(read == [["کد ملی", "نام"], ["0084575948", "پژمان گچ‌کار"]], "\(name)")
    }
  }

  @Test("Each byte of Windows-1256 is what Python's codec says")
  func windows1256() throws {
    try scratch.python(
      """
      open(folder + '/all', 'wb').write(bytes(range(0x80, 0x100)))
      open(folder + '/utf8', 'w', encoding='utf-8').write(bytes(range(0x80, 0x100)).decode('cp1256'))
      """)
    // The Persian comma is 0xA1 there, and separates.
    let (one, other) = (try rows(of: scratch.path("all")), try rows(of: scratch.path("utf8")))
    #expect(one == other && one.count == 1)
  }

  @Test("Long files are read whole across pieces, wherever a character or a break is cut")
  func pieces() throws {
    var text = "\u{FEFF}"
    for number in 0..<40_000 { text += "\(number),نام \(number),\"الف\r\nب\"\r\n" }
    let read = try rows(of: try scratch.write(text.utf8, to: "long.csv"))
    #expect(read.count == 40_000)
    #expect(read[39_999].cells == [.text("39999"), .text("نام 39999"), .text("الف\r\nب")])
    #expect(read[39_999].number == 79_999)
  }

  @Test("A quotation mark that is never closed is named with its line, in bounded memory")
  func openQuote() throws {
    let text = "a,b\nc,\"d\n" + String(repeating: "e,f\n", count: 500_000)
    let path = try scratch.write(text.utf8, to: "open.csv")
    #expect(problem(with: path) == .openQuote(line: 2))
  }

  @Test("Written text has a mark, CRLF and quotation marks, and comes back as it was")
  func roundTrip() throws {
    let path = scratch.path("out.csv")
    let sheet = Sheet(
      title: "x", columns: [Sheet.Column("کد ملی"), Sheet.Column("نام, \"لقب\"")],
      rows: [
        Sheet.Row([.code("0084575948"), .text("a\r\nb")]),
        Sheet.Row([.text("=1+1"), .text("+98912"), .text("-x"), .text("@a"), .text("\tb")]),
        Sheet.Row([.text("'=1"), .text("'x"), .number(-5), .decimal(2.5), .rials(1_000_000)]),
        Sheet.Row([.empty, .date(try JalaliDate(year: 1403, month: 1, day: 1)), .minutes(510)]),
      ])
    try TextWriter.write(sheet, to: path)
    let bytes = try scratch.bytes("out.csv")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.hasPrefix("کد ملی,\"نام, \"\"لقب\"\"\"\r\n"))
    #expect(text.contains("\r\n'=1+1,'+98912,'-x,'@a,'\tb\r\n") && text.contains(",-5,2.5,1000000"))
    let read = try rows(of: path).map { $0.cells.map(\.plainText) }
    #expect(read[1] == ["0084575948", "a\r\nb"])
    #expect(read[2] == ["=1+1", "+98912", "-x", "@a", "\tb"])
    #expect(read[3] == ["'=1", "'x", "-5", "2.5", "1000000"])
    #expect(read[4] == ["", "1403/01/01", "8:30"])
  }

  @Test("A file that is not finished leaves nothing, and the older one stays")
  func unfinished() throws {
    let path = try scratch.write("old".utf8, to: "kept.csv")
    do {
      let writer = try TextWriter(path: path)
      try writer.row([.text("new")])
    }
    #expect(try scratch.bytes("kept.csv") == Array("old".utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["kept.csv"])
    #expect(throws: FileProblem.self) { try TextWriter(path: scratch.path("no/such/folder.csv")) }
  }
}
