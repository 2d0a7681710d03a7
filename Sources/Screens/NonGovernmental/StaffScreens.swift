import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ثبت‌نام کادر اداری و آموزشی مدارس غیردولتی» of the start screen (S2-6.2).
struct StaffRegistration: FormDescription {
  struct Draft: Sendable {
    var nationalCode = ""
    var first = ""
    var last = ""
    var father = ""
    var birthDay: JalaliDate?
    var gender: Person.Gender?
    var mobile: Mobile?
    var unit: ID<Unit>?
    var password = ""
    var again = ""
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var districts: [Unit]
  }

  static let name = "staff-registration"
  let submission: String? = Phrases.Submission.send
  let title = Phrases.Staff.button
  var reader: Actor? { .visitor }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let districts = try records.units(in: context.actor.scope).filter {
      $0.kind == .district && $0.isActive
    }
    return (Draft(), Lists(today: context.today, districts: districts))
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .text(Phrases.People.nationalCode, \.nationalCode, limit: 20, direction: .ltr).required()
        .wide(14),
      .text(Phrases.People.firstName, \.first, limit: PersonName.longest).required().wide(30),
      .text(Phrases.People.lastName, \.last, limit: PersonName.longest).required().wide(30),
      .text(Phrases.People.fatherName, \.father, limit: PersonName.longest).required().wide(30),
      .day(Phrases.People.birthDay, \.birthDay, today: lists.today).required(),
      .pick(
        Phrases.People.gender, \.gender,
        among: [Person.Gender.female, .male].map { ($0, $0.name) }
      ).required(),
      .optional(
        Phrases.People.mobile, \.mobile, limit: 20, show: { Digits.persian($0.digits) },
        parse: { text throws(Training.Complaint) in try Mobile(validating: text) }
      ).required().wide(16),
      .pick(
        Phrases.Staff.district, \.unit, among: lists.districts.map { ($0.id, $0.name) }
      ).required(),
      .password(Phrases.Staff.password, \.password).required().wide(24),
      .password(Phrases.newPasswordAgain, \.again).required().wide(24),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    var remarks: [FormRemark] = []
    if !draft.nationalCode.isEmpty {
      do throws(Training.Complaint) {
        _ = try NationalCode(validating: draft.nationalCode)
      } catch {
        remarks.append(FormRemark(error.sentence, tone: .bad))
      }
    }
    if !draft.again.isEmpty, draft.again != draft.password {
      remarks.append(FormRemark(Phrases.passwordsDiffer, tone: .bad))
    }
    return remarks
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard draft.password == draft.again else {
      return .failure(.complaint(field: "password", .passwordsDiffer))
    }
    guard let unit = draft.unit else { return .failure(.complaint(field: "unit", .empty)) }
    let form: RegisterSchoolStaff.Form
    do throws(Training.Complaint) {
      form = RegisterSchoolStaff.Form(
        nationalCode: try NationalCode(validating: draft.nationalCode),
        name: try PersonName(first: draft.first, last: draft.last),
        fatherName: Normalizer.line(draft.father), birthDay: draft.birthDay,
        gender: draft.gender ?? .unknown, mobile: draft.mobile, unit: unit)
    } catch {
      return .failure(.complaint(field: "form", error))
    }
    return portal.register(form, password: draft.password).map {
      .open(WhyScreen(title: Phrases.Staff.button, [.init(Phrases.Staff.registered, tone: .good)]))
    }
  }
}

/// «تکمیل اطلاعات»: school code and teaching, by the learner (S2-6.3).
struct StaffWorkForm: FormDescription {
  struct Draft: Sendable {
    var schoolCode = ""
    var post: String?
    var teachingField: String?
    var stage: String?
    var degree: String?
    var weeklyHours = 0
    var experience = 0
    /// As it was when the form opened.
    var before: SchoolStaff
  }

  struct Lists: Sendable {
    var posts, fields, stages, degrees: [CodeList.Item]
    var state: SchoolStaffLife.State
    var reason: String
  }

