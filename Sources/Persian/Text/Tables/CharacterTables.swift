/// The tables of `UnicodeTables`, unpacked once for a program.
struct CharacterTables: Sendable {
  static let shared = CharacterTables()

  /// Where the block of each 128 scalars starts in `traits`.
  let index: [UInt16]
  let traits: [UInt16]
  private let mirrors: [UInt32]
  private let brackets: [UInt32]
  let forms: [UInt16]
  private let lamAlef: [UInt32]
  private let compositions: [UInt32]

  private init() {
    let values = Self.numbers(UnicodeTables.traits).map { UInt16(truncatingIfNeeded: $0) }
    traits = UnicodeTables.blocks.withUTF8Buffer { blocks in
      blocks.map { values[Int($0 &- Self.zero)] }
    }
    index = UnicodeTables.index.withUTF8Buffer { runs in
      var index: [UInt16] = []
      index.reserveCapacity(0x110000 >> 7)
      for start in stride(from: 0, to: runs.count, by: 5) {
        let block = UInt16(truncatingIfNeeded: Self.number(runs, start, digits: 2))
        let length = Int(Self.number(runs, start + 2, digits: 3))
        index.append(contentsOf: repeatElement(block, count: length))
      }
      return index
    }
    mirrors = Self.numbers(UnicodeTables.mirrors)
    brackets = Self.numbers(UnicodeTables.brackets)
    forms = Self.numbers(UnicodeTables.forms).map { UInt16(truncatingIfNeeded: $0) }
    lamAlef = Self.numbers(UnicodeTables.lamAlef)
    compositions = Self.numbers(UnicodeTables.compositions)
  }

  func traits(of scalar: UInt32) -> Traits {
    guard scalar < 0x110000 else { return traits(of: 0xFFFD) }
    return Traits(bits: traits[Int(index[Int(scalar >> 7)]) << 7 | Int(scalar & 127)])
  }

  /// The mirror image of a scalar at a right-to-left level (L4), or the scalar itself.
  func mirror(of scalar: UInt32) -> UInt32 { Self.value(of: scalar, in: mirrors) ?? scalar }

  /// The closing bracket that names a bracket's pair (BD16), canonical equivalents being one.
  func closingBracket(of bracket: UInt32) -> UInt32 {
    Self.value(of: bracket, in: brackets) ?? bracket
  }

  /// A letter's presentation form (0 isolated, 1 final, 2 initial, 3 medial); the letter itself where
  /// there is none.
  func form(_ form: Int, of letter: UInt32) -> UInt32 {
    guard letter >= 0x0620, letter <= 0x06FF else { return letter }
    let scalar = UInt32(forms[Int(letter - 0x0620) * 4 + form])
    return scalar == 0 ? letter : scalar
  }

  /// The ligature of lam with an alef, joined on its right or not.
  func lamAlef(_ alef: UInt32, joined: Bool) -> UInt32? {
    for start in stride(from: 0, to: lamAlef.count, by: 3) where lamAlef[start] == alef {
      return lamAlef[start + (joined ? 2 : 1)]
    }
    return nil
  }

  /// The one letter that a letter and a mark make, as alef and madda make آ.
  func composition(of letter: UInt32, _ mark: UInt32) -> UInt32? {
    for start in stride(from: 0, to: compositions.count, by: 3)
    where compositions[start] == letter && compositions[start + 1] == mark {
      return compositions[start + 2]
    }
    return nil
  }

  private static func value(of key: UInt32, in pairs: [UInt32]) -> UInt32? {
    var low = 0
    var high = pairs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle * 2] < key { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count / 2 && pairs[low * 2] == key ? pairs[low * 2 + 1] : nil
  }

  /// The character that stands for the digit 0.
  private static let zero: UInt8 = 0x28

  private static func numbers(_ literal: StaticString) -> [UInt32] {
    literal.withUTF8Buffer { digits in
      var numbers: [UInt32] = []
      numbers.reserveCapacity(digits.count / 3)
      for start in stride(from: 0, to: digits.count, by: 3) {
        numbers.append(number(digits, start, digits: 3))
      }
      return numbers
    }
  }

  private static func number(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, digits: Int
  ) -> UInt32 {
    var number: UInt32 = 0
    for place in start..<start + digits { number = number << 6 | UInt32(text[place] &- zero) }
    return number
  }
}
