import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A course whose class has been held on days 10 and 11 of the office, with so many learners.
struct FinanceDesk {
  let it: CourseOffice
  let trainingClass: ID<TrainingClass>
  let sessions: [Session]
  let learners: [ID<Enrolment>]

  /// After it the clock stands on day 12; the first learner was absent from the first session.
  init(learners count: Int = 3) throws {
    it = try CourseOffice()
    (trainingClass, sessions, learners) = try it.running(count)
    for (index, session) in sessions.enumerated() {
      it.on(10 + index)
      let cells = learners.map {
        MarkAttendance.Cell(
          $0, from: nil, to: index == 0 && $0 == learners.first ? .absent : .present)
      }
      try it.perform(MarkAttendance(cells, in: session.id), it.manager)
    }
    it.on(12)
  }

  var request: ID<CourseRequest> { it.request }

  func read<Value: Sendable>(
    _ actor: Actor, _ body: (borrowing Reading, Context) throws -> Value
  ) throws -> Value {
    it.portal.signIn(actor)
    return try it.portal.read(body).get()
  }

  func comparison() throws -> PaperComparison {
    try read(it.expert) { records, _ in try records.paperComparison(of: trainingClass) }
  }

  func file() throws -> CourseFile? {
    try it.portal.store.read { try $0.courseFile(of: request) }
  }

