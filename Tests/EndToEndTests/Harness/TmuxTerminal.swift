import Glibc
import Persian

/// The built program in a real terminal: a tmux server of the test's own.
final class TmuxTerminal {
  private let folder: TemporaryFolder
  private let socket: String
  private let configuration: String
  private let code: String
  private let environment: [String: String]

  init(
    _ words: [String], rows: Int = 24, columns: Int = 80, in folder: TemporaryFolder,
    terminal: String = "tmux-256color", environment more: [String: String] = [:]
  ) throws {
    self.folder = folder
    socket = "\(folder.path)/tmux-\(UInt32.random(in: 0...UInt32.max))"
    environment = Product.environment(home: folder.path, terminal: terminal, more)
    configuration = try folder.file("tmux.conf", "set -g remain-on-exit on\n")
    let command = ([Product.executable] + words).map(Self.quoted).joined(separator: " ")
    // The pane's own TERM is tmux's to give; the wish is put into the command. The shell keeps the
    // exit code: tmux 3.3a forgets it when the line closes before it hears of the child's end.
    code = "\(socket).code"
    let start = try tmux([
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh", "-c",
      "TERM=\(terminal) \(command); echo $? > \(Self.quoted(code))",
    ])
    guard start.status == 0 else { throw HarnessError("tmux: \(start.errors)") }
    // Only now: tmux 3.3a ends when it is set before there is a window.
    _ = try tmux(["set-option", "-g", "window-size", "manual"])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private func tmux(_ words: [String]) throws -> Run {
    try Run.run(
      ["tmux", "-S", socket, "-f", configuration, "-u"] + words, in: folder,
      environment: environment, within: .seconds(90))
  }

  /// Presses keys by tmux's names: `Down`, `F5`, `Enter`, `C-p`.
  func press(_ keys: String...) throws { _ = try tmux(["send-keys", "--"] + keys) }

  func type(_ text: String) throws { _ = try tmux(["send-keys", "-l", "--", text]) }

  func resize(rows: Int, columns: Int) throws {
    _ = try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The rows of the screen as they stand, from left to right.
  var rows: [String] {
    get throws { try tmux(["capture-pane", "-p"]).lines }
  }

  /// The exit code when the program has ended, 128 + the number for a signal.
  var status: Int32? {
    get throws {
      guard access(code, F_OK) == 0 else { return nil }
      return Int32(
        String(decoding: try Descriptor.readAll(code), as: UTF8.self).filter { $0 != "\n" })
    }
  }

  /// Presses the key that ends the program, and waits until it has.
  func leave() throws -> Int32? {
    try press("F10")
    do {
      try Deadline.wait(.seconds(60), for: "the program to leave") { try status != nil }
    } catch {
      throw HarnessError("not left:\n\(try rows.joined(separator: "\n"))")
    }
    return try status
  }

  /// Waits until the screen shows a text, given as it is read.
  ///
  /// A screen holds joined letters from left to right, so the text is laid out the same way; what
  /// the product's layout does with it is proven against Unicode's files elsewhere.
  @discardableResult
  func wait(for text: String, within limit: Duration = .seconds(90)) throws -> [String] {
    let wanted = Self.shown(text)
    var seen: [String] = []
    do {
      try Deadline.wait(limit, for: text) {
        seen = try rows
        return seen.contains { $0.contains(wanted) || $0.contains(text) }
      }
    } catch {
      throw HarnessError("no «\(text)» in:\n\(seen.joined(separator: "\n"))")
    }
    return seen
  }

  static func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for glyph in TextLayout(text, .rtl).line.glyphs {
      for value in [glyph.base] + glyph.marks.values {
        if let scalar = Unicode.Scalar(value) { result.append(scalar) }
      }
    }
    return String(result)
  }
}

extension Marks {
  fileprivate var values: [UInt32] { (0..<count).map { self[$0] } }
}
