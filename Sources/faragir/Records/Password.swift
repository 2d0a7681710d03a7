import Glibc
import Interchange
import Screens

/// Passwords come from a descriptor or from the terminal, never from the command line, which
/// everybody on the machine can read.
enum Password {
  static let option = Syntax.Option(
    "--password-fd", value: "N", help: CommandLinePhrases.Option.passwordDescriptor)

  /// The first line of the descriptor `--password-fd`, else asked for on the terminal.
  static func read(_ arguments: Arguments, prompt: String) throws -> String {
    guard let descriptor = try arguments.number("--password-fd", in: 0...1023) else {
      return try ask(prompt)
    }
    return try line(of: Int32(descriptor))
  }

  /// A password to be changed at the first login: letters and digits that are not mistaken for
  /// one another on paper.
  static func random() -> String {
    let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")
    var generator = SystemRandomNumberGenerator()
    return String((0..<12).map { _ in signs.randomElement(using: &generator) ?? "x" })
  }

  private static func line(of descriptor: Int32) throws -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: "/dev/fd/\(descriptor)", error: errno) }
      // A line longer than any password ends the reading too.
      if count == 0 || byte == 0x0A || bytes.count > 4096 { break }
      bytes.append(byte)
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func ask(_ prompt: String) throws -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { throw UsageProblem.missingValue(option: "--password-fd") }
    defer { close(terminal) }
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else {
      throw UsageProblem.missingValue(option: "--password-fd")
    }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    _ = WholeWrite.write(Array(prompt.utf8), to: terminal)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &settings)
      _ = WholeWrite.write([0x0A], to: terminal)
    }
    return try line(of: terminal)
  }
}