  static let name = "staff-work"
  let submission: String? = Phrases.Submission.send
  let title = Phrases.Staff.complete

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewOwnData)
    guard let person = context.actor.person, let line = try records.staff(of: person) else {
      throw Failure.refused([
        Finding(.staffData, .refusal, .staff(.notOfSchool), remedy: .ask(.expert))
      ])
    }
    var draft = Draft(before: line.staff)
    if let work = line.staff.work {
      draft.schoolCode = try records.unit(work.school)?.code ?? ""
      (draft.post, draft.teachingField) = (work.post, work.teachingField)
      (draft.stage, draft.degree) = (work.stage, work.degree)
      draft.weeklyHours = work.weeklyMinutes / 60
      draft.experience = work.experience
    }
    return (
      draft,
      Lists(
        posts: try records.items(of: "school-post"),
        fields: try records.items(of: "teaching-field"),
        stages: try records.items(of: "stage"), degrees: try records.items(of: "degree"),
        state: line.staff.state, reason: line.staff.reason)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    func pick(
      _ label: String, _ path: any WritableKeyPath<Draft, String?> & Sendable,
      _ items: [CodeList.Item]
    ) -> Field<Draft> {
      .pick(label, path, among: items.map { ($0.code, $0.title) })
    }
    let state = "\(lists.state.name)\(lists.reason.isEmpty ? "" : " — \(lists.reason)")"
    return [
      .fixed(Phrases.Staff.state) { _ in state },
      .text(Phrases.Staff.schoolCode, \.schoolCode, limit: 20, direction: .ltr).required()
        .wide(14),
      pick(Phrases.Staff.post, \.post, lists.posts).required(),
      pick(Phrases.Employment.teachingField, \.teachingField, lists.fields).required(),
      pick(Phrases.Employment.stage, \.stage, lists.stages),
      pick(Phrases.Applicants.degree, \.degree, lists.degrees),
      .number(Phrases.Staff.weeklyHours, \.weeklyHours, in: 0...60),
      .number(Phrases.Staff.experience, \.experience, in: 0...60),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard !draft.schoolCode.isEmpty else { return [] }
    guard let school = try school(draft, records) else {
      return [FormRemark(Phrases.Staff.schoolUnknown, tone: .bad)]
    }
    return [FormRemark(Phrases.Staff.found(school.name), tone: .good)]
  }

  private func school(_ draft: Draft, _ records: borrowing Reading) throws -> Unit? {
    try records.nonGovernmentalSchool(
      code: Digits.latin(draft.schoolCode).filter { !$0.isWhitespace })
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { records, _ in
      guard let school = try school(draft, records) else {
        throw Failure.refused([Finding(.staffData, .refusal, .staff(.schoolNotFit))])
      }
      return school.id
    }.flatMap { school in
      portal.perform(
        CompleteStaffWork(
          before: draft.before,
          SchoolStaff.Work(
            school: school, post: draft.post ?? "", teachingField: draft.teachingField ?? "",
            stage: draft.stage ?? "", degree: draft.degree ?? "",
            weeklyMinutes: draft.weeklyHours * 60, experience: draft.experience)))
    }.map { _ in .notice(Phrases.Staff.sent, .good) }
  }
}

/// «تایید فراگیران»: the staff of the principal's own school (S2-6.4).
struct StaffList: ListDescription {
  static let name = "staff"
  let title = Phrases.Staff.confirmList

  let columns: [Column<StaffLine>] = [
    Column(
      Phrases.People.nationalCode, width: 11, direction: .ltr,
      text: { $0.person.nationalCode?.shown ?? "" }),
    Column(
      Phrases.People.lastName, sortedBy: { .text(Collation.key($0.person.name.surnameFirst)) },
      text: { $0.person.name.surnameFirst }),
    Column(
      Phrases.Staff.state, width: 22,
      tone: { $0.staff.state == .awaitingPrincipal ? .strong : .body },
      text: { $0.staff.state.name }),
  ]

  func identity(of row: StaffLine) -> Int64 { row.staff.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [StaffLine] {
    try context.require(.viewSchoolStaff)
    return try records.staff(ofSchool: context.actor.unit)
  }

  func open(_ row: StaffLine) -> Step { .open(RecordScreen(StaffRecord(row))) }
}

/// «بررسی صحت اطلاعات»: one of the staff, to be confirmed or sent back.
struct StaffRecord: RecordDescription {
  static let name = "staff-record"
  let id: ID<SchoolStaff>
  let title: String

  init(_ line: StaffLine) {
    id = line.staff.id
    title = line.person.name.inFull
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewSchoolStaff)
    guard let situation = try SchoolStaffLife.situation(of: id, records, context),
      let line = try records.staff(id)
    else { throw Failure.forbidden }
    let person = line.person
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Staff.state, line.staff.state.name, tone: .strong),
      .init(Phrases.People.nationalCode, person.nationalCode?.shown ?? ""),
      .init(Phrases.People.fatherName, person.fatherName),
      .init(Phrases.People.birthDay, person.birthDay?.said ?? ""),
      .init(Phrases.People.gender, person.gender.name),
      .init(Phrases.People.mobile, Digits.persian(person.mobile?.digits ?? "")),
      .init(Phrases.Staff.school, line.schoolName),
    ]
    if let work = line.staff.work {
      func title(_ list: String, _ code: String) throws -> String {
        try records.items(of: list).first { $0.code == code }?.title ?? code
      }
      facts += [
        .init(Phrases.Staff.post, try title("school-post", work.post)),
        .init(
          Phrases.Employment.teachingField, try title("teaching-field", work.teachingField)),
        .init(Phrases.Employment.stage, try title("stage", work.stage)),
        .init(Phrases.Applicants.degree, try title("degree", work.degree)),
        .init(Phrases.Staff.weeklyHours, HourMinute.text(work.weeklyMinutes)),
        .init(Phrases.Staff.experience, work.experience.said),
      ]
    }
    if !line.staff.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, line.staff.reason, tone: .warning))
    }
    return RecordPage(
      facts: facts,
      actions: SchoolStaffLife.items(of: id, situation, context, name: { $0.name }),
      history: nil)
  }
}
