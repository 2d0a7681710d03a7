/// SM-20: a permit, from the liaison's draft to the management's decision.
public enum PermitLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case draft, removed, waiting, approved, returned, rejected
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case create, edit, remove, send, approve, giveBack, reject
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var permit: Permit
    /// The approved course that was chosen, when it is of the group and still in use.
    public var course: ApprovedCourse?
    public var instructor: OversightInstructor?
    /// Whether a completed course stands on it.
    public var isUsed: Bool

    public init(
      permit: Permit, course: ApprovedCourse? = nil, instructor: OversightInstructor? = nil,
      isUsed: Bool = false
    ) {
      self.permit = permit
      self.course = course
      self.instructor = instructor
      self.isUsed = isUsed
    }
  }

  public static let name = "SM-20"

  private static let data: @Sendable (Rules) -> [any Policy<Facts>] = { rules in
    [
      PermitTitle(), PermitSyllabus(), PermitProgramme(rules: rules), PermitTimes(),
      PermitOrganiser(),
    ]
  }

  private static let complete: @Sendable (Rules) -> [any Policy<Facts>] = { rules in
    data(rules) + [PermitInstructor()]
  }

  public static let table: [Transition<Self>] = [
    Transition([], .create, by: [.liaison], to: .draft, .undoable, guards: data),
    Transition([.draft], .edit, by: [.liaison], to: .draft, .undoable, guards: data),
    Transition([.returned], .edit, by: [.liaison], to: nil, .undoable, guards: data),
    Transition(
      [.waiting, .approved, .rejected], .edit, by: [.liaison], to: nil,
      guards: { _ in [PermitNotSent()] }),
    Transition([.draft], .remove, by: [.liaison], to: .removed, [.undoable, .dangerous]),
    Transition([.draft], .send, by: [.liaison], to: .waiting, guards: complete),
    Transition([.returned], .send, by: [.liaison], to: .waiting, guards: complete),
    Transition([.waiting], .approve, by: [.oversight], to: .approved),
    Transition([.waiting], .giveBack, by: [.oversight], to: .returned, .needsReason),
    Transition([.waiting], .reject, by: [.oversight], to: .rejected, [.needsReason, .dangerous]),
    Transition(
      [.approved], .giveBack, by: [.oversight], to: .returned, [.needsReason, .dangerous],
      guards: { _ in [PermitUnused()] }),
  ]
}
