import Persian
import TerminalKit
import Training
import UseCases

/// The line under the grid: row numbers, names, commands for several rows, minutes.
extension AttendanceScreen {
  mutating func handlePrompt(_ input: WidgetInput) -> Effect<Portal, Reply> {
    switch prompt {
    case .row(let digits): return type(digits, input)
    case .find(let field, let match, let origin): return find(field, match, origin, input)
    case .range(let field): return typeRange(field, input)
    case .minutes(let field, let row, let isLate): return typeMinutes(field, row, isLate, input)
    case nil: return .none
    }
  }

  // MARK: A row by its number

  private mutating func type(_ digits: String, _ input: WidgetInput) -> Effect<Portal, Reply> {
    switch input {
    case .text(let typed):
      let more = AttendanceScreen.digits(typed)
      if more.isEmpty || typed.isPaste {
        prompt = nil
      } else {
        // Four digits are more than any class has learners: older ones fall out.
        prompt = .row(String((digits + more).suffix(4)))
      }
    case .navigate(.backspace):
      prompt = digits.count > 1 ? .row(String(digits.dropLast())) : nil
    case .navigate(.back): prompt = nil
    case .navigate(.accept):
      prompt = nil
      guard let number = Int(digits), board?.learners.indices.contains(number - 1) == true else {
        return noSuchRow(digits)
      }
      go(to: number - 1)
    case .navigate(.delete): return mark(.clear)
    case .navigate(.toggle): return mark(.present)
    case .navigate, .click:
      prompt = nil
      return update(input.event())
    }
    return .none
  }

  // MARK: A learner by name or code

  private mutating func find(
    _ field: TextInput, _ match: Int, _ origin: Int, _ input: WidgetInput
  ) -> Effect<Portal, Reply> {
    var (field, match) = (field, match)
    switch input {
    case .navigate(.back):
      prompt = nil
      go(to: origin)
      return .none
    case .navigate(.accept):
      prompt = nil
      return .none
    case .navigate(.next), .navigate(.down): match += 1
    case .navigate(.previous), .navigate(.up): match -= 1
    default:
      if field.handle(input) { match = 0 }
    }
    let found = board?.matches(field.text) ?? []
    if found.isEmpty {
      match = 0
    } else {
      match = (match + found.count) % found.count
      go(to: found[match])
    }
    prompt = .find(field, match: match, origin: origin)
    return .none
  }

  // MARK: Several rows

  private mutating func typeRange(
    _ field: TextInput, _ input: WidgetInput
  ) -> Effect<Portal, Reply> {
    var field = field
    switch input {
    case .navigate(.back):
      // What was typed comes back when the line is opened again.
      typedCommand = field.text
      prompt = nil
      return .none
    case .navigate(.accept):
      typedCommand = field.text
      do throws(Training.Complaint) {
        return perform(try range(field.text))
      } catch {
        return .notice(error.sentence, .warning)
      }
    default:
      field.handle(input)
      prompt = .range(field)
      return .none
    }
  }

  func range(_ text: String) throws(Training.Complaint) -> RangeCommand {
    try RangeCommand(
      parsing: text, rows: board?.learners.count ?? 0, words: AttendancePhrases.vocabulary)
  }

  // MARK: Minutes of one learner

  private mutating func typeMinutes(
    _ field: TextInput, _ row: Int, _ isLate: Bool, _ input: WidgetInput
  ) -> Effect<Portal, Reply> {
    var field = field
    switch input {
    case .navigate(.back):
      prompt = nil
      return .none
    case .navigate(.accept):
      guard let moment = AttendanceScreen.moment(field.text) else {
        return .notice(Training.Complaint.time.sentence, .warning)
      }
      return mark(row: row, isLate ? .late(moment) : .left(moment))
    default:
      field.handle(input)
      prompt = .minutes(field, row: row, isLate: isLate)
      return .none
    }
  }

  /// «۱۵» is minutes, «۸:۱۵» is the hour on the clock.
  static func moment(_ text: String) -> RangeCommand.Moment? {
    if let minutes = Numbers.integer(text) { return minutes >= 0 ? .minutes(minutes) : nil }
    return ClockTime(parsing: text).map { .clock($0.minutes) }
  }
}

extension WidgetInput {
  /// The same as an event of a screen.
  fileprivate func event<Command, Reply>() -> Event<Command, Reply> {
    switch self {
    case .navigate(let navigation): .navigate(navigation)
    case .text(let text): .text(text)
    case .click(let point): .click(point)
    }
  }
}
