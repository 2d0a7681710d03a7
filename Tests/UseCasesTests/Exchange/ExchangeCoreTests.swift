import Glibc
import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Exchange between offices")
struct ExchangeCoreTests {
  @Test("A new station becomes equal to the server on its slice, and sees nothing else")
  func join() throws {
    let world = try ExchangeWorld()
    let (district, other) = (world.office.district, world.office.otherDistrict)
    let desk = try world.desk(district)
    let slices = try world.slices(desk)
    #expect(slices.server == slices.station)
    let neighbour = try world.person(150, in: world.server.store)
    #expect(try desk.store.read { try $0.person(neighbour.id) } == nil)
    #expect(try desk.store.read { try $0.account(world.neighbour.account) } == nil)
    // The line of units above it is there, the other district is not.
    let units = try desk.store.read { try $0.units(in: .everything) }.map(\.id)
    #expect(units.contains(world.office.province))
    #expect(!units.contains(other))
    #expect(
      try !desk.store.read { try $0.requests(in: .units(.everything), on: Office.today) }.isEmpty)
    let stranger = try world.desk(other)
    #expect(
      try stranger.store.read { try $0.requests(in: .units(.everything), on: Office.today) }.isEmpty
    )
  }

  @Test("Every table that the journal watches is part of the slice")
  func tables() throws {
    let store = try Store.open(at: ":memory:")
    let watched = try store.read { records in
      try records.all(
        """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'store\\_%' ESCAPE '\\'
          AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name NOT LIKE 'local\\_%' ESCAPE '\\'
          AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        """
      ) { row -> String in try row[0] }
    }
    #expect(Set(watched) == Set(Slice.tables).subtracting(["store_alias"]))
    // Each is one or the other: a new table is not given to all because nobody thought of it.
    #expect(Slice.shared.isDisjoint(with: Slice.ofUnits))
    #expect(Slice.shared.union(Slice.ofUnits) == Set(Slice.tables))
    // What never leaves: the journal and the keys, indexes, and what belongs to one machine.
    let kept = try store.read { records in
      try records.all("SELECT name FROM sqlite_schema WHERE type = 'table'") { row -> String in
        try row[0]
      }
    }.filter { !watched.contains($0) && $0 != "store_alias" }
    let homes = ["store_", "search_", "local_", "sqlite_"]
    #expect(kept.allSatisfy { name in homes.contains { name.hasPrefix($0) } })
    #expect(!kept.contains { Slice.tables.contains($0) })
  }

  @Test(
    "S2-8.5d A question of pairs written at a station is the same on the server, and there again")
  func matching() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    let question = Question(
      course: world.it.course, unit: world.office.district, kind: .matching, stem: "جور کنید.",
      options: [.pair("الف", "۱"), .pair("ب", "۲"), .pair("", "۳")])
    try desk.portal.perform(PutQuestion(question), account: world.it.manager.account)
    #expect(try desk.push(to: world.server) == .init(accepted: 1))
    try desk.pull(from: world.server)
    for store in [world.server.store, desk.store] {
      let bank = try store.read { try $0.questions(of: world.it.course, in: world.office.district) }
      #expect(bank.map(\.question.options) == [question.options])
    }
    let slices = try world.slices(desk)
    #expect(slices.server == slices.station)
  }

  @Test("A mark made at a station is performed on the server once, as the manager, at its moment")
  func mark() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    world.it.on(11)
    let work = MarkAttendance(
      [.init(world.learners[0], from: nil, to: .absent)], in: world.sessions[0].id)
    try desk.portal.perform(work, account: world.it.manager.account)
    let moment = desk.portal.clock.now()
    world.it.on(30)
    let bundle = try desk.station.push()
    #expect(try world.server.take(bundle) == .init(accepted: 1))
    #expect(try world.server.take(bundle) == .init(known: 1))
    let cell = try #require(
      try world.server.store.read { try $0.mark(world.sessions[0].id, world.learners[0]) })
    #expect(cell.mark == .absent)
    #expect(cell.moment == moment)
    #expect(try desk.pull(from: world.server) == .init(accepted: 1))
    #expect(try desk.pull(from: world.server) == .init())
    let slices = try world.slices(desk)
    #expect(slices.server == slices.station)
    // What the server has accepted is taken back at the station like any other work.
    let number = try #require(try desk.store.read { try $0.entry(id: bundle.items[0].entry.id) })
    desk.portal.signIn(try #require(try desk.store.read { try $0.actor(world.it.manager.account) }))
    _ = try desk.portal.undo(number.number).get()
    #expect(try desk.push(to: world.server) == .init(accepted: 1))
    #expect(
      try world.server.store.read { try $0.mark(world.sessions[0].id, world.learners[0]) } == nil)
    guard case .failure = desk.portal.undo(number.number) else {
      Issue.record("taken back twice")
      return
    }
  }

  @Test("Two offices that fill the same places collide on the rule; the second is listed")
  func capacity() throws {
    let world = try ExchangeWorld(capacity: 4)
    let (first, second) = (
      try world.desk(world.office.district), try world.desk(world.office.province)
    )
    for (desk, number) in [(first, 100), (second, 101)] {
      let person = try world.person(number, in: desk.store)
      try desk.portal.perform(
        EnrolLearner(person.id, in: world.trainingClass), account: world.it.expert.account)
    }
    #expect(try first.push(to: world.server) == .init(accepted: 1))
    #expect(try second.push(to: world.server) == .init(conflicts: 1))
    #expect(try second.pull(from: world.server) == .init(conflicts: 1))
    let slices = try world.slices(second)
    #expect(slices.server == slices.station)
    let portal = world.it.portal
    portal.signIn(world.it.expert)
    let conflict = try #require(try portal.conflicts().get().first)
    #expect(conflict.name == world.it.expert.name)
    #expect(conflict.isServers)
    #expect(conflict.versions.map(\.table) == ["enrolment"])
    #expect(conflict.versions.first?.now == nil)
    guard case .refused(let findings)? = conflict.obstacle else {
      Issue.record("\(String(describing: conflict.obstacle))")
      return
    }
    #expect(findings.refusals.map(\.reason) == [.enrolment(.full(capacity: 4))])
    #expect(failure(portal.settle(conflict.entry.number, .performAgain)) == conflict.obstacle)
    // A place becomes free, and the expert lets it be performed after all.
    try portal.perform(
      RemoveEnrolment(world.learners[0], letter: "۷"), account: world.it.expert.account,
      reason: "به درخواست فراگیر")
    _ = try portal.settle(conflict.entry.number, .performAgain).get()
    #expect(try portal.conflicts().get().isEmpty)
    #expect(try second.pull(from: world.server) == .init(accepted: 1))
    let after = try world.slices(second)
    #expect(after.server == after.station)
  }

  @Test("A conflict that is given up on the server ends at the station too")
  func giveUp() throws {
    let world = try ExchangeWorld(capacity: 3)
    let desk = try world.desk(world.office.district)
    // On the server the last place is taken back and given to somebody else.
    let expert = world.it.expert.account
    let letter = "۷"
    for (portal, number) in [(world.it.portal, 100), (desk.portal, 101)] {
      try portal.perform(
        RemoveEnrolment(world.learners[0], letter: letter), account: expert, reason: "درخواست")
      let person = try world.person(number, in: portal.store)
      try portal.perform(EnrolLearner(person.id, in: world.trainingClass), account: expert)
    }
    #expect(try desk.push(to: world.server) == .init(conflicts: 2))
    #expect(try desk.pull(from: world.server).conflicts == 2)
    desk.portal.signIn(try #require(try desk.store.read { try $0.actor(expert) }))
    let here = try desk.portal.conflicts().get()
    #expect(failure(desk.portal.settle(here[0].entry.number, .giveUp)) == .forbidden)
    world.it.portal.signIn(world.it.expert)
    for conflict in try world.it.portal.conflicts().get() {
      _ = try world.it.portal.settle(conflict.entry.number, .giveUp).get()
    }
    #expect(try desk.pull(from: world.server) == .init(givenUp: 2))
    #expect(try desk.portal.conflicts().get().isEmpty)
  }

  @Test("S0-12 the same national code in two offices is one person; later work finds the one")
  func alias() throws {
    let world = try ExchangeWorld()
    let (first, second) = (
      try world.desk(world.office.district), try world.desk(world.office.district)
    )
    let expert = world.it.expert.account
    let draft = try PersonDraft.sample(300, unit: world.office.district)
    let kept = try first.portal.perform(RegisterPerson(draft), account: expert).outcome
    let other = try second.portal.perform(RegisterPerson(draft), account: expert).outcome
    try second.portal.perform(EnrolLearner(other, in: world.trainingClass), account: expert)
    #expect(try first.push(to: world.server) == .init(accepted: 1))
    #expect(try second.push(to: world.server) == .init(accepted: 2))
    #expect(try world.server.store.read { try $0.resolve(other) } == kept)
    #expect(try world.server.store.read { try $0.person(other) } == nil)
    try second.pull(from: world.server)
    #expect(try second.store.read { try $0.resolve(other) } == kept)
    // A screen that still shows the second id works on.
    var after = draft
    after.fatherName = "رضا"
    let edit = EditPerson(other, before: draft, after: after)
    #expect(try second.store.read { try $0.person(other) } == nil)
    #expect(throws: Failure.self) { try second.portal.perform(edit, account: expert) }
    try second.portal.perform(
      EditPerson(kept, before: draft, after: after), account: expert)
    #expect(try second.push(to: world.server) == .init(accepted: 1))
    #expect(try world.server.store.read { try $0.person(kept) }?.fatherName == "رضا")
  }

  @Test("S0-12 the same national code under another name is a conflict with both names")
  func identity() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    let expert = world.it.expert.account
    for (portal, last) in [(world.it.portal, "احمدی"), (desk.portal, "محمدی")] {
      let draft = try PersonDraft.sample(300, last: last, unit: world.office.district)
      try portal.perform(RegisterPerson(draft), account: expert)
    }
    #expect(try desk.push(to: world.server) == .init(conflicts: 1))
    world.it.portal.signIn(world.it.expert)
    let conflict = try #require(try world.it.portal.conflicts().get().first)
    #expect(
      conflict.obstacle
        == .conflict([
          Failure.Conflict(
            subject: "سارا احمدی", field: "name", mine: "سارا محمدی", theirs: "سارا احمدی")
        ]))
  }

  @Test("S0-9 what lies outside the units of a station is not performed")
  func bounds() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    // The server is told that this copy belongs to the other district.
    try world.server.register(station: desk.replica, for: world.office.otherDistrict)
    let person = try world.person(100, in: desk.store)
    try desk.portal.perform(
      EnrolLearner(person.id, in: world.trainingClass), account: world.it.expert.account)
    world.it.on(11)
    let mark = MarkAttendance(
      [.init(world.learners[0], from: nil, to: .absent)], in: world.sessions[0].id)
    try desk.portal.perform(mark, account: world.it.manager.account)
    #expect(try desk.push(to: world.server) == .init(conflicts: 2))
    #expect(
      try world.server.store.read { try $0.mark(world.sessions[0].id, world.learners[0]) } == nil)
    #expect(throws: Failure.forbidden) {
      var unknown = try desk.station.push()
      unknown.replica += 1
      try world.server.take(unknown)
    }
  }

  @Test("An entry of a newer schema is refused before anything is applied")
  func schema() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    let draft = try PersonDraft.sample(300, unit: world.office.district)
    for number in 300...301 {
      var draft = draft
      draft.nationalCode = try Office.nationalCode(number)
      try desk.portal.perform(RegisterPerson(draft), account: world.it.expert.account)
    }
    var bundle = try desk.station.push()
    let known = world.server.store.schema
    bundle.items[1].entry.schema = known + 1
    let last = try world.server.store.read { try $0.lastEntryNumber() }
    #expect(throws: StoreError.newerSchema(found: known + 1, known: known)) {
      try world.server.take(bundle)
    }
    #expect(try world.server.store.read { try $0.lastEntryNumber() } == last)
  }

  @Test("A list travels whole, and is a conflict whole where the server would take fewer rows")
  func list() throws {
    let world = try ExchangeWorld(capacity: 5)
    let desk = try world.desk(world.office.district)
    let expert = world.it.expert.account
    let rows = try (100...101).map {
      IntroductionRow(number: $0, nationalCode: try Office.nationalCode($0).digits)
    }
    try desk.portal.perform(
      IntroduceLearners(rows, into: world.trainingClass), account: expert)
    let person = try world.person(105, in: world.server.store)
    try world.it.portal.perform(EnrolLearner(person.id, in: world.trainingClass), account: expert)
    #expect(try desk.push(to: world.server) == .init(conflicts: 1))
    let class0 = try world.server.store.read {
      try $0.trainingClass(world.trainingClass, in: .units(.everything), on: Office.today)
    }
    #expect(class0?.enrolled == 4)
    // Two parts of one import under one number: the second part is somebody else by now.
    desk.portal.signIn(try #require(try desk.store.read { try $0.actor(expert) }))
    let people = try (400...401).map {
      PersonRow(
        number: $0, nationalCode: try Office.nationalCode($0).digits, first: "سارا", last: "تازه")
    }
    _ = try desk.portal.performAll(
      people.map { ImportPeople([$0], into: world.office.district) }
    ).get()
    try world.it.portal.perform(
      RegisterPerson(try .sample(401, last: "دیگر", unit: world.office.district)), account: expert)
    #expect(try desk.push(to: world.server) == .init(conflicts: 2, known: 1))
    let code = try Office.nationalCode(400)
    #expect(try world.server.store.read { try $0.person(code) } == nil)
  }

  @Test("Bundles go as files, come twice, late or not at all, and the end is the same")
  func files() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    let folder = "/tmp/faragir-exchange-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    mkdir(folder, 0o700)
    defer {
      for name in ["p1", "p2", "a1", "a2", "a3"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    let expert = world.it.expert.account
    try desk.portal.perform(
      RegisterPerson(try .sample(300, unit: world.office.district)), account: expert)
    try desk.station.writePush(to: "\(folder)/p1")
    try world.server.exchange("\(folder)/p1", answer: "\(folder)/a1")
    try desk.portal.perform(
      RegisterPerson(try .sample(301, unit: world.office.district)), account: expert)
    try desk.station.writePush(to: "\(folder)/p2")
    #expect(
      try world.server.exchange("\(folder)/p2", answer: "\(folder)/a2")
        == .init(accepted: 1, known: 1))
    // The older push comes once more; its answer knows of the newer one too.
    #expect(
      try world.server.exchange("\(folder)/p1", answer: "\(folder)/a3") == .init(known: 1))
    #expect(try desk.station.readPull(from: "\(folder)/a1") == .init(accepted: 1, waiting: 1))
    #expect(try desk.station.readPull(from: "\(folder)/a3") == .init(accepted: 1))
    let slices = try world.slices(desk)
    #expect(slices.server == slices.station)
    #expect(throws: Failure.forbidden) { try desk.station.readPull(from: "\(folder)/a1") }
  }

  @Test(
    "What waits is taken back, the server's rows come in below, and what no longer fits is listed")
  func rebase() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    world.it.on(11)
    let session = world.sessions[0].id
    func mark(_ learner: Int, _ mark: AttendanceMark) -> MarkAttendance {
      MarkAttendance([.init(world.learners[learner], from: nil, to: mark)], in: session)
    }
    let manager = world.it.manager.account
    try desk.portal.perform(mark(0, .absent), account: manager)
    try desk.portal.perform(mark(1, .absent), account: manager)
    try world.it.portal.perform(mark(0, .present), account: manager)
    #expect(try desk.pull(from: world.server) == .init(waiting: 1, conflicts: 1))
    let cells = try desk.store.read { records in
      try world.learners.map { try records.mark(session, $0)?.mark }
    }
    #expect(cells == [.present, .absent, nil])
    desk.portal.signIn(try #require(try desk.store.read { try $0.actor(world.it.expert.account) }))
    let conflict = try #require(try desk.portal.conflicts().get().first)
    #expect(!conflict.isServers)
    guard case .conflict(let values)? = conflict.obstacle else {
      Issue.record("no values")
      return
    }
    #expect(values.map(\.mine) == [AttendanceMark.absent.text])
    #expect(values.map(\.theirs) == [AttendanceMark.present.text])
    _ = try desk.portal.settle(conflict.entry.number, .giveUp).get()
    #expect(try desk.push(to: world.server) == .init(accepted: 1))
    try desk.pull(from: world.server)
    let slices = try world.slices(desk)
    #expect(slices.server == slices.station)
  }

  @Test("An answer that would write into other tables than the slice's is refused")
  func hostile() throws {
    let world = try ExchangeWorld()
    let desk = try world.desk(world.office.district)
    var answer = try world.server.answer(try desk.station.push())
    var row = try #require(answer.images?.rows.first)
    row.table = "store_entry"
    answer.images?.rows.append(row)
    #expect(throws: StoreError.damaged("images of other tables")) { try desk.station.pull(answer) }
    row = try #require(answer.images?.rows.first)
    row.values.removeLast()
    answer.images?.rows.removeLast()
    answer.images?.rows.append(row)
    #expect(throws: StoreError.self) { try desk.station.pull(answer) }
  }

  @Test("A copy with records of its own does not become a station, nor a station of nothing")
  func strangers() throws {
    let world = try ExchangeWorld()
    let own = ExchangeStation(store: world.server.store, clock: world.server.clock)
    #expect(throws: Failure.forbidden) { _ = try own.join() }
    #expect(throws: StoreError.notFound) {
      try world.server.register(station: 1, for: ID(rawValue: 7))
    }
    let desk = try world.desk(world.office.district)
    #expect(throws: StoreError.notFound) { try desk.station.pull(try desk.station.push()) }
  }
}
