import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A class with its state on the day.
struct ClassRow: Sendable {
  let line: ClassLine
  let state: ClassLife.State
  /// Whether nobody can enrol any more and the class has fewer learners than it needs (S2-7.7b).
  let isShort: Bool
  /// What it still needs until the certificates; nil where the list does not ask.
  let road: ClosingRoad?

  init(line: ClassLine, state: ClassLife.State, rules: Rules, road: ClosingRoad? = nil) {
    self.line = line
    self.state = state
    self.road = road
    let isFilled = state == .enrolmentEnded || state == .running
    isShort = isFilled && line.enrolled + line.guests < rules.classMinimum(line.mode)
  }

  var id: ID<TrainingClass> { line.trainingClass.id }
}

/// The classes within reach, or those of one course; where Enter leads is the list's purpose.
struct ClassesList: PagedListDescription {
  enum Command: String, CommandSet {
    case define, programme, learners, attendance, guest, scores, list, year
    var help: String {
      switch self {
      case .define: ClassLife.Action.define.name
      case .programme: Phrases.Classes.programme
      case .learners: Phrases.Learners.title
      case .attendance: Phrases.Classes.attendance
      case .guest: EnrolmentLife.Action.introduceGuest.name
      case .scores: Phrases.Classwork.scores
      case .list: Phrases.Prints.attendanceList
      case .year: Phrases.Years.turn
      }
    }
  }

  /// Which item of the menu the list stands for.
  enum Purpose: Sendable {
    /// «کلاس‌های دوره».
    case classes
    /// «شرکت‌کنندگان».
    case learners
    /// «معرفی فراگیران دوره‌های متمرکز»: only where experts enrol (S2-5.3a).
    case introduction
    /// «حضور و غیاب»: what has to be marked first.
    case attendance
    /// «آزمون‌ها، پروژه‌ها».
    case exams
    /// «بررسی پرونده دوره و سامانه › کلاس‌های دوره › اتمام عملیات کلاس»: from the first session to the certificates (S2-10.5).
    case review

    /// The page that says what the list is for.
    var helpPage: String {
      switch self {
      case .classes: ClassesList.name
      case .learners, .introduction: Catalog.classesPages[0]
      case .attendance: Catalog.classesPages[1]
      case .exams: Catalog.classesPages[2]
      case .review: Catalog.classesPages[3]
      }
    }
  }

  static let name = "classes"
  let role: Role
  let purpose: Purpose
  /// One course's classes; nil for all within reach.
  let request: RequestLine?
  private let years: YearChoice

  init(
    _ role: Role, for purpose: Purpose, of request: RequestLine? = nil,
    _ years: YearChoice = YearChoice()
  ) {
    self.role = role
    self.purpose = purpose
    self.request = request
    self.years = years
  }

  var title: String { years.titled(titleOfMenu) }

  /// As the menu has it, for all years.
  var titleOfMenu: String {
    switch purpose {
    case .classes: Phrases.Classes.title
    case .learners: Phrases.Learners.title
    case .introduction: Phrases.Learners.introduction
    case .attendance: Phrases.Classes.attendance
    case .exams: Phrases.Exams.title
    case .review: ClassLife.Action.close.name
    }
  }

  var columns: [Column<ClassRow>] {
    guard showsRoad else { return Self.heading + Self.work }
    return Self.heading + (purpose == .review ? [] : [Self.places]) + Self.road
  }

  /// What is next is for who leads the classes, and for who closes them.
  private var showsRoad: Bool {
    purpose == .review || purpose == .classes && role == .courseManager
  }

  public var helpPage: String { purpose.helpPage }

  private static let heading: [Column<ClassRow>] = [
    Column(Phrases.Courses.course, text: { $0.line.courseTitle }),
    Column(Phrases.Classes.name, width: 10, text: { $0.line.trainingClass.name }),
    Column(
      Phrases.Classes.state, width: 14, tone: { $0.state.isFinal ? .dimmed : .body },
      text: { $0.state.name }),
  ]

  /// What is done next, and by whom.
  private static let road: [Column<ClassRow>] = [
    Column(
      Phrases.ClosingRoad.next, width: 32,
      text: { $0.road?.next?.short ?? Phrases.ClosingRoad.nothing })
  ]

