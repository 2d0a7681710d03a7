import Foundation
import Interchange
import Testing
import Training

@Suite struct HostileFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A small honest workbook whose pieces a script may change: `parts` maps names to bytes.
  private func workbook(_ name: String, changing script: String) throws -> String {
    try scratch.python(
      """
      import openpyxl, zipfile
      book = openpyxl.Workbook()
      book.active.append(['کد ملی', 'نام'])
      book.active.append(['0084575948', 'مینا'])
      book.save(folder + '/honest.xlsx')
      with zipfile.ZipFile(folder + '/honest.xlsx') as old:
          parts = {name: old.read(name) for name in old.namelist()}
      sheet = 'xl/worksheets/sheet1.xml'
      # As the spreadsheet of Office writes it: texts in a part of their own.
      links = 'xl/_rels/workbook.xml.rels'
      kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings'
      parts[links] = parts[links].replace(b'</Relationships>',
        ('<Relationship Id="s" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind).encode())
      parts['xl/sharedStrings.xml'] = '<sst><si><t>الف</t></si></sst>'.encode()
      \(script)
      with zipfile.ZipFile(folder + '/\(name)', 'w', zipfile.ZIP_DEFLATED) as new:
          for part, data in parts.items(): new.writestr(part, data)
      """)
    return scratch.path(name)
  }

  @Test("A workbook cut anywhere is refused as damaged, never read in part")
  func truncated() throws {
    let path = try workbook("whole.xlsx", changing: "")
    #expect(problem(with: path) == nil)
    let whole = try scratch.bytes("whole.xlsx")
    var checked = 0
    for length in stride(from: 10, to: whole.count, by: 10) {
      let cut = try scratch.write(whole[..<length], to: "cut.xlsx")
      guard case .damaged = problem(with: cut) else {
        Issue.record("\(length) of \(whole.count) bytes: \(String(describing: problem(with: cut)))")
        continue
      }
      checked += 1
    }
    #expect(checked > 400)
  }

  @Test("A workbook with any byte changed is read, or refused with a reason, but never traps")
  func changedBytes() throws {
    _ = try workbook("whole.xlsx", changing: "")
    let whole = try scratch.bytes("whole.xlsx")
    for place in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[place] ^= 0xFF
      let path = try scratch.write(bytes, to: "changed.xlsx")
      do {
        _ = try rows(of: path)
      } catch {
        #expect(error is FileProblem)
      }
    }
  }

  @Test("A document type is refused in every piece that is read, entities and all")
  func documentTypes() throws {
    for part in [
      "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml",
    ] {
      let path = try workbook(
        "xxe.xlsx",
        changing: """
          text = parts['\(part)'].decode()
          root = text[text.index('?' + '>') + 2:] if text.startswith('<?') else text
          parts['\(part)'] = ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + root).encode()
          """)
      #expect(problem(with: path) == .documentType(part: part))
    }
  }

  @Test("An unknown entity, unclosed tag or stray text is malformed, with its place")
  func malformed() throws {
    for (old, new) in [
      ("<sheetData>", "<sheetData>&x;<row><c><v>&evil;</v></c></row>"),
      ("</sheetData>", ""), ("<sheetData>", "<sheetData><row r=\\\"0\\\"/>"),
      (
        "<sheetData>",
        "<sheetData><row r=\\\"9\\\"><c r=\\\"B9\\\"/><c r=\\\"A9\\\"><v>1</v></c></row>"
      ),
      ("<sheetData>", "<sheetData><row r=\\\"5\\\"><c t=\\\"s\\\"><v>99</v></c></row>"),
      ("</worksheet>", "</worksheet>stray"),
      ("<sheetData>", "<sheetData><row><c><v>&#0;</v></c></row>"),
    ] {
      let path = try workbook(
        "malformed.xlsx",
        changing: "parts[sheet] = parts[sheet].decode().replace(\"\(old)\", \"\(new)\").encode()")
      guard case .malformed(part: "xl/worksheets/sheet1.xml", offset: 1...) = problem(with: path)
      else {
        Issue.record("\(new): \(String(describing: problem(with: path)))")
        continue
      }
    }
  }

  @Test("What unpacks beyond measure is refused before it fills the memory")
  func bombs() throws {
    let script = """
      head, tail = parts[sheet].split(b'<sheetData>')
      parts[sheet] = head + b'<sheetData>' + b'<row>' + b'<c/>' * 1000000 + b'</row>' + tail
      """
    let path = try workbook("bomb.xlsx", changing: script)
    guard case .bomb(part: "xl/worksheets/sheet1.xml", _, _) = problem(with: path) else {
      Issue.record("\(String(describing: problem(with: path)))")
      return
    }
    var limits = FileLimits.standard
    limits.partBytes = 100
    let honest = try workbook("small.xlsx", changing: "")
    guard case .bomb(_, _, limit: 100) = problem(with: honest, limits: limits) else {
      Issue.record("the limit of a piece is not kept")
      return
    }
    let long = try workbook(
      "long.xlsx",
      changing:
        "parts[sheet] = parts[sheet].replace(b'<t>', b'<t>' + bytes(range(65, 91)) * 100000)")
    guard case .malformed(part: "xl/worksheets/sheet1.xml", _) = problem(with: long) else {
      Issue.record("\(String(describing: problem(with: long)))")
      return
    }
  }

  @Test("Thousands of links are refused, and an endless number format costs nothing")
  func endlessParts() throws {
    let links = try workbook(
      "links.xlsx",
      changing: """
        link = b'<Relationship Id="x" Type="t" Target="y"/>'
        parts[links] = parts[links].replace(b'</Relationships>', link * 5000 + b'</Relationships>')
        """)
    #expect(problem(with: links) == .tooManyParts(4097, limit: 4096))
    let format = try workbook(
      "format.xlsx",
      changing: """
        styles = 'xl/styles.xml'
        code = b'<numFmt numFmtId="200" formatCode="[' + b'a' * 900000 + b'"/>'
        parts[styles] = parts[styles].replace(b'<numFmts', code + b'<numFmts')
        """)
    #expect(problem(with: format) == nil)
  }

  @Test("A piece whose size in the directory is a lie is refused")
  func wrongSize() throws {
    let path = try workbook("size.xlsx", changing: "")
    var bytes = try scratch.bytes("size.xlsx")
    // In each record of the directory: the unpacked size, four bytes from 24.
    for place in bytes.indices.dropLast(28)
    where Array(bytes[place..<place + 4]) == [0x50, 0x4B, 1, 2] {
      bytes[place + 24] ^= 1
    }
    try scratch.write(bytes, to: "size.xlsx")
    #expect(problem(with: path) != nil)
  }

  @Test(
    "Names that lead outside the file are refused",
    arguments: ["../evil.xml", "/etc/passwd", "xl/../../evil", "c:\\\\evil", "xl\\\\evil"])
  func traversal(name: String) throws {
    let path = try workbook("paths.xlsx", changing: "parts['\(name)'] = b'x'")
    guard case .unsafeName = problem(with: path) else {
      Issue.record("\(name): \(String(describing: problem(with: path)))")
      return
    }
  }

  @Test("Names that occur twice and thousands of pieces are refused")
  func directory() throws {
    try scratch.python(
      """
      import zipfile, warnings
      warnings.simplefilter('ignore')
      with zipfile.ZipFile(folder + '/twice.xlsx', 'w') as new:
          for text in 'ab': new.writestr('[Content_Types].xml', text)
      with zipfile.ZipFile(folder + '/many.xlsx', 'w') as new:
          for number in range(5000): new.writestr(str(number), b'')
      """)
    #expect(problem(with: scratch.path("twice.xlsx")) == .unsafeName("[Content_Types].xml"))
    #expect(problem(with: scratch.path("many.xlsx")) == .tooManyParts(5000, limit: 4096))
  }

  @Test("S5-5b An .xls is refused by its content, whatever its name; so is a protected workbook")
  func oldAndEncrypted() throws {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let filler = [UInt8](repeating: 0, count: 1016)
    let old = try scratch.write(
      head + filler + "Workbook".utf16.flatMap { [UInt8($0 & 0xFF), 0] } + filler, to: "old.xlsx")
    #expect(problem(with: old) == .oldWorkbook)
    let locked = try scratch.write(
      head + filler + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] } + filler,
      to: "locked.xlsx")
    #expect(problem(with: locked) == .encrypted)
    let older = try scratch.write([0x09, 0x08, 0x10, 0x00, 0, 6] + filler, to: "older.xls")
    #expect(problem(with: older) == .oldWorkbook)
  }

  @Test("Web pages, pictures, other archives, empty and missing files have reasons of their own")
  func others() throws {
    let page = try scratch.write("\u{FEFF} <html><table><tr><td>نام".utf8, to: "page.xls")
    #expect(problem(with: page) == .webPage)
    #expect(problem(with: try scratch.write("%PDF-1.7\n".utf8, to: "a.csv")) == .notTable)
    #expect(problem(with: try scratch.write([0x61, 0, 0x62, 0], to: "b.csv")) == .notTable)
    #expect(problem(with: try scratch.write([], to: "c.csv")) == .empty)
    #expect(problem(with: scratch.path("none")) == .missing(path: scratch.path("none")))
    let folder = scratch.folder.path
    #expect(problem(with: folder) == .notAFile(path: folder))
    try scratch.python(
      """
      import zipfile
      with zipfile.ZipFile(folder + '/text.docx', 'w') as new:
          new.writestr('word/document.xml', '<a/>')
      """)
    #expect(problem(with: scratch.path("text.docx")) == .notTable)
    var limits = FileLimits.standard
    limits.fileBytes = 3
    #expect(problem(with: page, limits: limits) == .tooLarge(bytes: 31, limit: 3))
  }

  @Test("A value beyond the last column that is read is named with its place")
  func wide() throws {
    try scratch.python(
      """
      import openpyxl
      book = openpyxl.Workbook()
      book.active['SS2'] = 1
      book.active['SR1'] = 1
      book.save(folder + '/wide.xlsx')
      """)
    #expect(
      problem(with: scratch.path("wide.xlsx")) == .tooWide(row: 2, column: 513, limit: 512))
  }
}
