import Persian

/// The scalars that a text shows, from left to right, marks after their letters.
func shown(_ text: String, _ options: LayoutOptions = .rtl) -> [UInt32] {
  scalars(of: TextLayout(text, options).line)
}

func scalars(of line: TextLayout.Line) -> [UInt32] {
  line.glyphs.flatMap { glyph in
    [glyph.base] + (0..<glyph.marks.count).map { glyph.marks[$0] }
  }
}

/// The same in reading order from the right: how a right-to-left line without numbers is read.
func read(_ text: String, _ options: LayoutOptions = .rtl) -> [UInt32] {
  TextLayout(text, options).line.glyphs.reversed().flatMap { glyph in
    [glyph.base] + (0..<glyph.marks.count).map { glyph.marks[$0] }
  }
}

func text(_ scalars: [UInt32]) -> String {
  var view = String.UnicodeScalarView()
  for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "?") }
  return String(view)
}

/// The line as text, letters nominal, so that order can be compared with the eye.
func order(_ text: String, _ options: LayoutOptions = .rtl) -> String {
  var options = options
  options.joins = false
  options.ligatesLamAlef = false
  return PersianTests.text(shown(text, options))
}
