import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «نیازسنجی دوره‌ها»: what an office's people need, by priority and by what they wish (S2-1.1).
struct NeedsList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove, wishes, print
    var help: String {
      switch self {
      case .add: Phrases.Needs.add
      case .remove: Phrases.Needs.remove
      case .wishes: Phrases.Needs.wishes
      case .print: Phrases.Needs.print
      }
    }
  }

  struct Row: Sendable {
    let line: NeedLine
    let audience: String
    /// Longer than the year's ceiling: nobody could be enrolled (S2-1.1b).
    let isOverCeiling: Bool
  }

  static let name = "needs"
  let title = Phrases.Needs.title
  let role: Role

  var columns: [Column<Row>] {
    let unit = Column<Row>(Phrases.Courses.unit, width: 16, text: { $0.line.unitName })
    return [
      Column(
        Phrases.Needs.year, width: 5, sortedBy: { .number($0.line.need.year) },
        text: { Digits.persian($0.line.need.year) }),
      Column(
        Phrases.Needs.priority, width: 6, alignment: .centre,
        sortedBy: { .number($0.line.need.priority) }, text: { $0.line.need.priority.said }),
      Column(
        Phrases.Catalogue.code, width: 9, direction: .ltr,
        text: { Digits.persian($0.line.course?.code ?? "") }),
      Column(Phrases.Catalogue.courseTitle, text: { $0.line.title }),
      Column(
        Phrases.Catalogue.hours, width: 12, tone: { $0.isOverCeiling ? .warning : .body },
        text: {
          $0.isOverCeiling
            ? Phrases.Needs.overCeiling : $0.line.course.map { HourMinute.text($0.minutes) } ?? ""
        }),
      Column(
        Phrases.Needs.count, width: 8, alignment: .centre, sortedBy: { .number($0.line.wishes) },
        text: { $0.line.wishes.said }),
      Column(Phrases.Needs.audience, width: 16, text: { $0.audience }),
    ] + (role == .expert ? [] : [unit])
  }

  func identity(of row: Row) -> Int64 { row.line.need.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.viewNeeds)
    let titles = try records.conditionChoices()
    return try records.needs(in: context.actor.scope, from: context.today.year).map { line in
      Row(
        line: line,
        audience: Say.list(
          line.need.audience.map { condition in
            titles.first { $0.0 == condition }?.1 ?? condition.value
          }),
        isOverCeiling: try !PutNeed.findings(line.need, records, context)
          .filter { $0.clause == .annualCeiling }.isEmpty)
    }
  }

  func open(_ row: Row) -> Step {
    if let reason = closed { return .notice(reason, .warning) }
    return .open(FormScreen(NeedForm(row.line)))
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(NeedForm(nil)))
    case (.wishes, _): return .open(ListScreen(WishCountsList()))
    case (.print, _): return .open(NeedsPaper.screen())
    case (.remove, let row?):
      return .open(
        AskScreen(Phrases.Needs.removeQuestion(row.line.title), yes: Phrases.Needs.remove) {
          portal, _ in
          portal.perform(RemoveNeed(row.line.need.id)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): return .none
    }
  }

  private var closed: String? {
    Permission.editNeeds.isHeld(by: role) ? nil : Phrases.Needs.onlyExpert
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    switch command {
    case .wishes, .print: nil
    case .add: closed
    case .remove: closed ?? (rows.isEmpty ? Phrases.chooseRowFirst : nil)
    }
  }
}

/// A line of the needs assessment: new, or changed.
struct NeedForm: FormDescription {
  struct Draft: Sendable {
    var year: Int
    var priority = 1
    var code = ""
    var title = ""
    var audience: [CourseCondition?] = [nil, nil, nil]
    var note = ""
  }

  static let name = "need"
  /// Nil for a new line.
  let line: NeedLine?
  var title: String { line == nil ? Phrases.Needs.add : Phrases.Needs.edit }

  init(_ line: NeedLine?) { self.line = line }

