import TerminalKit
import Testing

@Suite("KeyDecoder: what a terminal sends")
struct KeyDecoderTests {
  private func inputs(
    _ text: String, in decoder: KeyDecoder = KeyDecoder()
  ) -> [KeyDecoder.Input] {
    inputs(Array(text.utf8), in: decoder)
  }

  private func inputs(
    _ bytes: [UInt8], in start: KeyDecoder = KeyDecoder()
  ) -> [KeyDecoder.Input] {
    var decoder = start
    decoder.feed(bytes[...])
    var found: [KeyDecoder.Input] = []
    while let input = decoder.next() ?? decoder.flush() { found.append(input) }
    #expect(!decoder.isIncomplete)
    return found
  }

  private func key(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> [KeyDecoder.Input] {
    [.event(.key(Key(code, modifiers)))]
  }

  @Test("Letters of every layout arrive as themselves")
  func letters() {
    #expect(
      inputs("aس😀") == key(.character(0x61)) + key(.character(0x633)) + key(.character(0x1F600)))
    #expect(inputs("\u{200C}") == key(.character(0x200C)))
  }

  @Test("Control characters are keys with Control, or keys of their own")
  func controls() {
    #expect(inputs([0x13]) == key(.character(0x73), .control))
    #expect(inputs([0x00]) == key(.character(0x20), .control))
    #expect(inputs([0x0D]) == key(.enter))
    #expect(inputs([0x09]) == key(.tab))
    #expect(inputs([0x7F]) == key(.backspace))
    #expect(inputs([0x1F]) == key(.character(0x5F), .control))
  }

