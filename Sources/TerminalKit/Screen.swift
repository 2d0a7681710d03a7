/// The named things a key may ask of a screen; the raw value is the name in Keymaps.
public protocol CommandSet: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the command does, in Persian, for the key bar, the help page and the palette.
  var help: String { get }
}

/// The set of a screen without commands of its own.
public enum NoCommands: CommandSet {
  public static let allCases: [NoCommands] = []
  public init?(rawValue: String) { nil }
  public var rawValue: String { switch self {} }
  public var help: String { switch self {} }
}

/// What keys of the section `[common]` ask of every screen.
///
/// `left` and `right` are directions on the glass: `left` goes on in a right-to-left row.
public enum Navigation: String, CaseIterable, Hashable, Sendable {
  case up, down, left, right, pageUp = "page-up", pageDown = "page-down"
  case wordLeft = "word-left", wordRight = "word-right"
  /// Ends of a row or line; `first` and `last` are the ends of the whole.
  case home, end, first, last
  case next, previous
  case accept, back, toggle, save
  case selectAll = "select-all"
  case delete, backspace
  /// Empties the field.
  case clear
  case find, sort, undo, redo, refresh, menu
}

/// What keys of `[common]` ask of the stack itself, whatever screen is on top.
public enum ShellCommand: String, CaseIterable, Hashable, Sendable {
  case help, palette, quit
}

/// Text typed or pasted: scalars that no key binding took.
public struct TypedText: Hashable, Sendable {
  public var scalars: [UInt32]
  /// True for a bracketed paste: it is data, never commands.
  public var isPaste: Bool

  public init(_ scalars: [UInt32], isPaste: Bool = false) {
    self.scalars = scalars
    self.isPaste = isPaste
  }
}

/// What happens to a screen.
public enum Event<Command: CommandSet, Reply: Sendable>: Sendable {
  /// A key bound in this screen's keymap section.
  case command(Command)
  /// A key bound in `[common]`.
  case navigate(Navigation)
  /// Characters bound nowhere.
  case text(TypedText)
  /// A press of the mouse's first button, in reading order.
  case click(Point)
  /// An effect has finished.
  case reply(Reply)
  /// How far this screen's background work is; sent when the figures have moved.
  case progress(Progress.Snapshot)
  /// Records or the day have changed, here or in another process.
  case stale
}

/// What a person has typed into a form and not saved.
public struct Unfinished: Equatable, Sendable {
  /// Which form of which record.
  public var key: String
  public var title: String
  /// What stands in the fields, by their labels; never a password.
  public var fields: [String: String]

  public init(key: String, title: String, fields: [String: String]) {
    self.key = key
    self.title = title
    self.fields = fields
  }
}

/// One screen of the portal: how it starts, how events change it, how it looks.
public protocol Screen<Environment>: Sendable {
  associatedtype Environment: Sendable
  associatedtype Command: CommandSet = NoCommands
  associatedtype Reply: Sendable = Never
  /// Keymap section and key of the help page.
  static var name: String { get }
  /// Key of the help page, where it is not the screen's own.
  var helpPage: String { get }
  /// What its help page says after its own text, of what stands on the screen just now.
  var helpNotes: [String] { get }
  var title: String { get }
  /// The name of the system that the screen belongs to, where it is another than the first screen's:
  /// the path of titles then begins with it.
  var system: String? { get }
  /// True while keys are text (a field is focused): letters are then not looked up as commands.
  var wantsText: Bool { get }
  /// True for dialogs: the screen below stays visible around it.
  var isOverlay: Bool { get }
  /// True while leaving would lose something typed: quitting then asks first.
  var hasUnsavedWork: Bool { get }
  /// True while the screen tells the time: it then hears of the records once a second.
  var watchesTime: Bool { get }
  /// True for a screen that covers the others until it closes itself: nothing opens over it, and
  /// neither help nor palette lead past it.
  var isSealed: Bool { get }
  /// What has been typed here and is not saved; nil for nothing.
  var unfinished: Unfinished? { get }
  /// Common keys without which the screen cannot be used: they stand in the key bar, and are asked
  /// for once, when the screen opens.
  var shownKeys: [Navigation] { get }
  /// What such a key does here, where its common name says too little; nil for that name.
  func saying(of key: Navigation) -> String?
  func start() -> Effect<Environment, Reply>
  mutating func update(_ event: Event<Command, Reply>) -> Effect<Environment, Reply>
  func view(in frame: inout Frame)
  /// Why a command is closed just now, nil when it is open; the key bar dims closed ones.
  func reasonClosed(_ command: Command) -> String?
}

extension Screen {
  public var helpPage: String { Self.name }
  public var helpNotes: [String] { [] }
  public var system: String? { nil }
  public var wantsText: Bool { false }
  public var isOverlay: Bool { false }
  public var hasUnsavedWork: Bool { false }
  public var watchesTime: Bool { false }
  public var isSealed: Bool { false }
  public var unfinished: Unfinished? { nil }
  public var shownKeys: [Navigation] { [] }
  public func saying(of key: Navigation) -> String? { nil }
  public func start() -> Effect<Environment, Reply> { .none }
  public func reasonClosed(_ command: Command) -> String? { nil }
}

/// What a screen asks the loop to do; a value, so tests perform it at once.
public indirect enum Effect<Environment: Sendable, Reply: Sendable>: Sendable {
  case none
  /// Short work, done before the next key.
  case run(@Sendable (Environment) -> Reply)
  /// Long work, done elsewhere with progress and cancelling; answered later.
  ///
  /// Closing the screen cancels it.
  case background(@Sendable (Environment, Progress) -> Reply)
  /// Asks this screen's background work to stop; it still answers.
  case cancelWork
  case open(any Screen<Environment>)
  case replace(any Screen<Environment>)
  /// Closes this screen.
  case close
  /// Closes every screen above the first and opens another there (after login, log-out).
  case restart(any Screen<Environment>)
  /// Closes every screen above the first, as logging out does.
  case unwind
  /// A short sentence in the status line.
  case notice(String, Tone)
  case quit
  case all([Effect])
}
