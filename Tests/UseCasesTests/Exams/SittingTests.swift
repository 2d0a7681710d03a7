import Persian
import Store
import Synchronization
import TestKit
import Testing
import Training
import UseCases

/// An exam with its clock, and learners who sit it.
private struct ExamRoom {
  final class Hand: Sendable {
    let moment: Mutex<Int64>
    init(_ moment: Int64) { self.moment = Mutex(moment) }
  }

  let office: ExamOffice
  let exam: ID<Exam>
  let portal: Portal
  let hand: Hand

  init(_ kind: Exam.Kind = .final) throws {
    office = try ExamOffice()
    exam = try office.ready()
    let hand = Hand(try office.exam(exam).startMoment)
    self.hand = hand
    portal = Portal(
      store: office.it.portal.store, clock: WallClock { hand.moment.withLock { $0 } })
  }

  /// Seconds after the exam begins.
  func at(_ seconds: Int64) throws {
    let moment = try office.exam(exam).startMoment + seconds * 1000
    hand.moment.withLock { $0 = moment }
  }

  func learner(_ index: Int) throws -> Actor {
    let enrolment = try #require(
      try portal.store.read { try $0.enrolment(office.learners[index]) })
    return try office.it.office.signIn(.learner, person: enrolment.person)
  }

  func result<U: UseCase>(_ work: U, _ actor: Actor) -> Result<Performed<U.Outcome>, Failure> {
    portal.perform(work, as: actor)
  }

  func sit(_ index: Int) throws -> Sitting {
    try result(TakeSeat(exam, office.learners[index]), learner(index)).get().outcome
  }

  func questions() throws -> [ExamQuestionLine] {
    try portal.store.read { try $0.questions(of: exam) }
  }

  func answer(_ sitting: Sitting, _ question: Int, _ response: String) throws -> AnswerQuestion {
    AnswerQuestion(
      sitting, try questions()[question].asked.id, response: response, isFlagged: false)
  }

  func score(_ index: Int) throws -> Score? {
    try portal.store.read { try $0.result(of: exam, office.learners[index])?.score }
  }
}

@Suite("Sitting an exam at the terminal")
struct SittingTests {
  @Test("S2-8.6c an exam opens at its minute and takes answers up to its end, not on it")
  func time() throws {
    let room = try ExamRoom()
    let learner = try room.learner(0)
    let exam = try room.office.exam(room.exam)
    let seat = TakeSeat(room.exam, room.office.learners[0])
    try room.at(-1)
    #expect(refusals(room.result(seat, learner)) == [.exam(.notBegun(exam.day, minute: 540))])
    try room.at(0)
    let sitting = try room.result(seat, learner).get().outcome
    try room.at(3599)
    _ = try room.result(room.answer(sitting, 0, "2"), learner).get()
    try room.at(3600)
    let over = Finding.Reason.exam(.timeOver(exam.day, minute: 600))
    #expect(refusals(room.result(try room.answer(sitting, 0, "1"), learner)) == [over])
    #expect(refusals(room.result(seat, learner)) == [over])
    #expect(refusals(room.result(HandInExam(sitting), learner)) == [over])
    #expect(try room.score(0) == Score(10), "what was kept is scored with nobody connected")
  }

  @Test("S2-8.6c answers are scored with the full score of the exam, each change anew")
  func scoring() throws {
    let room = try ExamRoom()
    let learner = try room.learner(0)
    let sitting = try room.sit(0)
    #expect(try room.score(0) == Score(0))
    for (question, response, score) in [(0, "2", 10), (1, "1", 10), (1, "2", 20), (0, "", 10)] {
      _ = try room.result(room.answer(sitting, question, response), learner).get()
      #expect(try room.score(0) == Score(score))
    }
    for wrong in ["5", "1,2", "x"] {
      guard case .failure(.complaint) = room.result(try room.answer(sitting, 0, wrong), learner)
      else {
        Issue.record("\(wrong) is no answer")
        continue
      }
    }
  }

  @Test("S2-8.6c of two terminals only the one opened last answers")
  func twoTerminals() throws {
    let room = try ExamRoom()
    let learner = try room.learner(0)
    let first = try room.sit(0)
    _ = try room.result(room.answer(first, 0, "2"), learner).get()
    let second = try room.sit(0)
    #expect(second.id == first.id)
    for work in [try room.answer(first, 0, "1"), try room.answer(first, 1, "2")] {
      #expect(refusals(room.result(work, learner)) == [.exam(.otherTerminal)])
    }
    #expect(refusals(room.result(HandInExam(first), learner)) == [.exam(.otherTerminal)])
    #expect(try room.score(0) == Score(10), "nothing of the older terminal counted")
    _ = try room.result(room.answer(second, 1, "2"), learner).get()
    #expect(try room.score(0) == Score(20))
    #expect(try room.portal.store.read { try $0.sittings(of: room.exam) }.count == 1)
  }