  @Test(
    "Wrong UTF-8 is U+FFFD and never stops what follows",
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xD8],
    ] as [[UInt8]])
  func wrongText(bytes: [UInt8]) {
    let found = inputs(bytes + [0x61])
    #expect(found.last == key(.character(0x61)).first)
    #expect(found.dropLast().allSatisfy { $0 == key(.character(0xFFFD)).first })
  }

  @Test(
    "Arrows, editing and function keys of xterm, the Linux console and rxvt",
    arguments: [
      ("\u{1B}[A", Key(.up)), ("\u{1B}OB", Key(.down)), ("\u{1B}[1;5C", Key(.right, .control)),
      ("\u{1B}[3~", Key(.delete)), ("\u{1B}[6;2~", Key(.pageDown, .shift)),
      ("\u{1B}[H", Key(.home)),
      ("\u{1B}OF", Key(.end)), ("\u{1B}[1~", Key(.home)), ("\u{1B}[Z", Key(.backTab)),
      ("\u{1B}OP", Key(.function(1))), ("\u{1B}[[C", Key(.function(3))),
      ("\u{1B}[15~", Key(.function(5))), ("\u{1B}[24~", Key(.function(12))),
      ("\u{1B}[1;3S", Key(.function(4), .alt)), ("\u{1B}Oc", Key(.right, .control)),
      ("\u{1B}[5^", Key(.pageUp, .control)), ("\u{1B}OM", Key(.enter)),
    ])
  func sequences(text: String, expected: Key) {
    #expect(inputs(text) == [.event(.key(expected))])
  }

  @Test(
    "Esc and a digit are a function key, Esc and a letter are Alt",
    arguments: [
      ("\u{1B}1", Key(.function(1))), ("\u{1B}0", Key(.function(10))),
      ("\u{1B}x", Key(.character(0x78), .alt)), ("\u{1B}س", Key(.character(0x633), .alt)),
      ("\u{1B}\u{7F}", Key(.backspace, .alt)), ("\u{1B}\u{1B}[D", Key(.left, .alt)),
      ("\u{1B}[", Key(.character(0x5B), .alt)), ("\u{1B}P", Key(.character(0x50), .alt)),
    ])
  func alt(text: String, expected: Key) {
    #expect(inputs(text) == [.event(.key(expected))])
  }

  @Test("A lone Esc is Escape once it has waited, and so are two")
  func escape() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.isIncomplete)
    #expect(decoder.flush() == key(.escape).first)
    #expect(inputs("\u{1B}\u{1B}") == key(.escape) + key(.escape))
  }

  @Test("A sequence may come byte by byte")
  func pieces() {
    var decoder = KeyDecoder()
    var found: [KeyDecoder.Input] = []
    for byte in "\u{1B}[1;5Cس\u{1B}[200~a\u{1B}[201~".utf8 {
      decoder.feed([byte])
      while let input = decoder.next() { found.append(input) }
    }
    #expect(
      found == key(.right, .control) + key(.character(0x633)) + [.event(.paste([0x61]))])
  }

  /// What a reader makes of pieces that come one after another, by a clock of its own.
  private func inputs(
    _ pieces: [ArraySlice<UInt8>], every gap: Duration, in decoder: inout KeyDecoder
  ) -> [KeyDecoder.Input] {
    var found: [KeyDecoder.Input] = []
    var moment = ContinuousClock.now
    func settle(_ decoder: inout KeyDecoder) {
      while let end = decoder.settlesAt, end <= moment {
        while let input = decoder.flush() { found.append(input) }
      }
    }
    for piece in pieces {
      settle(&decoder)
      decoder.feed(piece, at: moment)
      while let input = decoder.next() { found.append(input) }
      moment += gap
    }
    moment += .seconds(5)
    settle(&decoder)
    #expect(!decoder.isIncomplete)
    return found
  }

  @Test(
    "A key that a slow line tears in two is that key, wherever it is torn",
    arguments: [
      "\u{1B}[21~", "\u{1B}[A", "\u{1B}OB", "\u{1B}[1;5C", "\u{1B}OP", "\u{1B}[[C", "\u{1B}[3~",
      "\u{1B}[115;5u", "\u{1B}[<0;5;3M", "\u{1B}[200~a\u{1B}[201~", "س",
    ])
  func torn(text: String) {
    let bytes = Array(text.utf8)
    let whole = inputs(text)
    for place in 1..<bytes.count {
      for gap in [10, 30, 100, 249, 400] as [Int] {
        var decoder = KeyDecoder()
        let pieces = [bytes[..<place], bytes[place...]]
        let isLate = place == 1 && bytes[0] == 0x1B && gap > 25
        let first = inputs(pieces, every: .milliseconds(gap), in: &decoder)
        // Only after its first ESC nothing can be known yet.
        #expect(first == (isLate ? key(.escape) : []) + whole, "at \(place) after \(gap) ms")
        guard gap < 250 else { continue }
        // Then the line is known.
        let second = inputs(pieces, every: .milliseconds(gap), in: &decoder)
        #expect(second == whole, "again at \(place) after \(gap) ms")
      }
    }
  }

  @Test("A sequence torn at every byte is one key")
  func crumbs() {
    let bytes = Array("\u{1B}[1;5C".utf8)
    var decoder = KeyDecoder()
    let pieces = bytes.indices.map { bytes[$0...$0] }
    #expect(inputs(pieces, every: .milliseconds(20), in: &decoder) == key(.right, .control))
  }

  @Test(
    "Escape is settled after 25 ms, and what fingers type after it is text",
    arguments: ["[", "[A", "OB", "[21~", "[a", "O", "[[A"])
  func typedAfterEscape(text: String) {
    let bytes = Array("\u{1B}\(text)".utf8)
    var decoder = KeyDecoder()
    let start = ContinuousClock.now
    decoder.feed([0x1B], at: start)
    #expect(decoder.next() == nil)
    #expect(decoder.settlesAt == start + .milliseconds(25))
    var fresh = KeyDecoder()
    let found = inputs(bytes.indices.map { bytes[$0...$0] }, every: .milliseconds(90), in: &fresh)
    #expect(found == key(.escape) + text.utf8.flatMap { key(.character(UInt32($0))) })
  }

  @Test("What comes whole after an Escape and is no known sequence is text")
  func unknownAfterEscape() {
    var decoder = KeyDecoder()
    let found = inputs(
      [[0x1B], [0x5B, 0x73, 0x5B]], every: .milliseconds(60), in: &decoder)
    #expect(
      found == key(.escape) + key(.character(0x5B)) + key(.character(0x73))
        + key(.character(0x5B)))
  }

  @Test(
    "Keys of the kitty protocol and of modifyOtherKeys; with Control the base layout counts",
    arguments: [
      ("\u{1B}[115;5u", Key(.character(0x73), .control)),
      ("\u{1B}[1587::115;5u", Key(.character(0x73), .control)),
      ("\u{1B}[1587::115u", Key(.character(0x633))),
      ("\u{1B}[27u", Key(.escape)), ("\u{1B}[9;2u", Key(.backTab)),
      ("\u{1B}[27;5;115~", Key(.character(0x73), .control)),
      ("\u{1B}[57419u", Key(.up)),
    ])
  func unicodeKeys(text: String, expected: Key) {
    #expect(inputs(text) == [.event(.key(expected))])
  }

  @Test(
    "Keys let go, bare modifiers and values that are no scalar are nothing",
    arguments: [
      "\u{1B}[97;1:3u", "\u{1B}[57441u", "\u{1B}[55296u", "\u{1B}[99999999u", "\u{1B}[?1;2x",
      "\u{1B}[I", "\u{1B}[99~", "\u{1B}]10;rgb:0/0/0\u{7}", "\u{1B}[999999999999A;",
    ])
  func nothing(text: String) {
    let found = inputs(text + "q").filter {
      $0 != key(.up).first && $0 != key(.character(0x3B)).first
    }
    #expect(found == key(.character(0x71)))
  }

  @Test("A bracketed paste is data: escape sequences and controls inside are no keys")
  func paste() {
    let found = inputs("\u{1B}[200~الف\r\u{1B}[A\u{3}\u{1B}[201~x")
    #expect(
      found == [.event(.paste("الف\r\u{1B}[A\u{3}".unicodeScalars.map(\.value)))]
        + key(.character(0x78)))
  }

  @Test("A paste whose end is lost ends after a silence and loses nothing")
  func endlessPaste() {
    #expect(
      inputs("\u{1B}[200~ab\u{1B}[20") == [
        .event(.paste("ab\u{1B}[20".unicodeScalars.map(\.value)))
      ])
  }

  @Test("The mouse is reported in rows and columns from 0; letting go is nothing")
  func mouse() {
    #expect(inputs("\u{1B}[<0;5;3M\u{1B}[<0;5;3m") == [.event(.mouse(row: 2, column: 4))])
    #expect(inputs("\u{1B}[<64;1;1M") == [.event(.wheel(-3))])
    #expect(inputs("\u{1B}[<35;1;1M").isEmpty)
  }

  @Test("Sequences of the terminal's description go first")
  func described() {
    let decoder = KeyDecoder(sequences: [Array("\u{1B}[25~".utf8): Key(.function(1), .shift)])
    #expect(inputs("\u{1B}[25~", in: decoder) == key(.function(1), .shift))
  }

  @Test("Answers of the terminal are told from keys")
  func replies() {
    #expect(
      inputs(
        "\u{1B}P>|VTE(7006)\u{1B}\\\u{1B}[>65;7006;1c\u{1B}P!|7E565445\u{1B}\\\u{1B}[8;1$y\u{1B}[?0u\u{1B}[?65;1c"
      )
        == [
          .reply(.version("VTE(7006)")), .reply(.secondary([65, 7006, 1])),
          .reply(.tertiary("7E565445")), .reply(.mode(8, state: 1, isPrivate: false)),
          .reply(.keyboard(0)), .reply(.primary([65, 1])),
        ])
  }

  @Test("Random bytes never hang or crash, and a letter after them arrives")
  func noise() {
    var random = Xorshift(seed: 99)
    for _ in 0..<300 {
      let alphabet: [UInt8] = [
        0x1B, 0x5B, 0x3B, 0x31, 0x4F, 0x50, 0x75, 0x7E, 0x9B, 0xD8, 0xB3, 0x0D, 0x3C,
      ]
      let bytes = (0..<random.next(20)).map { _ in
        random.next(3) == 0 ? UInt8(random.next(256)) : alphabet[random.next(alphabet.count)]
      }
      var decoder = KeyDecoder()
      decoder.feed(bytes[...])
      while decoder.next() ?? decoder.flush() != nil {}
      #expect(!decoder.isIncomplete)
      decoder.feed([0x71])
      #expect(decoder.next() == key(.character(0x71)).first)
    }
  }
}
