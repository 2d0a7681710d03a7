import Foundation
import Interchange
import Store
import TestKit
import Testing
import Training
import UseCases

@Suite("Bulk changes of sessions, done in turns with what others do")
struct WriterBulkTests {
  private let it: WriterOffice
  private let portal: Portal
  private let other: Portal

  init() throws {
    it = try WriterOffice()
    portal = try it.session(.administrator, at: it.office.province, as: "sara")
    other = try it.session(.administrator, at: it.office.province, as: "reza")
    // Each part is a turn of its own.
    it.server = nil
    try it.start(turn: .zero)
    for session in [portal, other] {
      let entered = try it.served { session.perform(RecordAccess(.entered)).map(\.entry) }
      _ = try entered.get()
    }
  }

  private func school(_ number: Int) -> RegisterUnit {
    RegisterUnit(
      parent: it.office.district, kind: .school, code: "1601\(number)", title: "دبستان \(number)")
  }

  private let busy = Failure.records(.busy(holder: nil, since: nil))

  /// Asks without waiting; what is not answered stays on its way.
  private func ask(_ works: [RegisterUnit]) -> Result<[Int64], Failure> {
    portal.waiting(.zero) { portal.performAll(works).map { $0.map(\.entry) } }
  }

  private func registered() throws -> Int { try it.entries(RegisterUnit.name) - WriterOffice.units }

  /// Which of the schools are there now.
  private func schools(_ numbers: ClosedRange<Int>) throws -> [Int] {
    let codes = try Set(it.office.portal.store.read { try $0.units(in: .everything).map(\.code) })
    return numbers.filter { codes.contains("1601\($0)") }
  }

  @Test("Others have their turn between the parts of a long list")
  func turns() throws {
    let works = (20..<24).map(school)
    #expect(ask(works) == .failure(busy))
    it.serve()
    let before = try registered()
    #expect(before >= 1 && before < 4)
    let mine = school(50)
    let between = try it.served { [other] in try other.perform(mine).get().entry }
    let all = try it.served { [portal] in try portal.performAll(works).get().map(\.entry) }
    #expect(all.count == 4)
    #expect(all[0] < between && between < all[3])
    let batches = try all.map { number in
      try portal.store.read { try $0.entry(number: number)?.batch }
    }
    #expect(Set(batches).count == 1 && batches[0] != 0)
    // The whole list is taken back as one, as if nobody had been in between.
    _ = try it.served { [portal] in try portal.undo(all[3]).get() }
    #expect(try schools(20...50) == [50])
    #expect(try it.office.portal.store.problems(.full).isEmpty)
  }

  @Test("Where a later part is refused the ones before it are taken back")
  func refused() throws {
    let works = [20, 21, 20].map(school)
    let done = try it.served { [portal] in portal.performAll(works).map { $0.map(\.entry) } }
    guard case .failure(.refused) = done else {
      Issue.record("\(done)")
      return
    }
    #expect(try schools(20...21) == [])
    #expect(try it.entries(Undo.name) == 2)
    // Nothing of it stays in hand.
    #expect(try it.office.portal.store.read { try $0.answersInHand().count } == 0)
    let again = [20, 21].map(school)
    let done2 = try it.served { [portal] in try portal.performAll(again).get().count }
    #expect(done2 == 2)
    #expect(try schools(20...21) == [20, 21])
  }

  @Test(
    "A writer killed in the middle: what was done is taken back, and all is done once when it is back"
  )
  func killed() throws {
    let works = (20..<24).map(school)
    #expect(ask(works) == .failure(busy))
    it.serve()
    #expect(try !schools(20...23).isEmpty)
    #expect(try it.office.portal.store.read { try $0.answersInHand().count } == 1)
    it.server = nil
    try it.start(turn: .zero)
    #expect(try schools(20...23) == [])
    let done4 = try it.served { [portal] in try portal.performAll(works).get().count }
    #expect(done4 == 4)
    #expect(try schools(20...23) == [20, 21, 22, 23])
    #expect(try it.office.portal.store.read { try $0.answersInHand().count } == 0)
  }

  @Test("A person who stops a long list, or whose line is cut, leaves nothing of it")
  func stopped() throws {
    let works = (20..<24).map(school)
    let socket = try LocalSocket.connect(to: WriterServer.path(besideRecords: it.path))
    var frames = FrameBuffer()
    let key = try it.key(of: "sara").rawValue
    frames.put(
      FrameLine.Frame("H", #"{"version":1,"session":7,"key":\#(key),"origin":""}"#))
    frames.put(FrameLine.Frame("O", try order(works)))
    #expect(frames.flush(to: socket) && !frames.hasOutgoing)
    while try schools(20...23).isEmpty { it.serve() }
    frames.put(FrameLine.Frame("C"))
    #expect(frames.flush(to: socket) && !frames.hasOutgoing)
    it.serve()
    _ = frames.fill(from: socket)
    var said: [FrameLine.Frame] = []
    while let frame = try frames.next() { said.append(frame) }
    #expect(said.first?.letter == "H" && said.last?.letter == "A")
    #expect(said.last?.text.contains("cancelled") == true)
    #expect(try schools(20...23) == [])
    // The same of a person who asks for something else instead.
    #expect(ask(works) == .failure(busy))
    it.serve()
    #expect(try !schools(20...23).isEmpty)
    let mine = school(60)
    _ = try it.served { [portal] in try portal.perform(mine).get() }
    #expect(try schools(20...60) == [60])
    #expect(try it.office.portal.store.read { try $0.answersInHand().count } == 0)
  }

  /// A bulk change as a session says it.
  private func order(_ works: [RegisterUnit]) throws -> String {
    let account = try #require(portal.actor).account.rawValue
    let parts = try works.map { work in
      let arguments = try JSONEncoder().encode(work).base64EncodedString()
      return #"{"name":"unit.register","arguments":"\#(arguments)"}"#
    }
    return #"{"number":1,"account":\#(account),"reason":"","isBulk":true,"#
      + #""works":[\#(parts.joined(separator: ","))]}"#
  }

  @Test("What others have changed since is not taken back, and that is said")
  func partly() throws {
    let works = [20, 21, 20].map(school)
    #expect(ask(works) == .failure(busy))
    it.serve()
    let unit = try #require(
      try it.office.portal.store.read { records in
        try records.units(in: .everything).first { $0.code == "160120" }
      })
    // Somebody at the school that is to go.
    let person = try it.office.person(77, unit: unit.id).id
    let done = try it.served { [portal] in portal.performAll(works).map { $0.map(\.entry) } }
    #expect(done == .failure(.records(.partlyDone(parts: 2))))
    #expect(try schools(20...21) == [20, 21])
    #expect(try it.office.portal.store.read { try $0.person(person) } != nil)
    #expect(try it.office.portal.store.read { try $0.answersInHand().count } == 0)
    #expect(try it.office.portal.store.problems(.full).isEmpty)
  }
}
