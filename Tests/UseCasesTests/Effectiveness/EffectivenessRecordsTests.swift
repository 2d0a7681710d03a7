import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

enum EffectivenessFixture: LifeFixture {
  typealias Life = EffectivenessLife

  static func record(in it: CourseOffice) throws -> ID<Effectiveness> {
    _ = try it.running(1)
    try it.makeEligible()
    try it.perform(SelectCourse(it.request, selected: true), it.expert)
    let rows = try it.portal.store.read { try $0.effectiveness(of: it.request) }
    return try #require(rows.first { $0.level == .behaviour }).id
  }

  static func work(
    _ action: EffectivenessLife.Action, on record: ID<Effectiveness>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    action == .summarise ? SummariseLevel(it.request, .behaviour, conclusion: "خوب") : nil
  }
}

extension CourseOffice {
  /// Sets all three flags of levels 3 and 4.
  func makeEligible(_ other: ID<CourseRequest>? = nil) throws {
    let request = other ?? request
    let before = try portal.store.read { try $0.basis(of: request) }
    try perform(
      SetEffectivenessBasis(
        before: before,
        after: EffectivenessBasis(
          id: ID(rawValue: 0), request: request, isStrategic: true, isCostly: true, isLarge: true)),
      expert)
  }

  /// A form with the same number for every question.
  func sheet(
    _ enrolment: ID<Enrolment>, _ value: Int = 4, about instructor: ID<Factor>? = nil
  ) throws -> SurveySheet {
    var ratings = Ratings()
    for question in try portal.store.read({ try $0.surveyQuestions() }) {
      ratings[question.key] = value
    }
    return SurveySheet(
      enrolment: enrolment, instructor: instructor ?? instructorFactor, origin: .learner,
      day: Self.today, ratings: ratings)
  }

  /// The learner of an enrolment, signed in.
  func learner(_ enrolment: ID<Enrolment>) throws -> Actor {
    let it = try #require(try portal.store.read { try $0.enrolment(enrolment) })
    return try office.signIn(.learner, person: it.person)
  }

  func standing(_ level: EffectivenessLevel, as actor: Actor? = nil) throws -> LevelStanding {
    portal.signIn(actor ?? expert)
    let course = try portal.read { try $0.effectivenessCourse(request, $1) }.get()
    return try #require(course)[level]
  }
}

