import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A learner with one of the instructors, and whether the form is in.
struct SurveyRow: Sendable {
  let learner: EnrolmentLine
  let className: String
  let instructor: Factor
  let isAnswered: Bool
}

/// «ثبت فرم‌های نظرسنجی»: who has handed in which form; what is in it is shown to nobody (S2-8.3d).
struct SurveyList: ListDescription {
  static let name = "survey"
  private let request: ID<CourseRequest>
  private let course: String
  var title: String { "\(Phrases.Survey.paper): \(course)" }

  init(_ line: RequestLine) {
    request = line.request.id
    course = line.course.title
  }

  let columns: [Column<SurveyRow>] = [
    Column(Phrases.Survey.learner, text: { $0.learner.person.name.surnameFirst }),
    Column(Phrases.Classes.name, width: 10, text: { $0.className }),
    Column(Phrases.Survey.instructor, width: 22, text: { $0.instructor.fullName }),
    Column(
      Phrases.Survey.answered, width: 8, alignment: .centre, tone: { _ in .good },
      text: { $0.isAnswered ? Phrases.Survey.isAnswered : "" }),
  ]

  func identity(of row: SurveyRow) -> Int64 {
    row.learner.enrolment.id.rawValue &* 31 &+ row.instructor.id.rawValue
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [SurveyRow] {
    try context.require(.viewEffectiveness)
    let instructors = try records.factors(of: request).filter { $0.duty == .instructor }
    var rows: [SurveyRow] = []
    for line in try records.classes(
      of: request, in: context.actor.courseReach, on: context.today)
    where line.trainingClass.state != .cancelled {
      let answered = try records.surveyed(in: line.trainingClass.id)
      for learner in try records.enrolments(of: line.trainingClass.id) {
        let done = answered[learner.enrolment.id] ?? []
        rows += instructors.map {
          SurveyRow(
            learner: learner, className: line.trainingClass.name, instructor: $0,
            isAnswered: done.contains($0.id))
        }
      }
    }
    return rows
  }

  func open(_ row: SurveyRow) -> Step {
    guard !row.isAnswered else {
      return .notice(EffectivenessReason.answeredAlready.sentence, .warning)
    }
    return .open(
      FormScreen(
        SurveyForm(
          row.learner.enrolment.id, about: row.instructor,
          title: Phrases.Survey.about(row.learner.person.name.inFull, row.instructor.fullName))))
  }
}

/// A form of the survey: every question from one to five (S2-8.3b).
struct SurveyForm: FormDescription {
  struct Draft: Sendable {
    var ratings: [Int?]
    var remark = ""
    var questions: [SurveyQuestion]
  }

  static let name = "survey-form"
  let submission: String? = Phrases.Submission.send
  private let enrolment: ID<Enrolment>
  private let instructor: Factor
  let title: String

  init(_ enrolment: ID<Enrolment>, about instructor: Factor, title: String) {
    self.enrolment = enrolment
    self.instructor = instructor
    self.title = title
  }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [SurveyQuestion]) {
    // Whoever comes too late hears of it before filling in ten answers.
    _ = try AnswerSurvey.course(of: enrolment, records, context)
    let questions = try records.surveyQuestions()
    return (
      Draft(ratings: Array(repeating: nil, count: questions.count), questions: questions),
      questions
    )
  }

  func fields(_ questions: [SurveyQuestion]) -> [Field<Draft>] {
    let ratings = questions.enumerated().map { index, question in
      let field = Field<Draft>.rating(question.text, \.ratings[index]).required()
      let isFirst = index == 0 || questions[index - 1].axis != question.axis
      return isFirst ? field.under(question.axis.name) : field
    }
    return ratings + [.text(Phrases.Survey.remark, \.remark, limit: 200)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var ratings = Ratings()
    for (question, value) in zip(draft.questions, draft.ratings) { ratings[question.key] = value }
    return portal.perform(
      AnswerSurvey(
        SurveySheet(
          enrolment: enrolment, instructor: instructor.id, origin: .paper, day: portal.today,
          ratings: ratings, remark: Normalizer.line(draft.remark)))
    ).map { _ in .notice(Phrases.Survey.thanks, .good) }
  }
}

extension Field {
  /// A number of the Likert scale, in any digits.
  static func rating(
    _ label: String, _ path: any WritableKeyPath<Draft, Int?> & Sendable
  ) -> Field {
    .amount(label, path, in: Ratings.scale, limit: 1).wide(3).hinted(Phrases.Survey.scaleHint)
  }
}

/// What the learner has still to answer: forms about instructors, questionnaires of level 3.
struct OwnSurveysList: ListDescription {
  enum Row: Sendable {
    case survey(SurveyTask)
    case behaviour(ID<Enrolment>, ID<CourseRequest>, String, until: JalaliDate)
  }

  static let name = "own-surveys"
  let title = Phrases.Survey.own

  let columns: [Column<Row>] = [
    Column(
      Phrases.Courses.course,
      text: {
        switch $0 {
        case .survey(let task): task.courseTitle
        case .behaviour(_, _, let title, _): title
        }
      }),
    Column(
      Phrases.Survey.kind, width: 30,
      text: {
        switch $0 {
        case .survey(let task): "\(Phrases.Survey.title): \(task.instructor.fullName)"
        case .behaviour: Phrases.Survey.questionnaire
        }
      }),
    Column(
      Phrases.Survey.until, width: 10, direction: .ltr,
      text: {
        switch $0 {
        case .survey(let task): task.end.said
        case .behaviour(_, _, _, let until): until.said
        }
      }),
  ]

  func identity(of row: Row) -> Int64 {
    switch row {
    case .survey(let task): task.enrolment.rawValue &* 31 &+ task.instructor.id.rawValue
    case .behaviour(let enrolment, _, _, _): enrolment.rawValue
    }
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewOwnCourses)
    guard let person = context.actor.person else { return [] }
    var rows = try records.surveyTasks(of: person, on: context.today).map { Row.survey($0) }
    for task in try records.behaviourTasks(of: person) {
      guard let span = try records.span(of: task.request) else { continue }
      let window = EffectivenessLevel.behaviour.window(
        start: span.start, end: span.end, under: context.rules)
      guard window.contains(context.today) else { continue }
      rows.append(.behaviour(task.enrolment, task.request, task.title, until: window.upperBound))
    }
    return rows
  }

  func open(_ row: Row) -> Step {
    switch row {
    case .survey(let task):
      .open(
        FormScreen(
          SurveyForm(
            task.enrolment, about: task.instructor,
            title: Phrases.Survey.about(task.instructor.fullName, task.courseTitle))))
    case .behaviour(let enrolment, let request, let title, _):
      .open(FormScreen(BehaviourForm(enrolment, of: request, by: .oneself, title: title)))
    }
  }
}
