/// The words that widgets say of their own accord; the application supplies them.
public struct WidgetPhrases: Sendable {
  public var yes: String
  public var no: String
  public var accept: String
  public var cancel: String
  /// Asked before the program ends while something typed is not saved.
  public var quitLosesWork: String
  /// Titles of the palette, of the parts of the help page, and of the «why?» panel.
  public var palette: String
  public var help: String
  public var screenKeys: String
  public var commonKeys: String
  public var findings: String
  public var nothingFound: String
  public var noRows: String
  public var filter: String
  /// Said while cancelled work comes to its end.
  public var cancelling: String
  public var required: String
  public var navigation: @Sendable (Navigation) -> String
  public var shell: @Sendable (ShellCommand) -> String
  /// «row 3 of 30»; the count is nil while nobody knows it.
  public var position: @Sendable (_ row: Int, _ count: Int?) -> String
  public var selected: @Sendable (_ count: Int) -> String
  /// «12 of 340 done»; the total is 0 while it is not known.
  public var progress: @Sendable (_ done: Int, _ total: Int) -> String
  /// What must be typed to confirm something that cannot be taken back.
  public var typeToConfirm: @Sendable (_ word: String) -> String

  public init(
    yes: String, no: String, accept: String, cancel: String, quitLosesWork: String,
    palette: String, help: String, screenKeys: String, commonKeys: String, findings: String,
    nothingFound: String, noRows: String, filter: String, cancelling: String, required: String,
    navigation: @escaping @Sendable (Navigation) -> String,
    shell: @escaping @Sendable (ShellCommand) -> String,
    position: @escaping @Sendable (_ row: Int, _ count: Int?) -> String,
    selected: @escaping @Sendable (_ count: Int) -> String,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> String,
    typeToConfirm: @escaping @Sendable (_ word: String) -> String
  ) {
    self.yes = yes
    self.no = no
    self.accept = accept
    self.cancel = cancel
    self.quitLosesWork = quitLosesWork
    self.palette = palette
    self.help = help
    self.screenKeys = screenKeys
    self.commonKeys = commonKeys
    self.findings = findings
    self.nothingFound = nothingFound
    self.noRows = noRows
    self.filter = filter
    self.cancelling = cancelling
    self.required = required
    self.navigation = navigation
    self.shell = shell
    self.position = position
    self.selected = selected
    self.progress = progress
    self.typeToConfirm = typeToConfirm
  }
}
