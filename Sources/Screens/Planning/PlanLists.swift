import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The times and places of a plan (S2-2.3, S2-2.4).
struct PlanSlotsList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove
    var help: String {
      switch self {
      case .add: Phrases.Plan.addSlot
      case .remove: Phrases.Plan.removeSlot
      }
    }
  }

  static let name = "plan-slots"
  let plan: ExecutivePlan
  let title = Phrases.Plan.slots

  let columns: [Column<PlanSlot>] = [
    Column(Phrases.Plan.purpose, width: 8, text: { $0.purpose.name }),
    Column(Phrases.Plan.classNumber, width: 5, alignment: .centre, text: { $0.classNumber.said }),
    Column(
      Phrases.Programme.day, width: 10, direction: .ltr,
      sortedBy: { .number($0.day.dayNumber) }, text: { $0.day.said }),
    Column(Phrases.Programme.weekday, width: 9, text: { $0.day.weekday.name }),
    Column(Phrases.Programme.time, width: 15, text: { $0.span.said }),
    Column(
      Phrases.Classes.place,
      text: { $0.place.isEmpty ? Phrases.Classes.electronic : $0.place }),
    Column(
      Phrases.Programme.instructor,
      tone: { !$0.instructor.isEmpty && $0.person == nil ? .warning : .body },
      text: {
        $0.instructor.isEmpty || $0.person != nil
          ? $0.instructor : Phrases.Plan.notInBank($0.instructor)
      }),
  ]

  func identity(of row: PlanSlot) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [PlanSlot] {
    guard try ExecutivePlanLife.situation(of: plan.id, records, context) != nil else {
      throw Failure.forbidden
    }
    return try records.slots(of: plan.id)
  }

  func open(_ row: PlanSlot) -> Step { .open(FormScreen(PlanSlotForm(plan, row))) }

  func perform(_ command: Command, on rows: [PlanSlot]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(PlanSlotForm(plan, nil)))
    case (.remove, let row?):
      .open(
        AskScreen(
          Phrases.Programme.removeQuestion(row.day, row.span), yes: Phrases.Plan.removeSlot
        ) { portal, _ in
          portal.perform(RemoveSlot(row.id)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }
}

/// A time and place of a plan; what clashes is told with both sides and the next free times.
struct PlanSlotForm: FormDescription {
  struct Draft: Sendable {
    var purpose: PlanSlot.Purpose? = .lesson
    var classNumber = 1
    var day: JalaliDate?
    var start = 8 * 60
    var end = 12 * 60
    var place = ""
    var isOutside: Bool? = false
    var instructor = ""
    /// Who the name stands for while it is left as it was.
    var like: PlanSlot?
  }

  static let name = "plan-slot"
  let plan: ExecutivePlan
  let before: PlanSlot?
  var title: String { before == nil ? Phrases.Plan.addSlot : Phrases.Plan.editSlot }

  init(_ plan: ExecutivePlan, _ before: PlanSlot?) {
    self.plan = plan
    self.before = before
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    guard try ExecutivePlanLife.situation(of: plan.id, records, context) != nil else {
      throw Failure.forbidden
    }
    // The next time is mostly like the last, on the day after.
    let last = try records.slots(of: plan.id).last
    guard let like = before ?? last else {
      return (Draft(day: context.today), context.today)
    }
    let day = before == nil ? like.day.adding(days: 1) : like.day
    let draft = Draft(
      purpose: like.purpose, classNumber: like.classNumber, day: day, start: like.span.start,
      end: like.span.end, place: like.place, isOutside: like.isOutside,
      instructor: like.instructor,
      like: like)
    return (draft, context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Plan.purpose, \.purpose,
        among: PlanSlot.Purpose.allCases.map { ($0, $0.name) }
      ).required(),
      .number(Phrases.Plan.classNumber, \.classNumber, in: 1...1000),
      .day(Phrases.Programme.day, \.day, today: today).required(),
      .time(Phrases.Programme.start, \.start),
      .time(Phrases.Programme.end, \.end),
      .text(Phrases.Classes.place, \.place, limit: 80).hinted(Phrases.Classes.placeHint),
      .pick(
        Phrases.Plan.outside, \.isOutside, among: [(true, Phrases.yes), (false, Phrases.no)]),
      .text(Phrases.Programme.instructor, \.instructor, limit: 80)
        .hinted(Phrases.Plan.instructorHint),
    ]
  }

  private func slot(
    _ draft: Draft, _ records: borrowing some Querying & ~Copyable
  ) throws -> PlanSlot? {
    guard let day = draft.day, let purpose = draft.purpose,
      let span = TimeSpan(draft.start, draft.end)
    else { return nil }
    let typed = Normalizer.line(draft.instructor)
    // A personnel or national code names somebody of the records.
    let person = try records.person(typedCode: Digits.latin(typed))
    return PlanSlot(
      id: before?.id ?? ID(rawValue: 0), plan: plan.id, purpose: purpose,
      classNumber: draft.classNumber, day: day, span: span, place: Normalizer.line(draft.place),
      isOutside: draft.isOutside ?? false, instructor: person?.name.inFull ?? typed,
      person: person?.id ?? (typed == draft.like?.instructor ? draft.like?.person : nil))
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let slot = try slot(draft, records),
      let situation = try ExecutivePlanLife.situation(of: plan.id, records, context)
    else { return [] }
    return try PutSlot.findings(slot, situation.facts, records, context).map(FormRemark.init)
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { records, _ in try slot(draft, records) }.flatMap { slot in
      guard let slot else { return .failure(.complaint(field: "end", .endNotAfterStart)) }
      let work = before.map { PutSlot(before: $0, after: slot) } ?? PutSlot(slot)
      return portal.perform(work).map { _ in .notice(Phrases.saved, .good) }
    }
  }
}