  func load(
    _ records: borrowing Reading, _ context: Context
  ) throws -> (Draft, [(CourseCondition, String)]) {
    try context.require(.editNeeds)
    var draft = Draft(year: context.today.year)
    if let line {
      draft.year = line.need.year
      draft.priority = line.need.priority
      draft.code = line.course?.code ?? ""
      draft.title = line.need.title
      draft.note = line.need.note
      draft.audience = line.need.audience.map(Optional.some)
    }
    while draft.audience.count < 3 { draft.audience.append(nil) }
    return (draft, try records.conditionChoices())
  }

  func fields(_ conditions: [(CourseCondition, String)]) -> [Field<Draft>] {
    let main: [Field<Draft>] = [
      .year(Phrases.Needs.year, \.year),
      .number(Phrases.Needs.priority, \.priority, in: 1...1000),
      .text(Phrases.Needs.code, \.code, limit: 20, direction: .ltr).wide(14)
        .hinted(Phrases.Needs.codeHint),
      .text(Phrases.Needs.freeTitle, \.title, limit: 150).hinted(Phrases.Needs.freeTitleHint),
      .text(Phrases.Needs.note, \.note, limit: 200),
    ]
    return main
      + (0..<3).map { .pick(Phrases.Needs.audience($0 + 1), \.audience[$0], among: conditions) }
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    let code = draft.typedCode
    let course = code.isEmpty ? nil : try records.course(code: code)
    guard code.isEmpty || course != nil else {
      return [FormRemark(Phrases.Needs.codeUnknown, tone: .bad)]
    }
    var remarks: [FormRemark] = []
    if let course {
      let wishes = try records.wishCounts(in: context.actor.scope, from: draft.year)
        .first { $0.course.id == course.id && $0.year == draft.year }?.count
      remarks.append(
        FormRemark("\(course.title) — \(Phrases.Needs.wished(wishes ?? 0))", tone: .good))
    }
    let need = need(draft, course, unit: line?.need.unit ?? context.actor.unit)
    return remarks + (try PutNeed.findings(need, records, context)).map(FormRemark.init)
  }

  private func need(_ draft: Draft, _ course: Course?, unit: ID<Unit>) -> TrainingNeed {
    TrainingNeed(
      id: line?.need.id ?? ID(rawValue: 0), unit: unit, year: draft.year, course: course?.id,
      title: Normalizer.line(draft.title), priority: draft.priority,
      audience: draft.audience.compactMap(\.self), note: Normalizer.line(draft.note))
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let code = draft.typedCode
    let found = portal.read { records, context in
      (try records.course(code: code), context.actor.unit)
    }
    return found.flatMap { course, unit in
      guard code.isEmpty || course != nil else {
        return .failure(.complaint(field: "code", .unknownChoice(code)))
      }
      let need = need(draft, course, unit: line?.need.unit ?? unit)
      let work = line.map { PutNeed(before: $0.need, after: need) } ?? PutNeed(need)
      return portal.perform(work).map { _ in .notice(Phrases.saved, .good) }
    }
  }
}

extension NeedForm.Draft {
  fileprivate var typedCode: String { Digits.latin(Normalizer.line(code)) }
}

/// What the people of the office wish for, counted (S2-1.1a).
struct WishCountsList: ListDescription {
  static let name = "wish-counts"
  let title = Phrases.Needs.wishes

  let columns: [Column<WishCount>] = [
    Column(Phrases.Needs.year, width: 6, text: { Digits.persian($0.year) }),
    Column(
      Phrases.Catalogue.code, width: 10, direction: .ltr, text: { Digits.persian($0.course.code) }),
    Column(Phrases.Catalogue.courseTitle, text: { $0.course.title }),
    Column(
      Phrases.Catalogue.hours, width: 8, text: { HourMinute.text($0.course.minutes) }),
    Column(
      Phrases.Needs.count, width: 16, alignment: .centre, sortedBy: { .number($0.count) },
      text: { $0.count.said }),
  ]

  func identity(of row: WishCount) -> Int64 { row.course.id.rawValue &* 10_000 &+ Int64(row.year) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [WishCount] {
    try context.require(.viewNeeds)
    return try records.wishCounts(in: context.actor.scope, from: context.today.year)
  }
}
