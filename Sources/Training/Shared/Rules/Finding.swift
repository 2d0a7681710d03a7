/// How much a finding weighs.
public enum Severity: Int, Comparable, Hashable, Sendable, CaseIterable, Codable {
  /// Worth knowing; nothing is held up.
  case note
  /// Allowed, yet a person should look.
  case warning
  /// Not allowed.
  case refusal

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a rule has to say about the facts: the clause, the reason with its numbers, the way out.
///
/// Findings carry no sentences; Phrases has one for each reason and each remedy.
public struct Finding: Hashable, Sendable, Codable {
  public let clause: Clause
  public let severity: Severity
  public let reason: Reason
  /// What would make it right; nil when nothing the reader can do would.
  public let remedy: Remedy?

  public init(
    _ clause: Clause, _ severity: Severity = .refusal, _ reason: Reason, remedy: Remedy? = nil
  ) {
    self.clause = clause
    self.severity = severity
    self.reason = reason
    self.remedy = remedy
  }

  /// The reasons of all systems: one case per system, its own enum stands in its folder.
  ///
  /// A new message adds a case to a small enum, and the compiler asks Phrases for its sentence.
  public enum Reason: Hashable, Sendable, Codable {
    case portal(PortalReason)
    case request(RequestReason)
    case factor(FactorReason)
    case training(ClassReason)
    case programme(ProgrammeReason)
    case enrolment(EnrolmentReason)
    case attendance(AttendanceReason)
    case competency(CompetencyReason)
    case planning(PlanningReason)
    case plan(PlanReason)
    case instructor(InstructorReason)
    case staff(SchoolStaffReason)
    case exam(ExamReason)
    case question(QuestionReason)
    case file(CourseFileReason)
    case closing(ClosingReason)
    case equivalent(EquivalentReason)
    case effectiveness(EffectivenessReason)
    case score(ScoreReason)
    case rankRule(RankRuleReason)
    case rankCase(RankCaseReason)
    case oversight(OversightReason)
    case upload(UploadReason)
  }
}

extension Sequence where Element == Finding {
  /// Whether nothing here refuses.
  public var allow: Bool { allSatisfy { $0.severity < .refusal } }

  public var refusals: [Finding] { filter { $0.severity == .refusal } }
}

/// An amount with its unit, for reasons and remedies.
public enum Quantity: Hashable, Sendable, Codable {
  case count(Int)
  case minutes(Int)
}
