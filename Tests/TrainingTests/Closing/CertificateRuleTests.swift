import Persian
import Testing
import Training

@Suite("Conditions of the certificate")
struct CertificateRuleTests {
  private func facts(
    hours: Int, absent: Int, score: Fraction? = Fraction(1200, 2000), pass: Fraction? = nil,
    hasLeft: Bool = false
  ) throws -> EnrolmentLife.Facts {
    EnrolmentLife.Facts(
      day: Fixture.day("1403/03/01"),
      place: .init(
        course: Fixture.course(hours: hours), request: Fixture.request(), requestState: .running,
        trainingClass: Fixture.trainingClass(), classState: .objectionPeriod),
      learner: .init(person: try Fixture.person()),
      outcome: .init(
        absentMinutes: absent, hasExam: true, score: score, passMark: pass, hasLeft: hasLeft))
  }

  private func conditions(_ facts: EnrolmentLife.Facts) throws -> CertificateConditions {
    CertificateConditions(facts, under: try Fixture.rules())
  }

  @Test(
    "S2-10.1a exactly one tenth of the hours may be missed, one minute more may not",
    arguments: [(16, 96, true), (16, 97, false), (20, 120, true), (20, 121, false)])
  func oneTenth(_ hours: Int, _ absent: Int, _ isMet: Bool) throws {
    let found = try conditions(facts(hours: hours, absent: absent))
    #expect(found.areMet == isMet)
    if !isMet {
      #expect(
        found.findings.map(\.reason)
          == [.attendance(.overLimit(absent: absent, allowed: hours * 6))])
      #expect(found.findings.map(\.clause) == [.absenceLimit])
    }
  }

  @Test("S2-10.1a all three conditions are named, each with its clause and a remedy")
  func three() throws {
    let found = try conditions(
      facts(hours: 16, absent: 200, score: Fraction(1199, 2000), hasLeft: true))
    #expect(found.checks.map(\.isMet) == [false, false, false])
    #expect(
      found.findings.map(\.reason) == [
        .closing(.notEnrolled), .attendance(.overLimit(absent: 200, allowed: 96)),
        .enrolment(.scoreBelowPass(Fraction(1199, 2000), required: Fraction(60, 100))),
      ])
    #expect(found.findings.allSatisfy { $0.remedy != nil })
  }

  @Test("S2-10.1b what passes is set by class, else by course, else for all")
  func passMark() throws {
    let half = Fraction(1000, 2000)
    #expect(try !conditions(facts(hours: 16, absent: 0, score: half)).areMet)
    #expect(try conditions(facts(hours: 16, absent: 0, score: half, pass: Fraction(1, 2))).areMet)
    #expect(
      try !conditions(facts(hours: 16, absent: 0, pass: Fraction(1201, 2000))).areMet)
    let own = RuleValue(
      key: "score.pass/91400712", from: Fixture.day("1396/01/01"), value: Fraction(1, 2),
      unit: .fraction, clause: "S2-10.1b", source: "شورای آموزش")
    let rules = try RuleBook(Fixture.book().all + [own]).inForce(on: Fixture.day("1403/03/01"))
    #expect(
      CertificateConditions(try facts(hours: 16, absent: 0, score: half), under: rules).areMet)
  }

  @Test("S2-10.1a without a score, or absent from the exam, nobody passes, and is told which")
  func noScore() throws {
    var missing = try facts(hours: 16, absent: 0, score: nil)
    #expect(try conditions(missing).findings.map(\.reason) == [.enrolment(.scoreMissing)])
    missing.outcome.missedExam = true
    #expect(try conditions(missing).findings.map(\.reason) == [.closing(.examMissed)])
    // Who was not there does not merely wait for a score.
    let half = Fraction(1, 2)
    let isMissed = try conditions(missing).checks.contains { check in
      if case .missedExam(let pass) = check.measure { pass != half } else { false }
    }
    #expect(isMissed)
  }

  @Test("S2-10.1a closing takes the line of the conditions: passed, absent too long, or failed")
  func lines() throws {
    func state(_ facts: EnrolmentLife.Facts) throws -> EnrolmentLife.State? {
      EnrolmentLife.choice(
        of: .close, in: .enrolled, for: .expert, facts: facts, under: try Fixture.rules())?.to
    }
    #expect(try state(facts(hours: 16, absent: 96)) == .passed)
    #expect(try state(facts(hours: 16, absent: 97)) == .failedAbsence)
    #expect(try state(facts(hours: 16, absent: 97, score: nil)) == .failedAbsence)
    #expect(try state(facts(hours: 16, absent: 0, score: nil)) == .failedScore)
  }

  @Test("S2-10.3a a period begins today at the earliest and does not end before it begins")
  func period() throws {
    let today = Fixture.day("1403/04/01")
    func reasons(_ from: Int, _ to: Int) throws -> [Finding.Reason] {
      let facts = ClassLife.Facts(
        trainingClass: Fixture.trainingClass(), request: Fixture.request(), requestState: .running,
        day: today, isFileDelivered: true, objectionsFrom: today.adding(days: from),
        objectionsUntil: today.adding(days: to))
      return try #require(
        ClassLife.choice(
          of: .announceControl, in: .graded, for: .expert, facts: facts, under: Fixture.rules())
      ).findings.map(\.reason)
    }
    #expect(try reasons(0, 0) == [])
    #expect(
      try reasons(-1, 5) == [.closing(.periodPast(from: today.adding(days: -1), today: today))])
    #expect(
      try reasons(2, 1)
        == [
          .closing(
            .periodReversed(from: today.adding(days: 2), to: today.adding(days: 1)))
        ])
  }

  @Test("S2-10.2a the control is not announced before the course file is delivered")
  func fileFirst() throws {
    let facts = ClassLife.Facts(
      trainingClass: Fixture.trainingClass(), request: Fixture.request(), requestState: .running,
      day: Fixture.day("1403/04/01"))
    let choice = try #require(
      ClassLife.choice(
        of: .announceControl, in: .graded, for: .expert, facts: facts, under: Fixture.rules()))
    #expect(choice.findings.map(\.reason) == [.training(.fileNotDelivered)])
  }

  @Test("S2-10.5c a code is read in any digits and groups, and nothing else is a code")
  func codes() throws {
    let code = CertificateCode(digest: Array(repeating: 255, count: 32))
    #expect(code.digits.count == CertificateCode.length)
    #expect(CertificateCode(code.groups) == code)
    #expect(CertificateCode(Digits.persian(" " + code.groups)) == code)
    #expect(CertificateCode(String(code.digits.dropLast())) == nil)
    #expect(CertificateCode(code.digits.dropLast() + "ب") == nil)
  }
}
