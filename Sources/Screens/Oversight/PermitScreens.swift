import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «درخواست مجوز اجرا یا شرکت کارکنان در دوره آموزشی»: the permits within reach (S5-3).
struct PermitsList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, send, approve
    case giveBack = "give-back"
    case reject
    var help: String { action.name }

    var action: PermitLife.Action {
      switch self {
      case .add: .create
      case .send: .send
      case .approve: .approve
      case .giveBack: .giveBack
      case .reject: .reject
      }
    }
  }

  static let name = "permits"
  let role: Role
  let queue: OversightQueue

  init(_ role: Role, _ queue: OversightQueue = .all) {
    self.role = role
    self.queue = queue
  }

  var title: String {
    switch queue {
    case .all: Phrases.Oversight.permits
    case .waiting: Phrases.Oversight.permitQueue
    case .returned: Phrases.Oversight.permitsReturned
    }
  }
  let allowsMarks = true
  var emptyText: String? {
    switch queue {
    case .all:
      role == .liaison ? Phrases.OversightNext.permitsEmpty : Phrases.OversightNext.nothingYet
    case .waiting: Phrases.OversightNext.nothingWaits
    case .returned: Phrases.OversightNext.nothingReturned
    }
  }

  private var state: PermitLife.State? {
    switch queue {
    case .all: nil
    case .waiting: .waiting
    case .returned: .returned
    }
  }

  var columns: [Column<AgencyPermitLine>] {
    // The management looks at whose it is, an agency at what it is.
    let own: Column<AgencyPermitLine> =
      role == .oversight
      ? Column(Phrases.Oversight.agency, width: 16, text: { $0.agencyName })
      : Column(Phrases.Oversight.group, width: 15, text: { $0.permit.form.group.shortName })
    return [
      Column(
        Phrases.Oversight.requested, width: 13, direction: .ltr,
        text: { $0.permit.requested.said }),
      Column(Phrases.Oversight.courseTitle, text: { $0.permit.form.title }), own,
      Column(
        Phrases.Oversight.requestState, width: 22,
        tone: { $0.permit.state == .returned ? .warning : .body },
        text: { $0.permit.state.name }),
    ]
  }

  func identity(of row: AgencyPermitLine) -> Int64 { row.permit.id.rawValue }

  func page(
    _ request: TableRequest<AgencyPermitLine>, of query: TableQuery,
    _ records: borrowing Reading, _ context: Context
  ) throws -> [AgencyPermitLine] {
    try context.require(queue.permission)
    return try records.permits(
      in: context.actor.oversightReach, .init(state: state, text: query.filter),
      page: request.page(\.permit), limit: request.count)
  }

  func open(_ row: AgencyPermitLine) -> Step {
    .open(RecordScreen(PermitRecord(row.permit.id, row.permit.form.title)))
  }

  func perform(_ command: Command, on rows: [AgencyPermitLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard command != .add else { return .open(FormScreen(PermitForm(nil))) }
    return Manifold.ask(
      PermitLife.self, command.action, rows.map { ($0.permit.id, $0.permit.state) },
      named: command.help)
  }

  func reasonClosed(_ command: Command, on rows: [AgencyPermitLine]) -> String? {
    Manifold.reasonClosed(
      PermitLife.self, command.action, role, rows.map(\.permit.state), named: command.help
    ) { $0.name }
  }
}

/// Actions on many rows of a list of the section at once (S5-4e).
enum Manifold {
  /// Asks once, with a reason where one is kept, and does it for all or for none.
  static func ask<Life: RecordedLife>(
    _ life: Life.Type, _ action: Life.Action, _ rows: [(id: ID<Life.Record>, state: Life.State)],
    named title: String
  ) -> Step {
    let (ids, states) = (rows.map(\.id), Set(rows.map(\.state)))
    let traits = Life.table.filter { line in
      line.action == action && line.from.contains(where: states.contains)
    }.reduce(into: LineTraits()) { $0.formUnion($1.traits) }
    return .open(
      AskScreen(
        Phrases.Oversight.question(title, ids.count), yes: title,
        asksReason: traits.contains(.needsReason),
        confirmation: traits.contains(.dangerous) ? Phrases.yes : nil
      ) { portal, reason in
        portal.perform(AdvanceAll<Life>(ids, action), reason: reason)
          .map { _ in .notice(Phrases.Oversight.done(title, ids.count), .good) }
      })
  }

