import Interchange
import Persian
import Store
public import Training
public import UseCases

/// «بارگذاری فایل اکسل»: completed courses out of a workbook with the columns of the guide (S5-5).
public struct CompletedUpload: ImportDescription {
  public static let name = "completed"
  public static let shape = "completed-courses"
  public static let needsWorkbook = true
  public var title: String { Phrases.Upload.title }

  public init() {}

  public func row(of fields: ListFields) -> UploadRow {
    let nothing = JalaliDate(dayNumber: 0)
    return UploadRow(
      number: fields.number, start: fields.day("start") ?? nothing,
      end: fields.day("end") ?? nothing, group: fields.number("group") ?? 0,
      title: fields["course_title"], hours: fields.number("hours") ?? 0,
      mode: fields.number("mode") ?? 0, organiser: fields.number("organiser") ?? 0,
      organiserName: fields["organiser_name"], instructor: fields["instructor"],
      degree: fields["instructor_degree"], field: fields["instructor_field"],
      isInCalendar: fields["in_calendar"] == "1", isEvaluated: fields["evaluated"] == "1",
      isInstructorCertified: fields["certified"] == "1", managers: fields.number("managers") ?? 0,
      staff: fields.number("staff") ?? 0)
  }

  public func check(_ rows: [UploadRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    check(rows, portal, ImportRun())
  }

  public func perform(_ rows: [UploadRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    perform(rows, portal, ImportRun())
  }

  public func check(
    _ rows: [UploadRow], _ portal: Portal, _ run: ImportRun
  ) -> Result<[ImportAnswer], Failure> {
    portal.read { records, context in
      try UploadCompleted.check(rows, records, context) { try run.watch($0, rows.count) }
    }.map { $0.map(\.answer) }
  }

  public func perform(
    _ rows: [UploadRow], _ portal: Portal, _ run: ImportRun
  ) -> Result<[ImportAnswer], Failure> {
    let judged = portal.read { records, context in
      (try UploadCompleted.check(rows, records, context), context.rules.attachmentSize)
    }
    let log: UploadLog
    switch judged {
    case .failure(let failure): return .failure(failure)
    case .success((let results, let limit)):
      let good = results.count { $0.isTaken }
      log = UploadLog(
        Self.kept(run.path, limit: limit), accepted: good,
        rejected: rows.count - good + run.unreadable)
    }
    let length = UploadCompleted.partLength
    return portal.performAll(UploadCompleted.parts(rows, log: log)) { done in
      try run.watch(min(rows.count, done * length), rows.count)
    }.map { $0.flatMap(\.outcome).map(\.answer) }
  }

  public func obstacle(refused: Int, of total: Int, _ portal: Portal) -> Finding? {
    let found = portal.read { _, context in
      UploadFaults(rules: context.rules).findings(in: .init(refused: refused, of: total))
    }
    return (try? found.get())?.first
  }

  /// The tables of codes, as they stand in the guide.
  public func codeTables(_ portal: Portal) -> Result<[Sheet], Failure> {
    func table(_ title: String, _ rows: [(Int, String)]) -> [Sheet.Row] {
      rows.map { Sheet.Row([.text(title), .number($0.0), .text($0.1)]) }
    }
    let rows =
      table(Phrases.Upload.groups, CourseGroup.allCases.map { ($0.rawValue, $0.name) })
      + table(Phrases.Upload.modes, OversightMode.allCases.map { ($0.rawValue, $0.name) })
      + table(Phrases.Upload.organisers, Organiser.allCases.map { ($0.rawValue, $0.name) })
      + table(Phrases.Upload.flags, [(1, Phrases.yes), (0, Phrases.no)])
    return .success([
      Sheet(
        title: Phrases.Upload.guide,
        columns: [
          Sheet.Column(Phrases.OversightReports.figure, width: 26),
          Sheet.Column(Phrases.Upload.code),
          Sheet.Column(Phrases.Upload.meaning, width: 40),
        ], rows: rows)
    ])
  }

  /// The workbook as it is kept: by its name alone where it is too large for the attachments.
  private static func kept(_ path: String, limit: Int) -> AttachedFile {
    let name = path.split(separator: "/").last.map { String($0.suffix(100)) } ?? path
    guard let bytes = try? WholeFile.read(path, limit: limit) else {
      return AttachedFile(Attachment(name: name, kind: .workbook, size: 0, digest: ""))
    }
    return AttachedFile(
      Attachment(
        name: name, kind: .workbook, size: bytes.count,
        digest: BlobDigest(of: bytes).hexadecimal),
      bytes: bytes)
  }
}

extension UploadRowResult {
  fileprivate var answer: ImportAnswer {
    ImportAnswer(
      isTaken ? .taken : .refused, subject: row.title, remarks: problems.map(\.sentence))
  }
}
