import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A line of a checklist: an item of the editable lists with what was written of it.
struct PreparationRow: Sendable {
  let area: PreparationArea
  let code: String
  let title: String
  /// Nil where nobody has written anything.
  let item: PreparationItem?
}

/// «آماده‌سازی دوره»: content, place, classroom and catering of a course (S2-4.1 … S2-4.3).
struct PreparationList: ListDescription {
  enum Command: String, CommandSet {
    case settings, questions
    var help: String {
      switch self {
      case .settings: Phrases.Preparing.settings
      case .questions: Phrases.Bank.title
      }
    }
  }

  static let name = "preparation"
  private let line: RequestLine
  private let role: Role
  var title: String { "\(Phrases.Preparing.title): \(line.course.title)" }

  init(_ line: RequestLine, _ role: Role) {
    self.line = line
    self.role = role
  }

  let columns: [Column<PreparationRow>] = [
    Column(Phrases.Preparing.area, width: 14, text: { $0.area.name }),
    Column(Phrases.Preparing.item, text: { $0.title }),
    Column(
      Phrases.Classes.state, width: 11, tone: { $0.item?.state.tone ?? .dimmed },
      text: { $0.item?.state.name ?? "—" }),
    Column(Phrases.Preparing.responsible, width: 14, text: { $0.item?.responsible ?? "" }),
    Column(Phrases.Preparing.note, width: 16, text: { $0.item?.summary ?? "" }),
  ]

  func identity(of row: PreparationRow) -> Int64 {
    var hasher = Hasher()
    hasher.combine(row.area)
    hasher.combine(row.code)
    return Int64(hasher.finalize())
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [PreparationRow] {
    try context.require(.viewPreparation)
    let id = line.request.id
    guard try records.request(id, in: context.actor.courseReach) != nil else {
      throw Failure.forbidden
    }
    let items = try records.preparationItems(of: id)
    var rows: [PreparationRow] = []
    for area in PreparationArea.allCases {
      let own = items.filter { $0.area == area }
      let codes = try records.items(of: area.list)
      rows += codes.map { code in
        PreparationRow(
          area: area, code: code.code, title: code.title,
          item: own.first { $0.code == code.code })
      }
      // A code that was put aside in its list stays with the courses that have it.
      rows += own.filter { item in !codes.contains { $0.code == item.code } }.map {
        PreparationRow(area: area, code: $0.code, title: $0.code, item: $0)
      }
    }
    return rows
  }

  func open(_ row: PreparationRow) -> Step {
    .open(FormScreen(PreparationItemForm(row, of: line.request.id)))
  }

  func perform(_ command: Command, on rows: [PreparationRow]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .settings: return .open(FormScreen(PreparationForm(line.request.id)))
    case .questions:
      return .open(
        ListScreen(QuestionsList(line.course, of: line.request.unit, role)))
    }
  }

  func reasonClosed(_ command: Command, on rows: [PreparationRow]) -> String? {
    let permission: Permission = command == .questions ? .viewExams : .editPreparation
    return permission.isHeld(by: role)
      ? nil : Failure.forbidden.sentence
  }
}

extension PreparationItem.State {
  fileprivate var tone: Tone {
    switch self {
    case .needed: .warning
    case .provided: .body
    case .approved: .good
    }
  }
}

extension PreparationItem {
  /// The note, or the meal with its number and day.
  fileprivate var summary: String {
    Say.list(
      [count > 0 ? count.said : "", day?.said ?? "", note].filter { !$0.isEmpty })
  }
}

/// One line of a checklist, written or changed.
struct PreparationItemForm: FormDescription {
  struct Draft: Sendable {
    var state: PreparationItem.State? = .needed
    var responsible = ""
    var note = ""
    var count = 0
    var day: JalaliDate?
    var supplier = ""
    var invoice = ""
    var before: PreparationItem?
  }

  static let name = "preparation-item"
  private let row: PreparationRow
  private let request: ID<CourseRequest>
  var title: String { "\(row.area.name): \(row.title)" }

  init(_ row: PreparationRow, of request: ID<CourseRequest>) {
    self.row = row
    self.request = request
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editPreparation)
    guard let item = row.item else { return (Draft(), context.today) }
    return (
      Draft(
        state: item.state, responsible: item.responsible, note: item.note, count: item.count,
        day: item.day, supplier: item.supplier, invoice: item.invoice, before: item),
      context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    var fields: [Field<Draft>] = [
      .pick(
        Phrases.Classes.state, \.state,
        among: PreparationItem.State.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Preparing.responsible, \.responsible, limit: 60),
      .text(Phrases.Preparing.note, \.note, limit: 120),
    ]
    if row.area == .catering {
      fields += [
        .number(Phrases.Preparing.count, \.count, in: 0...100_000),
        .day(Phrases.Preparing.day, \.day, today: today),
        .text(Phrases.Preparing.supplier, \.supplier, limit: 80),
        .text(Phrases.Preparing.invoice, \.invoice, limit: 40),
      ]
    }
    return fields
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let after = PreparationItem(
      id: ID(rawValue: 0), request: request, area: row.area, code: row.code,
      state: draft.state ?? .needed, responsible: Normalizer.line(draft.responsible),
      note: Normalizer.line(draft.note), count: draft.count, day: draft.day,
      supplier: Normalizer.line(draft.supplier), invoice: Normalizer.line(draft.invoice))
    return portal.perform(SetPreparationItem(before: draft.before, after: after))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// What a course needs beside its classes (S2-5.4a, S2-5.5, S2-4.8).
struct PreparationForm: FormDescription {
  struct Draft: Sendable {
    var contentSystem: Bool? = false
    var externalForm: Bool? = false
    var address = ""
    var pretest: Bool? = false
    var missionOrder: Bool? = false
    var introduction: Bool? = false
    var before: CoursePreparation?
  }

  static let name = "preparation-settings"
  let title = Phrases.Preparing.settings
  private let request: ID<CourseRequest>

  init(_ request: ID<CourseRequest>) { self.request = request }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editPreparation)
    guard let it = try records.preparation(of: request) else { return (Draft(), ()) }
    return (
      Draft(
        contentSystem: it.needsContentSystem, externalForm: it.hasExternalForm,
        address: it.secondStageAddress, pretest: it.hasPretest,
        missionOrder: it.needsMissionOrder, introduction: it.needsIntroduction, before: it),
      ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .pick(SecondStage.contentSystem.name, \.contentSystem, among: answers).required(),
      .pick(SecondStage.externalForm.name, \.externalForm, among: answers).required(),
      .text(Phrases.Preparing.address, \.address, limit: 200, direction: .ltr),
      .pick(Phrases.Preparing.pretest, \.pretest, among: answers).required()
        .hinted(Phrases.Preparing.pretestHint),
      .pick(Phrases.Preparing.missionOrder, \.missionOrder, among: answers).required(),
      .pick(Phrases.Preparing.introduction, \.introduction, among: answers).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let after = CoursePreparation(
      id: ID(rawValue: 0), request: request, needsContentSystem: draft.contentSystem ?? false,
      hasExternalForm: draft.externalForm ?? false,
      secondStageAddress: Normalizer.line(draft.address), hasPretest: draft.pretest ?? false,
      needsMissionOrder: draft.missionOrder ?? false,
      needsIntroduction: draft.introduction ?? false)
    return portal.perform(
      PrepareCourse(before: draft.before, after: after, task: Phrases.Preparing.pretestTask)
    )
    .map { _ in .notice(Phrases.saved, .good) }
  }
}
