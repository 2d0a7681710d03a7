/// What a person has answered to "which line reads right?", for each kind of terminal.
///
/// As text: one line per kind, the way of sending, a blank, the kind's identity. Lines that cannot
/// be read are left out: the question is then asked again.
public struct TerminalAnswers: Equatable, Sendable {
  private var orders: [String: TerminalEncoding.Order] = [:]

  public init(_ text: String = "") {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let order = TerminalEncoding.Order(rawValue: String(parts[0])) else {
        continue
      }
      orders[String(parts[1])] = order
    }
  }

  /// The answer for terminals of an identity (`TerminalVerdict.identity`), nil when none was given.
  public subscript(identity: String) -> TerminalEncoding.Order? {
    get { orders[Self.line(identity)] }
    set { orders[Self.line(identity)] = newValue }
  }

  /// The text of the file, its lines in order.
  public var text: String {
    orders.map { "\($0.value.rawValue) \($0.key)\n" }.sorted().joined()
  }

  /// A terminal may say anything of itself; line breaks would tear the file.
  private static func line(_ identity: String) -> String {
    String(identity.map { $0.isNewline ? " " : $0 })
  }
}
