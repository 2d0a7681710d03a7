import FoundationEssentials
import Persian
import Store
import Training
import UseCases

/// A records file of national size, made of invented people; the same for the same numbers.
///
/// Written through the store's own transactions, 5,000 rows to an entry of the journal, as a bulk
/// import is. The administrator is `admin` with the password of the sample records.
struct NationalRecords {
  private struct Names: Decodable {
    var province, ministry: String
    var male, female, family, classes: [String]
  }

  let people: Int
  let enrolments: Int
  let courses: Int
  private let names: Names
  private static let peoplePerDistrict = 1_500
  private static let classSize = 30
  private static let years = 20

  /// `enrolments` are in classes of this year, `courses` of twenty years, each with one class.
  init(people: Int, enrolments: Int, courses: Int, names: [UInt8]) throws {
    self.people = people
    self.enrolments = enrolments
    self.courses = courses
    self.names = try JSONDecoder().decode(Names.self, from: Data(names))
  }

  func fill(_ portal: Portal, editions: [RuleValue], codeLists: [CodeList]) throws {
    _ = try portal.setUp(
      SetUp(
        offices: [
          SetUp.Office(kind: .ministry, code: "1", name: names.ministry),
          SetUp.Office(kind: .province, code: "16", name: names.province),
        ],
        username: "admin",
        passwordHash: try PasswordHash(password: DemoDistrict.password).text, editions: editions,
        codeLists: codeLists)
    ).get()
    let districts = try makeDistricts(portal)
    let ids = try makePeople(portal, districts)
    try makePast(portal, districts)
    guard enrolments > 0 else { return }
    let classes = try makeClasses(portal, districts)
    try enrol(ids, in: classes, portal)
  }

  /// Writes values in entries that the journal takes; `make` is given the number of each.
  private func write<Value: Sendable>(
    _ count: Int, _ portal: Portal, as useCase: String,
    _ make: (Int, borrowing Writing) throws -> Value
  ) throws -> [Value] {
    var made: [Value] = []
    made.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: entryRowLimit) {
      let part = try portal.store.write(at: portal.clock.now()) { records in
        let part = try (start..<min(start + entryRowLimit, count)).map { try make($0, records) }
        try records.journal(Cause(useCase: useCase))
        return part
      }
      made += part
    }
    return made
  }

  private func makeDistricts(_ portal: Portal) throws -> [Training.Unit] {
    let units = try portal.store.read { try $0.units(in: .everything) }
    guard let province = units.last else { throw StoreError.notFound }
    let count = max(1, people / Self.peoplePerDistrict)
    return try write(count, portal, as: "bench.units") { number, records in
      let unit = Training.Unit(
        id: try records.newID(), kind: .district, code: String(100_000 + number),
        name: "\(names.family[number % names.family.count]) \(number)", parent: province)
      try records.insert(unit)
      return unit
    }
  }

  private func makePeople(
    _ portal: Portal, _ districts: [Training.Unit]
  ) throws -> [ID<Person>] {
    try write(people, portal, as: "bench.people") { number, records in
      let isMale = number % 2 == 0
      let given = isMale ? names.male : names.female
      let mixed = Int(truncatingIfNeeded: UInt32(truncatingIfNeeded: number) &* 2_654_435_761)
      let person = Person(
        id: try records.newID(), nationalCode: try Self.nationalCode(number),
        personnelCode: try PersonnelCode(recorded: String(10_000_000 + number)),
        name: try PersonName(
          first: given[mixed % given.count],
          last: names.family[mixed / 64 % names.family.count]),
        gender: isMale ? .male : .female, unit: districts[number % districts.count].id)
      try records.insert(person)
      return person.id
    }
  }

  /// A valid code made from a number.
  static func nationalCode(_ number: Int) throws -> NationalCode {
    let digits = String(1_001_000_000 + number).dropFirst().compactMap(\.wholeNumberValue)
    let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let rest = sum % 11
    let check = rest < 2 ? rest : 11 - rest
    return try NationalCode(validating: digits.map(String.init).joined() + String(check))
  }

  /// Courses of twenty years, spread over the districts, each with one class.
  private func makePast(_ portal: Portal, _ districts: [Training.Unit]) throws {
    guard courses > 0 else { return }
    let today = portal.today
    let catalogue = try write(500, portal, as: "bench.catalogue") { number, records in
      let course = Course(
        id: try records.newID(), code: String(92_000_000 + number),
        title: "\(names.classes[number % names.classes.count]) \(number)", minutes: 960,
        kind: "general")
      try records.insert(course)
      return course.id
    }
    let requests = try write(courses, portal, as: "bench.past") { number, records in
      let from = today.adding(days: 60 - number * Self.years * 365 / courses)
      let request = CourseRequest(
        id: try records.newID(), course: catalogue[number * 7 % catalogue.count],
        unit: districts[number * 31 % districts.count].id, year: from.year, from: from,
        to: from.adding(days: 60), classCount: 1, method: .expert, mode: .inPerson,
        quota: Self.classSize, classCapacity: Self.classSize, state: .approved, decided: from)
      try records.insert(request)
      return request
    }
    _ = try write(courses, portal, as: "bench.past-classes") { number, records in
      let request = requests[number]
      try records.insert(
        TrainingClass(
          id: try records.newID(), request: request.id, name: String(number),
          enrolFrom: request.from, enrolTo: request.from.adding(days: 5),
          from: request.from.adding(days: 6), to: request.to, capacity: Self.classSize))
    }
  }

  private func makeClasses(
    _ portal: Portal, _ districts: [Training.Unit]
  ) throws -> [ID<TrainingClass>] {
    let today = portal.today
    let requests = try portal.store.write(at: portal.clock.now()) { records in
      let course = Course(
        id: try records.newID(), code: "91400999", title: names.classes[0], minutes: 960,
        kind: "general")
      try records.insert(course)
      try records.journal(Cause(useCase: "bench.course"))
      return course.id
    }
    let inDistricts = try write(districts.count, portal, as: "bench.requests") { number, records in
      let request = CourseRequest(
        id: try records.newID(), course: requests, unit: districts[number].id, year: today.year,
        from: today.adding(days: -30), to: today.adding(days: 60), classCount: 1000,
        method: .expert, mode: .inPerson, quota: Self.classSize, classCapacity: Self.classSize,
        state: .approved, decided: today)
      try records.insert(request)
      return request.id
    }
    let count = (enrolments + Self.classSize - 1) / Self.classSize
    return try write(count, portal, as: "bench.classes") { number, records in
      let it = TrainingClass(
        id: try records.newID(), request: inDistricts[number % inDistricts.count],
        name: String(number), enrolFrom: today.adding(days: -30),
        enrolTo: today.adding(days: -10), from: today, to: today.adding(days: 30),
        capacity: Self.classSize)
      try records.insert(it)
      return it.id
    }
  }

  private func enrol(
    _ people: [ID<Person>], in classes: [ID<TrainingClass>], _ portal: Portal
  ) throws {
    let today = portal.today
    _ = try write(enrolments, portal, as: "bench.enrolments") { number, records in
      // A class takes neighbours; each round of everybody begins one further.
      let person = people[(number + number / people.count) % people.count]
      try records.insert(
        Enrolment(
          id: try records.newID(), trainingClass: classes[number / Self.classSize],
          person: person, method: .expert, day: today))
    }
  }
}
