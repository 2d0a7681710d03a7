import Persian
import Store
import TerminalKit
import Training
import UseCases

/// A factor with the title of the duty.
struct FactorRow: Sendable {
  let factor: Factor
  let duty: String
}

/// «عوامل دوره»: who manages, teaches and helps in a course (S2-4.4, S2-4.5).
struct FactorsList: ListDescription {
  enum Command: String, CommandSet {
    case add, dismiss, letters
    var help: String {
      switch self {
      case .add: Phrases.Factors.add
      case .dismiss: Phrases.Factors.dismiss
      case .letters: Phrases.Prints.appointments
      }
    }
  }

  static let name = "factors"
  private let line: RequestLine
  private let role: Role

  init(_ line: RequestLine, _ role: Role) {
    self.line = line
    self.role = role
  }

  var title: String { "\(Phrases.Factors.title): \(line.course.title)" }

  let columns: [Column<FactorRow>] = [
    Column(Phrases.Factors.duty, width: 14, text: { $0.duty }),
    Column(Phrases.Factors.fullName, text: { $0.factor.fullName }),
    Column(
      Phrases.Factors.status, width: 12,
      text: { $0.factor.isEducator ? Phrases.Factors.educator : Phrases.Factors.outsider }),
    Column(
      Phrases.People.nationalCode, width: 11, direction: .ltr,
      text: { $0.factor.nationalCode?.shown ?? "" }),
    Column(
      Phrases.Factors.hours, width: 8, alignment: .trailing,
      text: { $0.factor.minutes == 0 ? "" : HourMinute.text($0.factor.minutes) }),
    Column(
      Phrases.Factors.activity, width: 8, tone: { $0.factor.isActive ? .body : .dimmed },
      text: { $0.factor.isActive ? Phrases.Factors.active : Phrases.Factors.former }),
  ]

  func identity(of row: FactorRow) -> Int64 { row.factor.id.rawValue }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [FactorRow] {
    try context.require(.viewRequests)
    let id = line.request.id
    guard try records.request(id, in: context.actor.courseReach) != nil else {
      throw Failure.forbidden
    }
    let titles = try records.items(of: "factor-role")
    return try records.factors(of: id, includingFormer: true).map { factor in
      let title = titles.first { $0.code == factor.duty.rawValue }?.title
      return FactorRow(factor: factor, duty: title ?? factor.duty.rawValue)
    }
  }

  func perform(_ command: Command, on rows: [FactorRow]) -> Step {
    if let reason = reasonClosed(command, on: rows) { return .notice(reason, .warning) }
    switch (command, rows.first) {
    case (.add, _): return .open(FormScreen(FactorForm(line.request.id)))
    case (.dismiss, let row?): return .open(Self.dismiss(row))
    case (.letters, _): return .open(LetterScreen(AppointmentLetters(line.request.id)))
    case (.dismiss, nil): return .none
    }
  }

  private static func dismiss(_ row: FactorRow) -> AskScreen {
    AskScreen(
      Phrases.Factors.dismissQuestion(row.factor.fullName, row.duty), yes: Phrases.Factors.dismiss,
      asksReason: true
    ) { portal, reason in
      portal.perform(DismissFactor(row.factor.id), reason: reason)
        .map { _ in .notice(Phrases.saved, .good) }
    }
  }

  func reasonClosed(_ command: Command, on rows: [FactorRow]) -> String? {
    switch command {
    case .letters: return nil
    case .add:
      let mayAny = [Permission.registerManager, .registerFactors].contains { $0.isHeld(by: role) }
      return mayAny ? nil : Failure.forbidden.sentence
    case .dismiss:
      guard let factor = rows.first?.factor else { return Phrases.chooseRowFirst }
      if !factor.isActive { return Phrases.Factors.formerAlready }
      let needed: Permission = factor.duty == .manager ? .registerManager : .registerFactors
      if needed.isHeld(by: role) { return nil }
      return factor.duty == .manager ? Phrases.Factors.onlyExpert : Phrases.Classes.onlyManager
    }
  }
}

