import Glibc
import Persian
import Store
import Training
import UseCases

/// What a records file of any size costs: opening, a page of people, searching, durable changes.
struct RecordsFigures: Figures {
  let file: String
  let people: Int
  let openMicroseconds: Double
  let pageMicroseconds: Double
  /// The first screen of courses and of classes: all years of everybody, and of one office this year.
  let coursePageMicroseconds: [Double]
  /// Courses of everybody by two letters, and by a whole title.
  let courseSearchMicroseconds: [Double]
  /// By the number of letters typed, the first one first.
  let searchMicroseconds: [Double]
  /// One cell in SQLite alone, durable.
  let bareCommitMicroseconds: Double
  /// The same with the writers' queue and the journal.
  let journaledCommitMicroseconds: Double
  let commitRatio: Double
  let marksPerSecond: Double
  let memory: Measurement.Memory

  init(_ path: String, runs: Int) throws {
    guard FileBytes.exists(path) else { throw FileProblem(path: path, error: ENOENT) }
    file = path
    openMicroseconds = try Measurement.median(of: 20) { _ = try Store.open(at: path) }
    let store = try Store.open(at: path)
    people = try store.read { try $0.personCount(in: .everything) }
    let page = try store.read { try $0.people(in: .everything, limit: 50) }
    pageMicroseconds = try Measurement.median(of: runs) {
      _ = try store.read { try $0.people(in: .everything, limit: 50) }
    }
    (coursePageMicroseconds, courseSearchMicroseconds) = try Self.courses(in: store, runs)
    // Somebody who is there, from the middle of the first page.
    let name = page.isEmpty ? "" : page[page.count / 2].person.name.last
    searchMicroseconds = try (1...4).map { letters in
      try Measurement.median(of: runs) {
        _ = try store.read {
          try $0.people(in: .everything, matching: String(name.prefix(letters)), limit: 50)
        }
      }
    }
    // On the disk of the file, in a folder of its own: the file itself is not changed.
    let scratch = try TemporaryFolder(in: Locations.parent(of: path))
    let figures = try StoreFigures.measure(at: "\(scratch.path)/marks", rounds: runs)
    bareCommitMicroseconds = Measurement.microseconds(figures.bareCommit)
    journaledCommitMicroseconds = Measurement.microseconds(figures.journaledCommit)
    commitRatio = figures.ratio.rounded(to: 3)
    marksPerSecond = (1e6 / journaledCommitMicroseconds).rounded(to: 1)
    memory = Measurement.memory
  }

  private static func courses(
    in store: Store, _ runs: Int
  ) throws -> (pages: [Double], searches: [Double]) {
    let first = try store.read {
      try $0.requests(in: .units(.everything), on: JalaliDate(dayNumber: 0), limit: 1).first
    }
    guard let first else { return ([], []) }
    let day = first.request.from
    let office = try store.read { try $0.unit(first.request.unit) }
    let own = CourseReach.units(office.map { Scope($0.path) } ?? .everything)
    let year = RequestFilter(from: day.adding(days: -365))
    var pages: [Double] = []
    for (reach, filter) in [(CourseReach.units(.everything), RequestFilter()), (own, year)] {
      pages.append(
        try Measurement.median(of: runs) {
          _ = try store.read { try $0.requests(in: reach, filter, on: day, limit: 100) }
        })
      pages.append(
        try Measurement.median(of: runs) {
          _ = try store.read { try $0.classes(in: reach, filter, on: day, limit: 100) }
        })
    }
    let title = first.course.title
    let searches = try [String(title.prefix(2)), title].map { text in
      try Measurement.median(of: runs) {
        _ = try store.read {
          try $0.requests(
            in: .units(.everything), RequestFilter(text: text), on: day, limit: 100)
        }
      }
    }
    return (pages, searches)
  }

  var lines: [(name: String, value: String)] {
    [
      ("people", "\(people)"), ("open µs", "\(openMicroseconds)"),
      ("page µs", "\(pageMicroseconds)"),
      (
        "course and class page µs, all and one office",
        coursePageMicroseconds.map { "\($0)" }.joined(separator: "\t")
      ),
      ("course search µs", courseSearchMicroseconds.map { "\($0)" }.joined(separator: "\t")),
      ("search µs, 1–4 letters", searchMicroseconds.map { "\($0)" }.joined(separator: "\t")),
      ("durable mark µs", "\(journaledCommitMicroseconds)"),
      ("bare commit µs", "\(bareCommitMicroseconds)"), ("ratio", "\(commitRatio)"),
      ("marks/s", "\(marksPerSecond)"), ("private KiB", "\(memory.privateKiB)"),
    ]
  }
}
