public import Training

extension Slice {
  /// What a station holds: the units it works for, what belongs to them, whom they deal with from
  /// elsewhere, and the tables all share.
  ///
  /// Where a row belongs is asked of other rows, so a station always pulls this slice whole.
  ///
  /// The replica is the number of the station, whose records may stand for others by now.
  public static func station(_ root: UnitPath, replica: Int64) -> Slice {
    let own = Ownership(root)
    let people = people(own, replica: replica)
    let persons = "SELECT id FROM person WHERE \(people)"
    // People bring their requests along, with periods and centres of where they were.
    let requests = "competency_request WHERE \(own.persons)"
    let periods = "SELECT period FROM \(requests)"
    let centres = "SELECT centre FROM \(requests)"
    let line = "unit IN (\(root.units.map { String($0.rawValue) }.joined(separator: ", ")))"
    // The bank is everybody's: a course may take an instructor of another district.
    let instructors = """
      unit IN (\(own.units)) OR state = 'inBank'
      OR id IN (SELECT application FROM nonlocal_permit WHERE request IN (\(own.requests)))
      """
    let applications = "SELECT id FROM instructor_application WHERE \(instructors)"
    let units = """
      id IN (\(own.units)) OR id IN (
        WITH RECURSIVE up(id) AS (
          SELECT id FROM unit WHERE path = '\(root.text)'
          UNION SELECT unit FROM person WHERE \(people)
          UNION SELECT school FROM person WHERE \(people)
          UNION SELECT school FROM appointment WHERE person IN (\(persons))
          UNION SELECT unit FROM assessment_period WHERE id IN (\(periods))
          UNION SELECT unit FROM assessment_centre WHERE id IN (\(centres))
          UNION SELECT school FROM school_staff WHERE person IN (\(persons))
          UNION SELECT unit FROM instructor_application WHERE \(instructors)
          UNION SELECT u.parent FROM unit u JOIN up ON u.id = up.id)
        SELECT id FROM up)
      """
    let above = root.units.map { String($0.rawValue) }.joined(separator: ", ")
    let conditions = oversight(own, above: line).merging(boards(own, above: line)) { own, _ in own }
      .merging([
        "unit": units, "person": people, "decree": "person IN (\(persons))",
        "appointment": "person IN (\(persons))", "training_record": "person IN (\(persons))",
        "assessment_period": "unit IN (\(own.units)) OR \(line) OR id IN (\(periods))",
        "assessment_centre": "unit IN (\(own.units)) OR \(line) OR id IN (\(centres))",
        // What offices above have hung is read here too; courses of others are not here.
        "announcement": """
        (unit IN (\(own.units)) OR unit IN (\(above)))
        AND (request IS NULL OR request IN (\(own.requests)))
        """,
        "school_staff": "person IN (\(persons))",
        "assessor": "person IN (\(persons))",
        "equivalent_batch": """
        unit IN (\(own.units))
        OR id IN (SELECT batch FROM equivalent_course WHERE \(own.persons))
        """,
        "instructor_application": instructors,
        "instructor_paper": own.conditions["instructor_paper"] ?? "0",
        "instructor_course": "application IN (\(applications))",
        "store_alias": "id >> 32 = \(replica) OR stands_for IN (\(persons))",
      ]) { own, _ in own }
    return Slice(
      tables.map { table in
        // A table that nobody has thought about goes nowhere.
        let rest = shared.contains(table) ? "1" : "0"
        return Part(table, where: conditions[table] ?? own.conditions[table] ?? rest)
      })
  }

  /// The tables that every station has whole: what the country or the region decides for all.
  package static let shared: Set<String> = [
    "code_list", "code_item", "rule_value", "holiday", "course", "ranking_round",
    "assessment_tool", "required_source", "qualified_institution", "rank_allowance",
    "rank_rule_set", "rank_condition", "score_criterion", "rank_minimum", "study_field",
  ]

  /// The tables of which a station has the rows of its own units, and what these refer to.
  package static let ofUnits: Set<String> = Set(
    Ownership(UnitPath(nil, ID(rawValue: 1))).conditions.keys
  ).subtracting(shared).union(["store_alias"])

