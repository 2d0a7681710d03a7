import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «کارگروه‌های تخصصی»: the subject and executive groups that a board has formed (S4-10i).
struct WorkingGroupsList: ListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.Ranking.addGroup }
  }

  static let name = "working-groups"
  let title = Phrases.Ranking.groups

  let columns: [Column<WorkingGroup>] = [
    Column(Phrases.Ranking.group, text: { $0.title }),
    Column(Phrases.Ranking.kind, width: 16, text: { $0.kind.name }),
    Column(Phrases.Ranking.groupMembers, text: { $0.members }),
  ]

  var emptyText: String? { Phrases.Ranking.Empty.groups }
  func identity(of row: WorkingGroup) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [WorkingGroup] {
    try context.require(.keepBoard)
    guard let board = try records.board(at: context.actor.unit) else { return [] }
    return try records.workingGroups(of: board.id)
  }

  func open(_ row: WorkingGroup) -> Step { .open(FormScreen(WorkingGroupForm(row))) }
  func perform(_ command: Command, on rows: [WorkingGroup]) -> Step {
    .open(FormScreen(WorkingGroupForm(nil)))
  }
}

/// A group of the own board: its kind, its subject and its members.
struct WorkingGroupForm: FormDescription {
  struct Draft: Sendable {
    var kind: WorkingGroup.Kind? = .subject
    var title = ""
    var members = ""
  }

  static let name = "working-group"
  let title = Phrases.Ranking.group
  let before: WorkingGroup?

  init(_ before: WorkingGroup?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.keepBoard)
    guard let before else { return (Draft(), ()) }
    return (Draft(kind: before.kind, title: before.title, members: before.members), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Ranking.kind, \.kind, among: WorkingGroup.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Ranking.subject, \.title, limit: 100).required(),
      .text(Phrases.Ranking.groupMembers, \.members, limit: 400),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { records, context in try records.board(at: context.actor.unit)?.id }
      .flatMap { board in
        guard let board else {
          return .failure(
            .refused([Finding(.boardComposition, .refusal, .rankCase(.boardMissing))]))
        }
        let group = WorkingGroup(
          id: before?.id ?? ID(rawValue: 0), board: board, kind: draft.kind ?? .subject,
          title: Normalizer.line(draft.title), members: Normalizer.line(draft.members))
        return portal.perform(PutWorkingGroup(group, before: before))
          .map { _ in .notice(Phrases.saved, .good) }
      }
  }
}
