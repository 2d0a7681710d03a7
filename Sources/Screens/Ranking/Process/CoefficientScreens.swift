import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ضریب ویژگی‌ها»: what is special about the place of an applicant, and what the points are multiplied by
/// for it (S4-6h).
struct CoefficientsList: ListDescription {
  struct Row: Sendable {
    let characteristic: CaseCoefficient.Characteristic
    /// What the case says of it, in words.
    let value: String
    let coefficient: CaseCoefficient?
  }

  static let name = "ranking-coefficients"
  let title = Phrases.Coefficients.title
  let rankingCase: ID<RankingCase>

  init(_ rankingCase: ID<RankingCase>) { self.rankingCase = rankingCase }

  let columns: [Column<Row>] = [
    Column(Phrases.Coefficients.characteristic, width: 26, text: { $0.characteristic.name }),
    Column(
      Phrases.Coefficients.value, width: 14,
      text: { $0.value.isEmpty ? Phrases.Coefficients.unset : $0.value }),
    Column(
      Phrases.Coefficients.factor, width: 6, tone: { $0.coefficient == nil ? .dimmed : .strong },
      text: { ($0.coefficient?.factor ?? CaseCoefficient.neutral).said }),
    Column(Phrases.Coefficients.reason, text: { $0.coefficient?.reason ?? "" }),
    Column(
      Phrases.Coefficients.giver, width: 14, text: { $0.coefficient?.giver ?? "" }),
  ]

  func identity(of row: Row) -> Int64 {
    Int64(CaseCoefficient.Characteristic.allCases.firstIndex(of: row.characteristic) ?? 0)
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    let reach = context.actor.rankingReach(on: context.today)
    guard let it = try records.rankingCase(rankingCase, in: reach)?.rankingCase else {
      throw Failure.forbidden
    }
    let set = try records.caseCoefficients(of: rankingCase)
    return try CaseCoefficient.Characteristic.allCases.map { one in
      Row(
        characteristic: one, value: try it.form.said(one, records),
        coefficient: set.first { $0.characteristic == one })
    }
  }

  func open(_ row: Row) -> Step {
    .open(FormScreen(CoefficientForm(rankingCase, row.characteristic, row.coefficient)))
  }
}

extension RankingCase.Form {
  /// What the case says of a characteristic, by the titles of the code lists.
  fileprivate func said(
    _ it: CaseCoefficient.Characteristic, _ records: borrowing Reading
  ) throws -> String {
    let list: String
    switch it {
    case .region: list = "ranking-region"
    case .stage: list = "stage"
    case .field: list = "teaching-field"
    case .school: list = "ranking-school"
    case .hours: return weeklyMinutes == 0 ? "" : Say.duration(weeklyMinutes)
    case .place: return ""
    }
    let code = value(of: it) ?? ""
    return try records.items(of: list).first { $0.code == code }?.title ?? code
  }
}

/// The coefficient of one characteristic, with its reason; what it does stands under the form.
struct CoefficientForm: FormDescription {
  struct Draft: Sendable {
    var factor: Fraction?
    var reason: String
  }

  struct Lists: Sendable {
    let least: Fraction
    let most: Fraction
  }

  static let name = "ranking-coefficient"
  let rankingCase: ID<RankingCase>
  let characteristic: CaseCoefficient.Characteristic
  let before: CaseCoefficient?
  var title: String { "\(Phrases.Coefficients.title): \(characteristic.name)" }

  init(
    _ rankingCase: ID<RankingCase>, _ characteristic: CaseCoefficient.Characteristic,
    _ before: CaseCoefficient?
  ) {
    self.rankingCase = rankingCase
    self.characteristic = characteristic
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    guard let situation = try RankingLife.situation(of: rankingCase, records, context) else {
      throw Failure.forbidden
    }
    guard RankingLife.roles(for: .adjust).contains(context.actor.role) else {
      throw Failure.forbidden
    }
    let choice = RankingLife.choice(
      of: .adjust, in: situation.state, for: context.actor.role, facts: situation.facts,
      under: context.rules)
    guard let choice else {
      throw Failure.refused([
        Finding(
          .permission, .refusal,
          .portal(.stateMoved(life: RankingLife.name, state: situation.state.rawValue)))
      ])
    }
    try choice.findings.orRefuse()
    return (
      Draft(factor: before?.factor ?? CaseCoefficient.neutral, reason: before?.reason ?? ""),
      Lists(
        least: context.rules.rankCoefficientLeast, most: context.rules.rankCoefficientMost)
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .points(Phrases.Coefficients.factor, \.factor).required()
        .hinted(Phrases.Coefficients.bounds(lists.least, lists.most)),
      .text(Phrases.Coefficients.reason, \.reason, limit: 300).required(),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let situation = try RankingLife.situation(of: rankingCase, records, context),
      var it = try records.assess(
        situation.facts.rankingCase, on: context.today, basis: .verified, under: context.rules)
    else { return [] }
    it.coefficients.removeAll { $0.characteristic == characteristic }
    if let factor = draft.factor, factor != CaseCoefficient.neutral {
      it.coefficients.append(coefficient(factor, "", on: context.today))
    }
    return [FormRemark(Phrases.Coefficients.calculation(it), tone: .dimmed)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let factor = draft.factor else {
      return .failure(.complaint(field: "factor", .empty))
    }
    return portal.perform(
      SetCaseCoefficient(
        coefficient(factor, Normalizer.line(draft.reason), on: portal.today), before: before)
    ).map { _ in .notice(Phrases.saved, .good) }
  }

  private func coefficient(
    _ factor: Fraction, _ reason: String, on day: JalaliDate
  ) -> CaseCoefficient {
    CaseCoefficient(
      id: before?.id ?? ID(rawValue: 0), rankingCase: rankingCase,
      characteristic: characteristic, factor: factor, reason: reason, giver: "",
      day: day)
  }
}
