import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «سنجش اثربخشی»: every course with where its four levels stand (S2-8.1a, S2-8.2b).
struct EffectivenessList: ListDescription {
  enum Command: String, CommandSet {
    case basis, select, propose
    var help: String {
      switch self {
      case .basis: Phrases.Effectiveness.basis
      case .select: Phrases.Effectiveness.select
      case .propose: Phrases.Effectiveness.propose
      }
    }
  }

  static let name = "effectiveness"
  let title = Phrases.Effectiveness.title
  private let role: Role

  init(_ role: Role) { self.role = role }

  let columns: [Column<EffectivenessCourse>] =
    [
      Column(Phrases.Courses.course, text: { $0.line.course.title }),
      Column(
        Phrases.Effectiveness.year, width: 4, alignment: .centre,
        sortedBy: { .number($0.line.request.year) },
        text: { Digits.persian($0.line.request.year) }),
      Column(
        Phrases.Effectiveness.end, width: 10, direction: .ltr,
        sortedBy: { .number($0.span?.end.dayNumber ?? 0) }, text: { $0.span?.end.said ?? "" }),
    ]
    + EffectivenessLevel.allCases.map { level in
      Column(
        level.name, width: 9, tone: { $0[level].state.tone },
        text: {
          level.isCompulsory || $0[level].row != nil
            ? $0[level].state.short : Phrases.Effectiveness.notSelected
        })
    }

  func identity(of row: EffectivenessCourse) -> Int64 { row.line.request.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [EffectivenessCourse] {
    try context.require(.viewEffectiveness)
    let filter = RequestFilter(states: [.approved, .announced, .running, .finished])
    return try records.requests(in: context.actor.courseReach, filter, on: context.today)
      .map { try records.effectivenessCourse($0, context) }
  }

  func open(_ row: EffectivenessCourse) -> Step {
    .open(RecordScreen(EffectivenessRecord(row.line)))
  }

  func perform(_ command: Command, on rows: [EffectivenessCourse]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard let row = rows.first else { return .none }
    switch command {
    case .basis: return .open(FormScreen(BasisForm(row)))
    case .select: return row.toggleSelection
    case .propose: return Self.proposal(row.line.request.year)
    }
  }

  func reasonClosed(_ command: Command, on rows: [EffectivenessCourse]) -> String? {
    guard Permission.selectCourses.isHeld(by: role) else { return Phrases.Effectiveness.onlyExpert }
    return rows.isEmpty ? Phrases.chooseRowFirst : nil
  }

  /// Asks whether the courses that the program proposes are taken.
  private static func proposal(_ year: Int) -> Step {
    .open(
      OpenScreen { portal in
        portal.read { records, context in
          try SelectionProposal.courses(of: year, records, context)
        }.map { lines in
          guard !lines.isEmpty else {
            return .notice(Phrases.Effectiveness.nothingToPropose, .warning)
          }
          return .open(
            AskScreen(
              Phrases.Effectiveness.proposeQuestion(lines.map(\.course.title)),
              yes: Phrases.Effectiveness.propose
            ) { portal, _ in
              portal.performAll(lines.map { SelectCourse($0.request.id, selected: true) })
                .map { _ in .notice(Phrases.saved, .good) }
            })
        }
      })
  }
}

extension EffectivenessCourse {
  /// Takes the course among those of levels 3 and 4, or out of them.
  var toggleSelection: Step {
    let (id, isSelected) = (line.request.id, isSelected)
    let title =
      isSelected ? Phrases.Effectiveness.deselect : Phrases.Effectiveness.select
    return .open(
      OpenScreen { portal in
        portal.perform(SelectCourse(id, selected: !isSelected))
          .map { _ in .notice(Phrases.Record.done(title), .good) }
      })
  }
}

extension EffectivenessLife.State {
  var tone: Tone {
    switch self {
    case .notBegun: .dimmed
    case .pending: .body
    case .collecting: .strong
    case .summarised: .good
    case .overdue: .warning
    }
  }
}
