import Testing
import Training

@Suite("The beginning of a class")
struct StartTests {
  private func reasons(
    learners: Int, signed: Int? = nil, unregistered: Int = 0, mode: DeliveryMode = .inPerson
  ) throws -> [Finding.Reason] {
    let facts = StartFacts(
      learners: learners, signed: signed, unregistered: unregistered, mode: mode)
    let findings = StartFacts.policies(under: try Fixture.rules()).findings(in: facts)
    // What is reported holds nobody up.
    #expect(findings.allow)
    return findings.map(\.reason)
  }

  @Test("S2-7.7b fifteen learners are enough, fourteen are reported, on the list and in the room")
  func minimum() throws {
    #expect(try reasons(learners: 15) == [])
    #expect(try reasons(learners: 14) == [.training(.belowMinimum(14, minimum: 15))])
    #expect(try reasons(learners: 20, signed: 15) == [])
    #expect(try reasons(learners: 20, signed: 14) == [.training(.fewSigned(14, minimum: 15))])
    // Nothing is said of signatures before any was taken.
    #expect(try reasons(learners: 20, signed: nil) == [])
    // A mode without a number has no minimum.
    #expect(try reasons(learners: 1, mode: DeliveryMode(rawValue: "mixed")) == [])
  }

  @Test("S2-7.7b one who sits there without being registered is reported too")
  func unregistered() throws {
    #expect(try reasons(learners: 15, unregistered: 0) == [])
    #expect(try reasons(learners: 15, unregistered: 1) == [.training(.unregistered(1))])
  }

  @Test("S2-7.2b manager and instructor, both active, make the permit whole")
  func permit() {
    let manager = Fixture.factor(1, .manager)
    var instructor = Fixture.factor(2, .instructor)
    #expect(PermitFactors().findings(in: [manager, instructor]).isEmpty)
    let missing = [Finding.Reason.factor(.managerOrInstructorMissing)]
    #expect(PermitFactors().findings(in: [manager]).map(\.reason) == missing)
    #expect(PermitFactors().findings(in: [instructor]).map(\.reason) == missing)
    instructor.isActive = false
    #expect(PermitFactors().findings(in: [manager, instructor]).map(\.reason) == missing)
  }

  @Test("S0-7 a record offers the papers of the lines behind it, not of those it may return to")
  func prints() {
    #expect(CourseRequestLife.prints(in: .awaitingProvince) == [])
    #expect(CourseRequestLife.prints(in: .returned) == [])
    #expect(CourseRequestLife.prints(in: .approved) == [.coursePermit])
    #expect(CourseRequestLife.prints(in: .announced) == [.coursePermit, .announcement])
    #expect(CourseRequestLife.prints(in: .running).contains(.coursePermit))
    #expect(ClassLife.prints(in: .defined).contains(.classList))
    #expect(!ClassLife.prints(in: .running).contains(.certificate))
    #expect(ClassLife.prints(in: .closed).contains(.certificate))
  }

  @Test("S2-7.9a who missed more than one tenth is picked out at the end, exactly one tenth is not")
  func overLimit() throws {
    let rules = try Fixture.rules()
    let entries = try [0, 96, 97, 240].enumerated().map { index, absent in
      (
        entry: RosterEntry(
          enrolment: Fixture.id(index), person: try Fixture.person(index + 1), workplace: "حافظ"),
        margin: AbsenceMargin(absent: absent, course: 960, rules: rules)
      )
    }
    let labels = OverLimitList.Labels(
      title: "ع", row: "#", code: "کد", name: "نام", workplace: "محل", absent: "غیبت",
      allowed: "مجاز", excess: "بیش")
    let sheet = OverLimitList(entries).sheet(labels)
    #expect(sheet.rows.map { $0.cells[4] } == [.minutes(97), .minutes(240)])
    #expect(sheet.rows.map { $0.cells[5] } == [.minutes(96), .minutes(96)])
    #expect(sheet.rows.map { $0.cells[6] } == [.minutes(1), .minutes(144)])
  }
}
