public import Persian
public import Training

extension FinancialLife.State: Storable {}

/// Financial documents; whoever reaches the request reaches its document.
extension Querying where Self: ~Copyable {
  /// The document of a course as stored; nil while nobody has written anything about it.
  public func financialDocument(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> FinancialDocument? {
    try first(
      """
      SELECT id, due_day, recipient, sent_number, sent_day, paid_number, paid_day, state, reason
      FROM financial_document WHERE id = ?
      """, [request]
    ) { row in try FinancialDocument(row: row, from: 0) }
  }

  /// What is recorded of a factor's pay; nil where nothing is.
  public func factorPay(_ factor: ID<Factor>) throws(StoreError) -> FactorPay? {
    try first(
      """
      SELECT id, job, incumbent, management, professional, professional_in_job, slip, agreed,
        contract_number, contract_day
      FROM factor_pay WHERE id = ?
      """, [factor], FactorPay.init(row:))
  }

  /// Every session of the classes of a course that are not cancelled, in the order of time, with how
  /// many were there.
  public func heldSessions(
    of request: ID<CourseRequest>
  ) throws(StoreError) -> [HeldSession] {
    try all(
      """
      SELECT \(Session.columns), k.name,
        (SELECT count(*) FROM mark m WHERE m.session = s.id AND m.value <> ''
          AND m.absent_minutes < s.end_minute - s.start_minute),
        (SELECT count(*) FROM mark m WHERE m.session = s.id AND m.value <> ''
          AND m.absent_minutes >= s.end_minute - s.start_minute)
      FROM session s JOIN training_class k ON k.id = s.class
      WHERE k.request = ? AND k.state <> 'cancelled' ORDER BY s.day, s.start_minute, s.id
      """, [request]
    ) { row in
      HeldSession(
        session: try Session(row: row), className: try row[8], present: try row[9],
        absent: try row[10])
    }
  }

  /// The pay of every active factor of a course, the manager first.
  public func payLines(
    of request: ID<CourseRequest>, on day: JalaliDate, under rules: Rules
  ) throws(StoreError) -> [PayLine] {
    let sessions = try heldSessions(of: request)
    let factors = try factors(of: request)
    let instructors = factors.count { $0.duty == .instructor }
    var lines: [PayLine] = []
    for factor in factors {
      var hasCode = false
      if let person = factor.person { hasCode = try self.person(person)?.personnelCode != nil }
      lines.append(
        PayLine(
          factor, hasPersonnelCode: hasCode,
          pay: try factorPay(factor.id) ?? FactorPay(factor: factor.id), sessions: sessions,
          instructors: instructors, on: day, under: rules))
    }
    return lines
  }

  /// The bills of a course in the order of their days.
  public func invoices(of request: ID<CourseRequest>) throws(StoreError) -> [Invoice] {
    try all(
      """
      SELECT id, request, number, day, title, amount FROM invoice WHERE request = ?
      ORDER BY day, id
      """, [request], Invoice.init(row:))
  }

  public func invoice(_ id: ID<Invoice>) throws(StoreError) -> Invoice? {
    try first(
      "SELECT id, request, number, day, title, amount FROM invoice WHERE id = ?", [id],
      Invoice.init(row:))
  }

  /// What was written about the days of a course, in their order.
  public func dailyReports(of request: ID<CourseRequest>) throws(StoreError) -> [DailyReport] {
    try all(
      "SELECT id, request, day, text, cost FROM daily_report WHERE request = ? ORDER BY day",
      [request], DailyReport.init(row:))
  }

  /// Financial documents that are due at the paying unit and not sent yet.
  public func financialClocks(
    in reach: CourseReach, until day: JalaliDate, limit: Int
  ) throws(StoreError) -> [ClockLine] {
    try all(
      """
      SELECT r.id, d.due_day, c.title, d.recipient, r.unit, u.name, m.person,
        ifnull(m.full_name, '')
      FROM financial_document d JOIN course_request r ON r.id = d.id
        JOIN course c ON c.id = r.course JOIN unit u ON u.id = r.unit
        LEFT JOIN factor m ON m.request = r.id AND m.role = 'manager' AND m.active = 1
      WHERE d.state = 'compiling' AND d.due_day <= ? AND r.state NOT IN ('cancelled', 'rejected')
        AND \(reach.condition)
      ORDER BY d.due_day, r.id LIMIT ?
      """, [day] + reach.arguments + [limit], ClockLine.init(row:))
  }
}

extension Writing {
  /// Changes what differs between two forms of a document; the first change makes its row.
  public func put(
    _ old: FinancialDocument, to new: FinancialDocument
  ) throws(StoreError) -> Conflict? {
    let there = try financialDocument(of: old.request)
    return try put(
      "financial_document", old.request, from: there == nil ? nil : old.cells, to: new.cells)
  }

  /// Changes what differs between two forms of a factor's pay; the first change makes its row.
  public func put(_ old: FactorPay, to new: FactorPay) throws(StoreError) -> Conflict? {
    let there = try factorPay(old.factor)
    return try put("factor_pay", old.factor, from: there == nil ? nil : old.cells, to: new.cells)
  }

  public func put(_ it: Invoice, from old: Invoice?) throws(StoreError) -> Conflict? {
    try put("invoice", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }

  public func delete(_ invoice: ID<Invoice>) throws(StoreError) {
    try run("DELETE FROM invoice WHERE id = ?", [invoice])
  }

  public func put(_ it: DailyReport, from old: DailyReport?) throws(StoreError) -> Conflict? {
    try put("daily_report", old?.id ?? it.id, from: old?.cells, to: it.cells)
  }
}

extension FinancialDocument {
  /// A document whose columns begin somewhere in a longer row.
  init(row: borrowing Row, from start: Int) throws {
    self.init(
      request: try row[start], due: try row[start + 1], recipient: try row[start + 2],
      sent: LetterMark(number: try row[start + 3], day: try row[start + 4]),
      paid: LetterMark(number: try row[start + 5], day: try row[start + 6]),
      state: try row[start + 7], reason: try row[start + 8])
  }

  /// Every column but the id.
  fileprivate var cells: Cells {
    [
      ("due_day", due), ("recipient", recipient), ("sent_number", sent.number),
      ("sent_day", sent.day), ("paid_number", paid.number), ("paid_day", paid.day),
      ("state", state), ("reason", reason),
    ]
  }
}

extension FactorPay {
  init(row: borrowing Row) throws {
    self.init(
      factor: try row[0], job: try row[1], incumbent: try row[2], management: try row[3],
      professional: try row[4], isProfessionalInJob: try row[5], hasSlip: try row[6],
      agreed: try row[7], contract: LetterMark(number: try row[8], day: try row[9]))
  }

  fileprivate var cells: Cells {
    [
      ("job", job), ("incumbent", incumbent), ("management", management),
      ("professional", professional), ("professional_in_job", isProfessionalInJob),
      ("slip", hasSlip), ("agreed", agreed), ("contract_number", contract.number),
      ("contract_day", contract.day),
    ]
  }
}

extension Invoice {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], request: try row[1], number: try row[2], day: try row[3],
      title: try row[4], amount: try row[5])
  }

  fileprivate var cells: Cells {
    [
      ("request", request), ("number", number), ("day", day), ("title", title),
      ("amount", amount),
    ]
  }
}

extension DailyReport {
  init(row: borrowing Row) throws {
    self.init(
      id: try row[0], request: try row[1], day: try row[2], text: try row[3], cost: try row[4])
  }

  fileprivate var cells: Cells {
    [("request", request), ("day", day), ("text", text), ("cost", cost)]
  }
}
