import Testing
import Training

@Suite("Questions of pairs to be matched")
struct MatchingTests {
  private func question(_ pairs: [(String, String)]) -> Question {
    Question(
      course: ID(rawValue: 1), unit: ID(rawValue: 1), kind: .matching, stem: "جور کنید.",
      options: pairs.map { .pair($0.0, $0.1) })
  }

  private var animals: Question {
    question([("گربه", "پستاندار"), ("مار", "خزنده"), ("سگ", "پستاندار"), ("", "پرنده")])
  }

  @Test("S2-8.6c answers stand once, prompts are those with a text")
  func sides() {
    #expect(animals.prompts == [1, 2, 3])
    #expect(animals.answers == [1, 2, 4])
    #expect(animals.answer(to: 3) == 1)
    #expect(animals.answer(to: 4) == 4 && animals.answer(to: 5) == nil)
  }

  @Test(
    "S2-8.6c the share of right pairs, rounded half up to a thousandth of a percent",
    arguments: [
      ("", 0), ("1=1", 33_333), ("1=1,2=2", 66_667), ("1=1,2=2,3=1", 100_000),
      ("1=2,2=1,3=4", 0), ("1=2,2=2,3=4", 33_333), ("2,3", 0), ("4=4", 0), ("x=1,1=1", 33_333),
    ])
  func credit(_ response: String, _ credit: Int) {
    #expect(animals.credit(for: response) == credit)
  }

  @Test("S2-8.6c a part of the pairs makes up its part of the score, to the hundredth")
  func score() {
    let answers = [ExamScoring.Answered(animals, weight: 1, response: "1=1,2=2")]
    #expect(ExamScoring.score(answers, of: Score(20)) == Score(hundredths: 1333))
    let whole = [ExamScoring.Answered(animals, weight: 1, response: "1=1,2=2,3=1")]
    #expect(ExamScoring.score(whole, of: Score(20)) == Score(20))
  }

  @Test(
    "S2-8.6c a response names prompts and answers that there are, in their order",
    arguments: [
      ("", true), ("1=4", true), ("1=1,3=1", true), ("3=1,1=1", false), ("4=1", false),
      ("1=3", false), ("1=0", false), ("1", false), ("1=1,1=2", false), ("1=1;2=2", false),
    ])
  func understands(_ response: String, _ isUnderstood: Bool) {
    #expect(animals.understands(response) == isUnderstood)
  }

  @Test("S2-8.6b the order of answers is that of its seed, everywhere and always")
  func order() {
    let many = question((1...8).map { ("پ\($0)", "پاسخ \($0)") })
    // Reckoned once and written down: a paper printed today fits the key of last year.
    #expect(many.answers(shuffledBy: 1) == [5, 4, 3, 8, 6, 7, 1, 2])
    #expect(many.answers(shuffledBy: 4_294_967_301) == [8, 6, 4, 2, 7, 5, 1, 3])
    #expect(animals.answers(shuffledBy: 7).sorted() == [1, 2, 4])
    let orders = Set((0..<200).map { animals.answers(shuffledBy: $0) })
    #expect(orders.count == 6, "every order of three comes")
  }

  private func reasons(_ pairs: [(String, String)]) -> [Finding.Reason] {
    QuestionFacts.policies.findings(in: QuestionFacts(question(pairs))).map(\.reason)
  }

  @Test("S2-8.5d two prompts and three answers are enough, one less of either is not")
  func fewest() {
    #expect(reasons([("الف", "۱"), ("ب", "۲"), ("", "۳")]) == [])
    #expect(
      reasons([("الف", "۱"), ("ب", "۲")]) == [.question(.fewPairs(prompts: 2, answers: 2))])
    #expect(
      reasons([("الف", "۱"), ("", "۲"), ("", "۳")])
        == [.question(.fewPairs(prompts: 1, answers: 3))])
  }

  @Test("S2-8.5d every prompt has an answer, stands once, and answers differ")
  func sound() {
    #expect(
      reasons([("الف", ""), ("ب", "۲"), ("ج", "۳")]) == [.question(.matchMissing("الف"))])
    #expect(
      reasons([("الف", "۱"), ("الف", "۲"), ("ج", "۳")]) == [.question(.optionRepeated("الف"))])
    #expect(reasons([("الف", "۱"), ("ب", "۱"), ("ج", "۱")]) == [.question(.matchesAlike)])
    let ten = (1...10).map { ("\($0)", "پ\($0)") }
    #expect(reasons(ten) == [])
    #expect(reasons(ten + [("۱۱", "پ۱۱")]) == [.question(.manyOptions(11, most: 10))])
    #expect(
      reasons([("الف", String(repeating: "ا", count: 501)), ("ب", "۲"), ("ج", "۳")])
        == [.question(.textTooLong(501, most: 500))])
  }
}