  func put(_ code: FolderItem.Code, _ actor: Actor? = nil) throws {
    let items = try it.portal.store.read { try $0.folderItems(of: request) }
    let item = FolderItem.list(code.folder, of: request, among: items).first { $0.code == code }
    try it.perform(
      PutFolderItem(try #require(item), standing: .present, note: ""), actor ?? it.manager)
  }

  func advance(_ action: CourseFileLife.Action, _ actor: Actor, reason: String = "") throws {
    try it.perform(Advance<CourseFileLife>(request, action), actor, reason: reason)
  }

  /// The counts of the records, as if the paper said the same.
  func countTruly() throws {
    let now = try comparison()
    try it.perform(CountPaper(now, counts: now.records), it.expert)
  }

  func document() throws -> FinancialDocument {
    try read(it.expert) { records, context in
      try FinancialLife.situation(of: request, records, context)?.facts.document
    } ?? FinancialDocument(request: request)
  }
}

@Suite("Course files and their comparison with the records")
struct CourseFileTests {
  @Test("SM-8 a file is there from the day after the last session, and not before")
  func begins() throws {
    let desk = try FinanceDesk()
    func state() throws -> CourseFileLife.State? {
      try desk.read(desk.it.manager) { records, context in
        try CourseFileLife.situation(of: desk.request, records, context)?.state
      }
    }
    desk.it.on(11)
    #expect(try state() == nil)
    #expect(refused(desk, .deliver, desk.it.manager) == .forbidden)
    desk.it.on(12)
    #expect(try state() == .compiling)
  }

  private func refused(
    _ desk: FinanceDesk, _ action: CourseFileLife.Action, _ actor: Actor
  ) -> Failure? {
    let result = desk.it.result(Advance<CourseFileLife>(desk.request, action), actor, reason: "د")
    if case .failure(let failure) = result { return failure }
    return nil
  }

  @Test(
    "S2-9.1a SM-8 the manager fills the nine parts in and hands the file over; the expert has it, sends it back, gets it again"
  )
  func delivery() throws {
    let desk = try FinanceDesk()
    for code in FolderItem.Code.allCases where code.folder == .a { try desk.put(code) }
    let items = try desk.it.portal.store.read { try $0.folderItems(of: desk.request) }
    #expect(items.count == 9)
    #expect(refused(desk, .deliver, desk.it.expert) == .forbidden)
    try desk.advance(.deliver, desk.it.manager)
    #expect(try desk.file()?.delivered == CourseOffice.today.adding(days: 12))
    // The class may announce its control now (SM-9), and the manager's hands are off the file.
    let facts = try desk.read(desk.it.expert) { records, context in
      try ClassLife.situation(of: desk.trainingClass, records, context)?.facts
    }
    #expect(facts?.isFileDelivered == true)
    #expect(throws: Failure.self) { try desk.put(.slips) }
    try desk.put(.slips, desk.it.expert)
    try desk.advance(.sendBack, desk.it.expert, reason: "فرم ۲ امضا ندارد")
    #expect(try desk.file()?.delivered == nil)
    #expect(try desk.file()?.reason == "فرم ۲ امضا ندارد")
    try desk.advance(.deliver, desk.it.manager)
    #expect(try desk.file()?.state == .delivered)
  }

  @Test("S2-9.5a S2-9.5b the final control waits for the comparison of every class")
  func control() throws {
    let desk = try FinanceDesk()
    try desk.advance(.deliver, desk.it.manager)
    let now = try desk.comparison()
    #expect(now.records.learners == 3)
    #expect(now.records.absences == 1)
    #expect(
      refusals(desk.it.result(Advance<CourseFileLife>(desk.request, .control), desk.it.expert))
        == [.file(.notCompared(className: "الف"))])
    var wrong = now.records
    wrong.absences = 2
    let told = try desk.it.perform(CountPaper(now, counts: wrong), desk.it.expert)
    let differs = Finding.Reason.file(
      .differs(className: "الف", [.init(.absences, records: 1, paper: 2)]))
    #expect(told.findings.map(\.reason) == [differs])
    #expect(
      refusals(desk.it.result(Advance<CourseFileLife>(desk.request, .control), desk.it.expert))
        == [differs])
    #expect(try desk.file()?.state == .delivered)
    try desk.it.perform(
      CountPaper(told, counts: wrong, note: "غیبت موجه در برگه است"), desk.it.expert)
    try desk.advance(.control, desk.it.expert)
    #expect(try desk.file()?.state == .controlled)
    // Classes are still open, so the archive waits (SM-8).
    #expect(
      refusals(desk.it.result(Advance<CourseFileLife>(desk.request, .archive), desk.it.expert))
        == [.file(.classesOpen(1))])
  }

  @Test("S2-9.5b what moves in the records after the count shows as a difference again")
  func live() throws {
    let desk = try FinanceDesk()
    try desk.countTruly()
    #expect(try desk.comparison().findings.isEmpty)
    try desk.it.perform(
      MarkAttendance(
        [.init(desk.learners[1], from: .present, to: .absent)], in: desk.sessions[1].id),
      desk.it.manager)
    #expect(
      try desk.comparison().differences == [.init(.absences, records: 2, paper: 1)])
    // Only the expert compares, and not on what somebody has counted meanwhile.
    let counts = desk.it.result(
      CountPaper(try desk.comparison(), counts: ClassCounts()), desk.it.manager)
    guard case .failure(.forbidden) = counts else {
      Issue.record("the manager compared")
      return
    }
    let stale = try desk.comparison()
    try desk.it.perform(CountPaper(stale, counts: stale.records), desk.it.expert)
    guard
      case .failure(.conflict) = desk.it.result(
        CountPaper(stale, counts: ClassCounts()), desk.it.expert)
    else {
      Issue.record("a stale count was taken")
      return
    }
  }

  /// Straight into the records: a class is closed by its own area, and a file archived after it.
  private func archive(_ desk: FinanceDesk) throws {
    let file = try desk.file() ?? CourseFile(request: desk.request)
    var after = file
    after.state = .archived
    try desk.it.portal.store.write(at: desk.it.portal.clock.now()) { records in
      _ = try records.put(file, to: after)
      try records.journal(Cause(useCase: "test.archive"))
    }
  }

  @Test("S2-9.2a S2-9.2b folder B has its place; destroyed with letter after three years only")
  func folderB() throws {
    let desk = try FinanceDesk()
    let before = CourseFile(request: desk.request)
    var after = before
    after.keeping = .atPlace
    after.location = "کمد ۳"
    try desk.it.perform(CarryFile(.edit, before: before, after: after), desk.it.manager)
    let kept = try #require(try desk.file())
    #expect(kept.keeping == .atPlace)
    #expect(kept.location == "کمد ۳")
    try archive(desk)
    let there = try #require(try desk.file())
    var gone = there
    gone.confirmation = LetterMark(number: "۱۴", day: CourseOffice.today)
    let last = CourseOffice.today.adding(days: 11)
    let first = last.adding(years: 3)
    desk.it.on(CourseOffice.today.days(to: first) - 1)
    #expect(
      refusals(desk.it.result(CarryFile(.destroy, before: there, after: gone), desk.it.expert))
        == [.file(.retention(until: first, years: 3))])
    desk.it.on(CourseOffice.today.days(to: first))
    var unconfirmed = there
    unconfirmed.confirmation = LetterMark()
    #expect(
      refusals(
        desk.it.result(CarryFile(.destroy, before: there, after: unconfirmed), desk.it.expert))
        == [.file(.groupConfirmationMissing(years: 3))])
    #expect(try desk.file()?.state == .archived)
    let manager = desk.it.result(CarryFile(.destroy, before: there, after: gone), desk.it.manager)
    guard case .failure(.forbidden) = manager else {
      Issue.record("the manager destroyed a folder")
      return
    }
    let done = try desk.it.portal.perform(
      CarryFile(.destroy, before: there, after: gone), as: desk.it.expert
    ).get()
    #expect(try desk.file()?.state == .destroyed)
    #expect(try desk.file()?.destroyed == first)
    desk.it.portal.signIn(desk.it.expert)
    #expect(throws: Failure.self) { try desk.it.portal.undo(done.entry).get() }
  }

  @Test("S0-16 S2-9.3a S2-10.2a file and document are on the manager's radar until they are gone")
  func clocks() throws {
    let desk = try FinanceDesk()
    func due(_ matter: DeadlineMatter) throws -> [JalaliDate] {
      try desk.read(desk.it.manager) { records, context in
        try DeadlineRadar.items(ownOnly: true, records, context)
      }.filter { $0.matter == matter }.map(\.deadline.due)
    }
    #expect(try due(.courseFile) == [CourseOffice.today.adding(days: 11).adding(months: 1)])
    #expect(try due(.financialDocument) == [])
    let before = try desk.document()
    var after = before
    after.due = CourseOffice.today.adding(days: 30)
    after.recipient = "حسابداری"
    try desk.it.perform(CarryDocument(.edit, before: before, after: after), desk.it.manager)
    #expect(try due(.financialDocument) == [CourseOffice.today.adding(days: 30)])
    try desk.advance(.deliver, desk.it.manager)
    #expect(try due(.courseFile) == [])
  }

  @Test("S0-9 another district neither sees nor touches a file")
  func elsewhere() throws {
    let desk = try FinanceDesk()
    let stranger = try desk.it.office.signIn(.expert, at: desk.it.office.otherDistrict)
    let seen = try desk.read(stranger) { records, context in
      try records.courseFiles(in: context.actor.courseReach, on: context.today).count
    }
    #expect(seen == 0)
    #expect(
      try desk.read(desk.it.expert) { records, context in
        try records.courseFiles(in: context.actor.courseReach, on: context.today).count
      } == 1)
    let item = FolderItem(id: ID(rawValue: 0), request: desk.request, code: .permit)
    let result = desk.it.result(PutFolderItem(item, standing: .present, note: ""), stranger)
    guard case .failure(.forbidden) = result else {
      Issue.record("a stranger wrote into the file")
      return
    }
  }
}

enum CourseFileFixture: LifeFixture {
  typealias Life = CourseFileLife

  static func record(in it: CourseOffice) throws -> ID<CourseRequest> {
    _ = try it.running(1)
    it.on(12)
    return it.request
  }

  static func work(
    _ action: CourseFileLife.Action, on record: ID<CourseRequest>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    let file = CourseFile(request: record)
    return CarryFile(action, before: file, after: file)
  }
}

enum FinancialFixture: LifeFixture {
  typealias Life = FinancialLife

  static func record(in it: CourseOffice) -> ID<CourseRequest> { it.request }

  static func work(
    _ action: FinancialLife.Action, on record: ID<CourseRequest>, in it: CourseOffice
  ) throws -> (any UseCase)? {
    let document = FinancialDocument(request: record)
    return CarryDocument(action, before: document, after: document)
  }
}
