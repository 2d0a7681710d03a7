internal import Persian
public import Training

/// A letter as pages of plain text, A4 with a fixed pitch, upright or across.
///
/// Lines are in reading order. A table's titles stand again on every page it goes on to, a
/// paragraph is never left with one line alone on a page, and signatures stay with the lines before
/// them.
public struct PlainLetter: Sendable {
  /// What stands at the foot of a page: its number, and how many there are.
  private let foot: @Sendable (_ page: Int, _ pages: Int) -> String

  public init(foot: @escaping @Sendable (_ page: Int, _ pages: Int) -> String) {
    self.foot = foot
  }

  /// Cells of a line.
  static func width(isAcross: Bool) -> Int { isAcross ? 132 : 80 }
  /// Lines of a page.
  static func height(isAcross: Bool) -> Int { isAcross ? 44 : 60 }

  /// The pages of one letter, each as long as the paper.
  public func pages(of letter: Letter) -> [[String]] {
    let width = Self.width(isAcross: letter.isAcross)
    let height = Self.height(isAcross: letter.isAcross)
    let footer = letter.footer.isEmpty ? [] : letter.footer.wrapped(to: width)
    let room = height - 2 - footer.count
    let running = [letter.title.fitted(to: width), ""]
    var flow = LetterFlow(room: room, running: running)
    for piece in LetterPieces(width: width).pieces(of: letter) { flow.add(piece) }
    let bodies = flow.finished()
    return bodies.enumerated().map { index, body in
      let spare = Array(repeating: "", count: max(0, room - body.count) + 1)
      return body + spare + footer + [foot(index + 1, bodies.count).fitted(to: width)]
    }
  }

  /// A page of the PDF as lines for a screen: as long as it takes, tables of whole columns below each
  /// other where the width does not hold them; as wide as the paper where a table has no columns that
  /// could stand again.
  public func lines(of page: LetterPage, width: Int) -> [String] {
    let isWhole = page.letter.body.contains { block in
      guard case .table(let table, repeating: 0) = block else { return false }
      return table.naturalWidth > width
    }
    let width = max(40, isWhole ? max(width, Self.width(isAcross: page.letter.isAcross)) : width)
    let pieces = LetterPieces(width: width)
    var lines: [String] = []
    if !page.isFirst { lines = page.letter.title.wrapped(to: width) }
    let all = page.isFirst ? pieces.pieces(of: page.letter) : pieces.body(of: page.letter)
    for piece in all {
      if !lines.isEmpty { lines += Array(repeating: "", count: max(piece.space, 0)) }
      lines += piece.lines
    }
    let footer = page.letter.footer.isEmpty ? [] : page.letter.footer.wrapped(to: width)
    return lines + [""] + footer + [foot(page.number, page.pages).fitted(to: width)]
  }

  /// Several letters after each other, each with pages of its own.
  public func pages(of letters: [Letter]) -> [[String]] { letters.flatMap(pages(of:)) }
}

/// Lines that stay on one page.
struct LetterPiece {
  var lines: [String]
  /// Whether the next piece must begin on the same page.
  var keepsNext = false
  /// Empty lines above it, unless it begins a page.
  var space = 0
  /// Stand above it where it begins a page: the titles of its table.
  var repeated: [String] = []
  /// Begins a new page.
  var breaks = false
}

/// Pieces set onto pages one after another.
struct LetterFlow {
  private let room: Int
  private let running: [String]
  private var pages: [[String]] = [[]]
  /// Lines at the top of the page that stand there anyway.
  private var heading = 0
  private var chain: [LetterPiece] = []

  /// - Parameters:
  ///   - room: Lines of a page without its foot.
  ///   - running: Lines on top of every page but the first.
  init(room: Int, running: [String]) {
    self.room = room
    self.running = running
  }

  mutating func add(_ piece: LetterPiece) {
    if piece.breaks {
      setChain()
      if !isFresh { turn() }
      return
    }
    chain.append(piece)
    if !piece.keepsNext { setChain() }
  }

  mutating func finished() -> [[String]] {
    setChain()
    if isFresh && pages.count > 1 { pages.removeLast() }
    return pages
  }

  private var isFresh: Bool { pages[pages.count - 1].count == heading }

  private mutating func turn() {
    pages.append(running)
    heading = running.count
  }

  private mutating func setChain() {
    let height = chain.reduce(0) { $0 + $1.space + $1.lines.count }
    // What is longer than a page is divided where it must be.
    let fitsOnePage = height <= room - running.count
    if !isFresh, fitsOnePage, pages[pages.count - 1].count + height > room { turn() }
    for piece in chain { set(piece) }
    chain = []
  }

  private mutating func set(_ piece: LetterPiece) {
    let needed = piece.space + piece.lines.count
    if !isFresh, pages[pages.count - 1].count + needed > room { turn() }
    if isFresh {
      pages[pages.count - 1] += piece.repeated
    } else {
      pages[pages.count - 1] += Array(repeating: "", count: piece.space)
    }
    for line in piece.lines {
      if pages[pages.count - 1].count >= room { turn() }
      pages[pages.count - 1].append(line)
    }
  }
}
