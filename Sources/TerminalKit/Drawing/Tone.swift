/// What a piece of the screen means; a `Theme` decides how it looks.
///
/// Colour never carries meaning alone: whoever writes with a tone also writes a sign or a word.
public enum Tone: UInt8, CaseIterable, Hashable, Sendable {
  case body, strong, dimmed, title, heading
  case border, bar, key
  case selected, selectedDimmed
  case input, inputFocused, complaint
  case good, warning, bad
  case publicButton, starred

  /// The letter that stands for the tone in `Frame.toneTranscript`.
  public var letter: Unicode.Scalar {
    switch self {
    case .body: "."
    case .strong: "S"
    case .dimmed: "d"
    case .title: "T"
    case .heading: "H"
    case .border: "b"
    case .bar: "B"
    case .key: "K"
    case .selected: "X"
    case .selectedDimmed: "x"
    case .input: "i"
    case .inputFocused: "I"
    case .complaint: "C"
    case .good: "g"
    case .warning: "w"
    case .bad: "r"
    case .publicButton: "P"
    case .starred: "*"
    }
  }
}
