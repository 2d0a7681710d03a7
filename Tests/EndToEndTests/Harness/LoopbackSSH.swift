import Glibc

/// A real sshd on a free port of the loopback, with a configuration and keys of its own; stopped when
/// it is forgotten.
///
/// It runs as whoever runs the tests, and lets only that account in.
final class LoopbackSSH {
  let folder: TemporaryFolder
  let port: Int
  let user: String
  private let daemon: Child

  /// Starts the server.
  ///
  /// - Parameters:
  ///   - authorizedKeys: The lines of its `authorized_keys`.
  ///   - configuration: Lines of `sshd_config` beside the fixture's own, which come first and so win.
  /// - Throws: `HarnessError` when sshd does not start.
  init(authorizedKeys: String, configuration: [String] = []) throws {
    folder = try TemporaryFolder()
    guard let entry = getpwuid(geteuid()) else { throw HarnessError("nobody runs the tests") }
    user = String(cString: entry.pointee.pw_name)
    // As root sshd wants its empty folder; it belongs to the package, not to the test.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    port = try Self.freePort()
    try LoopbackSSH.makeKey("\(folder.path)/host")
    let keys = try folder.file("authorized_keys", authorizedKeys)
    let settings =
      configuration + [
        "Port \(port)", "ListenAddress 127.0.0.1", "HostKey \(folder.path)/host", "PidFile none",
        "AuthorizedKeysFile \(keys)", "StrictModes no", "UsePAM no", "PasswordAuthentication no",
        "KbdInteractiveAuthentication no", "PermitRootLogin prohibit-password",
        "AllowUsers \(user)", "LogLevel VERBOSE", "UseDNS no",
      ]
    let file = try folder.file("sshd_config", settings.map { $0 + "\n" }.joined())
    let log = open("\(folder.path)/log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(log) }
    daemon = try Child(
      ["/usr/sbin/sshd", "-D", "-e", "-f", file],
      environment: Product.environment(home: folder.path), descriptors: [-1, log, log])
    try Deadline.wait(.seconds(20), for: "sshd to listen: \(self.log)") {
      guard daemon.isRunning else { throw HarnessError("sshd ended: \(self.log)") }
      return self.log.contains("Server listening")
    }
  }

  /// What sshd has written so far.
  var log: String {
    (try? Descriptor.readAll("\(folder.path)/log")).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  /// The words that run the system's ssh client against this server with a key.
  func client(key: String, _ options: [String] = []) -> [String] {
    [
      "/usr/bin/ssh", "-F", "none", "-p", "\(port)", "-i", key, "-o", "IdentitiesOnly=yes",
      "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no",
      "-o", "UserKnownHostsFile=\(folder.path)/known_hosts", "-o", "LogLevel=ERROR",
    ] + options + ["\(user)@127.0.0.1"]
  }

  /// Makes a pair of keys without a passphrase and gives the public one.
  @discardableResult
  static func makeKey(_ path: String) throws -> String {
    let made = try Run.system([
      "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", path,
    ])
    guard made == 0 else { throw HarnessError("ssh-keygen: \(made)") }
    return String(decoding: try Descriptor.readAll(path + ".pub"), as: UTF8.self)
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
      }
    }
    guard code == 0 else { throw HarnessError("no free port: errno \(errno)") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
