import TerminalKit
import Testing

@Suite("TerminalAnswers: which line read right")
struct TerminalAnswersTests {
  @Test("An answer is found again for the same kind of terminal, also through its text")
  func remembers() {
    var answers = TerminalAnswers()
    answers["xterm PuTTY 0;136;0"] = .explicit
    answers["tmux\nVTE"] = .implicit
    let read = TerminalAnswers(answers.text)
    #expect(read == answers)
    #expect(read["xterm PuTTY 0;136;0"] == .explicit)
    #expect(read["tmux\nVTE"] == .implicit)
    #expect(read["xterm"] == nil)
  }

  @Test(
    "Lines that cannot be read are left out",
    arguments: ["", "sideways xterm\n", "kitty\n", "\n\n"])
  func damaged(text: String) {
    #expect(TerminalAnswers(text) == TerminalAnswers())
  }
}
