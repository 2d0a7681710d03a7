/// SM-2a: Form 1 from the unit's request to the request of the course in LTMS.
///
/// The committee and the requesting unit work on paper; the expert of the office records what they
/// decide.
public enum FormOneLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, agreed, rejected, memorandum, requested
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case register, edit, agree, disagree, conclude, schedule, request
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var form: FormOne
    /// The code that the committee named, as typed.
    public var courseCode: String
    /// The course of that code in the catalogue; nil when there is none.
    public var course: Course?

    public init(form: FormOne, courseCode: String = "", course: Course? = nil) {
      self.form = form
      self.courseCode = courseCode
      self.course = course
    }
  }

  public static let name = "SM-2a"

  public static let table: [Transition<Self>] = [
    Transition([], .register, by: [.expert], to: .registered, guards: fields),
    Transition([.registered], .edit, by: [.expert], to: nil, .undoable, guards: fields),
    Transition(
      [.registered], .agree, by: [.expert], to: .agreed, .undoable,
      guards: { _ in [MeetingRecorded(), AgreedCoursePermitted()] }),
    Transition(
      [.registered], .disagree, by: [.expert], to: .rejected, [.undoable, .needsReason],
      guards: { _ in [MeetingRecorded()] }),
    Transition(
      [.agreed], .conclude, by: [.expert], to: .memorandum, .undoable,
      guards: { _ in [MemorandumIsWhole()] }),
    Transition(
      [.agreed, .memorandum, .requested], .schedule, by: [.expert], to: nil, .undoable,
      guards: { _ in [FormOneInterval()] }),
    Transition(
      [.agreed, .memorandum], .request, by: [.expert], to: .requested, [.automatic, .undoable]),
  ]

  private static let fields: @Sendable (Rules) -> [any Policy<Facts>] = { _ in
    [FormOneFields(), FormOneInterval()]
  }
}
