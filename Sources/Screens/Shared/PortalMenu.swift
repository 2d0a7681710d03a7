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
    case .administrator:
      [people(mayEdit: true), accounts, units, rules, codeLists]
    case .expert: [people(mayEdit: true), accounts, units]
    case .provincialExpert, .ministryExpert: [people(mayEdit: false), accounts, units]
    case .learner, .courseManager, .instructor, .principal, .oversight: []
    }
  }

  private static func people(mayEdit: Bool) -> Item {
    Item(
      title: Phrases.People.title, step: .open(PagedListScreen(PeopleList(mayEdit: mayEdit))))
  }

  private static let accounts = Item(
    title: Phrases.Accounts.title, step: .open(ListScreen(AccountsList())))
  private static let units = Item(
    title: Phrases.Units.title, step: .open(ListScreen(UnitsList())))
  private static let rules = Item(
    title: Phrases.Rules.title, step: .open(ListScreen(RulesList())))
  private static let codeLists = Item(
    title: Phrases.Codes.title, step: .open(ListScreen(CodeListsList())))
}
