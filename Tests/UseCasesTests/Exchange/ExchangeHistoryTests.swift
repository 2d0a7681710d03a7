import Foundation
import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Random histories of exchange")
struct ExchangeHistoryTests {
  /// `EXCHANGE_SEED` in the environment plays other histories, or those of a failure again.
  static let seed = ProcessInfo.processInfo.environment["EXCHANGE_SEED"].flatMap { UInt64($0) } ?? 1

  @Test(
    "S0-12 random histories of two to six offices with cuts, conflicts and new roles: slices equal, all performed once or listed"
  )
  func histories() async throws {
    print("exchange: 1,000 histories from seed \(Self.seed)")
    let start = ContinuousClock.now
    let reached = try await withThrowingTaskGroup(of: History.Reached.self) { group in
      for part in 0..<UInt64(8) {
        group.addTask {
          var reached = History.Reached()
          for number in stride(from: part, to: 1_000, by: 8) {
            var history = try History(seed: Self.seed &* 1_000_003 &+ number)
            try history.play()
            reached.add(history.reached)
          }
          return reached
        }
      }
      return try await group.reduce(into: History.Reached()) { $0.add($1) }
    }
    print("exchange: \(reached), \(ContinuousClock.now - start)")
    #expect(reached.histories == 1_000)
    #expect(reached.accepted > 4_000)
    #expect(reached.conflictsOnServer > 300)
    #expect(reached.conflictsAtStation > 300)
    #expect(reached.aliases > 100)
    #expect(reached.undone > 300)
    #expect(reached.cuts > 300)
    #expect(reached.roles > 100)
    #expect(reached.offices > 3_500)
  }
}

/// One random history: a server and one to five stations, work on each, pushes and pulls in any order,
/// some of them cut in the middle or answered too late.
struct History {
  struct Reached: Sendable {
    var histories = 0
    var accepted = 0
    var conflictsOnServer = 0
    var conflictsAtStation = 0
    var aliases = 0
    var undone = 0
    var cuts = 0
    /// Managers who lost their course, or got it back.
    var roles = 0
    var offices = 0

    mutating func add(_ other: Reached) {
      histories += other.histories
      accepted += other.accepted
      conflictsOnServer += other.conflictsOnServer
      conflictsAtStation += other.conflictsAtStation
      aliases += other.aliases
      undone += other.undone
      cuts += other.cuts
      roles += other.roles
      offices += other.offices
    }
  }

  let seed: UInt64
  let world: ExchangeWorld
  var desks: [ExchangeWorld.Desk] = []
  var chance: SplitMix64
  /// The ids of all entries made at a station, each with the station.
  var made: [(id: Int64, desk: Int)] = []
  /// Numbers of entries by place: what can be taken back.
  var recent: [[Int64]]
  var kept: ExchangeBundle?
  var lateAnswer: (desk: Int, bundle: ExchangeBundle)?
  var reached = Reached()

  init(seed: UInt64) throws {
    self.seed = seed
    chance = SplitMix64(seed: seed)
    world = try ExchangeWorld(capacity: 5)
    let office = world.office
    let units = [office.district, office.otherDistrict, office.province]
    desks = [try world.desk(office.district)]
    for _ in 0..<(chance.next() % 5) {
      desks.append(try world.desk(units[Int(chance.next() % 3)]))
    }
    recent = Array(repeating: [], count: desks.count + 1)
    reached.offices = desks.count + 1
  }

  mutating func play() throws {
    for _ in 0..<(20 + 5 * desks.count) {
      let place = Int(chance.next() % UInt64(desks.count + 1))
      switch chance.next() % 10 {
      case 0 where place > 0: try push(desks[place - 1])
      case 1 where place > 0: try pull(place - 1)
      default: try work(at: place)
      }
    }
    for desk in desks { try push(desk, mayFail: false) }
    for index in desks.indices { try pull(index, mayFail: false) }
    try verify()
  }

  private mutating func push(_ desk: ExchangeWorld.Desk, mayFail: Bool = true) throws {
    let bundle = try desk.station.push()
    // The line is cut after some of it; the station sends it once more, sooner or later.
    if mayFail, chance.next() % 4 == 0 {
      var left = Int(chance.next() % 4)
      let cut = ExchangeServer(store: world.server.store, clock: world.server.clock, turn: .zero)
      do {
        try cut.take(bundle) { _, _ in
          left -= 1
          return left >= 0
        }
      } catch StoreError.cancelled {
        reached.cuts += 1
        if chance.next() % 2 == 0 { return }
      }
    }
    try world.server.take(bundle)
    // A bundle that comes again, perhaps after newer ones.
    if chance.next() % 4 == 0 { kept = bundle }
    if let kept, chance.next() % 4 == 0 { try world.server.take(kept) }
  }

