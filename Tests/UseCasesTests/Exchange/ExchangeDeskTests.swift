import Foundation
import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A server and stations on disk, each with its desk.
struct DeskWorld {
  struct Place {
    let store: Store
    let desk: ExchangeDesk
    let portal: Portal
  }

  let it: CourseOffice
  let folder: String
  let server: Place

  var clock: WallClock { it.portal.clock }

  init() throws {
    folder = "/tmp/faragir-desk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    it = try CourseOffice(path: "\(folder)/server.faragir", guests: 2)
    for number in 0..<3 { _ = try it.office.person(100 + number, last: "نوری") }
    server = Place(
      store: it.portal.store,
      desk: ExchangeDesk(store: it.portal.store, clock: it.portal.clock), portal: it.portal)
  }

  func place(_ name: String) throws -> Place {
    let store = try Store.open(at: "\(folder)/\(name).faragir")
    return Place(
      store: store, desk: ExchangeDesk(store: store, clock: clock),
      portal: Portal(store: store, clock: clock))
  }

  func file(_ name: String) -> String { "\(folder)/\(name)" }

  /// A station of the district that has joined.
  func station(_ name: String, of server: Place? = nil) throws -> Place {
    let station = try place(name)
    try enrol(station, at: server ?? self.server)
    return station
  }

  func enrol(_ station: Place, at server: Place) throws {
    let invitation = file("invitation-\(UUID().uuidString)")
    try server.desk.enrol(
      try station.desk.publicKeyLine(), for: it.office.district, to: invitation)
    try station.desk.join(invitation)
  }

  func register(_ number: Int, at place: Place) throws {
    let actor = try #require(try place.store.read { try $0.actor(it.expert.account) })
    let draft = try PersonDraft.sample(number, unit: it.office.district)
    _ = try place.portal.perform(RegisterPerson(draft), as: actor).get()
  }

  func knows(_ number: Int, at place: Place) throws -> Bool {
    let code = try Office.nationalCode(number)
    return try place.store.read { try $0.person(code) } != nil
  }

  /// One round by file: what the station did goes up, and the answer comes back.
  func round(_ station: Place, _ server: Place? = nil) throws {
    let server = server ?? self.server
    let (push, answer) = (file("push"), file("answer"))
    try station.desk.send(to: push)
    try server.desk.receive(from: push)
    try server.desk.send(to: answer, station: try station.store.read { try $0.replica() })
    try station.desk.receive(from: answer)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

@Suite("Exchange at desks with keys and files")
struct ExchangeDeskTests {
  @Test("S0-12 a server restored from an old backup gets back from its stations what they had sent")
  func restoredServer() throws {
    let world = try DeskWorld()
    defer { world.remove() }
    let station = try world.station("district")
    let backup = world.file("backup")
    try world.server.store.backup(to: backup)
    try world.register(700, at: station)
    try world.round(station)
    #expect(try world.knows(700, at: world.server))
    // The server's disk is lost; what is left is the backup from before.
    _ = try Store.restore(from: backup, to: world.file("again.faragir"), at: 1)
    let again = try world.place("again")
    #expect(try !world.knows(700, at: again))
    try world.register(701, at: station)
    // Neither takes the other for what it was.
    try station.desk.send(to: world.file("late"))
    let numbers = try (
      again.store.read { try $0.replica() }, world.server.store.read { try $0.replica() }
    )
    #expect(throws: ExchangeProblem.forAnother(to: numbers.1, own: numbers.0)) {
      try again.desk.receive(from: world.file("late"))
    }
    try again.desk.send(to: world.file("other-answer"))
    #expect(throws: ExchangeProblem.otherServer(found: numbers.0, known: numbers.1)) {
      try station.desk.receive(from: world.file("other-answer"))
    }
    #expect(try world.knows(700, at: station) && world.knows(701, at: station))
    // Enrolled again, the station brings what the backup did not have.
    try world.enrol(station, at: again)
    #expect(try world.knows(700, at: station) && world.knows(701, at: station))
    try world.round(station, again)
    for number in [700, 701] { #expect(try world.knows(number, at: again)) }
    #expect(try station.store.read { try $0.entries(.pending) }.isEmpty)
    #expect(try again.store.firstAlteredEntry() == nil)
  }

  @Test("S0-12 a station restored from an old backup is known by its key, and nothing comes twice")
  func restoredStation() throws {
    let world = try DeskWorld()
    defer { world.remove() }
    let station = try world.station("district")
    try world.register(700, at: station)
    let backup = world.file("backup")
    try station.store.backup(to: backup)
    try world.round(station)
    _ = try Store.restore(from: backup, to: world.file("again.faragir"), at: 1)
    try FileManager.default.copyItem(
      atPath: world.file("district.faragir.key"), toPath: world.file("again.faragir.key"))
    let again = try world.place("again")
    try again.desk.send(to: world.file("push"))
    let number = try again.store.read { try $0.replica() }
    #expect(throws: ExchangeProblem.copiedOffice(number)) {
      try world.server.desk.receive(from: world.file("push"))
    }
    try world.enrol(again, at: world.server)
    // The entry that waited in the backup was performed long ago.
    try world.round(again)
    #expect(try again.store.read { try $0.entries(.pending) }.isEmpty)
    #expect(try again.store.read { try $0.entries(.conflicted) }.isEmpty)
    let code = try Office.nationalCode(700)
    #expect(try world.server.store.read { try $0.person(code) } != nil)
    #expect(try world.knows(700, at: again))
  }

