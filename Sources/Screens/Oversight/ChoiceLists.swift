import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «عنوان‌های مصوب دوره‌ها»: the titles that permits of four groups choose from, with what agencies
/// have proposed (S5-3b, S5-3g).
struct ApprovedCoursesList: ListDescription {
  enum Command: String, CommandSet {
    case add, edit, approve, retire
    var help: String {
      switch self {
      case .add: Phrases.Oversight.addCourse
      case .edit: Phrases.Oversight.editCourse
      case .approve: Phrases.Oversight.approveCourse
      case .retire: Phrases.Oversight.retireCourse
      }
    }
  }

  static let name = "approved-courses"
  let role: Role
  let title = Phrases.Oversight.approvedCourses
  var emptyText: String? { Phrases.OversightNext.coursesEmpty }

  init(_ role: Role) { self.role = role }

  let columns: [Column<ApprovedCourse>] = [
    Column(
      Phrases.Oversight.group, width: 18, sortedBy: { .number($0.group.rawValue) },
      text: { $0.group.name }),
    Column(
      Phrases.Oversight.courseTitle, sortedBy: { .text(Collation.key($0.title)) },
      text: { $0.title }),
    Column(
      Phrases.Oversight.hoursShort, width: 6, alignment: .centre, text: { $0.hours.said }),
    Column(
      Phrases.Oversight.state, width: 12,
      tone: { $0.state == .proposed ? .warning : $0.state == .retired ? .dimmed : .body },
      text: { $0.state.name }),
  ]

  func identity(of row: ApprovedCourse) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [ApprovedCourse] {
    try context.require(role == .oversight ? .editApprovedCourses : .proposeCourses)
    return try records.approvedCourses(in: context.actor.oversightReach, onlyApproved: false)
  }

  func perform(_ command: Command, on rows: [ApprovedCourse]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard command != .add, let course = rows.first else {
      return .open(FormScreen(ApprovedCourseForm(nil, role)))
    }
    guard command != .edit else { return .open(FormScreen(ApprovedCourseForm(course, role))) }
    var after = course
    after.state = command == .approve ? .approved : .retired
    return .open(
      AskScreen(
        Phrases.Record.question(command.help, course.title), yes: command.help
      ) { [after] portal, _ in
        portal.perform(PutApprovedCourse(after, before: course))
          .map { _ in .notice(Phrases.Record.done(command.help), .good) }
      })
  }

  func reasonClosed(_ command: Command, on rows: [ApprovedCourse]) -> String? {
    let isManagement = Permission.editApprovedCourses.isHeld(by: role)
    if command == .add {
      return isManagement || Permission.proposeCourses.isHeld(by: role)
        ? nil : Phrases.Learners.notYours(command.help)
    }
    guard isManagement else { return Phrases.Learners.notYours(command.help) }
    guard let state = rows.first?.state else { return Phrases.chooseRowFirst }
    switch command {
    case .approve where state == .approved:
      return Phrases.Oversight.only(ApprovedCourse.State.proposed.name)
    case .retire where state == .retired:
      return Phrases.Oversight.only(ApprovedCourse.State.approved.name)
    default: return nil
    }
  }
}

/// A title of the list with its duration; a proposal where an agency writes it.
struct ApprovedCourseForm: FormDescription {
  struct Draft: Sendable {
    var group: CourseGroup? = .general
    var title = ""
    var hours = 0
  }

  static let name = "approved-course-form"
  let before: ApprovedCourse?
  let role: Role
  var title: String {
    guard before == nil else { return Phrases.Oversight.editCourse }
    return role == .oversight ? Phrases.Oversight.addCourse : Phrases.Oversight.proposeCourse
  }

  init(_ before: ApprovedCourse?, _ role: Role) {
    self.before = before
    self.role = role
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(before == nil && role == .liaison ? .proposeCourses : .editApprovedCourses)
    guard let before else { return (Draft(), ()) }
    return (Draft(group: before.group, title: before.title, hours: before.hours), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Oversight.group, \.group,
        among: CourseGroup.allCases.filter { !$0.isTyped }.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Oversight.courseTitle, \.title, limit: 200).required(),
      .number(Phrases.Oversight.hours, \.hours, in: 1...10_000),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let group = draft.group else { return .failure(.complaint(field: "group", .empty)) }
    let course = ApprovedCourse(
      id: before?.id ?? ID(rawValue: 0), group: group, title: Normalizer.line(draft.title),
      hours: draft.hours, unit: before?.unit ?? ID(rawValue: 0), state: before?.state ?? .proposed)
    let said = role == .liaison ? Phrases.Oversight.proposed : Phrases.saved
    return portal.perform(PutApprovedCourse(course, before: before))
      .map { _ in .notice(said, .good) }
  }
}

/// «مدرسان دوره‌های دستگاه‌ها»: those of the own agency and of the management (S5-3e).
struct OversightInstructorsList: ListDescription {
  enum Command: String, CommandSet {
    case add, edit, fields
    var help: String {
      switch self {
      case .add: Phrases.Oversight.addInstructor
      case .edit: Phrases.Oversight.editInstructor
      case .fields: Phrases.Oversight.fields
      }
    }
  }

  static let name = "oversight-instructors"
  let title = Phrases.Oversight.instructors
  var emptyText: String? { Phrases.OversightNext.instructorsEmpty }

