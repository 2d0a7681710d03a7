public import Persian
import Store
public import Training

/// What a form or a line of a list says of a person.
public struct PersonDraft: Hashable, Sendable, Codable {
  public var nationalCode: NationalCode?
  public var personnelCode: PersonnelCode?
  public var name: PersonName
  public var fatherName: String
  public var birthDay: JalaliDate?
  public var gender: Person.Gender
  public var mobile: Mobile?
  public var kind: Person.Kind
  public var unit: ID<Unit>
  public var school: ID<Unit>?
  public var isActive: Bool

  public init(
    nationalCode: NationalCode?, personnelCode: PersonnelCode?, name: PersonName,
    fatherName: String = "", birthDay: JalaliDate? = nil, gender: Person.Gender = .unknown,
    mobile: Mobile? = nil, kind: Person.Kind = .teacher, unit: ID<Unit>, school: ID<Unit>? = nil,
    isActive: Bool = true
  ) {
    self.nationalCode = nationalCode
    self.personnelCode = personnelCode
    self.name = name
    self.fatherName = fatherName
    self.birthDay = birthDay
    self.gender = gender
    self.mobile = mobile
    self.kind = kind
    self.unit = unit
    self.school = school
    self.isActive = isActive
  }

  public init(_ person: Person) {
    self.init(
      nationalCode: person.nationalCode, personnelCode: person.personnelCode, name: person.name,
      fatherName: person.fatherName, birthDay: person.birthDay, gender: person.gender,
      mobile: person.mobile, kind: person.kind, unit: person.unit, school: person.school,
      isActive: person.isActive)
  }

  public func person(_ id: ID<Person>) -> Person {
    Person(
      id: id, nationalCode: nationalCode, personnelCode: personnelCode, name: name,
      fatherName: fatherName, birthDay: birthDay, gender: gender, mobile: mobile, kind: kind,
      unit: unit, school: school, isActive: isActive)
  }
}

extension PersonDraft {
  /// Throws when neither code is given, or when one belongs to somebody else.
  func refuseTakenCodes(
    except id: ID<Person>?, _ records: borrowing some Querying & ~Copyable
  ) throws {
    var findings: [Finding] = []
    if nationalCode == nil && personnelCode == nil {
      findings.append(Finding(.nationalCode, .refusal, .portal(.codesMissing)))
    }
    if let code = nationalCode, let owner = try records.person(code), owner.id != id {
      findings.append(
        Finding(.nationalCode, .refusal, .portal(.codeTaken(code.digits, owner.name.inFull))))
    }
    if let code = personnelCode, let owner = try records.person(code), owner.id != id {
      findings.append(
        Finding(.personnelCode, .refusal, .portal(.codeTaken(code.digits, owner.name.inFull))))
    }
    try findings.orRefuse()
  }

  /// One field of the draft as a form shows it, by which drafts are compared.
  private struct FieldOf: Sendable {
    let key: String
    let text: @Sendable (PersonDraft) -> String
    let copy: @Sendable (PersonDraft, inout PersonDraft) -> Void
  }

  private static let fields: [FieldOf] = [
    FieldOf(key: "national-code") {
      $0.nationalCode?.digits ?? ""
    } copy: {
      $1.nationalCode = $0.nationalCode
    },
    FieldOf(key: "personnel-code") {
      $0.personnelCode?.digits ?? ""
    } copy: {
      $1.personnelCode = $0.personnelCode
    },
    FieldOf(key: "name") {
      $0.name.inFull
    } copy: {
      $1.name = $0.name
    },
    FieldOf(key: "father-name") {
      $0.fatherName
    } copy: {
      $1.fatherName = $0.fatherName
    },
    FieldOf(key: "birth-day") {
      $0.birthDay.map { "\($0.dayNumber)" } ?? ""
    } copy: {
      $1.birthDay = $0.birthDay
    },
    FieldOf(key: "gender") {
      $0.gender.rawValue
    } copy: {
      $1.gender = $0.gender
    },
    FieldOf(key: "mobile") {
      $0.mobile?.digits ?? ""
    } copy: {
      $1.mobile = $0.mobile
    },
    FieldOf(key: "kind") {
      $0.kind.rawValue
    } copy: {
      $1.kind = $0.kind
    },
    FieldOf(key: "unit") {
      "\($0.unit.rawValue)"
    } copy: {
      $1.unit = $0.unit
    },
    FieldOf(key: "school") {
      $0.school.map { "\($0.rawValue)" } ?? ""
    } copy: {
      $1.school = $0.school
    },
    FieldOf(key: "active") {
      "\($0.isActive)"
    } copy: {
      $1.isActive = $0.isActive
    },
  ]

  /// The person of this national code whom another office has recorded meanwhile.
  ///
  /// - Throws: `Failure.conflict` where what is known of both tells them apart.
  func knownElsewhere(
    _ records: borrowing some Querying & ~Copyable
  ) throws -> ID<Person>? {
    guard let code = nationalCode, let person = try records.person(code) else { return nil }
    let known = PersonDraft(person)
    let identity: Set = ["personnel-code", "name", "father-name", "birth-day", "gender"]
    let conflicts = Self.fields.compactMap { field -> Failure.Conflict? in
      let (mine, theirs) = (field.text(self), field.text(known))
      guard identity.contains(field.key), !mine.isEmpty, !theirs.isEmpty,
        SearchKey.joined(mine) != SearchKey.joined(theirs)
      else { return nil }
      return Failure.Conflict(
        subject: person.name.inFull, field: field.key, mine: mine, theirs: theirs)
    }
    guard conflicts.isEmpty else { throw Failure.conflict(conflicts) }
    return person.id
  }

  /// The fields that both this form and somebody else changed, to different values.
  func conflicts(with now: PersonDraft, wanting after: PersonDraft) -> [Failure.Conflict] {
    Self.fields.compactMap { field in
      let (mine, theirs, shown) = (field.text(after), field.text(now), field.text(self))
      guard mine != shown, theirs != shown, mine != theirs else { return nil }
      return Failure.Conflict(
        subject: now.name.inFull, field: field.key, mine: mine, theirs: theirs)
    }
  }

  /// `now` with the fields that differ between `before` and this draft.
  func merged(onto now: PersonDraft, since before: PersonDraft) -> PersonDraft {
    var merged = now
    for field in Self.fields where field.text(self) != field.text(before) {
      field.copy(self, &merged)
    }
    return merged
  }
}
