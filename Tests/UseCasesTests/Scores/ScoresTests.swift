import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Scores by hand and by file")
struct ScoresTests {
  /// A class of so many learners whose paper exam is on day 21.
  private func desk(_ mode: Exam.Mode = .written) throws -> (ExamOffice, ID<Exam>) {
    let office = try ExamOffice()
    return (office, try office.define(office.draft(.final, mode)))
  }

  private func failure<T>(_ result: Result<T, Failure>) -> Failure? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }

  private func record(
    _ office: ExamOffice, _ exam: ID<Exam>, _ learner: Int, _ mark: RecordScores.Mark
  ) throws -> RecordScores {
    let id = office.learners[learner]
    let now = try office.it.portal.store.read { try $0.result(of: exam, id) }
    return RecordScores([.init(id, from: now, to: mark)], in: exam)
  }

  private func result(_ office: ExamOffice, _ exam: ID<Exam>, _ learner: Int) throws -> ExamResult?
  {
    try office.it.portal.store.read { try $0.result(of: exam, office.learners[learner]) }
  }

  @Test("S2-8.6b presence and absence are marked from the day of the exam on, and not before")
  func presence() throws {
    let (office, exam) = try desk()
    let it = office.it
    it.on(20)
    #expect(
      refusals(it.result(try record(office, exam, 0, .absent), it.manager))
        == [.score(.notHeld(CourseOffice.today.adding(days: 21)))])
    it.on(21)
    try it.perform(try record(office, exam, 0, .absent), it.manager)
    try it.perform(try record(office, exam, 1, .present), it.manager)
    let absent = try #require(try result(office, exam, 0))
    #expect(!absent.isPresent && absent.score == nil && absent.isSettled)
    let present = try #require(try result(office, exam, 1))
    #expect(present.isPresent && present.hasSigned && !present.isSettled)
    #expect(try result(office, exam, 2) == nil)
    // A score says that the learner was there after all.
    try it.perform(try record(office, exam, 0, .score(Score(15))), it.manager)
    #expect(try result(office, exam, 0)?.isPresent == true)
    try it.perform(try record(office, exam, 0, .clear), it.manager)
    #expect(try result(office, exam, 0) == nil)
  }

  @Test(
    "S2-8.7b nothing and the full score are taken, a hundredth more is refused and changes nothing")
  func range() throws {
    let (office, exam) = try desk()
    let it = office.it
    it.on(21)
    try it.perform(try record(office, exam, 0, .score(Score(0))), it.manager)
    try it.perform(try record(office, exam, 0, .score(Score(20))), it.manager)
    let over = Score(hundredths: 2001)
    #expect(
      refusals(it.result(try record(office, exam, 0, .score(over)), it.manager))
        == [.score(.outOfRange(over, maximum: Score(20)))])
    #expect(try result(office, exam, 0)?.score == Score(20))
  }

  @Test("S2-8.7a S2-8.7b others than the manager enter nothing; the expert corrects what is graded")
  func roles() throws {
    let (office, exam) = try desk()
    let it = office.it
    it.on(21)
    let work = try record(office, exam, 0, .score(Score(12)))
    #expect(refusals(it.result(work, it.expert)) == [.score(.onlyManager)])
    #expect(failure(it.result(work, it.instructor)) == .forbidden)
    #expect(failure(it.result(work, it.province)) == .forbidden)
    let neighbour = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(failure(it.result(work, neighbour)) == .forbidden)
    let stranger = try it.office.signIn(
      .courseManager, person: try it.office.person(700, last: "بیگانه").id)
    #expect(failure(it.result(work, stranger)) == .forbidden)
    for index in office.learners.indices {
      try it.perform(try record(office, exam, index, .score(Score(14))), it.manager)
    }
    try it.perform(GradeExam(exam), it.manager)
    try it.perform(try record(office, exam, 0, .score(Score(16))), it.expert)
    #expect(try result(office, exam, 0)?.score == Score(16))
  }

  @Test("S2-8.7a a score that somebody else has changed meanwhile is a conflict with both values")
  func conflict() throws {
    let (office, exam) = try desk()
    let it = office.it
    it.on(21)
    let mine = try record(office, exam, 0, .score(Score(12)))
    try it.perform(try record(office, exam, 0, .score(Score(18))), it.manager)
    guard case .conflict(let conflicts)? = failure(it.result(mine, it.manager)) else {
      Issue.record("no conflict")
      return
    }
    #expect(conflicts.map(\.theirs) == ["۱۸"] && conflicts.map(\.mine) == ["۱۲"])
    #expect(try result(office, exam, 0)?.score == Score(18))
  }

  @Test(
    "S2-8.7a scores are due a week after the exam: in time on the last day, overdue on the next")
  func week() throws {
    let (office, exam) = try desk()
    let it = office.it
    let due = CourseOffice.today.adding(days: 28)
    func late(_ day: Int) throws -> [Finding.Reason] {
      it.on(day)
      it.portal.signIn(it.manager)
      return try it.portal.read { records, context in
        let desk = try ScoreDesk(exam, records, context)
        return ScoresInTime(rules: context.rules).findings(
          in: .init(desk.line.exam, missing: 1, on: context.today))
      }.get().map(\.reason)
    }
    #expect(try late(28) == [])
    #expect(try late(29) == [.score(.late(due: due, days: 1))])
    it.on(21)
    it.portal.signIn(it.manager)
    func clocks() throws -> [DeadlineItem] {
      try it.portal.read { try DeadlineRadar.items($0, $1) }.get().filter { $0.matter == .scores }
    }
    #expect(try clocks().map(\.deadline.due) == [due])
    it.on(29)
    #expect(try clocks().map { $0.deadline.daysLeft(on: it.portal.today) } == [-1])
    for index in office.learners.indices {
      try it.perform(try record(office, exam, index, .absent), it.manager)
    }
    #expect(try clocks().isEmpty)
  }

  @Test(
    "S2-8.8b good lines are taken and the others refused line by line, and one undo takes all back")
  func file() throws {
    let (office, exam) = try desk(.elsewhere)
    let it = office.it
    it.on(21)
    let stranger = try it.office.person(600, last: "بیگانه")
    let bare = try it.office.portal.store.write(at: it.portal.clock.now()) { records in
      let person = Person(
        id: try records.newID(), nationalCode: try Office.nationalCode(800), personnelCode: nil,
        name: try PersonName(first: "لیلا", last: "غیردولتی"), unit: it.office.district)
      try records.insert(person)
      let enrolment = Enrolment(
        id: try records.newID(), trainingClass: office.trainingClass, person: person.id,
        method: .expert, day: CourseOffice.today)
      try records.insert(enrolment)
      try records.journal(Cause(useCase: "test.enrolment"))
      return enrolment.id
    }
    try it.perform(try record(office, exam, 1, .absent), it.manager)
    let rows = [
      ScoreRow(number: 1, code: "10000001", score: Score(hundredths: 1850)),
      ScoreRow(number: 2, code: "10000002", score: Score(12)),
      ScoreRow(number: 3, code: "10000001", score: Score(12)),
      ScoreRow(number: 4, code: stranger.personnelCode?.digits ?? "", score: Score(12)),
      ScoreRow(number: 5, code: "99999999", score: Score(12)),
      ScoreRow(number: 6, code: "10000003", score: Score(hundredths: 2025)),
      ScoreRow(number: 7, code: try Office.nationalCode(800).digits, score: Score(9)),
      ScoreRow(number: 8, code: "12", score: Score(9)),
    ]
    it.portal.signIn(it.manager)
    let trial = try it.portal.read { try ImportScores.check(rows, into: exam, $0, $1) }.get()
    #expect(trial.map(\.isAccepted) == [true, true, false, false, false, false, true, false])
    #expect(try result(office, exam, 0) == nil)
    let done = try it.portal.perform(ImportScores(rows, into: exam)).get()
    #expect(done.outcome.map(\.isAccepted) == trial.map(\.isAccepted))
    func reason(_ index: Int) -> Finding.Reason? {
      done.outcome[index].problems.compactMap {
        if case .finding(let finding) = $0 { finding.reason } else { nil }
      }.first
    }
    #expect(reason(1) == .score(.replaces(nil)))
    #expect(reason(2) == .score(.repeated(firstLine: 1)))
    #expect(reason(3) == .score(.notEnrolled(stranger.personnelCode?.digits ?? "")))
    #expect(reason(4) == .score(.codeUnknown("99999999")))
    #expect(
      reason(5) == .score(.outOfRange(Score(hundredths: 2025), maximum: Score(20))))
    #expect(try result(office, exam, 0)?.score == Score(hundredths: 1850))
    #expect(try result(office, exam, 0)?.source == .file)
    #expect(try result(office, exam, 1)?.score == Score(12))
    #expect(try result(office, exam, 2) == nil)
    let without = try it.portal.store.read { try $0.result(of: exam, bare) }
    #expect(without?.score == Score(9))
    // The same file again changes nothing.
    let again = try it.portal.read { try ImportScores.check(rows, into: exam, $0, $1) }.get()
    #expect(again.map(\.isKnown) == again.map(\.isAccepted))
    _ = try it.portal.undo(done.entry).get()
    #expect(try result(office, exam, 0) == nil)
    #expect(try result(office, exam, 1)?.isPresent == false)
  }

  @Test("S2-8.4b S2-8.1b pre-test and final exam of the same learners give the gain of the course")
  func learning() throws {
    let office = try ExamOffice()
    let it = office.it
    let before = try office.define(office.draft(.pretest, .written, day: 10))
    let after = try office.define(office.draft(.final, .written))
    it.on(10)
    // The third has no final score, the fourth no pre-test.
    for (index, score) in [8, 12, 20].enumerated() {
      try it.perform(try record(office, before, index, .score(Score(score))), it.manager)
    }
    it.on(21)
    for (index, score) in [(0, 16), (1, 14), (3, 2)] {
      try it.perform(try record(office, after, index, .score(Score(score))), it.manager)
    }
    try it.perform(try record(office, after, 2, .absent), it.manager)
    let gain = try it.portal.store.read { try $0.learningGain(of: it.request) }
    #expect(gain.pairs == 2 && gain.meanDifference == 5)
    let compulsory = try it.portal.store.read { try $0.compulsoryLevels(of: it.request) }
    #expect(compulsory.hasTests)
    #expect(try it.standing(.learning).state == .collecting)
    try it.perform(SummariseLevel(it.request, .learning, conclusion: "خوب"), it.manager)
    #expect(try it.standing(.learning).state == .summarised)
  }
}