  /// Why an action is closed for these rows, as the state table has it.
  static func reasonClosed<Life: RecordedLife>(
    _ life: Life.Type, _ action: Life.Action, _ role: Role, _ states: [Life.State],
    named title: String, say: (Life.State) -> String
  ) -> String? {
    let lines = Life.table.filter { $0.action == action && $0.roles.contains(role) }
    guard !lines.isEmpty else { return Phrases.Learners.notYours(title) }
    guard !lines.contains(where: \.isCreation) else { return nil }
    guard !states.isEmpty else { return Phrases.chooseRowFirst }
    let open = lines.flatMap(\.from)
    return states.allSatisfy(open.contains)
      ? nil : Phrases.Oversight.only(open.map(say).joined(separator: Phrases.Oversight.or))
  }
}

/// A permit: what is asked for, its papers, and what SM-20 lets the role do.
struct PermitRecord: RecordDescription {
  static let name = "permit-record"
  let id: ID<Permit>
  let title: String

  init(_ id: ID<Permit>, _ title: String) {
    self.id = id
    self.title = title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try PermitLife.situation(of: id, records, context),
      let line = try records.permit(id, in: context.actor.oversightReach)
    else { throw Failure.forbidden }
    return RecordPage(
      facts: Self.facts(line, context.actor.role), links: links(line.permit, context.actor.role),
      actions: PermitLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { $0 == .edit ? .open(FormScreen(PermitForm(line.permit))) : nil }),
      history: try records.past(of: "permit", id.rawValue))
  }

  private func links(_ permit: Permit, _ role: Role) -> [RecordPage.Item] {
    var links = [
      RecordPage.Item(Phrases.Prints.oversightPermit, step: .open(LetterScreen(PermitLetter(id))))
    ]
    if let file = permit.syllabus {
      links.append(
        .init(
          Phrases.Oversight.saveSyllabus,
          step: OversightFiles.save(Phrases.Oversight.saveSyllabus, file) {
            [id] records, context in
            try records.permit(id, in: context.actor.oversightReach)?.permit.syllabus
          }))
    }
    if let file = permit.programme {
      links.append(
        .init(
          Phrases.Oversight.saveProgramme,
          step: OversightFiles.save(Phrases.Oversight.saveProgramme, file) {
            [id] records, context in
            try records.permit(id, in: context.actor.oversightReach)?.permit.programme
          }))
    }
    return links
  }

  private static func facts(_ line: AgencyPermitLine, _ role: Role) -> [RecordPage.Fact] {
    let (permit, form) = (line.permit, line.permit.form)
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Oversight.requestState, permit.state.name, tone: .strong),
      .init(Phrases.Oversight.reason, permit.reason, tone: .warning),
      .init(
        Phrases.OversightNext.label, Phrases.OversightNext.step(permit.state, for: role) ?? "",
        tone: .strong),
      .init(Phrases.Oversight.agency, line.agencyName),
      .init(Phrases.Oversight.permitKind, form.kind.name),
      .init(Phrases.Oversight.group, form.group.name),
      .init(Phrases.Oversight.courseTitle, form.title),
      .init(Phrases.Oversight.hours, form.hours.said),
      .init(Phrases.Oversight.dayCount, form.dayCount.said),
    ]
    facts += form.days.map { .init(Phrases.Oversight.programme, Phrases.Oversight.row($0)) }
    facts += [
      .init(Phrases.Oversight.syllabus, permit.syllabus?.name ?? ""),
      .init(Phrases.Oversight.programmeFile, permit.programme?.name ?? ""),
      .init(Phrases.Oversight.mode, form.mode.name),
      .init(Phrases.Oversight.organiser, form.organiser.said),
      .init(
        Phrases.Oversight.instructor,
        line.instructorName.isEmpty ? Phrases.Oversight.noInstructor : line.instructorName,
        tone: line.instructorName.isEmpty ? .warning : .body),
      .init(Phrases.Oversight.inCalendar, form.isInCalendar ? Phrases.yes : Phrases.no),
      .init(Phrases.Oversight.requested, permit.requested.said),
    ]
    return facts.filter { !$0.value.isEmpty }
  }
}
