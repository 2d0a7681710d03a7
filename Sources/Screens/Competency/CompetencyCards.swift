import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ارزیابی شایستگی و سنجش صلاحیت»: the page of rectangles behind the starred item (S1-4a, S1-4f).
struct CompetencyCards: CardDescription {
  static let name = "competency"
  let title = Phrases.Competency.programme

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Card] {
    try context.require(.viewOwnData)
    guard let id = context.actor.person, let person = try records.person(id) else { return [] }
    let last = try records.competencyRequests(in: .own(id), limit: 1).first
    return [
      Card(
        Phrases.Competency.request, lines: [Phrases.Competency.cardRegister],
        step: .open(FormScreen(CompetencyForm()))),
      Card(
        Phrases.Competency.ownRequests,
        lines: last.map {
          [$0.request.state.name, Phrases.Competency.grouped($0.request.tracking)]
        } ?? [Phrases.Competency.cardNone],
        tone: last == nil ? .dimmed : .good, step: .open(ListScreen(OwnCompetencyList()))),
      Card(
        Phrases.Competency.ownResults,
        lines: [
          last?.scores.missing.isEmpty ?? false
            ? Phrases.Competency.cardResults : Phrases.Competency.cardNoResults
        ], step: .open(ListScreen(OwnResultsList()))),
      Card(
        Phrases.Competency.file, lines: [Phrases.Competency.cardFile],
        step: .open(RecordScreen(PersonnelFile(person)))),
      Card(
        Phrases.LearnerData.title, lines: [Phrases.Competency.cardData],
        step: .open(RecordScreen(LearnerDataRecord(nil)))),
      Card(
        Phrases.Competency.shortHelp, lines: [Phrases.Competency.cardHelp],
        step: .open(AppointmentHelpScreen())),
    ]
  }

  /// Whether the item of the menu has its red star: not for administrative and service staff (S1-1h).
  static func isStarred(_ records: borrowing Reading, _ context: Context) throws -> Bool {
    guard context.actor.role == .learner, let id = context.actor.person,
      let person = try records.person(id)
    else { return false }
    return Participation(person, try records.employment(of: id), on: context.today) == .compulsory
  }
}

/// «درخواست توسعه شایستگی»: what the office knows of the learner, a tick, and «ثبت اطلاعات» (S1-4b).
struct CompetencyForm: FormDescription {
  struct Draft: Sendable {
    var isAccepted: Bool? = false
    var person: PersonLine
    var facts: CompetencyLife.Facts
    /// The titles of job field, teaching fields and stages, in the order of the fields.
    var post = ""
    var appointments = ""
  }

  static let name = "competency-request"
  let submission: String? = Phrases.Submission.send
  let title = Phrases.Competency.request

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewOwnData)
    guard let id = context.actor.person,
      let line = try records.personLine(id, in: context.actor.personReach)
    else { throw Failure.forbidden }
    let facts = try CompetencyLife.newRequest(of: line.person, records, context)
    var draft = Draft(person: line, facts: facts)
    if let decree = facts.employment.decree(on: context.today) {
      let field = try records.items(of: "job-field").first { $0.code == decree.jobField }?.title
      draft.post = [decree.jobTitle, field ?? ""].filter { !$0.isEmpty }.joined(separator: " — ")
    }
    let said = try facts.employment.appointments(on: context.today).map {
      try $0.said(records)
    }
    draft.appointments = Say.list(said)
    return (draft, ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    @Sendable func text(_ text: String?) -> String {
      text.flatMap { $0.isEmpty ? nil : $0 } ?? Phrases.Competency.none
    }
    return [
      .fixed(Phrases.Competency.nationalCode) { text($0.person.person.nationalCode?.shown) },
      .fixed(Phrases.Competency.personnelCode) { text($0.person.person.personnelCode?.shown) },
      .fixed(Phrases.Competency.name) { $0.person.person.name.inFull },
      .fixed(Phrases.Competency.place) { $0.person.unitName },
      .fixed(Phrases.Competency.school) { text($0.person.schoolName) },
      .fixed(Phrases.Competency.post) { text($0.post) },
      .fixed(Phrases.Competency.appointments) {
        $0.appointments.isEmpty ? Phrases.Competency.noAppointments : $0.appointments
      },
      .fixed(Phrases.Competency.year) {
        $0.facts.period.map { Phrases.Competency.period($0) } ?? Phrases.Competency.noPeriod
      },
      .pick(
        Phrases.Competency.acceptance, \.isAccepted,
        among: [(false, Phrases.Competency.notAccepted), (true, Phrases.Competency.accept)]
      ).hinted(Phrases.Competency.acceptHint),
      .button(Phrases.Competency.register),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    // The tick is asked for when the button is pressed, not while it is being set.
    CompetencyLife.choice(
      of: .register, in: nil, for: context.actor.role, facts: draft.facts, under: context.rules
    )?.findings.map(FormRemark.init) ?? []
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.perform(RegisterCompetency(isAccepted: draft.isAccepted ?? false)).map {
      .notice(Phrases.Competency.registered($0.outcome), .good)
    }
  }
}

extension Appointment {
  /// Subject, stage, field and hours in one line.
  func said(_ records: borrowing some Querying & ~Copyable) throws -> String {
    let field = try records.items(of: "teaching-field").first { $0.code == teachingField }?.title
    let level = try records.items(of: "stage").first { $0.code == stage }?.title
    let place = try school.flatMap { try records.unit($0)?.name }
    let parts = [subject, field, level, place].compactMap { $0 }.filter { !$0.isEmpty }
    return (parts + [Phrases.LearnerData.weekly(weeklyMinutes)]).joined(separator: " ")
  }
}

/// The page on «خطای عدم ابلاغ» under the title of its training film (S1-5b).
struct AppointmentHelpScreen: Screen {
  typealias Environment = Portal
  enum Reply: Sendable { case text(String) }

  static let name = "appointment-error"
  let title = Phrases.Competency.help
  private var text = Scroller([])

  func start() -> Effect<Portal, Reply> {
    .run { portal in
      let bytes = (try? portal.asset("Help/\(Self.name).txt")) ?? []
      return .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    if case .reply(.text(let text)) = event {
      self.text = Scroller(text: text)
      return .none
    }
    guard let input = event.input else { return .none }
    if input == .navigate(.back) || input == .navigate(.accept) { return .close }
    text.handle(input)
    return .none
  }

  func view(in frame: inout Frame) {
    text.view(
      in: &frame,
      at: Rect(row: 0, column: 1, rows: frame.size.rows, columns: max(0, frame.size.columns - 2)))
  }
}
