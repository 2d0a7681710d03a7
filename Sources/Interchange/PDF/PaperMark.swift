/// Something that is drawn: measures in points from the left edge of the paper and from the top of
/// what it belongs to, downwards.
enum PaperMark: Hashable {
  /// A line of text; `x` is its left end, `y` its base line.
  case text(SetLine, x: Double, y: Double)
  /// A straight rule.
  case rule(fromX: Double, fromY: Double, toX: Double, toY: Double, RuleStyle)
  /// An area filled with a grey: 0 is black, 1 is white.
  case fill(x: Double, y: Double, width: Double, height: Double, grey: Double)

  /// A code in a square, its light margin included.
  case code(QRCode, x: Double, y: Double, side: Double)

  enum RuleStyle: Hashable {
    case thin, dotted, dashed
  }
}

/// Marks that stay on one page, one below the other with other pieces.
struct PaperPiece {
  var marks: [PaperMark] = []
  var height: Double
  /// Whether the next piece must begin on the same page.
  var keepsNext = false
  /// Left free above it, unless it begins a page.
  var space = 0.0
  /// Begins a new page.
  var breaks = false
  /// Stands above it where it begins a page: the titles of its table.
  var repeated: [PaperPiece] = []
  /// Which block of the letter it shows, -1 for the head; nil for what is around the text.
  var block: Int?
  var content = PieceContent.whole
}

/// What a piece shows of its block.
enum PieceContent {
  case whole
  /// A line of a text.
  case line(String)
  /// Fields, ticks, slips or signatures.
  case items(Range<Int>)
  /// The titles of these columns of a table.
  case titles([Int])
  /// A row of a table in these columns.
  case row([Int], Int)
  /// So many lines of a row that is longer than half a page, cell by cell.
  case part([Int], [String])

  /// The columns of a table that stand beside each other; nil where it is none.
  var columns: [Int]? {
    switch self {
    case .titles(let columns), .row(let columns, _), .part(let columns, _): columns
    case .whole, .line, .items: nil
    }
  }
}

/// What takes pieces in their places.
protocol PaperSink: AnyObject {
  /// Takes a piece whose top is `y` points below the top of the text.
  func place(_ piece: PaperPiece, at y: Double)
  /// Ends the page; the next begins.
  func turn() throws(FileProblem)
}

/// Pieces set onto pages one after another, without holding more than those that stay together.
struct PaperFlow {
  private let room: Double
  private let running: PaperPiece
  private let sink: any PaperSink
  /// Taken of the page, and what of it stands there anyway.
  private var y = 0.0
  private var heading = 0.0
  private var chain: [PaperPiece] = []
  private var isBroken = false
  private(set) var pages = 1

  /// Pages with so many points for their text; `running` stands on top of all but the first.
  init(room: Double, running: PaperPiece, sink: any PaperSink) {
    self.room = room
    self.running = running
    self.sink = sink
  }

  mutating func add(_ piece: PaperPiece) throws(FileProblem) {
    if piece.breaks {
      try setChain()
      // Nothing stands on a page that nothing follows on.
      isBroken = y > heading
      return
    }
    chain.append(piece)
    if !piece.keepsNext { try setChain() }
  }

  mutating func finish() throws(FileProblem) {
    try setChain()
    try sink.turn()
  }

  private mutating func turn() throws(FileProblem) {
    isBroken = false
    try sink.turn()
    pages += 1
    sink.place(running, at: 0)
    y = running.height
    heading = y
  }

  private mutating func setChain() throws(FileProblem) {
    guard !chain.isEmpty else { return }
    if isBroken { try turn() }
    let height = chain.reduce(0) { $0 + $1.space + $1.height }
    // What is longer than a page is divided where it must be.
    let fitsOnePage = height <= room - running.height
    if y > heading, fitsOnePage, y + height > room { try turn() }
    for piece in chain { try set(piece) }
    chain = []
  }

  private mutating func set(_ piece: PaperPiece) throws(FileProblem) {
    if y > heading, y + piece.space + piece.height > room { try turn() }
    if y > heading {
      y += piece.space
    } else {
      for above in piece.repeated { put(above) }
    }
    put(piece)
  }

  private mutating func put(_ piece: PaperPiece) {
    sink.place(piece, at: y)
    y += piece.height
  }
}
