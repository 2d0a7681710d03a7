import Testing
import Training

@Suite("Scoring and analysing exams")
struct ScoringTests {
  private func question(_ kind: Question.Kind, _ options: [(String, Int)]) -> Question {
    Question(
      course: ID(rawValue: 1), unit: ID(rawValue: 1), kind: kind, stem: "؟",
      options: options.map { Question.Option($0.0, weight: $0.1 * 1000) })
  }

  private struct Case {
    var kind: Question.Kind
    var options: [(String, Int)]
    var response: String
    var credit: Int

    init(
      _ kind: Question.Kind, _ options: [(String, Int)], _ response: String, _ credit: Int
    ) {
      self.kind = kind
      self.options = options
      self.response = response
      self.credit = credit
    }
  }

  private static let cases: [Case] = [
    Case(.single, [("یک", 0), ("دو", 100), ("سه", 50)], "2", 100_000),
    Case(.single, [("یک", 0), ("دو", 100), ("سه", 50)], "3", 50_000),
    Case(.single, [("یک", -50), ("دو", 100)], "1", 0),
    Case(.multiple, [("یک", 50), ("دو", 50), ("سه", -100)], "1,2", 100_000),
    Case(.multiple, [("یک", 50), ("دو", 50), ("سه", -100)], "1", 50_000),
    Case(.multiple, [("یک", 50), ("دو", 50), ("سه", -100)], "1,2,3", 0),
    Case(.text, [("کتاب‌خانه", 100), ("کتاب", 40)], "كتاب‌خانه", 100_000),
    Case(.text, [("کتاب‌خانه", 100), ("کتاب", 40)], " کتاب ", 40_000),
    Case(.text, [("آموزش*معلم", 100)], "آموزش ضمن خدمت معلم", 100_000),
    Case(.text, [("آموزش*معلم", 100)], "آموزش", 0),
    Case(.number, [("3.14:0.01", 100)], "۳٫۱۵", 100_000),
    Case(.number, [("3.14:0.01", 100)], "3.16", 0),
    Case(.number, [("1..5", 100), ("0..9", 30)], "6", 30_000),
    Case(.number, [("-2", 100)], "-2", 100_000),
    Case(.descriptive, [], "هرچه", 0),
  ]

  @Test("S2-8.6c each kind of question gives its share of the points", arguments: cases.indices)
  func credit(_ index: Int) {
    let it = Self.cases[index]
    #expect(question(it.kind, it.options).credit(for: it.response) == it.credit)
  }

  @Test("S2-8.6c points make up the full score, rounded to hundredths")
  func score() {
    let right = question(.single, [("یک", 100), ("دو", 0)])
    let answers = [("1", 1), ("2", 1), ("", 1)].map {
      ExamScoring.Answered(right, weight: $0.1, response: $0.0)
    }
    #expect(ExamScoring.score(answers, of: Score(20)) == Score(hundredths: 667))
    #expect(ExamScoring.score([], of: Score(20)) == Score(0))
    let weighted = [ExamScoring.Answered(right, weight: 3, response: "1"), answers[1]]
    #expect(ExamScoring.score(weighted, of: Score(100)) == Score(75))
  }

  @Test("S2-8.6c facility, discrimination and KR-20 of a worked example")
  func analysis() throws {
    // Ten learners, four questions; reckoned by hand.
    let rows = [
      "1111", "1111", "1110", "1110", "1101", "1100", "1100", "1000", "1000", "0000",
    ].map { $0.map { $0 == "1" ? 1.0 : 0.0 } }
    let it = ItemAnalysis(rows)
    #expect(it.isDichotomous)
    #expect(it.group == 3)
    #expect(it.items.map { ($0.facility * 100).rounded() } == [90, 70, 40, 30])
    #expect(
      it.items.map { (($0.discrimination ?? 9) * 1000).rounded() } == [333, 1000, 1000, 667])
    // Σ p(1−p) = 0.09 + 0.21 + 0.24 + 0.21 = 0.75; variance of 4 4 3 3 3 2 2 1 1 0 = 1.61.
    let alpha = try #require(it.alpha)
    #expect(abs(alpha - 4.0 / 3 * (1 - 0.75 / 1.61)) < 1e-9)
    #expect(ItemAnalysis([[1, 1], [1, 1]]).alpha == nil)
    #expect(ItemAnalysis([]).learners == 0)
  }
}
