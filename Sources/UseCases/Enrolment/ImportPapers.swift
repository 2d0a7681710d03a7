import Persian
public import Store
public import Training

/// One row of a list of decrees, appointments or past courses as it was read (S2-5.7c).
public struct PaperRow: Hashable, Sendable, Codable {
  /// What the row records; persons and ids are set when it is taken in.
  public enum Paper: Hashable, Sendable, Codable {
    case decree(Decree)
    case appointment(Appointment)
    case past(TrainingRecord)
  }

  /// The row number in the file, 1-based.
  public var number: Int
  /// As typed; one of the two codes is enough.
  public var personnelCode: String
  public var nationalCode: String
  public var paper: Paper

  public init(number: Int, personnelCode: String, nationalCode: String, paper: Paper) {
    self.number = number
    self.personnelCode = personnelCode
    self.nationalCode = nationalCode
    self.paper = paper
  }
}

/// What became, or would become, of one row.
public struct PaperResult: Hashable, Sendable, Codable {
  public let row: PaperRow
  /// Nil where the row names nobody of the office.
  public let person: Person?
  /// The same paper is recorded already.
  public let isKnown: Bool
  public let problems: [RowProblem]

  public var isAccepted: Bool {
    person != nil && !isKnown && !problems.contains(where: \.refuses)
  }
}

/// Records the papers of a list: the good rows, and the reasons of the rest.
public struct ImportPapers: UseCase {
  public static let name = "person.papers"
  public var rows: [PaperRow]
  private var ids: [Int64] = []

  public init(_ rows: [PaperRow]) { self.rows = rows }

  /// The list in pieces that each fit one entry, for `Portal.performAll`.
  public static func parts(_ rows: [PaperRow]) -> [ImportPapers] {
    stride(from: 0, to: rows.count, by: entryRowLimit).map { start in
      ImportPapers(Array(rows[start..<min(start + entryRowLimit, rows.count)]))
    }
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < rows.count { ids.append(try records.newID(PaperRow.self).rawValue) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.importPastCourses)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> [PaperResult] {
    var results: [PaperResult] = []
    for (row, id) in zip(rows, ids) {
      let result = try Self.check(row, records, context)
      if result.isAccepted, let person = result.person {
        try records.insert(result.row.paper, of: person.id, id: id)
      }
      results.append(result)
    }
    return results
  }

  /// The dry run: every row with its person and everything that stands in its way.
  public static func check(
    _ rows: [PaperRow], _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [PaperResult] {
    try context.require(.importPastCourses)
    return try rows.map { try check($0, records, context) }
  }

  private static func check(
    _ row: PaperRow, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> PaperResult {
    var problems: [RowProblem] = []
    var row = row
    let person = try IntroduceLearners.person(
      personnelCode: row.personnelCode, nationalCode: row.nationalCode, &problems, records, context)
    guard let person, try records.contains(context.actor.scope, unit: person.unit) else {
      if problems.isEmpty { problems.append(.finding(EnrolmentDesk.unknown)) }
      return PaperResult(row: row, person: nil, isKnown: false, problems: problems)
    }
    row.paper = try row.paper.coded(&problems, records)
    let isKnown = try records.has(row.paper, of: person.id)
    return PaperResult(row: row, person: person, isKnown: isKnown, problems: problems)
  }
}

extension PaperRow.Paper {
  /// The same with the codes of the editable lists in place of titles.
  fileprivate func coded(
    _ problems: inout [RowProblem], _ records: borrowing some Querying & ~Copyable
  ) throws -> Self {
    switch self {
    case .decree(var decree):
      decree.jobField = try records.code(decree.jobField, of: "job-field", &problems)
      decree.employmentKind = try records.code(
        decree.employmentKind, of: "employment-kind", &problems)
      decree.postKind = try records.code(decree.postKind, of: "post-kind", &problems)
      return .decree(decree)
    case .appointment(var it):
      it.teachingField = try records.code(it.teachingField, of: "teaching-field", &problems)
      it.stage = try records.code(it.stage, of: "stage", &problems)
      return .appointment(it)
    case .past: return self
    }
  }
}

extension Querying where Self: ~Copyable {
  /// The code that a title, a synonym or the code itself means in a list.
  fileprivate func code(
    _ text: String, of list: String, _ problems: inout [RowProblem]
  ) throws -> String {
    guard !text.isEmpty else { return "" }
    let key = SearchKey.joined(text)
    let item = try items(of: list).first { item in
      ([item.code, item.title] + item.synonyms).contains { SearchKey.joined($0) == key }
    }
    guard let item else {
      problems.append(.complaint(field: list, .unknownChoice(text)))
      return text
    }
    return item.code
  }

  /// Whether the same paper is recorded for a person.
  fileprivate func has(_ paper: PaperRow.Paper, of person: ID<Person>) throws -> Bool {
    switch paper {
    case .decree(let decree):
      return try employment(of: person).decrees.contains {
        $0.number == decree.number && $0.from == decree.from
      }
    case .appointment(let it):
      return try employment(of: person).appointments.contains {
        $0.number == it.number && $0.year == it.year && $0.subject == it.subject
      }
    case .past(var record):
      record.person = person
      return try hasTrainingRecord(record)
    }
  }
}

extension Writing {
  fileprivate func insert(
    _ paper: PaperRow.Paper, of person: ID<Person>, id: Int64
  ) throws(StoreError) {
    switch paper {
    case .decree(var decree):
      (decree.id, decree.person) = (ID(rawValue: id), person)
      try insert(decree)
    case .appointment(var it):
      (it.id, it.person) = (ID(rawValue: id), person)
      try insert(it)
    case .past(var record):
      (record.id, record.person) = (ID(rawValue: id), person)
      try insert(record)
    }
  }
}
