import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «ایجاد › تب اطلاعات دوره › ایجاد و خروج»: a permit with programme, files and instructor (S5-3).
struct PermitForm: FormDescription {
  struct Draft: Sendable {
    var kind: Permit.Kind? = .holding
    var group: CourseGroup? = .general
    var course: ID<ApprovedCourse>?
    var title = ""
    var hours = 0
    var syllabus = ""
    var dayCount = 1
    var days: [PermitDay?]
    var programme = ""
    var mode: OversightMode? = .inPerson
    var organiser: Organiser? = .agency
    var organiserName = ""
    var instructor: ID<OversightInstructor>?
    var isInCalendar: Bool? = true
  }

  struct Lists: Sendable {
    var courses: [ApprovedCourse]
    var instructors: [OversightInstructorLine]
    /// The most days that are written as rows.
    var rows: Int
    var today: JalaliDate
  }

  static let name = "permit-form"
  let before: Permit?
  var title: String { (before == nil ? PermitLife.Action.create : PermitLife.Action.edit).name }

  init(_ before: Permit?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    try context.require(.viewOversight)
    let reach = context.actor.oversightReach
    let rows = context.rules.programmeRows
    let lists = Lists(
      courses: try records.approvedCourses(in: reach),
      instructors: try records.oversightInstructors(in: reach), rows: rows, today: context.today)
    guard let before else { return (Draft(days: Array(repeating: nil, count: rows)), lists) }
    let form = before.form
    let spare = max(0, rows - form.days.count)
    return (
      Draft(
        kind: form.kind, group: form.group, course: form.course,
        title: form.group.isTyped ? form.title : "", hours: form.hours,
        syllabus: before.syllabus.map(AttachedFile.mark) ?? "", dayCount: form.dayCount,
        days: form.days + Array(repeating: nil, count: spare),
        programme: before.programme.map(AttachedFile.mark) ?? "", mode: form.mode,
        organiser: form.organiser.code, organiserName: form.organiser.name,
        instructor: form.instructor, isInCalendar: form.isInCalendar), lists
    )
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    course(lists) + programme(lists) + [
      .pick(
        Phrases.Oversight.mode, \.mode, among: OversightMode.allCases.map { ($0, $0.name) }
      ).required()
    ] + Self.organiser(\.organiser, \.organiserName) + [
      .choice(Phrases.Oversight.instructor, \.instructor) { _ in
        lists.instructors.map { (value: $0.instructor.id, item: Picker.Item($0.said)) }
      },
      .pick(
        Phrases.Oversight.inCalendar, \.isInCalendar,
        among: [(true, Phrases.yes), (false, Phrases.no)]),
    ]
  }

