import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ثبت سابقه»: what the certificate of a course held elsewhere says, with its scan (S2-11.2).
struct EquivalentForm: FormDescription {
  struct Draft: Sendable {
    /// Whose it is, as an expert types the code.
    var code = ""
    var kind: EquivalentCourse.Kind? = .course
    var title = ""
    var hours = 0
    var institute = ""
    var year: Int
    var from: JalaliDate?
    var to: JalaliDate?
    var number = ""
    var day: JalaliDate?
    var score = ""
    var introduction = ""
    var path = ""
  }

  static let name = "equivalent"
  let submission: String? = Phrases.Submission.send
  let before: EquivalentCourse?
  /// Whether an expert registers it for a learner.
  let isForLearner: Bool
  var title: String {
    before == nil ? EquivalentLife.Action.register.name : EquivalentLife.Action.edit.name
  }

  init(_ before: EquivalentCourse?, by role: Role) {
    self.before = before
    isForLearner = before == nil && role == .expert
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewEquivalents)
    guard let it = before else {
      return (Draft(year: context.today.year), context.today)
    }
    let form = it.form
    return (
      Draft(
        kind: form.kind, title: form.title, hours: form.minutes / 60, institute: form.institute,
        year: form.year, from: form.from, to: form.to, number: form.certificate.number,
        day: form.certificate.day, score: form.score, introduction: form.introduction,
        path: AttachedFile.mark(it.scan)), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    let learner: [Field<Draft>] =
      isForLearner
      ? [
        .text(Phrases.Equivalents.learner, \.code, limit: 20, direction: .ltr).required().wide(16)
      ] : []
    return learner + [
      .text(Phrases.Equivalents.scan, \.path, limit: 1_000, direction: .ltr).expected()
        .hinted(Phrases.Files.required),
      .pick(
        Phrases.Equivalents.kind, \.kind,
        among: EquivalentCourse.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Catalogue.courseTitle, \.title, limit: 200).required(),
      .number(Phrases.Equivalents.hours, \.hours, in: 1...10_000),
      .text(Phrases.Equivalents.institute, \.institute, limit: 200).required(),
      .year(Phrases.Equivalents.year, \.year),
      .day(Phrases.Equivalents.from, \.from, today: today).required(),
      .day(Phrases.Equivalents.to, \.to, today: today).required(),
      .text(Phrases.Equivalents.number, \.number, limit: 40).wide(20),
      .day(Phrases.Equivalents.day, \.day, today: today),
      .text(Phrases.Equivalents.score, \.score, limit: 10).wide(10),
      .text(Phrases.Equivalents.introduction, \.introduction, limit: 40).wide(20),
    ]
  }

  /// Whose code it is that an expert types.
  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard isForLearner, !draft.code.isEmpty else { return [] }
    guard let person = try Self.person(draft, records, context) else {
      return [FormRemark(Phrases.Equivalents.unknownLearner, tone: .bad)]
    }
    return [FormRemark(person.name.inFull, tone: .good)]
  }

  private static func person(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> Person? {
    guard let person = try records.person(typed: draft.code, context.rules),
      let path = try records.unit(person.unit)?.path, context.actor.scope.contains(path)
    else { return nil }
    return person
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from, let to = draft.to else {
      return .failure(.complaint(field: "from", .empty))
    }
    let form = EquivalentCourse.Form(
      kind: draft.kind ?? .course, title: Normalizer.line(draft.title),
      minutes: draft.hours * 60, institute: Normalizer.line(draft.institute), year: draft.year,
      from: from, to: to,
      certificate: LetterMark(number: Normalizer.line(draft.number), day: draft.day),
      score: Normalizer.line(draft.score), introduction: Normalizer.line(draft.introduction))
    return portal.read { [files = portal.files, isForLearner] records, context in
      let person = isForLearner ? try Self.person(draft, records, context)?.id : nil
      if isForLearner, person == nil {
        throw Failure.complaint(field: "code", .unknownChoice(draft.code))
      }
      let scan = try AttachedFile.named(
        draft.path, keeping: before?.scan, .equivalentScan, under: context.rules,
        from: .reach(files))
      return (scan, person)
    }.flatMap { scan, person in
      guard let before else {
        return portal.perform(RegisterEquivalent(form, scan: scan, for: person))
          .map { _ in
            .notice(
              person == nil
                ? Phrases.Equivalents.registered : Phrases.Equivalents.registeredForLearner, .good)
          }
      }
      return portal.perform(EditEquivalent(before, form, scan: scan))
        .map { _ in .notice(Phrases.saved, .good) }
    }
  }
}

