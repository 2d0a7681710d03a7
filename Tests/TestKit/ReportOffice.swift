public import Persian
public import Store
public import Training
public import UseCases

/// An office that oversees two agencies, with records put straight into the file.
public struct ReportOffice: Sendable {
  public let office: Office
  public let management: ID<Training.Unit>
  /// Agencies with the codes 100 and 200.
  public let roads: ID<Training.Unit>
  public let health: ID<Training.Unit>

  public var portal: Portal { office.portal }

  public init(_ office: Office? = nil) throws {
    let office = try office ?? Office()
    self.office = office
    (management, roads, health) = try office.portal.store.write(at: office.portal.clock.now()) {
      records in
      let management = Training.Unit(
        id: try records.newID(), kind: .oversight, code: "14", name: "مدیریت نظارت نمونه")
      try records.insert(management)
      var made: [ID<Training.Unit>] = []
      for (code, name) in [("100", "اداره کل راه"), ("200", "دانشگاه علوم پزشکی")] {
        let unit = Training.Unit(
          id: try records.newID(), kind: .agency, code: code, name: name, parent: management)
        try records.insert(unit)
        try records.insert(Agency(id: unit.id))
        made.append(unit.id)
      }
      try records.journal(Cause(useCase: "test.oversight"))
      return (management.id, made[0], made[1])
    }
  }

  @discardableResult
  public func signIn(
    _ role: Role, at unit: ID<Training.Unit>? = nil, as username: String? = nil
  ) throws -> Actor {
    try office.signIn(role, at: unit ?? management, as: username)
  }

  /// Opens or closes the workbooks of an agency.
  public func setUpload(_ agency: ID<Training.Unit>, isOpen: Bool) throws {
    try put { records in
      let old = Agency(id: agency, isUploadOpen: !isOpen)
      _ = try records.update(old, to: Agency(id: agency, isUploadOpen: isOpen))
    }
  }

  /// Base data of a year with what its quarters spent; the quarters not named are empty.
  @discardableResult
  public func year(
    _ agency: ID<Training.Unit>, _ year: Int, budget: Int, spent: [Int] = []
  ) throws -> ID<AgencyYear> {
    try put { records in
      let it = AgencyYear(
        id: try records.newID(), agency: agency,
        form: AgencyYear.Form(year: year, budget: Rial(budget), courseCount: 10),
        calendar: Attachment(
          name: "taqvim.pdf", kind: .pdf, size: 1, digest: String(repeating: "0", count: 64)),
        created: JalaliDate(plain: "\(year)/01/10") ?? Office.today)
      try records.insert(it)
      for number in 1...4 {
        guard let quarter = Quarter(year: year, number: number) else { continue }
        let amount = spent.indices.contains(number - 1) ? spent[number - 1] : nil
        try records.insert(
          AgencyQuarter(
            id: try records.newID(), year: it.id, quarter: quarter,
            figures: QuarterFigures(spent: Rial(amount ?? 0)),
            state: amount == nil ? .empty : .sent))
      }
      return it.id
    }
  }

  /// A permit, approved unless another state is named.
  @discardableResult
  public func permit(
    _ agency: ID<Training.Unit>, _ title: String, group: CourseGroup = .specialised,
    hours: Int = 8, mode: OversightMode = .inPerson,
    organiser: OrganiserMark = OrganiserMark(.agency), state: PermitLife.State = .approved,
    on day: String = "1403/05/01"
  ) throws -> Permit {
    try put { records in
      let day = JalaliDate(plain: day) ?? Office.today
      let permit = Permit(
        id: try records.newID(), agency: agency,
        form: Permit.Form(
          kind: .holding, group: group, title: title, hours: hours, dayCount: 1,
          days: [PermitDay(day.adding(days: 5), from: 480, to: 960)], mode: mode,
          organiser: organiser),
        requested: day, state: state)
      try records.insert(permit, rows: [try records.newID()])
      return permit
    }
  }

  /// A completed course on a permit of its own.
  @discardableResult
  public func course(
    _ agency: ID<Training.Unit>, _ title: String, end: String, group: CourseGroup = .specialised,
    hours: Int = 8, mode: OversightMode = .inPerson, organiser: Organiser = .agency,
    managers: Int = 3, staff: Int = 17, isEvaluated: Bool = true, isCertified: Bool = false,
    isInCalendar: Bool = true, state: CompletedCourseLife.State = .completed
  ) throws -> CompletedCourse {
    let end = JalaliDate(plain: end) ?? Office.today
    let permit = try permit(
      agency, title, group: group, hours: hours, mode: mode,
      organiser: OrganiserMark(organiser, name: "مجری"),
      on: end.adding(days: -20).description)
    return try put { records in
      let course = CompletedCourse(
        id: try records.newID(), agency: agency,
        form: CompletedCourse.Form(
          start: end.adding(days: -1), end: end, permit: permit.id, group: group, title: title,
          hours: hours, mode: mode, organiser: OrganiserMark(organiser, name: "مجری"),
          instructor: nil, isInCalendar: isInCalendar, isEvaluated: isEvaluated,
          isInstructorCertified: isCertified, managers: managers, staff: staff),
        registered: Office.today, state: state)
      try records.insert(course)
      return course
    }
  }

  /// Completed courses without end, one a day, each on a permit of its own.
  public func courses(_ count: Int, of agency: ID<Training.Unit>) throws {
    let first = JalaliDate(plain: "1403/06/30") ?? Office.today
    for start in stride(from: 0, to: count, by: 1_000) {
      try put { records in
        for number in start..<min(start + 1_000, count) {
          try Self.insert("دورهٔ \(number)", first.adding(days: -number), agency, records)
        }
      }
    }
  }

  /// A completed course of ten people, and its permit.
  public static func insert(
    _ title: String, _ end: JalaliDate, _ agency: ID<Training.Unit>, isEvaluated: Bool = true,
    _ records: borrowing Writing
  ) throws {
    let permit = Permit(
      id: try records.newID(), agency: agency,
      form: Permit.Form(
        kind: .holding, group: .other, title: title, hours: 8, dayCount: 1,
        days: [PermitDay(end, from: 480, to: 960)], organiser: OrganiserMark(.agency)),
      requested: end.adding(days: -20), state: .approved)
    try records.insert(permit, rows: [try records.newID()])
    try records.insert(
      CompletedCourse(
        id: try records.newID(), agency: agency,
        form: CompletedCourse.Form(
          start: end, end: end, permit: permit.id, group: .other, title: title, hours: 8,
          mode: .inPerson, organiser: OrganiserMark(.agency), instructor: nil, isInCalendar: true,
          isEvaluated: isEvaluated, isInstructorCertified: true, managers: 1, staff: 9),
        registered: end, state: .completed))
  }

  private func put<R: Sendable>(_ work: (borrowing Writing) throws -> R) throws -> R {
    try portal.store.write(at: portal.clock.now()) { records in
      let made = try work(records)
      try records.journal(Cause(useCase: "test.oversight"))
      return made
    }
  }
}