  private mutating func pull(_ index: Int, mayFail: Bool = true) throws {
    let desk = desks[index]
    let answer = try world.server.answer(try desk.station.push())
    if mayFail, chance.next() % 4 == 0 {
      // An answer that comes too late, or that is stopped half way: nothing may change.
      let before = Set(try desk.store.read { try $0.images(of: .stationFile) }.rows)
      if let late = lateAnswer, late.desk == index {
        _ = try? desk.station.pull(late.bundle)
      } else {
        var left = Int(chance.next() % 3)
        do {
          try desk.station.pull(answer) { _, _ in
            left -= 1
            return left >= 0
          }
        } catch StoreError.cancelled {
          reached.cuts += 1
          let after = Set(try desk.store.read { try $0.images(of: .stationFile) }.rows)
          #expect(before == after, "seed \(seed), a pull that was stopped")
        }
      }
      lateAnswer = (index, answer)
      return
    }
    let pulled = try desk.station.pull(answer)
    guard pulled.waiting == 0 else { return }
    let slices = try world.slices(desk)
    #expect(slices.server == slices.station, "seed \(seed), after a pull")
  }

  private mutating func verify() throws {
    let server = world.server.store
    for (index, desk) in desks.enumerated() {
      let slices = try world.slices(desk)
      #expect(slices.server == slices.station, "seed \(seed), station \(index)")
      #expect(try desk.store.read { try $0.entries(.pending) }.isEmpty, "seed \(seed)")
      #expect(try desk.store.firstAlteredEntry() == nil, "seed \(seed)")
      #expect(try desk.store.read { try $0.isSearchIndexTrue(of: "person") }, "seed \(seed)")
    }
    #expect(try server.firstAlteredEntry() == nil, "seed \(seed)")
    let onServer = Dictionary(grouping: try server.read { try $0.entries(after: 0) }, by: \.id)
    reached.histories = 1
    reached.aliases = try server.read { try $0.standIns() }.ids.count
    for (id, desk) in made {
      let there = onServer[id] ?? []
      let here = try desks[desk].store.read { try $0.entries(.conflicted) }.filter { $0.id == id }
      let isListed = there.contains { $0.state == .conflicted }
      #expect(there.count <= 1, "seed \(seed): entry \(id) came twice")
      #expect(there.count + here.count >= 1, "seed \(seed): entry \(id) is lost")
      #expect((there.first?.state == .accepted) != (here.count == 1), "seed \(seed): entry \(id)")
      #expect(!isListed || here.count == 1, "seed \(seed): entry \(id)")
      if isListed {
        reached.conflictsOnServer += 1
      } else if there.isEmpty {
        reached.conflictsAtStation += 1
      } else {
        reached.accepted += 1
      }
    }
  }
}

extension History {
  private func portal(_ place: Int) -> Portal {
    place == 0 ? world.it.portal : desks[place - 1].portal
  }

  /// Does something at a place; refusals are part of life.
  private mutating func work(at place: Int) throws {
    let portal = portal(place)
    let isNeighbour = place > 0 && desks[place - 1].unit == world.office.otherDistrict
    let expert = isNeighbour ? world.neighbour : world.it.expert
    let manager = world.it.manager
    switch chance.next() % 13 {
    case 0, 1: try perform(place, register(expert), expert)
    case 2, 3: if let work = try edit(portal, expert) { try perform(place, work, expert) }
    case 4, 5: if let work = try enrol(portal) { try perform(place, work, expert) }
    case 6: if let work = try remove(portal) { try perform(place, work, expert) }
    case 7, 8: if let work = try mark(portal) { try perform(place, work, manager, day: 11) }
    case 9: try takeBack(place, expert, manager)
    case 10: try importPeople(place, expert)
    case 11: try changeManager(place, expert)
    default: try introduce(place, expert)
    }
  }

  private mutating func perform<U: UseCase>(
    _ place: Int, _ work: U, _ actor: Actor, day: Int = 1
  ) throws {
    world.it.on(day)
    let portal = portal(place)
    guard let actor = try portal.store.read({ try $0.actor(actor.account) }),
      case .success(let done) = portal.perform(work, as: actor, reason: "چرا")
    else { return }
    try note(place, done.entry)
  }

  private mutating func note(_ place: Int, _ number: Int64) throws {
    recent[place].append(number)
    guard place > 0 else { return }
    let entry = try #require(try portal(place).store.read { try $0.entry(number: number) })
    made.append((entry.id, place - 1))
  }

  /// Somebody new to the place, whom another place may have recorded, sometimes under another name.
  private mutating func register(_ actor: Actor) throws -> RegisterPerson {
    let number = 200 + Int(chance.next() % 6)
    let last = chance.next() % 5 == 0 ? "دیگر" : "تازه"
    return RegisterPerson(try .sample(number, last: last, unit: actor.unit))
  }

  private mutating func someone(_ portal: Portal, in scope: Scope) throws -> Person? {
    let lines = try portal.store.read { try $0.people(in: scope, limit: 100) }
    // By code: ids differ from run to run.
    let people = lines.map(\.person)
      .sorted { ($0.nationalCode?.digits ?? "") < ($1.nationalCode?.digits ?? "") }
    return people.randomElement(using: &chance)
  }

