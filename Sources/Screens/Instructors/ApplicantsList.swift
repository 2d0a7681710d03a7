import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «متقاضیان مدرسی» and «بانک مدرسین»: applications of the expert's units (S2-3.4a).
struct ApplicantsList: PagedListDescription {
  enum Command: String, CommandSet {
    case find, print
    var help: String {
      switch self {
      case .find: Phrases.Applicants.findByCode
      case .print: Phrases.Applicants.bankReport
      }
    }
  }

  /// Which item of the menu the list stands for.
  enum Purpose: Sendable { case applicants, bank }

  static let name = "applicants"
  let purpose: Purpose

  init(for purpose: Purpose) { self.purpose = purpose }

  var title: String {
    purpose == .bank ? Phrases.Applicants.bank : Phrases.Applicants.title
  }

  let columns: [Column<ApplicationLine>] = [
    Column(
      Phrases.People.nationalCode, width: 11, direction: .ltr,
      text: { $0.application.form.nationalCode.shown }),
    Column(
      Phrases.People.lastName, text: { $0.application.form.name.surnameFirst }),
    Column(Phrases.Applicants.home, width: 18, text: { $0.unitName }),
    Column(
      Phrases.Applicants.score, width: 8, alignment: .trailing,
      text: { Phrases.Applicants.score($0.application.score) }),
    Column(
      Phrases.Applicants.state, width: 16, tone: { $0.application.state.tone },
      text: { $0.application.state.name }),
    Column(
      Phrases.Applicants.courses, width: 9, alignment: .centre, text: { $0.courses.said }),
  ]

  func identity(of row: ApplicationLine) -> Int64 { row.application.id.rawValue }

  func page(
    _ request: TableRequest<ApplicationLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [ApplicationLine] {
    try context.require(.viewApplicants)
    return try records.applications(
      in: context.actor.scope, states: purpose == .bank ? [.inBank] : nil, matching: query.filter,
      page: request.page(\.application), limit: request.count)
  }

  func open(_ row: ApplicationLine) -> Step {
    .open(RecordScreen(ApplicantRecord(row.application.id, row.application.form.name.inFull)))
  }

  func perform(_ command: Command, on rows: [ApplicationLine]) -> Step {
    switch command {
    case .find: .open(FormScreen(TrackingForm()))
    case .print: .open(LetterScreen(BankReport()))
    }
  }
}

extension InstructorLife.State {
  var tone: Tone {
    switch self {
    case .registered, .securityConfirmed: .strong
    case .needsCorrection: .warning
    case .rejected, .inactive: .dimmed
    case .documentsConfirmed, .inInquiry, .inBank: .body
    }
  }
}

/// Finds an application by the whole of its tracking code.
struct TrackingForm: FormDescription {
  struct Draft: Sendable {
    var code = ""
  }

  static let name = "tracking"
  let submission: String? = Phrases.Submission.show
  let title = Phrases.Applicants.findByCode

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.viewApplicants)
    return (Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    [
      .text(Phrases.Applicants.trackingCode, \.code, limit: 40, direction: .ltr).required()
        .wide(24).hinted(Phrases.Applicants.trackingHint)
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    portal.findApplication(trackedBy: draft.code).flatMap { id in
      guard let id else { return .success(.notice(Phrases.Applicants.notFound, .warning)) }
      return portal.read { records, context in
        try records.application(id, in: context.actor.scope)?.application.form.name.inFull ?? ""
      }.map { .open(RecordScreen(ApplicantRecord(id, $0))) }
    }
  }
}

/// One application: what was handed in, and what SM-3 lets the role do.
struct ApplicantRecord: RecordDescription {
  static let name = "applicant-record"
  let id: ID<InstructorApplication>
  let title: String

  init(_ id: ID<InstructorApplication>, _ title: String) {
    self.id = id
    self.title = title
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try InstructorLife.situation(of: id, records, context),
      let line = try records.application(id, in: context.actor.scope)
    else { throw Failure.forbidden }
    var links: [RecordPage.Item] = [
      .init(Phrases.Applicants.papers, step: .open(ListScreen(PapersList(id))))
    ]
    if line.application.inquiry.isRecorded {
      links.append(
        .init(
          Phrases.Applicants.printInquiry,
          step: .open(LetterScreen(SecurityInquiry(id, line.application.inquiry)))))
    }
    if Permission.reissueTracking.isHeld(by: context.actor.role) {
      links.append(.init(Phrases.Applicants.reissue, step: .open(reissue)))
    }
    return RecordPage(
      facts: try facts(line, records), links: links,
      actions: InstructorLife.items(
        of: id, situation, context, name: { $0.name }, fields: fields),
      history: try records.past(of: "instructor_application", id.rawValue))
  }

  private func fields(_ action: InstructorLife.Action) -> Step? {
    switch action {
    case .sendInquiry, .positiveReply, .negativeReply:
      .open(FormScreen(SecurityLetterForm(action, of: id)))
    case .recordCourses: .open(FormScreen(CourseCodesForm(id)))
    default: nil
    }
  }

