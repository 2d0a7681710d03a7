import Persian
import Store
import Training

/// What the exams of the sample ask.
struct DemoExamNames: Decodable, Sendable {
  struct Asked: Decodable, Sendable {
    var stem: String
    var choices: [String]
    /// The number of the right choice, from 1.
    var right: Int
  }

  var final, pretest, project, topic: String
  var questions: [Asked]
  /// What is asked on paper beside them: pairs of a prompt and its answer.
  struct Matched: Decodable, Sendable {
    var stem: String
    var pairs: [[String]]
  }

  var matching: Matched
}

/// The exams of the sample: one in every state of SM-6 but the lock, and a project.
extension DemoPlay {
  func holdExams(hash: String) throws {
    let ended = stands.filter { $0.progress == .ended }
    let running = stands.filter { $0.progress == .running }
    guard ended.count > 3, running.count > 3 else { return }
    try holdElectronic(ended[0], hash: hash)
    for (index, stand) in ended.dropFirst().enumerated() {
      let kind: Exam.Kind = index == 2 ? .project : .final
      let exam = try define(kind, .written, for: stand, after: 10, hasPairs: index == 0)
      if index == 0 { try ask(exam, of: stand, hasPairs: true) }
    }
    let ahead = try define(.final, .electronic, for: running[0], after: 14)
    try ask(ahead, of: running[0])
    _ = try define(.final, .electronic, for: running[1], after: 14)
  }

  /// So many days after the last session.
  private func define(
    _ kind: Exam.Kind, _ mode: Exam.Mode, for stand: Stand, after days: Int,
    hasPairs: Bool = false
  ) throws -> ID<Exam> {
    let last = stand.sessions.last?.day ?? stage.today
    stage.now(on: min(last.adding(days: 1), stage.today), 9 * 60)
    let titles = names.exams
    return try stage.perform(
      DefineExam(
        Exam(
          trainingClass: stand.id, kind: kind, mode: mode,
          title: kind == .project ? titles.project : titles.final, day: last.adding(days: days),
          questionCount: kind == .project ? 0 : titles.questions.count + (hasPairs ? 1 : 0),
          duration: kind == .project ? 0 : 45)), as: stand.manager)
  }

  /// The questions of the sample, written into the bank where they are not there yet.
  private func ask(_ exam: ID<Exam>, of stand: Stand, hasPairs: Bool = false) throws {
    let portal = stage.portal
    let request = try portal.store.read { records in
      try records.trainingClass(stand.id, in: .units(.everything), on: stage.today)
        .flatMap { try records.request($0.trainingClass.request, in: .units(.everything)) }
    }
    guard let request else { return }
    var questions = names.exams.questions.map { asked in
      Question(
        course: request.course.id, unit: request.request.unit, stem: asked.stem,
        options: asked.choices.enumerated().map { index, text in
          Question.Option(text, weight: index + 1 == asked.right ? Question.Option.whole : 0)
        }, topic: names.exams.topic)
    }
    if hasPairs {
      let matching = names.exams.matching
      questions.append(
        Question(
          course: request.course.id, unit: request.request.unit, kind: .matching,
          stem: matching.stem, options: matching.pairs.map { .pair($0[0], $0[1]) },
          topic: names.exams.topic))
    }
    _ = try stage.perform(
      ImportQuestions(questions, into: request.course.id, of: request.request.unit),
      as: stand.manager)
    let stems = Set(questions.map(\.stem))
    let bank = try portal.store.read {
      try $0.questions(of: request.course.id, in: request.request.unit)
    }.filter { stems.contains($0.question.stem) }
    _ = try stage.perform(
      ChooseQuestions(bank.map(\.question.id), for: exam), as: stand.manager)
    _ = try stage.perform(Advance<ExamLife>(exam, .prepare), as: stand.manager)
  }

  /// Eight learners sit the exam on its day, some better than others; the rest were absent.
  private func holdElectronic(_ stand: Stand, hash: String) throws {
    let id = try define(.final, .electronic, for: stand, after: 12)
    try ask(id, of: stand)
    let read = try stage.portal.store.read { records in
      (
        exam: try records.exam(id), asked: try records.questions(of: id),
        learners: try records.enrolments(of: stand.id)
      )
    }
    guard let exam = read.exam else { return }
    for (index, line) in read.learners.prefix(8).enumerated() {
      stage.now(on: exam.day, exam.minute - 30)
      let learner = try account(of: line.person, by: stand.expert, hash: hash)
      stage.now(on: exam.day, exam.minute + 1 + index)
      let sitting = try stage.perform(TakeSeat(id, line.enrolment.id), as: learner)
      for (number, asked) in read.asked.enumerated() {
        let right = (asked.question.options.firstIndex(where: \.isRight) ?? 0) + 1
        let isRight = index + number < 6 || number == 0
        let choice = isRight ? right : right % asked.question.options.count + 1
        _ = try stage.perform(
          AnswerQuestion(sitting, asked.asked.id, response: String(choice), isFlagged: false),
          as: learner)
      }
    }
    stage.now(on: exam.end.day, exam.end.minute + 5)
    _ = try stage.perform(GradeExam(id), as: stand.manager)
  }

  func account(of person: Person, by expert: Actor, hash: String) throws -> Actor {
    let username = person.nationalCode?.digits ?? person.shownCode
    let known = cast.learners.first { $0.person == person.id }
    if let known { return known }
    let again = try stage.portal.store.read {
      try $0.accounts(named: username, roles: [.learner]).first
    }
    let account =
      try again?.id
      ?? stage.perform(
        CreateAccount(
          person: person.id, role: .learner, unit: person.unit, username: username,
          passwordHash: hash), as: expert)
    return Actor(
      account: account, person: person.id, role: .learner, unit: person.unit, scope: expert.scope,
      name: person.name.inFull, unitName: expert.unitName, mustChangePassword: false)
  }
}
