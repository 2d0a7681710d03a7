import Persian
public import Store
public import Training

/// What became, or would become, of one row of a workbook of completed courses.
public struct UploadRowResult: Hashable, Sendable, Codable {
  public let row: UploadRow
  public let problems: [RowProblem]

  public var isTaken: Bool { !problems.contains(where: \.refuses) }
}

/// Takes completed courses out of a workbook: every good row, or none (S5-5).
///
/// `check` is the dry run; what was confirmed is checked once more inside the transaction. Longer
/// workbooks are cut by `parts`.
public struct UploadCompleted: PartedUseCase {
  public typealias Outcome = [UploadRowResult]

  public static let name = "completed-course.upload"
  public var rows: [UploadRow]
  /// What is kept of the workbook; with the first part only.
  public var log: UploadLog?
  private var ids: [ID<CompletedCourse>] = []
  private var instructorIDs: [ID<OversightInstructor>] = []
  private var fieldIDs: [ID<StudyField>] = []
  private var logID: ID<CompletedImport>?

  public init(_ rows: [UploadRow], log: UploadLog? = nil) {
    self.rows = rows
    self.log = log
  }

  /// The workbook in pieces that each fit one entry: a row may bring an instructor and a field of
  /// study with it.
  public static func parts(_ rows: [UploadRow], log: UploadLog) -> [UploadCompleted] {
    stride(from: 0, to: rows.count, by: partLength).map { start in
      UploadCompleted(
        Array(rows[start..<min(start + partLength, rows.count)]), log: start == 0 ? log : nil)
    }
  }

  /// The most rows of a part.
  public static let partLength = (entryRowLimit - 1) / 3

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < rows.count { ids.append(try records.newID()) }
    let instructors = Set(rows.map { SearchKey.joined($0.instructor) }.filter { !$0.isEmpty })
    while instructorIDs.count < instructors.count { instructorIDs.append(try records.newID()) }
    let fields = Set(rows.map { SearchKey.joined($0.field) }.filter { !$0.isEmpty })
    while fieldIDs.count < fields.count { fieldIDs.append(try records.newID()) }
    if log != nil, logID == nil { logID = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try Self.authorise(records, context)
  }

  private static func authorise(
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    try CompletedCourseLife.require(.create, context)
    try UploadOpen().findings(in: try context.ownAgency(records).agency).orRefuse()
  }

  public func desk(_ records: borrowing Writing, _ context: Context) throws -> UploadDesk {
    try UploadDesk(records, context)
  }

  public func run(
    _ records: borrowing Writing, _ context: Context, at desk: inout UploadDesk
  ) throws -> [UploadRowResult] {
    desk.take(instructors: instructorIDs, fields: fieldIDs)
    var results: [UploadRowResult] = []
    for (row, id) in zip(rows, ids) {
      let (result, made) = try desk.check(row, id, records, context)
      if let made {
        if let field = made.field { try records.insert(field) }
        if let instructor = made.instructor { try records.insert(instructor) }
        try records.insert(made.course)
      }
      results.append(result)
    }
    // What was good in the dry run and is refused by now counts as in the dry run.
    try UploadFaults(rules: context.rules)
      .findings(in: .init(refused: results.count { !$0.isTaken }, of: results.count)).orRefuse()
    if let log, let logID { try log.keep(as: logID, records, context) }
    return results
  }

  /// The dry run: every row with everything that stands in its way.
  public static func check(
    _ rows: [UploadRow], _ records: borrowing some Querying & ~Copyable, _ context: Context,
    watch: (_ done: Int) throws -> Void = { _ in }
  ) throws -> [UploadRowResult] {
    try authorise(records, context)
    var desk = try UploadDesk(records, context)
    var results: [UploadRowResult] = []
    results.reserveCapacity(rows.count)
    for row in rows {
      results.append(try desk.check(row, ID(rawValue: 0), records, context).result)
      if results.count.isMultiple(of: 200) { try watch(results.count) }
    }
    return results
  }
}

/// A workbook that was read in, and how many of its rows were good.
public struct UploadLog: Hashable, Sendable, Codable {
  public var file: AttachedFile
  public var accepted: Int
  public var rejected: Int

  public init(_ file: AttachedFile, accepted: Int, rejected: Int) {
    self.file = file
    self.accepted = accepted
    self.rejected = rejected
  }

  fileprivate func keep(
    as id: ID<CompletedImport>, _ records: borrowing Writing, _ context: Context
  ) throws {
    if !file.file.digest.isEmpty { try file.keep(records, context) }
    try records.insert(
      CompletedImport(
        id: id, agency: try context.ownAgency(records).unit.id, file: file.file,
        moment: context.moment, accepted: accepted, rejected: rejected))
  }
}
