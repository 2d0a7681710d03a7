import Interchange
import Persian
import Store
import TerminalKit
import Training
import UseCases

/// An announcement to read, and to keep: its text and its attachment as files (S0-14, S1-6a).
struct AnnouncementScreen: Screen {
  typealias Environment = Portal
  enum Command: String, CommandSet {
    case save, attachment
    var help: String {
      switch self {
      case .save: Phrases.Announcements.save
      case .attachment: Phrases.Announcements.saveAttachment
      }
    }
  }
  enum Reply: Sendable { case read(Result<AnnouncementLine, Failure>) }

  static let name = "announcement"
  var title: String { line?.announcement.title ?? "" }
  private let id: ID<Announcement>
  private var line: AnnouncementLine?
  private var text = Scroller([])

  init(_ id: ID<Announcement>) { self.id = id }

  func start() -> Effect<Portal, Reply> { load }

  private var load: Effect<Portal, Reply> { .run { [id] in .read($0.read(id)) } }

  mutating func update(_ event: Event<Command, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.read(.success(let found))):
      line = found
      text.paragraphs = Self.paragraphs(found)
    case .reply(.read(.failure(let failure))): return .replace(WhyScreen(failure))
    case .navigate(.refresh): return load
    case .navigate(.back): return .close
    case .command(let command):
      if let reason = reasonClosed(command) { return .notice(reason, .warning) }
      return save(command)
    default:
      if let input = event.input { text.handle(input) }
    }
    return .none
  }

  func reasonClosed(_ command: Command) -> String? {
    switch command {
    case .save: nil
    case .attachment:
      line?.announcement.attachment == nil ? Phrases.Announcements.noAttachment : nil
    }
  }

  private func save(_ command: Command) -> Effect<Portal, Reply> {
    guard let line else { return .none }
    let it = line.announcement
    switch command {
    case .save:
      let file = SheetFormat.fileName(it.title, ending: "txt")
      return .open(
        FormScreen(
          SaveForm(help(.save), file: file) { _ in
            .success(Array(Self.plainText(line).utf8))
          }))
    case .attachment:
      guard let attachment = it.attachment else { return .none }
      return .open(
        FormScreen(
          SaveForm(help(.attachment), file: attachment.name) { [id] in $0.attachment(of: id) }))
    }
  }

  private func help(_ command: Command) -> String { command.help }

  private static func paragraphs(_ line: AnnouncementLine) -> [Scroller.Paragraph] {
    let it = line.announcement
    var lines = [
      Scroller.Paragraph(
        (it.isStarred ? "★ " : "") + it.title, tone: it.isStarred ? .starred : .heading),
      Scroller.Paragraph(Phrases.Announcements.head(line), tone: .dimmed),
      Scroller.Paragraph(""),
    ]
    lines += it.body.split(separator: "\n").map { Scroller.Paragraph(String($0)) }
    if let attachment = it.attachment {
      lines += [
        Scroller.Paragraph(""),
        Scroller.Paragraph(Phrases.Announcements.attached(attachment), tone: .key),
      ]
    }
    return lines
  }

  /// The text as a file keeps it.
  static func plainText(_ line: AnnouncementLine) -> String {
    let it = line.announcement
    return "\(it.title)\n\(Phrases.Announcements.head(line))\n\n\(it.body)\n"
  }

  func view(in frame: inout Frame) {
    text.view(in: &frame, at: frame.bounds.inset(by: 0, columns: 2))
  }
}
