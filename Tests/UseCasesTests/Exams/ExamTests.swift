import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Defining exams")
struct ExamTests {
  @Test("S2-8.5a an exam needs an instructor or an author of questions among the factors")
  func examiner() throws {
    let office = try ExamOffice()
    let it = office.it
    try it.perform(DismissFactor(it.instructorFactor), it.manager)
    #expect(
      refusals(it.result(DefineExam(office.draft()), it.manager)) == [.exam(.noExaminer)])
    let author = try it.office.person(9100, last: "طراح")
    try it.perform(AddFactor(.questionAuthor, of: it.request, .person(author.id)), it.manager)
    _ = try office.define(office.draft())
  }

  @Test("S2-8.5b a class one learner short of the minimum has no exam, with the minimum it has")
  func minimum() throws {
    let office = try ExamOffice(learners: 14)
    let it = office.it
    #expect(
      refusals(it.result(DefineExam(office.draft()), it.manager))
        == [.exam(.fewLearners(14, minimum: 15))])
    #expect(try it.portal.store.read { try $0.exams(of: office.trainingClass) }.isEmpty)
    _ = try it.enrol(1, in: office.trainingClass, from: 50)
    _ = try office.define(office.draft())
  }

  @Test(
    "S2-8.5e S2-8.6a S2-2.10b a final exam or project lies seven to twenty-one days after the last session",
    arguments: [(17, false), (18, true), (32, true), (33, false)])
  func window(day: Int, isAllowed: Bool) throws {
    let office = try ExamOffice()
    for kind in [Exam.Kind.final, .project] {
      let draft = office.draft(kind, .written, day: day)
      let findings = refusals(office.it.result(DefineExam(draft), office.it.manager))
      let reason = Finding.Reason.exam(
        .outsideWindow(
          draft.day, from: office.lastSession.adding(days: 7),
          to: office.lastSession.adding(days: 21)))
      #expect(findings.contains(reason) == !isAllowed)
    }
  }

  @Test("S2-8.4a a pre-test is held up to the day of the first session, not after it")
  func pretest() throws {
    let office = try ExamOffice()
    let it = office.it
    let late = office.draft(.pretest, .written, day: 11)
    #expect(
      refusals(it.result(DefineExam(late), it.manager))
        == [.exam(.pretestLate(late.day, first: Office.today.adding(days: 10)))])
    _ = try office.define(office.draft(.pretest, .written, day: 10))
  }

  @Test("S2-8.5 one exam of a kind, and shares of no more than a hundred percent")
  func shares() throws {
    let office = try ExamOffice()
    let it = office.it
    var exam = office.draft()
    exam.effect = 60
    _ = try office.define(exam)
    #expect(
      refusals(it.result(DefineExam(exam), it.manager))
        == [.exam(.kindTaken(.final)), .exam(.effectOver(total: 120))])
    var project = office.draft(.project, .written)
    project.effect = 41
    #expect(
      refusals(it.result(DefineExam(project), it.manager)) == [.exam(.effectOver(total: 101))])
    project.effect = 40
    _ = try office.define(project)
  }

  @Test("S2-10.1b the passing score is set for each exam, and is no more than the full score")
  func passing() throws {
    let office = try ExamOffice()
    var exam = office.draft()
    exam.passing = Score(hundredths: 2001)
    #expect(
      refusals(office.it.result(DefineExam(exam), office.it.manager))
        == [.exam(.passingOverMaximum(exam.passing, maximum: Score(20)))])
    exam.passing = Score(20)
    let id = try office.define(exam)
    #expect(try office.exam(id).passing == Score(20))
  }

  @Test("S2-8.5c as many questions as the exam has are attached before it is held")
  func questions() throws {
    let office = try ExamOffice()
    let it = office.it
    let id = try office.define(office.draft())
    let first = try office.bank(office.question("یک"))
    try it.perform(ChooseQuestions([first], for: id), it.instructor)
    #expect(
      refusals(it.result(Advance<ExamLife>(id, .prepare), it.manager))
        == [.exam(.questionsDiffer(attached: 1, needed: 2))])
    it.on(21)
    #expect(try office.state(id) == .defined, "the day alone holds nothing without its questions")
    it.on(0)
    #expect(
      refusals(it.result(ChooseQuestions([first], for: id), it.manager))
        == [.question(.attachedAlready("یک"))])
    try it.perform(
      ChooseQuestions([office.bank(office.question("دو"))], for: id), it.manager)
    try it.perform(Advance<ExamLife>(id, .prepare), it.instructor)
    #expect(try office.state(id) == .ready)
    #expect(
      refusals(it.result(ChooseQuestions([first], for: id), it.manager))
        == [.exam(.questionsFixed)])
    it.on(21)
    #expect(try office.state(id) == .held)
  }

  @Test("S2-8.5d a question has a text, choices and a right one; what was asked is not rewritten")
  func fields() throws {
    let office = try ExamOffice()
    let it = office.it
    var wrong = office.question("")
    #expect(refusals(it.result(PutQuestion(wrong), it.manager)) == [.question(.stemMissing)])
    wrong = office.question()
    wrong.options[1].weight = 0
    #expect(refusals(it.result(PutQuestion(wrong), it.manager)) == [.question(.noRightOption)])
    wrong.options[2].text = "یک"
    wrong.options[2].weight = Question.Option.whole
    #expect(
      refusals(it.result(PutQuestion(wrong), it.manager)) == [.question(.optionRepeated("یک"))])
    #expect(
      it.result(PutQuestion(office.question()), it.expert).failure == .forbidden,
      "experts read the bank")
    let exam = try office.ready()
    let stored = try it.portal.store.read { try $0.questions(of: exam) }
    #expect(stored.map(\.question.author) == ["حمید صادقی", "حمید صادقی"])
    var changed = stored[0].question
    changed.options[0].text = "صفر"
    #expect(
      refusals(it.result(PutQuestion(before: stored[0].question, changed), it.instructor))
        == [.question(.fixed(1))])
    changed = stored[0].question
    changed.isRetired = true
    try it.perform(PutQuestion(before: stored[0].question, changed), it.instructor)
    let other = try office.define(office.draft(.pretest, .written, day: 5))
    #expect(
      refusals(it.result(ChooseQuestions([changed.id], for: other), it.manager))
        == [.question(.retired("سوال 1"))])
  }

  @Test("S2-8.5d descriptive questions are for paper, not for the terminal")
  func descriptive() throws {
    let office = try ExamOffice()
    let it = office.it
    let written = Question(
      course: it.course, unit: it.office.district, kind: .descriptive, stem: "شرح دهید.")
    let questions = [try office.bank(written), try office.bank(office.question())]
    let electronic = try office.define(office.draft())
    try it.perform(ChooseQuestions(questions, for: electronic), it.manager)
    #expect(
      refusals(it.result(Advance<ExamLife>(electronic, .prepare), it.manager))
        == [.exam(.descriptiveAtTerminal(1))])
    let paper = try office.define(office.draft(.pretest, .written, day: 5))
    try it.perform(ChooseQuestions(questions, for: paper), it.manager)
    try it.perform(Advance<ExamLife>(paper, .prepare), it.manager)
  }

  @Test("S2-4.8b questions of a pre-test are registered up to the day before the start, not on it")
  func pretestInTime() throws {
    let office = try ExamOffice()
    let it = office.it
    let id = try office.define(office.draft(.pretest, day: 10))
    let questions = [
      try office.bank(office.question("الف")), try office.bank(office.question("ب")),
    ]
    it.on(10)
    let start = Office.today.adding(days: 10)
    #expect(
      refusals(it.result(ChooseQuestions(questions, for: id), it.instructor))
        == [.request(.pretestAfterStart(start))])
    it.on(9)
    try it.perform(ChooseQuestions(questions, for: id), it.instructor)
    try it.perform(Advance<ExamLife>(id, .prepare), it.instructor)
    it.on(10)
    #expect(try office.state(id) == .held)
  }

  @Test("SM-6 an exam that somebody has a result in is neither removed nor opened again")
  func answered() throws {
    let office = try ExamOffice()
    let it = office.it
    let id = try office.ready()
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      _ = try records.put(
        ExamResult(
          id: try records.newID(), exam: id, enrolment: office.learners[0], isPresent: true,
          day: Office.today), from: nil)
      try records.journal(Cause(useCase: "test.result"))
    }
    #expect(refusals(it.result(RemoveExam(id), it.manager)) == [.exam(.answered(1))])
    #expect(
      refusals(it.result(Advance<ExamLife>(id, .reopen), it.manager)) == [.exam(.answered(1))])
    let other = try office.define(office.draft(.pretest, .written, day: 5))
    try it.perform(RemoveExam(other), it.manager)
    #expect(try it.portal.store.read { try $0.exam(other) } == nil)
  }

  @Test(
    "S0-16 the radar tells of classes without an exam, of missing questions, and of one's own exam")
  func radar() throws {
    let office = try ExamOffice()
    let it = office.it
    func items(_ actor: Actor) throws -> [DeadlineMatter: JalaliDate] {
      it.portal.signIn(actor)
      let found = try it.portal.read { try DeadlineRadar.items($0, $1) }.get()
      return Dictionary(found.map { ($0.matter, $0.deadline.due) }, uniquingKeysWith: min)
    }
    it.on(11)
    #expect(try items(it.manager)[.examDefinition] == nil, "the last session is today")
    it.on(12)
    #expect(try items(it.manager)[.examDefinition] == office.lastSession.adding(days: 21))
    let id = try office.define(office.draft())
    #expect(try items(it.manager)[.examDefinition] == nil)
    #expect(try items(it.manager)[.examQuestions] == Office.today.adding(days: 20))
    let person = try #require(
      try it.portal.store.read { try $0.enrolment(office.learners[0]) }
    ).person
    let learner = try it.office.signIn(.learner, person: person)
    #expect(try items(learner)[.examSitting] == Office.today.adding(days: 21))
    let questions = try (1...2).map { try office.bank(office.question("سوال \($0)")) }
    try it.perform(ChooseQuestions(questions, for: id), it.manager)
    try it.perform(Advance<ExamLife>(id, .prepare), it.manager)
    #expect(try items(it.manager)[.examQuestions] == nil)
  }

  @Test("S2-10.1a the final score counts each part by its percent, and an absence as nothing")
  func finalScore() throws {
    let office = try ExamOffice()
    let it = office.it
    var exam = office.draft(.final, .written)
    exam.effect = 75
    var project = office.draft(.project, .written)
    (project.effect, project.maximum, project.passing) = (25, Score(100), Score(60))
    let ids = [try office.define(exam), try office.define(project)]
    func put(_ exam: ID<Exam>, _ learner: Int, _ score: Score?) throws {
      try it.portal.store.write(at: it.portal.clock.now()) { records in
        _ = try records.put(
          ExamResult(
            id: try records.newID(), exam: exam, enrolment: office.learners[learner],
            isPresent: score != nil, score: score, day: Office.today), from: nil)
        try records.journal(Cause(useCase: "test.result"))
      }
    }
    try put(ids[0], 0, Score(12))
    try put(ids[1], 0, Score(60))
    try put(ids[0], 1, Score(hundredths: 1199))
    try put(ids[1], 1, Score(60))
    try put(ids[0], 2, nil)
    try put(ids[1], 2, nil)
    try put(ids[0], 3, Score(20))
    let scores = try it.portal.store.read { try $0.finalScores(of: office.trainingClass) }
    let final = try office.learners.prefix(4).map { try #require(scores[$0]) }
    #expect(final.map(\.passes) == [true, false, false, false])
    #expect(final.map(\.isComplete) == [true, true, true, false])
    #expect(final[2].isAbsent)
    #expect(final.map(\.score) == [Score(12), Score(hundredths: 1199), nil, nil])
    #expect(try it.portal.store.read { try $0.scoresMissing(in: office.trainingClass) } == 12)
  }
}

extension Result where Failure == UseCases.Failure {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
