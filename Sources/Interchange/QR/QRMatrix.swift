/// The modules of a code while it is drawn: patterns, words, and the mask that reads best.
struct QRMatrix {
  private let version: QRVersion
  private let size: Int
  private var isDark: [Bool]
  /// Modules of patterns, which no word and no mask touches.
  private var isFixed: [Bool]

  init(_ version: QRVersion, words: [UInt8]) {
    self.version = version
    size = version.size
    isDark = Array(repeating: false, count: version.size * version.size)
    isFixed = isDark
    addPatterns()
    add(words)
  }

  /// The modules under the mask with the least penalty.
  func masked() -> [Bool] {
    (0..<8).map { mask in
      var matrix = self
      matrix.apply(mask)
      return (matrix.penalty, matrix.isDark)
    }.min { $0.0 < $1.0 }?.1 ?? isDark
  }

  private mutating func set(_ row: Int, _ column: Int, _ dark: Bool) {
    guard 0..<size ~= row, 0..<size ~= column else { return }
    isDark[row * size + column] = dark
    isFixed[row * size + column] = true
  }

  // MARK: Patterns

  private mutating func addPatterns() {
    for place in 0..<size {
      set(6, place, place % 2 == 0)
      set(place, 6, place % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
      // A square in a frame, with a light rim.
      square(around: row, column, reach: 4) { $0 != 2 && $0 != 4 }
    }
    let places = version.alignment
    for row in places {
      for column in places {
        let isInCorner =
          row == 6 && column == 6 || row == 6 && column == size - 7
          || row == size - 7 && column == 6
        if !isInCorner { square(around: row, column, reach: 2) { $0 != 1 } }
      }
    }
    addFormat(mask: 0)
    addVersion()
  }

  private mutating func square(
    around row: Int, _ column: Int, reach: Int, _ dark: (_ distance: Int) -> Bool
  ) {
    for down in -reach...reach {
      for right in -reach...reach {
        set(row + down, column + right, dark(max(abs(down), abs(right))))
      }
    }
  }

  /// Level and mask with their own correction, twice.
  private mutating func addFormat(mask: Int) {
    // Level M is 00.
    let bits = (mask << 10 | Self.remainder(mask, 10, by: 0x537)) ^ 0x5412
    func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
    for place in 0...5 { set(place, 8, bit(place)) }
    set(7, 8, bit(6))
    set(8, 8, bit(7))
    set(8, 7, bit(8))
    for place in 9..<15 { set(8, 14 - place, bit(place)) }
    for place in 0..<8 { set(8, size - 1 - place, bit(place)) }
    for place in 8..<15 { set(size - 15 + place, 8, bit(place)) }
    set(size - 8, 8, true)
  }

  /// The version with its own correction, twice, where it is large.
  private mutating func addVersion() {
    guard version.number > 6 else { return }
    let bits = version.number << 12 | Self.remainder(version.number, 12, by: 0x1F25)
    for place in 0..<18 {
      let (far, near) = (size - 11 + place % 3, place / 3)
      set(near, far, bits >> place & 1 == 1)
      set(far, near, bits >> place & 1 == 1)
    }
  }

  /// The remainder of a value, moved up by some bits, when it is divided without carrying.
  private static func remainder(_ value: Int, _ bits: Int, by divisor: Int) -> Int {
    var rest = value
    for _ in 0..<bits { rest = rest << 1 ^ (rest >> (bits - 1) & 1) * divisor }
    return rest
  }

  // MARK: Words

  /// Words in pairs of columns from the right, up and down in turn.
  private mutating func add(_ words: [UInt8]) {
    var bit = 0
    var isUpwards = true
    for right in stride(from: size - 1, to: 0, by: -2) {
      // The column of the timing line is left out.
      let right = right <= 6 ? right - 1 : right
      for step in 0..<size {
        let row = isUpwards ? size - 1 - step : step
        for column in [right, right - 1] where !isFixed[row * size + column] {
          guard bit < 8 * words.count else { continue }
          isDark[row * size + column] = words[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
          bit += 1
        }
      }
      isUpwards.toggle()
    }
  }

  // MARK: Masks

  private mutating func apply(_ mask: Int) {
    for row in 0..<size {
      for column in 0..<size where !isFixed[row * size + column] {
        if Self.isTurned(mask, row, column) { isDark[row * size + column].toggle() }
      }
    }
    addFormat(mask: mask)
  }

  private static func isTurned(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    let (sum, product) = (row + column, row * column)
    return switch mask {
    case 0: sum % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: sum % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: (sum % 2 + product % 3) % 2 == 0
    }
  }

  /// How hard the code is to read: long runs, blocks, what looks like a corner, too dark or light.
  private var penalty: Int {
    var penalty = 0
    for first in 0..<size {
      penalty += Self.penalty(ofLine: (0..<size).map { isDark[first * size + $0] })
      penalty += Self.penalty(ofLine: (0..<size).map { isDark[$0 * size + first] })
    }
    for row in 1..<size {
      for column in 1..<size {
        let dark = isDark[row * size + column]
        let isBlock =
          dark == isDark[row * size + column - 1] && dark == isDark[(row - 1) * size + column]
          && dark == isDark[(row - 1) * size + column - 1]
        if isBlock { penalty += 3 }
      }
    }
    let dark = isDark.count { $0 }
    return penalty + abs(20 * dark - 10 * isDark.count) / isDark.count * 10
  }

  private static func penalty(ofLine line: [Bool]) -> Int {
    var penalty = 0
    var run = 0
    var bits = 0
    for (place, dark) in line.enumerated() {
      run = place > 0 && line[place - 1] == dark ? run + 1 : 1
      if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
      // Dark 1, light 1, dark 3, light 1, dark 1, with four light modules on either side.
      bits = (bits << 1 | (dark ? 1 : 0)) & 0x7FF
      if place >= 10, bits == 0b101_1101_0000 || bits == 0b000_0101_1101 { penalty += 40 }
    }
    return penalty
  }
}
