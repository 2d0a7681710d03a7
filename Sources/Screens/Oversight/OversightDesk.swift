import Persian
import TerminalKit
import Training
import UseCases

/// Which rows of the permits or of the completed courses a list shows.
enum OversightQueue: Sendable {
  case all
  /// What the management has not decided yet.
  case waiting
  /// What the management gave back to the liaison.
  case returned

  /// What waits for a decision is the desk of whoever decides.
  var permission: Permission { self == .waiting ? .editAgencies : .viewOversight }
}

extension [RecordPage.Fact] {
  /// The line that says what comes next, if anything does.
  static func next(_ step: String?) -> Self {
    step.map { [RecordPage.Fact(Phrases.OversightNext.label, $0, tone: .strong)] } ?? []
  }
}

extension OversightMatter {
  /// The list behind the number.
  var step: Step {
    switch self {
    case .waitingPermits: .open(ListScreen(PermitsList(owner, .waiting)))
    case .waitingCourses: .open(ListScreen(CompletedList(owner, .waiting)))
    case .proposedTitles: .open(ListScreen(ApprovedCoursesList(owner)))
    case .lateQuarters: .open(ListScreen(LateList()))
    case .withoutBase: .open(ListScreen(WithoutBaseList()))
    case .extensionsAsked: .open(ListScreen(ExtensionsList()))
    case .baseMissing, .baseReopened: .open(ListScreen(AgencyYearsList(owner)))
    case .permitsReturned: .open(ListScreen(PermitsList(owner, .returned)))
    case .coursesReturned: .open(ListScreen(CompletedList(owner, .returned)))
    }
  }
}
