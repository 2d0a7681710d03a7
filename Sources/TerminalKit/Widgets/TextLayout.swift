import Persian

/// Measuring and breaking of text for widgets.
enum TextLayout {
  /// The cells that a line of text takes.
  static func cells(in text: String) -> Int {
    Frame.cells(in: text)
  }

  /// Breaks paragraphs into lines of at most `width` cells; longer words are cut.
  ///
  /// Empty paragraphs give an empty line.
  static func lines(of text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { String($0).wrapped(to: width) }
  }
}
