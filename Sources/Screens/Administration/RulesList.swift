import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «اعداد مقررات»: every number with its clause, source and day; set anew from a day on.
struct RulesList: ListDescription {
  enum Command: String, CommandSet {
    case set, history
    var help: String { self == .set ? Phrases.Rules.set : Phrases.Record.history }
  }

  static let name = "rules"
  let title = Phrases.Rules.title

  /// A value with its standing on the day.
  struct Row: Sendable {
    enum Standing: Sendable { case former, inForce, upcoming }

    let value: RuleValue
    let standing: Standing
  }

  let columns: [Column<Row>] = [
    Column(
      Phrases.Rules.key, tone: { $0.standing == .former ? .dimmed : .body },
      text: { $0.value.name }),
    Column(
      Phrases.Rules.value, width: 10, direction: .ltr,
      text: { $0.value.shown }),
    Column(Phrases.Rules.unit, width: 7, text: { $0.value.unit.name }),
    Column(Phrases.Rules.from, width: 10, direction: .ltr, text: { $0.value.from.said }),
    Column(
      Phrases.Rules.standing, width: 8,
      tone: { $0.standing == .inForce ? .strong : .dimmed }, text: { $0.standing.name }),
  ]

  func identity(of row: Row) -> Int64 {
    var hasher = Hasher()
    hasher.combine(row.value.key)
    hasher.combine(row.value.from)
    return Int64(hasher.finalize())
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.editRules)
    let values = try records.ruleValues()
    // Of each number the last value that has begun is the one in force.
    let begun = Dictionary(
      values.filter { $0.from <= context.today }.map { ($0.key, $0.from) }, uniquingKeysWith: max)
    return values.map { value in
      Row(
        value: value,
        standing: value.from > context.today
          ? .upcoming : begun[value.key] == value.from ? .inForce : .former)
    }
  }

  func open(_ row: Row) -> Step { .open(FormScreen(RuleForm(value: row.value))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    guard let chosen = rows.first else { return .notice(Phrases.chooseRowFirst, .warning) }
    guard command == .history else { return open(chosen) }
    let row = chosen.value
    return HistoryList.step(of: row.name) { records in
      try records.ids(ofRule: row.key).map { ("rule_value", $0.rawValue) }
    }
  }
}

/// A number of the regulations from a day on.
struct RuleForm: FormDescription {
  struct Draft: Sendable {
    var value: Fraction
    var from: JalaliDate?
    var source: String
    var note: String
  }

  static let name = "rule"
  let value: RuleValue
  var title: String { value.name }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editRules)
    return (
      Draft(value: value.value, from: context.today, source: "", note: ""), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .fixed(Phrases.Rules.present) { [value] _ in Phrases.Rules.said(value) },
      .checked(
        Phrases.Rules.value, \.value, limit: 20, direction: .ltr,
        show: { [value] number in
          var shown = value
          shown.value = number
          return shown.shown
        },
        parse: { [unit = value.unit] text throws(Training.Complaint) in
          if unit == .date {
            guard let day = try? JalaliDate(parsing: text, today: today) else { throw .date }
            return RuleValue.value(of: day)
          }
          guard let value = Fraction(Digits.latin(text)) else { throw .notNumber }
          return value
        }
      ).wide(12).hinted(value.unit == .date ? Phrases.Rules.dayHint : Phrases.Rules.valueHint),
      .day(Phrases.Rules.from, \.from, today: today).required().hinted(Phrases.Rules.historyHint),
      .text(Phrases.Rules.source, \.source, limit: 200).required(),
      .text(Phrases.Rules.note, \.note, limit: 300),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from else { return .failure(.complaint(field: "from", .empty)) }
    var new = value
    new.value = draft.value
    new.from = from
    new.source = Normalizer.line(draft.source)
    new.note = Normalizer.line(draft.note)
    return portal.perform(SetRule(new)).map { _ in .notice(Phrases.saved, .good) }
  }
}