  let columns: [Column<OversightInstructorLine>] = [
    Column(
      Phrases.Oversight.lastName, sortedBy: { .text(Collation.key($0.instructor.lastName)) },
      text: { $0.instructor.lastName }),
    Column(Phrases.Oversight.firstName, width: 16, text: { $0.instructor.firstName }),
    Column(Phrases.Oversight.field, width: 22, text: { $0.field }),
    Column(
      Phrases.Oversight.certifiedShort, width: 12, alignment: .centre,
      text: { $0.instructor.isCertified ? "✓" : "" }),
  ]

  func identity(of row: OversightInstructorLine) -> Int64 { row.instructor.id.rawValue }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [OversightInstructorLine] {
    try context.require(.editOversightInstructors)
    return try records.oversightInstructors(in: context.actor.oversightReach)
  }

  func open(_ row: OversightInstructorLine) -> Step {
    .open(FormScreen(OversightInstructorForm(row.instructor)))
  }

  func perform(_ command: Command, on rows: [OversightInstructorLine]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(OversightInstructorForm(nil)))
    case (.fields, _): .open(ListScreen(StudyFieldsList()))
    case (.edit, let row?): .open(FormScreen(OversightInstructorForm(row.instructor)))
    case (.edit, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  func reasonClosed(_ command: Command, on rows: [OversightInstructorLine]) -> String? {
    command == .edit && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// «اضافه نمودن مدرس › ایجاد»: names, field and degree are asked for (S5-3e).
struct OversightInstructorForm: FormDescription {
  struct Draft: Sendable {
    var first = ""
    var last = ""
    var field: ID<StudyField>?
    var degree: String?
    var isCertified: Bool? = false
  }

  struct Lists: Sendable {
    var fields: [StudyField]
    var degrees: [CodeList.Item]
  }

  static let name = "oversight-instructor-form"
  let before: OversightInstructor?
  var title: String {
    before == nil ? Phrases.Oversight.addInstructor : Phrases.Oversight.editInstructor
  }

  init(_ before: OversightInstructor?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.editOversightInstructors)
    let lists = Lists(
      fields: try records.studyFields(), degrees: try records.items(of: "degree"))
    guard let before else { return (Draft(), lists) }
    return (
      Draft(
        first: before.firstName, last: before.lastName, field: before.field,
        degree: before.degree, isCertified: before.isCertified), lists
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .text(Phrases.Oversight.firstName, \.first, limit: 60),
      .text(Phrases.Oversight.lastName, \.last, limit: 60),
      .choice(Phrases.Oversight.field, \.field) { _ in
        lists.fields.map { (value: $0.id, item: Picker.Item($0.title)) }
      }.hinted(Phrases.Oversight.fieldHint),
      .pick(Phrases.Oversight.degree, \.degree, among: lists.degrees.map { ($0.code, $0.title) }),
      .pick(
        Phrases.Oversight.isCertified, \.isCertified,
        among: [(true, Phrases.yes), (false, Phrases.no)]),
      .button(Phrases.Oversight.create),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let instructor = OversightInstructor(
      id: before?.id ?? ID(rawValue: 0), firstName: Normalizer.line(draft.first),
      lastName: Normalizer.line(draft.last), degree: draft.degree ?? "", field: draft.field,
      isCertified: draft.isCertified ?? false, unit: before?.unit ?? ID(rawValue: 0))
    return portal.perform(PutOversightInstructor(instructor, before: before))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// «رشته‌های تحصیلی»: whoever misses one adds it; the management mends how one is written (S5-3f).
struct StudyFieldsList: ListDescription {
  enum Command: String, CommandSet {
    case add, edit
    var help: String { self == .add ? Phrases.Oversight.addField : Phrases.Oversight.renameField }
  }

  static let name = "study-fields"
  let title = Phrases.Oversight.fields
  var emptyText: String? { Phrases.OversightNext.fieldsEmpty }

  let columns: [Column<StudyField>] = [
    Column(
      Phrases.Oversight.field, sortedBy: { .text(Collation.key($0.title)) },
      text: { $0.title })
  ]

  func identity(of row: StudyField) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [StudyField] {
    try context.require(.editOversightInstructors)
    return try records.studyFields()
  }

  func perform(_ command: Command, on rows: [StudyField]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(StudyFieldForm(nil)))
    case (.edit, let field?): .open(FormScreen(StudyFieldForm(field)))
    case (.edit, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  func reasonClosed(_ command: Command, on rows: [StudyField]) -> String? {
    command == .edit && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// The title of a field of study.
struct StudyFieldForm: FormDescription {
  struct Draft: Sendable { var title: String }

  static let name = "study-field-form"
  let before: StudyField?
  var title: String {
    before == nil ? Phrases.Oversight.addField : Phrases.Oversight.renameField
  }

  init(_ before: StudyField?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(before == nil ? .editOversightInstructors : .editApprovedCourses)
    return (Draft(title: before?.title ?? ""), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [.text(Phrases.Oversight.field, \.title, limit: 100).required()]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let title = Normalizer.line(draft.title)
    if let before {
      return portal.perform(RenameStudyField(before, title: title))
        .map { _ in .notice(Phrases.saved, .good) }
    }
    return portal.perform(AddStudyField(title)).map { _ in .notice(Phrases.saved, .good) }
  }
}
