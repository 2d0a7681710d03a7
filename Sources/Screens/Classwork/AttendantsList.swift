import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «شرکت‌کنندگان ثبت‌نام‌نشده»: form 2 of a class (S2-7.6).
struct AttendantsList: ListDescription {
  enum Command: String, CommandSet {
    case add, edit, remove, attendance, form2, form3
    var help: String {
      switch self {
      case .add: Phrases.Classwork.addAttendant
      case .edit: Phrases.Classwork.editAttendant
      case .remove: Phrases.Classwork.removeAttendant
      case .attendance: Phrases.Classwork.attendantsAttendance
      case .form2: Phrases.Prints.form2
      case .form3: Phrases.Prints.form3
      }
    }
  }

  static let name = "attendants"
  let line: ClassLine
  let role: Role
  var title: String { "\(Phrases.Classwork.attendants): \(Phrases.Classes.heading(line))" }

  init(_ line: ClassLine, _ role: Role) {
    self.line = line
    self.role = role
  }

  let columns: [Column<Attendant>] = [
    Column(
      Phrases.People.lastName, sortedBy: { .text(Collation.key($0.name.surnameFirst)) },
      text: { $0.name.last }),
    Column(Phrases.People.firstName, text: { $0.name.first }),
    Column(
      Phrases.People.nationalCode, width: 11, direction: .ltr,
      text: { $0.nationalCode?.shown ?? "" }),
    Column(Phrases.People.place, text: { $0.workplace }),
    Column(Phrases.People.mobile, width: 12, direction: .ltr, text: { Digits.persian($0.mobile) }),
  ]

  func identity(of row: Attendant) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Attendant] {
    try context.require(.viewEnrolments)
    guard try context.reaches(line.trainingClass.id, records) else { throw Failure.forbidden }
    return try records.attendants(of: line.trainingClass.id)
  }

  func open(_ row: Attendant) -> Step {
    perform(reasonClosed(.edit, on: [row]) == nil ? .edit : .attendance, on: [row])
  }

  func perform(_ command: Command, on rows: [Attendant]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    let id = line.trainingClass.id
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(AttendantForm(id, nil)))
    case (.edit, let row?): return .open(FormScreen(AttendantForm(id, row)))
    case (.remove, let row?): return .open(Self.remove(row))
    case (.attendance, _): return .open(TickGridScreen(AttendantsGrid(line)))
    case (.form2, _): return .open(LetterScreen(UnregisteredForm(id)))
    case (.form3, _): return .open(LetterScreen(UnregisteredAttendanceForm(id)))
    case (.edit, nil), (.remove, nil): return .none
    }
  }

  private static func remove(_ row: Attendant) -> AskScreen {
    AskScreen(
      Phrases.Classwork.removeQuestion(row.name.inFull), yes: Phrases.Classwork.removeAttendant
    ) { portal, _ in
      portal.perform(RemoveAttendant(row.id)).map { _ in .notice(Phrases.saved, .good) }
    }
  }

  func reasonClosed(_ command: Command, on rows: [Attendant]) -> String? {
    switch command {
    case .attendance, .form2, .form3: return nil
    case .add, .edit, .remove:
      guard Permission.manageClass.isHeld(by: role) else { return Phrases.Classes.onlyManager }
      return command == .add || !rows.isEmpty ? nil : Phrases.chooseRowFirst
    }
  }
}

/// The details of an attendant, as form 2 asks for them.
struct AttendantForm: FormDescription {
  struct Draft: Sendable {
    var first = ""
    var last = ""
    var nationalCode: NationalCode?
    var personnelCode = ""
    var workplace = ""
    var mobile = ""
    var note = ""
  }

  static let name = "attendant"
  let trainingClass: ID<TrainingClass>
  /// Nil for somebody new.
  let before: Attendant?
  var title: String {
    before == nil ? Phrases.Classwork.addAttendant : Phrases.Classwork.editAttendant
  }

