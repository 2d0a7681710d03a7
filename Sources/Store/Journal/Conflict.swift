/// Why a change could not be made on the records as they are now.
public struct Conflict: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// Cells have moved on; `cells` says which.
    case changed
    /// The row is gone.
    case missing
    /// The row is there already.
    case exists
    /// Another rule of the schema: a unique value taken, a row still referred to.
    case constraint
  }

  public struct Cell: Equatable, Sendable {
    public var column: String
    /// What the change was based on.
    public var expected: Value
    /// What stands there now.
    public var found: Value
    /// What the change would have written; null when it would have removed the row.
    public var wanted: Value

    public init(column: String, expected: Value, found: Value, wanted: Value) {
      self.column = column
      self.expected = expected
      self.found = found
      self.wanted = wanted
    }
  }

  public var kind: Kind
  public var table: String
  public var key: [Value]
  public var cells: [Cell]

  public init(kind: Kind, table: String, key: [Value], cells: [Cell] = []) {
    self.kind = kind
    self.table = table
    self.key = key
    self.cells = cells
  }
}
