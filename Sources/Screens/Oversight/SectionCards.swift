import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ثبت دوره‌های آموزشی گذرانده شده»: the three parts of the section with what waits in each (S5-0c).
struct OversightCards: CardDescription {
  static let name = "oversight"
  let title = Phrases.Oversight.section

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Card] {
    try context.require(.viewOversight)
    let (reach, role) = (context.actor.oversightReach, context.actor.role)
    return [
      Card(
        Phrases.Oversight.years, lines: try Self.years(reach, records, context),
        step: .open(ListScreen(AgencyYearsList(role)))),
      Card(
        Phrases.Oversight.permits, lines: try Self.permits(reach, role, records),
        tone: .warning, step: .open(ListScreen(PermitsList(role)))),
      Card(
        Phrases.Oversight.completed, lines: try Self.completed(reach, role, records),
        tone: .warning, step: .open(ListScreen(CompletedList(role)))),
    ]
  }

  private static func years(
    _ reach: OversightReach, _ records: borrowing Reading, _ context: Context
  ) throws -> [String] {
    guard context.actor.role == .liaison else { return [] }
    let today = context.today
    guard try records.hasAgencyYear(context.actor.unit, today.year) else {
      return [Phrases.Oversight.noYear(today.year)]
    }
    return try records.openQuarters(in: reach, from: today.year - 1, until: today, limit: 4)
      .map { line in
        Phrases.Oversight.openQuarter(
          line.quarter.quarter, line.state(on: today, under: context.rules),
          line.quarter.due(under: context.rules))
      }
  }

  private static func permits(
    _ reach: OversightReach, _ role: Role, _ records: borrowing Reading
  ) throws -> [String] {
    var lines: [String] = []
    let waiting = try records.permitCount(.waiting, in: reach)
    if waiting > 0 { lines.append(Phrases.Oversight.waitingPermits(waiting)) }
    guard role == .liaison else { return lines }
    let returned = try records.permitCount(.returned, in: reach)
    if returned > 0 { lines.append(Phrases.Oversight.returnedPermits(returned)) }
    let drafts = try records.permitCount(.draft, in: reach)
    if drafts > 0 { lines.append(Phrases.Oversight.draftPermits(drafts)) }
    return lines
  }

  private static func completed(
    _ reach: OversightReach, _ role: Role, _ records: borrowing Reading
  ) throws -> [String] {
    var lines: [String] = []
    let waiting = try records.completedCount(.waiting, in: reach)
    if waiting > 0 { lines.append(Phrases.Oversight.waitingCourses(waiting)) }
    guard role == .liaison else { return lines }
    let drafts = try records.completedCount(.registered, in: reach)
    if drafts > 0 { lines.append(Phrases.Oversight.draftCourses(drafts)) }
    return lines
  }
}

/// «حساب کاربری من»: who is signed in, and «تغییر کلمه عبور» (S5-Lc).
struct OwnAccountRecord: RecordDescription {
  static let name = "own-account"
  let title = Phrases.Oversight.account

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    try context.require(.viewOversight)
    guard let account = try records.account(context.actor.account) else {
      throw Failure.forbidden
    }
    return RecordPage(
      facts: [
        .init(Phrases.Accounts.person, context.actor.name, tone: .strong),
        .init(Phrases.Accounts.username, account.username),
        .init(Phrases.Oversight.role, account.role.name),
        .init(Phrases.Oversight.agency, context.actor.unitName),
      ],
      links: [.init(Phrases.Oversight.changePassword, step: .open(PasswordScreen()))],
      history: nil)
  }
}
