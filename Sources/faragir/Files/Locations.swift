import Glibc
import Screens

/// Where things are: the shared files that came with the program, and the person's own.
struct Locations: Sendable {
  private let environment: @Sendable (String) -> String?
  private let executable: String
  /// The option `--share`.
  private let named: String?
  /// The option `--intake`.
  private let intakeNamed: String?

  /// Places as seen from the program's own file, symbolic links resolved.
  init(
    share named: String? = nil, intake: String? = nil, executable: String = Self.ownFile,
    environment: @escaping @Sendable (String) -> String? = Self.variable
  ) {
    self.named = named
    intakeNamed = intake
    self.executable = executable
    self.environment = environment
  }

  /// An empty variable counts as unset, as the XDG base directory specification asks.
  static let variable: @Sendable (String) -> String? = { name in
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  static var ownFile: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { room in
      room.withMemoryRebound(to: CChar.self) { room in
        room.baseAddress.map { readlink("/proc/self/exe", $0, room.count) } ?? 0
      }
    }
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }

  /// The folder `Assets` or `Keymaps` that came with the program.
  ///
  /// Looked for in this order: option, environment, beside the executable, `share/faragir`. A
  /// place that was named is the only one tried, so a mistake in it is seen.
  func shared(_ folder: String) throws(Unavailable) -> String {
    let candidates: [String]
    if let named {
      candidates = [named]
    } else if let variable = environment("FARAGIR_SHARE") {
      candidates = [variable]
    } else {
      let home = Self.parent(of: executable)
      candidates = [
        "\(home)/faragir_CAssets.resources", "\(Self.parent(of: home))/share/faragir",
      ]
    }
    let places = candidates.map { "\($0)/\(folder)" }
    guard let place = places.first(where: Self.isDirectory) else {
      throw Unavailable(
        sentences: [CommandLinePhrases.File.sharedMissing(folder, places: places)])
    }
    return place
  }

  /// The records file when `--db` is not given: `FARAGIR_DB`, else in the XDG data folder.
  func records() throws(Unavailable) -> String {
    if let path = environment("FARAGIR_DB") { return path }
    return try personal("XDG_DATA_HOME", ".local/share") + "/records.faragir"
  }

  /// The folder out of which forms without an account and those of learners take files: the option,
  /// `FARAGIR_INTAKE`, else the home of the person at the machine.
  ///
  /// Nil where somebody comes over SSH and nobody has named one: the home is then the account's that
  /// the program runs as, and many share it.
  func intake() -> String? {
    if let named = intakeNamed ?? environment("FARAGIR_INTAKE") {
      return named.hasPrefix("/") ? named : Self.workingFolder.map { "\($0)/\(named)" }
    }
    guard environment("SSH_CONNECTION") == nil else { return nil }
    return environment("HOME")
  }

  /// Keymaps and settings of the person: the XDG configuration folder.
  func configuration() throws(Unavailable) -> String {
    try personal("XDG_CONFIG_HOME", ".config")
  }

  /// What the program remembers by itself, such as the terminal's way of reading.
  func state() throws(Unavailable) -> String {
    try personal("XDG_STATE_HOME", ".local/state")
  }

  /// Relative paths in these variables are invalid and ignored (XDG base directories, "All paths
  /// set in these environment variables must be absolute").
  private func personal(_ variable: String, _ usual: String) throws(Unavailable) -> String {
    if let base = environment(variable), base.hasPrefix("/") { return "\(base)/faragir" }
    guard let home = environment("HOME"), home.hasPrefix("/") else {
      throw Unavailable(sentences: [CommandLinePhrases.File.noHome(variable)])
    }
    return "\(home)/\(usual)/faragir"
  }

  /// Makes the folder that will hold `file`, for its owner alone, with what is above it.
  static func makeFolder(for file: String) throws(FileProblem) {
    let folder = parent(of: file)
    guard !isDirectory(folder) else { return }
    try makeFolder(for: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw FileProblem(path: folder, error: errno)
    }
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static var workingFolder: String? {
    guard let found = getcwd(nil, 0) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }
}
