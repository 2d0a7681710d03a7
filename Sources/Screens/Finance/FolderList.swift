import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The parts of folder A, folder B or the financial document, ticked one by one (S2-9.1a, S2-9.2a,
/// S2-9.3).
struct FolderList: ListDescription {
  enum Command: String, CommandSet {
    case tick, print, printAll = "print-all", save
    var help: String {
      switch self {
      case .tick: Phrases.CourseFiles.tick
      case .print: Phrases.CourseFiles.printItem
      case .printAll: Phrases.CourseFiles.printAll
      case .save: Phrases.Applicants.savePaper
      }
    }
  }

  static let name = "folder"
  let folder: FolderItem.Folder
  let request: ID<CourseRequest>
  let course: String
  var title: String { "\(folder.name): \(course)" }

  init(_ folder: FolderItem.Folder, of request: ID<CourseRequest>, _ course: String) {
    self.folder = folder
    self.request = request
    self.course = course
  }

  let columns: [Column<FolderItem>] = [
    Column(
      Phrases.CourseFiles.row, width: 4, alignment: .centre,
      text: { $0.code.number.said }),
    Column(Phrases.CourseFiles.item, text: { $0.code.name }),
    Column(
      Phrases.CourseFiles.standing, width: 15,
      tone: { $0.standing.isMissing ? .warning : .body }, text: { $0.standing.marked }),
    Column(Phrases.CourseFiles.note, text: { $0.note }),
    Column(
      Phrases.Applicants.file, width: 16, direction: .ltr, text: { $0.file?.name ?? "" }),
  ]

  func identity(of row: FolderItem) -> Int64 { Int64(row.code.number) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [FolderItem] {
    try context.require(.viewCourseFile)
    guard try records.request(request, in: context.actor.courseReach) != nil else {
      throw Failure.forbidden
    }
    return FolderItem.list(folder, of: request, among: try records.folderItems(of: request))
  }

  func open(_ row: FolderItem) -> Step { .open(FormScreen(FolderItemForm(row))) }

  func perform(_ command: Command, on rows: [FolderItem]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard let row = rows.first else { return .none }
    switch command {
    case .tick:
      let standing: FolderItem.Standing = row.standing.isMissing ? .present : .missing
      return .open(
        OpenScreen { portal in
          portal.perform(
            PutFolderItem(
              row, standing: standing, note: row.note, file: row.file.map { AttachedFile($0) })
          ).map { _ in .notice(Phrases.saved, .good) }
        })
    case .print:
      return .open(
        OpenScreen { [request] portal in
          portal.read { records, context in
            let papers = try FolderPapers.papers(of: row.code, request, records, context)
            guard let first = papers.first else {
              return .notice(Phrases.CourseFiles.noPaper(row.code.name), .warning)
            }
            return .open(
              LetterScreen(papers.count == 1 ? first : PaperBundle(row.code.name, papers)))
          }
        })
    case .printAll:
      switch folder {
      case .a: return .open(LetterScreen(FolderAPaper(request)))
      case .b: return .open(LetterScreen(FolderBPaper(request)))
      case .financial: return .open(LetterScreen(FinancialPaper(request)))
      }
    case .save: return row.file.map { FolderList.save($0, request) } ?? .none
    }
  }

  func reasonClosed(_ command: Command, on rows: [FolderItem]) -> String? {
    guard let row = rows.first else { return Phrases.chooseRowFirst }
    return command == .save && row.file == nil ? Phrases.Applicants.noFile : nil
  }

  /// Asks where an attached file goes, for whoever reaches the course.
  private static func save(_ file: Attachment, _ request: ID<CourseRequest>) -> Step {
    .open(
      FormScreen(
        SaveForm(Phrases.Applicants.savePaper, file: file.offeredName) { portal in
          portal.read { records, context in
            try context.require(.viewCourseFile)
            guard try records.request(request, in: context.actor.courseReach) != nil,
              try records.folderItems(of: request).contains(where: { $0.file == file }),
              let digest = BlobDigest(hexadecimal: file.digest),
              let bytes = try records.blob(digest)
            else { throw Failure.forbidden }
            return bytes
          }
        }))
  }
}

extension Attachment {
  /// The name under which it is offered to be saved: its own, with the ending of its kind.
  var offeredName: String {
    let stem = name.split(separator: ".").first.map(String.init) ?? "paper"
    return SheetFormat.fileName(stem, ending: kind.rawValue)
  }
}

/// How a part of a folder stands, with a note and a scan.
struct FolderItemForm: FormDescription {
  struct Draft: Sendable {
    var standing: FolderItem.Standing?
    var note: String
    var path: String
  }

  static let name = "folder-item"
  let item: FolderItem
  var title: String { item.code.name }

  init(_ item: FolderItem) { self.item = item }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editCourseFile)
    // Whoever opens a missing part mostly has it in hand.
    let standing: FolderItem.Standing = item.standing.isMissing ? .present : item.standing
    return (
      Draft(
        standing: standing, note: item.note, path: item.file.map(AttachedFile.mark) ?? ""), ()
    )
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .pick(
        Phrases.CourseFiles.standing, \.standing,
        among: FolderItem.Standing.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.CourseFiles.note, \.note, limit: 200),
      .text(Phrases.Applicants.file, \.path, limit: 1_000, direction: .ltr)
        .hinted(Phrases.Files.optional),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { [files = portal.files] _, context in
      try AttachedFile.named(
        draft.path, keeping: item.file, .folderA, under: context.rules,
        from: .reach(files))
    }.flatMap { file in
      var standing = draft.standing ?? .present
      if file?.bytes != nil, standing == .present { standing = .attached }
      return portal.perform(
        PutFolderItem(item, standing: standing, note: Normalizer.line(draft.note), file: file)
      ).map { _ in .notice(Phrases.saved, .good) }
    }
  }
}
