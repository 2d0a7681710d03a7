import Persian
import Store
import Training

/// Where rows of a workbook are compared with permits, instructors and deadlines, and with each other.
public struct UploadDesk {
  /// What a good row brings into the records.
  struct Made {
    var course: CompletedCourse
    var instructor: OversightInstructor?
    var field: StudyField?
  }

  private struct Key: Hashable {
    let group: CourseGroup
    let title: String
  }

  private let agency: ID<Unit>
  private var free: [Key: [FreePermit]] = [:]
  private var quarters: [Quarter: AgencyQuarter?] = [:]
  private var instructors: [String: OversightInstructor] = [:]
  private var fields: [String: ID<StudyField>] = [:]
  private let degrees: [CodeList.Item]
  private var instructorIDs: [ID<OversightInstructor>] = []
  private var fieldIDs: [ID<StudyField>] = []

  init(_ records: borrowing some Querying & ~Copyable, _ context: Context) throws {
    agency = try context.ownAgency(records).unit.id
    degrees = try records.items(of: "degree")
    for permit in try records.freePermits(of: agency) {
      free[Key(group: permit.group, title: SearchKey.joined(permit.title)), default: []]
        .append(permit)
    }
    let reach = context.actor.oversightReach
    for line in try records.oversightInstructors(in: reach, limit: .max) {
      instructors[SearchKey.joined(line.instructor.fullName)] = line.instructor
    }
    for field in try records.studyFields() { fields[SearchKey.joined(field.title)] = field.id }
  }

  /// Takes the ids that a part has for what its rows bring with them; without them the desk only
  /// checks.
  mutating func take(instructors: [ID<OversightInstructor>], fields: [ID<StudyField>]) {
    (instructorIDs, fieldIDs) = (instructors, fields)
  }

  mutating func check(
    _ row: UploadRow, _ id: ID<CompletedCourse>, _ records: borrowing some Querying & ~Copyable,
    _ context: Context
  ) throws -> (result: UploadRowResult, made: Made?) {
    var findings: [Finding] = []
    let (group, mode, organiser) = codes(of: row, &findings)
    guard let group, let mode, let organiser else {
      return (UploadRowResult(row: row, problems: findings.map { .finding($0) }), nil)
    }
    let key = Key(group: group, title: SearchKey.joined(row.title))
    let place = free[key].flatMap { Self.nearest($0, to: row) }
    var permit: Permit?
    if let place, let id = free[key]?[place].id {
      permit = try records.permit(id, in: context.actor.oversightReach)?.permit
    }
    var made = Made(
      course: CompletedCourse(
        id: id, agency: agency,
        form: CompletedCourse.Form(
          start: row.start, end: row.end, permit: permit?.id, group: group,
          title: permit?.form.title ?? Normalizer.line(row.title), hours: row.hours, mode: mode,
          organiser: OrganiserMark(organiser, name: Normalizer.line(row.organiserName)),
          instructor: permit?.form.instructor, isInCalendar: row.isInCalendar,
          isEvaluated: row.isEvaluated, isInstructorCertified: row.isInstructorCertified,
          managers: row.managers, staff: row.staff),
        source: .workbook, registered: context.today))
    findings += instructor(of: row, &made)
    var problems = findings.map { RowProblem.finding($0) }
    do throws(Failure) {
      try made.course.form.check()
    } catch .complaint(let field, let complaint) {
      problems.append(.complaint(field: field, complaint))
    } catch {
      throw error
    }
    let line = CompletedCourseLife.table.first { $0.isCreation }
    let facts = try facts(of: made.course, permit, records, context)
    problems += (line?.guards(context.rules) ?? []).findings(in: facts).map { .finding($0) }
    let result = UploadRowResult(row: row, problems: problems)
    guard result.isTaken, let place else { return (result, nil) }
    // A permit is for one course: the next row with its title needs another.
    free[key]?.remove(at: place)
    if let field = made.field { fields[SearchKey.joined(field.title)] = field.id }
    if let instructor = made.instructor {
      instructors[SearchKey.joined(instructor.fullName)] = instructor
    }
    return (result, made)
  }

  /// Of several permits for one title, the one whose first day is nearest.
  private static func nearest(_ permits: [FreePermit], to row: UploadRow) -> Int? {
    permits.indices.min { one, other in
      abs(permits[one].start.dayNumber - row.start.dayNumber)
        < abs(permits[other].start.dayNumber - row.start.dayNumber)
    }
  }

  private func codes(
    of row: UploadRow, _ findings: inout [Finding]
  ) -> (CourseGroup?, OversightMode?, Organiser?) {
    let group = CourseGroup(rawValue: row.group)
    let mode = OversightMode(rawValue: row.mode)
    let organiser = Organiser(rawValue: row.organiser)
    if group == nil { findings.append(Finding(.uploadGroup, .refusal, .upload(.group(row.group)))) }
    if mode == nil { findings.append(Finding(.uploadMode, .refusal, .upload(.mode(row.mode)))) }
    if organiser == nil {
      findings.append(Finding(.uploadOrganiser, .refusal, .upload(.organiser(row.organiser))))
    }
    return (group, mode, organiser)
  }

  /// Finds the instructor by name, or makes a new one of name, degree and field (S5-3e).
  private mutating func instructor(of row: UploadRow, _ made: inout Made) -> [Finding] {
    let name = Normalizer.line(row.instructor)
    guard !name.isEmpty else { return [] }
    if let known = instructors[SearchKey.joined(name)] {
      made.course.form.instructor = known.id
      return []
    }
    let words = name.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else {
      return [Finding(.instructorData, .refusal, .upload(.instructorName(name)))]
    }
    guard !row.degree.isEmpty, !row.field.isEmpty else {
      return [Finding(.instructorData, .refusal, .upload(.instructorUnknown(name)))]
    }
    let key = SearchKey.joined(row.degree)
    let degree = degrees.first { item in
      ([item.code, item.title] + item.synonyms).contains { SearchKey.joined($0) == key }
    }
    guard let degree else {
      return [Finding(.instructorData, .refusal, .upload(.degree(row.degree)))]
    }
    let title = Normalizer.line(row.field)
    var field = fields[SearchKey.joined(title)]
    if field == nil {
      let id = fieldIDs.popLast() ?? ID(rawValue: 0)
      made.field = StudyField(id: id, title: title, unit: agency)
      field = id
    }
    let instructor = OversightInstructor(
      id: instructorIDs.popLast() ?? ID(rawValue: 0), firstName: String(words[0]),
      lastName: String(words[1]), degree: degree.code, field: field,
      isCertified: row.isInstructorCertified, unit: agency)
    made.instructor = instructor
    made.course.form.instructor = instructor.id
    return []
  }

  private mutating func facts(
    of course: CompletedCourse, _ permit: Permit?,
    _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> CompletedCourseLife.Facts {
    let key = course.form.quarter
    let quarter: AgencyQuarter?
    if let known = quarters[key] {
      quarter = known
    } else {
      quarter = try records.agencyQuarter(of: agency, key)
      quarters[key] = .some(quarter)
    }
    return CompletedCourseLife.Facts(
      course: course, permit: permit, figures: quarter?.filled == nil ? nil : quarter?.figures,
      due: key.due(months: context.rules.quarterMonths, extended: quarter?.extended),
      day: context.today)
  }
}
