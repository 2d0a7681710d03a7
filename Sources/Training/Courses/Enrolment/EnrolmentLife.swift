/// SM-4: a learner in a class, from enrolment to certificate or failure.
///
/// Closing a class takes one of three lines for each enrolment, the first that its facts allow.
/// Opening it again puts them back.
public enum EnrolmentLife: Lifecycle {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case enrolled, withdrawn, removed, passed, failedAbsence, failedScore
  }

  public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
    case enrol, introduce, introduceGuest, withdraw, remove, transfer, markAbsence, enterScore
    case close, reopen
  }

  public static let name = "SM-4"

  public static let table: [Transition<Self>] = [
    Transition(
      [], .enrol, by: [.learner], to: .enrolled, .undoable,
      guards: { [OwnEnrolment(), MethodOf(.learner)] + common($0) }),
    Transition(
      [], .introduce, by: [.expert], to: .enrolled, .undoable,
      prints: [.introductionLetter, .missionOrder],
      guards: { [MethodOf(.expert)] + common($0) }),
    Transition(
      [], .introduceGuest, by: [.courseManager, .expert], to: .enrolled, .undoable,
      guards: { [GuestSeats(), GuestOfElsewhere()] + withoutSeats($0) }),
    Transition(
      [.enrolled], .withdraw, by: [.learner], to: .withdrawn, .dangerous,
      guards: { _ in [OwnEnrolment(), BeforeStart(), WithdrawalTime()] }),
    Transition(
      [.enrolled], .remove, by: [.expert], to: .removed, [.dangerous, .undoable],
      guards: { _ in [MethodOf(.expert, under: .removalMethod), WrittenRequest(), ClassNotClosed()]
      }
    ),
    Transition(
      [.enrolled], .transfer, by: [.courseManager], to: nil, .undoable,
      guards: { _ in [TransferTime(), TransferTarget()] }),
    Transition(
      [.enrolled], .markAbsence, by: [.courseManager, .instructor], to: nil, .undoable,
      guards: { _ in [ClassNotClosed()] }),
    Transition(
      [.enrolled], .enterScore, by: [.courseManager], to: nil, .undoable,
      guards: { _ in [ExamExists(), ClassNotClosed()] }),
    Transition(
      [.enrolled], .close, by: [.expert], to: .passed, .automatic, prints: [.certificate],
      guards: CertificateConditions.policies),
    Transition(
      [.enrolled], .close, by: [.expert], to: .failedAbsence, .automatic,
      guards: { [AbsenceOverLimit(rules: $0)] }),
    Transition(
      [.enrolled], .close, by: [.expert], to: .failedScore, .automatic,
      guards: { [AbsenceWithinLimit(rules: $0), NoPassingScore(rules: $0)] }),
    Transition(
      [.passed, .failedAbsence, .failedScore], .reopen, by: [.provincialExpert], to: .enrolled,
      .automatic),
  ]

  /// G-ENR, the guards common to all methods (S2-5.1).
  private static let common: @Sendable (Rules) -> [any Policy<Facts>] = {
    [OpenClass(), FreeCapacity()] + learnerGuards($0)
  }

  /// G-ENR 1, 3, 4 and 5: guests have places of their own.
  private static let withoutSeats: @Sendable (Rules) -> [any Policy<Facts>] = {
    [OpenClass()] + learnerGuards($0)
  }

  private static let learnerGuards: @Sendable (Rules) -> [any Policy<Facts>] = {
    [
      ConfirmedByPrincipal(), JobDataMatch(), LearnerCeiling(rules: $0), OnceInCourse(),
      NoTimeClash(),
    ]
  }
}
