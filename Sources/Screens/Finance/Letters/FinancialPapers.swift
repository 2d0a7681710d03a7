import Persian
public import Store
public import Training
public import UseCases

/// What the financial forms of a course share.
enum FinancialLetter {
  static let names: [String: LetterShape.Kind] = [
    "document.recipient": .cell, "document.due": .cell, "total": .cell, "total.words": .cell,
  ]

  static let rows: Set<String> = [
    "row", "name", "duty", "code", "job", "incumbent", "management", "rate", "hours", "gross",
    "deductions", "net", "contract",
  ]

  /// The course with its pay, within the reach of whoever prints.
  static func read(
    _ request: ID<CourseRequest>, _ records: borrowing Reading, _ context: Context
  ) throws -> (values: LetterValues, facts: FinancialLife.Facts) {
    guard let situation = try FinancialLife.situation(of: request, records, context),
      let line = try records.request(request, in: context.actor.courseReach)
    else { throw Failure.forbidden }
    var values = try CourseLetter.values(line, records)
    let document = situation.facts.document
    values["document.recipient"] = .text(document.recipient)
    values["document.due"] = document.due.map { .cell(.date($0)) } ?? .cell(.empty)
    return (values, situation.facts)
  }

  /// The form of those who are paid on one basis; a factor whose papers are not whole closes it.
  static func form(
    of basis: PayLine.Basis, _ request: ID<CourseRequest>, _ records: borrowing Reading,
    _ context: Context
  ) throws -> [LetterValues] {
    var (values, facts) = try read(request, records, context)
    let lines = facts.pay.filter { $0.basis == basis }
    try lines.flatMap(\.findings).orRefuse()
    let titles = try records.items(of: "factor-role")
    var rows: [[String: Sheet.Cell]] = []
    for (index, line) in lines.enumerated() {
      rows.append(try row(index + 1, line, titles, records))
    }
    let total = lines.reduce(Rial(0)) { $0 + $1.net }
    values["lines"] = .rows(rows)
    values.merge(sum(total)) { _, new in new }
    return [values]
  }

  static func sum(_ total: Rial) -> LetterValues {
    [
      "total": .cell(.rials(total.amount)),
      "total.words": .text(NumberWords.text(total.amount) ?? ""),
    ]
  }

  private static func row(
    _ number: Int, _ line: PayLine, _ titles: [CodeList.Item], _ records: borrowing Reading
  ) throws -> [String: Sheet.Cell] {
    let person = try line.factor.person.flatMap { try records.person($0) }
    let code = person?.personnelCode?.digits ?? line.factor.nationalCode?.digits
    return [
      "row": .number(number), "name": .text(line.factor.fullName),
      "duty": .text(line.factor.title(among: titles)), "code": code.map { .code($0) } ?? .empty,
      "job": .rials(line.pay.job.amount), "incumbent": .rials(line.pay.incumbent.amount),
      "management": .rials(line.pay.management.amount), "rate": .rials(line.rate.amount),
      "hours": .minutes(line.minutes), "gross": .rials(line.gross.amount),
      "deductions": .rials((line.tax + line.insurance).amount), "net": .rials(line.net.amount),
      "contract": .text(Phrases.CourseFiles.said(line.pay.contract)),
    ]
  }
}

/// «فرم ۱ مالی»: the pay of instructors, with the other three forms behind it (P18, S2-9.4a).
public struct FinancialPaper: LetterDescription {
  public static let shape = LetterShape.letter(
    "financial-1", CourseLetter.names, FinancialLetter.names,
    ["lines": .rows(FinancialLetter.rows)])

  public let title = Phrases.Prints.financial
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    try FinancialLetter.form(of: .instructor, request, records, context)
  }

  public func parts(
    _ records: borrowing Reading, _ context: Context
  ) throws -> [any LetterDescription] {
    [FinancialFormTwo(request), FinancialFormThree(request), FinancialFormFour(request)]
  }
}

/// «فرم ۲ مالی»: the pay of the other factors with a personnel code (P18, S2-9.4b).
public struct FinancialFormTwo: LetterDescription {
  public static let shape = LetterShape.letter(
    "financial-2", CourseLetter.names, FinancialLetter.names,
    ["lines": .rows(FinancialLetter.rows)])

  public let title = Phrases.Prints.financial
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    try FinancialLetter.form(of: .factor, request, records, context)
  }
}

