import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «جست‌وجو»: people, courses, classes, circulars, offices: whatever of them the person may see.
struct SearchScreen: Screen {
  typealias Environment = Portal

  enum Reply: Sendable {
    /// What was found for a text; another may have been typed since.
    case found(String, Result<[Page], Failure>)
    case more(Result<Page, Failure>)
  }

  /// The hits of one kind, and whether there are more.
  struct Page: Sendable {
    let kind: RecordLink.Kind
    var hits: [SearchHit]
    let hasMore: Bool
  }

  /// A line of the table: a record, or the door to the next page of a kind.
  enum Line: Sendable {
    case hit(SearchHit)
    case more(RecordLink.Kind)
  }

  static let name = "search"
  let title = Phrases.Search.title
  var wantsText: Bool { true }
  private let role: Role
  private var input = TextInput("", limit: 80)
  private var pages: [Page] = []
  private var table: Table<Line>
  private var failure: Failure?

  /// The most hits of a kind that are read at once.
  private static let pageSize = 8

  init(_ role: Role) {
    self.role = role
    table = Table(
      [
        Column(Phrases.Search.kind, width: 14, tone: { _ in .dimmed }, text: { $0.kind.name }),
        Column(Phrases.Search.found, text: { $0.title }),
        Column(Phrases.Search.detail, width: 26, text: { $0.detail }),
      ], rows: [], identity: { $0.identity })
  }

  func start() -> Effect<Portal, Reply> { search }

  mutating func update(_ event: Event<NoCommands, Reply>) -> Effect<Portal, Reply> {
    switch event {
    case .reply(.found(let text, let result)):
      guard text == input.text else { return .none }
      switch result {
      case .success(let found): show(found)
      case .failure(let problem): failure = problem
      }
      return .none
    case .reply(.more(.success(let page))):
      guard let index = pages.firstIndex(where: { $0.kind == page.kind }) else { return .none }
      show(
        pages.enumerated().map { place, old in
          place == index
            ? Page(kind: old.kind, hits: old.hits + page.hits, hasMore: page.hasMore) : old
        })
      return .none
    case .reply(.more(.failure(let problem))): return .open(WhyScreen(problem))
    case .stale: return search
    case .navigate(.back): return .close
    case .navigate(.accept): return open
    case .navigate(.up), .navigate(.down), .navigate(.pageUp), .navigate(.pageDown):
      if let moved = event.input { _ = table.handle(moved) }
      return .none
    default: break
    }
    guard let typed = event.input else { return .none }
    let before = input.text
    _ = input.handle(typed)
    return input.text == before ? .none : search
  }

  private mutating func show(_ found: [Page]) {
    failure = nil
    pages = found
    table.replace(
      found.flatMap { page in
        page.hits.map(Line.hit) + (page.hasMore ? [.more(page.kind)] : [])
      })
  }

  private var isShort: Bool { SearchKey.joined(input.text).unicodeScalars.count < 2 }

  private var search: Effect<Portal, Reply> {
    let (text, kinds, size) = (input.text, PortalSearch.kinds(of: role), Self.pageSize)
    guard !isShort else {
      return .run { portal in
        .found(
          text,
          portal.read { _, context in
            try context.require(.viewNotices)
            return []
          })
      }
    }
    return .run { portal in
      .found(
        text,
        portal.read { records, context in
          var pages: [Page] = []
          for kind in kinds {
            let hits = try PortalSearch.hits(kind, text, limit: size + 1, records, context)
            guard !hits.isEmpty else { continue }
            pages.append(
              Page(kind: kind, hits: Array(hits.prefix(size)), hasMore: hits.count > size))
          }
          return pages
        })
    }
  }

  private var open: Effect<Portal, Reply> {
    switch table.current {
    case .hit(let hit): return RecordDoor.step(to: hit.link, for: role).widened()
    case .more(let kind):
      let last = pages.first { $0.kind == kind }?.hits.last?.link.record.rawValue ?? 0
      let (text, size) = (input.text, Self.pageSize * 2)
      return .run { portal in
        .more(
          portal.read { records, context in
            let hits = try PortalSearch.hits(
              kind, text, after: last, limit: size + 1, records, context)
            return Page(kind: kind, hits: Array(hits.prefix(size)), hasMore: hits.count > size)
          })
      }
    case nil: return .none
    }
  }

  func view(in frame: inout Frame) {
    let width = max(0, frame.size.columns - 4)
    frame.write(Phrases.Search.prompt, at: Point(row: 0, column: 2), width: width)
    input.view(
      in: &frame, at: Rect(row: 1, column: 2, rows: 1, columns: min(60, width)), isFocused: true)
    let text: String? =
      failure?.sentence
      ?? (isShort ? Phrases.Search.short : pages.isEmpty ? Phrases.Search.nothing : nil)
    if let text {
      frame.write(text, at: Point(row: 3, column: 2), width: width, tone: .dimmed)
      return
    }
    table.view(
      in: &frame,
      at: Rect(row: 3, column: 0, rows: frame.size.rows - 3, columns: frame.size.columns),
      phrases: .portal)
  }
}

extension SearchScreen.Line {
  fileprivate var kind: RecordLink.Kind {
    switch self {
    case .hit(let hit): hit.link.kind
    case .more(let kind): kind
    }
  }

  fileprivate var title: String {
    switch self {
    case .hit(let hit): hit.title
    case .more(let kind): Phrases.Search.more(kind.name)
    }
  }

  fileprivate var detail: String {
    switch self {
    case .hit(let hit): Digits.persian(hit.detail)
    case .more: ""
    }
  }

  fileprivate var identity: Int64 {
    var hasher = Hasher()
    switch self {
    case .hit(let hit): hasher.combine(hit.link)
    case .more(let kind): hasher.combine(kind)
    }
    return Int64(hasher.finalize())
  }
}
