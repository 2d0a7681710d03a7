import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «نخستین جلسه»: signatures counted against the list, and what the host provides (S2-7.7).
struct FirstSessionGrid: TickGridDescription {
  static let name = "first-session"
  let line: ClassLine
  var title: String { "\(Phrases.Classwork.firstSession): \(Phrases.Classes.heading(line))" }
  private var id: ID<TrainingClass> { line.trainingClass.id }

  init(_ line: ClassLine) { self.line = line }

  func load(_ records: borrowing Reading, _ context: Context) throws -> TickPage {
    try context.require(.viewAttendance)
    guard let line = try records.trainingClass(id, in: context.actor.courseReach, on: context.today)
    else { throw Failure.forbidden }
    let learners = try records.enrolments(of: id)
    let ticks = try records.firstSession(of: id)
    let start = try records.start(of: line)
    let mayTick = Permission.manageClass.isHeld(by: context.actor.role)
    let findings =
      mayTick
      ? try TickFirstSession.findings(id, records, context)
      : [
        Finding(
          .permission, .refusal, .portal(.onlyRole(.courseManager)), remedy: .ask(.courseManager))
      ]
    return TickPage(
      heading: Phrases.Classwork.counts(start, first: line.firstSession),
      warnings: StartFacts.policies(under: context.rules).findings(in: start),
      rows: learners.map { TickPage.Row($0.enrolment.id.rawValue, $0.person.name.surnameFirst) },
      columns: FirstSessionTicks.Column.allCases.enumerated().map { index, column in
        TickPage.Column(Int64(index), [column.name], findings: findings)
      },
      ticks: Set(
        ticks.flatMap { enrolment, ticks in
          ticks.columns.compactMap { column in
            FirstSessionTicks.Column.allCases.firstIndex(of: column)
              .map { TickPlace(row: enrolment.rawValue, column: Int64($0)) }
          }
        }))
  }

  func set(_ places: [TickPlace], to value: Bool, _ portal: Portal) -> Result<Void, Failure> {
    let columns = FirstSessionTicks.Column.allCases
    let ticks = places.map {
      TickFirstSession.Tick(ID(rawValue: $0.row), columns[Int($0.column)], to: value)
    }
    return portal.perform(TickFirstSession(ticks, in: id)).map { _ in }
  }

  func paper(_ page: TickPage) -> Step {
    .open(SheetScreen([page.sheet(titled: title)]))
  }

  func report(_ page: TickPage) -> Step { ShortageReport.ask(line, page.warnings) }
}

/// «گزارش به کارشناس»: a task on the home page of the experts of the district (S2-7.7b).
enum ShortageReport {
  static func ask(_ line: ClassLine, _ warnings: [Finding]) -> Step {
    let title = Phrases.Classwork.shortage(Phrases.Classes.heading(line))
    let note = warnings.map(\.sentence).joined(separator: " ")
    return .open(
      AskScreen(Phrases.Classwork.reportQuestion(note), yes: Phrases.Classwork.report) {
        portal, _ in
        guard let actor = portal.actor else { return .failure(.forbidden) }
        let link = RecordLink(.trainingClass, line.trainingClass.id)
        let open = portal.read { records, _ in try records.openTasks(about: link) }
        if let sent = (try? open.get())?.first(where: { $0.kind == .shortage }) {
          return .success(.notice(Phrases.Classwork.reportedAlready(sent.made), .warning))
        }
        let task = WorkTask(
          kind: .shortage, title: title, note: note,
          link: link, role: .expert, unit: line.unit,
          due: portal.today, made: portal.today, author: actor.account)
        return portal.perform(AssignTask(task))
          .map { _ in .notice(Phrases.Classwork.reported, .good) }
      })
  }
}

extension TickPage {
  /// The grid with its totals as a list, for paper and files.
  func sheet(titled title: String) -> Sheet {
    var sheet = Sheet(
      title: title,
      columns: [
        Sheet.Column(TickPhrases.number, alignment: .trailing), Sheet.Column(TickPhrases.name),
      ]
        + columns.map {
          Sheet.Column($0.title.joined(separator: " "), alignment: .centre)
        })
    for (index, row) in rows.enumerated() {
      let cells = columns.map { column -> Sheet.Cell in
        ticks.contains(TickPlace(row: row.id, column: column.id)) ? .text("✓") : .empty
      }
      sheet.rows.append(Sheet.Row([.number(index + 1), .text(row.name)] + cells))
    }
    let totals = columns.indices.map { Sheet.Cell.number(count(column: $0)) }
    sheet.rows.append(Sheet.Row([.empty, .text(TickPhrases.sum)] + totals))
    return sheet
  }
}
