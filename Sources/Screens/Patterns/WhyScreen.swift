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

  public init(_ failure: Failure) {
    self.init(failure.items.map { FindingPanel.Item($0.title, lines: $0.lines) })
  }

  public init(_ findings: [Finding]) {
    self.init(
      findings.map { finding in
        let tone: Tone = finding.severity == .refusal ? .bad : .warning
        return FindingPanel.Item(finding.sentence, lines: finding.details, tone: tone)
      })
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
    return panel.handle(input) == .closed ? .close : .none
  }

  public func view(in frame: inout Frame) { panel.view(in: &frame) }
}