@Suite("What a course achieved, in the records")
struct EffectivenessRecordsTests {
  private func failure<T>(_ result: Result<T, Failure>) -> Failure? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }

  @Test("S2-8.3d S2-8.3c a learner answers once for each instructor, oneself and nobody else")
  func learners() throws {
    let it = try CourseOffice()
    let (_, _, learners) = try it.running(2)
    let first = try it.learner(learners[0])
    it.on(10)
    let sheet = try it.sheet(learners[0])
    #expect(
      try it.portal.store.read {
        try $0.surveyTasks(of: try #require(first.person), on: it.portal.today)
      }.count == 1)
    try it.perform(AnswerSurvey(sheet), first)
    #expect(
      try it.portal.store.read {
        try $0.surveyTasks(of: try #require(first.person), on: it.portal.today)
      }.isEmpty)
    #expect(
      refusals(it.result(AnswerSurvey(sheet), first)) == [.effectiveness(.answeredAlready)])
    // Not for somebody else, not by offices, not by a manager of other courses.
    let others = try it.sheet(learners[1])
    #expect(failure(it.result(AnswerSurvey(others), first)) == .forbidden)
    #expect(failure(it.result(AnswerSurvey(others), it.expert)) == .forbidden)
    #expect(failure(it.result(AnswerSurvey(others), it.instructor)) == .forbidden)
    let stranger = try it.office.signIn(
      .courseManager, person: try it.office.person(700, last: "بیگانه").id)
    #expect(failure(it.result(AnswerSurvey(others), stranger)) == .forbidden)
    try it.perform(AnswerSurvey(others), it.manager)
    let sheets = try it.portal.store.read { try $0.surveySheets(of: it.request) }
    #expect(Set(sheets.map(\.origin)) == [.learner, .paper])
    // A second instructor makes a second form.
    let another = try it.office.person(9003, first: "لیلا", last: "مرادی")
    try it.office.bank(another, teaching: [it.course])
    let factor = try it.perform(
      AddFactor(.instructor, of: it.request, .person(another.id)), it.manager)
    #expect(
      try it.portal.store.read {
        try $0.surveyTasks(of: try #require(first.person), on: it.portal.today)
      }.map(\.instructor.id) == [factor])
    try it.perform(AnswerSurvey(try it.sheet(learners[0], about: factor)), first)
    let wrong = try it.sheet(learners[1], about: ID(rawValue: 99))
    #expect(
      refusals(it.result(AnswerSurvey(wrong), it.manager)) == [.effectiveness(.notInstructor)])
  }

  @Test("S2-8.3a forms come in from the first session to the last, and neither before nor after")
  func surveyWindow() throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(2)
    let sheet = AnswerSurvey(try it.sheet(learners[0]))
    it.on(9)
    #expect(!refusals(it.result(sheet, it.manager)).isEmpty)
    it.on(12)
    #expect(
      refusals(it.result(sheet, it.manager))
        == [.effectiveness(.windowPassed(.reaction, until: sessions[1].day))])
    #expect(try it.standing(.reaction).state == .overdue)
    #expect(try it.portal.store.read { try $0.surveyCount(of: it.request) } == 0)
    it.on(11)
    try it.perform(sheet, it.manager)
    #expect(try it.standing(.reaction).state == .collecting)
  }

  @Test("S2-8.1a S2-8.3a the manager sums the survey up, after that nothing more is taken")
  func summary() throws {
    let it = try CourseOffice()
    let (_, _, learners) = try it.running(3)
    it.on(10)
    let work = SummariseLevel(it.request, .reaction, conclusion: "خوب")
    #expect(!refusals(it.result(work, it.manager)).isEmpty)
    try it.perform(AnswerSurvey(try it.sheet(learners[0])), it.manager)
    #expect(
      refusals(it.result(work, it.expert))
        == [.effectiveness(.summaryOf(.reaction, by: .courseManager))])
    #expect(failure(it.result(work, it.instructor)) == .forbidden)
    let hasty = SummariseLevel(it.request, .reaction, conclusion: " ")
    #expect(
      failure(it.result(hasty, it.manager)) == .complaint(field: "conclusion", .empty))
    #expect(try it.standing(.reaction).state == .collecting)
    let entry = try it.result(work, it.manager).get().entry
    #expect(try it.standing(.reaction).state == .summarised)
    #expect(try it.standing(.reaction).row?.conclusion == "خوب")
    #expect(!refusals(it.result(AnswerSurvey(try it.sheet(learners[1])), it.manager)).isEmpty)
    it.portal.signIn(it.manager)
    _ = try it.portal.undo(entry).get()
    #expect(try it.standing(.reaction).state == .collecting)
  }

  @Test("S2-8.2a the obligation of a course is read from its survey and its tests")
  func obligation() throws {
    let it = try CourseOffice()
    let (_, _, learners) = try it.running(3)
    it.on(10)
    func levels() throws -> CompulsoryLevels {
      try it.portal.store.read { try $0.compulsoryLevels(of: it.request) }
    }
    #expect(try !levels().hasSurvey && !levels().hasTests)
    try it.perform(AnswerSurvey(try it.sheet(learners[0])), it.manager)
    // Answers alone are no summary.
    #expect(try !levels().hasSurvey)
    try it.perform(SummariseLevel(it.request, .reaction, conclusion: "خوب"), it.manager)
    #expect(try levels().hasSurvey)
    #expect(!EffectivenessObligation().findings(in: try levels()).allow)
  }

  @Test("S2-8.2b the expert selects a quarter of the eligible courses of the year, rounded up")
  func selection() throws {
    let it = try CourseOffice()
    let select = SelectCourse(it.request, selected: true)
    #expect(refusals(it.result(select, it.expert)) == [.effectiveness(.notEligible)])
    try it.makeEligible()
    #expect(failure(it.result(select, it.manager)) == .forbidden)
    let second = try it.perform(
      RequestCourse(CourseOffice.draft(course: it.course, unit: it.office.district)), it.expert)
    try it.perform(Advance<CourseRequestLife>(second, .approve), it.province)
    try it.makeEligible(second)
    it.portal.signIn(it.expert)
    let proposal = try it.portal.read {
      try SelectionProposal.courses(of: CourseOffice.today.year, $0, $1)
    }.get()
    #expect(proposal.count == 1)
    try it.perform(select, it.expert)
    // One of two is the whole quarter.
    #expect(
      refusals(it.result(SelectCourse(second, selected: true), it.expert))
        == [.effectiveness(.selectionFull(limit: 1, of: 2))])
    try it.perform(SelectCourse(it.request, selected: false), it.expert)
    try it.perform(SelectCourse(second, selected: true), it.expert)
    let basis = try it.portal.store.read { try $0.basis(of: second) }
    var less = try #require(basis)
    less.isLarge = false
    #expect(
      refusals(it.result(SetEffectivenessBasis(before: basis, after: less), it.expert))
        == [.effectiveness(.selectionInUse)])
  }

  @Test("S2-8.9a level 3 is answered by the person and for the manager, six to twelve months on")
  func behaviour() throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(1)
    try it.makeEligible()
    try it.perform(SelectCourse(it.request, selected: true), it.expert)
    try it.perform(
      PutBehaviourQuestion(
        before: nil,
        after: BehaviourQuestion(id: ID(rawValue: 0), request: it.request, text: "به کار می‌برد")),
      it.manager)
    let asked = try it.portal.store.read { try $0.behaviourQuestions(of: it.request) }
    func sheet(_ respondent: BehaviourSheet.Respondent, manager: String = "") -> AnswerBehaviour {
      AnswerBehaviour(
        BehaviourSheet(
          enrolment: learners[0], respondent: respondent, manager: manager, day: it.portal.today,
          ratings: Ratings([asked[0].key: 4])))
    }
    let learner = try it.learner(learners[0])
    let end = sessions[1].day
    let first = CourseOffice.today.days(to: end.adding(months: 6))
    it.on(first - 1)
    #expect(
      refusals(it.result(sheet(.oneself), learner))
        == [.effectiveness(.windowNotOpen(.behaviour, from: end.adding(months: 6)))])
    it.on(first)
    try it.perform(sheet(.oneself), learner)
    #expect(failure(it.result(sheet(.manager, manager: "رضا نوری"), learner)) == .forbidden)
    #expect(failure(it.result(sheet(.manager), it.expert)) == .complaint(field: "manager", .empty))
    it.on(CourseOffice.today.days(to: end.adding(months: 12)))
    try it.perform(sheet(.manager, manager: "رضا نوری"), it.expert)
    #expect(
      refusals(it.result(sheet(.manager, manager: "رضا نوری"), it.expert))
        == [.effectiveness(.answeredAlready)])
    #expect(
      refusals(it.result(RemoveBehaviourQuestion(asked[0]), it.manager))
        == [.effectiveness(.questionnaireInUse(2))])
    #expect(
      refusals(it.result(SummariseLevel(it.request, .behaviour, conclusion: "خوب"), it.manager))
        == [.effectiveness(.summaryOf(.behaviour, by: .expert))])
    try it.perform(SummariseLevel(it.request, .behaviour, conclusion: "خوب"), it.expert)
    #expect(try it.standing(.behaviour).state == .summarised)
  }

  @Test("S2-8.9b S2-8.1a cost and benefit are recorded one to two years on, by the expert")
  func results() throws {
    let it = try CourseOffice()
    let (_, sessions, _) = try it.running(1)
    try it.makeEligible()
    try it.perform(SelectCourse(it.request, selected: true), it.expert)
    let end = sessions[1].day
    func work(_ cost: Int) -> RecordResults {
      RecordResults(
        it.request, before: nil, figures: ResultsFigures(cost: Rial(cost), benefit: Rial(150)),
        documents: "صورت‌جلسه")
    }
    it.on(CourseOffice.today.days(to: end.adding(months: 12)) - 1)
    #expect(
      refusals(it.result(work(100), it.expert))
        == [.effectiveness(.windowNotOpen(.results, from: end.adding(months: 12)))])
    it.on(CourseOffice.today.days(to: end.adding(months: 24)) + 1)
    #expect(
      refusals(it.result(work(100), it.expert))
        == [.effectiveness(.windowPassed(.results, until: end.adding(months: 24)))])
    it.on(CourseOffice.today.days(to: end.adding(months: 12)))
    #expect(refusals(it.result(work(0), it.expert)) == [.effectiveness(.noCost)])
    #expect(failure(it.result(work(100), it.manager)) == .forbidden)
    let neighbour = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(failure(it.result(work(100), neighbour)) == .forbidden)
    try it.perform(work(100), it.expert)
    #expect(try it.standing(.results).row?.figures?.returnOnInvestment == 50)
    try it.perform(SummariseLevel(it.request, .results, conclusion: "خوب"), it.expert)
  }

  @Test("S2-8.3a S2-8.1a the radar tells the manager, the learner and the expert in time")
  func radar() throws {
    let it = try CourseOffice()
    let (_, sessions, learners) = try it.running(1)
    try it.makeEligible()
    try it.perform(SelectCourse(it.request, selected: true), it.expert)
    func due(_ actor: Actor, _ matter: DeadlineMatter) throws -> [JalaliDate] {
      it.portal.signIn(actor)
      return try it.portal.read { try DeadlineRadar.items($0, $1) }.get()
        .filter { $0.matter == matter }.map(\.deadline.due)
    }
    let learner = try it.learner(learners[0])
    #expect(try due(it.manager, .survey) == [])
    it.on(10)
    let end = sessions[1].day
    #expect(try due(it.manager, .survey) == [end])
    #expect(try due(learner, .ownSurvey) == [end])
    try it.perform(AnswerSurvey(try it.sheet(learners[0])), learner)
    #expect(try due(learner, .ownSurvey) == [])
    try it.perform(SummariseLevel(it.request, .reaction, conclusion: "خوب"), it.manager)
    #expect(try due(it.manager, .survey) == [])
    it.on(CourseOffice.today.days(to: end.adding(months: 11)))
    #expect(try due(it.expert, .behaviour) == [end.adding(months: 12)])
    #expect(try due(it.expert, .results) == [])
    it.on(CourseOffice.today.days(to: end.adding(months: 23)))
    #expect(try due(it.expert, .results) == [end.adding(months: 24)])
  }
}
