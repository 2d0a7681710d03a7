import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Lists that grow with the years")
struct PagingTests {
  /// Courses of ten years in eighty offices of two provinces, a class or two in each.
  struct Years {
    let office: Office
    let provinces: [Training.Unit]
    let districts: [Training.Unit]
    let manager: ID<Person>
    static let today = Office.today

    init(courses: Int, perDay: Int = 1) throws {
      office = try Office()
      let ministry = try office.portal.store.read { try $0.units(in: .everything) }[0]
      let store = office.portal.store
      manager = try office.person(9_001, first: "ناهید", last: "کریمی").id
      let managing = manager
      (provinces, districts) = try store.write(at: 1) { records in
        var made: ([Training.Unit], [Training.Unit]) = ([], [])
        for province in 0..<2 {
          let above = Training.Unit(
            id: try records.newID(), kind: .province, code: "8\(province)",
            name: "استان \(province)",
            parent: ministry)
          try records.insert(above)
          made.0.append(above)
          for district in 0..<(province == 0 ? 70 : 10) {
            let unit = Training.Unit(
              id: try records.newID(), kind: .district, code: "9\(province)\(district)",
              name: "شهرستان \(province)-\(district)", parent: above)
            try records.insert(unit)
            made.1.append(unit)
          }
        }
        try records.journal(Cause(useCase: "test.units"))
        return made
      }
      let districts = districts
      let titles = try store.write(at: 2) { records in
        let titles = try (0..<40).map { number in
          let course = Course(
            id: try records.newID(), code: String(93_000_000 + number),
            title: number == 39 ? "خوشنویسی" : "دورهٔ \(number)", minutes: 960)
          try records.insert(course)
          return course.id
        }
        try records.journal(Cause(useCase: "test.catalogue"))
        return titles
      }
      for start in stride(from: 0, to: courses, by: 1_500) {
        try store.write(at: 3) { records in
          for number in start..<min(start + 1_500, courses) {
            let from = Self.today.adding(days: 30 - number / perDay * 3_650 * perDay / courses)
            let course = number % 977 == 5 ? titles[39] : titles[number % 39]
            let unit = districts[number % districts.count].id
            let request = CourseRequest(
              id: try records.newID(), course: course, unit: unit, year: from.year, from: from,
              to: from.adding(days: 60), classCount: 2,
              method: number % 2 == 0 ? .expert : .learner, mode: .inPerson, quota: 60,
              classCapacity: 30, state: .approved, decided: from)
            try records.insert(request)
            for name in number % 3 == 0 ? ["الف", "ب"] : ["الف"] {
              try records.insert(
                TrainingClass(
                  id: try records.newID(), request: request.id, name: name, enrolFrom: from,
                  enrolTo: from.adding(days: 5), from: from.adding(days: 6),
                  to: from.adding(days: 20), capacity: 30))
            }
            guard number % 200 == 0 else { continue }
            try records.insert(
              Factor(
                id: try records.newID(), request: request.id, duty: .manager, isEducator: true,
                person: managing, fullName: "ناهید کریمی"))
          }
          try records.journal(Cause(useCase: "test.courses"))
        }
      }
    }

    /// What somebody reaches: everything, a large province, a small one, a district, a manager.
    var reaches: [(String, CourseReach)] {
      [
        ("everything", .units(.everything)), ("large", .units(Scope(provinces[0].path))),
        ("small", .units(Scope(provinces[1].path))),
        ("district", .units(Scope(districts[3].path))),
        ("manager", .factor(manager, .manager)),
      ]
    }
  }

