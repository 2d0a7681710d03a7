import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A learner's own class with its state and the absence up to now.
struct OwnCourseRow: Sendable {
  let own: OwnCourse
  let state: ClassLife.State
  let margin: AbsenceMargin
}

/// «دوره‌های ثبت‌نام شده»: what the learner is and was enrolled in (S2-5.4c).
struct OwnCoursesList: ListDescription {
  static let name = "own-courses"
  let title = Phrases.OwnCourses.title

  let columns: [Column<OwnCourseRow>] = [
    Column(Phrases.Courses.course, text: { $0.own.line.courseTitle }),
    Column(Phrases.Classes.name, width: 10, text: { $0.own.line.trainingClass.name }),
    Column(Phrases.Learners.enrolment, width: 11, text: { $0.own.enrolment.state.name }),
    Column(Phrases.Classes.state, width: 14, text: { $0.state.name }),
    Column(
      Phrases.Classes.start, width: 10, direction: .ltr,
      sortedBy: { .number($0.own.line.trainingClass.from.dayNumber) },
      text: { $0.own.line.trainingClass.from.said }),
    Column(
      Phrases.Learners.absent, width: 8, alignment: .trailing, tone: { $0.margin.standing.tone },
      text: { "\($0.margin.standing.sign)\(HourMinute.text($0.margin.absent))" }),
  ]

  func identity(of row: OwnCourseRow) -> Int64 { row.own.enrolment.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [OwnCourseRow] {
    try context.require(.viewOwnCourses)
    guard let person = context.actor.person else { return [] }
    return try records.enrolments(of: person, on: context.today).map { own in
      OwnCourseRow(
        own: own, state: own.line.state(on: context.today),
        margin: try records.margin(of: own, context))
    }
  }

  func open(_ row: OwnCourseRow) -> Step { .open(RecordScreen(OwnCourseRecord(row.own))) }
}

/// One of the learner's own classes: when and where, the absence, and what SM-4 lets learners do.
struct OwnCourseRecord: RecordDescription {
  static let name = "own-course"
  private let own: OwnCourse
  var title: String { Phrases.Classes.heading(own.line) }

  init(_ own: OwnCourse) { self.own = own }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewOwnCourses)
    let id = own.enrolment.id
    guard let situation = try EnrolmentLife.situation(of: id, records, context),
      situation.facts.isOwn
    else { throw Failure.forbidden }
    let (line, it) = (own.line, own.line.trainingClass)
    let margin = try records.margin(of: own, context)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Learners.enrolment, situation.state.name, tone: .strong),
      .init(Phrases.Classes.state, line.state(on: context.today).name),
      .init(Phrases.Catalogue.hours, HourMinute.text(line.courseMinutes)),
      .init(Phrases.Courses.unit, line.unitName),
      .init(Phrases.Classes.dates, Phrases.Courses.interval(it.from, it.to)),
      .init(Phrases.Classes.place, it.place.isEmpty ? Phrases.Classes.electronic : it.place),
      .init(Phrases.Learners.absent, Phrases.Learners.absence(margin), tone: margin.standing.tone),
    ]
    facts += try records.stageFacts(of: own.enrolment, in: line)
    let sessions = try records.sessions(of: it.id)
    if sessions.isEmpty {
      facts.append(.init(Phrases.OwnCourses.sessions, Phrases.OwnCourses.noSessions))
    }
    for (index, session) in sessions.enumerated() {
      facts.append(
        .init(Phrases.OwnCourses.number(index + 1), Phrases.OwnCourses.session(session)))
    }
    return RecordPage(
      facts: facts,
      links: (situation.facts.place.classState.hasBegun
        ? [RecordPage.Item(Phrases.Closing.control, step: .open(RecordScreen(OwnControl(own))))]
        : []),
      actions: EnrolmentLife.items(of: id, situation, context, name: { $0.name }),
      history: nil)
  }
}

extension Querying where Self: ~Copyable {
  /// The absence of a learner against what the course allows.
  func margin(of own: OwnCourse, _ context: Context) throws -> AbsenceMargin {
    AbsenceMargin(
      absent: try absentMinutes(of: own.enrolment.id), course: own.line.courseMinutes,
      rules: context.rules)
  }
}