  /// Whom the offices know: their own people, who learns or works in their courses, who has an
  /// account or a task there, and who judges their cases.
  private static func people(_ own: Ownership, replica: Int64) -> String {
    """
    unit IN (\(own.units))
    OR id IN (SELECT person FROM enrolment WHERE class IN (\(own.classes)))
    OR id IN (SELECT person FROM factor WHERE request IN (\(own.requests)))
    OR id IN (SELECT person FROM account WHERE unit IN (\(own.units)))
    OR id IN (SELECT person FROM task WHERE unit IN (\(own.units)))
    OR id IN (SELECT person FROM board_member WHERE board IN (\(own.boards)))
    OR id IN (SELECT s.person FROM assessor s JOIN assessor_report r ON r.assessor = s.id
      WHERE r.\(own.ofCase))
    OR id IN (SELECT stands_for FROM store_alias WHERE id >> 32 = \(replica))
    """
  }

  /// Boards above hear appeals and read reports; who sits there is not told at a station.
  private static func boards(_ own: Ownership, above line: String) -> [String: String] {
    let boards = "SELECT id FROM board WHERE unit IN (\(own.units)) OR \(line)"
    return [
      "board": "unit IN (\(own.units)) OR \(line)",
      "board_paper": "from_board IN (\(boards)) AND to_board IN (\(boards))",
    ]
  }

  /// What agencies choose from: proposals of others are theirs and the management's, instructors
  /// those of the agency and of the management.
  private static func oversight(_ own: Ownership, above line: String) -> [String: String] {
    [
      "approved_course": "state <> 'proposed' OR unit IN (\(own.units)) OR \(line)",
      "study_field": "1",
      "oversight_instructor": "unit IN (\(own.units)) OR \(line)",
    ]
  }

  /// All that is in the file of a station, which holds nothing but its slice.
  public static let stationFile = Slice(tables.map { Part($0) })

  /// Every table that exchange carries, each after those it refers to.
  package static let tables = [
    "code_list", "code_item", "rule_value", "holiday", "course", "unit", "person", "decree",
    "training_record", "appointment", "account", "assessment_period", "assessment_centre",
    "competency_request", "competency_result", "training_need", "course_wish", "form_one",
    "course_request", "exec_plan", "plan_slot", "plan_item", "factor", "training_class",
    "session", "enrolment", "mark", "first_session", "attendant", "attendant_mark", "task",
    "announcement", "instructor_application", "instructor_paper", "instructor_course",
    "nonlocal_permit", "school_staff", "store_alias",
    "preparation", "preparation_item", "course_notice", "second_stage",
    "outside_applicant", "question", "question_option", "exam", "exam_question", "exam_sitting",
    "exam_answer", "exam_result",
    "course_file", "folder_item", "paper_count", "financial_document", "factor_pay", "invoice",
    "daily_report", "control_period", "score_objection", "certificate",
    "equivalent_batch", "equivalent_course",
    "effectiveness", "effectiveness_basis", "survey_sheet", "behaviour_question",
    "behaviour_sheet",
    "ranking_round", "board", "board_member", "ranking_case", "assessment_tool", "case_source",
    "case_coefficient",
    "required_source", "assessor", "assessor_report", "qualified_institution", "board_meeting",
    "meeting_presence", "appeal", "agenda_item", "board_vote", "board_paper", "working_group",
    "person_rank", "retraining", "rank_decree", "rank_allowance", "rank_notice",
    "rank_rule_set", "rank_condition", "score_criterion", "rank_minimum",
    "ranking_profile", "person_degree", "ranking_year", "conviction", "rank_concession",
    "ranking_evidence", "case_score", "rank_assessment",
    "agency", "agency_year", "agency_quarter", "study_field", "oversight_instructor",
    "approved_course", "permit", "permit_day", "completed_course", "completed_import",
    "agency_office", "completed_class",
  ]
}

/// The rows that belong to a unit and the units below it.
struct Ownership {
  /// A query of the ids of the units.
  let units: String

  init(units: String) { self.units = units }

  init(_ root: UnitPath) {
    // Paths are digits and slashes, so they may stand in the text.
    let range = Scope(root).range
    units = "SELECT id FROM unit WHERE path >= '\(range.lower)' AND path < '\(range.upper)'"
  }

