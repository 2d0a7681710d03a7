import Persian
import Store
import Training

/// What is said when the classes of the sample are closed.
struct DemoClosingNames: Decodable, Sendable {
  /// Of the survey of a course.
  var conclusion: String
  var notice, absent, score, answer, unmeasured, revoked: String
}

/// The last steps of the courses of the sample that are over: one class is closed, with a certificate
/// that was revoked; in another the learners check their scores; a third can be closed today, once an
/// objection is answered and the paper is counted; the fourth waits for the scores of its project.
extension DemoPlay {
  func closeClasses(hash: String) throws {
    let ended = stands.filter { $0.progress == .ended }
    guard ended.count > 1 else { return }
    try close(ended[0], hash: hash)
    try openControl(ended[1], hash: hash)
    guard ended.count > 2 else { return }
    try leaveReady(ended[2], hash: hash)
  }

  /// Scores are in, the file is with the expert, and the period ended yesterday.
  private func leaveReady(_ stand: Stand, hash: String) throws {
    stage.now(on: stage.today.adding(days: -9), 9 * 60)
    if let request = try request(of: stand) {
      _ = try stage.perform(Advance<CourseFileLife>(request, .deliver), as: stand.manager)
    }
    let first = stage.today.adding(days: -8)
    try announce(stand, from: first, to: stage.today.adding(days: -1))
    let learners = try stage.portal.store.read { try $0.enrolments(of: stand.id) }
    if let learner = learners.first {
      _ = try object(learner, in: stand, hash: hash, on: first.adding(days: 1))
    }
  }

  private func close(_ stand: Stand, hash: String) throws {
    guard let exam = try finalExam(of: stand) else { return }
    let first = max(exam.day, try delivered(stand)).adding(days: 2)
    try announce(stand, from: first, to: first.adding(days: 6))
    let learners = try stage.portal.store.read { try $0.enrolments(of: stand.id) }
    if let last = learners.last {
      let objection = try object(last, in: stand, hash: hash, on: first.adding(days: 1))
      stage.now(on: first.adding(days: 2), 9 * 60)
      _ = try stage.perform(
        Advance<ObjectionLife>(objection, .reject), as: stand.expert, reason: names.closing.absent)
    }
    stage.now(on: first.adding(days: 7), 9 * 60)
    try countPaper(of: stand)
    _ = try stage.perform(
      CloseClass(stand.id), as: stand.expert, reason: names.closing.unmeasured)
    guard
      let certificate = try stage.portal.store.read({ try $0.certificates(of: stand.id) }).last
    else { return }
    stage.now(on: first.adding(days: 8), 9 * 60)
    _ = try stage.perform(
      Advance<CertificateLife>(certificate.id, .revoke), as: cast.province,
      reason: names.closing.revoked)
  }

  /// The period runs; one objection is accepted, another waits.
  private func openControl(_ stand: Stand, hash: String) throws {
    guard let exam = try finalExam(of: stand) else { return }
    let first = stage.today.adding(days: -3)
    try announce(stand, from: first, to: stage.today.adding(days: 3))
    let learners = try stage.portal.store.read { try $0.enrolments(of: stand.id) }
    guard learners.count > 1 else { return }
    let accepted = try object(learners[0], in: stand, hash: hash, on: first)
    stage.now(on: first.adding(days: 1), 9 * 60)
    _ = try stage.perform(
      AcceptObjection(accepted, .score(exam.id, Score(hundredths: 1425))), as: stand.expert,
      reason: names.closing.answer)
    _ = try object(learners[1], in: stand, hash: hash, on: first.adding(days: 2))
  }

  private func finalExam(of stand: Stand) throws -> Exam? {
    try stage.portal.store.read { try $0.exams(of: stand.id) }.last { $0.kind.counts }
  }

  /// The day on which the file of the course went to the expert.
  private func delivered(_ stand: Stand) throws -> JalaliDate {
    guard let request = try request(of: stand) else { return stage.today }
    return try stage.portal.store.read { try $0.courseFile(of: request) }?.delivered ?? stage.today
  }

  private func announce(_ stand: Stand, from: JalaliDate, to: JalaliDate) throws {
    stage.now(on: from, 8 * 60)
    _ = try stage.perform(Advance<ClassLife>(stand.id, .grade), as: stand.manager)
    _ = try stage.perform(
      AnnounceControl(stand.id, from: from, to: to, title: names.closing.notice), as: stand.expert)
  }

  private func object(
    _ learner: EnrolmentLine, in stand: Stand, hash: String, on day: JalaliDate
  ) throws -> ID<ScoreObjection> {
    stage.now(on: day, 18 * 60)
    let actor = try account(of: learner.person, by: stand.expert, hash: hash)
    return try stage.perform(
      RegisterObjection(learner.enrolment.id, .score, text: names.closing.score), as: actor)
  }

  private func countPaper(of stand: Stand) throws {
    let comparison = try stage.portal.store.read { try $0.paperComparison(of: stand.id) }
    _ = try stage.perform(
      CountPaper(comparison, counts: comparison.records, note: ""), as: stand.expert)
  }
}
