import Persian

/// Where the parts of the picture stand.
struct ShellLayout: Equatable, Sendable {
  /// Rows of the top bar; the titles of the open screens stand on the row after them.
  var bar: Int
  var titleRow: Int?
  var content: Rect
  var statusRow: Int?
  var keyRow: Int?
}

extension ScreenStack {
  /// The whole screen: top bar, titles, the screen on top, notice, keys.
  ///
  /// Any size can be drawn; where there is little room the surroundings go first.
  public func picture(
    size: Size, encoding: TerminalEncoding = TerminalEncoding(.explicit)
  ) -> Frame {
    var frame = Frame(size: size, encoding: encoding)
    let layout = layout(of: frame.size)
    drawTop(in: &frame, layout)
    frame.draw(in: layout.content) { part in
      let base = layers.indices.last { !layers[$0].screen.isOverlay } ?? 0
      for index in layers.indices.dropFirst(base) {
        part.cursor = nil
        layers[index].screen.view(in: &part)
      }
      if let panel {
        part.cursor = nil
        panel.view(in: &part, phrases: chrome.phrases)
      }
    }
    if let row = layout.statusRow, let notice {
      frame.write(
        notice.text, at: Point(row: row, column: 1), width: max(0, size.columns - 2),
        tone: notice.tone)
    }
    if let row = layout.keyRow { drawKeys(in: &frame, row: row) }
    return frame
  }

  func layout(of size: Size) -> ShellLayout {
    let hasFrame = size.rows >= 8
    let bar = hasFrame ? topBar.count : 0
    let top = hasFrame ? bar + 1 : 0
    let bottom = size.rows >= 12 ? 2 : size.rows >= 4 ? 1 : 0
    return ShellLayout(
      bar: bar, titleRow: hasFrame ? bar : nil,
      content: Rect(
        row: top, column: 0, rows: max(0, size.rows - top - bottom), columns: size.columns),
      statusRow: bottom == 2 ? size.rows - 2 : notice == nil || bottom == 0 ? nil : size.rows - 1,
      keyRow: bottom == 2 || (bottom == 1 && notice == nil) ? size.rows - 1 : nil)
  }

  private func drawTop(in frame: inout Frame, _ layout: ShellLayout) {
    guard let titleRow = layout.titleRow else { return }
    let top = Rect(row: 0, column: 0, rows: titleRow + 1, columns: frame.size.columns)
    let content = TopContent(bar: topBar.prefix(layout.bar), titles: titles)
    frame.draw(in: top, keeping: surroundings.top, of: content) { part in
      drawTop(in: &part, content)
    }
  }

  private func drawTop(in frame: inout Frame, _ content: TopContent) {
    let width = frame.size.columns
    for (row, line) in content.bar.enumerated() {
      frame.fill(Rect(row: row, column: 0, rows: 1, columns: width), line.tone)
      let trailing = min(frame.cells(in: line.trailing), width)
      frame.write(
        line.leading, at: Point(row: row, column: 1), width: max(0, width - trailing - 3),
        tone: line.tone)
      frame.write(
        line.trailing, at: Point(row: row, column: max(0, width - trailing - 1)), tone: line.tone)
    }
    let titleRow = content.bar.count
    frame.fill(Rect(row: titleRow, column: 0, rows: 1, columns: width), .title)
    frame.write(
      path(of: content.titles, in: max(0, width - 2), of: frame),
      at: Point(row: titleRow, column: 1), width: max(0, width - 2), tone: .title)
  }

  /// The titles of the open screens; where they do not fit, the first ones go, not the last.
  private func path(of titles: [String], in width: Int, of frame: Frame) -> String {
    var shown = titles[...]
    var path = shown.joined(separator: " › ")
    while shown.count > 1, frame.cells(in: path) > width {
      shown.removeFirst()
      path = (["…"] + shown).joined(separator: " › ")
    }
    return path
  }

  private func drawKeys(in frame: inout Frame, row: Int) {
    let content = keyBar
    let bar = Rect(row: row, column: 0, rows: 1, columns: frame.size.columns)
    frame.draw(in: bar, keeping: surroundings.keys, of: content) { part in
      part.fill(part.bounds, .bar)
      for (entry, columns) in keyPlaces(of: content, in: part.size.columns) {
        let isOpen = !content.closed.contains(entry)
        let label = part.write(
          entry.label, at: Point(row: 0, column: columns.lowerBound),
          tone: isOpen ? .key : .dimmed, direction: .ltr)
        part.write(
          entry.help, at: Point(row: 0, column: columns.lowerBound + label + 1),
          tone: isOpen ? .bar : .dimmed)
      }
    }
  }

  /// What the key bar depends on.
  private var keyBar: KeyBarContent {
    guard panel == nil, let top = layers.indices.last else {
      return KeyBarContent(layer: nil, closed: ClosedCommands())
    }
    return KeyBarContent(layer: layers[top].number, closed: layers[top].screen.closedCommands)
  }

  /// The entries of the key bar for which there is room, with their columns.
  private func keyPlaces(
    of content: KeyBarContent, in room: Int
  ) -> [(entry: KeyBarEntry, columns: Range<Int>)] {
    // Help first, then the commands of the screen as it declares them, then leaving.
    let own = content.layer == nil ? [] : layers.last?.commands ?? []
    var shown = shellKeys.prefix(1) + own + shellKeys.dropFirst()
    // Where there is no room for all, what is closed makes it for what is open, the last first.
    var width = shown.reduce(-2) { $0 + $1.width + 2 }
    while width > room, let closed = shown.lastIndex(where: content.closed.contains) {
      width -= shown.remove(at: closed).width + 2
    }
    var places: [(entry: KeyBarEntry, columns: Range<Int>)] = []
    var start = 0
    for entry in shown {
      let end = start + entry.width
      guard end <= room else { break }
      places.append((entry, start..<end))
      start = end + 2
    }
    return places
  }

  /// The command whose key is drawn at a column of the key bar.
  func command(atKeyBar column: Int, in width: Int) -> String? {
    keyPlaces(of: keyBar, in: width).first { $0.columns.contains(column) }?.entry.name
  }
}

/// What stands around the screens, as it was drawn last.
struct Surroundings: Sendable {
  let top = KeptPart<TopContent>()
  let keys = KeptPart<KeyBarContent>()
}

/// What the rows over the screens show.
struct TopContent: Equatable, Sendable {
  let bar: ArraySlice<BarLine>
  let titles: [String]
}

/// What the key bar shows: of which screen, and what is closed there.
struct KeyBarContent: Equatable, Sendable {
  /// nil where the stack itself has the keys.
  ///
  /// The commands of a layer change with the keymap alone.
  let layer: Int?
  let closed: ClosedCommands
}

/// A command that has a key, as the key bar shows it.
struct KeyBarEntry: Equatable, Sendable {
  let name: String
  let label: String
  let help: String
  /// Its place among the commands of its screen; nil for common keys.
  let place: Int?
  /// The cells both take.
  let width: Int

  /// nil for a command without a key.
  init?(_ entry: CommandEntry) {
    guard let key = entry.key else { return nil }
    (name, label, help, place) = (entry.name, key.label, entry.help, entry.place)
    width = Frame.cells(in: label) + 1 + Frame.cells(in: help)
  }
}
