import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Figures of the oversight")
struct OversightReportTests {
  private let it: ReportOffice

  init() throws {
    it = try ReportOffice()
    try it.year(it.roads, 1402, budget: 1_000, spent: [100, 200, 300, 400])
    try it.year(it.roads, 1403, budget: 2_000, spent: [500])
    try it.year(it.health, 1403, budget: 4_000, spent: [700])
    try it.course(it.roads, "ایمنی راه", end: "1402/02/10", managers: 3, staff: 17)
    try it.course(
      it.roads, "ایمنی کارگاه", end: "1403/02/10", mode: .online, managers: 0, staff: 10,
      isEvaluated: false)
    try it.course(
      it.roads, "قوانین اداری", end: "1403/05/10", group: .general, hours: 4, organiser: .jihad,
      managers: 5, staff: 5, isCertified: true, isInCalendar: false)
    try it.course(it.health, "کنترل عفونت", end: "1403/05/11", managers: 1, staff: 1)
    try it.permit(it.health, "احیای پایه", state: .waiting, on: "1403/01/20")
    try it.permit(it.health, "مدیریت بحران", state: .rejected, on: "1403/06/20")
  }

  private func read<R: Sendable>(
    _ role: Role = .oversight, at unit: ID<Training.Unit>? = nil,
    _ body: (borrowing Reading, OversightReach) throws -> R
  ) throws -> R {
    let actor = try it.signIn(role, at: unit)
    return try it.portal.read(as: actor) { records, context in
      try body(records, context.actor.oversightReach)
    }.get()
  }

