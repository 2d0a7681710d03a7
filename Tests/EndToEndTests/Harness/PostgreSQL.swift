import Glibc

/// A PostgreSQL of a test's own: a new cluster in a temporary folder, on a Unix socket alone, run by a
/// user without privileges, since PostgreSQL refuses to be run by root.
final class PostgreSQL {
  private let folder: String
  private let server: Child
  private static let environment = Product.environment(home: "/tmp")

  init() throws {
    guard let bin = Self.programs else {
      throw HarnessError("no PostgreSQL in /usr/lib/postgresql; the package is postgresql")
    }
    var template = Array("/tmp/faragir-pg.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw HarnessError("mkdtemp: errno \(errno)") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var prefix: [String] = []
    if geteuid() == 0 {
      guard let nobody = getpwnam("nobody"),
        chown(folder, nobody.pointee.pw_uid, nobody.pointee.pw_gid) == 0
      else { throw HarnessError("there is no user nobody") }
      prefix = [
        "setpriv", "--reuid", "nobody", "--regid", "\(nobody.pointee.pw_gid)", "--clear-groups",
      ]
    }
    let made = try Child(
      prefix + [
        "\(bin)/initdb", "-D", "\(folder)/data", "-U", "tester", "-A", "trust", "-E", "UTF8",
        "--locale=C",
      ], environment: Self.environment)
    guard try made.wait(within: .seconds(240)) == 0 else { throw HarnessError("initdb failed") }
    server = try Child(
      prefix + [
        "\(bin)/postgres", "-D", "\(folder)/data", "-c", "listen_addresses=", "-c",
        "unix_socket_directories=\(folder)", "-c", "fsync=off",
      ], environment: Self.environment)
    let client = ["\(bin)/pg_isready", "-q", "-h", folder]
    try Deadline.wait(.seconds(120), for: "PostgreSQL") {
      guard server.isRunning else { throw HarnessError("PostgreSQL ended") }
      return try Child(client, environment: Self.environment).wait() == 0
    }
  }

  deinit {
    // At once, with all its own processes.
    server.signal(SIGQUIT)
    _ = try? server.wait(within: .seconds(60))
    _ = try? Run.system(["rm", "-rf", "--", folder])
  }

  /// The programs of the newest version that is installed.
  private static var programs: String? {
    (9...40).reversed().map { "/usr/lib/postgresql/\($0)/bin" }.first {
      access("\($0)/initdb", X_OK) == 0
    }
  }

  /// Runs psql where some files lie.
  func psql(_ words: [String], in folder: TemporaryFolder, at place: String? = nil) throws -> Run {
    let command = ["psql", "-X", "-h", self.folder, "-U", "tester", "-d", "postgres"] + words
    let inside = place.map { ["env", "-C", $0] } ?? []
    return try Run.run(inside + command, in: folder, environment: Self.environment)
  }

  /// The rows of a query, each as its cells.
  func rows(_ sql: String, in folder: TemporaryFolder) throws -> [[String]] {
    let run = try psql(["-A", "-t", "-q", "-F", "\u{1F}", "-c", sql], in: folder)
    guard run.status == 0 else { throw HarnessError(run.errors) }
    return run.lines.filter { !$0.isEmpty }.map { line in
      line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
