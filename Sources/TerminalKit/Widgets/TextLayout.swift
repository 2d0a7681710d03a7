/// Measuring and breaking of text for widgets.
enum TextLayout {
  /// The cells that a line of text takes.
  static func cells(in text: String) -> Int {
    let scalars = text.unicodeScalars.map(\.value)
    return scalars.withUnsafeBufferPointer {
      TextMeasure(joinsLamAlef: true).cells(in: $0[...])
    }
  }

  /// Breaks paragraphs at blanks into lines of at most `width` cells; longer words are cut.
  ///
  /// Empty paragraphs give an empty line.
  static func lines(of text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(ofParagraph: $0, width: width) }
  }

  private static func lines(ofParagraph text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ") {
      var rest = String(word)
      var cells = cells(in: rest)
      if length > 0, length + 1 + cells <= width {
        line += " " + rest
        length += 1 + cells
        continue
      }
      if length > 0 { lines.append(line) }
      while cells > width {
        let piece = prefix(of: rest, within: width)
        lines.append(piece)
        rest.unicodeScalars.removeFirst(piece.unicodeScalars.count)
        cells = TextLayout.cells(in: rest)
      }
      line = rest
      length = cells
    }
    lines.append(line)
    return lines
  }

  /// The longest beginning that fits, at least one letter, so that breaking always goes on.
  private static func prefix(of text: String, within width: Int) -> String {
    let scalars = text.unicodeScalars.map(\.value)
    let end = scalars.withUnsafeBufferPointer {
      TextMeasure(joinsLamAlef: true).prefix(of: $0[...], within: width).end
    }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(1, end))))
  }
}
