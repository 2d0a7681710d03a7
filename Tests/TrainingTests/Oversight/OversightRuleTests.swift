import Persian
import Testing
import Training

@Suite("Rules of the oversight of employees' training")
struct OversightRuleTests {
  private func due(_ year: Int, _ number: Int, _ extended: String? = nil) throws -> JalaliDate {
    let quarter = try #require(Quarter(year: year, number: number))
    return quarter.due(
      months: try Fixture.rules().quarterMonths, extended: extended.map(Fixture.day))
  }

  @Test(
    "S5-2b a quarter is due at the end of the month after it, after a leap Esfand too",
    arguments: [
      (1403, 1, "1403/04/31"), (1403, 2, "1403/07/30"), (1403, 3, "1403/10/30"),
      (1403, 4, "1404/01/31"), (1404, 4, "1405/01/31"),
    ])
  func deadlines(_ year: Int, _ number: Int, _ expected: String) throws {
    #expect(JalaliDate.isLeap(1403) && !JalaliDate.isLeap(1404))
    #expect(try due(year, number) == Fixture.day(expected))
  }

  @Test("S5-2c a granted day moves the deadline, and never back")
  func extended() throws {
    #expect(try due(1403, 1, "1403/05/20") == Fixture.day("1403/05/20"))
    #expect(try due(1403, 1, "1403/04/10") == Fixture.day("1403/04/31"))
  }

  private func quarter(
    _ day: String, sent: Bool = false, filled: String? = nil, trained: Int = 0,
    granted: String? = nil
  ) throws -> AgencyQuarterLife.Facts {
    let it = AgencyQuarter(
      id: Fixture.id(1), year: Fixture.id(1),
      quarter: try #require(Quarter(year: 1403, number: 4)),
      figures: QuarterFigures(managers: .init(count: 3, trained: trained, personHours: 0)),
      filled: filled.map(Fixture.day))
    return AgencyQuarterLife.Facts(
      quarter: it, day: Fixture.day(day), due: try due(1403, 4),
      granted: granted.map(Fixture.day), isSent: sent)
  }

  @Test("S5-2c the deadline day is in time, the day after is not")
  func inTime() throws {
    #expect(QuarterInTime().findings(in: try quarter("1404/01/31")).isEmpty)
    let late = QuarterInTime().findings(in: try quarter("1404/02/01"))
    #expect(late.map(\.reason) == [.oversight(.quarterOver(due: Fixture.day("1404/01/31")))])
  }

  @Test("SM-19 a quarter that nobody sent is overdue by itself the day after its deadline")
  func overdue() throws {
    let dates = AgencyQuarterLife.Dates(
      created: Fixture.day("1403/01/20"), due: try due(1403, 4))
    func state(_ stored: AgencyQuarterLife.State?, _ day: String) -> AgencyQuarterLife.State? {
      AgencyQuarterLife.state(since: stored, dates, on: Fixture.day(day))
    }
    #expect(state(nil, "1403/01/19") == nil)
    #expect(state(nil, "1403/01/20") == .empty)
    #expect(state(.registered, "1404/01/31") == .registered)
    #expect(state(.registered, "1404/02/01") == .overdue)
    #expect(state(.empty, "1404/02/01") == .overdue)
    #expect(state(.sent, "1404/02/01") == .sent)
  }

