import Persian
import Testing
import Training

@Suite("Pay of executive factors and the rules of course files")
struct PayTests {
  private let day = Fixture.day("1403/03/01")

  private func factor(_ duty: Factor.Duty, minutes: Int = 0, _ number: Int = 7) -> Factor {
    Factor(
      id: Fixture.id(number), request: Fixture.id(1), duty: duty, isEducator: true,
      fullName: "حمید صادقی", minutes: minutes)
  }

  /// Two sessions of two hours that were held, one nobody marked, one that is still to come.
  private func sessions(instructor: ID<Factor>? = nil) -> [HeldSession] {
    let plan: [(Int, String, Int)] = [
      (1, "1403/02/10", 5), (2, "1403/02/11", 4), (3, "1403/02/12", 0), (4, "1403/03/02", 3),
    ]
    return plan.map { number, day, present in
      var session = Fixture.session(number, on: day)
      session.instructor = instructor
      return HeldSession(session: session, className: "کلاس ۱", present: present, absent: 0)
    }
  }

  private func line(
    _ duty: Factor.Duty, _ pay: (inout FactorPay) -> Void, minutes: Int = 0, code: Bool = true,
    sessions: [HeldSession]? = nil, instructors: Int = 1, rules: Rules? = nil
  ) throws -> PayLine {
    let factor = factor(duty, minutes: minutes)
    var record = FactorPay(
      factor: factor.id, job: Rial(10_000_000), incumbent: Rial(5_000_000),
      management: Rial(2_600_000), hasSlip: true)
    pay(&record)
    return PayLine(
      factor, hasPersonnelCode: code, pay: record, sessions: sessions ?? self.sessions(),
      instructors: instructors, on: day, under: try rules ?? Fixture.rules())
  }

  @Test("S2-9.4a S2-9.4b the sum over 176: an instructor twice 100,000, another factor once")
  func rates() throws {
    #expect(try line(.instructor) { _ in }.rate == Rial(200_000))
    #expect(try line(.manager) { _ in }.rate == Rial(100_000))
    #expect(try line(.servant) { $0.management = Rial(0) }.rate == Rial(85_227))
  }

