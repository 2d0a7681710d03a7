import Glibc

/// Files that cannot be written any more under a program that has them open, as on a disk that the
/// system has turned read-only after a fault.
///
/// By command the system refuses that while files are open for writing, so every write to them gets the
/// answer that such a disk gives.
final class ReadOnlyFiles {
  /// What such a disk refuses: to write, and to say that one may.
  private static let calls = "pwrite64,write,ftruncate,?access,?faccessat,?faccessat2"

  private let tracer: Child
  private let process: pid_t

  /// Begins: `process` is whose writes fail, `paths` the files as that process names them.
  init(of process: pid_t, _ paths: [String], in disk: SmallDisk) throws {
    self.process = process
    tracer = try Child(
      disk.inside + ["strace", "-f", "-qq", "-o", "/dev/null", "-p", "\(process)"]
        + paths.flatMap { ["-P", $0] }
        + [
          "-e", "trace=\(Self.calls)", "-e", "inject=\(Self.calls):error=EROFS",
        ], environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    try Deadline.wait(.seconds(60), for: "strace to take hold of process \(process)") {
      guard tracer.isRunning else { throw HarnessError("strace ended") }
      return try !isFree()
    }
  }

  /// Lets the files be written again.
  func end() throws {
    tracer.signal(SIGTERM)
    _ = try tracer.wait()
    try Deadline.wait(.seconds(60), for: "strace to let go") { try isFree() }
  }

  /// Whether none of the threads of the process is held.
  private func isFree() throws -> Bool {
    let status = String(
      decoding: try Descriptor.readAll("/proc/\(process)/status"), as: UTF8.self)
    return status.contains("TracerPid:\t0\n")
  }
}