  init(_ trainingClass: ID<TrainingClass>, _ before: Attendant?) {
    self.trainingClass = trainingClass
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    guard let before else { return (Draft(), ()) }
    return (
      Draft(
        first: before.name.first, last: before.name.last, nationalCode: before.nationalCode,
        personnelCode: before.personnelCode, workplace: before.workplace, mobile: before.mobile,
        note: before.note), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.People.firstName, \.first, limit: 60).required().wide(24)
        .hinted(Phrases.Classwork.noCommitment),
      .text(Phrases.People.lastName, \.last, limit: 60).required().wide(24),
      .optional(
        Phrases.People.nationalCode, \.nationalCode, limit: 12, show: { $0.shown },
        parse: { text throws(Training.Complaint) in try NationalCode(validating: text) }
      ).wide(14),
      .text(Phrases.People.personnelCode, \.personnelCode, limit: 20, direction: .ltr).wide(14),
      .text(Phrases.People.place, \.workplace, limit: 80),
      .text(Phrases.People.mobile, \.mobile, limit: 20, direction: .ltr).wide(14),
      .text(Phrases.Classwork.note, \.note, limit: 120),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let name: PersonName
    do throws(Training.Complaint) {
      name = try PersonName(first: draft.first, last: draft.last)
    } catch {
      return .failure(.complaint(field: "name", error))
    }
    let attendant = Attendant(
      trainingClass: trainingClass, name: name, nationalCode: draft.nationalCode,
      personnelCode: Digits.latin(Normalizer.line(draft.personnelCode)),
      workplace: Normalizer.line(draft.workplace),
      mobile: Digits.latin(Normalizer.line(draft.mobile)), note: Normalizer.line(draft.note))
    if let before {
      return portal.perform(EditAttendant(before, to: attendant))
        .map { _ in .notice(Phrases.saved, .good) }
    }
    return portal.perform(RegisterAttendant(attendant))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// Form 3: attendants down, sessions leftwards (S2-7.6a).
struct AttendantsGrid: TickGridDescription {
  static let name = "attendants-grid"
  let line: ClassLine
  var title: String {
    "\(Phrases.Classwork.attendantsAttendance): \(Phrases.Classes.heading(line))"
  }
  private var id: ID<TrainingClass> { line.trainingClass.id }

  init(_ line: ClassLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> TickPage {
    try context.require(.viewAttendance)
    let today = context.today
    guard let line = try records.trainingClass(id, in: context.actor.courseReach, on: today) else {
      throw Failure.forbidden
    }
    let attendants = try records.attendants(of: id)
    let sessions = try records.sessions(of: id).map(\.session)
    let mayTick = Permission.manageClass.isHeld(by: context.actor.role)
    let forbidden = [
      Finding(
        .permission, .refusal, .portal(.onlyRole(.courseManager)), remedy: .ask(.courseManager))
    ]
    let state = line.state(on: today)
    return TickPage(
      heading: Phrases.Classwork.noCommitment,
      warnings: StartFacts.policies(under: context.rules).findings(in: try records.start(of: line)),
      rows: attendants.map { TickPage.Row($0.id.rawValue, $0.name.surnameFirst) },
      columns: sessions.map { session in
        TickPage.Column(
          session.id.rawValue,
          [String(session.day.text(.short).suffix(5)), Say.clock(session.span.start)],
          findings: mayTick
            ? MarkingFacts.policies.findings(
              in: MarkingFacts(session: session.day, classState: state, day: today)) : forbidden)
      },
      ticks: Set(
        try records.attendance(of: id).map {
          TickPlace(row: $0.attendant.rawValue, column: $0.session.rawValue)
        }))
  }

  func set(_ places: [TickPlace], to value: Bool, _ portal: Portal) -> Result<Void, Failure> {
    let marks = places.map {
      MarkAttendants.Mark(ID(rawValue: $0.row), ID(rawValue: $0.column), present: value)
    }
    return portal.perform(MarkAttendants(marks, in: id)).map { _ in }
  }

  func paper(_ page: TickPage) -> Step { .open(LetterScreen(UnregisteredAttendanceForm(id))) }
  func report(_ page: TickPage) -> Step { ShortageReport.ask(line, page.warnings) }
}
