/// Writes the tables as Swift source: string literals of printable ASCII, because an array literal
/// of this size takes the compiler hundreds of times as long.
///
/// A digit is one character from `(` (0) on; numbers are big-endian in digits of 6 bits.
struct TableWriter {
  private static let blockSize = 128
  private static let lineLength = 90

  let properties: Properties

  func source() throws(TableError) -> String {
    let (index, blocks, values) = try trie()
    var text = """
      // swift-format-ignore-file
      // Written by unicode-tables from the Unicode Character Database; do not edit.

      /// Tables of the Unicode Character Database, packed as digits of 6 bits (`(` is 0).
      enum UnicodeTables {
        static let version = "\(properties.version)"

        /// The distinct traits, 3 digits each.
        static let traits: StaticString = \(literal(digits(values.map(UInt32.init), 3)))

        /// The block of each 128 scalars as runs: block in 2 digits, length in 3.
        static let index: StaticString = \(literal(digits(runs(index), [2, 3])))

        /// The number of each scalar's traits in `traits` as one character from `(` on, block by block.
        static let blocks: StaticString = \(literal(blocks.map { $0 + 0x28 }))

      """
    let mirrors = properties.mirrors.flatMap { [$0.0, $0.1] }
    let brackets = properties.brackets.flatMap { [$0.0, $0.1] }
    let ligatures = properties.forms.lamAlef.flatMap { [$0.alef, $0.isolated, $0.final] }
    let compositions = properties.forms.compositions.flatMap { [$0.0, $0.1, $0.2] }
    let sections = [
      ("mirrors", "Scalar and mirror image (BidiMirroring.txt), sorted, 3 digits each.", mirrors),
      (
        "brackets",
        "Bracket and the closing bracket that stands for its pair (BidiBrackets.txt), sorted.",
        brackets
      ),
      (
        "forms", "Isolated, final, initial, medial form of U+0620–06FF; 0 where there is none.",
        properties.forms.table
      ),
      ("lamAlef", "Alef, isolated and final form of its ligature with lam.", ligatures),
      ("compositions", "Letter, mark and the letter composed of both.", compositions),
    ]
    for (name, summary, numbers) in sections {
      guard numbers.allSatisfy({ $0 < 1 << 18 }) else { throw .doesNotFit(name) }
      text += """

          /// \(summary)
          static let \(name): StaticString = \(literal(digits(numbers, 3)))

        """
    }
    return text + "}\n"
  }

  private func trie() throws(TableError) -> (index: [UInt32], blocks: [UInt8], values: [UInt16]) {
    var index: [UInt32] = []
    var blocks: [UInt8] = []
    var values: [UInt16] = []
    var numbers: [UInt16: UInt8] = [:]
    var known: [[UInt16]: UInt32] = [:]
    for start in stride(from: 0, to: properties.packed.count, by: Self.blockSize) {
      let block = Array(properties.packed[start..<start + Self.blockSize])
      if let number = known[block] {
        index.append(number)
        continue
      }
      let number = UInt32(known.count)
      known[block] = number
      index.append(number)
      for value in block where numbers[value] == nil {
        numbers[value] = UInt8(values.count)
        values.append(value)
      }
      blocks += block.compactMap { numbers[$0] }
    }
    guard values.count <= 87 else { throw .doesNotFit("\(values.count) distinct traits") }
    return (index, blocks, values)
  }

  private func runs(_ values: [UInt32]) -> [UInt32] {
    var runs: [UInt32] = []
    for value in values {
      if runs.count >= 2, runs[runs.count - 2] == value {
        runs[runs.count - 1] += 1
      } else {
        runs += [value, 1]
      }
    }
    return runs
  }

  private func digits(_ numbers: [UInt32], _ count: Int) -> [UInt8] { digits(numbers, [count]) }

  private func digits(_ numbers: [UInt32], _ counts: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (position, number) in numbers.enumerated() {
      for digit in (0..<counts[position % counts.count]).reversed() {
        bytes.append(UInt8(truncatingIfNeeded: number >> (6 * UInt32(digit)) & 63) + 0x28)
      }
    }
    return bytes
  }

  /// A raw literal over several lines; readers skip nothing, since each newline is escaped.
  private func literal(_ bytes: [UInt8]) -> String {
    var text = "#\"\"\"\n"
    for start in stride(from: 0, to: bytes.count, by: Self.lineLength) {
      let end = min(start + Self.lineLength, bytes.count)
      text += "    \(String(decoding: bytes[start..<end], as: UTF8.self))"
      text += end < bytes.count ? "\\#\n" : "\n"
    }
    return text + "    \"\"\"#"
  }
}
