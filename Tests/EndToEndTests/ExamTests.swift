import Glibc
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Sitting an exam in the built program", .serialized)
struct ExamTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice() }

  @Test("S2-8.6c after kill -9 every answer that was shown is kept, and the exam goes on with it")
  func killed() throws {
    var random = SystemRandomNumberGenerator()
    for trial in 0..<3 {
      let exam = try ExamOfOffice(office, at: try office.folder.file("exam-\(trial).faragir"))
      let terminal = try exam.open(office)
      let keys = Int.random(in: 1...12, using: &random)
      // The second choice, and on to the next question.
      for _ in 0..<keys { try terminal.type("2\u{1B}[D") }
      usleep(UInt32.random(in: 0...60_000, using: &random))
      terminal.child.signal(SIGKILL)
      _ = try terminal.waitForEnd()
      let shown = answered(terminal)
      let kept = try exam.kept()
      #expect(kept.answers >= shown, "trial \(trial): \(shown) shown, \(kept.answers) kept")
      #expect(kept.answers <= keys)
      #expect(kept.score == Score(kept.answers), "each answer is scored where it is kept")
      let again = try exam.open(office)
      try again.waitForScreen("پاسخ داده: \(persian(kept.answers))")
      try again.type("2")
      try again.waitForScreen("پاسخ داده: \(persian(kept.answers + 1))")
      #expect(try exam.kept().answers == kept.answers + 1)
    }
  }

  @Test(
    "S2-8.6c the time left goes on without a key, and an older terminal is told that it is over")
  func twoTerminals() throws {
    let exam = try ExamOfOffice(office, at: try office.folder.file("two.faragir"))
    let first = try exam.open(office)
    try first.type("2")
    try first.waitForScreen("پاسخ داده: ۱")
    let second = try exam.open(office)
    try second.waitForScreen("پاسخ داده: ۱")
    try first.waitForScreen("پایانهٔ دیگری", within: .seconds(30))
    try first.type("1")
    try second.type("2")
    try second.waitForScreen("پاسخ داده: ۲")
    #expect(try exam.kept().answers == 2)
    #expect(try exam.kept().score == Score(2))
  }

  private func answered(_ terminal: PseudoTerminal) -> Int {
    (0...ExamOfOffice.questions).reversed().first { count in
      terminal.shows(TmuxTerminal.shown("پاسخ داده: \(persian(count))"))
    } ?? 0
  }

  private func persian(_ number: Int) -> String {
    String(
      String(number).compactMap { digit in
        digit.wholeNumberValue.flatMap { Unicode.Scalar(UInt32(0x6F0 + $0)) }.map(Character.init)
      })
  }
}