  private var reissue: AskScreen {
    AskScreen(Phrases.Applicants.reissueQuestion(title), yes: Phrases.Applicants.reissue) {
      [id] portal, _ in
      portal.reissueTracking(of: id).map { code in
        .open(
          WhyScreen([.init(Phrases.Applicants.reissued(code.groups.isolated(.ltr)), tone: .good)]))
      }
    }
  }

  private func facts(
    _ line: ApplicationLine, _ records: borrowing some Querying & ~Copyable
  ) throws -> [RecordPage.Fact] {
    let (it, form) = (line.application, line.application.form)
    let degree = try records.items(of: "degree").first { $0.code == form.degree }?.title
    let taught = try records.taughtCourses(of: id).map {
      "\(Digits.persian($0.code)) \($0.title)"
    }
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Applicants.state, it.state.name, tone: .strong),
      .init(Phrases.Applicants.score, Phrases.Applicants.score(it.score)),
      .init(Phrases.People.nationalCode, form.nationalCode.shown),
      .init(
        Phrases.Applicants.educator,
        form.isEducator ? Phrases.Applicants.isEducator : Phrases.Applicants.isOutsider),
      .init(
        Phrases.People.personnelCode, form.personnelCode?.shown ?? Phrases.Applicants.noRow),
      .init(Phrases.People.fatherName, form.fatherName),
      .init(Phrases.Applicants.home, line.unitName),
      .init(Phrases.Applicants.degree, "\(degree ?? form.degree) — \(form.field)"),
      .init(Phrases.Applicants.university, form.university),
      .init(Phrases.Applicants.submitted, it.submitted.said),
      .init(
        Phrases.Applicants.originals, it.originalsSeen?.said ?? Phrases.Applicants.notSeen,
        tone: it.originalsSeen == nil && it.state == .registered ? .warning : .body),
      .init(Phrases.Applicants.inquiry, Phrases.Applicants.letter(it.inquiry)),
      .init(Phrases.Applicants.reply, Phrases.Applicants.letter(it.reply)),
      .init(
        Phrases.Applicants.courses,
        taught.isEmpty ? Phrases.Applicants.noCourses : Say.list(taught)),
    ]
    if !form.workplace.isEmpty { facts.append(.init(Phrases.Applicants.workplace, form.workplace)) }
    if !form.phone.isEmpty {
      facts.append(.init(Phrases.Applicants.phone, Digits.persian(form.phone)))
    }
    if !it.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, it.reason, tone: .warning))
    }
    return facts
  }
}

/// Number and date of the inquiry or of the security office's reply.
struct SecurityLetterForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
  }

  static let name = "security-letter"
  let action: InstructorLife.Action
  let id: ID<InstructorApplication>
  var title: String { action.name }

  init(_ action: InstructorLife.Action, of id: ID<InstructorApplication>) {
    self.action = action
    self.id = id
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Applicants.letterNumber, \.number, limit: 40, direction: .ltr).wide(20),
      .day(Phrases.Applicants.letterDay, \.day, today: today),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let letter = InstructorApplication.LetterMark(
      number: Normalizer.line(draft.number), day: draft.day)
    return portal.perform(RecordSecurityLetter(action, of: id, letter)).map { _ in
      // The inquiry is printed as it goes out.
      action == .sendInquiry
        ? .open(LetterScreen(SecurityInquiry(id, letter))) : .notice(Phrases.saved, .good)
    }
  }
}

/// The courses that the council confirmed, by their codes (S2-3.7a).
struct CourseCodesForm: FormDescription {
  struct Draft: Sendable {
    var codes = ""
    var number = ""
    var day: JalaliDate?
  }

  static let name = "course-codes"
  let title = InstructorLife.Action.recordCourses.name
  let id: ID<InstructorApplication>

  init(_ id: ID<InstructorApplication>) { self.id = id }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.Applicants.courseCodes, \.codes, limit: 400, direction: .ltr).required()
        .hinted(Phrases.Applicants.courseCodesHint),
      .text(Phrases.Applicants.councilNumber, \.number, limit: 40, direction: .ltr).wide(20),
      .day(Phrases.Applicants.councilDay, \.day, today: today),
    ]
  }

  private func codes(_ draft: Draft) -> [String] {
    Digits.latin(draft.codes).split { $0 == "," || $0 == "\u{60C}" || $0.isWhitespace }
      .map(String.init)
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    try codes(draft).map { code in
      guard let course = try records.course(code: code) else {
        return FormRemark(Phrases.Applicants.courseUnknown(code), tone: .bad)
      }
      return FormRemark("\(Digits.persian(code)) \(course.title)", tone: .good)
    }
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let codes = codes(draft)
    return portal.read { records, _ in
      try codes.map { code in
        guard let course = try records.course(code: code) else {
          throw Failure.complaint(field: "courses", .unknownChoice(code))
        }
        return course.id
      }
    }.flatMap { courses in
      let council = InstructorApplication.LetterMark(
        number: Normalizer.line(draft.number), day: draft.day)
      return portal.perform(RecordTaughtCourses(courses, of: id, council: council))
    }.map { _ in .notice(Phrases.saved, .good) }
  }
}
