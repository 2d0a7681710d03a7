internal import Persian
public import Training

/// Letters and lists as a PDF file, A4, upright or across, read from the right.
///
/// Pages are written as they fill, so a list of any length takes the memory of its longest page.
/// The file says nothing of when or where it was made: equal papers give equal files.
public struct PDFDocument: Sendable {
  private let fonts: PaperFonts
  /// What stands at the foot of a page: its number, and how many there are.
  private let foot: @Sendable (_ page: Int, _ pages: Int) -> String

  public init(
    fonts: PaperFonts, foot: @escaping @Sendable (_ page: Int, _ pages: Int) -> String
  ) {
    self.fonts = fonts
    self.foot = foot
  }

  /// Told after each page how many have been laid, and how many there are, 0 while they are counted;
  /// what it throws ends the writing.
  public typealias Watch = (_ done: Int, _ total: Int) throws(FileProblem) -> Void

  /// Writes letters after each other, each with pages and page numbers of its own; whole or not
  /// at all.
  ///
  /// `rows` are those of their table that has none of its own, where they are too many for memory;
  /// `watch` is told after each page.
  public func write(
    _ letters: [Letter], rows: PaperRows? = nil, to path: String,
    watch: @escaping Watch = { _, _ in }
  ) throws(FileProblem) {
    let writer = try PDFWriter(path: path, title: letters.first?.title ?? "", fonts: fonts)
    for letter in letters {
      let sheet = PaperSize(isAcross: letter.isAcross)
      // How many pages there are is known only when all are laid: the foot waits for it.
      let counter = PageCounter { done throws(FileProblem) in try watch(done, 0) }
      try lay(letter, rows, on: sheet, writer.typesetter, counter)
      let pages = counter.pages
      writer.watch = { done throws(FileProblem) in try watch(done, pages) }
      // The writer keeps the foot: a foot that kept the writer would leave its file behind.
      writer.begin(sheet) { [foot, typesetter = writer.typesetter] page in
        PaperPieces(sheet, typesetter).foot(letter.footer, foot(page, pages))
      }
      try lay(letter, rows, on: sheet, writer.typesetter, writer)
    }
    try writer.finish()
  }

  /// What stands on each page of a letter, without drawing it: the pages that `write` would make.
  public func pages(of letter: Letter) throws(FileProblem) -> [LetterPage] {
    let collector = PageCollector()
    try lay(letter, nil, on: PaperSize(isAcross: letter.isAcross), Typesetter(fonts), collector)
    return collector.pages.enumerated().map { index, pieces in
      LetterPage(of: letter, pieces, number: index + 1, pages: collector.pages.count)
    }
  }

  private func lay(
    _ letter: Letter, _ rows: PaperRows?, on sheet: PaperSize, _ typesetter: Typesetter,
    _ sink: any PaperSink
  ) throws(FileProblem) {
    let pieces = PaperPieces(sheet, typesetter)
    let foot = pieces.foot(letter.footer, foot(1, 1))
    var flow = PaperFlow(
      room: sheet.textHeight - foot.height, running: pieces.running(letter.title), sink: sink)
    try pieces.add(letter, rows, to: &flow)
    try flow.finish()
  }
}

/// A4 with its margins, in points.
struct PaperSize: Hashable {
  let width: Double
  let height: Double
  let margin: Double

  init(isAcross: Bool) {
    let (short, long) = (595.28, 841.89)
    (width, height) = isAcross ? (long, short) : (short, long)
    margin = isAcross ? 36 : 48
  }

  var left: Double { margin }
  var right: Double { width - margin }
  var textWidth: Double { width - 2 * margin }
  var textHeight: Double { height - 2 * margin }
}

/// Counts pages and draws nothing.
private final class PageCounter: PaperSink {
  private(set) var pages = 0
  private let watch: (Int) throws(FileProblem) -> Void

  init(watch: @escaping (Int) throws(FileProblem) -> Void = { _ in }) { self.watch = watch }

  func place(_ piece: PaperPiece, at y: Double) {}
  func turn() throws(FileProblem) {
    pages += 1
    try watch(pages)
  }
}

/// Keeps what each page shows, without the marks.
private final class PageCollector: PaperSink {
  private(set) var pages: [[(block: Int, content: PieceContent)]] = []
  private var page: [(block: Int, content: PieceContent)] = []

  func place(_ piece: PaperPiece, at y: Double) {
    if let block = piece.block { page.append((block, piece.content)) }
  }

  func turn() throws(FileProblem) {
    pages.append(page)
    page = []
  }
}

/// Draws pages and writes each when it is full; the fonts come last, when all glyphs are known.
private final class PDFWriter: PaperSink {
  let typesetter: Typesetter
  private let file: PDFFile
  private let title: String
  private let (catalog, tree, resources): (Int, Int, Int)
  private var pages: [Int] = []
  private var sheet = PaperSize(isAcross: false)
  private var canvas = PDFCanvas(height: 0)
  /// The page of the letter at hand, and what stands at its foot.
  private var number = 1
  private var foot: (Int) -> PaperPiece = { _ in PaperPiece(height: 0) }
  /// Told after each page of the letter at hand.
  var watch: (Int) throws(FileProblem) -> Void = { _ in }

  init(path: String, title: String, fonts: PaperFonts) throws(FileProblem) {
    file = try PDFFile(path: path)
    typesetter = Typesetter(fonts)
    self.title = title
    (catalog, tree, resources) = (file.reserve(), file.reserve(), file.reserve())
  }

  /// Begins a letter on a page of its own.
  func begin(_ sheet: PaperSize, foot: @escaping (_ page: Int) -> PaperPiece) {
    self.sheet = sheet
    self.foot = foot
    number = 1
    canvas = PDFCanvas(height: sheet.height)
  }

  func place(_ piece: PaperPiece, at y: Double) {
    for mark in piece.marks { canvas.draw(mark, at: sheet.margin + y) }
  }

  func turn() throws(FileProblem) {
    let foot = foot(number)
    place(foot, at: sheet.textHeight - foot.height)
    let (page, content) = (file.reserve(), file.reserve())
    try file.writeStream(content, canvas.bytes)
    try file.write(
      page,
      "<< /Type /Page /Parent \(tree) 0 R /MediaBox [0 0 \(sheet.width) \(sheet.height)] "
        + "/Resources \(resources) 0 R /Contents \(content) 0 R >>")
    pages.append(page)
    try watch(number)
    number += 1
    canvas = PDFCanvas(height: sheet.height)
  }

  func finish() throws(FileProblem) {
    var names = ""
    for (index, font) in typesetter.fonts.enumerated() {
      let object = file.reserve()
      try PDFFont(font).write(object, to: file)
      names += "/F\(index + 1) \(object) 0 R "
    }
    try file.write(resources, "<< /Font << \(names)>> >>")
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    try file.write(tree, "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
    try file.write(
      catalog,
      "<< /Type /Catalog /Pages \(tree) 0 R /Lang (fa-IR) "
        + "/ViewerPreferences << /Direction /R2L /DisplayDocTitle true >> >>")
    let information = file.reserve()
    try file.write(
      information, "<< /Title \(PDFFile.text(Normalizer.line(title))) /Producer (Faragir) >>")
    try file.finish(catalog: catalog, information: information)
  }
}