  @Test("S2-9.4c the professional part never counts, and is taken off the post's pay that has it")
  func professional() throws {
    let beside = try line(.manager) { $0.professional = Rial(1_760_000) }
    #expect(beside.rate == Rial(100_000))
    let within = try line(.manager) {
      $0.professional = Rial(1_760_000)
      $0.isProfessionalInJob = true
    }
    #expect(within.pay.base == Rial(15_840_000))
    #expect(within.rate == Rial(90_000))
    let more = try line(.manager) {
      $0.professional = Rial(10_000_001)
      $0.isProfessionalInJob = true
    }
    #expect(
      more.findings.refusals.map(\.reason) == [.file(.professionalOverJob(name: "حمید صادقی"))])
  }

  @Test("S2-9.4c without the pay slip the document is refused; with it nothing stands against it")
  func slip() throws {
    let without = try line(.manager, { $0.hasSlip = false }, minutes: 60)
    #expect(without.findings.refusals.map(\.reason) == [.file(.paySlipMissing(name: "حمید صادقی"))])
    #expect(without.findings.first?.clause.id == "S2-9.4c")
    #expect(try line(.manager, { _ in }, minutes: 60).findings.isEmpty)
  }

  @Test("S2-9.4d without a personnel code the rate is agreed on and a contract stands behind it")
  func agreed() throws {
    let bare = try line(.instructor, { _ in }, code: false)
    #expect(bare.rate == Rial(0))
    #expect(
      bare.findings.refusals.map(\.reason) == [
        .file(.agreedRateMissing(name: "حمید صادقی")), .file(.contractMissing(name: "حمید صادقی")),
      ])
    let whole = try line(
      .instructor,
      {
        $0.hasSlip = false
        $0.agreed = Rial(1_500_000)
        $0.contract = LetterMark(number: "۱۲", day: day)
      }, code: false)
    #expect(whole.findings.allow)
    #expect(whole.gross == Rial(6_000_000))
  }

  @Test("S2-9.4e hours are those of sessions held: neither the unmarked nor the coming count")
  func hours() throws {
    let line = try line(.instructor) { _ in }
    #expect(line.minutes == 240)
    #expect(line.worked.map(\.session.id) == [Fixture.id(1), Fixture.id(2)])
    #expect(line.sessions.count == 4)
    #expect(line.gross == Rial(800_000))
    #expect(line.findings.map(\.reason) == [.file(.sessionsUnmarked(name: "حمید صادقی", 1))])
    // A session without a name is nobody's where several teach; a name decides.
    #expect(try self.line(.instructor, { _ in }, instructors: 2).minutes == 0)
    #expect(
      try self.line(
        .instructor, { _ in }, sessions: sessions(instructor: Fixture.id(7)), instructors: 2
      ).minutes == 240)
    #expect(
      try self.line(.instructor, { _ in }, sessions: sessions(instructor: Fixture.id(8)))
        .minutes == 0)
    // Others have their recorded time, or that of the sessions.
    #expect(try self.line(.manager, { _ in }, minutes: 90).minutes == 90)
    #expect(try self.line(.manager) { _ in }.minutes == 240)
  }

  @Test("S2-9.4e rate and payment are rounded to whole rials, a half up; nothing is deducted unset")
  func rounding() throws {
    // 88 / 176 is half a rial.
    let half = try line(.manager, { $0 = FactorPay(factor: $0.factor, job: Rial(88)) }, minutes: 60)
    #expect(half.rate == Rial(1))
    let below = try line(.manager, { $0 = FactorPay(factor: $0.factor, job: Rial(87)) })
    #expect(below.rate == Rial(0))
    let odd = try line(.manager, { _ in }, minutes: 50)
    #expect(odd.gross == Rial(83_333))
    #expect((odd.tax, odd.insurance) == (Rial(0), Rial(0)))
    #expect(odd.net == odd.gross)
  }

  @Test("S2-9.4e 176, the factor 2 and the deductions are numbers of the rule book")
  func settings() throws {
    var values = try Fixture.book().all
    for (key, value) in [
      (RuleKey.payDivisor, Fraction(160)), (.payInstructorFactor, Fraction(3, 2)),
      (.payTax, Fraction(1, 10)), (.payInsurance, Fraction(7, 100)),
    ] {
      guard let index = values.firstIndex(where: { $0.key == key.rawValue }) else { continue }
      values[index].value = value
    }
    let rules = try RuleBook(values).inForce(on: day)
    let line = try line(.instructor, { $0.management = Rial(1_000_000) }, rules: rules)
    #expect(line.rate == Rial(150_000))
    #expect(line.gross == Rial(600_000))
    #expect((line.tax, line.insurance) == (Rial(60_000), Rial(42_000)))
    #expect(line.net == Rial(498_000))
  }

  private func retention(_ day: String, _ letter: LetterMark?) throws -> [Finding.Reason] {
    let file = CourseFile(request: Fixture.id(1), state: .archived)
    let facts = CourseFileLife.Facts(
      file: file, day: Fixture.day(day), end: Fixture.day("1400/06/10"), confirmation: letter)
    return FolderRetention(rules: try Fixture.rules()).findings(in: facts).map(\.reason)
  }

  @Test("S2-9.2b folder B is destroyed after three years with the confirmation, not a day before")
  func destruction() throws {
    let letter = LetterMark(number: "۴۵", day: Fixture.day("1403/05/01"))
    #expect(try retention("1403/06/10", letter).isEmpty)
    let early = CourseFileReason.retention(until: Fixture.day("1403/06/10"), years: 3)
    #expect(try retention("1403/06/09", letter) == [.file(early)])
    // Two years and eleven months.
    #expect(try retention("1403/05/10", letter) == [.file(early)])
    let missing = Finding.Reason.file(.groupConfirmationMissing(years: 3))
    #expect(try retention("1403/06/10", LetterMark()) == [missing])
    #expect(try retention("1403/06/10", LetterMark(number: "۴۵")) == [missing])
    #expect(try retention("1403/06/09", LetterMark()) == [.file(early), missing])
  }

  @Test("S2-9.5b equal counts pass; each differing one is named, until a reason is recorded")
  func comparison() {
    let records = ClassCounts(learners: 20, scores: 19, scoreTotal: 30_450, absences: 7)
    func findings(_ paper: ClassCounts?, _ reason: String = "") -> [Finding] {
      PaperComparison(
        trainingClass: Fixture.id(1), className: "الف", records: records, paper: paper,
        reason: reason
      ).findings
    }
    #expect(findings(records).isEmpty)
    #expect(findings(nil).map(\.reason) == [.file(.notCompared(className: "الف"))])
    var paper = records
    paper.learners = 21
    paper.scoreTotal = 30_400
    let differences: [PaperComparison.Difference] = [
      .init(.learners, records: 20, paper: 21), .init(.scoreTotal, records: 30_450, paper: 30_400),
    ]
    #expect(
      findings(paper).refusals.map(\.reason) == [.file(.differs(className: "الف", differences))])
    #expect(findings(paper, "مهمان در برگه نیست").allow)
    #expect(findings(paper, "مهمان در برگه نیست").map(\.severity) == [.warning])
    // A reason does not stand for a count that nobody has made.
    #expect(!findings(nil, "دلیل").allow)
  }

  @Test("S2-9.1a the nine parts of folder A stand in the order of the regulation")
  func parts() {
    let codes = FolderItem.Code.allCases.filter { $0.folder == .a }
    #expect(
      codes == [
        .permit, .formOne, .learners, .formTwo, .attendance, .formThree, .scores, .formFour,
        .surveySummary,
      ])
    #expect(FolderItem.Code.allCases.filter { $0.folder == .b }.count == 5)
  }

  @Test(
    "S2-10.2a a file handed over on the last day of the month is in time, a day later is flagged")
  func delivery() throws {
    let rules = try Fixture.rules()
    func findings(_ day: String) -> [Finding] {
      DeliveryInTime(rules: rules).findings(
        in: CourseFileLife.Facts(
          file: CourseFile(request: Fixture.id(1)), day: Fixture.day(day),
          end: Fixture.day("1403/02/20")))
    }
    #expect(findings("1403/03/20").isEmpty)
    #expect(
      findings("1403/03/21").map(\.reason) == [
        .file(.deliveryLate(due: Fixture.day("1403/03/20")))
      ])
    #expect(findings("1403/03/21").allow)
  }
}
