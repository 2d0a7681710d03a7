import Foundation
import Interchange
import Store
import Synchronization
import TestKit
import Testing
import Training
import UseCases

@Suite("Sessions that hand their work to one writer")
struct WriterTests {
  private let it: WriterOffice

  init() throws { it = try WriterOffice() }

  private func school(_ number: Int) -> RegisterUnit {
    RegisterUnit(
      parent: it.office.district, kind: .school, code: "1601\(number)", title: "دبستان \(number)")
  }

  private typealias Registered = Result<Performed<ID<Training.Unit>>, Failure>

  private func register(
    _ number: Int, _ portal: Portal, as actor: Actor? = nil
  ) throws -> Registered {
    let work = school(number)
    return try it.served {
      actor.map { portal.perform(work, as: $0) } ?? portal.perform(work)
    }
  }

  @Test("A session works as the person whose key it is; the file itself is closed to it")
  func works() throws {
    let portal = try it.session(.administrator, at: it.office.province, as: "sara")
    let done = try register(10, portal).get()
    #expect(try portal.store.read { try $0.unit(done.outcome)?.code } == "160110")
    let entry = try portal.store.read { try $0.entry(number: done.entry) }
    #expect(entry?.actor == portal.actor?.account.rawValue)
    #expect(entry?.useCase == RegisterUnit.name)
    #expect(throws: StoreError.readOnly) {
      try portal.store.write(at: 0) { try $0.forgetAnswers(before: 0) }
    }
    // What is taken back, and done in parts, goes the same way.
    #expect(try it.served { try portal.undo(done.entry).get() } > done.entry)
    #expect(try portal.store.read { try $0.unit(done.outcome) } == nil)
    let parts = (20..<23).map(school)
    let counts = Counts()
    let all = try it.served { try portal.performAll(parts) { counts.add($0) }.get() }
    #expect(all.count == 3)
    #expect(counts.all == [1, 2, 3])
    let batches = try all.map { done in
      try portal.store.read { try $0.entry(number: done.entry)?.batch }
    }
    #expect(Set(batches).count == 1 && batches[0] != 0)
  }

  private final class Counts: Sendable {
    private let kept = Mutex<[Int]>([])
    func add(_ count: Int) { kept.withLock { $0.append(count) } }
    var all: [Int] { kept.withLock { $0 } }
  }

  @Test("What waits is one group and one flush, and an order that is refused takes none with it")
  func group() throws {
    let sessions = try (1...4).map {
      try it.session(.administrator, at: it.office.province, as: "modir\($0)")
    }
    let stranger = try it.session(.learner, as: "reza")
    // Everybody is known to the writer before it stands still.
    for portal in sessions + [stranger] {
      _ = try it.served { try portal.perform(RecordAccess(.entered)).get() }
    }
    let before = try it.commits()
    func ask(_ portal: Portal, _ number: Int) -> Result<ID<Training.Unit>, Failure> {
      portal.waiting(.zero) { portal.perform(school(number)).map(\.outcome) }
    }
    // Nobody serves: all of them are told to wait, and what they asked is on its way.
    for (number, portal) in sessions.enumerated() {
      #expect(ask(portal, 30 + number) == .failure(.records(.busy(holder: nil, since: nil))))
    }
    #expect(ask(stranger, 40) == .failure(.records(.busy(holder: nil, since: nil))))
    it.server?.serve(waiting: 0)
    #expect(try it.commits() == before + 1)
    #expect(try it.entries(RegisterUnit.name) == WriterOffice.units + 4)
    // Asked again, each gets the answer of what was done, and nothing is done twice.
    for (number, portal) in sessions.enumerated() {
      let unit = try ask(portal, 30 + number).get()
      #expect(try portal.store.read { try $0.unit(unit)?.code } == "16013\(number)")
    }
    #expect(ask(stranger, 40) == .failure(.forbidden))
    #expect(try it.entries(RegisterUnit.name) == WriterOffice.units + 4)
    #expect(try it.office.portal.store.problems(.full).isEmpty)
  }

  @Test("The writer believes neither role nor account that a session claims, nor a key taken back")
  func believesNothing() throws {
    let sara = try it.office.signIn(.administrator, at: it.office.province, as: "sara")
    let learner = try it.office.signIn(.learner, as: "reza")
    let key = try it.key(of: "reza")
    // The account of somebody else over one's own key.
    let borrowed = try it.session(key, as: sara)
    #expect(try register(50, borrowed).map(\.entry) == .failure(.forbidden))
    // One's own account, dressed up.
    let dressed = Actor(
      account: learner.account, person: nil, role: .administrator, unit: it.office.province,
      scope: .everything, name: "", unitName: "", mustChangePassword: false)
    let claim = try it.session(key, as: dressed)
    #expect(try register(50, claim).map(\.entry) == .failure(.forbidden))
    // The owner, who may do everything at the machine, and a visitor.
    for actor in [Actor.owner, .visitor] {
      #expect(
        try register(50, borrowed, as: actor).map(\.entry) == .failure(.forbidden))
    }
    #expect(try it.served { borrowed.perform(RecordAccess(.refused), as: .owner) }.isSuccess)
    // A closed account, and a key that is no more.
    let own = try it.session(try it.key(of: "sara"), as: sara)
    #expect(try register(50, own).isSuccess)
    let admin = try it.office.signIn(.administrator, at: it.office.province, as: "keeper")
    _ = try it.office.portal.perform(
      DeactivateAccount(account: sara.account), as: admin, reason: "بازنشستگی"
    ).get()
    #expect(try register(51, own).map(\.entry) == .failure(.forbidden))
    _ = try it.office.portal.perform(RevokeKey(key), as: admin).get()
    #expect(
      try it.served { borrowed.perform(RecordAccess(.refused), as: .owner).map(\.entry) }
        == .failure(.forbidden))
  }

  @Test("While the writer is away work waits and is told so, and goes on when it is back")
  func away() throws {
    let portal = try it.session(.administrator, at: it.office.province, as: "sara")
    _ = try register(60, portal).get()
    it.server = nil
    let refused = portal.waiting(.zero) { portal.perform(school(61)).map(\.entry) }
    #expect(refused == .failure(.records(.writerAway)))
    #expect(Failure.records(.writerAway).isBusy)
    #expect(portal.writer?.isAway == true)
    try it.start()
    let work = school(61)
    _ = try it.served { try portal.waiting(.seconds(60)) { try portal.perform(work).get() } }
    #expect(portal.writer?.isAway == false)
    #expect(try it.entries(RegisterUnit.name) == WriterOffice.units + 2)
    // A second writer finds the place taken.
    #expect(throws: StoreError.busy(holder: "faragir writer", since: nil)) { try it.start() }
  }

  @Test("What was taken back while nobody listened, and is asked for again, is done once")
  func takenBackLate() throws {
    let portal = try it.session(.administrator, at: it.office.province, as: "sara")
    _ = try register(60, portal).get()
    // Nobody serves: the order and that it is taken back both wait in the line.
    let work = school(61)
    let first = portal.waiting(.milliseconds(300)) { portal.perform(work).map(\.entry) }
    #expect(first == .failure(.records(.busy(holder: nil, since: nil))))
    let again = try it.served {
      portal.waiting(.seconds(60)) { portal.perform(work).map(\.entry) }
    }
    #expect(again.isSuccess)
    #expect(try it.entries(RegisterUnit.name) == WriterOffice.units + 2)
  }

  @Test("An order that was done before its answer came is answered again and not done again")
  func answeredAgain() throws {
    _ = try it.office.signIn(.administrator, at: it.office.province, as: "sara")
    let key = try it.key(of: "sara")
    let account = try it.office.portal.store.read {
      try $0.accounts(named: "sara", roles: [.administrator])[0].id.rawValue
    }
    func order(_ number: Int, _ work: RegisterUnit) throws -> String {
      let arguments = try JSONEncoder().encode(work).base64EncodedString()
      return """
        {"number":\(number),"account":\(account),"reason":"","isBulk":false,
        "works":[{"name":"unit.register","arguments":"\(arguments)"}]}
        """
    }
    let one = try order(1, school(70))
    let hello = #"{"version":1,"session":7,"key":\#(key.rawValue),"origin":""}"#
    let first = try raw([("H", hello), ("O", one)])
    let again = try raw([("H", hello), ("O", one)])
    #expect(first.answers.count == 1 && first.answers == again.answers)
    #expect(try it.entries(RegisterUnit.name) == WriterOffice.units + 1)
    // An older number is never done.
    let later = try raw([
      ("H", hello), ("O", try order(5, school(71))),
    ])
    #expect(later.answers.count == 1)
    let old = try raw([("H", hello), ("O", try order(4, school(72)))])
    #expect(old.answers[0].contains("overtaken"))
    // What is taken back before it was done is gone.
    let back = try raw([("H", hello), ("W", "9")])
    #expect(back.frames.map(\.letter) == ["H", "V"])
    // Talk that is no talk ends the line.
    #expect(try raw([("O", one)]).frames.isEmpty)
    #expect(
      try raw([("H", #"{"version":9,"session":7,"key":1,"origin":""}"#)]).frames[0].letter == "X")
    #expect(try raw([("H", hello), ("?", "")]).frames.count == 1)
  }

  /// Talks with the writer without the session's care.
  private func raw(_ words: [(Character, String)]) throws -> Answers {
    let socket = try LocalSocket.connect(to: WriterServer.path(besideRecords: it.path))
    var buffer = FrameBuffer()
    for (letter, text) in words { buffer.put(FrameLine.Frame(letter, text)) }
    _ = buffer.flush(to: socket)
    var answers = Answers(socket: socket)
    for _ in 0..<20 {
      it.server?.serve(waiting: 5)
      _ = buffer.fill(from: socket)
      while let frame = try buffer.next() { answers.frames.append(frame) }
    }
    return answers
  }

  /// What the writer said; the line stays open as long as this is kept.
  private struct Answers {
    let socket: LocalSocket
    var frames: [FrameLine.Frame] = []
    var answers: [String] { frames.filter { $0.letter == "A" }.map(\.text) }
  }

  @Test("Files that a person brings go along, and reading a notice is noted")
  func files() throws {
    let portal = try it.session(.expert, as: "sara")
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let draft = Announcement(
      kind: .circular, title: "بخشنامه", body: "متن", from: Office.today, to: nil,
      unit: it.office.district, roles: [],
      attachment: .init(
        name: "نامه.pdf", size: bytes.count, digest: BlobDigest(of: bytes).bytes))
    let id = try it.served { try portal.perform(Announce(draft, content: bytes)).get().outcome }
    #expect(try portal.attachment(of: id).get() == bytes)
    // The journal names the file and does not repeat it.
    let arguments = try portal.store.read { records in
      try records.value(
        "SELECT length(arguments) FROM store_entry WHERE use_case = ?", [Announce.name]) as Int
    }
    #expect(arguments < 2_000)
    #expect(try it.served { try portal.read(id).get().isRead } == false)
    #expect(try it.served { try portal.read(id).get().isRead })
  }

  @Test("Who is in is told to administrators and the owner, who alone says something to all")
  func guests() throws {
    let expert = try it.session(.expert, as: "sara")
    let admin = try it.session(.administrator, at: it.office.province, as: "modir")
    for portal in [expert, admin] {
      _ = try it.served { try portal.perform(RecordAccess(.entered)).get() }
    }
    let seen = try it.served { try admin.openSessions().get() }
    #expect(seen.map(\.username).sorted() == ["modir", "sara"])
    #expect(seen.allSatisfy { $0.origin == "::1" && $0.process == getpid() })
    #expect(try it.served { expert.openSessions().map(\.count) } == .failure(.forbidden))
    let line = try #require(expert.writer)
    #expect(throws: Failure.forbidden) { try it.served { try line.sessions() } }
    #expect(throws: Failure.forbidden) {
      try it.served { try line.tell(WriterNotice(text: "همه بیرون")) }
    }
    let owner = WriterLine.ofOwner(records: it.path)
    #expect(try it.served { try owner.sessions() }.count == 2)
    let notice = WriterNotice(text: "تا ده دقیقه", endsIn: 600)
    #expect(try it.served { try owner.tell(notice) } == 2)
    for portal in [expert, admin] {
      #expect(portal.writer?.takeNotice() == notice)
      #expect(portal.writer?.takeNotice() == nil)
    }
    // The owner's line hands over no work.
    let portal = Portal(store: it.office.portal.store, clock: it.office.portal.clock, writer: owner)
    let actor = try #require(expert.actor)
    #expect(
      try it.served { portal.perform(RecordAccess(.entered), as: actor).map(\.entry) }
        == .failure(.forbidden))
  }

  @Test("What every use case brings can be handed over, and so can every refusal")
  func everyOutcome() throws {
    func outcome<U: UseCase>(_ type: U.Type) -> Any.Type { U.Outcome.self }
    for type in UseCaseCatalog.all {
      let found = outcome(type)
      #expect(found == Void.self || found is any Codable.Type, "\(type.name): \(found)")
    }
    let portal = try it.session(.administrator, at: it.office.province, as: "sara")
    let twice = school(80)
    _ = try it.served { try portal.perform(twice).get() }
    let there = try it.served { portal.perform(twice).map(\.entry) }
    let here = it.office.portal.perform(
      twice, as: try #require(portal.actor)
    ).map(\.entry)
    #expect(there == here && !there.isSuccess)
  }
}

extension Result {
  fileprivate var isSuccess: Bool { (try? get()) != nil }
}
