import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Workbooks of completed courses")
struct UploadTests {
  private let it: ReportOffice
  private let log = UploadLog(
    AttachedFile(Attachment(name: "a.xlsx", kind: .workbook, size: 0, digest: "")), accepted: 1,
    rejected: 0)

  init() throws {
    it = try ReportOffice()
    try it.setUpload(it.roads, isOpen: true)
    try it.permit(it.roads, "ایمنی راه")
  }

  /// Ends in the summer of 1403, whose deadline is the end of Mehr; today is 7 Mehr.
  private func row(
    _ number: Int = 2, title: String = "ایمنی راه", end: String = "1403/05/06", group: Int = 2,
    mode: Int = 1, organiser: Int = 6, organiserName: String = "", managers: Int = 3,
    staff: Int = 17, change: (inout UploadRow) -> Void = { _ in }
  ) throws -> UploadRow {
    let end = try #require(JalaliDate(plain: end))
    var row = UploadRow(
      number: number, start: end.adding(days: -1), end: end, group: group, title: title, hours: 8,
      mode: mode, organiser: organiser, organiserName: organiserName, isInCalendar: true,
      isEvaluated: true, isInstructorCertified: false, managers: managers, staff: staff)
    change(&row)
    return row
  }

  private func reasons(_ rows: [UploadRow]) throws -> [[Finding.Reason]] {
    let actor = try it.signIn(.liaison, at: it.roads)
    return try it.portal.read(as: actor) { records, context in
      try UploadCompleted.check(rows, records, context).map { result in
        result.problems.compactMap { problem in
          guard case .finding(let finding) = problem, finding.severity == .refusal else {
            return nil
          }
          return finding.reason
        }
      }
    }.get()
  }

  private func count() throws -> Int {
    let reach = try it.signIn(.oversight).oversightReach
    return try it.portal.store.read { try $0.completedCount(in: reach, ReportFilter()) }
  }