extension Querying where Self: ~Copyable {
  /// Whoever a typed personnel or national code belongs to.
  fileprivate func person(typedCode code: String) throws -> Person? {
    if let national = try? NationalCode(validating: code), let found = try person(national) {
      return found
    }
    guard let personnel = try? PersonnelCode(validating: code, length: code.count) else {
      return nil
    }
    return try person(personnel)
  }
}

/// The lists of a plan: topics, factors, side programmes, catering, equipment, materials.
struct PlanItemsList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove
    var help: String {
      switch self {
      case .add: Phrases.Plan.addItem
      case .remove: Phrases.Plan.removeItem
      }
    }
  }

  static let name = "plan-items"
  let plan: ExecutivePlan
  let title = Phrases.Plan.items

  let columns: [Column<PlanItem>] = [
    Column(Phrases.Plan.kind, width: 14, text: { $0.kind.name }),
    Column(Phrases.Plan.itemTitle, text: { $0.title }),
    Column(Phrases.Plan.detail, text: { $0.detail }),
    Column(Phrases.Plan.count, width: 7, text: { $0.count > 0 ? $0.count.said : "" }),
    Column(
      Phrases.Catalogue.hours, width: 7,
      text: { $0.minutes > 0 ? HourMinute.text($0.minutes) : "" }),
    Column(Phrases.Programme.day, width: 10, direction: .ltr, text: { $0.day?.said ?? "" }),
  ]

  func identity(of row: PlanItem) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [PlanItem] {
    guard try ExecutivePlanLife.situation(of: plan.id, records, context) != nil else {
      throw Failure.forbidden
    }
    return try records.items(of: plan.id)
  }

  func perform(_ command: Command, on rows: [PlanItem]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(PlanItemForm(plan: plan)))
    case (.remove, let row?):
      .open(
        AskScreen(Phrases.Plan.removeQuestion(row.title), yes: Phrases.Plan.removeItem) {
          portal, _ in
          portal.perform(RemovePlanItem(row.id)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }
}

/// A line of one of a plan's lists.
struct PlanItemForm: FormDescription {
  struct Draft: Sendable {
    var kind: PlanItem.Kind? = .topic
    var title = ""
    var detail = ""
    var count = 0
    var hours = 0
    var day: JalaliDate?
    var isOutside: Bool? = false
  }

  static let name = "plan-item"
  let plan: ExecutivePlan
  let title = Phrases.Plan.addItem

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    (Draft(), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Plan.kind, \.kind, among: PlanItem.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .text(Phrases.Plan.itemTitle, \.title, limit: 100).required(),
      .text(Phrases.Plan.detail, \.detail, limit: 100).hinted(Phrases.Plan.detailHint),
      .number(Phrases.Plan.count, \.count, in: 0...1_000_000),
      .number(Phrases.Catalogue.hours, \.hours, in: 0...1000),
      .day(Phrases.Programme.day, \.day, today: today),
      .pick(
        Phrases.Plan.outside, \.isOutside, among: [(true, Phrases.yes), (false, Phrases.no)]),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let kind = draft.kind else { return .failure(.complaint(field: "kind", .empty)) }
    let item = PlanItem(
      id: ID(rawValue: 0), plan: plan.id, kind: kind, title: Normalizer.line(draft.title),
      detail: Normalizer.line(draft.detail), count: draft.count, minutes: draft.hours * 60,
      day: draft.day, isOutside: draft.isOutside ?? false)
    return portal.perform(PutPlanItem(item)).map { _ in .notice(Phrases.saved, .good) }
  }
}

/// The sessions of running courses in the coming month (S2-2.4b, P22).
struct TimetableList: ListDescription {
  enum Command: String, CommandSet {
    case print
    var help: String { Phrases.Plan.printTimetable }
  }

  static let name = "timetable"
  let title = Phrases.Plan.timetable

  let columns: [Column<TimetableLine>] = [
    Column(
      Phrases.Programme.day, width: 10, direction: .ltr,
      sortedBy: { .number($0.day.dayNumber) }, text: { $0.day.said }),
    Column(Phrases.Programme.time, width: 15, text: { $0.span.said }),
    Column(Phrases.Courses.course, text: { $0.course }),
    Column(Phrases.Classes.name, width: 10, text: { $0.className }),
    Column(Phrases.Classes.place, text: { $0.place }),
    Column(Phrases.Programme.instructor, text: { $0.instructor }),
  ]

  func identity(of row: TimetableLine) -> Int64 { row.session.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [TimetableLine] {
    try context.require(.viewClasses)
    return try records.timetable(
      in: context.actor.courseReach, from: context.today, to: context.today.adding(days: 30))
  }

  func perform(_ command: Command, on rows: [TimetableLine]) -> Step {
    .open(
      SheetLoader(Phrases.Plan.timetable) { records, context in
        let lines = try TimetableList().load(records, context)
        return [
          TimetableReport(lines).sheet(
            title: Phrases.Plan.timetable, titles: Phrases.Plan.timetableTitles)
        ]
      })
  }
}

/// «تعطیلات رسمی»: the days on which offices are closed.
struct HolidaysList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove
    var help: String {
      switch self {
      case .add: Phrases.Plan.addHoliday
      case .remove: Phrases.Plan.removeHoliday
      }
    }
  }

  static let name = "holidays"
  let title = Phrases.Plan.holidays

  let columns: [Column<Holiday>] = [
    Column(Phrases.Programme.day, width: 11, direction: .ltr, text: { $0.day.said }),
    Column(Phrases.Programme.weekday, width: 10, text: { $0.day.weekday.name }),
    Column(Phrases.Plan.itemTitle, text: { $0.title }),
  ]

  func identity(of row: Holiday) -> Int64 { row.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Holiday] {
    try context.require(.editHolidays)
    return try records.holidays()
  }

  func perform(_ command: Command, on rows: [Holiday]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(HolidayForm()))
    case (.remove, let row?):
      .open(
        AskScreen(Phrases.Plan.removeQuestion(row.title), yes: Phrases.Plan.removeHoliday) {
          portal, _ in
          portal.perform(RemoveHoliday(row.id)).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }
}

/// A new holiday.
struct HolidayForm: FormDescription {
  struct Draft: Sendable {
    var day: JalaliDate?
    var title = ""
  }

  static let name = "holiday"
  let title = Phrases.Plan.addHoliday

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editHolidays)
    return (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .day(Phrases.Programme.day, \.day, today: today).required(),
      .text(Phrases.Plan.itemTitle, \.title, limit: 80).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let day = draft.day else { return .failure(.complaint(field: "day", .empty)) }
    let holiday = Holiday(id: ID(rawValue: 0), day: day, title: Normalizer.line(draft.title))
    return portal.perform(AddHoliday(holiday)).map { _ in .notice(Phrases.saved, .good) }
  }
}
