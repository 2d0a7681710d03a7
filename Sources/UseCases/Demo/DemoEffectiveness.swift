import Persian
import Store
import Training

/// Exams with their scores and the survey of the courses of the sample that are over.
extension DemoPlay {
  /// One course is summed up and selected for levels 3 and 4; of the other some scores are late.
  func measureCourses() throws {
    let ended = stands.filter { $0.progress == .ended }
    for (index, stand) in ended.enumerated() {
      guard let first = stand.sessions.first, let last = stand.sessions.last else { continue }
      let learners = try stage.portal.store.read { try $0.enrolments(of: stand.id) }
        .map(\.enrolment.id)
      try holdPretest(stand, learners, on: first.day)
      try survey(stand, learners.prefix(index < 2 ? 6 : 1), on: last)
      // The last class has some scores still to come.
      try score(stand, learners, isLate: index == ended.count - 1)
    }
    guard let stand = ended.first, let last = stand.sessions.last else { return }
    try sumUp(stand, last)
  }

  private func holdPretest(
    _ stand: Stand, _ learners: [ID<Enrolment>], on day: JalaliDate
  ) throws {
    stage.now(on: day.adding(days: -2), 18 * 60)
    let title = names.courses[Self.scenes[stand.scene].course].title
    let exam = try stage.perform(
      DefineExam(
        Exam(
          trainingClass: stand.id, kind: .pretest, mode: .written, title: title, day: day,
          effect: 0)), as: stand.manager)
    stage.now(on: day, 19 * 60)
    for (place, learner) in learners.enumerated() {
      try enter(.score(Score(6 + place % 8)), learner, exam, stand)
    }
  }

  /// The scores of the paper exams and projects that are over.
  private func score(_ stand: Stand, _ learners: [ID<Enrolment>], isLate: Bool) throws {
    let exams = try stage.portal.store.read { try $0.exams(of: stand.id) }
      .filter { $0.kind.counts && $0.mode != .electronic && $0.day < stage.today }
    for exam in exams {
      stage.now(on: exam.day, 19 * 60)
      for (place, learner) in (isLate ? learners.dropLast(4) : learners[...]).enumerated() {
        let mark: RecordScores.Mark =
          place % 13 == 5 ? .absent : .score(Score(hundredths: 1050 + place * 175 % 900))
        try enter(mark, learner, exam.id, stand)
      }
      if !isLate { _ = try stage.perform(GradeExam(exam.id), as: stand.manager) }
    }
  }

  private func enter(
    _ mark: RecordScores.Mark, _ learner: ID<Enrolment>, _ exam: ID<Exam>, _ stand: Stand
  ) throws {
    _ = try stage.perform(
      RecordScores([.init(learner, from: nil, to: mark)], in: exam), as: stand.manager)
  }

  private func survey(
    _ stand: Stand, _ learners: ArraySlice<ID<Enrolment>>, on last: Session
  ) throws {
    let questions = try stage.portal.store.read { try $0.surveyQuestions() }
    guard let request = try request(of: stand) else { return }
    let instructors = try stage.portal.store.read { try $0.factors(of: request) }
      .filter { $0.duty == .instructor }
    stage.now(on: last.day, last.span.end)
    for (place, learner) in learners.enumerated() {
      for instructor in instructors {
        var ratings = Ratings()
        for (index, question) in questions.enumerated() {
          ratings[question.key] = 3 + (place + index) % 3
        }
        _ = try stage.perform(
          AnswerSurvey(
            SurveySheet(
              enrolment: learner, instructor: instructor.id, origin: .paper, day: last.day,
              ratings: ratings)), as: stand.manager)
      }
    }
  }

  /// The first of the courses that are over has its summary, and is one of those measured further.
  private func sumUp(_ stand: Stand, _ last: Session) throws {
    guard let request = try request(of: stand) else { return }
    stage.now(on: last.day, 20 * 60)
    _ = try stage.perform(
      SummariseLevel(request, .reaction, conclusion: names.closing.conclusion), as: stand.manager)
    stage.now(on: last.day.adding(days: 2), 9 * 60)
    _ = try stage.perform(
      SetEffectivenessBasis(
        before: nil,
        after: EffectivenessBasis(
          id: ID(rawValue: 0), request: request, isStrategic: true, isCostly: true, isLarge: true)),
      as: stand.expert)
    _ = try stage.perform(SelectCourse(request, selected: true), as: stand.expert)
  }

  func request(of stand: Stand) throws -> ID<CourseRequest>? {
    try stage.portal.store.read {
      try $0.trainingClass(stand.id, in: .units(.everything), on: stage.today)?
        .trainingClass.request
    }
  }
}
