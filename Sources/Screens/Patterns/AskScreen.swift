public import TerminalKit
public import UseCases

/// Asks before something is done, with a reason where one is kept and a word where it is dangerous.
public struct AskScreen: Screen {
  public typealias Environment = Portal
  public enum Reply: Sendable { case done(WritingTurn<Result<Step, Failure>>.Outcome) }
  /// What is done when the answer is yes; gets the reason typed, empty when none was asked for.
  public typealias Work = @Sendable (Portal, _ reason: String) -> Result<Step, Failure>

  public static let name = "ask"
  public let title: String
  public var isOverlay: Bool { true }
  public var wantsText: Bool { reason != nil || dialog.wantsText }
  private var reason: TextInput?
  private var typedReason = ""
  private var dialog: Dialog
  private let work: Work
  private var turn = WritingTurn<Result<Step, Failure>>()

  /// The question says in one sentence what is going to happen, `warnings` what to look at before the
  /// answer, `yes` is the button that does it,
  /// and `confirmation` the word to type before a dangerous action (S0-17); nil asks for none.
  public init(
    _ question: String, warnings: [String] = [], yes: String,
    no: String = WidgetPhrases.portal.cancel, asksReason: Bool = false,
    confirmation: String? = nil,
    work: @escaping Work
  ) {
    title = question
    reason = asksReason ? TextInput("", limit: 200) : nil
    dialog = Dialog(
      question: ([question] + warnings).joined(separator: " "), choices: [no, yes],
      confirmation: confirmation)
    self.work = work
  }

  public mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    if case .reply(.done(let outcome)) = event {
      if let waiting = turn.wait(for: outcome, Reply.done) { return waiting }
      switch outcome.answer {
      case .success(let step): return .all([.close, step.widened()])
      case .failure(let failure): return .replace(WhyScreen(failure))
      }
    }
    guard let input = event.input else { return .none }
    guard !turn.isWaiting else { return .notice(Phrases.waitsForTurn, .warning) }
    if var field = reason { return ask(for: &field, input) }
    switch dialog.handle(input) {
    case .chosen(1):
      return turn.begin(Reply.done) { [work, typedReason] portal in work(portal, typedReason) }
    case .chosen, .cancelled: return .close
    case .none: return .none
    }
  }

  private mutating func ask(
    for field: inout TextInput, _ input: WidgetInput
  ) -> Effect<Portal, Reply> {
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept):
      guard !field.text.allSatisfy(\.isWhitespace) else {
        return .notice(Phrases.reasonMissing, .warning)
      }
      typedReason = field.text
      reason = nil
    default:
      _ = field.handle(input)
      reason = field
    }
    return .none
  }

  public func view(in frame: inout Frame) {
    guard let reason else { return dialog.view(in: &frame, phrases: .portal) }
    let width = min(64, frame.size.columns)
    let lines = frame.wrapped(dialog.question, to: max(1, width - 4)) + ["", Phrases.reasonPrompt]
    let area = frame.centred(rows: lines.count + 3, columns: width)
    frame.fill(area)
    frame.box(area)
    let inner = area.inset(by: 1, columns: 2)
    for (row, line) in lines.enumerated() {
      frame.write(
        line, at: Point(row: inner.origin.row + row, column: inner.origin.column),
        width: inner.size.columns, tone: row < lines.count - 1 ? .strong : .body)
    }
    reason.view(
      in: &frame,
      at: Rect(
        row: inner.origin.row + lines.count, column: inner.origin.column, rows: 1,
        columns: inner.size.columns),
      isFocused: true)
  }
}
