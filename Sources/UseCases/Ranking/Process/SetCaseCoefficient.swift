public import Store
public import Training

/// «ضریب ویژگی‌ها»: what the chair of the board multiplies the points of a case by for something special
/// about the place (S4-6h); one takes a number back.
public struct SetCaseCoefficient: UseCase {
  public static let name = "ranking.coefficient"
  /// As the form showed it; nil where none was set.
  public var before: CaseCoefficient?
  public var coefficient: CaseCoefficient
  private var isNumbered = false

  /// Who sets it and when are written by the program.
  public init(_ coefficient: CaseCoefficient, before: CaseCoefficient? = nil) {
    self.coefficient = coefficient
    self.before = before
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    try records.giveID(to: &coefficient.id, before: before?.id, once: &isNumbered)
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try RankingLife.require(.adjust, context)
    _ = try context.rankingCase(coefficient.rankingCase, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    let id = coefficient.rankingCase
    guard let situation = try RankingLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    try PublicText.check(coefficient.reason, "reason", longest: 300)
    var facts = situation.facts
    facts.coefficient = coefficient
    _ = try RankingLife.open(.adjust, in: situation.state, facts, context)
    let now = try records.caseCoefficients(of: id)
      .first { $0.characteristic == coefficient.characteristic }
    guard now?.id == before?.id else {
      throw Failure.conflict([
        Failure.Conflict(
          subject: situation.subject, field: "factor", mine: "\(coefficient.factor)",
          theirs: now.map { "\($0.factor)" } ?? "")
      ])
    }
    var after = coefficient
    after.giver = context.actor.name
    after.day = context.today
    try Failure.check(try records.put(before, after), on: situation.subject)
  }
}
