public import TerminalKit
public import Training
public import UseCases

/// The «چرا؟» panel over the screen below: every reason with its numbers, source and remedy.
public struct WhyScreen: Screen {
  public typealias Environment = Portal
  public static let name = "why"
  public let title: String
  public var isOverlay: Bool { true }
  private var panel: FindingPanel
  /// The page that shows how to mend what was found, where there is one.
  private var page: (title: String, step: Step)?

  public init(_ failure: Failure) {
    if case .refused(let findings) = failure {
      self.init(findings)
    } else {
      self.init(failure.items.map { FindingPanel.Item($0.title, lines: $0.lines) })
    }
  }

  public init(_ findings: [Finding]) {
    let page = findings.lazy.compactMap { $0.remedy?.page }.first
    var items = findings.map { finding in
      let tone: Tone = finding.severity == .refusal ? .bad : .warning
      return FindingPanel.Item(finding.sentence, lines: finding.details, tone: tone)
    }
    if let page { items.append(FindingPanel.Item(Phrases.enterOpens(page.title), tone: .strong)) }
    self.init(items)
    self.page = page
  }

  public init(_ items: [FindingPanel.Item]) {
    self.init(title: WidgetPhrases.portal.findings, items)
  }

  public init(title: String, _ items: [FindingPanel.Item]) {
    self.title = title
    panel = FindingPanel(title, items: items)
  }

  public mutating func update(_ event: Event<NoCommands, Never>) -> Effect<Portal, Never> {
    guard let input = event.input else { return .none }
    if let page, input == .navigate(.accept) { return .all([.close, page.step]) }
    return panel.handle(input) == .closed ? .close : .none
  }

  public func view(in frame: inout Frame) { panel.view(in: &frame) }
}

extension Remedy {
  /// The page that shows how: its title, and the step that opens it; nil where a sentence is enough.
  fileprivate var page: (title: String, step: Step)? {
    switch self {
    case .updateAppointment:
      (Phrases.Competency.help, .open(AppointmentHelpScreen()))
    default: nil
    }
  }
}