/// The district's review: the original, the four conditions one by one, the course code (S2-11.4).
struct EquivalentReviewForm: FormDescription {
  struct Draft: Sendable {
    var isSeen: Bool?
    var answers: [Bool?]
    var code: String
  }

  static let name = "equivalent-review"
  let line: EquivalentLine
  let title = EquivalentLife.Action.review.name

  init(_ line: EquivalentLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewEquivalents)
    let review = line.equivalent.review
    return (
      Draft(
        isSeen: review.originalSeen != nil, answers: review.answers,
        code: line.course?.code ?? ""), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    let conditions: [Field<Draft>] = EquivalentCourse.Condition.allCases.map { condition in
      .pick(condition.name, \.answers[condition.rawValue], among: answers)
        .hinted(condition.clause.origin)
    }
    return [.pick(Phrases.Equivalents.original, \.isSeen, among: answers)] + conditions + [
      .text(Phrases.Equivalents.code, \.code, limit: 20, direction: .ltr).wide(14)
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    let code = Digits.latin(Normalizer.line(draft.code))
    guard !code.isEmpty else { return [] }
    let course = try records.course(code: code)
    let facts = EquivalentLife.Facts(
      equivalent: line.equivalent, day: context.today, course: course)
    let found = course.map { [FormRemark($0.title, tone: .good)] } ?? []
    return found + CourseOfCertificate().findings(in: facts).map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(
      ReviewEquivalent(
        line.equivalent, isOriginalSeen: draft.isSeen ?? false, answers: draft.answers,
        courseCode: Digits.latin(Normalizer.line(draft.code)))
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Number and date of a list that goes to the province (S2-11.5a).
struct EquivalentBatchForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
  }

  static let name = "equivalent-batch"
  let equivalents: [ID<EquivalentCourse>]
  let title = EquivalentLife.Action.send.name

  init(_ equivalents: [ID<EquivalentCourse>]) { self.equivalents = equivalents }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.viewEquivalents)
    return (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Equivalents.batch, \.number, limit: 30).required().wide(20),
      .day(Phrases.Equivalents.batchDay, \.day, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let day = draft.day else { return .failure(.complaint(field: "day", .empty)) }
    let number = Normalizer.line(draft.number)
    return portal.perform(SendEquivalents(equivalents, number: number, day: day)).map { done in
      let batch = EquivalentBatch(
        id: done.outcome, unit: ID(rawValue: 0), number: number, day: day)
      let list = EquivalentsList(.expert, of: batch)
      return .open(EquivalentSheet.screen(list.title, list))
    }
  }
}

/// The lists that districts have sent, with how many wait for the province (S2-11.5).
struct EquivalentBatchesList: ListDescription {
  static let name = "equivalent-batches"
  let role: Role
  let title = Phrases.Equivalents.batches

  init(_ role: Role) { self.role = role }

  let columns: [Column<EquivalentBatchLine>] = [
    Column(Phrases.Equivalents.batch, width: 14, text: { $0.batch.number }),
    Column(
      Phrases.Equivalents.batchDay, width: 11, direction: .ltr, text: { $0.batch.day.said }),
    Column(Phrases.Courses.unit, text: { $0.unitName }),
    Column(Phrases.Equivalents.count, width: 7, alignment: .centre, text: { $0.count.said }),
    Column(
      Phrases.Equivalents.waiting, width: 9, alignment: .centre,
      tone: { $0.open > 0 ? .warning : .body }, text: { $0.open.said }),
  ]

  func identity(of row: EquivalentBatchLine) -> Int64 { row.batch.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [EquivalentBatchLine] {
    try context.require(.viewEquivalents)
    guard context.actor.role != .learner else { throw Failure.forbidden }
    return try records.equivalentBatches(in: context.actor.scope)
  }

  func open(_ row: EquivalentBatchLine) -> Step {
    .open(ListScreen(EquivalentsList(role, of: row.batch)))
  }
}
