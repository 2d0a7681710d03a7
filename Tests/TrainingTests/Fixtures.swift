import FoundationEssentials
import Persian
import Testing
import Training

/// The shipped numbers, so that the tests see what an office sees.
enum Fixture {
  static func bytes(_ path: String) throws -> [UInt8] {
    let tests = String(#filePath).split(separator: "/").dropLast(3)
    let file = "/" + tests.joined(separator: "/") + "/Assets/" + path
    return [UInt8](try Data(contentsOf: URL(filePath: file)))
  }

  /// Every edition that is shipped.
  static func book() throws -> RuleBook {
    let tests = String(#filePath).split(separator: "/").dropLast(3)
    let folder = "/" + tests.joined(separator: "/") + "/Assets/Editions"
    return try RuleBook(
      FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap {
        try RuleBook.values(decoding: bytes("Editions/\($0)"))
      })
  }

  static func rules() throws -> Rules { try book().inForce(on: day("1403/07/01")) }

  static func day(_ text: String) -> JalaliDate {
    guard let day = JalaliDate(plain: text) else { preconditionFailure("no day: \(text)") }
    return day
  }

  static func span(_ from: Int, _ to: Int) -> TimeSpan {
    guard let span = TimeSpan(from, to) else { preconditionFailure("no span: \(from)-\(to)") }
    return span
  }

  static func id<E>(_ number: Int) -> ID<E> { ID(rawValue: Int64(number)) }

  static func course(hours: Int = 16) -> Course {
    Course(id: id(1), code: "91400712", title: "ارزشیابی توصیفی", minutes: hours * 60)
  }

  static func request(
    method: EnrolMethod = .expert, guests: Int = 0, conditions: [CourseCondition] = []
  ) -> CourseRequest {
    CourseRequest(
      id: id(1), course: id(1), unit: id(9), year: 1403, from: day("1403/01/15"),
      to: day("1403/12/30"), classCount: 2, method: method, mode: .inPerson, quota: 60,
      classCapacity: 30, guestCapacity: guests, conditions: conditions, state: .approved)
  }

  static func trainingClass(_ number: Int = 1, name: String = "کلاس ۱", capacity: Int = 30)
    -> TrainingClass
  {
    TrainingClass(
      id: id(number), request: id(1), name: name, enrolFrom: day("1403/02/01"),
      enrolTo: day("1403/02/08"), from: day("1403/02/10"), to: day("1403/02/20"),
      capacity: capacity, place: "سالن شهید رجایی")
  }

  static func session(
    _ number: Int, on text: String = "1403/02/10", _ from: Int = 480, _ to: Int = 600
  ) -> Session {
    Session(id: id(number), trainingClass: id(1), day: day(text), span: span(from, to))
  }

  static func person(_ number: Int = 1, unit: Int = 9) throws -> Person {
    Person(
      id: id(number), nationalCode: try NationalCode(validating: "0084575948"),
      personnelCode: try PersonnelCode(validating: "1234567\(number % 10)", length: 8),
      name: try PersonName(first: "زهرا", last: "کاظمی"), unit: id(unit))
  }

  static func factor(
    _ number: Int = 1, _ duty: Factor.Duty = .instructor, person: Int? = 1,
    name: String = "رضا پاکدل"
  ) -> Factor {
    Factor(
      id: id(number), request: id(1), duty: duty, isEducator: true, person: person.map { id($0) },
      fullName: name)
  }
}
