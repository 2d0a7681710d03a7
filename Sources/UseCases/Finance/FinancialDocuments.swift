import Persian
public import Store
public import Training

/// Writes due date and recipient of a financial document, sends it, or records its payment (S2-9.3a).
public struct CarryDocument: UseCase {
  public static let name = "financial.carry"
  public let action: FinancialLife.Action
  /// As the screen showed it.
  public var before: FinancialDocument
  /// Only what belongs to the action is taken from it.
  public var after: FinancialDocument

  public init(
    _ action: FinancialLife.Action, before: FinancialDocument, after: FinancialDocument
  ) {
    self.action = action
    self.before = before
    self.after = after
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try FinancialLife.require(action, context)
    _ = try context.request(before.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let situation = try FinancialLife.situation(of: before.request, records, context) else {
      throw Failure.forbidden
    }
    var document = before
    switch action {
    case .edit: (document.due, document.recipient) = (after.due, after.recipient)
    case .send:
      (document.due, document.recipient) = (after.due, after.recipient)
      document.sent = after.sent
    case .pay: document.paid = after.paid
    }
    var facts = situation.facts
    facts.document = document
    facts.isRecording = true
    let choice = try FinancialLife.open(action, in: situation.state, facts, context)
    if let state = choice.line.to { document.state = state }
    try Failure.check(try records.put(before, to: document), on: situation.subject)
  }
}

/// Writes what decree and pay slip of a factor say, or what was agreed on (S2-9.4).
public struct PutFactorPay: UseCase {
  public static let name = "financial.pay"
  /// As the screen showed it.
  public var before: FactorPay
  public var after: FactorPay

  public init(before: FactorPay, after: FactorPay) {
    self.before = before
    self.after = after
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCourseFile)
    guard let factor = try records.factor(before.factor) else { throw Failure.forbidden }
    _ = try context.request(factor.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let factor = try records.factor(before.factor) else { throw Failure.forbidden }
    try context.requireOpenDocument(factor.request, records)
    var after = after
    after.factor = before.factor
    for amount in [
      after.job, after.incumbent, after.management, after.professional, after.agreed,
    ] where amount < Rial(0) {
      throw Failure.complaint(field: "pay", .outOfRange(0...Int.max))
    }
    if after.isProfessionalInJob, after.professional > after.job {
      throw Failure.refused([
        Finding(
          .paySlip, .refusal, .file(.professionalOverJob(name: factor.fullName)),
          remedy: .correct(.payParts))
      ])
    }
    try Failure.check(try records.put(before, to: after), on: factor.fullName)
  }
}

/// Puts a bill with the financial document, or changes one.
public struct PutInvoice: UseCase {
  public static let name = "financial.invoice"
  public var id: ID<Invoice>?
  /// As the form showed it; nil for a new one.
  public var before: Invoice?
  public var invoice: Invoice

  public init(_ invoice: Invoice, before: Invoice? = nil) {
    id = before?.id
    self.before = before
    self.invoice = invoice
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCourseFile)
    _ = try context.request(before?.request ?? invoice.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Invoice> {
    guard let id else { throw StoreError.notFound }
    var invoice = invoice
    invoice.id = id
    if let before { invoice.request = before.request }
    try context.requireOpenDocument(invoice.request, records)
    guard invoice.amount > Rial(0) else {
      throw Failure.complaint(field: "amount", .outOfRange(1...Int.max))
    }
    guard !invoice.title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    try Failure.check(try records.put(invoice, from: before), on: invoice.title)
    return id
  }
}

/// Takes a bill out of the financial document.
public struct RemoveInvoice: UseCase {
  public static let name = "financial.invoice.remove"
  public var invoice: ID<Invoice>

  public init(_ invoice: ID<Invoice>) {
    self.invoice = invoice
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCourseFile)
    guard let found = try records.invoice(invoice) else { return }
    _ = try context.request(found.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let found = try records.invoice(invoice) else { throw Failure.forbidden }
    try context.requireOpenDocument(found.request, records)
    try records.delete(invoice)
  }
}

/// Writes about a day of a course (S2-9.3).
public struct PutDailyReport: UseCase {
  public static let name = "financial.report"
  public var id: ID<DailyReport>?
  /// As the form showed it; nil for a new one.
  public var before: DailyReport?
  public var report: DailyReport

  public init(_ report: DailyReport, before: DailyReport? = nil) {
    id = before?.id
    self.before = before
    self.report = report
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCourseFile)
    _ = try context.request(before?.request ?? report.request, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id else { throw StoreError.notFound }
    var report = report
    report.id = id
    if let before { (report.request, report.day) = (before.request, before.day) }
    try context.requireOpenDocument(report.request, records)
    guard report.day <= context.today else {
      throw Failure.complaint(field: "day", .date)
    }
    let line = try context.request(report.request, records)
    try Failure.check(try records.put(report, from: before), on: line.course.title)
  }
}

extension Context {
  /// Throws when the financial document of a course has been sent.
  func requireOpenDocument(
    _ request: ID<CourseRequest>, _ records: borrowing some Querying & ~Copyable
  ) throws {
    guard let it = try FinancialLife.situation(of: request, records, self) else {
      throw Failure.forbidden
    }
    _ = try FinancialLife.open(.edit, in: it.state, it.facts, self)
  }
}
