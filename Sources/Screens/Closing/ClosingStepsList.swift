import Store
import TerminalKit
import Training
import UseCases

/// «گام‌های مانده تا گواهینامه»: what a class still needs, in order, by whom, and where it is done.
struct ClosingStepsList: ListDescription {
  struct Row: Sendable {
    let number: Int
    let item: ClosingRoad.Item
    let line: ClassLine
    let role: Role
  }

  static let name = "closing-steps"
  let title: String
  private let id: ID<TrainingClass>

  init(_ line: ClassLine) {
    id = line.trainingClass.id
    title = "\(Phrases.ClosingRoad.title): \(Phrases.Classes.heading(line))"
  }

  let columns: [Column<Row>] = [
    Column(Phrases.ClosingRoad.row, width: 4, alignment: .centre, text: { $0.number.said }),
    Column(
      Phrases.ClosingRoad.step, tone: { $0.number == 1 ? .strong : .body },
      text: { $0.item.sentence }),
    Column(Phrases.ClosingRoad.owner, width: 13, text: { $0.item.step.ownerName }),
    Column(Phrases.ClosingRoad.place, width: 30, text: { $0.item.step.place }),
  ]

  func identity(of row: Row) -> Int64 { Int64(row.number) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewClasses)
    guard let line = try records.trainingClass(id, in: context.actor.courseReach, on: context.today)
    else { throw Failure.forbidden }
    let role = context.actor.role
    return try records.closingRoad(of: line, context).items.enumerated().map {
      Row(number: $0.offset + 1, item: $0.element, line: line, role: role)
    }
  }

  /// To the place where the step is done, for who does it; else who does it and where.
  func open(_ row: Row) -> Step {
    guard row.item.step.owner == row.role, let step = row.item.step.door(row.line, row.role) else {
      return .notice(row.item.inFull, .body)
    }
    return step
  }
}

extension ClosingRoad.Step {
  /// The screen in which the step is done; nil where a day must come.
  fileprivate func door(_ line: ClassLine, _ role: Role) -> Step? {
    switch self {
    case .programme: .open(ListScreen(ProgrammeList(line, role)))
    case .attendance: .open(AttendanceScreen(trainingClass: line.trainingClass.id))
    case .exam, .scores: .open(RecordScreen(ClassExams(line)))
    case .measures: .open(ListScreen(EffectivenessList(role)))
    case .file:
      .open(RecordScreen(CourseFileRecord(line.trainingClass.request, line.courseTitle)))
    case .announce: ClosingSteps.open(.announceControl, of: line.trainingClass.id)
    case .objections: .open(ListScreen(ObjectionsList(line.trainingClass.id)))
    case .comparison:
      .open(
        ListScreen(ComparisonList(line.trainingClass.request, line.courseTitle, role)))
    case .close: ClosingSteps.open(.close, of: line.trainingClass.id)
    case .grade: ClosingSteps.open(.grade, of: line.trainingClass.id)
    case .print: .open(ListScreen(CertificatesList(line.trainingClass.id)))
    case .sessions, .examDay, .period: nil
    }
  }
}
