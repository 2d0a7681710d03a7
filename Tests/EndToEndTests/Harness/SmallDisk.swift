import Glibc

/// A real disk of a few kilobytes that only one test sees: a tmpfs in a mount namespace of its own.
///
/// The programs under test are started inside of it. It is full when it is full, and can be made
/// read-only or pulled out.
final class SmallDisk {
  let path: String
  private let holder: Child
  private let folder: TemporaryFolder

  init(_ name: String = "disk", kilobytes: Int, in folder: TemporaryFolder) throws {
    self.folder = folder
    path = try folder.file(name)
    guard mkdir(path, 0o700) == 0 else { throw HarnessError("mkdir \(path): errno \(errno)") }
    holder = try Child(
      [
        "unshare", "-rm", "sh", "-c",
        "mount -t tmpfs -o size=\(kilobytes)k none '\(path)' && : > '\(path)/.ready' && exec sleep 3600",
      ], environment: Product.environment(home: folder.path))
    let ready = outside(".ready")
    try Deadline.wait(.seconds(30), for: "a small disk, which needs user namespaces (unshare -rm)")
    {
      guard holder.isRunning else {
        throw HarnessError("a small disk needs user namespaces: unshare -rm ended")
      }
      return access(ready, F_OK) == 0
    }
  }

  /// What makes a command run where the disk is.
  var inside: [String] {
    ["nsenter", "-t", "\(holder.identity)", "-U", "-m", "--preserve-credentials"]
  }

  /// A place on the disk, as the programs under test name it.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The same place as the test itself reaches it.
  private func outside(_ name: String) -> String {
    "/proc/\(holder.identity)/root\(path)/\(name)"
  }

  /// Runs the built program where the disk is.
  func faragir(
    _ words: [String], input: String = "", through tool: [String] = []
  ) throws -> Run {
    try run(tool + [Product.executable] + words, input: input)
  }

  @discardableResult
  func run(_ command: [String], input: String = "") throws -> Run {
    try Run.run(
      inside + command, input: Array(input.utf8), in: folder,
      environment: Product.environment(home: folder.path))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try folder.write(bytes, to: outside(name))
  }

  func exists(_ name: String) -> Bool { access(outside(name), F_OK) == 0 }

  /// Everything on the disk but what the harness put there.
  func names() throws -> Set<String> {
    Set(try run(["ls", "-A", path]).lines.filter { !["", ".ready", "fill"].contains($0) })
  }

  /// Takes every byte that is left.
  func fill() throws { try run(["dd", "if=/dev/zero", "of=\(path)/fill", "bs=4096"]) }

  func free() throws { try run(["rm", "\(path)/fill"]) }

  func makeReadOnly() throws {
    guard try run(["mount", "-o", "remount,ro", path]).status == 0 else {
      throw HarnessError("the disk did not become read-only")
    }
  }

  /// Pulls it out while files on it are open.
  func pull() throws {
    guard try run(["umount", "-l", path]).status == 0 else {
      throw HarnessError("the disk is not gone")
    }
  }
}

/// A program that stops itself at a certain system call on a certain file, until it is let go.
final class StoppedProgram {
  private let tracer: Child
  private let errors: String
  private let trace: String

  /// Starts the product where a disk is; it stops at the `count`-th call of a kind on a file.
  init(
    _ words: [String], at call: String, number count: Int, on path: String, in disk: SmallDisk,
    folder: TemporaryFolder
  ) throws {
    errors = try folder.file("stopped.err")
    trace = try folder.file("stopped.trace")
    let descriptor = open(errors, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    defer { close(descriptor) }
    tracer = try Child(
      disk.inside + [
        "strace", "-f", "-o", trace, "-P", path, "-e", "trace=\(call)",
        "-e", "inject=\(call):signal=SIGSTOP:when=\(count)", Product.executable,
      ] + words, environment: Product.environment(home: folder.path),
      descriptors: [-1, -1, descriptor])
    try Deadline.wait(.seconds(60), for: "the program to stop at \(call)") {
      guard tracer.isRunning else {
        throw HarnessError("it ended without stopping: \(try said())")
      }
      // A tracer stops it at other calls too, for a moment.
      return try noted("stopped by SIGSTOP") && stopped != nil
    }
  }

  /// The process that has stopped.
  private var stopped: pid_t? {
    let children = "/proc/\(tracer.identity)/task/\(tracer.identity)/children"
    guard let list = try? Descriptor.readAll(children) else { return nil }
    for word in String(decoding: list, as: UTF8.self).split(separator: " ") {
      guard let identity = pid_t(word),
        let facts = try? Descriptor.readAll("/proc/\(identity)/stat")
      else { continue }
      // The state stands behind the name in brackets; T and t are stopped.
      let state = String(decoding: facts, as: UTF8.self).split(separator: ")").last?
        .drop { $0 == " " }.first
      if state == "T" || state == "t" { return identity }
    }
    return nil
  }

  private func noted(_ words: String) throws -> Bool {
    guard access(trace, F_OK) == 0 else { return false }
    return String(decoding: try Descriptor.readAll(trace), as: UTF8.self).contains(words)
  }

  private func said() throws -> String {
    String(decoding: try Descriptor.readAll(errors), as: UTF8.self)
  }

  /// Lets it go on to its end.
  func finish() throws -> (status: Int32, errors: String) {
    let end = ContinuousClock.now + .seconds(60)
    while tracer.isRunning {
      guard ContinuousClock.now < end else { throw HarnessError("the program does not end") }
      if let stopped { kill(stopped, SIGCONT) }
      usleep(5000)
    }
    return (tracer.status ?? -1, try said())
  }
}