  private mutating func edit(_ portal: Portal, _ actor: Actor) throws -> EditPerson? {
    guard let person = try someone(portal, in: actor.scope) else { return nil }
    var after = PersonDraft(person)
    let value = ["حسن", "رضا", "کاظم"][Int(chance.next() % 3)]
    if chance.next() % 2 == 0 {
      after.fatherName = value
    } else {
      after.name = try PersonName(first: value, last: person.name.last)
    }
    return EditPerson(person.id, before: PersonDraft(person), after: after)
  }

  private mutating func enrol(_ portal: Portal) throws -> EnrolLearner? {
    guard let person = try someone(portal, in: .everything) else { return nil }
    let isGuest = chance.next() % 3 == 0
    return EnrolLearner(
      person.id, in: world.trainingClass, as: isGuest ? .introduceGuest : .introduce)
  }

  private mutating func learner(_ portal: Portal) throws -> ID<Enrolment>? {
    try world.learners.filter { id in try portal.store.read { try $0.enrolment(id) } != nil }
      .randomElement(using: &chance)
  }

  private mutating func remove(_ portal: Portal) throws -> RemoveEnrolment? {
    try learner(portal).map { RemoveEnrolment($0, letter: "۱۲") }
  }

  private mutating func mark(_ portal: Portal) throws -> MarkAttendance? {
    guard let learner = try learner(portal) else { return nil }
    let session = world.sessions[Int(chance.next() % 2)]
    let now = try portal.store.read { try $0.mark(session.id, learner)?.mark }
    let marks: [AttendanceMark?] = [.present, .absent, .excused, nil]
    let modes: [MarkAttendance.Mode] = [.exact, .exact, .fill, .overwrite]
    return MarkAttendance(
      [.init(learner, from: now, to: marks[Int(chance.next() % 4)])], in: session.id,
      mode: modes[Int(chance.next() % 4)])
  }

  private mutating func takeBack(_ place: Int, _ expert: Actor, _ manager: Actor) throws {
    guard let number = recent[place].suffix(5).randomElement(using: &chance) else { return }
    let portal = portal(place)
    let entry = try #require(try portal.store.read { try $0.entry(number: number) })
    let account = entry.actor == manager.account.rawValue ? manager : expert
    guard let actor = try portal.store.read({ try $0.actor(account.account) }) else { return }
    world.it.on(entry.actor == manager.account.rawValue ? 11 : 1)
    portal.signIn(actor)
    guard case .success(let last) = portal.undo(number) else { return }
    reached.undone += 1
    try noteBulk(place, last)
  }

  private mutating func noteBulk(_ place: Int, _ last: Int64) throws {
    let entries = try portal(place).store.read { records -> [Entry] in
      guard let entry = try records.entry(number: last) else { return [] }
      return entry.batch == 0 ? [entry] : try records.entries(batch: entry.batch)
    }
    for entry in entries { try note(place, entry.number) }
  }

  /// The course loses its manager, whose marks of before are then nobody's to make, or has her back.
  private mutating func changeManager(_ place: Int, _ expert: Actor) throws {
    guard place == 0, let person = world.it.manager.person else { return }
    let request = world.it.request
    let factors = try portal(place).store.read { try $0.factors(of: request) }
    let count = try portal(place).store.read { try $0.lastEntryNumber() }
    if let factor = factors.first(where: { $0.duty == .manager }) {
      try perform(place, DismissFactor(factor.id), world.it.expert)
    } else {
      try perform(place, AddFactor(.manager, of: request, .person(person)), world.it.expert)
    }
    if try portal(place).store.read({ try $0.lastEntryNumber() }) > count { reached.roles += 1 }
  }

  /// Two entries under one number.
  private mutating func importPeople(_ place: Int, _ expert: Actor) throws {
    let portal = portal(place)
    guard let actor = try portal.store.read({ try $0.actor(expert.account) }) else { return }
    world.it.on(1)
    portal.signIn(actor)
    let rows = try (0..<2).map { row in
      PersonRow(
        number: row,
        nationalCode: try Office.nationalCode(204 + row + Int(chance.next() % 3) * 2).digits,
        first: "سارا", last: "تازه")
    }
    let parts = rows.map { ImportPeople([$0], into: actor.unit) }
    guard case .success(let done) = portal.performAll(parts), let last = done.last else { return }
    try noteBulk(place, last.entry)
  }

  private mutating func introduce(_ place: Int, _ expert: Actor) throws {
    let rows = try (0..<2).map { row in
      IntroductionRow(
        number: row,
        nationalCode: try Office.nationalCode(100 + row * 3 + Int(chance.next() % 3)).digits)
    }
    try perform(place, IntroduceLearners(rows, into: world.trainingClass), expert)
  }
}
