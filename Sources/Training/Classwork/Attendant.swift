/// Somebody who attends a class without being registered in it (forms 2 and 3, S2-7.6).
///
/// Nobody is bound to enrol such a person or to give a certificate: an attendant is no enrolment, so
/// neither scores nor certificates ever look here.
public struct Attendant: Hashable, Sendable, Codable {
  public var id: ID<Attendant>
  public var trainingClass: ID<TrainingClass>
  public var name: PersonName
  public var nationalCode: NationalCode?
  /// As the person says it; nothing is looked up by it.
  public var personnelCode: String
  public var workplace: String
  public var mobile: String
  public var note: String

  public init(
    id: ID<Attendant> = ID(rawValue: 0), trainingClass: ID<TrainingClass>, name: PersonName,
    nationalCode: NationalCode? = nil, personnelCode: String = "", workplace: String = "",
    mobile: String = "", note: String = ""
  ) {
    self.id = id
    self.trainingClass = trainingClass
    self.name = name
    self.nationalCode = nationalCode
    self.personnelCode = personnelCode
    self.workplace = workplace
    self.mobile = mobile
    self.note = note
  }
}

/// An attendant as it would become, beside the people of the class.
public struct AttendantFacts: Hashable, Sendable {
  public var attendant: Attendant
  public var others: [Attendant]
  /// Whether a learner of the class has the same national code.
  public var isEnrolled: Bool

  public init(_ attendant: Attendant, others: [Attendant] = [], isEnrolled: Bool = false) {
    self.attendant = attendant
    self.others = others
    self.isEnrolled = isEnrolled
  }

  public static let policies: [any Policy<AttendantFacts>] = [AttendantOfNoList()]
}

/// Only people who are not on the list stand in form 2, and each once (S2-7.6a).
public struct AttendantOfNoList: Policy {
  public static let clause = Clause.unregistered
  public init() {}

  public func findings(in facts: AttendantFacts) -> [Finding] {
    let name = facts.attendant.name.inFull
    if facts.isEnrolled {
      return [refusal(.training(.attendantEnrolled(name)), remedy: .correct(.person))]
    }
    guard let code = facts.attendant.nationalCode,
      facts.others.contains(where: { $0.nationalCode == code })
    else { return [] }
    return [refusal(.training(.attendantTwice(name)), remedy: .correct(.person))]
  }
}
