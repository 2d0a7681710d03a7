/// What the tables say of every scalar, packed as `Traits` of the module Persian reads it.
///
/// Bits: 0–4 bidi class, 5–7 joining type, 8–9 cells, 10–11 kind, 12 mirrored, 13–14 bracket,
/// 15 has presentation forms.
struct Properties {
  static let bidiClasses = [
    "L", "R", "EN", "AN", "ON", "AL", "ES", "ET", "CS", "NSM", "BN", "B", "S", "WS",
    "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
  ]
  private static let longBidiNames = [
    "Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET",
  ]
  private static let joiningTypes = ["U", "R", "L", "D", "C", "T"]
  private static let scalarCount = 0x110000

  private(set) var packed = [UInt16](repeating: 0, count: scalarCount)
  let version: String
  let forms: Forms
  let mirrors: [(UInt32, UInt32)]
  let brackets: [(UInt32, UInt32)]

  init(directory: String) throws(TableError) {
    let bidi = try DataFile("extracted/DerivedBidiClass.txt", in: directory)
    let joining = try DataFile("extracted/DerivedJoiningType.txt", in: directory)
    let mirroring = try DataFile("BidiMirroring.txt", in: directory)
    let pairs = try DataFile("BidiBrackets.txt", in: directory)
    let widths = try DataFile("EastAsianWidth.txt", in: directory)
    let properties = try DataFile("PropList.txt", in: directory)
    let core = try DataFile("DerivedCoreProperties.txt", in: directory)
    let categories = try DataFile("extracted/DerivedGeneralCategory.txt", in: directory)
    let characters = try DataFile("UnicodeData.txt", in: directory)

    var versions: [String] = []
    for file in [bidi, joining, mirroring, pairs, widths, properties, core, categories] {
      versions.append(try file.version())
    }
    guard let version = versions.first, versions.allSatisfy({ $0 == version }) else {
      throw .versionsDiffer(versions)
    }
    self.version = version
    forms = try Forms(characters)
    mirrors = try Self.pairs(of: mirroring)
    brackets = try Self.canonicalBrackets(pairs, characters)

    try setClasses(bidi)
    try set(joining, Self.joiningTypes, shift: 5)
    try setWidths(widths, categories)
    try setKinds(categories, properties, core)
    for (scalar, _) in mirrors { packed[Int(scalar)] |= 1 << 12 }
    for line in try pairs.lines() {
      packed[Int(line.scalars.lowerBound)] |= (line.fields[1] == "o" ? 1 : 2) << 13
    }
    for scalar in forms.letters { packed[Int(scalar)] |= 1 << 15 }
  }

  private mutating func setClasses(_ file: DataFile) throws(TableError) {
    for line in try file.missing() {
      guard let value = Self.longBidiNames[line.fields[0]],
        let index = Self.bidiClasses.firstIndex(of: value)
      else {
        throw .unknownValue(file.name, line.fields[0])
      }
      put(UInt16(index), in: line.scalars, shift: 0, mask: 0x1F)
    }
    try set(file, Self.bidiClasses, shift: 0)
  }

  private mutating func set(_ file: DataFile, _ values: [String], shift: Int) throws(TableError) {
    for line in try file.lines() {
      guard let index = values.firstIndex(of: line.fields[0]) else {
        throw .unknownValue(file.name, line.fields[0])
      }
      put(UInt16(index), in: line.scalars, shift: shift, mask: shift == 0 ? 0x1F : 7)
    }
  }

  /// Cells as terminals and the C library count them: wide ones 2, conjoining jamo that follow 0.
  private mutating func setWidths(_ widths: DataFile, _ categories: DataFile) throws(TableError) {
    put(1, in: 0...0x10FFFF, shift: 8, mask: 3)
    for line in try widths.lines() where ["W", "F"].contains(line.fields[0]) {
      put(2, in: line.scalars, shift: 8, mask: 3)
    }
    // The C library draws these as the East Asian fonts do, though the file calls them neutral.
    for range in [0x3248...0x324F, 0x4DC0...0x4DFF] as [ClosedRange<UInt32>] {
      put(2, in: range, shift: 8, mask: 3)
    }
    for line in try categories.lines() where ["Cn", "Cs", "Cc"].contains(line.fields[0]) {
      put(1, in: line.scalars, shift: 8, mask: 3)
    }
  }

  /// Kinds: 0 stands for itself, 1 a mark, 2 never shown, 3 shown as a substitute.
  private mutating func setKinds(
    _ categories: DataFile, _ properties: DataFile, _ core: DataFile
  ) throws(TableError) {
    for line in try categories.lines() {
      switch line.fields[0] {
      case "Mn", "Me": put(kind: 1, in: line.scalars)
      case "Cf": put(kind: 2, in: line.scalars)
      case "Cc", "Cn", "Cs", "Zl", "Zp": put(kind: 3, in: line.scalars)
      default: break
      }
    }
    for range in [0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB] as [ClosedRange<UInt32>] {
      put(kind: 1, in: range)
    }
    // Variation selectors and their like would let the terminal change a width behind our back.
    for line in try core.lines() where line.fields[0] == "Default_Ignorable_Code_Point" {
      for scalar in line.scalars where packed[Int(scalar)] >> 10 & 3 == 1 {
        guard !(0x1160...0x11FF).contains(scalar) else { continue }
        put(kind: 2, in: scalar...scalar)
      }
    }
    for line in try properties.lines() where line.fields[0] == "Prepended_Concatenation_Mark" {
      put(kind: 3, in: line.scalars)
    }
  }

  private mutating func put(kind: UInt16, in scalars: ClosedRange<UInt32>) {
    put(kind, in: scalars, shift: 10, mask: 3)
    put(kind == 3 ? 1 : 0, in: scalars, shift: 8, mask: 3)
  }

  private mutating func put(
    _ value: UInt16, in scalars: ClosedRange<UInt32>, shift: Int, mask: UInt16
  ) {
    for scalar in scalars {
      packed[Int(scalar)] = packed[Int(scalar)] & ~(mask << shift) | value << shift
    }
  }

  private static func pairs(of file: DataFile) throws(TableError) -> [(UInt32, UInt32)] {
    var pairs: [(UInt32, UInt32)] = []
    for line in try file.lines() {
      guard let other = UInt32(line.fields[0], radix: 16) else {
        throw .unknownValue(file.name, line.fields[0])
      }
      pairs.append((line.scalars.lowerBound, other))
    }
    return pairs.sorted { $0.0 < $1.0 }
  }

  /// Every bracket with the closing bracket that stands for its pair, canonical equivalents as one.
  private static func canonicalBrackets(
    _ file: DataFile, _ characters: DataFile
  ) throws(TableError) -> [(UInt32, UInt32)] {
    var canonical: [UInt32: UInt32] = [:]
    for line in try characters.lines() where !line.fields[4].isEmpty {
      if let other = UInt32(line.fields[4], radix: 16) {
        canonical[line.scalars.lowerBound] = other
      }
    }
    let opening = try file.lines().filter { $0.fields[1] == "o" }.map(\.scalars.lowerBound)
    return try pairs(of: file).map { bracket, other in
      let closing = opening.contains(bracket) ? other : bracket
      return (bracket, canonical[closing] ?? closing)
    }
  }
}
