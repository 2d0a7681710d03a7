import TerminalKit
import Training
import UseCases

/// The menu of each role, in the portal's own words and order.
enum PortalMenu {
  struct Item: Sendable {
    let title: String
    let step: Step
  }

  static func items(for role: Role) -> [Item] {
    own(role) + [
      Item(title: Phrases.changePassword, step: .open(PasswordScreen())),
      Item(title: Phrases.logOut, step: .open(LogOutScreen())),
    ]
  }

  private static func own(_ role: Role) -> [Item] {
    switch role {
    case .learner, .expert, .provincialExpert, .ministryExpert, .courseManager, .instructor,
      .principal, .oversight, .administrator:
      []
    }
  }
}
