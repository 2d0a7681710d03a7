import Persian
public import Training

/// The units of a scope page by page, in the order of their tree: each below the one that looks after
/// it, siblings in the alphabet's order.
///
/// A page is walked along the index of siblings, so that it costs the same among any number of units.
extension Querying where Self: ~Copyable {
  public func units(
    in scope: Scope, page: ListPage<Unit>, limit: Int
  ) throws(StoreError) -> [Unit] {
    var (found, isBackward): ([Unit], Bool) = ([], false)
    var place: Unit?
    switch page {
    case .first: place = try top(of: scope)
    case .from(let unit): place = try self.unit(unit.id)
    case .after(let unit): place = try next(after: unit, in: scope)
    case .last:
      isBackward = true
      if let top = try top(of: scope) {
        var last = top
        while let sibling = try sibling(of: last, in: scope, isBackward: false) { last = sibling }
        place = try deepest(below: last)
      }
    case .before(let unit):
      isBackward = true
      place = try previous(before: unit, in: scope)
    }
    while let unit = place, found.count < limit {
      found.append(unit)
      place =
        isBackward ? try previous(before: unit, in: scope) : try next(after: unit, in: scope)
    }
    return isBackward ? found.reversed() : found
  }

  /// A page of the units of a scope that a text finds by name or code, in the order of their ids.
  public func units(
    in scope: Scope, matching text: String, page: ListPage<Unit>, limit: Int
  ) throws(StoreError) -> [Unit] {
    guard let query = SearchKey.query(text) else { return [] }
    let bound = page.bound(ListOrder<Unit>(.ascending, "s.rowid") { [$0.id] })
    let range = scope.range
    let found = try all(
      """
      SELECT u.id, u.kind, u.code, u.name, u.parent, u.path, u.governmental, u.active
      FROM search_unit s JOIN unit u ON u.id = s.rowid
      WHERE search_unit MATCH ? AND \(bound.condition) AND u.path >= ? AND u.path < ?
      ORDER BY \(bound.order) LIMIT ?
      """, [query] + bound.arguments + [range.lower, range.upper, limit], Unit.init(row:))
    return bound.turned(found)
  }

  /// The first unit of a scope; all that stand above the others are its siblings.
  private func top(of scope: Scope) throws(StoreError) -> Unit? {
    if let own = scope.root.units.last { return try unit(own) }
    return try relative("parent IS NULL", [], isBackward: false)
  }

  private func next(after unit: Unit, in scope: Scope) throws(StoreError) -> Unit? {
    if let child = try child(of: unit, isLast: false) { return child }
    var place = unit
    while true {
      if let sibling = try sibling(of: place, in: scope, isBackward: false) { return sibling }
      guard place.id != scope.root.units.last, let parent = place.parent,
        let above = try self.unit(parent)
      else { return nil }
      place = above
    }
  }

  private func previous(before unit: Unit, in scope: Scope) throws(StoreError) -> Unit? {
    if let sibling = try sibling(of: unit, in: scope, isBackward: true) {
      return try deepest(below: sibling)
    }
    guard unit.id != scope.root.units.last, let parent = unit.parent else { return nil }
    return try self.unit(parent)
  }

  /// The last unit of a branch.
  private func deepest(below unit: Unit) throws(StoreError) -> Unit {
    var place = unit
    while let child = try child(of: place, isLast: true) { place = child }
    return place
  }

  private func child(of unit: Unit, isLast: Bool) throws(StoreError) -> Unit? {
    // Nothing is below a school, and most units are schools.
    guard unit.kind != .school else { return nil }
    return try relative("parent = ?", [unit.id], isBackward: isLast)
  }

  private func sibling(
    of unit: Unit, in scope: Scope, isBackward: Bool
  ) throws(StoreError) -> Unit? {
    guard unit.id != scope.root.units.last else { return nil }
    return try relative(
      "parent IS ? AND (sort_key, id) \(isBackward ? "<" : ">") (?, ?)",
      [unit.parent, Collation.key(unit.name), unit.id], isBackward: isBackward)
  }

  /// The nearest unit that meets a condition on its siblings.
  private func relative(
    _ condition: String, _ arguments: [any Storable], isBackward: Bool
  ) throws(StoreError) -> Unit? {
    let direction = isBackward ? "DESC" : "ASC"
    return try first(
      """
      SELECT id, kind, code, name, parent, path, governmental, active FROM unit
      WHERE \(condition) ORDER BY sort_key \(direction), id \(direction) LIMIT 1
      """, arguments, Unit.init(row:))
  }
}
