import Persian
import TerminalKit
import TestKit
import Testing

struct Learner: Sendable, Equatable {
  var id: Int64
  var name: String
  var code: String
  var score: Int

  static let columns: [Column<Learner>] = [
    Column("نام", sortedBy: { .text(Collation.key($0.name)) }) { $0.name },
    Column("کد پرسنلی", width: 10, alignment: .trailing, direction: .ltr) { $0.code },
    Column(
      "نمره", width: 5, sortedBy: { .number($0.score) }, tone: { $0.score < 60 ? .bad : .body }
    ) { Digits.persian($0.score) },
  ]

  static let some = [
    Learner(id: 1, name: "زهرا محمدی", code: "12345678", score: 90),
    Learner(id: 2, name: "آرش کمالی", code: "22345678", score: 55),
    Learner(id: 3, name: "پروین می‌بدی", code: "32345678", score: 90),
    Learner(id: 4, name: "ژاله رضایی", code: "42345678", score: 72),
  ]
}

@Suite("Tables")
struct TableTests {
  func table(_ rows: [Learner] = Learner.some, marks: Bool = false) -> Table<Learner> {
    Table(Learner.columns, rows: rows, allowsMarks: marks) { $0.id }
  }

  func shown(_ table: Table<Learner>, rows: Int = 10, columns: Int = 44) -> String {
    picture(rows: rows, columns: columns) {
      table.view(in: &$0, at: $0.bounds, phrases: .forTests)
    }.transcript
  }

  @Test("Header, rows and the place of the cursor are drawn")
  func drawing() {
    var table = table(marks: true)
    _ = table.handle(.navigate(.toggle))
    let frame = picture(rows: 10, columns: 44) {
      table.view(in: &$0, at: $0.bounds, phrases: .forTests)
    }
    expectSnapshot(frame.transcript + "\n\n" + frame.toneTranscript, named: "table")
  }

  @Test("Sorting follows the Persian alphabet, numbers as numbers, and turns round")
  func sorting() {
    var table = table()
    table.sort(by: 0)
    #expect(names(table) == [2, 3, 1, 4])
    table.sort(by: 0)
    #expect(names(table) == [4, 1, 3, 2])
    table.sort(by: 2)
    #expect(names(table) == [2, 4, 1, 3], "equal scores keep their order")
    table.sort(by: 2)
    #expect(names(table) == [1, 3, 4, 2], "also the other way round")
    table.sort(by: 1)
    #expect(names(table) == [1, 3, 4, 2], "a column without an order changes nothing")
  }

  private func names(_ table: Table<Learner>) -> [Int64] {
    var table = table
    _ = table.handle(.navigate(.first))
    return (0..<table.count).compactMap { _ in
      defer { _ = table.handle(.navigate(.down)) }
      return table.current?.id
    }
  }

  @Test("The filter finds words in any column, with or without half-space, and Esc takes it back")
  func filtering() {
    var table = table()
    #expect(table.handle(.navigate(.find)) == .handled)
    #expect(table.wantsText)
    for letter in ["م", "ی", "ب"] { _ = table.handle(.typed(letter)) }
    #expect(names(table) == [3])
    _ = table.handle(.navigate(.accept))
    #expect(!table.wantsText)
    #expect(shown(table).contains("پالایش: میب"))
    #expect(table.handle(.navigate(.back)) == .handled)
    #expect(table.count == 4)
    #expect(table.handle(.navigate(.back)) == .ignored)
    table.filter("۴۲۳ ژاله")
    #expect(names(table) == [4])
    table.filter("هیچ‌کس")
    #expect(shown(table).contains("چیزی پیدا نشد"))
  }

  @Test("Reading anew keeps the cursor on the same row")
  func replacing() {
    var table = table()
    _ = table.handle(.navigate(.last))
    table.replace([Learner.some[3], Learner.some[0]])
    #expect(table.current?.id == 4)
    table.replace([])
    #expect(table.current == nil && table.count == 0)
    #expect(table.handle(.navigate(.accept)) == .ignored)
  }

  @Test("Marked rows are what commands work on, else the current one")
  func marks() {
    var table = table(marks: true)
    #expect(table.chosen.map(\.id) == [1])
    for _ in 0..<2 { _ = table.handle(.navigate(.toggle)) }
    #expect(table.chosen.map(\.id) == [1, 2])
    _ = table.handle(.navigate(.selectAll))
    #expect(table.chosen.count == 4)
    _ = table.handle(.navigate(.selectAll))
    #expect(table.marked.isEmpty)
  }

