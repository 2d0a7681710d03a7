import TerminalKit
import TestKit

/// A picture of what `draw` draws, in reading order.
func picture(rows: Int = 10, columns: Int = 40, _ draw: (inout Frame) -> Void) -> Frame {
  var frame = Frame(size: Size(rows: rows, columns: columns))
  draw(&frame)
  return frame
}

extension TypedText {
  init(_ text: String, isPaste: Bool = false) {
    self.init(text.unicodeScalars.map(\.value), isPaste: isPaste)
  }
}

extension WidgetInput {
  static func typed(_ text: String) -> WidgetInput { .text(TypedText(text)) }

  /// Anything a person may do, for fuzzing.
  static func random(using generator: inout SeededGenerator) -> WidgetInput {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0..<8:
      return .navigate(Navigation.allCases.randomElement(using: &generator) ?? .up)
    case 8:
      let (row, column) = (
        Int.random(in: -2..<30, using: &generator), Int.random(in: -2..<90, using: &generator)
      )
      return .click(Point(row: row, column: column))
    default:
      let pieces = [
        "ا", "ل", "\u{64B}", "\u{200C}", " ", "a", "7", "۷", ")", "\u{202E}", "سلام دنیا",
      ]
      return .typed(pieces.randomElement(using: &generator) ?? "")
    }
  }
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
