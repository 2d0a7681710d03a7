/// Every command of the screen and every place of the portal, found by typing part of its name.
struct CommandPalette<Environment: Sendable>: Sendable {
  private enum Action: Sendable {
    case command(String)
    case go(Effect<Environment, Never>)
  }

  private struct Entry: Sendable {
    var title: String
    var hint: String
    var reason: String?
    var key: String
    var action: Action
  }

  private var entries: [Entry]
  private var found: [Int]
  private var input = TextInput()
  private var cursor = ListCursor()
  /// True once the places to go to have been added.
  private(set) var isComplete = false

  init(entries: [CommandEntry]) {
    self.entries = entries.map {
      Entry(
        title: $0.help, hint: $0.key?.label ?? "", reason: $0.reason,
        key: Search.key($0.help + " " + $0.name), action: .command($0.name))
    }
    found = Array(self.entries.indices)
  }

  mutating func complete(with destinations: [Destination<Environment>]) {
    entries += destinations.map {
      Entry(
        title: $0.title, hint: "", reason: nil,
        key: Search.key(([$0.title] + $0.synonyms).joined(separator: " ")),
        action: .go($0.effect))
    }
    isComplete = true
    search()
  }

  mutating func handle(_ input: WidgetInput) -> ShellPanel<Environment>.Outcome {
    switch input {
    case .navigate(.back): return .close
    case .navigate(.accept): return accept()
    case .navigate(let navigation) where isMovement(navigation):
      _ = cursor.move(navigation, count: found.count)
    default: if self.input.handle(input) { search() }
    }
    return .stay
  }

  /// Home and End belong to the text, the rest of the movements to the list.
  private func isMovement(_ navigation: Navigation) -> Bool {
    [.up, .down, .pageUp, .pageDown, .first, .last].contains(navigation)
  }

  private func accept() -> ShellPanel<Environment>.Outcome {
    guard found.indices.contains(cursor.row) else { return .stay }
    return switch entries[found[cursor.row]].action {
    case .command(let name): .command(name)
    case .go(let effect): .go(effect)
    }
  }

  private mutating func search() {
    let search = Search(input.text)
    // Whoever types a whole name means it, and not a longer one that has it in it.
    let name = Search.key(input.text)
    var ranks: [[Int]] = [[], [], [], []]
    for index in entries.indices where search.matches(key: entries[index].key) {
      let title = Search.key(entries[index].title)
      // Then titles that begin so, those that have it in them, and what other words lead to.
      let rank =
        title == name ? 0 : title.hasPrefix(name) ? 1 : search.matches(key: title) ? 2 : 3
      ranks[name.isEmpty ? 1 : rank].append(index)
    }
    found = ranks.flatMap { $0 }
    cursor.go(to: 0, of: found.count)
  }

  func view(in frame: inout Frame, phrases: WidgetPhrases) {
    let columns = min(frame.size.columns, max(40, min(70, frame.size.columns - 10)))
    let area = frame.centred(rows: min(frame.size.rows, max(8, found.count + 4)), columns: columns)
    frame.fill(area)
    frame.box(area, title: phrases.palette)
    frame.draw(in: area.inset(by: 1, columns: 2)) { part in
      let room = max(0, part.size.rows - 2)
      if found.isEmpty {
        part.write(phrases.nothingFound, at: Point(row: 2, column: 0), tone: .dimmed)
      }
      for (line, place) in cursor.visible(of: found.count, rows: room).enumerated() {
        draw(entries[found[place]], isSelected: place == cursor.row, on: line + 2, in: &part)
      }
      let field = Rect(row: 0, column: 0, rows: 1, columns: part.size.columns)
      input.view(in: &part, at: field, isFocused: true)
    }
  }

  private func draw(_ entry: Entry, isSelected: Bool, on row: Int, in part: inout Frame) {
    let isOpen = entry.reason == nil
    let tone: Tone =
      isSelected ? (isOpen ? .selected : .selectedDimmed) : (isOpen ? .body : .dimmed)
    let width = part.size.columns
    part.fill(Rect(row: row, column: 0, rows: 1, columns: width), tone)
    let text = entry.reason.map { "\(entry.title) — \($0)" } ?? entry.title
    let hint = part.cells(in: entry.hint)
    part.write(text, at: Point(row: row, column: 0), width: max(0, width - hint - 1), tone: tone)
    part.write(
      entry.hint, at: Point(row: row, column: width - hint), tone: isSelected ? tone : .key,
      direction: .ltr)
  }
}
