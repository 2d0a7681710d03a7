import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «برنامهٔ کلاس»: the sessions of a class (S2-4.7).
struct ProgrammeList: ListDescription {
  enum Command: String, CommandSet {
    case add, edit, remove, attendance, slips
    var help: String {
      switch self {
      case .add: Phrases.Programme.add
      case .edit: Phrases.Programme.edit
      case .remove: Phrases.Programme.remove
      case .attendance: Phrases.Classes.attendance
      case .slips: Phrases.Prints.slips
      }
    }
  }

  static let name = "programme"
  let line: ClassLine
  let role: Role

  init(_ line: ClassLine, _ role: Role) {
    self.line = line
    self.role = role
  }

  var title: String { "\(Phrases.Classes.programme): \(Phrases.Classes.heading(line))" }

  let columns: [Column<SessionLine>] = [
    Column(
      Phrases.Programme.day, width: 10, direction: .ltr,
      sortedBy: { .number($0.session.day.dayNumber) }, text: { $0.session.day.said }),
    Column(Phrases.Programme.weekday, width: 9, text: { $0.session.day.weekday.name }),
    Column(Phrases.Programme.time, width: 15, text: { $0.session.span.said }),
    Column(Phrases.Programme.instructor, text: { $0.instructorName }),
    Column(Phrases.Programme.topic, text: { $0.session.topic }),
    Column(Phrases.Classes.place, text: { $0.place }),
  ]

  func identity(of row: SessionLine) -> Int64 { row.session.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [SessionLine] {
    try context.require(.viewClasses)
    guard try context.reaches(line.trainingClass.id, records) else { throw Failure.forbidden }
    return try records.sessions(of: line.trainingClass.id)
  }

  func open(_ row: SessionLine) -> Step {
    perform(reasonClosed(.edit, on: [row]) == nil ? .edit : .attendance, on: [row])
  }

  func perform(_ command: Command, on rows: [SessionLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(SessionForm(line.trainingClass.id, nil)))
    case (.edit, let row?):
      return .open(FormScreen(SessionForm(line.trainingClass.id, row.session)))
    case (.remove, let row?): return .open(Self.remove(row.session))
    case (.attendance, let row?):
      return .open(
        AttendanceScreen(trainingClass: line.trainingClass.id, session: row.session.id))
    case (.slips, let row?):
      return .open(LetterScreen(SessionSlips(line.trainingClass.id, row.session.id)))
    case (.edit, nil), (.remove, nil), (.attendance, nil), (.slips, nil): return .none
    }
  }

  private static func remove(_ session: Session) -> AskScreen {
    AskScreen(
      Phrases.Programme.removeQuestion(session.day, session.span), yes: Phrases.Programme.remove
    ) { portal, _ in
      portal.perform(RemoveSession(session.id)).map { _ in .notice(Phrases.saved, .good) }
    }
  }

  func reasonClosed(_ command: Command, on rows: [SessionLine]) -> String? {
    let isEditing = command != .attendance && command != .slips
    guard !isEditing || Permission.editProgramme.isHeld(by: role) else {
      return Phrases.Classes.onlyManager
    }
    return command == .add || !rows.isEmpty ? nil : Phrases.chooseRowFirst
  }
}

/// A session of the programme: put in, or moved.
struct SessionForm: FormDescription {
  struct Draft: Sendable {
    var day: JalaliDate?
    var start = 8 * 60
    var end = 12 * 60
    var instructor: ID<Factor>? = ID(rawValue: 0)
    var topic = ""
    var place = ""
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var instructors: [Factor]
  }

  static let name = "class-session"
  let trainingClass: ID<TrainingClass>
  /// Nil for a new session.
  let before: Session?
  var title: String { before == nil ? Phrases.Programme.add : Phrases.Programme.edit }