  @Test("A clock that is wrong by years changes neither the order of the server nor what arrives")
  func wrongClock() throws {
    let world = try DeskWorld()
    defer { world.remove() }
    let station = try world.station("district")
    world.it.on(-3_000)
    try world.register(700, at: station)
    world.it.on(3_000)
    try world.register(701, at: station)
    world.it.on(0)
    try world.round(station)
    for number in [700, 701] { #expect(try world.knows(number, at: world.server)) }
    #expect(try world.server.store.firstAlteredEntry() == nil)
    let entries = try world.server.store.read { try $0.entries(after: 0) }
    #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.recorded <= $1.recorded })
  }

  @Test("An attachment travels once, up with the work that brought it and down to who needs it")
  func attachments() throws {
    let world = try DeskWorld()
    defer { world.remove() }
    let (first, second) = (try world.station("first"), try world.station("second"))
    let bytes = [UInt8]("%PDF-1.4 a circular".utf8) + [UInt8](repeating: 7, count: 50_000)
    let digest = BlobDigest(of: bytes)
    let actor = try #require(try first.store.read { try $0.actor(world.it.expert.account) })
    let notice = Announcement(
      kind: .circular, title: "بخشنامه", from: Office.today, unit: world.it.office.district,
      attachment: .init(name: "بخشنامه.pdf", size: bytes.count, digest: digest.bytes))
    _ = try first.portal.perform(Announce(notice, content: bytes), as: actor).get()
    func size(_ name: String) throws -> Int {
      let facts = try FileManager.default.attributesOfItem(atPath: world.file(name))
      return facts[.size] as? Int ?? 0
    }
    try world.round(first)
    #expect(try size("push") > 50_000)
    #expect(try world.server.store.read { try $0.blob(digest) } == bytes)
    let back = try size("answer")
    try second.desk.send(to: world.file("push"))
    try world.server.desk.receive(from: world.file("push"))
    try world.server.desk.send(
      to: world.file("answer"), station: try second.store.read { try $0.replica() })
    #expect(try size("answer") > back + 40_000)
    try second.desk.receive(from: world.file("answer"))
    #expect(try second.store.read { try $0.blob(digest) } == bytes)
    for station in [first, second] {
      try world.round(station)
      #expect(try size("push") < 50_000)
    }
  }

  @Test("S0-9 an office keeps its unit, and is not enrolled where the invitation cannot be written")
  func enrolment() throws {
    let world = try DeskWorld()
    defer { world.remove() }
    let station = try world.place("district")
    let line = try station.desk.publicKeyLine()
    func known() throws -> Training.Unit? {
      let number = try station.store.read { try $0.replica() }
      return try world.server.store.read { try $0.unit(ofStation: number) }
    }
    #expect(throws: ExchangeProblem.self) {
      try world.server.desk.enrol(
        line, for: world.it.office.district, to: world.file("nowhere/invitation"))
    }
    #expect(try known() == nil)
    try world.enrol(station, at: world.server)
    let district = try #require(try known())
    let province = try #require(district.parent)
    #expect(throws: ExchangeProblem.enrolledFor(district.name)) {
      try world.server.desk.enrol(line, for: province, to: world.file("moved"))
    }
    #expect(try known() == district)
    // For its own unit again, as after a restore.
    try world.enrol(station, at: world.server)
  }

  @Test("Two programs do not exchange on one file at once")
  func together() throws {
    let world = try DeskWorld()
    defer { world.remove() }
    let station = try world.station("district")
    let folder = try ExchangeFolder(besideRecords: station.store.path)
    #expect(throws: ExchangeProblem.busy) { try station.desk.send(to: world.file("push")) }
    withExtendedLifetime(folder) {}
  }

  @Test("S0-9 the records of other offices, and what they log in by, do not leave the server")
  func secrets() throws {
    let world = try DeskWorld()
    defer { world.remove() }
    let neighbour = try world.it.office.signIn(.expert, at: world.it.office.otherDistrict)
    _ = try world.it.office.person(150, last: "ناشناخته", unit: world.it.office.otherDistrict)
    let station = try world.station("district")
    #expect(try station.store.read { try $0.account(neighbour.account) } == nil)
    let kept = try station.store.read { try $0.accounts(in: .everything) }
    #expect(kept.contains { $0.id == world.it.expert.account })
    let names = try FileManager.default.contentsOfDirectory(atPath: world.folder)
    let invitation = try #require(names.first { $0.hasPrefix("invitation") })
    let bytes = try Data(contentsOf: URL(filePath: world.file(invitation)))
    #expect(bytes.range(of: Data("ناشناخته".utf8)) == nil)
    #expect(bytes.range(of: Data("نوری".utf8)) != nil)
  }
}
