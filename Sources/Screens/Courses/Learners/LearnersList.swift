import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A learner of a class with the absence up to now.
struct LearnerRow: Sendable {
  let line: EnrolmentLine
  let margin: AbsenceMargin
}

/// «شرکت‌کنندگان»: the learners of a class.
struct LearnersList: ListDescription {
  enum Command: String, CommandSet {
    case enrol
    case importList = "import"
    case remove, guest, move, programme, stage, letter, conditions
    var help: String {
      switch self {
      case .enrol: EnrolmentLife.Action.introduce.name
      case .guest: EnrolmentLife.Action.introduceGuest.name
      case .remove: EnrolmentLife.Action.remove.name
      case .move: Phrases.Learners.target
      case .programme: Phrases.Classes.programme
      case .importList: Phrases.Import.introduction
      case .stage: Phrases.Stages.mark
      case .letter: Print.introductionLetter.name
      case .conditions: Phrases.Closing.conditions
      }
    }
  }

  static let name = "learners"
  let line: ClassLine
  let role: Role
  let allowsMarks = true

  init(_ line: ClassLine, _ role: Role) {
    self.line = line
    self.role = role
  }

  var title: String { "\(Phrases.Learners.title): \(Phrases.Classes.heading(line))" }
  private var id: ID<TrainingClass> { line.trainingClass.id }

  let columns: [Column<LearnerRow>] = [
    Column(
      Phrases.People.lastName, sortedBy: { .text(Collation.key($0.line.person.name.surnameFirst)) },
      text: { $0.line.person.name.last }),
    Column(Phrases.People.firstName, text: { $0.line.person.name.first }),
    Column(
      Phrases.Learners.code, width: 10, direction: .ltr,
      sortedBy: { .text($0.line.person.shownCode) },
      text: { Digits.persian($0.line.person.shownCode) }),
    Column(
      Phrases.People.place,
      text: { $0.line.schoolName.isEmpty ? $0.line.unitName : $0.line.schoolName }),
    Column(Phrases.Learners.method, width: 11, text: { $0.line.enrolment.method.name }),
    Column(
      Phrases.Learners.absent, width: 8, alignment: .trailing,
      sortedBy: { .number($0.margin.absent) }, tone: { $0.margin.standing.tone },
      text: { "\($0.margin.standing.sign)\(HourMinute.text($0.margin.absent))" }),
  ]

  func identity(of row: LearnerRow) -> Int64 { row.line.enrolment.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [LearnerRow] {
    try context.require(.viewEnrolments)
    guard try context.reaches(id, records) else { throw Failure.forbidden }
    return try records.enrolments(of: id).map { enrolment in
      LearnerRow(
        line: enrolment,
        margin: AbsenceMargin(
          absent: try records.absentMinutes(of: enrolment.enrolment.id),
          course: line.courseMinutes, rules: context.rules))
    }
  }

  func open(_ row: LearnerRow) -> Step {
    .open(RecordScreen(EnrolmentRecord(row.line, in: line)))
  }

  func perform(_ command: Command, on rows: [LearnerRow]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch command {
    case .enrol: return .open(EnrolScreen(line, as: .introduce))
    case .guest: return .open(EnrolScreen(line, as: .introduceGuest))
    case .importList: return .open(ImportScreen(IntroductionImport(into: id)))
    case .letter: return .open(LetterScreen(IntroductionLetter(of: id)))
    case .conditions: return .open(ListScreen(ConditionsList(id)))
    case .programme: return .open(ListScreen(ProgrammeList(line, role)))
    case .stage:
      return .open(FormScreen(SecondStageForm(rows.map(\.line.enrolment.id), in: id)))
    case .move:
      return .open(FormScreen(MoveForm(from: line, rows.map(\.line.enrolment.id))))
    case .remove:
      guard let row = rows.first else { return .none }
      return .open(FormScreen(RemovalForm(row.line)))
    }
  }

  func reasonClosed(_ command: Command, on rows: [LearnerRow]) -> String? {
    let action: EnrolmentLife.Action? =
      switch command {
      case .enrol, .importList: .introduce
      case .guest: .introduceGuest
      case .remove: .remove
      case .move: .transfer
      case .programme, .stage, .letter, .conditions: nil
      }
    if let action, !EnrolmentLife.roles(for: action).contains(role) {
      return Phrases.Learners.notYours(action.name)
    }
    switch command {
    case .enrol, .importList:
      return line.method == .expert ? nil : Phrases.Learners.ownMethod
    case .remove, .move: return rows.isEmpty ? Phrases.chooseRowFirst : nil
    case .guest: return line.reasonWithoutGuests(role)
    case .stage:
      guard Permission.markSecondStage.isHeld(by: role) else {
        return Phrases.Learners.notYours(Phrases.Stages.mark)
      }
      return rows.isEmpty ? Phrases.chooseRowFirst : nil
    case .programme, .letter, .conditions: return nil
    }
  }
}

extension AbsenceMargin.Standing {
  /// A sign beside the colour, for terminals without one.
  var sign: String {
    switch self {
    case .safe: ""
    case .near: "! "
    case .over: "✗ "
    }
  }

  var tone: Tone {
    switch self {
    case .safe: .body
    case .near: .warning
    case .over: .bad
    }
  }
}
