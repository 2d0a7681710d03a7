import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Enrolment by the learner")
struct OwnEnrolmentTests {
  private func learner(_ it: CourseOffice, _ number: Int) throws -> (Person, Actor) {
    let person = try it.office.person(number)
    return (person, try it.office.signIn(.learner, person: person.id))
  }

  private func shown(_ it: CourseOffice, to actor: Actor) throws -> [ID<CourseRequest>] {
    it.portal.signIn(actor)
    return try it.portal.read { records, context in
      try context.openCourses(records).map(\.request.request.id)
    }.get()
  }

  @Test(
    "S2-5.2a only courses that learners enrol in themselves are listed, before the class starts")
  func method() throws {
    let own = try CourseOffice(method: .learner)
    let (_, learner) = try learner(own, 1)
    #expect(try shown(own, to: learner) == [], "no class is defined yet")
    _ = try own.define()
    #expect(try shown(own, to: learner) == [own.request])
    own.on(9)
    #expect(try shown(own, to: learner) == [own.request])
    own.on(10)
    #expect(try shown(own, to: learner) == [], "the class has started")
    let expert = try CourseOffice()
    _ = try expert.define()
    #expect(try shown(expert, to: try self.learner(expert, 1).1) == [])
  }

  @Test("S2-5.2a S2-5.7a a course is shown only to those whose decree and appointment fit it")
  func conditions() throws {
    let it = try CourseOffice(method: .learner) {
      $0.conditions = [CourseCondition(.teachingField, "mathematics")]
    }
    let id = try it.define()
    let (person, learner) = try learner(it, 1)
    #expect(try shown(it, to: learner) == [])
    it.portal.signIn(learner)
    let hidden = try it.portal.read { records, context in
      try context.diagnoses(of: person.id, records)
    }.get()
    #expect(hidden.map(\.isOpen) == [false], "yet the diagnosis names it and its reason")
    guard
      case .failure(.refused(let findings)) = it.result(
        EnrolLearner(person.id, in: id, as: .enrol), learner),
      case .enrolment(.jobData)? = findings.first?.reason
    else {
      Issue.record("job data are not asked for")
      return
    }
    // What the personnel office issued opens the course at once (S2-5.7c).
    try it.perform(
      UpdateEmployment(
        appointment: Appointment(
          id: ID(rawValue: 0), person: person.id, number: "۱", year: 1403,
          teachingField: "mathematics", from: Office.today)), it.expert)
    #expect(try shown(it, to: learner) == [it.request])
    try it.perform(EnrolLearner(person.id, in: id, as: .enrol), learner)
  }

  @Test("S2-5.7c a new appointment updates the learner at once; learners cannot write their own")
  func update() throws {
    let it = try CourseOffice(method: .learner)
    let (person, learner) = try learner(it, 1)
    let paper = UpdateEmployment(
      appointment: Appointment(
        id: ID(rawValue: 0), person: person.id, number: "۱", year: 1403, from: Office.today))
    #expect(failure(it.result(paper, learner)) == .forbidden)
    let stranger = try it.office.signIn(.expert, at: it.office.otherDistrict)
    #expect(failure(it.result(paper, stranger)) == .forbidden)
    try it.perform(paper, it.expert)
    let now = try it.portal.store.read { try $0.employment(of: person.id) }
    #expect(now.appointments(on: Office.today).map(\.number) == ["۱"])
  }

  @Test("S2-5.1a learners enrol from the first day of enrolment to the last, both included")
  func window() throws {
    let it = try CourseOffice(method: .learner)
    var draft = it.classDraft()
    draft.enrolFrom = Office.today.adding(days: 2)
    let id = try it.perform(DefineClass(draft), it.manager)
    for (day, isOpen) in [(1, false), (2, true), (5, true), (6, false)] {
      it.on(day)
      let (person, learner) = try learner(it, 10 + day)
      let result = it.result(EnrolLearner(person.id, in: id, as: .enrol), learner)
      #expect((failure(result) == nil) == isOpen, "day \(day)")
    }
  }

  @Test("S2-5.4b past courses of the year count for the ceiling, and a course in both counts once")
  func ceiling() throws {
    let it = try CourseOffice(method: .learner)
    let id = try it.define()
    let (person, learner) = try learner(it, 1)
    func record(_ minutes: Int, code: String = "", year: Int = 1403) throws {
      try it.portal.store.write(at: it.portal.clock.now()) { records in
        try records.insert(
          TrainingRecord(
            id: try records.newID(), person: person.id, courseCode: code, title: "دورهٔ پیشین",
            minutes: minutes, year: year))
        try records.journal(Cause(useCase: "test.record"))
      }
    }
    try record(99_999, year: 1402)
    try record(15_000 - 960 + 1)
    let enrol = EnrolLearner(person.id, in: id, as: .enrol)
    #expect(
      refusals(it.result(enrol, learner))
        == [.enrolment(.overCeiling(total: 15_001, ceiling: 15_000))])
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      try records.run("UPDATE training_record SET minutes = minutes - 1 WHERE year = 1403")
      try records.journal(Cause(useCase: "test.record"))
    }
    try it.perform(enrol, learner)
    // The same course in a list of past courses is not counted a second time.
    try record(960, code: "91400102")
    let minutes = try it.portal.store.read { try $0.yearMinutes(of: person.id, in: 1403) }
    #expect(minutes == 15_000)
  }

  @Test("S2-5.1 a course passed before, by a list of past courses, is not taken again")
  func passedBefore() throws {
    let it = try CourseOffice(method: .learner)
    let id = try it.define()
    let (person, learner) = try learner(it, 1)
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      try records.insert(
        TrainingRecord(
          id: try records.newID(), person: person.id, courseCode: "91400102", title: "همین دوره",
          minutes: 960, year: 1401))
      try records.journal(Cause(useCase: "test.record"))
    }
    #expect(
      refusals(it.result(EnrolLearner(person.id, in: id, as: .enrol), learner))
        == [.enrolment(.alreadyInCourse)])
  }

  @Test("S2-5.7d S0-9 experts diagnose their own people, learners only themselves")
  func reach() throws {
    let it = try CourseOffice(method: .learner)
    _ = try it.define()
    let (person, learner) = try learner(it, 1)
    let (other, _) = try self.learner(it, 2)
    let stranger = try it.office.signIn(.expert, at: it.office.otherDistrict)
    func result(_ who: ID<Person>, _ actor: Actor) -> Result<[CourseDiagnosis], Failure> {
      it.portal.signIn(actor)
      return it.portal.read { try $1.diagnoses(of: who, $0) }
    }
    #expect(try result(person.id, learner).get().map(\.isOpen) == [true])
    #expect(try result(person.id, it.expert).get().map(\.isOpen) == [true])
    #expect(failure(result(other.id, learner)) == .forbidden)
    #expect(failure(result(person.id, stranger)) == .forbidden)
  }
}
