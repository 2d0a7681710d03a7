import Persian
import Training
public import UseCases

/// The catalogue of courses as offices keep it in a sheet.
public struct CatalogueImport: ImportDescription {
  public static let name = "catalogue"
  public static let shape = "catalogue"
  public var title: String { Phrases.Catalogue.importList }

  public init() {}

  public func row(of fields: ListFields) -> CourseListRow {
    let permit = SearchKey.joined(fields["permit"])
    return CourseListRow(
      number: fields.number, code: fields["code"], title: fields["title"], hours: fields["hours"],
      kind: fields["kind"], feature: fields["feature"],
      hasPermit: !Phrases.Catalogue.noPermitWords.map(SearchKey.joined).contains(permit),
      mandatorySubject: fields["mandatory"])
  }

  public func check(
    _ rows: [CourseListRow], _ portal: Portal
  ) -> Result<[ImportAnswer], Failure> {
    portal.read { records, context in try ImportCourses.check(rows, records, context) }
      .map { $0.map(\.answer) }
  }

  public func perform(
    _ rows: [CourseListRow], _ portal: Portal
  ) -> Result<[ImportAnswer], Failure> {
    portal.performAll(ImportCourses.parts(rows)).map { $0.flatMap(\.outcome).map(\.answer) }
  }
}

extension CourseRowResult {
  fileprivate var answer: ImportAnswer {
    let judged: ImportAnswer.Verdict =
      switch verdict {
      case .added, .changed: .taken
      case .same: .known
      case .refused: .refused
      }
    let changed = verdict == .changed ? [Phrases.Catalogue.willChange] : []
    return ImportAnswer(
      judged, subject: row.title, remarks: problems.map(\.sentence) + changed)
  }
}
