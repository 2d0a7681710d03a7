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
            try ReportOffice.insert(
              "دوره \(number % 50)", end ?? Office.today, units[number % agencies],
              isEvaluated: number % 2 == 0, records)
          }
          try records.journal(Cause(useCase: "test.courses"))
        }
      }
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
