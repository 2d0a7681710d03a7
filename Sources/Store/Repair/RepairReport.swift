/// What a repair found and did.
public struct RepairReport: Hashable, Sendable {
  /// One table of which something could not be read.
  public struct Table: Hashable, Sendable {
    public var name: String
    /// Rows that were read.
    public var salvaged: Int
    /// Rows that were not readable and that the journal still knew.
    public var fromJournal: Int
  }

  /// What the check said, in SQLite's words.
  public var problems: [String]
  /// Rows taken over, of all tables.
  public var rows = 0
  /// The tables that were damaged; empty where only indexes were.
  public var tables: [Table] = []
  /// Entries of the journal that are gone or altered.
  public var lostEntries = 0
  /// Rows that refer to a row that could not be saved.
  public var orphans = 0
  /// Whether this copy has a new number, and so exchanges anew.
  public var isRenumbered = false
  /// Where the damaged file lies now, as it was.
  public var aside = ""
}