  @Test(
    "The pages of courses and of classes are the whole list in its order, both ways (S2-1.5a, S1-3c)"
  )
  func pages() throws {
    // Several begin on the same day, so that the day alone is no place in the list.
    let years = try Years(courses: 600, perDay: 4)
    for (name, reach) in years.reaches {
      try years.office.portal.store.read { records in
        let today = Years.today
        for filter in [
          RequestFilter(), RequestFilter(text: "خوشنویسی"), RequestFilter(method: .learner),
          RequestFilter(year: today.year - 3), RequestFilter(text: "شهرستان ۰-۳"),
        ] {
          let whole = try records.requests(in: reach, filter, on: today)
          for (before, after) in zip(whole, whole.dropFirst()) {
            #expect(before.request.from >= after.request.from)
          }
          var forward: [RequestLine] = []
          while true {
            let page = try records.requests(
              in: reach, filter, on: today,
              page: forward.last.map { .after($0.request) } ?? .first, limit: 7)
            forward += page
            if page.count < 7 { break }
          }
          #expect(forward == whole, "\(name)")
          var backward: [RequestLine] = []
          while true {
            let page = try records.requests(
              in: reach, filter, on: today,
              page: backward.first.map { .before($0.request) } ?? .last, limit: 7)
            backward = page + backward
            if page.count < 7 { break }
          }
          #expect(backward == whole, "\(name)")
          if whole.count > 9 {
            let from = try records.requests(
              in: reach, filter, on: today, page: .from(whole[4].request), limit: 5)
            #expect(from == Array(whole[4..<9]))
          }
          let classes = try records.classes(in: reach, filter, on: today)
          #expect(Set(classes.map(\.trainingClass.request)) == Set(whole.map(\.request.id)))
          var found: [ClassLine] = []
          while true {
            let page = try records.classes(
              in: reach, filter, on: today, page: found.last.map { .after($0) } ?? .first, limit: 5)
            found += page
            if page.count < 5 { break }
          }
          #expect(found == classes, "\(name)")
          found = []
          while true {
            let page = try records.classes(
              in: reach, filter, on: today, page: found.first.map { .before($0) } ?? .last, limit: 5
            )
            found = page + found
            if page.count < 5 { break }
          }
          #expect(found == classes, "\(name)")
        }
      }
    }
  }

  @Test(
    "A page of courses or classes costs the same in records ten times as long, for a ministry, a province, a district and a manager"
  )
  func bounded() throws {
    let (short, long) = (try Years(courses: 2_500), try Years(courses: 10_000))
    func cost<T>(
      _ years: Years, _ body: (borrowing Reading) throws -> T
    ) throws -> Int {
      try years.office.portal.store.read { records in
        let before = records.work
        _ = try body(records)
        return records.work - before
      }
    }
    /// The work of the first page, the next, the last, a year's, and of the classes.
    func work(_ years: Years, _ reach: CourseReach) throws -> [Int] {
      let (store, today) = (years.office.portal.store, Years.today)
      let courses = try store.read { try $0.requests(in: reach, on: today, limit: 25) }
      let classes = try store.read { try $0.classes(in: reach, on: today, limit: 25) }
      let (place, last) = (try #require(courses.last).request, try #require(classes.last))
      let year = RequestFilter(year: today.year - 2)
      return [
        try cost(years) { try $0.requests(in: reach, on: today, limit: 25) },
        try cost(years) { try $0.requests(in: reach, on: today, page: .after(place), limit: 25) },
        try cost(years) { try $0.requests(in: reach, on: today, page: .last, limit: 25) },
        try cost(years) { try $0.requests(in: reach, year, on: today, limit: 25) },
        try cost(years) { try $0.classes(in: reach, on: today, limit: 25) },
        try cost(years) { try $0.classes(in: reach, on: today, page: .after(last), limit: 25) },
      ]
    }
    for ((name, one), (_, other)) in zip(short.reaches, long.reaches) where name != "manager" {
      for (index, (few, many)) in zip(try work(short, one), try work(long, other)).enumerated() {
        // Where the short records do not fill a page, the long ones do more work, but no more than
        // a page costs.
        #expect(many < max(few * 3 / 2, 10_000), "\(name) \(index): \(few) → \(many)")
      }
    }
  }

  @Test(
    "S2-7.9a who marks has today's class first, then those with cells empty in past sessions, then the rest, page by page"
  )
  func marking() throws {
    let it = try CourseOffice { $0.classCount = 4 }
    func room(_ name: String, days: [Int]) throws -> ID<TrainingClass> {
      let id = try it.define(name, capacity: 10)
      for day in days {
        _ = try it.put(try it.session(id, day: day, start: 480 + 60 * name.utf8.count, minutes: 60))
      }
      _ = try it.enrol(1, in: id, from: 100 * name.utf8.count)
      return id
    }
    let later = try room("a", days: [16])
    let now = try room("bb", days: [14])
    let late = try room("ccc", days: [12])
    let off = try room("dddd", days: [14])
    try it.set(off, to: .cancelled)
    it.on(14)
    for actor in [it.manager, it.instructor] {
      func page(_ page: ListPage<ClassLine>, _ limit: Int) throws -> [ClassLine] {
        try it.portal.store.read { records in
          try records.classes(
            in: actor.courseReach, marking: true, on: it.portal.today, page: page, limit: limit)
        }
      }
      let whole = try page(.first, 10)
      #expect(whole.map(\.trainingClass.id) == [now, late, off, later])
      var found: [ClassLine] = []
      for _ in whole { found += try page(found.last.map { .after($0) } ?? .first, 1) }
      #expect(found == whole)
      #expect(try page(.before(whole[2]), 2) == Array(whole[..<2]))
      #expect(try page(.from(whole[1]), 2) == Array(whole[1...2]))
    }
  }
}
