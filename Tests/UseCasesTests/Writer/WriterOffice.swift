import Foundation
import Interchange
import Store
import Synchronization
import TestKit
import Training
import UseCases

/// An office on a server: its records on a disk, one writer, and sessions that come to it by key.
///
/// The writer is served by the test itself, so that a test says what is done when.
final class WriterOffice {
  /// How many units an office registers by the same use case when it is made.
  static let units = 3

  let office: Office
  let folder: String
  let path: String
  var server: WriterServer?
  let log = Log()

  final class Log: Sendable {
    private let kept = Mutex<[String]>([])
    func add(_ line: String) { kept.withLock { $0.append(line) } }
    var lines: [String] { kept.withLock { $0 } }
  }

  init() throws {
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    folder = "\(root)/faragir-writer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/records.faragir"
    office = try Office(path: path)
    try start()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Takes the place of the writer; `turn` is how long a bulk change goes on before others.
  func start(turn: Duration = .milliseconds(100)) throws {
    let portal = Portal(store: try Store.open(at: path), clock: .fixed(Office.today)) {
      try Office.asset($0)
    }
    server = try WriterServer(portal, turn: turn) { [log] in log.add($0) }
  }

  /// Lets a user in by a key.
  func key(of username: String) throws -> ID<AccessKey> {
    let admin = try office.signIn(.administrator, at: office.province, as: "keeper")
    let text = AccessKey.Text(kind: "ssh-ed25519", body: UUID().uuidString, comment: "")
    return try office.portal.perform(RegisterKey(text, for: .user(username)), as: admin).get()
      .outcome
  }

  /// The portal of a session, on records that are open for reading.
  func session(
    _ key: ID<AccessKey>, as actor: Actor? = nil
  ) throws -> Portal {
    let portal = Portal(
      store: try Store.open(at: path, options: .init(isReadOnly: true)),
      clock: .fixed(Office.today), writer: WriterLine(records: path, key: key, origin: "::1")
    ) { try Office.asset($0) }
    if let actor { portal.signIn(actor) }
    return portal
  }

  /// A session of an account that is made for it.
  func session(
    _ role: Role, at unit: ID<Training.Unit>? = nil, as username: String
  ) throws -> Portal {
    let actor = try office.signIn(role, at: unit, as: username)
    return try session(try key(of: username), as: actor)
  }

  /// What a session does, while the writer serves.
  func served<R: Sendable>(_ work: @escaping @Sendable () throws -> R) throws -> R {
    let done = Done<R>()
    let thread = Thread { done.set(Result { try work() }) }
    thread.start()
    while done.value == nil { server?.serve(waiting: 5) }
    guard let value = done.value else { throw Failure.forbidden }
    return try value.get()
  }

  private final class Done<R: Sendable>: Sendable {
    private let kept = Mutex<Result<R, any Error>?>(nil)
    func set(_ value: Result<R, any Error>) { kept.withLock { $0 = value } }
    var value: Result<R, any Error>? { kept.withLock { $0 } }
  }

  /// One round of the writer.
  func serve() { server?.serve(waiting: 0) }

  /// How many transactions the log of the file holds: frames that end one say so in their head.
  func commits() throws -> Int {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "-wal")))
    func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    let page = number(8)
    let salt = Array(bytes[16..<24])
    return stride(from: 32, to: bytes.count - page - 23, by: page + 24).count { place in
      Array(bytes[place + 8..<place + 16]) == salt && number(place + 4) != 0
    }
  }

  func entries(_ name: String) throws -> Int {
    try office.portal.store.read { records in
      try records.value("SELECT count(*) FROM store_entry WHERE use_case = ?", [name]) as Int
    }
  }
}
