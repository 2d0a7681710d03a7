/// A list to choose one thing from, narrowed while its name is typed.
public struct Picker: Sendable {
  public struct Item: Equatable, Sendable {
    public var title: String
    /// Said beside the title and searched as well: a code, a place.
    public var detail: String

    public init(_ title: String, detail: String = "") {
      self.title = title
      self.detail = detail
    }
  }

  public enum Outcome: Equatable, Sendable {
    case ignored
    case handled
    /// What is typed has changed; a picker over a large list is to be given new items.
    case searched
    /// The index of the item in `items`.
    case chosen(Int)
    case cancelled
  }

  public let title: String
  public private(set) var items: [Item]
  /// False when the screen searches, because the list is too large for memory.
  private let filtersItself: Bool
  private var keys: [String]
  private var found: [Int]
  private var input = TextInput()
  private var cursor = ListCursor()

  public init(_ title: String, items: [Item], filtersItself: Bool = true, selected: Int? = nil) {
    self.title = title
    self.items = items
    self.filtersItself = filtersItself
    keys = Picker.keys(items)
    found = Array(items.indices)
    if let selected { cursor.go(to: selected, of: items.count) }
  }

  /// What has been typed so far.
  public var query: String { input.text }

  /// Shows what the screen has found for `query`.
  public mutating func replace(_ items: [Item]) {
    self.items = items
    keys = Picker.keys(items)
    search()
  }

  private static func keys(_ items: [Item]) -> [String] {
    items.map { Search.key($0.title) + "\u{1F}" + Search.key($0.detail) }
  }

  private mutating func search() {
    let search = Search(filtersItself ? input.text : "")
    found = items.indices.filter { search.matches(key: keys[$0]) }
    // Whoever has typed a whole title means it, not a longer one that holds it.
    let whole = Search.key(input.text)
    let exact = found.firstIndex { Search.key(items[$0].title) == whole }
    cursor.go(to: exact ?? 0, of: found.count)
  }

  public mutating func handle(_ input: WidgetInput) -> Outcome {
    switch input {
    case .navigate(.back): return .cancelled
    case .navigate(.accept):
      return found.indices.contains(cursor.row) ? .chosen(found[cursor.row]) : .handled
    case .navigate(.up), .navigate(.down), .navigate(.pageUp), .navigate(.pageDown),
      .navigate(.first), .navigate(.last):
      if case .navigate(let navigation) = input {
        _ = cursor.move(navigation, count: found.count)
      }
      return .handled
    default:
      let before = self.input.text
      guard self.input.handle(input) else { return .ignored }
      guard self.input.text != before else { return .handled }
      search()
      return .searched
    }
  }

  /// Draws a box in the middle of the frame.
  public func view(in frame: inout Frame, phrases: WidgetPhrases) {
    let columns = min(frame.size.columns, max(30, min(64, frame.size.columns - 8)))
    let rows = min(frame.size.rows, max(8, min(items.count + 4, frame.size.rows - 2)))
    let area = frame.centred(rows: rows, columns: columns)
    frame.fill(area)
    frame.box(area, title: title)
    frame.draw(in: area.inset(by: 1, columns: 2)) { part in
      let room = max(0, part.size.rows - 2)
      if found.isEmpty {
        part.write(phrases.nothingFound, at: Point(row: 2, column: 0), tone: .dimmed)
      }
      for (line, place) in cursor.visible(of: found.count, rows: room).enumerated() {
        draw(items[found[place]], isSelected: place == cursor.row, on: line + 2, in: &part)
      }
      let field = Rect(row: 0, column: 0, rows: 1, columns: part.size.columns)
      input.view(in: &part, at: field, isFocused: true)
    }
  }

  private func draw(_ item: Item, isSelected: Bool, on row: Int, in part: inout Frame) {
    let width = part.size.columns
    let tone: Tone = isSelected ? .selected : .body
    part.fill(Rect(row: row, column: 0, rows: 1, columns: width), tone)
    let detail = min(part.cells(in: item.detail), max(0, width / 2))
    part.write(
      item.title, at: Point(row: row, column: 0),
      width: max(0, width - (detail == 0 ? 0 : detail + 1)), tone: tone)
    part.write(
      item.detail, at: Point(row: row, column: width - detail), width: detail,
      tone: isSelected ? tone : .dimmed, direction: .auto)
  }
}
