import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A learner's own wishes for courses, which the needs assessment counts (S2-1.1a).
struct WishesList: ListDescription {
  enum Command: String, CommandSet {
    case add, withdraw
    var help: String {
      switch self {
      case .add: Phrases.Wishes.add
      case .withdraw: Phrases.Wishes.withdraw
      }
    }
  }

  struct Row: Sendable {
    let wish: CourseWish
    let course: Course
  }

  static let name = "wishes"
  let title = Phrases.Wishes.title

  let columns: [Column<Row>] = [
    Column(Phrases.Needs.year, width: 6, text: { Digits.persian($0.wish.year) }),
    Column(
      Phrases.Catalogue.code, width: 10, direction: .ltr, text: { Digits.persian($0.course.code) }),
    Column(Phrases.Catalogue.courseTitle, text: { $0.course.title }),
    Column(Phrases.Catalogue.hours, width: 8, text: { HourMinute.text($0.course.minutes) }),
  ]

  func identity(of row: Row) -> Int64 { row.wish.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.registerWish)
    guard let person = context.actor.person else { throw Failure.forbidden }
    return try records.wishes(of: person).map { Row(wish: $0, course: $1) }
  }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(WishForm()))
    case (.withdraw, let row?):
      .open(
        AskScreen(
          Phrases.Wishes.withdrawQuestion(row.course.title), yes: Phrases.Wishes.withdraw
        ) { portal, _ in
          portal.perform(WithdrawWish(row.wish.id))
            .map { _ in .notice(Phrases.Wishes.withdrawn, .good) }
        })
    case (.withdraw, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }

  func reasonClosed(_ command: Command, on rows: [Row]) -> String? {
    command == .withdraw && rows.isEmpty ? Phrases.chooseRowFirst : nil
  }
}

/// A wish: which course, in which year.
struct WishForm: FormDescription {
  struct Draft: Sendable {
    var course: ID<Course>?
    var year: Int
  }

  static let name = "wish"
  let submission: String? = Phrases.Submission.send
  let title = Phrases.Wishes.add

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, [Course]) {
    try context.require(.registerWish)
    // Found by typing part of the title into the picker.
    return (
      Draft(year: context.today.year), try records.courses(permittedOnly: true, limit: 5_000)
    )
  }

  func fields(_ courses: [Course]) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Wishes.course, \.course,
        among: courses.map { ($0.id, "\($0.title) – \(Digits.persian($0.code))") }
      ).required(),
      .year(Phrases.Needs.year, \.year),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let course = draft.course else { return .failure(.complaint(field: "course", .empty)) }
    return portal.perform(RegisterWish(course, year: draft.year))
      .map { _ in .notice(Phrases.Wishes.registered, .good) }
  }
}
