import FoundationEssentials

/// An editable list of codes and titles (S0-18), decoded from Assets/CodeLists.
public struct CodeList: Hashable, Sendable, Codable {
  /// One choice of a list.
  public struct Item: Hashable, Sendable, Codable {
    /// What is stored.
    public var code: String
    public var title: String
    /// Other spellings that files use for it.
    public var synonyms: [String]

    public init(code: String, title: String, synonyms: [String] = []) {
      self.code = code
      self.title = title
      self.synonyms = synonyms
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      code = try container.decode(String.self, forKey: .code)
      title = try container.decode(String.self, forKey: .title)
      synonyms = try container.decodeIfPresent([String].self, forKey: .synonyms) ?? []
    }
  }

  /// Why a file holds no code lists.
  public enum Problem: Error, Hashable, Sendable {
    case unreadable(String)
    case doubled(list: String, code: String)
  }

  /// The key that records and forms name it by, such as `delivery-mode`.
  public var name: String
  public var title: String
  /// The document it comes from, or `local`.
  public var source: String
  public var items: [Item]

  public init(name: String, title: String, source: String, items: [Item]) {
    self.name = name
    self.title = title
    self.source = source
    self.items = items
  }

  /// The lists of one file of Assets/CodeLists.
  public static func lists(decoding bytes: [UInt8]) throws(Problem) -> [CodeList] {
    let lists: [CodeList]
    do {
      lists = try JSONDecoder().decode([CodeList].self, from: Data(bytes))
    } catch {
      throw .unreadable("\(error)")
    }
    for list in lists {
      var seen: Set<String> = []
      for item in list.items where !seen.insert(item.code).inserted {
        throw .doubled(list: list.name, code: item.code)
      }
    }
    return lists
  }
}
