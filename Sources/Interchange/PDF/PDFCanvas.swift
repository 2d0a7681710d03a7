/// The marks of one page as PDF's drawing commands.
struct PDFCanvas {
  private(set) var bytes: [UInt8] = []
  private let height: Double

  /// - Parameter height: Of the paper, in points.
  init(height: Double) { self.height = height }

  mutating func draw(_ mark: PaperMark, at top: Double) {
    switch mark {
    case .text(let line, let x, let y): draw(line, x: x, y: height - top - y)
    case .rule(let fromX, let fromY, let toX, let toY, let style):
      add("q ")
      switch style {
      case .thin: add("0.5 w ")
      case .dotted: add("0.9 w 1 J [0.01 2.6] 0 d ")
      case .dashed: add("0.4 w [4 3] 0 d ")
      }
      add(fromX, height - top - fromY, "m")
      add(toX, height - top - toY, "l")
      add("S Q\n")
    case .fill(let x, let y, let width, let fillHeight, let grey):
      add("q ")
      add(grey, nil, "g")
      add(x, height - top - y - fillHeight, nil)
      add(width, fillHeight, "re")
      add("f Q\n")
    case .code(let code, let x, let y, let side):
      draw(code, x: x, y: height - top - y, side: side)
    }
  }

  /// The dark modules as one area, each row's neighbours as one rectangle.
  private mutating func draw(_ code: QRCode, x: Double, y: Double, side: Double) {
    let module = side / Double(code.size + 8)
    add("q 0 g ")
    for row in 0..<code.size {
      var column = 0
      while column < code.size {
        let start = column
        while code.isDark(row: row, column: column) { column += 1 }
        if column > start {
          add(x + Double(start + 4) * module, y - Double(row + 5) * module, nil)
          add(Double(column - start) * module, module, "re")
        }
        column += 1
      }
    }
    add("f Q\n")
  }

  private mutating func draw(_ line: SetLine, x: Double, y: Double) {
    guard !line.glyphs.isEmpty else { return }
    add("BT 1 0 0 1 ")
    add(x, y, "Tm")
    var font: Int?
    for glyph in line.glyphs {
      if glyph.font != font {
        if font != nil { add("> Tj ") }
        add("/F\(glyph.font + 1) ")
        add(line.style.size, nil, "Tf")
        add("<")
        font = glyph.font
      }
      add(PDFFile.hexadecimal(Int(glyph.number)))
    }
    add("> Tj ET\n")
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  private mutating func add(_ first: Double, _ second: Double?, _ command: String?) {
    append(first)
    if let second { append(second) }
    if let command { add(command + " ") }
  }

  /// A number with two decimals at most, and a space.
  private mutating func append(_ value: Double) {
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    bytes += String(whole).utf8
    if rest > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
      if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }
    bytes.append(UInt8(ascii: " "))
  }
}
