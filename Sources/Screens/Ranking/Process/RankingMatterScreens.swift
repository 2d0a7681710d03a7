import TerminalKit
import Training
import UseCases

extension RankingMatter {
  /// The list behind the number.
  var step: Step {
    switch self {
    case .requests, .unassigned, .referral, .agenda, .notification, .suspended, .verification,
      .reports, .decrees:
      .open(ListScreen(RankingCasesList(owner, self)))
    case .opinions, .appealAgenda, .dueRanks: .open(ListScreen(AppealsList(waiting: self)))
    case .presence, .votes, .confirmation: .open(ListScreen(MeetingsList(matter: self)))
    case .retraining: .open(ListScreen(PersonRanksList(matter: self)))
    }
  }
}
