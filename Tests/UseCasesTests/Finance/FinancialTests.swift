import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Financial documents")
struct FinancialTests {
  private func lines(_ desk: FinanceDesk) throws -> [PayLine] {
    try desk.read(desk.it.manager) { records, context in
      try FinancialLife.situation(of: desk.request, records, context)?.facts.pay ?? []
    }
  }

  private func record(
    _ line: PayLine, _ desk: FinanceDesk, _ change: (inout FactorPay) -> Void
  ) throws {
    var after = line.pay
    change(&after)
    try desk.it.perform(PutFactorPay(before: line.pay, after: after), desk.it.manager)
  }

  private func send(
    _ desk: FinanceDesk, day: Int, actor: Actor? = nil
  ) throws -> Result<Performed<Void>, Failure> {
    let before = try desk.document()
    var after = before
    after.due = CourseOffice.today.adding(days: 40)
    after.recipient = "حسابداری منطقه"
    after.sent = LetterMark(number: "۷", day: CourseOffice.today.adding(days: day))
    return desk.it.result(
      CarryDocument(.send, before: before, after: after), actor ?? desk.it.manager)
  }

  private func whole() throws -> FinanceDesk {
    let desk = try FinanceDesk()
    for line in try lines(desk) {
      try record(line, desk) {
        $0.job = Rial(10_000_000)
        $0.incumbent = Rial(5_000_000)
        $0.management = Rial(2_600_000)
        $0.hasSlip = true
      }
    }
    for code in FolderItem.Code.allCases where code.folder == .financial { try desk.put(code) }
    return desk
  }

  @Test(
    "S2-9.4a S2-9.4b S2-9.4e pay comes from the sessions held: eight hours, the instructor's rate twice the manager's"
  )
  func pay() throws {
    let lines = try lines(whole())
    #expect(lines.map(\.factor.duty) == [.manager, .instructor])
    #expect(lines.map(\.minutes) == [480, 480])
    #expect(lines.map(\.rate) == [Rial(100_000), Rial(200_000)])
    #expect(lines.map(\.net) == [Rial(800_000), Rial(1_600_000)])
    #expect(lines.map(\.worked.count) == [2, 2])
  }

  @Test("S2-9.4c without a pay slip the document is not sent, and nothing has changed")
  func slip() throws {
    let desk = try whole()
    let line = try #require(try lines(desk).last)
    try record(line, desk) { $0.hasSlip = false }
    let result = try send(desk, day: 12)
    #expect(refusals(result) == [.file(.paySlipMissing(name: line.factor.fullName))])
    #expect(try desk.document().state == .compiling)
  }

  @Test("S2-9.4d a factor without a personnel code is paid as agreed, after the contract")
  func agreed() throws {
    let desk = try whole()
    let id = try desk.it.perform(
      AddFactor(
        .servant, of: desk.request, .outsider(try Office.nationalCode(88), name: "جواد رستمی"),
        minutes: 300), desk.it.manager)
    var line = try #require(try lines(desk).first { $0.factor.id == id })
    #expect(line.basis == .agreed)
    #expect(
      refusals(try send(desk, day: 12)) == [
        .file(.agreedRateMissing(name: "جواد رستمی")), .file(.contractMissing(name: "جواد رستمی")),
      ])
    try record(line, desk) {
      $0.agreed = Rial(900_000)
      $0.contract = LetterMark(number: "ق-۱", day: CourseOffice.today)
    }
    line = try #require(try lines(desk).first { $0.factor.id == id })
    #expect(line.net == Rial(4_500_000))
    _ = try send(desk, day: 12).get()
  }

  @Test("S2-9.3a SM-8 the document goes with all its parts, day and recipient, and is paid")
  func sending() throws {
    let desk = try FinanceDesk()
    let bare = refusals(try send(desk, day: 12))
    #expect(
      bare.contains(
        .file(
          .financialPartsMissing([
            .dailyReport, .financialForms, .appointments, .decrees, .invoices,
          ]))))
    let whole = try whole()
    #expect(refusals(try send(whole, day: 13)) == [.file(.sentInFuture)])
    let stranger = try whole.it.office.signIn(.expert, at: whole.it.office.otherDistrict)
    guard case .failure(.forbidden) = try send(whole, day: 12, actor: stranger) else {
      Issue.record("a stranger sent the document")
      return
    }
    _ = try send(whole, day: 12).get()
    let sent = try whole.document()
    #expect(sent.state == .sent)
    #expect(sent.sent == LetterMark(number: "۷", day: CourseOffice.today.adding(days: 12)))
    #expect(sent.recipient == "حسابداری منطقه")
    // What was sent stays as it is.
    #expect(throws: Failure.self) { try whole.put(.invoices) }
    var paid = sent
    #expect(
      refusals(whole.it.result(CarryDocument(.pay, before: sent, after: paid), whole.it.expert))
        == [.file(.paymentMissing)])
    paid.paid = LetterMark(number: "۹۹", day: CourseOffice.today.adding(days: 12))
    try whole.it.perform(CarryDocument(.pay, before: sent, after: paid), whole.it.expert)
    #expect(try whole.document().state == .paid)
  }

  @Test("S2-9.3a a document sent after its due day goes, and is flagged")
  func late() throws {
    let desk = try whole()
    let before = try desk.document()
    var after = before
    after.due = CourseOffice.today.adding(days: 11)
    after.recipient = "حسابداری"
    after.sent = LetterMark(number: "۷", day: CourseOffice.today.adding(days: 12))
    let facts = FinancialLife.Facts(
      document: after, day: CourseOffice.today.adding(days: 12), isRecording: true)
    #expect(
      SendingRecorded().findings(in: facts).map(\.reason) == [
        .file(.sentLate(due: CourseOffice.today.adding(days: 11)))
      ])
    try desk.it.perform(CarryDocument(.send, before: before, after: after), desk.it.manager)
  }

  @Test(
    "S2-9.3a bills and daily reports are kept; a bill of nothing and a report of tomorrow are not")
  func papers() throws {
    let desk = try FinanceDesk()
    let bill = Invoice(
      id: ID(rawValue: 0), request: desk.request, number: "۱۲", day: CourseOffice.today,
      title: "پذیرایی", amount: Rial(2_500_000))
    let id = try desk.it.perform(PutInvoice(bill), desk.it.manager)
    var empty = bill
    empty.amount = Rial(0)
    #expect(throws: Failure.self) { try desk.it.perform(PutInvoice(empty), desk.it.manager) }
    #expect(throws: Failure.self) { try desk.it.perform(PutInvoice(bill), desk.it.instructor) }
    let report = DailyReport(
      id: ID(rawValue: 0), request: desk.request, day: CourseOffice.today.adding(days: 10),
      text: "دو جلسه برگزار شد", cost: Rial(100))
    try desk.it.perform(PutDailyReport(report), desk.it.manager)
    var tomorrow = report
    tomorrow.day = CourseOffice.today.adding(days: 13)
    #expect(throws: Failure.self) { try desk.it.perform(PutDailyReport(tomorrow), desk.it.manager) }
    let kept = try desk.it.portal.store.read {
      (try $0.invoices(of: desk.request), try $0.dailyReports(of: desk.request))
    }
    #expect(kept.0.map(\.amount) == [Rial(2_500_000)])
    #expect(kept.1.map(\.text) == ["دو جلسه برگزار شد"])
    try desk.it.perform(RemoveInvoice(id), desk.it.manager)
    #expect(try desk.it.portal.store.read { try $0.invoices(of: desk.request) }.isEmpty)
  }
}
