import Persian
public import Store
public import Training
public import UseCases

/// «فرم شماره ۱» with what the committee decided of it (P1, S2-1.2a).
public struct FormOnePaper: LetterDescription {
  public static let shape = LetterShape.letter(
    "form-one",
    FormOneLetter.names,
    [
      "form.day": .cell, "form.mode": .cell, "form.time": .cell, "form.place": .cell,
      "conditions": .rows(["condition"]), "decision.meeting": .cell, "decision.day": .cell,
      "decision.result": .cell, "course.code": .cell, "course.title": .cell,
    ])

  public let title = Phrases.Prints.formOne
  private let form: ID<FormOne>

  public init(_ form: ID<FormOne>) { self.form = form }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    let line = try FormOneLetter.line(form, records, context)
    let (it, decision) = (line.form, line.form.decision)
    let choices = try records.conditionChoices()
    var values = try FormOneLetter.values(it, records)
    values["form.day"] = .cell(.date(it.registered))
    values["form.mode"] = try it.mode.map { .text(try records.title(of: $0)) } ?? .cell(.empty)
    values["form.time"] =
      if let from = it.from, let to = it.to {
        .text(Phrases.Courses.interval(from, to))
      } else {
        .cell(.empty)
      }
    values["form.place"] = .text(it.place)
    values["conditions"] = .rows(
      it.conditions.map { condition in
        let known = choices.first { $0.0 == condition }?.1
        return ["condition": .text(known ?? condition.value)]
      })
    values["decision.meeting"] = .text(Digits.persian(decision.meeting))
    values["decision.day"] = .cell(decision.day.map { .date($0) } ?? .empty)
    values["decision.result"] = decision.meeting.isEmpty ? .cell(.empty) : .text(it.state.name)
    values["course.code"] = .cell(line.course.map { .code($0.code) } ?? .empty)
    values["course.title"] = .text(line.course?.title ?? "")
    return [values]
  }
}

/// «تفاهم‌نامه»: the parties and what each takes upon itself (P2, S2-1.4a).
public struct MemorandumPaper: LetterDescription {
  public static let shape = LetterShape.letter(
    "memorandum",
    FormOneLetter.names,
    [
      "party.a": .cell, "party.b": .cell, "duties.a": .cell, "duties.b": .cell, "amount": .cell,
    ])

  public let title = Phrases.Prints.memorandum
  /// The number and the day under which it was concluded.
  public let reference: LetterReference
  private let form: ID<FormOne>

  public init(_ form: FormOne) {
    self.form = form.id
    reference = LetterReference(
      number: form.memorandum.number, date: form.memorandum.day?.said ?? "")
  }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    let form = try FormOneLetter.line(form, records, context).form
    try MemorandumIsWhole().findings(in: FormOneLife.Facts(form: form)).orRefuse()
    let memorandum = form.memorandum
    var values = try FormOneLetter.values(form, records)
    values["party.a"] = .text(memorandum.partyA)
    values["party.b"] = .text(memorandum.partyB)
    values["duties.a"] = .text(memorandum.dutiesA)
    values["duties.b"] = .text(memorandum.dutiesB)
    values["amount"] =
      memorandum.amount == Rial(0) ? .cell(.empty) : .cell(.rials(memorandum.amount.amount))
    return [values]
  }
}

/// What the papers of a Form 1 say of it.
enum FormOneLetter {
  static let names: [String: LetterShape.Kind] = [
    "form.requester": .cell, "form.title": .cell, "form.learners": .cell, "form.funding": .cell,
  ]

  /// The form within the scope of whoever prints.
  static func line(
    _ id: ID<FormOne>, _ records: borrowing Reading, _ context: Context
  ) throws -> FormOneLine {
    try context.require(.viewForms)
    guard let line = try records.formOne(id, in: context.actor.scope) else {
      throw Failure.forbidden
    }
    return line
  }

  static func values(_ form: FormOne, _ records: borrowing Reading) throws -> LetterValues {
    [
      "office": try records.offices(above: form.unit), "form.requester": .text(form.requester),
      "form.title": .text(form.title), "form.learners": .cell(.number(form.learnerCount)),
      "form.funding": .text(form.funding),
    ]
  }
}
