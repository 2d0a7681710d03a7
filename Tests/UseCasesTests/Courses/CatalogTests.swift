import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Replaying")
struct CatalogTests {
  @Test("Every use case has a name of its own")
  func names() {
    #expect(Set(UseCaseCatalog.all.map { $0.name }).count == UseCaseCatalog.all.count)
  }

  @Test(
    "S0-20 every entry of the sample records is a known use case, and the sample is the same twice")
  func demo() throws {
    let bytes = try #require(try Office.assets("Demo").first)
    func build() throws -> (store: Store, logins: [DemoDistrict.Login]) {
      let store = try Store.open(at: ":memory:")
      let logins = try DemoDistrict(decoding: bytes).build(
        in: store, today: Office.today, passwordHash: Office.hash.text,
        editions: try Office.editions(), codeLists: try Office.codeLists())
      return (store, logins)
    }
    let (store, logins) = try build()
    #expect(logins.first?.role == .courseManager)
    let entries = try store.read { try $0.entries(after: 0) }
    for entry in entries where entry.useCase != "demo.people" {
      _ = try UseCaseCatalog.decode(entry)
    }
    let portal = Portal(store: store, clock: .fixed(Office.today))
    let account = try store.read { records in
      try #require(try records.accounts(named: logins[0].username, roles: [.courseManager]).first)
    }
    portal.signIn(try #require(try store.read { try $0.actor(of: account) }))
    let mine = try portal.read { records, context in
      try records.classes(in: context.actor.courseReach, on: context.today)
    }.get()
    let today = try #require(mine.first { $0.enrolled == 30 })
    let grid = try portal.read { records, context in
      try GridData(today.trainingClass.id, records, context)
    }.get()
    let session = try #require(grid.sessions.first { $0.session.day == Office.today })
    #expect(grid.register.total(of: session.session.id)?.marked == 0)
    let standings = Set(grid.learners.indices.map { grid.margin(row: $0).standing })
    #expect(standings.contains(.over))
    let all = try store.read { records in
      try records.classes(in: .units(.everything), on: Office.today)
    }
    #expect(all.count == 20)
    #expect(
      Set(all.map { $0.state(on: Office.today) })
        == [
          .defined, .enrolling, .enrolmentEnded, .running, .sessionsEnded, .objectionPeriod,
          .closed,
        ])
    // Certificates that are valid, and one that was revoked.
    let certificates = try store.read { records in
      try all.flatMap { try records.certificates(of: $0.trainingClass.id) }
    }
    #expect(certificates.count { $0.state == .issued } > 1)
    #expect(certificates.count { $0.state == .revoked } == 1)
    let people = try store.read { try $0.personCount(in: .everything) }
    #expect(people == 419)
    let again = try build().store.read { records in
      try records.classes(in: .units(.everything), on: Office.today)
    }
    #expect(again.map(\.enrolled) == all.map(\.enrolled))
    #expect(again.map(\.unmarkedSessions) == all.map(\.unmarkedSessions))
  }
}
