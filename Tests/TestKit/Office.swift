import Foundation
public import Persian
public import Store
public import Training
public import UseCases

/// A new office on records of its own in memory: set up from the shipped assets, with a province,
/// two districts, a school in each, and an account in every role that offices have.
public struct Office: Sendable {
  public static let password = "Kooh-e-Sahand-1404"
  /// The day on which every office opens: Saturday, 1 Mehr 1403 is a Sunday, so 7 Mehr.
  public static let today = JalaliDate(dayNumber: 2_460_582)

  public let portal: Portal
  public let province: ID<Training.Unit>
  public let district: ID<Training.Unit>
  public let otherDistrict: ID<Training.Unit>
  public let school: ID<Training.Unit>
  public let otherSchool: ID<Training.Unit>

  /// Each office in memory is its own; the clock stands on `today` at ten in the morning.
  public init(
    path: String = ":memory:", clock: WallClock = .fixed(Office.today), intake: String? = nil
  ) throws {
    portal = Portal(store: try Store.open(at: path), clock: clock, intake: intake) {
      try Office.asset($0)
    }
    _ = try portal.setUp(Office.setUp()).get()
    guard let ministry = portal.actor?.unit else { throw Failure.forbidden }
    let line = try portal.store.read { try $0.units(in: .everything) }
    province = line[1].id
    district = line[2].id
    precondition(ministry == line[0].id)
    otherDistrict = try portal.perform(
      RegisterUnit(parent: province, kind: .district, code: "1602", title: "شهرستان کوهپایه")
    ).get().outcome
    school = try portal.perform(
      RegisterUnit(parent: district, kind: .school, code: "160101", title: "دبستان حافظ")
    ).get().outcome
    otherSchool = try portal.perform(
      RegisterUnit(
        parent: otherDistrict, kind: .school, code: "160201", title: "دبیرستان سعدی")
    ).get().outcome
  }

  public static func setUp() throws -> SetUp {
    SetUp(
      offices: [
        SetUp.Office(kind: .ministry, code: "1", name: "وزارت آموزش و پرورش"),
        SetUp.Office(kind: .province, code: "16", name: "استان نمونه"),
        SetUp.Office(kind: .district, code: "1601", name: "شهرستان سروستان"),
      ],
      username: "admin", passwordHash: hash.text,
      editions: try editions(), codeLists: try codeLists())
  }

  /// One hash for all accounts of all tests: making one takes as long as many tests.
  public static let hash: PasswordHash = {
    guard let hash = try? PasswordHash(password: password, cost: 1) else {
      preconditionFailure("libcrypt makes no hash")
    }
    return hash
  }()

  public static func editions() throws -> [RuleValue] {
    try assets("Editions").flatMap { try RuleBook.values(decoding: $0) }
  }

  public static func codeLists() throws -> [CodeList] {
    try assets("CodeLists").flatMap { try CodeList.lists(decoding: $0) }
  }

  private static let assetsRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Assets")

  /// The bytes of a file of Assets.
  public static func asset(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: assetsRoot.appendingPathComponent(path)))
  }

  /// The bytes of every file of a folder of Assets, in the order of names.
  public static func assets(_ folder: String) throws -> [[UInt8]] {
    let base = assetsRoot.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(atPath: base.path).sorted()
      .map { Array(try Data(contentsOf: base.appendingPathComponent($0))) }
  }

  /// Makes an account that is past its first password, and signs it in.
  @discardableResult
  public func signIn(
    _ role: Role, at unit: ID<Training.Unit>? = nil, person: ID<Person>? = nil,
    as username: String? = nil
  ) throws -> Actor {
    let unit = unit ?? district
    let name = username ?? "\(role.rawValue)-\(unit.rawValue)-\(person?.rawValue ?? 0)"
    let actor = try portal.store.write(at: portal.clock.now()) { records in
      if let known = try records.accounts(named: name, roles: [role]).first {
        return try records.actor(of: known)
      }
      let account = Account(
        id: try records.newID(), person: person, role: role, unit: unit, username: name,
        state: .active)
      try records.insert(account, passwordHash: Office.hash.text)
      try records.journal(Cause(useCase: "test.account"))
      return try records.actor(of: account)
    }
    guard let actor else { throw Failure.forbidden }
    portal.signIn(actor)
    return actor
  }

  /// A person of a unit with a national code made from a number, straight into the records.
  public func person(
    _ number: Int, first: String = "مریم", last: String = "احمدی", unit: ID<Training.Unit>? = nil,
    personnelCode: String? = nil
  ) throws -> Person {
    try portal.store.write(at: portal.clock.now()) { records in
      let person = Person(
        id: try records.newID(), nationalCode: try Office.nationalCode(number),
        personnelCode: try PersonnelCode(recorded: personnelCode ?? String(10_000_000 + number)),
        name: try PersonName(first: first, last: last), unit: unit ?? district)
      try records.insert(person)
      try records.journal(Cause(useCase: "test.person"))
      return person
    }
  }

  /// Puts a person into the bank of instructors for some courses, straight into the records.
  @discardableResult
  public func bank(
    _ person: Person, teaching courses: [ID<Course>] = []
  ) throws -> ID<InstructorApplication> {
    try portal.store.write(at: portal.clock.now()) { records in
      guard let code = person.nationalCode else { throw Failure.forbidden }
      let form = InstructorApplication.Form(
        nationalCode: code, personnelCode: person.personnelCode, isEducator: true,
        name: person.name, fatherName: "رضا", certificateNumber: "12",
        birthDay: Office.today.adding(days: -15_000), unit: person.unit, degree: "master",
        field: "ریاضی", university: "تهران", graduated: 1390)
      let letter = InstructorApplication.LetterMark(number: "1", day: Office.today)
      let it = InstructorApplication(
        id: try records.newID(), form: form, score: 0, submitted: Office.today,
        originalsSeen: Office.today, inquiry: letter, reply: letter, state: .inBank)
      try records.insert(
        it, tracking: TrackingMark(locator: code.digits, hash: Office.hash.text))
      for course in courses {
        try records.insert(
          InstructorCourse(
            id: try records.newID(), application: it.id, course: course, council: letter))
      }
      try records.journal(Cause(useCase: "test.bank"))
      return it.id
    }
  }

  /// The valid national code whose first nine digits are a number.
  public static func nationalCode(_ number: Int) throws -> NationalCode {
    let nine = String(String(1_000_000_000 + 123_000_000 + number).dropFirst())
    let sum = zip(nine, 2...10).reduce(0) { sum, pair in
      sum + (pair.0.wholeNumberValue ?? 0) * (12 - pair.1)
    }
    let rest = sum % 11
    return try NationalCode(validating: nine + String(rest < 2 ? rest : 11 - rest))
  }
}