  var requests: String { "SELECT id FROM course_request WHERE unit IN (\(units))" }
  var applications: String {
    "SELECT id FROM instructor_application WHERE unit IN (\(units))"
  }
  var classes: String { "SELECT id FROM training_class WHERE request IN (\(requests))" }
  var exams: String { "SELECT id FROM exam WHERE class IN (\(classes))" }

  var persons: String { "person IN (SELECT id FROM person WHERE unit IN (\(units)))" }

  var boards: String { "SELECT id FROM board WHERE unit IN (\(units))" }
  var meetings: String { "SELECT id FROM board_meeting WHERE board IN (\(boards))" }
  var cases: String { "SELECT id FROM ranking_case WHERE \(persons)" }
  var ofCase: String { "ranking_case IN (\(cases))" }

  /// By table; tables that all share have none.
  var conditions: [String: String] {
    [
      "unit": "id IN (\(units))", "person": "unit IN (\(units))", "decree": persons,
      "appointment": persons, "training_record": persons, "account": "unit IN (\(units))",
      "assessment_period": "unit IN (\(units))", "assessment_centre": "unit IN (\(units))",
      "competency_request": persons,
      "competency_result": "request IN (SELECT id FROM competency_request WHERE \(persons))",
      "training_need": "unit IN (\(units))", "course_wish": persons,
      "form_one": "unit IN (\(units))", "exec_plan": "request IN (\(requests))",
      "plan_slot": "plan IN (SELECT id FROM exec_plan WHERE request IN (\(requests)))",
      "plan_item": "plan IN (SELECT id FROM exec_plan WHERE request IN (\(requests)))",
      "course_request": "unit IN (\(units))", "factor": "request IN (\(requests))",
      "training_class": "request IN (\(requests))", "session": "class IN (\(classes))",
      "enrolment": "class IN (\(classes))",
      "preparation": "request IN (\(requests))", "preparation_item": "request IN (\(requests))",
      "course_notice": "request IN (\(requests))",
      "second_stage": "enrolment IN (SELECT id FROM enrolment WHERE class IN (\(classes)))",
      "outside_applicant": "unit IN (\(units))",
      "control_period": "class IN (\(classes))",
      "score_objection": "enrolment IN (SELECT id FROM enrolment WHERE class IN (\(classes)))",
      "certificate": "enrolment IN (SELECT id FROM enrolment WHERE class IN (\(classes)))",
      "effectiveness": "request IN (\(requests))",
      "effectiveness_basis": "request IN (\(requests))",
      "behaviour_question": "request IN (\(requests))",
      "survey_sheet": "enrolment IN (SELECT id FROM enrolment WHERE class IN (\(classes)))",
      "behaviour_sheet": "enrolment IN (SELECT id FROM enrolment WHERE class IN (\(classes)))",
      "task": "unit IN (\(units))", "announcement": "unit IN (\(units))",
      "first_session": "enrolment IN (SELECT id FROM enrolment WHERE class IN (\(classes)))",
      "attendant": "class IN (\(classes))",
      "attendant_mark": "session IN (SELECT id FROM session WHERE class IN (\(classes)))",
      "mark": "session IN (SELECT id FROM session WHERE class IN (\(classes)))",
      "instructor_application": "unit IN (\(units))",
      "instructor_paper": "application IN (\(applications))",
      "instructor_course": "application IN (\(applications))",
      "nonlocal_permit": "request IN (\(requests))", "school_staff": persons,
      "question": "unit IN (\(units))",
      "question_option": "question IN (SELECT id FROM question WHERE unit IN (\(units)))",
      "exam": "class IN (\(classes))", "exam_question": "exam IN (\(exams))",
      "exam_sitting": "exam IN (\(exams))", "exam_result": "exam IN (\(exams))",
      "exam_answer": "sitting IN (SELECT id FROM exam_sitting WHERE exam IN (\(exams)))",
      "course_file": "id IN (\(requests))", "folder_item": "request IN (\(requests))",
      "paper_count": "id IN (\(classes))", "financial_document": "id IN (\(requests))",
      "factor_pay": "id IN (SELECT id FROM factor WHERE request IN (\(requests)))",
      "invoice": "request IN (\(requests))", "daily_report": "request IN (\(requests))",
      "equivalent_batch": "unit IN (\(units))", "equivalent_course": persons,
      "board": "unit IN (\(units))", "board_member": "board IN (\(boards))",
      "ranking_case": persons, "case_source": ofCase, "case_coefficient": ofCase,
      "assessor": persons,
      "assessor_report": ofCase, "board_meeting": "board IN (\(boards))",
      "meeting_presence": "meeting IN (\(meetings))", "appeal": ofCase,
      "agenda_item": "meeting IN (\(meetings))",
      "board_vote": "item IN (SELECT id FROM agenda_item WHERE meeting IN (\(meetings)))",
      "board_paper": "from_board IN (\(boards))", "working_group": "board IN (\(boards))",
      "person_rank": persons,
      "retraining": "person_rank IN (SELECT id FROM person_rank WHERE \(persons))",
      "rank_decree": ofCase, "rank_notice": ofCase,
      "ranking_profile": persons, "person_degree": persons, "ranking_year": persons,
      "conviction": persons, "rank_concession": persons, "ranking_evidence": ofCase,
      "case_score": ofCase, "rank_assessment": ofCase,
      "agency": "id IN (\(units))", "agency_year": "agency IN (\(units))",
      "agency_quarter": """
      agency_year IN (SELECT id FROM agency_year WHERE agency IN (\(units)))
      """,
      "study_field": "unit IN (\(units))", "oversight_instructor": "unit IN (\(units))",
      "approved_course": "unit IN (\(units))", "permit": "agency IN (\(units))",
      "permit_day": "permit IN (SELECT id FROM permit WHERE agency IN (\(units)))",
      "completed_course": "agency IN (\(units))", "completed_import": "agency IN (\(units))",
      "agency_office": "agency IN (\(units))",
      "completed_class": """
      id IN (SELECT id FROM completed_course WHERE agency IN (\(units)))
      """,
    ]
  }
}

