import Persian
import Testing

@Suite("Text for a plain terminal, line by line")
struct TextFilterTests {
  /// What the filter prints when the input comes in pieces of a size.
  private func filter(
    _ input: [UInt8], _ options: TextFilter.Options = .init(), pieces: Int = .max
  ) -> String {
    var filter = TextFilter(options)
    var output: [UInt8] = []
    var rest = input[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(pieces))
      piece.withUnsafeBufferPointer { filter.feed($0, into: &output) }
      rest = rest.dropFirst(pieces)
    }
    filter.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func filter(_ input: String, _ options: TextFilter.Options = .init()) -> String {
    filter(Array(input.utf8), options)
  }

  @Test("One output line for each input line, nothing filled or wrapped without a width")
  func lines() {
    #expect(filter("") == "")
    #expect(filter("\n\n") == "\n\n")
    #expect(filter("ab\ncd") == "ab\ncd\n")
    #expect(filter("سلام (ب)\n") == "(\u{FE8F}) \u{FEE1}\u{FEFC}\u{FEB3}\n")
    let long = String(repeating: "کلمه ", count: 100)
    #expect(filter(long + "\n").filter { $0 == "\n" }.count == 1)
  }

  @Test("Input may come in any pieces, even inside a scalar")
  func pieces() {
    let input = Array("سلام دنیا (۱۲)\nabc\n\nپایان".utf8)
    let whole = filter(input)
    for size in 1...7 { #expect(filter(input, pieces: size) == whole) }
  }

  @Test("What is not UTF-8 becomes U+FFFD, one for each maximal part")
  func invalid() {
    #expect(filter([0x61, 0xFF, 0x62, 0x0A]) == "a\u{FFFD}b\n")
    #expect(filter([0xE2, 0x80, 0x61, 0x0A]) == "\u{FFFD}a\n")
    #expect(filter([0xED, 0xA0, 0x80, 0x0A]) == "\u{FFFD}\u{FFFD}\u{FFFD}\n")
    #expect(
      filter([0xF4, 0x90, 0x80, 0x80, 0xC0, 0xAF]) == String(repeating: "\u{FFFD}", count: 6) + "\n"
    )
    #expect(filter([0xD8]) == "\u{FFFD}\n")
    #expect(filter([0xF0, 0x9F, 0x98, 0x0A]) == "\u{FFFD}\n")
    #expect(filter([0xF0, 0x9F, 0x98, 0x80, 0x0A]) == "😀\n")
  }

  @Test("Levels and order are printed as BidiCharacterTest.txt writes them")
  func levels() {
    let options = TextFilter.Options(base: .rtl, showsLevels: true)
    #expect(filter("a\u{05D0}\n", options) == "1;2 1;1 0\n")
    let ltr = TextFilter.Options(base: .ltr, showsLevels: true)
    #expect(filter("a\u{202B}b\u{202C}\n", ltr) == "0;0 x 2 x;0 2\n")
    #expect(filter("\n", ltr) == "0;;\n")
    #expect(filter("\n", options) == "1;;\n")
    let auto = TextFilter.Options(base: .auto(default: .ltr), showsLevels: true)
    // Paragraphs inside a line: the first one's level, then the parts one after the other.
    #expect(filter("\u{05D0}b\u{2029}b\u{05D0}\u{05D1}\n", auto) == "1;1 2 1 0 1 1;2 1 0 3 5 4\n")
    #expect(filter("ab\r\n", auto) == "0;0 0 0;0 1 2\n")
  }

  @Test("With a width lines are wrapped, and right-to-left ones stand at the right")
  func width() {
    let options = TextFilter.Options(base: .auto(default: .ltr), width: 6, joins: false)
    #expect(filter("درس یک\n", options) == "کی سرد\n")
    #expect(filter("درس یکم\n", options) == "   سرد\n   مکی\n")
    #expect(filter("ab cd ef\n", options) == "ab cd\nef\n")
  }

  @Test("Without joining the letters are sent as they are")
  func noJoining() {
    #expect(filter("سلام\n", .init(joins: false)) == "مالس\n")
  }

  @Test("Tabs reach the next of the stops every eight cells")
  func tabs() {
    #expect(filter("a\tb\n") == "a       b\n")
    #expect(filter("12345678\tb\n") == "12345678        b\n")
    #expect(filter("ب\tا\n", .init(joins: false)) == "ا       ب\n")
  }

  @Test("No control character of the input reaches the output")
  func controls() {
    let output = filter("\u{1B}]0;x\u{07}\u{9B}31m\r\n")
    #expect(output == "␛]0;x␇\u{FFFD}31m␍\n")
  }
}
