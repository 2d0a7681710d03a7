import Persian
public import Store
import Training

/// One row of a catalogue as it was read: nothing in it is trusted.
public struct CourseListRow: Hashable, Sendable, Codable {
  /// The row number in the file, 1-based.
  public var number: Int
  public var code: String
  public var title: String
  /// Hours, whole or with a fraction, in any digits.
  public var hours: String
  /// The title, a spelling or the code of a kind; empty for the first of the list.
  public var kind: String
  public var feature: String
  /// Empty means that it may be held.
  public var hasPermit: Bool
  public var mandatorySubject: String

  public init(
    number: Int, code: String, title: String, hours: String, kind: String = "",
    feature: String = "", hasPermit: Bool = true, mandatorySubject: String = ""
  ) {
    self.number = number
    self.code = code
    self.title = title
    self.hours = hours
    self.kind = kind
    self.feature = feature
    self.hasPermit = hasPermit
    self.mandatorySubject = mandatorySubject
  }
}

/// What became, or would become, of one row of a catalogue.
public struct CourseRowResult: Hashable, Sendable, Codable {
  public enum Verdict: Hashable, Sendable, Codable { case added, changed, same, refused }

  public let row: CourseListRow
  public let verdict: Verdict
  public let problems: [RowProblem]
}

/// Takes the catalogue of courses from a list: new codes are added, known ones take the new title,
/// hours and permit; what is not in the list stays as it is.
public struct ImportCourses: UseCase {
  public static let name = "course.import"
  public var rows: [CourseListRow]
  private var ids: [ID<Course>] = []

  public init(_ rows: [CourseListRow]) {
    self.rows = rows
  }

  /// The list in pieces that each fit one entry, for `Portal.performAll`.
  public static func parts(_ rows: [CourseListRow]) -> [ImportCourses] {
    stride(from: 0, to: rows.count, by: entryRowLimit).map { start in
      ImportCourses(Array(rows[start..<min(start + entryRowLimit, rows.count)]))
    }
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < rows.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCatalogue)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> [CourseRowResult] {
    let desk = CourseDesk(kinds: try records.items(of: "course-kind"))
    var results: [CourseRowResult] = []
    for (row, id) in zip(rows, ids) {
      let (result, before, after) = try desk.check(row, id, records)
      switch (result.verdict, before, after) {
      case (.added, _, let course?): try records.insert(course)
      case (.changed, let old?, let new?):
        try Failure.check(try records.update(old, to: new), on: old.title)
      default: break
      }
      results.append(result)
    }
    return results
  }

  /// The dry run: every row with everything that stands in its way.
  public static func check(
    _ rows: [CourseListRow], _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [CourseRowResult] {
    try context.require(.editCatalogue)
    let desk = CourseDesk(kinds: try records.items(of: "course-kind"))
    return try rows.map { try desk.check($0, ID(rawValue: 0), records).result }
  }
}

/// Where rows are compared with the catalogue.
private struct CourseDesk {
  let kinds: [CodeList.Item]

  func check(
    _ row: CourseListRow, _ id: ID<Course>, _ records: borrowing some Querying & ~Copyable
  ) throws -> (result: CourseRowResult, before: Course?, after: Course?) {
    var problems: [RowProblem] = []
    var minutes = 0
    if let hours = Fraction(Digits.latin(row.hours)) {
      minutes = hours.share(of: 60)
    } else {
      problems.append(.complaint(field: "hours", .notNumber))
    }
    let kind = kind(of: row.kind)
    if kind == nil { problems.append(.complaint(field: "kind", .unknownChoice(row.kind))) }
    let before = try records.course(code: row.code)
    var after =
      before
      ?? Course(id: id, code: row.code, title: "", minutes: minutes)
    after.title = Normalizer.line(row.title)
    after.minutes = minutes
    if !row.kind.isEmpty || before == nil { after.kind = kind ?? after.kind }
    if !row.feature.isEmpty { after.feature = Normalizer.line(row.feature) }
    after.hasPermit = row.hasPermit
    if !row.mandatorySubject.isEmpty { after.mandatorySubject = row.mandatorySubject }
    if problems.isEmpty {
      do throws(Failure) {
        try after.complain()
      } catch .complaint(let field, let complaint) {
        problems.append(.complaint(field: field, complaint))
      } catch {
        throw error
      }
    }
    guard problems.isEmpty else {
      return (CourseRowResult(row: row, verdict: .refused, problems: problems), nil, nil)
    }
    let verdict: CourseRowResult.Verdict =
      before == nil ? .added : before == after ? .same : .changed
    return (CourseRowResult(row: row, verdict: verdict, problems: []), before, after)
  }

  /// The kind that a text means; the first of the list for an empty one.
  private func kind(of text: String) -> String? {
    let key = SearchKey.joined(text)
    guard !key.isEmpty else { return kinds.first?.code ?? "specialised" }
    return kinds.first { item in
      ([item.code, item.title] + item.synonyms).contains { SearchKey.joined($0) == key }
    }?.code
  }
}
