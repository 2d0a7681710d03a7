/// A line of the top bar: something at the leading edge, something at the trailing one.
public struct BarLine: Equatable, Sendable {
  public var leading: String
  public var trailing: String
  public var tone: Tone

  public init(_ leading: String, trailing: String = "", tone: Tone = .bar) {
    self.leading = leading
    self.trailing = trailing
    self.tone = tone
  }
}

/// A place the command palette can go to from everywhere.
public struct Destination<Environment: Sendable>: Sendable {
  public var title: String
  /// Other words by which it is looked for.
  public var synonyms: [String]
  /// What going there does: mostly `.open` or `.restart`.
  public var effect: Effect<Environment, Never>

  public init(
    _ title: String, synonyms: [String] = [], effect: Effect<Environment, Never>
  ) {
    self.title = title
    self.synonyms = synonyms
    self.effect = effect
  }
}

/// What the application puts around every screen.
public struct Chrome<Environment: Sendable>: Sendable {
  /// The lines over every screen; asked after each settled key, so it must be cheap.
  public var topBar: @Sendable (Environment) -> [BarLine]
  /// The paragraphs of the help page of the screen with this name.
  public var helpText: @Sendable (_ screen: String) -> [String]
  /// Where the palette can go; asked when it opens.
  public var destinations: @Sendable (Environment) -> [Destination<Environment>]
  public var phrases: WidgetPhrases

  public init(
    phrases: WidgetPhrases,
    topBar: @escaping @Sendable (Environment) -> [BarLine] = { _ in [] },
    helpText: @escaping @Sendable (_ screen: String) -> [String] = { _ in [] },
    destinations: @escaping @Sendable (Environment) -> [Destination<Environment>] = { _ in [] }
  ) {
    self.phrases = phrases
    self.topBar = topBar
    self.helpText = helpText
    self.destinations = destinations
  }
}
