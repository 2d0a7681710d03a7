private import Glibc

/// A line between two programs that carries frames: a letter, a length, and bytes.
///
/// It is a pair of descriptors; where it leads to a program of ours, that ends with it.
public final class FrameLine: Sendable {
  /// One piece of the talk.
  public struct Frame: Equatable, Sendable {
    public var letter: Character
    public var bytes: [UInt8]

    public init(_ letter: Character, _ bytes: [UInt8] = []) {
      self.letter = letter
      self.bytes = bytes
    }

    public init(_ letter: Character, _ text: String) { self.init(letter, Array(text.utf8)) }

    public var text: String { String(decoding: bytes, as: UTF8.self) }
    /// The words of a text.
    public var words: [String] { text.split(separator: " ").map(String.init) }
  }

  /// Why nothing more comes or goes.
  public enum Problem: Error, Equatable {
    /// The other side has gone, or says what cannot be read; with what its program wrote about it.
    case cut(String)
    case stopped
    /// There is no such program.
    case missing(String)
  }

  /// The most bytes a frame may have.
  public static let longest = 1 << 20

  private let reading: CInt
  private let writing: CInt
  /// The program at the other end, 0 where there is none of ours.
  private let child: pid_t
  /// The program at the other end; 0 where it is none of ours.
  public var process: Int32 { child }

  /// What that program writes about itself.
  private let notes: String?

  private init(reading: CInt, writing: CInt, child: pid_t, notes: String?) {
    self.reading = reading
    self.writing = writing
    self.child = child
    self.notes = notes
  }

  /// The line that this program was started on: standard input and output.
  public static func standard() -> FrameLine {
    FrameLine(reading: STDIN_FILENO, writing: STDOUT_FILENO, child: 0, notes: nil)
  }

  /// Starts a program by its full path and talks with it, without a shell between.
  ///
  /// - Parameters:
  ///   - words: The path and the arguments.
  ///   - notes: A file that takes what it writes on standard error.
  /// - Returns: The line to it.
  /// - Throws: `missing` when there is no such program.
  public static func start(_ words: [String], notes: String) throws(Problem) -> FrameLine {
    let down = try channel()
    let up: [CInt]
    do throws(Problem) {
      up = try channel()
    } catch {
      for end in down { close(end) }
      throw error
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, down[0], 0)
    posix_spawn_file_actions_adddup2(&actions, up[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, notes, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C")]
    for name in ["PATH", "HOME", "USER", "SSH_AUTH_SOCK"] {
      if let value = getenv(name) { variables.append(strdup("\(name)=\(String(cString: value))")) }
    }
    variables.append(nil)
    defer { for word in arguments + variables { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, words[0], &actions, nil, &arguments, &variables)
    for end in [down[0], up[1]] { close(end) }
    guard code == 0 else {
      for end in [down[1], up[0]] { close(end) }
      throw code == ENOENT ? .missing(words[0]) : .cut(String(cString: strerror(code)))
    }
    return FrameLine(reading: up[0], writing: down[1], child: child, notes: notes)
  }

  /// Where to read and where to write; neither is handed on to other programs.
  private static func channel() throws(Problem) -> [CInt] {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .cut(String(cString: strerror(errno))) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  deinit {
    guard child > 0 else { return }
    close(writing)
    close(reading)
    // A line that nobody uses any more has nothing left to say.
    kill(child, SIGTERM)
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let notes { unlink(notes) }
  }

  public func send(_ frame: Frame) throws(Problem) {
    precondition(frame.bytes.count <= Self.longest, "a frame that nobody takes")
    var head: [UInt8] = [frame.letter.asciiValue ?? 0]
    for shift in [24, 16, 8, 0] { head.append(UInt8(frame.bytes.count >> shift & 0xFF)) }
    guard WholeWrite.write(head + frame.bytes, to: writing) else { throw cut }
  }

  /// The next frame; asks `isStopped` a few times a second while none comes.
  public func receive(_ isStopped: () -> Bool = { false }) throws(Problem) -> Frame {
    let head = try read(5, isStopped)
    let count = head[1...].reduce(0) { $0 << 8 | Int($1) }
    guard count <= Self.longest else { throw .cut("") }
    return Frame(Character(UnicodeScalar(head[0])), try read(count, isStopped))
  }

  private func read(_ count: Int, _ isStopped: () -> Bool) throws(Problem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 200) <= 0 {
        if isStopped() { throw .stopped }
        continue
      }
      let more = bytes[done...].withUnsafeMutableBytes {
        Glibc.read(reading, $0.baseAddress, $0.count)
      }
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { throw cut }
      done += more
    }
    return bytes
  }

  private var cut: Problem {
    guard let notes, let said = try? WholeFile.read(notes, limit: 1 << 16) else { return .cut("") }
    let lines = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline)
    return .cut(lines.suffix(2).joined(separator: " "))
  }
}

/// Where a server's SSH is: `user@host:port`.
public struct SSHAddress: Equatable, Sendable {
  public var user: String
  public var host: String
  public var port: Int

  /// Nil for anything that could be taken for an option, or holds other signs than names have.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let user = parts.first.map(String.init) else { return nil }
    var host = String(parts[1])
    var port = 22
    if let colon = host.lastIndex(of: ":") {
      guard let number = Int(host[host.index(after: colon)...]), (1...65_535).contains(number)
      else { return nil }
      port = number
      host = String(host[..<colon])
    }
    for name in [user, host] {
      guard FileName.isPlain(name), name.first != "-" else { return nil }
    }
    (self.user, self.host, self.port) = (user, host, port)
  }

  /// The words that run the system's client: compressed, without a terminal, with one key, and with
  /// a list of known servers of its own.
  public func command(identity: String, knownHosts: String) -> [String] {
    [
      "/usr/bin/ssh", "-C", "-T", "-p", String(port), "-i", identity, "-o", "IdentitiesOnly=yes",
      "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=accept-new",
      "-o", "UserKnownHostsFile=\(knownHosts)", "-o", "ConnectTimeout=20",
      "-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4", "-o", "LogLevel=ERROR",
      "-l", user, "--", host, "faragir", "exchange", "serve",
    ]
  }
}
