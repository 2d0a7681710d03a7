import Store
import TerminalKit
import Training
import UseCases

/// «اشخاص»: everybody of the office, searched by name or code.
struct PeopleList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, employment, account, data, file
    case importList = "import"
    case importPast = "import-past"
    case importDecrees = "import-decrees"
    case importAppointments = "import-appointments"
    var help: String {
      switch self {
      case .add: Phrases.People.add
      case .employment: Phrases.People.employment
      case .account: Phrases.People.account
      case .data: Phrases.LearnerData.title
      case .file: Phrases.Competency.file
      case .importList: Phrases.People.importList
      case .importPast: Phrases.LearnerData.importPast
      case .importDecrees: Phrases.LearnerData.importDecrees
      case .importAppointments: Phrases.LearnerData.importAppointments
      }
    }
  }

  static let name = "people"
  let title = Phrases.People.title
  /// Only offices that look after people edit them; others read.
  let mayEdit: Bool

  let columns: [Column<PersonLine>] = [
    Column(Phrases.People.lastName, text: { $0.person.name.last }),
    Column(Phrases.People.firstName, text: { $0.person.name.first }),
    Column(
      Phrases.People.personnelCode, width: 10, direction: .ltr,
      text: { $0.person.personnelCode?.shown ?? "" }),
    Column(
      Phrases.People.nationalCode, width: 11, direction: .ltr,
      text: { $0.person.nationalCode?.shown ?? "" }),
    Column(
      Phrases.People.place,
      text: { $0.schoolName.isEmpty ? $0.unitName : $0.schoolName }),
  ]

  func identity(of row: PersonLine) -> Int64 { row.person.id.rawValue }

  func page(
    _ request: TableRequest<PersonLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [PersonLine] {
    try context.require(.viewPeople)
    let (scope, limit) = (context.actor.scope, request.count)
    guard query.filter.isEmpty else {
      // What a search finds is one page: whoever wants more types another letter.
      switch request {
      case .first, .from, .last:
        return try records.people(in: scope, matching: query.filter, limit: limit)
      case .after, .before: return []
      }
    }
    return try records.people(in: scope, page: request.page(\.place), limit: limit)
  }

  func open(_ row: PersonLine) -> Step {
    .open(FormScreen(PersonForm(.edit(row.person))))
  }

  func perform(_ command: Command, on rows: [PersonLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(PersonForm(.register)))
    case (.importList, _): return .open(ImportScreen(PeopleImport()))
    case (.importPast, _): return .open(ImportScreen(PastCoursesImport()))
    case (.importDecrees, _): return .open(ImportScreen(DecreesImport()))
    case (.importAppointments, _): return .open(ImportScreen(AppointmentsImport()))
    case (.employment, let row?): return .open(ListScreen(EmploymentList(person: row.person)))
    case (.account, let row?): return .open(FormScreen(AccountForm(person: row.person)))
    case (.data, let row?): return .open(RecordScreen(LearnerDataRecord(row.person.id)))
    case (.file, let row?): return .open(RecordScreen(PersonnelFile(row.person)))
    case (.employment, nil), (.account, nil), (.data, nil), (.file, nil): return .none
    }
  }

  func reasonClosed(_ command: Command, on rows: [PersonLine]) -> String? {
    guard mayEdit || command == .data || command == .file else { return Failure.forbidden.sentence }
    switch command {
    case .add, .importList, .importPast, .importDecrees, .importAppointments: return nil
    case .employment, .account, .data, .file: return rows.isEmpty ? Phrases.chooseRowFirst : nil
    }
  }
}
