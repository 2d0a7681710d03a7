import Persian
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Unicode's own test files, from the Debian package unicode-data.
enum UnicodeFile {
  static let directory = "/usr/share/unicode"

  static func bytes(_ name: String) throws -> [UInt8] {
    try bytes(path: "\(directory)/\(name)")
  }

  static func bytes(path: String) throws -> [UInt8] {
    let file = try #require(
      fopen(path, "r"), "no \(path); Unicode's files are in the package unicode-data")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A)
  }
}

@Suite("UAX #9 against Unicode's own files")
struct BidiConformanceTests {
  @Test("Every case of BidiTest.txt gives the levels and the order of the file")
  func bidiTest() throws {
    let bytes = try UnicodeFile.bytes("BidiTest.txt")
    let lines = UnicodeFile.lines(bytes)
    #expect(lines[0].elementsEqual("# BidiTest-\(Bidi.unicodeVersion).txt".utf8))

    // Counted another way than the run below: bits set in the last field of each data line.
    var expectedCases = 0
    for line in lines where line.first != UInt8(ascii: "#") && line.first != UInt8(ascii: "@") {
      guard let last = line.last else { continue }
      expectedCases += (last - 0x30).nonzeroBitCount
    }

    var bidi = Bidi()
    var levels: [UInt8?] = []
    var order: [Int] = []
    var cases = 0
    var failures: [String] = []
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("@Levels:") {
        levels = text.dropFirst(8).split(whereSeparator: \.isWhitespace).map { UInt8($0) }
      } else if text.hasPrefix("@Reorder:") {
        order = try text.dropFirst(9).split(whereSeparator: \.isWhitespace)
          .map { try #require(Int($0)) }
      } else if !text.hasPrefix("#"), !text.hasPrefix("@"), let mark = text.firstIndex(of: ";") {
        let scalars = try text[..<mark].split(separator: " ").map {
          try #require(Self.samples[String($0)])
        }
        let bits = try #require(
          Int(text[text.index(after: mark)...].filter { !$0.isWhitespace }, radix: 16))
        for (bit, base) in [
          (1, BaseDirection.auto(default: .ltr)), (2, .ltr), (4, .rtl),
        ] where bits & bit != 0 {
          cases += 1
          let found = bidi.resolution(of: scalars, base: base)
          if found.levels != levels || found.order != order {
            failures.append("\(text) \(base): \(found), expected \(levels) \(order)")
          }
        }
      }
    }
    #expect(failures.prefix(5) == [])
    #expect(failures.count == 0)
    #expect(cases == expectedCases)
    #expect(cases == 770_241)
    print("BidiTest.txt \(Bidi.unicodeVersion): \(cases) cases, \(failures.count) failures")
  }

  @Test("Every case of BidiCharacterTest.txt gives its paragraph level, levels and order")
  func bidiCharacterTest() throws {
    let bytes = try UnicodeFile.bytes("BidiCharacterTest.txt")
    let lines = UnicodeFile.lines(bytes)
    #expect(lines[0].elementsEqual("# BidiCharacterTest-\(Bidi.unicodeVersion).txt".utf8))
    // Counted another way than the run below: every case has four semicolons, no comment does.
    let expectedCases =
      lines.filter { $0.first != UInt8(ascii: "#") }.joined().filter { $0 == UInt8(ascii: ";") }
      .count / 4

    var bidi = Bidi()
    var cases = 0
    var failures: [String] = []
    for line in lines where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 5 else { continue }
      cases += 1
      let scalars = try fields[0].split(separator: " ").map {
        try #require(UInt32($0, radix: 16))
      }
      let base: BaseDirection =
        fields[1] == "0" ? .ltr : fields[1] == "1" ? .rtl : .auto(default: .ltr)
      let expected = Bidi.Resolution(
        paragraphLevel: try #require(UInt8(fields[2])),
        levels: fields[3].split(separator: " ").map { UInt8($0) },
        order: try fields[4].split(separator: " ").map { try #require(Int($0)) })
      let found = bidi.resolution(of: scalars, base: base)
      if found != expected {
        failures.append("\(fields[0]) \(base): \(found), expected \(expected)")
      }
    }
    #expect(failures.prefix(5) == [])
    #expect(failures.count == 0)
    #expect(cases == expectedCases)
    #expect(cases == 91_707)
    print(
      "BidiCharacterTest.txt \(Bidi.unicodeVersion): \(cases) cases, \(failures.count) failures")
  }

  /// One scalar of each class, none of them a bracket.
  private static let samples: [String: UInt32] = [
    "L": 0x61, "R": 0x05D0, "EN": 0x30, "ES": 0x2B, "ET": 0x23, "AN": 0x0660, "CS": 0x2C,
    "B": 0x2029, "S": 0x09, "WS": 0x20, "ON": 0x21, "LRE": 0x202A, "LRO": 0x202D, "AL": 0x0627,
    "RLE": 0x202B, "RLO": 0x202E, "PDF": 0x202C, "NSM": 0x0300, "BN": 0x00AD, "LRI": 0x2066,
    "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
  ]
}
