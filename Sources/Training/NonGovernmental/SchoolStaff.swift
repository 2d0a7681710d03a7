public import Persian

/// Somebody of a non-governmental school without a personnel code, as a learner (S2-6).
public struct SchoolStaff: Hashable, Sendable, Codable {
  /// What is filled in after the first registration («تکمیل اطلاعات»).
  public struct Work: Hashable, Sendable, Codable {
    public var school: ID<Unit>
    /// A code of the list `school-post`.
    public var post: String
    /// A code of the list `teaching-field`.
    public var teachingField: String
    /// A code of the list `stage`.
    public var stage: String
    /// A code of the list `degree`.
    public var degree: String
    public var weeklyMinutes: Int
    /// Whole years.
    public var experience: Int

    public init(
      school: ID<Unit>, post: String = "", teachingField: String, stage: String = "",
      degree: String = "", weeklyMinutes: Int = 0, experience: Int = 0
    ) {
      self.school = school
      self.post = post
      self.teachingField = teachingField
      self.stage = stage
      self.degree = degree
      self.weeklyMinutes = weeklyMinutes
      self.experience = experience
    }
  }

  public var id: ID<SchoolStaff>
  public var person: ID<Person>
  /// Nil until it is filled in.
  public var work: Work?
  public var state: SchoolStaffLife.State
  public var decided: JalaliDate?
  public var reason: String

  public init(
    id: ID<SchoolStaff>, person: ID<Person>, work: Work? = nil,
    state: SchoolStaffLife.State = .registered, decided: JalaliDate? = nil, reason: String = ""
  ) {
    self.id = id
    self.person = person
    self.work = work
    self.state = state
    self.decided = decided
    self.reason = reason
  }

  /// The work as the conditions of courses look at it, once the principal has confirmed it.
  public func appointment(on day: JalaliDate) -> Appointment? {
    guard state == .confirmed, let work else { return nil }
    return Appointment(
      id: ID(rawValue: id.rawValue), person: person, number: "", school: work.school,
      year: day.year, teachingField: work.teachingField, stage: work.stage,
      weeklyMinutes: work.weeklyMinutes, from: decided ?? day)
  }
}

/// SM-5: a learner of a non-governmental school from registration to the principal's confirmation.
public enum SchoolStaffLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, awaitingPrincipal, confirmed
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case register, complete, confirm, sendBack, change
  }

  public struct Facts: Hashable, Sendable {
    /// Somebody with the same national code who is registered already.
    public enum Known: Hashable, Sendable {
      case nobody, registered
      /// Belongs to education under a personnel code.
      case educator
    }

    public var staff: SchoolStaff
    public var known: Known
    /// Whether the school of the work exists and is non-governmental.
    public var isSchoolFit: Bool
    public var isOwn: Bool

    public init(
      staff: SchoolStaff, known: Known = .nobody, isSchoolFit: Bool = true, isOwn: Bool = true
    ) {
      self.staff = staff
      self.known = known
      self.isSchoolFit = isSchoolFit
      self.isOwn = isOwn
    }
  }

  public static let name = "SM-5"

  public static let table: [Transition<Self>] = [
    Transition([], .register, by: [.visitor], to: .registered) { _ in [NewStaff()] },
    Transition([.registered], .complete, by: [.learner], to: .awaitingPrincipal) { _ in
      [StaffSchool()]
    },
    Transition([.awaitingPrincipal], .confirm, by: [.principal], to: .confirmed, .undoable),
    Transition(
      [.awaitingPrincipal], .sendBack, by: [.principal], to: .registered, [.undoable, .needsReason]
    ),
    Transition([.confirmed], .change, by: [.learner], to: .awaitingPrincipal) { _ in
      [StaffSchool()]
    },
  ]
}

/// Reasons about staff of non-governmental schools.
public enum SchoolStaffReason: Hashable, Sendable, Codable {
  case registeredAlready
  case hasPersonnelCode
  case schoolNotFit
  case fieldMissing
  /// Whoever looks at the form works at no such school.
  case notOfSchool
}

/// Only people without a personnel code register here, each once (S2-6.2a).
public struct NewStaff: Policy {
  public static let clause = Clause.staffRegistration
  public init() {}

  public func findings(in facts: SchoolStaffLife.Facts) -> [Finding] {
    switch facts.known {
    case .nobody: []
    case .registered: [refusal(.staff(.registeredAlready), remedy: .ask(.expert))]
    case .educator: [refusal(.staff(.hasPersonnelCode))]
    }
  }
}

/// The school is one of the non-governmental ones, and the teaching field is known (S2-6.3).
public struct StaffSchool: Policy {
  public static let clause = Clause.staffData
  public init() {}

  public func findings(in facts: SchoolStaffLife.Facts) -> [Finding] {
    var findings: [Finding] = []
    if !facts.isSchoolFit { findings.append(refusal(.staff(.schoolNotFit))) }
    if let work = facts.staff.work, work.teachingField.isEmpty {
      findings.append(refusal(.staff(.fieldMissing)))
    }
    return findings
  }
}
