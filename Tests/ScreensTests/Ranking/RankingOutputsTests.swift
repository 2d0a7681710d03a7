import Persian
import Screens
import Store
import TestKit
import Testing
import Training
import UseCases

/// Papers, sheets, deadlines, tasks, desks and the search: none of them shows a case to anybody outside
/// the powers over it, nor their own case to those who hold an office.
@Suite("What comes out of ranking keeps to the powers of boards")
struct RankingOutputsTests {
  private let portal: Portal

  init() throws {
    let store = try Store.open(at: ":memory:")
    portal = Portal(store: store, clock: .fixed(Office.today)) { try Office.asset($0) }
    _ = try DemoDistrict(decoding: try Office.asset("Demo/district.json")).build(
      in: store, today: Office.today, passwordHash: Office.hash.text,
      editions: try Office.editions(), codeLists: try Office.codeLists())
  }

  /// A case of the sample with everything that was made of it.
  private struct Subject {
    var line: RankingCaseLine
    var notices: [RankNotice]
    var decree: RankDecree?
    var id: ID<RankingCase> { line.rankingCase.id }
  }

  private func subject(_ state: RankingLife.State) throws -> Subject {
    let found = try portal.store.read { records in
      let line = try records.rankingCases(in: .centre(.everything, not: nil), states: [state]).first
      return try line.map {
        Subject(
          line: $0, notices: try records.rankNotices(of: $0.rankingCase.id),
          decree: try records.rankDecrees(of: $0.rankingCase.id).first)
      }
    }
    return try #require(found)
  }

  /// An account made for the test.
  private func signIn(
    _ role: Role, at unit: ID<Training.Unit>, _ person: ID<Person>
  ) throws -> Actor {
    let name = "t-\(role.rawValue)-\(unit.rawValue)-\(person.rawValue)"
    let found = try portal.store.write(at: portal.clock.now()) { records in
      if let known = try records.accounts(named: name, roles: [role]).first {
        return try records.actor(of: known)
      }
      let account = Account(
        id: try records.newID(), person: person, role: role, unit: unit, username: name,
        state: .active)
      try records.insert(account, passwordHash: Office.hash.text)
      try records.journal(Cause(useCase: "test.account"))
      return try records.actor(of: account)
    }
    let actor = try #require(found)
    portal.signIn(actor)
    return actor
  }

  private func isForbidden<T>(_ result: Result<T, Failure>) -> Bool {
    if case .failure(.forbidden) = result { return true }
    return false
  }

  private func check(_ it: Subject, sees: Bool, _ place: Comment) throws {
    let (id, name) = (it.id, it.line.person.name)
    let papers: [any LetterDescription] =
      [ImprovementReport(id), RankDecreeLetter(id, it.decree)]
      + it.notices.map { RankNoticeLetter($0) }
    for paper in papers {
      #expect(
        isForbidden(portal.read { try paper.load($0, $1) }) == !sees, "\(place): \(paper.title)")
    }
    #expect(isForbidden(RankingSheets.conditions(of: id, portal)) == !sees, place)
    let isOnRadar = try portal.read { records, context in
      try DeadlineRadar.items(records, context).contains {
        $0.link == RecordLink(.rankingCase, id)
      }
    }.get()
    #expect(sees || !isOnRadar, place)
    let isAsked = try portal.read { records, context in
      try records.tasks(in: context.actor.taskReach, openOnly: false).contains {
        $0.task.link == RecordLink(.rankingCase, id)
      }
    }.get()
    #expect(sees || !isAsked, place)
    guard !sees else { return }
    // Sheets of the board name nobody outside; that of the ranks is about holders, who these are not.
    let sheets = RankingSheets.all(
      portal, from: Office.today.adding(days: -100), to: Office.today)
    let commanded = RankingReport.allCases.compactMap { try? $0.sheet(year: nil, portal).get() }
    for sheet in ((try? sheets.get()) ?? []) + commanded {
      let isNamed = sheet.rows.contains { row in
        row.cells.contains { $0 == .text(name.surnameFirst) || $0 == .text(name.inFull) }
      }
      #expect(!isNamed, "\(place): \(sheet.title)")
    }
    let found = try portal.read { records, context in
      try PortalSearch.kinds(of: context.actor.role).flatMap { kind in
        try PortalSearch.hits(kind, name.last, limit: 50, records, context)
      }
    }.get()
    #expect(!found.contains { [.rankingCase, .personRank].contains($0.link.kind) }, place)
    let desk = try portal.read { records, context in
      try RankingMatter.allCases.filter { $0.owner == context.actor.role }.contains { matter in
        guard let queue = matter.queue else {
          return try matter.owner == .personnelOffice
            ? false : matter.appeals(records, context).contains { $0.rankingCase == id }
        }
        return try records.rankingCases(
          in: context.actor.rankingReach(on: context.today), waiting: queue
        ).contains { $0.rankingCase.id == id }
      }
    }.get()
    #expect(!desk, place)
  }

  @Test(
    "S4-10a S0-9 papers, sheets, deadlines, tasks, desks and search over every role and office: a case is there for those with the power over it alone, and one's own for the applicant alone",
    arguments: [RankingLife.State.referred, .appealed, .decreed])
  func outputs(_ state: RankingLife.State) throws {
    let it = try subject(state)
    let stranger = try subject(.registered).line.person.id
    let units = try portal.store.read { try $0.units(in: .everything) }
    let home = try #require(units.first { $0.id == it.line.person.unit })
    let other = try #require(units.first { $0.kind == home.kind && $0.id != home.id })
    let above = units.filter { $0.kind != home.kind && home.path.units.contains($0.id) }
    #expect(above.count >= 2)
    for role in Role.withAccounts {
      for unit in [home, other] + above {
        for person in [stranger, it.line.person.id] {
          let actor = try signIn(role, at: unit.id, person)
          let reach = actor.rankingReach(on: portal.today)
          let sees = try portal.store.read { try $0.rankingCase(it.id, in: reach) != nil }
          let isOwn = person == it.line.person.id
          let place: Comment = "\(role) at \(unit.name), \(isOwn ? "own" : "stranger")"
          #expect(!isOwn || sees == (role == .learner), place)
          try check(it, sees: sees, place)
        }
      }
    }
  }

  @Test("S4-3a the five ranks bear the bylaw's names in its order")
  func names() {
    #expect(
      Rank.allCases.map(\.name) == [
        "آموزشیار معلم", "مربی معلم", "استادیار معلم", "دانشیار معلم", "استاد معلم",
      ])
  }
}
