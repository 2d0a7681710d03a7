import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Looking for the requests and classes of a rare title")
struct RareTitleTests {
  private let it: Office

  init() throws { it = try Office() }

  private func course(
    _ number: Int, _ title: String, _ records: borrowing Writing
  ) throws -> ID<Course> {
    let course = Course(
      id: try records.newID(), code: String(92_000_000 + number), title: title, minutes: 480)
    try records.insert(course)
    return course.id
  }

  private func request(_ course: ID<Course>, _ records: borrowing Writing) throws {
    try records.insert(
      CourseRequest(
        id: try records.newID(), course: course, unit: it.district, year: 1403, from: Office.today,
        to: Office.today.adding(days: 60), classCount: 1, method: .expert, mode: .inPerson,
        quota: 30, classCapacity: 30))
  }

  /// The steps of looking for a title among so many requests of other titles, and what is found.
  private func work(_ text: String, among count: Int) throws -> (steps: Int, found: Int) {
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      let usual = try course(count, "مدیریت کلاس \(count)", records)
      for _ in 0..<count { try request(usual, records) }
      try records.journal(Cause(useCase: "test.requests"))
    }
    return try it.portal.store.read { records in
      let before = records.work
      let hits = try records.searchRequests(text, in: .units(.everything), limit: 20)
      return (records.work - before, hits.count)
    }
  }

  @Test("S0-16 few requests of a rare title cost the same among many as among few, and are found")
  func rare() throws {
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      let rare = try course(1, "کیهان‌شناسی", records)
      for _ in 0..<3 { try request(rare, records) }
      try records.journal(Cause(useCase: "test.requests"))
    }
    let few = try work("کیهان", among: 100)
    let many = try work("کیهان", among: 2_000)
    #expect(few.found == 3 && many.found == 3)
    #expect(many.steps < 2 * few.steps + 200, "\(few.steps) steps, then \(many.steps)")
    #expect(try work("مدیریت", among: 10).found == 20)
  }
}
