import Training
public import UseCases

/// A list of the people of the office.
public struct PeopleImport: ImportDescription {
  public static let name = "people"
  public static let shape = "people"
  public var title: String { Phrases.People.importList }

  public init() {}

  public func row(of fields: ListFields) -> PersonRow {
    PersonRow(
      number: fields.number, nationalCode: fields["national_code"],
      personnelCode: fields["personnel_code"], first: fields["first_name"],
      last: fields["last_name"], fatherName: fields["father_name"], mobile: fields["mobile"],
      gender: Person.Gender(rawValue: fields["gender"]) ?? .unknown,
      school: fields["workplace"])
  }

  public func check(_ rows: [PersonRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    portal.read { records, context in
      try ImportPeople.check(rows, into: context.actor.unit, records, context)
    }.map { $0.map(\.answer) }
  }

  public func perform(_ rows: [PersonRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    guard let unit = portal.actor?.unit else { return .failure(.forbidden) }
    return portal.performAll(ImportPeople.parts(rows, into: unit))
      .map { $0.flatMap(\.outcome).map(\.answer) }
  }
}

extension PersonRowResult {
  var answer: ImportAnswer {
    let verdict: ImportAnswer.Verdict = draft == nil ? .refused : isKnown ? .known : .taken
    return ImportAnswer(
      verdict, subject: "\(row.first) \(row.last)", remarks: problems.map(\.sentence))
  }
}
