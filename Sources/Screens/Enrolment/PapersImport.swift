import Persian
import Training
public import UseCases

/// A list that records papers of people: what differs is the shape and the paper of a row.
public protocol PapersImport: ImportDescription where Row == PaperRow {
  func paper(of fields: ListFields) -> PaperRow.Paper
}

extension PapersImport {
  public func row(of fields: ListFields) -> PaperRow {
    PaperRow(
      number: fields.number, personnelCode: fields["personnel_code"],
      nationalCode: fields["national_code"], paper: paper(of: fields))
  }

  public func check(_ rows: [PaperRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    portal.read { try ImportPapers.check(rows, $0, $1) }.map { $0.map(\.answer) }
  }

  public func perform(_ rows: [PaperRow], _ portal: Portal) -> Result<[ImportAnswer], Failure> {
    portal.performAll(ImportPapers.parts(rows)).map { $0.flatMap(\.outcome).map(\.answer) }
  }
}

extension PaperResult {
  fileprivate var answer: ImportAnswer {
    let verdict: ImportAnswer.Verdict = isAccepted ? .taken : isKnown ? .known : .refused
    return ImportAnswer(
      verdict, subject: person?.name.inFull ?? Digits.persian(row.personnelCode),
      remarks: problems.map(\.sentence))
  }
}

private let nobody = ID<Person>(rawValue: 0)

/// The courses people passed before: they count for the ceiling of the year (S2-5.4b).
public struct PastCoursesImport: PapersImport {
  public static let name = "past-courses"
  public static let shape = "past-courses"
  public var title: String { Phrases.LearnerData.importPast }

  public init() {}

  public func paper(of fields: ListFields) -> PaperRow.Paper {
    let end = fields.day("end")
    return .past(
      TrainingRecord(
        id: ID(rawValue: 0), person: nobody, courseCode: fields["course_code"],
        title: fields["title"], minutes: (fields.number("hours") ?? 0) * 60,
        year: fields.number("year") ?? end?.year ?? 0, end: end, reference: fields["reference"]))
  }
}

/// The decrees of the personnel office (S2-5.7c).
public struct DecreesImport: PapersImport {
  public static let name = "decrees"
  public static let shape = "decrees"
  public var title: String { Phrases.LearnerData.importDecrees }

  public init() {}

  public func paper(of fields: ListFields) -> PaperRow.Paper {
    let from = fields.day("from") ?? JalaliDate(dayNumber: 0)
    return .decree(
      Decree(
        id: ID(rawValue: 0), person: nobody, number: fields["number"],
        day: fields.day("day") ?? from, jobTitle: fields["job_title"],
        jobField: fields["job_field"], employmentKind: fields["employment_kind"],
        postKind: fields["post_kind"], from: from, to: fields.day("to")))
  }
}

/// The teaching appointments of a school year (S2-5.7c).
public struct AppointmentsImport: PapersImport {
  public static let name = "appointments"
  public static let shape = "appointments"
  public var title: String { Phrases.LearnerData.importAppointments }

  public init() {}

  public func paper(of fields: ListFields) -> PaperRow.Paper {
    let from = fields.day("from") ?? JalaliDate(dayNumber: 0)
    return .appointment(
      Appointment(
        id: ID(rawValue: 0), person: nobody, number: fields["number"],
        year: fields.number("year") ?? from.year, subject: fields["subject"],
        teachingField: fields["teaching_field"], stage: fields["stage"],
        weeklyMinutes: (fields.number("hours") ?? 0) * 60, from: from, to: fields.day("to")))
  }
}
