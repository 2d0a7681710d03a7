import CNcurses
import TerminalKit

/// The tones of a theme as curses wants them.
struct Palette {
  struct Look {
    var attributes: attr_t
    var pair: Int16
  }

  private var looks: [Look] = []

  /// Tells curses the colours of a theme; must come after `start_color`.
  ///
  /// - Parameters:
  ///   - theme: The theme.
  ///   - colours: How many colours to use; 0 for none.
  init(_ theme: Theme, colours: Int) {
    var pairs: [[Int16]: Int16] = [:]
    for tone in Tone.allCases {
      let style = theme.style(of: tone, colours: colours)
      let colour = [Self.number(style.foreground), Self.number(style.background)]
      // Tones of one colour share a pair: changing pairs costs bytes.
      var pair: Int16 = 0
      if colour != [-1, -1] {
        pair = pairs[colour] ?? Int16(pairs.count + 1)
        pairs[colour] = pair
        _ = faragir_pair(pair, colour[0], colour[1])
      }
      let has = style.attributes.contains
      looks.append(
        Look(
          attributes: faragir_attributes(
            has(.bold) ? 1 : 0, has(.underline) ? 1 : 0, has(.reverse) ? 1 : 0, has(.dim) ? 1 : 0),
          pair: pair))
    }
  }

  subscript(tone: Tone) -> Look { looks[Int(tone.rawValue)] }

  /// -1 is the terminal's own colour (use_default_colors).
  private static func number(_ colour: Theme.Colour) -> Int16 {
    switch colour {
    case .standard: -1
    case .number(let number): Int16(number)
    }
  }
}
