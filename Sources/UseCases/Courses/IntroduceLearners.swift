import Persian
public import Store
public import Training

/// One row of an Introduction list as it was read: nothing in it is trusted (S2-5.3b).
public struct IntroductionRow: Hashable, Sendable, Codable {
  /// The row number in the file, 1-based.
  public var number: Int
  /// As typed; one of the two codes is enough.
  public var personnelCode: String
  public var nationalCode: String
  /// As typed, compared with the records; empty where the list has no names.
  public var name: String

  public init(number: Int, personnelCode: String = "", nationalCode: String = "", name: String = "")
  {
    self.number = number
    self.personnelCode = personnelCode
    self.nationalCode = nationalCode
    self.name = name
  }
}

/// What became, or would become, of one row.
public struct IntroductionResult: Hashable, Sendable, Codable {
  public let row: IntroductionRow
  /// Nil where the row names nobody.
  public let person: Person?
  /// Warnings too; `isAccepted` tells whether any of them refuses.
  public let problems: [RowProblem]

  public var isAccepted: Bool { person != nil && !problems.contains(where: \.refuses) }
  /// Whether the list calls the person by another name than the records.
  public var isUnderAnotherName: Bool {
    problems.contains { problem in
      guard case .finding(let finding) = problem,
        case .enrolment(.nameDiffers) = finding.reason
      else { return false }
      return true
    }
  }
}

/// Enrols the people of an Introduction list in a class: the good rows, and the reasons of the rest.
///
/// `check` is the dry run; what was confirmed is checked once more inside the transaction. Longer
/// lists than one entry holds are cut by `parts`.
public struct IntroduceLearners: UseCase {
  public static let name = "enrolment.introduce"
  public var trainingClass: ID<TrainingClass>
  public var rows: [IntroductionRow]
  /// One for each row, given before the first run.
  private var ids: [ID<Enrolment>] = []

  public init(_ rows: [IntroductionRow], into trainingClass: ID<TrainingClass>) {
    self.trainingClass = trainingClass
    self.rows = rows
  }

  /// The list in pieces that each fit one entry, for `Portal.performAll`.
  public static func parts(
    _ rows: [IntroductionRow], into trainingClass: ID<TrainingClass>
  ) -> [IntroduceLearners] {
    stride(from: 0, to: rows.count, by: entryRowLimit).map { start in
      IntroduceLearners(
        Array(rows[start..<min(start + entryRowLimit, rows.count)]), into: trainingClass)
    }
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    while ids.count < rows.count { ids.append(try records.newID()) }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.importIntroduction)
    try EnrolmentLife.require(.introduce, context)
    _ = try context.trainingClass(trainingClass, records)
  }

  public func run(
    _ records: borrowing Writing, _ context: Context
  ) throws -> [IntroductionResult] {
    var desk = try EnrolmentDesk(trainingClass, .introduce, records, context)
    var seen: [ID<Person>: Int] = [:]
    var results: [IntroductionResult] = []
    for (row, id) in zip(rows, ids) {
      let result = try Self.check(row, at: desk, &seen, records, context)
      if result.isAccepted, let person = result.person {
        try desk.enrol(person.id, id: id, records, context)
        desk.takePlace()
      }
      results.append(result)
    }
    return results
  }

  /// The dry run: every row with its person and everything that stands in its way.
  public static func check(
    _ rows: [IntroductionRow], into trainingClass: ID<TrainingClass>,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> [IntroductionResult] {
    try context.require(.importIntroduction)
    var desk = try EnrolmentDesk(trainingClass, .introduce, records, context)
    var seen: [ID<Person>: Int] = [:]
    var results: [IntroductionResult] = []
    for row in rows {
      let result = try check(row, at: desk, &seen, records, context)
      if result.isAccepted { desk.takePlace() }
      results.append(result)
    }
    return results
  }

  public func verifyTakenBack(_ records: borrowing Writing, _ context: Context) throws {
    try context.requireSeats(in: trainingClass, records)
  }
}

extension IntroduceLearners {
  private static func check(
    _ row: IntroductionRow, at desk: EnrolmentDesk, _ seen: inout [ID<Person>: Int],
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> IntroductionResult {
    var problems: [RowProblem] = []
    let person = try person(
      personnelCode: row.personnelCode, nationalCode: row.nationalCode, &problems, records, context)
    guard let person else {
      return IntroductionResult(row: row, person: nil, problems: problems)
    }
    if let first = seen[person.id] {
      problems.append(
        .finding(Finding(.introductionList, .refusal, .enrolment(.doubledRow(first)))))
    } else {
      seen[person.id] = row.number
      problems += try desk.findings(for: person, records, context).map { .finding($0) }
    }
    if !row.name.isEmpty, !person.isNamed(row.name) {
      problems.append(
        .finding(
          Finding(
            .introductionList, .warning,
            .enrolment(.nameDiffers(listed: row.name, recorded: person.name.inFull)),
            remedy: .correct(.person))))
    }
    return IntroductionResult(row: row, person: person, problems: problems)
  }

  /// The person whom the codes name, where both mean the same one.
  static func person(
    personnelCode typedPersonnel: String, nationalCode typedNational: String,
    _ problems: inout [RowProblem], _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> Person? {
    var found: [Person?] = []
    if !typedPersonnel.isEmpty {
      let code = Result { () throws(Complaint) in
        try PersonnelCode(
          validating: typedPersonnel, length: context.rules.personnelCodeLength)
      }
      switch code {
      case .success(let code): found.append(try records.person(code))
      case .failure(let complaint):
        problems.append(.complaint(field: "personnelCode", complaint))
      }
    }
    if !typedNational.isEmpty {
      let code = Result { () throws(Complaint) in try NationalCode(validating: typedNational) }
      switch code {
      case .success(let code): found.append(try records.person(code))
      case .failure(let complaint):
        problems.append(.complaint(field: "nationalCode", complaint))
      }
    }
    if found.isEmpty, problems.isEmpty {
      problems.append(.complaint(field: "personnelCode", .empty))
    }
    guard problems.isEmpty, let person = found.first ?? nil else {
      if problems.isEmpty { problems.append(.finding(EnrolmentDesk.unknown)) }
      return nil
    }
    guard found.allSatisfy({ $0?.id == person.id }) else {
      problems.append(.finding(EnrolmentDesk.unknown))
      return nil
    }
    return person
  }
}

extension Person {
  /// Whether a typed name means this person, in either order and however it is spaced.
  func isNamed(_ text: String) -> Bool {
    let key = SearchKey.joined(text)
    return key == SearchKey.joined(name.inFull) || key == SearchKey.joined(name.surnameFirst)
  }
}
