import TerminalKit

/// What is being typed in the line under the grid.
enum AttendancePrompt: Sendable {
  /// The digits of a row; a status key then marks it.
  case row(String)
  /// Part of a name or the end of a code; `origin` is where the cursor was.
  case find(TextInput, match: Int, origin: Int)
  /// A command for several rows.
  case range(TextInput)
  /// The minutes or the hour of a learner who came late, or left early, while the clock stands
  /// outside the session.
  case minutes(TextInput, row: Int, isLate: Bool)

  /// Whether letters are text here.
  var wantsText: Bool {
    if case .row = self { false } else { true }
  }

  var hasText: Bool {
    switch self {
    case .row(let digits): !digits.isEmpty
    case .find(let input, _, _), .range(let input), .minutes(let input, _, _): !input.text.isEmpty
    }
  }
}
