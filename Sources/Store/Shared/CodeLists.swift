public import Training

/// The editable lists of codes and titles (S0-18).
extension Querying where Self: ~Copyable {
  /// Every list with its active items in their order.
  public func codeLists() throws(StoreError) -> [CodeList] {
    var lists = try all("SELECT name, title, source FROM code_list ORDER BY id") { row in
      CodeList(name: try row[0], title: try row[1], source: try row[2], items: [])
    }
    for index in lists.indices {
      lists[index].items = try items(of: lists[index].name)
    }
    return lists
  }

  /// The active items of a list; empty when there is no such list.
  public func items(of list: String) throws(StoreError) -> [CodeList.Item] {
    try all(
      """
      SELECT code, title, synonyms FROM code_item WHERE list = ? AND active = 1
      ORDER BY position, id
      """, [list]
    ) { row in
      let synonyms: String = try row[2]
      return CodeList.Item(
        code: try row[0], title: try row[1],
        synonyms: synonyms.split(separator: "\n").map(String.init))
    }
  }

  /// Nil when the list has no such item.
  public func id(ofItem code: String, in list: String) throws(StoreError) -> ID<CodeList.Item>? {
    try first("SELECT id FROM code_item WHERE list = ? AND code = ?", [list, code]) { row in
      try row[0]
    }
  }

  public func hasCodeList(_ name: String) throws(StoreError) -> Bool {
    try exists("SELECT 1 FROM code_list WHERE name = ?", [name])
  }
}

extension Writing {
  public func insert(_ list: CodeList, id: ID<CodeList>) throws(StoreError) {
    try run(
      "INSERT INTO code_list (id, name, title, source) VALUES (?, ?, ?, ?)",
      [id, list.name, list.title, list.source])
  }

  /// Adds an item to a list, or changes title, spellings and place of the one with its code.
  public func put(
    _ item: CodeList.Item, in list: String, position: Int, isActive: Bool = true,
    id: ID<CodeList.Item>
  ) throws(StoreError) {
    try run(
      """
      INSERT INTO code_item (id, list, code, title, synonyms, position, active)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (list, code) DO UPDATE SET
        title = excluded.title, synonyms = excluded.synonyms, position = excluded.position,
        active = excluded.active
      """,
      [
        id, list, item.code, item.title, item.synonyms.joined(separator: "\n"), position, isActive,
      ])
  }
}
