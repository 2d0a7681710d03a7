import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Deadlines and sample records of competency development")
struct CompetencyClockTests {
  private func matters(_ office: CompetencyOffice, _ actor: Actor) throws -> [DeadlineMatter] {
    office.portal.signIn(actor)
    return try office.portal.read { records, context in
      try DeadlineRadar.items(ownOnly: true, records, context)
    }.get().map(\.matter).filter {
      [.competencyRequest, .assessmentReferral, .assessmentResults].contains($0)
    }
  }

  @Test(
    "S0-16 S1-1c the last day of the window is the learner's, then the district's, then the province's"
  )
  func clocks() throws {
    let office = try CompetencyOffice()
    let (expert, province) = (office.it.expert, office.it.province)
    #expect(try matters(office, office.learner) == [.competencyRequest])
    #expect(try matters(office, expert).isEmpty)
    let request = try office.register()
    #expect(try matters(office, office.learner).isEmpty)
    #expect(try matters(office, expert) == [.assessmentReferral])
    let neighbour = try office.it.office.signIn(.expert, at: office.it.office.otherDistrict)
    #expect(try matters(office, neighbour).isEmpty)
    try office.refer(request)
    #expect(try matters(office, expert).isEmpty)
    #expect(try matters(office, province) == [.assessmentResults])
    try office.assess(request)
    #expect(try matters(office, province).isEmpty)
  }

  @Test("S0-20 the sample has a request in every state, and a learner who waits for an appointment")
  func sample() throws {
    let bytes = try #require(try Office.assets("Demo").first)
    let store = try Store.open(at: ":memory:")
    _ = try DemoDistrict(decoding: bytes).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
    let lines = try store.read { try $0.competencyRequests(in: .units(.everything)) }
    #expect(Set(lines.map(\.request.state)) == Set(CompetencyLife.State.allCases))
    let account = try #require(
      try store.read { try $0.accounts(named: "learner3", roles: [.learner]).first })
    let person = try #require(account.person)
    let employment = try store.read { try $0.employment(of: person) }
    #expect(employment.appointments(on: Office.today).isEmpty)
    let tasks = try store.read { try $0.openTasks(about: RecordLink(.person, person)) }
    #expect(tasks.map(\.kind) == [.appointment])
  }
}
