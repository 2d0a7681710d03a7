import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «مهلت‌ها»: every legal clock that runs within reach, with its date and the days left (S0-16).
struct RadarList: ListDescription {
  enum Command: String, CommandSet {
    case whose, owners, table, calendar
    var help: String {
      switch self {
      case .whose: Phrases.Radar.whose
      case .owners: Phrases.Radar.owners
      case .table: Phrases.Radar.table
      case .calendar: Phrases.Radar.calendar
      }
    }
  }

  /// Which clocks are shown.
  enum Selection: Hashable, Sendable {
    case own, all
    /// Those of one person or office, by what `saidOwner` and the unit say.
    case owner(String, unit: ID<Unit>)

    func includes(_ item: DeadlineItem, _ actor: Actor) -> Bool {
      switch self {
      case .own: item.isOwed(by: actor)
      case .all: true
      case .owner(let name, let unit): item.saidOwner == name && item.unit == unit
      }
    }
  }

  /// A clock with the days left on the day it was read.
  struct Row: Sendable {
    let item: DeadlineItem
    let left: Int
  }

  static let name = "radar"
  let role: Role
  let selection: Selection

  init(_ role: Role, _ selection: Selection = .all) {
    self.role = role
    self.selection = selection
  }

  var title: String {
    switch selection {
    case .own: Phrases.Radar.ownTitle
    case .all: Phrases.Radar.title
    case .owner(let name, _): "\(Phrases.Radar.title) — \(name)"
    }
  }

  var columns: [Column<Row>] {
    let columns: [Column<Row>] = [
      Column(
        Phrases.Radar.due, width: 10, direction: .ltr,
        sortedBy: { .number($0.item.deadline.due.dayNumber) }, text: { $0.item.deadline.due.said }),
      Column(
        Phrases.Radar.standing, width: 14, sortedBy: { .number($0.left) },
        tone: { $0.left.standingTone }, text: { Phrases.Radar.left($0.left) }),
      Column(
        Phrases.Radar.matter, sortedBy: { .text(Collation.key($0.item.matter.name)) },
        text: { $0.item.matter.name }),
      Column(
        Phrases.Radar.subject, sortedBy: { .text(Collation.key($0.item.saidSubject)) },
        text: { $0.item.saidSubject }),
    ]
    guard selection != .own else { return columns }
    return columns + [
      Column(
        Phrases.Radar.owner, width: 16, sortedBy: { .text(Collation.key($0.item.saidOwner)) },
        text: { $0.item.saidOwner })
    ]
  }

  func identity(of row: Row) -> Int64 {
    var hasher = Hasher()
    hasher.combine(row.item.matter)
    hasher.combine(row.item.link)
    return Int64(hasher.finalize())
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try Self.items(selection, records, context).map {
      Row(item: $0, left: $0.deadline.daysLeft(on: context.today))
    }
  }

  static func items(
    _ selection: Selection, _ records: borrowing Reading, _ context: Context
  ) throws -> [DeadlineItem] {
    try context.require(.finishTasks)
    return try DeadlineRadar.items(ownOnly: selection == .own, records, context)
      .filter { selection.includes($0, context.actor) }
  }

  func open(_ row: Row) -> Step { RecordDoor.step(to: row.item.link, for: role) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch command {
    case .whose: .replace(ListScreen(RadarList(role, selection == .own ? .all : .own)))
    case .owners: .open(ListScreen(RadarOwnersList(role)))
    case .table:
      .open(
        OpenScreen { [selection] portal in
          portal.read { records, context in
            let items = try Self.items(selection, records, context)
            return .open(SheetScreen([RadarSheet.sheet(items, on: context.today)]))
          }
        })
    case .calendar:
      .open(
        FormScreen(
          SaveForm(Phrases.Radar.calendar, file: Phrases.Radar.calendarFile) {
            [selection] portal, path in
            portal.read { records, context in
              let items = try Self.items(selection, records, context)
              // Another's deadlines come without the sessions of whoever looks.
              if case .owner = selection {
                return try WorkCalendar.file(of: items, records, context)
              }
              return try WorkCalendar.file(with: items, records, context)
            }.mapError(SaveTrouble.init).flatMap { file in
              Result { () throws(FileProblem) in try file.write(to: path) }
                .mapError(SaveTrouble.init)
            }
          }))
    }
  }
}

extension Int {
  /// How urgent so many days left are; the words say it too.
  var standingTone: Tone { self < 0 ? .bad : self <= 3 ? .warning : .body }
}

/// The clocks counted by person and office: who is late, and with how much (S0-16).
struct RadarOwnersList: ListDescription {
  struct Row: Sendable {
    let owner: String
    let unit: ID<Unit>
    let unitName: String
    var overdue = 0
    var thisWeek = 0
    var later = 0
  }

  static let name = "radar-owners"
  let title = Phrases.Radar.owners
  let role: Role

  init(_ role: Role) { self.role = role }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Radar.owner, sortedBy: { .text(Collation.key($0.owner)) }, text: { $0.owner }),
    Column(
      Phrases.Radar.unit, sortedBy: { .text(Collation.key($0.unitName)) }, text: { $0.unitName }),
    Column(
      Phrases.Radar.overdue, width: 10, sortedBy: { .number($0.overdue) },
      tone: { $0.overdue > 0 ? .bad : .body },
      text: { $0.overdue > 0 ? "✗ \($0.overdue.said)" : "—" }),
    Column(
      Phrases.Radar.thisWeek, width: 10, sortedBy: { .number($0.thisWeek) },
      text: { $0.thisWeek.said }),
    Column(
      Phrases.Radar.later, width: 8, sortedBy: { .number($0.later) }, text: { $0.later.said }),
  ]

  func identity(of row: Row) -> Int64 {
    var hasher = Hasher()
    hasher.combine(row.owner)
    hasher.combine(row.unit)
    return Int64(hasher.finalize())
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    var rows: [Row] = []
    var places: [RadarList.Selection: Int] = [:]
    for item in try DeadlineRadar.items(records, context) {
      let key = RadarList.Selection.owner(item.saidOwner, unit: item.unit)
      let place = places[key] ?? rows.count
      if places[key] == nil {
        places[key] = place
        rows.append(Row(owner: item.saidOwner, unit: item.unit, unitName: item.unitName))
      }
      let left = item.deadline.daysLeft(on: context.today)
      if left < 0 {
        rows[place].overdue += 1
      } else if left <= 7 {
        rows[place].thisWeek += 1
      } else {
        rows[place].later += 1
      }
    }
    return rows.sorted {
      ($1.overdue, $1.thisWeek, Collation.key($0.owner))
        < ($0.overdue, $0.thisWeek, Collation.key($1.owner))
    }
  }

  func open(_ row: Row) -> Step {
    .open(ListScreen(RadarList(role, .owner(row.owner, unit: row.unit))))
  }
}
