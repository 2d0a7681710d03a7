extension Table {
  public mutating func handle(_ input: WidgetInput) -> Outcome {
    forgetNewcomer()
    if filterInput != nil { return handleInFilter(input) }
    guard case .navigate(let navigation) = input else {
      if case .click(let point) = input { return click(point) }
      return .ignored
    }
    switch navigation {
    case .accept: return current == nil ? .ignored : .opened
    case .left: moveColumn(by: 1)
    case .right: moveColumn(by: -1)
    case .find: filterInput = TextInput(query.filter)
    case .sort: sort(by: column)
    case .toggle where allowsMarks:
      toggleMark()
      _ = move(.down)
    case .selectAll where allowsMarks: toggleAllMarks()
    case .back where !query.filter.isEmpty: filter("")
    default: return move(navigation) ? .handled : .ignored
    }
    return .handled
  }

  private mutating func handleInFilter(_ input: WidgetInput) -> Outcome {
    switch input {
    case .navigate(.accept): filterInput = nil
    case .navigate(.back):
      filterInput = nil
      filter("")
    case .navigate(.up), .navigate(.down), .navigate(.pageUp), .navigate(.pageDown):
      if case .navigate(let navigation) = input { _ = move(navigation) }
    default:
      filterInput?.handle(input)
      filter(filterInput?.text ?? "")
    }
    return .handled
  }

  private mutating func move(_ navigation: Navigation) -> Bool {
    guard case .paged(let window) = contents else { return cursor.move(navigation, count: count) }
    switch navigation {
    case .end, .last:
      if !window.reachesEnd { awaited = .last }
    case .home, .first:
      if window.start > 0 { awaited = .first }
    default: break
    }
    return cursor.move(navigation, count: count)
  }

  private mutating func click(_ point: Point) -> Outcome {
    guard point.row > 0, let place = cursor.row(atLine: point.row - 1, of: count) else {
      return .ignored
    }
    if place == cursor.row { return .opened }
    cursor.go(to: place, of: count)
    return .handled
  }
}

/// What a table wants read.
extension Table {
  /// Rows that a picture needs beyond those in memory; nil when all is there.
  ///
  /// To be asked for after every event, answered with `receive` in the same turn, so that the
  /// cursor never waits. A table in memory asks for everything at once.
  public var request: TableRequest<Row>? {
    guard case .paged(let window) = contents else {
      return awaited == nil ? nil : .first(.max)
    }
    let count = max(100, 4 * cursor.viewport.shown.rows)
    switch awaited {
    case .first: return .first(count)
    case .last: return .last(count)
    case .reload:
      let whole = max(count, window.rows.count)
      // A new row may stand before all the others.
      guard window.start > 0, let first = window.rows.first else { return .first(whole) }
      return .from(first, whole)
    case nil: break
    }
    let margin = count / 2
    if let last = window.rows.last, !window.reachesEnd, cursor.row + margin >= window.end {
      return .after(last, count)
    }
    if let first = window.rows.first, window.start > 0, cursor.row - margin < window.start {
      return .before(first, count)
    }
    return nil
  }

  /// Wants the rows read anew, the cursor staying where it is.
  public mutating func reload() {
    awaited = .reload
  }

  /// Takes the rows that `request` asked for.
  ///
  /// - Parameters:
  ///   - rows: At most as many as asked for; fewer means that the list ends there.
  ///   - request: The request they answer.
  ///   - total: Rows of the whole list under this query, nil when counting is too dear.
  public mutating func receive(_ rows: [Row], for request: TableRequest<Row>, total: Int? = nil) {
    guard case .paged(var window) = contents else {
      awaited = nil
      return replace(rows)
    }
    let kept = newcomer(in: rows) ?? current.map(identity)
    window.receive(rows, for: request, total: total)
    contents = .paged(window)
    switch request {
    case .first where awaited != .reload: cursor.go(to: 0, of: count)
    case .last: cursor.go(to: count - 1, of: count)
    case .first, .from:
      if let kept, select(kept) { break }
      cursor.go(to: cursor.row, of: count)
    case .after, .before: break
    }
    awaited = nil
  }
}
