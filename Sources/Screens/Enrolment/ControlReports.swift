import Persian
public import Store
import TerminalKit
public import Training
public import UseCases

/// A report of the expert with the number of its lines.
struct ControlReport: Sendable {
  let number: Int64
  let sheet: Sheet
}

/// «گزارش‌های کنترل»: what an expert looks through to see what was forgotten (P22).
struct ControlReportsList: ListDescription {
  static let name = "control-reports"
  let title = Phrases.Control.title

  let columns: [Column<ControlReport>] = [
    Column(Phrases.Control.report, text: { $0.sheet.title }),
    Column(
      Phrases.Control.lines, width: 8, alignment: .centre,
      sortedBy: { .number($0.sheet.rows.count) },
      tone: { $0.sheet.rows.isEmpty ? .dimmed : .body }, text: { $0.sheet.rows.count.said }),
  ]

  func identity(of row: ControlReport) -> Int64 { row.number }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ControlReport] {
    try ControlSheets.all(records, context).enumerated().map {
      ControlReport(number: Int64($0.offset), sheet: $0.element)
    }
  }

  func open(_ row: ControlReport) -> Step { .open(SheetScreen([row.sheet])) }
}

/// The reports themselves, within the reach of whoever looks.
public enum ControlSheets {
  /// Every report, also those without lines.
  ///
  /// - Throws: `Failure.forbidden` for who controls nothing.
  public static func all(_ records: borrowing Reading, _ context: Context) throws -> [Sheet] {
    try context.require(.viewControlReports)
    return [
      try belowMinimum(records, context), try obliged(records, context),
      try outside(records, context), try hours(records, context), try overdue(records, context),
      try certificates(records, context),
    ]
  }

  /// Classes that have not ended with fewer learners than their mode asks for (S2-2.2a).
  private static func belowMinimum(
    _ records: borrowing Reading, _ context: Context
  ) throws -> Sheet {
    let states: Set<ClassLife.State> = [.enrolling, .enrolmentEnded, .running]
    let lines = try records.classes(
      in: context.actor.courseReach, states: states, on: context.today
    ).filter { $0.enrolled < context.rules.classMinimum($0.mode) }
    return Sheet(
      title: Phrases.Control.belowMinimum,
      columns: [
        Sheet.Column(Phrases.Courses.course), Sheet.Column(Phrases.Classes.name, width: 10),
        Sheet.Column(Phrases.Courses.unit, width: 18),
        Sheet.Column(Phrases.Classes.start, width: 11),
        Sheet.Column(Phrases.Classes.enrolled, width: 8, alignment: .trailing),
        Sheet.Column(Phrases.Control.minimum, width: 8, alignment: .trailing),
      ],
      rows: lines.map { line in
        Sheet.Row([
          .text(line.courseTitle), .text(line.trainingClass.name), .text(line.unitName),
          .date(line.trainingClass.from), .number(line.enrolled),
          .number(context.rules.classMinimum(line.mode)),
        ])
      })
  }

  /// Teachers of a subject who are in no class of its compulsory course (S2-5.8a).
  private static func obliged(_ records: borrowing Reading, _ context: Context) throws -> Sheet {
    let found = try records.obligedLearners(in: context.actor.scope, on: context.today)
    return Sheet(
      title: Phrases.Control.obliged,
      columns: [
        Sheet.Column(Phrases.Courses.course), Sheet.Column(Phrases.Learners.code, width: 10),
        Sheet.Column(Phrases.Factors.fullName, width: 20),
        Sheet.Column(Phrases.People.place, width: 18),
        Sheet.Column(Phrases.Employment.subject, width: 12),
        Sheet.Column(Phrases.Employment.weeklyHours, width: 8, alignment: .trailing),
      ],
      rows: found.map { one in
        Sheet.Row([
          .text(one.course.title), .code(one.person.shownCode), .text(one.person.name.surnameFirst),
          .text(one.workplace), .text(one.subject), .minutes(one.weeklyMinutes),
        ])
      })
  }

  private static func outside(_ records: borrowing Reading, _ context: Context) throws -> Sheet {
    let found = try records.outsideApplicants(in: context.actor.scope)
    return Sheet(
      title: Phrases.Outside.title,
      columns: [
        Sheet.Column(Phrases.Courses.course), Sheet.Column(Phrases.Learners.code, width: 11),
        Sheet.Column(Phrases.Factors.fullName, width: 20),
        Sheet.Column(Phrases.People.place, width: 16),
        Sheet.Column(Phrases.Employment.subject, width: 12),
        Sheet.Column(Phrases.Requests.reason, width: 24),
      ],
      rows: found.map { one in
        Sheet.Row([
          .text(one.course), .code(one.applicant.shownCode), .text(one.applicant.name),
          .text(one.applicant.school), .text(one.applicant.subject), .text(one.applicant.reason),
        ])
      })
  }

  /// The year's hours of everybody against the ceiling of the category (S2-5.4b).
  private static func hours(_ records: borrowing Reading, _ context: Context) throws -> Sheet {
    let year = context.today.year
    let found = try records.yearHours(in: context.actor.scope, year: year)
    return Sheet(
      title: Phrases.Control.hours(year),
      columns: [
        Sheet.Column(Phrases.Learners.code, width: 10),
        Sheet.Column(Phrases.Factors.fullName, width: 22),
        Sheet.Column(Phrases.People.place),
        Sheet.Column(Phrases.Control.yearHours, width: 10, alignment: .trailing),
        Sheet.Column(Phrases.Control.ceiling, width: 10, alignment: .trailing),
        Sheet.Column(Phrases.Control.left, width: 10, alignment: .trailing),
      ],
      rows: found.map { one in
        let ceiling = context.rules.yearCeiling(of: one.person.kind)
        return Sheet.Row([
          .code(one.person.shownCode), .text(one.person.name.surnameFirst), .text(one.workplace),
          .minutes(one.minutes), .minutes(ceiling), .minutes(max(0, ceiling - one.minutes)),
        ])
      })
  }

  /// Files, scores and whatever else is late (S0-16).
  private static func overdue(_ records: borrowing Reading, _ context: Context) throws -> Sheet {
    let window = RadarWindow(until: context.today.adding(days: -1))
    var sheet = RadarSheet.sheet(
      try DeadlineRadar.items(within: window, records, context)
        .filter { $0.deadline.daysLeft(on: context.today) < 0 }, on: context.today)
    sheet.title = Phrases.Control.overdue
    return sheet
  }

  /// The certificates of the year by their numbers (S2-10.5c).
  private static func certificates(
    _ records: borrowing Reading, _ context: Context
  ) throws -> Sheet {
    let year = context.today.year
    let found = try records.certificates(in: context.actor.courseReach, year: year)
    return Sheet(
      title: Phrases.Control.certificates(year),
      columns: [
        Sheet.Column(Phrases.Closing.number, width: 16),
        Sheet.Column(Phrases.Closing.holder, width: 20),
        Sheet.Column(Phrases.Learners.code, width: 10), Sheet.Column(Phrases.Courses.course),
        Sheet.Column(Phrases.Closing.issued, width: 11),
        Sheet.Column(Phrases.Closing.score, width: 12),
        Sheet.Column(Phrases.Closing.state, width: 10),
      ],
      rows: found.map { it in
        Sheet.Row([
          .code(it.facts.number), .text(it.facts.holder), .code(it.facts.personnelCode),
          .text(it.facts.courseTitle), .date(it.facts.issued), .text(it.facts.score.scored),
          .text(it.state.name),
        ])
      })
  }
}
