import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A course of the catalogue with the title of its kind.
struct CourseRow: Sendable {
  let course: Course
  let kind: String
}

/// «دوره‌های ضمن خدمت»: the catalogue, searched by code or title (S2-1.5a).
struct CatalogueList: PagedListDescription {
  enum Command: String, CommandSet {
    case request, add, edit, history
    case importList = "import"
    var help: String {
      switch self {
      case .request: CourseRequestLife.Action.request.name
      case .add: Phrases.Catalogue.add
      case .edit: Phrases.Catalogue.edit
      case .history: Phrases.Record.history
      case .importList: Phrases.Catalogue.importList
      }
    }
  }

  static let name = "catalogue"
  let title = Phrases.Catalogue.title
  let role: Role

  init(_ role: Role) { self.role = role }

  let columns: [Column<CourseRow>] = [
    Column(
      Phrases.Catalogue.code, width: 10, direction: .ltr, text: { Digits.persian($0.course.code) }),
    Column(Phrases.Catalogue.courseTitle, text: { $0.course.title }),
    Column(
      Phrases.Catalogue.hours, width: 7, alignment: .trailing,
      text: { HourMinute.text($0.course.minutes) }),
    Column(Phrases.Catalogue.kind, width: 9, text: { $0.kind }),
    Column(
      Phrases.Catalogue.permit, width: 10, tone: { $0.course.mayBeHeld ? .body : .warning },
      text: { $0.course.mayBeHeld ? Phrases.Catalogue.hasPermit : Phrases.Catalogue.lacksPermit }),
  ]

  func identity(of row: CourseRow) -> Int64 { row.course.id.rawValue }

  func page(
    _ request: TableRequest<CourseRow>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [CourseRow] {
    try context.require(.viewCatalogue)
    let kinds = try records.items(of: "course-kind")
    return try records.courses(
      matching: query.filter, page: request.page { CoursePlace(after: $0.course) },
      limit: request.count
    ).map { course in
      CourseRow(
        course: course, kind: kinds.first { $0.code == course.kind }?.title ?? course.kind)
    }
  }

  func open(_ row: CourseRow) -> Step {
    perform(reasonClosed(.request, on: [row]) == nil ? .request : .edit, on: [row])
  }

  func perform(_ command: Command, on rows: [CourseRow]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(CourseForm(nil)))
    case (.request, let row?): return .open(FormScreen(RequestForm(.send(row.course, nil))))
    case (.edit, let row?): return .open(FormScreen(CourseForm(row.course)))
    case (.importList, _): return .open(ImportScreen(CatalogueImport()))
    case (.history, let row?):
      return .open(
        ListScreen(HistoryList("course", row.course.id.rawValue, of: row.course.title)))
    case (.request, nil), (.edit, nil), (.history, nil): return .none
    }
  }

  func reasonClosed(_ command: Command, on rows: [CourseRow]) -> String? {
    switch command {
    case .request:
      guard CourseRequestLife.roles(for: .request).contains(role) else {
        return Phrases.Catalogue.onlyExpert
      }
      guard let row = rows.first else { return Phrases.chooseRowFirst }
      return row.course.mayBeHeld ? nil : Phrases.Catalogue.noPermit
    case .history: return rows.isEmpty ? Phrases.chooseRowFirst : nil
    case .add, .edit, .importList:
      guard Permission.editCatalogue.isHeld(by: role) else {
        return Phrases.Catalogue.onlyMinistry
      }
      return command != .edit || !rows.isEmpty ? nil : Phrases.chooseRowFirst
    }
  }
}

extension Course {
  fileprivate var mayBeHeld: Bool { hasPermit && isActive }
}

/// A course of the catalogue: new, or corrected.
struct CourseForm: FormDescription {
  struct Draft: Sendable {
    var code = ""
    var title = ""
    var hours = 8
    /// What is over the whole hours.
    var minutes = 0
    var kind: String? = "specialised"
    var feature = ""
    var hasPermit: Bool? = true
    var isActive: Bool? = true
    var mandatorySubject = ""
  }

  static let name = "course"
  private let before: Course?
  var title: String { before == nil ? Phrases.Catalogue.add : Phrases.Catalogue.edit }

  init(_ before: Course?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, [CodeList.Item]) {
    try context.require(.editCatalogue)
    let kinds = try records.items(of: "course-kind")
    return (before.map(Draft.init) ?? Draft(), kinds)
  }

  func fields(_ kinds: [CodeList.Item]) -> [Field<Draft>] {
    let answers = [(true, Phrases.yes), (false, Phrases.no)]
    return [
      .text(Phrases.Catalogue.code, \.code, limit: 20, direction: .ltr).required().wide(14),
      .text(Phrases.Catalogue.courseTitle, \.title, limit: 150).required(),
      .number(Phrases.Catalogue.hours, \.hours, in: 0...1000),
      .number(Phrases.Catalogue.moreMinutes, \.minutes, in: 0...59),
      .pick(Phrases.Catalogue.kind, \.kind, among: kinds.map { ($0.code, $0.title) }).required(),
      .text(Phrases.Catalogue.feature, \.feature, limit: 100),
      .text(Phrases.Catalogue.mandatorySubject, \.mandatorySubject, limit: 60)
        .hinted(Phrases.Catalogue.mandatoryHint),
      .pick(Phrases.Catalogue.permit, \.hasPermit, among: answers).required(),
      .pick(Phrases.Catalogue.active, \.isActive, among: answers).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let course = Course(
      id: before?.id ?? ID(rawValue: 0), code: Digits.latin(Normalizer.line(draft.code)),
      title: Normalizer.line(draft.title), minutes: draft.hours * 60 + draft.minutes,
      kind: draft.kind ?? "", feature: Normalizer.line(draft.feature),
      hasPermit: draft.hasPermit ?? true,
      mandatorySubject: Normalizer.line(draft.mandatorySubject), isActive: draft.isActive ?? true)
    if let before {
      return portal.perform(EditCourse(before: before, after: course))
        .map { _ in .notice(Phrases.saved, .good) }
    }
    return portal.perform(RegisterCourse(course)).map { _ in .notice(Phrases.saved, .good) }
  }
}

extension CourseForm.Draft {
  fileprivate init(_ course: Course) {
    code = Digits.persian(course.code)
    title = course.title
    (hours, minutes) = course.minutes.quotientAndRemainder(dividingBy: 60)
    kind = course.kind
    feature = course.feature
    hasPermit = course.hasPermit
    isActive = course.isActive
    mandatorySubject = course.mandatorySubject
  }
}
