import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A person's record: new, or corrected.
struct PersonForm: FormDescription {
  enum Purpose: Sendable {
    case register
    case edit(Person)
  }

  struct Draft: Sendable {
    var nationalCode: NationalCode?
    var personnelCode: PersonnelCode?
    var first = ""
    var last = ""
    var fatherName = ""
    var birthDay: JalaliDate?
    var gender: Person.Gender? = .unknown
    var mobile: Mobile?
    var kind: Person.Kind? = .teacher
    var unit: ID<Unit>?
    var school: ID<Unit>?
    var isActive: Bool? = true
  }

  struct Lists: Sendable {
    var offices: [Unit]
    var schools: [Unit]
    var personnelCodeLength: Int
    var today: JalaliDate
    var mayEdit: Bool
  }

  static let name = "person"
  let purpose: Purpose
  var title: String {
    switch purpose {
    case .register: Phrases.People.add
    case .edit(let person): person.name.inFull
    }
  }

  init(_ purpose: Purpose) { self.purpose = purpose }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let units = try records.units(in: context.actor.scope)
    let lists = Lists(
      offices: units.filter { $0.kind != .school }, schools: units.filter { $0.kind == .school },
      personnelCodeLength: context.rules.personnelCodeLength, today: context.today,
      mayEdit: Permission.editPeople.isHeld(by: context.actor.role))
    switch purpose {
    case .register: return (Draft(unit: context.actor.unit), lists)
    case .edit(let person):
      guard let now = try records.person(person.id) else { throw Failure.forbidden }
      return (Draft(now), lists)
    }
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    let closed: @Sendable (Draft) -> String? = { _ in
      lists.mayEdit ? nil : Failure.forbidden.sentence
    }
    let length = lists.personnelCodeLength
    let schools = [(ID<Unit>(rawValue: 0), "—")] + lists.schools.map { ($0.id, $0.name) }
    let fields: [Field<Draft>] = [
      .optional(
        Phrases.People.nationalCode, \.nationalCode, show: { $0.shown },
        parse: { text throws(Training.Complaint) in try NationalCode(validating: text) }
      ).wide(14),
      .optional(
        Phrases.People.personnelCode, \.personnelCode, show: { $0.shown },
        parse: { text throws(Training.Complaint) in
          try PersonnelCode(validating: text, length: length)
        }
      ).wide(14),
      .checked(
        Phrases.People.firstName, \.first, show: { $0 }, parse: PersonName.cleaned
      ).required().wide(30),
      .checked(
        Phrases.People.lastName, \.last, show: { $0 }, parse: PersonName.cleaned
      ).required().wide(30),
      .text(Phrases.People.fatherName, \.fatherName, limit: 60).wide(30),
      .day(Phrases.People.birthDay, \.birthDay, today: lists.today),
      .pick(Phrases.People.gender, \.gender, among: Person.Gender.allCases.map { ($0, $0.name) }),
      .optional(
        Phrases.People.mobile, \.mobile, show: { Digits.persian($0.digits) },
        parse: { text throws(Training.Complaint) in try Mobile(validating: text) }
      ).wide(16),
      .pick(Phrases.People.kind, \.kind, among: Person.Kind.allCases.map { ($0, $0.name) }),
      .pick(Phrases.People.office, \.unit, among: lists.offices.map { ($0.id, $0.name) }),
      .pick(Phrases.People.school, \.school, among: schools),
      .pick(Phrases.People.active, \.isActive, among: [(true, Phrases.yes), (false, Phrases.no)]),
    ]
    return lists.mayEdit ? fields : fields.map { $0.closed(closed) }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let result = Result { () throws(Failure) in try draft.personDraft() }
    return result.flatMap { wanted in
      switch purpose {
      case .register:
        portal.perform(RegisterPerson(wanted)).map { _ in .notice(Phrases.saved, .good) }
      case .edit(let person):
        portal.perform(EditPerson(person.id, before: PersonDraft(person), after: wanted))
          .map { _ in .notice(Phrases.saved, .good) }
      }
    }
  }
}

extension PersonForm.Draft {
  init(_ person: Person) {
    nationalCode = person.nationalCode
    personnelCode = person.personnelCode
    first = person.name.first
    last = person.name.last
    fatherName = person.fatherName
    birthDay = person.birthDay
    gender = person.gender
    mobile = person.mobile
    kind = person.kind
    unit = person.unit
    school = person.school
    isActive = person.isActive
  }

  fileprivate func personDraft() throws(Failure) -> PersonDraft {
    guard let unit else { throw .complaint(field: "unit", .empty) }
    do throws(Training.Complaint) {
      return PersonDraft(
        nationalCode: nationalCode, personnelCode: personnelCode,
        name: try PersonName(first: first, last: last),
        fatherName: Normalizer.line(fatherName), birthDay: birthDay,
        gender: gender ?? .unknown, mobile: mobile, kind: kind ?? .teacher, unit: unit,
        school: school.flatMap { $0.rawValue == 0 ? nil : $0 }, isActive: isActive ?? true)
    } catch {
      throw .complaint(field: "name", error)
    }
  }
}
