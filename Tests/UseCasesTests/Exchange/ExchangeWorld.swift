import Persian
import Store
import TestKit
import Testing
import Training
import UseCases

/// A server with a class at work, and stations that join it.
struct ExchangeWorld {
  /// A copy of the records with its portal.
  struct Desk {
    let unit: ID<Training.Unit>
    let portal: Portal
    let station: ExchangeStation
    let replica: Int64

    var store: Store { portal.store }

    func push(to server: ExchangeServer) throws -> ExchangeServer.Taken {
      try server.take(try station.push())
    }

    @discardableResult
    func pull(from server: ExchangeServer) throws -> ExchangeStation.Pulled {
      try station.pull(try server.answer(try station.push()))
    }
  }

  let it: CourseOffice
  let server: ExchangeServer
  let trainingClass: ID<TrainingClass>
  let sessions: [Session]
  let learners: [ID<Enrolment>]
  /// The expert of the other district.
  let neighbour: Actor

  var office: Office { it.office }

  /// Three learners are in the class; the candidates are people of the district in no class.
  init(capacity: Int = 6, candidates: Int = 6) throws {
    it = try CourseOffice(guests: 2)
    trainingClass = try it.define(capacity: capacity)
    sessions = [
      try it.put(it.session(trainingClass, day: 10)),
      try it.put(it.session(trainingClass, day: 11)),
    ]
    learners = try it.enrol(3, in: trainingClass)
    for number in 0..<candidates { _ = try it.office.person(100 + number, last: "نوری") }
    for number in 0..<2 {
      _ = try it.office.person(150 + number, last: "همسایه", unit: it.office.otherDistrict)
    }
    neighbour = try it.office.signIn(.expert, at: it.office.otherDistrict)
    server = ExchangeServer(store: it.portal.store, clock: it.portal.clock)
  }

  /// A station of a unit with its first pull.
  func desk(_ unit: ID<Training.Unit>) throws -> Desk {
    let store = try Store.open(at: ":memory:")
    let station = ExchangeStation(store: store, clock: it.portal.clock)
    let replica = try station.join()
    try server.register(station: replica, for: unit)
    let desk = Desk(
      unit: unit, portal: Portal(store: store, clock: it.portal.clock), station: station,
      replica: replica)
    try desk.pull(from: server)
    return desk
  }

  /// The slice as the server has it, and all that the station has.
  func slices(_ desk: Desk) throws -> (server: Set<RowImage>, station: Set<RowImage>) {
    let path = try #require(try server.store.read { try $0.unit(desk.unit) }).path
    let wanted = try server.store.read {
      try $0.images(of: .station(path, replica: desk.replica))
    }
    let found = try desk.store.read { try $0.images(of: .stationFile) }
    return (Set(wanted.rows), Set(found.rows))
  }

  func person(_ number: Int, in store: Store) throws -> Person {
    let code = try Office.nationalCode(number)
    return try #require(try store.read { try $0.person(code) })
  }
}

extension Portal {
  /// Performs as an account of this copy of the records.
  @discardableResult
  func perform<U: UseCase>(
    _ work: U, account: ID<Account>, reason: String = ""
  ) throws -> Performed<U.Outcome> {
    let actor = try #require(try store.read { try $0.actor(account) })
    return try perform(work, as: actor, reason: reason).get()
  }
}

extension PersonDraft {
  static func sample(
    _ number: Int, last: String = "تازه", unit: ID<Training.Unit>, fatherName: String = ""
  ) throws -> PersonDraft {
    PersonDraft(
      nationalCode: try Office.nationalCode(number), personnelCode: nil,
      name: try PersonName(first: "سارا", last: last), fatherName: fatherName, unit: unit)
  }
}
