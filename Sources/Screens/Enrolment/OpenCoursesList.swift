import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ثبت‌نام در دوره‌ها»: the courses whose conditions the learner meets (S2-5.2).
struct OpenCoursesList: ListDescription {
  enum Command: String, CommandSet {
    case why
    var help: String { Phrases.Enrolling.whyNotShown }
  }

  static let name = "open-courses"
  let title = Phrases.Enrolling.title

  let columns: [Column<CourseDiagnosis>] = [
    Column(
      Phrases.Catalogue.code, width: 9, direction: .ltr,
      text: { Digits.persian($0.request.course.code) }),
    Column(
      Phrases.Catalogue.courseTitle, sortedBy: { .text(Collation.key($0.request.course.title)) },
      text: { $0.request.course.title }),
    Column(
      Phrases.Catalogue.hours, width: 6, alignment: .trailing,
      text: { HourMinute.text($0.request.course.minutes) }),
    Column(Phrases.Courses.unit, width: 16, text: { $0.request.unitName }),
    Column(
      Phrases.Classes.start, width: 10, direction: .ltr,
      sortedBy: { .number($0.nearest?.trainingClass.from.dayNumber ?? 0) },
      text: { $0.nearest?.trainingClass.from.said ?? "" }),
    Column(
      Phrases.Enrolling.free, width: 9, alignment: .centre,
      tone: { $0.isOpen ? .good : .warning },
      text: { $0.isOpen ? ($0.nearest?.free.said ?? "") : Phrases.Enrolling.closed }),
  ]

  func identity(of row: CourseDiagnosis) -> Int64 { row.request.request.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [CourseDiagnosis] {
    try context.openCourses(records)
  }

  func open(_ row: CourseDiagnosis) -> Step { .open(ListScreen(OpenClassesList(row.request))) }

  func perform(_ command: Command, on rows: [CourseDiagnosis]) -> Step {
    .open(ListScreen(DiagnosisList(nil)))
  }
}

/// «ادامه جهت انتخاب کلاس»: the classes of a course with days, place and free places (S2-5.2b).
struct OpenClassesList: ListDescription {
  static let name = "open-classes"
  private let request: RequestLine
  var title: String { "\(Phrases.Enrolling.chooseClass): \(request.course.title)" }

  init(_ request: RequestLine) { self.request = request }

  let columns: [Column<ClassLine>] = [
    Column(Phrases.Classes.name, width: 10, text: { $0.trainingClass.name }),
    Column(
      Phrases.Classes.enrolTo, width: 10, direction: .ltr,
      text: { $0.trainingClass.enrolTo.said }),
    Column(
      Phrases.Classes.start, width: 10, direction: .ltr, text: { $0.trainingClass.from.said }),
    Column(Phrases.Classes.end, width: 10, direction: .ltr, text: { $0.trainingClass.to.said }),
    Column(
      Phrases.Classes.place,
      text: {
        $0.trainingClass.place.isEmpty ? Phrases.Classes.electronic : $0.trainingClass.place
      }),
    Column(
      Phrases.Classes.capacity, width: 11, alignment: .centre,
      text: { $0.trainingClass.capacity.said }),
    Column(
      Phrases.Enrolling.free, width: 9, alignment: .centre,
      tone: { $0.free > 0 ? .good : .warning }, text: { $0.free.said }),
  ]

  func identity(of row: ClassLine) -> Int64 { row.trainingClass.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ClassLine] {
    try context.require(.viewOwnCourses)
    return try records.classes(
      of: request.request.id, in: context.actor.courseReach, on: context.today
    ).filter { !$0.state(on: context.today).isFinal }
  }

  func open(_ row: ClassLine) -> Step { .open(RecordScreen(OpenClassRecord(row))) }
}

/// «انتخاب کلاس › ثبت‌نام»: one class as a learner looks at it before enrolling.
struct OpenClassRecord: RecordDescription {
  static let name = "open-class"
  private let line: ClassLine
  var title: String { Phrases.Classes.heading(line) }

  init(_ line: ClassLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewOwnCourses)
    let (id, today) = (line.trainingClass.id, context.today)
    guard let person = context.actor.person,
      let now = try records.trainingClass(id, in: context.actor.courseReach, on: today),
      let diagnosis = try EnrolLearner.diagnosis(
        for: person, in: id, as: .enrol, records, context)
    else { throw Failure.forbidden }
    let name = EnrolmentLife.Action.enrol.name
    let question = AskScreen(
      Phrases.Record.question(name, Phrases.Classes.heading(now)), yes: name
    ) { portal, _ in
      portal.perform(EnrolLearner(person, in: id, as: .enrol))
        .map { _ in .notice(Phrases.Enrolling.done, .good) }
    }
    return RecordPage(
      facts: try facts(now, records),
      links: [
        .init(
          Phrases.Enrolling.conditions,
          step: .open(WhyScreen(title: Phrases.Enrolling.conditions, diagnosis.items)))
      ],
      actions: [.init(name, step: .open(question), findings: diagnosis.findings)], history: nil)
  }

  private func facts(
    _ now: ClassLine, _ records: borrowing Reading
  ) throws -> [RecordPage.Fact] {
    let it = now.trainingClass
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Courses.course, "\(now.courseTitle) (\(Digits.persian(now.courseCode)))"),
      .init(Phrases.Catalogue.hours, HourMinute.text(now.courseMinutes)),
      .init(Phrases.Courses.unit, now.unitName),
      .init(Phrases.Classes.enrolment, Phrases.Courses.interval(it.enrolFrom, it.enrolTo)),
      .init(Phrases.Classes.dates, Phrases.Courses.interval(it.from, it.to)),
      .init(Phrases.Classes.place, it.place.isEmpty ? Phrases.Classes.electronic : it.place),
      .init(Phrases.Classes.capacity, it.capacity.said),
      .init(Phrases.Enrolling.free, now.free.said, tone: now.free > 0 ? .good : .warning),
    ]
    for (index, session) in try records.sessions(of: it.id).enumerated() {
      facts.append(
        .init(Phrases.OwnCourses.number(index + 1), Phrases.OwnCourses.session(session)))
    }
    return facts
  }
}
