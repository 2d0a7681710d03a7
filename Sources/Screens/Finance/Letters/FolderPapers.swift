import Persian
public import Store
public import Training
public import UseCases

/// The papers that the portal prints for the parts of a course's folders.
enum FolderPapers {
  /// The papers of a part, class by class where a class has its own; none for what comes from
  /// elsewhere.
  static func papers(
    of code: FolderItem.Code, _ request: ID<CourseRequest>, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [any LetterDescription] {
    let reach = context.actor.courseReach
    guard let line = try records.request(request, in: reach) else { throw Failure.forbidden }
    let classes = try records.classes(of: request, in: reach, on: context.today)
      .filter { $0.trainingClass.state != .cancelled }.map(\.trainingClass.id)
    // Forms 2 to 4 are about people on no list: there are none where nobody came.
    var open: [ID<TrainingClass>] = []
    for id in classes where try !records.attendants(of: id).isEmpty { open.append(id) }
    switch code {
    case .permit: return [CoursePermit(request)]
    case .formOne: return line.request.form.map { [FormOnePaper($0)] } ?? []
    case .learners, .scores: return classes.map { ClassListForm($0) }
    case .formTwo: return open.map { UnregisteredForm($0) }
    case .attendance: return classes.map { AttendanceListForm($0) }
    case .formThree: return open.map { UnregisteredAttendanceForm($0) }
    case .formFour: return open.map { FormFourPaper($0) }
    case .slips: return classes.map { SessionSlips($0) }
    case .memorandum:
      guard let id = line.request.form, let form = try records.formOne(id) else { return [] }
      return [MemorandumPaper(form)]
    case .dailyReport: return [DailyReportPaper(request)]
    case .financialForms: return [FinancialPaper(request)]
    case .appointments: return [AppointmentLetters(request)]
    case .surveySummary, .examPapers, .surveyForms, .payments, .decrees, .invoices: return []
    }
  }

  /// The rows of a folder's index, as the layouts name them.
  static let names: Set<String> = ["row", "item", "standing", "papers", "note"]

  /// The rows of a folder's index; with what the portal prints for each part where that is asked.
  static func rows(
    _ folder: FolderItem.Folder, _ request: ID<CourseRequest>, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [[String: Sheet.Cell]] {
    let items = try records.folderItems(of: request)
    return try FolderItem.list(folder, of: request, among: items).map { item in
      [
        "row": .number(item.code.number), "item": .text(item.code.name),
        "standing": .text(item.standing.marked),
        "papers": .text(try said(item.code, request, records, context)),
        "note": .text(item.note),
      ]
    }
  }

  /// How many papers are printed for a part, or why none is.
  private static func said(
    _ code: FolderItem.Code, _ request: ID<CourseRequest>, _ records: borrowing Reading,
    _ context: Context
  ) throws -> String {
    let papers = try papers(of: code, request, records, context)
    guard !papers.isEmpty else { return Phrases.CourseFiles.notPrinted }
    var count = 0
    var reason = ""
    for paper in papers {
      do {
        count += try paper.load(records, context).isEmpty ? 0 : 1
      } catch let failure as Failure {
        reason = failure.sentence
      }
    }
    return count > 0 ? Phrases.CourseFiles.papers(count) : reason
  }
}

/// Papers printed behind one another that have no cover.
struct PaperBundle: LetterDescription {
  static let shape = LetterShape("bundle")
  let title: String
  private let papers: [any LetterDescription]

  init(_ title: String, _ papers: [any LetterDescription]) {
    self.title = title
    self.papers = papers
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] { [] }

  func parts(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [any LetterDescription] { papers }
}

/// «پرونده الف»: the index with all nine parts behind it, in one go (P17, S2-9.1a).
public struct FolderAPaper: LetterDescription {
  public static let shape = LetterShape.letter(
    "folder-a", CourseLetter.names, ["items": .rows(FolderPapers.names)])

  public let title = Phrases.Prints.folderA
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    try context.require(.viewCourseFile)
    guard let line = try records.request(request, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
    var values = try CourseLetter.values(line, records)
    values["items"] = .rows(try FolderPapers.rows(.a, request, records, context))
    return [values]
  }

  public func parts(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [any LetterDescription] {
    try FolderItem.Code.allCases.filter { $0.folder == .a }.flatMap {
      try FolderPapers.papers(of: $0, request, records, context)
    }
  }
}

/// «پرونده ب»: the index with where it is kept and until when (P17, S2-9.2).
public struct FolderBPaper: LetterDescription {
  public static let shape = LetterShape.letter(
    "folder-b", CourseLetter.names,
    ["items": .rows(FolderPapers.names), "file.place": .cell, "file.until": .cell])

  public let title = Phrases.Prints.folderB
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    try context.require(.viewCourseFile)
    guard let line = try records.request(request, in: context.actor.courseReach) else {
      throw Failure.forbidden
    }
    var values = try CourseLetter.values(line, records)
    let file = try records.courseFile(of: request)
    let end = try records.lastSession(of: request)
    values["items"] = .rows(try FolderPapers.rows(.b, request, records, context))
    values["file.place"] = file.map { .text(Phrases.CourseFiles.place($0)) } ?? .cell(.empty)
    values["file.until"] =
      end.map { .cell(.date($0.adding(years: context.rules.folderRetentionYears))) }
      ?? .cell(.empty)
    return [values]
  }
}

/// «فرم شماره ۴»: a place for the scores of those who attended without being registered (P13).
public struct FormFourPaper: LetterDescription {
  public static let shape = LetterShape(
    "form-4", ClassLetter.names,
    ["people": .rows(["row", "first", "last", "national", "workplace"])])

  public let title = Phrases.Prints.form4
  private let trainingClass: ID<TrainingClass>

  public init(_ trainingClass: ID<TrainingClass>) { self.trainingClass = trainingClass }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    var (values, _) = try ClassLetter.values(trainingClass, records, context)
    values["people"] = .rows(
      try records.attendants(of: trainingClass).enumerated().map { index, it in
        [
          "row": .number(index + 1), "first": .text(it.name.first), "last": .text(it.name.last),
          "national": it.nationalCode.map { .code($0.digits) } ?? .empty,
          "workplace": .text(it.workplace),
        ]
      })
    return [values]
  }
}
