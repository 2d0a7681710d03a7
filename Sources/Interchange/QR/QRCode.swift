/// A text as a QR code (ISO/IEC 18004): bytes in UTF-8, error correction level M, which bears 15 %
/// of it being unreadable.
public struct QRCode: Hashable, Sendable {
  /// Modules along one side, without the light margin of four that must surround them.
  public let size: Int
  private let modules: [Bool]

  /// The smallest code that holds the text; nil above 2,331 bytes.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let fitting = (1...40).lazy.map(QRVersion.init).first { $0.capacity >= bytes.count }
    guard let version = fitting else { return nil }
    let matrix = QRMatrix(version, words: version.interleaved(version.words(of: bytes)))
    size = version.size
    modules = matrix.masked()
  }

  /// Whether a module is dark; outside of the code none is.
  public func isDark(row: Int, column: Int) -> Bool {
    guard 0..<size ~= row, 0..<size ~= column else { return false }
    return modules[row * size + column]
  }
}

/// A size of code and what it holds at level M.
struct QRVersion {
  /// 1 to 40.
  let number: Int

  /// Words of error correction in a block, and blocks, of versions 1 to 40 (table 9).
  private static let correction = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ]
  private static let blocks = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ]

  init(_ number: Int) { self.number = number }

  var size: Int { 17 + 4 * number }
  private var correctionWords: Int { Self.correction[number - 1] }
  private var blockCount: Int { Self.blocks[number - 1] }

  /// Where the middles of the small alignment squares stand along a side.
  var alignment: [Int] {
    guard number > 1 else { return [] }
    let count = number / 7 + 2
    // Even steps from the far end; the first square takes what is left.
    let step = (8 * number + 3 * count + 5) / (4 * count - 4) * 2
    return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
  }

  /// Words of eight modules that are not taken by patterns.
  private var allWords: Int {
    var modules = size * size - 3 * 64 - 31 - 2 * (size - 16)
    if number > 1 {
      // Squares on a timing line share five modules with it.
      let side = alignment.count
      modules -= 25 * (side * side - 3) - 5 * 2 * (side - 2)
    }
    if number > 6 { modules -= 36 }
    return modules / 8
  }

  private var dataWords: Int { allWords - correctionWords * blockCount }

  /// Bits that say how many bytes follow.
  private var countBits: Int { number < 10 ? 8 : 16 }

  /// Bytes of text.
  var capacity: Int { (8 * dataWords - 4 - countBits) / 8 }

  /// The text as words: mode, count, bytes, end and filling.
  func words(of bytes: [UInt8]) -> [UInt8] {
    var bits: [Bool] = []
    func add(_ value: Int, _ count: Int) {
      for place in (0..<count).reversed() { bits.append(value >> place & 1 == 1) }
    }
    add(0b0100, 4)
    add(bytes.count, countBits)
    for byte in bytes { add(Int(byte), 8) }
    add(0, min(4, 8 * dataWords - bits.count))
    while bits.count % 8 != 0 { bits.append(false) }
    var words = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    let filling: [UInt8] = [0xEC, 0x11]
    for place in 0..<max(0, dataWords - words.count) { words.append(filling[place % 2]) }
    return words
  }

  /// Words in the order in which they are drawn: block by block in turn, correction behind data.
  func interleaved(_ words: [UInt8]) -> [UInt8] {
    let short = allWords / blockCount - correctionWords
    let longFrom = blockCount - allWords % blockCount
    var blocks: [[UInt8]] = []
    var start = 0
    for block in 0..<blockCount {
      let count = short + (block >= longFrom ? 1 : 0)
      blocks.append(Array(words[start..<start + count]))
      start += count
    }
    let field = GaloisField()
    let correction = blocks.map { field.remainder(of: $0, words: correctionWords) }
    var result: [UInt8] = []
    for parts in [blocks, correction] {
      for place in 0..<(parts.map(\.count).max() ?? 0) {
        for part in parts where place < part.count { result.append(part[place]) }
      }
    }
    return result
  }
}

/// The numbers of Reed-Solomon correction: bytes that are multiplied modulo x⁸ + x⁴ + x³ + x² + 1.
struct GaloisField {
  private var powers = [UInt8](repeating: 0, count: 255)
  private var logarithms = [Int](repeating: 0, count: 256)

  init() {
    var value = 1
    for power in 0..<255 {
      powers[power] = UInt8(value)
      logarithms[value] = power
      value <<= 1
      if value > 255 { value ^= 0x11D }
    }
  }

  private func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    guard left != 0, right != 0 else { return 0 }
    return powers[(logarithms[Int(left)] + logarithms[Int(right)]) % 255]
  }

  /// What correction adds to the data: its remainder when it is divided by (x − 1)(x − 2)(x − 4)
  /// and so on.
  func remainder(of data: [UInt8], words: Int) -> [UInt8] {
    var divisor = [UInt8](repeating: 0, count: words)
    divisor[words - 1] = 1
    for power in 0..<words {
      for place in 0..<words {
        divisor[place] = product(divisor[place], powers[power])
        if place + 1 < words { divisor[place] ^= divisor[place + 1] }
      }
    }
    var remainder = [UInt8](repeating: 0, count: words)
    for byte in data {
      let factor = byte ^ remainder[0]
      remainder = Array(remainder.dropFirst()) + [0]
      for place in 0..<words { remainder[place] ^= product(divisor[place], factor) }
    }
    return remainder
  }
}
