private import FoundationEssentials
internal import Persian
public import Training

/// What a list in a file must look like: its columns, how they may be titled, what they hold.
///
/// Shapes are data (`Assets/Lists`), so that an office can add the title its own programs write.
public struct ListShape: Codable, Hashable, Sendable {
  public struct Field: Codable, Hashable, Sendable {
    /// The name by which programs ask for the value.
    public var key: String
    /// The title of the column in templates and written files.
    public var title: String
    /// Other titles under which the column is found.
    public var synonyms: [String]
    public var kind: Kind
    /// Whether a file without the column is refused.
    public var needsColumn: Bool
    /// Whether a row without the value is refused.
    public var needsValue: Bool
    /// Whether two rows may not have the same value.
    public var isUnique: Bool
    /// The digits of a code; shorter ones, to ``shortest``, have lost zeros at their front.
    public var digits: Int?
    public var shortest: Int?
    /// The bounds of a number, or the longest text.
    public var least: Double?
    public var most: Double?
    /// For a choice: what the value becomes, and the words and numbers that say so.
    public var choices: [String: [String]]?
    /// For a day: whether only yyyy/mm/dd with its zeros is taken.
    public var isPadded: Bool

    private enum CodingKeys: String, CodingKey {
      case key, title, synonyms, kind, needsColumn, needsValue, isUnique, digits, shortest, least
      case most, choices, isPadded
    }

    /// What is left out in the data is empty or false.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      key = try values.decode(String.self, forKey: .key)
      title = try values.decode(String.self, forKey: .title)
      kind = try values.decode(Kind.self, forKey: .kind)
      synonyms = try values.decodeIfPresent([String].self, forKey: .synonyms) ?? []
      needsColumn = try values.decodeIfPresent(Bool.self, forKey: .needsColumn) ?? false
      needsValue = try values.decodeIfPresent(Bool.self, forKey: .needsValue) ?? false
      isUnique = try values.decodeIfPresent(Bool.self, forKey: .isUnique) ?? false
      digits = try values.decodeIfPresent(Int.self, forKey: .digits)
      shortest = try values.decodeIfPresent(Int.self, forKey: .shortest)
      least = try values.decodeIfPresent(Double.self, forKey: .least)
      most = try values.decodeIfPresent(Double.self, forKey: .most)
      choices = try values.decodeIfPresent([String: [String]].self, forKey: .choices)
      isPadded = try values.decodeIfPresent(Bool.self, forKey: .isPadded) ?? false
    }
  }

  public enum Kind: String, Codable, Hashable, Sendable {
    /// Becomes text in its stored spelling.
    case text
    /// Digits that are a name; becomes a code.
    case code
    case integer, decimal, rials
    /// A day; becomes a date.
    case day
    /// A length or time of the day; becomes minutes.
    case minutes
    /// One of ``Field/choices``; becomes a code.
    case choice
  }

  public var name: String
  public var fields: [Field]

  /// Reads a shape from JSON.
  public init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json))
  }

  /// An empty table with the columns of the shape, to be filled in and sent.
  public func template(title: String) -> Sheet {
    Sheet(title: title, columns: fields.map { Sheet.Column($0.title, width: 20) })
  }

  public subscript(key: String) -> Field? { fields.first { $0.key == key } }
}

/// Where the columns of a shape are in a file.
public struct ListMapping: Hashable, Sendable {
  public let shape: ListShape
  /// The number of the row with the titles.
  public let headerRow: Int
  /// The titles as they stand in the file, by column.
  public let titles: [String]
  /// The column of each field that the file has, by key, 0-based.
  public let columns: [String: Int]

  /// How far down the titles are looked for.
  public static let searchedRows = 15

  /// Why the columns cannot be found.
  public enum Problem: Error, Hashable, Sendable {
    /// None of the first rows has a title of the list.
    case noTitles(searched: Int)
    /// The best row lacks columns that must be there; `missing` are their titles.
    case missingColumns([String], row: Int)
    /// Two columns have titles of one field.
    case doubledColumn(title: String, columns: [Int], row: Int)
  }

  /// Finds the row of titles among the first rows of a file.
  ///
  /// The row with most titles of the shape counts; titles are compared by their search keys, once
  /// as they are and once without what stands in brackets.
  public init(_ shape: ListShape, among rows: [Sheet.Row]) throws(Problem) {
    var best: (row: Sheet.Row, found: [String: [Int]])?
    for row in rows where row.number <= Self.searchedRows {
      let found = Self.columns(of: shape, in: row)
      if found.count > best?.found.count ?? 0 { best = (row, found) }
    }
    guard let best else { throw .noTitles(searched: Self.searchedRows) }
    let missing = shape.fields.filter { $0.needsColumn && best.found[$0.key] == nil }
    guard missing.isEmpty else {
      throw .missingColumns(missing.map(\.title), row: best.row.number)
    }
    for field in shape.fields {
      if let columns = best.found[field.key], columns.count > 1 {
        throw .doubledColumn(
          title: field.title, columns: columns.map { $0 + 1 }, row: best.row.number)
      }
    }
    self.shape = shape
    headerRow = best.row.number
    titles = best.row.cells.map { Normalizer.line($0.plainText) }
    columns = best.found.compactMapValues(\.first)
  }

  /// The columns of a file without titles: the fields of the shape in their order.
  public init(untitled shape: ListShape) {
    self.shape = shape
    headerRow = 0
    titles = shape.fields.map(\.title)
    columns = Dictionary(
      uniqueKeysWithValues: shape.fields.enumerated().map { ($0.element.key, $0.offset) })
  }

  private static func columns(of shape: ListShape, in row: Sheet.Row) -> [String: [Int]] {
    var known: [String: String] = [:]
    for field in shape.fields {
      for title in [field.title] + field.synonyms { known[SearchKey.joined(title)] = field.key }
    }
    var found: [String: [Int]] = [:]
    for (column, cell) in row.cells.enumerated() {
      guard case .text(let title) = cell else { continue }
      let bare = title.prefix { $0 != "(" && $0 != "[" }
      let key = known[SearchKey.joined(title)] ?? known[SearchKey.joined(String(bare))]
      if let key { found[key, default: []].append(column) }
    }
    return found
  }
}
