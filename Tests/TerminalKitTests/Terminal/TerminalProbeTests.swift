import TerminalKit
import Testing

@Suite("TerminalProbe: which terminal is it")
struct TerminalProbeTests {
  private func probe(
    _ environment: [String: String], _ replies: [TerminalReply] = []
  ) -> TerminalProbe {
    var probe = TerminalProbe(environment: environment)
    let isDone = replies.map { probe.take($0) } + [probe.take(.primary([62]))]
    #expect(isDone.firstIndex(of: true) == replies.count)
    return probe
  }

  private let xterm = ["TERM": "xterm-256color"]

  @Test("A terminal that knows BDSM is switched to explicit, and back at the end")
  func vte() {
    let verdict = probe(
      xterm, [.secondary([65, 7006, 1]), .mode(8, state: 1, isPrivate: false)]
    ).verdict
    #expect(verdict.encoding.order == .explicit)
    #expect(verdict.isCertain)
    #expect(verdict.start.hasPrefix("\u{1B}[8l"))
    #expect(verdict.end.hasPrefix("\u{1B}[8h"))
  }

  @Test("Konsole is told by its own sequence, which is never sent to another terminal")
  func konsole() {
    let verdict = probe(xterm, [.version("Konsole 22.12.3")]).verdict
    #expect(verdict.start.contains("BidiRenderingEnabled=false"))
    #expect(verdict.end.contains("BidiRenderingEnabled=true"))
    #expect(probe(xterm, [.version("XTerm(379)")]).verdict.start.isEmpty)
  }

  @Test(
    "Each terminal gets its encoder",
    arguments: [
      ([TerminalReply.version("XTerm(379)")], TerminalEncoding.Order.explicit, true),
      ([.version("kitty(0.26.5)")], .kitty, false),
      ([.secondary([0, 136, 0])], .putty, false),
      ([.secondary([24, 279, 0])], .explicit, true),
      ([.secondary([85, 95, 0])], .explicit, true),
      ([.mode(8, state: 3, isPrivate: false)], .implicit, true),
      ([], .explicit, false),
    ])
  func encoders(replies: [TerminalReply], order: TerminalEncoding.Order, isCertain: Bool) {
    let verdict = probe(xterm, replies).verdict
    #expect(verdict.encoding.order == order)
    #expect(verdict.isCertain == isCertain)
  }

  @Test(
    "The background's colour is read in any number of digits; other answers are no colour",
    arguments: [
      ("11;rgb:ffff/ffff/ffff", true), ("11;rgb:f/f/e", true), ("11;rgb:1e/1e/1e", false),
      ("11;rgb:0000/0000/ffff", false), ("11;rgb:ffff/ffff", nil), ("11;#ffffff", nil),
      ("10;rgb:ffff/ffff/ffff", nil), ("11;rgb:fffff/0/0", nil),
    ])
  func background(answer: String, isLight: Bool?) {
    for end in ["\u{1B}\\", "\u{7}"] {
      var decoder = KeyDecoder()
      decoder.feed(Array("\u{1B}]\(answer)\(end)".utf8)[...])
      #expect(decoder.next() == isLight.map { .reply(.background(isLight: $0)) })
      #expect(decoder.next() == nil)
    }
  }

  @Test("A light background is part of the verdict; silence is taken for a dark one")
  func lightBackground() {
    #expect(probe(xterm, [.background(isLight: true)]).verdict.isLight)
    #expect(!probe(xterm).verdict.isLight)
  }

  @Test("The Linux console is not asked; it gets no marks and Latin digits")
  func console() {
    let probe = TerminalProbe(environment: ["TERM": "linux"])
    #expect(!probe.shouldAsk)
    #expect(probe.guess.isCertain)
    #expect(!probe.guess.encoding.showsMarks)
    #expect(!probe.guess.encoding.hasPersianDigits)
  }

  @Test("tmux swallows the switches: a terminal behind it that orders rows gets fenced text")
  func tmux() {
    let plain = probe(["TERM": "tmux-256color", "TMUX": "/tmp/x"]).verdict
    #expect(plain.encoding.order == .explicit && !plain.isCertain)
    let vte = probe(["TERM": "screen-256color", "TMUX": "/tmp/x", "VTE_VERSION": "7006"]).verdict
    #expect(vte.encoding.order == .implicit && vte.start.isEmpty)
  }

  @Test("screen hands the switch on in a DCS")
  func screen() {
    let verdict = probe(["TERM": "screen.xterm-256color", "STY": "1.pts"]).verdict
    #expect(verdict.start == "\u{1B}P\u{1B}[8l\u{1B}\\")
    #expect(verdict.end == "\u{1B}P\u{1B}[8h\u{1B}\\")
  }

  @Test("The environment gives a first guess until the answers are there")
  func guess() {
    #expect(TerminalProbe(environment: ["TERM": "xterm-kitty"]).guess.encoding.order == .kitty)
    #expect(!TerminalProbe(environment: ["TERM": "xterm", "VTE_VERSION": "1"]).guess.start.isEmpty)
    #expect(!TerminalProbe(environment: xterm).guess.isCertain)
  }

  @Test("Terminals that answer differently have different identities")
  func identity() {
    let one = probe(xterm, [.version("XTerm(379)")]).verdict.identity
    let two = probe(xterm, [.secondary([0, 136, 0])]).verdict.identity
    #expect(one != two)
    #expect(one == probe(xterm, [.version("XTerm(379)")]).verdict.identity)
  }
}
