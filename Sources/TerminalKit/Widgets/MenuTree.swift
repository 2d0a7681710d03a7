/// A menu of sections that open and close, at the leading side of the portal.
public struct MenuTree: Sendable {
  public struct Item: Equatable, Sendable {
    /// What the screen knows the item by.
    public var id: String
    public var title: String
    /// What stands behind the title and is never cut, however long that is.
    public var mark: String
    public var tone: Tone
    public var children: [Item]
    /// Why the item is closed for this person just now; nil when open.
    public var reason: String?

    public init(
      _ id: String, title: String, mark: String = "", tone: Tone = .body, reason: String? = nil,
      children: [Item] = []
    ) {
      self.id = id
      self.title = title
      self.mark = mark
      self.tone = tone
      self.reason = reason
      self.children = children
    }
  }

  public enum Outcome: Equatable, Sendable {
    case ignored
    case handled
    /// The item's `id`.
    case chosen(String)
    /// Enter on a closed item.
    case refused(reason: String)
  }

  private struct Line {
    var item: Item
    var depth: Int
  }

  public var items: [Item]
  private var open: Set<String>
  private var cursor = ListCursor()
  private var lines: [Line] { flattened(items, depth: 0) }

  public init(_ items: [Item], open: Set<String> = []) {
    self.items = items
    self.open = open
  }

  /// The `id` of the item under the cursor.
  public var current: String? {
    let lines = lines
    return lines.indices.contains(cursor.row) ? lines[cursor.row].item.id : nil
  }

  /// Puts the cursor on an item, opening what hides it; false when there is none.
  @discardableResult
  public mutating func select(_ id: String) -> Bool {
    guard let path = path(to: id, in: items) else { return false }
    open.formUnion(path.dropLast())
    let lines = lines
    guard let row = lines.firstIndex(where: { $0.item.id == id }) else { return false }
    cursor.go(to: row, of: lines.count)
    return true
  }

  private func path(to id: String, in items: [Item]) -> [String]? {
    for item in items {
      if item.id == id { return [id] }
      if let rest = path(to: id, in: item.children) { return [item.id] + rest }
    }
    return nil
  }

  private func flattened(_ items: [Item], depth: Int) -> [Line] {
    items.flatMap { item in
      [Line(item: item, depth: depth)]
        + (open.contains(item.id) ? flattened(item.children, depth: depth + 1) : [])
    }
  }

  public mutating func handle(_ input: WidgetInput) -> Outcome {
    let lines = lines
    guard lines.indices.contains(cursor.row) else { return .ignored }
    let line = lines[cursor.row]
    switch input {
    case .navigate(.accept), .navigate(.toggle): return choose(line.item)
    case .navigate(.left):
      if line.item.children.isEmpty { return .ignored }
      if !open.insert(line.item.id).inserted { cursor.go(to: cursor.row + 1, of: lines.count) }
    case .navigate(.right): return fold(line, in: lines)
    case .navigate(let navigation):
      return cursor.move(navigation, count: lines.count) ? .handled : .ignored
    case .text(let text): return jump(to: text.line, in: lines)
    case .click(let point):
      guard let row = cursor.row(atLine: point.row, of: lines.count) else { return .ignored }
      cursor.go(to: row, of: lines.count)
      return choose(lines[row].item)
    }
    return .handled
  }

  private mutating func choose(_ item: Item) -> Outcome {
    if let reason = item.reason { return .refused(reason: reason) }
    guard !item.children.isEmpty else { return .chosen(item.id) }
    if open.remove(item.id) == nil { open.insert(item.id) }
    return .handled
  }

  /// Closes the section, or goes to the section the item stands in.
  private mutating func fold(_ line: Line, in lines: [Line]) -> Outcome {
    if open.remove(line.item.id) != nil { return .handled }
    guard let parent = lines[..<cursor.row].lastIndex(where: { $0.depth < line.depth }) else {
      return .ignored
    }
    cursor.go(to: parent, of: lines.count)
    return .handled
  }

  /// Goes to the next item in sight whose title begins with what was typed.
  private mutating func jump(to text: String, in lines: [Line]) -> Outcome {
    let key = Search.key(text)
    guard !key.isEmpty else { return .ignored }
    let order = (1...lines.count).map { (cursor.row + $0) % lines.count }
    guard let row = order.first(where: { Search.key(lines[$0].item.title).hasPrefix(key) }) else {
      return .ignored
    }
    cursor.go(to: row, of: lines.count)
    return .handled
  }

  /// Draws the items; a menu that is not in use shows its cursor only where it is asked to.
  public func view(
    in frame: inout Frame, at area: Rect, isFocused: Bool, showsIdleCursor: Bool = true
  ) {
    let lines = lines
    frame.draw(in: area) { part in
      let visible = cursor.visible(of: lines.count, rows: part.size.rows)
      for (row, place) in visible.enumerated() {
        draw(
          lines[place], isCurrent: place == cursor.row && (isFocused || showsIdleCursor), isFocused,
          on: row, in: &part)
      }
      drawSigns(of: visible, in: &part)
    }
  }

  /// Says at the far edge that there is more above or below.
  private func drawSigns(of visible: Range<Int>, in part: inout Frame) {
    let edge = part.size.columns - 1
    guard edge > 0, !visible.isEmpty else { return }
    if visible.lowerBound > 0 { part.put("↑", at: Point(row: 0, column: edge), tone: .key) }
    if visible.upperBound < lines.count {
      part.put("↓", at: Point(row: visible.count - 1, column: edge), tone: .key)
    }
  }

  private func draw(
    _ line: Line, isCurrent: Bool, _ isFocused: Bool, on row: Int, in part: inout Frame
  ) {
    let item = line.item
    let tone: Tone =
      isCurrent
      ? (isFocused ? .selected : .selectedDimmed) : item.reason == nil ? item.tone : .dimmed
    if isCurrent {
      part.fill(Rect(row: row, column: 0, rows: 1, columns: part.size.columns), tone)
    }
    let sign = item.children.isEmpty ? " " : open.contains(item.id) ? "▾" : "◂"
    let start = line.depth * 2
    part.write(sign, at: Point(row: row, column: start), tone: tone)
    let room = max(0, part.size.columns - start - 2)
    let (title, mark) = (part.cells(in: item.title), part.cells(in: item.mark))
    let place = min(title, max(0, room - mark))
    part.write(item.title, at: Point(row: row, column: start + 2), width: place, tone: tone)
    guard mark > 0 else { return }
    part.write(
      item.mark, at: Point(row: row, column: start + 2 + place), width: room - place, tone: tone)
  }
}
