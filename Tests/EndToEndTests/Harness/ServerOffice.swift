import Glibc
import Store
import TestKit
import Training

/// The sample office on a server: sshd with the lines that the program writes for it.
struct ServerOffice {
  let office: SampleOffice
  let server: LoopbackSSH
  let records: String
  /// The private key of the course manager.
  let key: String
  /// The number under which it is registered.
  let number: String
  let writer: WriterProcess

  init(configuration: [String] = []) throws {
    office = try SampleOffice()
    server = try LoopbackSSH(
      authorizedKeys: "", configuration: configuration + ["Subsystem sftp internal-sftp"])
    records = office.records
    key = try Self.makeKey("manager", in: office.folder)
    let added = try Run.faragir(["key", "add", office.manager, key + ".pub", "--db", records])
    guard added.status == 0 else { throw HarnessError(added.errors) }
    let store = try Store.open(at: records)
    let keys = try store.read { try $0.accessKeys() }
    number = keys.first.map { "\($0.id.rawValue)" } ?? ""
    writer = try WriterProcess(of: records, in: office.folder)
    try authorise()
  }

  /// Gives sshd the lines as they are now.
  func authorise() throws {
    let lines = try Run.faragir(["key", "lines", "--db", records])
    guard lines.status == 0 else { throw HarnessError(lines.errors) }
    _ = try server.folder.file("authorized_keys", lines.text)
  }

  /// A new pair of keys; gives the path of the private one.
  static func makeKey(_ name: String, in folder: TemporaryFolder) throws -> String {
    let path = try folder.file(name)
    try LoopbackSSH.makeKey(path)
    return path
  }

  /// The folder of the course manager.
  var folder: String { "\(office.folder.path)/folders/\(office.manager)" }

  /// One command over the line, without a terminal.
  func ssh(
    _ command: [String] = [], options: [String] = [], input: [UInt8] = [], key: String? = nil,
    within limit: Duration = .seconds(60)
  ) throws -> Run {
    try Run.run(
      server.client(key: key ?? self.key, options) + command, input: input, in: office.folder,
      environment: Product.environment(home: office.folder.path), within: limit)
  }

  /// A terminal of one's own on the server's portal.
  func terminal(_ kind: String = "vt220", options: [String] = []) throws -> PseudoTerminal {
    try PseudoTerminal(
      running: server.client(key: key, options),
      environment: Product.environment(home: office.folder.path, terminal: kind))
  }

  /// What was written down of deeds at the door, the newest last.
  func deeds(_ deed: String) throws -> [String] {
    let store = try Store.open(at: records)
    return try store.read { records in
      try records.all(
        "SELECT arguments FROM store_entry WHERE use_case = 'access.record' ORDER BY number"
      ) { row in String(decoding: try row[0] as [UInt8], as: UTF8.self) }
    }.filter { $0.contains("\"deed\":\"\(deed)\"") }
  }
}