  @Test("Page keys move by what is in sight")
  func pages() {
    let rows = (1...100).map { Learner(id: $0, name: "نام \($0)", code: "", score: 1) }
    var table = table(rows)
    _ = shown(table, rows: 12)
    _ = table.handle(.navigate(.pageDown))
    #expect(table.current?.id == 10, "ten rows in sight, one stays")
    _ = shown(table, rows: 12)
    _ = table.handle(.navigate(.last))
    #expect(shown(table, rows: 12).contains("ردیف ۱۰۰ از ۱۰۰"))
    #expect(shown(table, rows: 12).contains("نام 91"))
    _ = table.handle(.click(Point(row: 1, column: 3)))
    #expect(table.current?.id == 91)
  }

  @Test("Columns that do not fit are reached with the arrows")
  func columns() {
    var table = table()
    #expect(!shown(table, columns: 20).contains("نمره"))
    for _ in 0..<2 { _ = table.handle(.navigate(.left)) }
    #expect(shown(table, columns: 20).contains("نمره"))
  }
}

@Suite("Tables over lists too large for memory")
struct PagedTableTests {
  static let total = 1_100_000

  /// Answers as a query by key does.
  static func page(_ request: TableRequest<Int>) -> [Int] {
    switch request {
    case .first(let count): Array(0..<min(count, total))
    case .last(let count): Array(max(0, total - count)..<total)
    case .after(let row, let count): Array((row + 1)..<min(total, row + 1 + count))
    case .before(let row, let count): Array(max(0, row - count)..<row)
    case .from(let row, let count): Array(row..<min(total, row + count))
    }
  }

  final class Reader {
    var table = Table<Int>(paging: [Column("شماره") { String($0) }]) { Int64($0) }
    var pages = 0

    func answer() {
      while let request = table.request {
        pages += 1
        table.receive(page(request), for: request, total: total)
      }
    }

    func press(_ keys: Navigation...) {
      for key in keys {
        _ = table.handle(.navigate(key))
        answer()
      }
    }

    var shown: String {
      picture(rows: 22, columns: 40) { table.view(in: &$0, at: $0.bounds, phrases: .forTests) }
        .transcript
    }
  }

  @Test("1.1 million rows: the cursor goes through pages without ever standing on a missing row")
  func walking() {
    let reader = Reader()
    reader.answer()
    for step in 0..<200 {
      _ = reader.shown
      reader.press(.pageDown)
      #expect(reader.table.current == (step + 1) * 19)
    }
    #expect(reader.shown.contains("ردیف ۳۸۰۱ از ۱۱۰۰۰۰۰"))
    #expect(!reader.shown.contains("…"))
    for _ in 0..<200 { reader.press(.pageUp) }
    #expect(reader.table.current == 0)
    #expect(reader.pages < 100)
  }

  @Test("The count of a filter is forgotten with the filter")
  func countOfAFilter() throws {
    var table = Table<Int>(paging: [Column("شماره") { String($0) }]) { Int64($0) }
    func shown() -> String {
      picture(rows: 22, columns: 40) { table.view(in: &$0, at: $0.bounds, phrases: .forTests) }
        .transcript
    }
    table.filter("۷")
    table.receive([7, 70, 77], for: try #require(table.request))
    #expect(shown().contains("ردیف ۱ از ۳"))
    table.filter("")
    table.receive(Self.page(.first(100)), for: .first(100))
    #expect(shown().contains("ردیف ۱"))
    #expect(!shown().contains("از ۳"))
  }

  @Test("The ends are read from the ends")
  func ends() {
    let reader = Reader()
    reader.answer()
    reader.press(.last)
    #expect(reader.table.current == Self.total - 1)
    #expect(reader.pages == 2 || reader.pages == 3)
    reader.press(.up, .up)
    #expect(reader.table.current == Self.total - 3)
    reader.press(.first)
    #expect(reader.table.current == 0)
  }

  @Test("Reading anew stays at the same row")
  func reload() {
    let reader = Reader()
    reader.answer()
    for _ in 0..<50 { reader.press(.pageDown) }
    let before = reader.table.current
    reader.table.reload()
    reader.answer()
    #expect(reader.table.current == before)
  }

  @Test("Reading anew shows a row that has come before all the others")
  func newFirstRow() {
    var table = Table<Int>(paging: [Column("شماره") { String($0) }]) { Int64($0) }
    func answer(_ rows: [Int]) {
      if let request = table.request { table.receive(rows, for: request) }
    }
    answer([5, 7])
    table.reload()
    answer([3, 5, 7])
    #expect(table.current == 5)
    _ = table.handle(.navigate(.up))
    #expect(table.current == 3)
  }

  @Test("A new filter starts at the first row of its own list")
  func filter() {
    let reader = Reader()
    reader.answer()
    reader.press(.pageDown)
    reader.table.filter("الف")
    guard case .first? = reader.table.request else {
      Issue.record("the first page is not asked for")
      return
    }
    #expect(reader.table.query.filter == "الف")
  }
}
