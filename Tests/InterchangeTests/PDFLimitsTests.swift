import Foundation
import Interchange
import Persian
import Testing
import Training

@Suite("PDF of long lists and with damaged fonts")
struct PDFLimitsTests {
  /// A list as an attendance list is: a name, a code and thirty sessions.
  static func list(_ rows: Int) -> Letter {
    let sheet = Sheet(
      title: "",
      columns: ["ردیف", "کد", "نام"].map { Sheet.Column($0) }
        + (1...12).map { Sheet.Column("۰۷/\(Numbers.plain($0))") },
      rows: rows == 0 ? [] : (1...rows).map(row))
    return Letter(
      title: "لیست حضور و غیاب", body: [.table(sheet, repeating: 3)], isAcross: true)
  }

  static func row(_ number: Int) -> Sheet.Row {
    Sheet.Row(
      [.number(number), .code(String(20_000_000 + number)), .text("احمدی مریم")]
        + (1...12).map { .text($0 % 3 == 0 ? "غ" : "ح") })
  }

  /// The rows of such a list, made anew for each pass over them.
  static func made(_ count: Int) -> PaperRows {
    PaperRows { body throws(FileProblem) in
      for number in 1...count { try body(row(number)) }
    }
  }

  /// The most memory the process has had since it was asked to forget, in kibibytes.
  static func peak() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }

  static func growth(writing letter: Letter, _ rows: PaperRows? = nil) throws -> Int {
    let path = FileManager.default.temporaryDirectory
      .appending(component: "list-\(UUID().uuidString).pdf").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let document = PDFDocument(fonts: try PaperFonts()) {
      "\(Numbers.plain($0))/\(Numbers.plain($1))"
    }
    try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let before = peak()
    try document.write([letter], rows: rows, to: path)
    return peak() - before
  }

  @Test("S0-7 P10 a list of 2,000 rows takes no more memory than one of 200")
  func boundedMemory() async {
    await #expect(processExitsWith: .success) {
      // What is needed once: fonts, tables of characters.
      _ = try Self.growth(writing: Self.list(40))
      let (short, long) = (Self.list(200), Self.list(2_000))
      let few = try Self.growth(writing: short)
      let many = try Self.growth(writing: long)
      #expect(many <= few + 2_048, "200 rows: \(few) KiB, 2,000 rows: \(many) KiB")
      if many > few + 2_048 { exit(1) }
    }
  }

  @Test("S5-6d rows that are made anew for each pass take no memory, however many there are")
  func streamedRows() async {
    await #expect(processExitsWith: .success) {
      _ = try Self.growth(writing: Self.list(40))
      let few = try Self.growth(writing: Self.list(0), Self.made(500))
      let many = try Self.growth(writing: Self.list(0), Self.made(8_000))
      #expect(many <= few + 2_048, "500 rows: \(few) KiB, 8,000 rows: \(many) KiB")
      if many > few + 2_048 { exit(1) }
    }
  }

  @Test("S5-6d rows made anew make the paper that the same rows in memory make")
  func streamedPaper() throws {
    let scratch = try Scratch()
    let document = PDFDocument(fonts: try PaperFonts()) { "\($0)/\($1)" }
    for count in [1, 90] {
      let (held, made) = (scratch.path("held.pdf"), scratch.path("made.pdf"))
      try document.write([Self.list(count)], to: held)
      try document.write([Self.list(0)], rows: Self.made(count), to: made)
      #expect(
        try Data(contentsOf: URL(filePath: held)) == Data(contentsOf: URL(filePath: made)))
    }
  }

  @Test(
    "S0-7 P10 every one of 2,000 rows is on the paper, and each page is on the disk when it is full"
  )
  func longList() throws {
    let scratch = try Scratch()
    let path = scratch.path("long.pdf")
    try PDFDocument(fonts: try PaperFonts()) { "\(Numbers.plain($0)) از \(Numbers.plain($1))" }
      .write([Self.list(2_000)], to: path)
    try scratch.tool(["qpdf", "--check", path])
    let text = try scratch.text(ofPDF: path)
    let codes = Set(text.matches(of: /۲۰۰۰[۰-۹]{4}/).map { String($0.output) })
    #expect(codes.count == 2_000)
    let pages = text.matches(of: /ردیف/).count
    #expect(text.contains("\(Numbers.plain(pages)) از \(Numbers.plain(pages))"))
  }

  @Test("S0-7 a damaged font is refused or loses glyphs; it never ends the program")
  func damagedFonts() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appending(component: "truetype/farsiweb")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let whole = [UInt8](
      try Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/farsiweb/nazli.ttf")))
    var random = SystemRandomNumberGenerator()
    let letter = Letter(title: "متن", body: [.paragraph("پژوهش گچ و ژاله، مُحَمَّد ۱۲۳ abc")])
    for round in 0..<60 {
      var bytes = whole
      if round % 3 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      } else {
        // Most faults in the directory and the small tables, where they do harm.
        let range = round % 3 == 1 ? 0..<600 : bytes.indices
        for _ in 0..<20 {
          bytes[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      try Data(bytes).write(to: folder.appending(component: "nazli.ttf"))
      guard let fonts = try? PaperFonts(in: [scratch.folder.path]) else { continue }
      try PDFDocument(fonts: fonts) { page, _ in "\(page)" }
        .write([letter], to: scratch.path("damaged.pdf"))
    }
  }
}