/// «اضافه کردن عامل»: an educator by code with the name echoed, anybody else by typed name.
struct FactorForm: FormDescription {
  struct Draft: Sendable {
    var duty: Factor.Duty?
    var isEducator: Bool? = true
    var code = ""
    var fullName = ""
    var hours = 0
  }

  struct Lists: Sendable {
    var duties: [CodeList.Item]
  }

  static let name = "factor"
  let title = Phrases.Factors.add
  private let request: ID<CourseRequest>

  init(_ request: ID<CourseRequest>) { self.request = request }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Lists) {
    // Said before anything is typed, not on saving.
    try context.requireLive(request, records)
    let role = context.actor.role
    // The expert registers the manager, the manager everybody else (S2-4.4, S2-4.5).
    let duties = try records.items(of: "factor-role").filter { item in
      let isManager = item.code == Factor.Duty.manager.rawValue
      return (isManager ? Permission.registerManager : .registerFactors).isHeld(by: role)
    }
    let first = duties.first.map { Factor.Duty(rawValue: $0.code) }
    return (Draft(duty: first), Lists(duties: duties))
  }

  func fields(_ lists: Lists) -> [Field<Draft>] {
    [
      .pick(
        Phrases.Factors.duty, \.duty,
        among: lists.duties.map { (Factor.Duty(rawValue: $0.code), $0.title) }
      ).required(),
      .pick(
        Phrases.Factors.status, \.isEducator,
        among: [(true, Phrases.Factors.educator), (false, Phrases.Factors.outsider)]
      ).required(),
      .text(Phrases.Factors.code, \.code, limit: 20, direction: .ltr).required().wide(14)
        .hinted(Phrases.Factors.codeHint),
      .text(Phrases.Factors.fullName, \.fullName, limit: 80).wide(30)
        .closed { $0.isEducator == false ? nil : Phrases.Factors.nameOfRecords },
      .number(Phrases.Factors.hours, \.hours, in: 0...2000),
    ]
  }

  func remarks(
    _ draft: Draft, _ records: borrowing Reading, _ context: Context
  ) throws -> [FormRemark] {
    guard !draft.code.isEmpty else { return [] }
    if draft.isEducator == true {
      guard let person = try records.person(typed: draft.code, context.rules) else {
        return [FormRemark(Phrases.Factors.codeUnknown, tone: .bad)]
      }
      let place = try records.unit(person.school ?? person.unit)?.name ?? ""
      return [FormRemark(Phrases.Factors.found(person.name.inFull, place), tone: .good)]
    }
    let problem = Result { () throws(Training.Complaint) in
      try NationalCode(validating: draft.code)
    }
    if case .failure(let complaint) = problem {
      return [FormRemark(complaint.sentence, tone: .bad)]
    }
    return []
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    guard let duty = draft.duty else { return .failure(.complaint(field: "duty", .empty)) }
    return identity(draft, portal).flatMap { identity in
      portal.perform(AddFactor(duty, of: request, identity, minutes: draft.hours * 60))
    }.map { _ in .notice(Phrases.Factors.added, .good) }
  }

  private func identity(
    _ draft: Draft, _ portal: Portal
  ) -> Result<AddFactor.Identity, Failure> {
    guard draft.isEducator == true else {
      let name = Normalizer.line(draft.fullName)
      if name.isEmpty { return .failure(.complaint(field: "name", .empty)) }
      return Result { () throws(Training.Complaint) in try NationalCode(validating: draft.code) }
        .map { .outsider($0, name: name) }
        .mapError { .complaint(field: "code", $0) }
    }
    return portal.read { records, context in
      if let person = try records.person(typed: draft.code, context.rules) {
        return .person(person.id)
      }
      // Unknown codes go to the rule that says so, with its remedy.
      return .educator(
        try PersonnelCode(validating: draft.code, length: context.rules.personnelCodeLength))
    }.mapError { failure in
      if case .records = failure { return .complaint(field: "code", .personnelCode(.notDigits)) }
      return failure
    }
  }
}
