/// A short sentence in the status line, until the next key.
public struct Notice: Equatable, Sendable {
  public var text: String
  public var tone: Tone

  public init(_ text: String, tone: Tone = .body) {
    self.text = text
    self.tone = tone
  }
}
