import Persian
import Store
import Training
import UseCases

/// The oversight of a whole province: agencies with their years and quarters, and a completed course
/// on each of very many permits, invented and the same for the same numbers.
///
/// The management is `oversight`, the liaison of the first agency `liaison`, both with the password
/// of the sample records.
struct OversightRecords {
  let agencies: Int
  /// Completed courses of an agency, spread over the years.
  let coursesPerAgency: Int
  /// Permits of the first agency on which no course stands yet, for workbooks to be read in.
  let freePermits: Int
  static let years = 5

  func fill(_ portal: Portal) throws {
    guard agencies > 0 else { return }
    let today = portal.today
    let units = try write(agencies + 1, 1, portal, as: "bench.agencies") {
      number, first, records -> Training.Unit in
      let unit = Training.Unit(
        id: try records.newID(), kind: number == 0 ? .oversight : .agency,
        code: String(200_000 + number), name: number == 0 ? "Oversight" : "Agency \(number)",
        parent: first)
      try records.insert(unit)
      if number > 0 { try records.insert(Agency(id: unit.id, isUploadOpen: true)) }
      return unit
    }
    try logIns(units, portal)
    let own = Array(units.dropFirst())
    _ = try write(own.count * Self.years, 5, portal, as: "bench.years") { number, _, records in
      try year(today.year - number / own.count, of: own[number % own.count].id, today, records)
    }
    _ = try write(own.count * coursesPerAgency, 3, portal, as: "bench.courses") {
      number, _, records in
      try course(number, of: own[number % own.count].id, today, records)
    }
    _ = try write(freePermits, 2, portal, as: "bench.permits") { number, _, records in
      try freePermit(number, of: own[0].id, today, records)
    }
  }

  /// «Workbook 0», «Workbook 1» and so on, each held some days ago.
  private func freePermit(
    _ number: Int, of agency: ID<Training.Unit>, _ today: JalaliDate,
    _ records: borrowing Writing
  ) throws {
    let day = today.adding(days: -6)
    try records.insert(
      Permit(
        id: try records.newID(), agency: agency,
        form: Permit.Form(
          kind: .holding, group: .other, title: "Workbook \(number)", hours: 8, dayCount: 1,
          days: [PermitDay(day, from: 480, to: 960)], organiser: OrganiserMark(.agency)),
        requested: day.adding(days: -10), state: .approved), rows: [try records.newID()])
  }

  /// Writes values in entries that the journal takes, each of some rows; `make` is given the number
  /// of each, and the value made first.
  private func write<Value: Sendable>(
    _ count: Int, _ rows: Int, _ portal: Portal, as useCase: String,
    _ make: (Int, Value?, borrowing Writing) throws -> Value
  ) throws -> [Value] {
    var made: [Value] = []
    let length = entryRowLimit / (2 * rows)
    for start in stride(from: 0, to: count, by: length) {
      let first = made.first
      made += try portal.store.write(at: portal.clock.now()) { records in
        var part: [Value] = []
        for number in start..<min(start + length, count) {
          part.append(try make(number, first ?? part.first, records))
        }
        try records.journal(Cause(useCase: useCase))
        return part
      }
    }
    return made
  }

  private func logIns(_ units: [Training.Unit], _ portal: Portal) throws {
    let hash = try PasswordHash(password: DemoDistrict.password).text
    try portal.store.write(at: portal.clock.now()) { records in
      for (role, unit) in zip([Role.oversight, .liaison], units) {
        try records.insert(
          Account(
            id: try records.newID(), person: nil, role: role, unit: unit.id,
            username: role.rawValue, state: .active), passwordHash: hash)
      }
      try records.journal(Cause(useCase: "bench.accounts"))
    }
  }

  private func year(
    _ number: Int, of agency: ID<Training.Unit>, _ today: JalaliDate,
    _ records: borrowing Writing
  ) throws {
    let year = AgencyYear(
      id: try records.newID(), agency: agency,
      form: AgencyYear.Form(
        year: number, budget: Rial(4_000_000_000 + number * 1_000), courseCount: 24),
      calendar: Attachment(
        name: "calendar.pdf", kind: .pdf, size: 1, digest: String(repeating: "0", count: 64)),
      created: min(today, YearSpan(.calendar, start: number).firstDay.adding(days: 20)),
      state: .sent)
    try records.insert(year)
    for place in 1...4 {
      guard let quarter = Quarter(year: number, number: place) else { continue }
      try records.insert(
        AgencyQuarter(
          id: try records.newID(), year: year.id, quarter: quarter,
          figures: QuarterFigures(
            spent: Rial(900_000_000), managers: .init(count: 20, trained: 5, personHours: 40),
            staff: .init(count: 300, trained: 60, personHours: 900)),
          filled: quarter.lastDay, state: quarter.lastDay < today ? .sent : .empty))
    }
  }

  /// Every seventh waits, for the management to have a desk.
  private func course(
    _ number: Int, of agency: ID<Training.Unit>, _ today: JalaliDate,
    _ records: borrowing Writing
  ) throws {
    let round = number / agencies
    let end = today.adding(days: -10 - round * (365 * Self.years - 20) / coursesPerAgency)
    let group = CourseGroup.allCases[number % CourseGroup.allCases.count]
    let mode = OversightMode.allCases[number % OversightMode.allCases.count]
    let organiser = OrganiserMark(
      Organiser.allCases[number % Organiser.allCases.count], name: "Organiser")
    let permit = Permit(
      id: try records.newID(), agency: agency,
      form: Permit.Form(
        kind: .holding, group: group, title: "Course \(number % 500)", hours: 8, dayCount: 1,
        days: [PermitDay(end, from: 480, to: 960)], mode: mode, organiser: organiser),
      requested: end.adding(days: -20), state: .approved)
    try records.insert(permit, rows: [try records.newID()])
    try records.insert(
      CompletedCourse(
        id: try records.newID(), agency: agency,
        form: CompletedCourse.Form(
          start: end, end: end, permit: permit.id, group: group, title: permit.form.title,
          hours: 8, mode: mode, organiser: organiser, instructor: nil,
          isInCalendar: number % 3 > 0, isEvaluated: number % 2 == 0,
          isInstructorCertified: number % 5 > 0, managers: number % 4, staff: 5 + number % 20),
        registered: end, state: number % 7 == 0 && round == 0 ? .waiting : .completed))
  }
}
