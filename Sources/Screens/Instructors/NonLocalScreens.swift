import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «مدرسان غیربومی»: permissions that districts asked for (S2-3.6).
struct NonLocalList: PagedListDescription {
  enum Command: String, CommandSet {
    case add
    var help: String { Phrases.Applicants.askNonLocal }
  }

  static let name = "non-local"
  let title = Phrases.Applicants.nonLocal
  let role: Role

  init(_ role: Role) { self.role = role }

  let columns: [Column<PermitLine>] = [
    Column(Phrases.Applicants.instructor, width: 20, text: { $0.instructor.form.name.inFull }),
    Column(Phrases.Applicants.home, width: 16, text: { $0.homeName }),
    Column(Phrases.Applicants.course, text: { $0.course.title }),
    Column(Phrases.Applicants.holder, width: 16, text: { $0.holderName }),
    Column(Phrases.Applicants.state, width: 14, text: { $0.permit.state.name }),
  ]

  func identity(of row: PermitLine) -> Int64 { row.permit.id.rawValue }

  func page(
    _ request: TableRequest<PermitLine>, of query: TableQuery, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [PermitLine] {
    try context.require(.viewApplicants)
    return try records.permits(
      in: context.actor.scope, matching: query.filter, page: request.page(\.permit),
      limit: request.count)
  }

  func open(_ row: PermitLine) -> Step { .open(RecordScreen(NonLocalRecord(row))) }

  func perform(_ command: Command, on rows: [PermitLine]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    return .open(FormScreen(NonLocalForm()))
  }

  func reasonClosed(_ command: Command, on rows: [PermitLine]) -> String? {
    NonLocalLife.roles(for: .request).contains(role) ? nil : Failure.forbidden.sentence
  }
}

/// One permission: the letter of the district, and what province and ministry do with it.
struct NonLocalRecord: RecordDescription {
  static let name = "non-local-record"
  let id: ID<NonLocalPermit>
  let title: String

  init(_ line: PermitLine) {
    id = line.permit.id
    title = line.instructor.form.name.inFull
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try NonLocalLife.situation(of: id, records, context),
      let line = try records.permit(id, in: context.actor.scope)
    else { throw Failure.forbidden }
    var facts: [RecordPage.Fact] = [
      .init(Phrases.Applicants.state, line.permit.state.name, tone: .strong),
      .init(Phrases.Applicants.instructor, line.instructor.form.name.inFull),
      .init(Phrases.Applicants.home, line.homeName),
      .init(Phrases.Applicants.course, line.course.title),
      .init(Phrases.Applicants.holder, line.holderName),
      .init(NonLocalLife.Action.request.name, Phrases.Applicants.letter(line.permit.letter)),
    ]
    if !line.permit.reason.isEmpty {
      facts.append(.init(Phrases.Requests.reason, line.permit.reason, tone: .warning))
    }
    return RecordPage(
      facts: facts,
      actions: NonLocalLife.items(of: id, situation, context, name: { $0.name }),
      history: try records.past(of: "nonlocal_permit", id.rawValue))
  }
}

/// «درخواست مدرس غیربومی»: who, for which course, by which letter (S2-3.6a).
struct NonLocalForm: FormDescription {
  struct Draft: Sendable {
    var nationalCode = ""
    var request: ID<CourseRequest>?
    var number = ""
    var day: JalaliDate?
  }

  struct Lists: Sendable {
    var today: JalaliDate
    var requests: [RequestLine]
  }

  static let name = "non-local-form"
  let title = Phrases.Applicants.askNonLocal

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    let requests = try records.requests(
      in: context.actor.courseReach, RequestFilter(states: [.approved, .announced, .running]),
      on: context.today)
    return (Draft(day: context.today), Lists(today: context.today, requests: requests))
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .text(Phrases.People.nationalCode, \.nationalCode, limit: 20, direction: .ltr).required()
        .wide(14),
      .pick(
        Phrases.Applicants.course, \.request,
        among: lists.requests.map {
          ($0.request.id, "\(Digits.persian($0.course.code)) \($0.course.title)")
        }
      ).required(),
      .text(Phrases.Applicants.letterNumber, \.number, limit: 40, direction: .ltr).wide(20),
      .day(Phrases.Applicants.letterDay, \.day, today: lists.today),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard let code = try? NationalCode(validating: draft.nationalCode) else { return [] }
    guard let it = try records.banked(code, nil) else {
      return [
        FormRemark(
          InstructorReason.notInBank(name: code.shown).sentence, tone: .bad)
      ]
    }
    let home = try records.unit(it.form.unit)?.name ?? ""
    return [FormRemark(Phrases.Factors.found(it.form.name.inFull, home), tone: .good)]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let request = draft.request else {
      return .failure(.complaint(field: "request", .empty))
    }
    return portal.read { records, _ in
      let code: NationalCode
      do throws(Training.Complaint) {
        code = try NationalCode(validating: draft.nationalCode)
      } catch {
        throw Failure.complaint(field: "code", error)
      }
      guard let it = try records.banked(code, nil) else {
        throw Failure.refused([
          Finding(
            .bankOfInstructors, .refusal, .instructor(.notInBank(name: code.shown)),
            remedy: .record(.instructor))
        ])
      }
      return it.id
    }.flatMap { id in
      let letter = InstructorApplication.LetterMark(
        number: Normalizer.line(draft.number), day: draft.day)
      return portal.perform(RequestNonLocal(id, in: request, letter: letter))
    }.map { _ in .notice(Phrases.saved, .good) }
  }
}
