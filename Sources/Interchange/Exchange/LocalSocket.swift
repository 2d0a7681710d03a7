private import Glibc

/// One end of a Unix socket; nothing on it waits.
public final class LocalSocket: Sendable {
  /// Who is at the other end, as the system says.
  public struct Peer: Equatable, Sendable {
    public let user: UInt32
    public let process: Int32
  }

  /// What there is to do on a socket.
  public struct Readiness: Sendable {
    /// Bytes have come, somebody wants to come in, or the other end has gone.
    public var reads = false
    public var writes = false
  }

  /// Why there is no such end.
  public enum Problem: Error, Equatable {
    /// Nobody listens there.
    case nobody
    /// What the system says.
    case failed(String)
  }

  private let descriptor: CInt

  private init(_ descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Listens at a path; what stood there before is taken away.
  ///
  /// - Parameters:
  ///   - path: The name of the socket.
  ///   - mode: Who may connect, as the mode of a file.
  /// - Returns: The end that others come to.
  /// - Throws: `failed` where the system does not allow it.
  public static func listen(at path: String, mode: UInt32) throws(Problem) -> LocalSocket {
    let own = try make()
    unlink(path)
    // Nobody may connect before the mode is right.
    let mask = umask(0o177)
    let code = try withAddress(of: path) { bind(own.descriptor, $0, $1) }
    umask(mask)
    guard code == 0, chmod(path, mode) == 0, Glibc.listen(own.descriptor, 1024) == 0 else {
      throw .failed(String(cString: strerror(errno)))
    }
    return own
  }

  public static func connect(to path: String) throws(Problem) -> LocalSocket {
    let own = try make()
    let code = try withAddress(of: path) { Glibc.connect(own.descriptor, $0, $1) }
    guard code == 0 else {
      switch errno {
      case ENOENT, ECONNREFUSED, EAGAIN: throw .nobody
      default: throw .failed(String(cString: strerror(errno)))
      }
    }
    return own
  }

  /// The next who wants to come in; nil when nobody does.
  public func accept() -> LocalSocket? {
    let found = Glibc.accept(descriptor, nil, nil)
    guard found >= 0 else { return nil }
    Self.prepare(found)
    return LocalSocket(found)
  }

  /// The user that this program acts as.
  public static var ownUser: UInt32 { geteuid() }

  /// Who opened the other end.
  public var peer: Peer? {
    // struct ucred, which Swift does not import: process, user, group.
    var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else {
      return nil
    }
    return Peer(user: credentials.1, process: credentials.0)
  }

  /// Sends what goes without waiting.
  ///
  /// - Returns: How many bytes went; nil when the other end has gone.
  public func send(_ bytes: ArraySlice<UInt8>) -> Int? {
    let count = bytes.withUnsafeBytes {
      Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }

  /// Takes what has come.
  ///
  /// - Returns: Empty when nothing has; nil when the other end has gone.
  public func receive() -> [UInt8]? {
    let room = 1 << 16
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      count = Glibc.recv(descriptor, buffer.baseAddress, room, 0)
      filled = max(0, count)
    }
    if count > 0 { return bytes }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }

  /// Waits until something can be done on one of several sockets.
  ///
  /// - Parameters:
  ///   - sockets: Each with whether there is something to send.
  ///   - milliseconds: The longest wait.
  /// - Returns: What can be done, in the same order.
  public static func wait(
    for sockets: [(LocalSocket, sends: Bool)], milliseconds: Int
  ) -> [Readiness] {
    var asked = sockets.map { socket, sends in
      pollfd(
        fd: socket.descriptor, events: Int16(POLLIN) | (sends ? Int16(POLLOUT) : 0), revents: 0)
    }
    guard poll(&asked, nfds_t(asked.count), Int32(max(0, milliseconds))) > 0 else {
      return sockets.map { _ in Readiness() }
    }
    return asked.map { entry in
      let found = Int32(entry.revents)
      return Readiness(
        reads: found & (POLLIN | POLLHUP | POLLERR) != 0, writes: found & POLLOUT != 0)
    }
  }

  private static func make() throws(Problem) -> LocalSocket {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw .failed(String(cString: strerror(errno))) }
    prepare(descriptor)
    return LocalSocket(descriptor)
  }

  /// Nothing on it waits, and no other program gets it.
  private static func prepare(_ descriptor: CInt) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// The address of a path; one that is too long for it is reached through its open folder.
  private static func withAddress(
    of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) throws(Problem) -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    var name = Array(path.utf8)
    var folder: CInt = -1
    defer { if folder >= 0 { close(folder) } }
    if name.count >= room, let slash = path.lastIndex(of: "/") {
      folder = open(String(path[..<slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      name = Array("/proc/self/fd/\(folder)\(path[slash...])".utf8)
    }
    guard name.count < room else {
      throw .failed("\(path): \(String(cString: strerror(ENAMETOOLONG)))")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

/// Frames that come and go on a socket in pieces.
public struct FrameBuffer: Sendable {
  /// The most bytes a frame may have: a list or a file that a person brings.
  public static let longest = 96 << 20

  private var incoming: [UInt8] = []
  private var outgoing: [UInt8] = []
  private var sent = 0

  public init() {}

  public var hasOutgoing: Bool { sent < outgoing.count }

  public mutating func put(_ frame: FrameLine.Frame) {
    outgoing.append(frame.letter.asciiValue ?? 0)
    for shift in [24, 16, 8, 0] {
      outgoing.append(UInt8(truncatingIfNeeded: frame.bytes.count >> shift))
    }
    outgoing += frame.bytes
  }

  /// Sends what goes without waiting.
  ///
  /// - Returns: False when the other end has gone.
  public mutating func flush(to socket: LocalSocket) -> Bool {
    while hasOutgoing {
      guard let count = socket.send(outgoing[sent...]) else { return false }
      guard count > 0 else { return true }
      sent += count
    }
    outgoing.removeAll(keepingCapacity: outgoing.count < 1 << 16)
    sent = 0
    return true
  }

  /// Takes what has come.
  ///
  /// - Returns: False when the other end has gone.
  public mutating func fill(from socket: LocalSocket) -> Bool {
    while true {
      guard let bytes = socket.receive() else { return false }
      guard !bytes.isEmpty else { return true }
      incoming += bytes
      // The rest of a long frame comes with the next look, so that one end cannot hold up all.
      if bytes.count < 1 << 16 || incoming.count > 1 << 22 { return true }
    }
  }

  /// The next whole frame; nil while there is none.
  ///
  /// - Throws: `FrameLine.Problem.cut` for one that is too long.
  public mutating func next() throws(FrameLine.Problem) -> FrameLine.Frame? {
    guard incoming.count >= 5 else { return nil }
    let count = incoming[1..<5].reduce(0) { $0 << 8 | Int($1) }
    guard count <= Self.longest else { throw .cut("") }
    guard incoming.count >= 5 + count else { return nil }
    let frame = FrameLine.Frame(
      Character(UnicodeScalar(incoming[0])), Array(incoming[5..<5 + count]))
    incoming.removeFirst(5 + count)
    return frame
  }
}