  init(_ trainingClass: ID<TrainingClass>, _ before: Session?) {
    self.trainingClass = trainingClass
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let (reach, today) = (context.actor.courseReach, context.today)
    guard let line = try records.trainingClass(trainingClass, in: reach, on: today) else {
      throw Failure.forbidden
    }
    let instructors = try records.factors(of: line.trainingClass.request)
      .filter { $0.duty == .instructor }
    let lists = Lists(today: today, instructors: instructors)
    if let before { return (Draft(before), lists) }
    // The next session is mostly like the last, on another day.
    guard let last = try records.sessions(of: trainingClass).last?.session else {
      let only = instructors.count == 1 ? instructors.first?.id : nil
      return (
        Draft(day: line.trainingClass.from, instructor: only ?? ID(rawValue: 0)), lists
      )
    }
    var draft = Draft(last)
    // Fridays are free: the proposal passes over them.
    draft.day = last.day.adding(days: last.day.weekday == .thursday ? 2 : 1)
    draft.topic = ""
    return (draft, lists)
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let instructors =
      [(ID<Factor>(rawValue: 0), "—")] + lists.instructors.map { ($0.id, $0.fullName) }
    return [
      .day(Phrases.Programme.day, \.day, today: lists.today).required(),
      .time(Phrases.Programme.start, \.start),
      .time(Phrases.Programme.end, \.end),
      .pick(Phrases.Programme.instructor, \.instructor, among: instructors),
      .text(Phrases.Programme.topic, \.topic, limit: 100),
      .text(Phrases.Classes.place, \.place, limit: 80).hinted(Phrases.Programme.placeHint),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    let (reach, today) = (context.actor.courseReach, context.today)
    guard let session = session(draft),
      let line = try records.trainingClass(trainingClass, in: reach, on: today)
    else { return [] }
    return try PutSession.findings(session, in: line, records, context).map(FormRemark.init)
  }

  /// Nil while day and hours make no session.
  private func session(_ draft: Draft) -> Session? {
    guard let day = draft.day, let span = TimeSpan(draft.start, draft.end) else { return nil }
    return Session(
      id: before?.id ?? ID(rawValue: 0), trainingClass: trainingClass, day: day, span: span,
      instructor: draft.instructor.flatMap { $0.rawValue == 0 ? nil : $0 },
      topic: Normalizer.line(draft.topic), place: Normalizer.line(draft.place))
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let session = session(draft) else {
      return .failure(.complaint(field: "end", draft.day == nil ? .date : .endNotAfterStart))
    }
    let work = before.map { PutSession(before: $0, after: session) } ?? PutSession(session)
    return portal.perform(work).map { done in
      // What the programme still lacks is told at once (S2-2.3c).
      let warning = warnings(session, done.outcome, portal).first
      return warning.map { .notice(Phrases.Programme.savedBut($0.sentence), .warning) }
        ?? .notice(Phrases.saved, .good)
    }
  }

  private func warnings(
    _ session: Session, _ id: ID<Session>, _ portal: Portal
  ) -> [Finding] {
    var session = session
    session.id = id
    let found = portal.read { [session] records, context in
      guard
        let line = try records.trainingClass(
          trainingClass, in: context.actor.courseReach, on: context.today)
      else { return [Finding]() }
      return try PutSession.findings(session, in: line, records, context)
    }
    return (try? found.get()) ?? []
  }
}

extension SessionForm.Draft {
  fileprivate init(_ session: Session) {
    day = session.day
    start = session.span.start
    end = session.span.end
    instructor = session.instructor ?? ID(rawValue: 0)
    topic = session.topic
    place = session.place
  }
}

extension Field {
  /// A minute of the day, «۸:۳۰».
  static func time(
    _ label: String, _ path: any WritableKeyPath<Draft, Int> & Sendable
  ) -> Field {
    checked(
      label, path, limit: 5, direction: .ltr, show: Say.clock, parse: TimeSpan.minute(validating:)
    ).required().wide(8)
  }
}

extension Context {
  /// Whether a class is there for the actor.
  func reaches(
    _ id: ID<TrainingClass>, _ records: borrowing some Querying & ~Copyable
  ) throws -> Bool {
    try records.trainingClass(id, in: actor.courseReach, on: today) != nil
  }
}
