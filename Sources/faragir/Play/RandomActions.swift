import TerminalKit
import Training

/// Random keys, pastes, clicks and resizes; the same seed gives the same actions.
struct RandomActions {
  enum Action: Equatable {
    case key(Key)
    case paste([UInt32])
    case click(row: Int, column: Int)
    case scroll(Int)
    case resize(Size)
  }

  private var chance: SplitMix64

  init(seed: UInt64) { chance = SplitMix64(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { chance.below(bound) }

  private mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  mutating func next(in size: Size) -> Action {
    switch below(100) {
    case 0: .resize(randomSize())
    case 1...2: .paste(randomText())
    case 3...4: .click(row: below(size.rows), column: below(size.columns))
    case 5: .scroll(below(9) - 4)
    default: .key(randomKey())
    }
  }

  /// Mostly a size people have; sometimes down to one cell.
  private mutating func randomSize() -> Size {
    switch below(4) {
    case 0: Size(rows: 1 + below(24), columns: 1 + below(80))
    case 1: Size(rows: 1 + below(3), columns: 1 + below(3))
    case 2: Size(rows: 50, columns: 200)
    default: Size(rows: 24, columns: 80)
    }
  }

  private static let plain: [Key.Code] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter, .enter,
    .tab, .backTab, .backspace, .escape, .down, .up, .tab, .enter,
  ]

  private mutating func randomKey() -> Key {
    switch below(12) {
    case 0...4: Key(one(of: Self.plain))
    case 5: Key(.function(1 + below(12)))
    case 6: Key(.character(UInt32(0x61 + below(26))), .control)
    case 7: Key(.character(UInt32(0x21 + below(94))), below(3) == 0 ? .alt : [])
    case 8: Key(.character(UInt32(0x30 + below(10))))
    case 9: Key(.character(UInt32(0x06F0 + below(10))))
    case 10: Key(.character(randomScalar()))
    default: Key(.character(one(of: Self.persian)))
    }
  }

  private static let persian: [UInt32] =
    Array(0x0627...0x063A) + Array(0x0641...0x0648) + [0x06CC, 0x06A9, 0x06AF, 0x067E, 0x0020]

  /// Words of Persian letters, for text that is always the same.
  mutating func words(_ count: Int) -> String {
    let words = (0..<count).map { _ in
      var word = String.UnicodeScalarView()
      for _ in 0..<2 + below(5) {
        if let scalar = Unicode.Scalar(Self.persian[below(Self.persian.count - 1)]) {
          word.append(scalar)
        }
      }
      return String(word)
    }
    return words.joined(separator: " ")
  }

  private mutating func randomText() -> [UInt32] {
    (0..<1 + below(40)).map { _ in below(2) == 0 ? randomScalar() : one(of: Self.persian) }
  }

  /// What breaks programs: controls, overrides and isolates, marks, wide and unassigned scalars.
  private mutating func randomScalar() -> UInt32 {
    switch below(8) {
    case 0: UInt32(below(0x20))
    case 1: UInt32(0x202A + below(5))
    case 2: UInt32(0x2066 + below(4))
    case 3: UInt32(0x200B + below(5))
    case 4: UInt32(0x064B + below(0x15))
    case 5: UInt32(0x1F300 + below(0x100))
    case 6: UInt32(0x0600 + below(0x100))
    default: valid(UInt32(below(0x110000)))
    }
  }

  private func valid(_ value: UInt32) -> UInt32 {
    Unicode.Scalar(value) == nil ? 0xFFFD : value
  }
}
