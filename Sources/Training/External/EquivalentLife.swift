public import Persian

/// SM-10: a course held elsewhere, from the learner's registration to the record.
public enum EquivalentLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case registered, removed, confirmed, rejected, sent, recorded
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case register, edit, remove, review, confirm, reject, send, approve, decline
  }

  public struct Facts: Hashable, Sendable {
    /// As it is, or as it would become.
    public var equivalent: EquivalentCourse
    public var day: JalaliDate
    /// The course of the catalogue whose code the expert entered.
    public var course: Course?
    public var isOwn: Bool
    /// Whether an expert enters it for a learner of the own offices.
    public var isForLearner: Bool
    /// Whether a file was handed in with it.
    public var hasScan: Bool
    /// Whether the same course of the same year is in the person's record.
    public var isRecorded: Bool

    public init(
      equivalent: EquivalentCourse, day: JalaliDate, course: Course? = nil, isOwn: Bool = false,
      isForLearner: Bool = false, hasScan: Bool = true, isRecorded: Bool = false
    ) {
      self.equivalent = equivalent
      self.day = day
      self.course = course
      self.isOwn = isOwn
      self.isForLearner = isForLearner
      self.hasScan = hasScan
      self.isRecorded = isRecorded
    }
  }

  public static let name = "SM-10"

  public static let table: [Transition<Self>] = [
    Transition(
      [], .register, by: [.learner, .expert], to: .registered, .undoable,
      guards: { _ in [OwnEquivalent(), ScanThere(), EquivalentData()] }),
    Transition(
      [.registered], .edit, by: [.learner, .expert], to: nil, .undoable,
      guards: { _ in [OwnEquivalent(), ScanThere(), EquivalentData()] }),
    Transition(
      [.registered], .remove, by: [.learner], to: .removed, [.undoable, .dangerous],
      guards: { _ in [OwnEquivalent()] }),
    Transition([.registered], .review, by: [.expert], to: nil, .undoable),
    Transition(
      [.registered], .confirm, by: [.expert], to: .confirmed, .undoable,
      guards: { _ in
        [OriginalInHand(), FourConditions(), CourseOfCertificate(), NotInRecord()]
      }),
    Transition(
      [.registered], .reject, by: [.expert], to: .rejected, [.undoable, .needsReason, .dangerous]
    ),
    Transition([.confirmed], .send, by: [.expert], to: .sent, .undoable),
    Transition(
      [.sent], .approve, by: [.provincialExpert], to: .recorded, .dangerous,
      guards: { _ in [CourseOfCertificate(), NotInRecord()] }),
    Transition(
      [.sent], .decline, by: [.provincialExpert], to: .registered, [.undoable, .needsReason]),
  ]
}
