import Persian
import Store
import TerminalKit
import Training
import UseCases

/// An applicant with the title of the course.
struct OutsideApplicantRow: Sendable {
  let applicant: OutsideApplicant
  let course: String
}

/// «متقاضیان خارج از سامانه»: those whom the portal could not enrol (S2-5.8b).
struct OutsideApplicantsList: PagedListDescription {
  enum Command: String, CommandSet {
    case add, remove
    var help: String {
      switch self {
      case .add: Phrases.Outside.add
      case .remove: Phrases.Outside.remove
      }
    }
  }

  static let name = "outside-applicants"
  let title = Phrases.Outside.title
  private let role: Role

  init(_ role: Role) { self.role = role }

  let columns: [Column<OutsideApplicantRow>] = [
    Column(Phrases.Learners.name, text: { $0.applicant.name }),
    Column(
      Phrases.Learners.code, width: 11, direction: .ltr,
      text: { Digits.persian($0.applicant.shownCode) }),
    Column(Phrases.Courses.course, text: { $0.course }),
    Column(Phrases.People.place, width: 14, text: { $0.applicant.school }),
    Column(Phrases.Employment.subject, width: 9, text: { $0.applicant.subject }),
    Column(Phrases.Requests.reason, width: 15, text: { $0.applicant.reason }),
  ]

  func identity(of row: OutsideApplicantRow) -> Int64 { row.applicant.id.rawValue }

  func page(
    _ request: TableRequest<OutsideApplicantRow>, of query: TableQuery,
    _ records: borrowing Reading, _ context: Context
  ) throws -> [OutsideApplicantRow] {
    try context.require(.viewControlReports)
    return try records.outsideApplicants(
      in: context.actor.scope, matching: query.filter, page: request.page(\.applicant),
      limit: request.count
    ).map { OutsideApplicantRow(applicant: $0.applicant, course: $0.course) }
  }

  func open(_ row: OutsideApplicantRow) -> Step {
    .open(FormScreen(OutsideApplicantForm(row.applicant)))
  }

  func perform(_ command: Command, on rows: [OutsideApplicantRow]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(OutsideApplicantForm(nil)))
    case (.remove, let row?):
      return .open(
        AskScreen(
          Phrases.Outside.removeQuestion(row.applicant.name), yes: Phrases.Outside.remove
        ) { portal, _ in
          portal.perform(RemoveOutsideApplicant(row.applicant))
            .map { _ in .notice(Phrases.saved, .good) }
        })
    case (.remove, nil): return .none
    }
  }

  func reasonClosed(_ command: Command, on rows: [OutsideApplicantRow]) -> String? {
    guard Permission.editOutsiders.isHeld(by: role) else { return Failure.forbidden.sentence }
    return command == .add || !rows.isEmpty ? nil : Phrases.chooseRowFirst
  }
}

extension OutsideApplicant {
  /// The personnel code where there is one.
  var shownCode: String { personnelCode.isEmpty ? nationalCode?.digits ?? "" : personnelCode }
}

/// An applicant outside the system, registered or corrected.
struct OutsideApplicantForm: FormDescription {
  struct Draft: Sendable {
    var course = ""
    var name = ""
    var nationalCode: NationalCode?
    var personnelCode = ""
    var school = ""
    var subject = ""
    var reason = ""
    var letter = ""
    var unit: ID<Training.Unit>
  }

  static let name = "outside-applicant"
  private let before: OutsideApplicant?
  var title: String { before?.name ?? Phrases.Outside.add }

  init(_ before: OutsideApplicant?) { self.before = before }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editOutsiders)
    var draft = Draft(unit: context.actor.unit)
    if let before {
      draft = Draft(
        course: Digits.persian(try records.course(before.course)?.code ?? ""), name: before.name,
        nationalCode: before.nationalCode, personnelCode: Digits.persian(before.personnelCode),
        school: before.school, subject: before.subject, reason: before.reason,
        letter: before.letter, unit: before.unit)
    }
    return (draft, ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Outside.courseCode, \.course, limit: 20, direction: .ltr).required().wide(14),
      .text(Phrases.Factors.fullName, \.name, limit: 80).required().wide(30),
      .optional(
        Phrases.People.nationalCode, \.nationalCode, show: { $0.shown },
        parse: { text throws(Training.Complaint) in try NationalCode(validating: text) }
      ).wide(14),
      .text(Phrases.People.personnelCode, \.personnelCode, limit: 20, direction: .ltr).wide(14),
      .text(Phrases.People.place, \.school, limit: 80),
      .text(Phrases.Employment.subject, \.subject, limit: 60).wide(30),
      .text(Phrases.Requests.reason, \.reason, limit: 200).required()
        .hinted(Phrases.Outside.reasonHint),
      .text(Phrases.Outside.letter, \.letter, limit: 80).hinted(Phrases.Outside.letterHint),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard !draft.course.isEmpty else { return [] }
    let course = try records.course(code: Digits.latin(Normalizer.line(draft.course)))
    return [
      course.map { FormRemark($0.title, tone: .good) }
        ?? FormRemark(Phrases.Outside.courseUnknown, tone: .bad)
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.read { records, _ in
      try records.course(code: Digits.latin(Normalizer.line(draft.course)))?.id
    }.flatMap { course in
      guard let course else { return .failure(.complaint(field: "course", .empty)) }
      let after = OutsideApplicant(
        id: ID(rawValue: 0), unit: draft.unit, course: course, name: Normalizer.line(draft.name),
        nationalCode: draft.nationalCode,
        personnelCode: Digits.latin(Normalizer.line(draft.personnelCode)),
        school: Normalizer.line(draft.school), subject: Normalizer.line(draft.subject),
        reason: Normalizer.line(draft.reason), letter: Normalizer.line(draft.letter))
      return portal.perform(PutOutsideApplicant(before: before, after: after))
        .map { _ in .notice(Phrases.saved, .good) }
    }
  }
}