  @Test(
    "S5-6d2 figures part by every indicator, and their sum is always the same",
    arguments: ReportIndicator.allCases)
  func indicators(_ indicator: ReportIndicator) throws {
    let lines = try read { try $0.figures(by: indicator, in: $1) }
    let sum = lines.reduce(OversightFigures()) { $0 + $1.figures }
    #expect(sum.courses == 4)
    #expect(sum.permits == 6)
    #expect(sum.approvedPermits == 4)
    #expect(sum.persons == 20 + 10 + 10 + 2)
    #expect(sum.personHours == 20 * 8 + 10 * 8 + 10 * 4 + 2 * 8)
    #expect((sum.evaluated, sum.certified, sum.inCalendar) == (3, 1, 3))
    if ReportMeasure.spent.isTold(by: indicator) { #expect(sum.spent == 2_200) }
    if ReportMeasure.planned.isTold(by: indicator) { #expect(sum.planned == 7_000) }
    let parts: Int =
      switch indicator {
      case .agency, .year, .group, .mode, .organiser: 2
      case .instructor: 1
      // Three quarters of 1402 with money, one of them with a course; spring and summer of 1403.
      case .quarter: lines.count
      // Approved, waiting and rejected permits; completed courses.
      case .state: 4
      }
    #expect(lines.count == parts)
  }

  @Test("S5-6a a quarter is that of the day of the request and of the end of the course")
  func quarters() throws {
    let lines = try read { try $0.figures(by: .quarter, in: $1) }
    func figures(_ year: Int, _ number: Int) throws -> OversightFigures? {
      let quarter = try #require(Quarter(year: year, number: number))
      return lines.first { $0.group == .quarter(quarter) }?.figures
    }
    #expect(try figures(1403, 2)?.courses == 2)
    #expect(try figures(1403, 1)?.permits == 2)
    #expect(try figures(1402, 4)?.spent == 400)
    #expect(try figures(1403, 3) ?? OversightFigures() == OversightFigures())
  }

  @Test("S5-6e a liaison and a manager of an agency reach the figures of their own agency only")
  func ownAgencyOnly() throws {
    for role in [Role.liaison, .agencyManager] {
      try read(role, at: it.health) { records, reach in
        let found1 = try records.figures(in: reach).courses
        #expect(found1 == 1)
        let found2 = try records.figureLines(in: reach).map(\.place.agency)
        #expect(found2 == [it.health])
        let found3 = try records.baseDataLines(in: reach).map(\.place.agency)
        #expect(found3 == [it.health])
        let found4 = try records.permitCountLines(in: reach).map(\.place.agency)
        #expect(found4 == [it.health])
        let found5 = try records.figures(by: .agency, in: reach).count
        #expect(found5 == 1)
        let found6 = try records.completedCourses(in: reach, ReportFilter()).map(\.course.agency)
        #expect(found6 == [it.health])
        let found7 = try Set(records.permits(in: reach, ReportFilter()).map(\.permit.agency))
        #expect(found7 == [it.health])
        var other = ReportFilter()
        other.agencies = [it.roads]
        let found8 = try records.completedCourses(in: reach, other).isEmpty
        #expect(found8)
        let found9 = try records.permits(in: reach, other).isEmpty
        #expect(found9)
        let found10 = try records.figureLines(in: reach, other).isEmpty
        #expect(found10)
        let found11 = try records.figures(in: reach, other)
        #expect(found11 == OversightFigures())
        let found12 = try records.completedCount(in: reach, other)
        #expect(found12 == 0)
      }
    }
    let expert = try it.office.signIn(.expert)
    try it.portal.read(as: expert) { records, context in
      let found13 = try records.figures(in: context.actor.oversightReach)
      #expect(found13 == OversightFigures())
      let found14 = try records.figureLines(in: context.actor.oversightReach).isEmpty
      #expect(found14)
    }.get()
  }

  @Test("S5-6c each part of the filter narrows, and what is left empty means everything")
  func filters() throws {
    func courses(_ change: (inout ReportFilter) -> Void) throws -> [String] {
      var filter = ReportFilter()
      change(&filter)
      return try read { records, reach in
        let titles = try records.completedCourses(in: reach, filter).map(\.course.form.title)
        #expect(titles.count == (try records.completedCount(in: reach, filter)))
        #expect(titles.count == (try records.figures(in: reach, filter)).courses)
        return titles
      }
    }
    #expect(try courses { _ in }.count == 4)
    #expect(try courses { $0.year = 1402 } == ["ایمنی راه"])
    #expect(try courses { $0.agencies = [it.health] } == ["کنترل عفونت"])
    #expect(try courses { $0.group = .general } == ["قوانین اداری"])
    #expect(try courses { $0.mode = .online } == ["ایمنی کارگاه"])
    #expect(try courses { $0.organiser = .jihad } == ["قوانین اداری"])
    #expect(try courses { $0.courseState = .waiting }.isEmpty)
    #expect(try courses { $0.quarter = Quarter(year: 1403, number: 1) } == ["ایمنی کارگاه"])
    #expect(try courses { $0.from = JalaliDate(plain: "1403/05/11") } == ["کنترل عفونت"])
    #expect(try courses { $0.to = JalaliDate(plain: "1402/02/10") } == ["ایمنی راه"])
    #expect(try courses { $0.to = JalaliDate(plain: "1402/02/09") }.isEmpty)
    #expect(try courses { $0.trait = .instructorCertified } == ["قوانین اداری"])
    func permits(_ change: (inout ReportFilter) -> Void) throws -> Int {
      var filter = ReportFilter()
      change(&filter)
      return try read { records, reach in
        let count = try records.permitCount(in: reach, filter)
        let found15 = try records.permits(in: reach, filter).count
        #expect(found15 == count)
        return count
      }
    }
    #expect(try permits { _ in } == 6)
    #expect(try permits { $0.permitState = .waiting } == 1)
    #expect(try permits { $0.from = JalaliDate(plain: "1403/06/20") } == 1)
    #expect(try permits { $0.from = JalaliDate(plain: "1403/06/21") } == 0)
  }

  @Test("S5-6c requests are counted by quarter, all of them and those in the chosen state")
  func requests() throws {
    var filter = ReportFilter()
    filter.permitState = .approved
    filter.year = 1403
    let lines = try read { try $0.permitCountLines(in: $1, filter) }
    let health = try #require(lines.first { $0.place.agency == it.health })
    #expect(health.counts.quarters.map(\.all) == [1, 2, 0, 0])
    #expect(health.counts.quarters.map(\.chosen) == [0, 1, 0, 0])
    #expect(health.counts.sum == .init(all: 3, chosen: 1))
    #expect(health.counts.courses == 1)
    filter.permitState = nil
    let all = try read { try $0.permitCountLines(in: $1, filter) }
    #expect(all.allSatisfy { $0.counts.sum.all == $0.counts.sum.chosen })
  }

  @Test("Pages of a report go on where the last ended, both ways, and none is lost or doubled")
  func pages() throws {
    try read { records, reach in
      let all = try records.figureLines(in: reach).map(\.place)
      #expect(all.map(\.year) == [1402, 1403, 1403])
      var walked: [AgencyYearPlace] = []
      var page = ListPage<AgencyYearPlace>.first
      while let line = try records.figureLines(in: reach, page: page, limit: 1).first {
        walked.append(line.place)
        page = .after(line.place)
      }
      #expect(walked == all)
      walked = []
      page = .last
      while let line = try records.figureLines(in: reach, page: page, limit: 1).first {
        walked.insert(line.place, at: 0)
        page = .before(line.place)
      }
      #expect(walked == all)
      let found16 = try records.figureLines(in: reach, page: .from(all[1])).map(\.place)
      #expect(found16 == Array(all[1...]))
    }
  }

  @Test("A share is of the completed courses, rounded half up, and nothing of nothing")
  func shares() {
    var figures = OversightFigures()
    #expect(figures.share(of: 0) == nil)
    #expect(figures.spentShare == nil)
    figures.courses = 8
    #expect(figures.share(of: 1) == 13)
    #expect(figures.share(of: 8) == 100)
    (figures.planned, figures.spent) = (1_000, 1_250)
    #expect(figures.spentShare == 125)
  }
}