/// A unit and the units below it, as the bounds of what a station may change.
public struct OwnRecords: Sendable {
  /// By table, asked of one row: a chain of look-ups by key.
  ///
  /// The lists of `Ownership` would be made whole for each row.
  fileprivate let conditions: [String: String]

  public init(_ root: UnitPath) {
    conditions = Ownership(root).conditions.mapValues { Self.chain($0, 0) }
  }

  /// Turns `a IN (SELECT b FROM t WHERE …)` into a look-up of `b` in `t`, and what is inside likewise.
  private static func chain(_ condition: String, _ depth: Int) -> String {
    let text = condition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let match = text.wholeMatch(of: /(\w+) IN \(SELECT (\w+) FROM (\w+) WHERE (.*)\)/) else {
      return text
    }
    let (_, column, key, table, rest) = match.output
    return """
      EXISTS (SELECT 1 FROM \(table) q\(depth + 1) WHERE q\(depth + 1).\(key) = q\(depth).\(column)
        AND \(chain(String(rest), depth + 1)))
      """
  }
}

extension Querying where Self: ~Copyable {
  /// Whether everything an entry changed belongs to a unit and the units below it.
  ///
  /// False also for tables that all share.
  public func isWithin(_ own: OwnRecords, entry number: Int64) throws(StoreError) -> Bool {
    for change in try changes(of: number) {
      guard let condition = own.conditions[change.table] else { return false }
      let now = try row(of: change.table, key: change.key)
      // A row that is gone is judged as it was: a deletion keeps every column.
      guard let values = now ?? change.wholeOld else { return false }
      let columns = try columns(of: change.table)
      let cells = zip(columns, values).map { column, _ in "? AS \(column.quoted)" }
      let isOwn = try exists(
        "SELECT 1 FROM (SELECT \(cells.joined(separator: ", "))) q0 WHERE \(condition)", values)
      guard isOwn else { return false }
    }
    return true
  }
}

extension Change {
  /// The row before a deletion; nil for other changes.
  fileprivate var wholeOld: [Value]? {
    guard operation == .delete else { return nil }
    return cells.map { $0.old ?? .null }
  }
}
