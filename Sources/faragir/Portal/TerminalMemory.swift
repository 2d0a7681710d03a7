import TerminalKit

/// The file in which a person's answers about terminals are kept, in the folder of state.
///
/// A file that cannot be read or written costs no more than being asked again.
struct TerminalMemory: Sendable {
  private let path: String?

  init(_ locations: Locations) {
    path = try? locations.state() + "/terminals"
  }

  @Sendable func order(of identity: String) -> TerminalEncoding.Order? { answers[identity] }

  @Sendable func remember(_ order: TerminalEncoding.Order, of identity: String) {
    guard let path else { return }
    var answers = answers
    answers[identity] = order
    try? Locations.makeFolder(for: path)
    try? FileBytes.write(Array(answers.text.utf8), to: path)
  }

  private var answers: TerminalAnswers {
    guard let path, let bytes = try? FileBytes.read(path, limit: 1 << 16) else {
      return TerminalAnswers()
    }
    return TerminalAnswers(String(decoding: bytes, as: UTF8.self))
  }
}
