import Glibc
import Persian
import Store
import Training
import UseCases

/// What the reports of the oversight cost on a records file: the first page of each, the page in the
/// middle of the comprehensive one, and the sums under all.
struct OversightPages: Figures {
  let file: String
  let agencies: Int
  let courses: Int
  /// Comprehensive, base data, requests, completed courses, permits.
  let firstPageMicroseconds: [Double]
  let middlePageMicroseconds: Double
  let totalMicroseconds: Double
  /// By agency, year, quarter, group, mode, organiser, instructor, state.
  let groupedMicroseconds: [Double]
  let deskMicroseconds: Double
  let memory: Measurement.Memory

  private static let page = 40

  init(_ path: String, runs: Int, _ portal: Portal) throws {
    file = path
    let store = portal.store
    let reach = OversightReach.agencies(.everything)
    let year = portal.today.year
    agencies = try store.read { try $0.reportedAgencyCount(in: reach, among: []) }
    courses = try store.read { try $0.completedCount(in: reach, ReportFilter()) }
    func time(_ body: (borrowing Reading) throws -> Void) throws -> Double {
      try Measurement.median(of: runs) { try store.read { try body($0) } }
    }
    firstPageMicroseconds = [
      try time { _ = try $0.figureLines(in: reach, limit: Self.page) },
      try time { _ = try $0.baseDataLines(in: reach, limit: Self.page) },
      try time { _ = try $0.permitCountLines(in: reach, limit: Self.page) },
      try time { _ = try $0.completedCourses(in: reach, ReportFilter(), limit: Self.page) },
      try time { _ = try $0.permits(in: reach, ReportFilter(), limit: Self.page) },
    ]
    let half = agencies / 2
    let places = try store.read { records in
      try records.figureLines(in: reach, limit: half * 5).map(\.place)
    }
    middlePageMicroseconds =
      try places.last.map { place in
        try time { _ = try $0.figureLines(in: reach, page: .after(place), limit: Self.page) }
      } ?? 0
    let few = max(1, runs / 20)
    totalMicroseconds = try Measurement.median(of: few) {
      _ = try store.read { try $0.figures(in: reach) }
    }
    groupedMicroseconds = try ReportIndicator.allCases.map { indicator in
      try Measurement.median(of: few) {
        _ = try store.read { try $0.figures(by: indicator, in: reach) }
      }
    }
    deskMicroseconds = try time { records in
      _ = try records.permitCount(.waiting, in: reach)
      _ = try records.completedCount(.waiting, in: reach)
      _ = try records.agencyCount(withoutYear: year, in: reach)
    }
    memory = Measurement.memory
  }

  var lines: [(name: String, value: String)] {
    func list(_ figures: [Double]) -> String {
      figures.map { "\($0)" }.joined(separator: "\t")
    }
    return [
      ("agencies", "\(agencies)"), ("completed courses", "\(courses)"),
      ("first page µs", list(firstPageMicroseconds)),
      ("middle page µs", "\(middlePageMicroseconds)"), ("total µs", "\(totalMicroseconds)"),
      ("grouped µs", list(groupedMicroseconds)), ("desk µs", "\(deskMicroseconds)"),
      ("private KiB", "\(memory.privateKiB)"), ("peak KiB", "\(memory.peakKiB)"),
    ]
  }
}
