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
}