  private func course(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Oversight.permitKind, \.kind, among: Permit.Kind.allCases.map { ($0, $0.name) }
      ).required(),
      .pick(
        Phrases.Oversight.group, \.group, among: CourseGroup.allCases.map { ($0, $0.name) }
      ).required(),
      .choice(Phrases.Oversight.approvedTitle, \.course) { draft in
        lists.courses.filter { $0.group == draft.group && draft.group?.isTyped == false }
          .map { (value: $0.id, item: Picker.Item("\($0.title) (\($0.hours.said))")) }
      }.hinted(Phrases.Oversight.listHint).closed {
        $0.group?.isTyped == true ? Phrases.Oversight.chosenOnly : nil
      },
      .text(Phrases.Oversight.courseTitle, \.title, limit: 200).closed(Self.typedOnly),
      .number(Phrases.Oversight.hours, \.hours, in: 0...10_000).closed(Self.typedOnly),
      .text(Phrases.Oversight.syllabus, \.syllabus, limit: 1_000, direction: .ltr)
        .hinted(Phrases.Files.optional),
    ]
  }

  /// Titles and durations of the list are not typed (S5-3b).
  @Sendable
  private static func typedOnly(_ draft: Draft) -> String? {
    draft.group?.isTyped == false ? Phrases.Oversight.typedOnly : nil
  }

  private func programme(_ lists: Lists) -> [Field<Draft>] {
    let rows: [Field<Draft>] = (0..<max(lists.rows, before?.form.days.count ?? 0)).map { index in
      .optional(
        Phrases.Oversight.day(index + 1), \.days[index], limit: 40, show: ProgrammeRow.shown,
        parse: { text throws(Training.Complaint) in
          try ProgrammeRow.day(of: text, today: lists.today)
        }
      ).wide(26).hinted(Phrases.Oversight.programmeHint)
    }
    return [.number(Phrases.Oversight.dayCount, \.dayCount, in: 0...366)] + rows + [
      .text(Phrases.Oversight.programmeFile, \.programme, limit: 1_000, direction: .ltr)
        .hinted(Phrases.Oversight.longProgrammeHint)
    ]
  }

  /// The organiser, with the name that only «سایر» has.
  static func organiser<Draft: Sendable>(
    _ code: any WritableKeyPath<Draft, Organiser?> & Sendable,
    _ name: any WritableKeyPath<Draft, String> & Sendable
  ) -> [Field<Draft>] {
    [
      .pick(Phrases.Oversight.organiser, code, among: Organiser.allCases.map { ($0, $0.name) })
        .required(),
      .text(Phrases.Oversight.organiserName, name, limit: 200).closed { draft in
        draft[keyPath: code]?.isNamed == true ? nil : Phrases.Oversight.organiserHint
      },
    ]
  }

  /// Titles of four groups are never typed: a choice fills title and duration in (S5-3b).
  func following(_ draft: Draft, _ lists: Lists) -> Draft? {
    guard let group = draft.group else { return nil }
    var next = draft
    let chosen = lists.courses.first { $0.id == draft.course && $0.group == group }
    if chosen == nil { next.course = nil }
    if !group.isTyped {
      next.title = ""
      next.hours = chosen?.hours ?? 0
    }
    let isSame =
      next.course == draft.course && next.title == draft.title && next.hours == draft.hours
    return isSame ? nil : next
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let kind = draft.kind, let group = draft.group, let mode = draft.mode,
      let organiser = draft.organiser
    else { return .failure(.complaint(field: "group", .empty)) }
    let form = Permit.Form(
      kind: kind, group: group, course: draft.course, title: Normalizer.line(draft.title),
      hours: draft.hours, dayCount: draft.dayCount, days: draft.days.compactMap { $0 },
      mode: mode,
      organiser: OrganiserMark(organiser, name: Normalizer.line(draft.organiserName)),
      instructor: draft.instructor, isInCalendar: draft.isInCalendar ?? false)
    return portal.read { [files = portal.files] _, context in
      PermitPapers(
        syllabus: try AttachedFile.named(
          draft.syllabus, keeping: before?.syllabus, .permitFiles, under: context.rules,
          from: .reach(files)),
        programme: try AttachedFile.named(
          draft.programme, keeping: before?.programme, .permitFiles, under: context.rules,
          from: .reach(files)))
    }.flatMap { papers in
      guard let before else {
        return portal.perform(CreatePermit(form, papers))
          .map { _ in .notice(Phrases.OversightNext.permitSaved, .good) }
      }
      return portal.perform(EditPermit(before, form, papers))
        .map { _ in .notice(Phrases.OversightNext.permitSaved, .good) }
    }
  }
}

/// A row of a programme as it is typed: day, start, end.
enum ProgrammeRow {
  static func shown(_ row: PermitDay) -> String {
    "\(row.day.said) \(Say.clock(row.start)) \(Say.clock(row.end))"
  }

  static func day(
    of text: String, today: JalaliDate
  ) throws(Training.Complaint) -> PermitDay {
    let parts = Digits.latin(text).split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 3 else { throw .date }
    let day: JalaliDate
    do throws(JalaliDate.Problem) {
      day = try JalaliDate(parsing: parts[0], today: today)
    } catch {
      throw .date
    }
    return PermitDay(
      day, from: try TimeSpan.minute(validating: parts[1]),
      to: try TimeSpan.minute(validating: parts[2]))
  }
}

extension OversightInstructorLine {
  /// The instructor as lists to choose from say it.
  var said: String {
    field.isEmpty ? instructor.fullName : "\(instructor.fullName) — \(field)"
  }
}
