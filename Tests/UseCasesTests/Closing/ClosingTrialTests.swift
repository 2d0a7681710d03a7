import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("What a first user of closing stumbled over")
struct ClosingTrialTests {
  @Test("S2-10.3a the notice of control hangs for the learners of the class, and for nobody else")
  func board() throws {
    let it = try CourseOffice()
    let room = try it.inControl(2)
    let own = try it.learner(of: room.learners[0])
    let person = try it.office.person(502, last: "بیرونی")
    let stranger = try it.office.signIn(.learner, person: person.id)
    try it.portal.store.write(at: it.portal.clock.now()) { records in
      for (title, only) in [("کنترل نمره", room.id), ("برای همه", nil)] {
        try records.insert(
          Announcement(
            id: try records.newID(), title: title, from: CourseOffice.today,
            unit: it.office.district, roles: [.learner], request: it.request, trainingClass: only))
      }
      try records.journal(Cause(useCase: "test.notice"))
    }
    func seen(_ actor: Actor) throws -> Set<String> {
      try it.portal.store.read { records in
        Set(
          try records.announcements(in: actor.announcementReach, on: CourseOffice.today)
            .map(\.announcement.title))
      }
    }
    #expect(try seen(own) == ["کنترل نمره", "برای همه"])
    #expect(try seen(stranger) == ["برای همه"])
    // Whoever looks after the board sees all of it.
    let office = try it.portal.store.read { records in
      try records.announcements(
        in: it.expert.announcementReach, on: CourseOffice.today, ownToo: true
      ).map(\.announcement)
    }
    #expect(office.contains { $0.trainingClass == room.id })
  }

  @Test("S2-10.3a what an expert announces is for the class it is about")
  func announced() throws {
    let it = try CourseOffice()
    let room = try it.running(1)
    try it.set(room.id, to: .graded)
    it.on(20)
    let work = AnnounceControl(
      room.id, from: it.portal.today, to: it.portal.today.adding(days: 6), title: "کنترل")
    guard case .success = it.result(work, it.expert) else {
      // The file of the course is another matter; what is hung is looked at in the sample then.
      let reasons = refusals(it.result(work, it.expert))
      return #expect(!reasons.isEmpty)
    }
    let hung = try it.portal.store.read { records in
      try records.announcements(
        in: it.expert.announcementReach, on: it.portal.today, ownToo: true
      ).map(\.announcement)
    }
    #expect(hung.map(\.trainingClass) == [room.id])
  }

  @Test(
    "S2-5.3 who is in the course already is told that, and does not clash with the own sessions")
  func ownSessions() throws {
    let it = try CourseOffice()
    let room = try it.running(1)
    let facts = try it.portal.store.read { records in
      let enrolment = try #require(try records.enrolment(room.learners[0]))
      let person = try #require(try records.person(enrolment.person))
      let line = try #require(try records.request(it.request, in: .units(.everything)))
      return (
        again: try records.learner(person, for: line.request),
        other: try records.learner(
          person,
          for: {
            var other = line.request
            other.course = ID(rawValue: 1)
            return other
          }())
      )
    }
    #expect(facts.again.hasCourse)
    #expect(facts.again.bookings.isEmpty)
    #expect(!facts.other.bookings.isEmpty, "another course does clash")
  }

  @Test("a kept sample says its users when it is opened again, records of an office say none")
  func sample() throws {
    let office = try Office()
    #expect(try DemoDistrict.logins(in: office.portal.store) == nil)
    let store = try Store.open(at: ":memory:")
    let made = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
    #expect(try DemoDistrict.logins(in: store) == nil)
    try DemoDistrict.note(made, in: store, at: 0)
    #expect(try DemoDistrict.logins(in: store) == made)
  }
}
