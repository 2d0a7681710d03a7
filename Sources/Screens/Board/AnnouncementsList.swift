import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اعلان‌ها و بخشنامه‌ها»: what hangs on the board for the account, and what its office looks after.
struct AnnouncementsList: ListDescription {
  enum Command: String, CommandSet {
    case add, edit, withdraw
    var help: String {
      switch self {
      case .add: Phrases.Announcements.add
      case .edit: Phrases.Announcements.edit
      case .withdraw: Phrases.Announcements.withdraw
      }
    }
  }

  struct Row: Sendable {
    let line: AnnouncementLine
    /// Whether it hangs there today.
    let hangs: Bool
    /// Whether it belongs to an office of the account.
    let isOwn: Bool
  }

  static let name = "announcements"
  let title = Phrases.Announcements.title
  let role: Role

  init(_ role: Role) { self.role = role }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Announcements.new, width: 3, alignment: .centre,
      tone: { $0.line.announcement.isStarred ? .starred : .key },
      text: { $0.line.mark }),
    Column(
      Phrases.Announcements.kind, width: 9,
      sortedBy: { .text(Collation.key($0.line.announcement.kind.name)) },
      text: { $0.line.announcement.kind.name }),
    Column(
      Phrases.Announcements.subject,
      sortedBy: { .text(Collation.key($0.line.announcement.title)) },
      tone: { $0.hangs ? .body : .dimmed }, text: { $0.line.announcement.title }),
    Column(
      Phrases.Announcements.unit, width: 18, sortedBy: { .text(Collation.key($0.line.unitName)) },
      text: { $0.line.unitName }),
    Column(
      Phrases.Announcements.day, width: 10, direction: .ltr,
      sortedBy: { .number($0.line.announcement.from.dayNumber) },
      text: { $0.line.announcement.from.said }),
    Column(
      Phrases.Announcements.state, width: 9,
      text: { $0.hangs ? Phrases.Announcements.hangs : Phrases.Announcements.hangsNot }),
  ]

  func identity(of row: Row) -> Int64 { row.line.announcement.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewNotices)
    let isEditor = Permission.editAnnouncements.isHeld(by: role)
    return try records.announcements(
      in: context.actor.announcementReach, on: context.today, ownToo: isEditor
    ).map { line in
      Row(
        line: line, hangs: line.hangs(on: context.today),
        isOwn: try isEditor
          && records.contains(context.actor.scope, unit: line.announcement.unit))
    }
  }

  func open(_ row: Row) -> Step { .open(AnnouncementScreen(row.line.announcement.id)) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch (command, rows.first?.line.announcement) {
    case (.add, _): .open(FormScreen(AnnouncementForm(nil)))
    case (.edit, let it?): .open(FormScreen(AnnouncementForm(it)))
    case (.withdraw, let it?):
      .open(
        AskScreen(
          Phrases.Announcements.withdrawQuestion(it.title), yes: Phrases.Announcements.withdraw
        ) { portal, _ in
          portal.perform(WithdrawAnnouncement(it.id)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (_, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    guard Permission.editAnnouncements.isHeld(by: role) else {
      return Phrases.Announcements.onlyOffices
    }
    guard command != .add else { return nil }
    guard let row = rows.first else { return Phrases.chooseRowFirst }
    return row.isOwn ? nil : Phrases.Announcements.notYours
  }
}

extension AnnouncementLine {
  /// A star, or a dot for what has not been opened yet.
  var mark: String { announcement.isStarred ? "★" : isRead ? "" : "●" }
}

/// An announcement: new, or changed.
struct AnnouncementForm: FormDescription {
  struct Draft: Sendable {
    var kind: Announcement.Kind? = .notice
    var title = ""
    var body = ""
    var bodyFile = ""
    var isStarred: Bool? = false
    var from: JalaliDate?
    var to: JalaliDate?
    var unit: ID<Unit>?
    var audience: Audience? = .everybody
    var attachment = ""
  }

  struct Lists: Sendable {
    var units: [(ID<Unit>, String)]
    var today: JalaliDate
  }

  /// Who it is for, as the form offers it.
  enum Audience: CaseIterable, Equatable, Sendable {
    case everybody, learners, courseStaff, offices, principals

    var roles: Set<Role> {
      switch self {
      case .everybody: []
      case .learners: [.learner]
      case .courseStaff: [.courseManager, .instructor]
      case .offices: [.expert, .provincialExpert, .ministryExpert, .administrator]
      case .principals: [.principal]
      }
    }
  }

  static let name = "announcement-form"
  let submission: String? = Phrases.Submission.publish
  private let old: Announcement?
  var title: String { old?.title ?? Phrases.Announcements.add }

  /// - Parameter old: The announcement to change; nil for a new one.
  init(_ old: Announcement?) { self.old = old }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.editAnnouncements)
    var draft = Draft(from: context.today, unit: context.actor.unit)
    if let old {
      draft = Draft(
        kind: old.kind, title: old.title,
        body: old.body.split(separator: "\n").joined(separator: Phrases.Announcements.paragraph),
        isStarred: old.isStarred, from: old.from, to: old.to, unit: old.unit,
        audience: Audience.allCases.first { $0.roles == old.roles } ?? .everybody)
    }
    let units = try records.units(in: context.actor.scope).filter { $0.kind != .school }
    return (draft, Lists(units: units.map { ($0.id, $0.name) }, today: context.today))
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    typealias Words = Phrases.Announcements
    return [
      .pick(Words.kind, \.kind, among: Announcement.Kind.allCases.map { ($0, $0.name) })
        .required(),
      .text(Words.subject, \.title, limit: 150).required(),
      .text(Words.body, \.body, limit: 4_000).hinted(Words.bodyHint),
      .text(Words.bodyFile, \.bodyFile, limit: 1_000, direction: .ltr).hinted(Words.bodyFileHint),
      .pick(Words.unit, \.unit, among: lists.units).required(),
      .pick(Words.audience, \.audience, among: Audience.allCases.map { ($0, $0.name) })
        .required(),
      .pick(
        Words.starred, \.isStarred, among: [(false, Phrases.no), (true, Phrases.yes)]),
      .day(Words.from, \.from, today: lists.today).required(),
      .day(Words.to, \.to, today: lists.today).hinted(Words.toHint),
      .text(Words.attachment, \.attachment, limit: 1_000, direction: .ltr)
        .hinted(Words.attachmentHint),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let kind = draft.kind, let unit = draft.unit, let from = draft.from else {
      return .failure(.complaint(field: "kind", .empty))
    }
    return Self.text(of: draft, portal).flatMap { body in
      Self.file(draft.attachment, portal).flatMap { file in
        let it = Announcement(
          id: old?.id ?? ID(rawValue: 0), kind: kind, title: draft.title, body: body,
          isStarred: draft.isStarred ?? false, from: from, to: draft.to, unit: unit,
          roles: draft.audience?.roles ?? [], request: old?.request,
          attachment: file?.attachment ?? old?.attachment)
        let done =
          old == nil
          ? portal.perform(Announce(it, content: file?.bytes)).map { _ in () }
          : portal.perform(EditAnnouncement(it, content: file?.bytes)).map { _ in () }
        return done.map { .notice(Phrases.saved, .good) }
      }
    }
  }
}
