/// What the stack itself has put over the screens.
enum ShellPanel<Environment: Sendable>: Sendable {
  case help(HelpOverlay)
  case palette(CommandPalette<Environment>)
  case quit(Dialog)

  enum Outcome: Sendable {
    case stay
    case close
    case quit
    case command(String)
    case go(Effect<Environment, Never>)
  }

  var wantsText: Bool {
    if case .palette = self { true } else { false }
  }

  /// The command that opened it, which closes it as well.
  var command: ShellCommand {
    switch self {
    case .help: .help
    case .palette: .palette
    case .quit: .quit
    }
  }

  mutating func receive(_ meaning: Meaning) -> Outcome {
    let input: WidgetInput
    switch meaning {
    case .navigate(let navigation): input = .navigate(navigation)
    case .text(let text): input = .text(text)
    case .command, .shell, .nothing: return .stay
    }
    switch self {
    case .help(var help):
      guard input != .navigate(.back), input != .navigate(.accept) else { return .close }
      help.handle(input)
      self = .help(help)
      return .stay
    case .palette(var palette):
      let outcome = palette.handle(input)
      self = .palette(palette)
      return outcome
    case .quit(var dialog):
      let outcome = dialog.handle(input)
      self = .quit(dialog)
      switch outcome {
      case .none: return .stay
      case .chosen(1): return .quit
      case .chosen, .cancelled: return .close
      }
    }
  }

  func view(in frame: inout Frame, phrases: WidgetPhrases) {
    switch self {
    case .help(let help): help.view(in: &frame)
    case .palette(let palette): palette.view(in: &frame, phrases: phrases)
    case .quit(let dialog): dialog.view(in: &frame, phrases: phrases)
    }
  }
}
