public import Persian

/// One condition of a course on its learners: a code of a list.
///
/// Values of the same kind are alternatives; every kind named must be met.
public struct CourseCondition: Hashable, Sendable, Codable {
  /// What is compared; the raw value is stored.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case jobField, employmentKind, postKind, teachingField, stage

    /// Whether the appointment tells, not the decree.
    var isOfAppointment: Bool { self == .teachingField || self == .stage }
  }

  public var kind: Kind
  public var value: String

  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

extension CourseCondition.Kind {
  /// The code list of its values.
  public var list: String {
    switch self {
    case .jobField: "job-field"
    case .employmentKind: "employment-kind"
    case .postKind: "post-kind"
    case .teachingField: "teaching-field"
    case .stage: "stage"
    }
  }
}

/// A kind of condition of a course and a learner's papers: what is asked, what they say.
public struct ConditionCheck: Hashable, Sendable, Codable {
  public let kind: CourseCondition.Kind
  public let required: [String]
  /// Empty where there is no decree or appointment that holds.
  public let actual: [String]
  public let isMet: Bool

  /// The same with the titles of the code lists, where they are known.
  func titled(by titles: [CourseCondition: String]) -> Self {
    func title(_ code: String) -> String { titles[CourseCondition(kind, code)] ?? code }
    return Self(
      kind: kind, required: required.map(title), actual: actual.map(title), isMet: isMet)
  }
}

extension Employment {
  /// Every kind of condition with what the papers of a day say to it, in a fixed order.
  ///
  /// Teaching field and stage must come together in one appointment.
  public func checks(of conditions: [CourseCondition], on day: JalaliDate) -> [ConditionCheck] {
    var required: [CourseCondition.Kind: [String]] = [:]
    for condition in conditions { required[condition.kind, default: []].append(condition.value) }
    let decree = decree(on: day)
    let appointments = appointments(on: day)
    let kinds = CourseCondition.Kind.allCases.filter { required[$0] != nil }
    let ofAppointment = kinds.filter(\.isOfAppointment)
    let meetsTogether = appointments.contains { appointment in
      ofAppointment.allSatisfy { required[$0]?.contains(appointment.value(of: $0)) ?? true }
    }
    return kinds.map { kind in
      let wanted = required[kind] ?? []
      let actual =
        kind.isOfAppointment
        ? appointments.map { $0.value(of: kind) } : decree.map { [$0.value(of: kind)] } ?? []
      let isMet =
        kind.isOfAppointment ? meetsTogether : actual.contains { wanted.contains($0) }
      return ConditionCheck(kind: kind, required: wanted, actual: actual, isMet: isMet)
    }
  }
}

extension Decree {
  fileprivate func value(of kind: CourseCondition.Kind) -> String {
    switch kind {
    case .jobField: jobField
    case .employmentKind: employmentKind
    case .postKind: postKind
    case .teachingField, .stage: ""
    }
  }
}

extension Appointment {
  fileprivate func value(of kind: CourseCondition.Kind) -> String {
    switch kind {
    case .teachingField: teachingField
    case .stage: stage
    case .jobField, .employmentKind, .postKind: ""
    }
  }
}
