import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «بارگذاری فایل اکسل» of the liaison: the guide with its eight rules, the file, the empty list, and
/// what was sent before (S5-5a).
struct UploadRecord: RecordDescription {
  static let name = "oversight-upload"
  let title = Phrases.Upload.title

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard CompletedCourseLife.roles(for: .create).contains(context.actor.role),
      let line = try records.agency(context.actor.unit, in: context.actor.oversightReach)
    else { throw Failure.forbidden }
    let closed = UploadOpen().findings(in: line.agency)
    let state = UploadLife.State(isOpen: line.agency.isUploadOpen)
    let past = try records.completedImports(of: line.unit.id, limit: 20)
    return RecordPage(
      facts: [
        RecordPage.Fact(Phrases.Oversight.agency, line.unit.name),
        RecordPage.Fact(
          Phrases.Upload.isOpen, state.name, tone: state == .open ? .good : .warning),
      ]
        + Phrases.Upload.rules.enumerated().map {
          RecordPage.Fact(Phrases.Upload.rule($0 + 1), $1)
        }
        + past.map { it in
          RecordPage.Fact(
            Moment.day(of: it.moment).said,
            Phrases.Upload.read(it.file.name, it.accepted, rejected: it.rejected))
        },
      links: [
        RecordPage.Item(
          Phrases.Upload.read, step: .open(ImportScreen(CompletedUpload())), findings: closed),
        RecordPage.Item(Phrases.Upload.template, step: .open(Self.template)),
      ], history: nil)
  }

  private static let template = ExportScreen(
    Phrases.Upload.template,
    file: SheetFormat.fileName(Phrases.Upload.title, ending: "xlsx")
  ) { portal, path, _ in
    try WorkbookWriter.write(try CompletedUpload().template(portal), to: path)
  }
}

/// The agencies with their switch of workbooks and the education offices they answer for (SM-22).
struct SwitchesList: PagedListDescription {
  static let name = "oversight-switches"
  let title = Phrases.Upload.switches

  let columns: [Column<AgencyLine>] = [
    Column(
      Phrases.Oversight.agencyCode, width: 14, direction: .ltr,
      text: { Digits.persian($0.unit.code) }),
    Column(Phrases.Oversight.agency, text: { $0.unit.name }),
    Column(
      Phrases.Upload.isOpen, width: 14,
      text: { UploadLife.State(isOpen: $0.agency.isUploadOpen).name }),
  ]

  func identity(of row: AgencyLine) -> Int64 { row.unit.id.rawValue }

  func page(
    _ request: TableRequest<AgencyLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [AgencyLine] {
    try context.require(.editAgencies)
    return try records.agencies(
      in: context.actor.oversightReach, matching: query.filter, page: request.page { $0.unit },
      limit: request.count)
  }

  func open(_ row: AgencyLine) -> Step {
    .open(RecordScreen(SwitchRecord(row.unit.id, row.unit.name)))
  }
}

/// One agency: its switch, and its education offices.
struct SwitchRecord: RecordDescription {
  static let name = "oversight-switch"
  let id: ID<Training.Unit>
  let title: String

  init(_ id: ID<Training.Unit>, _ name: String) {
    self.id = id
    title = name
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.editAgencies)
    guard let situation = try UploadLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let offices = try records.agencyOffices(of: id, in: context.actor.oversightReach)
    let unlinks = offices.map { office in
      RecordPage.Item(
        "\(Phrases.Upload.unlinkOffice): \(office.unit.name)",
        step: .open(
          AskScreen(
            Phrases.Record.question(Phrases.Upload.unlinkOffice, office.unit.name),
            yes: Phrases.Upload.unlinkOffice
          ) { portal, _ in
            portal.perform(UnlinkOffice(office.link))
              .map { _ in .notice(Phrases.Record.done(Phrases.Upload.unlinkOffice), .good) }
          }))
    }
    return RecordPage(
      facts: [
        RecordPage.Fact(Phrases.Upload.isOpen, situation.state.name),
        RecordPage.Fact(
          Phrases.Upload.offices,
          offices.isEmpty ? Phrases.Oversight.noReport : Say.list(offices.map(\.unit.name))),
      ],
      links: [
        RecordPage.Item(
          Phrases.Upload.linkOffice, step: .open(FormScreen(LinkOfficeForm(agency: id))))
      ] + unlinks,
      actions: UploadLife.items(of: id, situation, context, name: \.name),
      history: try records.past(of: "agency", id.rawValue))
  }
}

/// Which education office an agency takes over classes from.
struct LinkOfficeForm: FormDescription {
  struct Draft: Sendable { var office: ID<Training.Unit>? }

  static let name = "oversight-link-office"
  let title = Phrases.Upload.linkOffice
  let agency: ID<Training.Unit>

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [Training.Unit]) {
    try context.require(.editAgencies)
    let offices = try records.units(in: .everything)
      .filter { $0.isActive && ($0.kind == .province || $0.kind == .district) }
    return (Draft(), offices)
  }

  func fields(_ lists: [Training.Unit]) -> [Field<Draft>] {
    [
      .pick(Phrases.Upload.office, \.office, among: lists.map { ($0.id, $0.name) }).required(),
      .button(Phrases.Upload.linkOffice),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let office = draft.office else {
      return .failure(.complaint(field: "office", .empty))
    }
    return portal.perform(LinkOffice(office, to: agency))
      .map { _ in .notice(Phrases.Upload.linked, .good) }
  }
}

/// Closed classes of the agency's education offices, ticked to become completed courses.
struct ClassOffersList: ListDescription {
  enum Command: String, CommandSet {
    case take
    var help: String { Phrases.Upload.take }
  }

  static let name = "oversight-classes"
  let title = Phrases.Upload.classes
  var emptyText: String? { Phrases.OversightNext.classesEmpty }
  let allowsMarks = true

  let columns: [Column<ClassOffer>] = [
    Column(Phrases.Upload.course, text: { "\($0.line.courseTitle) — \($0.line.name)" }),
    Column(Phrases.Upload.office, width: 18, text: { $0.line.officeName }),
    Column(Phrases.Upload.interval, width: 11, text: { $0.line.end.said }),
    Column(
      Phrases.Upload.learners, width: 5, alignment: .trailing, text: { $0.line.learners.said }),
    Column(
      Phrases.Upload.offer, width: 22, tone: { $0.findings.allow ? .good : .warning },
      text: { $0.findings.allow ? "✓ \(Phrases.Upload.ready)" : "✗ \($0.obstacle)" }),
  ]

  func identity(of row: ClassOffer) -> Int64 { row.line.trainingClass.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ClassOffer] {
    try TakeClasses.offers(records, context)
  }

  func open(_ row: ClassOffer) -> Step {
    row.findings.isEmpty ? .none : .open(WhyScreen(row.findings))
  }

  func perform(_ command: Command, on rows: [ClassOffer]) -> Step {
    let classes = rows.map(\.line.trainingClass)
    return .open(
      AskScreen(
        Phrases.Oversight.question(Phrases.Upload.take, rows.count), yes: Phrases.Upload.take
      ) { portal, _ in
        portal.perform(TakeClasses(classes))
          .map { .notice(Phrases.Upload.taken($0.outcome), .good) }
      })
  }

  func reasonClosed(_ command: Command, on rows: [ClassOffer]) -> String? {
    guard !rows.isEmpty else { return Phrases.Oversight.only(Phrases.Upload.ready) }
    return rows.first { !$0.findings.allow }?.obstacle
  }
}

extension ClassOffer {
  fileprivate var obstacle: String { findings.refusals.first?.sentence ?? "" }
}
