import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The decrees and appointments of a person, as one list (S2-5.7b).
struct EmploymentList: ListDescription {
  enum Row: Sendable {
    case decree(Decree)
    case appointment(Appointment)
  }

  enum Command: String, CommandSet {
    case decree, appointment
    var help: String {
      switch self {
      case .decree: Phrases.Employment.newDecree
      case .appointment: Phrases.Employment.newAppointment
      }
    }
  }

  static let name = "employment"
  let person: Person
  var title: String { Phrases.Employment.title(person.name.inFull) }

  let columns: [Column<Row>] = [
    Column(Phrases.Employment.kind, width: 6, text: { $0.kind }),
    Column(Phrases.Employment.number, width: 12, direction: .ltr, text: { $0.number }),
    Column(Phrases.Employment.from, width: 10, direction: .ltr, text: { $0.from.said }),
    Column(Phrases.Employment.to, width: 10, direction: .ltr, text: { $0.to?.said ?? "—" }),
    Column(Phrases.Employment.details, text: { $0.details }),
  ]

  func identity(of row: Row) -> Int64 {
    switch row {
    case .decree(let decree): decree.id.rawValue
    case .appointment(let appointment): appointment.id.rawValue
    }
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewPeople)
    try context.requireReach(unit: person.unit, records)
    let employment = try records.employment(of: person.id)
    return employment.decrees.map(Row.decree) + employment.appointments.map(Row.appointment)
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch command {
    case .decree: .open(FormScreen(DecreeForm(person: person)))
    case .appointment: .open(FormScreen(AppointmentForm(person: person)))
    }
  }
}

extension EmploymentList.Row {
  var kind: String {
    switch self {
    case .decree: Phrases.Employment.decree
    case .appointment: Phrases.Employment.appointment
    }
  }

  var number: String {
    switch self {
    case .decree(let decree): decree.number
    case .appointment(let appointment): appointment.number
    }
  }

  var from: JalaliDate {
    switch self {
    case .decree(let decree): decree.from
    case .appointment(let appointment): appointment.from
    }
  }

  var to: JalaliDate? {
    switch self {
    case .decree(let decree): decree.to
    case .appointment(let appointment): appointment.to
    }
  }

  var details: String {
    switch self {
    case .decree(let decree): decree.jobTitle
    case .appointment(let appointment):
      "\(appointment.subject) — \(HourMinute.text(appointment.weeklyMinutes))"
    }
  }
}

/// A new decree (حکم).
struct DecreeForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
    var jobTitle = ""
    var jobField: String? = ""
    var employmentKind: String? = ""
    var postKind: String? = ""
    var from: JalaliDate?
    var to: JalaliDate?
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var jobFields: [CodeList.Item]
    var employmentKinds: [CodeList.Item]
    var postKinds: [CodeList.Item]
  }

  static let name = "decree"
  let title = Phrases.Employment.newDecree
  let person: Person

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    (
      Draft(),
      Lists(
        today: context.today, jobFields: try records.items(of: "job-field"),
        employmentKinds: try records.items(of: "employment-kind"),
        postKinds: try records.items(of: "post-kind"))
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .text(Phrases.Employment.number, \.number, limit: 30).required().wide(20),
      .day(Phrases.Employment.day, \.day, today: lists.today).required(),
      .text(Phrases.Employment.jobTitle, \.jobTitle, limit: 80),
      .pick(Phrases.Employment.jobField, \.jobField, among: lists.jobFields.choices),
      .pick(
        Phrases.Employment.employmentKind, \.employmentKind, among: lists.employmentKinds.choices),
      .pick(Phrases.Employment.postKind, \.postKind, among: lists.postKinds.choices),
      .day(Phrases.Employment.from, \.from, today: lists.today).required(),
      .day(Phrases.Employment.to, \.to, today: lists.today),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let day = draft.day, let from = draft.from else {
      return .failure(.complaint(field: "from", .empty))
    }
    let decree = Decree(
      id: ID(rawValue: 0), person: person.id, number: Normalizer.line(draft.number), day: day,
      jobTitle: Normalizer.line(draft.jobTitle), jobField: draft.jobField ?? "",
      employmentKind: draft.employmentKind ?? "", postKind: draft.postKind ?? "", from: from,
      to: draft.to)
    return portal.perform(UpdateEmployment(decree: decree)).map { _ in .notice(Phrases.saved, .good)
    }
  }
}

/// A new teaching appointment (ابلاغ).
struct AppointmentForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var kind: String? = ""
    var school: ID<Unit>?
    var year: Int
    var subject = ""
    var teachingField: String? = ""
    var stage: String? = ""
    var hours = 24
    var from: JalaliDate?
    var to: JalaliDate?
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var kinds: [CodeList.Item]
    var schools: [Unit]
    var teachingFields: [CodeList.Item]
    var stages: [CodeList.Item]
  }

  static let name = "appointment"
  let title = Phrases.Employment.newAppointment
  let person: Person

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    (
      Draft(school: person.school, year: context.today.year),
      Lists(
        today: context.today, kinds: try records.items(of: "appointment-kind"),
        schools: try records.units(in: context.actor.scope).filter { $0.kind == .school },
        teachingFields: try records.items(of: "teaching-field"),
        stages: try records.items(of: "stage"))
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .text(Phrases.Employment.number, \.number, limit: 30).required().wide(20),
      .year(Phrases.Employment.year, \.year),
      .text(Phrases.Employment.subject, \.subject, limit: 60).required().wide(30),
      .pick(Phrases.Employment.teachingField, \.teachingField, among: lists.teachingFields.choices),
      .pick(Phrases.Employment.stage, \.stage, among: lists.stages.choices),
      .number(Phrases.Employment.weeklyHours, \.hours, in: 1...60),
      .day(Phrases.Employment.from, \.from, today: lists.today).required(),
      .day(Phrases.Employment.to, \.to, today: lists.today),
      .pick(Phrases.Employment.kind, \.kind, among: lists.kinds.choices),
      .pick(
        Phrases.Employment.school, \.school, among: lists.schools.map { ($0.id, $0.name) }),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from else { return .failure(.complaint(field: "from", .empty)) }
    let appointment = Appointment(
      id: ID(rawValue: 0), person: person.id, number: Normalizer.line(draft.number),
      school: draft.school, year: draft.year, subject: Normalizer.line(draft.subject),
      teachingField: draft.teachingField ?? "", stage: draft.stage ?? "",
      weeklyMinutes: draft.hours * 60, kind: draft.kind ?? "", from: from, to: draft.to)
    return portal.perform(UpdateEmployment(appointment: appointment))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

extension [CodeList.Item] {
  /// The items as a form offers them, an empty one first.
  var choices: [(String, String)] { [("", "—")] + map { ($0.code, $0.title) } }
}
