import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The rows of an application, and their files to be written beside and looked at.
struct PapersList: ListDescription {
  enum Command: String, CommandSet {
    case save
    var help: String { Phrases.Applicants.savePaper }
  }

  struct Row: Sendable {
    let number: Int
    let paper: InstructorPaper
    let kind: String
  }

  static let name = "papers"
  let title = Phrases.Applicants.papers
  let id: ID<InstructorApplication>

  init(_ id: ID<InstructorApplication>) { self.id = id }

  let columns: [Column<Row>] = [
    Column(Phrases.Applicants.evidenceKind, width: 24, text: { $0.kind }),
    Column(Phrases.Applicants.evidenceTitle, text: { $0.paper.title }),
    Column(
      Phrases.Applicants.amount, width: 6, alignment: .trailing,
      text: { $0.paper.role == .document ? "" : $0.paper.amount.said }),
    Column(
      Phrases.Applicants.savePaper, width: 20, direction: .ltr,
      text: { $0.paper.file?.name ?? "" }),
    Column(
      Phrases.Applicants.size, width: 13,
      text: { $0.paper.file.map { Phrases.Applicants.kilobytes($0.size) } ?? "" }),
  ]

  func identity(of row: Row) -> Int64 { Int64(row.number) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    guard let situation = try InstructorLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let titles =
      try records.items(of: "instructor-evidence") + records.items(of: "instructor-document")
    return situation.facts.papers.enumerated().map { number, paper in
      let kind = titles.first { $0.code == paper.kind }?.title
      return Row(number: number, paper: paper, kind: kind ?? paper.kind)
    }
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    guard let file = rows.first?.paper.file else { return .none }
    return .open(FormScreen(PaperFileForm(file)))
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    guard let row = rows.first else { return Phrases.chooseRowFirst }
    return row.paper.file == nil ? Phrases.Applicants.noFile : nil
  }
}

/// Where a file of an application is written to.
struct PaperFileForm: FormDescription {
  struct Draft: Sendable {
    var path: String
  }

  static let name = "paper-file"
  let title = Phrases.Applicants.savePaper
  let file: Attachment

  init(_ file: Attachment) { self.file = file }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewApplicants)
    let stem = file.name.split(separator: ".").first.map(String.init) ?? "paper"
    let name = SheetFormat.fileName(stem, ending: file.kind.rawValue)
    return (Draft(path: SheetFormat.folder + "/" + name), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Applicants.file, \.path, limit: 1_000, direction: .ltr).required()
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { records, context in
      try context.require(.viewApplicants)
      return try BlobDigest(hexadecimal: file.digest).flatMap { try records.blob($0) }
    }.map { bytes in
      guard let bytes else { return .notice(Phrases.Applicants.noFile, .warning) }
      do throws(FileProblem) {
        let path = try portal.files.target(SheetFormat.expanded(draft.path)).path
        try AttachmentFile.write(bytes, to: path)
        return .notice(Phrases.Applicants.fileSaved(path), .good)
      } catch {
        return .notice(SheetPhrases.said(error), .bad)
      }
    }
  }
}
