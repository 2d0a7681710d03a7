/// The presentation forms of the Arabic letters, from the decompositions in UnicodeData.txt.
struct Forms {
  /// The block whose letters have forms of a single letter.
  static let block: ClosedRange<UInt32> = 0x0620...0x06FF
  private static let order = ["<isolated>", "<final>", "<initial>", "<medial>"]

  /// Isolated, final, initial, medial of every scalar of the block; 0 where there is none.
  private(set) var table = [UInt32](repeating: 0, count: block.count * 4)
  /// Alef of any kind, with the isolated and final form of its ligature with lam.
  private(set) var lamAlef: [(alef: UInt32, isolated: UInt32, final: UInt32)] = []
  /// Letter, mark, composed letter: canonical compositions inside the block.
  private(set) var compositions: [(UInt32, UInt32, UInt32)] = []

  var letters: [UInt32] { Self.block.filter { table[Self.slot($0, 1)] != 0 } }

  init(_ characters: DataFile) throws(TableError) {
    var ligatures: [UInt32: [UInt32]] = [:]
    for line in try characters.lines() where !line.fields[4].isEmpty {
      let scalar = line.scalars.lowerBound
      var parts = line.fields[4].split(separator: " ").map(String.init)
      if let form = Self.order.firstIndex(of: parts[0]) {
        parts.removeFirst()
        let letters = parts.compactMap { UInt32($0, radix: 16) }
        if letters.count == 1, Self.block.contains(letters[0]) {
          table[Self.slot(letters[0], form)] = scalar
        } else if letters.count == 2, letters[0] == 0x0644, (0xFEF5...0xFEFC).contains(scalar) {
          ligatures[letters[1], default: [0, 0]][form] = scalar
        }
      } else if Self.block.contains(scalar), parts.count == 2 {
        let pair = parts.compactMap { UInt32($0, radix: 16) }
        if pair.count == 2 { compositions.append((pair[0], pair[1], scalar)) }
      }
    }
    // Hamza has an isolated form alone, no other than the letter itself.
    for letter in Self.block where table[Self.slot(letter, 1)] == 0 {
      table[Self.slot(letter, 0)] = 0
    }
    lamAlef = ligatures.sorted { $0.key < $1.key }
      .map { (alef: $0.key, isolated: $0.value[0], final: $0.value[1]) }
  }

  private static func slot(_ scalar: UInt32, _ form: Int) -> Int {
    Int(scalar - block.lowerBound) * 4 + form
  }
}
