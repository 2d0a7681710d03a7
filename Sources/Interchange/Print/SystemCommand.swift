private import Glibc

/// A program of the system, run to its end.
struct SystemCommand {
  /// What came of it.
  struct Result {
    /// 0 is success.
    var status: Int32
    var output: String
    var errors: String
  }

  /// Why it did not come to its end.
  enum Problem: Error {
    /// There is no such program on the path.
    case missing
    case system(code: Int32)
    /// It was stopped because it took too long.
    case tooLong
  }

  /// Seconds after which it is stopped.
  private static let limit = 30
  /// Bytes of what it says that are kept.
  private static let longest = 1 << 16

  /// Runs a program, found on the path unless its whole path is given, in the language that programs
  /// read; `input` is the file it reads, none where it is nil.
  static func run(_ words: [String], input: String? = nil) throws(Problem) -> Result {
    let output = try channel()
    let errors: [Int32]
    do throws(Problem) {
      errors = try channel()
    } catch {
      for end in output { close(end) }
      throw error
    }
    defer { for end in [output[0], errors[0]] { close(end) } }
    let started = start(words, input: input, output: output[1], errors: errors[1])
    for end in [output[1], errors[1]] { close(end) }
    let child = try started.get()
    let texts = read([output[0], errors[0]], of: child)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let texts else { throw .tooLong }
    let isExit = status & 0x7F == 0
    return Result(status: isExit ? status >> 8 & 0xFF : 128, output: texts[0], errors: texts[1])
  }

  /// Where to read and where to write; neither is handed on to other programs.
  private static func channel() throws(Problem) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  private static func start(
    _ words: [String], input: String?, output: Int32, errors: Int32
  ) -> Swift.Result<pid_t, Problem> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    // What is read is read in the one language that does not change.
    var variables: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C")]
    for name in ["PATH", "HOME", "CUPS_SERVER", "CUPS_USER", "USER"] {
      if let value = getenv(name) { variables.append(strdup("\(name)=\(String(cString: value))")) }
    }
    variables.append(nil)
    defer { for variable in variables { free(variable) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables)
    guard code == 0 else { return .failure(code == ENOENT ? .missing : .system(code: code)) }
    return .success(child)
  }

  /// What comes out of both ends until they are closed; nil when the child had to be stopped.
  private static func read(_ ends: [Int32], of child: pid_t) -> [String]? {
    var texts = [[UInt8]](repeating: [], count: ends.count)
    var isOpen = [Bool](repeating: true, count: ends.count)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let deadline = now.tv_sec + limit
    while isOpen.contains(true) {
      var polls = ends.enumerated().map { index, end in
        pollfd(fd: isOpen[index] ? end : -1, events: Int16(POLLIN), revents: 0)
      }
      clock_gettime(CLOCK_MONOTONIC, &now)
      guard now.tv_sec < deadline else {
        kill(child, SIGKILL)
        return nil
      }
      poll(&polls, nfds_t(polls.count), 1000)
      for index in ends.indices where polls[index].revents != 0 {
        let count = Glibc.read(ends[index], &buffer, buffer.count)
        if count > 0, texts[index].count < longest { texts[index] += buffer[..<count] }
        if count == 0 || count < 0 && errno != EINTR { isOpen[index] = false }
      }
    }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }
}
