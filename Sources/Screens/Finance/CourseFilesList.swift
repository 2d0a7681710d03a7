import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «تنظیم پرونده و سند مالی دوره», and «بررسی پرونده دوره و سامانه» of the expert: the courses whose
/// sessions have begun, with their files and financial documents (S2-9).
struct CourseFilesList: ListDescription {
  struct Row: Sendable {
    let line: CourseFileLine
    let state: CourseFileLife.State?
    let due: JalaliDate
    /// Days past the last day for handing the file over, while it has not been.
    let late: Int
  }

  static let name = "course-files"
  let role: Role

  init(_ role: Role) { self.role = role }

  var title: String {
    role == .courseManager ? Phrases.CourseFiles.titleOfManager : Phrases.CourseFiles.title
  }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Catalogue.code, width: 9, direction: .ltr,
      text: { Digits.persian($0.line.courseCode) }),
    Column(Phrases.Courses.course, text: { $0.line.courseTitle }),
    Column(
      Phrases.CourseFiles.end, width: 10, direction: .ltr,
      sortedBy: { .number($0.line.end.dayNumber) }, text: { $0.line.end.said }),
    Column(
      Phrases.CourseFiles.due, width: 12, direction: .ltr,
      sortedBy: { .number($0.due.dayNumber) }, tone: { $0.late > 0 ? .warning : .body },
      text: { ($0.late > 0 ? "! " : "") + $0.due.said }),
    Column(
      Phrases.CourseFiles.state, width: 13, text: { $0.state?.name ?? Phrases.CourseFiles.running }),
    Column(Phrases.CourseFiles.document, width: 13, text: { $0.line.document.state.name }),
  ]

  func identity(of row: Row) -> Int64 { row.line.request.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewCourseFile)
    let (reach, today) = (context.actor.courseReach, context.today)
    return try records.courseFiles(in: reach, on: today).map { line in
      let due = CourseFile.due(end: line.end, under: context.rules)
      let isOut = line.state(on: today) == .compiling
      return Row(
        line: line, state: line.state(on: today), due: due,
        late: isOut ? max(0, due.days(to: today)) : 0)
    }
  }

  func open(_ row: Row) -> Step {
    .open(RecordScreen(CourseFileRecord(row.line.request, row.line.courseTitle)))
  }
}

/// The file of a course: folders A and B, what stands against closing, and what SM-8 lets the role do.
struct CourseFileRecord: RecordDescription {
  static let name = "course-file-record"
  let id: ID<CourseRequest>
  let title: String

