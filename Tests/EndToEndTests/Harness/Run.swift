import Glibc

/// What one run of a program gave.
struct Run {
  let status: Int32
  let output: [UInt8]
  let errors: String
  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Runs the built program to its end, without a terminal.
  static func faragir(
    _ words: [String], input: String = "", in folder: TemporaryFolder? = nil,
    environment: [String: String] = [:], within limit: Duration = .seconds(60)
  ) throws -> Run {
    let folder = try folder ?? TemporaryFolder()
    return try run(
      [Product.executable] + words, input: Array(input.utf8), in: folder,
      environment: Product.environment(home: folder.path, environment), within: limit)
  }

  /// Runs any program; input and outputs go through files, so nothing can fill up and wait.
  static func run(
    _ command: [String], input: [UInt8] = [], in folder: TemporaryFolder,
    environment: [String: String], within limit: Duration = .seconds(60)
  ) throws -> Run {
    let name = "\(folder.path)/.run-\(UInt64.random(in: 0...UInt64.max))"
    defer { for part in ["in", "out", "err"] { unlink("\(name).\(part)") } }
    try folder.write(input, to: "\(name).in")
    let flags = O_RDWR | O_CREAT | O_CLOEXEC
    let descriptors = [
      open("\(name).in", O_RDONLY | O_CLOEXEC), open("\(name).out", flags, 0o600),
      open("\(name).err", flags, 0o600),
    ]
    defer { for descriptor in descriptors { close(descriptor) } }
    let child = try Child(command, environment: environment, descriptors: descriptors)
    let status = try child.wait(within: limit)
    return Run(
      status: status, output: try Descriptor.readAll("\(name).out"),
      errors: String(decoding: try Descriptor.readAll("\(name).err"), as: UTF8.self))
  }

  /// Runs a system tool for its effect alone.
  static func system(_ command: [String]) throws -> Int32 {
    try Child(command, environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"])
      .wait()
  }
}
