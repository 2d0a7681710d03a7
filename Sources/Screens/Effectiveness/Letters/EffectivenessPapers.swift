import Persian
public import Store
public import Training
public import UseCases

/// What every paper about the effectiveness of a course begins with.
private enum EffectivenessLetter {
  static let names: [String: LetterShape.Kind] = CourseLetter.names.merging(
    ["office": .list], uniquingKeysWith: { own, _ in own })

  static func values(
    _ request: ID<CourseRequest>, _ records: borrowing Reading, _ context: Context
  ) throws -> (values: LetterValues, line: RequestLine) {
    try context.require(.viewEffectiveness)
    guard let line = try records.request(request, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
    return (try CourseLetter.values(line, records), line)
  }

  /// Questions with five boxes to tick by hand.
  static func sheet(_ questions: [(heading: String, text: String)], _ scale: [String]) -> Sheet {
    var sheet = Sheet(
      title: Phrases.Survey.form,
      columns: [
        Sheet.Column(TickPhrases.number, alignment: .trailing),
        Sheet.Column(Phrases.Survey.question),
      ] + scale.map { Sheet.Column($0, alignment: .centre) })
    for (index, question) in questions.enumerated() {
      let text =
        question.heading.isEmpty ? question.text : "\(question.heading): \(question.text)"
      sheet.rows.append(
        Sheet.Row(
          [.number(index + 1), .text(text)] + scale.map { _ in Sheet.Cell.text("☐") }))
    }
    return sheet
  }
}

/// «فرم نظرسنجی»: one for every instructor of the course, to be filled in by hand (P14, S2-8.3c).
public struct SurveyPaper: LetterDescription {
  public static let shape = LetterShape(
    "survey-form", EffectivenessLetter.names, ["instructor.name": .cell, "questions": .sheet])

  public let title = Phrases.Survey.form
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    let (values, _) = try EffectivenessLetter.values(request, records, context)
    let instructors = try records.factors(of: request).filter { $0.duty == .instructor }
    guard !instructors.isEmpty else {
      throw Failure.refused([
        Finding(
          .surveyForms, .refusal, .effectiveness(.noInstructor), remedy: .record(.instructor))
      ])
    }
    let sheet = EffectivenessLetter.sheet(
      try records.surveyQuestions().map { ($0.axis.name, $0.text) },
      try records.items(of: "survey-scale").map(\.title))
    return instructors.map { instructor in
      var letter = values
      letter["instructor.name"] = .text(instructor.fullName)
      letter["questions"] = .sheet(sheet)
      return letter
    }
  }
}

/// «فرم جمع‌بندی نظرسنجی»: counts and means for each instructor, nobody's name (P14, S2-8.3a).
public struct SurveySummaryPaper: LetterDescription {
  public static let shape = LetterShape(
    "survey-summary", EffectivenessLetter.names,
    [
      "instructor.name": .cell, "sheets": .cell, "mean": .cell, "counts": .sheet,
      "axes": .rows(["axis", "mean"]), "conclusion": .cell, "withheld": .cell,
    ])

  public let title = Phrases.Survey.summary
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    let (values, _) = try EffectivenessLetter.values(request, records, context)
    let questions = try records.surveyQuestions()
    let scale = try records.items(of: "survey-scale").map(\.title)
    let conclusion =
      try records.effectiveness(of: request).first { $0.level == .reaction }?.conclusion ?? ""
    let instructors = try records.factors(of: request).filter { $0.duty == .instructor }
    // One for each instructor; the course as a whole stands in front where there are several.
    var parts: [(String, [SurveySheet])] = try instructors.map {
      ($0.fullName, try records.surveySheets(of: request, about: $0.id))
    }
    if parts.count != 1 { parts.insert((Phrases.Survey.all, parts.flatMap(\.1)), at: 0) }
    return parts.map { name, sheets in
      let summary = SurveySummary(
        sheets, questions: questions, minimum: context.rules.surveyGroup)
      var letter = values
      letter["instructor.name"] = .text(name)
      letter["sheets"] = .cell(.number(summary.sheets))
      letter["mean"] = .cell(summary.mean().map { .decimal($0) } ?? .empty)
      letter["counts"] = .sheet(summary.sheet(scale))
      letter["axes"] = .rows(
        SurveyAxis.allCases.map {
          ["axis": .text($0.name), "mean": summary.mean(of: $0).map { .decimal($0) } ?? .empty]
        })
      letter["conclusion"] = .text(conclusion)
      letter["withheld"] = .text(
        summary.isWithheld ? Phrases.Effectiveness.withheld(summary) : "")
      return letter
    }
  }
}

extension SurveySummary {
  /// Every question with how often each answer was given and the mean.
  func sheet(_ scale: [String]) -> Sheet {
    var sheet = Sheet(
      title: Phrases.Survey.summary,
      columns: [Sheet.Column(Phrases.Survey.question)]
        + scale.map { Sheet.Column($0, alignment: .centre) }
        + [Sheet.Column(Phrases.Survey.mean, alignment: .centre)])
    sheet.rows = lines.map { line in
      Sheet.Row(
        [.text("\(line.question.axis.name): \(line.question.text)")]
          + line.counts.prefix(scale.count).map { .number($0) }
          + [line.mean.map { .decimal($0) } ?? .empty])
    }
    return sheet
  }
}

/// «پرسشنامهٔ سطح ۳»: one for the learner, one for the immediate manager (P16, S2-8.9a).
public struct BehaviourPaper: LetterDescription {
  public static let shape = LetterShape(
    "behaviour-form", EffectivenessLetter.names, ["respondent": .cell, "questions": .sheet])

  public let title = Phrases.Survey.questionnaire
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    let (values, _) = try EffectivenessLetter.values(request, records, context)
    let sheet = EffectivenessLetter.sheet(
      try records.behaviourQuestions(of: request).map { ("", $0.text) },
      try records.items(of: "survey-scale").map(\.title))
    return [Phrases.Survey.oneself, Phrases.Survey.manager].map { respondent in
      var letter = values
      letter["respondent"] = .text(respondent)
      letter["questions"] = .sheet(sheet)
      return letter
    }
  }
}

/// «گزارش سطح ۴»: cost, benefit, their ratios and the return on investment (P16, S2-8.9b).
public struct ResultsPaper: LetterDescription {
  public static let shape = LetterShape(
    "results-report", EffectivenessLetter.names,
    [
      "cost": .cell, "benefit": .cell, "cost.to.benefit": .cell, "benefit.to.cost": .cell,
      "roi": .cell, "documents": .cell, "conclusion": .cell,
    ])

  public let title = Phrases.Survey.report
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [LetterValues] {
    var (values, _) = try EffectivenessLetter.values(request, records, context)
    guard
      let row = try records.effectiveness(of: request).first(where: { $0.level == .results }),
      let figures = row.figures
    else {
      throw Failure.refused([
        Finding(
          .resultsFormulas, .refusal, .effectiveness(.noAnswers(.results)),
          remedy: .record(.effectivenessData))
      ])
    }
    func cell(_ number: Double?) -> LetterValue { .cell(number.map { .decimal($0) } ?? .empty) }
    values["cost"] = .cell(.rials(figures.cost.amount))
    values["benefit"] = .cell(.rials(figures.benefit.amount))
    values["cost.to.benefit"] = cell(figures.costToBenefit)
    values["benefit.to.cost"] = cell(figures.benefitToCost)
    values["roi"] = cell(figures.returnOnInvestment)
    values["documents"] = .text(row.documents)
    values["conclusion"] = .text(row.conclusion)
    return [values]
  }
}
