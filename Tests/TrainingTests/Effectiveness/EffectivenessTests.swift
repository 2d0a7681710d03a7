import Persian
import Testing
import Training

@Suite("What a course achieved, at four levels")
struct EffectivenessTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> JalaliDate {
    try JalaliDate(year: year, month: month, day: day)
  }

  private func facts(
    _ level: EffectivenessLevel, on day: JalaliDate, start: JalaliDate, end: JalaliDate,
    answers: Int = 0
  ) throws -> EffectivenessLife.Facts {
    EffectivenessLife.Facts(
      level: level, window: level.window(start: start, end: end, under: try Fixture.rules()),
      day: day, answers: answers)
  }

  @Test("S2-8.1a the windows of the levels are reckoned in Jalali months, both days inside")
  func windows() throws {
    let rules = try Fixture.rules()
    let (start, end) = (try day(1402, 8, 1), try day(1402, 8, 30))
    func window(_ level: EffectivenessLevel) -> ClosedRange<JalaliDate> {
      level.window(start: start, end: end, under: rules)
    }
    #expect(window(.reaction) == start...end)
    // Three weeks for the exam and one for its scores.
    #expect(window(.learning) == start...end.adding(days: 28))
    #expect(window(.behaviour) == (try day(1403, 2, 30))...(try day(1403, 8, 30)))
    #expect(window(.results) == (try day(1403, 8, 30))...(try day(1404, 8, 30)))
    // Six months after the 31st come to the last day of a shorter month.
    let late = EffectivenessLevel.behaviour.window(
      start: start, end: try day(1402, 6, 31), under: rules)
    #expect(late == (try day(1402, 12, 29))...(try day(1403, 6, 31)))
  }

  @Test(
    "S2-8.1a S2-8.3a data is taken from the first to the last day of a window and on no other",
    arguments: [EffectivenessLevel.reaction, .behaviour, .results])
  func bothSides(_ level: EffectivenessLevel) throws {
    let (start, end) = (try day(1402, 8, 1), try day(1402, 8, 30))
    let window = try facts(level, on: end, start: start, end: end).window
    func reasons(_ on: JalaliDate) throws -> [Finding.Reason] {
      LevelWindow().findings(in: try facts(level, on: on, start: start, end: end)).map(\.reason)
    }
    #expect(try reasons(window.lowerBound) == [])
    #expect(try reasons(window.upperBound) == [])
    #expect(
      try reasons(window.lowerBound.adding(days: -1))
        == [.effectiveness(.windowNotOpen(level, from: window.lowerBound))])
    #expect(
      try reasons(window.upperBound.adding(days: 1))
        == [.effectiveness(.windowPassed(level, until: window.upperBound))])
  }

  @Test("S2-8.1a a level begins with the course, is overdue without data, and waits with some")
  func states() throws {
    let (start, end) = (try day(1402, 8, 1), try day(1402, 8, 30))
    func state(
      _ on: JalaliDate, answers: Int = 0, summarised: Bool = false, measured: Bool = true
    ) throws -> EffectivenessLife.State {
      EffectivenessLife.state(
        isSummarised: summarised, start: measured ? start : nil,
        try facts(.reaction, on: on, start: start, end: end, answers: answers))
    }
    #expect(try state(start.adding(days: -1)) == .notBegun)
    #expect(try state(start) == .pending)
    #expect(try state(end) == .pending)
    #expect(try state(end.adding(days: 1)) == .overdue)
    #expect(try state(end.adding(days: 1), answers: 1) == .collecting)
    #expect(try state(end.adding(days: 1), answers: 1, summarised: true) == .summarised)
    #expect(try state(end.adding(days: 1), measured: false) == .notBegun)
  }

  @Test(
    "S2-8.1b S2-8.4b the mean of post minus pre over those who have both: 8, 12 and 16, 14 give 5")
  func gain() {
    func pair(_ before: Int, _ after: Int, of full: Int = 20, preOf: Int = 20) -> LearningGain.Pair
    {
      LearningGain.Pair(
        before: .init(before * 100, of: preOf * 100), after: .init(after * 100, of: full * 100))
    }
    let gain = LearningGain([pair(8, 16), pair(12, 14)])
    #expect(gain.meanDifference == 5 && gain.pairs == 2 && gain.scale == 2000)
    #expect(gain.meanBefore == 10 && gain.meanAfter == 15)
    // A pre-test out of 100 is brought to the scale of the final exam out of 20.
    let scaled = LearningGain([pair(40, 16, preOf: 100), pair(60, 14, preOf: 100)])
    #expect(scaled.meanDifference == 5)
    #expect(LearningGain([pair(16, 8)]).meanDifference == -8)
    #expect(LearningGain([]).meanDifference == nil)
  }

  @Test("S2-8.2a survey and tests belong to every course; without them a reason is asked for")
  func obligation() {
    func findings(_ survey: Bool, _ tests: Bool, _ reason: String = "") -> [Finding] {
      EffectivenessObligation().findings(
        in: CompulsoryLevels(hasSurvey: survey, hasTests: tests, reason: reason))
    }
    #expect(findings(true, true).isEmpty)
    for (survey, tests) in [(false, true), (true, false), (false, false)] {
      let missing = Finding.Reason.effectiveness(
        .compulsoryMissing(survey: !survey, tests: !tests))
      #expect(findings(survey, tests).map(\.reason) == [missing])
      #expect(!findings(survey, tests).allow)
      #expect(!findings(survey, tests, " ").allow)
      // With a reason it is still said, and no longer refused.
      #expect(findings(survey, tests, "سیل").allow)
      #expect(findings(survey, tests, "سیل").map(\.reason) == [missing])
    }
  }

  @Test(
    "S2-8.2b a quarter of the eligible courses is selected, rounded up, and no more",
    arguments: [(1, 1), (3, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
  func quarter(_ eligible: Int, _ limit: Int) throws {
    let rules = try Fixture.rules()
    #expect(rules.selectedCourses(of: eligible) == limit)
    func reasons(_ selected: Int, isEligible: Bool = true) -> [Finding.Reason] {
      ShareOfEligible(rules: rules).findings(
        in: SelectionFacts(isEligible: isEligible, eligible: eligible, selected: selected)
      ).map(\.reason)
    }
    #expect(reasons(limit - 1) == [])
    #expect(reasons(limit) == [.effectiveness(.selectionFull(limit: limit, of: eligible))])
    #expect(reasons(0, isEligible: false) == [.effectiveness(.notEligible)])
  }

  @Test("S2-8.2b need or decision, cost and number of learners count together")
  func eligibility() {
    for (strategic, costly, large) in [
      (true, true, false), (true, false, true), (false, true, true),
    ] {
      #expect(
        !EffectivenessBasis(
          id: ID(rawValue: 1), request: ID(rawValue: 1), isStrategic: strategic, isCostly: costly,
          isLarge: large
        ).isEligible)
    }
    #expect(
      EffectivenessBasis(
        id: ID(rawValue: 1), request: ID(rawValue: 1), isStrategic: true, isCostly: true,
        isLarge: true
      ).isEligible)
  }

  private static let questions = [
    SurveyQuestion(.instructor, code: "1", text: "الف"),
    SurveyQuestion(.content, code: "1", text: "ب"),
    SurveyQuestion(.management, code: "1", text: "پ"),
  ]

  private func sheet(_ values: [Int?], about instructor: Int64 = 7) throws -> SurveySheet {
    var ratings = Ratings()
    for (question, value) in zip(Self.questions, values) { ratings[question.key] = value }
    return SurveySheet(
      enrolment: ID(rawValue: 1), instructor: ID(rawValue: instructor), origin: .learner,
      day: try day(1402, 8, 1), ratings: ratings)
  }

  @Test(
    "S2-8.3b S2-8.3c S2-8.3d a form is whole, about an instructor of the course, and handed in once"
  )
  func forms() throws {
    func reasons(
      _ values: [Int?], about instructor: Int64 = 7, instructors: [Int64] = [7, 8],
      answered: Bool = false, questions: [SurveyQuestion] = Self.questions
    ) throws -> [Finding.Reason] {
      SurveyFacts.policies.findings(
        in: SurveyFacts(
          try sheet(values, about: instructor), questions: questions,
          instructors: instructors.map { ID(rawValue: $0) }, isAnswered: answered)
      ).map(\.reason)
    }
    #expect(try reasons([1, 3, 5]) == [])
    #expect(try reasons([1, 3, 5], about: 8) == [])
    #expect(try reasons([1, nil, 5]) == [.effectiveness(.answersMissing(1))])
    #expect(try reasons([0, 6, 5]) == [.effectiveness(.answersMissing(2))])
    #expect(try reasons([1, 3, 5], about: 9) == [.effectiveness(.notInstructor)])
    #expect(try reasons([1, 3, 5], instructors: []) == [.effectiveness(.noInstructor)])
    #expect(try reasons([1, 3, 5], answered: true) == [.effectiveness(.answeredAlready)])
    #expect(try reasons([], questions: []) == [.effectiveness(.noQuestions)])
  }

  @Test("S2-8.3d the summary has counts and means, and shows no group smaller than the setting")
  func summary() throws {
    let sheets = [try sheet([5, 4, 1]), try sheet([5, 2, 1]), try sheet([4, 3, 4])]
    let summary = SurveySummary(sheets, questions: Self.questions, minimum: 3)
    #expect(summary.lines.map(\.counts) == [[0, 0, 0, 1, 2], [0, 1, 1, 1, 0], [2, 0, 0, 1, 0]])
    #expect(summary.lines.map(\.mean) == [4.67, 3, 2])
    #expect(summary.mean(of: .instructor) == 4.67)
    #expect(summary.mean() == 3.22)
    let few = SurveySummary(Array(sheets.dropLast()), questions: Self.questions, minimum: 3)
    #expect(few.isWithheld && few.lines.isEmpty && few.mean() == nil && few.sheets == 2)
    #expect(!SurveySummary([], questions: Self.questions, minimum: 3).isWithheld)
  }

  @Test("S2-8.9a the person and the manager are compared question by question")
  func behaviour() throws {
    let day = try day(1403, 3, 1)
    let questions = [Int64(11), 12].map {
      BehaviourQuestion(id: ID(rawValue: $0), request: ID(rawValue: 1), text: "پرسش")
    }
    func sheet(
      _ enrolment: Int64, _ respondent: BehaviourSheet.Respondent, _ first: Int, _ second: Int
    ) -> BehaviourSheet {
      BehaviourSheet(
        enrolment: ID(rawValue: enrolment), respondent: respondent, day: day,
        ratings: Ratings(["11": first, "12": second]))
    }
    let summary = BehaviourSummary(
      [sheet(1, .oneself, 5, 4), sheet(2, .oneself, 4, 4), sheet(1, .manager, 3, 2)],
      questions: questions)
    #expect(summary.lines.map(\.oneself) == [4.5, 4])
    #expect(summary.lines.map(\.manager) == [3, 2])
    #expect(summary.oneself == 4.25 && summary.manager == 2.5)
    #expect(summary.oneselfCount == 2 && summary.managerCount == 1)
    func reasons(_ sheet: BehaviourSheet, answered: Bool = false) -> [Finding.Reason] {
      BehaviourFacts.policies.findings(
        in: BehaviourFacts(sheet, questions: questions, isAnswered: answered)
      ).map(\.reason)
    }
    #expect(reasons(sheet(1, .manager, 1, 5)) == [])
    #expect(reasons(sheet(1, .manager, 1, 6)) == [.effectiveness(.answersMissing(1))])
    #expect(reasons(sheet(1, .manager, 1, 5), answered: true) == [.effectiveness(.answeredAlready)])
  }

  @Test("S2-8.9b cost 100 and benefit 150 give 1.5, 0.67 and 50 %; a cost of 0 is refused")
  func results() {
    let figures = ResultsFigures(cost: Rial(100), benefit: Rial(150))
    #expect(figures.benefitToCost == 1.5)
    #expect(figures.costToBenefit == 0.67)
    #expect(figures.returnOnInvestment == 50)
    #expect(CostKnown().findings(in: figures).isEmpty)
    let free = ResultsFigures(cost: Rial(0), benefit: Rial(150))
    #expect(CostKnown().findings(in: free).map(\.reason) == [.effectiveness(.noCost)])
    #expect(free.returnOnInvestment == nil && free.benefitToCost == nil)
    let loss = ResultsFigures(cost: Rial(200), benefit: Rial(0))
    #expect(loss.returnOnInvestment == -100 && loss.costToBenefit == nil)
  }
}
