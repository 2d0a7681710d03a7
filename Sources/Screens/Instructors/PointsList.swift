import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «جدول امتیاز متقاضیان مدرسی»: criterion, unit, points and maximum, each from a day on; the earlier
/// values stay below the later ones (S2-3.2c).
struct PointsList: ListDescription {
  struct Row: Sendable {
    let kind: String
    let title: String
    let points: RuleValue
    let maximum: RuleValue?
  }

  static let name = "points"
  let title = Phrases.Applicants.points

  let columns: [Column<Row>] = [
    Column(Phrases.Applicants.criterion, text: { $0.title }),
    Column(Phrases.Applicants.perUnit, width: 20, text: { $0.points.note }),
    Column(
      Phrases.Applicants.pointsEach, width: 8, direction: .ltr,
      text: { Digits.persian($0.points.value.description) }),
    Column(
      Phrases.Applicants.maximum, width: 8, direction: .ltr,
      text: { $0.maximum.map { Digits.persian($0.value.description) } ?? "" }),
    Column(
      Phrases.Applicants.from, width: 11, direction: .ltr, text: { $0.points.from.said }),
  ]

  func identity(of row: Row) -> Int64 {
    var hasher = Hasher()
    hasher.combine(row.kind)
    hasher.combine(row.points.from)
    return Int64(hasher.finalize())
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.editRules)
    let values = try records.ruleValues()
    let titles = try records.items(of: "instructor-evidence")
    let degrees = try records.items(of: "degree")
    var rows: [Row] = []
    for value in values where value.key.hasPrefix(InstructorScore.pointsKey) {
      let kind = String(value.key.dropFirst(InstructorScore.pointsKey.count))
      let maximum = values.filter {
        $0.key == InstructorScore.maximumKey + kind && $0.from <= value.from
      }.max { $0.from < $1.from }
      let prefix = InstructorScore.degreePrefix
      let title =
        kind.hasPrefix(prefix)
        ? degrees.first { prefix + $0.code == kind }.map {
          "\(Phrases.Applicants.degree): \($0.title)"
        } : titles.first { $0.code == kind }?.title
      rows.append(Row(kind: kind, title: title ?? kind, points: value, maximum: maximum))
    }
    // Kinds that the administrator added and that have no points yet.
    let known = Set(rows.map(\.kind))
    for item in titles where !known.contains(item.code) {
      rows.append(
        Row(
          kind: item.code, title: item.title,
          points: RuleValue(
            key: InstructorScore.pointsKey + item.code, from: context.today, value: Fraction(0),
            unit: .point, clause: Clause.applicantData.id, source: ""),
          maximum: nil))
    }
    return rows
  }

  func open(_ row: Row) -> Step { .open(FormScreen(PointsForm(row))) }
}

/// Points and maximum of one criterion from a day on.
struct PointsForm: FormDescription {
  struct Draft: Sendable {
    var points: Fraction
    var maximum: Fraction?
    var unit: String
    var from: JalaliDate?
    var source = ""
  }

  static let name = "points-form"
  let row: PointsList.Row
  var title: String { row.title }

  init(_ row: PointsList.Row) { self.row = row }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editRules)
    return (
      Draft(
        points: row.points.value, maximum: row.maximum?.value, unit: row.points.note,
        from: context.today), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Applicants.perUnit, \.unit, limit: 60),
      .checked(
        Phrases.Applicants.pointsEach, \.points, limit: 20, direction: .ltr,
        show: { Digits.persian($0.description) }, parse: Self.fraction
      ).wide(12).hinted(Phrases.Rules.valueHint),
      .optional(
        Phrases.Applicants.maximum, \.maximum, limit: 20,
        show: { Digits.persian($0.description) }, parse: Self.fraction
      ).wide(12),
      .day(Phrases.Rules.from, \.from, today: today).required().hinted(Phrases.Rules.historyHint),
      .text(Phrases.Rules.source, \.source, limit: 200).required(),
    ]
  }

  private static func fraction(_ text: String) throws(Training.Complaint) -> Fraction {
    guard let value = Fraction(Digits.latin(text)) else { throw .notNumber }
    return value
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let from = draft.from else { return .failure(.complaint(field: "from", .empty)) }
    func value(_ key: String, _ amount: Fraction) -> SetRule {
      SetRule(
        RuleValue(
          key: key + row.kind, from: from, value: amount, unit: .point,
          clause: row.points.clause, source: Normalizer.line(draft.source),
          note: Normalizer.line(draft.unit)))
    }
    var parts = [value(InstructorScore.pointsKey, draft.points)]
    if let maximum = draft.maximum { parts.append(value(InstructorScore.maximumKey, maximum)) }
    return portal.performAll(parts).map { _ in .notice(Phrases.saved, .good) }
  }
}
