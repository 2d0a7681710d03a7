import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «راهنمای فرایندها»: a page for each of the eleven processes, and for what the films show (S0-14).
struct GuidesList: ListDescription {
  static let name = "guides"
  let title = Phrases.Guides.title

  let columns: [Column<Guide>] = [
    Column(Phrases.Guides.number, width: 6, text: { $0.number }),
    Column(Phrases.Guides.subject, text: { $0.title }),
  ]

  func identity(of row: Guide) -> Int64 { Int64(row.place) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Guide] {
    try context.require(.viewNotices)
    return Guide.all
  }

  func open(_ row: Guide) -> Step { .open(GuideScreen(row)) }
}

/// A page of the guide: a process by its number, or a film by its topic.
struct Guide: Sendable {
  let place: Int
  let title: String
  /// The file in Assets/Guides, without its ending.
  let file: String

  /// The number of the process; empty for the topics of films.
  var number: String { file.hasPrefix("process") ? (place + 1).said : "" }

  static let all: [Guide] =
    PortalProcess.allCases.enumerated().map { index, process in
      Guide(place: index, title: process.name, file: "process-\(process.rawValue)")
    } + [
      Guide(
        place: PortalProcess.allCases.count, title: Phrases.Guides.missingAppointment,
        file: "missing-appointment"),
      Guide(
        place: PortalProcess.allCases.count + 1, title: Phrases.Guides.ranking, file: "ranking"),
    ]
}

/// A page of the guide to read.
struct GuideScreen: Screen {
  typealias Environment = Portal
  enum Reply: Sendable { case read([String]) }
  static let name = "guide"
  let title: String
  private let guide: Guide
  private var text = Scroller([])

  init(_ guide: Guide) {
    self.guide = guide
    title = guide.title
  }

  func start() -> Effect<Portal, Reply> {
    .run { [guide] portal in
      // A missing file leaves the page empty; a test sees to it that none is missing.
      let bytes = (try? portal.asset("Guides/\(guide.file).txt")) ?? []
      return .read(
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }
  }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.read(let lines)):
      text.paragraphs = lines.flatMap { line in
        // A line with a colon at its end heads what follows.
        [
          Scroller.Paragraph(line, tone: line.hasSuffix(":") ? .heading : .body),
          Scroller.Paragraph(""),
        ]
      }
    case .navigate(.back): return .close
    default:
      if let input = event.input { text.handle(input) }
    }
    return .none
  }

  func view(in frame: inout Frame) {
    text.view(in: &frame, at: frame.bounds.inset(by: 0, columns: 2))
  }
}
