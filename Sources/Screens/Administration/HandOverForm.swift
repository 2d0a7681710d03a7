import Persian
import Store
import TerminalKit
import Training
import UseCases

/// To whom the open work of an account goes; what would go over stands under the form.
struct HandOverForm: FormDescription {
  struct Draft: Sendable {
    var to: ID<Account>?
    var reason = ""
  }

  static let name = "hand-over"
  let submission: String? = Phrases.Submission.handOver
  private let old: AccountLine
  var title: String {
    Phrases.HandOver.title(old.person.isEmpty ? old.account.username : old.person)
  }

  init(_ old: AccountLine) { self.old = old }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [(ID<Account>, String)]) {
    try context.require(.handOver)
    let others = try records.accounts(in: context.actor.scope).filter {
      $0.role == old.account.role && $0.id != old.account.id && $0.state != .inactive
        && $0.person != nil
    }
    return (
      Draft(),
      try others.compactMap { account in
        try records.actor(of: account).map { (account.id, "\($0.name) — \($0.unitName)") }
      }
    )
  }

  func fields(_ successors: [(ID<Account>, String)]) -> [Field<Draft>] {
    [
      .pick(Phrases.HandOver.successor, \.to, among: successors).required(),
      .text(Phrases.HandOver.reason, \.reason, limit: 200).required(),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let to = draft.to else { return [] }
    do {
      let plan = try HandOver.plan(from: old.account.id, to: to, records, context)
      var remarks = [FormRemark(Phrases.HandOver.summary(plan), tone: .strong)]
      remarks += zip(plan.factors, plan.courses).map { factor, title in
        FormRemark(
          Phrases.HandOver.course(title, isDoubled: plan.doubled.contains(factor.id)), tone: .body)
      }
      return remarks + plan.tasks.map { FormRemark(Phrases.HandOver.task($0.title), tone: .body) }
    } catch Failure.refused(let findings) {
      return findings.map { FormRemark($0) }
    }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let to = draft.to else { return .failure(.complaint(field: "to", .empty)) }
    let (work, reason) = (HandOver(from: old.account.id, to: to), draft.reason)
    return .success(
      .open(
        AskScreen(
          Phrases.HandOver.question(old.account.username), yes: Phrases.HandOver.title,
          confirmation: Phrases.yes
        ) { portal, _ in
          portal.perform(work, reason: reason)
            .map { .notice(Phrases.HandOver.summary($0.outcome), .good) }
        }))
  }
}
