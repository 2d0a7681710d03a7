import Foundation
import Interchange
import Persian
import Screens
import Store
import TerminalKit
import TestKit
import Testing
import Training
import UseCases

@Suite("Questions of pairs, by keys and on paper")
struct MatchingScreensTests {
  private static let pairs: [Question.Option] = [
    .pair("ایران", "تهران"), .pair("عراق", "بغداد"), .pair("ترکیه", "آنکارا"), .pair("", "بصره"),
  ]

  private func question(of room: ExamClass) throws -> ExamQuestionLine {
    try #require(try room.portal.store.read { try $0.questions(of: room.exam).first })
  }

  /// The digit under which an answer stands on a screen.
  private func digit(of answer: String, in robot: Robot<Portal>) throws -> String {
    let line = try #require(
      robot.picture.split(separator: "\n").first { $0.contains(") \(answer)") })
    let before = try #require(line.firstRange(of: ") \(answer)")).lowerBound
    return String(line[line.index(before: before)])
  }

  @Test("S2-8.6c prompts and answers stand in two columns; digits match them and go on")
  func sitting() throws {
    let room = try ExamClass(pairs: Self.pairs)
    var robot = try room.learner()
    robot.press("enter")
    robot.expect(contains: "◄[ ] ایران")
    robot.expect(contains: "پاسخ داده: ۰")
    for answer in ["تهران", "بغداد"] { robot.type(try digit(of: answer, in: robot)) }
    robot.expect(contains: "◄[ ] ترکیه")
    robot.expect(contains: "پاسخ داده: ۰")
    #expect(try room.score() == Score(hundredths: 1333), "two of three pairs")
    robot.type(try digit(of: "بصره", in: robot))
    robot.expect(contains: "پاسخ داده: ۱")
    #expect(try room.score() == Score(hundredths: 1333))
    // A number that no answer has says nothing.
    robot.type("9")
    robot.type("0")
    robot.type(try digit(of: "آنکارا", in: robot))
    #expect(try room.score() == Score(20))
    // Taken back, by going through the rest of the answers: the last is followed by none.
    robot.press("up", "up")
    for _ in 0..<4 where !robot.picture.contains("◄[ ] ایران") { robot.press("enter") }
    robot.expect(contains: "◄[ ] ایران")
    #expect(try room.score() == Score(hundredths: 1333))
    robot.press("space")
    robot.expect(contains: "◄[۱] ایران")
  }

  @Test("S2-8.6c what was matched is there again at another terminal, in the same order")
  func resumed() throws {
    let room = try ExamClass(pairs: Self.pairs)
    var robot = try room.learner()
    robot.press("enter")
    robot.type("۲")
    let before = robot.picture.split(separator: "\n").filter { $0.contains(")") }
    robot.press("esc")
    robot.press("enter")
    robot.expect(contains: "[۲] ایران")
    robot.expect(contains: "◄[ ] عراق")
    let after = robot.picture.split(separator: "\n").filter { $0.contains(")") }
    #expect(
      before.map { $0.drop { $0 != "]" } }.dropFirst(2)
        == after.map { $0.drop { $0 != "]" } }.dropFirst(2))
    room.at(minute: 661)
    robot.press("esc")
    robot.markStale()
    robot.press("enter")
    robot.expect(contains: "جور کنید.")
    robot.press("enter")
    robot.expect(contains: "پاسخ درست: ایران ← تهران")
  }

  @Test("S2-8.5d pairs are written and changed on the form of a question")
  func form() throws {
    let room = try ExamClass()
    var robot = try room.manager()
    robot.go("بانک سوالات")
    robot.press("enter", "f4")
    robot.expect(contains: "تنها برای سوال جورکردنی")
    robot.type("جورک")
    robot.press("enter")
    robot.type("پایتخت‌ها را جور کنید.")
    robot.press("tab")
    for name in ["ایران", "عراق"] {
      robot.type(name)
      robot.press("tab")
    }
    robot.press("tab", "tab", "tab", "tab", "tab")
    for name in ["تهران", "بغداد"] {
      robot.type(name)
      robot.press("tab")
    }
    robot.expect(contains: "دست‌کم ۲ پرسش و ۳ پاسخ می‌خواهد")
    robot.type("بصره")
    robot.press("f2")
    robot.expect(contains: "جورکردنی")
    func stored() throws -> Question? {
      try room.portal.store.read { records in
        let bank = try records.banks(in: .units(.everything))
        return try records.questions(of: bank[0].course.id, in: bank[0].unit)
          .map(\.question).first { $0.kind == .matching }
      }
    }
    #expect(
      try stored()?.options == [.pair("ایران", "تهران"), .pair("عراق", "بغداد"), .pair("", "بصره")])
    robot.press("down", "down", "down", "enter")
    robot.expect(contains: "بصره")
  }

  @Test("S2-8.6b the paper has two columns in a drawn order, and the key fits it")
  func paper() throws {
    let room = try ExamClass(mode: .written, pairs: Self.pairs)
    try room.it.office.signIn(.courseManager, person: room.it.manager.id, as: "manager")
    _ = try room.manager()
    let letters = try PrintCatalog.letters(ExamPaperLetter(room.exam), room.portal).get()
    let key = try PrintCatalog.letters(ExamKeyLetter(room.exam), room.portal).get()
    let table = try #require(letters.first?.tables.first)
    let answers = try #require(key.first?.tables.first)
    #expect(
      table.rows.map { $0.cells[1].printed } == ["الف) ایران", "ب) عراق", "پ) ترکیه", ""])
    let shown = table.rows.map { $0.cells[3].printed }
    #expect(Set(shown.map { String($0.dropFirst(3)) }) == ["تهران", "بغداد", "آنکارا", "بصره"])
    #expect(shown.map { String($0.prefix(2)) } == ["۱)", "۲)", "۳)", "۴)"])
    #expect(table.rows.allSatisfy { $0.cells[2].printed.isEmpty }, "written by hand")
    let right = answers.rows[0].cells[2].printed
    for (letter, city) in [("الف", "تهران"), ("ب", "بغداد"), ("پ", "آنکارا")] {
      let place = try #require(shown.firstIndex { $0.hasSuffix(city) })
      #expect(right.contains("\(letter) ← \(Digits.persian("\(place + 1)"))"), "\(right)")
    }
    let again = try PrintCatalog.letters(ExamPaperLetter(room.exam), room.portal).get()
    #expect(again == letters)
  }

  @Test("S2-8.6b a paper without pairs has no table of them, and one without questions is refused")
  func plainPaper() throws {
    let room = try ExamClass(mode: .written)
    _ = try room.manager()
    let letters = try PrintCatalog.letters(ExamPaperLetter(room.exam), room.portal).get()
    #expect(letters.first?.tables.isEmpty == true)
    try room.portal.store.write(at: room.portal.clock.now()) { records in
      for line in try records.questions(of: room.exam) {
        try records.deleteQuestion(line.asked.id)
      }
      try records.journal(Cause(useCase: "test.drop"))
    }
    guard
      case .failure(.refused(let failure)) = PrintCatalog.letters(
        ExamPaperLetter(room.exam), room.portal)
    else { return #expect(Bool(false), "printed") }
    #expect(failure.sentence.contains("۰ سوال"))
  }

  @Test(
    "S2-8.5c a malformed file is shown with line and reason, and leaves the bank as it was",
    arguments: MalformedQuestions.all)
  func malformed(_ it: MalformedQuestions) throws {
    let room = try ExamClass(learners: 1)
    _ = try room.manager()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).txt").path
    try Data("\(it.text)\n\nخوب؟ {=بله ~نه}\n".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bank = try #require(
      try room.portal.store.read { try $0.banks(in: .units(.everything)).first })
    let intake = try QuestionIntake(reading: path, room.portal)
    let refused = intake.lines.filter { $0.verdict == .refused }
    #expect(!refused.isEmpty && refused.allSatisfy { !$0.text.isEmpty && $0.number > 0 })
    #expect(intake.reasonClosed?.isEmpty == false)
    #expect(intake.questions.isEmpty)
    _ = intake.commit(into: bank.course.id, of: bank.unit, room.portal)
    let after = try room.portal.store.read {
      try $0.questions(of: bank.course.id, in: bank.unit).map(\.question.stem)
    }
    #expect(!after.contains("خوب؟"))
    #expect(after.count == bank.questions)
  }
}

extension Letter {
  fileprivate var tables: [Sheet] {
    body.compactMap { if case .table(let sheet, _) = $0 { sheet } else { nil } }
  }
}