/// «فرم ۳ مالی»: those without a personnel code, paid as agreed (P18, S2-9.4d).
public struct FinancialFormThree: LetterDescription {
  public static let shape = LetterShape.letter(
    "financial-3", CourseLetter.names, FinancialLetter.names,
    ["lines": .rows(FinancialLetter.rows)])

  public let title = Phrases.Prints.financial
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    try FinancialLetter.form(of: .agreed, request, records, context)
  }
}

/// «فرم ۴ مالی»: the bills, and everything together (P18, S2-9.3).
public struct FinancialFormFour: LetterDescription {
  public static let shape = LetterShape.letter(
    "financial-4", CourseLetter.names, FinancialLetter.names,
    ["bills": .rows(["row", "number", "day", "title", "amount"]), "pay.total": .cell])

  public let title = Phrases.Prints.financial
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    var (values, facts) = try FinancialLetter.read(request, records, context)
    let bills = try records.invoices(of: request)
    let pay = facts.pay.reduce(Rial(0)) { $0 + $1.net }
    values["bills"] = .rows(
      bills.enumerated().map { index, bill in
        [
          "row": .number(index + 1), "number": .text(bill.number), "day": .date(bill.day),
          "title": .text(bill.title), "amount": .rials(bill.amount.amount),
        ]
      })
    values["pay.total"] = .cell(.rials(pay.amount))
    let total = bills.reduce(pay) { $0 + $1.amount }
    values.merge(FinancialLetter.sum(total)) { _, new in new }
    return [values]
  }
}

/// «فرم گزارش روزانه»: day by day the sessions, who was there, what was done and spent (P18).
public struct DailyReportPaper: LetterDescription {
  public static let shape = LetterShape.letter(
    "daily-report", CourseLetter.names,
    ["days": .rows(["day", "sessions", "present", "absent", "text", "cost"])])

  public let title = Phrases.Prints.dailyReport
  private let request: ID<CourseRequest>

  public init(_ request: ID<CourseRequest>) { self.request = request }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    var (values, _) = try FinancialLetter.read(request, records, context)
    values["days"] = .rows(
      try CourseDay.all(of: request, records).map { day in
        [
          "day": .date(day.day),
          "sessions": .text(
            Say.list(day.sessions.map { "\($0.className) \($0.session.span.said)" })),
          "present": .number(day.present), "absent": .number(day.absent),
          "text": .text(day.report?.text ?? ""),
          "cost": day.report.map { .rials($0.cost.amount) } ?? .empty,
        ]
      })
    return [values]
  }
}

/// «فرم قرارداد»: the contract of a factor without a personnel code (P18, S2-9.4d).
public struct ContractPaper: LetterDescription {
  public static let shape = LetterShape.letter(
    "contract", CourseLetter.names,
    [
      "factor.name": .cell, "factor.duty": .cell, "factor.code": .cell, "pay.rate": .cell,
      "pay.hours": .cell, "pay.gross": .cell, "pay.words": .cell,
    ])

  public let title = Phrases.Prints.contract
  /// The number and the day of the contract.
  public let reference: LetterReference
  private let factor: ID<Factor>
  private let request: ID<CourseRequest>

  public init(_ factor: Factor, _ request: ID<CourseRequest>, _ contract: LetterMark) {
    self.factor = factor.id
    self.request = request
    reference = LetterReference(number: contract.number, date: contract.day?.said ?? "")
  }

  public func load(_ records: borrowing Reading, _ context: Context) throws -> [LetterValues] {
    var (values, facts) = try FinancialLetter.read(request, records, context)
    guard let line = facts.pay.first(where: { $0.factor.id == factor }) else {
      throw Failure.forbidden
    }
    try AgreedPay().findings(in: line).orRefuse()
    values["factor.name"] = .text(line.factor.fullName)
    values["factor.duty"] = .text(line.factor.title(among: try records.items(of: "factor-role")))
    values["factor.code"] = .cell(line.factor.nationalCode.map { .code($0.digits) } ?? .empty)
    values["pay.rate"] = .cell(.rials(line.rate.amount))
    values["pay.hours"] = .text(Say.duration(line.minutes))
    values["pay.gross"] = .cell(.rials(line.gross.amount))
    values["pay.words"] = .text(NumberWords.text(line.gross.amount) ?? "")
    return [values]
  }
}
