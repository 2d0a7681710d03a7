import Persian
import Store
import Training

/// Everybody in the sample records.
struct DemoCast {
  let administrator: Actor
  let province: Actor
  /// One for each district.
  let experts: [Actor]
  let managers: [Actor]
  let instructors: [Actor]
  let learners: [Actor]
  /// By district, in the order in which classes take them.
  let teachers: [[Person]]
  let logins: [DemoDistrict.Login]

  /// Writes people, papers and accounts as one entry of the journal.
  init(
    _ office: DemoOffice, _ names: DemoDistrict.Names, _ stage: DemoStage, _ hash: String,
    _ chance: inout SplitMix64
  ) throws {
    stage.now(-119, 8 * 60)
    var source = chance
    let cast = try stage.portal.store.write(at: stage.portal.clock.now()) { records in
      var writer = DemoPeople(office: office, names: names, today: stage.today, chance: source)
      var staff: [Role: [Account]] = [:]
      for (role, units) in Self.staff(office) {
        for (index, unit) in units.enumerated() {
          let person = try writer.person(of: unit, kind: .administrative, records)
          let account = Account(
            id: try records.newID(), person: person.id, role: role, unit: unit,
            username: Self.username(role, units.count > 1 ? index + 1 : nil), state: .active)
          try records.insert(account, passwordHash: hash)
          staff[role, default: []].append(account)
        }
      }
      var teachers: [[Person]] = []
      for (district, count) in zip(office.districts, [330, 70]) {
        teachers.append(
          try (0..<count).map { _ in
            try writer.person(of: district, kind: .teacher, records)
          })
      }
      for index in 0..<3 {
        let person = teachers[0][index]
        let account = Account(
          id: try records.newID(), person: person.id, role: .learner, unit: person.unit,
          username: Self.username(.learner, index + 1), state: .active)
        try records.insert(account, passwordHash: hash)
        staff[.learner, default: []].append(account)
      }
      try records.journal(Cause(useCase: "demo.people"))
      var actors: [Role: [Actor]] = [:]
      for (role, accounts) in staff {
        actors[role] = try accounts.compactMap { try records.actor(of: $0) }
      }
      return (actors, teachers, writer.chance)
    }
    source = cast.2
    chance = source
    guard let province = cast.0[.provincialExpert]?.first else {
      throw StoreError.damaged("no provincial expert")
    }
    administrator = office.administrator
    self.province = province
    experts = cast.0[.expert] ?? []
    managers = cast.0[.courseManager] ?? []
    instructors = cast.0[.instructor] ?? []
    learners = cast.0[.learner] ?? []
    teachers = cast.1
    logins = Self.logins([
      (.courseManager, managers), (.instructor, instructors), (.expert, experts),
      (.provincialExpert, [province]), (.learner, learners),
      (.administrator, [office.administrator]),
    ])
  }

  private static func logins(_ shown: [(Role, [Actor])]) -> [DemoDistrict.Login] {
    shown.flatMap { role, actors in
      actors.enumerated().map { index, actor in
        DemoDistrict.Login(
          role: role,
          username: role == .administrator
            ? "admin" : username(role, actors.count > 1 ? index + 1 : nil),
          name: actor.name)
      }
    }
  }

  private static func staff(_ office: DemoOffice) -> [(Role, [ID<Training.Unit>])] {
    let first = office.districts[0]
    return [
      (.provincialExpert, [office.province]),
      (.expert, office.districts),
      (.courseManager, [first, first, office.districts[1]]),
      (
        .instructor,
        Array(repeating: first, count: 5) + Array(repeating: office.districts[1], count: 2)
      ),
    ]
  }

  private static func username(_ role: Role, _ number: Int?) -> String {
    let name =
      switch role {
      case .provincialExpert: "province"
      case .expert: "expert"
      case .courseManager: "manager"
      case .instructor: "instructor"
      case .learner: "learner"
      default: "admin"
      }
    return name + (number.map(String.init) ?? "")
  }
}

/// Makes people with papers that look like those of an office.
struct DemoPeople {
  let office: DemoOffice
  let names: DemoDistrict.Names
  let today: JalaliDate
  var chance: SplitMix64
  private var count = 0
  private var codes: Set<String> = []

  init(
    office: DemoOffice, names: DemoDistrict.Names, today: JalaliDate, chance: SplitMix64
  ) {
    self.office = office
    self.names = names
    self.today = today
    self.chance = chance
  }

  mutating func person(
    of unit: ID<Training.Unit>, kind: Person.Kind, _ records: borrowing Writing
  ) throws -> Person {
    count += 1
    let gender: Person.Gender = chance.happens(55) ? .female : .male
    let person = Person(
      id: try records.newID(), nationalCode: try nationalCode(),
      personnelCode: try PersonnelCode(recorded: String(40_000_000 + count * 1_237)),
      name: try PersonName(
        first: chance.pick(gender == .female ? names.female : names.male),
        last: chance.pick(names.family)),
      fatherName: chance.pick(names.male),
      birthDay: today.adding(days: -Int(chance.next() % 9_000) - 10_000), gender: gender,
      mobile: try Mobile(validating: "0900\(1_000_000 + Int(chance.next() % 9_000_000))"),
      kind: kind, unit: unit, school: office.schools[unit].map { chance.pick($0) })
    try records.insert(person)
    if kind == .teacher { try employ(person, records) }
    return person
  }

  private mutating func employ(_ person: Person, _ records: borrowing Writing) throws {
    let stages = ["primary", "lower-secondary", "upper-secondary"]
    let fields = ["primary", "mathematics", "english", "science", "persian", "computer"]
    let year = today.adding(days: -119).year
    // Some appointments have run out; the third learner's is one of them (S1-4d).
    let isLapsed = count % 25 == 16
    let start = today.adding(days: -400)
    try records.insert(
      Decree(
        id: try records.newID(), person: person.id, number: "\(year)/\(10_000 + count)",
        day: start, jobTitle: chance.pick(names.fields), jobField: "teacher",
        employmentKind: chance.happens(85) ? "official" : "contract", postKind: "teaching",
        from: start))
    try records.insert(
      Appointment(
        id: try records.newID(), person: person.id, number: "\(20_000 + count)",
        school: person.school, year: year, teachingField: chance.pick(fields),
        stage: chance.pick(stages), weeklyMinutes: 24 * 60, from: start,
        to: isLapsed ? today.adding(days: -45) : nil))
  }

  /// A valid national code that nobody in the sample has.
  private mutating func nationalCode() throws -> NationalCode {
    while true {
      let nine = String(String(1_100_000_000 + Int(chance.next() % 800_000_000)).dropFirst())
      let sum = zip(nine, stride(from: 10, through: 2, by: -1)).reduce(0) { sum, pair in
        sum + (pair.0.wholeNumberValue ?? 0) * pair.1
      }
      let rest = sum % 11
      let digits = nine + String(rest < 2 ? rest : 11 - rest)
      if codes.insert(digits).inserted, let code = try? NationalCode(validating: digits) {
        return code
      }
    }
  }
}
