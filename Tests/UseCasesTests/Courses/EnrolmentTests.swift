import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Enrolment")
struct EnrolmentTests {
  @Test("S2-5.2b the last place is given and the next person is refused; a place given back counts")
  func capacity() throws {
    let it = try CourseOffice()
    let id = try it.define(capacity: 3)
    let learners = try it.enrol(3, in: id)
    let late = try it.office.person(80)
    let enrol = EnrolLearner(late.id, in: id)
    #expect(refusals(it.result(enrol, it.expert)) == [.enrolment(.full(capacity: 3))])
    let removal = try it.portal.perform(
      RemoveEnrolment(learners[0], letter: "۱۲ مورخ ۱۴۰۳/۷/۱"), as: it.expert
    ).get().entry
    try it.perform(enrol, it.expert)
    it.portal.signIn(it.expert)
    #expect(
      refusals(it.portal.undo(removal)) == [.enrolment(.full(capacity: 3))],
      "the place is taken by now")
  }

  @Test(
    "S2-5.1a enrolment ends with its last day", arguments: [(5, true), (6, false), (10, false)])
  func time(day: Int, isOpen: Bool) throws {
    let it = try CourseOffice()
    let id = try it.define()
    let person = try it.office.person(1)
    it.on(day)
    #expect((failure(it.result(EnrolLearner(person.id, in: id), it.expert)) == nil) == isOpen)
  }

  @Test("S2-5.3c people of other offices are unknown to the expert; nobody joins a course twice")
  func people() throws {
    let it = try CourseOffice()
    let id = try it.define()
    let other = try it.office.person(1, unit: it.office.otherDistrict)
    #expect(
      refusals(it.result(EnrolLearner(other.id, in: id), it.expert))
        == [.enrolment(.learnerUnknown)])
    let own = try it.office.person(2)
    try it.perform(EnrolLearner(own.id, in: id), it.expert)
    #expect(
      refusals(it.result(EnrolLearner(own.id, in: try it.define("ب")), it.expert))
        == [.enrolment(.alreadyInCourse)])
    #expect(failure(it.result(EnrolLearner(own.id, in: id), it.manager)) == .forbidden)
  }

  @Test("S2-5.6 guests come from elsewhere, as many as the province allowed")
  func guests() throws {
    let it = try CourseOffice(guests: 1)
    let id = try it.define()
    let own = try it.office.person(1)
    let one = try it.office.person(2, unit: it.office.otherDistrict)
    let two = try it.office.person(3, unit: it.office.otherSchool)
    func guest(_ person: Person) -> EnrolLearner {
      EnrolLearner(person.id, in: id, as: .introduceGuest)
    }
    #expect(refusals(it.result(guest(own), it.manager)) == [.enrolment(.ownDistrict)])
    try it.perform(guest(one), it.manager)
    #expect(refusals(it.result(guest(two), it.manager)) == [.enrolment(.guestsFull(capacity: 1))])
    let none = try CourseOffice()
    let other = try none.office.person(2, unit: none.office.otherDistrict)
    #expect(
      refusals(
        none.result(
          EnrolLearner(other.id, in: try none.define(), as: .introduceGuest), none.manager))
        == [.enrolment(.guestsNotAccepted)])
  }

  @Test("S2-5.9a learners enrol and withdraw themselves, only themselves, only before the start")
  func own() throws {
    let it = try CourseOffice(method: .learner)
    let id = try it.define()
    let person = try it.office.person(1)
    let other = try it.office.person(2)
    let learner = try it.office.signIn(.learner, person: person.id)
    let enrol = EnrolLearner(person.id, in: id, as: .enrol)
    #expect(
      refusals(it.result(EnrolLearner(other.id, in: id, as: .enrol), learner))
        == [.enrolment(.notOwn)])
    #expect(
      refusals(it.result(EnrolLearner(person.id, in: id), it.expert))
        == [.enrolment(.wrongMethod(required: .expert))])
    let enrolment = try it.perform(enrol, learner)
    let stranger = try it.office.signIn(.learner, person: other.id)
    let withdraw = Advance<EnrolmentLife>(enrolment, .withdraw)
    #expect(failure(it.result(withdraw, stranger)) == .forbidden)
    it.on(10)
    #expect(
      refusals(it.result(withdraw, learner)).contains(
        .enrolment(.started(on: Office.today.adding(days: 10)))))
    it.on(9)
    #expect(
      refusals(it.result(withdraw, learner))
        == [.enrolment(.over(since: Office.today.adding(days: 5)))])
    it.on(6)
    #expect(failure(it.result(withdraw, learner)) != nil, "enrolment is over")
    it.on(5)
    try it.perform(withdraw, learner)
  }

  @Test("S2-5.10a removal needs the written request")
  func letter() throws {
    let it = try CourseOffice()
    let id = try it.define()
    let learner = try it.enrol(1, in: id)[0]
    #expect(
      refusals(it.result(RemoveEnrolment(learner, letter: " "), it.expert))
        == [.enrolment(.letterMissing)])
    try it.perform(RemoveEnrolment(learner, letter: "۱۲"), it.expert)
    let left = try it.portal.store.read { try $0.enrolments(of: id).count }
    #expect(left == 0)
  }

  @Test("S2-7.3 learners move after enrolment and before the start, all or none, into free places")
  func move() throws {
    let it = try CourseOffice()
    let one = try it.define("الف")
    let two = try it.define("ب", capacity: 2)
    let learners = try it.enrol(3, in: one)
    let three = MoveLearners(learners, from: one, to: two)
    #expect(failure(it.result(three, it.manager)) != nil, "enrolment still lasts")
    it.on(6)
    #expect(refusals(it.result(three, it.manager)) == [.enrolment(.targetFull(free: 0))])
    #expect(try it.portal.store.read { try $0.enrolments(of: two).count } == 0)
    let some = MoveLearners(Array(learners.prefix(2)), from: one, to: two)
    #expect(failure(it.result(some, it.expert)) == .forbidden)
    let entry = try it.portal.perform(some, as: it.manager).get().entry
    #expect(try it.portal.store.read { try $0.enrolments(of: two).count } == 2)
    it.portal.signIn(it.manager)
    _ = try it.portal.undo(entry).get()
    #expect(try it.portal.store.read { try $0.enrolments(of: one).count } == 3)
    it.on(10)
    #expect(failure(it.result(some, it.manager)) != nil, "the class has started")
  }

  @Test("S2-5.3b a list tells every bad row with its reason, enrols the good ones, and is one step")
  func introduction() throws {
    let it = try CourseOffice()
    let id = try it.define(capacity: 2)
    let good = try it.office.person(1, first: "زهرا", last: "رحیم‌زاده")
    let renamed = try it.office.person(2, first: "علی", last: "نوری")
    let third = try it.office.person(3)
    let other = try it.office.person(4, unit: it.office.otherDistrict)
    let rows = [
      IntroductionRow(
        number: 4, personnelCode: good.personnelCode?.digits ?? "", name: "رحيم زاده زهرا"),
      IntroductionRow(number: 5, personnelCode: "۱۲"),
      IntroductionRow(number: 6, nationalCode: good.nationalCode?.digits ?? ""),
      IntroductionRow(
        number: 7, nationalCode: renamed.nationalCode?.digits ?? "", name: "علی نورایی"),
      IntroductionRow(number: 8, personnelCode: third.personnelCode?.digits ?? ""),
      IntroductionRow(number: 9, personnelCode: other.personnelCode?.digits ?? ""),
      IntroductionRow(number: 10),
    ]
    it.portal.signIn(it.expert)
    let rehearsal = try it.portal.read { records, context in
      try IntroduceLearners.check(rows, into: id, records, context)
    }.get()
    #expect(rehearsal.map(\.row.number) == rows.map(\.number))
    #expect(rehearsal.map(\.isAccepted) == [true, false, false, true, false, false, false])
    #expect(rehearsal[0].problems.isEmpty)
    guard
      case .complaint("personnelCode", .personnelCode(.length(2, _)))? =
        rehearsal[1].problems.first
    else {
      Issue.record("\(rehearsal[1].problems)")
      return
    }
    #expect(rehearsal[2].reasons == [.enrolment(.doubledRow(4))])
    #expect(
      rehearsal[3].reasons
        == [.enrolment(.nameDiffers(listed: "علی نورایی", recorded: "علی نوری"))])
    #expect(rehearsal.map(\.isUnderAnotherName) == (0..<7).map { $0 == 3 })
    #expect(rehearsal[4].reasons == [.enrolment(.full(capacity: 2))])
    #expect(rehearsal[5].reasons == [.enrolment(.learnerUnknown)])
    #expect(rehearsal[6].problems == [.complaint(field: "personnelCode", .empty)])
    let work = IntroduceLearners.parts(rows, into: id)
    let done = try it.portal.performAll(work).get()
    #expect(done.flatMap(\.outcome) == rehearsal)
    #expect(try it.portal.store.read { try $0.enrolments(of: id).count } == 2)
    _ = try it.portal.undo(done[0].entry).get()
    #expect(try it.portal.store.read { try $0.enrolments(of: id).count } == 0)
  }

  @Test("S2-5.3b a change of several parts is taken back, and brought again, as one step")
  func batch() throws {
    let it = try CourseOffice()
    let id = try it.define()
    let people = try (1...4).map { try it.office.person($0) }
    it.portal.signIn(it.expert)
    let parts = people.map { person in
      IntroduceLearners(
        [IntroductionRow(number: 1, personnelCode: person.personnelCode?.digits ?? "")], into: id)
    }
    let entries = try it.portal.performAll(parts).get().map(\.entry)
    func count() throws -> Int { try it.portal.store.read { try $0.enrolments(of: id).count } }
    #expect(try count() == 4)
    let undo = try it.portal.undo(entries[1]).get()
    #expect(try count() == 0)
    _ = try it.portal.undo(undo).get()
    #expect(try count() == 4)
  }
}

extension IntroductionResult {
  var reasons: [Finding.Reason] {
    problems.compactMap { problem in
      if case .finding(let finding) = problem { finding.reason } else { nil }
    }
  }
}
