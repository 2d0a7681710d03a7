import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

extension CourseOffice {
  /// An exam of a class with these scores, straight into the records; nil was absent.
  @discardableResult
  func examine(
    _ it: ID<TrainingClass>, _ scores: [(ID<Enrolment>, Score?)], passing: Score = Score(12)
  ) throws -> ID<Exam> {
    try portal.store.write(at: portal.clock.now()) { records in
      let exam = Exam(
        id: try records.newID(), trainingClass: it, kind: .final, title: "آزمون پایانی",
        day: Self.today.adding(days: 20), passing: passing)
      try records.insert(exam)
      for (enrolment, score) in scores {
        let result = ExamResult(
          id: try records.newID(), exam: exam.id, enrolment: enrolment, isPresent: score != nil,
          score: score, day: Self.today.adding(days: 20))
        #expect(try records.put(result, from: nil) == nil)
      }
      try records.journal(Cause(useCase: "test.exam"))
      return exam.id
    }
  }

  func enrolment(_ id: ID<Enrolment>) throws -> Enrolment {
    try #require(try portal.store.read { try $0.enrolment(id) })
  }

  func certificates(_ it: ID<TrainingClass>) throws -> [Certificate] {
    try portal.store.read { try $0.certificates(of: it) }
  }

  func verdict(_ code: CertificateCode) throws -> CertificateVerdict {
    try portal.store.read { try $0.verdict(on: code) }
  }

  /// A class of three the day after its period: the first passes with 17.25, the second with exactly
  /// the passing score and one tenth of absence, the third was absent a minute too long.
  func ripe() throws -> (
    id: ID<TrainingClass>, sessions: [Session], learners: [ID<Enrolment>], exam: ID<Exam>
  ) {
    let it = try inControl(3)
    let exam = try examine(
      it.id,
      [
        (it.learners[0], Score(hundredths: 1725)), (it.learners[1], Score(12)),
        (it.learners[2], Score(20)),
      ])
    let span = it.sessions[0].span
    try mark(
      it.learners[1], .late(arriving: span.start + 96, in: span), in: it.sessions[0])
    try mark(
      it.learners[2], .late(arriving: span.start + 97, in: span), in: it.sessions[0])
    try countPaper(of: it.id)
    on(37)
    return (it.id, it.sessions, it.learners, exam)
  }

  /// Why a course is closed that was not measured.
  static let unmeasured = "نظرسنجی روی کاغذ انجام شد."

  /// The same, closed.
  func closed() throws -> (
    id: ID<TrainingClass>, sessions: [Session], learners: [ID<Enrolment>], exam: ID<Exam>
  ) {
    let it = try ripe()
    try perform(CloseClass(it.id), expert, reason: Self.unmeasured)
    return it
  }
}