  init(_ id: ID<CourseRequest>, _ course: String) {
    self.id = id
    title = Phrases.CourseFiles.heading(course)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewCourseFile)
    let reach = context.actor.courseReach
    guard let line = try records.request(id, in: reach) else { throw Failure.forbidden }
    let situation = try CourseFileLife.situation(of: id, records, context)
    return RecordPage(
      facts: try facts(line, situation, records, context),
      links: links(line, context.actor.role),
      actions: situation.map { actions($0, context) } ?? [],
      history: try records.past(of: "course_file", id.rawValue))
  }

  private func links(_ line: RequestLine, _ role: Role) -> [RecordPage.Item] {
    let course = line.course.title
    func folder(_ folder: FolderItem.Folder) -> RecordPage.Item {
      .init(folder.name, step: .open(ListScreen(FolderList(folder, of: id, course))))
    }
    return [
      folder(.a), folder(.b),
      .init(
        Phrases.CourseFiles.comparison, step: .open(ListScreen(ComparisonList(id, course, role)))),
      .init(
        Phrases.CourseFiles.document, step: .open(RecordScreen(FinancialRecord(id, course)))),
      .init(Phrases.Prints.folderA, step: .open(LetterScreen(FolderAPaper(id)))),
      .init(Phrases.Prints.folderB, step: .open(LetterScreen(FolderBPaper(id)))),
    ]
  }

  private func actions(
    _ situation: Situation<CourseFileLife>, _ context: Context
  ) -> [RecordPage.Item] {
    let file = situation.facts.file
    return CourseFileLife.items(
      of: id, situation, context, name: { $0.name },
      fields: { action in
        action == .edit
          ? .open(FormScreen(FolderPlaceForm(file)))
          : .open(FormScreen(DestructionForm(file, situation.subject)))
      })
  }

  private func facts(
    _ line: RequestLine, _ situation: Situation<CourseFileLife>?, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [RecordPage.Fact] {
    let items = try situation?.facts.items ?? records.folderItems(of: id)
    var facts: [RecordPage.Fact] = [
      .init(
        Phrases.CourseFiles.state, situation?.state.name ?? Phrases.CourseFiles.running,
        tone: .strong),
      .init(Phrases.Catalogue.code, Digits.persian(line.course.code)),
      .init(Phrases.Factors.manager, line.managerName),
    ]
    for folder in [FolderItem.Folder.a, .b] {
      let list = FolderItem.list(folder, of: id, among: items)
      let there = list.count { !$0.standing.isMissing }
      facts.append(
        .init(
          folder.name, Phrases.CourseFiles.there(there, of: list.count),
          tone: there == list.count ? .body : .warning))
    }
    guard let situation else { return facts }
    let file = situation.facts.file
    if let end = situation.facts.end {
      let due = CourseFile.due(end: end, under: context.rules)
      let isLate = file.delivered == nil && due < context.today
      facts.append(.init(Phrases.CourseFiles.end, end.said))
      facts.append(
        .init(
          Phrases.CourseFiles.due,
          Phrases.CourseFiles.deadline(due, on: context.today, file.delivered),
          tone: isLate || file.delivered.map { $0 > due } == true ? .warning : .body))
    }
    facts.append(.init(Phrases.CourseFiles.place, Phrases.CourseFiles.place(file)))
    if file.confirmation.isRecorded {
      facts.append(
        .init(Phrases.CourseFiles.confirmation, Phrases.CourseFiles.said(file.confirmation)))
    }
    if !file.reason.isEmpty { facts.append(.init(Phrases.CourseFiles.note, file.reason)) }
    for comparison in situation.facts.comparisons {
      let finding = comparison.findings.first
      facts.append(
        .init(
          Phrases.CourseFiles.comparison(of: comparison.className),
          finding?.sentence ?? Phrases.CourseFiles.equal,
          tone: finding == nil ? .good : finding?.severity == .refusal ? .bad : .warning))
    }
    return facts
  }
}

/// Where folder B is kept (S2-9.2a).
struct FolderPlaceForm: FormDescription {
  struct Draft: Sendable {
    var keeping: CourseFile.Keeping?
    var location: String
  }

  static let name = "folder-place"
  let file: CourseFile
  let title = Phrases.CourseFiles.placeForm

  init(_ file: CourseFile) { self.file = file }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editCourseFile)
    return (Draft(keeping: file.keeping, location: file.location), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .pick(
        Phrases.CourseFiles.keeping, \.keeping,
        among: CourseFile.Keeping.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.CourseFiles.location, \.location, limit: 150).hinted(
        Phrases.CourseFiles.locationHint),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = file
    after.keeping = draft.keeping
    after.location = Normalizer.line(draft.location)
    return portal.perform(CarryFile(.edit, before: file, after: after))
      .map { _ in .notice(Phrases.saved, .good) }
  }
}

/// The working group's letter without which folder B is not destroyed (S2-9.2b).
struct DestructionForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
  }

  static let name = "folder-destruction"
  let file: CourseFile
  let course: String
  let title = CourseFileLife.Action.destroy.name

  init(_ file: CourseFile, _ course: String) {
    self.file = file
    self.course = course
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    guard try CourseFileLife.situation(of: file.request, records, context) != nil else {
      throw Failure.forbidden
    }
    return (Draft(), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.CourseFiles.groupNumber, \.number, limit: 30).wide(20)
        .hinted(Phrases.CourseFiles.groupHint),
      .day(Phrases.CourseFiles.groupDay, \.day, today: today),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = file
    after.confirmation = LetterMark(number: Normalizer.line(draft.number), day: draft.day)
    let work = CarryFile(.destroy, before: file, after: after)
    return .success(
      .open(
        AskScreen(
          Phrases.Record.question(title, course), yes: title, confirmation: Phrases.yes
        ) { [title] portal, _ in
          portal.perform(work).map { _ in .notice(Phrases.Record.done(title), .good) }
        }))
  }
}
