import Persian
import Store
import TerminalKit
import Training
import UseCases

/// «فهرست‌های کد»: the editable lists (S0-18).
struct CodeListsList: ListDescription {
  static let name = "code-lists"
  let title = Phrases.Codes.title

  let columns: [Column<CodeList>] = [
    Column(Phrases.Codes.list, text: { $0.title }),
    Column(Phrases.Codes.items, width: 8, text: { $0.items.count.said }),
    Column(Phrases.Codes.source, text: { $0.source }),
  ]

  func identity(of row: CodeList) -> Int64 { Int64(row.name.hashValue) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [CodeList] {
    try context.require(.editCodeLists)
    return try records.codeLists()
  }

  func open(_ row: CodeList) -> Step { .open(ListScreen(CodeItemsList(list: row))) }
}

/// The items of one list.
struct CodeItemsList: ListDescription {
  enum Command: String, CommandSet {
    case add, remove, history
    var help: String {
      switch self {
      case .add: Phrases.Codes.add
      case .remove: Phrases.Codes.remove
      case .history: Phrases.Record.history
      }
    }
  }

  struct Row: Sendable {
    let item: CodeList.Item
    let position: Int
  }

  static let name = "code-items"
  let list: CodeList
  var title: String { list.title }

  let columns: [Column<Row>] = [
    Column(Phrases.Codes.code, width: 20, direction: .ltr, text: { $0.item.code }),
    Column(Phrases.Codes.itemTitle, text: { $0.item.title }),
    Column(Phrases.Codes.synonyms, text: { Say.list($0.item.synonyms) }),
  ]

  func identity(of row: Row) -> Int64 { Int64(row.item.code.hashValue) }

  func load(_ records: borrowing Reading, _ context: Context) throws -> [Row] {
    try context.require(.editCodeLists)
    return try records.items(of: list.name).enumerated().map { Row(item: $1, position: $0) }
  }

  func open(_ row: Row) -> Step { .open(FormScreen(CodeItemForm(list: list, row: row))) }

  func perform(_ command: Command, on rows: [Row]) -> Step {
    switch (command, rows.first) {
    case (.add, _): .open(FormScreen(CodeItemForm(list: list, row: nil)))
    case (.remove, let row?):
      .open(
        AskScreen(Phrases.Codes.removeQuestion(row.item.title), yes: Phrases.Codes.remove) {
          [list] portal, _ in
          portal.perform(
            SetCodeItem(
              list: list.name, item: row.item, position: row.position, isActive: false)
          ).map { _ in .notice(Phrases.saved, .good) }
        })
    case (.history, let row?):
      HistoryList.step(of: row.item.title) { [list] records in
        guard let id = try records.id(ofItem: row.item.code, in: list.name) else { return [] }
        return [("code_item", id.rawValue)]
      }
    case (.remove, nil), (.history, nil): .notice(Phrases.chooseRowFirst, .warning)
    }
  }
}

/// An item of a list: new, or renamed.
struct CodeItemForm: FormDescription {
  struct Draft: Sendable {
    var code = ""
    var title = ""
    var synonyms = ""
  }

  static let name = "code-item"
  let list: CodeList
  /// The item that is edited; nil adds one at the end.
  let row: CodeItemsList.Row?
  var title: String { row?.item.title ?? Phrases.Codes.add }

  func load(_ records: borrowing Reading, _ context: Context) throws -> (Draft, Void) {
    try context.require(.editCodeLists)
    let draft = row.map {
      Draft(code: $0.item.code, title: $0.item.title, synonyms: Say.list($0.item.synonyms))
    }
    return (draft ?? Draft(), ())
  }

  func fields(_ lists: Void) -> [Field<Draft>] {
    let code: Field<Draft> =
      row == nil
      ? .text(Phrases.Codes.code, \.code, limit: 40, direction: .ltr).required().wide(24)
      : .fixed(Phrases.Codes.code) { $0.code }
    return [
      code, .text(Phrases.Codes.itemTitle, \.title, limit: 100).required(),
      .text(Phrases.Codes.synonyms, \.synonyms, limit: 300),
    ]
  }

  func submit(_ draft: Draft, _ portal: Portal) -> Result<Step, Failure> {
    let synonyms = draft.synonyms.split { $0 == "," || $0 == "\u{60C}" }
      .map { Normalizer.line(String($0)) }.filter { !$0.isEmpty }
    return portal.perform(
      SetCodeItem(
        list: list.name,
        item: CodeList.Item(code: draft.code, title: draft.title, synonyms: synonyms),
        position: row?.position ?? list.items.count)
    ).map { _ in .notice(Phrases.saved, .good) }
  }
}
