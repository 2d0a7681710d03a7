import Persian
import Store
import TerminalKit
import Training
import UseCases

/// The financial document of a course: dates, totals, its parts, and what SM-8 lets the role do
/// (S2-9.3).
struct FinancialRecord: RecordDescription {
  static let name = "financial-record"
  let id: ID<CourseRequest>
  let course: String
  var title: String { Phrases.CourseFiles.documentHeading(course) }

  init(_ id: ID<CourseRequest>, _ course: String) {
    self.id = id
    self.course = course
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> RecordPage {
    guard let situation = try FinancialLife.situation(of: id, records, context) else {
      throw Failure.forbidden
    }
    let document = situation.facts.document
    return RecordPage(
      facts: try facts(situation, records, context),
      links: [
        .init(Phrases.Pay.title, step: .open(ListScreen(PayList(id, course)))),
        .init(Phrases.Reports.title, step: .open(ListScreen(DailyReportsList(id, course)))),
        .init(Phrases.Invoices.title, step: .open(ListScreen(InvoicesList(id, course)))),
        .init(
          FolderItem.Folder.financial.name,
          step: .open(ListScreen(FolderList(.financial, of: id, course)))),
        .init(Phrases.Prints.financial, step: .open(LetterScreen(FinancialPaper(id)))),
        .init(Phrases.Prints.dailyReport, step: .open(LetterScreen(DailyReportPaper(id)))),
      ],
      actions: FinancialLife.items(
        of: id, situation, context, name: { $0.name },
        fields: { action in
          action == .pay
            ? .open(FormScreen(PaymentForm(document)))
            : .open(FormScreen(DocumentForm(action, document)))
        }),
      history: try records.past(of: "financial_document", id.rawValue))
  }

  private func facts(
    _ situation: Situation<FinancialLife>, _ records: borrowing Reading, _ context: Context
  ) throws -> [RecordPage.Fact] {
    let (facts, document) = (situation.facts, situation.facts.document)
    let isLate = document.state == .compiling && document.due.map { $0 < context.today } == true
    let pay = facts.pay.reduce(Rial(0)) { $0 + $1.net }
    let bills = try records.invoices(of: id).reduce(Rial(0)) { $0 + $1.amount }
    let parts = FolderItem.list(.financial, of: id, among: facts.items)
    let there = parts.count { !$0.standing.isMissing }
    var lines: [RecordPage.Fact] = [
      .init(Phrases.CourseFiles.state, situation.state.name, tone: .strong),
      .init(
        Phrases.CourseFiles.documentDue,
        document.due.map { ($0 < context.today && isLate ? "! " : "") + $0.said }
          ?? Phrases.FormsOne.notYet, tone: isLate ? .warning : .body),
      .init(
        Phrases.CourseFiles.recipient,
        document.recipient.isEmpty ? Phrases.FormsOne.notYet : document.recipient),
      .init(Phrases.Pay.total, Phrases.Pay.rials(pay)),
      .init(Phrases.Invoices.total, Phrases.Pay.rials(bills)),
      .init(Phrases.CourseFiles.sum, Phrases.Pay.rials(pay + bills), tone: .strong),
      .init(
        FolderItem.Folder.financial.name, Phrases.CourseFiles.there(there, of: parts.count),
        tone: there == parts.count ? .body : .warning),
    ]
    if document.sent.day != nil {
      lines.append(.init(Phrases.CourseFiles.sent, Phrases.CourseFiles.said(document.sent)))
    }
    if document.paid.day != nil {
      lines.append(.init(Phrases.CourseFiles.paid, Phrases.CourseFiles.said(document.paid)))
    }
    return lines
      + PayWhole().findings(in: facts).map {
        .init(Phrases.Plan.warning, $0.sentence, tone: .warning)
      }
  }
}

/// Due date and recipient of the financial document; with the letter it goes with where it is sent.
struct DocumentForm: FormDescription {
  struct Draft: Sendable {
    var due: JalaliDate?
    var recipient: String
    var number = ""
    var day: JalaliDate?
  }

  static let name = "financial-form"
  let action: FinancialLife.Action
  let document: FinancialDocument
  var title: String { action.name }

  init(_ action: FinancialLife.Action, _ document: FinancialDocument) {
    self.action = action
    self.document = document
  }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editCourseFile)
    return (
      Draft(due: document.due, recipient: document.recipient, day: context.today), context.today
    )
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    let fields: [Field<Draft>] = [
      .day(Phrases.CourseFiles.documentDue, \.due, today: today).required()
        .hinted(Phrases.CourseFiles.dueHint),
      .text(Phrases.CourseFiles.recipient, \.recipient, limit: 100).required(),
    ]
    guard action == .send else { return fields }
    return fields + [
      .text(Phrases.CourseFiles.letterNumber, \.number, limit: 30).wide(20),
      .day(Phrases.CourseFiles.sentDay, \.day, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = document
    after.due = draft.due
    after.recipient = Normalizer.line(draft.recipient)
    after.sent = LetterMark(number: Normalizer.line(draft.number), day: draft.day)
    return portal.perform(CarryDocument(action, before: document, after: after))
      .map { _ in .notice(Phrases.Record.done(action.name), .good) }
  }
}

/// The payment of the financial document, by number and day.
struct PaymentForm: FormDescription {
  struct Draft: Sendable {
    var number = ""
    var day: JalaliDate?
  }

  static let name = "financial-payment"
  let document: FinancialDocument
  let title = FinancialLife.Action.pay.name

  init(_ document: FinancialDocument) { self.document = document }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, JalaliDate) {
    try context.require(.editCourseFile)
    return (Draft(day: context.today), context.today)
  }

  func fields(_ today: JalaliDate) -> [Field<Draft>] {
    [
      .text(Phrases.CourseFiles.paymentNumber, \.number, limit: 30).required().wide(20),
      .day(Phrases.CourseFiles.paymentDay, \.day, today: today).required(),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    var after = document
    after.paid = LetterMark(number: Normalizer.line(draft.number), day: draft.day)
    return portal.perform(CarryDocument(.pay, before: document, after: after))
      .map { [title] _ in .notice(Phrases.Record.done(title), .good) }
  }
}
