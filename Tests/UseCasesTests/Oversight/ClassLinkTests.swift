import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// Closed classes of education offices fill in completed courses of the agency that answers for them.
@Suite("Closed classes as completed courses")
struct ClassLinkTests {
  private let it: CourseOffice
  private let oversight: OversightOffice
  private let room: ID<TrainingClass>
  private let title: String
  private let link: AgencyOffice

  init() throws {
    let it = try CourseOffice()
    let room = try it.closed().id
    let oversight = try OversightOffice(in: it.office)
    let line = try it.portal.store.read { records in
      try records.trainingClass(room, in: .units(.everything), on: it.portal.today)
    }
    try oversight.perform(LinkOffice(it.office.district, to: oversight.agency), oversight.oversight)
    let offices = try it.portal.store.read {
      try $0.agencyOffices(of: oversight.agency, in: .agencies(.everything)).map(\.link)
    }
    (self.it, self.room, self.oversight) = (it, room, oversight)
    title = try #require(line).courseTitle
    link = try #require(offices.first)
  }

  /// A typed permit for the title of the class, approved.
  @discardableResult
  private func permit() throws -> ID<Permit> {
    var form = oversight.form(group: .other, title: title, hours: 8)
    form.days = [PermitDay(it.portal.today.adding(days: -20), from: 480, to: 720)]
    form.dayCount = 1
    return try oversight.permit(.approved, form: form)
  }

  private func offers(_ actor: Actor) throws -> [ClassOffer] {
    try it.portal.read(as: actor) { try TakeClasses.offers($0, $1) }.get()
  }

  @Test("A closed class is offered to the liaison of its agency, and wants a permit for its title")
  func offered() throws {
    var offer = try #require(try offers(oversight.liaison).first)
    #expect(offer.line.trainingClass == room && offer.line.courseTitle == title)
    #expect(offer.findings.refusals.map(\.reason) == [.oversight(.noPermit)])
    #expect(
      oversight.reasons(of: TakeClasses([room]), oversight.liaison) == [.oversight(.noPermit)])
    try permit()
    offer = try #require(try offers(oversight.liaison).first)
    #expect(offer.findings.allow)
    #expect(try offers(oversight.otherLiaison).isEmpty)
    #expect(
      oversight.result(TakeClasses([room]), oversight.otherLiaison).failure == .forbidden)
    for actor in [oversight.oversight, oversight.manager] {
      #expect(oversight.result(TakeClasses([room]), actor).failure == .forbidden)
    }
  }

  @Test("S5-4b S5-4c what is taken is a row to look over: all as other employees, not sent, once")
  func taken() throws {
    let permit = try permit()
    #expect(
      oversight.reasons(of: TakeClasses([]), oversight.liaison) == [.oversight(.nothingTicked)])
    #expect(try oversight.perform(TakeClasses([room]), oversight.liaison) == 1)
    let lines = try it.portal.store.read {
      try $0.completedCourses(in: .agencies(.everything), OversightFilter())
    }
    let course = try #require(lines.first).course
    let line = try #require(try offers(oversight.liaison).first).line
    #expect(lines.count == 1 && course.source == .shortCourses && course.state == .registered)
    #expect(course.form.permit == permit && course.form.title == title)
    #expect((course.form.start, course.form.end) == (line.start, line.end))
    #expect(course.form.managers == 0 && course.form.staff == line.learners && line.learners == 3)
    // The same class is not taken twice, unless what was made of it is gone.
    try self.permit()
    #expect(
      oversight.reasons(of: TakeClasses([room]), oversight.liaison) == [.upload(.classTaken)])
    try oversight.perform(Advance<CompletedCourseLife>(course.id, .remove), oversight.liaison)
    try oversight.perform(TakeClasses([room]), oversight.liaison)
  }

  @Test("A class that is not closed, and one of an office without a link, are not there")
  func outside() throws {
    try permit()
    try it.set(room, to: .objectionPeriod)
    #expect(try offers(oversight.liaison).isEmpty)
    #expect(oversight.result(TakeClasses([room]), oversight.liaison).failure == .forbidden)
    try it.set(room, to: .closed)
    #expect(try offers(oversight.liaison).count == 1)
    #expect(
      oversight.reasons(
        of: LinkOffice(it.office.district, to: oversight.agency), oversight.oversight
      ).count == 1)
    for work in [UnlinkOffice(link)] {
      #expect(oversight.result(work, oversight.liaison).failure == .forbidden)
      try oversight.perform(work, oversight.oversight)
    }
    #expect(try offers(oversight.liaison).isEmpty)
    #expect(oversight.result(TakeClasses([room]), oversight.liaison).failure == .forbidden)
    #expect(
      oversight.result(LinkOffice(it.office.district, to: oversight.agency), oversight.liaison)
        .failure == .forbidden)
  }
}
