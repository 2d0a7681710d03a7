import Testing
import Training

@Suite struct AttendanceMarkTests {
  private let session = Fixture.span(480, 600)

  @Test("S2-7.9 a mark is stored as one short text and read back the same")
  func text() throws {
    let marks: [(AttendanceMark, String)] = [
      (.present, "p"), (.absent, "a"), (.excused, "x"),
      (try .late(arriving: 495, in: session), "l:480-495"),
      (try .leftEarly(at: 570, in: session), "e:570-600"),
      (
        try AttendanceMark(
          absences: [Fixture.span(510, 520), Fixture.span(480, 495)], in: session),
        "g:480-495,510-520"
      ),
    ]
    for (mark, text) in marks {
      #expect(mark.text == text)
      #expect(AttendanceMark(text: text) == mark)
    }
  }

  @Test(
    "Texts that no mark would write are refused",
    arguments: [
      "", "q", "p:480-495", "l", "a:", "l:", "g:495-480", "g:480-495,490-520", "g:480-495,495-520",
      "g:0480-495", "l:480-1441", "p ", "g:480-495,", "l:+480-495", "x:1-2", "l:480",
    ])
  func badText(_ text: String) {
    #expect(AttendanceMark(text: text) == nil)
  }

  @Test("S2-7.9 late counts the minutes before arrival, and arriving in time is present")
  func late() throws {
    #expect(try AttendanceMark.late(arriving: 480, in: session) == .present)
    #expect(try AttendanceMark.late(arriving: 470, in: session) == .present)
    #expect(try AttendanceMark.late(arriving: 481, in: session).absentMinutes(in: session) == 1)
    #expect(try AttendanceMark.late(arriving: 599, in: session).absentMinutes(in: session) == 119)
    #expect(throws: Refusal.self) { try AttendanceMark.late(arriving: 600, in: session) }
  }

  @Test("S2-7.9 leaving early counts the minutes after it, and staying to the end is present")
  func leftEarly() throws {
    #expect(try AttendanceMark.leftEarly(at: 600, in: session) == .present)
    #expect(try AttendanceMark.leftEarly(at: 599, in: session).absentMinutes(in: session) == 1)
    #expect(throws: Refusal.self) { try AttendanceMark.leftEarly(at: 480, in: session) }
  }

  @Test("S2-7.9c an absence ends after it begins, inside the session, apart from the others")
  func entries() throws {
    func reasons(_ from: Int, _ to: Int, _ others: [TimeSpan] = []) -> [AttendanceReason] {
      AbsenceInSession().findings(
        in: AbsenceEntry(from: from, to: to, session: session, others: others)
      ).map { finding in
        guard case .attendance(let reason) = finding.reason else {
          return .reversed(from: 0, to: 0)
        }
        #expect(finding.severity == .refusal)
        #expect(finding.clause.id == "S2-7.9c")
        return reason
      }
    }
    #expect(reasons(480, 600) == [])
    #expect(reasons(480, 480) == [.reversed(from: 480, to: 480)])
    #expect(reasons(500, 490) == [.reversed(from: 500, to: 490)])
    #expect(reasons(479, 490) == [.outsideSession(from: 479, to: 490, session: session)])
    #expect(reasons(590, 601) == [.outsideSession(from: 590, to: 601, session: session)])
    let other = Fixture.span(500, 520)
    #expect(reasons(480, 500, [other]) == [])
    #expect(reasons(520, 530, [other]) == [])
    #expect(reasons(519, 530, [other]) == [.overlap(Fixture.span(519, 530), with: other)])
  }

  @Test("S2-7.9 the status follows from the intervals")
  func derivedStatus() throws {
    func status(_ spans: [TimeSpan]) throws -> AttendanceMark.Status {
      try AttendanceMark(absences: spans, in: session).status
    }
    #expect(try status([]) == .present)
    #expect(try status([session]) == .absent)
    #expect(try status([Fixture.span(480, 540), Fixture.span(540, 600)]) == .absent)
    #expect(try status([Fixture.span(480, 500)]) == .late)
    #expect(try status([Fixture.span(590, 600)]) == .leftEarly)
    #expect(try status([Fixture.span(500, 510)]) == .partial)
    #expect(try status([Fixture.span(480, 490), Fixture.span(590, 600)]) == .partial)
    #expect(throws: Refusal.self) {
      try AttendanceMark.late(arriving: 500, in: session)
        .adding(Fixture.span(490, 510), in: session)
    }
  }

  @Test("An absence is as long as the session turns out to be, excused is none")
  func movedSession() throws {
    let shorter = Fixture.span(490, 560)
    #expect(AttendanceMark.absent.absentMinutes(in: shorter) == 70)
    #expect(AttendanceMark.excused.absentMinutes(in: shorter) == 0)
    #expect(
      try AttendanceMark.late(arriving: 500, in: session).absentMinutes(in: shorter) == 10)
    #expect(
      try AttendanceMark.leftEarly(at: 570, in: session).absentMinutes(in: shorter) == 0)
  }

  @Test("S2-7.9 random intervals: the minutes are those of the set, and the text keeps all")
  func randomIntervals() throws {
    var random = SplitMix64(seed: 1403)
    for _ in 0..<2_000 {
      var spans: [TimeSpan] = []
      var minutes: Set<Int> = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let start = Int.random(in: 470...605, using: &random)
        let length = Int.random(in: 1...40, using: &random)
        spans.append(Fixture.span(start, start + length))
      }
      spans.shuffle(using: &random)
      let all = spans.flatMap { Array($0.start..<$0.end) }
      minutes.formUnion(all)
      let fits =
        minutes.count == all.count && minutes.allSatisfy { $0 >= 480 && $0 < 600 }
      do {
        let mark = try AttendanceMark(absences: spans, in: session)
        #expect(fits, "\(spans)")
        #expect(mark.absentMinutes(in: session) == minutes.count)
        #expect(AttendanceMark(text: mark.text) == mark)
      } catch {
        #expect(!fits, "\(spans)")
        #expect(!error.findings.isEmpty)
      }
    }
  }

  @Test("Random texts never crash the reader, and what is read writes the same text")
  func randomTexts() {
    var random = SplitMix64(seed: 7)
    let letters = Array("paleg x:-,0123456789")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
          letters.randomElement(using: &random)!
        })
      if let mark = AttendanceMark(text: text) { #expect(mark.text == text) }
    }
  }
}
