import Persian
public import Store
public import Training

/// One row of a list of people as it was read: nothing in it is trusted.
public struct PersonRow: Hashable, Sendable, Codable {
  /// The row number in the file, 1-based.
  public var number: Int
  public var nationalCode: String
  public var personnelCode: String
  public var first: String
  public var last: String
  public var fatherName: String
  public var mobile: String
  public var gender: Person.Gender
  /// The name or code of the school; empty where the list has none.
  public var school: String

  public init(
    number: Int, nationalCode: String, personnelCode: String = "", first: String, last: String,
    fatherName: String = "", mobile: String = "", gender: Person.Gender = .unknown,
    school: String = ""
  ) {
    self.number = number
    self.nationalCode = nationalCode
    self.personnelCode = personnelCode
    self.first = first
    self.last = last
    self.fatherName = fatherName
    self.mobile = mobile
    self.gender = gender
    self.school = school
  }
}

/// What became, or would become, of one row of a list of people.
public struct PersonRowResult: Hashable, Sendable, Codable {
  public let row: PersonRow
  /// The person as recorded; nil where the row cannot be.
  public let draft: PersonDraft?
  /// Someone who is recorded already, as the row says.
  public let isKnown: Bool
  public let problems: [RowProblem]
}

/// Records the people of a list: the good rows, and the reasons of the rest.
///
/// `check` is the dry run; what was confirmed is checked once more inside the transaction. Longer
/// lists than one entry holds are cut by `parts`.
public struct ImportPeople: UseCase {
  public static let name = "person.import"
  public var rows: [PersonRow]
  /// The office the people belong to.
  public var unit: ID<Unit>
  private var ids: [ID<Person>] = []

  public init(_ rows: [PersonRow], into unit: ID<Unit>) {
    self.rows = rows
    self.unit = unit
  }

  /// The list in pieces that each fit one entry, for `Portal.performAll`.
  public static func parts(_ rows: [PersonRow], into unit: ID<Unit>) -> [ImportPeople] {
    stride(from: 0, to: rows.count, by: entryRowLimit).map { start in
      ImportPeople(Array(rows[start..<min(start + entryRowLimit, rows.count)]), into: unit)
    }
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < rows.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.importPeople)
    try context.requireReach(unit: unit, records)
  }

  public func run(
    _ records: borrowing Writing, _ context: Context
  ) throws -> [PersonRowResult] {
    var desk = try PersonDesk(unit, records, context)
    var results: [PersonRowResult] = []
    results.reserveCapacity(rows.count)
    for (row, id) in zip(rows, ids) {
      let result = try desk.check(row, records)
      if let draft = result.draft, !result.isKnown { try records.insert(draft.person(id)) }
      results.append(result)
    }
    return results
  }

  /// The dry run: every row with everything that stands in its way.
  public static func check(
    _ rows: [PersonRow], into unit: ID<Unit>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> [PersonRowResult] {
    try context.require(.importPeople)
    try context.requireReach(unit: unit, records)
    var desk = try PersonDesk(unit, records, context)
    return try rows.map { try desk.check($0, records) }
  }
}

/// Where rows are compared with the records and with each other.
private struct PersonDesk {
  let unit: ID<Unit>
  let codeLength: Int
  /// The schools of the office by name and by code.
  private var schools: [String: ID<Unit>] = [:]
  /// The row in which each code stood first.
  private var seen: [String: Int] = [:]

  init(
    _ unit: ID<Unit>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws {
    self.unit = unit
    codeLength = context.rules.personnelCodeLength
    for school in try records.units(in: context.actor.scope) where school.kind == .school {
      schools[SearchKey.joined(school.name)] = school.id
      schools[SearchKey.joined(school.code)] = school.id
    }
  }

  mutating func check(
    _ row: PersonRow, _ records: borrowing some Querying & ~Copyable
  ) throws -> PersonRowResult {
    var problems: [RowProblem] = []
    guard var draft = draft(of: row, &problems) else {
      return PersonRowResult(row: row, draft: nil, isKnown: false, problems: problems)
    }
    if !row.school.isEmpty {
      draft.school = schools[SearchKey.joined(row.school)]
      if draft.school == nil {
        problems.append(
          .finding(
            Finding(.nationalCode, .warning, .portal(.schoolUnknown(row.school)))))
      }
    }
    for code in [draft.nationalCode?.digits, draft.personnelCode?.digits].compactMap({ $0 }) {
      if let first = seen[code] {
        problems.append(
          .finding(Finding(.introductionList, .refusal, .enrolment(.doubledRow(first)))))
      }
      seen[code] = row.number
    }
    let known = try draft.nationalCode.flatMap { try records.person($0) }
    if let known, known.name == draft.name, known.unit == unit {
      return PersonRowResult(row: row, draft: draft, isKnown: true, problems: problems)
    }
    do {
      try draft.refuseTakenCodes(except: nil, records)
    } catch Failure.refused(let findings) {
      problems += findings.map { .finding($0) }
    }
    let isTaken = problems.contains(where: \.refuses)
    return PersonRowResult(
      row: row, draft: isTaken ? nil : draft, isKnown: false, problems: problems)
  }

  /// The row as a draft; nil when a field cannot be read, each named among the problems.
  private func draft(of row: PersonRow, _ problems: inout [RowProblem]) -> PersonDraft? {
    let length = codeLength
    let national = value(row.nationalCode, "national-code", &problems) {
      text throws(Complaint) in try NationalCode(validating: text)
    }
    let personnel = value(row.personnelCode, "personnel-code", &problems) {
      text throws(Complaint) in try PersonnelCode(validating: text, length: length)
    }
    let mobile = value(row.mobile, "mobile", &problems) { text throws(Complaint) in
      try Mobile(validating: text)
    }
    let name: PersonName
    do throws(Complaint) {
      name = try PersonName(
        first: Normalizer.line(row.first), last: Normalizer.line(row.last))
    } catch {
      problems.append(.complaint(field: "name", error))
      return nil
    }
    guard problems.isEmpty else { return nil }
    return PersonDraft(
      nationalCode: national, personnelCode: personnel, name: name,
      fatherName: Normalizer.line(row.fatherName), gender: row.gender, mobile: mobile, unit: unit)
  }

  private func value<T>(
    _ text: String, _ field: String, _ problems: inout [RowProblem],
    _ read: (String) throws(Complaint) -> T
  ) -> T? {
    guard !text.isEmpty else { return nil }
    do throws(Complaint) {
      return try read(text)
    } catch {
      problems.append(.complaint(field: field, error))
      return nil
    }
  }
}
