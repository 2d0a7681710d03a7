import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Reports over many agencies and years")
struct ReportSizeTests {
  /// Agencies with base data of some years and completed courses spread over them.
  private struct Large {
    let it: ReportOffice

    init(agencies: Int, years: Int, courses: Int) throws {
      it = try ReportOffice()
      let store = it.portal.store
      let id = it.management
      let management = try #require(try store.read { try $0.unit(id) })
      let units = try store.write(at: 1) { records in
        let units = try (0..<agencies).map { number in
          let unit = Training.Unit(
            id: try records.newID(), kind: .agency, code: String(10_000 + number),
            name: "دستگاه \(number)", parent: management)
          try records.insert(unit)
          try records.insert(Agency(id: unit.id))
          return unit.id
        }
        try records.journal(Cause(useCase: "test.agencies"))
        return units
      }
      for start in stride(from: 0, to: courses, by: 1_000) {
        try store.write(at: 2) { records in
          for number in start..<min(start + 1_000, courses) {
            let end = JalaliDate(plain: "1403/06/01")?.adding(
              days: -(number / agencies * 31 % (365 * years)))
            try Self.insert(number, end ?? Office.today, units[number % agencies], records)
          }
          try records.journal(Cause(useCase: "test.courses"))
        }
      }
    }

    private static func insert(
      _ number: Int, _ end: JalaliDate, _ agency: ID<Training.Unit>, _ records: borrowing Writing
    ) throws {
      let permit = Permit(
        id: try records.newID(), agency: agency,
        form: Permit.Form(
          kind: .holding, group: .other, title: "دوره \(number % 50)", hours: 8, dayCount: 1,
          days: [PermitDay(end, from: 480, to: 960)], organiser: OrganiserMark(.agency)),
        requested: end.adding(days: -20), state: .approved)
      try records.insert(permit, rows: [try records.newID()])
      try records.insert(
        CompletedCourse(
          id: try records.newID(), agency: agency,
          form: CompletedCourse.Form(
            start: end, end: end, permit: permit.id, group: .other,
            title: "دوره \(number % 50)", hours: 8, mode: .inPerson,
            organiser: OrganiserMark(.agency), instructor: nil, isInCalendar: true,
            isEvaluated: number % 2 == 0, isInstructorCertified: true, managers: 1, staff: 9),
          registered: end, state: .completed))
    }

    private func cost<T>(_ body: (borrowing Reading) throws -> T) throws -> Int {
      try it.portal.store.read { records in
        let before = records.work
        _ = try body(records)
        return records.work - before
      }
    }

    /// The work of the first page of each report, and of one in the middle.
    func work() throws -> [Int] {
      let reach = try it.signIn(.oversight).oversightReach
      let first = try it.portal.store.read { try $0.figureLines(in: reach, limit: 40) }
      let place = ListPage<AgencyYearPlace>.after(first[20].place)
      var filter = ReportFilter()
      filter.year = 1403
      let year = filter
      return [
        try cost { try $0.figureLines(in: reach, limit: 40) },
        try cost { try $0.figureLines(in: reach, page: place, limit: 40) },
        try cost { try $0.figureLines(in: reach, year, limit: 40) },
        try cost { try $0.permitCountLines(in: reach, limit: 40) },
        try cost { try $0.completedCourses(in: reach, year, limit: 40) },
        try cost { try $0.permits(in: reach, year, limit: 40) },
      ]
    }
  }

  @Test("S5-6b a page of every report costs the same over many agencies as over few")
  func pages() throws {
    let few = try Large(agencies: 100, years: 2, courses: 2_000).work()
    let many = try Large(agencies: 800, years: 2, courses: 16_000).work()
    for (index, (small, large)) in zip(few, many).enumerated() where index != 3 {
      #expect(large < 2 * small + 2_000, "report \(index): \(small) steps, then \(large)")
    }
  }
}