  @Test("S5-2a figures are not negative, and no more are trained than there are")
  func figures() throws {
    #expect(QuarterAmounts().findings(in: try quarter("1404/01/01", trained: 3)).isEmpty)
    #expect(
      QuarterAmounts().findings(in: try quarter("1404/01/01", trained: 4)).map(\.reason)
        == [.oversight(.trainedAboveCount(trained: 4, count: 3))])
    #expect(
      QuarterAmounts().findings(in: try quarter("1404/01/01", trained: -1)).map(\.reason)
        == [.oversight(.negative)])
  }

  @Test("S5-2c an extension reaches past the day and the deadline")
  func reaches() throws {
    #expect(
      ExtensionReaches().findings(in: try quarter("1404/02/10", granted: "1404/02/11")).isEmpty)
    #expect(
      !ExtensionReaches().findings(in: try quarter("1404/02/10", granted: "1404/02/10")).allow)
    #expect(
      !ExtensionReaches().findings(in: try quarter("1404/01/10", granted: "1404/01/31")).allow)
    #expect(
      ExtensionReaches().findings(
        in: try quarter("1404/01/10", sent: true, granted: "1404/01/10")
      ).isEmpty)
  }

  @Test("S5-2a a quarter of zeros is warned of once it is written, and is no refusal")
  func zeros() throws {
    var facts = try quarter("1404/01/01", filled: "1404/01/01")
    #expect(QuarterNotAllZero().findings(in: facts).isEmpty)
    facts.quarter.figures = QuarterFigures()
    let findings = QuarterNotAllZero().findings(in: facts)
    #expect(findings.map(\.reason) == [.oversight(.quarterAllZero)])
    #expect(findings.allow)
    facts.quarter.filled = nil
    #expect(QuarterNotAllZero().findings(in: facts).isEmpty)
    facts.quarter.filled = facts.day
    facts.quarter.figures.spent = Rial(1)
    #expect(QuarterNotAllZero().findings(in: facts).isEmpty)
  }

  @Test("S5-2c a later day is asked for once, and only what was asked for is declined")
  func askedOnce() throws {
    var facts = try quarter("1404/02/10")
    #expect(ExtensionAskedOnce().findings(in: facts).isEmpty)
    #expect(ExtensionAsked().findings(in: facts).map(\.reason) == [.oversight(.extensionNotAsked)])
    facts.quarter.asked = "قطع سامانه"
    #expect(
      ExtensionAskedOnce().findings(in: facts).map(\.reason) == [.oversight(.extensionAsked)])
    #expect(ExtensionAsked().findings(in: facts).isEmpty)
  }

  // MARK: Permits

  private func permit(
    _ group: CourseGroup = .other, days: Int, rows: Int, programme: Bool = false,
    syllabus: Bool = false, end: Int = 720, organiser: OrganiserMark = OrganiserMark(.agency)
  ) -> PermitLife.Facts {
    let file = Attachment(name: "a.pdf", kind: .pdf, size: 1, digest: "a")
    let form = Permit.Form(
      kind: .holding, group: group, title: "همایش", hours: 8, dayCount: days,
      days: (0..<rows).map {
        PermitDay(Fixture.day("1403/08/01").adding(days: $0), from: 480, to: end)
      }, organiser: organiser)
    return PermitLife.Facts(
      permit: Permit(
        id: Fixture.id(1), agency: Fixture.id(2), form: form, syllabus: syllabus ? file : nil,
        programme: programme ? file : nil, requested: Fixture.day("1403/07/07")))
  }

  private func programme(_ facts: PermitLife.Facts) throws -> [Finding.Reason] {
    PermitProgramme(rules: try Fixture.rules()).findings(in: facts).map(\.reason)
  }

  @Test("S5-3d S5-3h2 four days are written as rows, five days come as a file")
  func programmeDays() throws {
    #expect(try programme(permit(days: 4, rows: 4)).isEmpty)
    #expect(
      try programme(permit(days: 5, rows: 1)) == [.oversight(.programmeFileMissing(limit: 4))])
    #expect(try programme(permit(days: 5, rows: 1, programme: true)).isEmpty)
    #expect(
      try programme(permit(days: 5, rows: 2, programme: true)) == [.oversight(.firstDayMissing)])
    #expect(
      try programme(permit(days: 5, rows: 0, programme: true)) == [.oversight(.firstDayMissing)])
  }

  @Test("S5-3h2 days are counted as distinct dates, whatever is said")
  func countedDays() throws {
    var facts = permit(days: 2, rows: 2)
    facts.permit.form.days.append(PermitDay(Fixture.day("1403/08/02"), from: 800, to: 900))
    #expect(try programme(facts).isEmpty)
    facts.permit.form.dayCount = 3
    #expect(try programme(facts) == [.oversight(.daysDiffer(rows: 2, said: 3))])
    #expect(try programme(permit(days: 0, rows: 0)) == [.oversight(.daysMissing)])
    // Five dates written under a smaller number are five days.
    let five = permit(days: 3, rows: 5)
    #expect(try programme(five).contains(.oversight(.programmeFileMissing(limit: 4))))
  }

  @Test("S5-3h2 a row ends after it begins")
  func times() {
    #expect(PermitTimes().findings(in: permit(days: 1, rows: 1, end: 481)).isEmpty)
    #expect(
      PermitTimes().findings(in: permit(days: 1, rows: 1, end: 480)).map(\.reason)
        == [.oversight(.timesReversed(Fixture.day("1403/08/01")))])
  }

  @Test("S5-3d only the specialised group needs a syllabus", arguments: CourseGroup.allCases)
  func syllabus(_ group: CourseGroup) {
    let missing = PermitSyllabus().findings(in: permit(group, days: 1, rows: 1))
    #expect(missing.isEmpty == (group != .specialised))
    #expect(PermitSyllabus().findings(in: permit(group, days: 1, rows: 1, syllabus: true)).isEmpty)
  }

  @Test(
    "S5-3b S5-3c titles of four groups are chosen, of two typed", arguments: CourseGroup.allCases)
  func titles(_ group: CourseGroup) {
    #expect(group.isTyped == [.specialised, .other].contains(group))
    var facts = permit(group, days: 1, rows: 1)
    #expect(PermitTitle().findings(in: facts).isEmpty == group.isTyped)
    facts.course = ApprovedCourse(
      id: Fixture.id(1), group: group, title: "مدیریت زمان", hours: 8, unit: Fixture.id(1),
      state: .approved)
    #expect(PermitTitle().findings(in: facts).isEmpty)
    facts.permit.form.title = ""
    facts.permit.form.hours = 0
    #expect(
      PermitTitle().findings(in: facts).map(\.reason)
        == (group.isTyped ? [.oversight(.titleMissing), .oversight(.hoursMissing)] : []))
  }

  @Test("S5-4 an organiser who is none of the six has a name")
  func organiser() {
    let unnamed = permit(days: 1, rows: 1, organiser: OrganiserMark(.other, name: " "))
    #expect(
      PermitOrganiser().findings(in: unnamed).map(\.reason) == [.oversight(.organiserMissing)])
    let named = permit(days: 1, rows: 1, organiser: OrganiserMark(.other, name: "پژوهشکده"))
    #expect(PermitOrganiser().findings(in: named).isEmpty)
    #expect(OrganiserMark(.jihad, name: "پژوهشکده").name.isEmpty)
  }

  @Test("S5-3e an instructor has names, field and degree")
  func instructor() {
    let whole = OversightInstructor(
      id: Fixture.id(1), firstName: "نادر", lastName: "امینی", degree: "master",
      field: Fixture.id(1), unit: Fixture.id(1))
    #expect(InstructorComplete().findings(in: whole).isEmpty)
    var others = [whole, whole, whole, whole]
    others[0].firstName = " "
    others[1].lastName = ""
    others[2].degree = ""
    others[3].field = nil
    for it in others {
      #expect(
        InstructorComplete().findings(in: it).map(\.reason) == [.oversight(.instructorIncomplete)])
    }
  }

  // MARK: Completed courses

  private func completed(
    managers: Int = 3, staff: Int = 17, figures: (Int, Int)? = nil
  ) -> CompletedCourseLife.Facts {
    let permit = permit(days: 1, rows: 1).permit
    var form = CompletedCourse.Form(of: permit, on: Fixture.day("1403/08/05"))
    (form.managers, form.staff) = (managers, staff)
    let course = CompletedCourse(
      id: Fixture.id(1), agency: Fixture.id(2), form: form, registered: Fixture.day("1403/08/05"))
    return CompletedCourseLife.Facts(
      course: course, permit: permit,
      figures: figures.map {
        QuarterFigures(managers: .init(count: $0.0), staff: .init(count: $0.1))
      }, due: Fixture.day("1403/10/30"), day: Fixture.day("1403/08/05"))
  }

  @Test("S5-4c total and person-hours are computed")
  func totals() {
    let form = completed().course.form
    #expect(form.total == 20)
    #expect(form.personHours == 160)
  }

  @Test("S5-4d nobody, fewer than nobody, and more than the agency has are refused")
  func participants() {
    func isRight(_ managers: Int, _ staff: Int, _ figures: (Int, Int)? = nil) -> Bool {
      Participants().findings(in: completed(managers: managers, staff: staff, figures: figures))
        .isEmpty
    }
    #expect(isRight(3, 17))
    #expect(isRight(1, 0) && isRight(0, 1) && !isRight(0, 0))
    #expect(!isRight(-1, 5) && !isRight(5, -1))
    #expect(isRight(3, 17, (3, 17)))
    #expect(!isRight(4, 17, (3, 17)))
    #expect(!isRight(3, 18, (3, 17)))
  }

  @Test("S5-4a a course is recorded by the deadline of its quarter; what came back is mended later")
  func completedInTime() {
    var facts = completed()
    facts.day = facts.due
    #expect(CompletedInTime().findings(in: facts).isEmpty)
    facts.day = facts.due.adding(days: 1)
    #expect(
      CompletedInTime().findings(in: facts).map(\.reason)
        == [.oversight(.quarterOver(due: facts.due))])
    facts.course.reason = "تعداد را درست کنید"
    #expect(CompletedInTime().findings(in: facts).isEmpty)
  }

  @Test(
    "S5-4b without an approved permit there is no entry; one asked for after the start is a warning"
  )
  func permitOfCourse() {
    var facts = completed()
    #expect(ApprovedPermit().findings(in: facts).map(\.reason) == [.oversight(.noPermit)])
    facts.permit?.state = .approved
    #expect(ApprovedPermit().findings(in: facts).isEmpty)
    facts.isPermitUsed = true
    #expect(ApprovedPermit().findings(in: facts).map(\.reason) == [.oversight(.permitUsed)])
    facts.isPermitUsed = false
    facts.permit?.requested = facts.course.form.start.adding(days: 1)
    let late = ApprovedPermit().findings(in: facts)
    #expect(late.allow && late.count == 1)
  }

  @Test("S5-4d2 a record is that of its permit, and counts in the quarter of its last day")
  func ofPermit() {
    var facts = completed()
    #expect(CourseOfPermit().findings(in: facts).isEmpty)
    facts.course.form.title = "  همايش "
    #expect(CourseOfPermit().findings(in: facts).isEmpty)
    facts.course.form.title = "نشست"
    #expect(CourseOfPermit().findings(in: facts).map(\.reason) == [.oversight(.otherThanPermit)])
    facts.course.form.start = Fixture.day("1403/06/30")
    facts.course.form.end = Fixture.day("1403/07/01")
    #expect(facts.course.form.quarter == Quarter(year: 1403, number: 3))
    facts.course.form.end = Fixture.day("1403/06/31")
    #expect(facts.course.form.quarter == Quarter(year: 1403, number: 2))
  }

  @Test("S5-4 a course begins before it ends, and is over")
  func dates() {
    var facts = completed()
    facts.course.form.start = Fixture.day("1403/08/05")
    facts.course.form.end = Fixture.day("1403/08/05")
    #expect(CompletedDates().findings(in: facts).isEmpty)
    facts.course.form.end = Fixture.day("1403/08/06")
    #expect(
      CompletedDates().findings(in: facts).map(\.reason)
        == [.oversight(.notOver(end: Fixture.day("1403/08/06")))])
    facts.course.form.start = Fixture.day("1403/08/05")
    facts.course.form.end = Fixture.day("1403/08/04")
    #expect(!CompletedDates().findings(in: facts).allow)
  }
}
