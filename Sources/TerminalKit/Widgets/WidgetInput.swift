/// What a widget can be told: the part of a screen's events that is not the screen's own.
public enum WidgetInput: Equatable, Sendable {
  case navigate(Navigation)
  case text(TypedText)
  /// In the coordinates of the area the widget was last drawn in.
  case click(Point)
}

extension Event {
  /// The event as a widget takes it; nil for commands, replies and news.
  public var input: WidgetInput? {
    switch self {
    case .navigate(let navigation): .navigate(navigation)
    case .text(let text): .text(text)
    case .click(let point): .click(point)
    case .command, .reply, .progress, .stale: nil
    }
  }
}

extension TypedText {
  /// The text without control characters and line breaks, as a field of one line takes it.
  public var line: String {
    var text = String.UnicodeScalarView()
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isBreak =
        value == 0x0A || value == 0x0D || value == 0x09 || value == 0x2028
        || value == 0x2029
      if isBreak {
        text.append(" ")
      } else if value >= 0x20, !(0x7F...0x9F).contains(value) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