  @Test(
    "S5-5a only agencies for which the management opened it may send a workbook, and only liaisons")
  func switchedOff() throws {
    try it.setUpload(it.roads, isOpen: false)
    try it.signIn(.liaison, at: it.roads)
    let work = UploadCompleted([try row()], log: log)
    #expect(
      it.portal.perform(work).failure
        == .refused([
          Finding(.uploadOpen, .refusal, .upload(.notOpen), remedy: .ask(.oversight))
        ]))
    #expect(try count() == 0)
    try it.setUpload(it.roads, isOpen: true)
    for role in [Role.oversight, .agencyManager] {
      try it.signIn(role, at: role == .oversight ? it.management : it.roads)
      #expect(it.portal.perform(work).failure == .forbidden)
    }
    try it.signIn(.liaison, at: it.roads)
    #expect(try it.portal.perform(work).get().outcome.allSatisfy(\.isTaken))
    #expect(try count() == 1)
  }

  @Test("SM-22 the management opens and closes the switch; nobody else does, and it is undone")
  func lifecycle() throws {
    try it.signIn(.liaison, at: it.health)
    #expect(
      it.portal.perform(Advance<UploadLife>(it.health, .open)).failure == .forbidden)
    try it.signIn(.oversight)
    let opened = try it.portal.perform(Advance<UploadLife>(it.health, .open)).get()
    func isOpen() throws -> Bool {
      let reach = try it.signIn(.oversight).oversightReach
      return try #require(
        try it.portal.store.read { try $0.agency(it.health, in: reach) }
      ).agency.isUploadOpen
    }
    #expect(try isOpen())
    _ = try it.portal.undo(opened.entry).get()
    #expect(try !isOpen())
    _ = try it.portal.perform(Advance<UploadLife>(it.health, .open)).get()
    _ = try it.portal.perform(Advance<UploadLife>(it.health, .close)).get()
    #expect(try !isOpen())
  }

  @Test("S5-5d S5-5e S5-5f the last code of each table is taken, the one after it is not")
  func codes() throws {
    try it.permit(it.roads, "همایش", group: .other)
    let good = try row(title: "همایش", group: 6, mode: 3, organiser: 7, organiserName: "مؤسسه")
    #expect(try reasons([good]) == [[]])
    #expect(
      try reasons([
        try row(group: 7), try row(mode: 4), try row(organiser: 8),
        try row(group: 0, mode: 0, organiser: 0),
      ]) == [
        [.upload(.group(7))], [.upload(.mode(4))], [.upload(.organiser(8))],
        [.upload(.group(0)), .upload(.mode(0)), .upload(.organiser(0))],
      ])
    #expect(try reasons([try row(organiser: 7)]) == [[.oversight(.organiserMissing)]])
  }

  @Test("S5-5h every row is judged with all its reasons, by the rules of the form")
  func everyReason() throws {
    let rows = [
      try row(2), try row(3), try row(4, title: "دوره‌ای بی مجوز"),
      try row(5, title: "بی مجوز دیگر", end: "1403/03/31", managers: -1),
      try row(6, title: "بی مجوز سوم", managers: 0, staff: 0),
    ]
    let found = try reasons(rows)
    #expect(found[0].isEmpty)
    #expect(found[1] == [.oversight(.noPermit)], "a permit is for one course")
    #expect(found[2] == [.oversight(.noPermit)])
    let due = try #require(JalaliDate(plain: "1403/04/31"))
    #expect(
      found[3] == [
        .oversight(.noPermit), .oversight(.quarterOver(due: due)), .oversight(.participantsWrong),
      ])
    #expect(found[4] == [.oversight(.noPermit), .oversight(.participantsWrong)])
  }

  @Test("S5-5h one refused row keeps all out, unless the setting takes the good ones alone")
  func allOrNothing() throws {
    let rows = [try row(2), try row(3, title: "بی مجوز")]
    try it.signIn(.liaison, at: it.roads)
    let refused = it.portal.perform(UploadCompleted(rows, log: log))
    #expect(
      refused.failure
        == .refused([Finding(.uploadRows, .refusal, .upload(.rowsRefused(1)))]))
    #expect(try count() == 0)
    try it.office.signIn(.administrator, at: it.office.province, as: "rules")
    var value = try #require(
      try it.portal.store.read { try $0.ruleValues() }.first {
        $0.key == RuleKey.uploadFaults.rawValue
      })
    value.value = Fraction(1)
    value.from = Office.today
    _ = try it.portal.perform(SetRule(value)).get()
    try it.signIn(.liaison, at: it.roads)
    let taken = try it.portal.perform(UploadCompleted(rows, log: log)).get().outcome
    #expect(taken.map(\.isTaken) == [true, false])
    #expect(try count() == 1)
  }

  @Test("S5-5h an instructor is found by name, or comes with degree and field, once for all rows")
  func instructors() throws {
    for number in 1...3 { try it.permit(it.roads, "دورهٔ \(Digits.persian(number))") }
    func taught(_ number: Int, _ name: String, _ degree: String, _ field: String) throws
      -> UploadRow
    {
      try row(number, title: "دورهٔ \(Digits.persian(number))") {
        ($0.instructor, $0.degree, $0.field) = (name, degree, field)
      }
    }
    #expect(
      try reasons([
        try taught(1, "رضا باقری", "", ""), try taught(1, "رضا", "کارشناسی", "عمران"),
        try taught(1, "رضا باقری", "خلبانی", "عمران"),
      ]) == [
        [.upload(.instructorUnknown("رضا باقری"))], [.upload(.instructorName("رضا"))],
        [.upload(.degree("خلبانی"))],
      ])
    try it.signIn(.liaison, at: it.roads)
    let rows = [
      try taught(1, "رضا باقری", "کارشناسی", "عمران"), try taught(2, "رضا  باقري", "", ""),
      try taught(3, "مینا سعیدی", "دکتری", "عمران"),
    ]
    _ = try it.portal.perform(UploadCompleted(rows, log: log)).get()
    let reach = try it.signIn(.oversight).oversightReach
    let (instructors, fields, names) = try it.portal.store.read { records in
      (
        try records.oversightInstructors(in: reach), try records.studyFields(),
        try records.completedCourses(in: reach, ReportFilter()).map(\.instructorName)
      )
    }
    #expect(instructors.count == 2)
    #expect(fields.map(\.title) == ["عمران"])
    #expect(Set(names) == ["رضا باقری", "مینا سعیدی"])
  }

  @Test("S5-5a what was sent is kept with the figures, and the courses say where they come from")
  func kept() throws {
    try it.signIn(.liaison, at: it.roads)
    _ = try it.portal.perform(UploadCompleted([try row()], log: log)).get()
    let reach = try it.signIn(.oversight).oversightReach
    let (past, courses) = try it.portal.store.read { records in
      (
        try records.completedImports(of: it.roads, limit: 5),
        try records.completedCourses(in: reach, ReportFilter())
      )
    }
    #expect(past.map(\.file.name) == ["a.xlsx"])
    #expect(past.map(\.accepted) == [1])
    let course = try #require(courses.first).course
    #expect(course.source == .workbook)
    #expect(course.state == .registered)
    #expect(course.form.personHours == 160)
  }
}
