import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ریست کد ملی (راه‌اندازی مجدد)»: a new password for a learner of the own office, found by the
/// national code (S1-2c).
struct ResetForm: FormDescription {
  struct Draft: Sendable { var code: NationalCode? }

  static let name = "reset"
  let submission: String? = Phrases.Submission.reset
  let title = Phrases.Accounts.resetByCode

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editAccounts)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .optional(
        Phrases.People.nationalCode, \.code, limit: 20, show: { $0.shown },
        parse: { text throws(Training.Complaint) in try NationalCode(validating: text) }
      ).required().wide(14),
      .button(Phrases.Accounts.resetByCode),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let code = draft.code else { return [] }
    do {
      let account = try Self.account(code, records, context)
      let name = try records.actor(of: account)?.name ?? account.username
      return [FormRemark(name, tone: .good)]
    } catch Failure.refused(let findings) {
      return findings.map(FormRemark.init)
    }
  }

  /// The learner's account of a national code.
  ///
  /// - Throws: `Failure.refused` for a code without an account, or of another office.
  private static func account(
    _ code: NationalCode, _ records: borrowing Reading, _ context: Context
  ) throws -> Account {
    guard let person = try records.person(code),
      let account = try records.accounts(named: code.digits, roles: [.learner]).first
    else {
      throw Failure.refused([Finding(.login, .refusal, .portal(.personUnknown))])
    }
    guard try records.contains(context.actor.scope, unit: person.unit),
      try records.contains(context.actor.scope, unit: account.unit)
    else {
      throw Failure.refused([
        Finding(.login, .refusal, .portal(.outsideOffice), remedy: .ask(.expert))
      ])
    }
    return account
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let code = draft.code else { return .failure(.complaint(field: "code", .empty)) }
    let found = portal.read { records, context in
      try context.require(.editAccounts)
      return try Self.account(code, records, context)
    }
    return found.map { .open(AccountsList.reset($0)) }
  }
}
