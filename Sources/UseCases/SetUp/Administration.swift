import Persian
public import Store
public import Training

/// Adds a unit below another (S0-18).
public struct RegisterUnit: UseCase {
  public static let name = "unit.register"
  public var id: ID<Unit>?
  public var parent: ID<Unit>
  public var kind: Unit.Kind
  public var code: String
  public var title: String
  public var isGovernmental: Bool

  public init(
    parent: ID<Unit>, kind: Unit.Kind, code: String, title: String, isGovernmental: Bool = true
  ) {
    self.parent = parent
    self.kind = kind
    self.code = code
    self.title = title
    self.isGovernmental = isGovernmental
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editUnits)
    try context.requireReach(unit: parent, records)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws -> ID<Unit> {
    guard let id, let parent = try records.unit(parent) else { throw StoreError.notFound }
    guard kind.parents.contains(parent.kind) else {
      throw Failure.complaint(field: "kind", .unknownChoice(kind.rawValue))
    }
    if let taken = try records.unit(kind, code: code) {
      throw Failure.refused([
        Finding(.permission, .refusal, .portal(.codeTaken(code, taken.name)))
      ])
    }
    try records.insert(
      Unit(
        id: id, kind: kind, code: code, name: title, parent: parent,
        isGovernmental: isGovernmental))
    return id
  }
}

/// Sets a number of the regulations from a day on; earlier decisions keep theirs.
public struct SetRule: UseCase {
  public static let name = "rule.set"
  public var id: ID<RuleValue>?
  public var value: RuleValue

  public init(_ value: RuleValue) {
    self.value = value
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editRules)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id else { throw StoreError.notFound }
    var values = try records.ruleValues().filter { ($0.key, $0.from) != (value.key, value.from) }
    values.append(value)
    // A book that does not hold together is refused whole.
    do {
      _ = try RuleBook(values)
    } catch {
      throw Failure.complaint(field: value.key, .outOfRange(1...Int(Int32.max)))
    }
    try records.put(value, id: id)
  }
}

/// Adds an item to a code list, renames it, or takes it out of use (S0-18).
public struct SetCodeItem: UseCase {
  public static let name = "code.set"
  public var id: ID<CodeList.Item>?
  public var list: String
  public var item: CodeList.Item
  public var position: Int
  public var isActive: Bool

  public init(list: String, item: CodeList.Item, position: Int, isActive: Bool = true) {
    self.list = list
    self.item = item
    self.position = position
    self.isActive = isActive
  }

  public mutating func takeIDs(from records: borrowing Writing) throws(StoreError) {
    if id == nil { id = try records.newID() }
  }

  public func authorise(_ records: borrowing Writing, _ context: Context) throws {
    try context.require(.editCodeLists)
  }

  public func run(_ records: borrowing Writing, _ context: Context) throws {
    guard let id else { throw StoreError.notFound }
    guard try records.hasCodeList(list) else {
      throw Failure.complaint(field: "list", .unknownChoice(list))
    }
    let (code, title) = (Normalizer.line(item.code), Normalizer.line(item.title))
    guard !code.isEmpty else { throw Failure.complaint(field: "code", .empty) }
    guard !title.isEmpty else { throw Failure.complaint(field: "title", .empty) }
    try records.put(
      CodeList.Item(code: code, title: title, synonyms: item.synonyms), in: list,
      position: position, isActive: isActive, id: id)
  }
}
