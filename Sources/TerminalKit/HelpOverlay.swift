/// The help page of a screen: its text, its commands with their keys, the keys of every screen.
struct HelpOverlay: Sendable {
  private let title: String
  private var scroller: Scroller

  init(
    title: String, paragraphs: [String], entries: [CommandEntry], section: String,
    keymap: Keymap, phrases: WidgetPhrases
  ) {
    self.title = "\(phrases.help): \(title)"
    var lines = paragraphs.map { Scroller.Paragraph($0) }
    if !paragraphs.isEmpty { lines.append(Scroller.Paragraph("")) }
    if !entries.isEmpty {
      lines.append(Scroller.Paragraph(phrases.screenKeys, tone: .heading))
      lines += entries.flatMap { HelpOverlay.lines(for: $0, in: section, keymap) }
      lines.append(Scroller.Paragraph(""))
    }
    lines.append(Scroller.Paragraph(phrases.commonKeys, tone: .heading))
    lines += Navigation.allCases.compactMap {
      HelpOverlay.line($0.rawValue, phrases.navigation($0), in: section, keymap)
    }
    lines += ShellCommand.allCases.compactMap {
      HelpOverlay.line($0.rawValue, phrases.shell($0), in: section, keymap)
    }
    scroller = Scroller(lines)
  }

  mutating func handle(_ input: WidgetInput) {
    scroller.handle(input)
  }

  func view(in frame: inout Frame) {
    let area = frame.bounds
    frame.fill(area)
    frame.box(area, title: title)
    scroller.view(in: &frame, at: area.inset(by: 1, columns: 2))
  }

  private static func lines(
    for entry: CommandEntry, in section: String, _ keymap: Keymap
  ) -> [Scroller.Paragraph] {
    let keys = label(entry.name, in: section, keymap)
    let line = keys.isEmpty ? entry.help : "\(keys)  \(entry.help)"
    guard let reason = entry.reason else { return [Scroller.Paragraph(line, indent: 2)] }
    return [
      Scroller.Paragraph(line, tone: .dimmed, indent: 2),
      Scroller.Paragraph(reason, tone: .warning, indent: 6),
    ]
  }

  /// A line for a common key; nil when nothing is bound to it.
  private static func line(
    _ name: String, _ help: String, in section: String, _ keymap: Keymap
  ) -> Scroller.Paragraph? {
    let keys = label(name, in: section, keymap)
    return keys.isEmpty ? nil : Scroller.Paragraph("\(keys)  \(help)", indent: 2)
  }

  /// The keys of a command, kept apart from the Persian text around them by isolates.
  private static func label(_ name: String, in section: String, _ keymap: Keymap) -> String {
    let keys = keymap.keys(for: name, in: section) ?? keymap.keys(for: name, in: Keymap.common)
    return (keys ?? []).map { "\u{2066}\($0.label)\u{2069}" }.joined(separator: "  ")
  }
}