@Suite("Closing a class and its certificates")
struct ClosingTests {
  @Test("S2-10.5a a class is closed the day after the period, not on its last day")
  func afterThePeriod() throws {
    let it = try CourseOffice()
    let room = try it.ripe()
    it.on(36)
    #expect(
      refusals(it.result(CloseClass(room.id), it.expert))
        == [.training(.periodRunning(until: CourseOffice.control.to))])
    #expect(try it.certificates(room.id).isEmpty)
    it.on(37)
    #expect(
      try it.perform(CloseClass(room.id), it.expert, reason: CourseOffice.unmeasured).certificates
        == 2)
    #expect(try it.state(of: room.id) == .closed)
  }

  @Test("S2-8.2a a course without its survey or its tests is closed only with a reason")
  func unmeasuredCourse() throws {
    let it = try CourseOffice()
    let room = try it.ripe()
    #expect(
      refusals(it.result(CloseClass(room.id), it.expert, reason: " "))
        == [.effectiveness(.compulsoryMissing(survey: true, tests: true))])
    #expect(try it.certificates(room.id).isEmpty)
    try it.perform(CloseClass(room.id), it.expert, reason: CourseOffice.unmeasured)
    #expect(try it.state(of: room.id) == .closed)
  }

  @Test(
    "S2-10.5b a class with a learner who has neither a score nor an absence is not closed"
  )
  func scoresFirst() throws {
    let it = try CourseOffice()
    let room = try it.inControl(2)
    it.on(37)
    try it.countPaper(of: room.id)
    #expect(
      refusals(it.result(CloseClass(room.id), it.expert)) == [.training(.examMissing)])
    try it.examine(room.id, [(room.learners[0], Score(15))])
    try it.countPaper(of: room.id)
    #expect(
      refusals(it.result(CloseClass(room.id), it.expert)) == [.training(.scoresMissing(1))])
  }

  @Test(
    "S2-10.1a S2-10.5c who meets the three conditions passes and gets a certificate with every fact; the others do not"
  )
  func issue() throws {
    let it = try CourseOffice()
    let room = try it.closed()
    #expect(
      try room.learners.map { try it.enrolment($0).state } == [.passed, .passed, .failedAbsence])
    let found = try it.certificates(room.id)
    #expect(Set(found.map(\.enrolment)) == Set(room.learners.prefix(2)))
    let first = try #require(found.first { $0.enrolment == room.learners[0] })
    #expect(first.state == .issued)
    #expect(first.facts.score == Fraction(1725, 2000))
    #expect(first.facts.minutes == 960)
    #expect(first.facts.courseCode == "91400102")
    #expect(first.facts.courseTitle == "مدیریت کلاس درس")
    #expect(first.facts.issued == CourseOffice.today.adding(days: 37))
    #expect(first.facts.from == room.sessions[0].day)
    #expect(first.facts.to == room.sessions[1].day)
    #expect(first.facts.office == "شهرستان سروستان")
    #expect(first.code == CertificateCode(of: first.facts))
    #expect(
      found.map(\.facts.number) == (1...2).map { "\(it.portal.today.year)/1601/\($0)" })
  }

  @Test(
    "S2-10.5c the hours of who passed stay in the year's record, those of who failed do not"
  )
  func hours() throws {
    let it = try CourseOffice()
    let room = try it.closed()
    func minutes(_ id: ID<Enrolment>) throws -> Int {
      let person = try it.enrolment(id).person
      return try it.portal.store.read {
        try $0.yearMinutes(of: person, in: CourseOffice.today.year)
      }
    }
    #expect(try minutes(room.learners[0]) == 960)
    #expect(try minutes(room.learners[2]) == 0)
    let person = try it.enrolment(room.learners[0]).person
    #expect(try it.portal.store.read { try $0.certificates(of: person) }.count == 1)
  }

  @Test("S2-10.5b a class is not closed before its paper was compared, nor where it differs")
  func paperFirst() throws {
    let it = try CourseOffice()
    let room = try it.inControl(1)
    try it.examine(room.id, [(room.learners[0], Score(15))])
    it.on(37)
    #expect(it.result(CloseClass(room.id), it.expert).isRefused)
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      let found = try records.paperComparison(of: room.id)
      var paper = found.records
      paper.scoreTotal += 100
      #expect(try records.put(paper, reason: "", over: found) == nil)
      try records.journal(Cause(useCase: "test.paper"))
    }
    #expect(it.result(CloseClass(room.id), it.expert).isRefused)
    #expect(try it.certificates(room.id).isEmpty)
    try it.countPaper(of: room.id)
    #expect(
      try it.perform(CloseClass(room.id), it.expert, reason: CourseOffice.unmeasured).certificates
        == 1)
  }

  @Test("S2-10.1b the passing score of the class decides")
  func ownPassMark() throws {
    let it = try CourseOffice()
    let room = try it.inControl(2)
    try it.examine(
      room.id, [(room.learners[0], Score(hundredths: 1450)), (room.learners[1], Score(14))],
      passing: Score(hundredths: 1450))
    try it.countPaper(of: room.id)
    it.on(37)
    try it.perform(CloseClass(room.id), it.expert, reason: CourseOffice.unmeasured)
    #expect(try room.learners.map { try it.enrolment($0).state } == [.passed, .failedScore])
  }

  @Test(
    "S2-10.5c nothing changes in a closed class: no absence, no enrolment, no session, no objection"
  )
  func locked() throws {
    let it = try CourseOffice()
    let room = try it.closed()
    let person = try it.office.person(77)
    let learner = try it.learner(of: room.learners[0])
    let before = try it.portal.store.read { try $0.lastEntryNumber() }
    let closedOnly: [Finding.Reason] = [.enrolment(.classClosed)]
    #expect(
      refusals(
        it.result(
          MarkAttendance(
            [.init(room.learners[0], from: nil, to: .absent)], in: room.sessions[1].id,
            mode: .overwrite), it.manager)) == closedOnly)
    #expect(
      refusals(it.result(EnrolLearner(person.id, in: room.id), it.expert))
        .contains(.enrolment(.classNotOpen(.closed))))
    #expect(it.result(RemoveEnrolment(room.learners[2], letter: "۱۲"), it.expert).isRefused)
    #expect(it.result(RemoveSession(room.sessions[1].id), it.manager).isRefused)
    #expect(
      it.result(RegisterObjection(room.learners[0], .score, text: "نمره"), learner).isRefused)
    #expect(try it.portal.store.read { try $0.lastEntryNumber() } == before)
  }

  @Test(
    "S2-10.5c what was done before is not taken back in a closed class, nor is the closing itself"
  )
  func nothingTakenBack() throws {
    let it = try CourseOffice()
    let room = try it.inControl(2)
    let removed = it.portal.perform(
      RemoveEnrolment(room.learners[1], letter: "۱۲"), as: it.expert)
    let number = try removed.get().entry
    try it.examine(room.id, [(room.learners[0], Score(15))])
    try it.countPaper(of: room.id)
    it.on(37)
    let closing = try it.portal.perform(
      CloseClass(room.id), as: it.expert, reason: CourseOffice.unmeasured
    ).get().entry
    #expect(it.result(Undo(number: number), it.expert).isRefused)
    #expect(try it.enrolment(room.learners[1]).state == .removed)
    #expect(
      refusals(it.result(Undo(number: closing), it.expert)) == [.portal(.notUndoable)])
  }

  @Test(
    "SM-9 SM-12 the province opens a class again with a reason; certificates are revoked, learners are back"
  )
  func reopen() throws {
    let it = try CourseOffice()
    let room = try it.closed()
    let codes = try it.certificates(room.id).map(\.code)
    #expect(refusals(it.result(ReopenClass(room.id), it.province)) == [.portal(.reasonMissing)])
    let other = it.result(ReopenClass(room.id), it.expert, reason: "اشتباه")
    guard case .failure(.forbidden) = other else {
      Issue.record("the district opened a class again: \(other)")
      return
    }
    #expect(
      try it.perform(ReopenClass(room.id), it.province, reason: "نمرهٔ جابه‌جا") == 2)
    #expect(try it.state(of: room.id) == .objectionPeriod)
    #expect(
      try room.learners.allSatisfy { try it.enrolment($0).state == .enrolled })
    for it in try it.certificates(room.id) {
      #expect(it.state == .revoked)
      #expect(it.reason == "نمرهٔ جابه‌جا")
      #expect(it.revoked == CourseOffice.today.adding(days: 37))
    }
    // Closed again, everybody gets a new number, and the old codes stay revoked.
    try it.perform(CloseClass(room.id), it.expert, reason: CourseOffice.unmeasured)
    let again = try it.certificates(room.id)
    #expect(again.map(\.serial) == [1, 2, 3, 4])
    for code in codes {
      guard case .revoked = try it.verdict(code) else {
        Issue.record("a revoked code is not told")
        return
      }
    }
  }

  @Test(
    "SM-12 one certificate is revoked with a reason, and issued anew under another number"
  )
  func revokeAndReissue() throws {
    let it = try CourseOffice()
    let room = try it.closed()
    let first = try #require(try it.certificates(room.id).first)
    #expect(
      refusals(it.result(ReissueCertificate(first.enrolment), it.expert))
        == [.closing(.certificateExists(number: first.facts.number))])
    #expect(
      refusals(it.result(Advance<CertificateLife>(first.id, .revoke), it.province))
        == [.portal(.reasonMissing)])
    try it.perform(
      Advance<CertificateLife>(first.id, .revoke), it.province, reason: "نام نادرست")
    guard case .revoked(let told) = try it.verdict(first.code) else {
      Issue.record("a revoked certificate does not say so")
      return
    }
    #expect(told.reason == "نام نادرست")
    let id = try it.perform(ReissueCertificate(first.enrolment), it.expert)
    let new = try #require(try it.certificates(room.id).first { $0.id == id })
    #expect(new.serial == 3)
    #expect(new.code != first.code)
    // Who failed gets none.
    #expect(
      refusals(it.result(ReissueCertificate(room.learners[2]), it.expert))
        == [.closing(.enrolmentNotPassed(.failedAbsence))])
  }

  @Test("S2-10.5c a code is valid, unknown, or tells what was changed since")
  func verify() throws {
    let it = try CourseOffice()
    let room = try it.closed()
    let first = try #require(
      try it.certificates(room.id).first { $0.enrolment == room.learners[0] })
    #expect(try it.verdict(first.code) == .valid(first))
    #expect(try it.verdict(CertificateCode(digest: Array(repeating: 7, count: 32))) == .unknown)

    // Behind the back of the program: another name on the certificate, another score in the exam.
    var forged = first
    forged.facts.holder = "کسی دیگر"
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      #expect(try records.update(first, to: forged) == nil)
      let old = try records.result(of: room.exam, room.learners[0])
      var new = try #require(old)
      new.score = Score(20)
      #expect(try records.put(new, from: old) == nil)
      try records.journal(Cause(useCase: "test.forgery"))
    }
    #expect(try it.verdict(first.code) == .changed(forged, [.facts, .score]))
  }

  @Test("S2-10.4b an accepted score is corrected in the exam, not above its full score")
  func correctedScore() throws {
    let it = try CourseOffice()
    let room = try it.inControl(1)
    let exam = try it.examine(room.id, [(room.learners[0], Score(11))])
    let actor = try it.learner(of: room.learners[0])
    let id = try it.perform(RegisterObjection(room.learners[0], .score, text: "جمع نمره"), actor)
    #expect(
      it.result(AcceptObjection(id, .score(exam, Score(21))), it.expert).isRefused)
    #expect(
      refusals(it.result(AcceptObjection(id, .score(exam, Score(11))), it.expert))
        == [.closing(.correctionMissing)])
    try it.perform(AcceptObjection(id, .score(exam, Score(13))), it.expert, reason: "جمع شد")
    #expect(try it.objection(id).before == "1100")
    #expect(try it.objection(id).after == "1300")
    try it.countPaper(of: room.id)
    it.on(37)
    try it.perform(CloseClass(room.id), it.expert, reason: CourseOffice.unmeasured)
    #expect(try it.enrolment(room.learners[0]).state == .passed)
  }

  @Test(
    "S2-10.1a why somebody gets no certificate: every condition, and what the class still needs"
  )
  func diagnosis() throws {
    let it = try CourseOffice()
    let room = try it.ripe()
    it.on(36)
    it.portal.signIn(it.expert)
    let found = try it.portal.read { try $1.certificateDiagnoses(of: room.id, $0) }.get()
    let third = try #require(found.first { $0.learner.enrolment.id == room.learners[2] })
    #expect(third.conditions.checks.map(\.isMet) == [true, false, true])
    #expect(
      third.findings.map(\.reason) == [
        .attendance(.overLimit(absent: 97, allowed: 96)),
        .training(.periodRunning(until: CourseOffice.control.to)),
      ])
    // A learner sees the own one, and nobody else's.
    _ = try it.learner(of: room.learners[2])
    let own = it.portal.read { try $1.certificateDiagnosis(of: room.learners[2], $0) }
    #expect(try !own.get().conditions.areMet)
    #expect(
      it.portal.read { try $1.certificateDiagnosis(of: room.learners[0], $0) }.isRefused)
  }
}