  @Test("S2-8.6c whoever comes back finds every answer and flag, and nothing of what is right")
  func resume() throws {
    let room = try ExamRoom()
    let learner = try room.learner(0)
    let first = try room.sit(0)
    let questions = try room.questions()
    _ = try room.result(
      AnswerQuestion(first, questions[0].asked.id, response: "3", isFlagged: true), learner
    ).get()
    let again = try room.sit(0)
    room.portal.signIn(learner)
    let paper = try room.portal.read { try ExamPaper(again, $0, $1) }.get()
    #expect(paper.items.map(\.response) == ["3", ""])
    #expect(paper.items.map(\.isFlagged) == [true, false])
    #expect(paper.items[0].choices == ["یک", "دو", "سه", "چهار"])
    #expect(paper.closed.isEmpty)
    let review = room.portal.read { records, context in
      try ReviewedQuestion.all(of: room.exam, room.office.learners[0], records, context)
    }
    let exam = try room.office.exam(room.exam)
    #expect(refusals(review) == [.exam(.notOver(exam.day, minute: 600))])
    let standing = try room.portal.read { try OwnExamStanding.all($0, $1) }.get()
    #expect(standing.map(\.phase) == [.open])
    #expect(standing.map(\.score) == [nil], "the score would say what is right")
    try room.at(3600)
    let after = try room.portal.read { records, context in
      try (
        ReviewedQuestion.all(of: room.exam, room.office.learners[0], records, context),
        OwnExamStanding.all(records, context)
      )
    }.get()
    #expect(after.0.map(\.response) == ["3", ""])
    #expect(after.1.map(\.score) == [Score(0)])
  }

  @Test("S2-8.6c nobody sits for another, and what is handed in stays")
  func others() throws {
    let room = try ExamRoom()
    let (learner, other) = (try room.learner(0), try room.learner(1))
    let sitting = try room.sit(0)
    for work in [TakeSeat(room.exam, room.office.learners[0])] {
      #expect(failure(room.result(work, other)) == .forbidden)
    }
    #expect(failure(room.result(try room.answer(sitting, 0, "2"), other)) == .forbidden)
    #expect(
      failure(room.result(try room.answer(sitting, 0, "2"), room.office.it.manager)) == .forbidden)
    _ = try room.result(HandInExam(sitting), learner).get()
    #expect(refusals(room.result(try room.answer(sitting, 0, "2"), learner)) == [.exam(.handedIn)])
    #expect(
      refusals(room.result(TakeSeat(room.exam, room.office.learners[0]), learner))
        == [.exam(.handedIn)])
  }

  @Test("SM-6 an exam at the terminal is scored after its end; who never came was absent")
  func grade() throws {
    let room = try ExamRoom()
    let learner = try room.learner(0)
    let sitting = try room.sit(0)
    _ = try room.result(room.answer(sitting, 0, "2"), learner).get()
    let manager = room.office.it.manager
    try room.at(3599)
    let exam = try room.office.exam(room.exam)
    #expect(
      refusals(room.result(GradeExam(room.exam), manager))
        == [.exam(.notOver(exam.day, minute: 600))])
    try room.at(3600)
    _ = try room.result(GradeExam(room.exam), manager).get()
    let results = try room.portal.store.read { try $0.results(of: room.exam) }
    #expect(results.count == 15)
    #expect(results.values.count { !$0.isPresent } == 14)
    #expect(results[room.office.learners[0]]?.score == Score(10))
    #expect(results[room.office.learners[0]]?.source == .electronic)
    #expect(try room.office.exam(room.exam).state == .graded)
    #expect(
      try room.portal.store.read { try $0.scoresMissing(in: room.office.trainingClass) } == 0)
  }

  @Test("S2-8.5c a file of questions is taken whole once, and a text that is there is passed over")
  func importing() throws {
    let office = try ExamOffice()
    let it = office.it
    let questions = [office.question("یک"), office.question("دو"), office.question("یک")]
    let work = ImportQuestions(questions, into: it.course, of: it.office.district)
    #expect(failure(it.result(work, it.expert)) == .forbidden)
    #expect(try it.perform(work, it.instructor) == 2)
    #expect(try it.perform(work, it.manager) == 0)
    var wrong = office.question("سه")
    wrong.options = []
    let bad = ImportQuestions(
      [office.question("چهار"), wrong], into: it.course, of: it.office.district)
    #expect(refusals(it.result(bad, it.manager)) == [.question(.fewOptions(0, needed: 2))])
    let bank = try it.portal.store.read { try $0.questions(of: it.course, in: it.office.district) }
    #expect(bank.map(\.question.stem) == ["یک", "دو"])
    let elsewhere = ImportQuestions(questions, into: it.course, of: it.office.otherDistrict)
    #expect(failure(it.result(elsewhere, it.manager)) == .forbidden)
  }
}
