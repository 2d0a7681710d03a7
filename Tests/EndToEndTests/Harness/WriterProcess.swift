import Glibc
import UseCases

/// The built program that writes for the sessions of a server.
final class WriterProcess {
  let records: String
  private let folder: TemporaryFolder
  private let options: [String]
  private(set) var child: Child?
  /// The end of the pipe on which it lives.
  private var hold: Int32 = -1

  /// Starts it and waits until it listens.
  init(of records: String, in folder: TemporaryFolder, _ options: [String] = []) throws {
    self.records = records
    self.folder = folder
    self.options = options
    try start()
  }

  var socket: String { WriterServer.path(besideRecords: records) }

  func start() throws {
    unlink(socket)
    // A writer on a pipe ends with this process, however that ends.
    var line: [Int32] = [-1, -1]
    guard pipe(&line) == 0 else { throw HarnessError("pipe: errno \(errno)") }
    for end in line { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(line[0]) }
    let child = try Child(
      [Product.executable, "writer", "--db", records] + options,
      environment: Product.environment(home: folder.path), descriptors: [line[0], -1, 2])
    forsake()
    hold = line[1]
    self.child = child
    try Deadline.wait(.seconds(60), for: "the writer to listen") {
      guard child.isRunning else { throw HarnessError("the writer ended") }
      return access(socket, F_OK) == 0
    }
  }

  deinit { forsake() }

  /// Lets go of the pipe on which it was started.
  func forsake() {
    if hold >= 0 { close(hold) }
    hold = -1
  }

  /// Ends it as systemd does.
  func stop() throws {
    child?.signal(SIGTERM)
    _ = try child?.wait()
    child = nil
  }

  /// Ends it as a fault does.
  func kill() throws {
    child?.signal(SIGKILL)
    _ = try child?.wait()
    child = nil
  }

  /// Whether nobody but the writer has the records open.
  func alone() throws -> Bool {
    let look = """
      for place in /proc/[0-9]*; do
        [ "$place" = "/proc/\(child?.identity ?? 0)" ] && continue
        ls -l "$place/fd" 2>/dev/null | grep -qF '\(records)' && exit 1
      done
      exit 0
      """
    return try Run.system(["sh", "-c", look]) == 0
  }
}
