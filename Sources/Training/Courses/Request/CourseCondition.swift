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

/// A kind of condition that a learner does not meet: what is asked, what his papers say.
public struct ConditionGap: Hashable, Sendable {
  public let kind: CourseCondition.Kind
  public let required: [String]
  /// Empty where there is no decree or appointment that holds.
  public let actual: [String]
}

extension Employment {
  /// The kinds of condition that are not met on a day, in a fixed order.
  ///
  /// Teaching field and stage must come together in one appointment.
  public func gaps(to conditions: [CourseCondition], on day: JalaliDate) -> [ConditionGap] {
    var required: [CourseCondition.Kind: [String]] = [:]
    for condition in conditions { required[condition.kind, default: []].append(condition.value) }
    let decree = decree(on: day)
    let appointments = appointments(on: day)
    let kinds = CourseCondition.Kind.allCases.filter { required[$0] != nil }
    let ofAppointment = kinds.filter(\.isOfAppointment)
    let meetsTogether = appointments.contains { appointment in
      ofAppointment.allSatisfy { required[$0]?.contains(appointment.value(of: $0)) ?? true }
    }
    return kinds.compactMap { kind in
      let wanted = required[kind] ?? []
      let actual =
        kind.isOfAppointment
        ? appointments.map { $0.value(of: kind) } : decree.map { [$0.value(of: kind)] } ?? []
      let isMet =
        kind.isOfAppointment ? meetsTogether : actual.contains { wanted.contains($0) }
      return isMet ? nil : ConditionGap(kind: kind, required: wanted, actual: actual)
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
