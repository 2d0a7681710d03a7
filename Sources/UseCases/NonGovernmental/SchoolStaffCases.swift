public import Persian
public import Store
public import Training

/// The first registration of somebody of a non-governmental school, without an account («ارسال
/// اطلاعات», S2-6.2): a person, the record of SM-5, and an account as learner.
public struct RegisterSchoolStaff: UseCase {
  public static let name = "staff.register"
  public static let isUndoable = false

  /// What the public form asks.
  public struct Form: Hashable, Sendable, Codable {
    public var nationalCode: NationalCode
    public var name: PersonName
    public var fatherName: String
    public var birthDay: JalaliDate?
    public var gender: Person.Gender
    public var mobile: Mobile?
    /// The district of the school.
    public var unit: ID<Unit>

    public init(
      nationalCode: NationalCode, name: PersonName, fatherName: String, birthDay: JalaliDate?,
      gender: Person.Gender, mobile: Mobile?, unit: ID<Unit>
    ) {
      self.nationalCode = nationalCode
      self.name = name
      self.fatherName = fatherName
      self.birthDay = birthDay
      self.gender = gender
      self.mobile = mobile
      self.unit = unit
    }
  }

  public var form: Form
  /// The hash of the password that the person chose.
  public var passwordHash: String
  public var person: ID<Person>?
  public var staff: ID<SchoolStaff>?
  public var account: ID<Account>?

  public init(_ form: Form, passwordHash: String) {
    self.form = form
    self.passwordHash = passwordHash
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    guard person == nil else { return }
    person = try records.newID()
    staff = try records.newID()
    account = try records.newID()
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try SchoolStaffLife.require(.register, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Account> {
    guard let person, let staff, let account else { throw StoreError.notFound }
    try PublicText.check(form.fatherName, "father", longest: PersonName.longest)
    guard try records.unit(form.unit)?.kind == .district else {
      throw Failure.complaint(field: "unit", .unknownChoice(""))
    }
    let record = SchoolStaff(id: staff, person: person)
    let facts = SchoolStaffLife.Facts(staff: record, known: try known(records))
    let choice = try SchoolStaffLife.open(.register, in: nil, facts, context)
    guard choice.to == record.state else { throw Failure.forbidden }
    try records.insert(
      Person(
        id: person, nationalCode: form.nationalCode, personnelCode: nil, name: form.name,
        fatherName: form.fatherName, birthDay: form.birthDay, gender: form.gender,
        mobile: form.mobile, kind: .nonGovernmental, unit: form.unit))
    try records.insert(record)
    try records.insert(
      Account(
        id: account, person: person, role: .learner, unit: form.unit,
        username: form.nationalCode.digits, state: .active),
      passwordHash: passwordHash)
    return account
  }

  /// Whoever is in the records without a personnel code is somebody else's to change.
  private func known(_ records: borrowing Writing) throws -> SchoolStaffLife.Facts.Known {
    if let known = try records.person(form.nationalCode) {
      return known.personnelCode == nil ? .registered : .educator
    }
    let accounts = try records.accounts(named: form.nationalCode.digits, roles: [.learner])
    return accounts.isEmpty ? .nobody : .registered
  }
}

extension Portal {
  /// Registers somebody of a non-governmental school under a password of their own.
  public func register(
    _ form: RegisterSchoolStaff.Form, password: String
  ) -> Result<Void, Failure> {
    do {
      try countPublicForm()
      let answers = AccountLife.Facts.Answers(
        equalsInitial: password == form.nationalCode.digits, newLength: password.count)
      let facts = AccountLife.Facts(isOwn: true, answers: answers)
      let findings = NewPassword(rules: try rules()).findings(in: facts)
      guard findings.allow else { return .failure(.refused(findings)) }
      let work = RegisterSchoolStaff(
        form, passwordHash: try PasswordHash(password: password).text)
      return perform(work, as: .visitor).map { _ in }
    } catch {
      return .failure(Failure(error))
    }
  }
}

/// «تکمیل اطلاعات»: the school and the work, for the first time or anew (S2-6.3).
public struct CompleteStaffWork: UseCase {
  public static let name = "staff.complete"
  /// As the form showed it.
  public var before: SchoolStaff
  public var work: SchoolStaff.Work

  public init(before: SchoolStaff, _ work: SchoolStaff.Work) {
    self.before = before
    self.work = work
  }

  public static let isUndoable = false

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try SchoolStaffLife.requireReach(.complete, of: before.id, records, context)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let now = try SchoolStaffLife.situation(of: before.id, records, context),
      let person = try records.person(before.person)
    else { throw Failure.forbidden }
    let school = try records.unit(work.school)
    var after = before
    after.work = work
    after.decided = nil
    after.reason = ""
    var facts = now.facts
    facts.staff = after
    facts.isSchoolFit =
      school.map { $0.kind == .school && !$0.isGovernmental && $0.isActive } ?? false
    // The table has one line for the first time and one for later; nothing else tells them apart.
    let action: SchoolStaffLife.Action =
      SchoolStaffLife.table.contains { $0.action == .change && $0.leaves(now.state) }
      ? .change : .complete
    let choice = try SchoolStaffLife.open(action, in: now.state, facts, context)
    if let state = choice.to { after.state = state }
    try Failure.check(try records.update(before, to: after), on: person.name.inFull)
    if let school, let office = school.parent {
      try Failure.check(
        try records.move(person, to: school.id, of: office), on: person.name.inFull)
    }
  }
}

extension SchoolStaffLife: RecordedLife {
  public typealias Record = SchoolStaff

  /// The forms of the person go with these.
  public static let withFields: Set<Action> = [.register, .complete, .change]

  public static func situation(
    of id: ID<SchoolStaff>, _ records: borrowing some Querying & ~Copyable, _ context: Context
  ) throws -> Situation<Self>? {
    guard let line = try records.staff(id) else { return nil }
    let isOwn = line.person.id == context.actor.person && context.actor.role == .learner
    // Principals see the staff of their own school alone (S2-6.4a).
    let isOfSchool =
      context.actor.role == .principal && line.staff.work?.school == context.actor.unit
    guard isOwn || isOfSchool else { return nil }
    return Situation(
      subject: line.person.name.inFull, state: line.staff.state,
      facts: Facts(staff: line.staff, isOwn: isOwn))
  }

  public static func save(
    _ state: State?, of id: ID<SchoolStaff>, _ situation: Situation<Self>,
    _ records: borrowing Writing, _ context: Context
  ) throws {
    let before = situation.facts.staff
    var after = before
    if let state { after.state = state }
    after.decided = context.today
    after.reason = context.reason
    try Failure.check(try records.update(before, to: after), on: situation.subject)
  }
}
