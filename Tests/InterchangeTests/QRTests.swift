import Foundation
import Interchange
import Testing
import Training

@Suite("QR codes")
struct QRTests {
  /// A picture of a code with its light margin, which zbarimg reads.
  private func picture(_ code: QRCode) -> [UInt8] {
    let scale = 4
    let side = (code.size + 8) * scale
    var text = "P1\n\(side) \(side)\n"
    for row in 0..<side {
      for column in 0..<side {
        text += code.isDark(row: row / scale - 4, column: column / scale - 4) ? "1" : "0"
      }
      text += "\n"
    }
    return Array(text.utf8)
  }

  private static let read = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable"]

  @Test(
    "S2-10.5c a scanner reads codes of every size as the text they were made of",
    arguments: [1, 14, 15, 62, 106, 107, 180, 213, 214, 500, 1000, 1700, 2331])
  func sizes(_ length: Int) throws {
    let scratch = try Scratch()
    let text = String(
      String(repeating: "FG-7K2M9Q/1403/07/07 سروستان ", count: 120).utf8.prefix(length).map {
        $0 < 0x80 ? Character(UnicodeScalar($0)) : "x"
      })
    let code = try #require(QRCode(text))
    #expect((code.size - 17) % 4 == 0)
    let path = try scratch.write(picture(code), to: "code.pbm")
    #expect(try scratch.tool(Self.read + [path]) == text + "\n")
  }

  @Test("S2-10.5c the smallest code is taken, and a text too long for any makes none")
  func bounds() {
    // Version 1 holds 14 bytes at level M, version 40 2,331 (ISO/IEC 18004, table 7).
    #expect(QRCode(String(repeating: "x", count: 14))?.size == 21)
    #expect(QRCode(String(repeating: "x", count: 15))?.size == 25)
    #expect(QRCode(String(repeating: "x", count: 2331))?.size == 177)
    #expect(QRCode(String(repeating: "x", count: 2332)) == nil)
  }

  @Test("S2-10.5c the code is read from the paper as it is printed, and its text stands beside it")
  func onPaper() throws {
    let scratch = try Scratch()
    let path = scratch.path("certificate.pdf")
    let text = "FG-7K2M-9QXA\nhttps://example.ir/verify?c=7K2M9QXA"
    let letter = Letter(title: "گواهینامه", body: [.paragraph("متن"), .code(text)])
    try PDFDocument(fonts: try PaperFonts()) { page, _ in "\(page)" }.write([letter], to: path)
    try scratch.tool(["qpdf", "--check", path])
    try scratch.tool(["pdftoppm", "-r", "150", "-png", path, scratch.path("page")])
    #expect(try scratch.tool(Self.read + [scratch.path("page-1.png")]) == text + "\n")
    let copied = try scratch.text(ofPDF: path)
    #expect(copied.contains("FG-7K2M-9QXA") && copied.contains("https://example.ir/verify"))
    // On the screen and in plain text it is the text.
    let pages = PlainLetter { page, _ in "\(page)" }.pages(of: letter)
    #expect(pages.joined().contains("FG-7K2M-9QXA"))
  }

  @Test("S2-10.5c a layout asks for a code by its name")
  func inLayout() throws {
    let layout = try LetterLayout(
      parsing: "title\n  گواهینامه\nqr\n  {code}\n  {address?}\n", file: "certificate.txt")
    let shape = LetterShape("certificate", ["code": .cell, "address": .cell])
    let letter = try layout.letter(
      shape, filledWith: ["code": .text("FG-۱"), "address": .text("")])
    #expect(letter.body == [.code("FG-1")])
    #expect(throws: LayoutProblem.self) {
      _ = try layout.letter(shape, filledWith: ["code": .text(""), "address": .text("")])
    }
  }
}