  private static let places = Column<ClassRow>(
    Phrases.Classes.enrolled, width: 7, alignment: .centre,
    tone: { $0.isShort ? .warning : .body },
    text: {
      ($0.isShort ? "! " : "")
        + Phrases.Classes.places($0.line.enrolled, of: $0.line.trainingClass.capacity)
    })

  private static let work: [Column<ClassRow>] = [
    Column(
      Phrases.Classes.start, width: 10, direction: .ltr, text: { $0.line.trainingClass.from.said }),
    places,
    Column(
      Phrases.Classes.unmarked, width: 8, alignment: .centre,
      tone: { $0.line.unmarkedSessions > 0 ? .warning : .body },
      text: { $0.line.unmarkedSessions == 0 ? "" : "! \($0.line.unmarkedSessions.said)" }),
  ]

  func identity(of row: ClassRow) -> Int64 { row.id.rawValue }

  func page(
    _ request: TableRequest<ClassRow>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [ClassRow] {
    try context.require(.viewClasses)
    let today = context.today
    var filter = RequestFilter(text: query.filter)
    filter.method = purpose == .introduction ? .expert : nil
    if let course = self.request {
      filter.request = course.request.id
    } else {
      years.narrow(&filter, on: today)
    }
    let begun = Set(ClassLife.State.allCases.filter(\.hasBegun))
    let lines = try records.classes(
      in: context.actor.courseReach, filter, states: purpose == .review ? begun : nil,
      marking: purpose == .attendance, on: today, page: request.page(\.line), limit: request.count)
    return try lines.map { line in
      ClassRow(
        line: line, state: line.state(on: today), rules: context.rules,
        road: showsRoad ? try records.closingRoad(of: line, context) : nil)
    }
  }

  func open(_ row: ClassRow) -> Step {
    switch purpose {
    case .classes, .review: .open(RecordScreen(ClassRecord(row.line)))
    case .learners, .introduction: .open(ListScreen(LearnersList(row.line, role)))
    case .exams: .open(RecordScreen(ClassExams(row.line)))
    case .attendance: .open(AttendanceScreen(trainingClass: row.id))
    }
  }

  func perform(_ command: Command, on rows: [ClassRow]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.year, _):
      return .replace(ListScreen(ClassesList(role, for: purpose, of: request, years.turned)))
    case (.define, let row):
      return .open(
        FormScreen(ClassForm(.define(request?.request.id ?? row?.line.trainingClass.request))))
    case (.programme, let row?): return .open(ListScreen(ProgrammeList(row.line, role)))
    case (.learners, let row?): return .open(ListScreen(LearnersList(row.line, role)))
    case (.attendance, let row?): return .open(AttendanceScreen(trainingClass: row.id))
    case (.guest, let row?): return .open(EnrolScreen(row.line, as: .introduceGuest))
    case (.scores, let row?): return .open(LetterScreen(ClassListForm(row.id)))
    case (.list, let row?): return .open(LetterScreen(AttendanceListForm(row.id)))
    case (_, nil): return .none
    }
  }

  func reasonClosed(_ command: Command, on rows: [ClassRow]) -> String? {
    switch command {
    case .year: request == nil ? nil : Phrases.Classes.ofOneCourse
    case .define:
      ClassLife.roles(for: .define).contains(role) ? nil : Phrases.Classes.onlyManager
    case .guest: rows.first.map { $0.line.reasonWithoutGuests(role) } ?? Phrases.chooseRowFirst
    case .programme, .learners, .attendance, .scores, .list:
      rows.isEmpty ? Phrases.chooseRowFirst : nil
    }
  }
}

extension ClassLife.State {
  /// Whether its first session has come and the class was not given up.
  var hasBegun: Bool {
    switch self {
    case .running, .sessionsEnded, .graded, .objectionPeriod, .closed: true
    case .defined, .enrolling, .enrolmentEnded, .cancelled: false
    }
  }
}

extension ClassLine {
  /// Why a role cannot introduce a guest here: the command is hidden then, its key says why.
  func reasonWithoutGuests(_ role: Role) -> String? {
    let action = EnrolmentLife.Action.introduceGuest
    guard EnrolmentLife.roles(for: action).contains(role) else {
      return Phrases.Learners.notYours(action.name)
    }
    return guestCapacity > 0 ? nil : Phrases.Guests.hidden
  }
}
